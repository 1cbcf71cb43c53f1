"""Dates as people write them, 22.11.2026 or November 22nd, as the year, month and day to write.

Owns the ways to write one and what is wrong with each. Knows no clock: it never fills in a year.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

# Not calendar's own names: those follow the language of the computer.
_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTHS = {
    **{name[:3].casefold(): number for number, name in enumerate(_NAMES, 1)},
    **{"mär": 3, "mrz": 3, "fév": 2, "fev": 2, "avr": 4, "abr": 4, "mai": 5, "aoû": 8, "ago": 8},
    **{"ene": 1, "gen": 1, "mag": 5, "giu": 6, "lug": 7, "set": 9, "okt": 10, "ott": 10, "out": 10},
    **{"dez": 12, "dic": 12, "déc": 12},
}
"""The first three letters of months in English and its neighbours, where they tell the month."""

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
EXAMPLE = "2026-11-22"
YOURS = "then put in the date that you mean"


class WrittenDate(NamedTuple):
    """What is wrong with a date, the date to write, and what to look at when it is written."""

    problem: str
    written: str
    hint: str = ""


def read(value: str) -> WrittenDate:
    """Read what was meant by a date that the kiosk can't use."""
    shown = " ".join(value.split())[:40]
    numbers = [int(n) for n in _NUMBER.findall(value) if len(n) <= 8]
    named = next((_MONTHS[w[:3]] for w in _WORD.findall(value.casefold()) if w[:3] in _MONTHS), 0)
    if len(numbers) == 1 and 10**7 <= numbers[0] < 10**8:
        numbers = [numbers[0] // 10_000, numbers[0] // 100 % 100, numbers[0] % 100]
    parts = _named(numbers, named) if named else _numbered(numbers[:3])
    if not parts:
        problem = f"'{shown}' is not a date" if shown else "a date is missing"
        return WrittenDate(problem, EXAMPLE, YOURS)
    year, month, day, hint = parts
    return _checked(shown, year, month, day, hint)


def _named(numbers: list[int], month: int) -> tuple[int, int, int, str] | None:
    year = next((n for n in numbers if n > 31), 0)
    rest = [n for n in numbers if n != year]
    if not year and len(rest) > 1:
        year = rest.pop(1) + 2000
    if not year:
        return None
    return (year, month, rest[0], "") if rest else (year, month, 1, YOURS)


def _numbered(numbers: list[int]) -> tuple[int, int, int, str] | None:
    if len(numbers) == 2 and max(numbers) > 31:
        month = min(numbers)
        return max(numbers), month, 1, YOURS
    if len(numbers) < 3:
        return None
    first, second, third = numbers
    if first > 31:
        # Year first: the day can stand before the month only where the month can't be one.
        return (first, third, second, "") if second > 12 >= third else (first, second, third, "")
    year = third if third > 99 else third + 2000
    if second > 12 >= first:
        return year, first, second, ""
    unsure = first <= 12 and second <= 12 and first != second
    hint = f"look whether {first} is the day and {second} the month" if unsure else ""
    return year, second, first, hint


def _checked(shown: str, year: int, month: int, day: int, hint: str) -> WrittenDate:
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= 99):
        return WrittenDate(f"there is no date '{shown}'", EXAMPLE, YOURS)
    last = calendar.monthrange(year, month)[1]
    if day > last:
        name = _NAMES[month - 1]
        problem = f"there is no day {day} in {name} {year}, which has {last}"
        return WrittenDate(problem, date(year, month, last).isoformat(), YOURS)
    written = date(year, month, day).isoformat()
    problem = f"the date '{shown}' is not written as year, month and day"
    return WrittenDate(problem, written, hint)
