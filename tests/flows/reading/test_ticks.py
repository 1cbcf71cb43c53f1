"""Ticking what one wants to ask: by touch and by key, for one visit and no longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.input.spoken_guide import described
from kiosk.ui.reading.page_source import PackPages
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen

ITEMS = "- [ ] First thing?\n- [ ] A [link](one.md) in it?\n\nBetween.\n\n- [ ] Last thing?\n"
GERMAN = "- [ ] Das Erste?\n- [ ] Das [Zweite](one.md)?\n\nUnd.\n\n- [ ] Das Letzte?\n"


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "de")).page("one").page("two")
    writer.page("ask", ITEMS, tab=False).page("ask", GERMAN, language="de", tab=False)
    writer.extras = ["ask"]
    return writer


@pytest.fixture
def screen(kiosk: Callable[..., Screen], pack: Writer) -> Screen:
    opened = kiosk(pack.written(), size=(1280, 800))
    opened.shell.navigator.turnTo("ask")
    opened.settle()
    return opened


def ticked(screen: Screen) -> list[int]:
    """Give the items that are drawn as ticked."""
    return [n for n in range(3) if screen.item(f"tick-{n}").property("checked")]


def test_a_touch_on_a_line_ticks_it_and_another_takes_the_tick_away(screen: Screen) -> None:
    line = screen.area(screen.item("tick-1"))
    for end in (line.left() + 8, line.right() - 8):
        assert ticked(screen) == []
        screen.tap(QPointF(end, line.center().y()))
        assert ticked(screen) == [1]
        assert screen.visit.ticked == {("ask", 1)}
        assert screen.visit.page == "ask", "a link in a line is not followed"
        screen.tap(line.center())
    assert screen.visit.ticked == frozenset()


def test_a_key_ticks_and_the_voice_says_so(screen: Screen) -> None:
    keys = Keyboard(screen)
    keys.reach("Down", "tick-1")
    assert described(keys.ringed) == "A link in it?, box to tick, not ticked."
    keys.press("Return")
    screen.frame()
    assert ticked(screen) == [1]
    assert described(keys.ringed) == "A link in it?, box to tick, ticked."
    assert keys.focused.objectName() == "tick-1", "the focus stays"
    keys.press("Return")
    assert ticked(screen) == []


def test_ticks_stay_in_another_language_and_on_other_pages(screen: Screen) -> None:
    screen.tap("tick-0")
    screen.tap("tick-2")
    screen.tap("language-de")
    screen.settle()
    assert screen.reads("Das Letzte?")
    assert ticked(screen) == [0, 2]
    screen.tap("tab-two")
    screen.settle()
    screen.shell.navigator.turnTo("ask")
    screen.settle()
    assert ticked(screen) == [0, 2]


def test_a_rest_forgets_the_ticks(screen: Screen) -> None:
    screen.tap("tick-0")
    screen.shell.presence.rest()
    assert screen.visit.ticked == frozenset()
    screen.shell.presence.begin("en")
    screen.shell.navigator.turnTo("ask")
    screen.settle()
    assert ticked(screen) == []


def renew(screen: Screen, pack: Writer) -> None:
    """Hand the pack as it is now to the shell, as a checked edition comes to it."""
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    with screen.qtbot.waitSignal(screen.shell.navigator.renewed):
        screen.shell.navigator.replace(loaded, PackPages(loaded))
    screen.frame()


@pytest.mark.parametrize("away", [False, True])
def test_new_text_keeps_the_ticks_unless_the_lists_changed(
    screen: Screen, pack: Writer, away: bool
) -> None:
    screen.tap("tick-2")
    if away:
        screen.tap("tab-one")
        screen.settle()
    pack.page("ask", ITEMS.replace("Between.", "In between."), tab=False)
    renew(screen, pack)
    assert screen.visit.ticked == {("ask", 2)}
    pack.page("ask", ITEMS.replace("First", "Another"), tab=False)
    renew(screen, pack)
    assert screen.visit.ticked == frozenset()
    if not away:
        assert screen.reads("Another thing?")
        assert ticked(screen) == []
