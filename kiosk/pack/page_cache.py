"""Compiled pages and the fields of pack.toml, so that a start parses nothing, and what was proven.

Owns the files of the cache: whole or worthless, never trusted, never in the way. Knows nothing of
Markdown but where it is read: a kiosk that reads it otherwise has no page of the one before.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import msgspec

from kiosk.pack.packfile import PackFile
from kiosk.page.blocks import Page
from kiosk.shipped import HERE
from kiosk.whole_file import sweep, write_whole

_DIGEST = hashlib.sha256().digest_size
_ENDING = ".page"
_PROVEN, _FIELDS = "proven", "fields"
_log = logging.getLogger("kiosk.library")


class Leads(msgspec.Struct, frozen=True, array_like=True):
    """What a page without a fault of its own leads to: its pictures, and names of pages.

    Whether there is anything hangs on other files.
    """

    pictures: tuple[str, ...]
    links: tuple[str, ...]


class PageCache:
    """Pages in `folder`, at most about `entries` files and `size` bytes; the oldest go first.

    `reader` is a digest of what makes pages of Markdown, and fields of pack.toml; it is a part of
    every key. A damaged file counts
    as missing. A disk that is full or can't be written is logged once and otherwise borne.
    """

    def __init__(self, folder: Path, *, entries: int = 4_000, size: int = 100_000_000) -> None:
        self._folder = folder
        self._entries = entries
        self._size = size
        self.reader = _reader()
        self._puts = 0
        self._complained = False
        self._decoder = msgspec.msgpack.Decoder(Page)
        self._encoder = msgspec.msgpack.Encoder()

    def get(self, key: str) -> Page | None:
        """Give the page kept under `key` (hexadecimal); None if there is none that is whole."""
        try:
            with (self._folder / (key + _ENDING)).open("rb") as stream:
                # Python makes room for all that it is asked to read.
                content = stream.read(min(os.fstat(stream.fileno()).st_size, self._size))
        except (OSError, ValueError):
            return None
        payload = content[_DIGEST:]
        if content[:_DIGEST] != _digest(key, payload):
            return None
        try:
            return self._decoder.decode(payload)
        except (msgspec.DecodeError, RecursionError):
            return None

    def fields(self, written: bytes) -> PackFile | None:
        """Give the fields of a pack.toml that this code has found without fault; None if unkept."""
        try:
            content = (self._folder / _FIELDS).read_bytes()
            if content[:_DIGEST] == _digest(self._key(written), content[_DIGEST:]):
                return msgspec.msgpack.decode(content[_DIGEST:], type=PackFile)
        except (OSError, msgspec.DecodeError, RecursionError):
            pass
        return None

    def keep_fields(self, written: bytes, fields: PackFile) -> None:
        """Keep the fields of a pack.toml without fault, in the place of those before."""
        payload = self._encoder.encode(fields)
        with self._borne():
            content = _digest(self._key(written), payload) + payload
            write_whole(self._folder / _FIELDS, content, durable=False)

    def _key(self, written: bytes) -> str:
        return f"{self.reader} {hashlib.sha256(written).hexdigest()}"

    def put(self, key: str, page: Page) -> None:
        """Keep `page` under `key`. A file is there in full or not at all, whenever power fails."""
        payload = self._encoder.encode(page)
        with self._borne():
            file = self._folder / (key + _ENDING)
            write_whole(file, _digest(key, payload) + payload, durable=False)
            if self._puts % 100 == 0:
                self._prune()
            self._puts += 1

    def holds(self, key: str) -> bool:
        """Tell whether there is a file for `key`, whole or not."""
        return os.path.exists(f"{self._folder}/{key}{_ENDING}")

    def proven(self, by: str) -> dict[str, Leads]:
        """Give, by their keys, the pages that this code (`code_digest`) has found without fault."""
        try:
            content = (self._folder / _PROVEN).read_bytes()
            if content[:_DIGEST] == _digest(by, content[_DIGEST:]):
                return msgspec.msgpack.decode(content[_DIGEST:], type=dict[str, Leads])
        except (OSError, msgspec.DecodeError, RecursionError):
            pass
        return {}

    def prove(self, proven: dict[str, Leads], by: str) -> None:
        """Keep which pages this code finds without fault, in the place of those before."""
        payload = self._encoder.encode(proven)
        with self._borne():
            content = _digest(by, payload) + payload
            write_whole(self._folder / _PROVEN, content, durable=False)

    @contextmanager
    def _borne(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if not self._complained:
                self._complained = True
                _log.warning("compiled pages can't be kept in %s: %s", self._folder, error)

    def _prune(self) -> None:
        """Remove the oldest files beyond the bounds, and what a power cut left half-written."""
        sweep(self._folder)
        found = []
        for entry in os.scandir(self._folder):
            if entry.name.endswith(_ENDING):
                with suppress(FileNotFoundError):  # another process prunes too
                    status = entry.stat(follow_symlinks=False)
                    found.append((status.st_mtime_ns, status.st_size, entry.path))
        total = 0
        for number, (_, size, path) in enumerate(sorted(found, reverse=True), 1):
            total += size
            if number > self._entries or total > self._size:
                Path(path).unlink(missing_ok=True)


def code_digest() -> str:
    """Digest what reads, judges and draws: what another version has proved is proved again.

    Takes some milliseconds, so it is asked once and handed on. Raises OSError while the program is
    being replaced.
    """
    files = (file for folder in _folders(HERE) for file in _code_in(folder))
    return _code(files, ("markdown_it", "mdit_py_plugins", "yaml", "PySide6"))


def _reader() -> str:
    """Digest the code that reads text: a number to be counted up by hand would be forgotten."""
    files = (file for room in ("markdown", "page", "pack") for file in _code_in(f"{HERE}/{room}"))
    return _code(files, ("markdown_it", "mdit_py_plugins"))


def _folders(top: Path) -> Iterator[str]:
    waiting = [os.fspath(top)]
    while waiting:
        yield (folder := waiting.pop())
        with os.scandir(folder) as entries:
            inside = (each for each in entries if each.is_dir(follow_symlinks=False))
            waiting += [each.path for each in inside if each.name != "__pycache__"]


def _code_in(folder: str) -> Iterator[str]:
    names = os.listdir(folder)
    return (f"{folder}/{name}" for name in names if name.endswith((".py", "Theme.qml")))


def _code(files: Iterable[str], libraries: Iterable[str]) -> str:
    # Bytes, not sizes and times: packages of two versions may bear the same time.
    seen = hashlib.sha256()
    for file in sorted(files):
        with open(file, "rb", buffering=0) as stream:
            content = stream.read()
        seen.update(f"{file.removeprefix(str(HERE))} {len(content)}\n".encode())
        seen.update(content)
    for library in libraries:
        found = find_spec(library)
        if found and found.origin:
            # A library is installed anew when its version changes.
            seen.update(f"{library} {os.stat(found.origin).st_mtime_ns}".encode())
    return seen.hexdigest()


def _digest(key: str, payload: bytes) -> bytes:
    # The key is part of it: a file under another page's name is as good as damaged.
    return hashlib.sha256(key.encode() + b"\0" + payload).digest()
