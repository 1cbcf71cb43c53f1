"""The rule on marks that were meant for Markdown and stand on the page instead.

Owns which signs no page shows on purpose. The words of a page are judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.check.material.rule import AnyRule, PageRule, Survey
from kiosk.page.blocks import Term, Text
from kiosk.page.terms import flattened

_MARK = re.compile(
    r"""(?P<fact>\{\{|\}\}|\{(?:clinic|phone|emergency_number|front_desk)\b)
      | (?P<anchor>\{\#)
      | (?P<source>\[\^)
      | (?P<box>!!+(?=\s*[a-z]))
      | (?P<picture>!\[)
      | (?P<link>\]\(|\]\s\((?=[\w./-]+\.md\b))
      | (?P<link_half>\((?=[\w./-]+\.md(?:\#[\w-]+)?(?:\)|$)))
      | (?P<strong>\*\*|__)
      | (?P<tick>^\[[ x]?\])
      | (?P<bullet>(?:^|\s)•\s)""",
    re.VERBOSE,
)
_REMEDIES = {
    "fact": "Write two braces on each side, as in {{ phone }}",
    "anchor": "Close the name with a brace, as in {#name}",
    "source": "Close the mark with a bracket, as in [^name]",
    "box": "Begin the line with three exclamation marks, as in !!! tip",
    "picture": 'Write it as ![what it shows](figures/name.svg "The caption")',
    "link": "Write it as [words](page.md), without a space between the brackets",
    "link_half": "Write it as [words](page.md), without a space between the brackets",
    "strong": "Put two stars before the words and two behind them, without spaces inside",
    "tick": "Write it as - [ ] and a space before the words",
    "bullet": "Begin each line of the list with a hyphen and a space",
}


def _left_over(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for passage in checked.passages:
        if passage.kind == "source":
            continue
        # What is to be taken letter by letter is none of them.
        texts = (span.text for span in flattened(passage.spans) if isinstance(span, Text | Term))
        for text in texts:
            if found := _MARK.search(text):
                kind = found.lastgroup or "link"
                spot = checked.spot(passage, text[found.end() :].strip()[:40] or text[:40])
                # What stands around an open link looks like its address, which is left out there.
                around = text[max(0, found.start() - 12) : found.end()]
                yield Mark(
                    spot if spot.line else checked.find(around),
                    f"patients see the mark '{found[0].strip()}' as it stands here",
                    _REMEDIES[kind],
                )
                break


RULES: tuple[AnyRule, ...] = (
    PageRule("left-over-mark", Severity.ERROR, "no mark of Markdown is left over", _left_over),
)
"""The rule on marks."""
