"""The kiosk on the screen of the real compositor: it fills it, and bears what a screen can do."""

from __future__ import annotations

import os
import select
import time
from pathlib import Path

import pytest

from tests.cage.glass import Glass
from tests.cage.session import HEADLESS, WATCHDOG, Session, cage_version
from tests.waiting import LIMIT, slowness

SIZE = (1280, 720)
"""Pixels of wlroots' screen in memory."""

DAC_READ_SEARCH = 1 << 2


def status(pid: int) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines)


def test_the_kiosk_fills_the_screen_for_somebody_without_rights_and_complains_of_nothing() -> None:
    with Session() as session:
        session.supervisor.wait("ready", 0)
        session.shown(SIZE)
        kiosk = status(session.kiosk)
        assert "0" not in kiosk["Uid"].split()
        assert int(kiosk["CapEff"], 16) in (0, DAC_READ_SEARCH)
        assert session.complaints == []


def test_a_stopped_service_leaves_no_process_behind() -> None:
    with Session() as session:
        session.supervisor.wait("ready", 0)
        kiosk = os.pidfd_open(session.kiosk)
        asked = time.monotonic()
        stopped = session.stop()
        assert stopped.kind == "stopped"
        assert stopped.when - asked < 2 * slowness()
        assert select.select([kiosk], [], [], LIMIT)[0], "the kiosk is still there"
        os.close(kiosk)


def test_who_asks_for_a_window_that_has_gone_goes_on() -> None:
    with Glass() as glass:
        assert glass.size_of(0x123456) == (0, 0)
        assert glass.outputs == []


def test_a_real_screen_shows_the_kiosk_and_is_filled_again_when_its_size_changes() -> None:
    with Glass() as glass, Session(glass.screen(), options=[], watchdog=LIMIT) as session:
        session.supervisor.wait("ready", 0)
        (output,) = glass.shows(1)
        for size in ((1000, 900), (900, 1100), (1920, 1080)):
            glass.place(output, 0, 0, *size)
            glass.shows(1, size)
        assert session.complaints == []


def test_a_screen_that_goes_and_comes_back_shows_the_kiosk_within_seconds() -> None:
    with Glass() as glass, Session(glass.screen(), options=[], watchdog=LIMIT) as session:
        session.supervisor.wait("ready", 0)
        (output,) = glass.shows(1)
        # Cage ends with its last screen, and the service starts it again.
        unplugged = time.monotonic()
        glass.unplug(output)
        session.supervisor.wait("ended", unplugged)
        session.supervisor.wait("ready", unplugged)
        glass.shows(1)
        seconds = time.monotonic() - unplugged
        assert seconds < 3 * slowness()


def test_a_kiosk_that_starts_without_a_screen_is_not_restarted_for_that() -> None:
    with Session({**HEADLESS, "WLR_HEADLESS_OUTPUTS": "0"}) as session:
        ready = session.supervisor.wait("ready", 0)
        assert session.supervisor.first("hung", ready.when, 1.5 * WATCHDOG) is None
        assert session.picture() is None
        assert [event.kind for event in session.supervisor.events] == ["started", "ready"]


@pytest.mark.skipif(cage_version() < (0, 1, 5), reason="cage can't change outputs before 0.1.5")
def test_an_output_that_is_switched_off_and_on_by_wlr_randr_shows_the_same_kiosk() -> None:
    with Session() as session:

        def output(*change: str) -> None:
            done = session.tool("wlr-randr", "--output", "HEADLESS-1", *change)
            assert (done.returncode, done.stderr) == (0, b"")

        session.supervisor.wait("ready", 0)
        session.shown(SIZE)
        kiosk = session.kiosk
        output("--custom-mode", "1000x900")
        session.shown((1000, 900))
        for _ in range(3):
            output("--off")
            assert session.picture() is None
            output("--on")
            session.shown((1000, 900))
        assert session.kiosk == kiosk
        assert session.complaints == []
