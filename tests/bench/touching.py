"""From a touch to what is seen of it: the kiosk and Chromium by turns, and on a quarter of a core.

    python -m tests.bench.touching [--rounds 20] [--only theme,language] [--four-k] [--opengl]

A finger presses for `HOLD` seconds and is lifted. Milliseconds, read from the screen's own memory:

pressed  from the press to the first pixel that changes: the control shows that it is touched
first    from lifting the finger to the first pixel that changes
answer   from lifting it to the first that changes above or below the control: what was asked for
rest     from lifting it to the last that changes
work     processor time of the program from the press to the answer, whatever else the machine does
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from statistics import median
from typing import Protocol

from msgspec import Struct
from msgspec.structs import astuple

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from tests.bench import browser, machine, packs, touch_page
from tests.bench.memory import family, work
from tests.bench.pointer import Pointer
from tests.bench.programs import ROOT, Stage, end
from tests.bench.quarter import quarter
from tests.bench.screen import FOUR_K, FULL_HD, LOOK_EVERY, Looks, Screen, ScreenError

TOUCHES = (
    "tab", "door", "question", "card", "large figure", "first touch", "theme", "language",
    "text 100 → 200 %",
)  # fmt: skip

KIOSK, CHROMIUM, QUARTER = "kiosk", "Chromium", "kiosk on a quarter of a core"

HOLD = 0.1
"""Seconds that a finger lies on the glass."""

STILL, LONG_STILL = 0.25, 1.2
"""Seconds without a change after which the screen is at rest; where a frame may take long."""

PATIENCE = 10.0

MAKING = 2.0
"""Seconds after which all panes are made, as they are for a patient who walks up."""

TURNS = 10
"""Touches of each kind before another program's turn."""

BESIDE = 1 / 14
"""Of the screen's height: what is nearer to a touch may still be the control's own."""


class Touch(Struct, frozen=True):
    """What one touch took, in milliseconds; see above."""

    pressed: float
    first: float
    answer: float
    rest: float
    work: float


Taken = dict[str, dict[str, list[Touch]]]
"""By touch, and then by program."""


class Touchable(Protocol):
    """A program that can be made ready for a touch, and that says where it is to be touched."""

    process: subprocess.Popen[bytes]

    def ready(self, touch: str) -> None:
        """Become what somebody finds who comes anew, up to this touch."""

    def place(self, touch: str) -> tuple[int, int]:
        """Return the pixel to touch."""


