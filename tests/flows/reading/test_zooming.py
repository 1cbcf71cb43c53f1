"""A figure that is opened large is looked at closely: by buttons, two fingers, a drag, arrows.

WCAG 2.2, 2.5.1 and 2.5.7: whatever a pinch or a drag does a button does too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from tests.flows.clock import Clock
from tests.flows.large import at, figure_kiosk, fresh, open_large, pinch, size
from tests.flows.screen import Screen
from tests.patient_bot import PatientBot


@pytest.fixture(scope="module")
def running(
    qapp: object,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Screen]:
    """One kiosk for all tests; `screen` gives it back as it was."""
    yield from figure_kiosk(tmp_path_factory.mktemp("large") / "pack", PatientBot(request), Clock())


@pytest.fixture
def screen(running: Screen) -> Screen:
    return fresh(running)


def test_buttons_make_it_larger_and_smaller_and_show_all_of_it_again(screen: Screen) -> None:
    """WCAG 2.2, 2.5.1: what two fingers do, one does."""
    open_large(screen)
    assert size(screen) == pytest.approx(1)
    assert not screen.found("figure-whole")
    for wanted, said in ((1.5, "150 %"), (2, "200 %"), (3, "300 %"), (4, "400 %"), (4, "400 %")):
        screen.tap("figure-larger")
        assert size(screen) == pytest.approx(wanted)
        assert screen.plain(screen.item("figure-percent")) == said
    screen.tap("figure-smaller")
    assert size(screen) == pytest.approx(3)
    screen.tap("figure-whole")
    assert size(screen) == pytest.approx(1)
    screen.tap("figure-larger")
    screen.tap("figure-close")
    open_large(screen)
    assert size(screen) == pytest.approx(1), "the next time it is seen whole"


def test_two_fingers_stretch_it_and_what_was_between_them_stays_there(screen: Screen) -> None:
    open_large(screen)
    screen.tap("figure-larger")
    middle = screen.area(screen.item("figure-view")).center() + QPointF(60, -40)
    before = at(screen, middle)
    hands = pinch(screen, middle, 2)
    # A pinch counts from where Qt knows it for one: some millimetres apart.
    assert 2.3 < size(screen) < 3.05
    assert at(screen, middle) == pytest.approx(before, abs=0.01)
    hands.release()
    stretched = size(screen)
    hands = pinch(screen, middle, 0.2)
    hands.release()
    assert size(screen) == pytest.approx(1), "no smaller than it fits"
    pinch(screen, middle, 3).release()
    pinch(screen, middle, 3).release()
    assert size(screen) == pytest.approx(4) != stretched, "no larger than four times"
    assert screen.shell.desk.stage == "away"
    assert screen.visit.page == "overview"
    assert screen.theme.property("textScale") == 1


def test_a_pinch_that_is_taken_back_holds_nothing(screen: Screen) -> None:
    open_large(screen)
    middle = screen.area(screen.item("figure-view")).center()
    pinch(screen, middle, 2).cancel()
    larger = size(screen)
    assert larger > 1
    screen.drag(middle, QPointF(90, 0))
    assert size(screen) == larger
    screen.tap("figure-close")
    assert screen.shell.card.kind == ""


def test_a_finger_draws_it_aside_and_no_further_than_its_edges(screen: Screen) -> None:
    open_large(screen)
    screen.tap("figure-larger")
    screen.tap("figure-larger")
    picture, view = screen.item("figure-picture"), screen.item("figure-picture").parentItem()
    middle, before = screen.area(view).center(), picture.x()
    screen.drag(middle, QPointF(-150, 0))
    moved = before - picture.x()
    assert 120 < moved <= 150, "as far as the finger, less what makes a drag of it"
    for by in (QPointF(-500, -300), QPointF(-500, -300), QPointF(500, 300), QPointF(500, 300)):
        screen.drag(middle, by)
        area = QRectF(picture.x(), picture.y(), picture.width(), picture.height())
        assert area.adjusted(-1, -1, 1, 1).contains(QRectF(0, 0, view.width(), view.height()))
    assert (picture.x(), picture.y()) == pytest.approx((0, 0), abs=1)


def test_arrows_show_every_edge_without_a_drag_and_go_where_there_is_no_more(
    screen: Screen,
) -> None:
    """WCAG 2.2, 2.5.7: dragging movements."""
    open_large(screen)
    arrows = [f"figure-arrow-{side}" for side in ("left", "up", "right", "down")]
    assert not [name for name in arrows if screen.found(name)]
    screen.tap("figure-larger")
    screen.tap("figure-larger")
    screen.tap("figure-larger")
    picture, view = screen.item("figure-picture"), screen.item("figure-picture").parentItem()
    for name in arrows:
        taps = 0
        while screen.found(name):
            screen.tap(name)
            taps += 1
        assert 2 <= taps <= 12
    assert picture.x() + picture.width() == pytest.approx(view.width(), abs=1)
    assert picture.y() + picture.height() == pytest.approx(view.height(), abs=1)


def steepest(picture: QImage, area: QRectF) -> int:
    """Give the greatest difference between two pixels beside each other, of 255."""
    y = round(area.center().y())
    row = [QColor(picture.pixel(x, y)).green() for x in range(int(area.left()), int(area.right()))]
    return max(abs(a - b) for a, b in pairwise(row))


def test_it_is_drawn_anew_for_its_size_and_no_larger_than_is_seen(screen: Screen) -> None:
    open_large(screen)
    whole = screen.area(screen.item("figure-view")).adjusted(60, 60, -60, -60)
    view = QRectF(whole.center().x() - 60, whole.top(), 120, whole.height())
    for _ in range(3):
        screen.tap("figure-larger")
    screen.frame()
    drawn = steepest(screen.window.grabWindow(), view)
    part = screen.item("figure-part")
    pixels = part.property("implicitWidth") * part.property("implicitHeight")
    assert pixels == pytest.approx(part.width() * part.height(), rel=0.01), "a pixel each"
    assert pixels <= 2.3 * screen.window.width() * screen.window.height()
    part.parentItem().setVisible(False)
    screen.frame()
    stretched = steepest(screen.window.grabWindow(), view)
    assert drawn > 1.5 * stretched
