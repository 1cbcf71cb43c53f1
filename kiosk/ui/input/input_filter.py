"""The filter: every touch, key and wheel passes here before the window sees it.

Owns what is let through. Tells `Presence` that somebody is there, and keeps from the panes the
touch that only wakes the screen, and what a locked kiosk has no use for. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6 import QtCore  # for QtCore.Qt: naming it here would load all of it at the start
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import (
    QEventPoint,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.input.keys import Keys, meaning
from kiosk.ui.presence.presence import Presence
from kiosk.ui.qt.cancelled_touch import CancelledTouch

_NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.NativeGesture,
        QEvent.Type.Gesture,
        QEvent.Type.GestureOverride,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.DragLeave,
        QEvent.Type.Drop,
        QEvent.Type.InputMethod,
        # A stylus that is ignored here comes again as a mouse, which passes like one.
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
    }
)
"""What no pane has a use for."""

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class InputFilter(QObject):
    """Stands before `window`. `locked`: it can't be closed, and only reading keys pass."""

    def __init__(
        self,
        window: QQuickWindow,
        presence: Presence,
        keys: Keys,
        *,
        locked: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._presence = presence
        self._keys = keys
        self._locked = locked
        self._hidden = False
        # Whether what mouse and keys do now ends here: each until it begins again.
        self._keeps_mouse = self._keeps_key = False
        self._glass: QPointingDevice | None = None  # while fingers lie on it that the window knows
        self._known: set[int] = set()  # those fingers
        self._kept: set[int] = set()  # those whose touch ends here, until each is lifted
        self._mouse_holds = False
        self._letting_go = False
        presence.ended.connect(self._take_fingers_off)
        CancelledTouch(window)  # sees what passes here
        window.installEventFilter(self)

    def open(self) -> None:
        """Let the window be closed: the kiosk itself does it."""
        self._locked = False
        if self._hidden:
            self._hidden = False
            QGuiApplication.restoreOverrideCursor()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether the event ends here."""
        kind = event.type()
        if kind in _NEVER:
            event.ignore()
            return True
        if kind == QEvent.Type.Close and self._locked:
            event.ignore()
            return True
        if kind == QEvent.Type.WindowStateChange:
            self._stay_up()
        if not self._ends(event):
            return False
        event.accept()  # or Qt would make a mouse's press of a finger's
        return True

    def _ends(self, event: QEvent) -> bool:
        match event:
            case QTouchEvent():
                return self._touched(event)
            case QWheelEvent():
                return self._presence.touch() or self._glass is not None
            case QMouseEvent():
                return self._clicked(event)
            case QKeyEvent():
                return self._typed(event)
        return False

    def _touched(self, event: QTouchEvent) -> bool:
        kind = event.type()
        if self._letting_go:
            return False
        if kind == QEvent.Type.TouchCancel:
            unknown = self._glass is None
            self._kept, self._known, self._glass = set(), set(), None
            return unknown
        wakes = self._presence.touch()
        self._keys.hide()
        points = event.points()
        if kind == QEvent.Type.TouchBegin:
            self._kept = set()
            self._hide_pointer()
        if wakes and self._known:
            # Fingers that lay there when the question came; they answer and do nothing else.
            self._take_fingers_off()
        if wakes or self._mouse_is_down():
            # What begins with waking the screen ends here whole: no button fires when it is lifted.
            self._kept |= _in_state(points, QEventPoint.State.Pressed)
        passing = [point for point in points if point.id() not in self._kept]
        lifted = _in_state(points, QEventPoint.State.Released)
        begins = not self._known
        self._kept -= lifted
        self._known = {point.id() for point in passing} - lifted
        self._glass = event.pointingDevice() if self._known else None
        _let_first_count(event, passing, self._window.contentItem())
        if not passing or len(passing) == len(points):
            return not passing
        # A hand that rests where the screen was woken takes no other finger away.
        kinds = QEvent.Type
        part = QTouchEvent(
            kinds.TouchBegin if begins else kinds.TouchUpdate if self._known else kinds.TouchEnd,
            event.pointingDevice(),
            event.modifiers(),
            passing,
        )
        part.setTimestamp(event.timestamp())
        self._window.event(part)  # past the filters, which have seen the whole of it
        return True

    def _clicked(self, event: QMouseEvent) -> bool:
        # Hands and mouse don't play together: Qt Quick's handlers know one of them at a time.
        alone = self._glass is None
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            return self._keeps_mouse or not alone
        wakes = self._presence.touch()
        self._keys.hide()
        if event.button() != QtCore.Qt.MouseButton.LeftButton:
            return True
        if kind in _PRESSES:
            self._keeps_mouse = wakes or not alone
        self._mouse_holds = kind in _PRESSES and not self._keeps_mouse
        return self._keeps_mouse

    def _mouse_is_down(self) -> bool:
        return self._mouse_holds and bool(QGuiApplication.mouseButtons())

    def _typed(self, event: QKeyEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        # A key that repeats itself has something lying on it.
        if pressed and not event.isAutoRepeat():
            self._keeps_key = self._presence.touch()
        if pressed and not self._keeps_key and self._keys.write(event):
            return True
        means = meaning(event)
        if self._keeps_key or (self._locked and not means):
            return True
        return pressed and self._keys.take(means, repeated=event.isAutoRepeat())

    def _take_fingers_off(self) -> None:
        """Let what lies on the glass, or is held down, do nothing more until it is lifted."""
        self._keeps_mouse = bool(QGuiApplication.mouseButtons())
        if self._glass is None or not shiboken6.isValid(self._glass):
            return
        self._kept |= self._known
        self._known = set()
        self._letting_go = True
        # Whoever held a finger is told, so that nothing stays pressed or half drawn aside.
        cancel = QTouchEvent(QEvent.Type.TouchCancel, self._glass)
        QCoreApplication.sendEvent(self._window, cancel)
        self._letting_go = False

    def _hide_pointer(self) -> None:
        # The application's, not the window's: Qt Quick sets that one anew as it likes.
        if self._locked and not self._hidden:
            self._hidden = True
            QGuiApplication.setOverrideCursor(QtCore.Qt.CursorShape.BlankCursor)

    def _stay_up(self) -> None:
        # Every start comes by here, and to ask for windowStates() would load all of QtCore.Qt.
        if self._locked and self._window.visibility() == QQuickWindow.Visibility.Minimized:
            self._window.setWindowStates(
                self._window.windowStates() & ~QtCore.Qt.WindowState.WindowMinimized
            )


def _in_state(points: Sequence[QEventPoint], state: QEventPoint.State) -> set[int]:
    return {point.id() for point in points if point.state() == state}


def _is_tap(grabber: QObject | None) -> bool:
    return grabber is not None and grabber.inherits("QQuickTapHandler")


def _let_first_count(event: QTouchEvent, points: Sequence[QEventPoint], ground: QQuickItem) -> None:
    """Of controls that are pressed at once, let the one that is let go first count, and it alone.

    Somebody's palm lies on the others: `ground`, which has no use for it, takes it from them.
    """
    if len(points) < 2:
        return
    taps = [(each, event.exclusiveGrabber(each)) for each in points]
    taps = [(each, tap) for each, tap in taps if _is_tap(tap)]
    lifted = [each.id() for each, _ in taps if each.state() == QEventPoint.State.Released]
    for each, tap in taps:
        if lifted and each.id() != lifted[0] and tap.property("alone"):
            event.setExclusiveGrabber(each, ground)  # let go by nobody, it would count
