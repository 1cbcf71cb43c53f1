"""Fingers and a mouse that drags: they leave no pane, and nothing half drawn or still pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.visit.presence_state import Phase
from kiosk.visit.waiting import Waiting
from tests.flows.hands import Hands
from tests.flows.input.screen_state import AT, state
from tests.flows.screen import Screen

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(kiosk: Callable[..., Screen]) -> Screen:
    """The kiosk's own pack, which moves."""
    return kiosk(moving=True)


def settled(screen: Screen) -> None:
    """Hold what must be true whenever nobody touches the glass."""
    screen.settle()
    screen.rest()
    stack = screen.stack
    assert stack.property("drag") == 0
    assert stack.property("progress") == 1
    assert screen.pane.parentItem().x() == 0
    shown = [pane for pane in screen.of_type("PaneView") if screen.reachable(pane).width() > 1]
    assert shown == [screen.pane], "one pane alone is on the screen"
    pressed = [
        handler
        for item in screen.items(hidden=True)
        for handler in screen.handlers(item)
        if (handler.property("pressed") or handler.property("active"))
        and not handler.inherits("QQuickHoverHandler")
    ]
    assert pressed == [], "nothing stays pressed"
    assert 0 <= screen.scrolled <= screen.furthest + 1
    assert not screen.column.property("moving")


def together(screen: Screen, starts: list[QPointF], ends: list[QPointF], steps: int = 8) -> Hands:
    """Draw several fingers over the glass at once, a frame a step, and leave them there."""
    hands = Hands(screen.window)
    hands.press(**{f"f{number}": at for number, at in enumerate(starts)})
    for step in range(1, steps + 1):
        screen.frame()
        way = zip(starts, ends, strict=True)
        hands.move(**{f"f{n}": a + (b - a) * (step / steps) for n, (a, b) in enumerate(way)})
    screen.frame()
    return hands


def row(count: int, at: QPointF) -> list[QPointF]:
    return [at + QPointF(0, 60 * number) for number in range(count)]


EDGES = {
    "top": (QPointF(640, 0), QPointF(640, 500)),
    "bottom": (QPointF(640, 799), QPointF(640, 300)),
    "left": (QPointF(0, 400), QPointF(500, 400)),
    "corner": (QPointF(1279, 799), QPointF(800, 300)),
}


def test_a_swipe_from_an_edge_shows_nothing_of_the_system(screen: Screen) -> None:
    for name, (start, end) in EDGES.items():
        was = state(screen)
        together(screen, [start], [end]).release()
        settled(screen)
        assert screen.visit.page in ("overview", "procedure"), name
        assert state(screen)[1] == was[1], name
        assert state(screen)[3:] == was[3:], name
        anew(screen)


def anew(screen: Screen) -> None:
    """Let another visitor come."""
    screen.shell.presence.rest()
    screen.shell.presence.begin("en")
    settled(screen)


GESTURES = {
    "pinch": ([QPointF(700, 350), QPointF(760, 350)], [QPointF(300, 350), QPointF(1150, 350)]),
    "pinch in": ([QPointF(300, 350), QPointF(1150, 350)], [QPointF(700, 350), QPointF(760, 350)]),
    "rotate": ([QPointF(600, 300), QPointF(800, 500)], [QPointF(800, 300), QPointF(600, 500)]),
    **{
        f"{count} fingers {name}": (
            row(count, QPointF(700, 200)),
            row(count, QPointF(700, 200) + by),
        )
        for count in (3, 4)
        for name, by in (
            ("left", QPointF(-400, 0)),
            ("up", QPointF(0, -180)),
            ("down", QPointF(0, 180)),
        )
    },
}


def test_a_gesture_of_many_fingers_leaves_nothing_and_enlarges_nothing(screen: Screen) -> None:
    for name, (starts, ends) in GESTURES.items():
        was = state(screen)
        together(screen, starts, ends).release()
        settled(screen)
        assert screen.visit.page in ("overview", "procedure"), f"{name}: at most one is turned"
        assert state(screen)[1] == was[1], name
        assert state(screen)[3:] == was[3:], name
        items = list(screen.items(screen.column))
        assert all(item.scale() == 1 and item.rotation() == 0 for item in items), name
        anew(screen)


