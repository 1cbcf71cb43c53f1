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

# Patterns are compiled by who first needs them: a start does not.
_LINE = (
    r"(?P<first>[A-Z][a-z])(?:-(?P<last>[A-Z][a-z]))?"
    r" (?P<spans>\d\d:\d\d-\d\d:\d\d(?:, ?\d\d:\d\d-\d\d:\d\d)*)"
)

_DAY_MEANT = r"(?i)\b(mo|tu|we|th|fr|sa|su)(?=[a-z]*\b)[a-z]*"
_TIME_MEANT = r"(?i)\b(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?m\b)?"
_CLOSED = r"(?i)\b(?:closed|shut|off|none|no)\b"


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
    found = re.fullmatch(_LINE, line.strip())
    if not found or not {found["first"], found["last"] or found["first"]} <= set(DAYS):
        raise ValueError(f"hours: {_advice(line)}")
    first, last = DAYS.index(found["first"]), DAYS.index(found["last"] or found["first"])
    days = [(first + i) % 7 for i in range((last - first) % 7 + 1)]
    spans = []
    for span in found["spans"].split(","):
        start, end = (_minute(time, line) for time in span.strip().split("-"))
        length = (end - start) % DAY or DAY
        spans += [(day * DAY + start, day * DAY + start + length) for day in days]
    return spans


def _advice(line: str) -> str:
    """Say what is wrong with a line, and which one to write."""
    days = [found.title() for found in re.findall(_DAY_MEANT, line)]
    minutes = [_meant(*found) for found in re.findall(_TIME_MEANT, line)]
    if re.search(_CLOSED, line) and not minutes:
        return (
            f"{line!r} names no time at which it is open; take the line out, "
            "a day that no line names is closed"
        )
    pairs = list(zip(minutes[::2], minutes[1::2], strict=False))
    whole = len(minutes) % 2 == 0 and all(each is not None for each in minutes)
    listed = re.search(r"[,;&/]|\b(?:and|or)\b", line[: len(line) // 2]) is not None
    if not pairs or not whole or not 1 <= len(days) <= 2 or (listed and len(days) > 1):
        return f"{line!r} is not like 'Mo-Fr 08:00-18:00'; write a line of its own for other days"
    spans = ", ".join(_span(start or 0, end or 0) for start, end in pairs)
    return f"write '{'-'.join(days)} {spans}' instead of {line!r}, if that is meant"


def _meant(hour: str, minute: str, half: str) -> int | None:
    """Give the minute of the day that somebody has written; None where there is no such one."""
    hours = int(hour) % 12 if half and int(hour) <= 12 else int(hour)
    minutes = (hours + 12 * (half.lower() == "p")) * 60 + int(minute or 0)
    return minutes if int(minute or 0) < 60 and minutes <= DAY else None


def _span(start: int, end: int) -> str:
    """Write a span out; nobody opens at 9 to close at 5 in the morning."""
    end += DAY // 2 if end <= start and end <= DAY // 2 and start < DAY // 2 else 0
    return "-".join(f"{each // 60:02}:{each % 60:02}" for each in (start, end))


def _minute(time: str, line: str) -> int:
    hour, minute = int(time[:2]), int(time[3:])
    if minute > 59 or hour * 60 + minute > DAY:
        raise ValueError(f"hours: {time} in {line!r} is no time of day")
    return hour * 60 + minute
