"""Pieces: what a sheet is filled with, from the top down. A piece is never cut.

Owns how pieces are moved, framed and held together. Knows neither blocks nor files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kiosk.ui.handout.ink import Ink

Draw = Callable[[Ink, float, float], None]
"""From what to draw with, and the x and y at which the piece begins, to its drawing."""


@dataclass(frozen=True)
class Piece:
    """One piece. Lengths in units of `paper`.

    `gap` is the white above it, which goes where it begins a sheet. With `keep` the next piece
    stands on the same sheet. `anchors` are the places in it that links lead to. `again` is drawn
    above it where it begins a sheet: the head of a table that goes on. `ground` is drawn before
    any piece of its sheet. `smaller` gives it at this height, or None if that is too small.
    """

    height: float
    draw: Draw
    gap: float = 0
    keep: bool = False
    anchors: tuple[str, ...] = ()
    again: Piece | None = field(default=None, repr=False)
    ground: Draw | None = None
    smaller: Callable[[float], Piece | None] | None = None

    def draw_all(self, ink: Ink, x: float, y: float) -> None:
        """Draw the piece on its ground."""
        if self.ground:
            self.ground(ink, x, y)
        self.draw(ink, x, y)


Pieces = list[Piece]


def blank(height: float, *, keep: bool = False) -> Piece:
    """Return white that isn't left out at the top of a sheet."""
    return Piece(height, lambda ink, x, y: None, keep=keep)


def moved(pieces: Sequence[Piece], by: float) -> Pieces:
    """Return the pieces further along the line."""
    return [_moved(piece, by) for piece in pieces]


def _moved(piece: Piece, by: float) -> Piece:
    ground = piece.ground and _further(piece.ground, by, 0)
    return replace(piece, draw=_further(piece.draw, by, 0), ground=ground, smaller=None)


def _further(drawn: Draw, by: float, down: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        drawn(ink, x + by, y + down)

    return draw


def spaced(pieces: Sequence[Piece], gap: float) -> Pieces:
    """Return the pieces with this white above the first one."""
    return [replace(piece, gap=piece.gap if n else gap) for n, piece in enumerate(pieces)]


def together(pieces: Sequence[Piece], *, also_next: bool = False) -> Pieces:
    """Return the pieces so that all of them stand on one sheet."""
    last = len(pieces) - 1
    return [
        replace(piece, keep=True if n < last else piece.keep or also_next)
        for n, piece in enumerate(pieces)
    ]


def height_of(pieces: Sequence[Piece]) -> float:
    """Return how high the pieces are below each other."""
    return sum(piece.height + (piece.gap if n else 0) for n, piece in enumerate(pieces))


def beside(pieces: Sequence[Piece], drawn: Draw) -> Pieces:
    """Return the pieces with something drawn before the first one."""
    return [_under(pieces[0], drawn), *pieces[1:]] if pieces else []


def _under(piece: Piece, drawn: Draw) -> Piece:
    def draw(ink: Ink, x: float, y: float) -> None:
        drawn(ink, x, y)
        piece.draw(ink, x, y)

    return replace(piece, draw=draw)


def stacked(pieces: Sequence[Piece]) -> Piece:
    """Return one piece of them all, which is never cut."""
    pieces = list(pieces)

    def draw(ink: Ink, x: float, y: float) -> None:
        tops: list[float] = []
        for n, piece in enumerate(pieces):
            y += piece.gap if n else 0
            tops.append(y)
            y += piece.height
        for piece, top in zip(pieces, tops, strict=True):
            if piece.ground:
                piece.ground(ink, x, top)
        for piece, top in zip(pieces, tops, strict=True):
            piece.draw(ink, x, top)

    anchors = tuple(anchor for piece in pieces for anchor in piece.anchors)
    gap = pieces[0].gap if pieces else 0
    return Piece(height_of(pieces), draw, gap=gap, anchors=anchors)


@dataclass(frozen=True)
class Part:
    """A part of a frame: how high it is, and whether it is the first or the last one."""

    height: float
    first: bool
    last: bool


Frame = Callable[[Ink, float, float, Part], None]
"""From ink, x and y to the drawing of one part of the frame."""


def framed(pieces: Sequence[Piece], frame: Frame, padding: float) -> Pieces:
    """Return the pieces in a frame that is drawn part by part: it may go over to the next sheet."""
    last = len(pieces) - 1
    made: Pieces = []
    for n, piece in enumerate(pieces):
        above, below = padding if n == 0 else piece.gap, padding if n == last else 0
        part = Part(above + piece.height + below, n == 0, n == last)
        made.append(_framed(piece, frame, part, above))
    return made


def _framed(piece: Piece, frame: Frame, part: Part, above: float) -> Piece:

    def ground(ink: Ink, x: float, y: float) -> None:
        frame(ink, x, y, part)
        if piece.ground:
            piece.ground(ink, x, y + above)

    return replace(
        piece,
        height=part.height,
        draw=_further(piece.draw, 0, above),
        ground=ground,
        gap=piece.gap if part.first else 0,
        smaller=None,
    )
