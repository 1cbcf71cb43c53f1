"""The card over a page: an explanation, a source, or an address to copy."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.declared import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Card(QObject):  # type: ignore[operator]
    """What is on the card; nothing without one."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._said = ("", "", "")

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What is on it: term, source, outside, missing, gone; empty without a card."""
        return self._said[0]

    @Property(str, notify=changed)
    def title(self) -> str:
        """The term, or the source's number."""
        return self._said[1]

    @Property(str, notify=changed)
    def text(self) -> str:
        """The explanation, the source, or the address."""
        return self._said[2]

    def show(self, kind: str, title: str = "", text: str = "") -> None:
        """Put this on the card."""
        if (kind, title, text) != self._said:
            self._said = (kind, title, text)
            self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Take the card away."""
        self.show("")
