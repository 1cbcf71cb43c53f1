"""Charts on paper: people in a hundred as dots, and the ladder of evidence.

Owns how a number becomes dots: filled and empty ones, so that they work in black and white.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.page.blocks import Count, Ladder, People, Rung
from kiosk.ui.handout import paper
from kiosk.ui.handout.boxes import bars, evidence
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.lists import title
from kiosk.ui.handout.paper import COLOURS, Style, mm, pt
from kiosk.ui.handout.pieces import Part, Piece, Pieces, framed, moved, spaced, stacked, together

_DOT = mm(2.7)
_STEP = mm(3.6)
_GRID = 10 * _STEP

_COUNT = Style(size=190, leading=230, bold=True, colour=COLOURS.teal)

PADDING = pt(12)


def outlined(pieces: Pieces, hand: Hand) -> Pieces:
    """Return a chart in a thin frame, on one sheet where it fits one."""
    inner = moved(pieces, PADDING)

    def frame(ink: Ink, x: float, y: float, part: Part) -> None:
        right, foot = x + hand.width, y + part.height
        for side in (x, right):
            ink.rule((side, y), (side, foot), COLOURS.edge, pt(0.7))
        if part.first:
            ink.rule((x, y), (right, y), COLOURS.edge, pt(0.7))
        if part.last:
            ink.rule((x, foot), (right, foot), COLOURS.edge, pt(0.7))

    return spaced(together(framed(inner, frame, PADDING)), pt(14))


def inside(hand: Hand) -> Hand:
    """Return the hand for what stands in such a frame."""
    return replace(hand, width=hand.width - 2 * PADDING, indent=0)


def people(block: People, hand: Hand) -> Pieces:
    """Return a group beside the other, each with its hundred dots, and the study below."""
    inner = inside(hand)
    made = title(block.title, inner)
    side_by_side = 2 if inner.width >= mm(120) else 1
    for first in range(0, len(block.groups), side_by_side):
        row = block.groups[first : first + side_by_side]
        made += spaced([_groups(row, side_by_side, inner)], pt(9))
    if block.evidence:
        made += evidence(block.evidence, inner)
    return outlined(made, hand)


def _groups(groups: Sequence[Count], places: int, hand: Hand) -> Piece:
    column = (hand.width - pt(18) * (places - 1)) / places
    shift = _GRID + pt(12)
    said = [
        stacked([
            *hand.words(hand.say.people(group.count), _COUNT, column - shift),
            *hand.text(group.label, width=column - shift),
        ])
        for group in groups
    ]  # fmt: skip
    height = max(_GRID, *(words.height for words in said))

    def draw(ink: Ink, x: float, y: float) -> None:
        for n, (group, words) in enumerate(zip(groups, said, strict=True)):
            left = x + n * (column + pt(18))
            _dots(ink, left, y, group.count)
            words.draw(ink, left + shift, y)

    return Piece(height, draw)


def _dots(ink: Ink, x: float, y: float, count: int) -> None:
    for n in range(100):
        row, column = divmod(n, 10)
        fill = COLOURS.teal if n < count else COLOURS.white
        middle = x + column * _STEP + _DOT / 2, y + row * _STEP + _DOT / 2
        ink.dot(*middle, _DOT, fill=fill, edge=COLOURS.teal, stroke=pt(0.8))


def ladder(block: Ladder, hand: Hand) -> Pieces:
    """Return a ladder, the surest rung on top: its name with bars, and what stands on it."""
    inner = inside(hand)
    made = title(block.title, inner)
    for n, rung in enumerate(block.rungs):
        made += spaced([_rung(rung, inner)], pt(0) if n else pt(6))
    return outlined(made, hand)


def _rung(rung: Rung, hand: Hand) -> Piece:
    say = hand.say
    name = mm(46)
    padding = pt(7)
    width = hand.width - name - pt(10)
    head = stacked(hand.words(say.level(rung.level), paper.STRONG, name - pt(36)))
    lines: Pieces = []
    for spans in rung.entries:
        lines += spaced(hand.text(spans, width=width), pt(4))
    if not rung.entries:
        lines = hand.words(say.empty_rung(), Style(colour=COLOURS.quiet), width)
    said = stacked(lines)
    height = max(head.height, said.height) + 2 * padding

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.rule((x, y), (x + hand.width, y), COLOURS.edge, paper.HAIRLINE)
        bars(ink, x, y + padding + pt(4), rung.level)
        head.draw(ink, x + pt(32), y + padding)
        said.draw(ink, x + name + pt(10), y + padding)

    return Piece(height, draw)
