"""The service as installed, judged by systemd itself, and what it must and must not say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.delivery.command import SERVED
from kiosk.health.crash_record import Kind, made_of, moment
from kiosk.health.last_run import LastRun
from kiosk.install.installer import GROUPS, HIDDEN, OWN, SETTINGS
from kiosk.pack.picture_files import MOST_PIXELS
from kiosk.shipped import shipped
from kiosk.staff import LEAVE, RESTART
from tests.soak.service_unit import variable

DEPLOY = shipped("assets") / "deploy"

ISSUE = 2.5
"""The most that `systemd-analyze security` may say."""


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """Write the service for a Python and a user that this machine has."""
    text = (DEPLOY / "kiosk.service").read_text("utf-8")
    user = "mail" if os.getuid() == 0 else str(os.getuid())
    text = text.replace("@KIOSK@", sys.executable).replace("@USER@", user)
    assert not re.search("@[A-Z]+@", text)
    file = tmp_path / "kiosk.service"
    file.write_text(text, "utf-8")
    return file


def analyze(verb: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    tool = shutil.which("systemd-analyze")
    assert tool, "systemd-analyze is missing; `make test` installs it"
    return subprocess.run(
        [tool, "--no-pager", verb, *words],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
    )


def settings() -> dict[str, list[str]]:
    """Give each setting of the service with its values, in order."""
    found: dict[str, list[str]] = {}
    for line in (DEPLOY / "kiosk.service").read_text("utf-8").splitlines():
        if said := re.fullmatch(r"(\w+)=(.*)", line):
            found.setdefault(said[1], []).append(said[2])
    return found


def test_systemd_finds_no_fault_in_the_service(unit: Path) -> None:
    done = analyze("verify", unit)
    assert (done.returncode, done.stderr) == (0, "")
    # It would: an unknown setting is told, though with exit code 0.
    unit.write_text(unit.read_text("utf-8").replace("WatchdogSec", "WatchdogSeconds"), "utf-8")
    assert "WatchdogSeconds" in analyze("verify", unit).stderr


def test_systemd_calls_the_service_well_protected(unit: Path) -> None:
    done = analyze("security", "--offline=true", f"--threshold={ISSUE * 10:.0f}", unit)
    assert done.returncode == 0, done.stdout
    level = re.search(r"Overall exposure level for kiosk\.service: (\d+\.\d)", done.stdout)
    assert level
    assert float(level[1]) <= ISSUE


def test_the_kiosk_is_cages_only_program_and_consoles_stay_shut() -> None:
    (start,) = settings()["ExecStart"]
    cage, _, kiosk = start.partition(" -- ")
    assert cage == "/usr/bin/cage -d $CAGE_OPTIONS", (
        "-s would let a keyboard switch to another console"
    )
    assert kiosk == "@KIOSK@ run --locked"


def test_it_comes_back_always_and_never_gives_up() -> None:
    said = settings()
    assert said["Restart"] == ["always"]
    assert said["StartLimitIntervalSec"] == ["0"]
    assert said["RestartSec"] == ["500ms"]
    assert "RestartPreventExitStatus" not in said


@pytest.mark.parametrize(("cage", "kind"), [("7", None), ("", Kind.DISPLAY)])
def test_who_asks_for_its_end_is_told_where_the_next_start_looks(
    tmp_path: Path, cage: str, kind: Kind | None
) -> None:
    """systemd.service(5): MAINPID is empty if the main process has ended by itself."""
    (line,) = settings()["ExecStop"]
    words = line.removeprefix("-/bin/sh -c '").removesuffix("'")
    words = words.replace("%S", str(tmp_path)).replace("$$", "$")
    command = ["sh", "-c", words]
    subprocess.run(command, env={"MAINPID": cage}, check=True)
    assert not list(tmp_path.iterdir()), "no mark is made where there is none"
    one = LastRun(tmp_path / "kiosk" / "health", moment, "1").__enter__()
    subprocess.run(command, env={"MAINPID": cage}, check=True)
    one.display_lost()
    found = made_of((tmp_path / "kiosk" / "health" / "running").read_bytes(), moment())
    assert (found and found.kind) == kind
    one.close()


def test_a_hung_screen_is_noticed_from_the_kiosk_itself() -> None:
    said = settings()
    assert said["Type"] == ["notify"]
    assert said["NotifyAccess"] == ["all"]
    assert int(said["WatchdogSec"][0].removesuffix("s")) <= 30
    # systemd.exec(5): a login session takes the kiosk, a child, out of the service's hearing.
    assert "PAMName" not in said


def test_the_child_that_reads_new_text_may_step_back_and_bound_itself() -> None:
    # Seen under systemd: with these refused, no new text was ever taken.
    *_, denied, allowed = settings()["SystemCallFilter"]
    assert denied == "~@privileged @resources"
    assert {"setpriority", "setrlimit", "prlimit64"} <= set(allowed.split())


def test_a_fault_can_take_neither_all_memory_nor_all_tasks() -> None:
    said = settings()
    (memory,), (tasks,) = said["MemoryMax"], said["TasksMax"]
    # Twice the decoded size of the largest picture (4 bytes a pixel), for the kiosk and for the
    # child that reads new text, beside what both take without one.
    largest = 2 * 4 * MOST_PIXELS + 250_000_000
    assert int(memory.removesuffix("G")) * 2**30 > 2 * largest
    assert 256 <= int(tasks) <= 4096
    # Otherwise the end of that child would be the end of the kiosk.
    assert said["OOMPolicy"] == ["continue"]


MAPPED = """
import ctypes
from tests.soak.memory_use import Held
c = ctypes.CDLL(None)
c.malloc.restype, c.mallinfo2.restype = ctypes.c_void_p, Held
before = c.mallinfo2().hblks
# Some may still fit into holes that Python's start left in the heap.
for piece in range(100):
    c.malloc(100_000)
