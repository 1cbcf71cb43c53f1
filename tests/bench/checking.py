"""`kiosk check` over a thousand pages, against Python-Markdown alone rendering the same ones.

Processor time of the whole process, start included, so that another program on the machine changes
little; the two take turns. Python-Markdown has the extensions that the kiosk reads pages with and
one converter for all pages, as its own manual has it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RENDER = """
import sys
from pathlib import Path
import markdown
converter = markdown.Markdown(extensions=[
    "admonition", "abbr", "footnotes", "def_list", "tables", "attr_list", "sane_lists"])
for file in sorted(Path(sys.argv[1]).glob("*/*.md")):
    text = file.read_text("utf-8").split("\\n---\\n", 1)[-1]
    converter.reset().convert(text)
"""

ROUNDS = 2
"""Turns of each: a turn of both takes about half a minute."""


def measure(pack: Path) -> tuple[list[float], list[float]]:
    """Return seconds of processor time: of `kiosk check` on the pack, and of rendering alone."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(spent([sys.executable, "-m", "kiosk", "check", str(pack)], codes=(0, 1))[0])
        theirs.append(spent([sys.executable, "-c", RENDER, str(pack)])[0])
        print(f"check {ours[-1]:.1f} s, Python-Markdown {theirs[-1]:.1f} s", flush=True)
    return ours, theirs


def spent(command: list[str], codes: tuple[int, ...] = (0,)) -> tuple[float, bytes]:
    """Run a command; return seconds of processor time, and what it wrote."""
    before = os.times()
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    after = os.times()
    if ended.returncode not in codes:
        raise RuntimeError(f"{command} ended with {ended.returncode}")
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system, ended.stdout
