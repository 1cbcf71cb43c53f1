"""What is known of one end of the kiosk. Pure: makes a record of the text that a start left.

A record holds a time, a cause and where in the program it was. It has no room for who stood before
the screen, or for what was on it.
"""

from __future__ import annotations

import time
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from kiosk.whole_file import Unreadable, decoded

KEPT: Final = 10
"""Records that are kept, the last ones. Of power cuts only the last: some have one a day."""

TRACE: Final = 6_000
"""Characters of a traceback that are kept."""

CAUSE: Final = 200
"""Characters of a cause that are kept."""


class Kind(StrEnum):
    """How a start ended."""

    FAULT = "fault"
    """A signal such as SIGSEGV; also SIGABRT, by which systemd ends a kiosk that hangs."""
    EXCEPTION = "exception"
    """A Python exception that nobody caught."""
    KILLED = "killed"
    """Without a word: kill -9, or the kernel was short of memory."""
    DISPLAY = "display"
    """The compositor or X server went away."""
    POWER = "power"
    """The whole computer stopped; no crash."""
    STOPPED = "stopped"
    """Somebody asked for it; no crash and no record."""


CRASHES: Final = frozenset({Kind.FAULT, Kind.EXCEPTION, Kind.KILLED, Kind.DISPLAY})


class Instant(msgspec.Struct, frozen=True):
    """A moment by three clocks.

    `boot`: which run of the kernel; `seconds` since that one began, asleep too; `time` of the wall
    clock as ISO 8601 UTC, for people only: a kiosk without a network may think that it is 1970.
    """

    boot: str
    seconds: float
    time: str


def moment() -> Instant:
    """Return this moment."""
    return Instant(
        boot=Path("/proc/sys/kernel/random/boot_id").read_text("utf-8").strip(),
        seconds=time.clock_gettime(time.CLOCK_BOOTTIME),
        time=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    )


class RunMark(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of `running`: when this start began, of which version, and how careful."""

    moment: Instant
    version: str
    safe: bool


class CrashRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One end that was not clean.

    `time`: when the next start found it, ISO 8601 UTC; `boot` and `began`: which start it was;
    `found`: seconds on the clock of that boot; `ran`: the seconds between, so at least what the
    kiosk ran; -1 where the computer was started in between. `safe`: it was in safe mode.
    """

    kind: Kind
    cause: str
    time: str
    boot: str = ""
    began: float = 0
    found: float = 0
    ran: float = -1
    safe: bool = False
    version: str = ""
    trace: str = ""

    @property
    def told(self) -> str:
        """One line for the log and for staff, without a full stop."""
        return f"{self.kind}: {self.cause}"

    def same(self, other: CrashRecord) -> bool:
        """Tell whether both are about one start: it was found twice."""
        return bool(self.boot) and (self.boot, self.began) == (other.boot, other.began)


def kept(records: tuple[CrashRecord, ...]) -> tuple[CrashRecord, ...]:
    """Return the records that are worth keeping, oldest first."""
    cuts = [record for record in records if record.kind is Kind.POWER][:-1]
    return tuple(record for record in records if not any(record is cut for cut in cuts))[-KEPT:]


def made_of(left: bytes, now: Instant) -> CrashRecord | None:
    """Return the record of what a start left behind; None if somebody had asked it to end."""
    first, _, rest = left.partition(b"\n")
    text = rest.decode(errors="replace").replace("\0", "").strip()
    try:
        mark = decoded(first, RunMark)
    except Unreadable:
        # The mark was renamed into place: only a computer that stopped can have torn it.
        return CrashRecord(kind=Kind.POWER, cause="power cut; its mark is torn", time=now.time)
    here = mark.moment.boot == now.boot
    kind, cause = _end(text, here=here)
    if kind is Kind.STOPPED:
        return None
    return CrashRecord(
        kind=kind,
        cause=cause,
        time=now.time,
        boot=mark.moment.boot,
        began=mark.moment.seconds,
        found=now.seconds,
        ran=now.seconds - mark.moment.seconds if here else -1,
        safe=mark.safe,
        version=mark.version,
        trace=_shortened(kind, text),
    )


_FATAL = "Fatal Python error: "
"""What faulthandler begins with."""


def _end(text: str, *, here: bool) -> tuple[Kind, str]:
    lines = text.splitlines()
    if fatal := next((line for line in lines if line.startswith(_FATAL)), ""):
        return Kind.FAULT, fatal.removeprefix(_FATAL)[:CAUSE]
    if any(line.startswith("Traceback ") for line in lines):
        return Kind.EXCEPTION, lines[-1][:CAUSE]
    if Kind.STOPPED in lines:
        return Kind.STOPPED, ""
    if Kind.DISPLAY in lines:
        return Kind.DISPLAY, "the display went away"
    if here:
        return Kind.KILLED, "it was killed, or memory ran out"
    return Kind.POWER, "power cut: the computer stopped without shutting down"


def _shortened(kind: Kind, text: str) -> str:
    if kind is Kind.FAULT:
        return text[:TRACE]  # the thread that failed comes first
    return text[-TRACE:] if kind is Kind.EXCEPTION else ""
