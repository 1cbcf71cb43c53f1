"""The panes as QML sees them: the tabs in order, and how that order changes under a reader.

Owns too how the rest of their rows is made while nobody waits for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.pack import Pack
from kiosk.pack.today import Today
from kiosk.page.blocks import Checklist, Compare, Page, Spans
from kiosk.page.error import ContentError
from kiosk.ui.qt.list_models import FIRST_ROLE, StructModel
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.page_source import Gathering, PageSource
from kiosk.ui.reading.pane import Pane
from kiosk.visit.visit import MY_QUESTIONS, Visit

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_ROWS = 8
"""Rows of the first page that are made before the first frame; they fill the highest screen."""

SLICE = 0.008
"""Seconds for which a touch may wait while the rest of a start is made. Half of it is spent, as
the piece begun last may take as long as all before it."""

_Choices = tuple[tuple[Spans, ...], tuple[tuple[Spans, ...], ...]]
"""What a page offers: the items of its lists to tick, and the options of its comparisons."""


class _Shown(msgspec.Struct):
    pane: object


@QmlElement
@QmlUncreatable("made in Python")
class PaneModel(StructModel):  # type: ignore[operator]
    """The panes in order. One that stays keeps its view, wherever it moves to."""

    def __init__(self, panes: Sequence[Pane], parent: QObject) -> None:
        super().__init__(_Shown, parent)
        self._rows: list[Pane] = list(panes)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Pane | None:
        """Return a pane."""
        return self._rows[index.row()] if index.isValid() and role == FIRST_ROLE else None

    def __iter__(self) -> Iterator[Pane]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Pane:
        return self._rows[index]

    def become(self, panes: Sequence[Pane]) -> None:
        """Take over other panes, or another order; those that stay are moved, not made anew."""
        if list(panes) == self._rows:
            return
        nowhere = QModelIndex()
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at] not in panes:
                self.beginRemoveRows(nowhere, at, at)
                del self._rows[at]
                self.endRemoveRows()
        for at, pane in enumerate(panes):
            if pane not in self._rows:
                self.beginInsertRows(nowhere, at, at)
                self._rows.insert(at, pane)
                self.endInsertRows()
            elif (before := self._rows.index(pane)) != at:
                self.beginMoveRows(nowhere, before, before, nowhere, at)
                self._rows.insert(at, self._rows.pop(before))
                self.endMoveRows()
        self.changed.emit()


class Panes:
    """All panes that there are: one for each tab, and one for the page that is no tab."""

    def __init__(
        self,
        pack: Pack,
        pages: PageSource,
        today: Today,
        translations: Translations,
        parent: QObject,
    ) -> None:
        self._pages, self._today = pages, today
        self._translations = translations
        self._gathering = Gathering(pages, today, translations)
        self._noting: Callable[[PageSource], PageSource] = lambda pages: pages
        self._parent = parent
        self._extras: dict[str, Pane] = {}
        self._leaving: list[Pane] = []
        # What somebody has ticked or compared something in: their page's language, items, options.
        self._lists: dict[str, tuple[str, _Choices]] = {}
        self.tabs = PaneModel(
            [self._made(tab.page, pages.icon(tab.icon)) for tab in pack.tabs], parent
        )

    def note_on_about(self, noting: Callable[[PageSource], PageSource]) -> None:
        """Take the page about the kiosk, which nobody has opened yet, from what this makes."""
        self._noting = noting

    def __iter__(self) -> Iterator[Pane]:
        return iter((*self.tabs, *self._extras.values()))

    def index(self, page: str) -> int:
        """Return the index of a page's tab; -1 if it is none."""
        return next((i for i, pane in enumerate(self.tabs) if pane.page_name == page), -1)

    def extra(self, page: str) -> Pane | None:
        """Return the pane of a page that is no tab, if it has been made."""
        return self._extras.get(page)

    def pane(self, page: str) -> Pane:
        """Return a page's pane; that of a page that is no tab is made when it is asked for."""
        index = self.index(page)
        if index >= 0:
            return self.tabs[index]
        if page not in self._extras:
            self._extras[page] = self._made(page, "")
        return self._extras[page]

    def begin(self, visit: Visit) -> None:
        """Read what the first frame shows; it waits for no row that is below the screen."""
        self._visit = visit
        self._name_tabs()
        self._load(self.pane(visit.page), at_once=FIRST_ROWS)

    def load(self, visit: Visit) -> bool:
        """Read the visit's page in its language, unless that is there; in full for who comes.

        Returns whether others are left to `make_more`: nobody waits for what isn't shown. Until
        then they say what they said before; their tabs' labels don't.
        """
        before, self._visit = self._visit, visit
        self._gathering.lines = visit.gathered
        self._name_tabs()
        if visit.place == before.place and visit.language == before.language:
            self._load(self.pane(visit.page))  # what is held back of it isn't in view
        else:
            self.whole(visit.page)
        return not all(self._is_made(pane) for pane in self)

    def whole(self, page: str) -> Pane:
        """Return a page's pane with all its rows, as the visit has it."""
        pane = self.pane(page)
        self._load(pane)
        pane.finish()
        return pane

    def make_more(self) -> bool:
        """Make the rows of one pane, or one row that the first frame left out; False if none is."""
        for pane in self:
            if not self._is_made(pane):
                self._load(pane)
                return True
            if pane.make_more():
                return True
        return False

    def _name_tabs(self) -> None:
        for pane in self.tabs:
            with suppress(ContentError):  # whoever turns to it is told
                pane.speak(self._pages.label(pane.page_name, self._visit.language))

    def _is_made(self, pane: Pane) -> bool:
        return pane.shows(self._visit.language, self._visit.section(pane.page_name))

    def _load(self, pane: Pane, at_once: int | None = None) -> None:
        pane.load(self._visit.language, self._visit.section(pane.page_name), at_once)
        self._show_on(pane)

    def show(self, visit: Visit) -> None:
        """Show what the visit has opened, ticked and compared.

        Other pages that are no tab leave with `clear`.
        """
        for page in [page for page in self._extras if page != visit.page]:
            self._leaving.append(self._extras.pop(page))
        self._visit, chosen = visit, visit.chosen_on
        for pane in self:
            self._show_on(pane)
            if pane.page_name in chosen and pane.page is not None:
                offered = _items(pane.page), _options(pane.page)
                self._lists[pane.page_name] = pane.page.language, offered
        kept = {*chosen, *(page for page, _ in visit.gathered)}
        self._lists = {page: each for page, each in self._lists.items() if page in kept}

    def _show_on(self, pane: Pane) -> None:
        visit, name = self._visit, pane.page_name
        pane.open_question(visit.question(name))
        pane.tick(visit.ticked_on(name))
        options = _options(pane.page)
        pane.compare([visit.pair(name, n).within(len(o)) for n, o in enumerate(options)])

    def clear(self) -> None:
        """Let those go that have left: nothing on the screen is bound to them any more."""
        while self._leaving:
            self._leaving.pop().deleteLater()

    def renew(self, pack: Pack, pages: PageSource, today: Today, visit: Visit) -> Visit:
        """Give every page of a new pack or day its pane, the one that it had if there is one.

        Returns the visit without the questions that are gone and what was chosen of lists and
        options that changed.
        """
        visit = visit.keeping_choices(lambda page: self._choices_stay(page, pages))
        self._pages, self._today = pages, today
        self._gathering = Gathering(pages, today, self._translations)
        self._gathering.lines = visit.gathered
        had = {pane.page_name: pane for pane in self}

        def renewed(page: str, icon: str) -> Pane:
            pane = had.pop(page, None) or self._made(page, icon)
            pane.renew(self._source(page), today, icon, visit.language)
            return pane

        tabs = [renewed(tab.page, pages.icon(tab.icon)) for tab in pack.tabs]
        is_tab = any(pane.page_name == visit.page for pane in tabs)
        self._extras = {} if is_tab else {visit.page: renewed(visit.page, "")}
        self.tabs.become(tabs)
        self._leaving += had.values()
        known = {pane.page_name: pane for pane in self}
        visit = visit.keeping(lambda page, anchor: page in known and known[page].has(anchor))
        self.show(visit)
        return visit

    def _choices_stay(self, page: str, pages: PageSource) -> bool:
        """Whether a page offers the same as when somebody chose something there."""
        language, offered = self._lists.get(page, ("", ((), ())))
        try:
            now = pages.page(page, language)
        except ContentError:
            return False
        return offered == (_items(now), _options(now))

    def _source(self, page: str) -> PageSource:
        if page == MY_QUESTIONS:
            return self._gathering
        return self._noting(self._pages) if page == self._today.pack.about else self._pages

    def _made(self, page: str, icon: str) -> Pane:
        return Pane(
            self._source(page),
            self._today,
            page,
            icon,
            translations=self._translations,
            parent=self._parent,
        )


class RowMaking(QObject):
    """Makes the rows that wait, a slice at a time: touches come in between. `done`: none waits."""

    done = Signal()

    def __init__(self, panes: Panes, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._make)

    @property
    def waits(self) -> bool:
        """Whether it has begun and isn't done."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin, or go on."""
        self._timer.start()

    @Slot()
    def _make(self) -> None:
        began = time.perf_counter()
        while self._panes.make_more():
            if time.perf_counter() - began > SLICE / 2:
                return
        self._timer.stop()
        self.done.emit()


def _items(page: Page) -> tuple[Spans, ...]:
    lists = (block for block in page.blocks if isinstance(block, Checklist))
    return tuple(item for each in lists for item in each.items)


def _options(page: Page | None) -> tuple[tuple[Spans, ...], ...]:
    """Give the options of each comparison of a page."""
    made = page.blocks if page else ()
    return tuple(block.options for block in made if isinstance(block, Compare))
