"""The pages of one language cut into what can be found: sections, questions, words explained.

Owns which rows belong to which of them and what of a row is searched. Sources, descriptions of
pictures and what the kiosk itself says are not. Knows nothing of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from kiosk.pack.pack import Pack
from kiosk.pack.today import Today
from kiosk.page.blocks import DefinitionList, Page
from kiosk.page.error import ContentError
from kiosk.page.terms import plain
from kiosk.rows.build import page_rows
from kiosk.rows.rich_text import bare
from kiosk.rows.row import Row
from kiosk.search.found import HEAD
from kiosk.search.spelling import words_in

_ASIDE = frozenset({"evidence", "figure"})
"""Kinds of rows whose words lead to a place less surely than those of a text."""

_SPACES = re.compile(r"\s+")


class Passage(msgspec.Struct, frozen=True):
    """A run of words that is read as one: a paragraph, an item, a table's row.

    `row` and `part` are those of `kiosk.search.found.Result`; `above` is the title of the box or
    the chart around it; `aside`: a badge's or a picture's; `whole`: it is not cut at a stop;
    `urgent`: it says what to do in an emergency.
    """

    text: str
    row: int
    part: int = -1
    above: str = ""
    aside: bool = False
    whole: bool = False
    urgent: bool = False


class Entry(msgspec.Struct, frozen=True):
    """What one result can be of, and what stands around it: the page's title, a heading above."""

    page: str
    anchor: str
    pane: str
    title: str
    around: str
    passages: tuple[Passage, ...]


def shown_entries(
    pack: Pack, language: str, day: date, unread: Callable[[ContentError], object] = bool
) -> Iterator[Entry]:
    """Give the entries of all pages that somebody can come to on this day.

    `unread` is told why a page can't be used; it is left out.
    """
    today = Today(pack, day)
    waiting = [tab.page for tab in pack.tabs] + [*filter(None, [pack.about]), *pack.extras]
    seen = set(waiting)
    for name in waiting:
        try:
            page = pack.page(name, language)
        except ContentError as error:
            unread(error)
            continue
        if not today.hides(page):
            waiting += (each for each in page.links if each not in seen)
            seen.update(page.links)
            yield from page_entries(page)


def page_entries(page: Page) -> Iterator[Entry]:
    """Give the entries of one page in their order: what opens it first."""
    rows = page_rows(page, lambda source: ("", 0.0))
    head = Passage(plain(page.lead), HEAD)
    made = _Part(page, "", page.title, "", [head] if head.text else [])
    above = ""
    others = _other_forms(page)
    for at, row in enumerate(rows):
        words = _words(row.text)
        match row.kind:
            case "heading":
                yield from made.entry()
                above = words if row.level <= 2 else above
                made = _Part(page, row.anchor, words, above if row.level > 2 else "", [])
            case "question":
                inner = [each for part in row.inner or () for each in _passages(part, at)]
                yield from _Part(page, row.anchor, words, above, inner).entry()
            case "definitions":
                for part, each in enumerate(row.inner or ()):
                    term, inner = _words(each.title), [*_inner(each, at, part, "")]
                    anchor = "-".join(form for *_, form in words_in(term))
                    forms = f"{above} {others.get(each.plain, '')}"
                    yield from _Part(page, anchor, term, forms, inner).entry()
            case _:
                made.passages += _passages(row, at)
    yield from made.entry()


class _Part(msgspec.Struct):
    """An entry while it is gathered."""

    page: Page
    anchor: str
    title: str
    above: str
    passages: list[Passage]

    def entry(self) -> Iterator[Entry]:
        """Give the entry, unless nothing stands in it: a heading above questions leads nowhere."""
        if self.passages:
            title = self.page.title if self.anchor else ""
            around = f"{title} {self.page.tab} {self.above}"
            inside = tuple(self.passages)
            page, pane = self.page.name, self.page.tab
            yield Entry(page, self.anchor, pane, self.title, around.strip(), inside)


def _other_forms(page: Page) -> dict[str, str]:
    """Give for each word that is explained the other ways in which it is written."""
    lists = (block for block in page.blocks if isinstance(block, DefinitionList))
    entries = (entry for each in lists for entry in each.entries)
    return {plain(entry.terms[0]): " ".join(map(plain, entry.terms[1:])) for entry in entries}


def _passages(row: Row, at: int, part: int = -1, above: str = "") -> Iterator[Passage]:
    """Give what is read in a row; `part` counts what stands inside a row of the page itself."""
    match row.kind:
        case "sources" | "rule":
            return
        case "table-row":
            first, *others = (_words(cell.text) for cell in row.inner or ())
            text = _joined(first, "; ".join(filter(None, others)))
            yield Passage(text, at, part, above, whole=True)
        case "aspect":
            for answer in row.inner or ():
                said = (answer.text, *(group.text for group in answer.inner or ()))
                asked = _joined(_words(row.text), _words(answer.label))
                text = _joined(asked, " ".join(map(_words, said)).strip())
                yield Passage(text, at, part, above, whole=True)
        case "moment":
            yield Passage(_joined(_words(row.title), _words(row.text)), at, part, above)
        case _:
            # A picture's title says that it is lost, a rung's how sure something is.
            title = "" if row.kind in ("figure", "rung") else _words(row.title)
            for words in filter(None, (title, _words(row.text))):
                aside = row.kind in _ASIDE
                yield Passage(words, at, part, "" if aside else above, aside)
            for each in _inner(row, at, part, title or above):
                urgent = each.urgent or row.tone == "emergency"
                yield msgspec.structs.replace(each, urgent=urgent) if urgent else each


def _inner(row: Row, at: int, part: int, above: str) -> Iterator[Passage]:
    for place, each in enumerate((*(row.inner or ()), *_signs(row))):
        yield from _passages(each, at, place if part < 0 else part, above)


def _signs(row: Row) -> tuple[Row, ...]:
    """Give the badge below a chart. What else stands beside a row is its scale, or said in it."""
    return row.badge or () if row.kind == "people" else ()


def _words(styled: str) -> str:
    return _SPACES.sub(" ", bare(styled)).strip()


def _joined(first: str, second: str) -> str:
    """Join two parts by a colon, unless the first ends with a sign of its own."""
    if not (first and second):
        return first or second
    return f"{first} {second}" if first[-1] in ".?!:।" else f"{first}: {second}"
