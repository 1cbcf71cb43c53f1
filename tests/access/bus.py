"""A private session for one kiosk: an X server, a message bus with at-spi2-core, and a listener.

Owns these processes and their end. Knows nothing of what the kiosk should say.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from tests.waiting import LIMIT, until

ROOT = Path(__file__).parents[2]
LISTENER = Path(__file__).with_name("listener.py")
PYTHON = "/usr/bin/python3"
"""The Python for which Debian's pyatspi is installed."""

PAUSE = 0.03
"""Seconds between two questions: asking without a pause keeps the kiosk from its answer."""


class Node(msgspec.Struct, frozen=True):
    """One object on the bus; `place` is x, y, width and height in pixels of the screen."""

    number: int
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    actions: tuple[str, ...]
    text: str | None
    place: tuple[int, int, int, int]
    below: tuple[Node, ...]

    def all(self) -> Iterator[Node]:
        """Walk in reading order: itself, then what is inside it."""
        yield self
        for each in self.below:
            yield from each.all()

    def find(self, role: str, name: str) -> Node:
        """Give the one object of this role and name. Raises AssertionError."""
        found = [each for each in self.all() if (each.role, each.name) == (role, name)]
        assert len(found) == 1, f"{len(found)} of role {role} are called {name!r}"
        return found[0]

    def of(self, role: str) -> list[Node]:
        """Give all objects of a role."""
        return [each for each in self.all() if each.role == role]


class Event(msgspec.Struct, frozen=True):
    """Something that the kiosk told without being asked."""

    kind: str
    on: int
    name: str
    role: str
    said: str


class Reader:
    """The screen reader's end of the bus."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._heard: list[Event] = []

    def ask(self, command: str, *arguments: object) -> Any:
        """Ask the listener for something; its answer as it came."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps([command, *arguments]), file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        assert answer, "the listener is gone; its words stand above"
        return json.loads(answer)

    def tree(self) -> Node:
        """Read all that is on the screen or scrolled out of it."""
        return msgspec.convert(self.ask("tree"), Node)

    def press(self, node: Node) -> None:
        """Press a control through its action interface."""
        assert self.ask("press", node.number), f"{node.role} {node.name!r} can't be pressed"

    def events(self) -> list[Event]:
        """Give what has been told since the last time."""
        heard, self._heard = self._heard, []
        return heard + msgspec.convert(self.ask("events"), list[Event])

    def peek(self) -> Node:
        """Read all but what is in the page and in its outline."""
        return msgspec.convert(self.ask("tree", False), Node)

    def until(self, condition: Callable[[Node], object], *, whole: bool = False) -> Node:
        """Read again and again until the tree, or what `peek` gives of it, is as wanted."""
        deadline = time.monotonic() + LIMIT
        while not condition(tree := self.tree() if whole else self.peek()):
            assert time.monotonic() < deadline, "the tree never became so"
            time.sleep(PAUSE)
        return tree

    def until_told(self, condition: Callable[[Event], object]) -> Event:
        """Wait for an event; what was told after it waits for the next to ask."""
        deadline = time.monotonic() + LIMIT
        while time.monotonic() < deadline:
            heard = self.events()
            for at, event in enumerate(heard):
                if condition(event):
                    self._heard = heard[at + 1 :]
                    return event
            time.sleep(PAUSE)
        raise AssertionError("nothing of the kind was told")


@contextmanager
def started(command: Sequence[str], **more: Any) -> Iterator[subprocess.Popen[str]]:
    """Run a program until the block ends."""
    with subprocess.Popen(command, text=True, **more) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(LIMIT)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def session(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment of a session of its own; nothing of it outlives the block."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    settings = folder / "machine" / "kiosk" / "settings.toml"
    settings.parent.mkdir(parents=True)
    # However slow the machine is, nobody is asked whether they are still there.
    settings.write_text("idle = 3600\n", "utf-8")
    environment = {
        **os.environ, "XDG_RUNTIME_DIR": str(folder), "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_DIRS": str(folder / "machine"),
        "HOME": str(folder), "GSETTINGS_BACKEND": "memory", "QT_QPA_PLATFORM": "xcb",
        "QT_QUICK_BACKEND": "software", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }  # fmt: skip
    for name in ("AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    with ExitStack() as stack:
        stack.callback(_end_all_in, folder)
        display = ["-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"]
        environment["DISPLAY"] = ":" + _start_and_hear(
            stack, [_program("Xvfb"), "-displayfd", "{}", *display], environment
        )
        bus = [
            _program("dbus-daemon"),
            "--session",
            "--nofork",
            "--nopidfile",
            "--print-address={}",
        ]
        environment["DBUS_SESSION_BUS_ADDRESS"] = _start_and_hear(stack, bus, environment)
        yield environment


def _program(name: str) -> str:
    path = shutil.which(name)
    assert path, f"{name} is missing; `make test` installs it"
    return path


def _start_and_hear(stack: ExitStack, command: Sequence[str], environment: dict[str, str]) -> str:
    """Start a server that writes where it is reached to the descriptor in its arguments."""
    reading, writing = os.pipe()
    command = [part.format(writing) for part in command]
    quiet = subprocess.DEVNULL
    more = {"env": environment, "stderr": quiet, "stdout": quiet, "pass_fds": [writing]}
    stack.enter_context(started(command, **more))
    os.close(writing)
    with os.fdopen(reading) as said:
        return said.readline().strip()


def _all_in(folder: Path) -> Iterator[int]:
    """Find what the bus has started by itself: nothing else runs in the session's folder."""
    mark = f"XDG_RUNTIME_DIR={folder}".encode()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (place / "environ").read_bytes().split(b"\0"):
                yield int(place.name)
        except OSError:
            continue  # it has ended, or is somebody else's


def _end_all_in(folder: Path) -> None:
    for number in _all_in(folder):
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


@contextmanager
def kiosk(
    folder: Path,
    *arguments: str,
    program: Sequence[str] = ("-m", "kiosk", "run"),
    late: bool = False,
    logs: str = "is shown anew",
) -> Iterator[tuple[Reader, subprocess.Popen[str]]]:
    """Start a kiosk in a session of its own, and a reader that has found it on the bus.

    It has published its text by then, or logged something else.

    `late`: the reader says that it is there when the kiosk already runs.
    """
    log = folder / "kiosk.log"
    with session(folder) as environment, ExitStack() as stack:
        if late:
            del environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]
        listener = stack.enter_context(
            started(
                [PYTHON, str(LISTENER)], env=environment, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        )  # fmt: skip
        command = [sys.executable, *program, *arguments]
        process = stack.enter_context(
            started(
                command, cwd=ROOT, env=environment, stdin=subprocess.PIPE,
                stderr=stack.enter_context(log.open("w")),
            )
        )  # fmt: skip
        reader = Reader(listener)
        # Its first edition takes the place of all that is on the screen a second after the start:
        # what was read before, or while that comes, would be gone when it is asked for more.
        until(
            lambda: logs in log.read_text() or process.poll() is not None,
            "the text was never published",
        )
        if late:
            reader.ask("attach")
        found = reader.ask("application", process.pid, LIMIT)
        assert found, f"no kiosk on the bus: {log.read_text()}"
        yield reader, process


def leftovers(folder: Path) -> list[int]:
    """Give the numbers of the processes that still run in a session's folder."""
    return list(_all_in(folder))
