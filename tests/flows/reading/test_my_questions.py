"""All that is ticked, on one page: by touch, by keys, in each language, for one visit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QAccessible

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.input.spoken_guide import described
from kiosk.ui.reading.page_source import PackPages
from tests.flows.clock import Clock
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen

DOORS = """\
## Costs {#costs}

- [ ] How much?
- [ ] Who pays?

## Two {#two}

Words.

## Three {#three}

Words.
"""
GERMAN_DOORS = DOORS.replace("Costs", "Kosten").replace("How much?", "Wie viel?")
ITEMS = "- [ ] First thing?\n- [ ] Last thing?\n"
GERMAN = "- [ ] Das Erste?\n- [ ] Das Letzte?\n"


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "de"))
    writer.page("one", DOORS, layout="doors").page("one", GERMAN_DOORS, language="de")
    writer.page("ask", ITEMS, tab=False).page("ask", GERMAN, language="de", tab=False)
    writer.extras = ["ask"]
    return writer


@pytest.fixture
def screen(kiosk: Callable[..., Screen], pack: Writer) -> Screen:
    return kiosk(pack.written(), size=(1920, 1080), waiting=Clock().waiting())


def tick_two(screen: Screen) -> None:
    """Tick something behind a door, and something on a page that is no tab."""
    screen.shell.navigator.enter("one", "costs")
    screen.settle()
    screen.tap("tick-0")
    screen.shell.navigator.turnTo("ask")
    screen.settle()
    screen.tap("tick-1")


def lines(screen: Screen) -> list[tuple[str, bool]]:
    """Give what stands there to tick, from top to bottom, and whether it is ticked."""
    items = [each for each in screen.items() if each.objectName().startswith("tick-")]
    return [
        (QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name),
         bool(each.property("checked")))
        for each in items
    ]  # fmt: skip


def test_the_button_comes_with_the_first_tick_and_counts_them(screen: Screen) -> None:
    assert not screen.found("my-questions")
    tick_two(screen)
    assert screen.reads("My questions: 2")
    place = screen.area(screen.item("my-questions"))
    screen.tap("tab-one")
    screen.settle()
    assert screen.area(screen.item("my-questions")) == place
    screen.shell.navigator.tick("one", 0)
    screen.shell.navigator.tick("ask", 1)
    screen.frame()
    assert not screen.found("my-questions")


def test_one_touch_shows_all_that_is_ticked_anywhere(screen: Screen) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    assert lines(screen) == [("How much?", True), ("Last thing?", True)]
    for words in ("Page one", "Costs", "Page ask", "Test Clinic, 23 November 2026"):
        assert screen.reads(words)
    assert not screen.reads("Written by")
    assert screen.reads("Draft, not yet clinically reviewed"), "as its lines are"
    sizes = {each.property("font").pixelSize() for each in screen.texts(screen.item("tick-0"))}
    assert sizes == {screen.theme.property("heading")}, "in large letters"


def test_on_a_low_screen_the_room_is_for_what_is_ticked(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written(), size=(1280, 800), diagonal=10.1)

    def sizes() -> list[object]:
        (head,) = screen.of_type("PageHead")
        title, lead = [
            each for each in screen.texts(head) if "Draft" not in str(each.property("text"))
        ]
        return [each.property("font").pixelSize() for each in (title, lead)]

    screen.settle()
    assert sizes() == [screen.theme.property("title"), screen.theme.property("lead")]
    screen.shell.navigator.tick("ask", 0)
    screen.shell.links.gather()
    screen.settle()
    assert sizes() == [screen.theme.property("subheading"), screen.theme.property("small")]


def test_back_leads_to_where_it_was_opened(screen: Screen) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    screen.tap("back")
    screen.settle()
    assert screen.visit.page == "ask"
    screen.tap("tab-one")
    screen.settle()
    screen.tap("my-questions")
    screen.settle()
    screen.tap("back")
    screen.settle()
    assert screen.visit.page == "one"


def test_another_language_says_the_same_lines_in_its_own_words(screen: Screen) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    screen.tap("language-de")
    screen.settle()
    assert lines(screen) == [("Wie viel?", True), ("Das Letzte?", True)]
    assert screen.reads("Kosten")


def test_a_tick_taken_away_there_is_gone_everywhere_and_its_line_can_be_ticked_again(
    screen: Screen,
) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    screen.tap("tick-1")
    assert lines(screen) == [("How much?", True), ("Last thing?", False)]
    assert screen.visit.ticked == {("one", 0)}
    assert screen.reads("My questions: 1")
    screen.tap("tick-1")
    assert screen.visit.ticked == {("one", 0), ("ask", 1)}
    screen.tap("tick-1")
    screen.tap("tab-one")
    screen.settle()
    screen.tap("my-questions")
    screen.settle()
    assert lines(screen) == [("How much?", True)]


def test_the_last_tick_taken_away_leaves_the_button_until_the_page_is_left(screen: Screen) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    screen.tap("tick-0")
    screen.tap("tick-1")
    assert screen.reads("My questions: 0")
    screen.tap("back")
    screen.settle()
    assert not screen.found("my-questions")


def test_a_rest_forgets_it(screen: Screen) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    screen.shell.presence.rest()
    assert (screen.visit.gathered, screen.visit.ticked) == ((), frozenset())
    screen.shell.presence.begin("en")
    screen.settle()
    assert not screen.found("my-questions")
    assert screen.visit.page == "one"


def test_keys_reach_it_untick_and_come_back(screen: Screen) -> None:
    tick_two(screen)
    keys = Keyboard(screen)
    keys.reach("Tab", "my-questions")
    assert described(keys.ringed) == "My questions, ticked: 2, button."
    keys.press("Return")
    screen.settle()
    keys.reach("Down", "tick-0")
    assert described(keys.ringed) == "How much?, box to tick, ticked."
    keys.press("Return")
    screen.frame()
    assert screen.visit.ticked == {("ask", 1)}
    keys.press("Escape")
    screen.settle()
    assert screen.visit.page == "ask"


def test_new_text_takes_the_lines_of_lists_that_changed_away(screen: Screen, pack: Writer) -> None:
    tick_two(screen)
    screen.tap("my-questions")
    screen.settle()
    pack.page("ask", ITEMS.replace("First", "Another"), tab=False)
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        screen.shell.navigator.replace(loaded, PackPages(loaded))
    screen.frame()
    assert lines(screen) == [("How much?", True)]
    assert screen.reads("My questions: 1")


DISPLAYS = [
    (1920, 1080, 21.5),
    (1080, 1920, 21.5),
    (1280, 800, 10.1),
    (800, 1280, 10.1),
    (3840, 2160, 43.0),
]


def placed(screen: Screen) -> dict[str, tuple[float, float, float]]:
    """Give where each button of the header stands but the one to what is ticked."""
    (header,) = screen.of_type("Header")
    pills = [item for item in screen.items(header) if item.property("offered")]
    others = (pill for pill in pills if pill.objectName() != "my-questions")
    areas = {pill.objectName(): screen.area(pill) for pill in others}
    return {name: (area.left(), area.right(), area.top()) for name, area in areas.items()}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("display", DISPLAYS, ids=lambda each: f"{each[0]}x{each[1]}")
def test_no_button_moves_when_the_way_to_what_is_ticked_comes(
    kiosk: Callable[..., Screen], tmp_path: Path, display: tuple[int, int, float], language: str
) -> None:
    writer = Writer(tmp_path / "pack", (language, "de")).page("one", ITEMS, language=language)
    folder = writer.page("about", language=language, tab=False).written()
    writer.page("one", ITEMS, language="de").page("about", language="de", tab=False)
    writer.about = "about"
    writer.written()
    screen = kiosk(folder, size=display[:2], diagonal=display[2], language=language)
    navigator = screen.shell.navigator
    for text_size in (100, 125, 150, 200):
        for low in (False, True):
            screen.shell.appearance.reach(low)
            navigator.change(msgspec.structs.replace(screen.visit, text_size=text_size))
            screen.rest()
            if screen.of_type("Header")[0].property("wraps"):
                assert text_size >= 150 or display[0] == 800, (
                    "only the largest words need a line more"
                )
                continue
            before = placed(screen)
            assert len(before) >= 4
            navigator.tick("one", 0)
            screen.rest()
            assert screen.found("my-questions")
            now = placed(screen)
            assert now.keys() == before.keys()
            for name, place in before.items():
                assert now[name] == pytest.approx(place, abs=2), (name, text_size, low)
            navigator.tick("one", 0)
            screen.rest()
