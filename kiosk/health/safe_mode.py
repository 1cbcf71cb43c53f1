"""When a start must do without everything optional. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiosk.health.crash_record import CRASHES, CrashRecord, Instant

MANY: Final = 3
"""Crashes that make the next start a safe one."""

WITHIN: Final = 300.0
"""Seconds in which they happen; also how long a safe start must hold for a normal one to follow."""


def is_safe(records: Sequence[CrashRecord], now: Instant) -> bool:
    """Tell whether a start at `now` has to be safe.

    It has to after three crashes in five minutes, and after a safe start that crashed within five.
    A safe start stays safe until it ends; once it has held for five minutes the next one is normal.
    Power cuts don't count, nor does what was before the computer was started: the clock of another
    boot says nothing about now, and the wall clock may have been set in between.
    """
    recent = [
        record
        for record in records
        if record.kind in CRASHES
        and record.boot == now.boot
        and 0 <= now.seconds - record.found <= WITHIN
    ]
    if len(recent) >= MANY:
        return True
    return bool(recent) and recent[-1].safe and 0 <= recent[-1].ran < WITHIN
