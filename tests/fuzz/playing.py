"""Playing inputs by number, each from the run's seed and its own number alone.

Owns that a fault is told with the one command that plays its input again, whether something was
raised, took too long, or ended the process. Knows no kind of input.
"""

from __future__ import annotations

import ctypes
import faulthandler
import resource
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.sharedctypes import Synchronized
from random import Random

from tests.fuzz.kinds import Kind

MOST_SECONDS = 5
"""Processor time of one input; the slowest of honest ones takes a tenth of it."""

MOST_WAITED = 300
"""Seconds by the clock of one input, on a busy machine: who waits for a pipe takes no processor."""

MOST_BYTES = 4 << 30
"""Bytes that a process may ask for; a picture takes 200 million."""

MOST_WORDS = 3_000
"""Characters that are printed of an input."""

MOST_TOLD = 20
"""Faults after which a run is given up."""

_FORK = get_context("fork")

_PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


@dataclass(frozen=True)
class Run:
    """Inputs of one kind from one seed."""

    make: Callable[[], Kind]
    name: str
    seed: int

    def again(self, number: int) -> str:
        """Give the command that plays one input again."""
        return f'make fuzz ARGS="{self.name} --seed {self.seed} --first {number} --inputs 1"'

    def faults(self, numbers: range, begun: Callable[[int], None]) -> Iterator[str]:
        """Play inputs, and give what is to be told of each that went wrong."""
        kind = self.make()
        for number in numbers:
            begun(number)
            try:
                kind.play(Random(f"{self.seed}/{self.name}/{number}"))
            except Exception as error:
                raised = "".join(traceback.format_exception(error))
                yield f"{raised}\n{kind.told()[:MOST_WORDS]}\n{self.again(number)}"


@contextmanager
def watched() -> Iterator[Callable[[], None]]:
    """Have the kernel end this process when an input takes too long, in Python or in C.

    Gives what must be called when an input begins. Every thread's stack is printed.
    """
    faulthandler.enable()
    for number in (signal.SIGPROF, signal.SIGALRM):
        faulthandler.register(number, chain=True)

    def begin() -> None:
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
        signal.setitimer(signal.ITIMER_REAL, MOST_WAITED)

    try:
        yield begin
    finally:
        for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
            signal.setitimer(timer, 0)


def play_apart(run: Run, numbers: range, processes: int) -> int:
    """Play inputs in processes of their own, print what went wrong, and give how often it did."""
    told = _FORK.Value("q", 0)
    shares = [numbers[worker::processes] for worker in range(processes)]
    while shares and told.value < MOST_TOLD:
        workers = [_Worker(run, share, told) for share in shares]
        shares = [share for worker in workers if (share := worker.left())]
    return int(told.value)


class _Worker:
    """A process that plays its share; the next one goes on behind an input that ends it."""

    def __init__(self, run: Run, numbers: range, told: Synchronized[int]) -> None:
        self._run = run
        self._numbers = numbers
        self._told = told
        self._at = _FORK.Value("q", numbers.start)
        self._process = _FORK.Process(target=self._play)
        self._process.start()

    def left(self) -> range:
        """Wait until it has ended; tell what has ended it, and give the numbers behind that."""
        self._process.join()
        code = self._process.exitcode or 0
        if not code:
            return range(0)
        at = self._at.value
        self._say(f"{_ended(code)}\n{self._run.again(at)}")
        return self._numbers[self._numbers.index(at) + 1 :]

    def _play(self) -> None:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)  # nobody plays on alone
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        with watched() as begin:

            def begun(number: int) -> None:
                self._at.value = number
                begin()

            for fault in self._run.faults(self._numbers, begun):
                self._say(fault)
                if self._told.value >= MOST_TOLD:
                    break

    def _say(self, fault: str) -> None:
        print(fault, end="\n\n", flush=True)
        with self._told.get_lock():
            self._told.value += 1


def _ended(code: int) -> str:
    if code == -signal.SIGPROF:
        return f"An input took more than {MOST_SECONDS} seconds of the processor."
    if code == -signal.SIGALRM:
        return f"An input took more than {MOST_WAITED} seconds: something was waited for."
    return f"The process ended with {signal.Signals(-code).name if code < 0 else code}."
