"""The kiosk under cage as in a waiting room, run by somebody without rights, and its pictures.

Owns the folder that takes the place of that user's home, and the command and environment that the
installed service would give. What the screen is made of is left to `headless` or to `Glass`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.cage.picture import Picture
from tests.cage.supervisor import Event, Supervisor
from tests.waiting import LIMIT, until

ROOT = Path(__file__).resolve().parents[2]

SERVICE = ROOT / "assets" / "deploy" / "kiosk.service"

NOBODY = 65534

WATCHDOG = 2.0
"""Seconds; the installed service is more patient, but a test has to wait for it."""

KIOSK = (sys.executable, "-m", "kiosk", "run", "--locked", "--log-format", "json")

HEADLESS = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1"}
"""A screen of 1280x720 that is nowhere but in memory."""


def tool(name: str) -> str:
    """Return where a program is."""
    found = shutil.which(name)
    assert found, f"{name} is missing; `make test` installs it"
    return found


@cache
def without_rights() -> tuple[str, ...]:
    """Return the start of a command that takes root's rights away; empty for anybody else."""
    if os.getuid() != 0:
        return ()
    drop = (tool("setpriv"), f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    bare = (*drop, "--inh-caps=-all")
    # By way of a shell: setpriv itself could still start what its user can't.
    probe = (*bare, "sh", "-c", 'exec "$0" -c ""', sys.executable)
    if not subprocess.run(probe, capture_output=True, check=False).returncode:
        return bare
    # Python lies where only root may look, in its home: that one right stays.
    return (*drop, "--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search")


@cache
def cage_version() -> tuple[int, ...]:
    """Return cage's version."""
    said = subprocess.run([tool("cage"), "-v"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said))


@cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="kiosk-cage-")


def compiled() -> Path:
    """Return where what the first kiosk has compiled is kept for the homes of the next ones.

    A computer has it from its first start on. That one is `tests/flows/test_start.py`'s.
    """
    return Path(_kept().name, "cache")


def turned() -> list[str]:
    """Return cage's options with which grim's pictures are true.

    WORKAROUND: cage 0.1.4 hands a window of exactly the screen's size to the screen as it is, and
    wlroots 0.15 then gives grim an old frame, mostly a black one. A screen that stands on its head
    gets no window as it is, and grim turns the picture back. docs/decisions/0004-cage.md
    """
    return ["-r", "-r"] if cage_version() < (0, 1, 5) else []


class Session:
    """A kiosk that is supervised from entering to leaving the context.

    `screen`: the environment that tells wlroots what the screen is; `options`: cage's, beyond
    the installed service's; `settings`: the machine's settings file; `watchdog`: the seconds
    after which a kiosk that gives no sign is killed.
    """

    def __init__(
        self,
        screen: Mapping[str, str] = HEADLESS,
        options: Sequence[str] | None = None,
        settings: str = "",
        watchdog: float = WATCHDOG,
    ) -> None:
        self._holder = tempfile.TemporaryDirectory(prefix="kiosk-cage-", ignore_cleanup_errors=True)
        self.folder = Path(self._holder.name)
        if compiled().is_dir():
            shutil.copytree(compiled(), self.folder / "cache")
        if os.getuid() == 0:
            for each in (self.folder, *self.folder.rglob("*")):
                os.chown(each, NOBODY, NOBODY)
        if settings:
            (self.folder / "machine" / "kiosk").mkdir(parents=True)
            (self.folder / "machine" / "kiosk" / "settings.toml").write_text(settings)
        self._environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.folder),
            "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CONFIG_DIRS": str(self.folder / "machine"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "WLR_RENDERER": "pixman",
            **screen,
        }
        chosen = turned() if options is None else options
        self.supervisor = Supervisor(
            [*without_rights(), tool("cage"), "-d", *chosen, "--", *KIOSK],
            self._environment,
            self.folder,
            watchdog=watchdog,
        )
        self._stopped: Event | None = None

    def __enter__(self) -> Self:
        self.supervisor.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        made = self.folder / "cache"
        if made.is_dir() and not compiled().is_dir():
            shutil.copytree(made, compiled())
        self._holder.cleanup()

    def stop(self) -> Event:
        """End it as `systemctl stop` would; tell how it ended."""
        self._stopped = self._stopped or self.supervisor.stop()
        return self._stopped

    def ask_cage_to_end(self) -> float:
        """Begin to end it as systemd does where cage hears of it first; return the moment."""
        cage = self.supervisor.main
        (line,) = re.findall(r"^ExecStop=-/bin/sh -c '(.*)'$", SERVICE.read_text(), re.MULTILINE)
        said = line.replace("%S", self._environment["XDG_STATE_HOME"]).replace("$$", "$")
        told = {"MAINPID": str(cage)}
        subprocess.run([*without_rights(), "sh", "-c", said], env=told, check=True)
        moment = time.monotonic()
        os.kill(cage, signal.SIGTERM)
        return moment

    # What there is

    @property
    def kiosk(self) -> int:
        """Process id of the kiosk, cage's only child that is one; waits until there is one."""
        until(self._kiosks, "cage has started no kiosk")
        (found,) = self._kiosks()
        return found

    def _kiosks(self) -> list[int]:
        cage = self.supervisor.main
        try:
            children = Path(f"/proc/{cage}/task/{cage}/children").read_text().split()
            lines = {int(pid): Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
        except (FileNotFoundError, ProcessLookupError):  # it has just ended, and another comes
            return []
        return [pid for pid, line in lines.items() if b"\0kiosk\0" in line]

    @property
    def log(self) -> list[str]:
        """Every line that cage and the kiosk have written."""
        return self.supervisor.log.read_text().splitlines()

    @property
    def complaints(self) -> list[str]:
        """What the kiosk wrote at WARNING or above, and what Python or Qt wrote past its log."""
        return [line for line in self.log if not (CAGE.match(line) or _harmless(line))]

    # Pictures

    def tool(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        """Run a program inside the session, as a client of cage."""
        sockets = [each for each in self.folder.glob("wayland-*") if each.is_socket()]
        newest = max(sockets, key=lambda each: each.stat().st_mtime_ns, default=Path("none"))
        return subprocess.run(
            [*without_rights(), tool(command[0]), *command[1:]],
            env={**self._environment, "WAYLAND_DISPLAY": newest.name},
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )

    def picture(self) -> Picture | None:
        """Take a picture by grim; None while there is nothing to take one of."""
        done = self.tool("grim", "-t", "ppm", "-")
        return Picture.of(done.stdout) if done.returncode == 0 else None

    def first_pane(self, after: float) -> float:
        """Wait until somebody could read the kiosk that is started after a moment.

        Returns the seconds from that moment to a picture that shows it.
        """
        self.supervisor.wait("ready", after)
        self.shown()
        return time.monotonic() - after

    def shown(self, size: tuple[int, int] | None = None) -> None:
        """Wait for a picture that is readable and fills the screen, which is to have this size."""
        limit = time.monotonic() + LIMIT
        while True:
            picture = self.picture()
            if picture and picture.readable and picture.filled and size in (None, picture.size):
                return
            found = picture.size if picture else "nothing"
            assert time.monotonic() < limit, "\n".join([f"no pane, but {found}", *self.log[-20:]])


CAGE = re.compile(r"\d\d:\d\d:\d\d\.\d{3} \[|cage: ")
"""How cage and wlroots start a line; without a graphics card and a seat they have much to say."""


def _harmless(line: str) -> bool:
    return line.startswith("{") and json.loads(line)["level"] in ("debug", "info")
