"""What a machine does while nobody touches it. Pure: clock and calendar are handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from kiosk.visit.opening_hours import Hours
from kiosk.visit.presence_state import Timing


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What this machine does while nobody touches it, and where it takes the time from.

    `clock` gives seconds and never jumps, `calendar` gives the local time.
    """

    clock: Callable[[], float]
    calendar: Callable[[], datetime]
    timing: Timing = Timing()
    hours: Hours = Hours()
