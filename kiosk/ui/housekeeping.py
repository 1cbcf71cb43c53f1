"""Housekeeping: what visits have left behind is given back while nobody is there to notice."""

from __future__ import annotations

import ctypes
import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.presence import Presence
from kiosk.visit import Phase

AFTER = 3000
"""Milliseconds of rest before it is done: somebody may come at once."""


class Housekeeping(QObject):
    """Collects Python's and QML's garbage at rest and hands free memory back to the system."""

    def __init__(
        self, window: QQuickWindow, engine: QQmlEngine, presence: Presence, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._engine, self._presence = window, engine, presence
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.tidy)
        presence.ended.connect(self._timer.start)
        presence.begun.connect(self._timer.stop)

    def tidy(self) -> None:
        """Do it now, unless somebody is there."""
        if self._presence.state.phase is not Phase.RESTING:
            return
        gc.collect()
        self._engine.collectGarbage()
        self._window.releaseResources()
        # glibc keeps freed memory in pieces between used ones; nothing else hands it back.
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)
