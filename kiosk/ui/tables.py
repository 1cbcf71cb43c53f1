"""Tables as rows: how wide each column is, and when a table is too wide for its place."""

from __future__ import annotations

from math import sqrt

from kiosk.library.blocks import Table
from kiosk.ui.markup import plain, styled
from kiosk.ui.models import Row, RowModel


def table_row(table: Table) -> Row:
    """Return a table as one row: its lines inside, its header as the badge."""
    names = [styled(cell.spans) for cell in table.header]
    shares = _shares(table)
    rows = [
        Row(
            kind="table-row",
            inner=RowModel(
                [
                    Row(
                        kind="cell",
                        title=name,
                        share=share,
                        text=styled(cell.spans),
                        plain=plain(cell.spans),
                    )
                    for name, share, cell in zip(names, shares, row, strict=True)
                ]
            ),
        )
        for row in table.rows
    ]
    ems = max(
        0.62 * _longest_word(column) / share
        for column, share in zip(_columns(table), shares, strict=True)
    )
    header = RowModel(
        [
            Row(kind="cell", text=name, share=share)
            for name, share in zip(names, shares, strict=True)
        ]
    )
    return Row(kind="table", columns=len(names), ems=ems, inner=RowModel(rows), badge=header)


def _shares(table: Table) -> list[float]:
    """Return each column's part of the width: more words get more room, but by their root only."""
    weights = [
        max(sqrt(sum(len(words) for words in column) / len(column)), sqrt(_longest_word(column)))
        for column in _columns(table)
    ]
    return [weight / sum(weights) for weight in weights]


def _columns(table: Table) -> list[list[str]]:
    return [
        [plain(cell.spans) for cell in column]
        for column in zip(table.header, *table.rows, strict=True)
    ]


def _longest_word(column: list[str]) -> int:
    return max((len(word) for words in column for word in words.split()), default=1)
