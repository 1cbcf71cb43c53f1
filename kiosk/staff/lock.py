"""How often a PIN may be tried: after five wrong ones it is locked, each time longer.

Owns the count and its file. Knows neither the PIN nor Qt.

The count is written before the answer is given: pulling the plug gives no further try. While the
kiosk runs, a lock is counted on a clock that never jumps. Only a start asks the calendar how much
of a lock has passed meanwhile, and believes it within bounds: a date in the future makes a lock
begin again, never last longer than it was.
"""

from __future__ import annotations

import hashlib
import logging
import math
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec

from kiosk.whole_file import write_whole

FREE = 5
"""Wrong PINs before the first lock. After it, each wrong one locks."""

FIRST, LONGEST = 60, 3600
"""Seconds of the first lock and of the longest; each is twice the one before."""

_log = logging.getLogger("kiosk.staff")


class Tries(msgspec.Struct, frozen=True, kw_only=True):
    """Wrong PINs since the last right one, and when the last was typed: seconds since 1970.

    `pin` tells which PIN was meant, without saying it: a new PIN begins anew.
    """

    wrong: Annotated[int, msgspec.Meta(ge=0)] = 0
    at: Annotated[float, msgspec.Meta(ge=0)] = 0.0
    pin: str = ""

    def missed(self, now: float) -> Tries:
        """Return the state after one more wrong PIN."""
        return Tries(wrong=self.wrong + 1, at=now, pin=self.pin)

    @property
    def left(self) -> int:
        """Wrong PINs until it is locked: 5 at first, 1 after the first lock."""
        return max(1, FREE - self.wrong)

    @property
    def length(self) -> float:
        """Seconds for which the last wrong PIN locks; 0 if it doesn't."""
        if self.wrong < FREE:
            return 0.0
        # The exponent is bounded first: the file may hold any number.
        return float(min(LONGEST, FIRST * 2 ** min(self.wrong - FREE, 10)))

    def remaining(self, now: float) -> float:
        """Return the seconds of the lock that are left at a start, by the calendar."""
        passed = now - self.at
        return self.length - min(passed, self.length) if passed >= 0 else self.length


class Lock:
    """The count of wrong PINs, kept in `file` across restarts.

    `stored` is the PIN's hash, `calendar` gives seconds since 1970, `clock` seconds that never
    jump. A missing file is a new kiosk. A file that can't be read counts as five wrong PINs of
    this moment: it locks for a minute, and never shuts staff out. A disk that can't be written is
    logged once and borne: then the count lives as long as the kiosk runs.
    """

    def __init__(
        self,
        file: Path,
        stored: str,
        *,
        calendar: Callable[[], float],
        clock: Callable[[], float],
    ) -> None:
        self._file = file
        self._fresh = Tries(pin=hashlib.sha256(stored.encode()).hexdigest()[:16])
        self._calendar = calendar
        self._clock = clock
        self._complained = False
        now = calendar()
        self._tries = self._read(now)
        self._opens = clock() + self._tries.remaining(now)
        if self._tries.at > now:
            # A date in the future becomes today, or every start would begin the lock again.
            self._keep(msgspec.structs.replace(self._tries, at=now))

    @property
    def seconds(self) -> int:
        """Whole seconds until a PIN may be tried again; 0 when it may."""
        return max(0, math.ceil(self._opens - self._clock()))

    @property
    def left(self) -> int:
        """Wrong PINs until it is locked."""
        return self._tries.left

    def attempt(self, is_right: Callable[[], bool]) -> bool:
        """Count a try as a wrong one, then ask whether it is; False without asking if locked."""
        if self.seconds:
            return False
        self._keep(self._tries.missed(self._calendar()))
        self._opens = self._clock() + self._tries.length
        if not is_right():
            return False
        self._keep(self._fresh)
        self._opens = self._clock()
        return True

    def _read(self, now: float) -> Tries:
        try:
            tries = msgspec.json.decode(self._file.read_bytes(), type=Tries)
        except FileNotFoundError:
            return self._fresh
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            _log.warning("%s: %s; the staff PIN is locked for a minute.", self._file, error)
            torn = msgspec.structs.replace(self._fresh, wrong=FREE, at=now)
            self._keep(torn)
            return torn
        return tries if tries.pin == self._fresh.pin else self._fresh

    def _keep(self, tries: Tries) -> None:
        self._tries = tries
        try:
            write_whole(self._file, msgspec.json.encode(tries))
        except OSError as error:
            if not self._complained:
                self._complained = True
                _log.warning("wrong PINs can't be counted in %s: %s", self._file, error)
