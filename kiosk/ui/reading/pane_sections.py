"""What of a page a pane shows: with doors its opening or one of its sections, or all of it.

Owns which sections a page has, for QML and for links. Which one is open the visit says.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.page.blocks import Layout, Page
from kiosk.page.phrases import Phrases
from kiosk.page.sections import Section, sections
from kiosk.page.terms import plain
from kiosk.rows.build import Picture, page_rows
from kiosk.rows.doors import opening_rows, question_rows, section_rows
from kiosk.rows.row import Row
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class PaneSections(QObject):  # type: ignore[operator]
    """The sections of a page with doors; of any other page there are none."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._sections: tuple[Section, ...] = ()
        self._layout = Layout.PAGE
        self._wanted = ""

    def show(self, page: Page | None) -> None:
        """Take the sections of a page; None for one that can't be shown."""
        if page is self._page:
            return
        self._page = page
        layout = page.layout if page else Layout.PAGE
        made = sections(page) if page and layout is Layout.DOORS else ()
        if (layout, made) != (self._layout, self._sections):
            self._layout, self._sections = layout, made
            self.changed.emit()

    def enter(self, anchor: str) -> None:
        """Open the section of this anchor; "" is the page's opening."""
        if anchor != self._wanted:
            self._wanted = anchor
            self.changed.emit()

    def rows(self, page: Page, picture: Picture, say: Phrases) -> list[Row]:
        """Return the rows of what is open of a page, which is all of a page without doors."""
        self.show(page)
        if self._layout is Layout.FAQ:
            return question_rows(page, picture, say)
        if not self.doors:
            return page_rows(page, picture, say)
        at = self._at
        if at < 0:
            return opening_rows(page, picture, say)
        return section_rows(page, self._sections[at], picture, say)

    def holding(self, anchor: str) -> str:
        """Return the anchor of the section with a heading of this anchor in it; "" without one."""
        return next((each.anchor for each in self._sections if each.holds(anchor)), "")

    def beyond(self, by: int) -> str | None:
        """Return the section that many further, "" the opening; None where there is none."""
        at = self._at + by
        if at == -1:
            return ""
        return self._sections[at].anchor if 0 <= at < len(self._sections) else None

    @property
    def wanted(self) -> str:
        """The anchor that was entered, whether there is such a section or not."""
        return self._wanted

    @property
    def anchors(self) -> list[str]:
        """The anchors of all sections, in order."""
        return [each.anchor for each in self._sections]

    @property
    def _at(self) -> int:
        """The index of the open section; -1 at the opening."""
        found = (at for at, each in enumerate(self._sections) if each.anchor == self._wanted)
        return next(found, -1)

    @Property(bool, notify=changed)
    def doors(self) -> bool:
        """Whether the page has doors."""
        return self._layout is Layout.DOORS

    @Property(bool, notify=changed)
    def questions(self) -> bool:
        """Whether it is a page of questions that open."""
        return self._layout is Layout.FAQ

    @Property(bool, notify=changed)
    def columns(self) -> bool:
        """Whether some of its rows stand in two columns where there is room."""
        return self._layout is not Layout.PAGE

    @Property(str, notify=changed)
    def open(self) -> str:
        """The anchor of the section that is open; empty at the opening."""
        return self._wanted if self._at >= 0 else ""

    @Property(str, notify=changed)
    def next(self) -> str:
        """The plain heading of the next section; empty at the last one and at the opening."""
        at = self._at + 1
        return plain(self._sections[at].heading) if 0 < at < len(self._sections) else ""
