"""What a kiosk tells of itself: what its doctor found, and whether it was used, by the quarter."""

from __future__ import annotations

import stat
from pathlib import Path

import msgspec
import pytest

from kiosk.__main__ import main
from kiosk.fleet.state import State, state_of
from kiosk.fleet.told import Told
from kiosk.install.doctor.diagnosis import Subject, Verdict
from kiosk.monitor.examination import Service
from kiosk.visit.quarter_hours import FILE, Use
from kiosk.whole_file import read_whole
from tests.unit.monitor.test_examination import FOUND, Place

QUARTER = 1_000_000 * 900.0
USED = Use(999_999, 999_999)


def test_health_is_the_doctors_without_what_is_well(tmp_path: Path) -> None:
    found = Place(tmp_path).examine()
    state = state_of(found, None, QUARTER)
    assert state.health is Verdict.FAIL
    assert [each.name for each in state.checks] == ["pin", "libraries"]
    assert [each.text for each in state.checks[1].findings] == ["one"]


def test_a_thousand_findings_are_one(tmp_path: Path) -> None:
    many = [Subject("pack").warn(f"page {each}", "Mend it.").found() for each in range(1000)]
    state = state_of(Place(tmp_path).examine([*FOUND, *many]), USED, QUARTER)
    assert len(msgspec.json.encode(state)) < 2000


def test_use_is_told_of_the_last_full_quarter_hour_only(tmp_path: Path) -> None:
    found = Place(tmp_path).examine()
    for second in (0, 1, 450, 899):
        assert state_of(found, USED, QUARTER + second).in_use is True
    assert state_of(found, USED, QUARTER + 900).in_use is False
    assert state_of(found, Use(1_000_000, None), QUARTER + 899).in_use is False
    assert state_of(found, None, QUARTER).in_use is None


def test_a_kiosk_that_does_not_run_is_not_called_used(tmp_path: Path) -> None:
    found = Place(tmp_path).examine()
    dead = msgspec.structs.replace(found, service=Service(state="failed"))
    assert state_of(dead, Use(999_999, None), QUARTER).in_use is None


def examined(folder: Path, settings: str) -> tuple[int, Path]:
    (folder / "settings.toml").write_text(settings, "utf-8")
    file = folder / "told.json"
    command = ["fleet", "examine", f"--file={file}", f"--settings={folder / 'settings.toml'}"]
    return main([*command, "--name=desk"]), file


def test_this_computer_is_examined_into_a_file_that_any_user_may_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_bytes(msgspec.json.encode(Use(0, None)))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    code, file = examined(tmp_path, 'broker = "here:1883"\n')
    told = read_whole(file, Told)
    assert (code, told.name, told.host, told.port) == (0, "desk", "here", 1883)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    state = msgspec.json.decode(told.state, type=State)
    assert state.in_use is True
    assert {each.state for each in state.checks} <= {Verdict.WARN, Verdict.FAIL}


def test_without_a_broker_nothing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "told.json").touch()
    code, file = examined(tmp_path, "")
    assert (code, file.exists()) == (0, False)
    assert "no broker" in capsys.readouterr().out


def test_settings_that_are_not_there_are_told_and_what_was_to_be_told_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "told.json"
    file.write_text("{}", "utf-8")
    assert main(["fleet", "examine", f"--file={file}", "--settings=/nowhere"]) == 1
    assert "/nowhere: there is no such file. Name one that is there." in caplog.text
    assert file.exists()
    caplog.clear()
