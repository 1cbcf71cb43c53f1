"""`make bench`: the kiosk against a bare window, against Chromium, and against a frame's time.

Takes more than an hour, most of it for touches; the machine should do nothing else meanwhile.
All programs run one at a time on the same virtual screen and take turns, so a slow minute falls on
all of them. A missed aim is reported and is no failure: exit code 1 means that nothing could be
measured.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from tests.bench import (
    browser,
    checking,
    instructions,
    machine,
    packs,
    publishing,
    report,
    resources,
    scaling,
    searching,
    touching,
)
from tests.bench.frames import Frame
from tests.bench.programs import Program, Run, Stage, bare, kiosk, resting_kiosk, touring_kiosk
from tests.bench.report import Ratio
from tests.bench.screen import Screen, ScreenError

STAY = 3.0
"""Seconds from the first readable page to the look at the memory."""

TOUCHES = 20
"""Of each kind and program."""

AWAKE = ("tests.bench.awake", "run", "--windowed", "--size", "1920x1080")
BARE = ("tests.bench.bare",)

Runs = dict[str, list[Run]]
FRESH, WARM = "Chromium", "Chromium, profile in use"
REST = "kiosk at rest"

NOTES = """\
Medians, in brackets the least and the most. *Time to the first readable page*: from starting the
process to the moment when the framebuffer shows the page's letters on its paper; the same rule,
read straight from the framebuffer's memory, holds for all programs (`screen.py`). Each program ran
once before, so files, QML, compiled pages and (for the profile in use) the profile are in their
caches. So that all programs show the same, the kiosk starts here with a visitor (`awake.py`);
*resting screen* is the start as it is in a clinic, to the first picture of `kiosk run`; the page
below it is made right after. *Processor time* is what all of a program's threads have had by then;
other programs on the machine change it far less than the time on the wall. *Instructions* are
counted by valgrind up to the first frame; nothing else on the machine changes them. *Memory*: PSS
over all of a program's processes (`memory.py`), 3 s after the first page, and 3 s after it in runs
that have turned ten tabs by then. *All seen*: when every section of every language has stood on the
screen; then *idle* with a page open and *at rest*, processor time of all threads in 24 s as a part
of one core (`resources.py`). Chromium shows the same pages as one local HTML file with the
same figures (`browser.py`). *Check*: processor time of `kiosk check` on the pack with 1,000 pages
more, all rules asked, against Python-Markdown alone rendering the same pages to HTML
(`checking.py`). *Publishing*: processor time of the child that makes an edition of that pack,
start included; with all pages new against the same rendering, otherwise against `cp -r` of the
folder and its removal (`publishing.py`).
"""

FRAME_NOTES = """\
Milliseconds. *Work* is the processor time of the GUI thread for one frame, everything included;
the software renderer draws there too, so the aim is held against it. *Draw* is the part from
layout to swap, on the wall. *Interval* is the time between two frames: without vertical sync
Qt's 16 ms timer sets it, so it is near 16.7 ms whatever a frame costs. What the X server does
with a finished frame is not in *work* and *draw*. Tabs: ten turns, each from the tap until the
pane rests. Scroll: the longest tab from its top to its end (`frames.py`).
"""

TOUCH_NOTES = """\
Medians in milliseconds, of a mouse's click through the X server, 0.1 s long. *Pressed*: from the
press to the first pixel that changes. *First*: from lifting it to the first pixel that changes.
*Answer*: from lifting it to the first that changes above or below the control, which is what was
asked for; the aim is held against it: no slower than Chromium, and 60 ms at most; 400 ms on a
quarter of a core. *Rest*: to the last pixel that changes, after the turn of a page too. *Work*:
processor time of all of a program's threads from the press to the answer; other programs change it
far less. Each touch is that of somebody who has just come. Chromium shows the same pages with the
same doors, languages and sizes as one local HTML file, what is hidden without layout
(`touch_page.py`), at twice the scale in 4K; a quarter of a core is a control group's share of
2.5 ms in 10 (`quarter.py`).
"""

SEARCH_NOTES = """\
Processor time of the list of results at each key, where the queries of the tests' lists are typed;
*indexed in* the same of making the index, off the screen's thread, from compiled pages. *Memory*
is that of the index alone. The 1,000 pages more have 20,000 words that no other page has
(`searching.py`).
"""

SCALING_NOTES = """\
Processor time of steps with a pack, given what once made a parser slow, twice as much from turn to
turn. *Exponent*: the power of the size with which the time grows up to the longest turn, 1 where
it is linear; none where all took less than 10 ms. *Ended*: what was said of the largest
(`scaling.py`).
"""


ENDURANCE = "\n## Endurance\n"
"""Below this line stands what takes hours to measure: `make bench` leaves it as it is."""


def take_turns(stage: Stage, programs: Sequence[Program], rounds: int, stay: float) -> Runs:
    """Run each program once for its caches, then all in turn, `rounds` times."""
    runs: Runs = defaultdict(list)
    taking = []
    for program in programs:
        try:
            stage.run(program)
            taking.append(program)
        except ScreenError as error:
            if not program.optional:
                raise
            print(f"{program.name} is left out. {error}", file=sys.stderr)
    for number in range(rounds):
        for program in taking:
            run = stage.run(program, stay=stay)
            runs[program.name].append(run)
            memory = f", {run.memory:.0f} MiB" if stay else ""
            times = f"{run.seconds:.3f} s (processor {run.work:.3f} s)"
            print(f"{number + 1}/{rounds} {program.name}: {times}{memory}", flush=True)
    return runs


def measure(rounds: int) -> str:
    """Measure everything and return the report."""
    machine.fetch("Xvfb", "xvfb")
    machine.fetch("chromium", "chromium")
    machine.fetch("valgrind", "valgrind")
    program = browser.chromium()
    load = machine.load()
    with Screen() as screen, tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        stage = Stage(screen, folder / "caches")
        content = packs.default()
        page = browser.write_page(load_pack(content, assets=shipped("assets")), folder / "a.html")
        profile = folder / "profile"

        ours = [bare(), kiosk("kiosk", content)]
        fresh, warm, tour = (
            [] if program is None else [each]
            for each in (
                Program(FRESH, lambda new: browser.command(program or "", page, new), True),
                Program(WARM, lambda _: browser.command(program or "", page, profile), True),
                Program(
                    FRESH, lambda new: browser.command(program or "", page, new, tour=True), True
                ),
            )
        )
        starts = take_turns(stage, [*ours, *fresh], rounds, STAY)
        thousand = packs.large(folder)
        large = kiosk("kiosk, 1,000 pages more", thousand)
        rest = resting_kiosk(REST, content)
        quick = take_turns(stage, [kiosk("kiosk", content), rest, large, *warm], rounds, 0)
        tours = take_turns(stage, [touring_kiosk(content), *tour], rounds, STAY)
        found: dict[str, list[Frame]] = defaultdict(list)
        for _ in range(2):
            for movement, frames in stage.frames(content).items():
                found[movement] += frames
        checked, rendered = checking.measure(thousand)
        published = publishing.measure(thousand, rendered)
        counted = [instructions.measure(each, stage.environment) for each in (AWAKE, BARE)]
        scaled = list(scaling.measure(folder))
        searched = searching.table(searching.measure(folder))
    stayed = resources.measure(3)
    touched = touching.tables(TOUCHES)
    described = machine.description(program)
    described["Load before the run"] = f"{load:.1f}"
    alone = "Python-Markdown alone"
    check = Ratio("Check of 1,000 pages more", checked, alone, rendered, "s", 10)
    named = "Instructions to the first frame"
    count = Ratio(named, counted[:1], "bare window", counted[1:], "million", None)
    return _written(
        described,
        [*_rows(starts, quick, tours, large.name), *stayed, count, check, *published],
        found,
        touched=touched,
        scaled=scaled,
        searched=searched,
    )


def _rows(starts: Runs, quick: Runs, tours: Runs, large: str) -> list[Ratio]:
    def seconds(runs: Runs, name: str) -> list[float]:
        return [run.seconds for run in runs[name]]

    def memory(runs: Runs, name: str) -> list[float]:
        return [run.memory for run in runs[name]]

    def work(runs: Runs, name: str) -> list[float]:
        return [run.work for run in runs[name]]

    first, again = seconds(starts, "kiosk"), seconds(quick, "kiosk")
    spent = work(starts, "kiosk")
    small, turned = memory(starts, "kiosk"), memory(tours, "kiosk")
    start, busy, mib = "First readable page", "Processor time for it", "Memory"
    return [
        Ratio(busy, spent, "bare window", work(starts, "bare window"), "s", 2.05),
        Ratio(busy, spent, FRESH, work(starts, FRESH), "s", 0.45),
        Ratio(start, first, "bare window", seconds(starts, "bare window"), "s", None),
        Ratio(start, first, FRESH, seconds(starts, FRESH), "s", None),
        Ratio(start, again, WARM, seconds(quick, WARM), "s", None),
        Ratio("Resting screen", seconds(quick, REST), "first readable page", again, "s", None),
        Ratio("… with 1,000 pages more", seconds(quick, large), "as shipped", again, "s", 1.2),
        Ratio(mib, small, FRESH, memory(starts, FRESH), "MiB", 0.4),
        Ratio(f"{mib}, tabs turned", turned, FRESH, memory(tours, FRESH), "MiB", 0.4),
        Ratio(mib, small, "bare window", memory(starts, "bare window"), "MiB", None),
    ]


def _written(
    described: dict[str, str],
    rows: Sequence[Ratio],
    found: dict[str, list[Frame]],
    *,
    touched: str,
    scaled: list[scaling.Scaling],
    searched: str,
) -> str:
    parts = [
        "# Benchmarks",
        "Written by `make bench`, all from one run, down to *Endurance*. Don't edit that.",
        report.machine(described), report.ratios(rows), NOTES.strip(),
        "## Frames", report.frames(found), report.late(found), FRAME_NOTES.strip(),
        "## Touches", touched, TOUCH_NOTES.strip(),
        "## Search", searched, SEARCH_NOTES.strip(),
        "## Time against size", scaling.table(scaled), SCALING_NOTES.strip(),
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _endurance(results: Path) -> str:
    """Return what stands below the line `ENDURANCE` by hand, and the line."""
    old = results.read_text("utf-8") if results.exists() else ""
    _, line, kept = old.partition(ENDURANCE)
    return line + kept


def main() -> int:
    """Measure, print the report and write it to `results.md`."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measure the kiosk.")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program (5)")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("results.md"))
    options = parser.parse_args()
    try:
        text = measure(options.rounds)
    except ScreenError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(f"\n{text}")
    options.out.write_text(text + _endurance(options.out), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
