"""Whether somebody listens: a screen reader on the accessibility bus.

Owns that one fact, for which the theme makes links that a screen reader can press. Knows neither
who listens nor what is said.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class ScreenReader(QObject):  # type: ignore[operator]
    """Looks when it is asked to; a kiosk to which nobody has listened yet makes nothing for it."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._listens = False

    @Property(bool, notify=changed)
    def listens(self) -> bool:
        """Whether a screen reader has come. One that goes away may come back: it is kept."""
        return self._listens

    @Slot()
    def look(self) -> None:
        """See whether a screen reader has come."""
        from PySide6.QtGui import QAccessible  # noqa: PLC0415  # not before the first frame

        if not self._listens and QAccessible.isActive():
            self._listens = True
            self.changed.emit()
