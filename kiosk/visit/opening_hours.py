"""Opening hours: when the clinic is open, in words of one line each. Knows neither clock nor Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import msgspec

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""Days of the week as OpenStreetMap's opening_hours writes them."""

DAY = 24 * 60
"""Minutes in a day."""

_LINE = re.compile(
    r"(?P<first>[A-Z][a-z])(?:-(?P<last>[A-Z][a-z]))?"
    r" (?P<spans>\d\d:\d\d-\d\d:\d\d(?:, ?\d\d:\d\d-\d\d:\d\d)*)"
)


class Hours(msgspec.Struct, frozen=True):
    """The spans in which the clinic is open, in minutes since Monday 00:00; none: always open."""

    spans: tuple[tuple[int, int], ...] = ()

    def is_open(self, moment: datetime) -> bool:
        """Tell whether the clinic is open at this local time."""
        minute = moment.weekday() * DAY + moment.hour * 60 + moment.minute
        week = 7 * DAY
        return not self.spans or any(
            start <= at < end for start, end in self.spans for at in (minute, minute + week)
        )


def parse_hours(lines: Sequence[str]) -> Hours:
    """Read lines like `Mo-Fr 08:00-12:30, 14:00-18:00`; an evening may end on the next day.

    Raises ValueError with one sentence.
    """
    return Hours(tuple(span for line in lines for span in _spans(line)))


def _spans(line: str) -> list[tuple[int, int]]:
    found = _LINE.fullmatch(line.strip())
    if not found or not {found["first"], found["last"] or found["first"]} <= set(DAYS):
        raise ValueError(f"hours: {line!r} is not like 'Mo-Fr 08:00-18:00'")
    first, last = DAYS.index(found["first"]), DAYS.index(found["last"] or found["first"])
    days = [(first + i) % 7 for i in range((last - first) % 7 + 1)]
    spans = []
    for span in found["spans"].split(","):
        start, end = (_minute(time, line) for time in span.strip().split("-"))
        length = (end - start) % DAY or DAY
        spans += [(day * DAY + start, day * DAY + start + length) for day in days]
    return spans


def _minute(time: str, line: str) -> int:
    hour, minute = int(time[:2]), int(time[3:])
    if minute > 59 or hour * 60 + minute > DAY:
        raise ValueError(f"hours: {time} in {line!r} is no time of day")
    return hour * 60 + minute
