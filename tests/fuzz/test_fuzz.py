"""2,000 inputs of each kind in every run of the tests; `make fuzz` plays 20,000."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.__main__ import KINDS
from tests.fuzz.outside import Outside
from tests.fuzz.playing import MOST_TOLD, Run, play_apart
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]


def fuzz(*words: str) -> subprocess.CompletedProcess[str]:
    """Run what `make fuzz` runs."""
    return subprocess.run(
        [sys.executable, "-m", "tests.fuzz", *words],
        cwd=ROOT, capture_output=True, text=True, errors="replace", check=False, timeout=10 * LIMIT,
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_comes_in_is_shown_or_told(kind: str) -> None:
    # A rule of the check is told by its own tests what breaks it; each pack takes it long.
    more = ("--examined", "0.03", "--processes", "1", "--seed", os.environ["KIOSK_SEED"])
    done = fuzz(kind, "--inputs", "2000", *more)
    assert done.returncode == 0, done.stdout
    assert f"{kind}: 2,000 inputs, 0 faults" in done.stdout


# Whether a fault would be seen


class Planted:
    """Does harm at numbers that end in 7."""

    def __init__(self, harm: Callable[[], object]) -> None:
        self._harm = harm
        self._drawn = 0.0

    def play(self, dice: Random) -> None:
        self._drawn = dice.random()
        if self._drawn > 0.7:
            self._harm()

    def told(self) -> str:
        return f"the input was {self._drawn}"


def broken() -> None:
    raise KeyError("oh")


def endless() -> None:
    while True:
        pass


def waiting() -> None:
    os.read(os.pipe()[0], 1)


def killed() -> None:
    os.kill(os.getpid(), 11)


def played(harm: Callable[[], object], numbers: range, capfd: pytest.CaptureFixture[str]) -> str:
    assert play_apart(Run(lambda: Planted(harm), "planted", 5), numbers, 2)
    return capfd.readouterr().out


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (broken, "KeyError: 'oh'"),
        (endless, "of the processor"),
        (waiting, "something was waited for"),
        (killed, "SIGSEGV"),
    ],
)
def test_each_fault_is_told_with_the_command_that_plays_its_input_again(
    harm: Callable[[], object],
    said: str,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if harm is endless:
        monkeypatch.setattr("tests.fuzz.playing.MOST_SECONDS", 0.2)
    if harm is waiting:
        monkeypatch.setattr("tests.fuzz.playing.MOST_WAITED", 2)
    told = played(harm, range(10), capfd)
    assert said in told
    wrong = [n for n in range(10) if Random(f"5/planted/{n}").random() > 0.7]
    assert len(wrong) > 1
    numbers = re.findall(r'make fuzz ARGS="planted --seed 5 --first (\d+) --inputs 1"', told)
    assert sorted(map(int, numbers)) == wrong
    alone = played(harm, range(wrong[-1], wrong[-1] + 1), capfd)
    assert alone.count("make fuzz") == 1


def test_a_run_full_of_faults_is_given_up(capfd: pytest.CaptureFixture[str]) -> None:
    assert played(broken, range(10_000), capfd).count("make fuzz") <= MOST_TOLD + 1


def test_the_seed_is_told_before_anything_is_played() -> None:
    done = fuzz("parser", "--inputs", "1")
    assert re.match(r"Seed \d+: 1 inputs for parser\n", done.stdout)
    assert done.returncode == 0


def test_a_look_at_a_file_outside_is_seen(tmp_path: Path) -> None:
    outside = Outside(tmp_path / "outside")
    outside.drawing.stat()
    list((tmp_path / "outside").iterdir())
    assert outside.opened() == []
    outside.drawing.read_bytes()
    assert outside.opened() == ["drawing.svg"]
    assert outside.opened() == []
