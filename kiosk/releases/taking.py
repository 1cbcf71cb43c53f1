"""Making a release of what a package holds, and using it if it holds.

Owns what dpkg has done when it installs, updates or removes. Whatever fails here leaves the release
that runs as it is.
"""

from __future__ import annotations

import filecmp
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kiosk.releases.judge import why_not
from kiosk.releases.releases import Record, Turn, Watched
from kiosk.releases.switching import KEPT, RUN, Switching, settle

USER = "kiosk"


class NotTaken(Exception):
    """A release that can't be used: a sentence about why."""


class Taking:
    """The releases and the packages that they are made of.

    `say` tells a line; `clock` gives seconds since 1970; `run` holds what is known until the
    computer is switched off.
    """

    def __init__(
        self,
        releases: Switching,
        say: Callable[[str], None],
        run: Path = RUN,
        kept: Path = KEPT,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._releases, self._say, self._run, self._kept = releases, say, run, kept
        self._clock = clock
        self._packages = releases.root / "packages"

    def take(self) -> None:
        """Make a release of what the package holds, try it, and use it from the next start on.

        One that fails is said and written down, and the other goes on: dpkg has nothing to mend.

        Raises:
            NotTaken: it fails, and there is no other.
        """
        version = (self._packages / "program" / "version").read_text("utf-8").strip()
        releases = self._releases
        releases.folder.mkdir(parents=True, exist_ok=True)
        name = ""
        try:
            with releases.alone():
                releases.forget_others()
            name = self._made(version)
            if not name:
                name = releases.free_name(version)
                self._make(name)
            if name != releases.current:
                self._try(name)
            self._use(name)
            with releases.alone():
                releases.forget_others()
        except (NotTaken, OSError, shutil.Error) as error:
            if name and name not in (releases.current, releases.previous):
                shutil.rmtree(releases.folder / name, ignore_errors=True)
            if not releases.current:
                raise NotTaken(f"release {version}: {error}") from error
            self._refuse(version, " ".join(str(error).split()))

    def _made(self, version: str) -> str:
        """Give a release that is the package's, byte for byte; empty if there is none."""
        package = self._packages / "program"
        for release in self._of(version):
            if all(_is_same(package / file, release / file) for file in _files(package)):
                return release.name
        return ""

    def _make(self, name: str) -> None:
        fresh = self._releases.folder / f".{name}.new"
        shutil.copytree(
            self._packages / "program", fresh, symlinks=True, copy_function=os.link,
        )  # fmt: skip
        python = str(fresh / "bin" / "python")
        # What PySide's library holds is written out once; each start would do it again. That Qt's
        # libraries load is seen here too.
        for words in (("-c", "import PySide6.QtQuick, kiosk.app"), _compiling(fresh)):
            done = subprocess.run(
                [python, "-I", *words], env={**os.environ, "SBK_EMBED": "0"},
                stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode:
                said = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
                raise NotTaken(f"its program can't be loaded: {said[-1][:300]}")
        os.sync()
        fresh.rename(self._releases.folder / name)
        settle(self._releases.folder)

    def _try(self, name: str) -> None:
        if not self._releases.current:
            return
        try:
            user = pwd.getpwnam(USER)
        except KeyError:  # no kiosk, but an author's computer
            return
        scratch = self._releases.state / "try"
        shutil.rmtree(scratch, ignore_errors=True)  # of one that was cut off
        scratch.mkdir(mode=0o700)
        release = self._releases.folder / name
        try:
            why = why_not(release, scratch, user.pw_uid, user.pw_gid, self._kept)
        finally:
            shutil.rmtree(scratch)
        if why:
            raise NotTaken(why)

    def _use(self, name: str) -> None:
        with self._releases.alone():
            releases = self._releases
            current, record = releases.current, releases.record()
            turn = Turn("taken", name, "", "", self._clock())
            if name == current:
                releases.write(record._replace(turn=turn))
                return
            watched = record.watched
            unproved = watched is not None and watched.release == current and watched.ready is None
            before = releases.previous if unproved and releases.previous else current
            releases.write(Record(Watched(name) if before else None, turn))
            (self._run / "faults").unlink(missing_ok=True)
            releases.use(name, before)
        if before:
            self._say(f"Release {name} is used as soon as the kiosk rests.")

    def _refuse(self, version: str, why: str) -> None:
        current = self._releases.current
        self._say(f"Release {version} is not used: {why}. {current} goes on.")
        record = self._releases.record()
        turn = Turn("refused", version, current, why, self._clock())
        try:
            self._releases.write(record._replace(turn=turn))
        except OSError as error:
            self._say(f"That can't be written down: {error}.")

    def add(self, package: str) -> None:
        """Add what a second package holds to the releases of its version."""
        folder = self._packages / package
        version = (folder / "version").read_text("utf-8").strip()
        for release in self._of(version):
            for file in _files(folder):
                place = release / file
                place.parent.mkdir(parents=True, exist_ok=True)
                if not os.path.lexists(place):
                    os.link(folder / file, place, follow_symlinks=False)
            _run([str(release / "bin" / "python"), "-I", *_compiling(release)])

    def remove(self, package: str) -> None:
        """Take away from the releases of its version what a second package has added."""
        folder = self._packages / package
        version = (folder / "version").read_text("utf-8").strip()
        for release in self._of(version):
            for file in _files(folder):
                place = release / file
                place.unlink(missing_ok=True)
                for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*.pyc"):
                    compiled.unlink()
            for each in sorted((release / "lib").rglob("*"), reverse=True):
                if each.is_dir() and not each.is_symlink() and not any(each.iterdir()):
                    each.rmdir()

    def _of(self, version: str) -> Iterator[Path]:
        for release in self._releases.folder.iterdir():
            try:
                if (release / "version").read_text("utf-8").strip() == version:
                    yield release
            except OSError:
                continue

    def compile(self) -> None:
        """Compile each release anew: the machine's Python has become another one."""
        for release in self._releases.folder.iterdir():
            _run([str(release / "bin" / "python"), "-I", *_compiling(release)])


def _is_same(file: Path, other: Path) -> bool:
    if file.is_symlink():
        return other.is_symlink() and file.readlink() == other.readlink()
    return other.is_file() and filecmp.cmp(file, other, shallow=False)


def _compiling(release: Path) -> tuple[str, ...]:
    return "-m", "compileall", "-q", str(release / "lib")


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, stdin=subprocess.DEVNULL, check=False)


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file != folder / "version" and (file.is_symlink() or not file.is_dir()):
            yield file.relative_to(folder)
