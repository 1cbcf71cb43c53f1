"""What every kind of input has: dice make one, and what must be true of it is held."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Protocol

from kiosk.page.error import ContentError


class Kind(Protocol):
    """Makes inputs of one kind and holds what must be true of each."""

    def play(self, dice: Random) -> None:
        """Make one input and try it. Raises whatever is wrong."""

    def told(self) -> str:
        """Say what the input of the last play was, so that a person can make it by hand."""


def hold_told(errors: Iterable[ContentError], lines: int = 1 << 30) -> None:
    """Hold that each error is a sentence for people, with what to do, and of no line below all."""
    for error in errors:
        for each in error.each():
            assert each.problem, "an error says what is wrong"
            assert each.remedy, f"an error says what to do: {each}"
            assert 0 <= each.line <= lines, f"there is no such line: {each}"
            assert str(each).isprintable(), f"an error is one line: {each!r}"
