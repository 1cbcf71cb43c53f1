"""The page on which all stands that somebody has ticked: their questions, to photograph or to show.

Owns what is on it: lines in a pack's own words, under the headings that they have there, the clinic
and the day; nothing of the person. Pure: pages are handed in. Knows nothing of who has ticked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from kiosk.page.blocks import (
    Block,
    Checklist,
    Heading,
    Layout,
    Page,
    Paragraph,
    Spans,
    Strong,
    Text,
)  # fmt: skip
from kiosk.page.phrases import Phrases
from kiosk.page.review import Review, Status

SIGNED, DRAFT = (Review(status=each, author="") for each in (Status.REVIEWED, Status.DRAFT))
"""Nobody has written this page. Where one of its lines is a draft, it is one."""


class Line(msgspec.Struct, frozen=True):
    """One line: the page that it stands on, the heading above it there, and its words."""

    page: Page
    heading: Spans
    spans: Spans


def line_of(pages: Sequence[Page], index: int) -> Line | None:
    """Find the item of this index in the first of these pages that has one.

    They are one page in several languages: who has ticked a line that was not translated keeps it.
    """
    return next((line for page in pages for line in _lines(page, index)), None)


def my_questions(
    name: str, language: str, lines: Sequence[Line | None], *, head: str, say: Phrases
) -> Page:
    """Make the page of these lines; None is one that nobody can say any more.

    `head` stands below the title. The index of an item is that of its line.
    """
    made = list(_blocks(lines))
    if not made:
        made = [Paragraph((Text(say.nothing_ticked()),))]
    return Page(
        name=name,
        language=language,
        title=say.to_show(),
        tab=say.my_questions(),
        lead=(Strong((Text(head),)), Text(f". {say.forgotten()}")),
        layout=Layout.PAGE,
        review=DRAFT if any(map(_is_draft, lines)) else SIGNED,
        blocks=tuple(made),
    )


def _is_draft(line: Line | None) -> bool:
    return line is not None and line.page.review.status is Status.DRAFT


def _lines(page: Page, index: int) -> Iterator[Line]:
    heading: Spans = ()
    for block in page.blocks:
        match block:
            case Heading(_, spans, _):
                heading = spans
            case Checklist(items, start) if start <= index < start + len(items):
                yield Line(page, heading, items[index - start])


def _blocks(lines: Sequence[Line | None]) -> Iterator[Block]:
    """Give the headings, and below each its lines; a page's title where there are several pages."""
    pages = {line.page.name for line in lines if line}
    part: list[Spans] = []
    start = 0
    above: tuple[str, Spans] = "", ()
    for index, line in enumerate((*lines, None)):
        here = (line.page.name, line.heading) if line else ("", ())
        if part and here != above:
            yield Checklist(tuple(part), start, apart=True)
            part = []
        if line and here != above:
            yield from _headings(line, above, index, titled=len(pages) > 1)
        if line:
            start = start if part else index
            part.append(line.spans)
            above = here


def _headings(
    line: Line, above: tuple[str, Spans], index: int, *, titled: bool
) -> Iterator[Heading]:
    if (titled or not line.heading) and line.page.name != above[0]:
        yield Heading(2, (Text(line.page.title),), f"page-{index}")
    if line.heading:
        yield Heading(3 if titled else 2, line.heading, f"list-{index}")
