"""Counting: a year's file, a write of it, and a month's report against Typst alone.

Processor time, so that another program on the machine changes little. The report is asked of a
process of its own, as on the command line; the other one sets a sheet of one word with the same
fonts. `python -m tests.bench.counting` prints it.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from kiosk.counts.counts_file import CountsFile
from kiosk.counts.tally import VISIT, Counted
from tests.bench.report import Ratio, ratios

RUNS = 5
THINGS, LANGUAGES, DAYS = 80, ("en", "bn"), 365
"""On each day of a year each of so many things was opened in each language."""

BARE = """
from datetime import date
from kiosk.leaflet.compiled import Fonts, compiled
from kiosk.ui.qt.application import font_folder
word = {"main.typ": b'#set document(title: "-")\\n-'}
compiled(word, Fonts((), font_folder()).found(), date(2026, 1, 1))
"""


def year() -> dict[Counted, int]:
    """Give a year's counts."""
    days = [date(2025, 1, 1) + timedelta(each) for each in range(DAYS)]
    things = [VISIT, *(f"section procedure#section-{each}" for each in range(1, THINGS))]
    return {Counted(day, thing, each): 40 for day in days for thing in things for each in LANGUAGES}


def seconds(*command: str) -> float:
    """Run a command; give its processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as place:
        file, out = Path(place, "counts.sqlite"), str(Path(place, "report.pdf"))
        CountsFile(file).add(year())
        print(f"A year of {THINGS * len(LANGUAGES)} things a day: {file.stat().st_size:,} bytes.")
        writes = []
        for _ in range(RUNS):
            began = time.process_time()
            CountsFile(file).add({Counted(date(2026, 1, 1), VISIT, "en"): 1})
            writes.append(time.process_time() - began)
        print(f"A write of it: {median(writes):.2f} s of processor time, once an hour.\n")
        asked = ["--month", "2025-11", "--counts", str(file), "--out", out]
        ours, bare = [], []
        for _ in range(RUNS):
            ours.append(seconds(sys.executable, "-m", "kiosk", "report", *asked))
            bare.append(seconds(sys.executable, "-c", BARE))
        print(ratios([Ratio("A month's report", ours, "Typst, one word", bare, "s", None)]))


if __name__ == "__main__":
    main()
