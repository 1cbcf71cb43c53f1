"""The dark screen is switched off, and whatever happens it is never left off.

A stub takes the place of wlr-randr: it keeps whether its one output is on, and can hang or fail.
The real one: tests/cage.
"""

from __future__ import annotations

import logging
import os
import select
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk.ui.presence.screen_power import ScreenPower, Waits
from tests.conftest import Kept
from tests.waiting import LIMIT

STUB = """#!/bin/sh
cd "$(dirname "$0")" || exit 9
echo "$*" >>calls
[ ! -e "hangs$3" ] || exec sleep 60
[ ! -e "refuses$3" ] || { echo "no such protocol" >&2; exit 1; }
case $* in
*--off) rm lit ;;
*--on) : >lit ;;
*)
    echo 'HDMI-A-1 "A screen on the wall"'
    if [ -e lit ]; then echo '  Enabled: yes'; else echo '  Enabled: no'; fi
    ;;
esac
"""

QUICK = Waits(dark=0.05, child=LIMIT, again=0.05, end=LIMIT)


class Room(QObject):
    """A screen whose wlr-randr is the stub, in a folder of its own, and whether it is dark."""

    changed = Signal()

    def __init__(self, folder: Path, qtbot: QtBot, waits: Waits = QUICK) -> None:
        super().__init__()
        self.folder = folder
        self.qtbot = qtbot
        self.dark = False
        self.screen_power = ScreenPower(lambda: self.dark, waits, self)
        (folder / "lit").touch()

    def begin(self) -> None:
        self.screen_power.begin([self.changed])

    def turn(self, *, dark: bool) -> None:
        self.dark = dark
        self.changed.emit()

    @property
    def lit(self) -> bool:
        return (self.folder / "lit").exists()

    @property
    def calls(self) -> list[str]:
        file = self.folder / "calls"
        return file.read_text().splitlines() if file.exists() else []

    def called(self, *calls: str) -> None:
        """Wait until these have been the calls, and their programs have ended."""
        self.qtbot.waitUntil(lambda: self.calls == list(calls) and not self.running)

    @property
    def running(self) -> bool:
        return self.screen_power.running


LIST, OFF, ON = "", "--output HDMI-A-1 --off", "--output HDMI-A-1 --on"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    stub = tmp_path / "wlr-randr"
    stub.write_text(STUB)
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path


@pytest.fixture
def room(folder: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> Iterator[Room]:
    caplog.set_level(logging.INFO, "kiosk")
    one = Room(folder, qtbot)
    yield one
    one.screen_power.stop()


def test_a_screen_that_stays_dark_is_switched_off_and_on_at_once_with_the_light(room: Room) -> None:
    room.begin()
    room.called(LIST)
    for _ in range(2):
        room.turn(dark=True)
        room.qtbot.waitUntil(lambda: not room.lit)
        room.turn(dark=False)
        room.qtbot.waitUntil(lambda: room.lit)
    room.called(LIST, LIST, OFF, ON, LIST, OFF, ON)


def test_a_short_darkness_and_a_change_of_something_else_switch_nothing(room: Room) -> None:
    room.begin()
    room.turn(dark=True)
    room.turn(dark=True)
    room.turn(dark=False)
    room.called(LIST)
    room.turn(dark=True)
    room.called(LIST, LIST, OFF)


def test_a_kiosk_that_starts_in_the_dark_switches_off(room: Room) -> None:
    room.dark = True
    room.begin()
    room.qtbot.waitUntil(lambda: not room.lit)


def test_a_start_switches_on_what_a_kiosk_before_it_left_off(room: Room) -> None:
    (room.folder / "lit").unlink()
    room.begin()
    room.called(LIST, ON)
    assert room.lit


def test_the_end_of_the_kiosk_leaves_the_screen_on(room: Room) -> None:
    room.turn(dark=True)
    room.begin()
    room.qtbot.waitUntil(lambda: not room.lit)
    room.screen_power.stop()
    assert room.lit


def test_an_end_while_the_switch_hangs_leaves_the_screen_on(room: Room) -> None:
    room.begin()
    room.called(LIST)
    (room.folder / "hangs--off").touch()
    room.turn(dark=True)
    room.qtbot.waitUntil(lambda: room.calls[-1:] == [OFF])
    room.screen_power.stop()
    assert room.lit
    assert not room.running


@pytest.mark.parametrize(
    ("fault", "why"), [("refuses", "no such protocol"), ("hangs", "wlr-randr did not answer")]
)
def test_where_it_can_t_be_done_the_log_says_so_once_and_it_stays_black(
    folder: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture, fault: str, why: str
) -> None:
    caplog.set_level(logging.INFO, "kiosk")
    room = Room(folder, qtbot, Waits(dark=0, child=0.3 if fault == "hangs" else LIMIT))
    (folder / fault).touch()
    room.begin()
    room.called(LIST)
    for dark in (True, False, True):
        room.turn(dark=dark)
        QCoreApplication.processEvents()
    assert (room.calls, room.running) == ([LIST], False)
    said = f"Outside the opening hours the screen is black, but not off: {why}."
    assert caplog.messages == [said]


def test_without_the_program_the_log_says_so_once(
    room: Room, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    room.begin()
    room.turn(dark=True)
    (said,) = caplog.messages
    assert said.endswith("wlr-randr is not installed.")


def test_a_screen_that_refused_to_go_off_is_switched_on_all_the_same(room: Room) -> None:
    (room.folder / "refuses--off").touch()
    room.begin()
    room.turn(dark=True)
    room.called(LIST, LIST, OFF, ON)


def test_a_screen_that_does_not_come_on_is_tried_again_until_it_does(
    room: Room, logged: Kept
) -> None:
    room.begin()
    room.turn(dark=True)
    room.qtbot.waitUntil(lambda: not room.lit)
    refuses = room.folder / "refuses--on"
    refuses.touch()
    room.turn(dark=False)
    room.qtbot.waitUntil(lambda: room.calls.count(ON) > 2)
    refuses.unlink()
    room.qtbot.waitUntil(lambda: room.lit)
    said = "The screen can't be switched on: no such protocol. It is tried again."
    assert logged.lines == [said]


def test_a_screen_that_somebody_else_switched_on_is_no_longer_waited_for(
    room: Room, logged: Kept
) -> None:
    room.begin()
    room.turn(dark=True)
    room.qtbot.waitUntil(lambda: not room.lit)
    (room.folder / "refuses--on").touch()
    room.turn(dark=False)
    room.qtbot.waitUntil(lambda: room.calls.count(ON) > 1)
    (room.folder / "lit").touch()
    room.qtbot.waitUntil(lambda: room.calls[-1] == LIST and not room.running)
    room.turn(dark=True)
    room.qtbot.waitUntil(lambda: not room.lit)
    (room.folder / "refuses--on").unlink()
    assert len(logged.lines) == 1


def test_the_child_holds_nothing_open_that_the_compositor_waits_for(room: Room) -> None:
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    (room.folder / "hangs").touch()
    room.begin()
    room.qtbot.waitUntil(lambda: bool(room.calls))
    os.close(writing)
    ended, _, _ = select.select([reading], [], [], 0)
    os.close(reading)
    assert room.running
    assert ended, "the child still holds the pipe"
