"""What happens when, on paper: the timeline, and plans of visits on one scale of weeks.

Owns the marks: a dot is a visit, a square on its corner with a question mark is a gate.
"""

from __future__ import annotations

from kiosk.page.blocks import Gate, Moment, Plan, Schedule, Timeline
from kiosk.ui.handout import paper
from kiosk.ui.handout.charts import inside, outlined
from kiosk.ui.handout.hand import Hand
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.lists import centred, title
from kiosk.ui.handout.paper import COLOURS, Style, mm, pt
from kiosk.ui.handout.pieces import Draw, Piece, Pieces, spaced, stacked

_GATE = mm(7)
_STOP = Style(size=110, leading=_GATE, bold=True, colour=COLOURS.amber)
_STEPS = (1, 2, 4, 5, 10, 13, 26, 52)
"""Weeks between two marks of a scale: the first with which there are few enough."""
_MOST_MARKS = 16


def timeline(block: Timeline, hand: Hand) -> Pieces:
    """Return the moments below each other on a line."""
    inner = inside(hand)
    made = title(block.title, inner)
    last = len(block.moments) - 1
    for n, moment in enumerate(block.moments):
        piece = _moment(moment, inner, first=n == 0, last=n == last)
        made += spaced([piece], pt(0) if n else pt(6))
    return outlined(made, hand)


def _moment(moment: Moment, hand: Hand, *, first: bool, last: bool) -> Piece:
    when = mm(34)
    shift = when + mm(12)
    said = stacked(
        hand.text(moment.spans, paper.STRONG if moment.gate else None, hand.width - shift)
    )
    head = stacked(hand.words(moment.when, paper.STRONG, when))
    height = max(said.height, head.height) + pt(10)
    asked = _asked(hand)

    def draw(ink: Ink, x: float, y: float) -> None:
        axis, middle = x + when + mm(5), y + pt(5) + hand.style.leading / 2
        start = middle if first else y
        ink.rule((axis, start), (axis, middle if last else y + height), COLOURS.teal, pt(1.4))
        if moment.gate:
            asked(ink, axis, middle)
        else:
            ink.dot(axis, middle, pt(9), fill=COLOURS.teal)
        head.draw(ink, x, y + pt(5))
        said.draw(ink, x + shift, y + pt(5))

    return Piece(height, draw)


def _asked(hand: Hand) -> Draw:
    """Return the drawing of a gate around a point."""
    words = centred("?", _STOP, _GATE * 2, hand)

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.diamond(x, y, _GATE, fill=COLOURS.amber_tint, edge=COLOURS.amber_edge, stroke=pt(1.2))
        words.draw(ink, x - _GATE, y - _GATE / 2)

    return draw


def schedule(block: Schedule, hand: Hand) -> Pieces:
    """Return plans of visits, each on a line of weeks, and the gates below."""
    inner = inside(hand)
    weeks = [week for plan in block.plans for week in plan.weeks]
    last = max(*weeks, *(gate.week for gate in block.gates), 1)
    made = title(block.title, inner)
    for n, plan in enumerate(block.plans):
        made += spaced(_plan(plan, block.gates, last, inner), pt(12) if n else pt(6))
    made += [_scale(last, inner)]
    for gate in block.gates:
        made += spaced([_gate(gate, inner)], pt(5))
    return outlined(made, hand)


def _place(week: int, last: int, hand: Hand) -> float:
    ends = _GATE / 2 + pt(2)
    return ends + (hand.width - 2 * ends) * week / last


def _plan(plan: Plan, gates: tuple[Gate, ...], last: int, hand: Hand) -> Pieces:
    said = hand.text(plan.label, paper.STRONG)
    when = hand.words(hand.say.visits(plan.weeks), paper.NARROW)
    asked = _asked(hand)

    def draw(ink: Ink, x: float, y: float) -> None:
        middle = y + pt(12)
        ink.rule((x, middle), (x + hand.width, middle), COLOURS.edge, pt(1))
        for week in plan.weeks:
            ink.dot(x + _place(week, last, hand), middle, pt(8), fill=COLOURS.teal)
        for gate in gates:
            asked(ink, x + _place(gate.week, last, hand), middle)

    return [*said, *when, Piece(pt(24), draw)]


def _scale(last: int, hand: Hand) -> Piece:
    step = next((step for step in _STEPS if last / step <= _MOST_MARKS), _STEPS[-1])
    style = Style(size=90, leading=120, colour=COLOURS.quiet)
    marks = [
        (week, centred(hand.say.number(week), style, mm(10), hand))
        for week in range(0, last + 1, step)
    ]
    [name, *_] = hand.words(hand.say.weeks(), style)

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.rule((x, y), (x + hand.width, y), COLOURS.ink, pt(0.7))
        for week, number in marks:
            middle = x + _place(week, last, hand)
            ink.rule((middle, y), (middle, y + pt(3)), COLOURS.ink, pt(0.7))
            number.draw(ink, middle - mm(5), y + pt(4))
        name.draw(ink, x, y + pt(17))

    return Piece(pt(30), draw, gap=pt(4))


def _gate(gate: Gate, hand: Hand) -> Piece:
    shift = mm(12)
    width = hand.width - shift
    lines = [*hand.words(hand.say.gate(gate.week), paper.STRONG, width)]
    lines += hand.text(gate.label, width=width)
    said = stacked(lines)
    asked = _asked(hand)

    def draw(ink: Ink, x: float, y: float) -> None:
        asked(ink, x + _GATE / 2, y + hand.style.leading / 2)
        said.draw(ink, x + shift, y)

    return Piece(said.height, draw)
