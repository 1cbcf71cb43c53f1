"""What a kiosk tells its broker, and under which names. Knows neither the broker nor the doctor.

Who speaks with the network loads this and no more of the kiosk.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.whole_file import Versioned

KEEP_ALIVE = 60
"""Seconds after which silence is looked into, half as long again until it is told (MQTT 5,
3.1.2.10)."""

ONLINE, OFFLINE = b"yes", b"no"

TOLD = Path("/run/kiosk-fleet/told.json")
"""The file between who examines the kiosk, without a network, and who tells the broker."""


class Told(Versioned, frozen=True, kw_only=True):
    """What the broker is to know. `state` is sent as it is; `kiosk` is the program's version."""

    name: Annotated[str, Meta(max_length=255)]
    host: str
    port: int
    home_assistant: bool
    kiosk: str
    state: msgspec.Raw


def state_topic(name: str) -> str:
    """Give the topic with a kiosk's state; `+` for all."""
    return f"kiosk/{name}/state"


def online_topic(name: str) -> str:
    """Give the topic that says whether a kiosk is there; `+` for all."""
    return f"kiosk/{name}/online"


def lifetime(keep_alive: int) -> int:
    """Give the seconds for which a kiosk's word that it is there holds.

    The broker forgets it then by itself: so one that was down while a kiosk went away says nothing
    wrong.
    """
    return -(-keep_alive * 3 // 2)
