"""Reading a file of a pack, and nothing that only looks like one.

Owns that no pipe, socket or device is ever waited for. Knows no kind of file.
"""

from __future__ import annotations

import os
import stat
from io import BufferedReader, FileIO
from pathlib import Path


class NotAFile(OSError):
    """What lies there is a folder, a pipe, a socket or a device."""


def open_regular(file: Path | str) -> BufferedReader:
    """Open a regular file for reading. Raises OSError, NotAFile where it is something else."""
    # Looked at first: opening some devices does something. Not blocking, because opening a pipe
    # would wait for somebody to write to it, and it may take the file's place just now.
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise NotAFile("this is not a file")
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotAFile("this is not a file")
    return BufferedReader(FileIO(handle))


def read_regular(file: Path, most: int) -> bytes | None:
    """Read a regular file of at most `most` bytes; None if it is larger. Raises OSError."""
    with open_regular(file) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > most:
            return None
        # One byte more, for it may grow meanwhile; room for `most` would cost more than reading.
        content = stream.read(size + 1)
        if len(content) > size:
            content += stream.read(most + 1 - len(content))
    return content if len(content) <= most else None
