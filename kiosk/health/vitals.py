"""What staff see of the kiosk's health, and this run's means to keep it. Knows no Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import msgspec

from kiosk.health.crash_record import CrashRecord, Instant, moment
from kiosk.health.last_run import LastRun
from kiosk.health.notify import Notifier


class Vitals(msgspec.Struct, frozen=True, kw_only=True):
    """Health at a glance.

    `uptime`: seconds since this start. `memory`: KiB of PSS, 0 where the kernel doesn't say.
    `errors`, `warnings`: lines logged since this start; `trouble`: the last of them. `crashes`:
    the last ends that were not clean, oldest first, power cuts among them.
    """

    uptime: float
    memory: int
    errors: int
    warnings: int
    trouble: str
    safe: bool
    crashes: tuple[CrashRecord, ...]


class Tally(logging.Handler):
    """Counts what is logged: errors and worse, and warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors = 0
        self.warnings = 0
        self.last = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Count one line."""
        if record.levelno >= logging.ERROR:
            self.errors += 1
        else:
            self.warnings += 1
        self.last = record.getMessage()


def memory() -> int:
    """Return this process's share of memory (PSS) in KiB; 0 where the kernel doesn't say.

    Takes the kernel a millisecond or two: not for every second.
    """
    try:
        text = Path("/proc/self/smaps_rollup").read_text("utf-8")
    except OSError:
        return 0
    found = next((line for line in text.splitlines() if line.startswith("Pss:")), "")
    return int(found.split()[1]) if found else 0


class Health:
    """This run as staff and systemd see it. Without a book nobody looks after it.

    `spare` takes back that the text of this start is counted, as soon as somebody asks it to end.
    """

    def __init__(
        self,
        book: LastRun | None = None,
        notifier: Notifier | None = None,
        clock: Callable[[], Instant] = moment,
    ) -> None:
        self.book = book
        self.notifier = notifier or Notifier()
        self.tally = Tally()
        self.asked = False
        self.spare: Callable[[], None] = lambda: None
        self._clock = clock
        self._began = clock().seconds

    @property
    def safe(self) -> bool:
        """Whether this start does without all that is optional."""
        return self.book is not None and self.book.safe

    def stopping(self) -> None:
        """Note that somebody asked the kiosk to end: `asked` from now on."""
        self.asked = True
        self.spare()
        if self.book:
            self.book.stopping()
        self.notifier.stopping()

    def display_lost(self) -> None:
        """Note that the display went away; Qt is about to end the kiosk."""
        if self.book:
            self.book.display_lost()

    def vitals(self) -> Vitals:
        """Return the figures of this moment."""
        return Vitals(
            uptime=self._clock().seconds - self._began,
            memory=memory(),
            errors=self.tally.errors,
            warnings=self.tally.warnings,
            trouble=self.tally.last,
            safe=self.safe,
            crashes=self.book.records if self.book else (),
        )
