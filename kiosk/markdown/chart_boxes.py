"""The charts: boxes of numbers and grades, drawn by the kiosk and never as pictures of numbers.

Owns what `schedule` and `ladder` demand of their lines. Knows nothing of how they are drawn.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.markdown.inline import InlineParser
from kiosk.page.blocks import Gate, Ladder, Level, Plan, Rung, Schedule, Spans
from kiosk.page.terms import plain

LAST_WEEK = 520
"""Ten years: no plan of visits goes further, and a slip such as 2026 is no week."""

HIGHEST_FIRST = tuple(reversed(Level))
"""The rungs of a ladder from the top down."""

Line = tuple[str, Spans, int]
"""One line of a list: the words before its colon, what stands behind, and which line it is."""

_COMMA = re.compile(r"[,،、]")

_ASKS = ("?", "؟")
"""What a line begins with that asks whether to go on."""


def schedule(title: str, lines: list[Line], inline: InlineParser, at: int) -> Schedule:
    """Give the schedule of these lines, whose box begins at line `at`. Raises ContentError."""
    plans, gates = [], []
    for before, spans, line in lines:
        if before.lstrip().startswith(_ASKS):
            gates.append(Gate(_gate(before, spans, line, inline), inline.explainer.explain(spans)))
        else:
            plans.append(Plan(_weeks(before, spans, line, inline), inline.explainer.explain(spans)))
        if len({gate.week for gate in gates}) < len(gates):
            raise inline.source.error(
                f"two lines ask in week {gates[-1].week} whether to go on",
                "Write one line for each week, all that is to be asked behind its colon",
                line=line,
            )
    if not plans:
        raise inline.source.error(
            "the box 'schedule' needs one list with a line of visits, and nothing else",
            "Write one line a plan, such as - 0, 1, 2: 3 visits, one a week",
            line=at,
        )
    return Schedule(title, tuple(plans), tuple(sorted(gates, key=lambda gate: gate.week)))


def ladder(title: str, lines: list[Line], inline: InlineParser, at: int) -> Ladder:
    """Give the ladder of these lines, all its rungs, the empty ones too. Raises ContentError."""
    found: dict[Level, list[Spans]] = {level: [] for level in HIGHEST_FIRST}
    words = [level.value for level in HIGHEST_FIRST]
    for before, spans, line in lines:
        name = before.strip()
        if name not in words or not spans:
            raise inline.source.error(
                f"'{_as_written(before, spans)}' has no level of evidence before a colon",
                f"Write {', '.join(words[:-1])} or {words[-1]}, a colon, and what it is about",
                line=line,
            )
        found[Level(name)].append(inline.explainer.explain(spans))
    if not lines:
        raise inline.source.error(
            "the box 'ladder' needs one list and nothing else",
            "Write one line for each thing, such as - moderate: Lotion, women",
            line=at,
        )
    return Ladder(title, tuple(Rung(level, tuple(spans)) for level, spans in found.items()))


def _weeks(before: str, spans: Spans, line: int, inline: InlineParser) -> tuple[int, ...]:
    weeks = tuple(_week(part) for part in _COMMA.split(before))
    known = tuple(week for week in weeks if week is not None)
    if len(known) < len(weeks) or not spans:
        raise inline.source.error(
            f"'{_as_written(before, spans)}' is not a plan of visits",
            f"Write the weeks from 0 to {LAST_WEEK} with commas, a colon, and what it is",
            line=line,
        )
    if any(one >= two for one, two in pairwise(known)):
        raise inline.source.error(
            f"the weeks '{before.strip()}' don't go up",
            "Write each week once, the first visit first",
            line=line,
        )
    return known


def _gate(before: str, spans: Spans, line: int, inline: InlineParser) -> int:
    week = _week(before.strip()[1:])  # behind the mark
    if week is None or not spans:
        raise inline.source.error(
            f"'{_as_written(before, spans)}' is not a week to ask whether to go on",
            f"Write a question mark, one week from 0 to {LAST_WEEK}, a colon, and what to ask",
            line=line,
        )
    return week


def _week(words: str) -> int | None:
    """Give a week, in whatever digits it is written; None where the words are none."""
    words = words.strip()
    if not words.isdecimal() or len(words) > len(str(LAST_WEEK)):
        return None
    return int(words) if int(words) <= LAST_WEEK else None


def _as_written(before: str, spans: Spans) -> str:
    return f"{before.strip()}{': ' if spans else ''}{plain(spans)}"
