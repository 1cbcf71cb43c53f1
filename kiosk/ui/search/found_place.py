"""Which row of a page a search has found, so that it can be marked there.

Owns that it is found again by its words: a page with doors shows the rows of one section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kiosk.rows.row import Row

NOWHERE = (-2, -1)
"""No row, as `ReadMark` counts them: -1 is a page's head."""

_WORD = re.compile(r"\w+")


def place_of(text: str, rows: Sequence[Row]) -> tuple[int, int]:
    """Return the row, and the one inside it or -1, that says most of a text's words.

    `NOWHERE` if none says most of them.
    """
    wanted = _words(text)
    best, most = NOWHERE, len(wanted) / 2
    for place, said in _said(rows):
        shared = len(wanted & _words(said))
        if shared > most:
            best, most = place, shared
    return best


def option_of(text: str, aspect: Row) -> int:
    """Return the option, from 0, whose answer to a question of a comparison a text is."""
    wanted = _words(text)
    shared = [len(wanted & _words(_answered(aspect, each))) for each in aspect.inner or ()]
    return shared.index(max(shared))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _said(rows: Sequence[Row]) -> Iterator[tuple[tuple[int, int], str]]:
    """Give what each row says; what stands within one comes first, so that it is found there."""
    for at, row in enumerate(rows):
        for number, inner in enumerate(row.inner or ()):
            if row.kind == "compare":
                yield from (((at, number), _answered(inner, each)) for each in inner.inner or ())
            else:
                yield (at, number), _all(inner)
        yield (at, -1), _all(row)


def _answered(aspect: Row, answer: Row) -> str:
    return f"{aspect.plain} {_all(answer)}"


def _all(row: Row) -> str:
    inside = (_all(each) for each in (*(row.inner or ()), *(row.badge or ())))
    return " ".join((*row.aloud, row.plain, row.label, *inside))
