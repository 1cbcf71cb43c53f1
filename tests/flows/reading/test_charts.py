"""Schedules and evidence ladders on the screen: drawn to scale, and told without sight of them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.flows.measuring import unreadable, untouchable
from tests.flows.packs import Writer
from tests.flows.screen import Screen

PLANS = (tuple(range(8)), tuple(range(0, 24, 2)))
GATES = (13, 26)

TEXT = f"""!!! schedule "Two plans"
    - {", ".join(map(str, PLANS[0]))}: 8 visits
    - {", ".join(map(str, PLANS[1]))}: 12 visits, and more words than stand on a line of a tablet
    - ? 13: Month 3. Is it helping?
    - ? 26: Month 6. Look again.

!!! ladder "How sure"
    - moderate: One thing[^a]
    - low: Another thing
    - low: A third thing

[^a]: One study. 2020."""

DISPLAYS = [
    pytest.param((1920, 1080), 21.5, 100, id="landscape"),
    pytest.param((1080, 1920), 21.5, 200, id="portrait, 200 %"),
    pytest.param((1280, 800), 10.1, 100, id="tablet"),
    pytest.param((800, 1280), 10.1, 200, id="tablet on end, 200 %"),
]

Open = Callable[..., Screen]


@pytest.fixture
def opened(kiosk: Open, tmp_path: Path) -> Open:
    pack = Writer(tmp_path).page("one", TEXT).written()
    return lambda *size, **more: kiosk(pack, size=size or (1280, 800), **more)


def middles(screen: Screen, items: list[QQuickItem]) -> list[float]:
    return [screen.area(item).center().x() for item in items]


def lines(screen: Screen, plan: QQuickItem) -> list[QQuickItem]:
    """The lines of the gates: as high as what they cross."""
    return [
        each
        for each in screen.of_type("Rectangle", plan)
        if each.height() == plan.height() and each.width() < 8
    ]


@pytest.mark.parametrize(("size", "diagonal", "text_size"), DISPLAYS)
def test_visits_gates_and_numbers_stand_on_one_scale_of_weeks(
    opened: Open, size: tuple[int, int], diagonal: float, text_size: int
) -> None:
    screen = opened(*size, diagonal=diagonal, text_size=text_size)
    plans = screen.of_type("SchedulePlan")
    dots = [middles(screen, screen.found("visit", plan)) for plan in plans]
    assert [len(each) for each in dots] == [8, 12]
    start = dots[0][0]
    week = (dots[1][-1] - start) / 22
    assert week > 0
    for found, weeks in zip(dots, PLANS, strict=True):
        assert found == pytest.approx([start + each * week for each in weeks], abs=0.6)
    for plan in plans:
        gates = middles(screen, lines(screen, plan))
        assert gates == pytest.approx([start + each * week for each in GATES], abs=1.1)
    [scale] = screen.of_type("WeekScale")
    marks = middles(screen, screen.of_type("GateMark", scale))
    assert marks == pytest.approx([start + each * week for each in GATES], abs=1.1)
    numbers = {
        int(screen.plain(text)): screen.area(text)
        for text in screen.texts(scale)
        if screen.plain(text).isdecimal()
    }
    assert {0, *GATES} <= set(numbers)
    for number, area in numbers.items():
        assert area.center().x() == pytest.approx(start + number * week, abs=1.1), number
    assert_apart(list(numbers.values()))


def assert_apart(areas: list[QRectF]) -> None:
    ends = sorted((area.left(), area.right()) for area in areas)
    assert all(left > right for (_, right), (left, _) in itertools.pairwise(ends))


@pytest.mark.parametrize(("size", "diagonal", "text_size"), DISPLAYS)
def test_nothing_of_a_chart_is_cut_covered_or_too_small_to_touch(
    opened: Open, size: tuple[int, int], diagonal: float, text_size: int
) -> None:
    screen = opened(*size, diagonal=diagonal, text_size=text_size)
    for kind in ("ScheduleBlock", "LadderBlock"):
        [block] = screen.of_type(kind)
        assert not unreadable(screen, block)
        assert not untouchable(screen, block)
        right = screen.area(block).right()
        assert all(screen.area(each).right() <= right + 1 for each in screen.items(block))


def test_the_lines_of_the_gates_run_through_all_plans_without_a_gap(opened: Open) -> None:
    screen = opened()
    first, second = screen.of_type("SchedulePlan")
    [scale] = screen.of_type("WeekScale")
    ends = [screen.area(each) for each in (scale, first, second)]
    for above, below in itertools.pairwise(ends):
        assert below.top() == pytest.approx(above.bottom(), abs=0.6)
    assert screen.area(screen.of_type("ScheduleGate")[0]).top() >= ends[-1].bottom() - 1


def test_a_schedule_of_one_visit_and_one_of_ten_years_are_drawn(
    kiosk: Open, tmp_path: Path
) -> None:
    long = ", ".join(map(str, range(0, 521, 52)))
    text = f"!!! schedule\n    - 0: Once\n\n!!! schedule\n    - {long}: Each year\n    - ? 1: A\n"
    screen = kiosk(Writer(tmp_path).page("one", text).written())
    one, many = screen.of_type("ScheduleBlock")
    assert len(screen.found("visit", one)) == 1
    assert len(screen.found("visit", many)) == 11
    for block in (one, many):
        numbers = [
            screen.area(text)
            for text in screen.texts(screen.of_type("WeekScale", block)[0])
            if screen.plain(text).isdecimal()
        ]
        assert numbers
        assert_apart(numbers)


@pytest.mark.parametrize(("size", "diagonal", "text_size"), DISPLAYS)
def test_the_rungs_stand_from_the_surest_down_each_with_what_is_on_it(
    opened: Open, size: tuple[int, int], diagonal: float, text_size: int
) -> None:
    screen = opened(*size, diagonal=diagonal, text_size=text_size)
    rungs = screen.of_type("LadderRung")
    said = [[screen.plain(text) for text in screen.texts(rung)] for rung in rungs]
    assert said == [
        ["High", "Nothing here"],
        ["Moderate", "One thing\u00a0[1]"],
        ["Low", "Another thing", "A third thing"],
        ["Very low", "Nothing here"],
        ["None found", "Nothing here"],
    ]
    tops = [screen.area(rung).top() for rung in rungs]
    assert tops == sorted(tops)
    filled = [
        sum(bool(bar.property("full")) for bar in screen.of_type("FillMarks", rung)[0].childItems())
        for rung in rungs
    ]
    assert filled == [4, 3, 2, 1, 0]


def test_a_touch_on_a_rung_explains_its_level_and_one_on_its_source_shows_that(
    opened: Open,
) -> None:
    screen = opened()
    rung = screen.of_type("LadderRung")[1]
    screen.reach(rung)
    screen.tap(screen.area(rung).topLeft() + QPointF(6 * screen.mm, 7 * screen.mm))
    screen.wait(lambda: screen.shell.card.kind == "evidence")
    assert "moderate" in str(screen.shell.card.title).lower()
    screen.shell.card.close()
    screen.tap_link("source:1", screen.of_type("LadderBlock")[0])
    screen.wait(lambda: screen.shell.card.kind == "source")


def test_the_weeks_are_named_exactly_for_who_cannot_see_the_dots(opened: Open) -> None:
    screen = opened()
    names = [
        QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        for kind in ("SchedulePlan", "ScheduleGate", "LadderRung")
        for each in screen.of_type(kind)
    ]
    assert names[0] == "8 visits. Visits in each week from 0 to 7"
    assert names[1].endswith("Visits every 2 weeks, from week 0 to week 22")
    assert names[2:4] == [
        "Week 13: go on, or stop? Month 3. Is it helping?",
        "Week 26: go on, or stop? Month 6. Look again.",
    ]
    assert names[5].startswith("Moderate: One thing")
    assert names[4] == "High: Nothing here"
