"""What a process has of each kind of memory, so that growth names whose it is.

Owns how each part is read. Everything that can go has gone before: Python's and QML's garbage is
collected, and what the C library keeps for later is handed back.
"""

from __future__ import annotations

import ctypes
import gc
import os
import re
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "qt.qml.gc.allocatorStats=true"
"""What must hold in Qt's logging rules before an engine is made, or it doesn't tell its memory."""

KEPT = re.compile(r"Regular item memory after GC: (\d+)")


class MemoryUse(msgspec.Struct, frozen=True):
    """Bytes of C's heap, QML's heap and all that is this process's alone; counts of the rest.

    `blocks` are pieces of memory that Python holds, `objects` are Qt's. `heap` and `qml` tell what
    is used, `whole` what the system has given for it, with every hole between two used pieces.
    """

    heap: int
    qml: int
    whole: int
    blocks: int
    objects: int
    files: int
    threads: int


BYTES = ("heap", "qml", "whole")


class Held(ctypes.Structure):
    """The C library's `struct mallinfo2`."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd",
            "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
        )
    ]  # fmt: skip


class LivingObjects:
    """How many of Qt's objects there are more than when it began to count."""

    _ADDED, _REMOVED = 3, 4
    """Qt's hooks for debuggers, as `private/qhooks_p.h` numbers them."""

    def __init__(self) -> None:
        self.count = 0
        told = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
        self._calls = told(self._add), told(self._remove)
        self._hooks = (ctypes.c_size_t * 5).in_dll(ctypes.CDLL(_qt()), "qtHookData")

    def __enter__(self) -> LivingObjects:
        for hook, call in zip((self._ADDED, self._REMOVED), self._calls, strict=True):
            self._hooks[hook] = ctypes.cast(call, ctypes.c_void_p).value or 0
        return self

    def __exit__(self, *_: object) -> None:
        self._hooks[self._ADDED] = self._hooks[self._REMOVED] = 0

    def _add(self, _: int) -> None:
        self.count += 1

    def _remove(self, _: int) -> None:
        self.count -= 1


def _qt() -> str:
    maps = Path("/proc/self/maps").read_text("utf-8").splitlines()
    return next(line.split()[-1] for line in maps if "libQt6Core.so" in line)


def look(collect: Callable[[], None], objects: LivingObjects) -> MemoryUse:
    """Measure now; `collect` collects QML's garbage."""
    gc.collect()
    with _heard() as lines:
        collect()
    gc.collect()
    c = ctypes.CDLL(None)
    c.malloc_trim(0)
    c.mallinfo2.restype = Held
    held = c.mallinfo2()
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
    return MemoryUse(
        heap=held.uordblks + held.hblkhd,
        qml=max((int(found[1]) for line in lines if (found := KEPT.search(line))), default=0),
        whole=sum(int(kib) * 1024 for kib in re.findall(r"^Anonymous: +(\d+)", rollup, re.M)),
        blocks=sys.getallocatedblocks(),
        objects=objects.count,
        files=len(os.listdir("/proc/self/fd")),
        threads=len(os.listdir("/proc/self/task")),
    )


@contextmanager
def _heard() -> Iterator[list[str]]:
    """Give what Qt says meanwhile."""
    lines: list[str] = []

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        lines.append(message)

    before = qInstallMessageHandler(take)
    yield lines
    qInstallMessageHandler(before)
