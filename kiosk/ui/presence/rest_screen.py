"""What the resting screen shows: the pack's cards, and "Touch to start" in every language.

Owns the language of the resting screen. Knows nothing of who touches it or when it is dimmed.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.packfile import RestCard
from kiosk.pack.today import Today
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


class Face(msgspec.Struct, frozen=True):
    """One card as it is drawn; `picture` is empty where there is none."""

    line: str
    text: str
    picture: str = ""
    aspect: float = 0.0


class Way(msgspec.Struct, frozen=True):
    """One way to start: a language, its own name, and "Touch to start" in it, if there is any."""

    code: str
    name: str
    words: str


def start_words(translations: Translations, language: str) -> str:
    """Return "Touch to start" in a language; empty where the kiosk has no words in it yet."""
    translate = partial(translations.words, language)
    return translate("RestScreen", "Touch to start") if translations.knows(language) else ""


@QmlElement
@QmlUncreatable("made in Python")
class RestContents(QObject):  # type: ignore[operator]
    """The resting screen in one language, which staff can change. Its cards are read when asked."""

    changed = Signal()

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
        self._filled = False

    @Property(str, notify=changed)
    def language(self) -> str:
        """Code of the language in which a touch beside the buttons starts."""
        return self._language

    @Property(str, notify=changed)
    def clinic(self) -> str:
        """The clinic's name."""
        return self._today.pack.clinic(self._language)

    @Property(StructModel, constant=True)
    def faces(self) -> StructModel:
        """The cards; the pack's title where it names none."""
        if not self._filled:
            self._filled = True
            self._fill()
        return self._faces

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
        if self._filled:
            self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        cards = self._today.rest(self._language)
        title = self._today.pack.title(self._language)
        self._faces.fill([self._face(card) for card in cards] or [Face(title, "")])

    def _face(self, card: RestCard) -> Face:
        line, text = str(card.line), str(card.text)
        if not card.figure:
            return Face(line, text)
        try:
            return Face(line, text, *self._pictures.picture(card.figure, self._language))
        except ContentError as error:
            log.error("%s", error)
            return Face(line, text)

    def _ways_in(self, languages: Sequence[Language]) -> list[Way]:
        return [
            Way(each.code, each.name, start_words(self._translations, each.code))
            for each in languages
        ]
