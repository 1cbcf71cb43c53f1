"""Figures on paper: the drawing, its caption, and the key to its markers. They are never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from kiosk.page.blocks import Figure, Spans
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.lists import centred
from kiosk.ui.handout.paper import COLOURS, Style, mm, pt
from kiosk.ui.handout.pieces import Piece, Pieces, beside, height_of, moved, spaced, stacked

_HIGHEST = mm(100)
"""So that a figure leaves room for its key and for some words."""

_LEAST = 0.65
"""So much smaller a figure may be where it fills the foot of a sheet."""

_MARK = mm(5.6)


def figure(block: Figure, hand: Hand) -> Pieces:
    """Return a figure. Raises ContentError if it can't be drawn."""
    drawing = hand.gallery.figure(block.source, markers=bool(block.key))
    highest = min(_HIGHEST, hand.width * drawing.aspect)
    below: Pieces = []
    if block.caption:
        below += spaced(hand.text(block.caption, Style(bold=True)), pt(7))
    if block.key:
        below += spaced([_key(block.key, hand)], pt(6))

    def smaller(height: float) -> Piece | None:
        high = height - height_of([Piece(0, _nothing), *below])
        return high_as(high) if high >= _LEAST * highest else None

    def high_as(height: float) -> Piece:
        width = height / drawing.aspect

        def draw(ink: Ink, x: float, y: float) -> None:
            drawing.draw(ink, x + (hand.width - width) / 2, y, width, height)

        return replace(stacked([Piece(height, draw), *below]), smaller=smaller)

    return spaced([high_as(highest)], pt(14))


def _nothing(ink: Ink, x: float, y: float) -> None:
    """Draw nothing."""


def _key(key: Sequence[Spans], hand: Hand) -> Piece:
    """Return the key in two columns, read down the first one."""
    space = pt(18)
    column = (hand.width - space) / 2
    entries = [_entry(hand.say.number(n), spans, column, hand) for n, spans in enumerate(key, 1)]
    half = ceil(len(entries) / 2)
    left, right = (
        stacked(spaced_all(part)) for part in (entries[:half], entries[half:] or entries[:0])
    )

    def draw(ink: Ink, x: float, y: float) -> None:
        left.draw(ink, x, y)
        right.draw(ink, x + column + space, y)

    return Piece(max(left.height, right.height), draw)


def spaced_all(pieces: Sequence[Piece]) -> Pieces:
    """Return the pieces with a little white between them."""
    return [piece for each in pieces for piece in spaced([each], pt(4))]


def _entry(number: str, spans: Spans, width: float, hand: Hand) -> Piece:
    style = Style(size=105, leading=_MARK, bold=True, colour=COLOURS.white)
    mark = centred(number, style, _MARK * 2, hand)
    shift = pt(22)

    def circle(ink: Ink, x: float, y: float) -> None:
        middle = y + hand.style.leading / 2
        ink.dot(x + _MARK / 2, middle, _MARK, fill=COLOURS.teal)
        mark.draw(ink, x - _MARK / 2, middle - _MARK / 2)

    lines = hand.text(spans, width=width - shift)
    return stacked(beside(moved(lines, shift), circle))