print(c.mallinfo2().hblks - before > 50)
"""


@pytest.mark.parametrize(("asked", "mapped"), [(True, "True"), (False, "False")])
def test_the_c_library_gives_what_is_large_pages_of_its_own(*, asked: bool, mapped: str) -> None:
    tunables = {"GLIBC_TUNABLES": variable("GLIBC_TUNABLES")} if asked else {}
    done = subprocess.run(
        [sys.executable, "-c", MAPPED],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={"PATH": os.environ["PATH"], **tunables},
    )
    assert (done.stdout.strip(), done.stderr) == (mapped, "")


def test_no_core_file_holds_a_patients_screen() -> None:
    assert settings()["LimitCORE"] == ["0"]


def test_the_service_knows_the_folders_that_uninstall_takes_away() -> None:
    said = settings()
    environment = " ".join(said["Environment"])
    # Where the manual says that systemd has them: %S is /var/lib, %C /var/cache.
    assert "XDG_STATE_HOME=%S" in environment
    assert "XDG_CACHE_HOME=%C" in environment
    assert said["StateDirectory"] == said["CacheDirectory"] == ["kiosk"]
    assert (Path("/var/lib/kiosk"), Path("/var/cache/kiosk"), SERVED) == OWN
    assert f"XDG_CONFIG_HOME={SETTINGS.parents[1]}" in environment


def test_install_refuses_what_the_service_hides() -> None:
    said = settings()
    assert said["ProtectHome"] == said["PrivateTmp"] == ["yes"]
    # systemd.exec(5) on both.
    assert set(map(str, HIDDEN)) == {"/home", "/root", "/run/user", "/tmp", "/var/tmp"}


def test_install_looks_for_the_groups_that_the_service_names() -> None:
    assert settings()["SupplementaryGroups"] == [" ".join(GROUPS)]


def test_cage_has_a_folder_for_its_socket() -> None:
    said = settings()
    assert "XDG_RUNTIME_DIR=%t/kiosk" in " ".join(said["Environment"])
    assert said["RuntimeDirectory"] == ["kiosk"]


def test_speech_has_its_sound_card_and_its_end() -> None:
    said = settings()
    assert "char-alsa rw" in said["DeviceAllow"]
    assert "audio" in said["SupplementaryGroups"][0].split()
    # ALSA mixes by a socket, shared memory and semaphores.
    assert "AF_UNIX" in said["RestrictAddressFamilies"][0].split()
    assert "PrivateIPC" not in said
    assert "@system-service" in said["SystemCallFilter"]
    # systemd.kill(5): by default everything that the service has started ends with it.
    assert "KillMode" not in said


def test_what_staff_ask_for_is_no_fault() -> None:
    assert settings()["SuccessExitStatus"] == [f"{RESTART} {LEAVE} SIGABRT"]


@pytest.mark.parametrize("left", [False, True])
def test_the_login_prompt_comes_when_staff_have_left_and_only_then(
    tmp_path: Path, left: bool
) -> None:
    (line,) = settings()["ExecCondition"]
    script = re.fullmatch(r"\+/bin/sh -c '(.*)'", line)
    assert script
    (tmp_path / "kiosk").mkdir()
    if left:
        (tmp_path / "kiosk" / "left").touch()
    asked = tmp_path / "asked"
    (tmp_path / "systemctl").write_text(f'#!/bin/sh\necho "$*" >{asked}\n', "utf-8")
    (tmp_path / "systemctl").chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", "-c", script[1].replace("%t", str(tmp_path))],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode == int(left)
    assert asked.exists() == left
    if left:
        words = asked.read_text("utf-8").split()
        assert words[-2:] == ["start", "getty@tty1"]
        # Otherwise Conflicts= would end this very start, and the service would count as failed.
        assert "--job-mode=ignore-dependencies" in words


@pytest.mark.parametrize("name", ["logind.conf", "system.conf"])
def test_systemds_own_files_say_only_what_its_manual_knows(name: str) -> None:
    example = Path("/etc/systemd", name)
    if not example.exists():
        pytest.skip(f"{example} is not there")
    # Debian's own file names every setting with its default, commented out.
    known = set(re.findall(r"^#?(\w+)=", example.read_text("utf-8"), re.MULTILINE))
    said = re.findall(r"^(\w+)=", (DEPLOY / name).read_text("utf-8"), re.MULTILINE)
    assert said
    assert set(said) <= known


def test_the_kernels_switches_are_ones_that_it_has() -> None:
    for key, _ in re.findall(r"^([\w.]+) = (\d+)$", (DEPLOY / "sysctl.conf").read_text(), re.M):
        if key != "kernel.sysrq":  # a kernel may be built without
            assert Path("/proc/sys", *key.split(".")).exists(), key


BESIDE = ("kiosk-announce.service", "kiosk-examine.service", "kiosk-examine.timer")


def test_systemd_finds_no_fault_in_what_tells_a_broker(tmp_path: Path) -> None:
    for name in BESIDE:
        text = (DEPLOY / name).read_text("utf-8").replace("@KIOSK@", sys.executable)
        (tmp_path / name).write_text(text, "utf-8")
    done = analyze("verify", *(tmp_path / name for name in BESIDE))
    assert (done.returncode, done.stderr) == (0, "")


def test_what_speaks_with_the_network_sees_nothing_of_the_kiosk(tmp_path: Path) -> None:
    said = (DEPLOY / BESIDE[0]).read_text("utf-8").splitlines()
    assert {"DynamicUser=yes", "SocketBindDeny=any", "CapabilityBoundingSet="} <= set(said)
    assert "PrivateNetwork=yes" in (DEPLOY / BESIDE[1]).read_text("utf-8").splitlines()
    file = tmp_path / BESIDE[0]
    file.write_text("\n".join(said).replace("@KIOSK@", sys.executable), "utf-8")
    done = analyze("security", "--offline=true", file)
    found = re.search(r"exposure level for \S+: ([0-9.]+)", done.stdout)
    assert found, done.stdout
    assert float(found[1]) <= ISSUE
