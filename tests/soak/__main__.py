"""`make soak`: months in minutes. Does the kiosk grow, and what does it cost while nobody is there?

    python -m tests.soak [--visits N] [--actions N] [--rest SECONDS] [--monkey EVENTS]

Prints memory, file handles and threads every 100 visits, how each part of the memory grows, and the
processor time of a kiosk at rest; then lets the monkey of the tests play, with the seed of
KIOSK_SEED or one that it prints first. 0 leaves a part out. A missed aim is said and is no
failure: exit code 1 means that the kiosk did not live through it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression, variance

import msgspec

from tests.bench import machine
from tests.bench.memory import work
from tests.bench.screen import Screen
from tests.soak import service_unit
from tests.soak.memory_use import RULE

ROOT = Path(__file__).parents[2]

MONKEY = "tests/flows/input/test_monkey.py"

WARM = 200
"""Visits after which everything has been made that is made once: caches, glyphs, delegates."""

AIM_SLOPE = 8.0
"""KiB a hundred visits. A browser-based kiosk with the same toolkit lost 570 KiB a reset."""

AIM_REST = 1.0
"""Percent of one core, with the cards of the resting screen showing."""


class Sample(msgspec.Struct, frozen=True):
    """One look at the kiosk's process: `pss`, `own`, `heap` and `qml` in KiB, counts of the rest.

    What is not its own are mapped files, which weigh more when fewer other processes share them.
    `heap` and `qml` are what is used of the C library's heap and of QML's; `pieces` are Python's.
    """

    visits: int
    pss: int
    own: int
    heap: int
    qml: int
    pieces: int
    files: int
    threads: int


PARTS = {"own": "its own", "heap": "C's heap", "qml": "QML's heap", "pieces": "Python's pieces"}


def slope(samples: Sequence[Sample], part: str = "own") -> tuple[float, float]:
    """Return how a part of its memory grows per 100 visits, by the least squares, and the error.

    The error is the slope's standard error: how far chance alone may have moved it.
    """
    hundreds = [each.visits / 100 for each in samples]
    line = linear_regression(hundreds, [getattr(each, part) for each in samples])
    off = [
        getattr(each, part) - line.intercept - line.slope * x
        for each, x in zip(samples, hundreds, strict=True)
    ]
    spread = sum(value**2 for value in off) / max(1, len(off) - 2)
    return line.slope, (spread / (variance(hundreds) * (len(off) - 1))) ** 0.5


def crowd(visits: int, actions: int) -> list[Sample]:
    """Play the visits in a process of their own and return what it told."""
    samples = []
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        # A sound card that takes everything at once: what is read aloud is the same everywhere.
        silent = Path(folder, "asound.conf")
        silent.write_text("pcm.!default { type null }\n", "ascii")
        environment = {
            **os.environ,
            "ALSA_CONFIG_PATH": str(silent),
            "PULSE_SERVER": f"unix:{folder}/nobody",
            "QT_LOGGING_RULES": RULE,
            "GLIBC_TUNABLES": service_unit.variable("GLIBC_TUNABLES"),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CACHE_HOME": f"{folder}/cache",
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_STATE_HOME": f"{folder}/state-home",
        }
        command = [sys.executable, "-m", "tests.soak.visits", str(visits), str(actions), folder]
        began = time.monotonic()
        with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE) as played:
            assert played.stdout
            print(" visits  PSS KiB  own KiB  C heap  QML heap  pieces  files  threads  seconds")
            for line in played.stdout:
                one = msgspec.convert(json.loads(line), Sample)
                samples.append(one)
                print(
                    f"{one.visits:7} {one.pss:8} {one.own:8} {one.heap:7} {one.qml:9} "
                    f"{one.pieces:7} {one.files:6} {one.threads:8} "
                    f"{time.monotonic() - began:8.0f}",
                    flush=True,
                )
        if played.returncode != 0:
            raise SystemExit(f"The kiosk ended with {played.returncode}; see above.")
    return samples


def rest(seconds: float) -> float:
    """Return the percent of one core that a kiosk at rest takes on a real X server.

    Drawn by Qt Quick's software renderer, as in `make bench`. Without a graphics card Qt would
    otherwise draw by Mesa's imitation of one, which takes four times as much.
    """
    machine.fetch("Xvfb", "xvfb")
    with Screen() as screen, tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        environment = {
            **os.environ,
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "XDG_CACHE_HOME": f"{folder}/cache",
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_STATE_HOME": f"{folder}/state",
        }
        command = [sys.executable, "-m", "kiosk", "run", "--locked"]
        with subprocess.Popen(command, env=environment, cwd=ROOT, start_new_session=True) as kiosk:
            time.sleep(10)  # by then all panes are made and the text has been published
            before = work(kiosk.pid)
            time.sleep(seconds)
            spent = work(kiosk.pid) - before
            kiosk.terminate()
    return 100 * spent / seconds


def monkey(events: int) -> bool:
    """Let the monkey play, and tell whether the kiosk lived through it."""
    seed = os.environ.get("KIOSK_SEED") or str(random.SystemRandom().randrange(1, 10**9))
    again = f'KIOSK_SEED={seed} make soak ARGS="--visits 0 --rest 0 --monkey {events}"'
    print(f"The monkey plays {events:,} events. To play them again: {again}", flush=True)
    played = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "pytest", "-q", "-s", MONKEY],
        env={
            **os.environ,
            "GLIBC_TUNABLES": service_unit.variable("GLIBC_TUNABLES"),
            "KIOSK_MONKEY": str(events),
            "KIOSK_SEED": seed,
        },
        cwd=ROOT,
        check=False,
    )
    if played.returncode:
        print(f"The monkey ended with {played.returncode}; see above. To play it again: {again}")
    return not played.returncode


def main() -> int:
    """Run what was asked for and print the figures."""
    parser = argparse.ArgumentParser(prog="make soak")
    parser.add_argument("--visits", type=int, default=2000)
    parser.add_argument("--actions", type=int, default=20)
    parser.add_argument("--rest", type=float, default=60.0, help="seconds; 0 leaves it out")
    parser.add_argument("--monkey", type=int, default=200_000, help="events; 0 leaves it out")
    options = parser.parse_args()
    samples = crowd(options.visits, options.actions) if options.visits else []
    warm = [each for each in samples if each.visits > WARM]
    if len(warm) > 2:
        found, error = slope(warm)
        # Twice the error: one chance in twenty to be wrong.
        sure = (
            "met"
            if found + 2 * error < AIM_SLOPE
            else "missed"
            if found - 2 * error > AIM_SLOPE
            else ""
        )
        print(
            f"Slope after {WARM} visits: {found:.1f} ± {error:.1f} KiB per 100 visits "
            f"(aim under {AIM_SLOPE:.0f}: {sure or 'too few visits to tell'})"
        )
        for part, words in PARTS.items():
            found, error = slope(warm, part)
            print(f"  {words}: {found:.1f} ± {error:.1f} per 100 visits")
    if options.rest:
        share = rest(options.rest)
        verdict = "met" if share < AIM_REST else "missed"
        print(
            f"At rest: {share:.2f} % of one core over {options.rest:.0f} s "
            f"(aim under {AIM_REST:.0f}: {verdict})"
        )
    return 1 if options.monkey and not monkey(options.monkey) else 0


if __name__ == "__main__":
    sys.exit(main())
