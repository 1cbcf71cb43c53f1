"""`kiosk handout` without a file: on the printer that is set, or one line with what to do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.flows.packs import Writer
from tests.flows.paperwork import run
from tests.unit.test_command_line import kiosk, refused

READY = "scheduler is running\nprinter Desk is idle.  enabled since Wed Mar  4 09:30:00 2026"
TAKES = 'echo "$@" > asked; for file; do :; done; cp "$file" taken.pdf'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    Writer(tmp_path / "pack").page("one", "Words.").page("two", "Elsewhere.").written()
    (tmp_path / "settings.toml").write_text('content = "pack"\nprinter = "Desk"\n', "utf-8")
    says(tmp_path, "lpstat", f"cat <<'END'\n{READY}\nEND")
    says(tmp_path, "lp", f"cd '{tmp_path}'; {TAKES}")
    return tmp_path


def says(home: Path, name: str, script: str) -> None:
    (home / "bin").mkdir(exist_ok=True)
    file = home / "bin" / name
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


def handout(
    home: Path, *more: str, path: str = "/usr/bin:/bin"
) -> subprocess.CompletedProcess[str]:
    settings = str(home / "settings.toml")
    return kiosk("handout", "--settings", settings, *more, home=home, PATH=f"{home / 'bin'}:{path}")


def test_a_page_is_printed_on_the_printer_that_is_set(home: Path) -> None:
    ran = handout(home, "--page", "one")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "Printed 1 page on Desk.\n", "")
    assert (home / "asked").read_text("utf-8").startswith("-d Desk -t one -- ")
    words = run("pdftotext", home / "taken.pdf", "-")
    assert "Words." in words
    assert "Elsewhere" not in words
    assert not [*home.glob("kiosk-leaflet-*")], "nothing is left behind"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo scheduler is not running", "CUPS does not answer. Run: sudo systemctl enable"),
        ("echo scheduler is running", "There is no printer Desk. Name one of those"),
        (f"echo '{READY.replace('is idle.  enabled', 'disabled')}'", "Desk is stopped. Look at"),
    ],
)
def test_a_printer_that_can_not_print_is_one_line(home: Path, script: str, told: str) -> None:
    says(home, "lpstat", script)
    assert told in refused(handout(home), 1)
    assert not (home / "asked").exists()


def test_what_cups_says_against_it_is_told(home: Path) -> None:
    says(home, "lp", "echo lp: Too large. >&2; exit 1")
    assert "The printer Desk does not take it: Too large. Ask: lpstat -p." in refused(
        handout(home), 1
    )


def test_without_a_printer_or_without_cups_it_says_what_to_do(home: Path) -> None:
    (home / "bin" / "lpstat").unlink()
    assert "lp is not installed. Run: sudo apt-get" in refused(handout(home, path="/nowhere"), 1)
    (home / "settings.toml").write_text('content = "pack"\n', "utf-8")
    line = refused(handout(home), 1)
    assert "No printer is set. Name one in the settings" in line
    assert "--out FILE.pdf." in line


def test_a_page_without_a_name_is_wrong_usage(home: Path) -> None:
    for empty in ("", " "):
        assert "name a page's file without .md" in refused(handout(home, "--page", empty), 2)
