"""Touching words: links, explanations, sources, addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.flows.packs import Writer
from tests.flows.screen import Screen


def heading(screen: Screen, anchor: str) -> float:
    """How far below the pane's upper edge a block with this anchor begins."""
    [block] = [item for item in screen.items(screen.column) if item.property("anchor") == anchor]
    return round(float(block.mapToItem(screen.column, 0, 0).y()), 3)


def inside(screen: Screen, section: str) -> Screen:
    """Open a section of the overview."""
    screen.shell.navigator.enter("overview", section)
    screen.rest()
    return screen


def card_kind(screen: Screen) -> str:
    return str(screen.shell.card.kind)


def test_a_link_in_the_page_leads_to_its_section(kiosk: Callable[..., Screen]) -> None:
    screen = inside(kiosk(), "compare")
    screen.tap_link("page:%0Aworks")
    screen.rest()
    assert screen.visit.place == ("overview", "works")
    assert 0 <= heading(screen, "works") <= screen.column.height() / 4


def test_a_link_to_another_pages_section_arrives_with_its_heading_at_the_top(
    kiosk: Callable[..., Screen],
) -> None:
    screen = inside(kiosk(moving=True), "compare")
    screen.tap_link("page:risks%0Aserious")
    screen.settle()
    screen.rest()
    assert screen.visit.page == "risks"
    assert 0 <= heading(screen, "serious") <= screen.column.height() / 4


def test_a_link_to_a_page_never_seen_arrives_at_once(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk()
    screen.shell.links.go("risks", "serious")
    screen.settle()
    screen.rest()
    assert 0 <= heading(screen, "serious") <= screen.column.height() / 4


def test_a_link_to_a_question_opens_it(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk()
    screen.shell.navigator.turnTo("procedure")
    screen.settle()
    screen.shell.links.go("faq", "hurt")
    screen.settle()
    screen.rest()
    assert screen.visit.question("faq") == "hurt"
    assert 0 <= heading(screen, "hurt") <= screen.column.height() / 4


def test_every_link_of_the_pack_leads_somewhere(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk()
    navigator = screen.shell.navigator
    for name in ("overview", "procedure", "types", "risks", "faq", "about"):
        addresses: set[str] = set()
        for section in ("", *navigator.pane(name).sections.anchors):
            navigator.enter(name, section)
            screen.settle()
            found = {address for _, address in screen.links() if address.startswith("page:")}
            for address in sorted(found - addresses):
                screen.shell.links.follow(name, address)
                screen.rest()
                page, anchor = address.removeprefix("page:").split("%0A")
                assert screen.visit.page == (page or name)
                if anchor:
                    assert screen.window.height() > heading(screen, anchor) > -1, address
                navigator.enter(name, section)
                screen.settle()
            addresses |= found
        assert addresses or name == "faq"


@pytest.mark.parametrize("way", ["button", "beside"])
def test_a_word_is_explained_on_a_card_that_goes_away(
    kiosk: Callable[..., Screen], way: str
) -> None:
    screen = inside(kiosk(), "what")
    screen.tap_link("term:")
    card = screen.item("card")
    assert card_kind(screen) == "term"
    assert screen.reads(str(screen.shell.card.title))
    assert screen.item("card-text").property("text") == screen.shell.card.text != ""
    before = screen.scrolled
    screen.tap(screen.area(card).topLeft() + QPointF(20, 20))
    assert screen.found("card"), "a touch on the card itself does nothing"
    screen.tap("card-close" if way == "button" else QPointF(20, screen.window.height() / 2))
    assert not screen.found("card")
    assert screen.visit.page == "overview"
    assert screen.scrolled == before


def test_nothing_below_the_card_is_touched(kiosk: Callable[..., Screen]) -> None:
    screen = inside(kiosk(), "what")
    tab = screen.middle("tab-faq")
    screen.tap_link("term:")
    screen.tap(tab)
    assert screen.visit.page == "overview"
    assert not screen.found("card")


def test_a_drag_over_the_card_moves_nothing_below(kiosk: Callable[..., Screen]) -> None:
    screen = inside(kiosk(), "what")
    screen.tap_link("term:")
    before = screen.scrolled
    screen.drag(QPointF(100, 500), QPointF(0, -300))
    screen.rest()
    assert screen.scrolled == before
    screen.drag(QPointF(900, 100), QPointF(-600, 0))
    screen.settle()
    assert screen.visit.place == ("overview", "what")


def test_a_footnote_shows_its_source_and_the_way_to_all_sources(
    kiosk: Callable[..., Screen],
) -> None:
    screen = inside(kiosk(), "works")
    screen.tap_link("source:3")
    assert card_kind(screen) == "source"
    _, text = screen.shell.navigator.pane("overview").source(3)
    assert text
    assert str(screen.item("card-text").property("text")) == text
    screen.tap("card-sources")
    screen.rest()
    assert not screen.found("card")
    assert 0 <= heading(screen, "sources") < screen.column.height()


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """What anything asks the system to open."""

    class Opener(QObject):
        asked: list[str] = []  # noqa: RUF012

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            self.asked.append(url.toString())

    opener = Opener()
    schemes = ("http", "https", "file", "mailto")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, opener, "take")  # type: ignore[arg-type]  # the stub says bytes, which PySide refuses
    yield opener.asked
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def test_an_outside_link_shows_its_address_and_opens_nothing(
    kiosk: Callable[..., Screen], tmp_path: Path, opened: list[str]
) -> None:
    pack = Writer(tmp_path).page(
        "one", "See [the leaflet](https://www.example.org/leaflet?a=1&b=2)."
    )
    screen = kiosk(pack.written())
    screen.tap_link("outside:")
    assert screen.item("card-text").property("text") == "https://www.example.org/leaflet?a=1&b=2"
    screen.tap(screen.middle("card-text"))
    assert screen.found("card")
    assert opened == []


def test_a_long_address_stays_inside_the_card(kiosk: Callable[..., Screen], tmp_path: Path) -> None:
    address = "https://www.example.org/" + "a" * 900
    pack = Writer(tmp_path).page("one", f"See [it]({address}).")
    screen = kiosk(pack.written())
    screen.tap_link("outside:")
    text = screen.item("card-text")
    assert float(text.property("contentWidth")) <= text.width() + 1
    assert screen.area(screen.item("card")).bottom() <= screen.window.height()
