"""Installing and taking away: on a real file system below a folder, with systemd's own tools."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.install.changes import Changes, InstallError, run_command
from kiosk.install.installer import (
    CTRL_ALT_DEL,
    FILES,
    NEEDED,
    OWN,
    PROGRAMS,
    RECORD,
    SETTINGS,
    UNIT,
    WANTED,
    Installer,
    start_command,
)
from kiosk.install.set_screen import SERVICE, TOUCH
from kiosk.settings.settings import Settings
from kiosk.settings.settings_files import SettingsError, load_settings
from kiosk.shipped import shipped

DEPLOY = shipped("assets") / "deploy"
PYTHON = Path("/opt/kiosk/.venv/bin/python")
PACKAGE = Path("/opt/kiosk/kiosk")

KEEPER = "keeper"
"""A user of the machine below the folder, with the number of whoever runs the tests."""

Tree = dict[str, tuple[int, int, bytes]]


class Machine:
    """A file system as Debian has it before the kiosk comes, as far as it matters here."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said: list[str] = []
        self.commands: list[Sequence[str]] = []
        for folder in (
            "etc/systemd/system",
            "etc/xdg/systemd",
            "usr/local/bin",
            "var/lib",
            "var/cache",
        ):
            (root / folder).mkdir(parents=True, exist_ok=True)
        me = f"{KEEPER}:x:{os.getuid()}:{os.getgid()}::/:/usr/sbin/nologin\n"
        if os.getuid() == 0:
            me = f"{KEEPER}:x:4711:4711::/:/usr/sbin/nologin\n"
        self.write("etc/passwd", f"root:x:0:0:root:/root:/bin/bash\n{me}")
        self.write("etc/group", "root:x:0:\nvideo:x:44:\naudio:x:29:\n")
        self.write("etc/shadow", "root:*:1::::::\n", 0o640)
        self.write("etc/gshadow", "root:*::\nvideo:!::\naudio:!::\n", 0o640)

    def write(self, name: str, text: str, mode: int = 0o644) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(mode)

    def at(self, path: Path) -> Path:
        return self.root / path.relative_to("/")

    def run(self, command: Sequence[str]) -> None:
        self.commands.append(command)
        if command[0] != str(PYTHON):  # no kiosk lies below this root that could be compiled
            run_command(command)

    def installer(
        self,
        *,
        run: Callable[[Sequence[str]], None] | None = None,
        dry: bool = False,
        python: Path = PYTHON,
    ) -> Installer:
        changes = Changes(self.root, run=run or self.run, say=self.said.append, dry=dry)
        return Installer(changes, DEPLOY, python, PACKAGE)

    def tree(self) -> Tree:
        """Every path with mode, owner and bytes, without the copies that shadow-utils keeps."""
        found = {}
        for path in sorted(self.root.rglob("*")):
            here = path.lstat()
            data = b""
            if path.is_symlink():
                data = os.readlink(path).encode()
            elif path.is_file():
                data = path.read_bytes()
            found[str(path.relative_to(self.root))] = (here.st_mode, here.st_uid, data)
        return {name: what for name, what in found.items() if not re.fullmatch(r"etc/\w+-", name)}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "root")


def test_uninstall_leaves_the_tree_byte_for_byte_as_it_was(machine: Machine) -> None:
    before = machine.tree()
    machine.installer().install(KEEPER)
    machine.write("var/lib/kiosk/health/records", "kept at run time")
    machine.write("var/cache/kiosk/pages/aa.page", "kept at run time")
    assert machine.at(WANTED).is_symlink()
    assert len(machine.tree()) > len(before) + 8
    machine.installer().uninstall()
    assert machine.tree() == before


@pytest.mark.skipif(os.getuid() != 0, reason="only root makes users")
def test_a_user_is_made_without_a_way_to_log_in_and_goes_again(machine: Machine) -> None:
    before = machine.tree()
    machine.installer().install("kiosk")
    (line,) = re.findall("^kiosk:.*$", machine.at(Path("/etc/passwd")).read_text(), re.MULTILINE)
    name, _, uid, _, _, home, shell = line.split(":")
    assert (name, home, shell) == ("kiosk", "/var/lib/kiosk", "/usr/sbin/nologin")
    assert 0 < int(uid) < 1000
    assert re.search("^kiosk:!", machine.at(Path("/etc/shadow")).read_text(), re.MULTILINE)
    assert machine.at(SETTINGS).stat().st_uid == int(uid)
    machine.installer().uninstall()
    assert machine.tree() == before


