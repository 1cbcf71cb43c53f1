"""A clock that a test turns."""

from __future__ import annotations

import time
from datetime import datetime

from kiosk.ui.presence.presence import Presence
from kiosk.visit.opening_hours import parse_hours
from kiosk.visit.presence_state import Timing
from kiosk.visit.waiting import Waiting

UNHURRIED = Waiting(
    clock=time.monotonic, calendar=datetime.now, timing=Timing(idle=86_400.0, dim=86_400.0)
)
"""Of a kiosk that a test only reads: it asks nobody whether they are still there, and its screen
stays bright, however long the test takes on a busy machine."""


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.date = datetime(2026, 11, 23, 12, 0)

    def waiting(self, *hours: str) -> Waiting:
        timing = Timing(idle=60, ask=30, dim=300)
        return Waiting(
            clock=lambda: self.now,
            calendar=lambda: self.date,
            timing=timing,
            hours=parse_hours(hours),
        )

    def after(self, seconds: float, presence: Presence) -> str:
        self.now += seconds
        presence.check()
        return str(presence.phase)
