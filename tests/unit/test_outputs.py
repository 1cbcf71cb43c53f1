"""The compositor's outputs: its listing read, and a start that nothing wrong with them stops."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from kiosk import outputs as module
from kiosk.outputs import Output, arrange, changes, outputs
from kiosk.start import OUTPUTS_OFF as OFF
from kiosk.start import ROTATION

LISTING = """DP-1 "Dell 24" (DP-1)"
  Make: Dell
  Enabled: yes
  Modes:
    1920x1080 px, 60.000000 Hz (preferred, current)
  Position: 0,0
  Transform: normal
HDMI-A-2 "(null)"
  Enabled: no
"""
DP, HDMI = Output("DP-1", on=True, transform="normal"), Output("HDMI-A-2")


def test_the_listing_is_read_by_its_names_and_what_is_on() -> None:
    assert outputs(LISTING) == [DP, HDMI]
    assert outputs("") == []


def test_only_what_is_lit_and_not_so_already_is_changed() -> None:
    other = Output("HDMI-A-2", on=True, transform="90")
    assert changes([DP, HDMI], "90", ()) == ["--output", "DP-1", "--transform", "90"]
    assert changes([DP, other], "90", ["HDMI-A-2"]) == [
        *("--output", "DP-1", "--transform", "90"),
        *("--output", "HDMI-A-2", "--off"),
    ]
    assert changes([DP, HDMI], "normal", ["HDMI-A-2"]) == []
    assert changes([DP, other], "", ()) == []


def test_the_last_screen_that_is_lit_stays_lit() -> None:
    assert changes([DP, HDMI], "", ["DP-1"]) == []
    both = [DP, Output("HDMI-A-2", on=True, transform="normal")]
    assert "--off" not in changes(both, "90", ["DP-1", "HDMI-A-2"])


def program(folder: Path, body: str) -> dict[str, str]:
    """Put a wlr-randr into a folder, and give the environment of a kiosk that finds it."""
    file = folder / "wlr-randr"
    file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    file.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", ROTATION: "270", OFF: "HDMI-A-1 HDMI-A-2"}


def test_what_the_service_was_told_is_asked_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "listing").write_text(LISTING, "utf-8")
    arrange(program(tmp_path, f'echo "$*" >>{tmp_path}/calls; cat {tmp_path}/listing'))
    assert (tmp_path / "calls").read_text() == "\n--output DP-1 --transform 270\n"
    assert caplog.messages == []


def test_without_a_word_nothing_is_started(tmp_path: Path) -> None:
    arrange({**program(tmp_path, f"touch {tmp_path}/called"), ROTATION: "", OFF: ""})
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("echo 'no such protocol' >&2; exit 1", "no such protocol"),
        ("exit 3", "wlr-randr failed (3)"),
        ("exec sleep 600", "wlr-randr did not answer"),
        ("kill -9 $$", "wlr-randr failed (-9)"),
    ],
)
def test_what_goes_wrong_is_one_line_and_the_start_goes_on(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    body: str,
    why: str,
) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    with caplog.at_level(logging.INFO):
        arrange(program(tmp_path, body))
    (said,) = caplog.messages
    assert why in said
    caplog.clear()


def test_a_missing_program_and_a_rotation_that_is_none_stop_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    arrange({**program(tmp_path, "echo"), ROTATION: "45"})
    arrange({**program(tmp_path, "echo"), ROTATION: "left"})
    assert caplog.messages == []
    arrange({"PATH": "/nowhere", ROTATION: "90"})
    (said,) = caplog.messages
    assert "wlr-randr is not installed" in said
    caplog.clear()
