"""Leaving the kiosk: Esc, and the hint that says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from tests.flows.screen import Screen

HINT = "Press Esc to leave"


def active(screen: Screen) -> Screen:
    screen.window.requestActivate()
    screen.wait(screen.window.isActive)
    return screen


def test_esc_leaves_an_unlocked_kiosk(kiosk: Callable[..., Screen]) -> None:
    screen = active(kiosk(locked=False))
    assert screen.reads(HINT)
    with screen.qtbot.waitSignal(screen.kiosk.engine.quit):
        QTest.keyClick(screen.window, Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1920, 1080, 21.5), (800, 1280, 10.1)])
def test_the_hint_covers_no_button_of_the_header_and_no_title(
    kiosk: Callable[..., Screen], size: tuple[int, int, float]
) -> None:
    *pixels, diagonal = size
    screen = kiosk(locked=False, size=tuple(pixels), diagonal=diagonal)
    (hint,) = screen.of_type("LeaveHint")
    (tabs,) = screen.of_type("TabStrip")
    gap = screen.area(tabs).top() - screen.area(hint).bottom()
    assert gap == pytest.approx(3 * screen.mm, abs=1)


def test_esc_does_nothing_when_locked(kiosk: Callable[..., Screen]) -> None:
    screen = active(kiosk(locked=True))
    with screen.qtbot.assertNotEmitted(screen.kiosk.engine.quit):
        QTest.keyClick(screen.window, Qt.Key.Key_Escape)
        screen.frame()
    assert not screen.reads(HINT)


def test_run_returns_zero_after_esc(kiosk: Callable[..., Screen]) -> None:
    screen = active(kiosk(locked=False))

    def escape() -> None:
        QTest.keyClick(screen.window, Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    assert screen.kiosk.app.exec() == 0
