"""Lists on paper: bullets and numbers, steps, boxes to tick, explained words, sources.

Owns where their marks stand. Knows nothing of sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.page.blocks import Definition, ListItem, Source, Spans, Steps
from kiosk.ui.handout import paper
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.paper import COLOURS, HANG, mm, pt
from kiosk.ui.handout.pieces import Draw, Piece, Pieces, beside, moved, spaced, stacked, together
from kiosk.ui.handout.wording import Wording

_STEP = mm(8.4)
"""How large the circle around a step's number is."""

_TICK = mm(5.5)
"""How large a box to tick is."""


def bullets(items: Sequence[ListItem], start: int | None, hand: Hand) -> Pieces:
    """Return a list with dots, or with numbers from `start`."""
    made: Pieces = []
    shift = pt(15) if start is None else pt(24)
    width = min(paper.MEASURE, hand.width - hand.indent) - shift
    for n, item in enumerate(items):
        inner = hand.blocks(item.blocks, width)
        mark = _dot(hand) if start is None else _number(f"{hand.say.number(start + n)}.", hand)
        made += spaced(beside(moved(inner, hand.indent + shift), mark), pt(5) if n else 0)
    return made


def _dot(hand: Hand) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        ink.dot(x + hand.indent + pt(5), y + hand.style.leading / 2, pt(4.4), fill=COLOURS.teal)

    return draw


def _number(words: str, hand: Hand) -> Draw:
    style = coloured(hand, COLOURS.teal)
    [line, *_] = hand.words(words, style, paper.FULL)

    def draw(ink: Ink, x: float, y: float) -> None:
        line.draw(ink, x + hand.indent, y)

    return draw


def coloured(hand: Hand, colour: str) -> paper.Style:
    """Return the hand's style in bold and in another colour."""
    return paper.Style(hand.style.size, hand.style.leading, bold=True, colour=colour)


def steps(block: Steps, hand: Hand) -> Pieces:
    """Return steps, their numbers in circles before the text."""
    shift = hand.indent or mm(13)
    width = min(paper.MEASURE, hand.width - shift)
    made = title(block.title, hand)
    last = len(block.items)
    for n, item in enumerate(block.items, 1):
        inner = moved(hand.blocks(item.blocks, width), shift)
        inner = spaced(beside(inner, _circle(hand.say.number(n), shift, hand)), pt(9))
        if len(inner) <= 6:
            inner = together(inner)
        if n in (1, last - 1):
            inner = together(inner, also_next=True)
        made += inner
    return made


def title(words: str, hand: Hand) -> Pieces:
    """Return the title of a list or a chart; nothing without one."""
    if not words:
        return []
    width = min(paper.MEASURE, hand.width - hand.indent)
    return moved(together(hand.words(words, paper.SUBHEADING, width), also_next=True), hand.indent)


def _circle(number: str, shift: float, hand: Hand) -> Draw:
    middle = shift - pt(10) - _STEP / 2
    style = paper.Style(size=130, leading=_STEP, bold=True, colour=COLOURS.teal)
    reach = _STEP * 2
    words = centred(number, style, reach, hand)

    def draw(ink: Ink, x: float, y: float) -> None:
        top = y + hand.style.leading / 2
        ink.dot(x + middle, top, _STEP, fill=COLOURS.white, edge=COLOURS.teal, stroke=pt(1.4))
        words.draw(ink, x + middle - reach / 2, top - _STEP / 2)

    return draw


def centred(words: str, style: paper.Style, width: float, hand: Hand) -> Piece:
    """Return one line in the middle of its width."""
    natural = hand.widths(Wording(words), style)[1]
    [line, *_] = hand.words(words, style, max(width, natural + pt(1)))
    return moved([line], max(0, (width - natural) / 2))[0]


def checklist(items: Sequence[Spans], hand: Hand) -> Pieces:
    """Return things to tick, each with an empty box before it."""
    shift = hand.indent or mm(10)
    width = min(paper.MEASURE, hand.width - shift)

    def box(ink: Ink, x: float, y: float) -> None:
        place = (x + shift - pt(10) - _TICK, y + (hand.style.leading - _TICK) / 2, _TICK, _TICK)
        ink.box(place, edge=COLOURS.ink, stroke=pt(1.1), radius=pt(2))

    made: Pieces = []
    for n, spans in enumerate(items):
        lines = together(moved(hand.text(spans, width=width), shift))
        made += spaced(beside(lines, box), pt(9) if n else 0)
    return made


def definitions(entries: Sequence[Definition], hand: Hand) -> Pieces:
    """Return words and what they mean, each with its first paragraph."""
    made: Pieces = []
    width = min(paper.MEASURE, hand.width - hand.indent)
    for n, entry in enumerate(entries):
        words = hand.body(entry.terms[0], coloured(hand, COLOURS.teal))
        meaning = spaced(moved(hand.blocks(entry.blocks, width), hand.indent), pt(1))
        pieces = together(words, also_next=True) + meaning
        pieces = together(pieces) if len(pieces) <= 8 else pieces
        made += spaced(pieces, pt(10) if n else 0)
    return made


def sources(entries: Sequence[Source], hand: Hand) -> Pieces:
    """Return the sources by their numbers, under a heading."""
    heading = stacked(hand.words(hand.say.sources(), paper.SUBHEADING))
    made = [replace(heading, gap=paper.GAP_SECTION, keep=True, anchors=("sources",))]
    shift = hand.indent or mm(12)
    width = min(paper.MEASURE_SMALL, hand.width - shift)
    for n, source in enumerate(entries):
        lines = moved(hand.text(source.spans, paper.SMALL, width), shift)
        mark = hand.words(f"[{hand.say.number(source.number)}]", paper.SMALL, HANG)[0]
        drawn = _marked(mark, shift, hand, hand.say.number(source.number))
        made += spaced(together(beside(lines, drawn)), pt(3.5) if n else pt(5))
    return made


def _marked(mark: Piece, shift: float, hand: Hand, number: str) -> Draw:
    width = hand.widths(Wording(f"[{number}]"), paper.SMALL)[1]

    def draw(ink: Ink, x: float, y: float) -> None:
        mark.draw(ink, x + shift - pt(8) - width, y)

    return draw
