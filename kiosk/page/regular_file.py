"""Reading a file of a pack, and nothing that only looks like one.

Owns that no pipe, socket or device is ever waited for. Knows no kind of file.
"""

from __future__ import annotations

import os
import stat
from io import BufferedReader
from pathlib import Path


class NotAFile(OSError):
    """What lies there is a folder, a pipe, a socket or a device."""


def open_regular(file: Path) -> BufferedReader:
    """Open a regular file for reading. Raises OSError, NotAFile where it is something else."""
    # Looked at first: opening some devices does something. Not blocking, because opening a pipe
    # would wait for somebody to write to it, and it may take the file's place just now.
    if not stat.S_ISREG(file.stat().st_mode):
        raise NotAFile("this is not a file")
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotAFile("this is not a file")
    return os.fdopen(handle, "rb")


def read_regular(file: Path, most: int) -> bytes | None:
    """Read a regular file of at most `most` bytes; None if it is larger. Raises OSError."""
    with open_regular(file) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > most:
            return None
        # No more at first than there is: Python makes room for all that it is asked to read, and
        # 10 MB for each small drawing, in several threads, tear the heap to pieces.
        content = stream.read(size + 1)
        if len(content) > size:  # it has grown meanwhile
            content += stream.read(most - size)
    return content if len(content) <= most else None
