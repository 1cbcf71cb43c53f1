"""Search: what somebody types, what was found, and what of it is marked on the page.

Owns all of that for one visit, and forgets it with the visit: it is nowhere else, in no field of
Qt's, on no clipboard and in no log. Draws nothing. Loads nothing before somebody searches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.qt.list_models import StructModel
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.reading.links import Links
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.search.keyboard import Keyboard

if TYPE_CHECKING:
    from kiosk.search.found import Result
    from kiosk.ui.search.finder import Finder

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Search(QObject):  # type: ignore[operator]
    """What is searched in this visit. `row` and `inner` of `page` are marked: -2 is none.

    `changed` comes only while it is on the screen, or as it comes and goes.
    """

    changed = Signal()
    marksChanged = Signal()

    def __init__(self, navigator: Navigator, links: Links, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator, self._links = navigator, links
        self._open = self._keys_shown = False
        self._typed = self._meant = ""
        self._waiting = False
        self._results: Sequence[Result] = ()
        self._hits: StructModel | None = None
        self._offers: StructModel | None = None
        self._offers_title = self._questions = self._questions_page = ""
        self._finder: Finder | None = None
        self._keyboard = Keyboard(self._letters, self)
        self._place: tuple[str, str, str] | None = None
        self._marks = ("", -2, -1)
        self._way_back: tuple[str, str] | None = None
        self._left, self._opened = 0.0, -1
        navigator.wiped.connect(self._forget)
        navigator.visitChanged.connect(self._follow)
        navigator.renewed.connect(self._renew)
        navigator.madeChanged.connect(self._prepare)

    # What there is

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the search is on the screen."""
        return self._open

    @Property(bool, notify=changed)
    def keysShown(self) -> bool:
        """Whether its keyboard is on the screen."""
        return self._keys_shown

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What is typed."""
        return self._typed

    @Property(str, notify=changed)
    def meant(self) -> str:
        """What was looked for instead, as nothing says what is typed; else empty."""
        return self._meant

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        """Whether the text is still being read."""
        return self._waiting

    @Property(StructModel, constant=True)
    def hits(self) -> StructModel:
        """What was found, best first."""
        if self._hits is None:
            from kiosk.ui.search.lines import Hit  # noqa: PLC0415

            self._hits = StructModel(Hit, self)
        return self._hits

    @Property(StructModel, constant=True)
    def offers(self) -> StructModel:
        """The questions that are offered to who has found nothing."""
        if self._offers is None:
            from kiosk.ui.search.lines import Offer  # noqa: PLC0415

            self._offers = StructModel(Offer, self)
        return self._offers

    @Property(str, notify=changed)
    def offersTitle(self) -> str:
        """What stands above them on their page; may be empty."""
        return self._offers_title

    @Property(Keyboard, constant=True)
    def keyboard(self) -> Keyboard:
        """The keys to type on."""
        return self._keyboard

    @Property(str, notify=changed)
    def questions(self) -> str:
        """The label of the page of questions, for who finds nothing; empty without one."""
        return self._questions

    @Property(bool, notify=changed)
    def leadsBack(self) -> bool:
        """Whether a result has opened what is on the screen: from there *Back* leads to it."""
        return self._way_back is not None

    @Property(float, notify=changed)
    def left(self) -> float:
        """How far down, in pixels, what was found had been read when a result of it was opened."""
        return self._left

    @Property(int, notify=changed)
    def opened(self) -> int:
        """Which result, or which question that is offered, that was; -1 for none."""
        return self._opened

    @Property(str, notify=marksChanged)
    def page(self) -> str:
        """The page on which something is marked; empty if nothing is."""
        return self._marks[0]

    @Property(int, notify=marksChanged)
    def row(self) -> int:
        """The row of that page that was found."""
        return self._marks[1]

    @Property(int, notify=marksChanged)
    def inner(self) -> int:
        """The row inside that row; -1 if it is the row itself."""
        return self._marks[2]

    # What a touch means

    @Slot()
    def open(self) -> None:
        """Show the search with what was typed last, and its keys."""
        self._left, self._opened = 0.0, -1
        self._show(keys=True)

    @Slot()
    def back(self) -> None:
        """Go back to what was found, as it was left, or else to where the page leads back to."""
        if self._way_back is None:
            self._navigator.back()
        else:
            self._show(keys=self._keys_shown)

    @Slot()
    def close(self) -> None:
        """Go back to the page."""
        self._open = False
        self.changed.emit()

    @Slot()
    def showKeys(self) -> None:
        """Show the keyboard again."""
        self._keys_shown = True
        self.changed.emit()

    @Slot(str, str)
    def press(self, kind: str, types: str) -> None:
        """Do what a key of the screen does, by its kind; `types` is what it types."""
        from kiosk.keyboard.typed import longer, shorter  # noqa: PLC0415

        match kind:
            case "type" | "space":
                self._write(longer(self._typed, types))
            case "delete":
                self._write(shorter(self._typed))
            case "clear":
                self._write("")
            case "done":
                self._keys_shown = False
                self.changed.emit()
            case _:
                self._keyboard.turn(kind)

    @Slot(int, float)
    def show(self, index: int, left: float) -> None:
        """Show the page of a result, if there is one, marked there; `left` is as in `left`."""
        if not 0 <= index < len(self._results):
            return
        from kiosk.page.terms import GLOSSARY  # noqa: PLC0415
        from kiosk.ui.search.found_place import option_of, place_of  # noqa: PLC0415

        result = self._results[index]
        # An entry of the glossary has no anchor on the screen.
        self._go(result.page, "" if result.page == GLOSSARY else result.anchor, left, index)
        if self._way_back is not None:
            rows = self._navigator.pane(result.page).rows.rows
            row, inner = place_of(result.text, rows)
            if row >= 0 and inner >= 0 and rows[row].kind == "compare":
                # An answer is seen once its option is chosen.
                option, count = option_of(result.text, rows[row].inner[inner]), rows[row].badge
                self._navigator.compare(result.page, rows[row].count, option, len(count))
            self._mark(result.page, (row, inner))

    @Slot(int, float)
    def ask(self, index: int, left: float) -> None:
        """Show the answer to a question that is offered; `left` is as in `left`."""
        if index < self.offers.count:
            self._go(self._questions_page, self.offers.rows[index].anchor, left, index)

    @Slot()
    def showQuestions(self) -> None:
        """Show the page of questions."""
        self._go(self._questions_page, "", 0.0, -1)

    @Slot(str, result=list)
    def spoken(self, told: str) -> list[str]:
        """Return what is read aloud: a line that tells of it, and all that is listed below."""
        return [told, *(each.said for each in (self.hits.rows or self.offers.rows))]

    # What others tell

    @Slot()
    def _prepare(self) -> None:
        """Read the text: the screen is made, and nobody waits."""
        self._found_by().prepare(self._navigator.language)

    @Slot()
    def _renew(self) -> None:
        """There is another text, or another day: what was found before may not be there."""
        self._mark("", (-2, -1))
        if self._finder is None:
            return
        self._finder.renew(self._navigator.today)
        self._finder.prepare(self._navigator.language)
        if self._open:
            self._keyboard.begin(self._navigator.pack, self._navigator.language)
            self._offer()
            self._look()

    @Slot()
    def _follow(self) -> None:
        """Whoever turns to another page, or reads on in another language, needs no mark."""
        visit = self._navigator.visit
        if self._marks[0] and self._place != (visit.language, *visit.place):
            self._mark("", (-2, -1))
        if self._way_back not in (None, visit.place):
            self._way_back = None
            self.changed.emit()
        if self._finder is not None:
            self._finder.prepare(visit.language)

    @Slot(str)
    def _arrive(self, language: str) -> None:
        self._keyboard.learn()
        if self._open and language == self._navigator.language:
            self._look()

    @Slot()
    def _forget(self) -> None:
        self._open = self._keys_shown = False
        self._typed, self._way_back, self._left, self._opened = "", None, 0.0, -1
        self._keyboard.follow("")
        self._mark("", (-2, -1))
        self._look()

    def leave(self) -> None:
        """Make nothing more: the kiosk ends."""
        if self._finder is not None:
            self._finder.close()

    def _show(self, *, keys: bool) -> None:
        navigator = self._navigator
        navigator.card.close()
        self._mark("", (-2, -1))
        self._way_back = None
        self._keyboard.begin(navigator.pack, navigator.language)
        self._keyboard.follow(self._typed)
        self._offer()
        self._open, self._keys_shown = True, keys
        self._look()

    def _go(self, page: str, anchor: str, left: float, opened: int) -> None:
        """Leave for a place on a page from where *Back* leads here, if there is such a page."""
        self.close()
        self._links.go(page, anchor)
        visit = self._navigator.visit
        if visit.page == page:
            self._left, self._opened, self._way_back = left, opened, visit.place
            self._place = (visit.language, *visit.place)
            self.changed.emit()

    def _write(self, text: str) -> None:
        if text != self._typed:
            self._typed = text
            self._keyboard.follow(text)
            self._look()

    def _look(self) -> None:
        """Look for what is typed, in the language of the visit."""
        found = None
        if self._typed.strip():
            found = self._found_by().find(self._typed, self._navigator.language)
            if found is None:
                self._found_by().prepare(self._navigator.language)
        self._waiting = bool(self._typed.strip()) and found is None
        self._results = found.results if found else ()
        self._meant = found.meant if found else ""
        if self._results or self._hits is not None:
            from kiosk.ui.search.lines import hit  # noqa: PLC0415

            self.hits.fill([hit(each) for each in self._results])
        self.changed.emit()

    def _mark(self, page: str, place: tuple[int, int]) -> None:
        if self._marks != (marks := (page, *place)):
            self._marks = marks
            self.marksChanged.emit()

    def _found_by(self) -> Finder:
        if self._finder is None:
            from kiosk.ui.search.finder import Finder, built  # noqa: PLC0415

            self._finder = Finder(self._navigator.today, built, self)
            self._finder.ready.connect(self._arrive)
        return self._finder

    def _letters(self, language: str) -> Mapping[str, int]:
        return self._found_by().letters(language)

    def _offer(self) -> None:
        from kiosk.ui.search.lines import offered, question_pane  # noqa: PLC0415

        pane = question_pane(self._navigator)
        self._questions_page, self._questions = (pane.page_name, pane.label) if pane else ("", "")
        self._offers_title, offers = offered(pane.rows.rows) if pane else ("", [])
        self.offers.fill(offers)
