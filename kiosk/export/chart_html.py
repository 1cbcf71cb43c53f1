"""Charts as HTML: a table or a list that says all of it, and beside it a picture that shows it.

Owns the pictures, which are drawn here and passed over by screen readers. Their colours are the
stylesheet's, so that they follow the scheme.
"""

from __future__ import annotations

from collections.abc import Sequence

import htpy as h

from kiosk.export.inline_html import inline
from kiosk.export.place import Place
from kiosk.page.blocks import (
    Evidence,
    Gate,
    Ladder,
    Level,
    Moment,
    People,
    Plan,
    Schedule,
    Timeline,
)

_MARKS = tuple(Level)
"""A level's place in it is how many of four bars are filled."""

_STEPS = (1, 2, 4, 13, 26, 52)
_MOST_STEPS = 13
"""Marks that a phone has room for on a scale of weeks."""

_LENGTH, _EDGE = 320, 12
"""Length of a scale and the room at its ends, in the units of its picture."""


def evidence(block: Evidence, at: Place) -> h.Node:
    """Return a badge with its level, and the study behind it."""
    badge = h.span(".badge")[_bars(block.level), at.say.evidence(block.level)]
    return h.p(".evidence")[badge, " ", h.span[inline(block.study, at)]]


def people(block: People, at: Place) -> h.Node:
    """Return a row a group: the dots, how many of a hundred, and who they are."""
    rows = [
        h.tr[
            h.th(scope="row")[inline(group.label, at)],
            h.td(".count")[at.say.people(group.count)],
            h.td(".picture", aria_hidden="true")[dots(group.count)],
        ]
        for group in block.groups
    ]
    return h.div(".chart.people")[
        h.table[h.caption[block.title] if block.title else None, h.tbody[rows]],
        evidence(block.evidence, at) if block.evidence else None,
    ]


def timeline(block: Timeline, at: Place) -> h.Node:
    """Return what happens when, one below the other along a line."""
    return h.div(".chart")[
        h.p(".title")[block.title] if block.title else None,
        h.ol(".timeline")[[_moment(each, at) for each in block.moments]],
    ]


def schedule(block: Schedule, at: Place) -> h.Node:
    """Return plans of visits, each in words and on one scale of weeks, and when to ask "stop?"."""
    weeks = [week for plan in block.plans for week in plan.weeks]
    last = max([*weeks, *(gate.week for gate in block.gates), 1])
    scale = h.tr(aria_hidden="true")[h.th, h.td[_scale(last, at), h.p(".quiet")[at.say.weeks()]]]
    rows = [
        h.tr[
            h.th(scope="row")[inline(plan.label, at)],
            h.td[h.p[at.say.visits(plan.weeks)], _visits(plan, block.gates, last, at)],
        ]
        for plan in block.plans
    ]
    gates = [
        h.li[
            _picture("gate", 20, 20)[_gate(10, 10)],
            h.div[h.strong[at.say.gate(gate.week)], " ", h.span[inline(gate.label, at)]],
        ]
        for gate in block.gates
    ]
    return h.div(".chart.schedule")[
        h.table[h.caption[block.title] if block.title else None, h.tbody[rows, scale]],
        h.ul(".gates")[gates] if gates else None,
    ]


def ladder(block: Ladder, at: Place) -> h.Node:
    """Return the rungs of an evidence ladder, the surest on top."""
    rows = [
        h.tr[
            h.th(scope="row")[_bars(rung.level), h.span[at.say.level(rung.level)]],
            h.td[
                [h.p[inline(spans, at)] for spans in rung.entries]
                or h.p(".quiet")[at.say.empty_rung()]
            ],
        ]
        for rung in block.rungs
    ]
    return h.div(".chart.ladder")[
        h.table[h.caption[block.title] if block.title else None, h.tbody[rows]]
    ]


def dots(count: int, *, across: int = 10) -> h.Element:
    """Draw a hundred people, as many of them filled as `count`, `across` beside each other."""
    places = [(6 + n % across * 12, 6 + n // across * 12) for n in range(100)]
    return _picture("dots", across * 12, 100 // across * 12)[
        _circles("full", places[:count], 4.5), _circles("empty", places[count:], 4)
    ]


def _picture(kind: str, width: int, height: int) -> h.Element:
    size = {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}
    return h.svg(size, class_=kind, aria_hidden="true", focusable="false")


def _circles(kind: str, centres: Sequence[tuple[float, float]], radius: float) -> h.Node:
    if not centres:
        return None
    r, across = f"{radius:g}", f"{2 * radius:g}"
    drawn = "".join(
        f"M{x - radius:g} {y:g}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0"
        for x, y in centres
    )
    return h.path(class_=kind, d=drawn)


def _bars(level: Level) -> h.Element:
    filled = _MARKS.index(level)
    return _picture("bars", 22, 14)[
        [
            h.rect(
                class_="full" if n < filled else "empty",
                x=f"{1 + n * 5.4:g}", y=f"{9 - n * 2.7:g}", width="3.6", height=f"{4 + n * 2.7:g}",
            )
            for n in range(4)
        ]
    ]  # fmt: skip


def _moment(moment: Moment, at: Place) -> h.Node:
    words = inline(moment.spans, at)
    sign = _picture("gate", 20, 20)[_gate(10, 10)] if moment.gate else None
    return h.li(class_="asks" if moment.gate else "")[
        sign,
        h.span(".when")[moment.when],
        " ",
        h.span[h.strong[words] if moment.gate else words],
    ]


def _gate(x: float, y: float) -> h.Node:
    """Draw a square on its corner with a question mark: here one asks whether to go on."""
    return h.fragment[
        h.path(class_="square", d=f"M{x:g} {y - 8.5:g}l8.5 8.5l-8.5 8.5l-8.5 -8.5z"),
        h.path(
            class_="sign",
            d=f"M{x - 2.5:g} {y - 1.8:g}a2.5 2.5 0 1 1 3.7 2.2q-1.2 .6 -1.2 1.9m0 2v.1",
        ),
    ]


def _along(week: int, last: int, at: Place) -> float:
    along = _EDGE + week / last * (_LENGTH - 2 * _EDGE)
    return _LENGTH - along if at.from_right else along


def _visits(plan: Plan, gates: Sequence[Gate], last: int, at: Place) -> h.Element:
    visits = [(_along(week, last, at), 10.0) for week in plan.weeks]
    return _picture("scale", _LENGTH, 20)[
        h.path(class_="line", d=f"M{_EDGE} 10H{_LENGTH - _EDGE}"),
        [_gate(_along(gate.week, last, at), 10) for gate in gates],
        _circles("full", visits, 4),
    ]


def _scale(last: int, at: Place) -> h.Element:
    step = next((step for step in _STEPS if last / step <= _MOST_STEPS), _STEPS[-1])
    weeks = range(0, last + 1, step)
    ticks = "".join(f"M{_along(week, last, at):g} 1v5" for week in weeks)
    return _picture("scale", _LENGTH, 24)[
        h.path(class_="line", d=f"M{_EDGE} 1H{_LENGTH - _EDGE}{ticks}"),
        [h.text(x=f"{_along(week, last, at):g}", y="20")[at.say.week(week)] for week in weeks],
    ]
