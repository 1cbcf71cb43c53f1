"""Has a picture drawn as the screen would, in a process of its own, before anybody sees it.

Owns what one drawing may take, that process, and what is said of a picture that ended it. Knows no
Qt: `trial_drawing` draws.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import msgspec

from kiosk.pack.picture_files import REMEDY
from kiosk.shipped import HERE
from kiosk.svg.drawing import Fault

SECONDS = 4.0
"""Processor time that one drawing may take on the kiosk. The screen draws a figure that is opened
large between two touches, and hears none meanwhile.

Measured on two cores without a graphics card, at 1920 x 1080 pixels: our own figures take 0.02 to
0.09 s, a page full of words 1.4 s, a photograph of the most pixels that a picture may have 1.1 s;
drawings that hung the screen took from 8 s to many minutes. Processor time, not time by the clock:
a computer that is busy with something else refuses no picture.
"""

CHECK_SECONDS = SECONDS / 2
"""The same where an author checks: what passes there, a kiosk half as fast takes too."""

CHECK_SCREEN = (3840, 2160)
"""Pixels of the screen for which an author's pack is tried: the largest that is sold as 4K."""

MEMORY = 500_000_000
"""Bytes that drawing may take, beyond what the program itself has. A photograph of 50 million
pixels took 430 million, our own figures 60; a drawing with a chain of filters took 1,300 million.
The service may have 2 GB, of which the kiosk and the child that reads have been seen to take half.
"""

PATIENCE = 60.0
"""Seconds by the clock after which a drawing is given up that takes no processor time: a file that
can't be read to its end."""

LOOK = 0.2
"""Seconds between two signs of life while a picture is drawn."""

_SIMPLER = "Save it with fewer shapes, words and filters, or as PNG or JPEG of 2,000 pixels"


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """The screen in pixels, and what one drawing may take: seconds of processor, bytes."""

    width: int
    height: int
    seconds: float
    memory: int = MEMORY
    parent: int = 0


class Task(msgspec.Struct, frozen=True):
    """A picture to be drawn, by its file's name, and the languages whose digits it may show."""

    file: bytes
    languages: tuple[str, ...]


class Answer(msgspec.Struct, frozen=True):
    """How a picture was drawn: `fits` is false for one that asked for too much memory."""

    drawn: bool
    fits: bool


class _Ended(Exception):
    """The process that draws has ended; `number` is the signal, None if it took no signal."""

    def __init__(self, number: int | None) -> None:
        super().__init__(number)
        self.number = number


class Trial:
    """Draws pictures for one screen. A process is started for the first one, and kept.

    `alive` is called at least every second or so while a picture is drawn.
    """

    def __init__(
        self,
        screen: Screen,
        alive: Callable[[], None] = lambda: None,
        patience: float = PATIENCE,
    ) -> None:
        self._screen = msgspec.structs.replace(screen, parent=os.getpid())
        self._alive = alive
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._drew = 0

    def __enter__(self) -> Trial:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def fault(self, file: Path, languages: Sequence[str]) -> Fault | None:
        """Have a picture drawn in every way that the screen may; say what is wrong, if anything.

        The words go on after the picture's name. Raises OSError if no process can be started.
        """
        task = Task(os.fsencode(file.absolute()), tuple(languages))
        try:
            answer = self._answer(task)
        except _Ended as ended:
            # One that has drawn others before it may have ended because of them.
            if ended.number != signal.SIGPROF and self._drew:
                return self._again(task)
            return self._said(ended.number)
        return self._judged(answer)

    def _again(self, task: Task) -> Fault | None:
        self._end()
        try:
            return self._judged(self._answer(task))
        except _Ended as ended:
            return self._said(ended.number)

    def _judged(self, answer: Answer) -> Fault | None:
        self._drew += 1
        if answer.drawn:
            return None
        if answer.fits:
            return "can't be drawn", REMEDY
        megabytes = self._screen.memory // 1_000_000
        return f"takes more than {megabytes:,} million bytes of memory to draw", _SIMPLER

    def _said(self, number: int | None) -> Fault:
        self._end()
        match number:
            case signal.SIGPROF:
                return f"takes longer than {self._screen.seconds:g} s to draw", _SIMPLER
            case None:
                return f"was not drawn within {self._patience:g} s", _SIMPLER
            case _:
                return f"ends the program that draws it (signal {number})", _SIMPLER

    def _answer(self, task: Task) -> Answer:
        process = self._process = self._process or self._start()
        assert process.stdin
        assert process.stdout
        with suppress(BrokenPipeError):  # that it has ended is told below
            process.stdin.write(msgspec.json.encode(task) + b"\n")
            process.stdin.flush()
        worked, since = 0, time.monotonic()
        while not select.select([process.stdout], [], [], LOOK)[0]:
            self._alive()
            if (works := _ticks(process.pid)) != worked:
                worked, since = works, time.monotonic()
            elif time.monotonic() - since > self._patience:
                raise _Ended(None)
        if line := process.stdout.readline():
            return msgspec.json.decode(line, type=Answer)
        raise _Ended(-process.wait())

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk.ui.editions.trial_drawing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=HERE.parent,  # a checkout is installed nowhere
        )
        self._drew = 0
        assert process.stdin
        process.stdin.write(msgspec.json.encode(self._screen) + b"\n")
        return process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _ticks(process: int) -> int:
    """Give how long a process has worked, in the kernel's ticks; 0 for one that has ended."""
    try:
        # utime and stime, proc(5); the name before them may hold anything.
        fields = Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2]
    except OSError:
        return 0
    return sum(map(int, fields.split()[11:13]))
