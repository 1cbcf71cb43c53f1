"""A slip of the hand: which lines are wrong, why, and which line to write in their place.

Owns how a remedy names the new line, and that no line is offered which does not help. Knows neither
front matter nor pack.toml.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum

import msgspec

from kiosk.page.error import ContentError

MOST_TRIED = 40
"""Slips that are tried in one file: each costs a reading of it."""

MOST_READ = 200_000
"""Characters that are read while slips are tried."""

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


class Stage(IntEnum):
    """How far a reading came before a text was refused."""

    MARKS = 0
    """To the lines that stand around the text."""

    WRITTEN = 1
    """To how the lines are written."""

    TYPED = 2
    """To the names and what kind of value each has."""

    CHECKED = 3
    """To what the values say."""


class Refusal(msgspec.Struct, frozen=True):
    """Why a text is refused. `missing`: because of a line that is not there.

    `told`: its error says already what to do, and no slip is looked for.
    """

    stage: Stage
    error: ContentError
    missing: bool = False
    told: bool = False


class Slip(msgspec.Struct, frozen=True, kw_only=True):
    """Lines `first` to `last`, from 1, should be `lines`.

    Where `last` is before `first`, those are put between the two; without `lines` the old ones go.
    `hint` ends the remedy, such as what to fill in. With `above`, the line moves above that one.
    """

    first: int
    last: int
    lines: tuple[str, ...]
    problem: str
    hint: str = ""
    above: int = 0

    @property
    def line(self) -> int:
        """The line to look at, from 1."""
        return max(min(self.first, self.last), 1)

    def mended(self, old: Sequence[str]) -> list[str]:
        """Give the lines of the file as they should be."""
        if self.above:
            start = old[: self.above - 1]
            between = old[self.above - 1 : self.first - 1]
            return [*start, old[self.first - 1], *between, *old[self.last :]]
        return [*old[: self.first - 1], *self.lines, *old[self.last :]]

    def remedy(self, old: Sequence[str]) -> str:
        """Say what to do. The new line stands there letter by letter."""
        end = f"; {self.hint}" if self.hint else ""
        if self.above:
            return f"Move this line up, above line {self.above}{end}"
        if not self.lines:
            what = f"lines {self.first} to {self.last}" if self.last > self.first else "this line"
            return f"Take {what} out{end}"
        new = self.lines[0]
        if self.last < self.first:
            side = "below" if self.last else "above"
            margin = _margin(new, "")
            return f"Write {new.strip()} on a line of its own {side} this one{margin}{end}"
        where = "its place" if self.last == self.first else f"place of lines {self.first} to "
        where += "" if self.last == self.first else str(self.last)
        words = ", and on the next line ".join(line.strip() for line in self.lines)
        return f"Write {words} in {where}{_margin(new, old[self.first - 1])}{end}"


def replaced(at: int, new: str, problem: str, hint: str = "") -> Slip:
    """Make the slip of one line: `new` belongs in the place of the one with index `at`."""
    return Slip(first=at + 1, last=at + 1, lines=(new,), problem=problem, hint=hint)


def spaces(count: int) -> str:
    """Say how many spaces: "no space", "one space", "two spaces"."""
    number = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{number} space{'s' if count > 1 else ''}"


def first_that_helps(
    lines: Sequence[str],
    refusal: Refusal,
    slips: Iterable[Slip],
    refused: Callable[[list[str]], Refusal | None],
    size: int,
) -> Slip | None:
    """Give the first of `slips` that takes away what `refusal` is about.

    `refused` tells why lines are refused, None if they are not; it reads `size` characters.
    """
    if refusal.told:
        return None
    most = min(MOST_TRIED, MOST_READ // (size + 1))
    for slip in itertools.islice(slips, most):
        mended = slip.mended(lines)
        if mended != list(lines) and _better(slip, refusal, refused(mended)):
            return slip
    return None


def _better(slip: Slip, before: Refusal, after: Refusal | None) -> bool:
    if after is None:
        return True
    moved = len(slip.lines) - (slip.last - slip.first + 1)
    line = before.error.line
    same = line + moved if line > slip.last else line
    if after.error.problem == before.error.problem and after.error.line in (line, same):
        return False
    still = not moved and after.error.line == slip.first and not after.missing
    return after.stage >= before.stage and not still


def _margin(new: str, old: str) -> str:
    count = len(new) - len(new.lstrip())
    if count:
        return f", with {spaces(count)} before it"
    return ", with no space before it" if old[:1].isspace() else ""
