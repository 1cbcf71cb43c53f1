"""Somebody of the staff at the kiosk, who knows the PIN."""

from __future__ import annotations

from tests.flows.screen import Screen

PIN = "7391"
"""The PIN of every kiosk that is opened here."""


def let_in(screen: Screen) -> Screen:
    """Make the gesture and type the PIN; the staff page stands then."""
    staff = screen.shell.desk
    staff.gesture()
    for digit in PIN:
        staff.type(int(digit))
    staff.enter()
    screen.frame()
    return screen
