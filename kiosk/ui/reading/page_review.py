"""What QML needs of a page's review: who wrote it, who reviewed it, and until when that holds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.page.review import Review, Status
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.qt.translations import Translations

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class PageReview(QObject):  # type: ignore[operator]
    """The review of the page that a pane shows; everything is empty while that can't be shown."""

    changed = Signal()

    def __init__(self, translations: Translations, parent: QObject) -> None:
        super().__init__(parent)
        self._translations = translations
        self._review: Review | None = None
        self._overdue = False
        self._language = ""

    def show(self, review: Review | None, *, overdue: bool, language: str) -> None:
        """Take over another review; its days are named in `language`."""
        if (review, overdue, language) != (self._review, self._overdue, self._language):
            self._review, self._overdue, self._language = review, overdue, language
            self.changed.emit()

    @Property(bool, notify=changed)
    def draft(self) -> bool:
        """Whether no clinician has reviewed the page yet."""
        return self._review is not None and self._review.status is Status.DRAFT

    @Property(bool, notify=changed)
    def overdue(self) -> bool:
        """Whether the page should have been reviewed again before today."""
        return self._overdue

    @Property(str, notify=changed)
    def author(self) -> str:
        """Who wrote the page."""
        return self._review.author if self._review else ""

    @Property(str, notify=changed)
    def reviewer(self) -> str:
        """Who reviewed the page; empty for a draft."""
        return self._review.reviewer if self._review else ""

    @Property(str, notify=changed)
    def reviewed(self) -> str:
        """When it was reviewed; empty for a draft."""
        return self._day(self._review.reviewed if self._review else None)

    @Property(str, notify=changed)
    def nextReview(self) -> str:
        """When the next review is due; empty for a draft."""
        return self._day(self._review.next_review if self._review else None)

    def _day(self, day: date | None) -> str:
        return self._translations.day(day, self._language) if day else ""
