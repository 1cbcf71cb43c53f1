"""The command line: exit codes 0, 1 and 2, one line on standard error, never a traceback."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk import __version__
from kiosk.command_line.arguments import parser, read
from kiosk.counts.counts_file import CountsFile
from kiosk.counts.tally import Counted
from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from kiosk.shipped import FOR_AUTHORS, shipped
from kiosk.ui.qt.application import StartError, choose_platform
from tests.flows.forked import kiosk_command
from tests.flows.packs import Writer
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[2]

COMMANDS = ("run", "snapshot", "reviewed", "search")

KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


def kiosk(*arguments: str | Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Start the kiosk as a user does, in an environment that holds nothing but this.

    What is for Python itself, and where no command is named, takes a start from nothing.
    """
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment |= {
        "HOME": str(home), "LANG": "C.UTF-8", "TMPDIR": str(home),
        "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CONFIG_DIRS": str(home / "machine"), "XDG_RUNTIME_DIR": str(home), **more,
    }  # fmt: skip
    words = [str(each) for each in arguments]
    if words[0] in COMMANDS and "PYTHONWARNINGS" not in more:
        return kiosk_command(*words, environment=environment)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip


def refused(ran: subprocess.CompletedProcess[str], code: int) -> str:
    """Give the one line on standard error."""
    assert "Traceback" not in ran.stderr, ran.stderr
    assert ran.returncode == code, ran.stderr
    assert ran.stdout == ""
    [line] = ran.stderr.splitlines()
    assert line.startswith("kiosk")
    return line


WRONG = (
    "", "dance", "run --size big", "run --size 1920", "run --size 0x0", "run --size 10x10",
    "run --size 99999x99999", "run --size 1920x-1080", "run --nothing", "snapshot",
    "snapshot --out", "snapshot --out x --text-size 50", "snapshot --out x --text-size a",
    "snapshot --out x --diagonal nan", "snapshot --out x --diagonal 1",
    "snapshot --out x --size ²00x¹00",
    "reviewed en/a.md", "reviewed en/a.md --reviewer A", "reviewed en/a.md --next 2030-01-01",
    "reviewed en/a.md --reviewer A --next 1.1.2030",
    "reviewed en/a.md --reviewer A --next 20300101",
    "reviewed en/a.md --reviewer A --next 2030-02-30",
    "report --month 2026-13", "report --month 11.2026",
    "publish release x --ring early", "publish init x --root 3/2",
    "search", "search a --format sarif", "run --locked --windowed",
    "run --locked --size 800x600",
)  # fmt: skip


