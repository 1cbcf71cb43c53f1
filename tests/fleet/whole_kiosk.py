"""One kiosk of a fleet with all its processes, in a folder of its own.

Owns what a computer's units would do: `kiosk run --locked`, `kiosk fleet announce` beside it,
`kiosk text fetch` and `kiosk fleet examine` when their timers say so. `clock` shifts its time by
days, whatever the others' is.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tests.fleet.broker import cpu, pss
from tests.fleet.visited import OPEN, SEEN, Seen
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]
FAKETIME = "/usr/$LIB/faketime/libfaketime.so.1"
SCREEN = {"name": "one", "x": 0, "y": 0, "width": 1280, "height": 800, "dpr": 1}
KIOSK = (sys.executable, "-m", "kiosk")


class WholeKiosk:
    """A kiosk that can be switched on and off, and whose disk, clock and network can be bad."""

    def __init__(self, name: str, folder: Path, certificates: Path, settings: dict[str, str]):
        self.name, self.folder, self._certificates = name, folder, certificates
        self.texts = folder / "state" / "kiosk-text"
        self.state = folder / "state" / "kiosk"
        self.settings = folder / "settings.toml"
        self._told, self._clock = folder / "told.json", folder / "clock"
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._shifted = False
        for place in ("run", "home"):
            (folder / place).mkdir(parents=True, mode=0o700)
        # A sound card that takes everything at once.
        (folder / "asound.conf").write_text("pcm.!default { type null }\n", "ascii")
        (folder / "screens.json").write_text(json.dumps({"screens": [SCREEN]}), "ascii")
        lines = {"content": str(self.texts / "current"), "idle": 30, "counts": True, **settings}
        self.settings.write_text(
            "".join(f"{key} = {json.dumps(value)}\n" for key, value in lines.items()), "utf-8"
        )

    def _environment(self) -> dict[str, str]:
        about = {
            **os.environ,
            "ALSA_CONFIG_PATH": f"{self.folder}/asound.conf",
            "HOME": f"{self.folder}/home",
            "PULSE_SERVER": f"unix:{self.folder}/nobody",
            "QT_QPA_PLATFORM": f"offscreen:configfile={self.folder}/screens.json",
            "XDG_CACHE_HOME": f"{self.folder}/cache",
            "XDG_CONFIG_HOME": f"{self.folder}/config",
            "XDG_RUNTIME_DIR": f"{self.folder}/run",
            "XDG_STATE_HOME": f"{self.folder}/state",
        }
        if self._shifted:
            about |= {
                "LD_PRELOAD": FAKETIME,
                "FAKETIME_TIMESTAMP_FILE": str(self._clock),
                "FAKETIME_CACHE_DURATION": "1",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                "DONT_FAKE_MONOTONIC": "1",
                "NO_FAKE_STAT": "1",
            }
        return about

    def clock(self, days: int) -> None:
        """Set its clock so many days ahead of the others'; 0: right again.

        What runs with a right clock goes on so; what runs with a wrong one hears of it.
        """
        self._clock.write_text(f"{days:+d}d\n" if days else "+0\n", "ascii")
        self._shifted = True

    # What its units do

    def call(self, *words: str) -> tuple[int, str]:
        """Run one of its commands to its end; give exit code and what it said."""
        done = subprocess.run(
            [*KIOSK, *words], env=self._environment(), cwd=ROOT, text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=LIMIT,
        )  # fmt: skip
        return done.returncode, done.stdout.strip()

    def fetch(self, *words: str) -> tuple[int, str]:
        """Fetch as its timer does, or as a stick that is put in."""
        return self.call("text", "fetch", "--settings", str(self.settings), *(words or PATIENT))

    def examine(self) -> tuple[int, str]:
        """Look how it is, as its timer does."""
        about = ("--settings", str(self.settings), "--name", self.name)
        return self.call("fleet", "examine", "--file", str(self._told), *about)

    def switch_on(self, seed: int) -> None:
        """Begin what runs all the time."""
        run = ("run", "--locked", "--settings", str(self.settings))
        visited = (sys.executable, "-m", "tests.fleet.visited", str(self.folder), str(seed))
        self._begin("kiosk", *visited, *run)
        self.plug_in()

    def plug_in(self) -> None:
        """Begin what tells the broker."""
        about = ("--file", str(self._told), "--certificates", str(self._certificates))
        self._begin("announce", *KIOSK, "fleet", "announce", *about)

    def _begin(self, what: str, *command: str) -> None:
        with (self.folder / f"{what}.log").open("ab") as log:
            self._running[what] = subprocess.Popen(
                command, env=self._environment(), cwd=ROOT, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log,
            )  # fmt: skip

    def freeze(self) -> None:
        """Go silent without a word, as a plug that is pulled: no connection is closed."""
        for process in self._running.values():
            process.send_signal(signal.SIGSTOP)

    def switch_off(self, number: signal.Signals = signal.SIGTERM) -> dict[str, int]:
        """End all of it; give the exit codes."""
        for process in self._running.values():
            process.send_signal(number)
        codes = {what: process.wait(LIMIT) for what, process in self._running.items()}
        self._running.clear()
        return codes

    # What happens to it

    def open(self, *, doors: bool) -> None:
        """Let people come, or no more."""
        if doors:
            (self.folder / OPEN).touch()
        else:
            (self.folder / OPEN).unlink(missing_ok=True)

    def tear(self) -> list[str]:
        """Cut files off in the middle, as a disk does that lost its power; give their names."""
        torn = [self.texts / "state.json", self.texts / "trust" / "snapshot.json"]
        torn += [*self.texts.glob("texts/*/*/*.md"), *self.state.glob("editions/**/*.md")]
        torn += [self.state / "health" / "running"]
        there = [file for file in torn if file.is_file() and not file.is_symlink()]
        for file in there:
            os.truncate(file, file.stat().st_size // 2)
        return [str(file.relative_to(self.folder)) for file in there]

    # What is seen of it

    @property
    def seen(self) -> Seen:
        """What its screen shows."""
        try:
            return msgspec.json.decode((self.folder / SEEN).read_bytes(), type=Seen)
        except FileNotFoundError:
            return Seen()

    @property
    def handed_over(self) -> str:
        """The first letters of the text that was fetched."""
        link = self.texts / "current"
        return Path(os.readlink(link)).name[:7] if link.is_symlink() else ""

    def log(self) -> str:
        """What its kiosk and what tells the broker have logged."""
        files = sorted(self.folder.glob("*.log"))
        return "".join(file.read_text("utf-8", "replace") for file in files)

    def takes(self) -> Iterator[tuple[str, float, float]]:
        """Give for each process its share of memory in MiB and its seconds of processor time."""
        for what, process in self._running.items():
            yield what, pss(process.pid), cpu(process.pid)

    def running(self) -> bool:
        """Tell whether all that should run does."""
        return all(process.poll() is None for process in self._running.values())


PATIENT = ("--patient",)
