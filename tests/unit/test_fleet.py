"""What sets many machines up without a hand says only what the kiosk and Debian understand."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from kiosk.command_line.arguments import parser
from kiosk.install.installer import SETTINGS
from kiosk.settings.settings_files import DROP_INS, load_settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "assets" / "deploy"
ROLE = DEPLOY / "ansible" / "roles" / "kiosk"


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


def test_the_roles_commands_are_the_kiosks() -> None:
    tasks = [task.get("ansible.builtin.command", {}) for task in read(ROLE / "tasks/main.yml")]
    commands = [task["argv"][1:] for task in tasks if task.get("argv", [""])[0] == "kiosk"]
    assert [each[0] for each in commands] == ["set-pin", "set-screen", "settings", "doctor"]
    for words in commands:
        parser().parse_args(words)


def test_the_pin_is_in_no_argument_and_no_log() -> None:
    (task,) = [
        each
        for each in read(ROLE / "tasks/main.yml")
        if "set-pin" in each.get("ansible.builtin.command", {}).get("argv", [])
    ]
    assert task["no_log"] is True
    assert "kiosk_pin" not in str(task["ansible.builtin.command"]["argv"])


def test_every_variable_of_the_role_is_told_and_has_a_default() -> None:
    defaults = read(ROLE / "defaults/main.yml")
    page = (ROOT / "docs" / "fleet.md").read_text("utf-8")
    told = set(re.findall(r"`(kiosk_\w+)[`:]", page))
    assert told <= defaults.keys()
    assert defaults.keys() - told == {"kiosk_names", "kiosk_also"}
    hosts = read(DEPLOY / "ansible/inventory.example.yml")["kiosks"]
    assert hosts["vars"].keys() <= defaults.keys()


def test_the_settings_of_the_examples_hold(tmp_path: Path) -> None:
    for number, file in enumerate(read(DEPLOY / "cloud-init.yaml")["write_files"]):
        place = Path(file["path"])
        assert place.parent == SETTINGS.parent / DROP_INS
        drop_in = tmp_path / f"{number}.toml"
        drop_in.write_text(file["content"], "utf-8")
        load_settings(drop_in)


def test_debconf_finds_no_fault_in_the_preseed_file(tmp_path: Path) -> None:
    tool = shutil.which("debconf-set-selections")
    if not tool:
        pytest.skip("only Debian has debconf")
    text = (DEPLOY / "preseed.cfg").read_text("utf-8")
    torn = tmp_path / "torn.cfg"
    torn.write_text(text.replace("d-i clock-setup/utc boolean true", "clock-setup/utc"), "utf-8")
    for file, code in ((DEPLOY / "preseed.cfg", 0), (torn, 1)):
        done = subprocess.run([tool, "-c", file], capture_output=True, text=True, check=False)
        assert bool(done.returncode) == bool(code), done.stderr
