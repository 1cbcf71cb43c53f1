"""Schedules and ladders: what is read from their lines, and what is drawn to scale from that."""

from __future__ import annotations

import itertools

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Gate, Ladder, Level, Plan, Rung, Schedule, Text
from kiosk.page.phrases import Phrases
from kiosk.page.terms import plain
from kiosk.rows.chart_rows import ladder_row, schedule_row
from kiosk.rows.rich_text import link_target
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from kiosk.ui.qt.translations import Translations
from tests.fuzz.marks import FRONT

WORDS = (Text("words"),)
BENGALI = Translations(shipped("assets") / "translations").phrases("bn")


def only(body: str) -> object:
    page = parse_page(FRONT + body, name="x", language="en", file="x", terms={}, facts={})
    return page.blocks[0]


def inside(model: tuple[Row, ...] | None) -> list[Row]:
    assert model is not None
    return list(model)


def schedule(*weeks: int, gates: tuple[int, ...] = ()) -> Row:
    asked = tuple(Gate(gate, WORDS) for gate in gates)
    return schedule_row(Schedule("T", (Plan(weeks, WORDS),), asked), Phrases())


def marks(row: Row) -> list[Row]:
    return [each for each in inside(row.badge) if each.kind == "mark"]


def test_weeks_are_read_in_any_digits_and_gates_stand_in_their_order() -> None:
    block = only(
        "!!! schedule\n    - 0, ২,4 : **Two** weeks: apart\n"
        "    - ? 26: B\n    - ?১৩: A: or not?\n    - ؟ ٤٠: C\n"
    )
    assert isinstance(block, Schedule)
    assert [(plan.weeks, plain(plan.label)) for plan in block.plans] == [
        ((0, 2, 4), "Two weeks: apart")
    ]
    assert [(gate.week, plain(gate.label)) for gate in block.gates] == [
        (13, "A: or not?"), (26, "B"), (40, "C"),
    ]  # fmt: skip


def test_a_ladder_has_all_rungs_the_highest_first_and_what_stands_on_each_in_its_order() -> None:
    block = only("!!! ladder\n    - low: A\n    - moderate: B\n    - low: **C**\n")
    assert isinstance(block, Ladder)
    assert [(rung.level.value, list(map(plain, rung.entries))) for rung in block.rungs] == [
        ("high", []), ("moderate", ["B"]), ("low", ["A", "C"]), ("very-low", []), ("none", []),
    ]  # fmt: skip


@pytest.mark.parametrize("last", [0, 1, 7, 26, 30, 31, 104, 520])
def test_a_scale_goes_on_to_the_last_week_with_a_mark_for_as_many_as_can_be_told_apart(
    last: int,
) -> None:
    row = schedule(*sorted({0, last}))
    counts = [each.count for each in marks(row)]
    assert row.count == max(last, 1)
    assert counts[0] == 0
    assert len(counts) <= 31
    assert {later - week for week, later in itertools.pairwise(counts)} <= {marks(row)[0].columns}
    assert row.count - counts[-1] < marks(row)[0].columns


def test_a_scale_reaches_to_the_last_gate() -> None:
    assert schedule(0, 1, gates=(13, 26)).count == 26


def test_a_mark_knows_how_far_the_next_gate_is_and_a_gate_how_far_the_one_before() -> None:
    row = schedule(0, 1, gates=(3, 5))
    assert [each.level for each in marks(row)] == [3, 2, 1, 0, 1, 0]
    gates = [each for each in inside(row.badge) if each.kind == "gate"]
    assert [(each.count, each.level) for each in gates] == [(3, 3), (5, 2)]


def test_every_visit_is_a_dot_and_every_gate_a_line_in_its_week() -> None:
    plan, gate = inside(schedule(0, 2, 9, gates=(13,)).inner)
    assert [each.count for each in inside(plan.inner)] == [0, 2, 9]
    assert [each.count for each in inside(plan.badge)] == [13]
    assert (gate.kind, gate.count, gate.word) == ("gate", 13, "Week 13: go on, or stop?")


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ((3,), "Visits in weeks: 3"),
        ((0, 4), "Visits in weeks: 0, 4"),
        ((0, 1, 2, 3), "Visits in each week from 0 to 3"),
        ((1, 4, 7), "Visits every 3 weeks, from week 1 to week 7"),
        ((0, 1, 3), "Visits in weeks: 0, 1, 3"),
    ],
)
def test_the_weeks_of_the_visits_are_said_exactly(weeks: tuple[int, ...], said: str) -> None:
    assert inside(schedule(*weeks).inner)[0].word == said


def test_a_schedule_counts_in_the_digits_of_its_page() -> None:
    row = schedule_row(Schedule("", (Plan((0, 12), WORDS),), (Gate(13, WORDS),)), BENGALI)
    assert [each.marker for each in marks(row)][-1] == "১৩"
    plan, gate = inside(row.inner)
    assert "০, ১২" in plan.word
    assert "১৩" in gate.word


def test_a_rung_has_its_word_as_many_marks_as_its_level_and_says_when_it_is_empty() -> None:
    rungs = (Rung(Level.HIGH, ()), Rung(Level.LOW, (WORDS, WORDS)), Rung(Level.NONE, (WORDS,)))
    row = ladder_row(Ladder("T", rungs), Phrases())
    high, low, none = inside(row.inner)
    assert [each.level for each in (high, low, none)] == [4, 2, 0]
    assert (high.title, high.word) == ("High", "Nothing here")
    assert (low.title, low.word, low.label) == ("Low", "", "words; words")
    assert [each.plain for each in inside(low.inner)] == ["words", "words"]
    assert row.word.split("\n") == ["High", "Low", "None found"]


def test_a_touch_on_a_rung_explains_its_level_with_all_its_sources() -> None:
    block = only(
        "!!! ladder\n    - low: A[^a]\n    - low: B[^b]\n\n[^a]: One. 2020.\n[^b]: Two. 2021.\n"
    )
    assert isinstance(block, Ladder)
    rung = inside(ladder_row(block, Phrases()).inner)[2]
    assert link_target(rung.link) == ("evidence", ("low", "A; B", "1", "2"))
