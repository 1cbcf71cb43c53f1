"""A pack as it stands on one day: which of its pages are overdue, and what is hidden for that.

Owns what `hide_overdue` means (docs/decisions/0010-overdue-pages.md). Asks no clock, and reads no
page unless the pack hides any.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from kiosk.pack.pack import Pack
from kiosk.pack.packfile import RestCard
from kiosk.page.blocks import Page, Term, Text
from kiosk.page.error import ContentError
from kiosk.page.review import overdue
from kiosk.page.terms import GLOSSARY


class Today:
    """One `pack` on one `day`."""

    def __init__(self, pack: Pack, day: date) -> None:
        self.pack = pack
        self.day = day
        self._hidden: dict[tuple[str, str], bool] = {}

    def overdue(self, page: Page) -> bool:
        """Tell whether a page should have been reviewed again before today."""
        return overdue(page.review, self.day)

    def hides(self, page: Page) -> bool:
        """Tell whether a page is taken off the screen today."""
        return self.pack.hides_overdue and self.overdue(page)

    def shown(self, page: Page) -> Page:
        """Give a page as it is shown: no word is explained by a glossary that is hidden."""
        return _unexplained(page) if self._is_hidden(GLOSSARY, page.language) else page

    def rest(self, language: str) -> tuple[RestCard, ...]:
        """Give the cards of the resting screen, without those of pages that are hidden."""
        cards = self.pack.rest(language)
        return tuple(card for card in cards if not self._is_hidden(card.page, language))

    def _is_hidden(self, name: str, language: str) -> bool:
        if not self.pack.hides_overdue:
            return False
        key = name, language
        if key not in self._hidden:
            try:
                self._hidden[key] = self.hides(self.pack.page(name, language))
            except ContentError:  # whoever shows that page tells why
                self._hidden[key] = False
        return self._hidden[key]


def _unexplained(part: Any) -> Any:
    match part:
        case Term(text):
            return Text(text)
        case tuple():
            return tuple(map(_unexplained, part))
        case msgspec.Struct():
            return msgspec.structs.replace(
                part, **{name: _unexplained(getattr(part, name)) for name in part.__struct_fields__}
            )
        case _:
            return part
