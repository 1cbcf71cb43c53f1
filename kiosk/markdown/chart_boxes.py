"""The charts: boxes of numbers and grades, drawn by the kiosk and never as pictures of numbers.

Owns what `schedule` and `ladder` demand of their lines, and how a line of any chart is split at its
colon. Knows nothing of how they are drawn.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kiosk.markdown.inline import InlineParser, tidy
from kiosk.page.blocks import Footnote, Gate, Ladder, Level, Plan, Rung, Schedule, Spans, Text
from kiosk.page.terms import flattened, plain

LAST_WEEK = 520
"""Ten years: no plan of visits goes further, and a slip such as 2026 is no week."""

HIGHEST_FIRST = tuple(reversed(Level))
"""The rungs of a ladder from the top down."""

Line = tuple[str, Spans, int]
"""One line of a list: the words before its colon, what stands behind, and which line it is."""

_COLON = re.compile(r":(?=\s|$)")
_COMMA = re.compile(r"[,،、]")

_ASKS = ("?", "؟")
"""What a line begins with that asks whether to go on."""


def halves(spans: Spans) -> tuple[str, Spans]:
    """Split at the first colon that a space or the end follows: the words before, the spans after.

    A time such as 9:30 holds a colon that is none; without one the second part is empty. Marks of
    sources before the colon come behind the words after it.
    """
    before = ""
    for at, span in enumerate(spans):
        words, behind = plain([span]), spans[at + 1 :]
        colon = _COLON.search(words) if isinstance(span, Text) else None
        if colon:
            behind = (Text(words[colon.end() :]), *behind)
            words = words[: colon.start()]
        elif words.rstrip().endswith(":"):
            words = words.rstrip()[:-1]
        else:
            before += words
            continue
        notes = (each for each in flattened(spans[: at + 1]) if isinstance(each, Footnote))
        return before + words, tidy((*behind, *notes))
    return before, ()


def people(before: str) -> int | None:
    """Give how many people in 100 are meant, in whatever digits; None where the words are none."""
    number = before.strip()
    known = number.isdecimal() and len(number) <= 3 and int(number) <= 100
    return int(number) if known else None


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
        if name not in words or not plain(spans).strip():
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
    if len(known) < len(weeks) or not plain(spans).strip():
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
    if week is None or not plain(spans).strip():
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
