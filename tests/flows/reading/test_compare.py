"""Comparing two options: by touch and by key, for one visit and no longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.input.spoken_guide import described
from kiosk.ui.reading.page_source import PackPages
from kiosk.visit.pair import Pair
from tests.flows.keyboard import Keyboard
from tests.flows.measuring import unreadable
from tests.flows.packs import Writer
from tests.flows.screen import Screen

TEXT = """!!! compare "Which?"

| You ask | Wait | Lotion | Pills | Surgery |
|--|--|--|--|--|
| What is it? | Nothing | [A lotion](two.md) | A pill | An operation |
| Helped | | In women<br>26: saw hair<br>14: with a sham | 48: kept hair | |
| Cost | Free | Little | More | |

After it.
"""
GERMAN = """!!! compare "Was?"

| Frage | Warten | Lotion | Pillen | Operation |
|--|--|--|--|--|
| Was ist es? | Nichts | Eine Lotion | Eine Pille | Ein Eingriff |
"""
WIDE, TABLET = (1920, 1080), (1280, 800)


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "de")).page("one", TEXT).page("two")
    return writer.page("one", GERMAN, language="de")


@pytest.fixture
def screen(kiosk: Callable[..., Screen], pack: Writer) -> Screen:
    return kiosk(pack.written(), size=WIDE, diagonal=21.5)


def chip(option: int) -> str:
    return f"option-0-{option}"


def chosen(screen: Screen) -> list[int]:
    """Give the options that are drawn as chosen."""
    return [n for n in range(4) if screen.item(chip(n)).property("chosen")]


def columns(screen: Screen) -> list[str]:
    """Give the names over the columns from left to right."""
    head = screen.of_type("CompareLine")[0]
    names = [text for text in screen.texts(head) if screen.plain(text) != "You ask"]
    names.sort(key=lambda text: screen.area(text).left())
    return [screen.plain(text) for text in names]


def touch(screen: Screen, option: int) -> None:
    item = screen.item(chip(option))
    screen.reach(item)
    screen.tap(item)


def enlarge(screen: Screen, size: int) -> None:
    navigator = screen.shell.navigator
    navigator.change(msgspec.structs.replace(screen.visit, text_size=size))
    screen.rest()


def test_two_options_stand_side_by_side_and_a_touch_brings_a_third(screen: Screen) -> None:
    assert (chosen(screen), columns(screen)) == ([0, 1], ["Wait", "Lotion"])
    assert screen.reads("Not known")
    touch(screen, 2)
    assert (chosen(screen), columns(screen)) == ([0, 2], ["Wait", "Pills"])
    assert screen.reads("48 in 100")
    assert not screen.reads("26 in 100")
    touch(screen, 3)
    assert (chosen(screen), columns(screen)) == ([2, 3], ["Surgery", "Pills"])
    assert screen.visit.compared == (("one", 0, Pair((3, 2), 0)),)


def test_a_touch_on_one_that_is_chosen_keeps_it_and_the_other_goes_next(screen: Screen) -> None:
    touch(screen, 1)
    assert (chosen(screen), columns(screen)) == ([0, 1], ["Wait", "Lotion"])
    touch(screen, 3)
    assert (chosen(screen), columns(screen)) == ([1, 3], ["Surgery", "Lotion"])


def test_no_chip_moves_when_another_is_chosen(screen: Screen) -> None:
    before = [screen.area(screen.item(chip(n))) for n in range(4)]
    touch(screen, 3)
    assert [screen.area(screen.item(chip(n))) for n in range(4)] == before


def test_a_link_in_an_answer_leads_on(screen: Screen) -> None:
    screen.tap_link("page:two", screen.of_type("CompareBlock")[0])
    screen.wait(lambda: screen.visit.page == "two")


def test_where_two_do_not_fit_one_is_seen_at_a_time(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written(), size=TABLET, diagonal=10.1)
    assert chosen(screen) == [0, 1]
    enlarge(screen, 200)
    assert (chosen(screen), columns(screen)) == ([0], ["Wait"])
    assert screen.reads("Choose one to read about")
    touch(screen, 2)
    assert (chosen(screen), columns(screen)) == ([2], ["Pills"])
    touch(screen, 2)
    assert chosen(screen) == [2]
    enlarge(screen, 100)
    assert (chosen(screen), columns(screen)) == ([0, 2], ["Wait", "Pills"])


@pytest.mark.parametrize("where", ["| An operation |", "| What is it? |", "| Surgery |"])
def test_a_word_that_is_longer_than_any_costs_no_option_and_is_broken(
    kiosk: Callable[..., Screen], pack: Writer, where: str
) -> None:
    endless = "Arzneimittelunverträglichkeit" * 2
    text = TEXT.replace(where, f"| {endless} |")
    assert text != TEXT
    screen = kiosk(pack.page("one", text).written(), size=WIDE, diagonal=21.5)
    assert (chosen(screen), columns(screen)[0]) == ([0, 1], "Wait")
    touch(screen, 3)
    assert chosen(screen) == [0, 3]
    assert screen.reads(endless)
    assert not unreadable(screen, screen.of_type("CompareBlock")[0])


def test_keys_choose_and_go_through_the_lines_and_the_voice_says_them(screen: Screen) -> None:
    keys = Keyboard(screen)
    keys.reach("Down", chip(2))
    assert described(keys.ringed) == "Pills, box to tick, not ticked."
    keys.press("Return")
    screen.frame()
    assert chosen(screen) == [0, 2]
    assert keys.focused.objectName() == chip(2), "the focus stays"
    assert described(keys.ringed) == "Pills, box to tick, ticked."
    keys.press("Down")
    said = []
    for _ in range(3):
        keys.press("Down")
        said.append(described(keys.ringed))
    assert said == [
        "What is it?. Nothing, Wait. A pill, Pills.",
        "Helped. Not known, Wait. 48 in 100: kept hair, Pills.",
        "Cost. Free, Wait. More, Pills.",
    ]


def test_what_is_compared_stays_in_another_language_and_on_other_pages(screen: Screen) -> None:
    touch(screen, 3)
    screen.tap("language-de")
    screen.settle()
    assert screen.reads("Ein Eingriff")
    assert chosen(screen) == [0, 3]
    screen.tap("tab-two")
    screen.settle()
    screen.tap("tab-one")
    screen.settle()
    assert chosen(screen) == [0, 3]
    assert screen.reads("Was?"), "what was out of sight comes back whole"
    assert screen.reads("Choose two to compare")


def test_a_rest_forgets_what_was_compared(screen: Screen) -> None:
    touch(screen, 3)
    screen.shell.presence.rest()
    assert screen.visit.compared == ()
    screen.shell.presence.begin("en")
    screen.settle()
    assert chosen(screen) == [0, 1]


def renew(screen: Screen, pack: Writer) -> None:
    """Hand the pack as it is now to the shell, as a checked edition comes to it."""
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        screen.shell.navigator.replace(loaded, PackPages(loaded))
    screen.frame()


def test_new_text_keeps_what_is_compared_unless_the_options_changed(
    screen: Screen, pack: Writer
) -> None:
    touch(screen, 3)
    pack.page("one", TEXT.replace("An operation", "A big operation"))
    renew(screen, pack)
    assert screen.reads("A big operation")
    assert chosen(screen) == [0, 3]
    pack.page("one", TEXT.replace("Lotion |", "Foam |"))
    renew(screen, pack)
    assert screen.visit.compared == ()
    assert (chosen(screen), columns(screen)) == ([0, 1], ["Wait", "Foam"])


def test_the_same_people_are_drawn_as_large_for_each_option(screen: Screen) -> None:
    enlarge(screen, 100)
    sizes = {dots.property("pitch") for dots in screen.of_type("Dots")}
    touch(screen, 2)
    sizes |= {dots.property("pitch") for dots in screen.of_type("Dots")}
    assert len(sizes) == 1
