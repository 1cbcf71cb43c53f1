"""A pack as it stands on one day: which of its pages are overdue, and what is hidden for that.

Owns what `hide_overdue` means (docs/decisions/0010-overdue-pages.md). Asks no clock, and reads no
page unless the pack hides any.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from kiosk.pack.pack import Pack
from kiosk.pack.packfile import RestCard
from kiosk.page.blocks import Page, Term, Text
from kiosk.page.error import ContentError
from kiosk.page.review import overdue
from kiosk.page.terms import GLOSSARY


class Resting(msgspec.Struct, frozen=True):
    """One card of the resting screen in one language: its place among the cards and its words.

    `page` is what it opens, at the anchor `section`; "" is the page's top.
    """

    card: int
    language: str
    line: str
    text: str
    figure: str
    page: str
    section: str


def said_in(card: RestCard, language: str) -> tuple[str, str] | None:
    """Give a card's line and text in a language; None where it is not whole in that language.

    Words that are no table are for every language.
    """
    words = card.line, card.text
    line, text = (each.get(language, "") if isinstance(each, dict) else each for each in words)
    return (line, text) if line and (text or not card.text) else None


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

    def rest(self, first: str) -> tuple[Resting, ...]:
        """Give what the resting screen shows one after the other, languages from `first` on.

        Each card comes in every language that all of it has words in, one after the other, and in
        the first one alone where they are the same in all. None is of a page that is hidden.
        """
        return tuple(self._round(first))

    def _round(self, first: str) -> Iterator[Resting]:
        languages = [first, *(each for each in self.pack.languages if each != first)]
        for index, card in enumerate(self.pack.cards):
            told = isinstance(card.line, dict) or isinstance(card.text, dict)
            for language in languages if told else [first]:
                said, (page, _, section) = said_in(card, language), card.page.partition("#")
                if said and not self._is_hidden(page, language):
                    yield Resting(index, language, *said, card.figure, page, section)

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
