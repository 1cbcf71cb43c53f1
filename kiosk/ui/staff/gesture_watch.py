"""Listens at the window for the staff's gesture, before anything else sees a touch.

Owns the one `Gesture` and the way from pixels to millimetres. Takes no event away from anybody.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore  # for QtCore.Qt: naming it here would load all of it at the start
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QEventPoint, QInputDevice, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.staff.gesture import Gesture, TouchArea
from kiosk.ui.staff.desk import Desk

_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)


class GestureWatch(QObject):
    """Tells `desk` of every touch, and of a finished gesture. `mm` gives pixels a millimetre.

    Made last, it hears of an event first: also of one that the filter keeps back.
    """

    def __init__(
        self,
        window: QQuickWindow,
        desk: Desk,
        *,
        mm: Callable[[], float],
        clock: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._mm = mm
        self._clock = clock
        self._gesture = Gesture()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen, and let everything pass."""
        kind = event.type()
        if isinstance(event, QTouchEvent) and kind in _TOUCHES:
            points = event.points()
            lifted = [p for p in points if p.state() == QEventPoint.State.Released]
            self._desk.feel(len(points) - len(lifted))
            if len(points) > 1:
                self._gesture = self._gesture.broken()
            elif points:
                self._follow(kind, points[0].position())
        elif kind == QEvent.Type.TouchCancel:
            self._desk.feel(0)
            self._gesture = self._gesture.broken()
        elif isinstance(event, QMouseEvent) and kind in _MOUSE:
            held = bool(event.buttons() & QtCore.Qt.MouseButton.LeftButton)
            # A pointer that only passes by is no touch, and what Qt makes of a touch was heard.
            made = event.deviceType() == QInputDevice.DeviceType.TouchScreen
            if not made and (held or kind == QEvent.Type.MouseButtonRelease):
                self._desk.feel(int(held))
                self._follow(kind, event.position())
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            self._desk.feel(0)
        return False

    def _follow(self, kind: QEvent.Type, at: QPointF) -> None:
        mm, now = self._mm(), self._clock()
        x, y = at.x() / mm, at.y() / mm
        if kind in (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress):
            glass = TouchArea(self._window.width() / mm, self._window.height() / mm)
            self._gesture = self._gesture.pressed(glass, x, y, now)
        elif kind in (QEvent.Type.TouchEnd, QEvent.Type.MouseButtonRelease):
            self._gesture = self._gesture.moved(x, y).released(now)
        else:
            self._gesture = self._gesture.moved(x, y)
        if self._gesture.done:
            self._gesture = Gesture()
            self._desk.gesture()
