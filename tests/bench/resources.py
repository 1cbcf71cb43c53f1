"""What stays: memory when every section of every language has been seen, and what idling takes.

python -m tests.bench.resources [--rounds 3]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from tests.bench import browser, machine, packs, report, touch_page
from tests.bench.memory import pss, work
from tests.bench.programs import ROOT, Stage, end
from tests.bench.report import Ratio
from tests.bench.screen import Screen, ScreenError

IDLE = 24.0
"""Seconds for which the processor time of a program that does nothing is counted: at rest the card
is turned twice in that time."""

QUIET = 5.0
"""Seconds before that: what a start or a rest leaves to be done is done by then."""


def measure(rounds: int) -> list[Ratio]:
    """Return memory against Chromium, and processor time while idle and at rest, in % of a core."""
    memory, theirs, idle, rest = list[float](), list[float](), list[float](), list[float]()
    program = browser.chromium()
    with Screen() as screen, tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        stage = Stage(screen, folder / "caches")
        content = packs.default()
        page = touch_page.write(load_pack(content, assets=shipped("assets")), folder / "t.html")
        for number in range(rounds):
            found = _kiosk(content, stage, screen)
            for each, figure in zip((memory, idle, rest), found, strict=True):
                each.append(figure)
            print(f"{number + 1}/{rounds} all seen: {found[0]:.0f} MiB, idle {found[1]:.2f} %, "
                  f"at rest {found[2]:.2f} %", flush=True)  # fmt: skip
            if program:
                theirs.append(_chromium(program, page, folder / f"p{number}", stage, screen))
                print(f"{number + 1}/{rounds} Chromium: {theirs[-1]:.0f} MiB", flush=True)
    return [
        Ratio("Memory, all seen", memory, "Chromium", theirs, "MiB", 0.3),
        Ratio("Idle with a page open", idle, "of a core", [1.0], "%", 0.2),
        Ratio("Idle at rest", rest, "of a core", [1.0], "%", 1),
    ]


def _kiosk(content: Path, stage: Stage, screen: Screen) -> tuple[float, float, float]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.all_seen", str(content)],
        env=stage.environment, cwd=ROOT, start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    try:
        if process.stdout.readline() != b"seen\n":
            raise ScreenError("The kiosk ended before all was seen; its messages stand above.")
        time.sleep(QUIET)
        memory, idle = pss(process.pid), _idle(process.pid)
        process.stdin.write(b"rest\n")
        process.stdin.flush()
        time.sleep(QUIET)
        return memory, idle, _idle(process.pid)
    finally:
        end(process)
        screen.wait_empty()


def _chromium(program: str, page: Path, profile: Path, stage: Stage, screen: Screen) -> float:
    shown = touch_page.Browser(program, page, profile, stage.environment, scale=1, opengl=False)
    try:
        screen.wait_readable(time.perf_counter())
        time.sleep(QUIET)
        shown.attach()
        shown.see_all()
        time.sleep(QUIET)
        return pss(shown.process.pid)
    finally:
        end(shown.process)
        screen.wait_empty()


def _idle(pid: int) -> float:
    before = work(pid)
    time.sleep(IDLE)
    return (work(pid) - before) / IDLE * 100


def main() -> int:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.resources")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program (3)")
    options = parser.parse_args()
    machine.fetch("chromium", "chromium")
    try:
        rows = measure(options.rounds)
    except ScreenError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(report.ratios(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
