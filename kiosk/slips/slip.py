"""A slip of the hand: which lines are wrong, why, and which line to write in their place.

Owns how a remedy names the new line, that no line is offered which does not help, and how a text is
read on behind a fault. Knows neither front matter nor pack.toml.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum
from typing import TypeVar

import msgspec

from kiosk.page.error import ContentError
from kiosk.page.source import SourceText

MOST_TRIED = 40
"""Slips that are tried for one fault: each costs a reading of the file."""

MOST_FAULTS = 20
"""Faults of one file that are mended to read on."""

MOST_READ = 200_000
"""Characters that are read while slips are tried."""

_Item = TypeVar("_Item")
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

    def put(self, old: Sequence[_Item], new: Sequence[_Item]) -> list[_Item]:
        """Give what stands line by line as it should be: `new` stands for the slip's own lines."""
        if self.above:
            start = old[: self.above - 1]
            between = old[self.above - 1 : self.first - 1]
            return [*start, old[self.first - 1], *between, *old[self.last :]]
        return [*old[: self.first - 1], *new, *old[self.last :]]

    def mended(self, old: Sequence[str]) -> list[str]:
        """Give the lines of the file as they should be."""
        return self.put(old, self.lines)

    def in_file(self, numbers: Sequence[int]) -> Slip:
        """Give it with the file's own lines: `numbers` has them for a text mended before."""
        if self.last < self.first:
            last = abs(numbers[self.last - 1]) if self.last else 0
            return msgspec.structs.replace(self, first=last + 1, last=last)
        first, last = (numbers[at - 1] for at in (self.first, self.last))
        above = self.above and abs(numbers[self.above - 1])
        return msgspec.structs.replace(self, first=first, last=max(first, abs(last)), above=above)

    def numbered(self, numbers: Sequence[int]) -> list[int]:
        """Give the file's lines that its own stand for; negative for those put in below one."""
        below = -abs(numbers[self.last - 1]) if self.last else 0
        first = [numbers[self.first - 1]] if self.last >= self.first else []
        return [*first, *[below] * len(self.lines)][: len(self.lines)]

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


Refused = Callable[[list[str]], Refusal | None]
"""Tells why lines are refused, None if they are not."""

Guesses = Callable[[list[str], Refusal], Iterable[Slip]]
"""Gives what may be wrong with lines that are refused."""


def read_on(
    source: SourceText,
    refused: Refused,
    slips: Guesses,
    size: int,
) -> tuple[list[ContentError], list[str], list[int]]:
    """Give every fault of a text: each is mended by the slip that explains it, to read on.

    The lines come back as they were mended, each with its line in the file: negative where it was
    put in below that one. They are refused still where nobody can tell how to mend them. `refused`
    reads `size` characters.
    """
    lines = source.text.split("\n")
    old, numbers = tuple(lines), list(range(1, len(lines) + 1))
    tries = iter(range(min(10 * MOST_TRIED, MOST_READ // (size + 1))))
    found: dict[int, Slip] = {}
    faults: list[ContentError] = []
    while len(found) + len(faults) < MOST_FAULTS and (refusal := refused(lines)):
        slip = _first_that_helps(lines, refusal, slips, refused, tries)
        if slip:
            _note(found, slip.in_file(numbers))
        else:
            faults += (_in_file(error, numbers) for error in refusal.error.each())
            slip = _left_out(lines, refusal, refused)
        if not slip:
            break
        numbers = slip.put(numbers, slip.numbered(numbers))
        lines = slip.mended(lines)
    for slip in found.values():
        faults.append(source.error(slip.problem, slip.remedy(old), line=slip.line))
    return faults, lines, numbers


def _note(found: dict[int, Slip], slip: Slip) -> None:
    """Keep a slip by its line; of two in one line the later one has both mended."""
    # Nobody is told to change a line that they have been told to write.
    if slip.first < 0:
        return
    before = found.get(slip.first) if slip.last >= slip.first else None
    if before and before.lines and before.problem != slip.problem:
        slip = msgspec.structs.replace(slip, problem=f"{before.problem}, and {slip.problem}")
    found[slip.first if slip.last >= slip.first else -len(found) - 1] = slip


def _in_file(error: ContentError, numbers: Sequence[int]) -> ContentError:
    def line(number: int) -> int:
        return abs(numbers[number - 1]) or 1 if 0 < number <= len(numbers) else number

    def said(words: str) -> str:
        return re.sub(r"(?<=in line )\d+", lambda found: str(line(int(found[0]))), words)

    return ContentError(error.file, line(error.line), said(error.problem), error.remedy)


def _left_out(lines: Sequence[str], refusal: Refusal, refused: Refused) -> Slip | None:
    """Give the slip that carries out "Take it out", where one can read on without the line."""
    error = refusal.error
    if error.also or not error.line or not error.remedy.startswith("Take"):
        return None
    slip = Slip(first=error.line, last=error.line, lines=(), problem=error.problem)
    return slip if _better(slip, error, refusal, refused(slip.mended(lines))) else None


def _first_that_helps(
    lines: list[str],
    refusal: Refusal,
    slips: Guesses,
    refused: Refused,
    tries: Iterator[int],
) -> Slip | None:
    """Give the first slip that takes away one of the errors that `refusal` is about.

    Two faults can stand behind one error. Where no slip helps by itself, it is the first one that
    rewrites a line and makes nothing worse.
    """
    unsure = None
    for error in () if refusal.told else refusal.error.each():
        one = msgspec.structs.replace(refusal, error=error)
        for slip, _ in zip(itertools.islice(slips(lines, one), MOST_TRIED), tries, strict=False):
            mended = slip.mended(lines)
            after = refused(mended) if mended != lines else refusal
            if _better(slip, error, refusal, after):
                return slip
            rewrites = slip.first == slip.last and len(slip.lines) == 1 and mended != lines
            if rewrites and after and not unsure and _no_worse(refusal, after):
                unsure = slip
    return unsure


def _no_worse(before: Refusal, after: Refusal) -> bool:
    written = before.stage is after.stage is Stage.WRITTEN
    return written and after.error.line >= before.error.line


def _better(slip: Slip, error: ContentError, before: Refusal, after: Refusal | None) -> bool:
    """Tell whether `error` is gone from what `before` told, and nothing worse has come."""
    if after is None:
        return True
    moved = len(slip.lines) - (slip.last - slip.first + 1)
    same = error.line + moved if error.line > slip.last else error.line
    left = after.error.each()
    if any(each.problem == error.problem and each.line in (error.line, same) for each in left):
        return False
    told = {each.problem for each in before.error.each()}
    still = any(each.line == slip.first and each.problem not in told for each in left)
    # With the marks around it right, what stands within is looked at for the first time.
    new = before.stage is Stage.MARKS < after.stage
    return after.stage >= before.stage and (moved != 0 or new or after.missing or not still)


def _margin(new: str, old: str) -> str:
    count = len(new) - len(new.lstrip())
    if count:
        return f", with {spaces(count)} before it"
    return ", with no space before it" if old[:1].isspace() else ""
