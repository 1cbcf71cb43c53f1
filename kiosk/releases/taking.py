"""Making a release of what a package holds, and using it if it holds.

Owns what dpkg has done when it installs, updates or removes. Whatever fails here leaves the release
that runs as it is.
"""

from __future__ import annotations

import filecmp
import os
import pwd
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.releases.judge import PATIENCE, why_not
from kiosk.releases.releases import Record, Turn, Watched
from kiosk.releases.running import Ran, run
from kiosk.releases.switching import Switching, settle

USER = "kiosk"


class NotTaken(Exception):
    """A release that can't be used: a sentence about why."""


class Taking:
    """The releases and the packages that they are made of.

    `say` tells a line; `clock` gives seconds since 1970.
    """

    def __init__(
        self,
        releases: Switching,
        say: Callable[[str], None],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._releases, self._say, self._clock = releases, say, clock
        self._packages = releases.root / "packages"

    def take(self) -> None:
        """Make a release of what the package holds, try it, and use it from the next start on.

        One that fails is said and written down, and the other goes on: dpkg has nothing to mend.

        Raises:
            NotTaken: it fails, and there is no other.
        """
        with self._releases.alone("taking"):
            self._take()

    def again(self) -> None:
        """Take what was refused: the reason may have been the computer's own, and be gone."""
        with self._releases.alone("taking"):
            turn = self._releases.record().turn
            if turn and turn.kind == "refused":
                self._take()

    def _take(self) -> None:
        name = version = (self._packages / "program" / "version").read_text("utf-8").strip()
        releases = self._releases
        releases.folder.mkdir(parents=True, exist_ok=True)
        try:
            self._forget_others()
            name = self._made(version) or self._make(version)
            if name != releases.current:
                self._try(name)
            if self._made(version) != name:  # dpkg is unpacking another one
                raise NotTaken("its package was changed meanwhile")
            self._use(name)
        except (NotTaken, OSError, shutil.Error) as error:
            if not releases.current:
                raise NotTaken(f"release {version}: {error}") from error
            self._refuse(name, " ".join(str(error).split()).rstrip("."))
        finally:
            self._forget_others()

    def _forget_others(self) -> None:
        """Make room as far as can be: what stays decides nothing."""
        try:
            with self._releases.alone():
                self._releases.forget_others()
        except OSError as error:
            self._say(f"A release that is not needed can't be taken away: {error}.")

    def _made(self, version: str) -> str:
        """Give a release that is the package's, byte for byte; empty if there is none."""
        package = self._packages / "program"
        for release in self._of(version):
            if all(_is_same(package / file, release / file) for file in _files(package)):
                return release.name
        return ""

    def _make(self, version: str) -> str:
        name = self._releases.free_name(version)
        fresh = self._releases.folder / f".{name}.new"
        shutil.copytree(
            self._packages / "program", fresh, symlinks=True, copy_function=os.link,
        )  # fmt: skip
        authors = self._packages / "authors"
        if _version(authors) == version:  # its own package was there before
            _link(authors, fresh)
        # What PySide's library holds is written out once; each start would do it again. That Qt's
        # libraries load is seen here too.
        ran = _python(fresh, "-c", "import PySide6.QtQuick, kiosk.app")
        if ran.code == 0:
            ran = _compile(fresh)
        if ran.code:
            raise NotTaken(f"its program can't be loaded: {ran.said}")
        if ran.code is None:
            raise NotTaken(f"its program was not loaded within {PATIENCE} seconds")
        os.sync()
        fresh.rename(self._releases.folder / name)
        settle(self._releases.folder)
        return name

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
            why = why_not(release, scratch, user.pw_uid, user.pw_gid, self._releases.kept)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
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
            (self._releases.run / "faults").unlink(missing_ok=True)
            releases.use(name, before)
        if before:
            self._say(f"Release {name} is used as soon as the kiosk rests.")

    def _refuse(self, version: str, why: str) -> None:
        current = self._releases.current
        self._say(f"Release {version} is not used: {why}. {current} goes on.")
        turn = Turn("refused", version, current, why, self._clock())
        try:
            with self._releases.alone():
                self._releases.write(self._releases.record()._replace(turn=turn))
        except OSError as error:
            self._say(f"That can't be written down: {error}.")

    def add(self, package: str) -> None:
        """Add what a second package holds to the releases of its version."""
        folder = self._packages / package
        for release in self._of(_version(folder)):
            _link(folder, release)
            _compile(release)

    def remove(self, package: str) -> None:
        """Take away from the releases of its version what a second package has added."""
        folder = self._packages / package
        for release in self._of(_version(folder)):
            for file in _files(folder):
                place = release / file
                place.unlink(missing_ok=True)
                for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*.pyc"):
                    compiled.unlink()
            for each in sorted((release / "lib").rglob("*"), reverse=True):
                if each.is_dir() and not each.is_symlink() and not any(each.iterdir()):
                    each.rmdir()

    def _of(self, version: str) -> Iterator[Path]:
        for release in self._all():
            if version and _version(release) == version:
                yield release

    def _all(self) -> Iterator[Path]:
        """Give the releases that are whole."""
        for name in self._releases.names():
            yield self._releases.folder / name

    def compile(self) -> None:
        """Compile each release anew: the machine's Python has become another one."""
        for release in self._all():
            with suppress(OSError):  # it runs without, only later
                _compile(release)


def _is_same(file: Path, other: Path) -> bool:
    if file.is_symlink():
        return other.is_symlink() and file.readlink() == other.readlink()
    if not other.is_file():
        return False
    return file.samefile(other) or filecmp.cmp(file, other, shallow=False)


def _version(folder: Path) -> str:
    """Give the version of what a package or a release holds; empty if it holds nothing."""
    try:
        return (folder / "version").read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def _python(release: Path, *words: str) -> Ran:
    command = [str(release / "bin" / "python"), "-I", *words]
    return run(command, PATIENCE, {**os.environ, "SBK_EMBED": "0"})


def _compile(release: Path) -> Ran:
    return _python(release, "-m", "compileall", "-q", str(release / "lib"))


def _link(folder: Path, release: Path) -> None:
    """Add what a package holds to a release."""
    for file in _files(folder):
        place = release / file
        place.parent.mkdir(parents=True, exist_ok=True)
        if not os.path.lexists(place):
            os.link(folder / file, place, follow_symlinks=False)


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file != folder / "version" and (file.is_symlink() or not file.is_dir()):
            yield file.relative_to(folder)