def test_a_second_install_changes_nothing(machine: Machine) -> None:
    machine.installer().install(KEEPER)
    before, links = machine.tree(), machine.at(WANTED).lstat().st_mtime_ns
    machine.said.clear()
    machine.installer().install(KEEPER)
    assert machine.tree() == before
    assert machine.at(WANTED).lstat().st_mtime_ns == links
    assert [line for line in machine.said if line.startswith("done")] == [
        "done   the program compiled, for fast starts"
    ]
    machine.installer().uninstall()


def test_a_second_install_mends_what_was_changed(machine: Machine) -> None:
    machine.installer().install(KEEPER)
    before = machine.tree()
    machine.at(WANTED).unlink()
    machine.at(FILES[0].path).write_text("torn")
    machine.at(FILES[1].path).unlink()
    machine.at(FILES[-1].path).chmod(0o600)
    machine.installer().install(KEEPER)
    assert machine.tree() == before


def test_settings_that_are_there_stay_before_and_after(machine: Machine) -> None:
    machine.write("etc/xdg/kiosk/settings.toml", "diagonal = 43\n", 0o600)
    before = machine.tree()
    machine.installer().install(KEEPER)
    assert machine.at(SETTINGS).read_text() == "diagonal = 43\n"
    machine.installer().uninstall()
    assert machine.tree() == before


def test_what_the_settings_say_of_the_screen_comes_and_goes(machine: Machine) -> None:
    machine.write("etc/xdg/kiosk/settings.toml", "rotation = 90\n", 0o600)
    before = machine.tree()
    machine.installer().install(KEEPER)
    assert machine.at(TOUCH).exists()
    assert machine.at(SERVICE).exists()
    machine.said.clear()
    machine.installer().install(KEEPER)
    assert len([line for line in machine.said if line.startswith("done")]) == 1  # compiled
    machine.installer().uninstall()
    assert machine.tree() == before


def test_settings_that_hold_a_fault_stop_no_install(machine: Machine) -> None:
    machine.write("etc/xdg/kiosk/settings.toml", "rotation = 45\n", 0o600)
    machine.installer().install(KEEPER)
    assert [line for line in machine.said if line.startswith("MEND  ") and "rotation" in line]
    assert machine.at(UNIT).exists()
    assert not machine.at(TOUCH).exists()
    with pytest.raises(SettingsError):
        machine.installer().set_screen()


def test_what_was_masked_before_stays_masked(machine: Machine) -> None:
    machine.at(CTRL_ALT_DEL).symlink_to("/dev/null")
    machine.installer().install(KEEPER)
    machine.installer().uninstall()
    assert os.readlink(machine.at(CTRL_ALT_DEL)) == "/dev/null"


def test_the_settings_belong_to_the_kiosks_user_and_nobody_else_reads_them(
    machine: Machine,
) -> None:
    machine.installer().install(KEEPER)
    here = machine.at(SETTINGS).stat()
    assert stat.S_IMODE(here.st_mode) == 0o600
    assert here.st_uid == (os.getuid() or 4711)


def test_the_settings_written_are_the_defaults_and_name_every_setting(tmp_path: Path) -> None:
    text = (DEPLOY / "settings.toml").read_text("utf-8")
    assert load_settings(DEPLOY / "settings.toml") == Settings()
    assert re.findall(r"^# (\w+) = ", text, re.MULTILINE) == list(Settings.__struct_fields__)
    every = tmp_path / "settings.toml"
    every.write_text(re.sub(r"^# (?=\w+ = )", "", text, flags=re.MULTILINE), "utf-8")
    assert load_settings(every).content == "/srv/kiosk/content"


def test_a_dry_run_says_every_step_and_changes_nothing(machine: Machine) -> None:
    before = machine.tree()
    machine.installer(dry=True).install(KEEPER)
    assert machine.tree() == before
    assert machine.commands == []
    would = "\n".join(line for line in machine.said if line.startswith("would"))
    for path in (RECORD, SETTINGS, *(file.path for file in FILES)):
        assert f"{path}:" in would
    assert machine.said[-1] == "Nothing was changed."
    machine.installer().install(KEEPER)
    after = machine.tree()
    machine.installer(dry=True).uninstall()
    assert machine.tree() == after
    assert machine.said[-1] == "Nothing was changed."


