"""What a page may demand, found in its text before Markdown sees it.

A parser recurses once a nesting level, and some marks take time that grows with the square of a
paragraph: both are bounded here by one cheap pass over the lines.
"""

from __future__ import annotations

import re

from kiosk.page.error import ContentError
from kiosk.page.source import SourceText

MOST_NESTED = 6
"""How deep lists and quotations go."""

MOST_PARAGRAPH = 20_000
"""Characters between two empty lines."""

MOST_LINES = 5_000
"""Lines of a page."""

MOST_MARKS = 600
"""Markdown's own characters (asterisks, brackets, backticks …) between two empty lines."""

MOST_PAGE_MARKS = 10_000
"""The same in a whole page."""

MOST_PICTURES = 100
"""Different pictures of a page; each is measured, and looked for where it is missing."""

MOST_LEAD = 2_000
"""Characters of the lead."""

MOST_TAGS = 2_000
"""HTML tags in a page; authors need none."""

MOST_TAG_SEARCH = 20_000_000
"""HTML tags times characters: a tag without its > is searched for it to the end of the page."""

# A box or two and a definition may stand around the lists; the exact depth is counted in the tree.
_MOST_LEVELS = MOST_NESTED + 5

_PREFIX = re.compile(r"(?:[ \t]|>|(?:[-*+:]|[0-9]{1,9}\.)(?=[ \t]))*")
_MARKER = re.compile(r"[-*+:](?=[ \t])|[0-9]\.(?=[ \t])")
_MARK = re.compile(r"[*_`\[\]\\<&]")
_TAG = re.compile(r"<[a-zA-Z/!?]")


def check(source: SourceText, text: str) -> None:
    """Raise ContentError where `text`, whose lines are numbered as in `source`, goes too far."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        raise _too_much(source, f"the page has more than {MOST_LINES:,} lines", MOST_LINES)
    length = marks = all_marks = tags = 0
    for number, line in enumerate(lines, 1):
        _check_nesting(source, line, number)
        found = len(_MARK.findall(line))
        blank = not line.strip()
        length = 0 if blank else length + len(line)
        marks = 0 if blank else marks + found
        all_marks += found
        tags += len(_TAG.findall(line))
        if length > MOST_PARAGRAPH:
            raise source.error(
                f"a paragraph is longer than {MOST_PARAGRAPH:,} characters",
                "Split it with empty lines",
                line=number,
            )
        if marks > MOST_MARKS:
            raise source.error(
                f"a paragraph has more than {MOST_MARKS:,} marks such as * and [",
                "Split it with empty lines",
                line=number,
            )
        if all_marks > MOST_PAGE_MARKS:
            raise _too_much(source, "the page has too many marks such as * and [", number)
        if tags > MOST_TAGS or tags * len(text) > MOST_TAG_SEARCH:
            raise source.error("the page is full of HTML", "Write Markdown instead", line=number)


def _too_much(source: SourceText, problem: str, line: int) -> ContentError:
    return source.error(problem, "Split it into several pages", line=line)


def _check_nesting(source: SourceText, line: str, number: int) -> None:
    prefix = _PREFIX.match(line)
    head = prefix[0].expandtabs(4) if prefix else ""
    if head.count(">") > MOST_NESTED:
        raise source.error(
            f"quotations are nested deeper than {MOST_NESTED}",
            "Take out some of the > signs",
            line=number,
        )
    markers = len(_MARKER.findall(head))
    indent = len(head) - len(head.lstrip(" "))
    boxed = line.lstrip().startswith("!!!")
    if (markers or boxed) and markers + indent // 4 > _MOST_LEVELS:
        raise too_deep(source, number)


def check_lead(source: SourceText, lead: str) -> None:
    """Raise ContentError where the lead is more than a few sentences."""
    if len(lead) > MOST_LEAD or "\n\n" in lead.strip():
        raise source.error(
            f"the lead is longer than a paragraph of {MOST_LEAD:,} characters",
            "Move some of it below the front matter",
            near=("lead:",),
        )


def too_deep(source: SourceText, line: int) -> ContentError:
    """Make the error for lists or boxes within lists."""
    return source.error(
        f"lists or boxes are nested deeper than {MOST_NESTED}",
        "Split the list, or write it as sections",
        line=line,
    )
