"""Low reach: one button brings the controls down, and lets the page be pulled down into reach.

ADA 308 and Section 508, 407.8: operable parts stand 15 to 48 inches (380 to 1220 mm) above the
floor. How high a screen hangs no software decides; this is what it does about one that hangs too
high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.start import Start
from kiosk.visit.presence_state import Phase
from tests.flows.clock import Clock
from tests.flows.measuring import painted, tappable, unreadable, untouchable
from tests.flows.packs import Writer
from tests.flows.screen import Screen
from tests.patient_bot import PatientBot

LOWEST = 0.4
"""The part of the screen, from below, in which the button always lies."""

DISPLAYS = {
    "landscape": (1920, 1080, 21.5),
    "portrait": (1080, 1920, 21.5),
    "tablet": (1280, 800, 10.1),
    "upright tablet": (800, 1280, 10.1),
}

TEXT = "\n\n".join(
    f"## Part {number}\n\nHere is a [[graft]] and *more* than one sentence about it. "
    f"See [the other page](two.md)." + " It goes on and on for a while." * 6
    for number in range(6)
)


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
    """One kiosk of two languages for all measurements; `screen` gives it back as it was."""
    pack = Writer(tmp_path_factory.mktemp("low") / "pack", ("en", "de"))
    text = TEXT.replace("[[graft]]", "graft")
    for name in ("overview", "two", "types", "risks", "faq"):
        pack.page(name, text.replace("two.md", "types.md")).page(name, text, language="de")
    pack.page("about", text, tab=False).about = "about"
    kiosk = Kiosk(
        Start(
            content=pack.written(),
            size=(1280, 800),
            moving=False,
            locked=True,
            waiting=clock.waiting(),
        )
    )
    kiosk.show()
    screen = Screen(kiosk, PatientBot(request))
    screen.settle()
    yield screen
    kiosk.close()


@pytest.fixture
def screen(running: Screen) -> Screen:
    running.shell.navigator.reset()
    running.shell.presence.begin("en")
    running.settle()
    return running


def become(screen: Screen, display: str, text_size: int) -> None:
    screen.measure(*DISPLAYS[display])
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=text_size))
    screen.settle()
    screen.frame()


def high(screen: Screen, items: list[QQuickItem]) -> list[str]:
    """Give one line for each item that reaches into the upper half of the screen."""
    middle = screen.window.height() / 2
    return [
        f"{item.objectName() or item} is at {screen.reachable(item).top():.0f}"
        for item in items
        if screen.reachable(item).height() > 0 and screen.reachable(item).top() < middle - 0.5
    ]


def reach_is_low(screen: Screen) -> bool:
    area = screen.reachable(screen.item("reach"))
    line = (1 - LOWEST) * screen.window.height()
    return area.height() >= 15 * screen.mm - 0.5 and area.top() >= line


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("display", DISPLAYS)
def test_one_touch_brings_all_controls_down_and_takes_no_height_from_the_page(
    screen: Screen, display: str, text_size: int
) -> None:
    become(screen, display, text_size)
    assert reach_is_low(screen)
    heights = {}
    for page in ("about", "overview"):
        screen.shell.navigator.turnTo(page)
        screen.settle()
        heights[page] = screen.column.height()
    screen.tap("reach")
    assert screen.visit.low
    for page in ("overview", "about"):
        screen.shell.navigator.turnTo(page)
        screen.settle()
        screen.frame()
        assert reach_is_low(screen)
        assert screen.column.height() == pytest.approx(heights[page], abs=1)
        assert screen.scrolled == pytest.approx(0, abs=1)
        own = [item for item in tappable(screen) if not screen.pane.isAncestorOf(item)]
        assert {"about", "display", "language-de"} <= {item.objectName() for item in own}
        assert not high(screen, own)
        found = unreadable(screen) + untouchable(screen)
        assert not found, "\n".join(found)
        screen.tap("more")
        assert 0 < screen.scrolled <= screen.column.height()
    screen.tap("reach")
    assert screen.area(screen.item("display")).top() < screen.window.height() / 2
    assert screen.column.height() == pytest.approx(heights["about"], abs=1)
    assert reach_is_low(screen)


@pytest.mark.parametrize("display", DISPLAYS)
def test_the_page_can_be_pulled_down_into_reach_and_stays_there(
    screen: Screen, display: str
) -> None:
    become(screen, display, 100)
    low = QPointF(screen.window.width() / 2, screen.window.height() * 0.55)
    by = QPointF(0, screen.area(screen.column).bottom() - low.y() - 1)
    screen.drag(low, by)
    screen.rest()
    assert screen.scrolled == pytest.approx(0, abs=1), "without Lower it springs back"
    screen.tap("reach")
    pulls = 0
    while high(screen, tappable(screen, screen.pane)) or screen.scrolled > -by.y() / 2:
        before = screen.scrolled
        screen.drag(low, by)
        screen.rest()
        pulls += 1
        assert screen.scrolled < before, "it stays where it was pulled to"
        assert pulls < 8
    found = untouchable(screen)
    assert not found, "\n".join(found)
    screen.tap("more")
    screen.rest()
    assert screen.scrolled >= 0
    screen.column.setProperty("contentY", -by.y() / 2)
    screen.tap("reach")
    assert screen.scrolled == pytest.approx(0, abs=1)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("display", DISPLAYS)
def test_cards_and_the_question_stand_in_the_lower_half_too(
    screen: Screen, clock: Clock, display: str, text_size: int
) -> None:
    become(screen, display, text_size)
    screen.tap("reach")
    screen.tap("display")
    card = screen.item("display-card")
    assert not high(screen, [card])
    found = unreadable(screen, card) + untouchable(screen, card)
    screen.tap("display-close")
    screen.shell.links.follow("overview", "outside:https%3A%2F%2Fexample.org")
    screen.frame()
    card = screen.item("card")
    assert not high(screen, [card])
    found += unreadable(screen, card)
    screen.shell.card.close()
    assert clock.after(3600, screen.shell.presence) == Phase.ASKED
    screen.frame()
    question = screen.item("still-there")
    assert not high(screen, screen.texts(question))
    found += unreadable(screen, question)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("display", ["landscape", "portrait", "tablet"])
def test_the_words_of_the_button_stand_in_one_line_off_its_border(
    kiosk: Callable[..., Screen], display: str, language: str
) -> None:
    width, height, diagonal = DISPLAYS[display]
    screen = kiosk(size=(width, height), diagonal=diagonal, language=language)
    said = []
    for _ in range(2):
        button = screen.item("reach")
        (words,) = screen.texts(button)
        said.append(screen.plain(words))
        assert words.property("lineCount") == 1
        around, inside = screen.area(button), painted(words)
        assert inside.left() - around.left() >= 3 * screen.mm - 1
        assert around.right() - inside.right() >= 3 * screen.mm - 1
        assert inside.center().x() == pytest.approx(around.center().x(), abs=1.5)
        screen.tap("reach")
    assert len(set(said)) == 2
    for name in screen.shell.navigator.tabs:
        (label,) = screen.texts(screen.item(f"tab-{name}"))
        assert label.property("lineCount") == 1, "no tab wraps for that"


def test_low_reach_lasts_for_the_visit_and_ends_with_it(screen: Screen) -> None:
    become(screen, "landscape", 100)
    screen.tap("reach")
    for touch in ("tab-types", "language-de", "about", "display", "display-close"):
        screen.tap(touch)
        screen.settle()
        assert screen.visit.low
    screen.shell.presence.rest()
    screen.shell.presence.begin("en")
    screen.settle()
    assert not screen.visit.low


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_ways_to_start_lie_in_the_lower_half(
    kiosk: Callable[..., Screen], tmp_path: Path, size: tuple[int, int]
) -> None:
    pack = Writer(tmp_path, ("en", "de")).page("one").page("one", language="de")
    screen = kiosk(pack.written(), size=size, resting=True)
    starts = screen.of_type("StartButton")
    assert len(starts) == 2
    assert not high(screen, starts)


@pytest.mark.parametrize("language", ["en", "bn"])
def test_the_way_back_up_is_whole_in_every_language(
    kiosk: Callable[..., Screen], tmp_path: Path, language: str
) -> None:
    pack = Writer(tmp_path, ("en", "bn")).page("one").page("one", language="bn")
    screen = kiosk(pack.written(), language=language)
    for display in DISPLAYS:
        for text_size in (100, 150, 200):
            become(screen, display, text_size)
            screen.shell.appearance.reach(True)
            screen.settle()
            reach = screen.item("reach")
            for text in screen.texts(reach):
                button = screen.area(reach).adjusted(-1, -1, 1, 1)  # of a pixel that was rounded
                assert button.contains(screen.area(text)), (display, text_size)
            screen.shell.appearance.reach(False)
