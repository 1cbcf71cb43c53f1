"""The leaflet: cover, contents and chapters on numbered sheets.

Owns their order and the numbers that links and contents lead to. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt

from kiosk.pack.pack import Pack
from kiosk.pack.today import Today
from kiosk.page.blocks import Heading
from kiosk.page.review import Status
from kiosk.page.terms import plain
from kiosk.ui.handout.chapter import chapter, set_blocks
from kiosk.ui.handout.cover import Entry, Imprint, contents, cover
from kiosk.ui.handout.drawings import Drawing, Gallery
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.labels import Labels
from kiosk.ui.handout.paper import FULL, HANG
from kiosk.ui.handout.sheets import Sheet, broken
from kiosk.ui.handout.wording import Pen, Where
from kiosk.ui.qt.list_models import own_name
from kiosk.ui.qt.translations import Translations

_ROUNDS = 6
"""Page numbers change the length of lines; after so many rounds they are taken as they are."""

_UNKNOWN = 88
"""What stands for a page number before it is known: about as wide as most."""


@dataclass(frozen=True)
class Side:
    """One printed side: its sheet, what its head says, and whether what it says is a draft."""

    sheet: Sheet
    title: str
    draft: bool
    from_right: bool


@dataclass(frozen=True)
class Leaflet:
    """All sides in their order, the cover first, and the words that stand on each of them."""

    sides: tuple[Side, ...]
    hand: Hand
    title: str
    clinic: str
    phone: str
    authors: tuple[str, ...]


class Press:
    """Sets a pack's pages in one language, as they stand on one day.

    Raises:
        ContentError: a page can't be read or a picture can't be drawn.
    """

    def __init__(self, pack: Pack, language: str, day: date, tongue: Translations) -> None:
        self._pack, self._language, self._day, self._tongue = pack, language, day, tongue
        self._today = Today(pack, day)
        names = dict.fromkeys(
            [*(tab.page for tab in pack.tabs), *pack.extras, *([pack.about] if pack.about else [])]
        )
        pages = [self._today.shown(pack.page(name, language)) for name in names]
        self.pages = [page for page in pages if not self._today.hides(page)]

    def leaflet(self) -> Leaflet:
        """Return the leaflet; its page numbers are those of its sides."""
        numbers: dict[tuple[str, str], int] = {}
        sides: list[Side] = []
        for _ in range(_ROUNDS):
            sides, found = self._round(numbers)
            if found == numbers:
                break
            numbers = found
        pack, language = self._pack, self._language
        return Leaflet(
            tuple(sides),
            self._hand(language, "", lambda page, section: 0),
            pack.title(language),
            pack.clinic(language),
            pack.phone(language),
            tuple(dict.fromkeys(page.review.author for page in self.pages)),
        )

    def _round(
        self, numbers: dict[tuple[str, str], int]
    ) -> tuple[list[Side], dict[tuple[str, str], int]]:
        """Set everything with these page numbers; give the sides and the numbers that came out."""
        inside = {page.name for page in self.pages}

        def where(page: str, section: str) -> int:
            if page not in inside:
                return 0
            known = numbers.get((page, section)) or numbers.get((page, ""))
            return known or _UNKNOWN

        front = self._hand(self._language, "", where)
        sides = self._sides(broken(cover(self._imprint(), front)), "", front)
        listed = broken(contents(list(self._entries(where)), front))
        sides += self._sides(listed, front.labels.contents(), front)
        missing = front.labels.other_language()
        found: dict[tuple[str, str], int] = {}
        for page in self.pages:
            hand = self._hand(page.language, page.name, where)
            pieces = chapter(
                page,
                hand,
                overdue=self._today.overdue(page),
                foreign="" if page.language == self._language else missing,
            )
            sheets = broken(pieces)
            for number, sheet in enumerate(sheets, len(sides) + 1):
                for anchor in sheet.anchors:
                    found.setdefault((page.name, anchor), number)
            sides += self._sides(sheets, page.title, hand, page.review.status is Status.DRAFT)
        return sides, found

    def _sides(
        self, sheets: Sequence[Sheet], title: str, hand: Hand, draft: bool = False
    ) -> list[Side]:
        return [Side(sheet, title, draft, hand.from_right) for sheet in sheets]

    def _hand(self, language: str, page: str, where: Where) -> Hand:
        labels = Labels(
            self._tongue.phrases(language),
            lambda day: self._tongue.day(day, language) if day else "",
        )
        locale = QLocale(language)
        return Hand(
            labels,
            Pen(labels, where, page),
            Gallery(self._pack, language, locale.zeroDigit()),
            set_blocks,
            FULL,
            HANG,
            from_right=locale.textDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def _entries(self, where: Where) -> Sequence[Entry]:
        made = []
        for page in self.pages:
            made.append(Entry(page.title, where(page.name, "")))
            made += [
                Entry(plain(block.spans), where(page.name, block.anchor), section=True)
                for block in page.blocks
                if isinstance(block, Heading) and block.level == 2
            ]
        return made

    def _imprint(self) -> Imprint:
        pack, language = self._pack, self._language
        return Imprint(
            title=pack.title(language),
            clinic=pack.clinic(language),
            phone=pack.phone(language),
            emergency_number=pack.emergency_number(language),
            tongue=own_name(language),
            printed=self._day,
            draft=any(page.review.status is Status.DRAFT for page in self.pages),
            picture=self._picture(),
        )

    def _picture(self) -> Drawing | None:
        """Return the first picture of the resting screen, without its markers."""
        cards = self._today.rest(self._language)
        figures = [card.figure for card in cards if card.figure]
        gallery = Gallery(self._pack, self._pack.default_language, "0")
        return gallery.figure(figures[0], markers=False) if figures else None
