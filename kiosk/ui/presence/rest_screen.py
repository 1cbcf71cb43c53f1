"""What the resting screen shows: the pack's cards, and "Touch to start" in every language.

Owns the language of the resting screen, and which card it shows in which language: those take
turns. Knows nothing of who touches it or when it is dimmed.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.today import Resting, Today
from kiosk.page.error import ContentError
from kiosk.ui.qt.list_models import Language, StructModel
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.translations import Translations

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger("kiosk.ui")


class Pictured(Protocol):
    """Where pictures come from."""

    def picture(self, source: str, language: str) -> tuple[str, float]:
        """Return a picture's address for QML and its height by its width, or raise ContentError."""


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """One card in one language as it is drawn; `picture` is empty where there is none.

    A touch opens `page` at the anchor `section`, `invitation` says so, in
    the same language, empty where the kiosk has no words in it; without a page nothing is opened.
    """

    language: str
    line: str
    text: str = ""
    picture: str = ""
    aspect: float = 0.0
    page: str = ""
    section: str = ""
    invitation: str = ""


class Way(msgspec.Struct, frozen=True):
    """One way to start: a language, its own name, and "Touch to start" in it, if there is any."""

    code: str
    name: str
    words: str


def start_words(translations: Translations, language: str) -> str:
    """Return "Touch to start" in a language; empty where the kiosk has no words in it yet."""
    translate = partial(translations.words, language)
    return translate("RestScreen", "Touch to start") if translations.knows(language) else ""


def named(title: str, language: str) -> Resting:
    """Return what stands there where a pack has no cards: its title, which leads nowhere."""
    return Resting(card=0, language=language, line=title, text="", figure="", page="", section="")


def invitation(translations: Translations, language: str) -> str:
    """Return what a card says to be touched for, in a language; empty as above."""
    translate = partial(translations.words, language)
    return translate("RestScreen", "Touch to read more") if translations.knows(language) else ""


@QmlElement
@QmlUncreatable("made in Python")
class RestContents(QObject):  # type: ignore[operator]
    """The resting screen in one language, which staff can change. Each face is made when shown."""

    changed = Signal()
    turned = Signal()

    def __init__(
        self,
        today: Today,
        pictures: Pictured,
        languages: Sequence[Language],
        language: str,
        *,
        translations: Translations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._translations = translations
        self._today = today
        self._pictures = pictures
        self._language = language
        self._faces = StructModel(Face, self)
        self._ways = StructModel(Way, self, self._ways_in(languages))
        self._told: tuple[Resting, ...] = ()
        self._numbers: list[int] = []
        self._at = 0

    @Property(str, notify=changed)
    def language(self) -> str:
        """Code of the language in which a touch beside the buttons starts."""
        return self._language

    @Property(str, notify=turned)
    def clinic(self) -> str:
        """The clinic's name, in the language that is spoken."""
        return self._today.pack.clinic(self.spoken)

    @Property(int, notify=turned)
    def shown(self) -> int:
        """Which of the faces is shown."""
        return self._at

    @Property(str, notify=turned)
    def spoken(self) -> str:
        """Code of the language of the face that is shown."""
        return self._round()[self._at].language

    @Property(int, notify=turned)
    def card(self) -> int:
        """Which of the cards that is."""
        return self._numbers.index(self._round()[self._at].card)

    @Property(int, notify=turned)
    def cards(self) -> int:
        """How many cards there are, each of them in one language or more."""
        return len({each.card for each in self._round()})

    @Slot()
    def turn(self) -> None:
        """Show the next face: the same card in another language, or the next card."""
        self._show((self._at + 1) % len(self._round()))

    @Slot()
    def begin(self) -> None:
        """Begin with the first one."""
        if self._told:
            self._show(0)

    def _show(self, at: int) -> None:
        made = len(self._faces.rows)
        self._faces.extend([self._face(each) for each in self._told[made : at + 1]])
        self._at = at
        self.turned.emit()

    @Property(StructModel, constant=True)
    def faces(self) -> StructModel:
        """The faces that have been shown so far, in their order; the first frame waits for one."""
        self._round()
        return self._faces

    @Property(int, notify=turned)
    def count(self) -> int:
        """How many faces there are in a round."""
        return len(self._round())

    @Property(StructModel, constant=True)
    def ways(self) -> StructModel:
        """The languages in which somebody can start, the pack's default one first."""
        return self._ways

    @Slot(str)
    def speak(self, language: str) -> None:
        """Rest in another language."""
        if language != self._language and language in [way.code for way in self._ways.rows]:
            self._language = language
            self._renew()

    def show(
        self, today: Today, pictures: Pictured, languages: Sequence[Language], language: str
    ) -> None:
        """Take over another edition of the pack."""
        self._today, self._pictures, self._language = today, pictures, language
        self._ways.fill(self._ways_in(languages))
        self._renew()

    def _renew(self) -> None:
        # Cards that nobody has asked for yet are read when somebody does.
        if self._told:
            self._begin_anew()
        self.changed.emit()
        self.turned.emit()

    def _round(self) -> tuple[Resting, ...]:
        if not self._told:
            self._begin_anew()
        return self._told

    def _begin_anew(self) -> None:
        title = self._today.pack.title(self._language)
        self._told = self._today.rest(self._language) or (named(title, self._language),)
        self._numbers = list(dict.fromkeys(each.card for each in self._told))
        self._at = 0
        self._faces.fill([self._face(self._told[0])])

    def _face(self, card: Resting) -> Face:
        picture, aspect = self._drawn(card)
        return Face(
            language=card.language, line=card.line, text=card.text, picture=picture,
            aspect=aspect, page=card.page, section=card.section,
            invitation=invitation(self._translations, card.language),
        )  # fmt: skip

    def _drawn(self, card: Resting) -> tuple[str, float]:
        try:
            return self._pictures.picture(card.figure, card.language) if card.figure else ("", 0.0)
        except ContentError as error:
            log.error("%s", error)
            return "", 0.0

    def _ways_in(self, languages: Sequence[Language]) -> list[Way]:
        return [
            Way(each.code, each.name, start_words(self._translations, each.code))
            for each in languages
        ]
