"""What one start of the kiosk was asked for, by the command line and the settings.

Owns what can be asked for, and what holds where nothing is. Builds nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk.visit.visit import VOLUME
from kiosk.visit.waiting import Waiting

ROTATION = "KIOSK_ROTATION"
"""The variable with the degrees by which the screen hangs turned clockwise."""

OUTPUTS_OFF = "KIOSK_OUTPUTS_OFF"
"""The variable with the names of the outputs that stay off, a space between them."""


class Start(msgspec.Struct, frozen=True, kw_only=True):
    """What one start of the kiosk was asked for. `size` is in pixels, `diagonal` in inches.

    `safe`: nothing optional, whatever else is asked for: nothing moves or sounds.
    `pin` is the hash of the staff's PIN, `state` the folder for what staff did; without both
    there is nothing for staff; `printer` is where they print pages, if anywhere. `volume` is how
    loud pages are read aloud, in percent, `speech` the programs that say a language instead of
    espeak-ng. New text is
    read when the folder has been left alone for `still`
    seconds. `switches_off`: outside the opening hours the screen is off, not only black.
    `new_output` is called when another screen has come. `words`: the folder with the kiosk's own
    words in other languages, if it isn't the one that comes along.
    """

    content: Path | None = None
    language: str = ""
    text_size: int = 100
    size: tuple[int, int] | None = None
    diagonal: float = 0.0
    windowed: bool = False
    moving: bool = True
    locked: bool = False
    safe: bool = False
    resting: bool = False
    sound: bool = False
    volume: int = VOLUME
    speech: Mapping[str, Sequence[str]] = {}
    switches_off: bool = False
    new_output: Callable[[], None] | None = None
    printer: str = ""
    pin: str = ""
    state: Path | None = None
    still: float = 1.0
    waiting: Waiting = Waiting(clock=time.monotonic, calendar=datetime.now)
    words: Path | None = None

    @property
    def framed(self) -> bool:
        """Whether the kiosk stands in a window instead of filling the screen."""
        return self.windowed or self.size is not None
