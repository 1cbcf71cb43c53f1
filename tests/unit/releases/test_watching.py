"""A release that runs is watched, and left if it does not hold."""

from __future__ import annotations

import pytest

from kiosk.releases.command import main
from kiosk.releases.judge import LONG, End, is_over, reason
from kiosk.releases.releases import FAULTS, NOT_READY, STOPS, Watched
from tests.unit.releases.releases_place import MARK, Place, needs_root


@needs_root
def test_three_faults_in_ten_minutes_lead_back(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    for number in range(3):
        assert place.releases.current == "1.1", number
        place.watching.ready()
        place.ended()
    assert (place.releases.current, place.releases.previous) == ("1.0", "1.1")
    assert place.turn == ("left", "1.1", FAULTS)
    assert place.said[-1] == (
        "<3>Back to release 1.0: 1.1 is left, because it ended by a fault three times in ten "
        "minutes."
    )
    for _ in range(4):
        place.ended()
    assert place.releases.current == "1.0", "there is nothing before it"


@needs_root
def test_one_that_is_not_ready_in_time_leads_back_at_once(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.ended("timeout", MARK + b"stopped\n")  # systemd itself has asked it to end
    assert place.releases.current == "1.0"
    assert place.turn == ("left", "1.1", NOT_READY)


@needs_root
@pytest.mark.parametrize(
    ("result", "mark"),
    [
        ("success", None),
        ("success", MARK + b"stopped\n"),
        ("success", MARK + b"display\n"),
        ("timeout", MARK + b"stopped\n"),
        ("core-dump", MARK + b"stopped\n"),
    ],
)
def test_an_end_in_order_is_no_fault(place: Place, result: str, mark: bytes | None) -> None:
    place.take("1.0")
    place.take("1.1")
    for _ in range(5):
        place.watching.ready()
        place.ended(result, mark)
    assert place.releases.current == "1.1"


@needs_root
def test_one_that_a_technician_chooses_is_left_too_if_it_fails(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.ended("timeout")
    assert place.releases.current == "1.0"
    assert main(["use", "1.1"], place.releases) == 0
    place.ended("timeout")
    assert place.releases.current == "1.0"


@needs_root
def test_what_fills_the_folder_of_faults_keeps_none_from_going_back(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.run.mkdir()
    (place.run / "faults").write_text("torn")
    place.watching.ready()
    place.ended()
    assert "Faults can't be counted" in place.said[-1]
    place.ended("timeout")
    assert place.releases.current == "1.0"


@needs_root
def test_faults_of_the_one_before_are_not_the_new_ones(place: Place) -> None:
    place.take("1.0")
    place.watching.ready()
    place.take("1.1")
    place.ended("watchdog")
    for _ in range(2):
        place.watching.ready()
        place.ended()
    assert place.releases.current == "1.1"


@needs_root
def test_a_release_that_held_for_a_week_is_left_to_the_kiosks_own_care(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    place.watching.ready()
    place.now += LONG + 1
    for _ in range(4):
        place.ended()
    assert place.releases.current == "1.1"
    assert place.releases.record().watched is None


@needs_root
def test_a_computer_that_stops_three_times_before_it_is_ready_leads_back(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    for _ in range(3):
        place.watching.starting()
        assert place.releases.current == "1.1"
    place.watching.starting()
    assert place.releases.current == "1.0"
    assert place.turn == ("left", "1.1", STOPS)
    assert "because the computer stopped three times in a row" in place.said[-1]
    for _ in range(5):
        place.watching.starting()
    assert place.releases.current == "1.0", "it is not watched"


@needs_root
def test_power_cuts_send_no_release_back_that_was_ready_in_between(place: Place) -> None:
    place.take("1.0")
    place.take("1.1")
    for _ in range(10):
        place.watching.starting()
        place.watching.starting()
        place.watching.ready()
    for _ in range(10):
        place.watching.starting()
        place.ended("success", None)
    assert place.releases.current == "1.1"
    place.now += LONG + 1
    for _ in range(10):
        place.watching.starting()
    assert place.releases.current == "1.1", "it has held for a week"


def test_faults_count_within_ten_minutes() -> None:
    died = End("success", ready=True, mark=MARK)
    assert reason(died, [0, 10]) == ""
    assert reason(died, [0, 300, 600]) == FAULTS
    assert reason(died, [0, 300, 601]) == ""
    assert reason(died, [0, 300, 601, 700]) == FAULTS
    hung = End("timeout", ready=True, mark=MARK)
    assert reason(hung, [0]) == "", "one that was ready, and hung when it was to end"
    assert reason(End("watchdog", ready=True, mark=None), [1, 2, 3]) == FAULTS
    assert reason(End("protocol", ready=False, mark=None), [1, 2, 3]) == FAULTS
    for mark in (b"display\n", b"stopped\n"):
        early = End("protocol", ready=False, mark=MARK + mark)
        assert reason(early, [1, 2, 3]) == FAULTS, "it never was ready, and nobody has asked it"
    crashed = End("core-dump", ready=True, mark=MARK + b"display\n")
    assert reason(crashed, [1, 2, 3]) == FAULTS, "the compositor died of it"
    asked = End("success", ready=False, mark=MARK)
    assert reason(asked, [1, 2, 3]) == "", "it was asked to end before it was ready"
    assert not is_over(Watched("1.1"), 1e12), "one that never was ready is watched on"
    assert not is_over(Watched("1.1", 100.0), 0.0), "a clock that was set back ends nothing"
