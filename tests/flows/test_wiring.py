"""The wires between settings, command line and the rooms: each one is there, and leads somewhere.

What a start is asked for is asked of a process of its own, by what it then does.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage

from kiosk.health.crash_record import CrashRecord, Kind, moment
from kiosk.staff.pin import hashed
from kiosk.ui.reading.pictures import Pictures
from kiosk.visit.presence_state import Timing
from tests.flows.clock import Clock
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.waiting import LIMIT

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
    singleShot = staticmethod(lambda wait, do: QTimer.singleShot(0, do))

def tell(kiosk):
    settled(kiosk)
    presence, desk = kiosk.shell.presence, kiosk.shell.desk
    presence.asked.emit()
    sounds = bool(kiosk._chime and kiosk._chime.sounding)
    desk.gesture()
    for digit in "{PIN}":
        desk.type(int(digit))
    desk.enter()
    watches = "kiosk-watch" in [each.name for each in threading.enumerate()]
    core = resource.getrlimit(resource.RLIMIT_CORE)[0] != 0
    told = dict(
        timing=presence._waiting.timing, moves=kiosk.shell.appearance.moving, sounds=sounds,
        watches=watches, desk=desk.stage, core=core,
    )
    print(msgspec.json.encode(told).decode(), flush=True)
    kiosk.app.exit(0)

app.QTimer = Hasty
settled, app.Kiosk._settled = app.Kiosk._settled, tell
sys.exit(main(["run", *sys.argv[1:]]))
"""
"""A kiosk that, once it has settled, says what it does, and ends."""


class Told(msgspec.Struct, kw_only=True):
    """What it says; as it is unless something else is asked for."""

    timing: Timing = Timing()
    moves: bool = True
    sounds: bool = True
    watches: bool = True
    desk: str = "page"
    core: bool = True


def told(folder: Path, *options: str, settings: str = "", mode: int = 0o600) -> tuple[Told, str]:
    """Start it once where a sound can be played; give what it says, and its log's first line."""
    Writer(folder / "pack").page("one").written()
    (folder / "pw-play").write_text("#!/bin/sh\n")
    (folder / "pw-play").chmod(0o755)
    file = folder / "settings.toml"
    file.write_text(f'content = "pack"\npin = "{STORED}"\n{settings}', "utf-8")
    file.chmod(mode)
    ran = subprocess.run(
        [sys.executable, "-c", TELLING, "--settings", str(file), *options], cwd=ROOT,
        env={**os.environ, "XDG_STATE_HOME": str(folder), "PATH": str(folder)},
        check=False, timeout=LIMIT, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return msgspec.json.decode(ran.stdout, type=Told), ran.stderr.splitlines()[0]


def test_a_start_does_what_its_settings_say(tmp_path: Path) -> None:
    waits = "idle = 45\nask = 25\ndim = 200\n"
    does, log = told(tmp_path, "--locked", settings=waits + "sound = false\n", mode=0o644)
    assert does == Told(timing=Timing(idle=45, ask=25, dim=200), sounds=False, core=False)
    assert log.startswith("kiosk: Everybody here can read the settings file")


def test_a_start_that_is_asked_for_nothing_leaves_nothing_out(tmp_path: Path) -> None:
    does, log = told(tmp_path)
    assert does == Told()
    assert log.startswith("kiosk: Started")


def test_a_safe_start_neither_moves_nor_sounds_but_looks_after_the_folder(tmp_path: Path) -> None:
    now = moment()
    crash = CrashRecord(kind=Kind.KILLED, cause="", time="", boot=now.boot, found=now.seconds)
    crashes = [msgspec.structs.replace(crash, began=now.seconds - each) for each in (3, 2, 1)]
    (tmp_path / "kiosk/health").mkdir(parents=True)
    (tmp_path / "kiosk/health/records").write_bytes(msgspec.json.encode(crashes))
    assert told(tmp_path)[0] == Told(moves=False, sounds=False)


# The staff page


class Room:
    """The real kiosk of a clinic that is closed, at rest, and staff who open their page."""

    def __init__(self, start: Callable[..., Screen], folder: Path) -> None:
        self.clock = Clock()
        self.pack = Writer(folder / "pack").page("one", "First words.")
        self.screen = start(
            self.pack.written(), size=None, diagonal=40, resting=True, pin=STORED,
            state=folder / "state", waiting=self.clock.waiting("Mo 08:00-09:00"),
        )  # fmt: skip
        self.screen.settle()
        self.presence, self.desk = self.screen.shell.presence, self.screen.shell.desk

    def enter(self) -> None:
        assert self.presence.light == "dark"
        self.screen.tap(QPointF(300, 300))
        self.desk.gesture()
        self.screen.frame()
        for digit in PIN:
            self.screen.tap("key-" + digit)
        self.screen.tap("key-ok")
        assert self.desk.stage == "page"

    def goes_off(self) -> bool:
        """Tell whether the screen is off, or is about to be."""
        return bool(self.screen.kiosk._screen_power and self.screen.kiosk._screen_power._dark)


@pytest.fixture
def room(kiosk: Callable[..., Screen], tmp_path: Path) -> Room:
    return Room(kiosk, tmp_path)


def test_the_staff_page_shows_the_kiosks_own_figures_and_reads_changed_text(room: Room) -> None:
    screen = room.screen
    screen.kiosk.health._began -= 2 * 3600
    room.enter()
    assert screen.reads("2 hours, 0 minutes")
    assert re.search(r"\b[1-9]\d* MiB", screen.words())
    assert screen.reads("1 of 1 pages")
    room.pack.page("one", "Second words.").written()
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        screen.tap("staff-reload")
    room.clock.now += 2  # between two looks at the figures
    room.desk.tick()
    screen.frame()
    assert (version := screen.kiosk.current_text.news().version)
    assert screen.reads(version)
    room.desk.close()
    room.presence.begin("en")
    screen.settle()
    assert screen.reads("Second words.")


def test_a_closed_clinics_screen_stays_on_and_takes_each_touch_while_staff_are_at_it(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # without wlr-randr
    kiosk = room.screen.kiosk
    kiosk.app = SimpleNamespace(platformName=lambda: "wayland")  # type: ignore[assignment]
    kiosk._switch_screen()
    assert room.goes_off()
    room.enter()
    room.screen.tap("staff-clean")
    assert room.desk.stage == "cleaning"
    room.screen.press(QPointF(300, 300))  # a drop: the cleaning does not end
    room.clock.now += 70
    room.desk.tick()
    room.presence.check()
    assert (room.desk.stage, room.presence.light) == ("cleaning", "bright")
    assert not room.goes_off()
    room.screen.release(QPointF(300, 300))
    room.desk.close()
    assert room.goes_off()
    room.screen.tap(QPointF(300, 300))
    assert not room.goes_off()


@pytest.mark.parametrize("resting", [False, True])
def test_a_kiosk_reads_its_first_picture_in_the_main_thread(
    kiosk: Callable[..., Screen], monkeypatch: pytest.MonkeyPatch, resting: bool
) -> None:
    # Qt keeps pictures for the whole process, so a second kiosk has hardly any to read.
    kiosk(moving=True, resting=resting)
    readers = []

    def read(pictures: Pictures, name: str, size: QSize, wanted: QSize) -> QImage:
        readers.append(threading.current_thread())
        return drawn(pictures, name, size, wanted)

    drawn = Pictures.requestImage
    monkeypatch.setattr(Pictures, "requestImage", read)
    kiosk(moving=True, resting=resting)
    assert readers[0] is threading.main_thread()
