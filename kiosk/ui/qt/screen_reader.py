"""Whether somebody listens: a screen reader on the accessibility bus.

Owns that one fact and tells the theme, whose `listened` makes links that a screen reader can
press. Knows neither who listens nor what is said.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot


class ScreenReader(QObject):
    """Looks when it is asked to; a kiosk to which nobody has listened yet makes nothing for it."""

    def __init__(self, theme: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is = False

    @Slot()
    def look(self) -> None:
        """See whether a screen reader has come. One that goes away may come back: it is kept."""
        from PySide6.QtGui import QAccessible  # noqa: PLC0415  # not before the first frame

        if not self._is and QAccessible.isActive():
            self._is = True
            self._theme.setProperty("listened", True)