class Kiosk:
    """The kiosk, driven through its input (`touch_kiosk.py`)."""

    def __init__(
        self, content: Path, environment: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.touch_kiosk", str(content), *map(str, size)],
            env=environment, cwd=ROOT, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def ready(self, touch: str) -> None:
        """Become what somebody finds who comes anew, up to this touch."""
        self._ask(f"ready {touch}")

    def place(self, touch: str) -> tuple[int, int]:
        """Return the pixel to touch."""
        x, y = self._ask(f"place {touch}").split()
        return int(x), int(y)

    def _ask(self, line: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline().decode()
        if not said:
            raise ScreenError("The touched kiosk ended; its messages stand above.")
        return said


class _Change(Struct, frozen=True):
    """A change of the screen: when, whether beside the control, and what was spent by then."""

    at: float
    beside: bool
    spent: float


class Finger:
    """Touches whatever program is on the screen."""

    def __init__(self, screen: Screen, pointer: Pointer, *, still: float) -> None:
        self._still_after = still
        self._looks = Looks(screen)
        self._height = screen.height
        self._pointer = pointer

    def touch(self, program: Touchable, touch: str, *, slow: bool) -> Touch:
        """Make a program ready, touch it, and say when it answered."""
        self._pointer.move(2, self._height // 2)
        program.ready(touch)
        self._still(STILL)
        x, y = self._placed(program, touch)
        self._pointer.move(x, y)
        self._still(STILL)
        pid = program.process.pid
        # At rest it is held to its quarter already: nobody's touch finds a machine that is spared.
        with quarter(family(pid)) if slow else nullcontext():
            before = work(pid)
            pressed = self._press()
            lifted = self._pointer.press(down=False)
            changes = self._changes(y, pid, LONG_STILL if slow else self._still_after)
        if not changes:
            raise ScreenError(f"Nothing changed after a touch: {touch}, at {x}, {y}.")
        answer = next((each for each in changes if each.beside), changes[-1])
        first, there, rest = (
            (each.at - lifted) * 1e3 for each in (changes[0], answer, changes[-1])
        )
        return Touch(pressed, first, there, rest, (answer.spent - before) * 1e3)

    def _placed(self, program: Touchable, touch: str) -> tuple[int, int]:
        """Return where to touch; on a busy machine it may still be on its way there."""
        begun, before = time.perf_counter(), (0, 0)
        while (place := program.place(touch)) != before or place == (0, 0):
            if time.perf_counter() > begun + PATIENCE:
                raise ScreenError(f"There is nothing to touch: {touch}.")
            before = place
            self._still(STILL)
        return place

    def turn(self, program: Touchable, taken: Taken, name: str, turns: int) -> None:
        """Take so many touches of each kind of a program that is on the screen."""
        for turn in range(turns + 1):
            for touch, by_program in taken.items():
                took = self.touch(program, touch, slow=name == QUARTER)
                if turn:  # the first makes what a kiosk has made long ago
                    by_program[name].append(took)

    def _press(self) -> float:
        """Press for `HOLD`; return milliseconds to the first change, all of `HOLD` if none came."""
        at = self._pointer.press(down=True)
        shown = HOLD
        while (now := time.perf_counter()) < at + HOLD:
            if self._looks.changed() and shown == HOLD:
                shown = now - at
            time.sleep(LOOK_EVERY)
        return shown * 1e3

    def _changes(self, y: int, pid: int, still: float) -> list[_Change]:
        """Return each change of the screen, until no more comes for so long."""
        found: list[_Change] = []
        begun = last = time.perf_counter()
        spent = 0.0
        while (now := time.perf_counter()) < last + still or (not found and now < begun + PATIENCE):
            lines = self._looks.changed()
            if lines:
                last = time.perf_counter()
                beside = any(abs(line - y) > BESIDE * self._height for line in lines)
                # To ask takes a few milliseconds: only until the answer is there.
                if not any(each.beside for each in found):
                    spent = work(pid)
                found.append(_Change(last, beside, spent))
            time.sleep(LOOK_EVERY)
        return found

    def _still(self, still: float) -> None:
        last = begun = time.perf_counter()
        while time.perf_counter() < last + still:
            if self._looks.changed():
                last = time.perf_counter()
            if last > begun + PATIENCE:
                raise ScreenError("The screen doesn't come to rest.")
            time.sleep(0.01)


def measure(
    rounds: int,
    touches: Sequence[str] = TOUCHES,
    *,
    alone: bool = False,
    size: tuple[int, int] = FULL_HD,
    opengl: bool = False,
) -> Taken:
    """Return what `rounds` of each touch took, by touch and program.

    The programs stay for a whole turn of all touches and take turns, so that a slow minute falls
    on all. Chromium is left out where it isn't installed, and if the kiosk is `alone`. A quarter
    of a core has the screen that such a machine has: the small one, and no OpenGL.
    """
    taken: Taken = {touch: defaultdict(list) for touch in touches}
    program = None if alone else browser.chromium()
    is_light = size == FULL_HD and not opengl
    with Screen(size) as screen, tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        stage = Stage(screen, folder / "caches", opengl=opengl)
        content = packs.default()
        page = touch_page.write(load_pack(content, assets=shipped("assets")), folder / "t.html")
        with Pointer(screen.display) as pointer:
            finger = Finger(screen, pointer, still=STILL if is_light else LONG_STILL)
            left = rounds
            while left > 0:
                turns = min(left, TURNS)
                left -= turns
                for kind in (KIOSK, QUARTER) if is_light else (KIOSK,):
                    kiosk = Kiosk(content, stage.environment, size)
                    with _shown(kiosk, screen):
                        finger.turn(kiosk, taken, kind, turns)
                if program:
                    other = touch_page.Browser(
                        program, page, folder / "profile", stage.environment,
                        scale=size[0] // FULL_HD[0], opengl=opengl,
                    )  # fmt: skip
                    with _shown(other, screen):
                        other.attach()
                        finger.turn(other, taken, CHROMIUM, turns)
                print(f"touches: {rounds - left}/{rounds}", flush=True)
    return taken


@contextmanager
def _shown(program: Touchable, screen: Screen) -> Iterator[None]:
    """Wait until a program that has been started is on the screen; end it afterwards."""
    try:
        screen.wait_readable(time.perf_counter())
        time.sleep(MAKING)
        yield
    finally:
        end(program.process)
        screen.wait_empty()


AIM, QUARTER_AIM = 60, 400
"""Milliseconds to what was asked for, at most, and on a quarter of a core."""


SURFACES = {
    "1080p, drawn by software": (FULL_HD, False),
    "1080p, OpenGL as Mesa draws it": (FULL_HD, True),
    "4K, drawn by software": (FOUR_K, False),
    "4K, OpenGL as Mesa draws it": (FOUR_K, True),
}
"""What touches are measured on: the screen's size, and whether OpenGL draws."""


def tables(rounds: int) -> str:
    """Measure on all surfaces and return a table for each."""
    parts = []
    for name, (size, opengl) in SURFACES.items():
        print(name, flush=True)
        parts += [f"### {name}", table(measure(rounds, size=size, opengl=opengl))]
    return "\n\n".join(parts)


def table(taken: Taken) -> str:
    """Return the table of touches as Markdown: medians, and the most to what was asked for."""
    head = ("Touch", "Program", "Touches", *Touch.__struct_fields__, "most to the answer", "aim")
    lines = [head, ("---",) * len(head)]
    for touch, by_program in taken.items():
        for name, took in by_program.items():
            middle = [median(part) for part in zip(*map(astuple, took), strict=True)]
            cells = [*middle, max(each.answer for each in took)]
            most = _aim(name, by_program.get(CHROMIUM, ()))
            verdict = "–"
            if most:
                verdict = f"≤ {most:.0f}: {'met' if middle[2] <= most else 'missed'}"
            lines.append((touch, name, str(len(took)), *(f"{each:.0f}" for each in cells), verdict))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _aim(name: str, theirs: Sequence[Touch]) -> float:
    """Return the most that an answer may take, 0 where nothing is aimed at."""
    if name == QUARTER:
        return QUARTER_AIM
    if name == KIOSK:
        return min([AIM, *([median(each.answer for each in theirs)] if theirs else [])])
    return 0


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.touching")
    parser.add_argument("--rounds", type=int, default=20, help="touches of each kind (20)")
    parser.add_argument("--only", default=",".join(TOUCHES), help="kinds, with commas between")
    parser.add_argument("--alone", action="store_true", help="without Chromium")
    parser.add_argument("--four-k", action="store_true", help="3840 × 2160 pixels")
    parser.add_argument("--opengl", action="store_true", help="drawn by OpenGL, as Mesa does it")
    options = parser.parse_args()
    machine.fetch("chromium", "chromium")
    try:
        taken = measure(
            options.rounds, options.only.split(","), alone=options.alone,
            size=FOUR_K if options.four_k else FULL_HD, opengl=options.opengl,
        )  # fmt: skip
    except ScreenError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(table(taken))
    return 0


if __name__ == "__main__":
    sys.exit(main())
