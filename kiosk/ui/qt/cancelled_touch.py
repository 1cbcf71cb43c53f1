"""Touches that the system takes back: whoever watched one is told that it is over.

Owns which fingers lie on a window. Keeps nothing from the window.
"""

from __future__ import annotations

import shiboken6
from PySide6 import QtCore  # for QtCore.Qt: naming it here would load all of it at the start
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent
from PySide6.QtQuick import QQuickWindow

_AWAY = QPointF(-1e6, -1e6)


class CancelledTouch(QObject):
    """Stands before `window`, and so sees what no other filter has kept."""

    # WORKAROUND: a TapHandler only watches a finger. Qt 6.11 tells it of a touch that is taken
    # back in such a way that it stays pressed and knows no other finger any more. So each is
    # told before that its finger was lifted far away, where nothing is tapped.

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._glass: QPointingDevice | None = None
        self._fingers: list[int] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event pass."""
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchCancel:
                self._lift()
            else:
                self._glass = event.pointingDevice()
                self._fingers = [
                    point.id()
                    for point in event.points()
                    if point.state() != QEventPoint.State.Released
                ]
        return False

    def _lift(self) -> None:
        fingers, self._fingers = self._fingers, []
        if self._glass is None or not shiboken6.isValid(self._glass):
            return
        lifted = [QEventPoint(n, QEventPoint.State.Released, _AWAY, _AWAY) for n in fingers]
        held = QtCore.Qt.KeyboardModifier.NoModifier
        event = QTouchEvent(QEvent.Type.TouchEnd, self._glass, held, lifted)
        for point in event.points():
            event.clearPassiveGrabbers(point)
