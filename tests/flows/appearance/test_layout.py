"""Nothing is cut, covered or too small: every page in both languages, at 100 and 200 %.

WCAG 2.2, 1.4.4: text grows to 200 % and nothing is lost; EN 301 549, 5.1.4, for its height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from kiosk.app import Kiosk
from kiosk.start import Start
from kiosk.ui.appearance.screen_size import ScreenSize
from tests.combinations import combined
from tests.flows.clock import UNHURRIED
from tests.flows.measuring import CAPITAL, capitals, unreadable, untouchable
from tests.flows.screen import Screen
from tests.patient_bot import PatientBot

PAGES = ("overview", "procedure", "types", "risks", "faq", "about", "glossary")

SCREENS = {
    "small": (1280, 800, 21.5),
    "landscape": (1920, 1080, 21.5),
    "portrait": (1080, 1920, 21.5),
    "fine": (3840, 2160, 21.5),
}

TABLET = (1280, 800, 10.1)

Look = tuple[str, str, int, int]
"""A language, a display, a text size, and which half of the sections and answers is walked."""

LOOKS: list[Look] = combined(("en", "bn"), SCREENS, (100, 200), (0, 1))

ENGLISH = [look for look in LOOKS if look[0] == "en"]


def named(look: Look) -> str:
    return "-".join(map(str, look))


@pytest.fixture(scope="module", params=LOOKS, ids=named)
def look(request: pytest.FixtureRequest) -> Look:
    """Give each look in turn: all tests are run in one before the next is put on."""
    look: Look = request.param
    return look


@pytest.fixture(scope="module")
def running(qapp: object, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """One kiosk for all measurements: it changes its size and text as a kiosk does."""
    start = Start(size=(1280, 800), moving=False, locked=True, waiting=UNHURRIED)
    kiosk = Kiosk(start)
    kiosk.show()
    screen = Screen(kiosk, PatientBot(request))
    screen.settle()
    yield screen
    kiosk.close()


def become(
    screen: Screen, display: tuple[int, int, float], text_size: int, language: str = "en"
) -> None:
    same = screen.mm == pytest.approx(ScreenSize(*display).mm)
    if not same or (screen.window.width(), screen.window.height()) != display[:2]:
        screen.measure(*display)
    screen.shell.card.close()
    screen.shell.navigator.change(
        msgspec.structs.replace(screen.visit, language=language, text_size=text_size, questions=())
    )
    screen.frame()


def put_on(screen: Screen, look: Look) -> None:
    language, display, text_size, _ = look
    become(screen, SCREENS[display], text_size, language)


def turn(screen: Screen, page: str) -> None:
    screen.shell.navigator.turnTo(page)
    screen.settle()
    screen.column.setProperty("contentY", 0.0)
    screen.frame()


def report(found: list[str]) -> str:
    return "\n" + "\n".join(dict.fromkeys(found))


class Walk(NamedTuple):
    """What was found in one look on all pages, in their openings and half of their sections."""

    unreadable: list[str]
    untouchable: list[str]
    lines: list[tuple[float, str]]
    """Each text that runs on: the characters of a line of it, and its words."""
    capitals: list[float]
    """Of the first page: the heights of capital letters, in millimetres."""
    links: set[str]
    """Of the first page."""


@pytest.fixture(scope="module")
def walk(running: Screen, look: Look) -> Walk:
    """Go through the look's half of all sections once for whatever is measured there."""
    put_on(running, look)
    found = Walk([], [], [], [], set())
    for page in PAGES:
        half = running.shell.navigator.pane(page).sections.anchors[look[3] :: 2]
        for anchor in running.everywhere(page, half):
            where = f"{page} {anchor}"
            found.unreadable.extend(f"{where}: {each}" for each in unreadable(running))
            found.untouchable.extend(f"{where}: {each}" for each in untouchable(running))
            found.lines.extend(lines(running))
            if page == PAGES[0]:
                found.capitals.extend(capitals(running))
                found.links.update(address for _, address in running.links())
            if running.furthest:
                running.column.setProperty("contentY", running.furthest)
                running.frame()
                found.untouchable.extend(f"{where}, end: {each}" for each in untouchable(running))
    return found


