"""The door by which Qt's platform plugins bring in what a keyboard, a screen and a desktop send.

`QTest` has no cancelled touch and doesn't know most keys of a multimedia keyboard, and its keys
don't take the way by which a shortcut is found. What is called here is what the plugin for
Wayland or X calls; the names are the linker's, and stand in the wheel that the lock file pins.
"""

from __future__ import annotations

import ctypes
from functools import cache
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QWindow

_HERE = "_ZN22QWindowSystemInterface"
_KEY = (
    f"{_HERE}14handleKeyEventINS_19SynchronousDeliveryEEEbP7QWindowN6QEvent4TypeEi"
    "6QFlagsIN2Qt16KeyboardModifierEERK7QStringbt"
)
_CANCEL = (
    f"{_HERE}22handleTouchCancelEventINS_19SynchronousDeliveryEEEbP7QWindowPK15QPointingDevice"
    "6QFlagsIN2Qt16KeyboardModifierEE"
)
_TOUCH = (
    f"{_HERE}16handleTouchEventINS_19SynchronousDeliveryEEEbP7QWindowmPK15QPointingDevice"
    "RK5QListINS_10TouchPointEE6QFlagsIN2Qt16KeyboardModifierEE"
)
_STATE = (
    f"{_HERE}24handleWindowStateChangedINS_19SynchronousDeliveryEEEvP7QWindow"
    "6QFlagsIN2Qt11WindowStateEEi"
)


class _Finger(ctypes.Structure):
    """A QWindowSystemInterface::TouchPoint, in pixels of the screen."""

    _fields_ = (
        ("number", ctypes.c_int),
        ("unique", ctypes.c_int64),
        ("part", ctypes.c_double * 2),
        ("area", ctypes.c_double * 4),
        ("pressure", ctypes.c_double),
        ("rotation", ctypes.c_double),
        ("state", ctypes.c_uint8),
        ("speed", ctypes.c_float * 2),
        ("raw", ctypes.c_void_p * 3),
    )


class _Fingers(ctypes.Structure):
    """A QList of fingers that somebody else owns."""

    _fields_ = (
        ("header", ctypes.c_void_p),
        ("all", ctypes.POINTER(_Finger)),
        ("length", ctypes.c_ssize_t),
    )


class _String(ctypes.Structure):
    """A QString over letters that somebody else owns."""

    _fields_ = (
        ("header", ctypes.c_void_p),
        ("letters", ctypes.c_char_p),
        ("length", ctypes.c_ssize_t),
    )


@cache
def _string(text: str) -> _String:
    # Kept for good: an event that is copied shares the letters.
    return _String(None, text.encode("utf-16-le") + b"\0\0", len(text))


@cache
def _function(name: str, *types: type) -> ctypes._NamedFuncPointer:
    library = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"
    function = ctypes.CDLL(str(library))[name]
    function.argtypes = types
    function.restype = None
    return function


def _pointer(thing: shiboken6.Object) -> int:
    return int(shiboken6.getCppPointer(thing)[0])


def key(
    window: QWindow,
    code: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
    *,
    down: bool = True,
    repeated: bool = False,
) -> None:
    """Press a key or let it go."""
    whole = ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_int
    handle = _function(_KEY, *whole, ctypes.POINTER(_String), ctypes.c_bool, ctypes.c_ushort)
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    letters = ctypes.byref(_string(text))
    handle(_pointer(window), int(kind), int(code), held.value, letters, repeated, 1)


def click(
    window: QWindow,
    code: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
) -> None:
    """Press a key and let it go."""
    key(window, code, held, text)
    key(window, code, held, text, down=False)


def touch(
    window: QWindow,
    device: QPointingDevice,
    when: int,
    fingers: dict[int, tuple[QEventPoint.State, QPointF]],
) -> None:
    """Report what fingers do on a window, at a time in milliseconds that the event carries.

    So a finger lies there for as long as is said, and nobody waits for that. Times never go back.
    """
    fields = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p
    handle = _function(_TOUCH, *fields, ctypes.POINTER(_Fingers), ctypes.c_int)
    origin = window.mapToGlobal(QPointF())
    made = (_Finger * len(fingers))()
    for one, (number, (state, at)) in zip(made, fingers.items(), strict=True):
        one.number, one.unique, one.state, one.pressure = number, -1, state.value, 1.0
        one.area[:] = at.x() + origin.x() - 0.5, at.y() + origin.y() - 0.5, 1, 1
    all_of_them = _Fingers(None, made, len(made))
    handle(_pointer(window), when, _pointer(device), ctypes.byref(all_of_them), 0)


def cancel_touch(window: QWindow, device: QPointingDevice) -> None:
    """Take every touch back, as a compositor does that has taken the gesture for itself."""
    handle = _function(_CANCEL, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    handle(_pointer(window), _pointer(device), 0)


def change_state(window: QWindow, state: Qt.WindowState) -> None:
    """Say that the desktop has minimised the window, or filled the screen with it."""
    handle = _function(_STATE, ctypes.c_void_p, ctypes.c_int, ctypes.c_int)
    handle(_pointer(window), state.value, -1)
