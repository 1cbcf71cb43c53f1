"""Scrolling with the finger, turning the page with it, and what a finger must not do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.start import Start
from tests.flows.clock import UNHURRIED
from tests.flows.screen import Screen, touchscreen
from tests.patient_bot import PatientBot

MIDDLE = QPointF(800, 400)


@pytest.fixture(scope="module")
def running(qapp: object, request: pytest.FixtureRequest, whole_pages: Path) -> Iterator[Screen]:
    """One kiosk for all; `screen` gives it to a new visitor."""
    start = Start(
        content=whole_pages, size=(1280, 800), moving=True, locked=True, waiting=UNHURRIED
    )
    kiosk = Kiosk(start)
    kiosk.show()
    yield Screen(kiosk, PatientBot(request))
    kiosk.close()


@pytest.fixture
def screen(running: Screen) -> Screen:
    """Give a kiosk on which what is turned or let go moves on."""
    running.shell.navigator.reset()
    running.settle()
    running.rest()
    assert state(running)[1:] == ("", 0, 0)
    return running


@pytest.fixture
def still(screen: Screen) -> None:
    """Let the visitor wish that nothing moves."""
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, still=True))
    assert not screen.theme.property("moving")


def test_the_text_goes_on_moving_when_the_finger_is_lifted(screen: Screen) -> None:
    # Where other work holds a frame up, the finger was a slow one: it is drawn once more.
    for _ in range(20):
        screen.column.setProperty("contentY", 0.0)
        screen.drag(MIDDLE, QPointF(0, -250), steps=6, stop=False)
        if screen.column.property("flicking"):
            break
    else:
        pytest.fail("no finger threw the text")
    at_release = screen.scrolled
    screen.rest()
    assert screen.scrolled > at_release + 5


def test_flicks_lead_to_the_foot_of_the_page(screen: Screen) -> None:
    flicks = 0
    while not screen.column.property("atYEnd"):
        screen.drag(MIDDLE + QPointF(0, 150), QPointF(0, -350), steps=5, stop=False)
        screen.rest()
        flicks += 1
        assert flicks < 80, "the foot can't be reached"
    assert screen.reachable(screen.item("foot-about")).height() > 0
    assert screen.found("top")
    assert not screen.found("more")


def test_a_slow_finger_stops_the_text_where_it_is_lifted(screen: Screen) -> None:
    screen.drag(MIDDLE, QPointF(0, -200))
    at_release = screen.scrolled
    screen.rest()
    assert screen.scrolled == pytest.approx(at_release, abs=15)


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_more_below_leads_to_the_foot_and_skips_nothing(
    kiosk: Callable[..., Screen], whole_pages: Path, size: tuple[int, int]
) -> None:
    screen = kiosk(whole_pages, size=size)
    while screen.found("more"):
        before = screen.scrolled
        screen.tap("more")
        assert before < screen.scrolled <= before + screen.column.height()
    assert screen.column.property("atYEnd")
    screen.tap("top")
    assert screen.scrolled == 0
    assert screen.found("more")


def test_a_swipe_turns_to_the_neighbour(screen: Screen) -> None:
    screen.drag(QPointF(900, 400), QPointF(-500, 0))
    screen.settle()
    assert screen.visit.page == "procedure"
    screen.drag(QPointF(300, 400), QPointF(500, 0))
    screen.settle()
    assert screen.visit.page == "overview"


def test_a_swipe_at_either_end_turns_to_nothing(screen: Screen) -> None:
    screen.drag(QPointF(300, 400), QPointF(500, 0))
    screen.settle()
    assert screen.visit.page == "overview"
    screen.tap("tab-faq")
    screen.settle()
    screen.drag(QPointF(900, 400), QPointF(-500, 0))
    screen.settle()
    assert screen.visit.page == "faq"
    assert screen.pane.parentItem().x() == 0


@pytest.mark.parametrize("by", [QPointF(-60, 0), QPointF(-40, -350), QPointF(0, 300)])
def test_a_short_or_upright_drag_turns_no_page(screen: Screen, by: QPointF) -> None:
    screen.drag(QPointF(900, 420), by)
    screen.settle()
    screen.rest()
    assert screen.visit.page == "overview"
    assert screen.pane.parentItem().x() == 0


def test_a_swipe_scrolls_nothing(screen: Screen) -> None:
    screen.tap("more")
    screen.rest()
    place = screen.scrolled
    screen.drag(QPointF(900, 400), QPointF(-500, 15))
    screen.settle()
    screen.tap("tab-overview")
    screen.settle()
    assert screen.scrolled == pytest.approx(place, abs=1)


def state(screen: Screen) -> tuple[object, ...]:
    selected = [item for item in screen.texts() if item.property("selectedText")]
    return screen.visit, screen.shell.card.kind, round(screen.scrolled), len(selected)


@pytest.mark.parametrize(
    ("name", "page"), [("tab-faq", "faq"), ("about", "about"), ("text", "overview")]
)
@pytest.mark.usefixtures("still")
def test_a_long_press_is_a_press_opens_no_menu_and_selects_nothing(
    screen: Screen, name: str, page: str
) -> None:
    hints = QGuiApplication.styleHints()
    before = hints.mousePressAndHoldInterval()
    hints.setMousePressAndHoldInterval(30)
    try:
        at = MIDDLE if name == "text" else screen.middle(name)
        windows = len(QGuiApplication.topLevelWindows())
        held = _handlers_under(screen, name)
        screen.press(at)
        if held:
            screen.wait(lambda: any(handler.property("timeHeld") > 0.06 for handler in held))
        else:
            for _ in range(6):
                screen.frame()
        screen.release(at)
        screen.frame()
        assert screen.visit.page == page
        assert state(screen)[2:] == (0, 0)
        assert len(QGuiApplication.topLevelWindows()) == windows
    finally:
        hints.setMousePressAndHoldInterval(before)


def _handlers_under(screen: Screen, name: str) -> list[QObject]:
    if name == "text":
        return []
    children = screen.item(name).children()
    return [each for each in children if each.inherits("QQuickTapHandler")]


@pytest.mark.usefixtures("still")
def test_a_double_tap_does_what_a_tap_does(screen: Screen) -> None:
    title = next(item for item in screen.texts(screen.column) if item.property("font").bold())
    was, at = state(screen), screen.middle(title)
    for _ in range(2):
        screen.press(at)
        screen.release(at)
    screen.frame()
    assert state(screen) == was
    tab = screen.middle("tab-types")
    for _ in range(2):
        screen.press(tab)
        screen.release(tab)
    screen.settle()
    assert screen.visit.page == "types"


@pytest.mark.usefixtures("still")
def test_a_pinch_enlarges_nothing(screen: Screen) -> None:
    was, scale = state(screen), screen.theme.property("textScale")
    left, right = MIDDLE - QPointF(40, 0), MIDDLE + QPointF(40, 0)
    QTest.touchEvent(screen.window, touchscreen()).press(0, left.toPoint()).press(
        1, right.toPoint()
    ).commit()
    for step in range(1, 8):
        screen.frame()
        QTest.touchEvent(screen.window, touchscreen()).move(
            0, (left - QPointF(25 * step, 0)).toPoint()
        ).move(1, (right + QPointF(25 * step, 0)).toPoint()).commit()
    QTest.touchEvent(screen.window, touchscreen()).release(
        0, (left - QPointF(175, 0)).toPoint()
    ).release(1, (right + QPointF(175, 0)).toPoint()).commit()
    screen.settle()
    assert state(screen) == was
    assert screen.theme.property("textScale") == scale
    assert all(item.scale() == 1 for item in screen.items(screen.column))


def test_two_fingers_turn_at_most_one_page(screen: Screen) -> None:
    first, second = QPointF(900, 300), QPointF(1000, 500)
    QTest.touchEvent(screen.window, touchscreen()).press(0, first.toPoint()).press(
        1, second.toPoint()
    ).commit()
    for step in range(1, 11):
        by = QPointF(-50 * step, 0)
        screen.frame()
        QTest.touchEvent(screen.window, touchscreen()).move(0, (first + by).toPoint()).move(
            1, (second + by).toPoint()
        ).commit()
    by = QPointF(-500, 0)
    QTest.touchEvent(screen.window, touchscreen()).release(0, (first + by).toPoint()).release(
        1, (second + by).toPoint()
    ).commit()
    screen.settle()
    assert screen.visit.page in ("overview", "procedure")


@pytest.mark.usefixtures("still")
def test_a_right_click_does_nothing(screen: Screen) -> None:
    was = state(screen)
    for at in (MIDDLE, screen.middle("tab-faq"), screen.middle("about"), screen.middle("more")):
        QTest.mouseClick(
            screen.window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at.toPoint()
        )
    screen.frame()
    assert state(screen) == was
