"""Pages that are no tab: offered at the foot of every page and on the resting screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.pack.pack import load_pack
from kiosk.page.blocks import Page
from kiosk.shipped import shipped
from kiosk.ui.reading.page_source import PackPages
from kiosk.visit.presence_state import Phase
from tests.flows.clock import Clock
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen, is_text

LONG = "What to ask the doctor before you decide"
DISPLAYS = [(1920, 1080, 21.5), (1080, 1920, 21.5), (1280, 800, 10.1), (800, 1280, 10.1)]


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "de")).page("one").page("two")
    writer.page("one", language="de").page("about", tab=False)
    writer.page("ask", "- [ ] Why?", tab=False, label="Questions")
    writer.page("ask", "- [ ] Warum?", language="de", tab=False, label="Fragen")
    writer.page("glossary", "Word\n:   Meaning.\n", tab=False, label="Hard words")
    writer.about, writer.extras = "about", ["ask", "glossary"]
    return writer


@pytest.fixture
def resting(kiosk: Callable[..., Screen], pack: Writer) -> Screen:
    screen = kiosk(pack.written(), waiting=Clock().waiting(), resting=True)
    screen.settle()
    return screen


def pills(screen: Screen) -> list[QQuickItem]:
    """Give what the foot of the page offers."""
    names = ("foot-about", "foot-ask", "foot-glossary")
    return [item for name in names for item in screen.found(name, screen.column)]


def symbol(item: QQuickItem) -> str:
    return str(item.property("symbol"))


def test_every_pane_leads_to_every_extra_page_and_back(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written())
    for tab in ("one", "two"):
        for page in ("ask", "glossary"):
            screen.tap(f"tab-{tab}")
            screen.settle()
            screen.reach(screen.item(f"foot-{page}"))
            screen.tap(f"foot-{page}")
            screen.settle()
            assert screen.visit.page == page
            assert screen.scrolled == 0
            assert not screen.found(f"foot-{page}"), "a page leads to no page that is open"
            screen.tap("back")
            assert screen.visit.page == tab


def test_a_button_says_what_its_page_is_called_and_shows_what_it_is(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    screen = kiosk(pack.written())
    found = [(str(pill.property("text")), symbol(pill)) for pill in pills(screen)]
    assert found[1:] == [("Questions", "ticks"), ("Hard words", "book")]
    screen.tap("language-de")
    screen.settle()
    assert [str(pill.property("text")) for pill in pills(screen)][1:] == ["Fragen", "Hard words"]


@pytest.mark.parametrize("size", [100, 200])
def test_the_foot_is_tidy_on_every_screen(
    kiosk: Callable[..., Screen], pack: Writer, size: int
) -> None:
    pack.page("ask", "- [ ] Why?", tab=False, label=LONG)
    screen = kiosk(pack.written(), text_size=size)
    for display in DISPLAYS:
        screen.measure(*display)
        screen.rest()
        areas = [screen.area(pill) for pill in pills(screen)]
        column = screen.area(screen.column)
        assert len(areas) == 3
        assert len({area.height() for area in areas}) == 1, display
        in_row = len({area.top() for area in areas}) == 1
        assert in_row or len({area.left() for area in areas}) == 1, display
        assert in_row or len({area.width() for area in areas}) == 1, display
        assert all(column.left() <= a.left() and a.right() <= column.right() + 1 for a in areas)
        for pill in pills(screen):
            texts = [each for each in screen.items(pill) if is_text(each)]
            assert all(screen.area(pill).contains(screen.area(text)) for text in texts), display


def test_a_finger_on_a_button_opens_its_page_though_titles_come_meanwhile(
    resting: Screen,
) -> None:
    resting.press("rest-ask")
    resting.shell.navigator.extras.speak("de")
    resting.frame()
    (button,) = resting.found("rest-ask")
    assert button.property("label") == "Fragen"
    resting.release(button)
    assert resting.visit.page == "ask"


def test_new_text_changes_what_is_offered(resting: Screen, pack: Writer) -> None:
    assert [item.property("label") for item in resting.of_type("RestLink")] == [
        "Questions", "Hard words",
    ]  # fmt: skip
    pack.page("ask", "- [ ] Why?", tab=False, label="To ask").extras = ["ask"]
    loaded = load_pack(pack.written(), assets=shipped("assets"))
    resting.shell.navigator.replace(loaded, PackPages(loaded))
    resting.frame()
    assert [item.property("label") for item in resting.of_type("RestLink")] == ["To ask"]


# The resting screen


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_page_is_opened_from_rest_in_the_language_of_rest(resting: Screen, language: str) -> None:
    resting.shell.welcome(language)
    resting.frame()
    resting.tap("rest-ask")
    resting.settle()
    assert resting.shell.presence.phase == Phase.BROWSING
    assert (resting.visit.page, resting.visit.language) == ("ask", language)
    assert resting.reads("Why?" if language == "en" else "Warum?")
    resting.tap("back")
    assert resting.visit.page == "one", "leaving it leads to the first tab"
    resting.shell.presence.rest()
    assert (resting.visit.page, resting.visit.language) == ("one", language)


def test_a_touch_that_wakes_the_screen_opens_nothing(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    clock = Clock()
    screen = kiosk(pack.written(), waiting=clock.waiting(), resting=True)
    screen.settle()
    clock.after(301, screen.shell.presence)
    screen.tap("rest-ask")
    assert (screen.shell.presence.phase, screen.visit.page) == (Phase.RESTING, "one")
    screen.tap("rest-ask")
    assert (screen.shell.presence.phase, screen.visit.page) == (Phase.BROWSING, "ask")


def test_arrows_reach_the_languages_and_then_the_pages(resting: Screen) -> None:
    keys = Keyboard(resting)
    names = []
    for _ in range(5):
        keys.press("Down")
        names.append(keys.focused.objectName())
        assert resting.shell.presence.phase == Phase.RESTING
    assert names == ["start-en", "start-de", "rest-ask", "rest-glossary", "start-en"]
    keys.press("Up", "Return")
    resting.settle()
    assert (resting.visit.page, resting.visit.language) == ("glossary", "en")
    assert resting.shell.presence.phase == Phase.BROWSING


def test_the_titles_come_after_the_first_frame_and_move_nothing(
    kiosk: Callable[..., Screen], pack: Writer
) -> None:
    """What the first frame waits for is measured: it reads no page that it doesn't show."""
    read: list[str] = []
    drawn: list[tuple[list[str], QRectF]] = []
    really = PackPages.page

    def page(library: PackPages, name: str, language: str) -> Page:
        read.append(name)
        return really(library, name, language)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PackPages, "page", page)
        screen = kiosk(pack.written(), waiting=Clock().waiting(), resting=True)
        screen.window.beforeRendering.connect(
            lambda: drawn.append((read.copy(), screen.area(screen.item("start-en"))))
        )
        screen.settle()
        screen.frame()
    assert "ask" not in drawn[0][0]
    assert "ask" in drawn[-1][0]
    assert drawn[0][1] == drawn[-1][1]
