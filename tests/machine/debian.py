"""A computer for trying the service: Debian in a folder, booted with its own systemd.

Owns how such a machine is made, booted, asked and ended. What a test computer lacks of a real one
stands here too: no graphics card, no touchscreen, no consoles. Needs root and Debian's packages.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

BOOTED = 90.0
"""Seconds that a start may take, on a machine that does other things too."""

WITHOUT_A_SCREEN = """[Unit]
ConditionPathExists=
[Service]
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
Environment=QT_QUICK_BACKEND=software
"""
"""What the service is told besides, as a technician would with `systemctl edit kiosk`."""


APT = ("apt-get", "-y", "-q", "--no-install-recommends")


class NoMachine(Exception):
    """A machine can't be made here; the sentence says what is missing."""


def packages_to_add() -> list[str]:
    """Give the packages that docs/install.md tells a technician to add for a clone."""
    page = (ROOT / "docs" / "install.md").read_text("utf-8")
    found = re.search(r"^apt-get install --no-install-recommends (.+?[^\\])\n", page, re.M | re.S)
    if not found:
        raise NoMachine("docs/install.md doesn't name its packages any more.")
    return found[1].replace("\\\n", " ").split()


class Debian:
    """A Debian of this name in `folder`, made by `make` and kept for the next time."""

    def __init__(self, release: str, folder: Path) -> None:
        self.release, self.folder = release, folder
        self._machine: subprocess.Popen[bytes] | None = None

    def make(self, packages: Sequence[str]) -> None:
        """Debootstrap it, unless it is there, and add packages.

        Raises:
            NoMachine: no debootstrap or systemd-nspawn here, or not root.
        """
        for program in ("debootstrap", "systemd-nspawn", "nsenter"):
            if os.geteuid() or not shutil.which(program):
                raise NoMachine(f"This takes root and {program} (systemd-container, debootstrap).")
        if (self.folder / "made").exists():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        root = self.folder / "root"
        if root.exists():
            shutil.rmtree(root)
        # The least, and what Debian's installer puts onto every computer.
        least = "--include=systemd,systemd-sysv,dbus,udev,procps"
        mirror = _mirror()
        _do(["debootstrap", "--variant=minbase", least, self.release, str(root), *mirror])
        # Where `once` lays this computer's.
        (root / "etc/ssl/certs").mkdir(parents=True, exist_ok=True)
        # This computer's way to its registries.
        for each in ("etc/resolv.conf", "etc/pip.conf"):
            if Path("/", each).is_file():
                shutil.copyfile(Path("/", each), root / each)
        self.once("apt-get", "update", "-q")
        if packages:
            self.apt("install", *packages)
        (self.folder / "made").touch()

    def apt(self, *words: str) -> str:
        """Have apt do something in it while it is not booted; nobody is asked anything."""
        how = ["env", "DEBIAN_FRONTEND=noninteractive", *APT]
        return self.once(*how, *words)

    def once(self, *command: str) -> str:
        """Run a command in it while it is not booted, and return what it printed."""
        start = ["systemd-nspawn", "-q", "-D", str(self.folder / "root"), "--register=no"]
        # It trusts whom this computer trusts; what its own packages write there is gone afterwards.
        trust = ["--overlay=/etc/ssl/certs::/etc/ssl/certs"]
        trust += [
            f"--setenv={name}={value}" for name, value in os.environ.items() if "CERT" in name
        ]
        return _do([*start, "--keep-unit", "--pipe", *trust, *command])

    def boot(self) -> None:
        """Start it, and wait until its systemd answers."""
        command = ["systemd-nspawn", "-q", "-D", str(self.folder / "root"), "--boot"]
        log = (self.folder / "boot.log").open("wb")
        self._machine = subprocess.Popen(
            [*command, "--register=no", "--keep-unit"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
        self.wait("its systemd", lambda: self.ask("systemctl", "is-system-running") in RUNNING)
        self._hand_over_limits()

    def end(self) -> None:
        """Switch it off."""
        if self._machine:
            self.ask("systemctl", "poweroff")
            try:
                self._machine.wait(30)
            except subprocess.TimeoutExpired:
                self._machine.kill()
                self._machine.wait()

    def ask(self, *command: str) -> str:
        """Run a command on the booted machine and return what it printed, failed or not.

        Empty where the machine is not up yet, or no more.
        """
        init = self._init()
        if init is None:  # not there yet, or no more: never ask the computer that it stands on
            return ""
        inside = ["nsenter", "-t", str(init), "-m", "-u", "-i", "-n", "-p", "-C"]
        ran = subprocess.run(
            [*inside, "--wd=/", "--", *command], capture_output=True, text=True, check=False
        )
        return ran.stdout.strip()

    def wait(self, what: str, holds: Callable[[], bool], seconds: float = BOOTED) -> float:
        """Wait until it holds, and return how many seconds that took. Raises TimeoutError."""
        began = time.monotonic()
        while not holds():
            if time.monotonic() - began > seconds:
                raise TimeoutError(f"{what} did not come within {seconds:.0f} s")
            time.sleep(0.2)
        return time.monotonic() - began

    def _init(self) -> int | None:
        assert self._machine, "not booted"
        children = Path(f"/proc/{self._machine.pid}/task").glob("*/children")
        found = [int(pid) for each in children for pid in each.read_text().split()]
        # nspawn's own helper is the parent of the machine's first process.
        while found:
            pid = found.pop()
            try:
                if Path(f"/proc/{pid}/ns/pid").readlink() != Path("/proc/self/ns/pid").readlink():
                    return pid
                found += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
            except (FileNotFoundError, ProcessLookupError):  # it has ended meanwhile
                continue
        return None

    def _hand_over_limits(self) -> None:
        """Give its systemd what bounds memory and tasks, where the host is of cgroup's version 1.

        systemd-nspawn shows those to a machine read-only.
        """
        for kind in ("memory", "pids"):
            place = f"/sys/fs/cgroup/{kind}"
            if self.ask("sh", "-c", f"[ -d {place} ] && [ ! -w {place} ] && echo so"):
                again = f"umount {place} && mount -t cgroup -o rw,{kind} cgroup {place}"
                self.ask("sh", "-c", again)
                self.ask("systemctl", "daemon-reexec")


def fresh(release: str, name: str) -> Debian:
    """Make a Debian of this name anew that has nothing of the kiosk. Raises NoMachine."""
    places = ROOT / "build" / "machine"
    bare = Debian(release, places / f"{release}-bare")
    bare.make(())
    machine = Debian(release, places / f"{release}-{name}")
    shutil.rmtree(machine.folder, ignore_errors=True)
    machine.folder.mkdir()
    subprocess.run(["cp", "-a", bare.folder / "root", machine.folder], check=True)
    return machine


RUNNING = ("running", "degraded")


def _mirror() -> list[str]:
    """Give the mirror that this computer takes its own packages from."""
    for each in sorted(Path("/etc/apt").rglob("*.sources")) + sorted(
        Path("/etc/apt").rglob("*.list")
    ):
        if found := re.search(
            r"(?:^URIs:|^deb(?: \[.*\])?) +(\S+/debian)/?\s", each.read_text(), re.M
        ):
            return [found[1]]
    return []


def _do(command: list[str]) -> str:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        said = f"{ran.stdout}{ran.stderr}"
        raise NoMachine(f"{' '.join(command[:3])} … failed:\n{said[-2000:]}")
    return ran.stdout
