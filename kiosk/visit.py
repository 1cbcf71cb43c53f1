"""One visitor: where they are and how they want to read.

Pure: a frozen state and functions from one state to the next. Knows neither Qt nor the disk.
"""

from __future__ import annotations

import msgspec

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes in percent (WCAG 2.2, 1.4.4: up to 200 % without loss)."""

SCHEMES = ("light", "dark", "contrast")
"""Colour themes, as `Theme.scheme` names them."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """What one person has done since they walked up.

    `page` is the page on the screen, `tab` the tab they came from or are on, `text_size` is in
    percent, `questions` holds the anchor of the open question of each page.
    """

    language: str
    page: str
    tab: str
    text_size: int = 100
    scheme: str = "light"
    questions: tuple[tuple[str, str], ...] = ()

    def turned_to(self, page: str, *, is_tab: bool) -> Visit:
        """Return the visit with `page` on the screen; leaving it leads back to the last tab."""
        return msgspec.structs.replace(self, page=page, tab=page if is_tab else self.tab)

    def in_language(self, language: str) -> Visit:
        """Return the visit in another language, everything else as it is."""
        return msgspec.structs.replace(self, language=language)

    def asked(self, page: str, anchor: str) -> Visit:
        """Return the visit with this question open, or closed if it was open: one a page."""
        others = dict(self.questions)
        others[page] = "" if others.get(page) == anchor else anchor
        return msgspec.structs.replace(self, questions=tuple(others.items()))

    def question(self, page: str) -> str:
        """Return the anchor of the open question of a page; empty if none is open."""
        return dict(self.questions).get(page, "")
