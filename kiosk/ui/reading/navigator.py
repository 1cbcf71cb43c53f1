"""Turning pages: which page of which text is on the screen, in which language, for one visit.

Owns the visit and the panes that it can see. Decides nothing that `visit` can decide; draws
nothing, and knows nothing of staff, of keys, or of how things look.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.pack import Pack
from kiosk.pack.today import Today
from kiosk.page.blocks import Page
from kiosk.ui.presence.presence import Presence
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.card import Card
from kiosk.ui.reading.extra_pages import ExtraModel
from kiosk.ui.reading.page_source import PageSource
from kiosk.ui.reading.pane import Pane
from kiosk.ui.reading.panes import PaneModel, Panes, RowMaking
from kiosk.visit.presence_state import Phase
from kiosk.visit.visit import Visit

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Navigator(QObject):  # type: ignore[operator]
    """Turns the pages of a pack for one visitor after the other.

    `panes` are the tabs in order; a page that is not a tab is shown in `extra`. `packChanged` comes
    before `visitChanged` and that before `renewed`, when there is new text. `heldBack` asks for
    `finish` as soon as the next frame is on the screen.
    """

    visitChanged = Signal()
    packChanged = Signal()
    wiped = Signal()
    renewed = Signal()
    madeChanged = Signal()
    heldBack = Signal()
    sectionRequested = Signal(str, str, arguments=["page", "anchor"])
    topRequested = Signal(str, arguments=["page"])

    def __init__(
        self,
        pack: Pack,
        pages: PageSource,
        visit: Visit,
        presence: Presence,
        *,
        translations: Translations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pack, self._pages = pack, pages
        self._presence = presence
        self._today = Today(pack, presence.today)
        self._visit = self._fresh = visit
        self._card = Card(self)
        self._extras = ExtraModel(pack, pages, self)
        self._panes = Panes(pack, pages, self._today, translations, self)
        self._making = RowMaking(self._panes, self)
        self._making.done.connect(self._finish_start)
        self._made = self._held = False
        self._next: tuple[Pack, PageSource] | None = None
        self._panes.begin(visit)

    # What there is

    @property
    def pack(self) -> Pack:
        """The text that is shown."""
        return self._pack

    @property
    def pages(self) -> PageSource:
        """Where its pages and pictures come from."""
        return self._pages

    @property
    def today(self) -> Today:
        """The text as it stands on this day."""
        return self._today

    @property
    def welcoming(self) -> str:
        """The language in which the next visit begins."""
        return self._fresh.language

    @Property(Card, constant=True)
    def card(self) -> Card:
        """The card over the page."""
        return self._card

    @Property(ExtraModel, constant=True)
    def extras(self) -> ExtraModel:
        """The pages that are no tabs but offered everywhere; the first frame has no titles yet."""
        return self._extras

    @Property(PaneModel, constant=True)
    def panes(self) -> PaneModel:
        """The tabs' panes in order."""
        return self._panes.tabs

    @property
    def tabs(self) -> list[str]:
        """The tabs' pages in order."""
        return [pane.page_name for pane in self._panes.tabs]

    def pane(self, page: str) -> Pane:
        """Return a page's pane with all its rows."""
        return self._panes.whole(page)

    def note_on_about(self, noting: Callable[[PageSource], PageSource]) -> None:
        """Take the page about the kiosk, which nobody has opened yet, from what this makes."""
        self._panes.note_on_about(noting)

    def has(self, page: str) -> bool:
        """Whether there is such a page."""
        return self._pack.has(page)

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

    @Property(Pane, notify=visitChanged)
    def extra(self) -> Pane | None:
        """The pane of a page that is no tab, None while a tab is shown."""
        return self._panes.extra(self._visit.page)

    @Property(str, notify=visitChanged)
    def section(self) -> str:
        """Anchor of the section that the page on the screen is open at; empty at its opening."""
        return self._visit.section(self._visit.page)

    @Property(bool, notify=visitChanged)
    def inside(self) -> bool:
        """Whether there is a way back: a section, or a page that is no tab, is on the screen."""
        return bool(self.section) or self.tab < 0

    @Property(int, notify=visitChanged)
    def ticks(self) -> int:
        """How many lines are ticked, on whatever page."""
        return len(self._visit.ticked)

    @property
    def shown(self) -> Page | None:
        """The page on the screen as it is written; None while it can't be shown or is hidden."""
        pane = self._panes.tabs[self.tab] if self.tab >= 0 else self.extra
        return pane.page if pane else None

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
            # Whatever it came by: a screen reader's press passes no filter.
            self._presence.touch()
        if self._panes.load(visit):
            self.heldBack.emit()
        self._panes.show(visit)
        self._extras.speak(visit.language)
        self.visitChanged.emit()
        self._panes.clear()

    @Slot()
    def finish(self) -> None:
        """Make what is held back of the page and the others: the frame that counts is there.

        A row at a time, and touches come in between: whoever is there already waits for none.
        """
        self._making.start()

    @Slot()
    def _finish_start(self) -> None:
        self._extras.speak(self._visit.language)
        if not self._made:
            self._made = True
            self.madeChanged.emit()

    @Property(bool, notify=madeChanged)
    def made(self) -> bool:
        """Whether the rows of every pane are there, and the titles of the pages without a tab."""
        return self._made

    @Slot()
    def reset(self) -> None:
        """Forget the visit: everything is as it was before anybody came."""
        self._card.close()
        self.change(self._fresh)
        self.wiped.emit()

    def welcome(self, language: str) -> None:
        """Let the next visits begin in another language of the pack."""
        if language in self._pack.languages:
            resting = self._visit == self._fresh
            self._fresh = self._fresh.in_language(language)
            if resting:
                self.change(self._fresh)

    # New text

    def replace(self, pack: Pack, pages: PageSource) -> None:
        """Show another state of the pack as soon as no finger moves the text."""
        self._next = (pack, pages)
        self._renew()

    @Slot()
    def turn_day(self) -> None:
        """Show the same text as it stands on another day."""
        self._next = self._next or (self._pack, self._pages)
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
        (self._pack, pages), self._next = self._next, None
        self._pages, self._today = pages, Today(self._pack, self._presence.today)
        tabs, languages = [tab.page for tab in self._pack.tabs], self._pack.languages
        visit = self._visit.within(languages, tabs, self._pack.has)
        gone = visit.page != self._visit.page
        first = self._fresh.turned_to(tabs[0], is_tab=True)
        self._fresh = first.within(languages, tabs, self._pack.has)
        self._visit = self._panes.renew(self._pack, pages, self._today, visit)
        self._extras.renew(self._pack, pages, self._visit.language)
        self.packChanged.emit()
        self.visitChanged.emit()
        self.renewed.emit()
        self._panes.clear()
        if gone and self._presence.state.phase is not Phase.RESTING:
            self._card.show("gone")

    # What a touch means

    @Slot(str)
    def turnTo(self, page: str) -> None:
        """Show a page; the tab that is shown already returns to its top."""
        self._card.close()
        if page == self._visit.page:
            self.enter(page, "")
        else:
            is_tab = self._panes.index(page) >= 0
            self.change(self._visit.turned_to(page, is_tab=is_tab))
            if not is_tab:
                self.topRequested.emit(page)

    @Slot(str, str)
    def enter(self, page: str, section: str) -> None:
        """Show the beginning of a page's section; "" is the page's opening."""
        self._card.close()
        visit = self._visit.entered(page, section)
        self.change(visit.turned_to(page, is_tab=self._panes.index(page) >= 0))
        self.topRequested.emit(page)

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the tab that many further, if there is one; within a section, the next section."""
        if self.section:
            beyond = self._beyond(by)
            if beyond:
                self.enter(self._visit.page, beyond)
            elif beyond is not None:
                self.back()
            return
        index = self._panes.index(self._visit.page) + by
        if 0 <= index < len(self._panes.tabs):
            self.turnTo(self._panes.tabs[index].page_name)

    @Slot(int, result=bool)
    def leads(self, by: int) -> bool:
        """Whether a step within a section leads anywhere: to a section, or to the opening."""
        return self._beyond(by) is not None

    def _beyond(self, by: int) -> str | None:
        return self._panes.pane(self._visit.page).sections.beyond(by)

    @Slot()
    def back(self) -> None:
        """Leave a section for the door to it, a page that is no tab for where it leads back to."""
        page, section = self._visit.place
        if section:
            self._card.close()
            self.change(self._visit.entered(page, ""))
            self.sectionRequested.emit(page, section)
        else:
            self.turnTo(self._visit.way_back)

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """Show everything in another language of the pack."""
        self._card.close()
        if language in self._pack.languages:
            self.change(self._visit.in_language(language))
            self._extras.speak(language)

    @Slot(str, str)
    def ask(self, page: str, anchor: str) -> None:
        """Open a question of a page, or close it."""
        self.change(self._visit.asked(page, anchor))

    @Slot(str, int)
    def tick(self, page: str, index: int) -> None:
        """Tick an item of a page's lists, or take its tick away."""
        self.change(self._visit.toggled(page, index))

    @Slot(str, int, int, int)
    def compare(self, page: str, number: int, option: int, count: int) -> None:
        """Hold an option of a page's comparison, one of so many, against another one."""
        self.change(self._visit.comparing(page, number, option, count))
