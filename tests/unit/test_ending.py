"""What ends a command from outside is one line on standard error, and an exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.ending import ended
from tests.flows.packs import Writer
from tests.unit.test_command_line import ROOT, kiosk, refused
from tests.waiting import LIMIT

SAYING = (["--help"], ["export", "--help"], ["search", "hair"], ["doctor", "--format", "json"])


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give a folder of two short pages: how a command ends is no matter of how much it reads."""
    writer = Writer(tmp_path_factory.mktemp("pack"), ("en", "bn"))
    writer.page("one", "Words about hair.").page("one", "চুল, hair.", language="bn", label="এক")
    return str(writer.written())


def started(command: list[str], stdout: int, pack: str, **more: str) -> tuple[int, list[str]]:
    """Start the kiosk with a standard output; give its exit code and what it says on error."""
    program = [sys.executable, "-m", "kiosk", *command, "--content", pack]
    done = subprocess.run(
        program, cwd=ROOT, env={**os.environ, **more}, stdout=stdout, stderr=subprocess.PIPE,
        timeout=LIMIT, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr.decode().splitlines()


@pytest.mark.parametrize("command", SAYING, ids=" ".join)
def test_a_full_disk_at_its_output_is_one_line(command: list[str], pack: str) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    code, said = started(command, full, pack)
    os.close(full)
    assert (code, said) == (1, ["kiosk: What it says can't be written: No space left on device."])


def test_what_a_monitor_can_not_be_told_is_unknown_to_it(pack: str) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    code, said = started(["doctor", "--format", "nagios"], full, pack)
    os.close(full)
    assert (code, said) == (3, ["kiosk: What it says can't be written: No space left on device."])


@pytest.mark.parametrize("command", SAYING[1:3], ids=" ".join)
def test_who_listens_no_more_is_told_nothing(command: list[str], pack: str) -> None:
    read, write = os.pipe()
    os.close(read)
    assert started(command, write, pack) == (0, [])
    os.close(write)


@pytest.mark.parametrize("command", SAYING, ids=" ".join)
def test_an_output_that_is_closed_is_no_fault(command: list[str], pack: str) -> None:
    closed = ["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-m", "kiosk", *command]
    done = subprocess.run(
        [*closed, "--content", pack], cwd=ROOT, capture_output=True, timeout=LIMIT, check=False
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    assert done.returncode in (0, 1), "the doctor may find something"


def test_letters_that_a_terminal_has_not_are_written_as_numbers(pack: str) -> None:
    read, write = os.pipe()
    command = ["search", "hair", "--language", "bn"]
    code, said = started(command, write, pack, PYTHONIOENCODING="ascii")
    os.close(write)
    with os.fdopen(read) as stream:
        assert "\\u0" in stream.read()
    assert (code, said) == (0, [])


@pytest.mark.parametrize(
    "command",
    ["handout --out {}.pdf --content {pack}", "handout --out {}/a.pdf --content {pack}", "new {}",
     "set-pin --settings {}", "reviewed {}/en/a.md --reviewer A --next 2099-01-01",
     "export {} --content {pack}"],
)  # fmt: skip
def test_a_name_that_no_disk_takes_is_one_line(command: str, tmp_path: Path, pack: str) -> None:
    name = tmp_path / ("x" * 300)
    line = refused(kiosk(*command.format(name, pack=pack).split(), home=tmp_path), 1)
    assert str(name) in line
    assert "too long" in line
    assert line.endswith(".")


# Ctrl+C when the command calls a function, or when it imports a module.
INTERRUPTED = """
import importlib, os, signal, sys
from kiosk import __main__
place, function, folder, pack = sys.argv[1:]
def interrupted(*given, **named):
    os.kill(os.getpid(), signal.SIGINT)
if function:
    setattr(importlib.import_module(place), function, interrupted)
else:
    class Finder:
        def find_spec(self, name, *given):
            if name == place:
                interrupted()
    sys.meta_path.insert(0, Finder())
sys.exit(__main__.main(["export", folder, "--content", pack]))
"""


@pytest.mark.parametrize(
    ("place", "function"),
    [("kiosk.export.website", "website"), ("kiosk.export.export_folder", "_flush"),
     ("PySide6.QtCore", ""), ("kiosk.logs", "")],
)  # fmt: skip
def test_an_interrupt_is_one_line_and_leaves_nothing(
    place: str, function: str, tmp_path: Path, pack: str
) -> None:
    program = [sys.executable, "-c", INTERRUPTED, place, function, str(tmp_path / "site"), pack]
    done = subprocess.run(
        program, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "kiosk: stopped.\n")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "fault", [FileNotFoundError(errno.ENOENT, "gone", "x"), OSError(errno.EIO, "broken")]
)
def test_a_fault_of_the_program_itself_is_not_hidden(fault: OSError) -> None:
    with pytest.raises(OSError, match=fault.strerror):
        ended(_raising(fault))


def test_a_disk_that_is_full_is_told_though_nobody_says_which(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended(_raising(OSError(errno.ENOSPC, "No space left on device"))) == 1
    told = "kiosk: The disk: No space left on device. Make room there.\n"
    assert capsys.readouterr().err == told


def _raising(fault: OSError) -> Callable[[], int]:
    def command() -> int:
        raise fault

    return command
