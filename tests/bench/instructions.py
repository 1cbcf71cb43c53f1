"""Instructions up to the first frame, counted by valgrind: no other program changes them.

Each program runs once before, so that its caches are filled, and once under `cachegrind` without
its caches simulated. What the kernel and the X server do isn't counted.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence

from tests.bench.programs import ROOT

VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")

COUNT = re.compile(r"I +refs: +([\d,]+)")


def measure(program: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return millions of instructions from starting `python -m <program>` to its first frame."""
    command = [sys.executable, "-m", "tests.bench.first_frame", *program]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    told = subprocess.run(
        [*VALGRIND, *command], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    # A program that it starts is counted as well, from the moment when it was split off.
    counted = [int(each.replace(",", "")) for each in COUNT.findall(told.stderr)]
    if not counted:
        raise RuntimeError(f"valgrind counted nothing: {told.stderr[-500:]}")
    return max(counted) / 1e6
