"""A screen that can be looked at, resized and unplugged: an X server in memory with cage upon it.

Each window that cage opens there is one of its outputs. The picture comes from the X server's own
memory, so it shows what a real screen would, whatever cage tells its clients.
"""

from __future__ import annotations

import ctypes
import mmap
import struct
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self

from PySide6.QtGui import QImage

from tests.cage.picture import Picture
from tests.waiting import LIMIT
from tests.x_server import x_server

SIZE = (2600, 1200)
"""Pixels of the X server's screen: room for two outputs of wlroots' 1024x768 side by side."""

ATOMS = (
    b"WM_PROTOCOLS", b"WM_DELETE_WINDOW", b"_NET_WM_NAME", b"UTF8_STRING", b"_NET_WM_STATE",
    b"_NET_WM_STATE_FULLSCREEN", b"_VARIABLE_REFRESH",
)  # fmt: skip
"""Names that wlroots expects an X server to know; without a window manager nobody has made them."""

XID = ctypes.c_ulong


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent; an XEvent is never longer than 24 longs."""

    _fields_ = (
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p), ("window", XID), ("message_type", XID),
        ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest", ctypes.c_long * 24),
    )  # fmt: skip


class Output(NamedTuple):
    """One of cage's outputs: its window and where it lies, in pixels."""

    window: int
    x: int
    y: int
    width: int
    height: int


ErrorHandler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
"""What Xlib calls when the server has refused a request."""


class Glass:
    """The X server and what can be done to it, from entering to leaving the context."""

    def __init__(self) -> None:
        self._open = ExitStack()

    def __enter__(self) -> Self:
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-glass-")))
        server = x_server(*SIZE, "-noreset", "-fbdir", str(folder))
        self.name = self._open.enter_context(server).display
        file = self._open.enter_context((folder / "Xvfb_screen0").open("rb"))
        self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._open.callback(self._memory.close)
        self._connect()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _connect(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XInternAtom.restype = self._x.XDefaultRootWindow.restype = XID
        display = self._x.XOpenDisplay(self.name.encode())
        assert display, f"the X server {self.name} does not answer"
        self._display = ctypes.c_void_p(display)
        self._open.callback(self._x.XCloseDisplay, self._display)
        # Xlib's own handler ends the program, and a window may go while it is asked for its place.
        self._x.XSetErrorHandler.restype = ctypes.c_void_p
        self._told = ErrorHandler(lambda _display, _error: 0)
        was = self._x.XSetErrorHandler(self._told)
        self._open.callback(self._x.XSetErrorHandler, ctypes.c_void_p(was))
        self._root = XID(self._x.XDefaultRootWindow(self._display))
        self._atoms = {
            atom: self._x.XInternAtom(self._display, ctypes.c_char_p(atom), 0) for atom in ATOMS
        }

    def screen(self, outputs: int = 1) -> dict[str, str]:
        """Return the environment that makes wlroots open so many outputs here."""
        return {"WLR_BACKENDS": "x11", "WLR_X11_OUTPUTS": str(outputs), "DISPLAY": self.name}

    @property
    def outputs(self) -> list[Output]:
        """Cage's outputs, the oldest first."""
        root, parent, count = XID(), XID(), ctypes.c_uint()
        windows = ctypes.POINTER(XID)()
        self._x.XQueryTree(
            self._display, self._root, ctypes.byref(root), ctypes.byref(parent),
            ctypes.byref(windows), ctypes.byref(count),
        )  # fmt: skip
        found = [self._output(windows[index]) for index in range(count.value)]
        if found:
            self._x.XFree(windows)
        return sorted(output for output in found if output.width > 1)

    def _output(self, window: int) -> Output:
        root, x, y = XID(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        self._x.XGetGeometry(
            self._display,
            XID(window),
            *map(ctypes.byref, (root, x, y, width, height, border, depth)),
        )
        # Of a window that is gone all stays 0.
        return Output(window, x.value, y.value, width.value, height.value)

    def size_of(self, window: int) -> tuple[int, int]:
        """Return the width and height of a window; zeros if it is gone."""
        return self._output(window)[3:]

    def place(self, output: Output, x: int, y: int, width: int, height: int) -> None:
        """Move and resize an output."""
        self._x.XMoveResizeWindow(self._display, XID(output.window), x, y, width, height)
        self._x.XFlush(self._display)

    def unplug(self, output: Output) -> None:
        """Ask wlroots to let go of an output, as a window manager's close button does."""
        event = ClientMessage(
            type=33, window=output.window, message_type=self._atoms[b"WM_PROTOCOLS"], format=32
        )
        event.data[0] = self._atoms[b"WM_DELETE_WINDOW"]
        self._x.XSendEvent(self._display, XID(output.window), 0, 0, ctypes.byref(event))
        self._x.XFlush(self._display)

    def picture(self, output: Output | None = None) -> Picture:
        """Look at the whole X server, or at the part where an output is."""
        # The file is an X window dump: a head of 32-bit figures, colours of 12 bytes, the pixels.
        head = struct.unpack(">25I", self._memory[:100])
        length, width, height, stride, colours = head[0], head[4], head[5], head[12], head[19]
        start = length + 12 * colours
        pixels = self._memory[start : start + stride * height]
        whole = Picture(QImage(pixels, width, height, stride, QImage.Format.Format_RGB32))
        return whole.part(*output[1:]) if output else whole

    def shows(self, count: int, size: tuple[int, int] | None = None) -> list[Output]:
        """Wait until so many outputs are there and each is filled; return them."""
        return self._until(lambda: self._shown(count, size))

    def _shown(self, count: int, size: tuple[int, int] | None) -> list[Output]:
        outputs = self.outputs
        if len(outputs) != count or (size and {o[3:] for o in outputs} != {size}):
            return []
        pictures = [self.picture(output) for output in outputs]
        return outputs if all(one.readable and one.filled for one in pictures) else []

    def _until(self, found: Callable[[], list[Output]]) -> list[Output]:
        limit = time.monotonic() + LIMIT
        while True:
            if outputs := found():
                return outputs
            assert time.monotonic() < limit, f"not shown; there are {self.outputs}"
