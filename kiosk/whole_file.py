"""A small file that is there in full or as it was, also after the plug is pulled.

Owns how the kiosk's own files are written and read again. What is read is bytes from a disk that
may be broken: any content at all is either what was asked for or none.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

MOST_BYTES = 32_000_000
"""The largest file that is read: more than the manifest of the largest pack."""

NEW = ".new-"
"""How the names begin of what is still being written."""

_Kind = TypeVar("_Kind")


class Unreadable(Exception):
    """A file that holds something else than was written; it says why."""


class Versioned(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of the state folder holds. Other versions of the kiosk read it, older ones too.

    What an older one may do without is a field more. Where it would misread what it knows, that
    file's `version` and its bound are raised: an older one then reads nothing of it.
    """

    version: Annotated[int, msgspec.Meta(le=1)] = 1


def decoded(content: bytes, kind: type[_Kind]) -> _Kind:
    """Read JSON of ours. Raises Unreadable, whatever the bytes are."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (ValueError, RecursionError) as error:  # msgspec's own errors are ValueErrors
        newer = "`$.version`" in str(error)
        raise Unreadable("a newer kiosk has written it" if newer else str(error)) from None


def read_whole(file: Path, kind: type[_Kind]) -> _Kind:
    """Read a JSON file of ours. Raises OSError, and Unreadable for what is none."""
    refuse_special(file)
    with file.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size  # Python makes room for all that it is asked for
        return decoded(stream.read(min(size, MOST_BYTES)), kind)


def private(folder: Path) -> Path:
    """Make `folder` if it isn't there; nobody but its owner may look into it. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if stat.S_IMODE(folder.stat().st_mode) != 0o700:  # the umask, or an older kiosk
        folder.chmod(0o700)
    return folder


def behind_links(file: Path) -> Path:
    """Return the file that links lead to. Raises OSError where they lead round in a ring."""
    try:
        return file.resolve()
    except RuntimeError:  # what Python says before 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file)) from None


def special(file: Path) -> bool:
    """Tell whether something is there that is no file: a device, say, which none may replace."""
    try:
        mode = file.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def refuse_special(file: Path) -> None:
    """Raise OSError for what is no file: to read a pipe would wait for somebody who writes."""
    if special(file):
        raise OSError(errno.EINVAL, "it is no regular file", str(file))


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Hold the lock that is this file; the kernel lets go of it if we die.

    Raises:
        BlockingIOError: another one holds it.
        OSError: it can't be written.
    """
    # Read too: so nobody waits where it is a pipe.
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


def write_whole(
    file: Path,
    content: bytes,
    *,
    durable: bool = True,
    prepare: Callable[[int], None] = lambda handle: None,
) -> None:
    """Write `file`, its folder too; only its owner may read it.

    `prepare` is given the open file before it is put in place, for another owner or mode. It is on
    the disk when this returns. If not `durable`, the system writes it when it likes: a power cut
    then may leave what was there, or a torn file.

    Raises:
        OSError: it can't be written, or is a device or the like; it stays as it was.
    """
    refuse_special(file)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = _begun(file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            prepare(handle)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
            os.replace(name, file)  # while it is open, and so locked: no `sweep` takes it
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(file)  # a full disk names no file, and people know no other
        raise
    if not durable:
        return
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def sweep(folder: Path) -> None:
    """Remove what a kill or a power cut left half-written in `folder`. Raises OSError.

    What another process or thread is writing there at this moment stays.
    """
    for entry in os.scandir(folder):
        if not entry.name.startswith(NEW) or not entry.is_file(follow_symlinks=False):
            continue
        try:
            with open(entry.path, "rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                os.unlink(entry.path)
        except (FileNotFoundError, BlockingIOError):  # just put in place, or still being written
            continue


def _begun(folder: Path) -> tuple[int, str]:
    """Make an empty file that is locked: whoever sweeps sees that it is being written."""
    while True:
        handle, name = tempfile.mkstemp(prefix=NEW, dir=folder)
        fcntl.flock(handle, fcntl.LOCK_EX)
        if os.path.exists(name):
            return handle, name
        os.close(handle)  # swept away in the moment before it was locked
