"""A thousand pages published: new, unchanged, and with one word changed.

Processor time of the whole child that makes an edition, start included, so that another program on
the machine changes little. New pages are held against Python-Markdown alone rendering the same
ones, the other two against a plain copy of the folder by `cp -r` and its removal.
`python -m tests.bench.publishing` prints the table alone.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import msgspec

from kiosk.pack.editions import Outcome
from kiosk.shipped import shipped
from kiosk.ui.editions.trial import SECONDS, Screen
from kiosk.ui.editions.worker import Job
from tests.bench import packs
from tests.bench.checking import RENDER, spent
from tests.bench.report import Ratio, ratios

ROUNDS = 5
"""Turns of what takes a second at most; the pages are new only once."""


def measure(pack: Path, rendered: list[float]) -> list[Ratio]:
    """Return the rows of the table. `rendered`: seconds that Python-Markdown alone takes."""
    with tempfile.TemporaryDirectory(prefix="bench-publishing-") as name:
        place = Path(name)
        folder = place / "pack"
        shutil.copytree(pack, folder)
        file = folder / "en" / "page-0500.md"
        text = file.read_text("utf-8")
        new, digest = _published(folder, place, "")
        copied, unchanged, changed = [], [], []
        for number in range(ROUNDS):
            copied.append(_copied(folder, place / "copy"))
            unchanged.append(_published(folder, place, digest)[0])
            file.write_text(f"{text}\nAnother word: {number}.\n", "utf-8")
            before = digest
            seconds, digest = _published(folder, place, digest)
            if digest == before:
                raise RuntimeError("a changed word gave no other edition")
            changed.append(seconds)
            print(f"unchanged {unchanged[-1]:.2f} s, one word {seconds:.2f} s", flush=True)
    alone, plain = "Python-Markdown alone", "a copy of the folder"
    return [
        Ratio("Publishing 1,000 pages, all new", [new], alone, rendered, "s", 2),
        Ratio("… unchanged", unchanged, plain, copied, "s", None),
        Ratio("… one word changed", changed, plain, copied, "s", None),
    ]


def _published(folder: Path, place: Path, keep: str) -> tuple[float, str]:
    """Return the seconds that the child took, and the edition's digest."""
    job = Job(
        content=os.fsencode(folder),
        state=os.fsencode(place / "state"),
        assets=os.fsencode(shipped("assets")),
        cache=os.fsencode(place / "cache"),
        keep=keep,
        screen=Screen(width=1920, height=1080, seconds=SECONDS),
        parent=os.getpid(),
    )
    words = msgspec.json.encode(job).decode()
    seconds, said = spent([sys.executable, "-m", "kiosk.ui.editions.worker", words])
    outcome = msgspec.json.decode(said, type=Outcome)
    if not outcome.edition:
        raise RuntimeError(f"nothing was published: {outcome.findings}")
    return seconds, outcome.edition


def _copied(folder: Path, to: Path) -> float:
    """Return the seconds that it takes to copy a folder and to remove the copy again."""
    there, _ = spent(["cp", "-r", str(folder), str(to)])
    gone, _ = spent(["rm", "-r", str(to)])
    return there + gone


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        thousand = packs.large(Path(made))
        alone = [spent([sys.executable, "-c", RENDER, str(thousand)])[0] for _ in range(2)]
        print(ratios(measure(thousand, alone)))
