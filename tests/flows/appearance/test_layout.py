"""Nothing is cut, covered or too small: every page in both languages, at 100 and 200 %.

WCAG 2.2, 1.4.4: text grows to 200 % and nothing is lost; EN 301 549, 5.1.4, for its height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.start import Start
from kiosk.ui.appearance.screen_size import ScreenSize
from tests.flows.measuring import CAPITAL, capitals, unreadable, untouchable
from tests.flows.screen import Screen

PAGES = ("overview", "procedure", "types", "risks", "faq", "about", "glossary")

SCREENS = {
    "small": (1280, 800, 21.5),
    "landscape": (1920, 1080, 21.5),
    "portrait": (1080, 1920, 21.5),
    "fine": (3840, 2160, 21.5),
}

TABLET = (1280, 800, 10.1)

Look = tuple[str, str, int]
"""A language, a display and a text size."""

LOOKS: list[Look] = [("en", display, text_size) for display in SCREENS for text_size in (100, 200)]
# Each page of the other language once in each orientation at 200 %, and once as it is at first.
LOOKS += [("bn", "landscape", 200), ("bn", "portrait", 200), ("bn", "portrait", 100)]


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
    kiosk = Kiosk(Start(size=(1280, 800), moving=False, locked=True))
    kiosk.show()
    screen = Screen(kiosk, QtBot(request))
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
    language, display, text_size = look
    become(screen, SCREENS[display], text_size, language)


def turn(screen: Screen, page: str) -> None:
    screen.shell.navigator.turnTo(page)
    screen.settle()
    screen.column.setProperty("contentY", 0.0)
    screen.frame()


def report(found: list[str]) -> str:
    return "\n" + "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_or_covered(running: Screen, look: Look, page: str) -> None:
    put_on(running, look)
    found = [
        f"{anchor}: {each}" for anchor in running.everywhere(page) for each in unreadable(running)
    ]
    assert not found, report(found)


def test_every_target_is_large_enough_and_apart_from_its_neighbours(
    running: Screen, look: Look
) -> None:
    put_on(running, look)
    found: list[str] = []
    for page in PAGES:
        for anchor in running.everywhere(page):
            found += [f"{page} {anchor}: {each}" for each in untouchable(running)]
            running.column.setProperty("contentY", running.furthest)
            running.frame()
            found += [f"{page} {anchor}, end: {each}" for each in untouchable(running)]
    assert not found, report(found)


def test_no_answer_is_cut_or_covered(running: Screen, look: Look) -> None:
    put_on(running, look)
    turn(running, "faq")
    found: list[str] = []
    anchors = [item.property("anchor") for item in running.of_type("QuestionBlock")]
    assert len(anchors) == 20
    for anchor in anchors:
        running.shell.navigator.ask("faq", anchor)
        running.frame()
        assert running.visit.question("faq") == anchor
        found += [f"{anchor}: {each}" for each in unreadable(running, running.column)]
    assert not found, report(found)


def test_no_card_is_cut(running: Screen, look: Look) -> None:
    put_on(running, look)
    links = {address for _ in running.everywhere("overview") for _, address in running.links()}
    longest = [
        max((link for link in links if link.startswith(kind)), key=len)
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


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_cut_or_covered_on_a_tablet(running: Screen, page: str) -> None:
    become(running, TABLET, 100)
    found = [
        f"{anchor}: {each}" for anchor in running.everywhere(page) for each in unreadable(running)
    ]
    assert not found, report(found)


def test_capitals_of_body_text_are_high_enough(running: Screen, look: Look) -> None:
    """At twice the text size they are twice as high."""
    put_on(running, look)
    heights = [height for _ in running.everywhere("overview") for height in capitals(running)]
    assert len(heights) > 5
    assert min(heights) >= (CAPITAL if look[2] == 100 else 1.98 * CAPITAL)


@pytest.mark.parametrize("look", ENGLISH, ids=named, indirect=True, scope="module")
def test_no_line_is_longer_than_eighty_characters(running: Screen, look: Look) -> None:
    put_on(running, look)
    kinds = ("PageHead", "Door", "ParagraphBlock", "ItemBlock", "CalloutBlock")
    widest = max(
        (len(running.plain(text)) / int(text.property("lineCount")), running.plain(text))
        for page in PAGES
        for _ in running.everywhere(page)
        for kind in kinds
        for block in running.of_type(kind, running.column)
        for text in running.texts(block)
    )
    assert widest[0] <= 80, widest


def test_the_measurements_see_what_is_wrong(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    assert not unreadable(screen)
    first, second, *_ = [
        screen.texts(block)[0] for block in screen.of_type("ParagraphBlock", screen.column)
    ]
    before = first.width()
    first.setWidth(20)
    assert any("wider than its place" in each for each in unreadable(screen))
    first.setWidth(before)
    first.setY(first.y() + 200)
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
