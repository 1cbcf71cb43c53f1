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
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

import msgspec

from kiosk.page.error import ContentError
from kiosk.page.regular_file import NotAFile, open_regular

MOST_FILES = 5_000
"""Files, folders and links of a pack; some tens are usual."""

MOST_BYTES = 500_000_000
"""Bytes of all files of a pack together."""

MOST_PAGES = 20_000_000
"""Bytes of all pages together. The computer of the benchmark read as many in 60 s of processor
time; the child that reads has 300 s (`kiosk.ui.editions.worker`)."""

MOST_DRAWINGS = 20_000_000
"""Bytes of all SVG files together; it took 2 s for a million."""

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


class Spare(msgspec.Struct, frozen=True):
    """A copy that will be removed: what lies in `folder`, a disk with `to`, may be taken over."""

    folder: Path
    manifest: Manifest


def copy(folder: Path, to: Path, spare: Spare | None = None, *, durable: bool = True) -> Manifest:
    """Copy a content folder to `to`, which must not be there yet.

    Everything is on the disk when this returns, unless the copy need not be `durable`: to wait for
    a disk takes up to seconds, since it also writes what others have left to it.

    The copy needs nothing but itself: what a link leads to is copied in its place, wherever it
    lies. Hidden files, an editor's backups and links that lead nowhere or back to a folder above
    them stay behind. Every file is read, whatever its size and time say; what `spare` holds byte
    for byte is not written again. Raises ContentError for what can't be read, OSError for what
    can't be written.
    """
    with _reading(folder):
        if not folder.is_dir():
            raise ContentError(
                folder, 0, "the folder is missing", "Put it back, or name another one to the kiosk"
            )
    check_extent(folder)
    files: dict[str, tuple[int, str]] = {}
    # Counted once more: it may grow meanwhile.
    extent = Extent(folder)
    to.mkdir()
    for name, file, state in _entries(folder, strict=True):
        place = f"{to}/{_utf8(name)}"
        if S_ISDIR(state.st_mode):
            os.mkdir(place)
        elif found := _copy_file(file, place, MOST_BYTES - extent.bytes, _Old.of(spare, name)):
            files[name] = found
        extent.add(name, files[name][0] if name in files else 0)
    if durable:
        sync_all(to)
    return Manifest(files)


def check_extent(folder: Path) -> None:
    """Raise ContentError for a folder that is too large to be copied; reads no file."""
    extent = Extent(folder)
    for name, _, state in _entries(folder, strict=True):
        extent.add(_utf8(name), 0 if S_ISDIR(state.st_mode) else state.st_size)


class Extent:
    """How much of a folder has been seen, or of a list of what one is to hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = 0
        self.bytes = 0
        self._of = {".md": 0, ".svg": 0}

    def add(self, name: str, size: int) -> None:
        """Count a file or folder. Raises ContentError for one too many."""
        ending = os.path.splitext(name)[1].lower()
        self._files += 1
        self.bytes += size
        if ending in self._of:
            self._of[ending] += size
        if self._files > MOST_FILES or self.bytes > MOST_BYTES or name.count("/") > MOST_DEEP:
            raise self._too_much(
                f"the folder holds more than {MOST_FILES:,} files or {MOST_BYTES:,} bytes, or is "
                f"deeper than {MOST_DEEP} folders",
                "Name a folder that holds nothing but the pack",
            )
        if self._of[".md"] > MOST_PAGES:
            raise self._too_much(
                f"the folder's pages have more than {MOST_PAGES:,} bytes together",
                "Take out the .md files that patients don't need",
            )
        if self._of[".svg"] > MOST_DRAWINGS:
            raise self._too_much(
                f"the folder's drawings have more than {MOST_DRAWINGS:,} bytes together",
                "Save the largest .svg files with fewer shapes, or as PNG or JPEG",
            )

    def _too_much(self, problem: str, remedy: str) -> ContentError:
        return ContentError(self._folder, 0, problem, remedy)


def sync_all(folder: Path) -> None:
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


def digest_of(file: Path | str) -> str:
    """Give a file's SHA-256 in hexadecimal. Raises OSError."""
    with open_regular(file) as stream:
        return _digest(stream)


