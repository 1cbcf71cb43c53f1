"""The object that QML binds to: the visit, the panes, and what a touch means.

Owns one visit and the panes it can see. Decides nothing that `visit` can decide; draws nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.library.pack import Pack
from kiosk.ui.display import Display
from kiosk.ui.markup import link_target
from kiosk.ui.models import Language, LanguageModel
from kiosk.ui.pane import Library, Pane
from kiosk.visit import Visit

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


log = logging.getLogger("kiosk.ui")

FIRST_ROWS = 8
"""Rows of the first page that are made before the first frame; they fill the highest screen."""


@QmlElement
@QmlUncreatable("made in Python")
class Shell(QObject):  # type: ignore[operator]
    """The kiosk as QML sees it.

    `panes` are the tabs in order; a page that is not a tab is shown in `extra`.
    """

    visitChanged = Signal()
    displayChanged = Signal()
    cardChanged = Signal()
    sectionRequested = Signal(str, str, arguments=["page", "anchor"])
    topRequested = Signal(str, arguments=["page"])

    def __init__(
        self,
        pack: Pack,
        library: Library,
        display: Display,
        visit: Visit,
        *,
        unlocked: bool,
        framed: bool,
        moving: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._library = library
        self._display = display
        self._visit = visit
        self._unlocked = unlocked
        self._framed = framed
        self._moving = moving
        self._card = ("", "", "")
        self._panes = [Pane(library, tab.page, str(pack.icon(tab.icon)), self) for tab in pack.tabs]
        self._extras: dict[str, Pane] = {}
        self._leaving: list[Pane] = []
        self._languages = LanguageModel(
            [Language(code, _own_name(code)) for code in pack.languages], self
        )
        # The first frame waits for no row that is below the screen.
        self._pane(visit.page).load(visit.language, at_once=FIRST_ROWS)
        self._load(at_once=0)

    # What the clinic is

    @Property(str, notify=visitChanged)
    def clinic(self) -> str:
        """The clinic's name."""
        return self._pack.clinic(self._visit.language)

    @Property(str, notify=visitChanged)
    def topic(self) -> str:
        """What the pack is about."""
        return self._pack.title(self._visit.language)

    @Property(str, constant=True)
    def about(self) -> str:
        """The page about this information; empty if the pack has none."""
        return self._pack.about

    @Property(LanguageModel, constant=True)
    def languages(self) -> LanguageModel:
        """The pack's languages."""
        return self._languages

    @Property(bool, constant=True)
    def unlocked(self) -> bool:
        """Whether Esc leaves the kiosk."""
        return self._unlocked

    # How things look

    @Property(float, notify=displayChanged)
    def mm(self) -> float:
        """Pixels in a millimetre."""
        return self._display.mm

    @Property(float, notify=displayChanged)
    def capHeight(self) -> float:
        """Height of body capitals at 100 %, in millimetres."""
        return self._display.cap_height

    @Property(float, notify=visitChanged)
    def textScale(self) -> float:
        """Text size, 1.0 to 2.0."""
        return self._visit.text_size / 100

    @Property(str, notify=visitChanged)
    def scheme(self) -> str:
        """Colour theme: light, dark or contrast."""
        return self._visit.scheme

    @Property(bool, constant=True)
    def framed(self) -> bool:
        """Whether the window has a frame: it has none where the kiosk fills the screen."""
        return self._framed

    @Property(bool, constant=True)
    def moving(self) -> bool:
        """Whether things may move."""
        return self._moving

    @Property(str, constant=True)
    def icons(self) -> str:
        """The folder of the kiosk's icons."""
        return str(self._pack.assets / "icons")

    def measure(self, display: Display) -> None:
        """Take over another screen's size."""
        if display != self._display:
            self._display = display
            self.displayChanged.emit()

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
        return self._index(self._visit.page)

    @Property(list, constant=True)
    def panes(self) -> list[Pane]:
        """The tabs' panes in order."""
        return self._panes

    @Property(Pane, notify=visitChanged)
    def extra(self) -> Pane | None:
        """The pane of a page that is no tab, None while a tab is shown."""
        return self._extras.get(self._visit.page)

    @property
    def tabs(self) -> list[str]:
        """The tabs' pages in order."""
        return [pane.page_name for pane in self._panes]

    @property
    def visit(self) -> Visit:
        """The visit as it is."""
        return self._visit

    def change(self, visit: Visit) -> None:
        """Take over a new state of the visit; panes that it shows are loaded first."""
        if visit == self._visit:
            return
        pane = self._pane(visit.page)
        self._visit = visit
        self._load()
        pane.finish()
        for page in [name for name, extra in self._extras.items() if extra is not pane]:
            self._leaving.append(self._extras.pop(page))
        for loaded in (*self._panes, *self._extras.values()):
            loaded.open_question(visit.question(loaded.page_name))
        self.visitChanged.emit()
        # Only now is nothing on the screen bound to them.
        while self._leaving:
            self._leaving.pop().deleteLater()

    @Slot()
    def finish(self) -> None:
        """Make the rest of the first page and the others: the first frame is on the screen."""
        for pane in self._panes:
            pane.finish()

    # What a touch means

    @Slot(str)
    def turnTo(self, page: str) -> None:
        """Show a page; the tab that is shown already returns to its top."""
        self.closeCard()
        if page == self._visit.page:
            self.topRequested.emit(page)
        else:
            is_tab = self._index(page) >= 0
            self.change(self._visit.turned_to(page, is_tab=is_tab))
            if not is_tab:
                self.topRequested.emit(page)

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the tab that many further, if there is one."""
        index = self._index(self._visit.page) + by
        if 0 <= index < len(self._panes):
            self.turnTo(self._panes[index].page_name)

    @Slot()
    def back(self) -> None:
        """Leave a page that is no tab for the last tab."""
        self.turnTo(self._visit.tab)

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """Show everything in another language of the pack."""
        self.closeCard()
        if language in self._pack.languages:
            self.change(self._visit.in_language(language))

    @Slot(str, str)
    def ask(self, page: str, anchor: str) -> None:
        """Open a question of a page, or close it."""
        self.change(self._visit.asked(page, anchor))

    @Slot(str, str)
    def follow(self, page: str, link: str) -> None:
        """Do what a link in a page's text asks for."""
        kind, parts = link_target(link)
        match kind, parts:
            case "term", (term, meaning):
                self._show_card("term", term, meaning)
            case "source", (number,):
                self._show_card("source", number, self._pane(page).source(int(number)))
            case "outside", (address,):
                self._show_card("outside", "", address)
            case "page", (target, anchor):
                self.go(target or page, anchor)

    @Slot(str, str)
    def go(self, page: str, anchor: str) -> None:
        """Show a section of a page; without an anchor, its top."""
        self.closeCard()
        if not self._pack.has(page):
            log.warning("%s: there is no such page; correct the link that leads to it.", page)
            self._show_card("missing", "", "")
            return
        if page != self._visit.page:
            self.turnTo(page)
        if anchor:
            if self._pane(page).has_question(anchor) and self._visit.question(page) != anchor:
                self.change(self._visit.asked(page, anchor))
            self.sectionRequested.emit(page, anchor)
        else:
            self.topRequested.emit(page)

    # The card: an explanation, a source, or an address to copy

    @Property(str, notify=cardChanged)
    def cardKind(self) -> str:
        """What is on the card: term, source, outside, missing; empty without a card."""
        return self._card[0]

    @Property(str, notify=cardChanged)
    def cardTitle(self) -> str:
        """The term, or the source's number."""
        return self._card[1]

    @Property(str, notify=cardChanged)
    def cardText(self) -> str:
        """The explanation, the source, or the address."""
        return self._card[2]

    @Slot()
    def closeCard(self) -> None:
        """Take the card away."""
        self._show_card("", "", "")

    def _show_card(self, kind: str, title: str, text: str) -> None:
        if (kind, title, text) != self._card:
            self._card = (kind, title, text)
            self.cardChanged.emit()

    def _load(self, at_once: int | None = None) -> None:
        for pane in (*self._panes, *self._extras.values()):
            pane.load(self._visit.language, at_once)

    def _index(self, page: str) -> int:
        return next((i for i, pane in enumerate(self._panes) if pane.page_name == page), -1)

    def _pane(self, page: str) -> Pane:
        index = self._index(page)
        if index >= 0:
            return self._panes[index]
        if page not in self._extras:
            self._extras[page] = Pane(self._library, page, "", self)
        return self._extras[page]


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName() if code != "en" else "English"
    return name.capitalize() or code


def first_visit(language: str, tabs: Sequence[str], text_size: int = 100) -> Visit:
    """Return the visit of somebody who has just walked up."""
    return Visit(language=language, page=tabs[0], tab=tabs[0], text_size=text_size)
