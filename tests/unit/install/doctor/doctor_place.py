"""A computer in a folder, as the doctor finds it: all is well there until a case makes a fault."""

from __future__ import annotations

import os
import pwd
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.install.doctor import computer, content, printing
from kiosk.install.doctor.all_checks import CHECKS
from kiosk.install.doctor.diagnosis import Diagnosis
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup, read_setup
from kiosk.search import index
from kiosk.speech.engine import VOICES
from kiosk.staff.pin import hashed
from tests.flows.packs import Writer

ROOT = Path(__file__).parents[4]
ASSETS = ROOT / "assets"
NOBODY = 65534
TOKENS = index._TOKENS
PIN = hashed("2749", (2, 1, 1))  # a cheap one: it is not compared here
AS_ROOT = os.geteuid() == 0
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TOUCH = """I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK Multi-Touch"
H: Handlers=mouse1 event3
B: PROP={prop}
B: EV=1b
B: ABS={axes}
"""
CARDS = " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n                      HDA Intel PCH\n"
FINGERS = "260800000000003"
BENGALI = "বাংলা ভাষায় চুল পড়া নিয়ে কথা বলুন, সময় নিন এবং ডাক্তারকে জিজ্ঞাসা করুন।"


class Place:
    """A computer in a folder on which all is well, with a kiosk set up as the service has it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.bin = folder, folder / "root", folder / "bin"
        self.user = "nobody" if AS_ROOT else pwd.getpwuid(os.geteuid()).pw_name
        self.uid, self.now = os.geteuid(), NOW
        self.environment = {"PATH": str(self.bin), "HOME": str(folder)}
        self.version: str | None = None
        self.typst: bool | None = None
        self.python = sys.version_info[:3]
        self.pack = Writer(folder / "pack").raw("one", page("Words."))
        self.pack.written()
        self.settings = folder / "settings.toml"
        self.settings.write_text(f'content = "pack"\npin = "{PIN}"\n', "utf-8")
        self.settings.chmod(0o600)
        if AS_ROOT:
            os.chown(self.settings, NOBODY, NOBODY)
        self.state = self.made(folder / "state" / "kiosk")
        self.made(folder / "cache" / "kiosk")
        for name in ("test", "sh", "env"):
            self.bin.mkdir(exist_ok=True)
            (self.bin / name).symlink_to(f"/usr/bin/{name}")
        self.libraries()
        self.says("timedatectl", "yes")
        self.says("systemctl", "active")
        self.says("cage", "Cage version 0.1.4")
        self.says("Xwayland", "")
        self.says("aplay", "")
        self.says("espeak-ng", "")
        self.write("/proc/asound/cards", CARDS)
        self.write(f"/{VOICES[0]}/gmw/en", "language en\n")
        self.write("/sys/class/drm/card0-HDMI-A-1/status", "connected\n")
        self.write("/proc/bus/input/devices", TOUCH.format(prop="2", axes=FINGERS))
        self.write("/proc/meminfo", "MemTotal: 4000000 kB\nMemAvailable: 3000000 kB\n")
        self.write("/run/seatd.sock", "")
        self.link("/etc/localtime", "/usr/share/zoneinfo/Asia/Dhaka")
        self.link("/usr/lib/systemd/system/default.target", "graphical.target")
        self.link("/etc/systemd/system/multi-user.target.wants/kiosk.service", "../kiosk.service")
        for program in ("/usr/bin/cage", "/opt/kiosk/.venv/bin/kiosk"):
            self.write(program, "").chmod(0o755)
        self.unit()

    def made(self, folder: Path) -> Path:
        """Make a folder that the kiosk's user may write."""
        folder.mkdir(parents=True, exist_ok=True)
        if AS_ROOT:
            os.chown(folder, NOBODY, NOBODY)
        return folder

    def write(self, place: str, text: str) -> Path:
        file = self.root / place.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def remove(self, place: str) -> None:
        (self.root / place.lstrip("/")).unlink()

    def link(self, place: str, target: str) -> None:
        file = self.root / place.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.symlink_to(target)

    def says(self, command: str, words: str) -> None:
        """Install a command that says this."""
        self.bin.mkdir(exist_ok=True)
        file = self.bin / command
        file.write_text(f"#!/bin/sh\ncat <<'END'\n{words}\nEND\n".replace("cat", "/bin/cat"))
        file.chmod(0o755)

    def libraries(self, *without: str) -> None:
        rows = (ASSETS / "deploy" / "libraries.txt").read_text("utf-8").splitlines()
        names = [row.split()[1] for row in rows if not row.startswith("#")]
        known = [f"\t{name} (libc6,x86-64) => /lib/{name}" for name in names if name not in without]
        self.says("ldconfig", f"{len(known)} libs found in cache\n" + "\n".join(known))

    def unit(self, *changes: tuple[str, str]) -> None:
        """Install the service as the kiosk brings it, with each (old, new) changed in it."""
        text = (ASSETS / "deploy" / "kiosk.service").read_text("utf-8")
        for old, new in (
            ("@KIOSK@", "/opt/kiosk/.venv/bin/kiosk"),
            ("@USER@", self.user),
            ("run --locked", f"run --locked --settings {self.settings}"),
            ("=%S", f"={self.folder / 'state'}"),
            ("=%C ", f"={self.folder / 'cache'} "),
            ("=%C\n", f"={self.folder / 'cache'}\n"),
            *changes,
        ):
            assert old in text or old.startswith("=%"), old
            text = text.replace(old, new)
        self.write("/etc/systemd/system/kiosk.service", text)

    def fonts(self, *files: Path) -> None:
        """Let fontconfig know these fonts only; without one, none but the packaged font."""
        shutil.rmtree(self.folder / "fonts", ignore_errors=True)
        (self.folder / "fonts").mkdir()
        for file in files:
            shutil.copy(file, self.folder / "fonts")
        config = self.folder / "fonts.conf"
        config.write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            f"<dir>{self.folder}/fonts</dir><cachedir>{self.folder}/fc</cachedir></fontconfig>"
        )
        self.environment["FONTCONFIG_FILE"] = str(config)

    def without_qt(self) -> None:
        """Break Python's environment as an interrupted installation does."""
        (self.folder / "broken" / "PySide6").mkdir(parents=True)
        (self.folder / "broken" / "PySide6" / "__init__.py").touch()
        self.environment["PYTHONPATH"] = str(self.folder / "broken")

    @property
    def machine(self) -> Machine:
        return Machine(environment=self.environment, uid=self.uid, now=self.now, root=self.root)

    @property
    def setup(self) -> Setup:
        return read_setup(self.machine, content=self.folder / "none", assets=ASSETS)

    def check(self, name: str) -> list[Diagnosis]:
        if name == "python":
            return list(computer.check_python(self.python))
        if name == "qt":
            return list(content.check_qt(self.machine, version=self.version))
        if name == "printer":
            return list(printing.check_printer(self.machine, self.setup, typst=self.typst))
        return list(CHECKS[name](self.machine, self.setup))


def page(text: str, status: str = "reviewed", next_review: str = "2027-01-01") -> bytes:
    review = f"  status: {status}\n  author: Tests\n"
    if status == "reviewed":
        review += f"  reviewer: Somebody\n  reviewed: 2026-01-01\n  next_review: {next_review}\n"
    return f"---\ntitle: One\nlead: Lead.\nreview:\n{review}---\n\n{text}\n".encode()


def setting(at: Place, **change: object) -> None:
    for name, value in change.items():
        setattr(at, name, value)


def said(at: Place, line: str) -> Place:
    """Say one thing more in the settings."""
    with at.settings.open("a", encoding="utf-8") as settings:
        settings.write(f"{line}\n")
    return at


Act = Callable[[Place], object]


@dataclass
class Case:
    """How a fault is made, and what its remedy does; `seen` is part of what is said."""

    make: Act
    mend: Act
    seen: str = ""
