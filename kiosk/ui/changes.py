"""What is new between two lists of rows, and where a reader finds their place again.

Pure. Knows nothing of what a row is: only whether two of them are equal.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import msgspec


class Change(msgspec.Struct, frozen=True):
    """Rows `old[0]` up to `old[1]` give way to the new rows `new[0]` up to `new[1]`."""

    old: tuple[int, int]
    new: tuple[int, int]


def changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Change]:
    """Return what must change to make the one the other, in order; empty if they are equal."""
    # Imported here: a start compares nothing.
    from difflib import SequenceMatcher  # noqa: PLC0415

    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Change((a, b), (c, d)) for kind, a, b, c, d in steps if kind != "equal"]


def follow(index: int, made: Sequence[Change]) -> int:
    """Return where the old row `index` stands now, or what stands in its place."""
    moved = 0
    for change in made:
        at, end = change.old
        if index < at:
            break
        if index < end:
            start, stop = change.new
            # Taken away without anything instead: what followed it has moved up to here.
            return max(start, min(start + index - at, stop - 1))
        moved = change.new[1] - end
    return index + moved
