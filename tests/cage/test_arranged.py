"""The settings of the screen under the real compositor, handed on as `kiosk set-screen` does."""

from __future__ import annotations

import shlex
from typing import Literal

import pytest

from kiosk.install.set_screen import SERVICE, cage_turns, screen_files
from kiosk.outputs import Output, outputs
from kiosk.settings.settings import Settings
from tests.cage.glass import Glass
from tests.cage.session import HEADLESS, Session, cage_version
from tests.waiting import LIMIT, until

ASKS = cage_version() >= (0, 1, 5)
"""Whether outputs are changed by wlr-randr, and not by cage's own options."""

TWO = {**HEADLESS, "WLR_HEADLESS_OUTPUTS": "2"}


def listed(kiosk: Session) -> list[Output]:
    """Give what the compositor says of its outputs."""
    return outputs(kiosk.tool("wlr-randr").stdout.decode())


def session(settings: Settings, screen: dict[str, str]) -> Session:
    """Give a kiosk whose service was told what these settings say of the screen."""
    text = screen_files(settings, cage_turns=cage_turns())[SERVICE]
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    told = dict(line.split("=", 1) for line in lines)
    options = shlex.split(told.pop("CAGE_OPTIONS", ""))
    return Session({**screen, **told}, options=options, watchdog=LIMIT)


@pytest.mark.parametrize("rotation", [90, 270])
def test_a_screen_that_hangs_turned_clockwise_shows_an_upright_picture(
    rotation: Literal[90, 270],
) -> None:
    hanging = Settings(rotation=rotation)
    with (
        Glass() as there,
        session(Settings(), there.screen()) as plain,
        Glass() as glass,
        session(hanging, glass.screen()) as kiosk,
    ):
        for each in (plain, kiosk):
            each.supervisor.wait("ready", 0)
        (upright,) = there.shows(1)
        there.place(upright, 0, 0, 768, 1024)
        (upright,) = there.shows(1, (768, 1024))
        (output,) = glass.shows(1, (1024, 768))

        def likeness(turn: int) -> float:
            """Compare what somebody would see who turned the screen clockwise by so much."""
            return glass.picture(output).turned(turn).likeness(there.picture(upright))

        until(lambda: likeness(rotation) > 0.99, "it never looked as an upright one does")
        assert likeness(-rotation) < 0.9
        assert plain.complaints == kiosk.complaints == []


def test_only_one_of_two_screens_shows_the_kiosk_where_cage_can_do_that() -> None:
    with session(Settings(screens="last"), TWO) as kiosk:
        kiosk.supervisor.wait("ready", 0)
        if ASKS:
            # Of two that are there from the beginning wlroots decides which is the last.
            assert [each.on for each in listed(kiosk)].count(True) == 1
            kiosk.shown((1280, 720))
        assert kiosk.complaints == []


def test_a_screen_that_is_to_stay_off_stays_off_or_the_log_says_once_why_not() -> None:
    with session(Settings(outputs_off=("HEADLESS-2",)), TWO) as kiosk:
        kiosk.supervisor.wait("ready", 0)
        if ASKS:
            assert [each.name for each in listed(kiosk) if each.on] == ["HEADLESS-1"]
            kiosk.shown((1280, 720))
            assert kiosk.complaints == []
        else:
            (said,) = kiosk.complaints
            assert "The screen is not as the settings say (" in said


@pytest.mark.skipif(not ASKS, reason="cage can't change outputs before 0.1.5")
def test_a_screen_that_comes_back_is_turned_again() -> None:
    with session(Settings(rotation=90), HEADLESS) as kiosk:
        kiosk.supervisor.wait("ready", 0)
        kiosk.shown((720, 1280))
        for change in (("--transform", "normal"), ("--off",), ("--on",)):
            done = kiosk.tool("wlr-randr", "--output", "HEADLESS-1", *change)
            assert (done.returncode, done.stderr) == (0, b"")
        kiosk.shown((720, 1280))
        assert kiosk.complaints == []


def test_a_fault_in_what_is_said_of_the_screen_is_one_line_and_the_kiosk_starts() -> None:
    with Session(settings="rotation = 45\n") as kiosk:
        kiosk.supervisor.wait("ready", 0)
        (said,) = kiosk.complaints
        assert "rotation must be 0, 90, 180 or 270" in said
