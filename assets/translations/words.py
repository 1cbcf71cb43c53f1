"""The kiosk's own words in other languages: collected from its sources, compiled for Qt.

    words.py collect [FOLDER]   add new words to each kiosk_*.ts, drop those no longer used
    words.py compile [FOLDER]   write a .qm beside each .ts that has changed since

FOLDER is where the .ts files are, this one if none is named. Runs Qt's own lupdate and lrelease,
which come with PySide6; exit 1 with one sentence where they can't do it. Knows no language.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

RENAMED = {
    "Glance": "StaffStatus",
    "Guide": "SpokenGuide",
    "ReachButton": "LowReachButton",
    "Rest": "RestScreen",
    "Updating": "PageUpdating",
}
"""What contexts were called in the first version: a language that a clinic added still says so."""


def tool(name: str) -> Path:
    """Return one of Qt's programs; PySide6 is found, not loaded."""
    found = find_spec("PySide6")
    for folder in (found.submodule_search_locations if found else None) or ():
        file = Path(folder, name)
        if file.is_file():
            return file
    sys.exit(f"{name} is missing: pip install 'PySide6-Essentials>=6.11,<6.12' and try again.")


def run(name: str, *arguments: str) -> None:
    """Run one of Qt's programs in the project's folder. Whatever it complains of is a failure."""
    done = subprocess.run(
        [str(tool(name)), "-silent", *arguments],
        # It would complain of a terminal without a language too: a container has none.
        cwd=ROOT, env={**os.environ, "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or done.stderr.strip():
        sys.exit(f"{name} has failed: {done.stderr.strip() or done.returncode}")


def collect(folder: Path) -> None:
    """Bring every .ts up to date; no line numbers, so that it changes only when words do."""
    for file in sorted(folder.glob("kiosk_*.ts")):
        run(
            "lupdate", "-extensions", "py,qml", "-locations", "none", "-no-obsolete",
            "-source-language", "en", "kiosk", "-ts", str(file),
        )  # fmt: skip


def compile_(folder: Path) -> None:
    """Write each .qm that is older than its .ts; a starting kiosk never reads half of one."""
    for file in sorted(folder.glob("kiosk_*.ts")):
        made = file.with_suffix(".qm")
        if made.is_file() and made.stat().st_mtime_ns > file.stat().st_mtime_ns:
            continue
        new = made.with_suffix(f".{os.getpid()}.new")
        with TemporaryDirectory() as scratch:
            copy = Path(scratch, file.name)
            copy.write_text(renamed(file.read_text("utf-8")), "utf-8")
            run("lrelease", str(copy), "-qm", str(new))
        new.replace(made)


def renamed(words: str) -> str:
    """Return a .ts in which each context is called what its component is called now."""
    for was, name in RENAMED.items():
        words = words.replace(f"<name>{was}</name>", f"<name>{name}</name>")
    return words


if __name__ == "__main__":
    what, folder = sys.argv[1], Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else HERE
    {"collect": collect, "compile": compile_}[what](folder)
