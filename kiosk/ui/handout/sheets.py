"""Sheets: pieces broken into pages, and on which page each place stands.

Owns the rule that what is held together stays together. Knows nothing of what pieces show.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.paper import ROOM, TOP
from kiosk.ui.handout.pieces import Piece, height_of

_NEARLY_EMPTY = 0.72
_SQUEEZES = (0.85, 0.7, 0.55)


@dataclass
class Sheet:
    """One side of paper: its pieces, each with the y at which it begins."""

    placed: list[tuple[Piece, float]] = field(default_factory=list)
    end: float = TOP

    def put(self, piece: Piece) -> None:
        """Put a piece below the others."""
        y = self.end + (piece.gap if self.placed else 0)
        self.placed.append((piece, y))
        self.end = y + piece.height

    def draw(self, ink: Ink, x: float) -> None:
        """Draw all pieces, their grounds before any of them."""
        for piece, y in self.placed:
            if piece.ground:
                piece.ground(ink, x, y)
        for piece, y in self.placed:
            piece.draw(ink, x, y)

    @property
    def room(self) -> float:
        """What is left below the last piece."""
        return TOP + ROOM - self.end

    @property
    def anchors(self) -> Iterator[str]:
        """The places that stand on this sheet."""
        for piece, _ in self.placed:
            yield from piece.anchors


def broken(pieces: Sequence[Piece]) -> list[Sheet]:
    """Return the pieces on as few sheets as they need.

    So that the last one doesn't hold a line or two alone, there may be less white between them.
    """
    sheets = _broken(pieces, 1)
    if len(sheets) > 1 and sheets[-1].room > _NEARLY_EMPTY * ROOM:
        for squeeze in _SQUEEZES:
            fewer = _broken(pieces, squeeze)
            if len(fewer) < len(sheets):
                return fewer
    return sheets


def _broken(pieces: Sequence[Piece], squeeze: float) -> list[Sheet]:
    sheets = [Sheet()]
    for run in _runs([replace(piece, gap=piece.gap * squeeze) for piece in pieces]):
        sheet = sheets[-1]
        fitting = _smaller(run, sheet.room) if sheet.placed else run
        if sheet.placed and fitting[0].gap + height_of(fitting) > sheet.room:
            sheets.append(sheet := Sheet())
        for piece in fitting:
            # Only within a run that is higher than a sheet.
            if sheet.placed and piece.gap + piece.height > sheet.room:
                sheets.append(sheet := Sheet())
            if not sheet.placed and piece.again:
                sheet.put(replace(piece.again, gap=0))
            sheet.put(piece)
    return sheets


def _smaller(run: list[Piece], room: float) -> list[Piece]:
    """Return the run with its picture smaller where it fits only so."""
    excess = run[0].gap + height_of(run) - room
    if excess <= 0:
        return run
    for n, piece in enumerate(run):
        made = piece.smaller(piece.height - excess) if piece.smaller else None
        if made:
            made = replace(made, gap=piece.gap, keep=piece.keep, anchors=piece.anchors)
            return [*run[:n], made, *run[n + 1 :]]
    return run


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Give pieces that stand on one sheet together."""
    run: list[Piece] = []
    for piece in pieces:
        run.append(piece if piece.height <= ROOM / 2 else _fitting(piece))
        if not piece.keep:
            yield run
            run = []
    if run:
        yield run


def _fitting(piece: Piece) -> Piece:
    """Return a piece that fits a sheet: whatever is higher is drawn smaller."""
    room = ROOM - (piece.again.height if piece.again else 0)
    scale = room / piece.height
    if scale >= 1:
        return piece

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.shrunk(x, y, scale)
        piece.draw_all(ink, x, y)
        ink.whole()

    return replace(piece, height=room, draw=draw, ground=None, smaller=None)
