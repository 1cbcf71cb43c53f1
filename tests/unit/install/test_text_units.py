"""What fetches texts on a machine, judged by systemd itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from kiosk.command_line.arguments import parser
from kiosk.delivery.command import SERVED
from kiosk.install.doctor.delivered_text import PLACE
from kiosk.shipped import shipped
from tests.unit.install.test_service import analyze

TEXTS = shipped("assets") / "deploy"
TIMER = "kiosk-text.timer"
SERVICES = ("kiosk-text.service", "kiosk-text-stick@.service")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """Copy them with a command and a user that this machine has."""
    for name in (*SERVICES, TIMER):
        text = (TEXTS / name).read_text("utf-8")
        text = text.replace("@USER@", "mail").replace("@KIOSK@", "/bin/true")
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_systemd_finds_no_fault_in_the_units(units: Path) -> None:
    for name in (*SERVICES, TIMER):
        done = analyze("verify", units / name)
        assert (done.returncode, done.stderr) == (0, ""), name


def test_systemd_calls_them_well_protected(units: Path) -> None:
    for name in SERVICES:
        done = analyze("security", "--offline=true", "--threshold=30", units / name)
        assert done.returncode == 0, done.stdout.splitlines()[-1]


def test_their_commands_are_the_kiosks() -> None:
    for name in SERVICES:
        [command] = re.findall(r"@KIOSK@ (text fetch[^'\n]*)", (TEXTS / name).read_text("utf-8"))
        parser().parse_args(command.split())


def test_they_keep_texts_where_the_kiosk_and_the_doctor_look() -> None:
    assert str(SERVED) == PLACE
    for name in SERVICES:
        said = (TEXTS / name).read_text("utf-8").splitlines()
        assert f"StateDirectory={SERVED.name}" in said
        assert any("XDG_STATE_HOME=/var/lib " in line for line in said)


def test_a_stick_is_left_alone_that_holds_no_text(tmp_path: Path) -> None:
    """The service's own line, without a stick and with one."""
    text = (TEXTS / "kiosk-text-stick@.service").read_text("utf-8")
    [line] = re.findall(r"^ExecStart=sh -c '(.*)'$", text, re.M)
    line = line.replace("/run/kiosk-text/%i", str(tmp_path)).replace("exec @KIOSK@", "echo")
    assert subprocess.check_output(["sh", "-c", line], text=True) == ""
    (tmp_path / "kiosk-text").mkdir()
    told = subprocess.check_output(["sh", "-c", line], text=True)
    assert told == f"text fetch --source {tmp_path}/kiosk-text\n"


def test_udev_begins_the_service_of_that_name() -> None:
    rule = (TEXTS / "90-kiosk-text.rules").read_text("utf-8")
    assert "kiosk-text-stick@%k.service" in rule
    assert (TEXTS / "kiosk-text-stick@.service").is_file()


def test_no_stick_is_looked_at_where_no_text_is_trusted() -> None:
    stick = (TEXTS / "kiosk-text-stick@.service").read_text("utf-8").splitlines()
    page = (shipped("assets").parent / "docs" / "fleet.md").read_text("utf-8")
    [file] = re.findall(r"^cp 1\.root\.json (\S+)", page, re.M)
    assert f"ConditionPathExists={file}" in stick
