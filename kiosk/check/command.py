"""`kiosk check`: examines a pack, prints what was found, and says how it went by its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

from tqdm import tqdm

from kiosk.check.examine import Lacking, Progress, Report, examine
from kiosk.check.report import as_json, as_lines, as_page
from kiosk.check.sarif import as_sarif
from kiosk.pack.page_cache import PageCache
from kiosk.pack.validate import Proof
from kiosk.printed import say

PATIENCE = 2.0
"""Seconds after which a progress bar is shown."""


def check(
    folder: Path,
    *,
    assets: Path,
    form: str,
    release: bool,
    today: date,
    proof: Proof = lambda folder: (),
    cache: PageCache | None = None,
    patience: float = PATIENCE,
    lacking: Lacking = lambda signs: "",
) -> int:
    """Check a content folder and print the findings as `form`: text, json or sarif.

    `proof` is the kiosk's own, `cache` keeps pages compiled, `lacking` tells which signs the
    kiosk can't draw.
    After `patience` seconds a progress bar is shown, if standard error is a terminal.
    Returns 0, or 1 if there is an error among the findings.
    """
    with _bar(sys.stderr, patience) as progress:
        report = examine(
            folder,
            assets=assets,
            today=today,
            release=release,
            progress=progress,
            proof=proof,
            cache=cache,
            lacking=lacking,
        )
    say(_told(report, folder, form))
    return 1 if report.errors else 0


def _told(report: Report, folder: Path, form: str) -> str:
    match form:
        case "json":
            return as_json(report, folder)
        case "sarif":
            return as_sarif(report, folder)
        case _ if sys.stdout.isatty():
            colours = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
            return as_page(report, folder, colours=colours)
        case _:
            return as_lines(report, folder)


@contextmanager
def _bar(screen: TextIO, patience: float) -> Iterator[Progress]:
    looks = "Checking {percentage:3.0f}% |{bar}| {elapsed}"
    # disable=None: only where somebody sees it.
    with tqdm(bar_format=looks, delay=patience, leave=False, file=screen, disable=None) as bar:

        def progress(done: int, count: int) -> None:
            bar.total = count
            bar.update(done - bar.n)

        yield progress
