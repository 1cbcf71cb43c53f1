"""The card over a page: an explanation, a source, an address to copy, or how things look."""

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
        self._links: list[tuple[str, str]] = []

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What is on it: term, source, outside, missing, gone, display, links, keys; or nothing."""
        return self._said[0]

    @Property(str, notify=changed)
    def title(self) -> str:
        """The term, or the source's name."""
        return self._said[1]

    @Property(str, notify=changed)
    def text(self) -> str:
        """The explanation, the source, or the address."""
        return self._said[2]

    @Property(list, notify=changed)
    def words(self) -> list[str]:
        """The words of each link to choose from."""
        return [words for words, _ in self._links]

    @Property(list, notify=changed)
    def links(self) -> list[str]:
        """The address of each link to choose from."""
        return [address for _, address in self._links]

    def offer(self, links: list[tuple[str, str]]) -> None:
        """Put these links on the card: the words of each, and its address."""
        self._links = links
        self.show("links")

    def show(self, kind: str, title: str = "", text: str = "") -> None:
        """Put this on the card."""
        if (kind, title, text) != self._said:
            self._said = (kind, title, text)
            self.changed.emit()

    @Slot()
    def showDisplay(self) -> None:
        """Put up the card with which a visitor sets how things look."""
        self.show("display")

    @Slot()
    def close(self) -> None:
        """Take the card away."""
        self.show("")
