"""What a page says aloud: its rows as sentences, in the order of the screen.

Owns that nothing that is shown goes unsaid (Section 508, 402.2.1): what each row says stands in the
row. Two things are left out on purpose: the marks that lead to a source, and a source's numbers in
catalogues, which nobody can follow by ear (docs/decisions/0008). Knows neither Qt nor the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from kiosk.page.blocks import Page
from kiosk.page.phrases import Phrases, filled, sentence
from kiosk.page.review import Status, overdue
from kiosk.page.sentences import sentences, without_numbers
from kiosk.page.superscripts import aloud
from kiosk.page.terms import plain
from kiosk.rows.row import FOLDED, Row

HEAD = -1
"""The row of what stands above a page's rows: its title and what must be known before reading."""


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence or so, and where it stands.

    `row` counts the page's rows as `kiosk.rows.build` makes them, `inner` those inside that row, -1
    for the row itself. The page's head is row -1, its foot the row after the last. `section` is
    the anchor of the heading or question above.
    """

    row: int
    inner: int
    text: str
    language: str
    section: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """What is marked while it is said, and what a step back or forward leads to."""
        return self.row, self.inner


class Listener(msgspec.Struct, frozen=True, kw_only=True):
    """Who listens: their language, the kiosk's words in it, how it writes a day, what day it is.

    Without a day no page is overdue.
    """

    language: str
    say: Phrases
    day: Callable[[date], str] = date.isoformat
    today: date | None = None


def spoken(
    page: Page,
    rows: Sequence[Row],
    listener: Listener,
    own: Listener,
    *,
    opened: str = "",
    ticked: frozenset[int] = frozenset(),
    compared: Mapping[int, tuple[int, ...]] | None = None,
    headed: bool = True,
) -> tuple[Utterance, ...]:
    """Return all that a page says to `listener`; `own` is the same in the page's own language.

    They differ on a page that stands in for a missing translation. `rows` are the page's, all of
    them. `opened` is the anchor of the row that is open: other questions say no answer. `ticked`
    are the indexes of what somebody has ticked on the page, `compared` the options that they see of
    each of its comparisons, two or the one that has room; without them the first two. `headed`: its
    head stands above them, as it doesn't above a section's.
    """
    made = []
    language, section = page.language, ""

    def add(row: int, inner: int, texts: Iterable[str], language: str = language) -> None:
        for text in texts:
            for each in sentences(aloud(text, own.say)):
                made.append(
                    Utterance(row=row, inner=inner, text=each, language=language, section=section)
                )

    late = own.today is not None and overdue(page.review, own.today)
    if headed:
        add(HEAD, -1, _head(page, own, late=late))
    if page.language != listener.language:
        add(HEAD, -1, [listener.say.foreign()], listener.language)
    if headed:
        add(HEAD, -1, [plain(page.lead)])
    for at, row in enumerate(rows):
        section = row.anchor or section
        if row.kind == "checklist":
            row = _ticked(row, ticked, own.say)  # noqa: PLW2901
        elif row.kind == "compare":
            row = _compared(row, (compared or {}).get(row.count, (0, 1)))  # noqa: PLW2901
        add(at, -1, _said(row))
        if row.kind not in FOLDED or row.anchor == opened:
            for inner, each in enumerate(row.inner or ()):
                add(at, inner, _all_said(each))
    add(len(rows), -1, own.say.foot(page.review, own.day, late=late))
    return tuple(made)


def _head(page: Page, own: Listener, *, late: bool) -> Iterator[str]:
    yield page.title
    if page.review.status is Status.DRAFT:
        yield own.say.draft()
    if late and page.review.next_review:
        yield own.say.overdue(own.day(page.review.next_review))


def _said(row: Row) -> tuple[str, ...]:
    return tuple(map(without_numbers, row.aloud)) if row.kind == "source" else row.aloud


def _all_said(row: Row) -> Iterator[str]:
    """Give what a row inside another says, and the rows inside it; only a page's own rows open."""
    yield from _said(row)
    if row.kind not in FOLDED:
        for inner in row.inner or ():
            yield from _all_said(inner)


def _ticked(row: Row, ticked: frozenset[int], say: Phrases) -> Row:
    """Return a list that says how many of its items are ticked, and of those that they are."""
    words = say.translate("Spoken", "Ticked: %1")
    items = [
        msgspec.structs.replace(item, said=(filled(words, item.plain),))
        if item.count in ticked
        else item
        for item in row.inner or ()
    ]
    done = sum(item.count in ticked for item in items)
    said = (row.word.split("\n")[done],) if row.word else ()
    return msgspec.structs.replace(row, said=said, inner=tuple(items))


def _compared(row: Row, shown: tuple[int, ...]) -> Row:
    """Return a comparison that says what the options that are shown answer to each question."""
    aspects = tuple(
        msgspec.structs.replace(aspect, inner=tuple((aspect.inner or ())[at] for at in shown))
        for aspect in row.inner or ()
    )
    if len(shown) > 1:
        return msgspec.structs.replace(row, inner=aspects)
    names = "; ".join(option.plain for option in row.badge or ())
    said = (row.title, sentence(row.label, names), row.plain)
    return msgspec.structs.replace(row, inner=aspects, said=said)
