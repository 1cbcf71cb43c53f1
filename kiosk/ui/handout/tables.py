"""Tables on paper: columns as wide as their words ask for, rows that are never cut.

Owns how the width is shared out. The head is drawn again where a table goes over to a new sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.page.blocks import Cell, Table
from kiosk.ui.handout import paper
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.paper import COLOURS, Style, pt
from kiosk.ui.handout.pieces import Piece, Pieces, height_of, stacked, together

_PADDING = pt(5)
_BETWEEN = pt(12)
_WIDE = 4
"""From so many columns on the words are a little smaller, so that a line holds some of them."""


_SMALL = 0.3 * paper.ROOM
"""A table that is no higher is not cut at all."""


@dataclass(frozen=True)
class _Columns:
    starts: tuple[float, ...]
    widths: tuple[float, ...]
    width: float


def table(block: Table, hand: Hand) -> Pieces:
    """Return a table: its head, and a piece for each row."""
    style = paper.NARROW if len(block.header) >= _WIDE else hand.style
    strong = Style(style.size, style.leading, bold=True)
    columns = _columns(block, style, strong, hand)
    head = _row(block.header, (strong,) * len(block.header), columns, hand, head=True)
    styles = (strong, *(style,) * (len(block.header) - 1))
    rows = [_row(row, styles, columns, hand) for row in block.rows]
    rows = [replace(row, again=head) for row in rows]
    if head.height + height_of(rows) < _SMALL:
        rows = together(rows)
    else:  # the last row doesn't stand alone
        rows = [*rows[:-2], *together(rows[-2:])]
    return [replace(head, gap=pt(13), keep=True), *rows]


def _row(
    cells: Sequence[Cell], styles: Sequence[Style], columns: _Columns, hand: Hand, *,
    head: bool = False,
) -> Piece:  # fmt: skip
    said = [
        stacked(hand.text(cell.spans, style, width))
        for cell, style, width in zip(cells, styles, columns.widths, strict=True)
    ]
    height = max((cell.height for cell in said), default=0) + 2 * _PADDING

    def draw(ink: Ink, x: float, y: float) -> None:
        if head:
            ink.box((x, y, columns.width, height), fill=COLOURS.tint)
        colour, stroke = (COLOURS.teal, pt(1.4)) if head else (COLOURS.edge, paper.HAIRLINE)
        foot = y + height - stroke / 2
        ink.rule((x, foot), (x + columns.width, foot), colour, stroke)
        for cell, start in zip(said, columns.starts, strict=True):
            cell.draw(ink, x + start, y + _PADDING)

    return Piece(height, draw)


def _columns(block: Table, style: Style, strong: Style, hand: Hand) -> _Columns:
    """Share the width out: what every column needs, and the rest by what it would like."""
    count = len(block.header)
    least, most = [0.0] * count, [0.0] * count
    for row in (block.header, *block.rows):
        for n, cell in enumerate(row):
            dress = strong if n == 0 or row is block.header else style
            word, line = hand.widths(hand.pen.worded(cell.spans, dress), dress)
            least[n], most[n] = max(least[n], word + pt(1)), max(most[n], line + pt(1))
    room = hand.width - _BETWEEN * count
    if sum(most) > room:
        spare = max(0.0, room - sum(least))
        # A long text needs more lines, not as much more width: the root keeps the others readable.
        wishes = [max(0.0, line - word) ** 0.6 for word, line in zip(least, most, strict=True)]
        whole = sum(wishes) or 1
        widths = [word + spare * wish / whole for word, wish in zip(least, wishes, strict=True)]
        less = min(1.0, room / sum(widths))
        widths = [width * less for width in widths]
    else:
        widths = [line + (room - sum(most)) / count for line in most]
    starts = [_BETWEEN / 2 + sum(widths[:n]) + _BETWEEN * n for n in range(count)]
    return _Columns(tuple(starts), tuple(widths), sum(widths) + _BETWEEN * count)
