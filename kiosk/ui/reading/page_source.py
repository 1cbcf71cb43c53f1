"""Where pages and pictures come from: a pack, as the screen sees it.

Owns which pages are kept as they were read, and that one page more comes from there: the one on
which all that is ticked stands.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale

from kiosk.pack.copying import digest_of
from kiosk.pack.file_names import line_finder
from kiosk.pack.pack import Pack
from kiosk.pack.picture_files import REMEDY, flaw
from kiosk.pack.today import Today
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.source import read_bytes
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.pictures import address, aspect
from kiosk.visit.visit import MY_QUESTIONS

log = logging.getLogger("kiosk.ui")

KEPT_PAGES = 32
"""Pages that are kept as they were read: eight in four languages. A door and a language ask for one
again, and for every tab's label. One of ours takes some tens of KiB."""


class PageSource(Protocol):
    """Where pages and pictures come from: the pack, seen from the screen."""

    def page(self, name: str, language: str) -> Page:
        """Return a page or raise ContentError."""

    def label(self, name: str, language: str) -> str:
        """Return what a page's tab is called, or raise ContentError."""

    def icon(self, name: str) -> str:
        """Return an icon's name among the pictures, or raise ContentError."""

    def picture(self, source: str, language: str) -> tuple[str, float]:
        """Return a picture's address for QML and its height by its width, or raise ContentError."""

    def figures(self, page: Page) -> dict[str, tuple[str, float]]:
        """Return the same for each of a page's pictures that can be shown."""


class PackPages:
    """The pack as a pane sees it: its pages, and its pictures as addresses for QML.

    A picture that can be shown is measured once, and the pages asked for last are kept: another
    text comes as another pack.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._pages: dict[tuple[str, str], Page] = {}
        self._measured: dict[tuple[str, str], tuple[str, float]] = {}

    def page(self, name: str, language: str) -> Page:
        """Return a page or raise ContentError."""
        asked = name, language
        found = self._pages.pop(asked, None) or self.pack.page(name, language)
        self._pages[asked] = found  # the latest is the last
        if len(self._pages) > KEPT_PAGES:
            del self._pages[next(iter(self._pages))]
        return found

    def label(self, name: str, language: str) -> str:
        """Return what a page's tab is called, or raise ContentError."""
        return self.page(name, language).tab

    def icon(self, name: str) -> str:
        """Return an icon's name among the pictures, or raise ContentError."""
        return self._name(self.pack.icon(name))

    def picture(self, source: str, language: str) -> tuple[str, float]:
        """Return a picture's address and its height by its width, or raise ContentError."""
        asked = source, language
        if asked not in self._measured:
            self._measured[asked] = self._measure(source, language)
        return self._measured[asked]

    def _measure(self, source: str, language: str) -> tuple[str, float]:
        file = self.pack.picture(source, language)
        height = aspect(file)
        if not height:
            problem, remedy = flaw(file) or ("has no size", REMEDY)
            raise ContentError(file, 0, f"the picture can't be drawn: it {problem}", remedy)
        return address(self._name(file), QLocale(language).zeroDigit()), height

    def figures(self, page: Page) -> dict[str, tuple[str, float]]:
        """Return the same for each of a page's pictures that can be shown; log the others."""
        file = self.pack.file(page.name, page.language)
        found, lost = {}, {}
        for source in page.pictures:
            try:
                # A page that stands in for a missing translation has its pictures beside itself.
                found[source] = self.picture(source, page.language)
            except ContentError as error:
                lost[source] = error
        for refused in page.refused:
            log.error("%s", ContentError(file, *refused))
        line_of = line_finder(read_bytes(file) if lost else b"")
        for source, why in lost.items():
            log.error("%s", ContentError(file, line_of(source), why.problem, why.remedy))
        return found

    def _name(self, file: Path) -> str:
        folder = self.pack.folder.resolve()
        if not file.is_relative_to(folder):
            return str(file)
        try:
            return f"{digest_of(file)[:16]}/{file.relative_to(folder).as_posix()}"
        except OSError:  # taken away since it was measured
            return str(file)


class Gathering:
    """A `PageSource` that knows the page of what is ticked, too: `lines`, each a page's item."""

    def __init__(self, pages: PageSource, today: Today, translations: Translations) -> None:
        self._pages, self._today = pages, today
        self._translations = translations
        self.icon, self.label, self.picture = pages.icon, pages.label, pages.picture
        self.lines: tuple[tuple[str, int], ...] = ()

    def page(self, name: str, language: str) -> Page:
        """Return a page or raise ContentError."""
        if name != MY_QUESTIONS:
            return self._pages.page(name, language)
        # Imported here: most visitors tick nothing.
        from kiosk.page.my_questions import line_of, my_questions  # noqa: PLC0415

        pack, translations = self._today.pack, self._translations
        day = translations.day(self._today.day, language)
        return my_questions(
            name,
            language,
            [line_of(self._spoken(page, language), index) for page, index in self.lines],
            head=f"{pack.clinic(language)}, {day}",
            say=translations.phrases(language),
        )

    def figures(self, page: Page) -> dict[str, tuple[str, float]]:
        """Return nothing for the page of what is ticked: it has no pictures."""
        return {} if page.name == MY_QUESTIONS else self._pages.figures(page)

    def _spoken(self, name: str, language: str) -> list[Page]:
        """Give a page in this language and in the default one, without what can't be shown."""
        found = []
        for each in dict.fromkeys((language, self._today.pack.default_language)):
            try:
                page = self._pages.page(name, each)
            except ContentError:  # whoever opens it is told
                continue
            if not self._today.hides(page):
                found.append(page)
        return found
