"""Debian's packages, as far as no package need be built to tell: what they take, and name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from kiosk.install.installer import PROGRAMS
from kiosk.shipped import FOR_AUTHORS
from tests.machine.debian import packages_to_add
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "assets" / "deploy" / "package"

FOR_A_CLONE = {
    "git", "ca-certificates", "python3", "python3-venv", "systemd-timesyncd", "wlr-randr",
}  # fmt: skip
"""What docs/install.md adds for a clone, where a package brings its own or only recommends it."""


def kept() -> set[str]:
    """Give the patterns of what is taken of PySide."""
    lines = (PACKAGE / "kept.txt").read_text("utf-8").splitlines()
    return {line.split(" ", 1)[1] for line in lines if line.startswith("PySide6 ")}


def depends(package: str) -> set[str]:
    """Give what a package of ours depends on."""
    text = (PACKAGE / "debian" / "control").read_text("utf-8")
    found = re.search(rf"^Package: {package}\n.*?^Depends:\n((?: [^\n]+\n)+)", text, re.M | re.S)
    assert found
    return {line.split()[0].rstrip(",") for line in found[1].splitlines()}


def test_every_module_of_qt_that_is_imported_is_taken() -> None:
    files = [*(ROOT / "kiosk").rglob("*.py")]
    words = r"^\s*(?:from|import) PySide6(?:\.(\w+) import| import (\w+))"
    found = {a or b for file in files for a, b in re.findall(words, file.read_text(), re.M)}
    assert found >= {"QtCore", "QtGui", "QtQml", "QtQuick"}
    assert {f"{module}.abi3.so" for module in found} <= kept()


def test_every_module_that_the_qml_imports_is_taken() -> None:
    files = (ROOT / "kiosk" / "ui" / "qml").rglob("*.qml")
    found = {
        name
        for file in files
        for name in re.findall(r"^import ([\w.]+)", file.read_text("utf-8"), re.M)
        if not name.startswith("Kiosk")
    }
    assert found >= {"QtQuick", "QtQml"}
    for name in found:
        folder = f"Qt/qml/{name.replace('.', '/')}"
        assert {f"{folder}/qmldir", f"{folder}/*.so"} <= kept(), name


def test_the_service_has_all_that_a_technician_would_add() -> None:
    named = depends("clinic-kiosk") | depends("clinic-kiosk-program")
    assert set(packages_to_add()) - FOR_A_CLONE <= named
    assert set(PROGRAMS) <= named


def test_every_page_of_the_docs_that_is_named_to_somebody_is_there() -> None:
    """The program's package brings them: docs/ beside its copyright."""
    named = {
        each
        for file in (ROOT / "kiosk").rglob("*.py")
        for each in re.findall(r"docs/[\w/-]+\.md", file.read_text("utf-8"))
    }
    assert "docs/settings.md" in named
    own = {each for each in named if not each.startswith("docs/JOURNAL")}  # systemd's
    assert [each for each in own if not (ROOT / each).is_file()] == []
    assert "cp -r docs $(program)/usr/share/doc" in (PACKAGE / "debian/rules").read_text("utf-8")


def test_pages_are_drawn_where_the_authors_libraries_are_missing(tmp_path: Path) -> None:
    for name in FOR_AUTHORS:
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('{name}')\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "snapshot", "--size", "640x480", "--out", tmp_path / "out"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True,
        timeout=LIMIT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").glob("*.png"))) >= 5
