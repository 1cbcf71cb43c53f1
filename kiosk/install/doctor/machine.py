"""The computer as the checks see it: its files below a root folder, its commands, its clock.

Owns how a command is run, as another user too. Judges nothing and changes nothing.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

SECONDS = 60.0
"""How long one command may take."""


class Ran(msgspec.Struct, frozen=True):
    """What a command did: exit code (127: there is no such command), output, error output."""

    code: int
    out: str = ""
    err: str = ""


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """Where the checks look. `uid` is who asks; `now` has a time zone."""

    environment: Mapping[str, str]
    uid: int
    now: datetime
    root: Path = Path("/")

    def path(self, place: str) -> Path:
        """Give a file of this computer, such as /etc/fstab."""
        return self.root / place.lstrip("/")

    def text(self, place: str) -> str:
        """Read a file; empty if it can't be read."""
        try:
            return self.path(place).read_text("utf-8", "replace")
        except OSError:
            return ""

    def link(self, place: str) -> str:
        """Give what a symbolic link says; empty if it is none."""
        try:
            return os.readlink(self.path(place))
        except OSError:
            return ""

    def command(self, name: str) -> str | None:
        """Give the file of a command, the system's own ones too."""
        return shutil.which(name, path=self._surroundings()["PATH"])

    def run(self, command: Sequence[str], *, user: str = "", given: str = "") -> Ran:
        """Run a command and wait for it; `user` needs root."""
        try:
            account = pwd.getpwnam(user) if user else None
            done = subprocess.run(
                command,
                input=given,
                env=self._surroundings(),
                user=account and account.pw_uid,
                group=account and account.pw_gid,
                extra_groups=account and os.getgrouplist(user, account.pw_gid),
                capture_output=True,
                text=True,
                errors="replace",
                timeout=SECONDS,
                check=False,
            )
        except FileNotFoundError:
            return Ran(127, err=f"there is no {command[0]}")
        except subprocess.TimeoutExpired:
            return Ran(124, err=f"{command[0]} gave no answer for {SECONDS:.0f} s")
        except (OSError, KeyError) as error:
            return Ran(126, err=str(error))
        return Ran(done.returncode, done.stdout, done.stderr)

    def _surroundings(self) -> dict[str, str]:
        path = self.environment.get("PATH", "/usr/bin:/bin")
        if self.root == Path("/"):
            path += ":/usr/sbin:/sbin"
        return {**self.environment, "PATH": path, "LC_ALL": "C.UTF-8"}
