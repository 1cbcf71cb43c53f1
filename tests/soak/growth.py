"""Which kind of use makes the kiosk grow, and whose memory that is.

    python -m tests.soak.growth [KIND…] [--times N] [--samples N] [--moving]

Plays one kind of use over and over, each in a process of its own, without waiting for anybody, and
prints what each part of the memory grows by per 100 times: the least squares and their standard
error. What is given back while nobody is there has been given back before each look, and so has
what Qt's font cache holds: it forgets fonts by itself, but over minutes. Each look is told on
stderr, in bytes, as soon as it is there.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import linear_regression, variance

from msgspec.structs import astuple
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase

from kiosk.app import Kiosk
from kiosk.start import Start
from kiosk.ui.qt.application import font_folder
from kiosk.visit.waiting import Waiting
from tests.soak import service_unit
from tests.soak.kinds_of_use import KINDS, Visitor
from tests.soak.memory_use import BYTES, RULE, LivingObjects, MemoryUse, look

NO_CACHE = "glibc.malloc.tcache_count=0"

FRAME = 20
"""Milliseconds in which a frame is drawn."""

WARM = 45.0
"""Seconds before the first look, at least: Qt keeps idle threads, and what they hold, for 30."""

CALM = 300
"""Milliseconds before a look, in which pictures that are on their way arrive."""


def slope(times: list[int], values: list[float]) -> tuple[float, float]:
    """Return the growth per 100 times, by the least squares, and its standard error."""
    hundreds = [each / 100 for each in times]
    line = linear_regression(hundreds, values)
    off = (y - line.intercept - line.slope * x for x, y in zip(hundreds, values, strict=True))
    spread = sum(each**2 for each in off) / max(1, len(values) - 2)
    return line.slope, (spread / (variance(hundreds) * (len(values) - 1))) ** 0.5


LEAST = 4
"""Looks that a line takes: a kiosk that is asked to end earlier than planned gives what it has."""


class Play:
    """One kind, played on a kiosk in this process. `seen` holds what there was after how many."""

    def __init__(self, kind: str, times: int, samples: int, *, moving: bool, state: Path) -> None:
        self._now = 0.0
        waiting = Waiting(clock=lambda: self._now, calendar=datetime.now)
        start = Start(
            state=state, size=(1280, 800), moving=moving, locked=True, resting=True, waiting=waiting
        )
        self.kiosk = Kiosk(start)
        self.seen: dict[int, MemoryUse] = {}
        self._visitor = Visitor(self.kiosk, self._hour)
        self._name, self._kind = kind, KINDS[kind]
        self._each, self._samples = times // samples, samples
        self._steps = self._play()
        # One for all: QTimer.singleShot() loses a hundred bytes at each call (PySide 6.11).
        self._timer = QTimer(self.kiosk.app, singleShot=True)
        self._timer.timeout.connect(self._next)
        self._timer.start(FRAME)

    def _hour(self) -> None:
        self._now += 3600

    def _next(self) -> None:
        try:
            self._timer.start(next(self._steps) or FRAME)
        except BaseException as end:
            self.kiosk.app.exit(0)
            if not isinstance(end, StopIteration):
                raise

    def _play(self) -> Iterator[int | None]:
        visitor, began = self._visitor, time.monotonic()
        stack = self.kiosk.window.findChild(QObject, "stack")
        while not (stack and stack.property("whole")):
            yield FRAME
        yield from visitor.come()
        for tab in visitor.navigator.tabs:
            visitor.navigator.pane(tab)
        yield CALM
        while time.monotonic() - began < WARM:
            yield from self._once()
        with LivingObjects() as objects:
            for sample in range(-1, self._samples + 1):
                # As many before the first look that counts: what is slow would hardly be warm.
                for _ in range(self._each if sample else 0):
                    yield from self._once()
                # A new visitor's first page: at rest one picture or another may be on the screen.
                yield from visitor.go()
                yield from visitor.come()
                yield CALM
                _forget_fonts()
                yield CALM
                self.kiosk.window.releaseResources()
                # Twice: what goes with QML's garbage may have held some of it.
                look(self.kiosk.engine.collectGarbage, objects)
                yield FRAME
                found = look(self.kiosk.engine.collectGarbage, objects)
                print(self._name, sample * self._each, *astuple(found), file=sys.stderr, flush=True)
                if sample >= 0:
                    self.seen[sample * self._each] = found

    def _once(self) -> Iterator[int | None]:
        yield from self._kind(self._visitor)
        self._visitor.turn += 1


def _forget_fonts() -> None:
    """Empty Qt's font cache, as each font does that comes or goes."""
    file = next(font_folder().glob("*.ttf"))
    QFontDatabase.removeApplicationFont(QFontDatabase.addApplicationFont(str(file)))


def played(kind: str, options: argparse.Namespace) -> str:
    """Play a kind in this process and return its line."""
    gc.disable()  # as `kiosk run` does
    with tempfile.TemporaryDirectory(prefix="kiosk-growth-") as state:
        play = Play(kind, options.times, options.samples, moving=options.moving, state=Path(state))
        play.kiosk.run()
    if len(play.seen) < LEAST:
        raise SystemExit(f"{kind}: the kiosk ended before {LEAST} looks.")
    words = []
    for name in MemoryUse.__struct_fields__:
        unit = 1024 if name in BYTES else 1
        values = [getattr(parts, name) / unit for parts in play.seen.values()]
        words.append("{:10.1f} ±{:6.1f}".format(*slope(list(play.seen), values)))
    return f"{kind:10}{max(play.seen):5}" + "".join(words)


def main() -> int:
    """Play the kinds that were asked for, or all, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak.growth")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--samples", type=int, default=10)
    parser.add_argument("--moving", action="store_true", help="with everything that moves")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        print(played(options.kinds[0], options), flush=True)
        return 0
    print("per 100   times" + "".join(
        f"{name + (' KiB' if name in BYTES else ''):>18}" for name in MemoryUse.__struct_fields__
    ))  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="kiosk-growth-") as folder:
        # A sound card that takes everything at once: what is read aloud is the same everywhere.
        Path(folder, "asound.conf").write_text("pcm.!default { type null }\n", "ascii")
        surroundings = os.environ | {
            "ALSA_CONFIG_PATH": f"{folder}/asound.conf",
            # What a thread holds back for its next few calls would count as used.
            "GLIBC_TUNABLES": f"{service_unit.variable('GLIBC_TUNABLES')}:{NO_CACHE}",
            "PULSE_SERVER": f"unix:{folder}/nobody",
            "QT_LOGGING_RULES": RULE,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CACHE_HOME": f"{folder}/cache",
            "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_STATE_HOME": f"{folder}/state",
        }
        asked = ["--times", str(options.times), "--samples", str(options.samples), "--here"]
        asked += ["--moving"] if options.moving else []
        codes = [
            subprocess.call([sys.executable, "-m", __spec__.name, kind, *asked], env=surroundings)
            for kind in options.kinds or KINDS
        ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
