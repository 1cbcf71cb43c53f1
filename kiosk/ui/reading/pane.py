"""One pane: what QML needs of one page, or of a page that can't be shown."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from itertools import chain

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.today import Today
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.phrases import Phrases
from kiosk.page.terms import plain
from kiosk.rows.doors import in_halves
from kiosk.rows.rich_text import styled, to_dial
from kiosk.rows.row import FOLDED, Row
from kiosk.rows.row_changes import changes, counterpart, follow
from kiosk.ui.qt.list_models import RowModel
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.page_review import PageReview
from kiosk.ui.reading.page_source import PageSource
from kiosk.ui.reading.pane_sections import PaneSections
from kiosk.visit.pair import Pair
from kiosk.visit.visit import MY_QUESTIONS

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger("kiosk.ui")


@QmlElement
@QmlUncreatable("made in Python")
class Pane(QObject):  # type: ignore[operator]
    """A page on its way to the screen. It is read at the first `load`, not before."""

    changed = Signal()
    labelChanged = Signal()
    iconChanged = Signal()
    questionChanged = Signal()
    tickedChanged = Signal()
    comparedChanged = Signal()
    renewing = Signal()
    renewed = Signal()

    def __init__(
        self,
        pages: PageSource,
        today: Today,
        name: str,
        icon: str,
        *,
        translations: Translations,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages, self._today = pages, today
        self._translations = translations
        self.page_name = name
        self._icon = icon
        self._label = name.replace("-", " ").capitalize()
        self._language = ""
        self._page: Page | None = None
        self._review = PageReview(translations, self)
        self._hidden = False
        self._question, self._ticked, self._compared = "", list[int](), list[int]()
        self._lead: Callable[[int], int] = lambda row: row
        self._rows = RowModel(parent=self)
        self._sections = PaneSections(self)

    def speak(self, label: str) -> None:
        """Be called so before the page is there: its tab is seen before anybody turns to it."""
        if label != self._label:
            self._label = label
            self.labelChanged.emit()

    def shows(self, language: str, section: str) -> bool:
        """Whether the page stands there in this language, open at this section."""
        return (language, section) == (self._language, self._sections.wanted)

    def load(self, language: str, section: str = "", at_once: int | None = None) -> None:
        """Read the page in this language, open at this section, unless that is shown already.

        Only the first `at_once` rows are handed to the screen; `finish` hands over the others.
        Where rows give way to those of another language the page is `renewed`: who reads it keeps
        their place.
        """
        turns = section != self._sections.wanted
        if self.shows(language, section):
            return
        self._sections.enter(section)
        self._language = language
        try:
            page = self._read(language)
        except ContentError as error:
            self._fail(error)
            self.changed.emit()
            return
        before = [] if turns else self._leave()
        self._take(page)
        take = self._rows.say if before else self._rows.fill
        try:
            take(self._rows_of(page), at_once)
        except ContentError as error:
            self._fail(error)
        self.changed.emit()
        self._arrive(before)

    def renew(self, pages: PageSource, today: Today, icon: str, language: str) -> None:
        """Take the page from another library or on another day; what says the same is untouched.

        `renewing` comes before the rows change and `renewed` after it; `follow` leads from the
        old ones to the new ones in between.
        """
        self._pages, self._today = pages, today
        if icon != self._icon:
            self._icon = icon
            self.iconChanged.emit()
        if language != self._language:
            self.load(language, self._sections.open)
            return
        try:
            page = self._read(language)
            rows = self._rows_of(page)
        except ContentError as error:
            if self._page is not None:
                self._fail(error)
            self.changed.emit()  # what to do in an emergency may be another
            return
        self.finish()
        made = changes(self._rows.rows, rows)
        stands = today.overdue(page), today.hides(page)
        if page == self._page and stands == (self._review.overdue, self._hidden) and not made:
            if self._hidden:
                self.changed.emit()  # as above
            return
        self._lead = partial(follow, made=made)
        self.renewing.emit()
        self._take(page)
        self._rows.become(rows, made)
        self.changed.emit()
        self.renewed.emit()

    @Slot(int, result=int)
    def follow(self, row: int) -> int:
        """Return where a row stands since the page was renewed, or what stands in its place."""
        return min(self._lead(row), len(self._rows.rows) - 1)

    def finish(self) -> None:
        """Hand the rows that were held back to the screen."""
        self._rows.finish()

    def make_more(self) -> bool:
        """Hand over the next row that was held back; False if none is left."""
        return self._rows.make_more()

    def _leave(self) -> list[str]:
        """Say that the rows, if any, give way to another language's; give their anchors."""
        anchors = [row.anchor for row in self._rows.all]
        if anchors:
            self.renewing.emit()
        return anchors

    def _arrive(self, before: list[str]) -> None:
        if before and self._rows.rows:
            after = [row.anchor for row in self._rows.rows]
            self._lead = partial(counterpart, old=before, new=after)
            self.renewed.emit()

    def _read(self, language: str) -> Page:
        return self._today.shown(self._pages.page(self.page_name, language))

    def _take(self, page: Page | None) -> None:
        self._page = page
        if page:
            self.speak(page.tab)
        self._sections.show(page)
        self._hidden = page is not None and self._today.hides(page)
        overdue = page is not None and self._today.overdue(page)
        self._review.show(page.review if page else None, overdue=overdue, language=self._language)

    def _fail(self, error: ContentError) -> None:
        log.error("%s", error)
        self._take(None)
        self._rows.fill([])

    def open_question(self, anchor: str) -> None:
        """Show this question's answer and no other."""
        if anchor != self._question:
            self._question = anchor
            self.questionChanged.emit()

    def tick(self, items: list[int]) -> None:
        """Show these items of the page's lists as ticked, and no others."""
        if items != self._ticked:
            self._ticked = items
            self.tickedChanged.emit()

    def compare(self, pairs: list[Pair]) -> None:
        """Show these two options of each of the page's comparisons."""
        compared = [each for pair in pairs for each in (*pair.options, pair.latest)]
        if compared != self._compared:
            self._compared = compared
            self.comparedChanged.emit()

    @property
    def page(self) -> Page | None:
        """The page, or None while it can't be shown or is hidden."""
        return None if self._hidden else self._page

    @Property(str, constant=True)
    def name(self) -> str:
        """The page's file name without `.md`."""
        return self.page_name

    @Property(bool, constant=True)
    def gathered(self) -> bool:
        """Whether it is the page on which all that is ticked stands."""
        return self.page_name == MY_QUESTIONS

    @Property(str, notify=iconChanged)
    def icon(self) -> str:
        """The tab's icon among the pictures; empty for a page that is no tab."""
        return self._icon

    @Property(str, notify=labelChanged)
    def label(self) -> str:
        """The tab's label; the page's name where the page was never read."""
        return self._label

    @Property(bool, notify=changed)
    def updating(self) -> bool:
        """Whether the page can't be shown."""
        return bool(self._language) and self._page is None

    @Property(bool, notify=changed)
    def hidden(self) -> bool:
        """Whether the page is taken off the screen until it is reviewed again."""
        return self._hidden

    @Property(list, notify=changed)
    def emergency(self) -> list[str]:
        """The number to call in an emergency, and what to do inside the clinic, styled."""
        pack, language = self._today.pack, self.language
        return [
            to_dial(each) for each in (pack.emergency_number(language), pack.front_desk(language))
        ]

    @Property(PageReview, constant=True)
    def review(self) -> PageReview:
        """The page's review."""
        return self._review

    @Property(bool, notify=changed)
    def fallback(self) -> bool:
        """Whether the page is missing in the language asked for and shown in the default one."""
        return self._page is not None and self._page.language != self._language

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language that the page is written in; the one asked for if it can't be shown."""
        return self._page.language if self._page else self._language

    @Property(str, notify=changed)
    def title(self) -> str:
        """The page's title, plain."""
        return self._page.title if self._page else ""

    @Property(str, notify=changed)
    def lead(self) -> str:
        """The lead paragraph, styled."""
        return styled(self.page.lead, self.say.number) if self.page else ""

    @Property(str, notify=changed)
    def leadWords(self) -> str:
        """The lead paragraph, plain."""
        return plain(self.page.lead) if self.page else ""

    @Property(str, notify=questionChanged)
    def question(self) -> str:
        """The anchor of the open question; empty if none is open."""
        return self._question

    @Property(list, notify=tickedChanged)
    def ticked(self) -> list[int]:
        """The indexes of the items that are ticked."""
        return self._ticked

    @Property(list, notify=comparedChanged)
    def compared(self) -> list[int]:
        """Three numbers for each comparison: its two options, and which is the latest, 0 or 1."""
        return self._compared

    @Property(RowModel, constant=True)
    def rows(self) -> RowModel:
        """The page's rows."""
        return self._rows

    @Property(PaneSections, constant=True)
    def sections(self) -> PaneSections:
        """The page's sections, if it has doors, and which of them is open."""
        return self._sections

    def has_question(self, anchor: str) -> bool:
        """Whether one of the rows that open has this anchor: a question, or the sources."""
        return any(row.kind in FOLDED and row.anchor == anchor for row in self._rows.rows)

    def has(self, anchor: str) -> bool:
        """Whether one of the page's questions, or of its sections behind doors, has this anchor."""
        return self.has_question(anchor) or self._sections.holding(anchor) == anchor

    def source(self, number: int) -> tuple[str, str]:
        """Return the name and the styled text of a source; empty if there is none of that number.

        Both are in the page's language, which may not be the screen's.
        """
        lists = (row.inner or () for row in self._rows.rows if row.kind == "sources")
        found = ((each.word, each.text) for each in chain(*lists) if each.count == number)
        return next(found, ("", ""))

    @property
    def say(self) -> Phrases:
        """What the kiosk says within the page, in the page's language."""
        return self._translations.phrases(self.language)

    def _rows_of(self, page: Page) -> list[Row]:
        if self._today.hides(page):
            return []
        pages, say = self._pages, self._translations.phrases(page.language)
        # Each is measured once, however often the page shows it.
        figures = pages.figures(page)
        rows = self._sections.rows(page, lambda source: figures.get(source, ("", 0.0)), say)
        return in_halves(rows) if self.gathered else rows
