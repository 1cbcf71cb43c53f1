"""Leaving the kiosk: Esc, and the hint that says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from tests.flows.screen import Screen, type_of

HINT = "Press Esc to leave"


class Quits(QObject):
    """Counts how often the application is asked to end, and lets it live on."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self.asked = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Quit:
            self.asked += 1
            return True
        return False


@pytest.fixture
def quits(qapp: QGuiApplication) -> Quits:
    return Quits(qapp)


def press_escape(screen: Screen, quits: Quits) -> None:
    app = screen.kiosk.app
    app.installEventFilter(quits)
    try:
        QTest.keyClick(screen.window, Qt.Key.Key_Escape)
        screen.frame()
    finally:
        app.removeEventFilter(quits)


def test_esc_leaves_an_unlocked_kiosk(kiosk: Callable[..., Screen], quits: Quits) -> None:
    screen = kiosk(unlocked=True)
    screen.window.requestActivate()
    screen.wait(screen.window.isActive)
    press_escape(screen, quits)
    assert quits.asked == 1


def test_esc_does_nothing_when_locked(kiosk: Callable[..., Screen], quits: Quits) -> None:
    screen = kiosk(unlocked=False)
    screen.window.requestActivate()
    screen.wait(screen.window.isActive)
    press_escape(screen, quits)
    assert quits.asked == 0
    assert not screen.reads(HINT)


def test_the_hint_stands_there_for_three_seconds_and_goes(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(unlocked=True)
    assert screen.reads(HINT)
    [hint] = screen.of_type("LeaveHint")
    [timer] = [child for child in hint.children() if child.inherits("QQmlTimer")]
    assert timer.property("interval") == 3000
    timer.setProperty("interval", 1)
    screen.wait(lambda: not screen.reads(HINT))


def test_the_hint_takes_no_touch(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(unlocked=True)
    [hint] = screen.of_type("LeaveHint")
    handlers = [
        child
        for item in (hint, *screen.items(hint))
        for child in item.children()
        if "Handler" in child.metaObject().className() and child.property("enabled")
    ]
    assert handlers == []
    assert not [item for item in screen.items(hint) if type_of(item) == "MouseArea"]


def test_run_returns_zero_after_esc(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(unlocked=True)
    running: Kiosk = screen.kiosk
    screen.window.requestActivate()
    screen.wait(screen.window.isActive)
    codes: list[int] = []

    def escape() -> None:
        QTest.keyClick(screen.window, Qt.Key.Key_Escape)

    screen.window.frameSwapped.connect(escape, Qt.ConnectionType.SingleShotConnection)
    screen.window.update()
    codes.append(running.app.exec())
    assert codes == [0]
