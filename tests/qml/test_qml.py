"""The QML tests pass, and say nothing while they run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.waiting import LIMIT

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

OURS = re.compile(r"^PASS   : kiosk::(\w+)::test_", re.MULTILINE)

NOISE = re.compile(
    r"^(?:FAIL|XPASS|SKIP|QWARN|QDEBUG|QSYSTEM|QCRITICAL|QFATAL|.*(?:Type|Reference)Error)"
    r".*(?:\n {3}.*)*",
    re.MULTILINE,
)
"""What went wrong or was said, with the lines below it that tell where."""


def test_every_component_keeps_what_its_test_says() -> None:
    """One process for all of them: a start takes longer than most of what it runs."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.qml.run"], cwd=ROOT, capture_output=True, text=True,
        timeout=5 * LIMIT, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    said = ran.stdout + ran.stderr
    found = [match[0] for match in NOISE.finditer(said)]
    assert not found, "\n".join(found)
    assert ran.returncode == 0, said
    files = {file.stem.removeprefix("tst_") for file in HERE.glob("tst_*.qml")}
    assert set(OURS.findall(said)) == files, "each file has a test that is called as the file is"
