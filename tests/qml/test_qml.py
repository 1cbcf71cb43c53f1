"""The QML tests pass, and say nothing while they run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import LIMIT

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.mark.parametrize("name", sorted(file.stem for file in HERE.glob("tst_*.qml")))
def test_qml(name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.qml.run", "-input", str(HERE / f"{name}.qml")],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, said
    passed = re.search(r"Totals: (\d+) passed, 0 failed, 0 skipped", said)
    assert passed, said
    assert int(passed[1]) > 2, "initTestCase, cleanupTestCase, and at least one of our own"
    assert not re.search(r"^(QWARN|QDEBUG|QSYSTEM|.*TypeError|.*ReferenceError)", said, re.M), said
