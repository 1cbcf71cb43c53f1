"""The staff's gesture: hold one corner, then the opposite one. Pure: points and times passed in.

Nothing is drawn and nothing answers until it is complete, so that it gives no hint. Only two long
holds of a resting finger make it: tapping fast, dragging, wiping and several fingers never do.
"""

from __future__ import annotations

import msgspec

CORNER = 25.0
"""Side of the two squares in millimetres: upper left, lower right."""

HOLD, LONGEST = 3.0, 10.0
"""Seconds for which each corner is held, and after which it is no hold: something leans there."""

BETWEEN = 3.0
"""Seconds within which the second corner is touched after the first was let go."""

STILL = 8.0
"""Millimetres by which a resting finger may roll."""


class TouchArea(msgspec.Struct, frozen=True):
    """The screen's width and height in millimetres."""

    width: float
    height: float

    def corner(self, x: float, y: float) -> int:
        """Tell which corner a point is in: 1 upper left, 2 lower right, 0 neither.

        A screen so small that the squares meet has the smaller ones that don't.
        """
        across, down = min(CORNER, self.width / 3), min(CORNER, self.height / 3)
        if 0 <= x <= across and 0 <= y <= down:
            return 1
        if self.width - across <= x <= self.width and self.height - down <= y <= self.height:
            return 2
        return 0


class Gesture(msgspec.Struct, frozen=True, kw_only=True):
    """How far the gesture has come. Places in millimetres, times in seconds that never jump.

    `held` is the corner under the finger and 0 without one, `x`, `y` and `since` are where and
    when it was touched. `first` is when the first corner was let go, -1 before that. `done` is
    true at the end of the gesture only, until the next event.
    """

    held: int = 0
    x: float = 0.0
    y: float = 0.0
    since: float = 0.0
    first: float = -1.0
    done: bool = False

    def pressed(self, glass: TouchArea, x: float, y: float, now: float) -> Gesture:
        """A finger touches the glass, the only one."""
        corner = glass.corner(x, y)
        in_time = self.first >= 0 and 0 <= now - self.first <= BETWEEN
        if corner == 1:
            return Gesture(held=1, x=x, y=y, since=now)
        if corner == 2 and in_time and not self.held:
            return Gesture(held=2, x=x, y=y, since=now, first=self.first)
        return Gesture()

    def moved(self, x: float, y: float) -> Gesture:
        """The finger is somewhere else: it must rest."""
        if self.held and max(abs(x - self.x), abs(y - self.y)) > STILL:
            return Gesture()
        return msgspec.structs.replace(self, done=False) if self.done else self

    def released(self, now: float) -> Gesture:
        """The finger is lifted: only now is a hold complete, and nothing lies under it."""
        if not self.held or not HOLD <= now - self.since <= LONGEST:
            return Gesture()
        return Gesture(first=now) if self.held == 1 else Gesture(done=True)

    def broken(self) -> Gesture:
        """A second finger, or a touch that the system takes back."""
        return Gesture()
