"""Says when the program is to be started anew, because another release of it is to be used.

Owns the timer that looks, and only while nobody is there. Starts nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kiosk.ui.presence.presence import Presence
from kiosk.visit.presence_state import Phase

EVERY = 60_000
"""Milliseconds between two looks: nobody waits for it."""


class ReleaseWatch(QObject):
    """`due`, once, as soon as nobody is there and `is_waiting` holds."""

    due = Signal()

    def __init__(
        self, presence: Presence, is_waiting: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._presence, self._is_waiting = presence, is_waiting
        self._said = False
        self._timer = QTimer(self, interval=EVERY, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        presence.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        resting = self._presence.state.phase is Phase.RESTING
        if not resting:
            self._timer.stop()
        elif not self._said and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Look now."""
        resting = self._presence.state.phase is Phase.RESTING
        if resting and not self._said and self._is_waiting():
            self._said = True
            self._timer.stop()
            self.due.emit()
