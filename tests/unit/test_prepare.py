"""prepare.sh: an environment is made beside the one in use, and nothing that fails touches that."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from copy import copy
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tests.unit.tiny_clone import ROOT, Clone
from tests.waiting import LIMIT

STILL_RUNS = "for the reason above; the kiosk that was there before still runs."


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """Return a clone that was prepared, and then put aside."""
    clone = Clone(tmp_path_factory.mktemp("prepared") / "clone")
    assert clone.prepare()[0] == 0
    clone.root.rename(clone.root.with_name("aside"))
    return clone


@pytest.fixture
def clone(prepared: Clone) -> Iterator[Clone]:
    """Yield a copy of it where it was prepared: elsewhere it would be made anew."""
    shutil.copytree(prepared.root.with_name("aside"), prepared.root, symlinks=True)
    clone = copy(prepared)
    assert clone.kiosk() == "kiosk 1 1"
    yield clone
    shutil.rmtree(clone.root)


def test_it_says_what_it_does_and_how_far_it_is(tmp_path: Path) -> None:
    clone = Clone(tmp_path, real_pip=True)
    code, said = clone.prepare()
    assert code == 0
    assert re.fullmatch(r"Making a new environment with Python 3\.1[123]\.\d+", said[0])
    assert said[1:] == [
        "Installing 1 packages of requirements.lock",
        "  1 of 1: pyside6_essentials-1",
        "  Unpacking them",
    ]
    assert clone.prepare() == (0, [])
    # Without a network, and without a word about what was never there.
    clone.want(2)
    clone.offline()
    code, said = clone.prepare()
    assert code == 1
    assert said[2].startswith("ERROR: Could not find a version that satisfies")
    assert said[-1] == f"Installing requirements.lock failed, {STILL_RUNS}"
    assert len(said) == 5
    assert clone.kiosk() == "kiosk 1 1"


def test_the_command_works_by_a_link_from_anywhere(clone: Clone, tmp_path: Path) -> None:
    link = tmp_path / "a link"
    link.symlink_to(clone.root / ".venv/bin/kiosk")
    done = subprocess.run([link, "--version"], capture_output=True, text=True, cwd="/", check=True)
    assert done.stdout == "kiosk 1 1\n"


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("venv", "Python could not make "),
        ("network", "Installing requirements.lock failed, "),
        ("disk", "Installing requirements.lock failed, "),
        ("broken", "The new environment does not work, "),
    ],
)
def test_an_update_that_fails_leaves_the_old_environment(
    clone: Clone, fault: str, sentence: str
) -> None:
    long = "'" + "x" * 100_000 + "'"
    clone.want(2, quick={"broken": "import nothing_of_that_name", "disk": long}.get(fault, ""))
    if fault == "network":
        clone.offline()
    code, said = clone.prepare(fault=fault)
    assert code == 1
    assert said[-1].startswith(sentence)
    assert said[-1].endswith(STILL_RUNS)
    assert clone.kiosk() == "kiosk 1 1"
    assert clone.environments() == [".venv-kiosk-1"], "what failed is cleared away"


def test_a_first_install_that_fails_does_not_speak_of_a_kiosk_before(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.offline()
    code, said = clone.prepare()
    assert (code, said[-1]) == (1, "Installing requirements.lock failed, for the reason above.")
    assert clone.environments() == []


def test_a_kill_at_any_moment_leaves_a_kiosk_that_runs(clone: Clone) -> None:
    moments = ("venv", "sync -f", "mv .venv-kiosk-2/.prepared.new", "ln -sfn", "mv -T")
    for version, kill in enumerate(moments, start=2):
        clone.want(version)
        code, _ = clone.prepare(kill=kill)
        assert code == -9, kill
        assert clone.kiosk() == f"kiosk {version - 1} {version - 1}", kill
        assert clone.prepare()[0] == 0
        assert clone.kiosk() == f"kiosk {version} {version}", kill
        assert len(clone.environments()) == 1, kill


def test_an_older_clones_folder_gives_way_at_the_switch_only(clone: Clone) -> None:
    venv = clone.root / ".venv"
    venv.unlink()
    (clone.root / ".venv-kiosk-1").rename(venv)
    clone.want(2)
    assert clone.prepare(fault="venv")[0] == 1
    assert clone.kiosk() == "kiosk 1 1"
    # The one moment in which there is neither: it needs no network to be mended.
    assert clone.prepare(kill="mv -T")[0] == -9
    assert not venv.exists()
    clone.offline()
    assert clone.prepare() == (0, [])
    assert clone.kiosk() == "kiosk 2 2"
    assert venv.is_symlink()


def test_a_clone_that_was_moved_runs_and_is_made_anew(clone: Clone) -> None:
    moved = clone.root.with_name("moved elsewhere")
    clone.root.rename(moved)
    clone.root = moved
    assert clone.kiosk() == "kiosk 1 1"
    assert clone.prepare()[0] == 0
    assert (clone.made(), clone.kiosk()) == (2, "kiosk 1 1")
    assert str(moved) in clone.python("import sys; print(sys.path)")


def test_an_environment_whose_python_is_gone_is_made_anew(clone: Clone) -> None:
    for link in (clone.root / ".venv/bin").glob("python*"):
        link.unlink()
        link.symlink_to("/nowhere/python")
    assert clone.prepare()[0] == 0
    assert (clone.made(), clone.kiosk()) == (2, "kiosk 1 1")


def test_what_only_tests_need_is_no_matter_for_a_kiosk(clone: Clone) -> None:
    clone.want_tests(2)
    assert clone.prepare() == (0, [])
    # The tests' packages are added, and stay when only a kiosk is asked for.
    code, said = clone.prepare("test")
    assert (code, said[0]) == (0, "Installing 1 packages of requirements-dev.lock")
    assert clone.prepare() == (0, [])
    assert clone.prepare("test") == (0, [])
    assert clone.made() == 1
    assert clone.python("import only_tests; print(only_tests.VERSION)") == "2"


def test_tests_packages_that_were_added_in_part_are_not_trusted(clone: Clone) -> None:
    files = list((clone.root / "wheels").glob("only_tests*"))
    for file in files:
        file.rename(clone.root / file.name)
    code, said = clone.prepare("test")
    assert (code, said[-1]) == (1, f"Installing requirements-dev.lock failed, {STILL_RUNS}")
    assert clone.prepare() == (0, []), "a kiosk has all it needs"
    for file in files:
        (clone.root / file.name).rename(file)
    assert clone.prepare("test")[0] == 0
    assert clone.made() == 2


def test_of_two_terminals_one_works_and_the_other_waits(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    both = [clone.start(), clone.start()]
    said = [process.communicate(timeout=LIMIT)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted(map(bool, said)) == [False, True]
    assert clone.made() == 1


def test_a_kiosk_that_runs_keeps_its_environment(clone: Clone) -> None:
    command = [str(clone.root / ".venv/bin/kiosk"), "wait"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as running:
        assert running.stdout
        assert running.stdout.readline() == "waits\n"
        for version in (2, 3):
            clone.want(version)
            assert clone.prepare()[0] == 0
            assert clone.kiosk() == f"kiosk {version} {version}"
        said, _ = running.communicate(timeout=LIMIT)
    assert said == "kiosk 1 1\n", "what it loads late is of the same version"
    clone.want(4)
    assert clone.prepare()[0] == 0
    assert len(clone.environments()) == 1


def test_pyside_is_asked_once_to_write_its_modules_out(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.want(
        2, quick="import os; open('asked', 'a').write(os.environ.get('SBK_EMBED', '') + ';')"
    )
    assert clone.prepare()[0] == 0
    assert (clone.root / "asked").read_text("utf-8") == "0;"


def test_no_start_compiles_the_modules_that_pyside_holds() -> None:
    """So it is in every environment that `make test` made."""
    import shiboken6  # noqa: PLC0415

    folder = Path(shiboken6.__file__).parent / "files.dir" / "shibokensupport"
    sources = list(folder.rglob("*.py"))
    assert len(sources) >= 13
    for source in sources:
        assert list((source.parent / "__pycache__").glob(f"{source.stem}.*.pyc")), source


def test_the_manual_names_all_that_would_be_fetched() -> None:
    manual = (ROOT / "docs/install.md").read_text("utf-8")
    part = manual.split("## What prepare.sh fetches\n")[1].split("\n## ")[0]
    libraries = (ROOT / "assets/deploy/libraries.txt").read_text("utf-8").splitlines()
    system = {row.split()[2] for row in libraries if not row.startswith("#")}
    script = (ROOT / "assets/deploy/prepare.sh").read_text("utf-8")
    for name in ("tools", "speech"):
        found = re.search(rf'^{name}="([^"]+)"', script, re.MULTILINE)
        assert found
        system |= {pair.split("=")[1] for pair in found[1].split()}
    system |= set(re.findall(r"want=\"\$\{want\}([a-z0-9-]+) \"", script)) | {"python3-venv"}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    python = set(re.findall(r"^([\w-]+)==", lock, re.MULTILINE))
    other = {
        "/opt/kiosk/.venv",
        "python3.12-venv",
        "requirements.lock",
        "requirements-dev.lock",
        "make test",
    }
    named = re.findall(r"`([^`]+)`", part)
    assert sorted(named) == sorted([*(system | python), *other])


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the wheel here is another one")
def test_the_oldest_glibc_is_that_of_qts_wheel() -> None:
    wheel = distribution("PySide6-Essentials").read_text("WHEEL") or ""
    script = (ROOT / "assets/deploy/prepare.sh").read_text("utf-8")
    needed = re.search(r"manylinux_2_(\d+)_x86_64", wheel)
    stated = re.search(r'"x86_64 64"\) least=(\d+)', script)
    assert needed
    assert stated
    assert needed[1] == stated[1]
