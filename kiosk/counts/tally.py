"""What is counted since it was last written: in how many visits each thing was seen on a day.

Owns the names of things, and that a visit counts once for each: a count of five is five visits.
Knows no clock, and forgets a visit's things with the visit. Pure.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

VISIT = "visit"
"""A visit that has begun; its language is the one it began in."""

LANGUAGE = "language"
"""A visit in which a language was on the screen."""

LISTENED = "listened"
"""A visit in which a page was read aloud."""

VAIN = "vain-search"
"""A visit in which a search was left with nothing found."""

PAGE, SECTION, QUESTION, TEXT_SIZE, SCHEME = "page", "section", "question", "text-size", "scheme"
"""Kinds of things that have a name, a space between: `page risks`, `section risks#bleeding`,
`text-size 150`. Of sizes and colours those count that somebody has chosen."""


class Counted(NamedTuple):
    """What one count is of. All that is kept beside the number: no time, no order, no visit."""

    day: date
    thing: str
    language: str


class Tally:
    """Counts of visits. What one visit has seen is known until it is over."""

    def __init__(self) -> None:
        self._new: Counter[Counted] = Counter()
        self._seen: set[tuple[str, str]] = set()

    def see(self, day: date, thing: str, language: str) -> None:
        """Count a thing, unless this visit has seen it in this language."""
        if (thing, language) not in self._seen:
            self._seen.add((thing, language))
            self._new[Counted(day, thing, language)] += 1

    def over(self) -> None:
        """Forget what this visit has seen."""
        self._seen.clear()

    def take(self) -> Counter[Counted]:
        """Give what was counted since it was last asked, and begin at nothing."""
        taken, self._new = self._new, Counter()
        return taken
