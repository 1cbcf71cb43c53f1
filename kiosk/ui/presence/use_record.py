"""Writes down whether the kiosk is used, by the quarter hour, for who looks after many kiosks.

Made only where the settings name a broker. Owns when it is written; what, `visit.quarter_hours`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Slot

from kiosk.ui.presence.presence import Presence
from kiosk.visit.presence_state import Phase
from kiosk.visit.quarter_hours import NEVER, Use, begun, ended, quarter_at
from kiosk.whole_file import Unreadable, read_whole, write_whole

log = logging.getLogger("kiosk.presence")


class UseRecord(QObject):
    """Follows a presence into `file`, which is written when somebody comes and when they go.

    `clock`: seconds since 1970.
    """

    def __init__(self, presence: Presence, file: Path, clock: Callable[[], float]) -> None:
        super().__init__(presence)
        self._presence, self._file, self._clock = presence, file, clock
        self._there = False
        self._complained = False
        # What the last start has left, which may have died in the middle of a visit.
        self._kept = ended(self._left(), quarter_at(clock()))
        self._write()
        presence.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        there = self._presence.state.phase is not Phase.RESTING
        if there == self._there:
            return
        self._there = there
        now = quarter_at(self._clock())
        kept = begun(self._kept, now) if there else ended(self._kept, now)
        if kept != self._kept:
            self._kept = kept
            self._write()

    def _left(self) -> Use:
        try:
            return read_whole(self._file, Use)
        except (OSError, Unreadable):
            return NEVER

    def _write(self) -> None:
        try:
            write_whole(self._file, msgspec.json.encode(self._kept), durable=False)
        except OSError as error:
            if not self._complained:
                self._complained = True
                log.warning("%s can't be written: %s", self._file, error)
