"""The object that QML binds to: the visit, the panes, and what a touch means.

Owns one visit and the panes it can see. Decides nothing that `visit` can decide; draws nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.pack import Pack
from kiosk.pack.today import Today
from kiosk.ui.appearance.appearance import Look
from kiosk.ui.appearance.screen_size import Display
from kiosk.ui.focus.focus import Focus
from kiosk.ui.presence.presence import Presence
from kiosk.ui.presence.rest_screen import Invitation
from kiosk.ui.qt.list_models import LanguageModel, languages_of
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.translations import Tongue
from kiosk.ui.reading.card import Card
from kiosk.ui.reading.extra_pages import ExtraModel
from kiosk.ui.reading.links import Links
from kiosk.ui.reading.page_source import Library
from kiosk.ui.reading.pane import Pane
from kiosk.ui.reading.panes import PaneModel, Panes
from kiosk.ui.speech.read_aloud import Listening
from kiosk.ui.staff.desk import Desk
from kiosk.visit.presence_state import Phase
from kiosk.visit.visit import Visit

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Shell(QObject):  # type: ignore[operator]
    """The kiosk as QML sees it.

    `panes` are the tabs in order; a page that is not a tab is shown in `extra`.
    """

    visitChanged = Signal()
    wiped = Signal()
    renewed = Signal()
    sectionRequested = Signal(str, str, arguments=["page", "anchor"])
    topRequested = Signal(str, arguments=["page"])

    def __init__(
        self,
        pack: Pack,
        library: Library,
        display: Display,
        visit: Visit,
        presence: Presence,
        *,
        desk: Desk,
        tongue: Tongue,
        unlocked: bool,
        framed: bool,
        moving: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pack, self._library = pack, library
        self._today = Today(pack, presence.today)
        self._visit = self._fresh = visit
        self._presence, self._desk = presence, desk
        self._unlocked, self._framed = unlocked, framed
        self._look = Look(display, visit, self.change, moving=moving, parent=self)
        self._card = Card(self)
        self._focus = Focus(self)
        self._links = Links(self)
        self._extras = ExtraModel(pack, library, self)
        self._panes = Panes(pack, library, self._today, tongue, self)
        self._held = False
        self._next: tuple[Pack, Library] | None = None
        self._languages = LanguageModel(languages_of(pack), self)
        languages = languages_of(pack)
        self._invitation = Invitation(
            self._today, library, languages, visit.language, tongue=tongue, parent=self
        )
        self._panes.begin(visit)
        self._listening = Listening(self, tongue.phrases)
        presence.setParent(self)
        presence.begun.connect(self.chooseLanguage)
        presence.ended.connect(self.reset)
        presence.dayTurned.connect(self._turn_day)
        desk.setParent(self)
        desk.begun.connect(presence.rest)
        desk.changed.connect(lambda: presence.attend(desk.stage != "away"))
        desk.restRequested.connect(presence.rest)
        desk.languageChosen.connect(self.welcome)

    # What the clinic is

    @Property(str, notify=visitChanged)
    def clinic(self) -> str:
        """The clinic's name."""
        return self._pack.clinic(self._visit.language)

    @Property(str, notify=visitChanged)
    def topic(self) -> str:
        """What the pack is about."""
        return self._pack.title(self._visit.language)

    @Property(str, notify=visitChanged)
    def about(self) -> str:
        """The page about this information; empty if the pack has none."""
        return self._pack.about

    @Property(ExtraModel, constant=True)
    def extras(self) -> ExtraModel:
        """The pages that are no tabs but offered everywhere; the first frame has no titles yet."""
        return self._extras

    @Property(LanguageModel, constant=True)
    def languages(self) -> LanguageModel:
        """The pack's languages."""
        return self._languages

    @Property(Presence, constant=True)
    def presence(self) -> Presence:
        """Whether somebody is there."""
        return self._presence

    @Property(Invitation, constant=True)
    def invitation(self) -> Invitation:
        """What the resting screen shows."""
        return self._invitation

    @Property(Desk, constant=True)
    def desk(self) -> Desk:
        """What is for staff."""
        return self._desk

    @Property(Card, constant=True)
    def card(self) -> Card:
        """The card over the page."""
        return self._card

    @Property(Links, constant=True)
    def links(self) -> Links:
        """Where links lead."""
        return self._links

    @Property(Focus, constant=True)
    def focus(self) -> Focus:
        """What has the focus while somebody uses keys."""
        return self._focus

    @Property(bool, constant=True)
    def unlocked(self) -> bool:
        """Whether Esc leaves the kiosk."""
        return self._unlocked

    @Property(Listening, constant=True)
    def listening(self) -> Listening:
        """What is read aloud."""
        return self._listening

    @Property(Look, constant=True)
    def look(self) -> Look:
        """How things look."""
        return self._look

    @Property(bool, constant=True)
    def framed(self) -> bool:
        """Whether the window has a frame: it has none where the kiosk fills the screen."""
        return self._framed

    @Property(str, constant=True)
    def icons(self) -> str:
        """The folder of the kiosk's icons."""
        return str(self._pack.assets / "icons")

    # The visit

    @Property(str, notify=visitChanged)
    def language(self) -> str:
        """Code of the language chosen."""
        return self._visit.language

    @Property(str, notify=visitChanged)
    def page(self) -> str:
        """The page on the screen."""
        return self._visit.page

    @Property(int, notify=visitChanged)
    def tab(self) -> int:
        """Index of the tab on the screen; -1 while a page that is no tab is shown."""
        return self._panes.index(self._visit.page)

    @Property(PaneModel, constant=True)
    def panes(self) -> PaneModel:
        """The tabs' panes in order."""
        return self._panes.tabs

    @Property(Pane, notify=visitChanged)
    def extra(self) -> Pane | None:
        """The pane of a page that is no tab, None while a tab is shown."""
        return self._panes.extra(self._visit.page)

    @property
    def tabs(self) -> list[str]:
        """The tabs' pages in order."""
        return [pane.page_name for pane in self._panes.tabs]

    def pane(self, page: str) -> Pane:
        """Return a page's pane."""
        return self._panes.pane(page)

    def has(self, page: str) -> bool:
        """Whether there is such a page."""
        return self._pack.has(page)

    @property
    def visit(self) -> Visit:
        """The visit as it is."""
        return self._visit

    def change(self, visit: Visit) -> None:
        """Take over a new state of the visit; panes that it shows are loaded first."""
        if visit == self._visit:
            return
        self._visit = visit
        if self._presence.state.phase is not Phase.RESTING:
            # Whatever it came by: a screen reader's press passes no gate.
            self._presence.touch()
        self._panes.load(visit)
        self._panes.show(visit)
        self._extras.speak(visit.language)
        self.visitChanged.emit()
        self._look.show(visit)
        self._panes.clear()

    @Slot()
    def finish(self) -> None:
        """Make the rest of the first page and the others: the first frame is on the screen."""
        self._panes.finish()
        self._extras.speak(self._visit.language)

    @Slot()
    def reset(self) -> None:
        """Forget the visit: everything is as it was before anybody came."""
        self._card.close()
        self.change(self._fresh)
        self.wiped.emit()

    # New text

    def replace(self, pack: Pack, library: Library) -> None:
        """Show another state of the pack as soon as no finger moves the text."""
        self._next = (pack, library)
        self._renew()

    @Slot()
    def _turn_day(self) -> None:
        """Show the same text as it stands on another day."""
        self._next = self._next or (self._pack, self._library)
        self._renew()

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Let new text wait while a finger moves what is there."""
        self._held = held
        if self._next:
            # Not now: what moved is about to say that it has stopped.
            QTimer.singleShot(0, self, self._renew)

    @Slot()
    def _renew(self) -> None:
        if self._next is None or self._held:
            return
        (self._pack, library), self._next = self._next, None
        self._library, self._today = library, Today(self._pack, self._presence.today)
        tabs, languages = [tab.page for tab in self._pack.tabs], self._pack.languages
        visit = self._visit.within(languages, tabs, self._pack.has)
        gone = visit.page != self._visit.page
        first = self._fresh.turned_to(tabs[0], is_tab=True)
        self._fresh = first.within(languages, tabs, self._pack.has)
        self._visit = self._panes.renew(self._pack, library, self._today, visit)
        named = languages_of(self._pack)
        self._languages.fill(named)
        self._extras.renew(self._pack, library, self._visit.language)
        self._invitation.show(self._today, library, named, self._fresh.language)
        self._desk.speak(self._fresh.language)
        self._look.show(self._visit)
        self.visitChanged.emit()
        self.renewed.emit()
        self._panes.clear()
        if gone and self._presence.state.phase is not Phase.RESTING:
            self._card.show("gone")

    @Slot(str)
    def welcome(self, language: str) -> None:
        """Let the next visits begin in another language of the pack."""
        if language in self._pack.languages:
            resting = self._visit == self._fresh
            self._fresh = self._fresh.in_language(language)
            self._invitation.speak(language)
            if resting:
                self.change(self._fresh)

    # What a touch means

    @Slot(str)
    def turnTo(self, page: str) -> None:
        """Show a page; the tab that is shown already returns to its top."""
        self._card.close()
        if page == self._visit.page:
            self.topRequested.emit(page)
        else:
            is_tab = self._panes.index(page) >= 0
            self.change(self._visit.turned_to(page, is_tab=is_tab))
            if not is_tab:
                self.topRequested.emit(page)

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the tab that many further, if there is one."""
        index = self._panes.index(self._visit.page) + by
        if 0 <= index < len(self._panes.tabs):
            self.turnTo(self._panes.tabs[index].page_name)

    @Slot()
    def back(self) -> None:
        """Leave a page that is no tab for the last tab."""
        self.turnTo(self._visit.tab)

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """Show everything in another language of the pack."""
        self._card.close()
        if language in self._pack.languages:
            self.change(self._visit.in_language(language))

    @Slot(str, str)
    def ask(self, page: str, anchor: str) -> None:
        """Open a question of a page, or close it."""
        self.change(self._visit.asked(page, anchor))

    @Slot(str, int)
    def tick(self, page: str, index: int) -> None:
        """Tick an item of a page's lists, or take its tick away."""
        self.change(self._visit.toggled(page, index))
