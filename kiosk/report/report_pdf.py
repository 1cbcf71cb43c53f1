"""The report of a month on paper, set by Typst as the leaflet is: two sheets of A4.

Owns what the template is given. How it looks is the template's (report.typ). Writes no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import typst

from kiosk.counts import tally
from kiosk.leaflet.compiled import Fonts, compiled, templates
from kiosk.leaflet.words import Language
from kiosk.page.phrases import filled
from kiosk.report.figures import FEWEST, PLACES, Figures, Line
from kiosk.report.report_error import ReportError
from kiosk.svg.on_white import ON_WHITE

PAGES, MOST, WORDS, LANGUAGES = 12, 40, 24, 6
"""The most pages, sections, words and languages on paper; the table has all of them."""


class Paper(msgspec.Struct, frozen=True):
    """What a report on paper needs beside the figures: whose it is, its words, and its fonts.

    `languages` are those of the figures; `language` is that of the report, `month` its name in it.
    """

    clinic: str
    topic: str
    language: str
    month: str
    languages: Mapping[str, Language]
    fonts: Fonts


def report_pdf(figures: Figures, paper: Paper) -> bytes:
    """Give the report as a PDF file; the same figures and paper give the same bytes.

    Raises:
        ReportError: Typst can't set it.
    """
    files = {**templates(), **templates(Path(__file__).parent)}
    files["main.typ"] = files["report.typ"]
    files["leaflet.json"] = msgspec.json.encode(_Report(figures, paper).data())
    year, month = map(int, figures.month.split("-"))
    try:
        return compiled(files, paper.fonts.found(), date(year, month, 1))
    except typst.TypstError as error:
        raise ReportError(
            f"The report can't be set: {error.message}. Install fonts-noto-core."
        ) from error


@dataclass(frozen=True)
class _Report:
    """What the template is told."""

    figures: Figures
    paper: Paper

    @property
    def spoken(self) -> Language:
        return self.paper.languages[self.paper.language]

    def data(self) -> dict[str, Any]:
        """Give all of it."""
        paper, spoken = self.paper, self.spoken
        shown = [self.figures.languages[at] for at in self.columns]
        [visits] = (self._row(each) for each in self.figures.of(tally.VISIT))
        names = [paper.languages[each].name for each in shown]
        return {
            "title": filled(spoken.say.translate("Report", "What was read in %1"), paper.month),
            "clinic": paper.clinic,
            "topic": paper.topic,
            "code": paper.language.partition("-")[0],
            "rtl": spoken.from_right,
            "colours": ON_WHITE,
            "fonts": paper.fonts.families,
            "numbers": [f"{self._number(n)} / {self._number(2)}" for n in (1, 2)],
            "languages": [
                {"code": each.partition("-")[0], "name": name}
                for each, name in zip(shown, names, strict=True)
            ],
            "words": self._words(),
            "visits": visits,
            "visits_said": ", ".join(
                f"{name}: {count}" for name, count in zip(names, visits["counts"], strict=True)
            ),
            **self._lists(),
        }

    @property
    def columns(self) -> list[int]:
        """Which of the languages have a column: there is room for those most visits began in."""
        [visits] = self.figures.of(tally.VISIT)
        most = sorted(range(len(visits.counts)), key=lambda at: -(visits.counts[at] or 0))
        return sorted(most[:LANGUAGES])

    def _lists(self) -> dict[str, Any]:
        figures = self.figures
        places = [each for each in figures.of(*PLACES) if each.title]
        pages = sorted((each for each in places if each.kind == tally.PAGE), key=_by_count)
        most = sorted((each for each in places if each.kind != tally.PAGE), key=_by_count)
        hardly = [each for each in places if not each.told]
        nothing = self.spoken.say.translate("Report", "Visits with a search that found nothing")
        # A pack's own order, where there is room for all.
        shown = [each for each in places if each in pages[:PAGES]]
        return {
            "pages": [
                self._row(each, each.title, each.tab if each.tab != each.title else "")
                for each in shown
            ],
            "most": [self._row(each, each.title, each.tab) for each in most[:MOST] if each.told],
            "how": [self._row(each, self._way(each)) for each in self._ways()[:PAGES]],
            "vain": [self._row(each, nothing) for each in figures.of(tally.VAIN)],
            "searched": [
                {"language": code.partition("-")[0], "word": word}
                for code, word in figures.words[:WORDS]
            ],
            "hardly": [
                {"title": each.title, "page": "" if each.kind == tally.PAGE else each.tab}
                for each in hardly
            ],
            "amounts": [self._number(n) for n in range(len(hardly) + 1)],
        }

    def _words(self) -> dict[str, str]:
        translate = self.spoken.say.translate
        return {
            "counted": " ".join(
                (
                    translate("Report", "Each number says in how many visits it happened."),
                    filled(
                        translate("Report", "<%1 stands for any number below %1, or none."),
                        self._number(FEWEST),
                    ),
                )
            ),
            "foot": translate("Report", "Counted without names, times or persons"),
            "visits": translate("Report", "Visits begun"),
            "pages": translate("Report", "Pages opened"),
            "page": translate("Report", "Page"),
            "most": translate("Report", "Sections and questions opened most"),
            "place": translate("Report", "Section or question"),
            "how": translate("Report", "How it was read"),
            "way": translate("Report", "What was used"),
            "vain": translate("Report", "Searched in vain"),
            "search": translate("Report", "Searches"),
            "no_words": translate("Report", "The words themselves are not in this report."),
            "hardly": translate("Report", "Hardly or never opened"),
            "authors": filled(
                translate(
                    "Report",
                    "For the authors: each of these was opened in fewer than %1 visits in each "
                    "language. Is it hard to find, or not asked for?",
                ),
                self._number(FEWEST),
            ),
            "none": filled(
                translate("Report", "Everything was opened in %1 visits or more."),
                self._number(FEWEST),
            ),
            "more": translate("Report", "%1 more are in the table."),
        }

    def _row(self, line: Line, title: str = "", page: str = "") -> dict[str, Any]:
        counts = [line.counts[at] for at in self.columns]
        least = f"<{self._number(FEWEST)}"
        told = [least if each is None else self._number(each) for each in counts]
        return {"title": title, "page": page, "counts": told, "bars": [n or 0 for n in counts]}

    def _ways(self) -> list[Line]:
        order = (tally.LANGUAGE, tally.LISTENED, tally.TEXT_SIZE, tally.SCHEME)
        return [line for kind in order for line in sorted(self.figures.of(kind), key=_by_size)]

    def _way(self, line: Line) -> str:
        translate = self.spoken.say.translate
        schemes = {
            "dark": translate("Report", "Dark colours"),
            "contrast": translate("Report", "High contrast"),
            "light": translate("Report", "Light colours"),
        }
        if line.kind == tally.TEXT_SIZE and line.place.isdecimal():
            return filled(translate("Report", "Text at %1 %"), self._number(int(line.place)))
        if line.kind == tally.SCHEME:
            return schemes.get(line.place, line.place)
        if line.kind == tally.LISTENED:
            return translate("Report", "A page was read aloud")
        return translate("Report", "Read in this language, at least in part")

    def _number(self, number: int) -> str:
        return self.spoken.phrases.number(number)


def _by_size(line: Line) -> tuple[int, str]:
    return len(line.place), line.place


def _by_count(line: Line) -> int:
    return -line.told
