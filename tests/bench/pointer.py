"""A finger for any program on an X screen: presses and lifts the pointer through XTEST.

Nothing of it runs in the program under test, and to that a click of the server's own pointer is
like any other.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import time
from types import TracebackType
from typing import Self

from tests.bench.screen import ScreenError

_HERE = -1
"""XTEST's number for the screen that the pointer is on."""


class Pointer:
    """The pointer of an X display. Times are those of `time.perf_counter`, in seconds."""

    def __init__(self, display: str) -> None:
        found = ctypes.util.find_library("X11"), ctypes.util.find_library("Xtst")
        if None in found:
            raise ScreenError("libXtst is missing; install it: apt-get install -y libxtst6")
        self._x, self._test = (ctypes.CDLL(name) for name in found)
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x.XOpenDisplay(display.encode())
        if not opened:
            raise ScreenError(f"There is no display {display}.")
        self._display = ctypes.c_void_p(opened)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._x.XCloseDisplay(self._display)

    def move(self, x: int, y: int) -> None:
        """Stand at a pixel."""
        self._test.XTestFakeMotionEvent(self._display, _HERE, x, y, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def press(self, *, down: bool) -> float:
        """Press, or lift; return when."""
        now = time.perf_counter()
        self._test.XTestFakeButtonEvent(self._display, 1, int(down), ctypes.c_ulong(0))
        self._x.XFlush(self._display)
        return now
