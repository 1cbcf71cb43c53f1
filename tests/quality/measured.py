"""What can be counted on our own pages: how they read, their claims, their figures, the coverage.

Owns the counting. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from textstat import textstat

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.passages import Passage
from kiosk.check.rules.evidence import badges, is_judgement
from kiosk.check.wording.claims import claims_of, has_mark
from kiosk.check.wording.readability import (
    Lengths,
    lengths,
    prose,
    reading_age,
    sentences,
    stopped,
    without_terms,
    words,
)
from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import Block, Compare, Figure, Level, Page, People, Schedule, Timeline
from kiosk.page.source import SourceText, decode, read_bytes
from kiosk.page.terms import GLOSSARY, glossary
from kiosk.shipped import shipped

ROOT = Path(__file__).resolve().parents[2]
FEWEST_FOR_SMOG = 30
"""Sentences: with fewer SMOG means nothing (McLaughlin, 1969)."""

_POINT = re.compile(r"^\|\s*(S\d+)\s*\|\s*([^|]*?)\s*\|\s*([^|]*?)\s*\|\s*$", re.MULTILINE)


class Reading(NamedTuple):
    """How one page reads. The ages are in years, None where there is no measure."""

    lengths: Lengths
    longest: int
    age: float | None
    plainer: float | None
    smog: float | None


class Point(NamedTuple):
    """One of the brief's points: its number and why it is left out, empty if it isn't."""

    number: str
    left_out: str


class Pages:
    """Our own pack, read once."""

    def __init__(self) -> None:
        self.pack = load_pack(shipped("content"), assets=shipped("assets"))
        self._sheets: dict[tuple[str, str], CheckedPage] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The pages: the tabs in their order, then the others."""
        tabs = tuple(tab.page for tab in self.pack.tabs)
        return tabs + tuple(name for name in self.pack.names() if name not in tabs)

    def sheet(self, name: str, language: str) -> CheckedPage:
        """Give a page as the rules see it."""
        key = name, language
        if key not in self._sheets:
            self._sheets[key] = _sheet(self.pack, name, language)
        return self._sheets[key]

    def reading(self, name: str, language: str) -> Reading:
        """Measure how a page reads."""
        text = prose(self.sheet(name, language).passages)
        measured = lengths(text)
        longest = max(len(words(each)) for each in self._sentences(name, language))
        if language != "en":
            return Reading(measured, longest, None, None, None)
        terms = glossary(self.sheet(GLOSSARY, language).page)
        enough = measured.sentences >= FEWEST_FOR_SMOG
        return Reading(
            measured,
            longest,
            reading_age(text),
            reading_age(without_terms(text, terms)),
            smog_age(text) if enough else None,
        )

    def claims(self, name: str, language: str) -> tuple[Claims, int]:
        """Count a page's claims, and the badges that are our own judgement."""
        sheet = self.sheet(name, language)
        return claims(sheet), judgements(sheet)

    def _sentences(self, name: str, language: str) -> Iterator[str]:
        for passage in self.sheet(name, language).passages:
            if passage.kind != "source":
                yield from sentences(passage.text)

    def figures(self, language: str) -> dict[str, bool]:
        """Tell for each of the brief's eight figures whether it is there."""
        pages = {name: self.sheet(name, language).page for name in self.names}
        return {title: _has(pages[name], wanted) for title, (name, wanted) in FIGURES.items()}


def _sheet(pack: Pack, name: str, language: str) -> CheckedPage:
    file = pack.file(name, language)
    source = SourceText.of(decode(read_bytes(file), file), file)
    path = file.relative_to(pack.folder).as_posix()
    return CheckedPage(pack.page(name, language), source, path, pack.facts(language))


OPTIONS = 6
FIGURES: dict[str, tuple[str, str | type[Block]]] = {
    "Scalp section": ("overview", "figures/scalp-section.svg"),
    "Hair cycle": ("types", "figures/hair-cycle.svg"),
    "Patterns of hair loss, one picture a type": ("types", "figures/pattern-men.svg"),
    "Steps of a session": ("procedure", "figures/session-steps.svg"),
    'Timeline with the "stop?" gate': ("procedure", Schedule),
    "When warning signs come": ("risks", Timeline),
    "69 and 38 people in 100": ("overview", People),
    "Comparison of six options": ("overview", Compare),
}
"""The figures of section 6 of the brief: the page, and the drawing or the kind of block.

Its ladder of evidence stands in the badges beside the numbers now; when signs come is new.
"""


def _has(page: Page, wanted: str | type[Block]) -> bool:
    return any(_is(block, wanted) for block in page.blocks)


def _is(block: Block, wanted: str | type[Block]) -> bool:
    match block:
        case Figure(source=source):
            return source == wanted
        case Schedule(gates=gates):
            return wanted is Schedule and len(gates) > 0
        case People(groups=groups):
            return wanted is People and [group.count for group in groups] == [69, 38]
        case Compare(options=options):
            return wanted is Compare and len(options) == OPTIONS
        case Timeline():
            return wanted is Timeline
        case _:
            return False


def points() -> list[Point]:
    """Give the 69 points of the source with where they went, from docs/source-coverage.md."""
    text = (ROOT / "docs" / "source-coverage.md").read_text("utf-8")
    return [
        Point(number, why if where == "left out" else "")
        for number, where, why in _POINT.findall(text)
    ]


class Claims(NamedTuple):
    """How many claims of a page have a source, and how many haven't."""

    with_source: int
    without: int


def claims(checked: CheckedPage) -> Claims:
    """Count a page's claims: numbers on effect or risk, people charts, and badges.

    A badge that says nothing was found claims nothing. One that is our own judgement and leads to
    how it was made is counted by `judgements`, not here.
    """
    found = [claim.sourced for claim in claims_of(checked)]
    found += [
        has_mark(study.spans)
        for level, study in badges(checked)
        if level is not Level.NONE
        and not _in_chart(study)
        and (has_mark(study.spans) or not is_judgement(level, study.spans))
    ]
    return Claims(sum(found), len(found) - sum(found))


def judgements(checked: CheckedPage) -> int:
    """Count the badges that are the authors' own judgement and lead to how it was made."""
    return sum(
        not has_mark(study.spans) and is_judgement(level, study.spans)
        for level, study in badges(checked)
    )


def _in_chart(study: Passage) -> bool:
    return any(isinstance(block, People) for block in study.within)


def smog_age(sentences: Iterable[str]) -> float:
    """Give the age by SMOG, which counts the words of three syllables and more, plus 5.

    Its author asks for 30 sentences at least (McLaughlin, 1969).
    """
    return float(textstat.smog_index(stopped(sentences))) + 5
