"""The kiosk as a process of its own, with a service manager's socket, that faults are done to."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from kiosk.health.crash_record import CrashRecord, RunMark
from tests.flows.forked import Forked
from tests.flows.packs import Writer
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]

FAULT = """
import ctypes, os, signal, sys, threading, time
from PySide6.QtCore import QEvent, QObject, QTimer
import kiosk.app
from kiosk.__main__ import main

def told(words):
    import socket
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.sendto(words.encode(), "\\0" + os.environ["NOTIFY_SOCKET"][1:])

really_run, really_make = kiosk.app.Kiosk.run, kiosk.app.Kiosk.__init__

class Faulty(kiosk.app.Kiosk):
    def __init__(self, start, health):
        {made}
        really_make(self, start, health)

    def run(self):
        {running}
        return really_run(self)

kiosk.app.Kiosk = Faulty
sys.exit(main({arguments}))
"""
"""The kiosk with a real fault in it, at a moment that no signal from outside could be sure of."""


class Running:
    """A kiosk process, the messages that it sends to its service manager, and what it logs."""

    def __init__(self, process: Forked, line: socket.socket) -> None:
        self.process = process
        self._line = line

    def message(self, seconds: float = LIMIT) -> str:
        """Give the next message. Raises TimeoutError when none comes."""
        self._line.settimeout(seconds)
        return self._line.recv(4096).decode()

    def ready(self) -> Running:
        """Wait until the first pane is on the screen."""
        self.until("READY=1")
        return self

    def until(self, words: str) -> list[str]:
        """Wait for a message that begins so, and give those before it."""
        before: list[str] = []
        deadline = time.monotonic() + LIMIT
        while not (message := self.message()).startswith(words):
            assert time.monotonic() < deadline, f"{words} did not come"
            before.append(message)
        return before

    def send(self, number: signal.Signals) -> Running:
        self.process.send_signal(number)
        return self

    def ended(self) -> tuple[int, list[str]]:
        """Wait for the end; give exit code and log."""
        done = self.process.ended(LIMIT)
        return done.returncode, done.stderr.splitlines()


class Machine:
    """A computer with one small pack and a state folder, on which kiosks are started."""

    def __init__(self, folder: Path) -> None:
        self.home = folder
        self.pack = Writer(folder / "pack").page("one").written()
        self.state = folder / "state"

    @property
    def book(self) -> Path:
        return self.state / "kiosk" / "health"

    @property
    def records(self) -> tuple[CrashRecord, ...]:
        file = self.book / "records"
        if not file.exists():
            return ()
        return msgspec.json.decode(file.read_bytes(), type=tuple[CrashRecord, ...])

    @property
    def mark(self) -> RunMark:
        """What the kiosk that runs says of itself."""
        return msgspec.json.decode(
            (self.book / "running").read_bytes().splitlines()[0], type=RunMark
        )

    @contextmanager
    def start(
        self, *, made: str = "pass", running: str = "pass", options: str = "", **more: str
    ) -> Iterator[Running]:
        """Start a kiosk, with Python that runs while it is made or just before its event loop."""
        name = f"@kiosk-test-{os.getpid()}-{id(self):x}"
        size = [] if "--locked" in options else ["--size", "640x480"]
        arguments = ["run", "--content", str(self.pack), *size, *options.split()]
        program = FAULT.format(made=made, running=running, arguments=arguments)
        environment = {
            **os.environ, "XDG_STATE_HOME": str(self.state), "NOTIFY_SOCKET": name,
            "WATCHDOG_USEC": "100000", **more,
        }  # fmt: skip
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.bind("\0" + name[1:])
            with Forked(program, environment) as process:
                try:
                    yield Running(process, line)
                finally:
                    process.kill()

    def crash(self, number: signal.Signals = signal.SIGKILL) -> None:
        """Start a kiosk and end it by a signal."""
        with self.start() as running:
            assert running.ready().send(number).ended()[0] == -number

    def next_log(self) -> list[str]:
        """Give what the next start logs, up to its clean end."""
        with self.start() as running:
            code, said = running.ready().send(signal.SIGTERM).ended()
        assert code == 0
        return said
