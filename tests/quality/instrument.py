"""What a score sheet is: items, a point or none for each pane, and the reason.

Owns how points become a score. Knows no instrument.
"""

from __future__ import annotations

from typing import NamedTuple

PANES = ("overview", "procedure", "types", "risks", "faq")

ARGUABLE = "?"
NOT_APPLICABLE = "–"


class Item(NamedTuple):
    """One item: its number, what it asks in our words, a mark for each of PANES, and why.

    A mark is "1", "0", "?" (a point that a stricter rater could refuse) or "–" (doesn't apply).
    """

    number: int
    asks: str
    marks: str
    why: str


class Score(NamedTuple):
    """Points for one pane: `least` if a stricter rater refused all that can be argued about."""

    points: int
    least: int
    possible: int

    @property
    def percent(self) -> int:
        """Points of the possible ones in a hundred, rounded down: nothing is won by rounding."""
        return 100 * self.points // self.possible

    @property
    def least_percent(self) -> int:
        """The same for a stricter rater."""
        return 100 * self.least // self.possible


def score(items: tuple[Item, ...], pane: str) -> Score:
    """Add up one pane's points."""
    return _added([item.marks[PANES.index(pane)] for item in items])


def together(items: tuple[Item, ...]) -> Score:
    """Add up the points of all panes."""
    return _added([mark for item in items for mark in item.marks])


def _added(marks: list[str]) -> Score:
    counted = [mark for mark in marks if mark != NOT_APPLICABLE]
    sure = counted.count("1")
    return Score(sure + counted.count(ARGUABLE), sure, len(counted))
