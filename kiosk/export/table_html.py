"""Tables and comparisons as HTML tables that a narrow screen reads cell by cell.

Owns that every cell can name its column, where there is no room for columns.
"""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from kiosk.export.chart_html import dots
from kiosk.export.inline_html import inline, words_alone
from kiosk.export.place import Place
from kiosk.page.blocks import Answer, Compare, Spans, Table

ROOM = ((6, "widest"), (4, "wide"), (0, "slim"))
"""How much room tables need from so many columns on, by the names that the stylesheet has."""


def table(block: Table, at: Place) -> h.Node:
    """Return a table; the first cell of a row names it."""
    names = [cell.spans for cell in block.header]
    rows = [[inline(cell.spans, at) for cell in row] for row in block.rows]
    return _table(names, rows, at)


def comparison(block: Compare, at: Place) -> h.Node:
    """Return all options beside each other, below the questions that they are asked."""
    rows = [
        [inline(each.question, at), *(_answer(answer, at) for answer in each.answers)]
        for each in block.aspects
    ]
    return _table([block.asking, *block.options], rows, at, block.title)


def _table(
    names: Sequence[Spans], rows: Sequence[Sequence[h.Node]], at: Place, title: str = ""
) -> h.Node:
    room = next(name for fewest, name in ROOM if len(names) >= fewest)
    heads = [h.th(scope="col")[inline(name, at)] for name in names]
    return h.div(class_=["table", room])[
        h.table[
            h.caption[title] if title else None,
            h.thead[h.tr[heads]],
            h.tbody[[_row(names, row, at) for row in rows]],
        ]
    ]


def _row(names: Sequence[Spans], row: Sequence[h.Node], at: Place) -> h.Node:
    first, *others = row
    cells = [
        h.td[h.span(".column")[words_alone(name, at)], h.div[cell]]
        for name, cell in zip(names[1:], others, strict=True)
    ]
    return h.tr[h.th(scope="row")[first], cells]


def _answer(answer: Answer, at: Place) -> h.Node:
    if not answer.spans and not answer.groups:
        return h.span(".quiet")[at.say.not_known()]
    groups = [
        h.div(".part")[
            dots(each.count, across=20),
            h.strong[at.say.people(each.count)],
            " ",
            inline(each.label, at),
        ]
        for each in answer.groups
    ]
    return h.fragment[inline(answer.spans, at), groups]
