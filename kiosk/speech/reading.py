"""Where a reading aloud stands: pure, from one state to the next.

Owns which utterance comes next, and where the reader stands when the text changes under them.
Knows neither Qt nor the engine nor time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from kiosk.speech.utterances import Utterance


class State(StrEnum):
    """What a reading does. Over: it has come to the end, was stopped, or never began."""

    OVER = "over"
    PLAYING = "playing"
    PAUSED = "paused"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A page being read: `at` is the index of the utterance that is said, or said next."""

    utterances: tuple[Utterance, ...] = ()
    at: int = 0
    state: State = State.OVER

    @property
    def now(self) -> Utterance | None:
        """What is said, or said next; None when there is nothing."""
        return self.utterances[self.at] if self.state is not State.OVER else None

    def from_row(self, row: int) -> Reading:
        """Return the reading from the first utterance of this row or, if it says none, below."""
        at = self._first(row)
        if at is None:
            return self.over()
        return msgspec.structs.replace(self, at=at, state=State.PLAYING)

    def spoken(self) -> Reading:
        """Return the reading after the utterance has been said to its end."""
        if self.state is State.OVER:
            return self
        if self.at + 1 >= len(self.utterances):
            return self.over()
        return msgspec.structs.replace(self, at=self.at + 1)

    def toggled(self) -> Reading:
        """Return the reading paused, or going on with the utterance that was broken off."""
        if self.state is State.OVER:
            return self
        other = State.PAUSED if self.state is State.PLAYING else State.PLAYING
        return msgspec.structs.replace(self, state=other)

    def over(self) -> Reading:
        """Return the reading stopped."""
        return msgspec.structs.replace(self, at=0, state=State.OVER)

    def back(self) -> Reading:
        """Return the reading at the beginning of its block; at that beginning, a block before."""
        if self.state is State.OVER:
            return self
        starts = [start for start in self._starts() if start < self.at]
        return msgspec.structs.replace(self, at=starts[-1] if starts else 0)

    def forward(self) -> Reading:
        """Return the reading a block further; in the last block it stays."""
        if self.state is State.OVER:
            return self
        after = next((start for start in self._starts() if start > self.at), self.at)
        return msgspec.structs.replace(self, at=after)

    def within(self, utterances: Sequence[Utterance]) -> Reading:
        """Return the reading at the same place of another text: new, opened, or translated.

        That is the same sentence if it is still there, else the same block of the same section,
        else the same row.
        """
        now = self.now
        moved = msgspec.structs.replace(self, utterances=tuple(utterances))
        if now is None or not moved.utterances:
            return moved.over()
        same = [at for at, each in enumerate(utterances) if _says(each, now)]
        if same:
            return msgspec.structs.replace(moved, at=min(same, key=lambda at: abs(at - self.at)))
        at = self._counterpart(now, moved)
        return moved.over() if at is None else msgspec.structs.replace(moved, at=at)

    def _counterpart(self, now: Utterance, other: Reading) -> int | None:
        """Give the beginning of the block in another reading that stands where `now` stood."""
        here = [at for at in self._starts() if self._section(at) == now.section]
        there = [at for at in other._starts() if other._section(at) == now.section]
        if now.section and there:
            nth = sum(at <= self.at for at in here) - 1
            return there[max(0, min(nth, len(there) - 1))]
        return other._first(now.row)

    def _first(self, row: int) -> int | None:
        return next((at for at, each in enumerate(self.utterances) if each.row >= row), None)

    def _section(self, at: int) -> str:
        return self.utterances[at].section

    def _starts(self) -> Iterator[int]:
        before = None
        for at, each in enumerate(self.utterances):
            if each.place != before:
                yield at
            before = each.place


def _says(one: Utterance, other: Utterance) -> bool:
    return one.text == other.text and one.language == other.language
