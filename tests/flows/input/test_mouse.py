"""A mouse instead of a finger: a click on what stands on a card is not one beside the card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.flows.screen import Screen

Open = Callable[..., Screen]


def click(screen: Screen, at: QQuickItem | QPointF) -> None:
    point = (at if isinstance(at, QPointF) else screen.middle(at)).toPoint()
    QTest.mousePress(screen.window, Qt.MouseButton.LeftButton, pos=point)
    screen.frame()
    QTest.mouseRelease(screen.window, Qt.MouseButton.LeftButton, pos=point)
    screen.frame()


def test_a_click_on_the_display_card_leaves_it_open(kiosk: Open) -> None:
    screen = kiosk()
    click(screen, screen.item("display"))
    for size in (200, 100):  # the card grows, and shrinks away from under the pointer
        choices = screen.of_type("Choice", screen.item("display-card"))
        click(screen, choices[4 if size == 200 else 0])
        assert screen.visit.text_size == size
        assert screen.found("display-card")
    click(screen, QPointF(screen.window.width() / 2, screen.area(screen.column).top() + 20))
    assert not screen.found("display-card")


def test_a_click_on_a_source_card_leads_on_and_one_beside_it_takes_it_away(
    kiosk: Open, whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    screen.tap_link("source:")
    card = screen.item("card")
    click(screen, QPointF(screen.area(card).center().x(), screen.area(card).top() + 20))
    assert screen.shell.card.kind == "source"
    click(screen, screen.area(card).topLeft() - QPointF(20, 20))
    assert screen.shell.card.kind == ""
