"""What the settings say of the screen, handed on to cage, udev and the service."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.install.changes import Changes
from kiosk.install.set_screen import (
    HEAD,
    SERVICE,
    TOUCH,
    cage_turns,
    machine_settings,
    screen_files,
    set_screen,
    take_away,
    touch_matrix,
)
from kiosk.settings.settings import Settings
from tests.unit.install.test_service import DEPLOY

CORNERS: dict[str, tuple[float, float]] = {
    "top left": (0, 0),
    "top right": (1, 0),
    "bottom right": (1, 1),
    "bottom left": (0, 1),
}
"""Where each corner is, from left to right and downwards."""

PANEL = {
    0: ("top left", "top right"),
    90: ("bottom left", "top left"),
    180: ("bottom right", "bottom left"),
    270: ("top right", "bottom right"),
}
"""On which of the panel's corners the picture's two upper ones stand, if it hangs turned clockwise
by so many degrees. That the picture stands so is seen in tests/cage/test_arranged.py."""


def touched(settings: Settings, x: float, y: float) -> tuple[float, float]:
    """Give where on the picture a finger at this place of the panel counts."""
    a, b, c, d, e, f = touch_matrix(settings)
    return a * x + b * y + c, d * x + e * y + f


@pytest.mark.parametrize("rotation", PANEL)
def test_a_finger_on_a_corner_of_the_picture_counts_there(rotation: int) -> None:
    settings = Settings(rotation=rotation)  # type: ignore[arg-type]
    left, right = PANEL[rotation]
    assert touched(settings, *CORNERS[left]) == CORNERS["top left"]
    assert touched(settings, *CORNERS[right]) == CORNERS["top right"]
    assert touched(settings, 0.5, 0.5) == (0.5, 0.5)


def test_what_is_wrong_with_the_panel_is_set_right_before_the_picture_is_turned() -> None:
    mirrored = Settings(rotation=90, touch_calibration=(-1, 0, 1, 0, 1, 0))
    # The picture's upper left corner is on the panel's lower left one, which it calls lower right.
    assert touched(mirrored, *CORNERS["bottom right"]) == CORNERS["top left"]


def test_a_cage_that_turns_is_told_and_another_one_is_asked_later() -> None:
    turned = Settings(rotation=270, screens="last")
    assert screen_files(turned, cage_turns=True)[SERVICE] == (f"{HEAD}CAGE_OPTIONS=-r -r -r\n"), (
        "cage 0.1.4 dies of -m last"
    )
    assert screen_files(turned, cage_turns=False)[SERVICE] == (
        f"{HEAD}KIOSK_ROTATION=270\nCAGE_OPTIONS=-m last\n"
    )
    off = Settings(outputs_off=("HDMI-A-2", "DP-1"))
    assert screen_files(off, cage_turns=True) == {
        SERVICE: f"{HEAD}KIOSK_OUTPUTS_OFF=HDMI-A-2 DP-1\n",
        TOUCH: "",
    }


def test_defaults_leave_no_file(tmp_path: Path) -> None:
    said: list[str] = []
    changes = Changes(tmp_path, say=said.append)
    set_screen(changes, Settings(), cage_turns=False)
    assert said == []
    set_screen(changes, Settings(rotation=90), cage_turns=False)
    assert [line[:4] for line in said] == ["done", "done"]
    said.clear()
    set_screen(changes, Settings(rotation=90), cage_turns=False)
    assert [line[:5] for line in said] == ["is so", "is so"]
    set_screen(changes, Settings(), cage_turns=False)
    set_screen(changes, Settings(screens="last"), cage_turns=False)
    take_away(changes)
    assert not changes.has(SERVICE)
    assert not changes.has(TOUCH)


def test_udev_hears_only_of_a_change(tmp_path: Path) -> None:
    ran: list[str] = []
    changes = Changes(tmp_path, run=lambda command: ran.append(command[1]), say=lambda words: None)
    (tmp_path / "run/udev").mkdir(parents=True)
    (tmp_path / "run/udev/control").touch()
    set_screen(changes, Settings(rotation=90), cage_turns=False)
    assert ran == ["control", "trigger"]
    set_screen(changes, Settings(rotation=90, screens="last"), cage_turns=False)
    assert len(ran) == 2
    take_away(changes)
    assert len(ran) == 4


def test_a_machine_without_settings_has_the_defaults(tmp_path: Path) -> None:
    changes, file = Changes(tmp_path, say=lambda words: None), Path("/etc/xdg/kiosk/settings.toml")
    assert machine_settings(changes, file) == Settings()
    drop_in = tmp_path / "etc/xdg/kiosk/settings.d/10-screen.toml"
    drop_in.parent.mkdir(parents=True)
    drop_in.write_text("rotation = 180\n", "utf-8")
    assert machine_settings(changes, file) == Settings(rotation=180)


def test_cage_is_asked_what_it_can() -> None:
    assert cage_turns(["echo", "Usage\n -r\t Rotate the output"])
    assert not cage_turns(["echo", "Usage\n -d\t Don't draw decorations, or -r"])
    assert not cage_turns(["no-cage-of-this-name"])


def test_udev_finds_no_fault_in_the_rule(tmp_path: Path) -> None:
    tool = shutil.which("udevadm")
    if not tool or "verify" not in _help(tool):
        pytest.skip("udevadm can judge rules from systemd 254 on")
    settings = Settings(rotation=90, touch_calibration=(1.111, 0, -0.0556, 0, 1.111, -0.0556))
    file = tmp_path / TOUCH.name
    file.write_text(screen_files(settings, cage_turns=False)[TOUCH], "utf-8")
    done = subprocess.run([tool, "verify", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _help(tool: str) -> str:
    return subprocess.run([tool, "--help"], capture_output=True, text=True, check=False).stdout


def test_systemd_reads_what_cage_is_told_and_nothing_else_stands_in_the_service() -> None:
    unit = (DEPLOY / "kiosk.service").read_text("utf-8")
    assert f"EnvironmentFile=-{SERVICE}\n" in unit
    assert "Environment=CAGE_OPTIONS=\n" in unit


def test_only_root_may(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert main(["set-screen"]) == 1
    assert capsys.readouterr().err == ("kiosk: Only root may do this. Run: sudo kiosk set-screen\n")
