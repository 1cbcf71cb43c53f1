"""The wires between settings, command line and the rooms: each one is there, and leads somewhere.

What a start is asked for is asked of a process of its own, by what it then does.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF

from kiosk.health.record import Kind, Record, moment
from kiosk.staff.pin import hashed
from tests.flows.clock import Clock
from tests.flows.packs import Writer
from tests.flows.screen import Screen

ROOT = Path(__file__).parents[2]

PIN = "7391"

STORED = hashed(PIN, (2, 1, 1))

TELLING = f"""
import resource, sys, threading
import msgspec
from PySide6.QtCore import QTimer
from kiosk import app
from kiosk.__main__ import main

# A shell may have forbidden core files already: here only the kiosk does.
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

class Hasty(QTimer):
    @staticmethod
    def singleShot(wait, do):
        QTimer.singleShot(0, do)

def tell(kiosk):
    settled(kiosk)
    presence, desk = kiosk.shell.presence, kiosk.shell.desk
    presence.asked.emit()
    sounds = kiosk._chime.sounding
    desk.knock()
    for digit in "{PIN}":
        desk.type(int(digit))
    desk.enter()
    told = {{
        "timing": presence._waiting.timing,
        "moves": kiosk.shell.moving,
        "sounds": sounds,
        "watches": any(each.name == "kiosk-watch" for each in threading.enumerate()),
        "desk": desk.stage,
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0] != 0,
    }}
    print(msgspec.json.encode(told).decode(), flush=True)
    kiosk.app.exit(0)

app.QTimer = Hasty
settled, app.Kiosk._settled = app.Kiosk._settled, tell
sys.exit(main(["run", *sys.argv[1:]]))
"""
"""A kiosk that, once it has settled, says what it does, and ends."""

OPEN = "Everybody here can read the settings file"


class Home:
    """A computer with a pack, a settings file, and a player that can play every sound."""

    def __init__(self, folder: Path) -> None:
        Writer(folder / "pack").page("one").written()
        self.health = folder / "state" / "kiosk" / "health"
        self._settings = folder / "settings.toml"
        self._programs = folder / "bin"
        self._programs.mkdir()
        player = self._programs / "pw-play"
        player.write_text("#!/bin/sh\n")
        player.chmod(0o755)
        self._environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}
        self._environment["PATH"] = str(self._programs)

    def told(
        self, *options: str, settings: str = "", mode: int = 0o600
    ) -> tuple[dict[str, object], str]:
        """Start it once; give what it says that it does, and its log."""
        self._settings.write_text(f'content = "pack"\npin = "{STORED}"\n{settings}', "utf-8")
        self._settings.chmod(mode)
        command = [sys.executable, "-c", TELLING, "--settings", str(self._settings), *options]
        ran = subprocess.run(
            command, cwd=ROOT, env=self._environment, check=False, timeout=30,
            capture_output=True, text=True,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        told: dict[str, object] = msgspec.json.decode(ran.stdout)
        return told, ran.stderr


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_start_does_what_its_settings_say(home: Home) -> None:
    told, log = home.told(
        "--locked", settings="idle = 45\nask = 25\ndim = 200\nsound = false\n", mode=0o644
    )
    assert told == {
        "timing": {"idle": 45, "ask": 25, "dim": 200},
        "moves": True, "sounds": False, "watches": True, "desk": "page", "core": False,
    }  # fmt: skip
    assert log.count(OPEN) == 1


def test_a_start_that_is_asked_for_little_has_everything(home: Home) -> None:
    told, log = home.told()
    assert told == {
        "timing": {"idle": 60, "ask": 30, "dim": 300},
        "moves": True, "sounds": True, "watches": True, "desk": "page", "core": True,
    }  # fmt: skip
    assert OPEN not in log


def test_a_safe_start_neither_moves_nor_sounds_nor_watches(home: Home) -> None:
    now = moment()
    crash = Record(
        kind=Kind.KILLED, cause="a test", time=now.time, boot=now.boot, found=now.seconds
    )
    crashes = [msgspec.structs.replace(crash, began=now.seconds - each) for each in (3, 2, 1)]
    home.health.mkdir(parents=True)
    (home.health / "records").write_bytes(msgspec.json.encode(crashes))
    told, log = home.told(settings="sound = true\n")
    assert (told["moves"], told["sounds"], told["watches"]) == (False, False, False)
    assert told["desk"] == "page"
    assert "Safe mode" in log


# The staff page


class Room:
    """The real kiosk of a clinic that is closed, at rest, and staff who open their page."""

    def __init__(self, start: Callable[..., Screen], folder: Path) -> None:
        self.clock = Clock()
        self.pack = Writer(folder / "pack").page("one", "First words.")
        self.screen = start(
            self.pack.written(), size=None, resting=True, pin=STORED, state=folder / "state",
            waiting=self.clock.waiting("Mo 08:00-09:00"),
        )  # fmt: skip
        self.screen.settle()
        self.presence, self.desk = self.screen.shell.presence, self.screen.shell.desk

    def enter(self) -> None:
        assert self.presence.light == "dark"
        self.screen.tap(QPointF(300, 300))
        self.desk.knock()
        self.screen.frame()
        for digit in PIN:
            self.screen.tap("key-" + digit)
        self.screen.tap("key-ok")
        assert self.desk.stage == "page"


@pytest.fixture
def room(kiosk: Callable[..., Screen], tmp_path: Path) -> Room:
    return Room(kiosk, tmp_path)


def test_the_staff_page_shows_the_kiosks_own_figures_and_reads_changed_text(room: Room) -> None:
    screen = room.screen
    screen.kiosk.health._began -= 2 * 3600
    room.enter()
    words = screen.words()
    assert "2 hours, 0 minutes" in words
    assert re.search(r"\b[1-9]\d* MiB", words)
    assert "1 of 1 pages" in words
    room.pack.page("one", "Second words.").written()
    with screen.qtbot.waitSignal(screen.shell.renewed):
        screen.tap("staff-reload")
    room.clock.now += 2  # between two looks at the figures
    room.desk.tick()
    screen.frame()
    version = screen.kiosk.newsroom.news().version
    assert version
    assert screen.reads(version)
    room.desk.close()
    room.presence.begin("en")
    screen.settle()
    assert screen.reads("Second words.")


def test_the_first_touch_on_the_staff_page_counts_while_the_clinic_is_closed(room: Room) -> None:
    room.enter()
    assert room.presence.light == "bright"
    room.screen.tap("staff-clean")
    assert room.desk.stage == "cleaning"


class Wayland:
    """Stands in for Qt's application on a Wayland compositor."""

    def platformName(self) -> str:
        return "wayland"


def test_the_screen_is_not_switched_off_while_staff_are_at_it(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # without wlr-randr
    room.screen.kiosk.app = Wayland()  # type: ignore[assignment]
    room.screen.kiosk._switch_screen()
    blackout = room.screen.kiosk._blackout
    assert blackout
    assert blackout._dark
    room.enter()
    room.screen.tap("staff-clean")
    assert not blackout._dark
    # A drop lies on the glass: no touch, but the cleaning does not end either.
    room.screen.press(QPointF(300, 300))
    room.clock.now += 70
    room.desk.tick()
    room.presence.check()
    assert (room.desk.stage, room.presence.light) == ("cleaning", "dark")
    assert not blackout._dark
    room.screen.release(QPointF(300, 300))
    room.clock.now += 130
    for _ in range(2):
        room.desk.tick()
        room.clock.now += 31
    room.desk.tick()
    room.presence.check()
    assert (room.desk.stage, room.presence.light) == ("away", "dark")
    assert blackout._dark
