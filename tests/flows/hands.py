"""Hands: many fingers on the glass at once, and touches that are taken back."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from tests.flows.door import cancel_touch
from tests.flows.screen import touchscreen


class Hands:
    """The fingers on one window, by number. A report holds all of them, the resting ones too."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self.at: dict[int, QPointF] = {}

    def press(self, **fingers: QPointF) -> None:
        """Put these fingers on the glass; they are called f0, f1 and so on."""
        self._report("press", fingers)

    def move(self, **fingers: QPointF) -> None:
        """Move these fingers; the others rest."""
        self._report("move", fingers)

    def release(self, *names: str) -> None:
        """Lift these fingers, or all of them."""
        chosen = {int(name[1:]) for name in names} or set(self.at)
        self._report("release", {f"f{number}": self.at[number] for number in sorted(chosen)})

    def cancel(self) -> None:
        """Take every touch back, as a compositor does that has taken the gesture for itself."""
        cancel_touch(self._window, touchscreen())
        self.at.clear()

    def _report(self, what: str, fingers: dict[str, QPointF]) -> None:
        event = QTest.touchEvent(self._window, touchscreen())
        changed = {int(name[1:]): point for name, point in fingers.items()}
        for number, point in changed.items():
            getattr(event, what)(number, point.toPoint())
        for number in self.at.keys() - changed.keys():
            event.move(number, self.at[number].toPoint())  # Qt itself sees that it rests
        event.commit(False)
        if what == "release":
            for number in changed:
                del self.at[number]
        else:
            self.at.update(changed)
