"""The filter: every touch, key and wheel passes here before the window sees it.

Owns what is let through. Tells `Presence` that somebody is there, and keeps from the panes the
touch that only wakes the screen, and what a locked kiosk has no use for. Draws nothing.
"""

from __future__ import annotations

import shiboken6
from PySide6 import QtCore  # for QtCore.Qt: naming it here would load all of it at the start
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPointingDevice,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtQuick import QQuickWindow

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
        # Whether what fingers, mouse and keys do now ends here: each until it begins again.
        self._keeps_touch = self._keeps_mouse = self._keeps_key = False
        self._glass: QPointingDevice | None = None  # while fingers lie on it
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
            kept, self._keeps_touch, self._glass = self._keeps_touch, False, None
            return kept
        wakes = self._presence.touch()
        self._keys.hide()
        if kind == QEvent.Type.TouchBegin:
            # What begins with waking the screen ends here whole: no button fires when it is lifted.
            self._keeps_touch = wakes or self._mouse_is_down()
            self._hide_pointer()
        elif wakes and not self._keeps_touch:
            # A finger that lay there when the question came; it answers and does nothing else.
            self._take_fingers_off()
        kept = self._keeps_touch
        ends = kind == QEvent.Type.TouchEnd
        self._glass = None if kept or ends else event.pointingDevice()
        self._keeps_touch = kept and not ends
        return kept

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
        means = meaning(event)
        if self._keeps_key or (self._locked and not means):
            return True
        return pressed and self._keys.take(means, repeated=event.isAutoRepeat())

    def _take_fingers_off(self) -> None:
        """Let what lies on the glass, or is held down, do nothing more until it is lifted."""
        self._keeps_mouse = bool(QGuiApplication.mouseButtons())
        if self._glass is None or not shiboken6.isValid(self._glass):
            return
        self._keeps_touch = self._letting_go = True
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