def test_two_fingers_lifted_one_after_the_other_leave_nothing_half_drawn(screen: Screen) -> None:
    starts = [QPointF(900, 300), QPointF(1000, 500)]
    hands = together(screen, starts, [at - QPointF(200, 0) for at in starts])
    hands.release("f0")
    screen.frame()
    hands.move(f1=QPointF(700, 500))
    screen.frame()
    hands.release()
    settled(screen)


def test_a_tab_tapped_while_another_finger_drags_leaves_nothing_half_drawn(screen: Screen) -> None:
    hands = together(screen, [QPointF(900, 300)], [QPointF(650, 300)])
    hands.press(f1=screen.middle("tab-faq"))
    screen.frame()
    hands.release("f1")
    screen.frame()
    hands.move(f0=QPointF(500, 300))
    screen.frame()
    hands.release()
    settled(screen)


def test_a_swipe_while_a_finger_lies_on_a_tab_presses_nothing_for_good(screen: Screen) -> None:
    hands = Hands(screen.window)
    hands.press(f0=screen.middle("tab-faq"))
    screen.frame()
    hands.press(f1=QPointF(900, 300))
    for step in range(1, 9):
        hands.move(f1=QPointF(900 - 50 * step, 300))
        screen.frame()
    hands.release("f1")
    screen.frame()
    hands.release()
    settled(screen)


@pytest.mark.parametrize("way", [QPointF(-400, 0), QPointF(0, -200)])
def test_a_touch_taken_back_midway_turns_and_presses_nothing(screen: Screen, way: QPointF) -> None:
    starts = [QPointF(900, 400), screen.middle("tab-types")]
    hands = together(screen, starts, [starts[0] + way, starts[1]])
    hands.cancel()
    settled(screen)
    assert screen.visit.page == "overview"
    screen.tap("tab-faq")
    settled(screen)
    assert screen.visit.page == "faq", "touches work as before"
    screen.drag(QPointF(300, 400), QPointF(500, 0))
    settled(screen)
    assert screen.visit.page == "risks"


def test_a_finger_that_is_never_lifted_does_not_survive_the_visit(screen: Screen) -> None:
    fresh = screen.visit
    hands = together(
        screen, [QPointF(900, 400), screen.middle("tab-types")],
        [QPointF(600, 400), screen.middle("tab-types")],
    )  # fmt: skip
    screen.shell.presence.rest()
    hands.move(f0=QPointF(300, 400))
    hands.release()
    screen.frame()
    assert screen.visit == fresh
    screen.shell.presence.begin("en")
    settled(screen)
    screen.tap("tab-faq")
    settled(screen)
    assert screen.visit.page == "faq"


def test_a_finger_that_lay_there_when_the_question_came_only_answers(
    kiosk: Callable[..., Screen],
) -> None:
    clock = [0.0]
    waiting = Waiting(clock=lambda: clock[0], calendar=lambda: datetime(2026, 11, 23, 12))
    screen = kiosk(moving=True, waiting=waiting)
    hands = Hands(screen.window)
    hands.press(f0=screen.middle("tab-faq"))
    clock[0] += 10_000
    screen.shell.presence.check()
    assert screen.shell.presence.phase == Phase.ASKED
    hands.press(f1=screen.middle("about"))
    assert screen.shell.presence.phase == Phase.BROWSING
    hands.release("f0")
    hands.release("f1")
    settled(screen)
    assert screen.visit.page == "overview"
    screen.tap("tab-faq")
    settled(screen)
    assert screen.visit.page == "faq"


def test_a_mouse_dragged_out_of_the_window_carries_nothing_away(screen: Screen) -> None:
    left = Qt.MouseButton.LeftButton
    was = state(screen)
    QTest.mousePress(screen.window, left, NONE, AT.toPoint())
    for step in range(1, 10):
        QTest.mouseMove(screen.window, QPoint(800 + 50 * step, 400))
        screen.frame()
    assert QGuiApplication.topLevelWindows() == [screen.window]
    QTest.mouseRelease(screen.window, left, NONE, QPoint(1250, 400))
    settled(screen)
    assert state(screen)[1:] == was[1:]
