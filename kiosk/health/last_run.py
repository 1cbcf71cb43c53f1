"""How the last start ended: the mark of a running kiosk, and what the next start makes of it.

Owns two files in a folder of its own: `running`, there while a kiosk runs, into which a dying one
writes; and `records`, the few ends that staff may look at. Decides nothing about safe mode
(`safe`). Knows no Qt, no page, and nothing of who touched the screen.
"""

from __future__ import annotations

import errno
import faulthandler
import fcntl
import logging
import os
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

import msgspec

from kiosk.health.crash_record import CrashRecord, Instant, Kind, RunMark, kept, made_of
from kiosk.health.safe_mode import is_safe
from kiosk.whole_file import Unreadable, decoded, read_whole, write_whole

log = logging.getLogger("kiosk.health")

_LARGEST: Final = 200_000
"""Bytes of a file that are read at most; whole files of ours are far smaller."""


class LastRun:
    """The book of ends in `folder`, and the mark of this run in it.

    Used as a context: leaving it without an error, or by one of those that `expected` returns, is a
    clean end; any other error is written down as a crash. `expected` is asked only then, so that
    the mark stands before whatever has to be loaded to name them. A disk that is full or can't be
    written is logged once and otherwise borne: the kiosk then runs without a record. So does a
    second kiosk that is started beside a running one.

    `records`: the ends known, oldest first. `safe`: this start has to do without all that is
    optional. Both are known once the context has been entered.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], Instant],
        version: str,
        expected: Callable[[], tuple[type[BaseException], ...]] = tuple,
    ) -> None:
        self.records: tuple[CrashRecord, ...] = ()
        self.safe = False
        self._folder = folder
        self._clock = clock
        self._version = version
        self._expected = expected
        self._file: int | None = None
        self._complained = False
        self._stopping = False

    def __enter__(self) -> LastRun:
        """Find out how the last start ended, and mark that this one runs."""
        now = self._clock()
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            left = self._left()
        except BlockingIOError:
            log.info("Another kiosk is running here; this one keeps no crash record.")
            faulthandler.enable()
            return self
        except OSError as error:
            self._complain(error)
            left = None
        self.records = self._known()
        if left is not None:
            self._note(made_of(left, now))
        self.safe = is_safe(self.records, now)
        if self.safe:
            told = {"event": "safe-mode", "state": "safe"}
            log.warning("Safe mode: nothing moves or sounds until the next start.", extra=told)
        self._mark(RunMark(moment=now, version=self._version, safe=self.safe))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the mark away, or write down what ended the kiosk."""
        if error is None or self._expects(error):
            self.close()
        else:
            self.write("".join(traceback.format_exception(error)))

    def _expects(self, error: BaseException) -> bool:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return True
        try:
            return isinstance(error, self._expected())
        except ImportError:  # of Qt, say: then that is what ended the kiosk
            return False

    def stopping(self) -> None:
        """Write down that somebody asked the kiosk to end: whatever follows is no crash.

        The compositor is asked at the same moment. Where it goes first, Qt ends the kiosk at once,
        before it can take its mark away.
        """
        if not self._stopping:
            self._stopping = True
            self.write(f"{Kind.STOPPED}\n")

    def display_lost(self) -> None:
        """Write down that the display went away: Qt is about to end the kiosk."""
        # Somebody who asks the kiosk to end may be asking the compositor too.
        self.write(f"{Kind.DISPLAY}\n")

    def write(self, text: str) -> None:
        """Add to what the next start finds if this one doesn't end cleanly."""
        if self._file is not None:
            try:
                os.write(self._file, text[: _LARGEST // 4].encode(errors="backslashreplace"))
            except OSError as error:
                self._complain(error)

    def close(self) -> None:
        """Take the mark away: a clean end."""
        if self._file is None:
            return
        # From here on a crash is told on standard error only.
        faulthandler.enable()
        try:
            self._running.unlink(missing_ok=True)
        except OSError as error:
            self._complain(error)
        os.close(self._file)
        self._file = None

    @property
    def _running(self) -> Path:
        return self._folder / "running"

    def _left(self) -> bytes | None:
        """Give what an earlier start left behind; None after a clean end.

        Raises:
            BlockingIOError: it still runs.
            OSError: it can't be read.
        """
        try:
            file = os.open(self._running, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        except FileNotFoundError:
            return None
        try:
            # Not flock(): a child that was forked would hold that one on after the kiosk's death.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return os.read(file, _LARGEST)
        finally:
            os.close(file)

    def _known(self) -> tuple[CrashRecord, ...]:
        file = self._folder / "records"
        try:
            return kept(read_records(file))
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._complain(error)
            return ()
        except Unreadable as error:
            log.warning("%s can't be read and begins anew: %s", file, error)
            return ()

    def _note(self, found: CrashRecord | None) -> None:
        if found is None or any(found.same(record) for record in self.records):
            return
        level = logging.INFO if found.kind is Kind.POWER else logging.WARNING
        told = {"event": "crash", "state": found.kind.value}
        log.log(level, "The last start did not end cleanly: %s.", found.told, extra=told)
        self.records = kept((*self.records, found))
        try:
            write_whole(self._folder / "records", msgspec.json.encode(self.records))
        except OSError as error:
            self._complain(error)

    def _mark(self, mark: RunMark) -> None:
        # No fsync: a death of the process tears nothing that was renamed into place, and a mark
        # that a power cut tore means a power cut.
        fresh = self._folder / "running.new"
        file = None
        try:
            # First: on a full disk the old mark would stay and be found at every start.
            self._running.unlink(missing_ok=True)
            flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | os.O_CLOEXEC
            file = os.open(fresh, flags | os.O_NOFOLLOW, 0o600)
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            line = msgspec.json.encode(mark) + b"\n"
            if os.write(file, line) != len(line):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            os.replace(fresh, self._running)
        except OSError as error:
            if file is not None:
                os.close(file)
                fresh.unlink(missing_ok=True)
            self._complain(error)
            faulthandler.enable()
            return
        self._file = file
        faulthandler.enable(file)

    def _complain(self, error: OSError) -> None:
        if not self._complained:
            self._complained = True
            log.warning("Crash records can't be kept in %s: %s", self._folder, error)


def read_records(file: Path) -> tuple[CrashRecord, ...]:
    """Read the ends in a file but for those of a form that only another kiosk knows.

    Raises OSError, and Unreadable for what is no list.
    """
    found = read_whole(file, list[msgspec.Raw])
    records = []
    for each in found:
        with suppress(Unreadable):
            records.append(decoded(bytes(each), CrashRecord))
    if left := len(found) - len(records):
        log.info("%s: %d of its ends are not known to this kiosk and left out.", file, left)
    return tuple(records)


def forbid_core_files() -> None:
    """Let no crash of this process or its children leave a picture of its memory on the disk.

    systemd-coredump keeps to this limit too. The service file says the same (LimitCORE=0).
    """
    import resource  # noqa: PLC0415  # only the installed kiosk asks for it

    try:
        # The service may have done it already, and may forbid to touch limits at all.
        if resource.getrlimit(resource.RLIMIT_CORE) != (0, 0):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError) as error:
        log.warning("Core files can't be forbidden: %s", error)
