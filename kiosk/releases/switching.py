"""Changing which release is used, and what is written of that.

Owns that each link and the record is changed in one step: a computer that loses its power at any
moment starts one release or the other. Decides nothing (`judge`).
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.releases.releases import Record, Releases

FORMAT: Final = 1
"""The record's version. One of a later version is read as far as it is understood."""


class Switching(Releases):
    """The releases, for whoever may change them: root.

    `run` holds what is known until the computer is switched off: `ready` and `faults`. `kept` is
    what the kiosk itself keeps: its last good texts, and its mark of a run.
    """

    def __init__(
        self,
        root: Path = Path("/opt/kiosk"),
        state: Path = Path("/var/lib/clinic-kiosk"),
        run: Path = Path("/run/clinic-kiosk"),
        kept: Path = Path("/var/lib/kiosk"),
    ) -> None:
        super().__init__(root, state)
        self.run, self.kept = run, kept

    @contextmanager
    def alone(self, at: str = "lock") -> Iterator[None]:
        """Change something while nobody else does. Whoever holds `taking` may take `lock` too."""
        # Nobody else may open it: whoever can, can hold it for ever.
        self.state.mkdir(mode=0o755, parents=True, exist_ok=True)
        lock = os.open(self.state / at, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def free_name(self, version: str) -> str:
        """Give a name for a release of this version: one that is used is never written over."""
        names = [version, *(f"{version}-{number}" for number in range(2, 100))]
        return next(name for name in names if not (self.folder / name).exists())

    def use(self, name: str, before: str) -> None:
        """Use a release from the next start on; `before` is the one to go back to, if any.

        Raises:
            OSError: a link can't be made. The old ones stay then.
        """
        # Cut off in between, both lead to the one that is known to hold: the older.
        if name == self.previous:
            links = {"current": name, "previous": before}
        else:
            links = {"previous": before, "current": name}
        for link, to in links.items():
            if to:
                self._lead(link, to)

    def _lead(self, link: str, name: str) -> None:
        fresh = self.root / f".{link}.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases", name))
        os.replace(fresh, self.root / link)
        settle(self.root)

    def forget_others(self) -> None:
        """Take away what was begun and never finished, and all but the two releases and what runs.

        Raises:
            OSError: something can't be taken away.
        """
        kept = {self.current, self.previous, *self._running()}
        for folder in self.folder.iterdir():
            if folder.name in kept:
                continue
            if folder.is_dir() and not folder.is_symlink():
                shutil.rmtree(folder)
            else:
                folder.unlink()

    def _running(self) -> Iterator[str]:
        """Give the releases whose libraries a process has loaded."""
        here = re.compile(re.escape(f"{self.folder.resolve()}/").encode() + rb"([^/\n]+)/")
        for maps in Path("/proc").glob("[0-9]*/maps"):
            try:
                found = set(here.findall(maps.read_bytes()))
            except OSError:  # it has ended, or is nobody's business
                continue
            yield from (os.fsdecode(name) for name in found)

    def write(self, record: Record) -> None:
        """Write what is known, whole or not at all. Raises OSError."""
        words = {
            "version": FORMAT,
            "watched": record.watched and record.watched._asdict(),
            "turn": record.turn and record.turn._asdict(),
        }
        self.state.mkdir(mode=0o755, parents=True, exist_ok=True)
        fresh = self.state / "release.json.new"
        with fresh.open("w", encoding="utf-8") as stream:
            json.dump(words, stream)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.chmod(0o644)
        os.replace(fresh, self.state / "release.json")
        settle(self.state)


def settle(folder: Path) -> None:
    """Have the disk keep what was made or renamed in a folder. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
