"""What ends a command from outside: Ctrl+C, a disk that is full, nobody who may read or listen.

Owns that each is one line on standard error and an exit code. Knows no command.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from kiosk.printed import PrintError, flush, print_on, take_any_text

INTERRUPTED = 130
"""The exit code after Ctrl+C, as a shell has it: 128 and the number of the signal."""

_OF_THE_MACHINE = {
    errno.EACCES, errno.EINVAL, errno.EIO, errno.EISDIR, errno.ELOOP, errno.EMFILE,
    errno.ENAMETOOLONG, errno.ENODEV, errno.ENOTDIR, errno.EPERM, errno.EROFS, errno.ESTALE,
}  # fmt: skip
"""Faults of a disk or of who asks; any other one that nobody has foreseen is the program's."""


_IMPORT = "<frozen importlib._bootstrap>"
"""The file of the frames in which Python imports something."""


def ended(command: Callable[[], int]) -> int:
    """Run a command; give its exit code, or that of what ended it."""
    take_any_text()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    try:
        try:
            return command()
        finally:
            flush(sys.stdout)
    except KeyboardInterrupt:
        return _told("stopped.", INTERRUPTED)
    except (PrintError, OSError) as error:
        return _told(_sentence(error), 1)


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop the command, which then puts in order what it has begun to write."""
    while frame:
        if frame.f_code.co_filename == _IMPORT:
            # PySide falls over an exception in the middle of its own beginning.
            os._exit(_told("stopped.", INTERRUPTED))
        frame = frame.f_back
    raise KeyboardInterrupt


def _sentence(error: PrintError | OSError) -> str:
    """Say what is wrong with the machine. Raises a fault of the program as it is."""
    if isinstance(error, PrintError):
        return str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):  # a write to an open file names none
        return f"{error.filename or 'The disk'}: {error.strerror}. Make room there."
    if error.errno not in _OF_THE_MACHINE or error.filename is None:
        raise error
    return f"{error.filename}: {error.strerror}. Name another file or folder."


def _told(words: str, code: int) -> int:
    with suppress(PrintError):
        print_on(sys.stderr, f"kiosk: {words}")
    return code
