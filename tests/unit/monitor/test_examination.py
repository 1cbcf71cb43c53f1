"""What monitors read: one object, its schema in docs, Nagios' line, Prometheus' figures."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from kiosk.__main__ import main
from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.monitor.examination import Examination, Screen, Service, examination
from kiosk.monitor.metrics import metrics, write_metrics
from kiosk.monitor.nagios import nagios
from kiosk.pack.editions import Editions
from tests.unit.monitor.test_edid import TIMING, edid, said

ROOT = Path(__file__).parents[3]
SCHEMA = ROOT / "docs" / "doctor.schema.json"
MONITORING = ROOT / "assets" / "deploy" / "monitoring"
NOW = datetime(2026, 11, 29, 10, 0, tzinfo=UTC)

SHOW = """\
ActiveState=active
NRestarts=3
ActiveEnterTimestampMonotonic=40000000
MemoryCurrent=123456789
"""

FOUND = [
    Subject("touch").fine("a screen"),
    Subject("pin").warn("none is set | at all", "Set one.").found(),
    Subject("libraries").fail("one", "Mend it.").found(),
    Subject("libraries").warn("two", "Mend that.").found(),
    Subject("disk").fine("900 MB are free").measured(900, "MB"),
    Subject("reviews").fine("none is overdue").measured(0),
]


class Place:
    """A computer in a folder whose systemd and journal say what they are told to."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "root"
        self.says("systemctl", SHOW)
        self.says("journalctl", "one\ntwo\n")
        self.write("/proc/uptime", b"100.50 1.00\n")
        self.setup = Setup(
            content=folder, assets=folder, file=folder, state=folder / "state", cache=folder
        )

    def write(self, place: str, data: bytes) -> None:
        file = self.root / place.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def says(self, command: str, words: str) -> None:
        self.write(f"/bin/{command}", f"#!/bin/sh\n/bin/cat <<'END'\n{words}END\n".encode())
        (self.root / "bin" / command).chmod(0o755)

    def examine(self, found: list[Diagnosis] = FOUND) -> Examination:
        machine = Machine(
            environment={"PATH": str(self.root / "bin")}, uid=0, now=NOW, root=self.root
        )
        return examination(machine, self.setup, found)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_check_is_one_entry_with_its_worst_state(place: Place) -> None:
    found = place.examine()
    assert [each.name for each in found.checks] == ["touch", "pin", "libraries", "disk", "reviews"]
    libraries, disk = found.checks[2:4]
    assert (libraries.state, len(libraries.findings)) == ("fail", 2)
    assert (disk.state, disk.value, disk.unit) == ("ok", 900, "MB")
    assert found.state == "fail"
    assert found.touch


def test_the_service_is_as_systemd_has_it(place: Place) -> None:
    assert place.examine().service == Service(
        state="active", ready=True, uptime=60, restarts=3, memory=123456789, errors=2
    )


@pytest.mark.parametrize("counted", ["18446744073709551615", "[not set]", ""])
def test_memory_that_nobody_counts_is_none(place: Place, counted: str) -> None:
    place.says("systemctl", f"ActiveState=inactive\nMemoryCurrent={counted}\n")
    service = place.examine().service
    assert (service.memory, service.ready, service.uptime, service.errors) == (0, False, 0, 0)


def test_a_machine_without_systemd_has_no_service(place: Place) -> None:
    (place.root / "bin" / "systemctl").unlink()
    assert place.examine().service == Service()


def test_only_screens_that_are_connected_are_told(place: Place) -> None:
    for socket, status in (("HDMI-A-1", "disconnected"), ("DP-2", "connected")):
        place.write(f"/sys/class/drm/card1-{socket}/status", f"{status}\n".encode())
    place.write("/sys/class/drm/card1-DP-2/edid", edid(TIMING, said(0xFC, "P2418HT"), serial=7))
    place.write("/sys/class/drm/card1-DP-2/modes", b"1920x1080\n1280x720\n")
    assert place.examine().screens == (
        Screen(
            connector="DP-2", make="DEL", model="P2418HT", serial="7", width=476, height=268,
            mode="1920x1080",
        ),
    )  # fmt: skip


def test_the_text_that_is_shown_is_told(place: Place, tmp_path: Path) -> None:
    content = tmp_path / "text"
    content.mkdir()
    (content / "pack.toml").write_text("words", "utf-8")
    place.setup = msgspec.structs.replace(place.setup, content=content)
    assert place.examine().edition is None
    made = Editions(place.setup.state, content, lambda: NOW).publish(lambda folder: ())
    edition = place.examine().edition
    assert edition is not None
    assert made.edition.startswith(edition.version)
    assert edition.made == "2026-11-29T10:00:00+00:00"


