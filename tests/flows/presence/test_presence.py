"""Somebody reads, walks away, comes back: the running kiosk with a clock that the test turns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.settings.settings import Settings
from kiosk.ui.presence.presence import SHIFTS
from kiosk.visit.presence_state import Phase, Timing
from kiosk.visit.waiting import Waiting
from tests.flows.clock import Clock
from tests.flows.packs import Writer
from tests.flows.screen import Screen

NIGHT = datetime(2026, 11, 22, 3, 0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def screen(kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path) -> Screen:
    pack = Writer(tmp_path).page("short", "Two words.").page("long", "Many words here. " * 400)
    return kiosk(pack.written(), waiting=clock.waiting())


def words_take(screen: Screen, clock: Clock) -> float:
    """Give the seconds that the kiosk waits on the page that is shown."""
    waited = 0
    while clock.after(1, screen.shell.presence) == Phase.BROWSING:
        waited += 1
        assert waited < 2000
    screen.shell.presence.touch()
    return waited + 1


def test_a_page_with_few_words_is_idle_after_the_setting(screen: Screen, clock: Clock) -> None:
    assert words_take(screen, clock) == 60


def test_more_words_on_the_screen_take_longer(screen: Screen, clock: Clock) -> None:
    screen.tap("tab-long")
    screen.settle()
    # As many lines as the column is high, nine words or more each, at 100 words a minute.
    assert words_take(screen, clock) > 100


def test_words_below_the_screen_do_not_count(screen: Screen, clock: Clock) -> None:
    screen.tap("tab-long")
    screen.settle()
    column, line = screen.column.height(), float(screen.theme.property("body"))
    most = column / line * 12 + 40  # lines without any space between, and what is around them
    assert words_take(screen, clock) < most / 100 * 60 * 1.5


def test_a_script_without_spaces_is_read_no_faster(
    kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path
) -> None:
    pack = Writer(tmp_path).page("long", "これは長い文章です。" * 200).written()
    assert words_take(kiosk(pack, waiting=clock.waiting()), clock) > 70


def test_it_stays_bright_while_staff_are_there(
    kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path
) -> None:
    clock.date = NIGHT
    pack = Writer(tmp_path).page("one").written()
    screen = kiosk(pack, waiting=clock.waiting("Mo-Fr 08:00-18:00"), resting=True)
    presence = screen.shell.presence
    presence.attend(True)
    clock.after(500, presence)
    assert presence.light == "bright"
    assert not presence.touch()
    presence.attend(False)
    clock.after(500, presence)
    assert presence.light == "dark"


@pytest.mark.parametrize("how", ["touch", "key", "wheel", "press"])
def test_whatever_a_hand_does_begins_the_wait_anew(screen: Screen, clock: Clock, how: str) -> None:
    clock.after(59, screen.shell.presence)
    point = QPointF(640, 400)
    match how:
        case "touch":
            screen.tap(point)
        case "key":
            QTest.keyClick(screen.window, Qt.Key.Key_Down)
        case "wheel":
            QTest.wheelEvent(screen.window, point, QPointF(0, -120).toPoint())
        case "press":
            QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=point.toPoint())
    assert clock.after(59, screen.shell.presence) == Phase.BROWSING
    assert clock.after(1, screen.shell.presence) == Phase.ASKED


def test_the_touch_that_answers_the_question_does_nothing_else(
    screen: Screen, clock: Clock
) -> None:
    for _ in range(12):
        before = screen.visit
        assert clock.after(600, screen.shell.presence) == Phase.ASKED
        screen.tap("tab-long")
        assert screen.shell.presence.phase == Phase.BROWSING
        assert screen.visit == before
    screen.tap("tab-long")
    assert screen.visit.page == "long"


def test_a_question_that_nobody_answers_ends_the_visit(screen: Screen, clock: Clock) -> None:
    fresh = screen.visit
    screen.tap("tab-long")
    assert clock.after(600, screen.shell.presence) == Phase.ASKED
    assert clock.after(29, screen.shell.presence) == Phase.ASKED
    assert screen.shell.presence.secondsLeft == 1
    assert clock.after(1, screen.shell.presence) == Phase.RESTING
    assert screen.visit == fresh


def test_the_timer_asks_by_itself(kiosk: Callable[..., Screen], tmp_path: Path) -> None:
    timing = Timing(idle=0.05, ask=0.05, dim=0.05)
    waiting = Waiting(clock=monotonic, calendar=datetime.now, timing=timing)
    screen = kiosk(Writer(tmp_path).page("one", "Word.").written(), waiting=waiting)
    presence = screen.shell.presence
    presence.read_words(int)
    presence.touch()
    screen.wait(lambda: presence.phase == Phase.RESTING and presence.light == "dim")


def test_the_resting_picture_stands_elsewhere_every_minute(screen: Screen, clock: Clock) -> None:
    presence = screen.shell.presence
    presence.rest()
    places = []
    for _ in SHIFTS:
        places.append((presence.shiftX, presence.shiftY))
        clock.after(60, presence)
    assert tuple(places) == SHIFTS
    assert len(set(places)) == len(places)
    presence.begin("en")
    assert (presence.shiftX, presence.shiftY) == (0, 0)


def test_outside_the_hours_it_is_dark_and_wakes_for_one_visit(
    kiosk: Callable[..., Screen], clock: Clock, tmp_path: Path
) -> None:
    clock.date = NIGHT
    pack = Writer(tmp_path).page("one").written()
    screen = kiosk(pack, waiting=clock.waiting("Mo-Fr 08:00-18:00"), resting=True)
    presence = screen.shell.presence
    assert presence.light == "dark"
    assert presence.touch()
    assert (presence.light, presence.phase) == ("bright", Phase.RESTING)
    assert not presence.touch()
    presence.begin("en")
    assert clock.after(600, presence) == Phase.ASKED
    assert clock.after(30, presence) == Phase.RESTING
    assert presence.light == "dark"


def test_each_change_is_told_once(screen: Screen, clock: Clock) -> None:
    told: list[str] = []
    presence = screen.shell.presence
    presence.changed.connect(lambda: told.append(str(presence.phase)))
    for _ in range(3):
        clock.after(10, presence)
    assert told == []
    clock.after(600, presence)
    clock.after(0.2, presence)
    assert told == ["asked"]
    clock.after(1, presence)
    assert told == ["asked", "asked"]


def test_a_start_asks_for_the_settings_times() -> None:
    settings = Settings()
    timing = Timing()
    assert {name: getattr(settings, name) for name in timing.__struct_fields__} == (
        msgspec.structs.asdict(timing)
    )
