"""The screen's physical size: how many pixels make a millimetre, how big a letter must be."""

from __future__ import annotations

from math import hypot

import msgspec

DEFAULT_DIAGONAL = 21.5
"""Inches; the size that the kiosk is designed for."""

PLAUSIBLE = (5.0, 120.0)
"""Inches; a screen that says it is smaller or larger is not believed (virtual ones say 0)."""

RATIOS = frozenset({(16, 9), (16, 10)})
"""Of these a screen tells the shape instead of its size, in mm, cm or dm: 160 x 90, 1600 x 900 mm.

Projectors and televisions do, as EDID lets them; GNOME's mutter knows the same six.
"""


DRAG = 7.0
"""Millimetres by which a finger has moved when it no longer taps but drags.

One that trembles by 5 mm must still tap, one that is drawn by 10 mm must scroll.
"""


class ScreenSize(msgspec.Struct, frozen=True):
    """A screen of `width` x `height` device-independent pixels and `diagonal` inches."""

    width: int
    height: int
    diagonal: float

    @property
    def mm(self) -> float:
        """Pixels in a millimetre."""
        return hypot(self.width, self.height) / (self.diagonal * 25.4)

    @property
    def drag_distance(self) -> int:
        """Pixels by which a finger has moved when it drags."""
        return round(DRAG * self.mm)

    @property
    def cap_height(self) -> float:
        """Height of a capital letter of body text in millimetres, at 100 %.

        6.1 mm is 0.7 degrees at 500 mm (EN 301 549, 5.1.4). A screen under 15 inches is held or
        stands nearer: 4.8 mm (Section 508, 402.4). Who touches one over 30 inches and sees all of
        it stands an arm's length away: 7.9 mm is the same angle at 650 mm.
        """
        if self.diagonal > 30:
            return 7.9
        return 6.1 if self.diagonal >= 15 else 4.8


def measured_diagonal(width_mm: float, height_mm: float, override: float) -> float:
    """Return the diagonal in inches: the setting, what the screen says, or the default one."""
    if override > 0:
        return override
    longer, shorter = sorted((round(width_mm), round(height_mm)), reverse=True)
    if any((longer, shorter) == (a * unit, b * unit) for a, b in RATIOS for unit in (1, 10, 100)):
        return DEFAULT_DIAGONAL
    said = hypot(width_mm, height_mm) / 25.4
    return said if PLAUSIBLE[0] <= said <= PLAUSIBLE[1] else DEFAULT_DIAGONAL