def test_the_schema_in_docs_is_the_one_of_the_code() -> None:
    assert json.loads(SCHEMA.read_text("utf-8")) == msgspec.json.schema(Examination)


def test_nagios_reads_one_line_and_a_code(place: Place) -> None:
    line, code = nagios(place.examine())
    assert code == 2
    words, figures = line.split(" | ")
    assert words == "KIOSK CRITICAL - libraries: one (and 2 more)"
    assert "disk=900MB reviews=0" in figures
    assert all(re.fullmatch(r"\w+=[0-9.e+-]+[a-zA-Z]*", each) for each in figures.split())
    line, code = nagios(place.examine([FOUND[1]]))
    assert (line.split(" | ")[0], code) == ("KIOSK WARNING - pin: none is set / at all", 1)
    line, code = nagios(place.examine([FOUND[0], FOUND[4]]))
    assert (line.split(" | ")[0], code) == ("KIOSK OK - 2 checks passed", 0)


def test_nagios_is_told_when_the_examination_itself_breaks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**asked: object) -> None:
        raise ZeroDivisionError("why\nand | how")

    monkeypatch.setattr("kiosk.monitor.command.examine_here", broken)
    assert main(["doctor", "--format", "nagios"]) == 3
    assert capsys.readouterr().out == "KIOSK UNKNOWN - ZeroDivisionError: why and / how\n"


def judged(text: str, *check: str) -> None:
    done = subprocess.run(
        ["promtool", "check", *check], input=text, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_prometheus_own_judge_finds_nothing_to_say(place: Place, tmp_path: Path) -> None:
    content = tmp_path / "text"
    content.mkdir()
    place.setup = msgspec.structs.replace(place.setup, content=content)
    Editions(place.setup.state, content, lambda: NOW).publish(lambda folder: ())
    text = metrics(place.examine())
    judged(text, "metrics")
    assert 'kiosk_check_state{check="libraries"} 2\n' in text
    assert "kiosk_disk_free_bytes 900000000\n" in text
    assert "kiosk_edition_timestamp_seconds 1795946400\n" in text
    assert 'kiosk_findings{state="warn"} 2\n' in text


def test_the_figures_are_a_whole_file_that_everybody_may_read(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "kiosk.prom"
    file.write_text("before", "utf-8")
    file.chmod(0o600)
    write_metrics(file, metrics(place.examine()))
    assert file.read_text("utf-8") == metrics(place.examine())
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert [each.name for each in tmp_path.glob("*.prom*")] == ["kiosk.prom"]


@pytest.mark.parametrize(("name", "says"), [("kiosk.txt", "end in .prom"), ("no/a.prom", "folder")])
def test_a_file_that_nobody_would_read_is_refused(
    tmp_path: Path, name: str, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert main(["metrics", "--textfile", str(tmp_path / name)]) == 1
    assert says in caplog.text
    assert [*tmp_path.iterdir()] == []


def test_settings_that_are_not_there_are_no_figures(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "kiosk.prom"
    named = ["metrics", "--settings", str(tmp_path / "none"), "--textfile", str(file)]
    assert main(named) == 1
    assert "there is no such settings file" in caplog.text
    assert not file.exists()


def test_a_link_stays_one_and_no_device_is_replaced(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    link, pipe = tmp_path / "link.prom", tmp_path / "pipe.prom"
    link.symlink_to(tmp_path / "real.prom")
    assert main(["metrics", "--textfile", str(link)]) == 0
    assert link.is_symlink()
    assert "kiosk_up" in (tmp_path / "real.prom").read_text("utf-8")
    os.mkfifo(pipe)
    assert main(["metrics", "--textfile", str(pipe)]) == 1
    assert pipe.is_fifo()
    assert "no regular file" in caplog.text


def test_rules_and_dashboard_ask_for_figures_that_there_are(place: Place) -> None:
    rules = (MONITORING / "alerts.yml").read_text("utf-8")
    judged(rules, "rules", str(MONITORING / "alerts.yml"))
    board = (MONITORING / "dashboard.json").read_text("utf-8")
    place.setup.state.mkdir()
    there = set(re.findall(r"^# TYPE (\w+)", metrics(place.examine()), re.MULTILINE))
    there |= EDITION | MEASURED
    asked = set(re.findall(r"\bkiosk_\w+", rules + board))
    assert asked
    assert asked <= there, asked - there


EDITION = {"kiosk_edition_timestamp_seconds", "kiosk_edition_set_aside"}
MEASURED = {"kiosk_clock_synchronized"}
