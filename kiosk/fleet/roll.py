"""Who is there: what the broker has said so far, and which of it still holds.

Pure: the clock is handed in. Owns that no kiosk is called online for longer than its word holds.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.fleet.state import State
from kiosk.fleet.told import KEEP_ALIVE, ONLINE, lifetime
from kiosk.install.doctor.diagnosis import Verdict


class Kiosk(msgspec.Struct, frozen=True, kw_only=True):
    """One kiosk as it is seen from afar."""

    name: str
    online: bool
    state: Annotated[State | None, Meta(description="the last that it told; null: none is known")]

    @property
    def well(self) -> bool:
        """Whether it is there and its doctor finds nothing that keeps patients from reading."""
        return self.online and self.state is not None and self.state.health is not Verdict.FAIL


class Roll:
    """The roll of all kiosks, as messages come in. Seconds are of a clock that never jumps."""

    def __init__(self) -> None:
        self._states: dict[str, State | None] = {}
        self._until: dict[str, float] = {}

    def hear_state(self, name: str, payload: bytes) -> None:
        """Take a kiosk's state. None means to forget it; what can't be read is none."""
        if not payload:
            self._states.pop(name, None)
            return
        try:
            self._states[name] = msgspec.json.decode(payload, type=State)
        except (ValueError, RecursionError):
            self._states[name] = None

    def hear_online(self, name: str, payload: bytes, holds: float, now: float) -> None:
        """Take a kiosk's word, or the broker's, whether it is there; it holds for some seconds."""
        if not payload:
            self._until.pop(name, None)
        else:
            holds = min(holds, lifetime(KEEP_ALIVE))  # whatever a kiosk says of itself
            self._until[name] = now + holds if payload == ONLINE else now

    def kiosks(self, now: float) -> tuple[Kiosk, ...]:
        """Give all that are known, by name."""
        names = sorted(self._states.keys() | self._until.keys())
        return tuple(self.kiosk(name, now) for name in names)

    def kiosk(self, name: str, now: float) -> Kiosk:
        """Give one."""
        online = self._until.get(name, now) > now
        return Kiosk(name=name, online=online, state=self._states.get(name))
