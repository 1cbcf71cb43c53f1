"""A computer's releases in a folder, whose packages hold next to nothing."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from kiosk.releases.switching import Switching
from kiosk.releases.taking import Taking
from kiosk.releases.watching import Watching

DRAWS = 'mkdir -p "$TMPDIR/kiosk-panes-1" && touch "$TMPDIR/kiosk-panes-1/risks.png"'
LOADS = "exit 0"
"""A Python that says of all, of Qt too, which no package here has, that it can be loaded."""

COMPILES = f'case "$*" in *PySide6*) exit 0;; esac; exec {sys.executable} "$@"'
"""One that compiles what it is asked to."""

MARK = b'{"version":"1"}\n'


class Place:
    """A computer's releases in a folder; the user of the kiosk is the one who runs the tests."""

    def __init__(self, folder: Path) -> None:
        self.root, self.state, self.run = folder / "opt", folder / "state", folder / "run"
        self.kept = folder / "kept"
        self.root.mkdir()
        self.now = 1_000_000.0
        self.said: list[str] = []
        self.releases = Switching(self.root, self.state, self.run, self.kept)
        clock = lambda: self.now  # noqa: E731
        self.taking = Taking(self.releases, self.said.append, clock)
        self.watching = Watching(self.releases, self.said.append, clock)

    def unpack(self, version: str, does: str = DRAWS, python: str = LOADS) -> None:
        """Lay a package out as dpkg does; `does` is what its command runs."""
        program = self.root / "packages/program"
        shutil.rmtree(program, ignore_errors=True)
        (program / "bin").mkdir(parents=True)
        (program / "lib/any").mkdir(parents=True)
        (program / "lib/any/words.py").write_text(f"VERSION = {version!r}\n")
        (program / "version").write_text(f"{version}\n")
        for name, does_it in (("python", python), ("kiosk", does)):
            file = program / "bin" / name
            file.write_text(f"#!/bin/sh\n{does_it}\n")
            file.chmod(0o755)

    def take(self, version: str, does: str = DRAWS, python: str = LOADS) -> None:
        """Install a version."""
        self.unpack(version, does, python)
        self.taking.take()

    def ended(self, result: str = "success", mark: bytes | None = MARK) -> None:
        """End the service; by default as where the kiosk dies and cage ends in order."""
        running = self.kept / "health/running"
        running.parent.mkdir(parents=True, exist_ok=True)
        running.unlink(missing_ok=True)
        if mark is not None:
            running.write_bytes(mark)
        self.watching.ended(result)

    @property
    def turn(self) -> tuple[str, str, str]:
        """What was last written down: its kind, release, and why."""
        found = self.releases.record().turn
        assert found
        return found.kind, found.release, found.why


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may start it as another user")
