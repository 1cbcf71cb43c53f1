"""All that a touch could have changed on a screen, and where it is touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication

from tests.flows.screen import Screen

AT = QPointF(800, 400)


def state(screen: Screen) -> tuple[object, ...]:
    """Give all that a touch could have changed."""
    selected = [item for item in screen.texts() if item.property("selectedText")]
    return (
        screen.visit, screen.shell.card.kind, round(screen.scrolled), len(selected),
        screen.theme.property("textScale"), len(QGuiApplication.topLevelWindows()),
        screen.window.visibility(), screen.window.geometry(), screen.shell.presence.phase,
    )  # fmt: skip
