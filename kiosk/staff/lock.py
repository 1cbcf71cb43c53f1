"""How often a PIN may be tried: after five wrong ones it is locked, each time longer.

Owns the count and its file. Knows neither the PIN nor Qt.

The count is written before the answer is given: pulling the plug gives no further try. A lock is
counted on the clock of this boot, which nobody can set. Where the computer was started in between,
nothing can be trusted to say how long that took: the lock begins again, never longer than it was.
"""

from __future__ import annotations

import hashlib
import logging
import math
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec

from kiosk.whole_file import Unreadable, Versioned, read_whole, write_whole

FREE = 5
"""Wrong PINs before the first lock. After it, each wrong one locks."""

FIRST, LONGEST = 60, 3600
"""Seconds of the first lock and of the longest; each is twice the one before."""

UNKEPT = 2
"""So many times as long is a lock whose count can't be written, from the first wrong PIN on: the
next start won't know of it."""

_log = logging.getLogger("kiosk.staff")


class Tries(Versioned, frozen=True, kw_only=True):
    """Wrong PINs since the last right one, and when the last was typed: `at`, seconds of `boot`.

    `pin` tells which PIN was meant, without saying it: a new PIN begins anew.
    """

    wrong: Annotated[int, msgspec.Meta(ge=0)] = 0
    at: float = 0.0
    boot: str = ""
    pin: str = ""

    def missed(self, now: float) -> Tries:
        """Return the state after one more wrong PIN."""
        return msgspec.structs.replace(self, wrong=self.wrong + 1, at=now)

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


class Lock:
    """The count of wrong PINs, kept in `file` across restarts.

    `stored` is the PIN's hash. `clock` gives seconds that never jump and go on over all starts of
    one `boot`, by which name the kernel tells it from others. A missing file is a new kiosk. A file
    that can't be read, of a newer kiosk too, counts as five wrong PINs of this moment: it locks for
    a minute, and never shuts staff out. Where it can't be written, logged once, the lock is longer:
    `kept` is False.
    """

    def __init__(self, file: Path, stored: str, *, boot: str, clock: Callable[[], float]) -> None:
        self._file = file
        self._fresh = Tries(boot=boot, pin=hashlib.sha256(stored.encode()).hexdigest()[:16])
        self._clock = clock
        self._complained = False
        now = clock()
        tries = self._read()
        if tries.boot != boot or not now - tries.at >= 0:
            tries = msgspec.structs.replace(tries, boot=boot, at=now)
        # Written at every start: so it is known whether a wrong PIN can be.
        self._keep(tries)
        self._opens = (tries.at if self._kept else now) + self._length

    @property
    def kept(self) -> bool:
        """Whether wrong PINs are counted across restarts."""
        return self._kept

    @property
    def seconds(self) -> int:
        """Whole seconds until a PIN may be tried again; 0 when it may."""
        return max(0, math.ceil(self._opens - self._clock()))

    @property
    def left(self) -> int:
        """Wrong PINs until it is locked."""
        return self._tries.left if self._kept else 1

    def attempt(self, is_right: Callable[[], bool]) -> bool:
        """Count a try as a wrong one, then ask whether it is; False without asking if locked."""
        if self.seconds:
            return False
        self._keep(self._tries.missed(self._clock()))
        self._opens = self._clock() + self._length
        if not is_right():
            return False
        self._keep(self._fresh)
        self._opens = self._clock()
        return True

    @property
    def _length(self) -> float:
        """Seconds for which the last wrong PIN locks, or a start that can't write its count."""
        return self._tries.length if self._kept else UNKEPT * max(FIRST, self._tries.length)

    def _read(self) -> Tries:
        try:
            tries = read_whole(self._file, Tries)
        except FileNotFoundError:
            return self._fresh
        except (OSError, Unreadable) as error:
            _log.warning("%s: %s; the staff PIN is locked for a minute.", self._file, error)
            return msgspec.structs.replace(self._fresh, wrong=FREE, at=self._clock())
        return tries if tries.pin == self._fresh.pin else self._fresh

    def _keep(self, tries: Tries) -> None:
        self._tries = tries
        try:
            write_whole(self._file, msgspec.json.encode(tries))
            self._kept = True
        except OSError as error:
            self._kept = False
            if not self._complained:
                self._complained = True
                _log.warning("wrong PINs can't be counted in %s: %s", self._file, error)
