"""`kiosk fleet announce`: the process beside a kiosk that tells the broker how it is.

Owns when it connects, and that nothing but this process notices a broker that is away. It reads one
file, which `kiosk fleet examine` writes, and none of the kiosk's own.
"""

from __future__ import annotations

import logging
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from kiosk import __version__
from kiosk.fleet.announcing import Announcing
from kiosk.fleet.broker_error import BrokerError
from kiosk.fleet.certificates import tls_of
from kiosk.fleet.told import KEEP_ALIVE, Told
from kiosk.health.notify import Notifier, notifier
from kiosk.whole_file import Unreadable, read_whole

log = logging.getLogger("kiosk.fleet")

LOOKS = 5.0
"""Seconds between two looks at the file."""

UNREACHED = "No connection"
"""How the words begin that systemd has of it meanwhile; `kiosk doctor` goes by them."""

LONGEST = 60.0
"""Seconds between two tries to reach a broker, at most."""


class Announcer:
    """Tells the broker what `file` says, for as long as it is there.

    `certificates`: their folder. `notifier` hears how it goes; `wait` takes seconds.
    """

    def __init__(
        self,
        file: Path,
        certificates: Path,
        notifier: Notifier,
        *,
        keep_alive: int = KEEP_ALIVE,
        looks: float = LOOKS,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._file, self._certificates, self._notifier = file, certificates, notifier
        self._keep_alive, self._looks, self._wait = keep_alive, looks, wait
        self._seen: tuple[int, int] | None = None
        self._told: Told | None = None
        self._complaint = ""
        self._pause = 1.0

    def run(self) -> None:
        """Go on until another version of the kiosk has written the file: that one is to be begun.

        What ends it otherwise is an exception that a signal raises; the broker is told of that.
        """
        self._notifier.ready("Nothing to tell yet.")
        while True:
            told = self._read()
            if told is None:
                self._wait(self._looks)
            elif told.kiosk != __version__:
                return
            else:
                self._tell(told)

    def _tell(self, told: Told) -> None:
        """Keep one connection, until it is lost or the file names another one or none."""
        connection = None
        try:
            connection = Announcing(told, tls_of(self._certificates), keep_alive=self._keep_alive)
            connection.open(told.host, told.port)
            now: Told | None = told
            while now and _same(now, told):
                connection.attend(self._looks)
                if connection.taken:  # one that is refused is connected, too
                    self._well(told)
                now = self._read()
                if now:
                    connection.tell(now)
            connection.close(leaving=now is None)
        except (OSError, ValueError, BrokerError) as error:  # a name that is none is a ValueError
            self._failed(told, error)
        except BaseException:
            if connection:
                connection.close(leaving=True)
            raise

    def _read(self) -> Told | None:
        try:
            found = self._file.stat()
            seen = found.st_ino, found.st_mtime_ns
            if seen != self._seen:
                self._told = read_whole(self._file, Told)
                self._seen = seen
        except FileNotFoundError:
            self._seen = self._told = None
        except (OSError, Unreadable) as error:
            self._complain(f"{self._file} can't be read: {error}")
        return self._told

    def _well(self, told: Told) -> None:
        if self._complaint != "":
            log.info("Connected again to %s.", told.host)
        self._complaint, self._pause = "", 1.0
        self._notifier.status(f"Connected to {told.host} as {told.name}.")

    def _failed(self, told: Told, error: Exception) -> None:
        self._complain(f"{UNREACHED} to {told.host}: {error}")
        # Two thousand kiosks whose broker comes back don't all come at once.
        self._wait(self._pause * random.uniform(0.5, 1.0))
        self._pause = min(LONGEST, self._pause * 2)

    def _complain(self, words: str) -> None:
        self._notifier.status(words)
        if words != self._complaint:  # once, however often it is tried
            self._complaint = words
            log.warning("%s", words)


def _same(one: Told, other: Told) -> bool:
    return (one.name, one.host, one.port, one.home_assistant, one.kiosk) == (
        other.name, other.host, other.port, other.home_assistant, other.kiosk,
    )  # fmt: skip


def stop(number: int, frame: object) -> None:
    """End the process in order: what a signal calls."""
    raise SystemExit(os.EX_OK)


def announce(file: Path, certificates: Path) -> int:
    """Tell the broker what `file` says until a signal ends it; give the exit code."""
    signal.signal(signal.SIGTERM, stop)
    Announcer(file, certificates, notifier(os.environ)).run()
    return 0
