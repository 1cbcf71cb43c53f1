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


def counterpart(index: int, old: Sequence[str], new: Sequence[str]) -> int:
    """Return which new row stands for the old row `index` in another language of the same page.

    `old` and `new` give the anchor of each row, empty where a row has none. Anchors are the same
    in every language; between two that both have, rows are counted, in proportion where one
    language takes more of them.
    """
    known = set(new) - {""}
    here = next((i for i in range(index, -1, -1) if old[i] in known), None)
    there = next((i for i in range(index + 1, len(old)) if old[i] in known), None)
    start, begin = (0, 0) if here is None else (here, new.index(old[here]))
    had = (len(old) if there is None else there) - start
    has = max(1, (len(new) if there is None else new.index(old[there])) - begin)
    return begin + (index - start) * has // had


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
