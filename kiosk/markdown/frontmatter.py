"""The front matter: the lines between two `---` at the top of a page.

Owns its fields and their rules; knows nothing of the Markdown below it.
"""

from __future__ import annotations

import re

import msgspec
import yaml

from kiosk.page.blocks import Layout
from kiosk.page.error import ContentError
from kiosk.page.review import Review, Status
from kiosk.page.schema import complaint
from kiosk.page.source import SourceText

MOST_CHARACTERS = 20_000
"""The longest front matter; a few lines are usual."""


class Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of the front matter, as docs/markdown.md tells them."""

    title: str
    review: Review
    tab: str = ""
    lead: str = ""
    layout: Layout = Layout.PAGE
    translates: str = ""


def split(source: SourceText) -> tuple[Front, str]:
    """Give the front matter and the body; the body keeps its line numbers by empty lines on top.

    Raises ContentError.
    """
    if not source.text.strip():
        raise source.error("the page is empty", "Write its front matter and its text")
    lines = source.text.split("\n")
    if lines[0].rstrip() != "---":
        raise source.error(
            "the page has no front matter",
            "Start the file with a line of three dashes, then title and review",
            line=1,
        )
    ends = (at for at, line in enumerate(lines) if at and line.rstrip() in ("---", "..."))
    end = next(ends, 0)
    if not end:
        raise source.error(
            "the front matter has no end", "Close it with a line of three dashes", line=1
        )
    front = _front(source, lines[1:end])
    return front, "\n" * (end + 1) + "\n".join(lines[end + 1 :])


def _front(source: SourceText, lines: list[str]) -> Front:
    data = _load(source, lines)
    try:
        front = msgspec.convert(data, Front)
    except msgspec.ValidationError as error:
        found = complaint(error)
        raise source.error(
            found.problem + " in the front matter", found.remedy, line=_line(lines, *found.keys)
        ) from None
    # An escape such as "\ud800" can bring back what Source has taken out of the text.
    words = {
        name: SourceText.of(getattr(front, name), "").text for name in ("title", "tab", "lead")
    }
    front = msgspec.structs.replace(front, **words)
    for name, value in (("title", front.title), ("author", front.review.author)):
        if not value.strip():
            raise source.error(
                f"'{name}' is empty in the front matter", "Fill it in", line=_line(lines, name)
            )
    _check_review(source, front.review, lines)
    return front


def _load(source: SourceText, lines: list[str]) -> object:
    text = "\n".join(lines)
    if len(text) > MOST_CHARACTERS:
        raise source.error(
            "the front matter is too long", "Keep title, tab, lead, layout and review", line=1
        )
    if "<<" in text:
        # A few merge keys can ask for more memory than the machine has.
        raise _broken(source, "'<<' is not used here", source.line_of("<<"))
    try:
        data: object = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(source, str(error.problem or error), mark.line + 2 if mark else 1) from None
    # Out-of-range dates, unhashable keys and deep nesting leave PyYAML as they come.
    except Exception as error:
        raise _broken(source, str(error), 1) from None
    return {} if data is None else data


def _broken(source: SourceText, what: str, line: int) -> ContentError:
    return source.error(
        f"the front matter can't be read ({what})",
        "Write 'name: words', and put words that hold a colon between quotation marks",
        line=line,
    )


def _check_review(source: SourceText, review: Review, lines: list[str]) -> None:
    if review.status is not Status.REVIEWED:
        return
    missing = [
        name
        for name, value in (
            ("reviewer", review.reviewer.strip()),
            ("reviewed", review.reviewed),
            ("next_review", review.next_review),
        )
        if not value
    ]
    if missing:
        raise source.error(
            f"the page says it is reviewed but has no {' and no '.join(missing)}",
            "Fill it in, or set the status back to draft",
            line=_line(lines, "status"),
        )


def _line(lines: list[str], *keys: str) -> int:
    """Find the line of the last of `keys` that can be found; the first line of the file else."""
    for key in reversed(keys):
        pattern = re.compile(rf"(?:^|[\s{{,])[\"']?{re.escape(key)}[\"']?\s*:")
        for at, line in enumerate(lines):
            if pattern.search(line):
                return at + 2
    return 1
