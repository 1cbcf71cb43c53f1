"""What was measured, as Markdown: each figure as a ratio with its aim, and the machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

import msgspec

from tests.bench.frames import Frame

FRAME = 16.7
"""Milliseconds that a frame may take at 60 frames a second."""


class Ratio(msgspec.Struct, frozen=True):
    """One aim: runs of the kiosk against runs of something else, in the same order and unit."""

    title: str
    ours: Sequence[float]
    other: str
    theirs: Sequence[float]
    unit: str
    aim: float | None

    def row(self) -> list[str]:
        """Return the table's cells; medians, and in brackets the least and the most."""
        if not self.theirs:
            return [self.title, _spread(self.ours, self.unit), self.other, "–", "–", "not measured"]
        ratio = median(self.ours) / median(self.theirs)
        aim, verdict = "–", "–"
        if self.aim is not None:
            aim, verdict = f"≤ {self.aim}", "met" if ratio <= self.aim else "missed"
        theirs = f"{self.other}: {_spread(self.theirs, self.unit)}"
        return [self.title, _spread(self.ours, self.unit), theirs, f"{ratio:.2f}", aim, verdict]


def ratios(rows: Iterable[Ratio]) -> str:
    """Return the table of all ratios."""
    head = ["What", "Kiosk", "Against", "Ratio", "Aim", ""]
    return _table(head, [ratio.row() for ratio in rows])


def frames(found: dict[str, list[Frame]]) -> str:
    """Return the table of frames: three figures for each of the movements."""
    head = ["Movement", "Frames", "Figure", "p50", "p95", "p99", "Most", f"Under {FRAME} ms", "Aim"]
    rows = []
    for movement, taken in found.items():
        for place, figure in enumerate(("work", "draw", "interval")):
            times = sorted(frame[place] for frame in taken)
            share = sum(each < FRAME for each in times) / len(times)
            aim = "–"
            if figure == "work":
                aim = f"≥ 99 %: {'met' if share >= 0.99 else 'missed'}"
            cells = [f"{_part(times, part):.1f}" for part in (0.50, 0.95, 0.99, 1)]
            rows.append([movement, str(len(times)), figure, *cells, f"{share:.1%}", aim])
    return _table(head, rows)


def late(found: dict[str, list[Frame]]) -> str:
    """Return a sentence on frames that came a whole beat late."""
    taken = [frame[2] for each in found.values() for frame in each]
    missed = sum(interval >= 2 * FRAME for interval in taken)
    return f"{missed} of {len(taken)} intervals were two beats (33.4 ms) long or longer."


def machine(described: dict[str, str]) -> str:
    """Return the machine's table."""
    return _table(["Machine", ""], [[name, value] for name, value in described.items()])


def _part(times: Sequence[float], part: float) -> float:
    return times[min(len(times) - 1, int(len(times) * part))]


def _spread(values: Sequence[float], unit: str) -> str:
    digits = 2 if unit in ("s", "%") else 0
    low, middle, high = (f"{f(values):.{digits}f}" for f in (min, median, max))
    return f"{middle} {unit} ({low}–{high})"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
