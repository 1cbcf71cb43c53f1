"""Tables as rows: how wide each column is, and when a table is too wide for its place."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from kiosk.page.blocks import Table
from kiosk.page.phrases import Phrases, sentence
from kiosk.page.terms import plain, said
from kiosk.rows.rich_text import styled
from kiosk.rows.row import Row

SENTENCES = 40
"""Letters in a cell, on average, from where a column holds sentences, not names and numbers."""

ROOM = 13
"""The least width of a column of sentences, in letter sizes: some twenty letters a line."""


def table_row(table: Table, say: Phrases) -> Row:
    """Return a table as one row: its lines inside, its header as the badge."""
    names = [styled(cell.spans, say.number) for cell in table.header]
    labels = [said(cell.spans, say) for cell in table.header]
    lines = [[plain(cell.spans) for cell in row] for row in (table.header, *table.rows)]
    widths = _widths([*zip(*lines, strict=True)])
    rows = []
    for row in table.rows:
        words = [said(cell.spans, say) for cell in row]
        cells = [
            Row(
                kind="cell",
                title=name,
                label=label,
                ems=least,
                share=share,
                text=styled(cell.spans, say.number),
                plain=word,
                said=(),
            )
            for name, label, (least, share), cell, word in zip(
                names, labels, widths, row, words, strict=True
            )
        ]
        rows.append(Row(kind="table-row", inner=tuple(cells), said=_as_sentences(labels, words)))
    header = tuple(
        Row(kind="cell", text=name, plain=label, ems=least, share=share)
        for name, label, (least, share) in zip(names, labels, widths, strict=True)
    )
    size = say.table(len(rows), len(names))
    return Row(
        kind="table",
        word=size,
        columns=len(names),
        ems=sum(least for least, _ in widths),
        inner=tuple(rows),
        badge=header,
        said=(sentence(size, "; ".join(filter(None, labels))),),
    )


def _as_sentences(labels: list[str], words: list[str]) -> tuple[str, ...]:
    """Return a table's row as it is said: the first cell, then each column's name with its cell."""
    first, *others = words or [""]
    named = zip(labels[1:], others, strict=False)
    return first, *(f"{label}: {word}" if label and word else word for label, word in named)


def _widths(columns: Sequence[Sequence[str]]) -> list[tuple[float, float]]:
    """Return each column's least width in letter sizes, and its part of what a table has besides.

    No column breaks its longest word; what is left goes to the columns with more words.
    """
    words = [0.62 * _longest_word(column) for column in columns]
    lengths = [sum(map(len, column)) for column in columns]
    weights = [sqrt(length / len(columns[0])) + 1 for length in lengths]
    spare = max(0, 7.2 * len(columns) - sum(words)) / sum(weights)
    return [
        (
            max(word + spare * weight, ROOM if _holds_sentences(column) else 0),
            length / (sum(lengths) or 1),
        )
        for column, word, weight, length in zip(columns, words, weights, lengths, strict=True)
    ]


def _holds_sentences(column: Sequence[str]) -> bool:
    _, *cells = column
    return sum(map(len, cells)) > SENTENCES * len(cells)


def _longest_word(column: Sequence[str]) -> int:
    return max((len(word) for words in column for word in words.split()), default=1)
