"""Touching the tabs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from tests.flows.screen import Screen

TABS = ("overview", "procedure", "types", "risks", "faq")


def test_each_tab_shows_its_page(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk()
    for name in (*TABS[1:], TABS[0]):
        screen.tap(f"tab-{name}")
        screen.settle()
        assert screen.visit.page == name
        assert screen.reads(screen.shell.navigator.panes[TABS.index(name)].title)


def test_touching_the_selected_tab_returns_to_its_top(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    screen.tap("more")
    assert screen.scrolled > 0
    screen.tap("tab-overview")
    assert screen.scrolled == 0
    assert screen.visit.page == "overview"


def test_each_pane_keeps_its_place(kiosk: Callable[..., Screen], whole_pages: Path) -> None:
    screen = kiosk(whole_pages)
    places = {}
    for count, name in enumerate(TABS, 1):
        screen.tap(f"tab-{name}")
        screen.settle()
        screen.column.setProperty("contentY", 37.0 * count)
        places[name] = screen.scrolled
    for name in TABS:
        screen.tap(f"tab-{name}")
        screen.settle()
        assert screen.scrolled == pytest.approx(places[name])


@pytest.mark.parametrize(
    ("width", "height", "diagonal"), [(1280, 800, 10.1), (1366, 768, 15.6), (1920, 1080, 21.5)]
)
def test_no_title_moves_when_a_tab_is_turned(
    kiosk: Callable[..., Screen], width: int, height: int, diagonal: float
) -> None:
    """The notice of a draft beside it takes one line or two, or has no room there."""
    screen = kiosk(size=(width, height), diagonal=diagonal)
    tops = {}
    for name in TABS:
        screen.tap(f"tab-{name}")
        screen.settle()
        [head] = screen.of_type("PageHead")
        title = next(text for text in screen.texts(head) if text.property("font").bold())
        tops[name] = round(screen.area(title).top())
    assert len(set(tops.values())) == 1, tops


def test_the_first_frame_after_a_touch_shows_the_page_on_its_way(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk(moving=True)
    screen.shell.navigator.turnTo(TABS[1])
    assert 0 < screen.pane.mapToScene(QPointF()).x() < screen.window.width()
