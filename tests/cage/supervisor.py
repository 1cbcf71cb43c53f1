"""Does for one program what systemd does with Type=notify, Restart=always and WatchdogSec.

Owns the program's process group and the socket that it reports to. Knows nothing of screens.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.waiting import LIMIT

RESTART = 0.5
"""Seconds between an end and the next start, as RestartSec= of the installed service."""

START = 30.0
"""Seconds in which a start must report READY=1."""

STOP = 5.0
"""Seconds that a program has after SIGTERM before it is killed."""

# systemd names the service's main process in WATCHDOG_PID: here that is cage, not the kiosk. And
# the service leaves no core files.
NAMED = ["sh", "-c", 'ulimit -c 0; WATCHDOG_PID=$$ exec "$@"', "sh"]


class Event(NamedTuple):
    """What happened and when, by time.monotonic(); `pid` is that of the main process.

    Kinds: started, ready, stopping, hung (no sign of life), ended (`code`), stopped (`code`).
    """

    kind: str
    when: float
    pid: int
    code: int = 0


class Supervisor:
    """Starts `command` and starts it again whenever it ends or hangs, until it is stopped.

    `watchdog`: seconds without a sign of life, counted from READY=1, after which all of its
    processes are killed. Both output streams go to the file `log`.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        *,
        watchdog: float,
    ) -> None:
        self.log = folder / "log"
        self.events: list[Event] = []
        self._command = [*NAMED, *command]
        self._watchdog = watchdog
        self._told = threading.Condition()
        self._line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        address = folder / "notify"
        self._line.bind(str(address))
        address.chmod(0o666)
        self._environment = {
            **environment,
            "NOTIFY_SOCKET": str(address),
            "WATCHDOG_USEC": str(round(watchdog * 1_000_000)),
        }
        self._stop_reading, self._stop_writing = os.pipe()
        self._thread = threading.Thread(target=self._run, name="supervisor")

    def start(self) -> None:
        """Start the program for the first time."""
        self._thread.start()

    def stop(self) -> Event:
        """End the program by SIGTERM to each of its processes; tell how it ended."""
        os.write(self._stop_writing, b".")
        self._thread.join()
        os.close(self._stop_writing)
        os.close(self._stop_reading)
        self._line.close()
        return self.events[-1]

    def wait(self, kind: str, after: float, patience: float = LIMIT) -> Event:
        """Return the first event of this kind after a moment; wait for it if it is to come.

        Raises:
            TimeoutError: there was none for `patience` seconds from now.
        """
        found = self.first(kind, after, patience)
        if found is None:
            raise TimeoutError(f"not {kind} within {patience} s\n{self.log.read_text()[-4000:]}")
        return found

    def first(self, kind: str, after: float, patience: float) -> Event | None:
        """Return what `wait` does, or None instead of raising."""

        def found() -> Event | None:
            return next((e for e in self.events if e.kind == kind and e.when > after), None)

        with self._told:
            return self._told.wait_for(found, patience)

    @property
    def main(self) -> int:
        """Process id of the program that was started last."""
        return next(event.pid for event in reversed(self.events) if event.kind == "started")

    # Below: the supervisor's own thread

    def _run(self) -> None:
        with self.log.open("ab") as log:
            while self._one_life(log):
                if _readable([self._stop_reading], RESTART):
                    break

    def _one_life(self, log: object) -> bool:
        """Start the program and stay until it ends; False once it shall not start again."""
        while _readable([self._line.fileno()], 0):
            self._line.recv(4096)  # of the life before
        main = subprocess.Popen(
            self._command,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=log,  # type: ignore[call-overload]
            stderr=log,
            start_new_session=True,
        )
        self._tell("started", main.pid)
        end = os.pidfd_open(main.pid)
        try:
            asked = self._attend(main.pid, end)
            if asked:
                _kill(main.pid, signal.SIGTERM)
                _readable([end], STOP)
        finally:
            _kill(main.pid, signal.SIGKILL)
            code = main.wait()
            os.close(end)
        self._tell("stopped" if asked else "ended", main.pid, code)
        return not asked

    def _attend(self, pid: int, end: int) -> bool:
        """Stay until the program ends or hangs, or until somebody asks for its end: True."""
        deadline, ready = time.monotonic() + START, False
        while True:
            left = deadline - time.monotonic()
            happened = _readable([self._stop_reading, end, self._line.fileno()], max(0, left))
            if self._stop_reading in happened:
                return True
            if end in happened:
                return False
            if not happened:
                self._tell("hung", pid)
                return False
            words = self._line.recv(4096).decode().splitlines()
            if "READY=1" in words:
                ready = True
                self._tell("ready", pid)
            if "STOPPING=1" in words:
                self._tell("stopping", pid)
            if ready and {"READY=1", "WATCHDOG=1"} & set(words):
                deadline = time.monotonic() + self._watchdog

    def _tell(self, kind: str, pid: int, code: int = 0) -> None:
        with self._told:
            self.events.append(Event(kind, time.monotonic(), pid, code))
            self._told.notify_all()


def _readable(files: list[int], patience: float) -> list[int]:
    return select.select(files, [], [], patience)[0]


def _kill(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return
