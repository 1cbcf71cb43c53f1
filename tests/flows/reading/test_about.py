"""The page about this information: no tab, reached from the header and from each page's foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from tests.flows.packs import Writer
from tests.flows.screen import Screen


@pytest.mark.parametrize("way", ["header", "foot"])
def test_about_opens_and_back_returns_to_the_place_one_came_from(
    kiosk: Callable[..., Screen], whole_pages: Path, way: str
) -> None:
    screen = kiosk(whole_pages, moving=True)
    screen.tap("tab-risks")
    screen.settle()
    screen.column.setProperty("contentY", screen.furthest if way == "foot" else 300.0)
    screen.rest()
    place = screen.scrolled
    screen.tap("about" if way == "header" else "foot-about")
    screen.settle()
    assert screen.visit.page == "about"
    assert screen.shell.navigator.tab == -1
    assert not screen.found("foot-about")
    screen.tap("back")
    screen.settle()
    screen.rest()
    assert screen.visit.page == "risks"
    assert screen.scrolled == pytest.approx(place, abs=0.5)


def test_about_can_be_left_by_any_tab(kiosk: Callable[..., Screen], whole_pages: Path) -> None:
    screen = kiosk(whole_pages)
    for name in ("overview", "types", "faq"):
        screen.tap("about")
        screen.settle()
        screen.tap(f"tab-{name}")
        screen.settle()
        assert screen.visit.page == name
        screen.rest()


def test_about_starts_at_its_top_each_time(kiosk: Callable[..., Screen], whole_pages: Path) -> None:
    screen = kiosk(whole_pages)
    screen.tap("about")
    screen.settle()
    screen.tap("more")
    assert screen.scrolled > 0
    screen.tap("back")
    screen.settle()
    screen.tap("about")
    screen.settle()
    assert screen.scrolled == 0


def test_a_swipe_on_about_turns_no_page(kiosk: Callable[..., Screen], whole_pages: Path) -> None:
    screen = kiosk(whole_pages)
    screen.tap("about")
    screen.settle()
    for by in (QPointF(-500, 0), QPointF(500, 0)):
        screen.drag(QPointF(750, 400), by)
        screen.settle()
        assert screen.visit.page == "about"


def test_a_pack_without_about_offers_none(kiosk: Callable[..., Screen], tmp_path: Path) -> None:
    screen = kiosk(Writer(tmp_path).page("one").page("two").written())
    assert not screen.found("about")
    assert not screen.found("foot-about")
