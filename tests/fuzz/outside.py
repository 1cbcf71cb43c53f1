"""Files that nobody may open: they lie beside a pack, and the kernel tells who looks at them."""

from __future__ import annotations

import ctypes
import os
import struct
from pathlib import Path

_OPENED = 0x20
"""IN_OPEN of linux/inotify.h."""

_FOLDER = 0x40000000
"""IN_ISDIR of linux/inotify.h: a folder was listed, which tells names and no content."""

SVG = (
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"
    b"<path id='a' fill='#e01' d='M0 0h9v9H0z'/></svg>"
)


class Outside:
    """A folder of files that nothing may open."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        for name, content in (
            ("page.md", b"---\ntitle: T\nreview: {status: draft, author: A}\n---\n\nSecret.\n"),
            ("drawing.svg", SVG),
            ("sheet.css", b".a { fill: #e01 }"),
        ):
            (folder / name).write_bytes(content)
        self.drawing = folder / "drawing.svg"
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        watched = libc.inotify_add_watch(self._handle, os.fsencode(folder), _OPENED)
        if self._handle < 0 or watched < 0:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))

    def opened(self) -> list[str]:
        """Give the names of files opened since the last look."""
        try:
            told = os.read(self._handle, 65_536)
        except BlockingIOError:
            return []
        names, at = [], 0
        while at < len(told):
            _, mask, _, length = struct.unpack_from("iIII", told, at)
            at += 16 + length
            if not mask & _FOLDER:
                names.append(told[at - length : at].rstrip(b"\0").decode())
        return names