def lines(screen: Screen) -> Iterator[tuple[float, str]]:
    """Give how many characters a line of each text that runs on has, and its words."""
    for kind in ("PageHead", "Door", "ParagraphBlock", "ItemBlock", "CalloutBlock"):
        for block in screen.of_type(kind, screen.column):
            for text in screen.texts(block):
                words = screen.plain(text)
                yield len(words) / line_count(text), words


def line_count(text: QQuickItem) -> int:
    """Give how many lines a text has; of rich text Qt counts the paragraphs."""
    if not text.property("rich"):
        return int(text.property("lineCount"))
    line = 1.24 * QQmlProperty(text, "font.pixelSize").read() * text.property("lineHeight")
    return round(float(text.property("contentHeight") / line))


def test_nothing_is_cut_or_covered(walk: Walk) -> None:
    assert not walk.unreadable, report(walk.unreadable)


def test_every_target_is_large_enough_and_apart_from_its_neighbours(walk: Walk) -> None:
    assert not walk.untouchable, report(walk.untouchable)


def test_no_answer_is_cut_or_covered(running: Screen, look: Look) -> None:
    put_on(running, look)
    turn(running, "faq")
    found: list[str] = []
    anchors = [item.property("anchor") for item in running.of_type("QuestionBlock")]
    assert len(anchors) == 20
    for anchor in anchors[look[3] :: 2]:
        running.shell.navigator.ask("faq", anchor)
        running.frame()
        assert running.visit.question("faq") == anchor
        found += [f"{anchor}: {each}" for each in unreadable(running, running.column)]
    assert not found, report(found)


def test_no_card_is_cut(running: Screen, look: Look, walk: Walk) -> None:
    put_on(running, look)
    turn(running, "overview")
    longest = [
        max((link for link in walk.links if link.startswith(kind)), key=len)
        for kind in ("term:", "source:")
    ]
    found: list[str] = []
    for link in longest:
        running.shell.links.follow("overview", link)
        running.frame()
        card = running.item("card")
        found += unreadable(running, card) + untouchable(running, card)
        running.shell.card.close()
    assert not found, report(found)


def test_nothing_is_cut_or_covered_on_a_tablet(running: Screen) -> None:
    become(running, TABLET, 100)
    found = [
        f"{page} {anchor}: {each}"
        for page in PAGES
        for anchor in running.everywhere(page)
        for each in unreadable(running)
    ]
    assert not found, report(found)


def test_capitals_of_body_text_are_high_enough(walk: Walk, look: Look) -> None:
    """At twice the text size they are twice as high."""
    assert len(walk.capitals) > 5
    assert min(walk.capitals) >= (CAPITAL if look[2] == 100 else 1.98 * CAPITAL)


@pytest.mark.parametrize("look", ENGLISH, ids=named, indirect=True, scope="module")
def test_no_line_is_longer_than_eighty_characters(walk: Walk) -> None:
    widest = max(walk.lines)
    assert widest[0] <= 80, widest


def test_the_measurements_see_what_is_wrong(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    assert not unreadable(screen)
    first = screen.texts(screen.of_type("ParagraphBlock", screen.column)[0])[0]
    second = next(
        text
        for text in screen.texts(screen.column)
        if text is not first and text.property("lineCount") > 1
    )
    before = first.width()
    first.setWidth(20)
    assert any("wider than its place" in each for each in unreadable(screen))
    first.setWidth(before)
    first.setY(first.y() + screen.area(second).top() - screen.area(first).top())
    assert any("share" in each for each in unreadable(screen))
    first.setX(2000)
    assert any("at the side" in each for each in unreadable(screen))
    second.setProperty("maximumLineCount", 1)
    assert any("cut off" in each for each in unreadable(screen))
    tab = screen.item("tab-faq")
    tab.setHeight(20)
    assert any("is small: TabButton tab-faq" in each for each in untouchable(screen))
    pill = screen.item("more")
    pill.setY(pill.y() + 100)
    assert any("mm between Pill more and TabButton" in each for each in untouchable(screen))
