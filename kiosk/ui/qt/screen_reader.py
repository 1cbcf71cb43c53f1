"""Whether somebody listens, a screen reader on the accessibility bus, and in which words.

Owns that one fact, for which the theme makes links that a screen reader can press, and that what
QML names is named as the voice says it. Knows neither who listens nor what there is to say.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.page.phrases import Phrases
from kiosk.page.superscripts import aloud
from kiosk.rows.rich_text import bare
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class ScreenReader(QObject):  # type: ignore[operator]
    """Looks when it is asked to; a kiosk to which nobody has listened yet makes nothing for it.

    `say` gives what the kiosk says in the language of what is on the screen.
    """

    changed = Signal()

    def __init__(self, say: Callable[[], Phrases], parent: QObject) -> None:
        super().__init__(parent)
        self._say = say
        self._listens = False

    @Property(bool, notify=changed)
    def listens(self) -> bool:
        """Whether a screen reader has come. One that goes away may come back: it is kept."""
        return self._listens

    @Slot(str, result=str)
    def aloud(self, words: str) -> str:
        """Return plain words as they are said: 10⁹ is 10 to the power of 9."""
        return aloud(words, self._say())

    @Slot(str, result=str)
    def spoken(self, styled: str) -> str:
        """Return the words of styled text as they are said."""
        return aloud(bare(styled), self._say())

    @Slot()
    def look(self) -> None:
        """See whether a screen reader has come."""
        from PySide6.QtGui import QAccessible  # noqa: PLC0415  # not before the first frame

        if not self._listens and QAccessible.isActive():
            self._listens = True
            self.changed.emit()