def _digest(stream: BinaryIO) -> str:
    seen = hashlib.sha256()
    for chunk in _chunks(stream):
        seen.update(chunk)
    return seen.hexdigest()


def _entries(folder: Path, *, strict: bool = False) -> Iterator[tuple[str, str, os.stat_result]]:
    """Walk the folder in a fixed order, parents first, and give names seen from it.

    Links are followed, but for those that lead nowhere, or to a folder that they lie in. `strict`:
    raise ContentError for what can't be looked into.
    """
    # Names are strings here: a Path for each of thousands of files takes longer than to look.
    root = os.fspath(folder)
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [("", frozenset())]
    while waiting:
        name, above = waiting.pop()
        file = f"{root}/{name}" if name else root
        try:
            state = os.stat(file)
            is_folder = S_ISDIR(state.st_mode)
            here = (state.st_dev, state.st_ino)
            if is_folder and here in above:
                continue
            if name:
                yield name, file, state
            if is_folder and len(above) <= MOST_DEEP + 1:
                below = sorted(filter(_counts, os.listdir(file)), reverse=True)
                inside = above | {here}
                waiting += [(f"{name}/{each}" if name else each, inside) for each in below]
        except OSError as error:
            if strict and error.errno not in (errno.ENOENT, errno.ELOOP):
                raise _unreadable(Path(file), error) from None


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith("~")


class _Old(msgspec.Struct, frozen=True):
    """The file of the same name in a copy that will be removed."""

    file: str
    size: int
    digest: str

    @classmethod
    def of(cls, spare: Spare | None, name: str) -> _Old | None:
        found = spare.manifest.files.get(name) if spare else None
        return cls(f"{spare.folder}/{name}", *found) if spare and found else None

    def taken_over(self, place: str) -> bool:
        """Give the file the name `place` too, if it is as it was when it was copied.

        A file that has more names than one stays in its place: two copies that both stay must not
        be damaged by one fault of the disk.
        """
        try:
            os.link(self.file, place, follow_symlinks=False)
        except OSError:  # it has gone, or the disk knows no second names
            return False
        state = os.lstat(place)
        whole = S_ISREG(state.st_mode) and state.st_nlink == 2 and digest_of(place) == self.digest
        if not whole:
            os.unlink(place)
        return whole


def _copy_file(file: str, place: str, room: int, old: _Old | None) -> tuple[int, str] | None:
    """Copy a file and give size and digest; None for what is no file or has just gone."""
    try:
        source = open_regular(file)
    except (FileNotFoundError, NotAFile):
        return None
    except OSError as error:
        raise _unreadable(Path(file), error) from None
    with source:
        if old and os.fstat(source.fileno()).st_size == old.size <= room:
            with _reading(Path(file)):
                same = _digest(source) == old.digest
                source.seek(0)
            if same and old.taken_over(place):
                return old.size, old.digest
        return _written(source, file, place, room)


def _written(source: BinaryIO, file: str, place: str, room: int) -> tuple[int, str]:
    size, seen = 0, hashlib.sha256()
    try:
        with open(place, "xb") as target:
            # A file may grow while it is copied: what is read is counted, not what it claimed.
            chunks = _chunks(source)
            while size <= room and (chunk := _read(chunks, file)):
                size += len(chunk)
                seen.update(chunk)
                target.write(chunk)
    except OSError as error:
        error.filename = place  # a full disk names no file
        raise
    return size, seen.hexdigest()


def _read(chunks: Iterator[bytes], file: str) -> bytes:
    with _reading(Path(file)):
        return next(chunks, b"")


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    """Read to the end, a small file at once; room for a large one is not taken for each of many."""
    most = min(_CHUNK, os.fstat(stream.fileno()).st_size + 4_096)
    while chunk := stream.read(most):
        yield chunk
        if len(chunk) < most:
            break


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


def _utf8(name: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(name).decode(errors="replace")
        raise ContentError(
            shown, 0, "the file's name is not UTF-8", "Rename it with plain letters"
        ) from None
    return name
