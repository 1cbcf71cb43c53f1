"""`make fuzz`: harm done to text, packs and pictures by dice. What the kiosk makes of it is held.

    python -m tests.fuzz [parser packs pictures] [--inputs N] [--seed N] [--first N] [--processes N]

Nothing but a room's own error may be raised, no input may take longer than five seconds of the
processor, and no file outside the pack may be opened. Exit code 1 if anything else was seen; each
fault is printed with the command that plays its input again. Plain dice and no Hypothesis: it
takes as long to choose an input as the kiosk takes to read it, and no part of it runs in C.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.fuzz.kinds import Kind
from tests.fuzz.playing import Run, play_apart

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _parser(folder: Path, examined: float) -> Kind:
    from tests.fuzz.parser import Parser  # noqa: PLC0415  # each kind in a process of its own

    return Parser()


def _packs(folder: Path, examined: float) -> Kind:
    from tests.fuzz.packs import Packs  # noqa: PLC0415

    return Packs(Path(tempfile.mkdtemp(dir=folder)), examined)


def _pictures(folder: Path, examined: float) -> Kind:
    from tests.fuzz.pictures import Drawn  # noqa: PLC0415

    return Drawn(Path(tempfile.mkdtemp(dir=folder)))


KINDS: dict[str, Callable[[Path, float], Kind]] = {
    "parser": _parser,
    "packs": _packs,
    "pictures": _pictures,
}


def spent() -> float:
    """Give the processor time of ended processes in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(words: list[str]) -> int:
    """Play what was asked for, and print the seed first and the figures after each kind."""
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("kinds", nargs="*", default=[*KINDS], help=", ".join(KINDS))
    parser.add_argument("--inputs", type=int, default=20_000, help="of each kind")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 10**9))
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--examined", type=float, default=1.0, help="share of packs that are examined too"
    )
    asked = parser.parse_args(words)
    if unknown := set(asked.kinds) - set(KINDS):
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(KINDS)}")
    print(f"Seed {asked.seed}: {asked.inputs:,} inputs for {', '.join(asked.kinds)}", flush=True)
    failed = 0
    # In memory, where it can be: thousands of files are written.
    shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="kiosk-fuzz-", dir=shared) as folder:
        for name in asked.kinds:
            begun, before = time.monotonic(), spent()
            numbers = range(asked.first, asked.first + asked.inputs)
            run = Run(partial(KINDS[name], Path(folder), asked.examined), name, asked.seed)
            faults = play_apart(run, numbers, min(asked.processes, len(numbers)))
            failed += faults
            work, lasted = spent() - before, time.monotonic() - begun
            print(
                f"{name}: {asked.inputs:,} inputs, {faults} faults, "
                f"{work:.1f} s of the processor, {lasted:.0f} s",
                flush=True,
            )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
