"""While the only screen is off, the kiosk has none; nothing that it measures by may go with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QSizeF

from tests.flows.screen import Screen


class Gone:
    """Qt's stand-in for a screen, as it is on Wayland without an output."""

    def size(self) -> QSize:
        return QSize(0, 0)

    def physicalSize(self) -> QSizeF:
        return QSizeF(0, 0)


def test_a_screen_that_goes_leaves_every_size_as_it_is(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(size=None, resting=True)
    before = screen.shell.appearance.mm
    screen.kiosk.measure(Gone())  # type: ignore[arg-type]
    assert screen.shell.appearance.mm == before > 0
