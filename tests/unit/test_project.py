"""The project's own files: locks, Makefile and bootstrap keep what they promise."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.soak.lost_connections import lost
from tests.waiting import LIMIT

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
NOBODY = 65534

FAKE_PYTHON = """#!/bin/sh
case "$*" in
*version_info\\[:3\\]*) echo {version} ;;
*version_info*) echo python3.11-venv ;;
*) exit 1 ;;
esac
"""


def requirements(lock: str) -> dict[str, str]:
    """Return each pinned requirement of a lock, with everything that belongs to it."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line[:1].isalnum()]
    return {line.split("==")[0]: line for line in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_address_or_folder(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host|file:\S|@ ", text)
    assert not re.search(r"^\s*(#.*)?/\w", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_in_a_lock_is_pinned_with_a_hash(lock: str) -> None:
    pinned = requirements(lock)
    assert "pyside6-essentials" in pinned
    for name, line in pinned.items():
        assert re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", line), name


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_holds_the_qt_release_that_loses_references_to_none(lock: str) -> None:
    pinned = requirements(lock)
    for name in ("pyside6-essentials", "shiboken6"):
        version = pinned[name].split("==")[1].split()[0]
        assert version != "6.12.0"
        assert version.startswith("6.11."), "docs/decisions/0001 says what a move needs"


def test_both_locks_pin_the_same_runtime() -> None:
    runtime, dev = map(requirements, LOCKS)
    assert {name: line.split("#")[0] for name, line in runtime.items()} == {
        name: dev[name].split("#")[0] for name in runtime
    }


def test_the_interpreter_survives_200_000_qt_calls_without_losing_a_reference() -> None:
    calls = (
        "import sys\n"
        "from PySide6.QtCore import QObject, QTimer\n"
        "timer, thing = QTimer(), QObject()\n"
        "before = sys.getrefcount(None)\n"
        "for i in range(100_000):\n"
        "    timer.setInterval(i)\n"
        "    thing.setObjectName('a')\n"
        "print(before - sys.getrefcount(None))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", calls], capture_output=True, text=True, timeout=LIMIT, check=False
    )
    assert done.returncode == 0, done.stderr
    # From Python 3.12 on, None is immortal and its count a constant.
    assert abs(int(done.stdout)) < 1000


def test_a_connection_to_a_slot_leaves_nothing_behind(qapp: object) -> None:
    assert lost(lambda sender: sender.go) < 0.2


def test_a_connection_to_delete_later_leaves_something_behind_and_is_made_nowhere(
    qapp: object,
) -> None:
    assert lost(lambda sender: sender.deleteLater) > 0.8, "PySide is mended: drop this test"
    files = (ROOT / "kiosk").rglob("*.py")
    made = [
        file.name for file in files if re.search(r"connect\([\w.]*deleteLater", file.read_text())
    ]
    assert not made


@pytest.fixture
def bare_tree() -> Iterator[Path]:
    """Yield a copy of what a bootstrap reads, in a folder that any user may enter and write."""
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name)
        (tree / "assets" / "deploy").mkdir(parents=True)
        (tree / "bin").mkdir()
        deploy = [
            f"assets/deploy/{name}" for name in ("prepare.sh", "environment.sh", "libraries.txt")
        ]
        for file in ("Makefile", *deploy, *LOCKS):
            shutil.copy(ROOT / file, tree / file)
        if os.geteuid() == 0:
            for path in (tree, *tree.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        yield tree


def script(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    path.chmod(0o755)


def fake_pythons(tree: Path, version: str) -> None:
    for name in ("python3.13", "python3.12", "python3.11", "python3"):
        script(tree / "bin" / name, FAKE_PYTHON.format(version=version))


def make_as_nobody(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in the tree as a user who may not install anything, with bin/ first in PATH."""
    script(tree / "bin" / "sudo", "#!/bin/sh\nexit 1\n")
    become = []
    if os.geteuid() == 0:
        become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return subprocess.run(
        [*become, "make", *arguments],
        cwd=tree,
        env={"PATH": f"{tree}/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"},
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the lines a user reads, without make's own."""
    lines = (done.stdout + done.stderr).splitlines()
    return [line for line in lines if not line.startswith("make")]


@pytest.mark.parametrize("target", ["run", "test"])
def test_make_refuses_an_old_python_with_one_sentence(bare_tree: Path, target: str) -> None:
    fake_pythons(bare_tree, "3.9.2")
    done = make_as_nobody(bare_tree, target)
    assert done.returncode != 0
    assert said(done) == ["The kiosk needs Python 3.11, 3.12 or 3.13, and this machine has 3.9.2."]


def test_make_refuses_an_old_python_that_was_asked_for(bare_tree: Path) -> None:
    fake_pythons(bare_tree, "3.11.2")
    script(bare_tree / "bin" / "old", FAKE_PYTHON.format(version="3.10.1"))
    done = make_as_nobody(bare_tree, "run", "PYTHON=old")
    assert done.returncode != 0
    assert said(done) == ["The kiosk needs Python 3.11, 3.12 or 3.13, and old is 3.10.1."]


@pytest.mark.parametrize("target", ["run", "test"])
def test_make_tells_who_may_not_install_the_one_line_to_run(bare_tree: Path, target: str) -> None:
    fake_pythons(bare_tree, "3.11.2")
    script(bare_tree / "bin" / "ldconfig", "#!/bin/sh\nexit 0\n")
    done = make_as_nobody(bare_tree, target)
    assert done.returncode != 0
    [line] = said(done)
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends " in line
    for package in ("libegl1", "libxcb-cursor0", "libwayland-cursor0", "python3-venv"):
        assert f" {package}" in line
    assert not (bare_tree / ".venv").exists()


def checksum(file: Path) -> str:
    done = subprocess.run(["cksum"], input=file.read_bytes(), capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_a_valid_stamp_is_all_that_a_second_call_looks_at(bare_tree: Path) -> None:
    fake_pythons(bare_tree, "3.11.2")
    inside = bare_tree / ".venv" / "bin"
    inside.mkdir(parents=True)
    shutil.copy(bare_tree / "bin" / "python3", inside / "python")
    run, dev = (checksum(bare_tree / lock) for lock in LOCKS)
    key = f"1 {run} {bare_tree.resolve()} 3.11.2"
    stamp = bare_tree / ".venv" / ".prepared"
    stamp.write_text(f"{key}\n{dev}\n", "utf-8")
    done = make_as_nobody(bare_tree, "venv")
    assert (done.returncode, said(done)) == (0, [])

    # A stamp without the tests' packages does not serve the tests, nor does one for other locks.
    script(bare_tree / "bin" / "ldconfig", "#!/bin/sh\nexit 0\n")
    for stale in (
        f"{key}\n-\n",
        f"{key}\nbegun\n",
        f"{key}\n0{dev}\n",
        f"0{key}\n{dev}\n",
        key,
        "",
    ):
        stamp.write_text(stale, "utf-8")
        assert make_as_nobody(bare_tree, "venv").returncode != 0


@pytest.mark.parametrize(
    ("machine", "bits", "glibc", "sentence"),
    [
        ("aarch64", 64, "glibc 2.36", "needs Debian 13 or later: Qt wants glibc 2.39 here"),
        ("x86_64", 64, "glibc 2.31", "needs Debian 12 or later: Qt wants glibc 2.34 here"),
        ("x86_64", 64, "", "this is no glibc"),
        ("aarch64", 32, "glibc 2.41", "needs a 64-bit system"),
        ("riscv64", 64, "glibc 2.41", "needs a 64-bit system for Intel, AMD or Arm"),
    ],
)
def test_a_system_too_old_for_qt_hears_so_before_anything_is_fetched(
    bare_tree: Path, machine: str, bits: int, glibc: str, sentence: str
) -> None:
    fake_pythons(bare_tree, "3.11.2")
    script(bare_tree / "bin" / "uname", f"#!/bin/sh\necho {machine}\n")
    says = f"LONG_BIT) echo {bits} ;; *) [ '{glibc}' ] && echo '{glibc}' ;;"
    script(bare_tree / "bin" / "getconf", f'#!/bin/sh\ncase "$1" in {says} esac\n')
    script(bare_tree / "bin" / "ldconfig", "#!/bin/sh\nexit 0\n")  # much would be fetched
    done = make_as_nobody(bare_tree, "run")
    assert done.returncode != 0
    [line] = said(done)
    assert sentence in line
    assert not list(bare_tree.glob(".venv*"))


def test_a_folder_that_cannot_be_written_is_named(bare_tree: Path) -> None:
    fake_pythons(bare_tree, "3.11.2")
    script(bare_tree / "bin" / "sudo", "#!/bin/sh\nexit 1\n")
    bare_tree.chmod(0o555)
    done = make_as_nobody(bare_tree, "run")
    bare_tree.chmod(0o755)
    assert done.returncode != 0
    [line] = said(done)
    assert line.startswith(f"Nothing can be written in {bare_tree.resolve()}: ")
