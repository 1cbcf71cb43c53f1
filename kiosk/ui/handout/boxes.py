"""Boxes on paper: callouts, evidence, quotations and notices. They work in black and white.

Owns the edges, the icons and the marks that say what a colour says too.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.page.blocks import Callout, Evidence, Level, Tone
from kiosk.ui.handout import paper
from kiosk.ui.handout.hand import Blocks, Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.paper import COLOURS, Style, mm, pt
from kiosk.ui.handout.pieces import (
    Draw,
    Frame,
    Part,
    Piece,
    Pieces,
    beside,
    framed,
    height_of,
    moved,
    spaced,
    stacked,
    together,
)
from kiosk.ui.handout.wording import Wording

GRADES = (Level.NONE, Level.VERY_LOW, Level.LOW, Level.MODERATE, Level.HIGH)
"""From no bar of four to all of them."""


@dataclass(frozen=True)
class _Dress:
    icon: str
    strong: str
    edge: str
    ground: str
    outline: float
    """How thick the line around the box is: the graver, the thicker, in black and white too."""


_AMBER = COLOURS.amber, COLOURS.amber_edge, COLOURS.amber_tint
_RED = COLOURS.red, COLOURS.red_edge, COLOURS.red_tint
_TEAL = COLOURS.teal, COLOURS.teal, COLOURS.tint
_DRESSES = (
    (Tone.NOTE, _Dress("note", *_TEAL, 0)),
    (Tone.TIP, _Dress("tip", *_TEAL, 0)),
    (Tone.CAUTION, _Dress("warning", *_AMBER, pt(0.8))),
    (Tone.EMERGENCY, _Dress("emergency", *_RED, pt(2))),
)

_PADDING = pt(11)


def callout(block: Callout, hand: Hand) -> Pieces:
    """Return a callout: its icon stands before the text, its word above it."""
    dress = dict(_DRESSES)[block.tone]
    shift = hand.indent or mm(14)
    width = min(paper.MEASURE, hand.width - shift - pt(12))
    word = Style(size=110, leading=150, bold=True, colour=dress.strong)
    heading = Style(size=135, leading=180, bold=True, colour=dress.strong)
    head = hand.words(hand.say.callout(block.tone), word, width)
    if block.title:
        head += hand.words(block.title, heading, width)
    head = together(head, also_next=True)
    pieces = head + spaced(hand.blocks(block.blocks, width), pt(4))
    pieces = beside(moved(pieces, shift), _icon(dress, shift, hand))
    if height_of(pieces) < paper.ROOM / 2:
        pieces = together(pieces)
    return spaced(framed(pieces, _frame(dress, hand.width), _PADDING), pt(13))


def _icon(dress: _Dress, shift: float, hand: Hand) -> Draw:
    drawing = hand.gallery.icon(dress.icon, dress.strong)
    size = mm(9)
    left = pt(6) + (shift - pt(6) - size) / 2

    def draw(ink: Ink, x: float, y: float) -> None:
        drawing.draw(ink, x + left, y + pt(1), size, size)

    return draw


def _frame(dress: _Dress, width: float) -> Frame:
    bar = pt(5)

    def draw(ink: Ink, x: float, y: float, part: Part) -> None:
        # A little more below, or a white line may show between two parts.
        high = part.height + (0 if part.last else pt(0.3))
        ink.box((x, y, width, high), fill=dress.ground)
        ink.box((x, y, bar, high), fill=dress.edge)
        if not dress.outline:
            return
        half, right, foot = dress.outline / 2, x + width, y + part.height
        ink.rule((right - half, y), (right - half, foot), dress.edge, dress.outline)
        if part.first:
            ink.rule((x, y + half), (right, y + half), dress.edge, dress.outline)
        if part.last:
            ink.rule((x, foot - half), (right, foot - half), dress.edge, dress.outline)

    return draw


def evidence(block: Evidence, hand: Hand) -> Pieces:
    """Return a badge with a word and as many filled bars as the level, and the study below."""
    width = min(paper.MEASURE, hand.width - hand.indent)
    study = spaced(hand.text(block.study, paper.NARROW, width), pt(3))
    pieces = together([badge(block.level, hand), *study])
    return spaced(moved(pieces, hand.indent), pt(7))


def badge(level: Level, hand: Hand) -> Piece:
    """Return the badge of a level."""
    words = hand.say.evidence(level)
    style = Style(size=110, leading=pt(19), bold=True, colour=COLOURS.teal)
    [line, *_] = hand.words(words, style, paper.FULL)
    natural = hand.widths(Wording(words), style)[1]
    marks = pt(38)

    def draw(ink: Ink, x: float, y: float) -> None:
        place = (x, y, natural + marks + pt(11), style.leading)
        ink.box(place, fill=COLOURS.white, edge=COLOURS.teal, stroke=pt(1), radius=pt(9.5))
        bars(ink, x + pt(10), y + pt(4.8), level)
        line.draw(ink, x + marks, y)

    return Piece(style.leading, draw)


def bars(ink: Ink, x: float, y: float, level: Level) -> None:
    """Draw four bars that rise, as many of them filled as the level is high."""
    for n in range(4):
        height = pt(3.4 + 2 * n)
        place = (x + pt(5.6) * n, y + pt(9.4) - height, pt(3.8), height)
        filled = COLOURS.teal if n < GRADES.index(level) else COLOURS.white
        ink.box(place, fill=filled, edge=COLOURS.teal, stroke=pt(0.7))


def quotation(blocks: Blocks, hand: Hand) -> Pieces:
    """Return somebody else's words, beside a line."""
    width = min(paper.MEASURE, hand.width - hand.indent) - pt(16)
    inner = moved(hand.blocks(blocks, width), hand.indent + pt(16))

    def line(ink: Ink, x: float, y: float, part: Part) -> None:
        ink.box((x + hand.indent, y, pt(2.5), part.height), fill=COLOURS.edge)

    return spaced(framed(inner, line, pt(3)), pt(12))


def notice(words: str, icon: str, hand: Hand) -> Pieces:
    """Return one sentence that must be seen first, with an icon, in a box as long as it is."""
    style = Style(size=120, leading=168, bold=True, colour=COLOURS.amber)
    drawing = hand.gallery.icon(icon, COLOURS.amber)
    before, padding = pt(28), pt(6)
    room = min(paper.MEASURE, hand.width - before - pt(12))
    natural = min(hand.widths(Wording(words), style)[1] + pt(1), room)
    said = stacked(hand.words(words, style, natural))

    def draw(ink: Ink, x: float, y: float) -> None:
        place = (x, y, natural + before + pt(10), said.height + 2 * padding)
        ink.box(place, fill=COLOURS.amber_tint, edge=COLOURS.amber_edge, stroke=pt(1), radius=pt(4))
        drawing.draw(ink, x + pt(8), y + padding + pt(1.4), pt(14), pt(14))
        said.draw(ink, x + before, y + padding)

    return [Piece(said.height + 2 * padding, draw, gap=pt(12), keep=True)]
