"""Where pages and pictures come from: a pack, as the screen sees it."""

from __future__ import annotations

from typing import Protocol

from kiosk.page.blocks import Page


class PageSource(Protocol):
    """Where pages and pictures come from: the pack, seen from the screen."""

    def page(self, name: str, language: str) -> Page:
        """Return a page or raise ContentError."""

    def icon(self, name: str) -> str:
        """Return an icon's name among the pictures, or raise ContentError."""

    def picture(self, source: str, language: str) -> tuple[str, float]:
        """Return a picture's address for QML and its height by its width, or raise ContentError."""

    def figures(self, page: Page) -> dict[str, tuple[str, float]]:
        """Return the same for each of a page's pictures that can be shown."""
