"""What lies in a content folder: its fingerprint, and a true copy of it.

Owns which files belong to a pack and how they are copied. Knows neither pages nor editions.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR
from typing import BinaryIO

import msgspec

from kiosk.page.error import ContentError
from kiosk.page.regular_file import NotAFile, open_regular

MOST_FILES = 5_000
"""Files, folders and links of a pack; some tens are usual."""

MOST_BYTES = 500_000_000
"""Bytes of all files of a pack together."""

MOST_DEEP = 32
"""Folders in folders; what is deeper could not be removed again either (`shutil.rmtree`)."""

MISSING = "missing"
"""The fingerprint of a folder that isn't there."""

_CHUNK = 1 << 20


class Manifest(msgspec.Struct, frozen=True):
    """Every file of a copy with its size in bytes and its SHA-256."""

    files: dict[str, tuple[int, str]]

    def encoded(self) -> bytes:
        """Give the manifest as it stands on disk: the same content gives the same bytes."""
        return msgspec.json.encode(self, order="sorted")


def fingerprint(folder: Path) -> str:
    """Tell one state of a folder from another without reading a file.

    Names, sizes and times count. The time of the last change of an inode is among them: it shows
    a file that was moved into place with an old date, and permissions that were mended.
    """
    seen = hashlib.sha256()
    try:
        if not folder.is_dir():
            return MISSING
    except OSError:
        return MISSING
    for count, (name, _, state) in enumerate(_entries(folder)):
        if count > MOST_FILES:
            break
        seen.update(os.fsencode(name) + b"\0")
        if not S_ISDIR(state.st_mode):
            facts = (state.st_mode, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
            seen.update(repr(facts).encode())
    return seen.hexdigest()[:32]


def copy(folder: Path, to: Path) -> Manifest:
    """Copy a content folder to `to`, which must not be there yet; everything is on the disk then.

    The copy needs nothing but itself: what a link leads to is copied in its place, wherever it
    lies. Hidden files, an editor's backups and links that lead nowhere or back to a folder above
    them stay behind. Raises ContentError for what can't be read, OSError for what can't be written.
    """
    with _reading(folder):
        if not folder.is_dir():
            raise ContentError(
                folder, 0, "the folder is missing", "Put it back, or name another one to the kiosk"
            )
    check_extent(folder)
    files: dict[str, tuple[int, str]] = {}
    room = MOST_BYTES
    to.mkdir()
    for name, file, state in _entries(folder, strict=True):
        place = to / _utf8(name)
        if S_ISDIR(state.st_mode):
            place.mkdir()
        elif found := _copy_file(file, place, room):
            files[name] = found
            room -= found[0]
        if room <= 0:
            raise _too_much(folder)
    _sync_all(to)
    return Manifest(files)


def check_extent(folder: Path) -> None:
    """Raise ContentError for a folder that is too large to be copied; reads no file."""
    room = MOST_BYTES
    for count, (name, _, state) in enumerate(_entries(folder, strict=True), 1):
        _utf8(name)
        room -= 0 if S_ISDIR(state.st_mode) else state.st_size
        if count > MOST_FILES or name.count("/") > MOST_DEEP or room <= 0:
            raise _too_much(folder)


def _sync_all(folder: Path) -> None:
    """Return when all of the disk that `folder` lies on is written. Raises OSError.

    Once for thousands of files: each alone takes some milliseconds.
    """
    import ctypes  # noqa: PLC0415  # the process that shows copies nothing

    handle = os.open(folder, os.O_RDONLY)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(handle):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    finally:
        os.close(handle)


def sync(path: Path) -> None:
    """Return when a file or folder is on the disk. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest_of(file: Path) -> str:
    """Give a file's SHA-256 in hexadecimal. Raises OSError."""
    with open_regular(file) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _entries(folder: Path, *, strict: bool = False) -> Iterator[tuple[str, Path, os.stat_result]]:
    """Walk the folder in a fixed order, parents first, and give names seen from it.

    Links are followed, but for those that lead nowhere, or to a folder that they lie in. `strict`:
    raise ContentError for what can't be looked into.
    """
    waiting: list[tuple[str, Path, frozenset[tuple[int, int]]]] = [("", folder, frozenset())]
    while waiting:
        name, file, above = waiting.pop()
        try:
            state = file.stat()
            here = (state.st_dev, state.st_ino)
            if here in above:
                continue
            if name:
                yield name, file, state
            if S_ISDIR(state.st_mode) and len(above) <= MOST_DEEP + 1:
                below = sorted(filter(_counts, os.listdir(file)), reverse=True)
                waiting += [
                    (f"{name}/{each}".lstrip("/"), file / each, above | {here}) for each in below
                ]
        except OSError as error:
            if strict and error.errno not in (errno.ENOENT, errno.ELOOP):
                raise _unreadable(file, error) from None


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith("~")


def _copy_file(file: Path, place: Path, room: int) -> tuple[int, str] | None:
    """Copy a file and give size and digest; None for what is no file or has just gone."""
    try:
        source = open_regular(file)
    except (FileNotFoundError, NotAFile):
        return None
    except OSError as error:
        raise _unreadable(file, error) from None
    size, seen = 0, hashlib.sha256()
    with source, place.open("xb") as target:
        # A file may grow while it is copied: what is read is counted, not what it claimed.
        while size < room and (chunk := _read(source, file)):
            size += len(chunk)
            seen.update(chunk)
            target.write(chunk)
    return size, seen.hexdigest()


def _read(source: BinaryIO, file: Path) -> bytes:
    with _reading(file):
        return source.read(_CHUNK)


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise _unreadable(file, error) from None


def _unreadable(file: Path, error: Exception) -> ContentError:
    why = error.strerror if isinstance(error, OSError) else str(error)
    return ContentError(
        file, 0, f"this can't be read ({why})", "Check its permissions and the disk"
    )


def _too_much(folder: Path) -> ContentError:
    return ContentError(
        folder,
        0,
        f"the folder holds more than {MOST_FILES:,} files or {MOST_BYTES:,} bytes, or is deeper "
        f"than {MOST_DEEP} folders",
        "Name a folder that holds nothing but the pack",
    )


def _utf8(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(name).decode(errors="replace")
        raise ContentError(
            shown, 0, "the file's name is not UTF-8", "Rename it with plain letters"
        ) from None
    return name
