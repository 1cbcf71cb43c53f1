"""Python programs that begin with all of a kiosk imported: forked from a process that has it so.

A start reads and compiles for half a second before its first own step. What is forked goes on as a
program of its own, with its own environment, and ends as any does: its exceptions, signals and exit
codes are Python's. As a module of its own this is the process that forks.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec

from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]


class Begin(msgspec.Struct, frozen=True):
    """What a program begins with."""

    program: str
    environment: dict[str, str]
    umask: int


class Forked:
    """A program that runs, and what it writes."""

    def __init__(self, program: str, environment: dict[str, str]) -> None:
        os.umask(umask := os.umask(0))
        # Files in memory: nobody needs to read them for the program to go on.
        self._streams = [os.fdopen(os.memfd_create(name), "rb", 0) for name in ("out", "err")]
        ended, tells = os.pipe()
        begin = msgspec.json.encode(Begin(program, environment, umask))
        streams = [stream.fileno() for stream in self._streams]
        socket.send_fds(_forking(), [begin], [tells, *streams])
        os.close(tells)
        self._ended = os.fdopen(ended, "rb", 0)
        self._process = int(self._ended.readline())
        self._code: int | None = None

    def __enter__(self) -> Forked:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait(LIMIT)
        for stream in (self._ended, *self._streams):
            stream.close()

    def wait(self, timeout: float) -> int:
        """Wait for the end; give the exit code, of what a signal has ended that one below nought.

        Raises TimeoutError after so many seconds.
        """
        if self._code is None:
            if not select.select([self._ended], [], [], timeout)[0]:
                raise TimeoutError
            self._code = int(self._ended.readline())
        return self._code

    def ended(self, timeout: float) -> subprocess.CompletedProcess[str]:
        """Wait for the end; give the exit code and all that was written. Raises TimeoutError."""
        code = self.wait(timeout)
        for stream in self._streams:
            stream.seek(0)
        out, errors = (stream.read().decode() for stream in self._streams)
        return subprocess.CompletedProcess([], code, out, errors)

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to what still runs."""
        if self._code is None and not select.select([self._ended], [], [], 0)[0]:
            os.kill(self._process, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def kiosk_command(*words: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `kiosk` with these words, as somebody at a terminal would, and give what came of it."""
    program = f"import sys; from kiosk.__main__ import main; sys.exit(main({list(words)!r}))"
    with Forked(program, environment) as process:
        return process.ended(LIMIT)


@cache
def _forking() -> socket.socket:
    """Start what forks, once; it ends with the tests."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
    command = [sys.executable, "-m", "tests.flows.forked", str(theirs.fileno())]
    # Nothing of the test that happens to be the first, and nobody's child: some look for processes
    # by what they hold, or for their own.
    kept = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    subprocess.run(
        ["sh", "-c", '"$@" &', "sh", *command],
        cwd=ROOT, env=environment, pass_fds=[theirs.fileno()], check=True,
    )  # fmt: skip
    theirs.close()
    return ours


def _next_program(asked: socket.socket) -> str:
    """Fork for each program that is asked for, and tell of each end; give a fork its program."""
    running: dict[int, tuple[int, int]] = {}
    while True:
        for ready in select.select([asked.fileno(), *running], [], [])[0]:
            if ready in running:
                process, tells = running.pop(ready)
                code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
                os.write(tells, b"%d\n" % code)
                os.close(tells)
                os.close(ready)
                continue
            message, fds, _, _ = socket.recv_fds(asked, 1 << 20, 3)
            if not message:
                sys.exit()  # the tests have ended
            tells, *streams = fds
            process = os.fork()
            if process:
                os.write(tells, b"%d\n" % process)
                running[os.pidfd_open(process)] = process, tells
                for stream in streams:
                    os.close(stream)
                continue
            for other in (asked.fileno(), tells, *running, *(each for _, each in running.values())):
                os.close(other)
            for number, stream in enumerate(streams, 1):
                os.dup2(stream, number)
                os.close(stream)
            begin = msgspec.json.decode(message, type=Begin)
            os.environ.clear()
            os.environ.update(begin.environment)
            os.umask(begin.umask)
            return begin.program


if __name__ == "__main__":
    import kiosk.__main__
    import kiosk.app
    import kiosk.commands.this_machine
    import kiosk.health.last_run
    import kiosk.health.notify
    import kiosk.launch
    import kiosk.logs
    import kiosk.settings.settings_files
    import kiosk.speech.engine
    import kiosk.ui.editions.builder
    import kiosk.ui.search.finder
    import kiosk.whole_file  # noqa: F401

    exec(_next_program(socket.socket(fileno=int(sys.argv[1]))))
