"""When the clinic is open."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.visit.opening_hours import DAYS, Hours, parse_hours

MONDAY = datetime(2026, 11, 23)

MOMENTS = some.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1))


def at(day: str, time: str) -> datetime:
    hour, minute = time.split(":")
    return MONDAY + timedelta(days=DAYS.index(day), hours=int(hour), minutes=int(minute))


@given(MOMENTS)
def test_without_hours_it_is_always_open(moment: datetime) -> None:
    assert Hours().is_open(moment)
    assert parse_hours([]).is_open(moment)


@pytest.mark.parametrize(
    ("day", "time", "is_open"),
    [
        ("Mo", "07:59", False),
        ("Mo", "08:00", True),
        ("Mo", "12:29", True),
        ("Mo", "12:30", False),
        ("Fr", "14:00", True),
        ("Fr", "18:00", False),
        ("Sa", "10:00", False),
        ("Su", "10:00", False),
    ],
)
def test_a_span_begins_with_its_first_minute_and_ends_before_its_last(
    day: str, time: str, is_open: bool
) -> None:
    hours = parse_hours(["Mo-Fr 08:00-12:30, 14:00-18:00"])
    assert hours.is_open(at(day, time)) is is_open


@pytest.mark.parametrize(
    ("day", "time", "is_open"),
    [("Su", "21:59", False), ("Su", "22:00", True), ("Mo", "05:59", True), ("Mo", "06:00", False)],
)
def test_a_night_goes_on_into_the_next_day_and_the_next_week(
    day: str, time: str, is_open: bool
) -> None:
    assert parse_hours(["Su 22:00-06:00"]).is_open(at(day, time)) is is_open


def test_days_may_go_round_the_end_of_the_week() -> None:
    hours = parse_hours(["Sa-Mo 10:00-11:00"])
    assert [day for day in DAYS if hours.is_open(at(day, "10:30"))] == ["Mo", "Sa", "Su"]


def test_the_same_time_twice_is_the_whole_day() -> None:
    hours = parse_hours(["We 00:00-24:00", "Th 00:00-00:00"])
    assert hours.is_open(at("We", "23:59"))
    assert hours.is_open(at("Th", "12:00"))
    assert not hours.is_open(at("Fr", "00:00"))


@pytest.mark.parametrize(
    "line",
    ["", "Mo", "08:00-18:00", "Mon 08:00-18:00", "Mo 8-18", "Mo 25:00-26:00", "Mo 08:60-09:00"],
)
def test_what_is_no_line_of_hours_is_refused_in_one_sentence(line: str) -> None:
    with pytest.raises(ValueError, match=r"^hours: "):
        parse_hours([line])


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("Monday 9 to 5", "Mo 09:00-17:00"),
        ("Mon–Fri 9am - 12.30pm, 2pm-6pm", "Mo-Fr 09:00-12:30, 14:00-18:00"),
        ("mo-fr 8:00-18:00", "Mo-Fr 08:00-18:00"),
        ("Sat 22:00 until 02:00", "Sa 22:00-02:00"),
    ],
)
def test_a_line_in_other_words_is_answered_with_the_one_to_write(line: str, instead: str) -> None:
    with pytest.raises(ValueError, match=r"^hours: write ") as caught:
        parse_hours([line])
    assert f"write '{instead}' instead of {line!r}" in str(caught.value)
    assert parse_hours([instead]).spans


@pytest.mark.parametrize("line", ["Monday closed", "Su off", "closed on Sunday"])
def test_a_closed_day_needs_no_line(line: str) -> None:
    with pytest.raises(ValueError, match="take the line out, a day that no line names is closed"):
        parse_hours([line])


@pytest.mark.parametrize("line", ["Mo, We 08:00-12:00", "24/7", "Mo 9", "Mo 99-5", "", "হরফ"])
def test_what_cannot_be_guessed_is_answered_with_an_example(line: str) -> None:
    with pytest.raises(
        ValueError, match="is not like 'Mo-Fr 08:00-18:00'; write a line of its own"
    ):
        parse_hours([line])


@given(some.text())
def test_whatever_is_written_is_read_or_refused(line: str) -> None:
    with suppress(ValueError):
        assert parse_hours([line]).spans
