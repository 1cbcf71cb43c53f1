"""A page of the pack as a chapter of the leaflet: its blocks as pieces, one branch a kind.

Owns what stands above and below a chapter's blocks. Knows nothing of sheets.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.page.blocks import (
    Block,
    Callout,
    Checklist,
    DefinitionList,
    Evidence,
    Figure,
    Heading,
    Ladder,
    List,
    Page,
    Paragraph,
    People,
    Question,
    Quotation,
    Rule,
    Schedule,
    Sources,
    Spans,
    Steps,
    Table,
    Timeline,
)
from kiosk.page.review import Status
from kiosk.ui.handout import paper
from kiosk.ui.handout.boxes import callout, evidence, notice, quotation
from kiosk.ui.handout.charts import ladder, people
from kiosk.ui.handout.figures import figure
from kiosk.ui.handout.hand import Blocks, Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.lists import bullets, checklist, definitions, sources, steps
from kiosk.ui.handout.paper import BODY, COLOURS, mm, pt
from kiosk.ui.handout.pieces import Piece, Pieces, moved, spaced, stacked, together
from kiosk.ui.handout.scales import schedule, timeline
from kiosk.ui.handout.tables import table

_BOXED = (Callout, Table, Figure, Quotation, People, Timeline, Schedule, Ladder)
"""Blocks with an edge, which needs more white below it than words do."""


def chapter(page: Page, hand: Hand, *, overdue: bool, foreign: str) -> Pieces:
    """Return the pieces of a page: its title, its lead, what warns of it, its blocks, its review.

    `overdue`: its next review is. `foreign`: what is said of it where it stands in for another.

    Raises:
        ContentError: a picture can't be drawn.
    """
    made = _head(page, hand)
    if foreign:
        made += notice(foreign, "info", hand)
    if page.review.status is Status.DRAFT:
        made += notice(hand.labels.draft(), "warning", hand)
    if overdue:
        made += notice(hand.labels.overdue(page.review), "warning", hand)
    made += spaced(set_blocks(page.blocks, hand), pt(20))
    return made + _foot(page, hand, overdue=overdue)


def _head(page: Page, hand: Hand) -> Pieces:
    title = together(hand.words(page.title, paper.TITLE), also_next=True)
    lead = spaced(hand.text(page.lead, paper.LEAD, min(hand.width, mm(160))), pt(7))
    bar = Piece(pt(5), _bar, keep=True, anchors=("",))
    return [bar, *spaced(title, pt(10)), *lead]


def _bar(ink: Ink, x: float, y: float) -> None:
    ink.box((x, y, mm(24) - pt(8), pt(5)), fill=COLOURS.teal)


def _foot(page: Page, hand: Hand, *, overdue: bool) -> Pieces:
    labels = hand.labels
    width = min(paper.MEASURE_SMALL, hand.width - hand.indent)
    lines = [labels.written(page.review), labels.reviewed(page.review, overdue=overdue)]
    said = [piece for line in lines for piece in hand.words(line, paper.SMALL, width)]

    def line(ink: Ink, x: float, y: float) -> None:
        ink.rule((x, y), (x + hand.width, y), COLOURS.edge, paper.HAIRLINE)

    rule = Piece(pt(6), line, gap=pt(16), keep=True)
    return together([rule, *moved(said, hand.indent)])


def set_blocks(blocks: Blocks, hand: Hand) -> Pieces:
    """Return the pieces of blocks below each other."""
    made: Pieces = []
    boxed = False
    for block in blocks:
        pieces = _set(block, hand)
        if pieces and made:
            gap = pieces[0].gap or (paper.GAP if hand.style.size >= BODY.size else paper.GAP_TIGHT)
            pieces = spaced(pieces, max(gap, pt(16)) if boxed else gap)
        made += pieces
        boxed = isinstance(block, _BOXED)
    return made


def _set(block: Block, hand: Hand) -> Pieces:  # noqa: PLR0912 (a branch a kind)
    match block:
        case Heading(level, spans, anchor):
            return _heading(level, spans, anchor, hand)
        case Paragraph(spans):
            return hand.body(spans)
        case List(items, start):
            return bullets(items, start, hand)
        case Steps():
            return steps(block, hand)
        case Callout():
            return callout(block, hand)
        case Table():
            return table(block, hand)
        case Figure():
            return figure(block, hand)
        case Quotation(blocks):
            return quotation(blocks, hand)
        case DefinitionList(entries):
            return definitions(entries, hand)
        case Question(spans, anchor, blocks):
            asked = _heading(3, spans, anchor, hand)
            return asked + spaced(set_blocks(blocks, hand), pt(3))
        case Evidence():
            return evidence(block, hand)
        case People():
            return people(block, hand)
        case Timeline():
            return timeline(block, hand)
        case Schedule():
            return schedule(block, hand)
        case Ladder():
            return ladder(block, hand)
        case Checklist(items):
            return checklist(items, hand)
        case Sources(entries):
            return sources(entries, hand)
        case Rule():
            return _pause(hand)
        case _:
            assert_never(block)


def _heading(level: int, spans: Spans, anchor: str, hand: Hand) -> Pieces:
    style = paper.HEADING if level == 2 else paper.SUBHEADING
    lines = hand.text(spans, style) if level == 2 else hand.body(spans, style)
    piece = stacked(lines)
    gap = paper.GAP_SECTION if level == 2 else pt(17)
    return [replace(piece, gap=gap, keep=True, anchors=(anchor,))]


def _pause(hand: Hand) -> Pieces:
    def draw(ink: Ink, x: float, y: float) -> None:
        start = x + hand.indent
        ink.rule((start, y), (start + mm(30), y), COLOURS.edge, pt(1))

    return [Piece(pt(1), draw, gap=pt(16))]
