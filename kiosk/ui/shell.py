"""The object that QML binds to: it composes what one kiosk is made of and decides nothing.

Owns who is told of new text and of a visit's end, and in which order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.pack import Pack
from kiosk.ui.appearance.appearance import Appearance
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.ui.focus.focus import Focus
from kiosk.ui.presence.presence import Presence
from kiosk.ui.presence.rest_screen import RestContents
from kiosk.ui.qt.list_models import Language, StructModel, languages_of
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.screen_reader import ScreenReader
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.card import Card
from kiosk.ui.reading.links import Links
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.reading.page_source import PageSource
from kiosk.ui.search.search import Search
from kiosk.ui.speech.read_aloud import ReadAloud
from kiosk.ui.staff.desk import Desk
from kiosk.visit.presence_state import Phase
from kiosk.visit.visit import Visit

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Shell(QObject):  # type: ignore[operator]
    """The kiosk as QML sees it."""

    titled = Signal()

    def __init__(
        self,
        pack: Pack,
        pages: PageSource,
        display: ScreenSize,
        visit: Visit,
        presence: Presence,
        *,
        desk: Desk,
        translations: Translations,
        unlocked: bool,
        framed: bool,
        moving: bool,
        speech: Mapping[str, Sequence[str]] | None = None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._presence, self._desk = presence, desk
        self._unlocked, self._framed = unlocked, framed
        navigator = Navigator(pack, pages, visit, presence, translations=translations, parent=self)
        self._navigator = navigator
        self._appearance = Appearance(display, visit, navigator.change, moving=moving, parent=self)
        self._focus = Focus(navigator, presence, desk, self._appearance, parent=self)
        self._links = Links(navigator)
        languages = languages_of(pack.languages)
        self._search = Search(navigator, self._links, self)
        self._languages = StructModel(Language, self, languages)
        self._rest_contents = RestContents(
            navigator.today,
            pages,
            languages,
            visit.language,
            translations=translations,
            parent=self,
        )
        self._read_aloud = ReadAloud(navigator, presence, translations, speech or {}, parent=self)
        self._screen_reader = ScreenReader(
            lambda: (
                translations.phrases(self._rest_contents.spoken)
                if presence.phase == Phase.RESTING
                else navigator.pane(navigator.page).say
            ),
            self,
        )
        self._search.changed.connect(self._read_aloud.stop)
        navigator.visitChanged.connect(self._show_visit)
        navigator.packChanged.connect(self._show_pack)
        presence.setParent(self)
        presence.begun.connect(navigator.chooseLanguage)
        presence.ended.connect(navigator.reset)
        presence.ended.connect(self._rest_contents.begin)
        self._rest_contents.turned.connect(self._speak_at_rest)
        presence.dayTurned.connect(navigator.turn_day)
        desk.setParent(self)
        desk.begun.connect(presence.rest)
        desk.changed.connect(lambda: presence.attend(desk.stage != "away"))
        desk.restRequested.connect(presence.rest)
        desk.languageChosen.connect(self.welcome)

    # What the clinic is

    @Property(str, notify=titled)
    def clinic(self) -> str:
        """The clinic's name."""
        return self._navigator.pack.clinic(self._navigator.language)

    @Property(str, notify=titled)
    def topic(self) -> str:
        """What the pack is about."""
        return self._navigator.pack.title(self._navigator.language)

    @Property(str, notify=titled)
    def about(self) -> str:
        """The page about this information; empty if the pack has none."""
        return self._navigator.pack.about

    @Property(bool, notify=titled)
    def takesHome(self) -> bool:
        """Whether the pages stand on a website too, from where a phone can take them along."""
        return bool(self._navigator.pack.take_home)

    @Property(StructModel, constant=True)
    def languages(self) -> StructModel:
        """The pack's languages."""
        return self._languages

    @Property(str, constant=True)
    def icons(self) -> str:
        """The folder of the kiosk's icons."""
        return str(self._navigator.pack.assets / "icons")

    @Property(bool, constant=True)
    def unlocked(self) -> bool:
        """Whether Esc leaves the kiosk."""
        return self._unlocked

    @Property(bool, constant=True)
    def framed(self) -> bool:
        """Whether the window has a frame: it has none where the kiosk fills the screen."""
        return self._framed

    # What it is made of

    @Property(Navigator, constant=True)
    def navigator(self) -> Navigator:
        """What turns the pages."""
        return self._navigator

    @Property(Card, constant=True)
    def card(self) -> Card:
        """The card over the page."""
        return self._navigator.card

    @Property(Links, constant=True)
    def links(self) -> Links:
        """Where links lead."""
        return self._links

    @Property(Search, constant=True)
    def search(self) -> Search:
        """What is searched."""
        return self._search

    @Property(Presence, constant=True)
    def presence(self) -> Presence:
        """Whether somebody is there."""
        return self._presence

    @Property(RestContents, constant=True)
    def restContents(self) -> RestContents:
        """What the resting screen shows."""
        return self._rest_contents

    @Property(Desk, constant=True)
    def desk(self) -> Desk:
        """What is for staff."""
        return self._desk

    @Property(Focus, constant=True)
    def focus(self) -> Focus:
        """What has the focus while somebody uses keys."""
        return self._focus

    @Property(ReadAloud, constant=True)
    def readAloud(self) -> ReadAloud:
        """What is read aloud."""
        return self._read_aloud

    @Property(ScreenReader, constant=True)
    def screenReader(self) -> ScreenReader:
        """Whether a screen reader listens."""
        return self._screen_reader

    @Property(Appearance, constant=True)
    def appearance(self) -> Appearance:
        """How things look."""
        return self._appearance

    # Who is told

    @Slot(str)
    def welcome(self, language: str) -> None:
        """Let the next visits begin in another language of the pack."""
        self._navigator.welcome(language)
        self._rest_contents.speak(self._navigator.welcoming)

    @Slot()
    def _speak_at_rest(self) -> None:
        if self._presence.phase == Phase.RESTING:
            self._navigator.extras.speak(self._rest_contents.spoken)

    @Slot()
    def _show_visit(self) -> None:
        self.titled.emit()
        self._appearance.show(self._navigator.visit)

    @Slot()
    def _show_pack(self) -> None:
        navigator = self._navigator
        languages = languages_of(navigator.pack.languages)
        self._languages.fill(languages)
        self._rest_contents.show(navigator.today, navigator.pages, languages, navigator.welcoming)
        self._desk.speak(navigator.welcoming)
