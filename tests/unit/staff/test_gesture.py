"""The staff's gesture: made on purpose it is heard, by accident never."""

from __future__ import annotations

from random import Random

import pytest

from kiosk.staff.gesture import Gesture, TouchArea

GLASS = TouchArea(476, 268)
FIRST, SECOND = (10.0, 12.0), (470.0, 260.0)


def hold(knock: Gesture, at: tuple[float, float], start: float, seconds: float) -> Gesture:
    return knock.pressed(GLASS, *at, start).moved(at[0] + 1, at[1] - 1).released(start + seconds)


def made(**change: float) -> bool:
    """Make the gesture, correctly but for what is changed."""
    told = {"first": 3.5, "between": 1.0, "second": 3.5, **change}
    knock = hold(Gesture(), FIRST, 100, told["first"])
    assert not knock.done
    start = 100 + told["first"] + told["between"]
    return hold(knock, SECOND, start, told["second"]).done


def test_one_corner_held_and_then_the_opposite_one_is_the_gesture() -> None:
    assert made()


@pytest.mark.parametrize(
    "change",
    [
        {"first": 2.9}, {"second": 2.9}, {"first": 0.1, "second": 0.1}, {"between": 3.1},
        {"first": 11}, {"second": 11}, {"between": 60},
    ],
)  # fmt: skip
def test_too_short_too_long_or_too_late_is_no_gesture(change: dict[str, float]) -> None:
    assert not made(**change)


@pytest.mark.parametrize(
    "places",
    [
        [FIRST], [SECOND], [SECOND, FIRST], [FIRST, FIRST], [SECOND, SECOND],
        [FIRST, (470.0, 10.0)], [(10.0, 260.0), SECOND], [(26.0, 10.0), SECOND],
        [FIRST, (450.0, 260.0)], [FIRST, (200.0, 100.0), SECOND],
    ],
)  # fmt: skip
def test_other_places_or_another_order_are_no_gesture(places: list[tuple[float, float]]) -> None:
    knock, now = Gesture(), 0.0
    for place in places:
        knock = hold(knock, place, now, 3.5)
        now += 4
    assert not knock.done


def test_a_finger_that_wanders_is_no_gesture() -> None:
    knock = hold(Gesture(), FIRST, 0, 3.5).pressed(GLASS, *SECOND, 4)
    assert not knock.moved(460, 260).released(8).done
    assert knock.moved(464, 256).released(8).done


def test_a_second_finger_is_no_gesture() -> None:
    knock = hold(Gesture(), FIRST, 0, 3.5).pressed(GLASS, *SECOND, 4)
    assert not knock.broken().released(8).done


def test_the_gesture_ends_with_itself() -> None:
    knock = hold(hold(Gesture(), FIRST, 0, 3.5), SECOND, 4, 3.5)
    assert knock.done
    assert not knock.moved(0, 0).done
    assert not knock.released(9).done
    assert not hold(knock, SECOND, 8, 3.5).done


def test_a_screen_as_small_as_two_corners_still_knows_them_apart() -> None:
    small = TouchArea(60, 40)
    knock = Gesture().pressed(small, 5, 5, 0).released(3.5).pressed(small, 55, 38, 4).released(8)
    assert knock.done
    assert small.corner(30, 20) == 0


def test_ten_thousand_taps_and_drags_are_no_gesture() -> None:
    random = Random(7)
    knock, now = Gesture(), 0.0
    for _ in range(10_000):
        # Every second one in a corner: children find them, and so do elbows.
        spot = random.choice([FIRST, SECOND, None, None])
        x, y = spot or (random.uniform(0, 476), random.uniform(0, 268))
        knock = knock.pressed(GLASS, x, y, now)
        for _ in range(random.randrange(4)):
            knock = knock.moved(x + random.gauss(0, 40), y + random.gauss(0, 40))
        if random.random() < 0.05:
            knock = knock.broken()
        now += random.choice([0.05, 0.2, 0.8, 2.5])
        knock = knock.released(now)
        assert not knock.done
        now += random.choice([0.01, 0.2, 2.0])


def test_wiping_through_both_corners_is_no_gesture() -> None:
    knock = Gesture()
    for round_ in range(200):
        now = round_ * 4.0
        knock = knock.pressed(GLASS, *FIRST, now)
        for step in range(40):
            knock = knock.moved(FIRST[0] + step * 11.5, FIRST[1] + (step % 8) * 31)
        knock = knock.moved(*SECOND).released(now + 3.6)
        assert not knock.done