@pytest.mark.parametrize("number", range(3))
def test_an_install_that_breaks_off_can_be_taken_away(machine: Machine, number: int) -> None:
    before = machine.tree()

    def run(command: Sequence[str]) -> None:
        if len(machine.commands) == number:
            run_command(["false"])
        machine.run(command)

    with pytest.raises(InstallError, match="`false` failed"):
        machine.installer(run=run).install(KEEPER)
    assert machine.tree() != before
    machine.installer().uninstall()
    assert machine.tree() == before


def test_an_uninstall_that_breaks_off_can_be_started_again(machine: Machine) -> None:
    before = machine.tree()
    machine.installer().install(KEEPER)
    blocked = machine.at(FILES[2].path)
    blocked.unlink()
    blocked.mkdir()
    (blocked / "file").touch()
    os.chmod(blocked.parent, 0o500)

    def run(command: Sequence[str]) -> None:
        run_command(["false"])

    with pytest.raises(InstallError):
        machine.installer(run=run).uninstall()
    os.chmod(blocked.parent, 0o755)
    machine.installer().uninstall()
    assert machine.tree() == before


def test_a_file_of_somebody_else_is_never_written_over(machine: Machine) -> None:
    machine.write("usr/local/bin/kiosk", "#!/bin/sh\necho theirs\n", 0o755)
    before = machine.tree()
    with pytest.raises(InstallError, match="/usr/local/bin/kiosk is there and is not the kiosk's"):
        machine.installer().install(KEEPER)
    assert machine.tree() == before


@pytest.mark.parametrize("command", NEEDED)
def test_a_machine_without_what_an_install_runs_is_left_as_it_was(
    machine: Machine, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = machine.tree()
    monkeypatch.setattr(Changes, "lacks", lambda _, asked: asked == command)
    with pytest.raises(InstallError, match=f"no {command} here.*apt-get install {NEEDED[command]}"):
        machine.installer().install(KEEPER)
    assert machine.tree() == before
    assert machine.said == []


def test_a_command_that_is_nowhere_is_lacking(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(machine.root))
    with pytest.raises(InstallError, match="no systemctl here"):
        machine.installer().install(KEEPER)


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(machine: Machine) -> None:
    machine.write("etc/sysctl.d", "in the way")
    with pytest.raises(InstallError, match=r"/etc/sysctl.d/90-kiosk.conf can't be written: .+\."):
        machine.installer().install(KEEPER)


def test_a_file_that_cannot_be_written_leaves_nothing_half_written(tmp_path: Path) -> None:
    (tmp_path / "etc" / "in-the-way").mkdir(parents=True)
    changes = Changes(tmp_path, say=lambda words: None)
    with pytest.raises(InstallError, match="/etc/in-the-way can't be written"):
        changes.place(Path("/etc/in-the-way"), b"words", "a folder of that name is there")
    assert [file.name for file in (tmp_path / "etc").iterdir()] == ["in-the-way"]


def test_a_program_that_is_a_package_is_not_installed_twice(machine: Machine) -> None:
    changes = Changes(machine.root, run=machine.run, say=machine.said.append)
    package = Path("/opt/kiosk/releases/1.0.0/lib/any/kiosk")
    with pytest.raises(InstallError, match="apt-get install clinic-kiosk"):
        Installer(changes, DEPLOY, PYTHON, package).install(KEEPER)
    with pytest.raises(InstallError, match="apt-get remove clinic-kiosk"):
        Installer(changes, DEPLOY, PYTHON, package).uninstall()


@pytest.mark.parametrize("user", ["root", "", "a b", "../x", "-x", "Upper"])
def test_a_user_who_must_not_or_cannot_be_is_refused(machine: Machine, user: str) -> None:
    before = machine.tree()
    with pytest.raises(InstallError, match="Name another user"):
        machine.installer().install(user)
    assert machine.tree() == before


def test_another_user_needs_an_uninstall_first(machine: Machine) -> None:
    machine.installer().install(KEEPER)
    with pytest.raises(InstallError, match=f"installed for {KEEPER}.*kiosk uninstall"):
        machine.installer().install("somebody")


@pytest.mark.parametrize("place", ["/home/me/kiosk/python", "/root/python", "/tmp/python"])
def test_a_program_that_the_service_cannot_see_is_refused(machine: Machine, place: str) -> None:
    with pytest.raises(InstallError, match=f"can't see {place}.*/opt"):
        machine.installer(python=Path(place)).install(KEEPER)


def test_a_program_in_a_folder_closed_to_others_is_refused(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("kiosk.install.installer.HIDDEN", ())
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "python").symlink_to(sys.executable)
    with pytest.raises(InstallError, match=r"may not enter .*chmod -R a\+rX"):
        machine.installer(python=closed / "python").install(KEEPER)


@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_only_root_may_write_what_uninstall_obeys(machine: Machine, mask: int) -> None:
    before = os.umask(mask)
    try:
        machine.installer().install(KEEPER)
    finally:
        os.umask(before)
    assert stat.S_IMODE(machine.at(RECORD).stat().st_mode) == 0o644
    assert stat.S_IMODE(machine.at(RECORD).parent.stat().st_mode) == 0o755
    assert stat.S_IMODE(machine.at(FILES[-1].path).stat().st_mode) == 0o755


def test_what_is_missing_or_in_the_way_is_told_with_the_command(machine: Machine) -> None:
    for program in PROGRAMS.values():
        if program.name not in ("seatd", "espeak-ng"):
            machine.write(str(program.relative_to("/")), "", 0o755)
    (machine.root / "etc/systemd/system/display-manager.service").symlink_to(
        "/lib/systemd/system/gdm.service"
    )
    machine.installer().install(KEEPER)
    seatd, *told = machine.said[-5:]
    assert seatd == "MISSING  seatd. Run: apt install seatd"
    assert told[0].endswith("Run: apt install espeak-ng")
    assert told[1] == "MISSING  the group render. Run: groupadd --system render"
    assert told[2].endswith("Run: systemctl disable gdm.service")
    assert "kiosk set-pin" in told[3]
    assert "kiosk doctor" in told[3]


def test_the_manual_has_seven_steps_and_names_all_that_install_makes() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "install.md").read_text("utf-8")
    steps = re.findall(r"^(\d+)\. \*\*", manual, re.MULTILINE)
    assert steps == [str(number) for number in range(1, 8)]
    for path in (RECORD, SETTINGS, SERVICE, TOUCH, *OWN, *(file.path for file in FILES)):
        assert f"`{path}`" in manual
    for package in PROGRAMS:
        assert re.search(rf"apt-get install (?:.*\\\n)+.*\b{package}(?![\w-])", manual)


