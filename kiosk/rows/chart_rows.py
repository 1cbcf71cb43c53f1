"""A schedule and an evidence ladder as rows that QML can draw to scale."""

from __future__ import annotations

from kiosk.page.blocks import Gate, Ladder, Level, Plan, Rung, Schedule, Span, Text
from kiosk.page.phrases import Phrases, sentence
from kiosk.page.terms import said
from kiosk.rows.rich_text import evidence_link, styled
from kiosk.rows.row import Row

_STEPS = (1, 2, 4, 13, 26, 52)
"""Weeks between two marks of a scale: from every week to every year."""

_MOST_MARKS = 30

_MARKS = tuple(Level)
"""A level's place in it is how many of four marks are filled."""


def schedule_row(block: Schedule, say: Phrases) -> Row:
    """Return the row of a schedule.

    `inner` holds the plans and then the gates, `badge` the marks of the scale and where on it the
    gates are; `count` is the last week that the scale shows.
    """
    weeks = [week for plan in block.plans for week in plan.weeks]
    asked = [gate.week for gate in block.gates]
    last = max([*weeks, *asked, 1])
    return Row(
        kind="schedule",
        title=block.title,
        word=say.weeks(),
        count=last,
        inner=(
            *(_plan(plan, block.gates, say) for plan in block.plans),
            *(_gate(gate, say) for gate in block.gates),
        ),
        badge=(*_marks(last, asked, say), *_gates(block.gates, say)),
        said=(block.title,),
    )


def ladder_row(block: Ladder, say: Phrases) -> Row:
    """Return the row of an evidence ladder, the highest rung first.

    `word` are the names of all rungs, one a line: the longest says how wide a rung is.
    """
    return Row(
        kind="ladder",
        title=block.title,
        word="\n".join(say.level(rung.level) for rung in block.rungs),
        inner=tuple(_rung(rung, say) for rung in block.rungs),
        said=(block.title,),
    )


def _marks(last: int, asked: list[int], say: Phrases) -> list[Row]:
    """Return the marks of a scale, `columns` weeks apart; `level` is how far the next gate is."""
    step = next((step for step in _STEPS if last / step <= _MOST_MARKS), _STEPS[-1])
    return [
        Row(
            kind="mark",
            count=week,
            columns=step,
            level=min((abs(week - gate) for gate in asked), default=_STEPS[-1] * _MOST_MARKS),
            marker=say.number(week),
        )
        for week in range(0, last + 1, step)
    ]


def _plan(plan: Plan, gates: tuple[Gate, ...], say: Phrases) -> Row:
    return Row(
        kind="plan",
        word=(weeks := say.visits(plan.weeks)),
        text=styled(plan.label, say.number),
        plain=(label := said(plan.label, say)),
        inner=tuple(Row(kind="visit", count=week) for week in plan.weeks),
        badge=tuple(_gates(gates, say)),
        said=(sentence(label, weeks),),
    )


def _gates(gates: tuple[Gate, ...], say: Phrases) -> list[Row]:
    """Return where on the scale the gates are; `level` is how many weeks after the one before."""
    before = (0, *(gate.week for gate in gates))
    return [
        Row(kind="gate", count=gate.week, level=gate.week - last, marker=say.number(gate.week))
        for gate, last in zip(gates, before, strict=False)
    ]


def _gate(gate: Gate, say: Phrases) -> Row:
    return Row(
        kind="gate",
        count=gate.week,
        word=(word := say.gate(gate.week)),
        text=styled(gate.label, say.number),
        plain=(label := said(gate.label, say)),
        said=(sentence(word, label),),
    )


def _rung(rung: Rung, say: Phrases) -> Row:
    entries: list[Span] = []
    for spans in rung.entries:
        entries += [*([Text("; ")] if entries else []), *spans]
    return Row(
        kind="rung",
        tone=rung.level.value,
        level=_MARKS.index(rung.level),
        title=say.level(rung.level),
        word=(empty := "" if rung.entries else say.empty_rung()),
        label=said(entries, say),
        link=evidence_link(rung.level, tuple(entries)),
        inner=tuple(
            Row(kind="entry", text=styled(spans, say.number), plain=said(spans, say))
            for spans in rung.entries
        ),
        said=(say.evidence(rung.level), empty),
    )
