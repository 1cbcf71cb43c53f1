"""A figure is opened large by a touch or a key, and one touch leads back to the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from kiosk.visit.presence_state import Phase
from tests.flows.appearance.test_low_reach import DISPLAYS, become, high
from tests.flows.clock import Clock
from tests.flows.keyboard import Keyboard
from tests.flows.large import FIGURE, figure, figure_kiosk, fresh, open_large, size, write
from tests.flows.measuring import tappable, unreadable, untouchable
from tests.flows.packs import Writer
from tests.flows.screen import Screen, type_of
from tests.patient_bot import PatientBot


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def running(
    qapp: object,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    clock: Clock,
) -> Iterator[Screen]:
    """One kiosk for all tests; `screen` gives it back as it was."""
    yield from figure_kiosk(tmp_path_factory.mktemp("large") / "pack", PatientBot(request), clock)


@pytest.fixture
def screen(running: Screen) -> Screen:
    return fresh(running)


# It opens and closes


def test_a_touch_opens_a_figure_and_one_touch_leads_back_to_the_place(screen: Screen) -> None:
    picture = figure(screen)
    before, small = screen.scrolled, picture.width()
    screen.tap(picture)
    assert screen.item("figure-picture").width() > 1.1 * small
    words = screen.words(screen.item("figure-sheet"))
    assert "How it is made" in words
    assert "The second field" in words
    screen.tap("figure-close")
    assert screen.shell.card.kind == ""
    assert not screen.found("figure-sheet")
    assert screen.scrolled == pytest.approx(before, abs=1)


def test_a_finger_that_scrolls_opens_nothing(screen: Screen) -> None:
    start = screen.middle(figure(screen))
    screen.drag(start, QPointF(0, -120))
    assert screen.shell.card.kind == ""


def test_behind_an_opened_figure_nothing_is_touched(screen: Screen) -> None:
    tab = screen.area(screen.item("tab-two")).center()
    open_large(screen)
    bar = screen.item("figure-bar")
    for place in (tab, QPointF(640, 20), screen.area(bar).center()):
        screen.tap(place)
        assert screen.visit.page == "overview"
        assert screen.shell.card.kind == "figure"
    assert not [link for _, link in screen.links(screen.item("figure-sheet"))], "no way out"


# It goes


def test_it_waits_under_the_question_and_the_next_visitor_never_sees_it(
    screen: Screen, clock: Clock
) -> None:
    open_large(screen)
    screen.tap("figure-larger")
    assert clock.after(600, screen.shell.presence) == Phase.ASKED
    screen.frame()
    screen.tap(QPointF(100, 100))
    assert screen.shell.presence.phase == Phase.BROWSING
    assert size(screen) == pytest.approx(1.5), "who answers goes on where they were"
    clock.after(600, screen.shell.presence)
    assert clock.after(600, screen.shell.presence) == Phase.RESTING
    screen.frame()
    assert not screen.found("figure-sheet")
    screen.shell.presence.begin("en")
    screen.settle()
    assert screen.shell.card.kind == ""
    assert screen.shell.card.largeFigure.picture == ""
    open_large(screen)
    assert size(screen) == pytest.approx(1)


def test_ten_times_opened_it_leaves_nothing_behind(screen: Screen) -> None:
    def there() -> int:
        return sum(1 for _ in screen.items(hidden=True))

    counts = []
    for _ in range(10):
        open_large(screen)
        for _ in range(3):
            screen.tap("figure-larger")
        images = screen.of_type("Image", screen.item("figure-picture"))
        assert len(images) == 2
        assert not any(image.property("cache") for image in images), "Qt keeps none of them"
        screen.tap("figure-close")
        screen.wait(lambda: not screen.found("figure-sheet"))
        counts.append(there())
    assert len(set(counts)) == 1


def renew(screen: Screen, folder: Path) -> None:
    loaded = load_pack(folder, assets=shipped("assets"))
    screen.kiosk.current_text.pictures.turn_to(loaded.folder)
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        screen.shell.navigator.replace(loaded, PackPages(loaded))
    screen.frame()


def test_new_text_leaves_a_figure_that_is_as_it_was_and_takes_away_another(
    running: Screen, screen: Screen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    # The kiosk goes on with what it is given here.
    place = tmp_path_factory.mktemp("renewed")
    open_large(screen)
    screen.tap("figure-larger")
    said = FIGURE.replace("The second field", "The other field")
    renew(screen, write(Writer(place / "words", ("en", "ar")), said))
    assert "The other field" in screen.words(screen.item("figure-sheet"))
    assert size(screen) == pytest.approx(1.5)
    renew(screen, write(Writer(place / "drawn", ("en", "ar")), said, dot="var(--red)"))
    assert screen.shell.card.kind == "", "what it showed isn't true any more"
    open_large(screen)


# Keys


def test_six_keys_open_it_steer_it_and_lead_back(screen: Screen) -> None:
    """WCAG 2.2, 2.1.1 and 2.1.2."""
    keys = Keyboard(screen)
    keys.press("Home")
    while "How it is made" not in screen.words(keys.ringed):
        keys.press("Down")
    block = keys.ringed
    keys.press("Return")
    assert screen.shell.card.kind == "links", "its key holds a link, too"
    keys.press("Return")
    assert screen.shell.card.kind == "figure"
    assert keys.ringed.objectName() == "figure-view"
    stops = keys.round("Tab")
    assert set(keys.marked(screen.item("figure-sheet"))) <= set(stops)
    keys.reach("Down", "figure-larger")
    keys.press("Return", "Return", "Return")
    assert size(screen) == pytest.approx(3)
    keys.reach("Tab", "figure-view")
    left = screen.item("figure-picture").x()
    keys.press("Right")
    assert screen.item("figure-picture").x() < left - 100
    assert keys.ringed.objectName() == "figure-view"
    walked = {keys.press("Right").objectName() for _ in range(12)}  # type: ignore[union-attr]
    assert len(walked) > 1, "at the edge the focus goes on"
    keys.press("Escape")
    assert screen.shell.card.kind == ""
    assert keys.ringed == block


def test_plus_and_minus_size_it_only_while_the_picture_has_the_focus(screen: Screen) -> None:
    """WCAG 2.2, 2.1.4: character key shortcuts, "active only on focus"."""
    keys = Keyboard(screen)
    keys.press("Down", "Plus")
    assert screen.shell.card.kind == ""
    screen.shell.card.close()
    open_large(screen)
    keys.press("Tab")
    keys.reach("Tab", "figure-view")
    keys.press("Plus", "Plus", "Minus")
    assert size(screen) == pytest.approx(1.5)
    keys.reach("Tab", "figure-close")
    keys.press("Plus")
    assert size(screen) == pytest.approx(1.5)


# On every screen


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("display", DISPLAYS)
def test_nothing_is_cut_or_covered_and_in_low_reach_all_of_it_is_touched_low(
    screen: Screen, display: str, text_size: int
) -> None:
    become(screen, display, text_size)
    screen.shell.appearance.reach(True)
    screen.settle()
    open_large(screen)
    for _ in range(2):
        sheet = screen.item("figure-sheet")
        found = unreadable(screen, sheet) + untouchable(screen, sheet)
        assert not found, "\n".join(found)
        assert not high(screen, tappable(screen, sheet))
        assert screen.area(screen.item("figure-view")).height() > 0.3 * screen.window.height()
        screen.tap("figure-larger")
        screen.tap("figure-larger")


def test_from_right_to_left_the_buttons_change_sides_and_the_arrows_do_not(screen: Screen) -> None:
    screen.shell.navigator.chooseLanguage("ar")
    screen.settle()
    open_large(screen)
    screen.tap("figure-larger")
    screen.tap("figure-larger")
    middle = screen.window.width() / 2
    assert screen.area(screen.item("figure-close")).right() < middle
    assert screen.area(screen.item("figure-smaller")).left() > middle
    words = screen.area(screen.item("figure-words"))
    assert words.left() < screen.area(screen.item("figure-view")).left()
    left, right = screen.item("figure-arrow-left"), screen.item("figure-arrow-right")
    assert screen.area(left).right() < screen.area(right).left()
    assert [icon.property("mirror") for icon in screen.of_type("Icon", left)] == [False]
    assert type_of(screen.item("figure-sheet")) == "FigureSheet"
