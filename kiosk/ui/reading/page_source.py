"""Where pages and pictures come from: a pack, as the screen sees it.

Owns that one page more comes from there: the one on which all that is ticked stands.
"""

from __future__ import annotations

from typing import Protocol

from kiosk.pack.today import Today
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.ui.qt.translations import Translations
from kiosk.visit.visit import MY_QUESTIONS


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
