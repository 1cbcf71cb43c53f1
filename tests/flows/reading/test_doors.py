"""Doors and the sections behind them, by touch, by swipe, by keys and by ear."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from tests.flows.clock import Clock
from tests.flows.keyboard import Keyboard
from tests.flows.loudspeaker import Loudspeaker
from tests.flows.packs import Writer
from tests.flows.screen import Screen

Open = Callable[..., Screen]

LONG = "These words go on and on, so that a screen is filled and somebody has to scroll. " * 3

SECTIONS = {
    "en": f"""Before the doors.

## Does it hurt? {{#hurt}}

A little. Ask for a cream.[^pain]

## Does it work? {{#work}}

{LONG}

### What studies say {{#studies}}

{LONG * 4}

### What else {{#else}}

{LONG * 4} See [whether it hurts](#hurt) and [the other page](two.md#late).

## What does it cost? {{#cost}}

Ask.

[^pain]: A study of pain. 2020.
""",
    "bn": f"""দরজার আগে।

## ব্যথা লাগে? {{#hurt}}

একটু। ক্রিম চান।[^pain]

## কাজ হয়? {{#work}}

{LONG}

### গবেষণা {{#studies}}

{LONG * 4}

### আর কী {{#else}}

{LONG * 4}

## খরচ কত? {{#cost}}

জিজ্ঞেস করুন।

[^pain]: A study of pain. 2020.
""",
}

OTHER = f"## Early {{#early}}\n\nx\n\n## Late {{#late}}\n\n{LONG}\n\n## Last {{#last}}\n\nz\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    writer = Writer(tmp_path / "pack", languages=("en", "bn"))
    for language, text in SECTIONS.items():
        writer.page("one", text=text, language=language, layout="doors")
        writer.page("two", text=OTHER, language=language, layout="doors")
    return writer.written()


@pytest.fixture
def screen(kiosk: Open, pack: Path) -> Screen:
    return kiosk(pack, size=(1920, 1080))


def door(screen: Screen, anchor: str) -> QQuickItem:
    [found] = [d for d in screen.of_type("Door") if d.property("anchor") == anchor]
    return found


def opened(screen: Screen, anchor: str) -> None:
    screen.tap(door(screen, anchor))
    screen.settle()
    screen.rest()


def test_a_door_shows_heading_and_answer_and_opens_its_section(screen: Screen) -> None:
    words = screen.words(door(screen, "hurt"))
    assert words == "Does it hurt?\nA little."
    opened(screen, "hurt")
    assert screen.visit.section("one") == "hurt"
    assert screen.reads("Ask for a cream.")
    assert not screen.reads("Before the doors.")
    assert not screen.of_type("Door")


def test_back_leads_to_where_the_opening_was_left(kiosk: Open, pack: Path) -> None:
    screen = kiosk(pack, size=(1280, 800), diagonal=10.1, text_size=200)
    screen.column.setProperty("contentY", 150)
    screen.reach(door(screen, "cost"))
    left = screen.scrolled
    assert left > 0
    opened(screen, "cost")
    assert screen.scrolled == 0
    screen.tap("back")
    screen.settle()
    assert screen.visit.section("one") == ""
    assert screen.scrolled == pytest.approx(left, abs=1)
    assert door(screen, "cost").isVisible()


def test_next_leads_through_all_sections_and_then_goes_no_further(screen: Screen) -> None:
    opened(screen, "hurt")
    seen = []
    while screen.found("next"):
        screen.tap("next")
        screen.settle()
        seen.append(screen.visit.section("one"))
        assert screen.scrolled == 0
    assert seen == ["work", "cost"]


def test_back_and_next_stand_in_one_place_in_every_section(screen: Screen) -> None:
    opened(screen, "hurt")
    back, after = screen.area(screen.item("back")), screen.area(screen.item("next"))
    screen.tap("next")
    screen.settle()
    assert (screen.area(screen.item("back")), screen.area(screen.item("next"))) == (back, after)
    screen.tap("next")
    screen.settle()
    assert screen.area(screen.item("back")) == back


@pytest.mark.parametrize(
    ("width", "height", "diagonal"), [(1366, 768, 15.6), (1920, 1080, 21.5), (1080, 1920, 21.5)]
)
def test_an_opening_its_sections_and_questions_have_the_same_edges(
    kiosk: Open, width: int, height: int, diagonal: float
) -> None:
    screen = kiosk(size=(width, height), diagonal=diagonal)
    edges = {}
    for page, section in (("overview", ""), ("overview", "works"), ("faq", "")):
        screen.shell.links.go(page, section)
        screen.settle()
        [column] = screen.of_type("PageColumn", screen.pane)
        area = screen.area(column)
        edges[page, section] = round(area.left()), round(area.right())
    assert len(set(edges.values())) == 1, edges


def test_the_place_in_each_pane_is_kept_for_the_visit(screen: Screen) -> None:
    opened(screen, "work")
    screen.tap("more")
    screen.rest()
    scrolled = screen.scrolled
    screen.tap("tab-two")
    screen.settle()
    assert screen.visit.section("two") == ""
    screen.tap("tab-one")
    screen.settle()
    assert screen.visit.section("one") == "work"
    assert screen.scrolled == pytest.approx(scrolled, abs=1)


def test_the_tab_that_is_shown_already_leads_back_to_its_opening(screen: Screen) -> None:
    opened(screen, "work")
    screen.tap("tab-one")
    screen.settle()
    assert screen.visit.section("one") == ""
    assert screen.of_type("Door")


def test_the_next_visitor_finds_every_page_at_its_opening(kiosk: Open, pack: Path) -> None:
    clock = Clock()
    screen = kiosk(pack, waiting=clock.waiting())
    opened(screen, "work")
    screen.shell.presence.rest()
    screen.wait(lambda: screen.shell.presence.phase == "resting")
    assert screen.visit.sections == ()
    screen.shell.presence.begin("en")
    screen.settle()
    assert screen.of_type("Door")
    assert screen.scrolled == 0


def test_more_below_moves_by_whole_rows_until_all_has_been_seen(screen: Screen) -> None:
    opened(screen, "work")
    frames = [item for item in screen.items(screen.column) if item.property("lead") is not None]
    seen: set[QQuickItem] = set()

    def look() -> None:
        top, height = screen.scrolled, screen.column.height()
        for row in frames:
            y = row.mapToItem(screen.column.property("contentItem"), 0, 0).y()
            if top - 1 <= y + row.property("lead") and y + row.height() <= top + height + 1:
                seen.add(row)

    look()
    for _ in range(20):
        if not screen.found("more"):
            break
        screen.tap("more")
        screen.rest()
        look()
    short = [row for row in frames if row.height() < screen.column.height() * 0.8]
    assert set(short) <= seen


def test_links_lead_into_sections_of_this_page_and_of_others(screen: Screen) -> None:
    opened(screen, "work")
    screen.tap_link("page:%0Ahurt")
    screen.rest()
    assert screen.visit.place == ("one", "hurt")
    screen.shell.links.go("two", "late")
    screen.settle()
    assert screen.visit.place == ("two", "late")
    screen.shell.links.go("one", "else")
    screen.settle()
    screen.rest()
    assert screen.visit.place == ("one", "work")
    [part] = [item for item in screen.items(screen.column) if item.property("anchor") == "else"]
    assert part.mapToItem(screen.column, 0, 0).y() < screen.column.height() / 2
    screen.shell.links.go("one", "")
    screen.settle()
    assert screen.visit.place == ("one", "")


def test_a_mark_opens_its_source_within_a_section(screen: Screen) -> None:
    opened(screen, "hurt")
    screen.tap_link("source:1")
    assert screen.shell.card.kind == "source"
    assert screen.reads("A study of pain. 2020.")


def test_another_language_shows_the_same_section(screen: Screen) -> None:
    opened(screen, "hurt")
    screen.shell.navigator.chooseLanguage("bn")
    screen.settle()
    assert screen.visit.place == ("one", "hurt")
    assert screen.reads("ক্রিম চান")
    screen.tap("back")
    screen.settle()
    assert screen.words(door(screen, "hurt")).startswith("ব্যথা লাগে?")


def test_a_swipe_turns_to_the_next_section_and_back_to_the_opening(kiosk: Open, pack: Path) -> None:
    screen = kiosk(pack, size=(1920, 1080), moving=True)
    opened(screen, "hurt")
    screen.drag(QPointF(1500, 700), QPointF(-600, 0))
    screen.settle()
    assert screen.visit.place == ("one", "work")
    for _ in range(2):
        screen.drag(QPointF(400, 700), QPointF(600, 0))
        screen.settle()
    assert screen.visit.place == ("one", "")
    screen.drag(QPointF(1500, 900), QPointF(-600, 0))
    screen.settle()
    assert screen.visit.place == ("two", "")


def test_a_swipe_back_to_an_opening_turns_no_tab(kiosk: Open, pack: Path) -> None:
    screen = kiosk(pack, size=(1920, 1080), moving=True)
    navigator = screen.shell.navigator
    navigator.enter("two", navigator.pane("two").sections.anchors[0])
    screen.settle()
    screen.drag(QPointF(400, 700), QPointF(600, 0))
    screen.settle()
    assert screen.visit.place == ("two", "")


def test_a_swipe_after_the_last_section_leads_nowhere(kiosk: Open, pack: Path) -> None:
    screen = kiosk(pack, size=(1920, 1080), moving=True)
    opened(screen, "cost")
    screen.drag(QPointF(1500, 700), QPointF(-600, 0))
    screen.settle()
    assert screen.visit.place == ("one", "cost")


def test_new_text_without_the_section_shows_the_opening(screen: Screen, pack: Path) -> None:
    opened(screen, "cost")
    file = pack / "en" / "one.md"
    file.write_text(file.read_text("utf-8").replace("## What does it cost? {#cost}\n\nAsk.", ""))
    changed = load_pack(pack, assets=shipped("assets"))
    screen.shell.navigator.replace(changed, PackPages(changed))
    screen.settle()
    assert screen.visit.place == ("one", "")
    assert {d.property("anchor") for d in screen.of_type("Door")} == {"hurt", "work"}


# By keys


def test_keys_open_a_door_and_escape_leads_back_to_it(screen: Screen) -> None:
    hands = Keyboard(screen)
    while hands.held is None or hands.focused.property("anchor") != "work":
        hands.press("Down")
    hands.press("Return")
    screen.settle()
    assert screen.visit.place == ("one", "work")
    assert "Does it work?" in screen.words(hands.ringed)
    hands.press("Escape")
    screen.settle()
    assert screen.visit.place == ("one", "")
    assert hands.focused.property("anchor") == "work"


def test_left_and_right_turn_sections_and_then_tabs(screen: Screen) -> None:
    hands = Keyboard(screen)
    opened(screen, "hurt")
    hands.press("Right")
    assert screen.visit.place == ("one", "work")
    hands.press("Right")
    assert screen.visit.place == ("one", "cost")
    hands.press("Left", "Left", "Left")
    assert screen.visit.place == ("one", "")
    hands.press("Right")
    assert screen.visit.place == ("two", "")


# By ear


def test_an_opening_is_read_with_its_doors_and_a_section_without_the_pages_head(
    kiosk: Open, pack: Path, loudspeaker: Loudspeaker, qtbot: QtBot
) -> None:
    screen = kiosk(pack)
    read_aloud = screen.shell.readAloud
    ear: list[tuple[int, int]] = []

    def note() -> None:
        place = read_aloud.row, read_aloud.inner
        if read_aloud.playing and place not in ear[-1:]:
            ear.append(place)

    read_aloud.changed.connect(note)
    read_aloud.listen(-1)
    qtbot.waitUntil(lambda: not read_aloud.active)
    assert ear == [(-1, -1), (0, -1), (1, 0), (1, 1), (1, 2), (2, -1)]
    ear.clear()
    opened(screen, "hurt")
    read_aloud.listen(-1)
    qtbot.waitUntil(lambda: not read_aloud.active)
    assert ear == [(0, -1), (1, -1), (2, -1), (3, -1)], "sources are said when they are open"


def test_a_reading_ends_with_its_section(
    kiosk: Open, pack: Path, patient: Loudspeaker, qtbot: QtBot
) -> None:
    screen = kiosk(pack)
    opened(screen, "work")
    screen.shell.readAloud.listen(-1)
    assert screen.shell.readAloud.active
    screen.tap("next")
    assert not screen.shell.readAloud.active


BOXES = """!!! emergency "Call"
    - no air
    - chest pain

!!! caution "Ring us"
    - a fever

""" + "".join(f"## Part {n} {{#p{n}}}\n\nWords.\n\n" for n in range(3))


@pytest.mark.parametrize(
    ("size", "diagonal", "beside"),
    [((1920, 1080), 21.5, True), ((1280, 800), 10.1, False), ((1080, 1920), 21.5, False)],
)
def test_boxes_above_doors_stand_side_by_side_where_their_lines_are_long_enough(
    kiosk: Open, tmp_path: Path, size: tuple[int, int], diagonal: float, beside: bool
) -> None:
    pack = Writer(tmp_path / "pack").page("one", BOXES, layout="doors").written()
    screen = kiosk(pack, size=size, diagonal=diagonal)
    one, other = (screen.area(box) for box in screen.of_type("CalloutBlock"))
    assert (one.right() < other.left()) is beside
    assert (one.bottom() > other.top()) is beside
