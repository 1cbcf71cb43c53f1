"""The machine that is being changed: its files, users and units, below any root.

Owns the one line that each change says, and that a dry run changes nothing. Must not know what is
installed, or why.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.whole_file import write_whole

NULL = "/dev/null"


class InstallError(Exception):
    """The kiosk can't be installed or taken away: one sentence with the remedy."""


Run = Callable[[Sequence[str]], None]


def run_command(command: Sequence[str]) -> None:
    """Run a command to its end.

    Raises:
        InstallError: it is missing, or failed; with the last line it said.
    """
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise InstallError(f"{command[0]} can't be run here: {error.strerror}.") from error
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise InstallError(f"`{' '.join(command)}` failed: {last}")


class Changes:
    """A machine whose file system begins at `root`; paths are told as that machine knows them.

    Args:
        root: elsewhere than `/`, nothing that runs is touched.
        run: runs a command to its end, or raises InstallError.
        say: takes one line for whoever installs.
        dry: say what would be done, and change nothing.
    """

    def __init__(
        self,
        root: Path = Path("/"),
        *,
        run: Run = run_command,
        say: Callable[[str], object],
        dry: bool = False,
    ) -> None:
        self._root, self._run, self.say, self._dry = root, run, say, dry

    @property
    def _live(self) -> bool:
        return self._root == Path("/")

    def at(self, path: Path) -> Path:
        """Return where a path of that machine lies for this process."""
        return self._root / path.relative_to("/")

    def has(self, path: Path) -> bool:
        """Tell whether there is anything, a dangling link too."""
        return os.path.lexists(self.at(path))

    def uid(self, user: str) -> int | None:
        """Return the user's number as the machine's own list has it, None without such a user."""
        return self._number("passwd", user)

    def has_group(self, group: str) -> bool:
        """Tell whether the machine's own list has the group."""
        return self._number("group", group) is not None

    def _number(self, kind: str, name: str) -> int | None:
        file = self.at(Path("/etc", kind))
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return next(
            (int(line.split(":")[2]) for line in lines if line.startswith(f"{name}:")), None
        )

    def lacks(self, command: str) -> bool:
        """Tell whether a command can't be found here."""
        return shutil.which(command) is None

    def is_masked(self, unit: Path) -> bool:
        """Tell whether systemd is forbidden to start the unit whose file is `unit`."""
        link = self.at(unit)
        return link.is_symlink() and os.readlink(link) == NULL

    def step(self, words: str, needed: bool, do: Callable[[], None]) -> None:
        """Do it if it is needed, and say so in one line."""
        if needed and not self._dry:
            do()
        self.say(f"{'would' if self._dry and needed else 'done ' if needed else 'is so'}  {words}")

    def refuse(self, why: str) -> None:
        """Stop with one sentence; a dry run only says it and goes on."""
        if not self._dry:
            raise InstallError(why)
        self.say(f"REFUSED  {why}")

    def finish(self, words: str) -> None:
        """Say what comes next; after a dry run, that it was one."""
        self.say("Nothing was changed." if self._dry else words)

    def run(self, words: str, command: Sequence[str]) -> None:
        """Run a command as a step of its own."""
        self.step(words, True, lambda: self._run(command))

    def place(
        self, path: Path, data: bytes, words: str, *, mode: int = 0o644, owner: str = ""
    ) -> None:
        """Write a file as a whole, unless it is there with these bytes and this mode."""
        here = self.at(path)
        same = (
            here.is_file()
            and here.read_bytes() == data
            and stat.S_IMODE(here.stat().st_mode) == mode
        )

        def write() -> None:
            try:
                self._write(here, data, mode, self.uid(owner) if owner else None)
            except OSError as error:
                raise InstallError(f"{path} can't be written: {error.strerror}.") from error

        self.step(f"{path}: {words}", not same, write)

    def _write(self, here: Path, data: bytes, mode: int, owner: int | None) -> None:
        for folder in reversed(here.parents):
            if not folder.exists():
                folder.mkdir()
                folder.chmod(0o755)  # whatever the umask of whoever installs

        def prepare(handle: int) -> None:
            os.fchmod(handle, mode)
            if owner is not None:
                os.fchown(handle, owner, -1)

        write_whole(here, data, prepare=prepare)

    def remove(self, path: Path) -> None:
        """Remove a file, or a folder with all that is in it."""
        here = self.at(path)
        folder = here.is_dir() and not here.is_symlink()
        self.step(
            f"{path} removed",
            self.has(path),
            lambda: shutil.rmtree(here) if folder else here.unlink(),
        )

    def remove_empty(self, folder: Path) -> None:
        """Remove a folder if nothing is in it, without a word."""
        here = self.at(folder)
        if not self._dry and here.is_dir() and not any(here.iterdir()):
            here.rmdir()

    def add_user(self, user: str, home: Path) -> None:
        """Make a user without a password and without a shell, with a group of the same name."""
        about = ["--home-dir", str(home), "--no-create-home", "--shell", "/usr/sbin/nologin"]
        command = ["useradd", *self._prefix(), "--system", "--user-group", *about, user]
        missing = self.uid(user) is None
        self.step(f"the user {user}, as whom nobody logs in", missing, lambda: self._run(command))

    def remove_user(self, user: str) -> None:
        """Remove a user and the group of the same name."""

        def remove() -> None:
            self._run(["userdel", *self._prefix(), user])
            # Without USERGROUPS_ENAB in /etc/login.defs the group outlives its user.
            if self.has_group(user):
                self._run(["groupdel", *self._prefix(), user])

        self.step(f"the user {user} removed", self.uid(user) is not None, remove)

    def _prefix(self) -> list[str]:
        return [] if self._live else ["--prefix", str(self._root)]

    def mask(self, unit: Path, *, wanted: bool) -> None:
        """Forbid systemd to start a unit, or allow it again."""
        verb = "mask" if wanted else "unmask"
        needed = self.is_masked(unit) != wanted
        self.step(f"{unit.name} {verb}ed", needed, lambda: self._systemctl(verb, unit.name))

    def enable(self, wanted: Path) -> None:
        """Start a unit with the machine; `wanted` is the link that says so."""
        missing = not self.has(wanted)
        words = f"{wanted.name} starts with the machine"
        self.step(words, missing, lambda: self._systemctl("enable", wanted.name))

    def disable(self, unit: Path) -> None:
        """End a unit, and start it no longer."""
        off = ["disable", "--now"] if self._booted() else ["disable"]
        there = self.has(unit)
        self.step(f"{unit.name} ended", there, lambda: self._systemctl(*off, unit.name))

    def reload(self) -> None:
        """Tell the systemd that runs of the changed files."""
        running = self._booted()
        self.step("systemd told of it", running, lambda: self._systemctl("daemon-reload"))

    def _booted(self) -> bool:
        # sd_booted(3); not so in a chroot, such as an image that is being made.
        return self._live and self.has(Path("/run/systemd/system"))

    def _systemctl(self, *words: str) -> None:
        below = [] if self._live else [f"--root={self._root}"]
        self._run(["systemctl", "--quiet", *below, *words])