def test_the_service_goes_by_the_clones_own_command(tmp_path: Path) -> None:
    """An update lets .venv lead elsewhere: what the service starts must not go with the old one."""
    inside = tmp_path / ".venv-kiosk-2" / "bin"
    inside.mkdir(parents=True)
    (inside / "kiosk").touch()
    (tmp_path / ".venv").symlink_to(".venv-kiosk-2")
    package, own = tmp_path / "kiosk", f"{tmp_path}/.venv/bin/kiosk"
    assert start_command(inside / "python", package) == own
    assert start_command(tmp_path / ".venv/bin/python", package) == own
    assert start_command(Path("/usr/bin/python3"), package) == "/usr/bin/python3 -I -m kiosk"


def test_the_service_and_the_command_start_the_same_kiosk(machine: Machine) -> None:
    machine.installer().install(KEEPER)
    start = f"{PYTHON} -I -m kiosk"
    assert f" -- {start} run --locked\n" in machine.at(UNIT).read_text("utf-8")
    launcher = next(file.path for file in FILES if file.source == "launcher.sh")
    assert machine.at(launcher).read_text("utf-8").endswith(f'exec {start} "$@"\n')


def test_the_command_for_staff_hands_on_what_it_is_given(tmp_path: Path) -> None:
    text = (DEPLOY / "launcher.sh").read_text("utf-8").replace("@KIOSK@", "echo kiosk")
    launcher = tmp_path / "kiosk"
    launcher.write_text(text, "utf-8")
    done = subprocess.run(
        ["sh", launcher, "doctor", "a b"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "kiosk doctor a b\n"


def test_nothing_installed_is_nothing_to_take_away(machine: Machine) -> None:
    with pytest.raises(InstallError, match="not installed"):
        machine.installer().uninstall()


def test_a_record_that_is_damaged_is_not_obeyed(machine: Machine) -> None:
    machine.write("etc/xdg/kiosk/install.json", '{"user": 3}')
    with pytest.raises(InstallError, match="Mend or remove it"):
        machine.installer().uninstall()


@pytest.mark.parametrize("command", ["install", "uninstall"])
def test_who_is_not_root_is_refused_in_one_sentence(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert main([command]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"kiosk: Only root may do this. Run: sudo kiosk {command}\n"
