"""Whether somebody is there, and how bright the screen is for them.

Pure: frozen states and functions from one state to the next, times passed in. Knows neither Qt
nor the disk nor a clock.
"""

from __future__ import annotations

import math
from enum import StrEnum

import msgspec


class Phase(StrEnum):
    """What the kiosk believes about the person in front of it."""

    RESTING = "resting"
    BROWSING = "browsing"
    ASKED = "asked"


class Light(StrEnum):
    """How bright the resting screen is; while somebody reads it is always bright."""

    BRIGHT = "bright"
    DIM = "dim"
    DARK = "dark"


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How long the kiosk waits, in seconds; see `Settings` for what each wait is."""

    idle: float = 60.0
    ask: float = 30.0
    dim: float = 300.0

    def patience(self, words: int) -> float:
        """Return the seconds that somebody may read `words` words without touching anything.

        100 words a minute is a slow reader; half as long again is a margin (WCAG 2.2, 2.2.1).
        """
        return max(self.idle, words / 100 * 60 * 1.5)


class PresenceState(msgspec.Struct, frozen=True, kw_only=True):
    """Whether somebody is there: resting, browsing, asked "Are you still there?", resting.

    `since` is when the last touch was, when the question was put, or when the rest began, in
    seconds on a clock that never jumps. `woken`: somebody touched the dark screen of a closed
    clinic.
    """

    phase: Phase = Phase.RESTING
    since: float = 0.0
    woken: bool = False

    def light(self, now: float, timing: Timing, *, is_open: bool) -> Light:
        """Return how bright the screen is."""
        resting = now - self.since
        if self.phase is not Phase.RESTING:
            return Light.BRIGHT
        if not is_open:
            return Light.BRIGHT if self.woken and resting < timing.idle else Light.DARK
        return Light.BRIGHT if resting < timing.dim else Light.DIM

    def touched(self, now: float) -> PresenceState:
        """Return the state after a touch, a key or the wheel: the question is answered."""
        phase = Phase.BROWSING if self.phase is Phase.ASKED else self.phase
        return PresenceState(phase=phase, since=now, woken=True)

    def begun(self, now: float) -> PresenceState:
        """Return the state of somebody who has touched "Touch to start"."""
        return PresenceState(phase=Phase.BROWSING, since=now, woken=True)

    def rested(self, now: float) -> PresenceState:
        """Return the state in which nobody is there: the visit is over."""
        return PresenceState(since=now)

    def after(self, now: float, timing: Timing, patience: float) -> PresenceState:
        """Return the state after time alone: asked when patience ends, at rest when nobody answers.

        `patience` is in seconds, from `Timing.patience`.
        """
        waited = now - self.since
        if self.phase is Phase.BROWSING and waited >= patience:
            return PresenceState(phase=Phase.ASKED, since=now, woken=True)
        if self.phase is Phase.ASKED and waited >= timing.ask:
            return self.rested(now)
        return self

    def seconds_left(self, now: float, timing: Timing) -> int:
        """Return the whole seconds in which the question can still be answered; 0 unless asked."""
        if self.phase is not Phase.ASKED:
            return 0
        return max(0, math.ceil(timing.ask - (now - self.since)))