def test_wrong_usage_is_two(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked of what reads the command line: a process for each takes half a second."""
    for arguments in WRONG:
        with pytest.raises(SystemExit) as ended:
            read(arguments.split())
        said = capsys.readouterr()
        assert (ended.value.code, said.out) == (2, ""), arguments
        [line] = said.err.splitlines()
        assert line.startswith("kiosk"), arguments
        assert "--help)" in line, arguments


def options_of(line: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """Give every option and command, with the commands before it."""
    found: dict[str, argparse.Action] = {}
    for action in line._actions:
        found[" ".join(action.option_strings) or action.dest] = action
        if isinstance(action, argparse._SubParsersAction):
            for word, each in action.choices.items():
                found |= {f"{word} {name}": option for name, option in options_of(each).items()}
    return found


def test_the_manual_page_is_made_of_every_option_and_a_start_of_its_own_alone() -> None:
    whole, own = options_of(parser()), options_of(parser("run"))
    assert {"run --locked", "publish init --root", "fleet examine --name"} <= whole.keys()
    assert {name for name in own if " " in name} - {"-h --help"} == {
        name for name in whole if name.startswith("run ")
    }


def test_a_command_that_is_used_wrongly_writes_nothing(tmp_path: Path) -> None:
    line = refused(kiosk("run", "--size", "big", home=tmp_path), 2)
    assert "--help)" in line
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_asking_about_the_program_is_no_fault(tmp_path: Path, option: str) -> None:
    ran = kiosk(option, home=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert option == "--help" or ran.stdout == f"kiosk {__version__}\n"


def test_a_pack_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    place = tmp_path / "nowhere"
    line = refused(kiosk("snapshot", "--out", tmp_path / "o", "--content", place, home=tmp_path), 1)
    assert str(place / "pack.toml") in line


@pytest.mark.parametrize("command", ["check", "handout", "export", "report"])
def test_where_the_authors_libraries_are_missing_their_package_is_named(
    tmp_path: Path, command: str
) -> None:
    for name in FOR_AUTHORS:
        missing = f"raise ModuleNotFoundError('No module named {name}', name='{name}')\n"
        (tmp_path / f"{name}.py").write_text(missing, "utf-8")
    counts = tmp_path / "counts.sqlite"
    CountsFile(counts).add({Counted(date(2025, 1, 1), "visit", "en"): 9})
    report = ["--month", "2025-01", "--counts", str(counts), "--out", "a.pdf"]
    where = {"check": [], "handout": ["--out", "a.pdf"], "export": ["site"], "report": report}[
        command
    ]
    ran = kiosk(command, *where, home=tmp_path, PYTHONPATH=str(tmp_path))
    assert "clinic-kiosk-authors" in refused(ran, 1)


def test_a_table_of_counts_needs_no_authors_library(tmp_path: Path) -> None:
    for name in FOR_AUTHORS:
        missing = f"raise ModuleNotFoundError('No module named {name}', name='{name}')\n"
        (tmp_path / f"{name}.py").write_text(missing, "utf-8")
    counts, table = tmp_path / "counts.sqlite", tmp_path / "a.csv"
    CountsFile(counts).add({Counted(date(2025, 1, 1), "visit", "en"): 9})
    month = ["--month", "2025-01", "--counts", str(counts), "--csv", str(table)]
    ran = kiosk("report", *month, home=tmp_path, PYTHONPATH=str(tmp_path))
    assert (ran.returncode, ran.stdout) == (0, f"Wrote {table}.\n")
    assert b"2025-01,visit,,,,en,9" in table.read_bytes()


def test_a_review_is_written_or_refused_in_one_line(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    page = next(pack.glob("*/one.md"))
    wishes = ("--reviewer", "Dr B. Doctor, GP", "--next", "2099-01-01")
    line = refused(kiosk("reviewed", pack / "pack.toml", *wishes, home=tmp_path), 1)
    assert "this is no page of a pack" in line
    late = ("--reviewer", "Dr B. Doctor, GP", "--next", "2020-01-01")
    assert "2020-01-01" in refused(kiosk("reviewed", page, *late, home=tmp_path), 1)
    ran = kiosk("reviewed", page, *wishes, home=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Dr B. Doctor, GP has reviewed it" in ran.stdout
    assert "digest: " in page.read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"title = ", b"title = 3\n", b"\xff\xfe", b"[[tabs]]\n"])
def test_a_broken_pack_is_named_in_one_line(tmp_path: Path, content: bytes) -> None:
    pack = Writer(tmp_path).page("one").written()
    (pack / "pack.toml").write_bytes(content)
    with pytest.raises(ContentError, match=r"pack\.toml") as told:
        load_pack(pack, assets=shipped("assets"))
    assert "\n" not in str(told.value)


def test_a_command_that_is_given_a_broken_pack_ends_with_its_line(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    (pack / "pack.toml").write_bytes(b"title = ")
    line = refused(kiosk("snapshot", "--out", tmp_path / "o", "--content", pack, home=tmp_path), 1)
    assert "pack.toml" in line


def test_an_unknown_language_tells_which_there_are(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack", ("en", "bn")).page("one").written()
    line = refused(
        kiosk("snapshot", "--out", tmp_path / "o", "--content", pack, "--language", "xx",
              home=tmp_path), 1,
    )  # fmt: skip
    assert "'xx'" in line
    assert "en, bn" in line


@pytest.mark.parametrize("place", ["/proc/nothing", "file"])
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    out = place if place.startswith("/") else str(tmp_path / place)
    line = refused(kiosk("snapshot", "--out", out, home=tmp_path), 1)
    assert out in line
    assert "another folder" in line


def test_the_platform_that_anybody_can_watch_is_refused(tmp_path: Path) -> None:
    line = refused(kiosk("run", home=tmp_path, QT_QPA_PLATFORM="xcb;vnc"), 1)
    assert "vnc" in line
    assert "Unset" in line


def test_a_settings_file_that_is_missing_is_named(tmp_path: Path) -> None:
    line = refused(kiosk("run", "--settings", tmp_path / "no.toml", home=tmp_path), 1)
    assert str(tmp_path / "no.toml") in line


def test_a_settings_file_that_is_torn_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("diagonal = 21.5\nsou", "utf-8")
    assert f"{file}: no line" in refused(kiosk("run", "--settings", file, home=tmp_path), 1)


def test_snapshot_writes_a_picture_of_every_pane(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").page("two").written()
    out = tmp_path / "deep" / "out"
    ran = kiosk("snapshot", "--out", out, "--content", pack, "--size", "640x480", home=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [str(out / "one.png"), str(out / "two.png")]
    for file in sorted(out.iterdir()):
        image = QImage(str(file))
        assert (image.width(), image.height()) == (640, 480)


def test_run_without_a_display_writes_pictures_and_says_where(tmp_path: Path) -> None:
    ran = kiosk("run", "--size", "1280x800", home=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    first, *files = ran.stdout.splitlines()
    assert "no display" in first
    named = [Path(file).stem for file in files]
    assert [name for name in named if "-" not in name] == [
        "overview", "procedure", "types", "risks", "faq",
    ]  # fmt: skip
    assert {"overview-works", "risks-serious"} <= set(named), "what the doors lead to"
    assert all(Path(file).parent.parent == tmp_path for file in files)
    assert not any(QImage(file).isNull() for file in files)


def test_a_locked_kiosk_without_a_display_says_so_and_writes_nothing(tmp_path: Path) -> None:
    line = refused(kiosk("run", "--locked", home=tmp_path), 1)
    assert "no display" in line
    assert not list(tmp_path.glob("kiosk-panes-*"))


def test_a_display_that_does_not_answer_is_no_crash(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    ran = kiosk("run", "--size", "640x480", "--content", pack, home=tmp_path, DISPLAY=":987")
    assert ran.returncode == 0
    assert "no display" in ran.stdout
    assert ran.stderr == ""


def test_no_python_warning_is_raised_on_the_way(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    ran = kiosk(
        "snapshot", "--out", tmp_path / "o", "--content", pack, "--size", "640x480", home=tmp_path,
        PYTHONWARNINGS="error",
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, "xcb;offscreen"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland;offscreen"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "wayland;xcb;offscreen"),
        ({"QT_QPA_PLATFORM": "eglfs", "DISPLAY": ":0"}, "eglfs"),
        ({"DISPLAY": ""}, "offscreen"),
    ],
)
def test_the_platform_follows_from_the_environment(
    environment: dict[str, str], platforms: str
) -> None:
    assert choose_platform(environment) == platforms


@pytest.mark.parametrize("platform", ["vnc", "vnc:port=5901", "xcb;vnc", "minimal;vnc"])
def test_a_platform_with_vnc_in_it_is_no_choice(platform: str) -> None:
    with pytest.raises(StartError):
        choose_platform({"QT_QPA_PLATFORM": platform})


def test_a_search_prints_what_a_patient_would_get(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one", "## The end {#end}\n\nIt hurts.").written()
    ran = kiosk("search", "it", "hurts", "--content", pack, home=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "One › The end\nIt hurts.\n"
    ran = kiosk("search", "hutrs", "--content", pack, "--format", "json", home=tmp_path)
    told = json.loads(ran.stdout)
    [found] = told["results"]
    kept = {name: found[name] for name in ("page", "anchor", "title", "text", "guess")}
    assert kept == {
        "page": "one", "anchor": "end", "title": "The end", "text": "It hurts.", "guess": True
    }  # fmt: skip
    assert told["meant"] == "hurts"
    ran = kiosk("search", "parking", "--content", pack, home=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, 'Nothing for "parking".\n', "")
    line = refused(kiosk("search", "a", "--content", pack, "--language", "xx", home=tmp_path), 1)
    assert "'xx'" in line


def test_a_search_names_the_language_in_which_there_is_more(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "pack", ("en", "bn")).page("one", "It hurts.")
    pack = writer.page("one", "ব্যথা হয়।", language="bn").written()
    ran = kiosk("search", "ব্যথা", "--content", pack, home=tmp_path)
    assert ran.stdout.endswith("\nThere is more in another language: add --language bn.\n")
    ran = kiosk("search", "ব্যথা", "--content", pack, "--language", "bn", home=tmp_path)
    assert "ব্যথা হয়।" in ran.stdout
    assert "another language" not in ran.stdout


def test_a_search_says_which_page_it_left_out(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one", "It hurts.").page("two").written()
    (pack / "en/two.md").write_bytes(b"\xff")
    ran = kiosk("search", "hurts", "--content", pack, home=tmp_path)
    assert ran.returncode == 0
    assert "It hurts." in ran.stdout
    [line] = ran.stderr.splitlines()
    assert "two.md:1" in line


@pytest.mark.parametrize(
    "words",
    [
        ("set-pin", "--stdin", "--settings"),
        ("handout", "--content", "content", "--out"),
        ("publish", "init"),
        ("metrics", "--textfile"),
    ],
)
def test_a_link_that_leads_round_in_a_ring_is_told_in_one_line(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ring = tmp_path / "ring"
    ring.symlink_to(ring)
    ran = kiosk(*words, ring, home=tmp_path)
    assert "Traceback" not in ran.stderr
    assert ran.returncode in (1, 2)
    assert ran.stderr.count("\n") == 1
    assert str(ring) in ran.stderr
    assert ring.is_symlink()
