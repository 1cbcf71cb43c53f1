"""The figures of one month: for each thing of a pack its name, and its count in each language.

Owns which counts are told: none under five, and none of 0 either, so that nothing, one and four
look alike. Nothing is added up over such counts: no sum tells them. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from kiosk.counts import tally
from kiosk.pack.pack import Pack
from kiosk.page.blocks import Layout, Question
from kiosk.page.error import ContentError
from kiosk.page.sections import sections
from kiosk.page.terms import plain
from kiosk.report.report_error import ReportError

FEWEST = 5
"""The smallest count that is told."""

PLACES = (tally.PAGE, tally.SECTION, tally.QUESTION)
"""Kinds of things that stand in a pack."""


class Line(msgspec.Struct, frozen=True):
    """One thing: its kind, the page and the place on it, or a value, that it is of; its title.

    `tab` is what its page is called in short. `counts` has a number for each language of the
    figures, None where it is under five.
    """

    kind: str
    page: str
    place: str
    title: str
    counts: tuple[int | None, ...]
    tab: str = ""

    @property
    def told(self) -> int:
        """The sum of the counts that are told: at least so many visits."""
        return sum(filter(None, self.counts))


class Figures(msgspec.Struct, frozen=True):
    """A month's figures, such as of "2026-11". `words` are those searched in vain, by language."""

    month: str
    languages: tuple[str, ...]
    lines: tuple[Line, ...]
    words: tuple[tuple[str, str], ...] = ()

    def of(self, *kinds: str) -> list[Line]:
        """Give the lines of these kinds."""
        return [line for line in self.lines if line.kind in kinds]


def figures(
    month: str,
    counts: Mapping[tuple[str, str], int],
    pack: Pack,
    language: str,
    words: Sequence[tuple[str, str]] = (),
) -> Figures:
    """Give the figures of a month that is over, with titles in one language of the pack.

    `counts` are those of each thing and language. What stands in the pack now is told even if
    nobody opened it; what doesn't any more is called by its file and anchor, if it is told.
    """
    # What no pack lists has a line only for a count that is told: `<5` would say that it isn't 0.
    told = sorted(each for each, count in counts.items() if count >= FEWEST)
    languages = tuple(dict.fromkeys((*pack.languages, *sorted({each for _, each in told}))))
    titles = dict(_things(pack, language))
    titles |= {thing: ("", "") for thing, _ in told if thing not in titles}
    return Figures(
        month,
        languages,
        tuple(_line(thing, titles[thing], counts, languages) for thing in titles),
        tuple(words),
    )


def last_month(today: date) -> str:
    """Give the month before that of a day, such as "2026-11"."""
    year, month = divmod(today.year * 12 + today.month - 2, 12)
    return f"{year:04}-{month + 1:02}"


def check_month(month: str, today: date) -> None:
    """Refuse a month that isn't over: two reports of it would tell what came in between.

    Raises:
        ReportError: it isn't.
    """
    if month > last_month(today):
        raise ReportError(
            f"{month} isn't over yet: two reports of it would tell by their difference what few "
            f"visits did. Ask for {last_month(today)}, or wait."
        )


def _line(
    thing: str,
    titles: tuple[str, str],
    counts: Mapping[tuple[str, str], int],
    languages: Sequence[str],
) -> Line:
    kind, _, name = thing.partition(" ")
    page, _, place = name.partition("#")
    if kind not in PLACES:
        page, place = "", name
    found = (counts.get((thing, each), 0) for each in languages)
    told = tuple(count if count >= FEWEST else None for count in found)
    title, tab = titles
    return Line(kind, page, place, title, told, tab)


def _things(pack: Pack, language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give all that can be counted of a pack, in its order, with its title and its page's tab."""
    nothing = "", ""
    yield from (
        (kind, nothing) for kind in (tally.VISIT, tally.LANGUAGE, tally.LISTENED, tally.VAIN)
    )
    for name in dict.fromkeys(pack.offered):
        try:
            page = pack.page(name, language)
        except ContentError:  # `kiosk check` tells of it
            yield f"{tally.PAGE} {name}", nothing
            continue
        yield f"{tally.PAGE} {name}", (page.title, page.tab)
        for section in sections(page) if page.layout is Layout.DOORS else ():
            yield f"{tally.SECTION} {name}#{section.anchor}", (plain(section.heading), page.tab)
        for block in page.blocks:
            if isinstance(block, Question):
                yield f"{tally.QUESTION} {name}#{block.anchor}", (plain(block.spans), page.tab)
