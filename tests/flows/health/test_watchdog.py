"""Ready once a frame is shown, alive while the event loop runs, and what no screen means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.health.notify import Notifier
from kiosk.ui.qt.watchdog import Watchdog
from tests.conftest import Kept
from tests.flows.screen import Screen


class Heard(Notifier):
    """Keeps what is said instead of sending it."""

    def __init__(self, interval: float = 0) -> None:
        super().__init__("@nobody", interval)
        self.said: list[str] = []

    def _send(self, message: str) -> None:
        self.said.append(message.splitlines()[0])


def test_ready_is_said_once_and_only_when_a_frame_is_shown(
    kiosk: Callable[..., Screen], qtbot: QtBot
) -> None:
    screen = kiosk()
    heard = Heard()
    pulse = Watchdog(screen.window, heard)
    assert heard.said == []
    screen.frame()
    qtbot.waitUntil(lambda: heard.said == ["READY=1"])
    screen.frame()
    screen.frame()
    assert heard.said == ["READY=1"]
    pulse.stop()


def test_signs_of_life_follow_only_then(kiosk: Callable[..., Screen], qtbot: QtBot) -> None:
    screen = kiosk()
    heard = Heard(interval=0.01)
    pulse = Watchdog(screen.window, heard)
    screen.frame()
    qtbot.waitUntil(lambda: heard.said.count("WATCHDOG=1") > 3)
    assert heard.said[0] == "READY=1"
    pulse.stop()


def test_the_first_frame_is_told_of_however_late_it_comes(qtbot: QtBot, logged: Kept) -> None:
    shown_late = QQuickWindow()
    heard = Heard()
    pulse = Watchdog(shown_late, heard, patience=0)
    qtbot.waitUntil(lambda: heard.said == ["READY=1"])
    shown_late.show()
    qtbot.waitUntil(lambda: heard.said == ["READY=1", "READY=1"])
    shown_late.close()
    assert len(logged.lines) == 1
    pulse.stop()


def test_a_kiosk_without_a_screen_is_not_restarted_for_it(qtbot: QtBot, logged: Kept) -> None:
    never_shown = QQuickWindow()
    heard = Heard(interval=0.01)
    pulse = Watchdog(never_shown, heard, patience=0.01)
    qtbot.waitUntil(lambda: "WATCHDOG=1" in heard.said)
    assert heard.said[0] == "READY=1"
    assert "see that a screen is connected" in logged.lines[0]
    pulse.stop()
