"""SIGTERM and SIGINT as a call in the event loop, so that the kiosk is taken down in order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot

ASKED = (signal.SIGTERM, signal.SIGINT)


class StopSignals(QObject):
    """Calls `stop` when somebody asks the process to end; a second time ends it at once.

    While Qt waits no Python runs, and Python's handlers only run between two steps of Python. So
    the signal also writes a byte, which wakes Qt; the slot that reads it is the step.
    """

    def __init__(self, stop: Callable[[], None]) -> None:
        super().__init__()
        self._stop = stop
        self._reading, self._writing = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._before_descriptor = signal.set_wakeup_fd(self._writing, warn_on_full_buffer=False)
        self._before = [(number, signal.signal(number, self._asked)) for number in ASKED]
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def release(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        for number, handler in self._before:
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_descriptor)
        os.close(self._reading)
        os.close(self._writing)

    @Slot()
    def _woken(self) -> None:
        os.read(self._reading, 64)

    def _asked(self, number: int, frame: FrameType | None) -> None:
        for each in ASKED:
            signal.signal(each, signal.SIG_DFL)
        self._stop()
