"""Signs of life for the service manager, from where a hang would show: the GUI's event loop."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.health.notify import Notifier

log = logging.getLogger("kiosk.ui")

PATIENCE = 20.0
"""Seconds to wait for the first frame before the kiosk counts as started without one."""


class Watchdog(QObject):
    """Says that the kiosk is ready once its first frame is shown, and that it lives ever after.

    Without a screen, or with one that sleeps, no frame is ever shown. That is no fault of the
    kiosk: restarting it for that would go on for ever, so after `patience` seconds it says so in
    the log and counts as ready.
    """

    def __init__(
        self, window: QQuickWindow, notifier: Notifier, patience: float = PATIENCE
    ) -> None:
        super().__init__()
        self._notifier = notifier
        self._seen = False
        self._timer = QTimer(self, interval=round(notifier.interval * 1000))
        self._timer.timeout.connect(notifier.alive)
        self._waiting = QTimer(self, singleShot=True, interval=round(patience * 1000))
        self._waiting.timeout.connect(self._unseen)
        self._waiting.start()
        # Where Qt draws in a thread of its own, the frame is reported from there, and Qt queues it.
        # To ask for that by name would load all of QtCore.Qt.
        self._frames = window.frameSwapped.connect(self._shown)

    def stop(self) -> None:
        """Give no more signs of life."""
        self._timer.stop()
        self._waiting.stop()

    @Slot()
    def _shown(self) -> None:
        if self._seen:
            return  # queued before the line below cut the connection
        self._seen = True
        log.info("Ready: the first pane is on the screen.", extra={"event": "ready"})
        self._begin("The panes are on the screen.")
        self._waiting.stop()
        QObject.disconnect(self._frames)

    def _unseen(self) -> None:
        log.warning(
            "No frame could be shown yet; see that a screen is connected and on.",
            extra={"event": "no-screen"},
        )
        self._begin("Waiting for a screen.")

    def _begin(self, status: str) -> None:
        self._notifier.ready(status)
        if self._timer.interval():
            self._timer.start()


class DisplayWatch(logging.Handler):
    """Notices that the display went away.

    Qt has no signal for it: it says one line ("The Wayland connection broke. …"), from any thread,
    and ends the process, whatever the others are doing.
    """

    def __init__(self, lost: Callable[[], None]) -> None:
        super().__init__(logging.WARNING)
        self._lost = lost

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one line of Qt's."""
        message = record.getMessage()
        if message.startswith(("The Wayland connection ", "The X11 connection ")):
            self._lost()
