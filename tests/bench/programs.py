"""The programs that are measured, each started anew for every run, on one and the same screen."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from tests.bench.frames import Frame
from tests.bench.memory import family, pss, work
from tests.bench.screen import Screen, ScreenError

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

REST = 0.3
"""Seconds between two runs: what the last one leaves to be cleaned up is not the next one's."""


class Run(msgspec.Struct, frozen=True):
    """What one run gave.

    `seconds` on the wall and `work` in seconds of processor time to the first readable page;
    `memory` as MiB of PSS, 0 if it wasn't asked for.
    """

    seconds: float
    work: float
    memory: float


class Program(msgspec.Struct, frozen=True):
    """A program by name. `command` gets a new, empty folder for each run.

    An `optional` one that shows nothing is left out instead of ending the benchmark. A `resting`
    one shows its resting screen and no page.
    """

    name: str
    command: Callable[[Path], list[str]]
    optional: bool = False
    resting: bool = False


class Stage:
    """Starts programs on the screen, in an `environment` whose caches last as long as the stage.

    They draw by themselves, or with `opengl`, which Mesa draws on the processor.
    """

    def __init__(self, screen: Screen, caches: Path, *, opengl: bool = False) -> None:
        self._screen = screen
        dropped = ("WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "PYTHONDONTWRITEBYTECODE")
        drawing = {"QSG_RHI_BACKEND": "opengl"} if opengl else {"QT_QUICK_BACKEND": "software"}
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in dropped},
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            **drawing,
            "XDG_CACHE_HOME": str(caches),
            "XDG_CONFIG_HOME": str(caches / "config"),
            # Starts that were cut off before would have the kiosk set its text aside.
            "XDG_STATE_HOME": str(caches / "state"),
        }

    def run(self, program: Program, *, stay: float = 0) -> Run:
        """Time a start and end the program; with `stay`, take its memory so many seconds later."""
        self._screen.wait_empty()
        with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
            command = program.command(Path(folder))
            start = time.perf_counter()
            process = subprocess.Popen(
                command, env=self.environment, cwd=ROOT, start_new_session=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            try:
                seconds = self._screen.wait_readable(start, resting=program.resting)
                spent = work(process.pid)
                time.sleep(stay)
                return Run(seconds, spent, pss(process.pid) if stay else 0)
            finally:
                end(process)
                time.sleep(REST)

    def frames(self, content: Path) -> dict[str, list[Frame]]:
        """Return the frames of turning tabs and of scrolling, from a kiosk driven from inside.

        Raises:
            ScreenError: the kiosk ended with a fault or took more than a minute.
        """
        self._screen.wait_empty()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "tests.bench.frames", "measure", str(content)],
                env=self.environment, cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=60,
            )  # fmt: skip
        except subprocess.SubprocessError as error:
            raise ScreenError(
                "The driven kiosk ended without frames; its messages stand above."
            ) from error
        found: dict[str, list[Frame]] = json.loads(done.stdout)
        return found


def bare() -> Program:
    """Give a bare Qt Quick window."""
    return Program("bare window", lambda _: [sys.executable, str(HERE / "bare.py")])


def kiosk(name: str, content: Path) -> Program:
    """Give the kiosk with a content pack and a visitor, so that it shows the page."""
    return Program(name, lambda _: [sys.executable, "-m", "tests.bench.awake", *_run(content)])


def resting_kiosk(name: str, content: Path) -> Program:
    """Give the kiosk as it starts in a clinic: nobody is there yet."""
    command = [sys.executable, "-m", "kiosk", *_run(content)]
    return Program(name, lambda _: command, resting=True)


def _run(content: Path) -> list[str]:
    return ["run", "--content", str(content), "--size", "1920x1080", "--windowed"]


def touring_kiosk(content: Path) -> Program:
    """Give the kiosk that turns its tabs ten times by itself."""
    command = [sys.executable, "-m", "tests.bench.frames", "tour", str(content)]
    return Program("kiosk", lambda _: command)


def end(process: subprocess.Popen[bytes]) -> None:
    """End the program with every process that it has started."""
    members = family(process.pid)
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for member in members:
            try:
                os.kill(member, sign)
            except ProcessLookupError:
                continue
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            continue
