"""Housekeeping: what visits have left behind is given back while nobody is there to notice."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.presence.presence import Presence
from kiosk.visit.presence_state import Phase

AFTER = 3000
"""Milliseconds of rest before it is done: somebody may come at once."""

EVERY = 60_000
"""Milliseconds between two collections of Python's where nobody ever lets the kiosk rest."""


class Housekeeping(QObject):
    """Collects Python's and QML's garbage at rest and hands free memory back to the system.

    Python's is collected here only, while `run` and `preview` keep the collector off: by itself it
    would run in whichever thread comes along, and end Qt's objects outside their own.
    """

    def __init__(
        self, window: QQuickWindow, engine: QQmlEngine, presence: Presence, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._engine, self._presence = window, engine, presence
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.tidy)
        self._sweeper = QTimer(self, interval=EVERY)
        self._sweeper.timeout.connect(self.sweep)
        self._sweeper.start()
        presence.ended.connect(self._timer.start)
        presence.begun.connect(self._timer.stop)

    def sweep(self) -> None:
        """Collect Python's garbage: about 1 ms, as what the start made is left out."""
        gc.collect()

    def tidy(self) -> None:
        """Do it now, unless somebody is there."""
        if self._presence.state.phase is not Phase.RESTING:
            return
        self.sweep()
        self._engine.collectGarbage()
        self._window.releaseResources()
        import ctypes  # noqa: PLC0415  # not before the first frame

        # glibc keeps freed memory in pieces between used ones; nothing else hands it back.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
