"""Touching questions: they open one at a time, under the finger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from tests.flows.packs import Writer
from tests.flows.screen import Screen

ANSWERS = {
    "what": "Small injections.",
    "work": "\n\n".join(
        f"{n}. Nobody knows, as small studies disagree." for n in "ABCDEFGHIJKLMNOP"
    ),
    "type": "Perhaps.",
    "cure": "Pattern hair loss goes on.",
    "prp": "A part of your own blood.",
    **dict.fromkeys(map(str, range(20)), "An answer."),
}
"""Questions by their anchors, one with an answer higher than a low screen."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    asked = "\n\n".join(f"### {each}? {{#{each}}}\n\n{ANSWERS[each]}" for each in ANSWERS)
    pages = (
        Writer(tmp_path / "pack").page("overview").page("faq", f"## All\n\n{asked}", layout="faq")
    )
    return pages.page("risks").written()


@pytest.fixture
def faq(kiosk: Callable[..., Screen], pack: Path) -> Screen:
    screen = kiosk(pack, size=(1280, 800))
    screen.tap("tab-faq")
    screen.settle()
    return screen


def question(screen: Screen, anchor: str) -> QQuickItem:
    [block] = [
        item
        for item in screen.of_type("QuestionBlock", screen.column)
        if item.property("anchor") == anchor
    ]
    return block


def test_on_a_small_screen_they_stand_in_two_columns_as_far_apart_as_below_each_other(
    kiosk: Callable[..., Screen], pack: Path
) -> None:
    screen = kiosk(pack, size=(1280, 800), diagonal=10.1)
    screen.tap("tab-faq")
    screen.settle()
    areas = [screen.area(each) for each in screen.of_type("QuestionBlock", screen.column)]
    left, right = sorted({area.left() for area in areas})
    gap = 3 * screen.shell.appearance.mm
    assert right - max(area.right() for area in areas if area.left() == left) == (
        pytest.approx(gap, abs=1)
    )
    below = question(screen, "work").property("lead")
    assert below == pytest.approx(gap, abs=1)


def head(screen: Screen, anchor: str) -> QPointF:
    """A point on a question's own line."""
    block = question(screen, anchor)
    first = next(item for item in screen.texts(block))
    return screen.area(first).center()


def test_a_touched_question_opens_and_another_touch_closes_it(faq: Screen) -> None:
    faq.reach(question(faq, "cure"))
    faq.tap(head(faq, "cure"))
    assert faq.visit.question("faq") == "cure"
    assert faq.reads("Pattern hair loss goes on.")
    faq.rest()
    faq.tap(head(faq, "cure"))
    assert faq.visit.question("faq") == ""
    assert not faq.reads("Pattern hair loss goes on.")


def test_one_question_is_open_at_a_time(faq: Screen) -> None:
    for anchor in ("what", "work", "type"):
        faq.reach(question(faq, anchor))
        faq.tap(head(faq, anchor))
        faq.rest()
        opened = [item for item in faq.of_type("QuestionBlock") if item.property("opened")]
        assert [item.property("anchor") for item in opened] == [anchor]


@pytest.mark.parametrize("moving", [True, False])
def test_the_touched_question_stays_under_the_finger(
    kiosk: Callable[..., Screen], pack: Path, moving: bool
) -> None:
    screen = kiosk(pack, size=(1280, 800), moving=moving)
    screen.tap("tab-faq")
    screen.settle()
    screen.reach(question(screen, "work"))
    screen.tap(head(screen, "work"))
    screen.rest()
    # The one above closes and takes its height away; the one below must not jump up.
    screen.reach(question(screen, "type"))
    finger = head(screen, "type")
    screen.tap(finger)
    assert head(screen, "type").y() == pytest.approx(finger.y(), abs=2) or (
        screen.area(question(screen, "type")).top() >= screen.area(screen.column).top()
    )
    screen.rest()
    area = screen.area(question(screen, "type"))
    seen = screen.area(screen.column)
    assert area.top() >= seen.top() - 1
    assert area.bottom() <= seen.bottom() + 1 or area.top() <= seen.top() + 15 * screen.mm


@pytest.mark.parametrize("moving", [True, False])
def test_an_answer_too_long_for_the_rest_of_the_screen_comes_to_its_top(
    kiosk: Callable[..., Screen], pack: Path, moving: bool
) -> None:
    screen = kiosk(pack, size=(1280, 800), moving=moving)
    screen.tap("tab-faq")
    screen.settle()
    screen.reach(question(screen, "work"))
    screen.tap(head(screen, "work"))
    screen.rest()
    seen, area = screen.area(screen.column), screen.area(question(screen, "work"))
    assert area.height() > seen.height() / 2
    assert seen.top() - 1 <= area.top() <= seen.top() + 15 * screen.mm


def test_closing_keeps_the_question_under_the_finger(faq: Screen) -> None:
    faq.reach(question(faq, "prp"))
    faq.tap(head(faq, "prp"))
    faq.rest()
    finger = head(faq, "prp")
    faq.tap(finger)
    faq.rest()
    assert head(faq, "prp").y() == pytest.approx(finger.y(), abs=2) or (
        faq.scrolled == pytest.approx(faq.furthest)
    )
    assert 0 <= faq.scrolled <= faq.furthest + 1


def test_a_drag_that_starts_on_a_question_scrolls_and_opens_nothing(faq: Screen) -> None:
    faq.reach(question(faq, "cure"))
    before = faq.scrolled
    faq.drag(head(faq, "cure"), QPointF(0, -150))
    faq.rest()
    assert faq.visit.question("faq") == ""
    assert faq.scrolled > before + 50


def test_an_open_question_is_still_open_when_one_comes_back(faq: Screen) -> None:
    faq.reach(question(faq, "cure"))
    faq.tap(head(faq, "cure"))
    faq.rest()
    place = faq.scrolled
    faq.tap("tab-risks")
    faq.settle()
    faq.tap("tab-faq")
    faq.settle()
    assert faq.visit.question("faq") == "cure"
    assert faq.scrolled == pytest.approx(place)
