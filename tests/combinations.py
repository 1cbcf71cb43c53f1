"""How much is played on each change: of settings that meet every pair of values, and not their
whole product; of rounds with dice enough of them. `--every-combination` plays all.

docs/decisions/0034-which-combinations-are-walked.md
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import product
from typing import Any

from allpairspy import AllPairs

EVERY = "KIOSK_EVERY_COMBINATION"
"""The environment variable that the option sets: what is played is chosen as a file is read."""


def combined(*settings: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Combine one value of each setting: two values of different settings meet at least once.

    The same combinations in each run. Of two settings that is their whole product.
    """
    values = [list(each) for each in settings]
    if is_every():
        return list(product(*values))
    return [tuple(each) for each in AllPairs(values)]


def dealt(*settings: Iterable[Any]) -> list[tuple[Any, ...]]:
    """Combine as few as let each value of each setting occur, as cards are dealt in turn.

    For settings of which one alone can go wrong, whatever the others are.
    """
    values = [list(each) for each in settings]
    if is_every():
        return list(product(*values))
    longest = max(map(len, values))
    return [tuple(each[turn % len(each)] for each in values) for turn in range(longest)]


def rounds(few: int, every: int) -> int:
    """Tell how many rounds are played: `few` on each change, `every` where all is asked for."""
    return every if is_every() else few


def is_every() -> bool:
    return bool(os.environ.get(EVERY))
