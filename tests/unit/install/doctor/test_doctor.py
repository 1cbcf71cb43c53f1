"""The doctor: each fault that it knows is made, named with its remedy, and mended by it."""

from __future__ import annotations

import json
import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk.delivery.kept_texts import DeliveryState, KeptTexts
from kiosk.health.crash_record import CrashRecord, Instant, Kind, RunMark
from kiosk.install import set_screen
from kiosk.install.changes import Changes
from kiosk.install.doctor import (
    broker,
    computer,
    content,
    delivered_text,
    printing,
    release,
    screen,
    searching,
    service,
    sound,
)
from kiosk.install.doctor.all_checks import CHECKS, examine, exit_code, lines
from kiosk.install.doctor.diagnosis import Diagnosis, Fault, Subject, Verdict
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup, read_setup
from kiosk.outputs import PROGRAM
from kiosk.releases.releases import Record, Turn
from kiosk.releases.switching import Switching
from kiosk.search import index
from kiosk.settings.settings import Settings
from kiosk.speech.engine import VOICES
from kiosk.staff.pin import hashed
from kiosk.ui.presence.chime import PLAYERS
from tests.flows.packs import Writer
from tests.waiting import LIMIT

ROOT = Path(__file__).parents[4]
ASSETS = ROOT / "assets"
MANUAL = ROOT / "docs" / "doctor.md"
FAULTS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in (
        broker,
        computer,
        content,
        delivered_text,
        printing,
        searching,
        sound,
        screen,
        service,
        release,
    )
    for name, value in vars(module).items()
    if isinstance(value, Fault)
}
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


READY = "scheduler is running\nprinter Desk is idle.  enabled since Wed Mar  4 09:30:00 2026"


def printer(at: Place, answer: str, without: str = "", *, typst: bool = True) -> None:
    """Name a printer in the settings, of which CUPS says this."""
    at.typst = typst
    with at.settings.open("a", encoding="utf-8") as settings:
        settings.write('printer = "Desk"\n')
    for name in {"lp", "lpstat"} - {without}:
        at.says(name, answer)


def keys(at: Place, text: str) -> None:
    """Have the pack bring the keys of English."""
    file = at.folder / "pack" / "keyboard" / "en.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{text}\n", "utf-8")


ROOT_FILE = 'text_source = "https://text.invalid"\ntext_root = "/etc/xdg/kiosk/text-root.json"'


def delivered(
    at: Place,
    *,
    fault: str = "",
    expires: float = 90,
    came: float = -1,
    content: str = "/var/lib/kiosk-text/current",
) -> None:
    """Have a text fetched; figures are days from now."""
    at.settings.write_text(f'content = "{content}"\npin = "{PIN}"\n{ROOT_FILE}\n', "utf-8")
    place = at.root / "var/lib/kiosk-text"
    (place / "texts" / "abcdefg").mkdir(parents=True, exist_ok=True)
    at.link("/var/lib/kiosk-text/current", "texts/abcdefg")
    state = DeliveryState(
        looked=NOW, came=NOW + timedelta(days=came), expires=NOW + timedelta(days=expires),
        fault=fault,
    )  # fmt: skip
    KeptTexts(place).keep(state)


OLD_HELP = "Usage: cage\n -r\t Rotate the output"


def said(at: Place, line: str) -> Place:
    """Say one thing more in the settings."""
    with at.settings.open("a", encoding="utf-8") as settings:
        settings.write(f"{line}\n")
    return at


def handed_on(at: Place) -> Place:
    """Do what `kiosk set-screen` does with this machine's cage."""
    changes = Changes(at.root, say=lambda words: None)
    set_screen.set_screen(changes, at.setup.settings, cage_turns=False)
    return at


def turned(at: Place, transform: str) -> Place:
    """Let the compositor of the service show a picture that is to be turned by 90 degrees so."""
    at.settings.write_text('content = "pack"\nrotation = 90\n')
    at.write("/run/kiosk/wayland-0", "")
    at.write("/run/kiosk/wayland-0.lock", "")
    at.says(PROGRAM, f'HDMI-A-1 "x"\n  Enabled: yes\n  Transform: {transform}')
    at.uid = 0
    return at


@pytest.fixture
def place() -> Iterator[Place]:
    with tempfile.TemporaryDirectory() as name:  # not tmp_path: another user must enter it
        Path(name).chmod(0o755)
        yield Place(Path(name))


@contextmanager
def somebody_else() -> Iterator[None]:
    """Be a user who may look at nothing of the kiosk's. Only root can become one."""
    if not AS_ROOT:
        pytest.skip("only root can become somebody else")
    os.seteuid(NOBODY - 1)
    try:
        yield
    finally:
        os.seteuid(0)


def noto(name: str) -> Path:
    found = sorted(Path("/usr/share/fonts").rglob(name))
    if not found:
        pytest.skip(f"{name} is not installed")
    return found[0]


Act = Callable[[Place], object]


@dataclass
class Case:
    """How a fault is made, and what its remedy does; `seen` is part of what is said."""

    make: Act
    mend: Act
    seen: str = ""


def unasked(at: Place) -> None:
    at.says("timedatectl", "no")
    at.write("/usr/lib/systemd/systemd-timesyncd", "")


def named(at: Place, clinic: str) -> None:
    file = at.folder / "pack" / "pack.toml"
    file.write_text(re.sub("clinic = .*", f'clinic = "{clinic}"', file.read_text("utf-8")))


def crash(at: Place, days: float) -> None:
    when = (NOW - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    record = CrashRecord(kind=Kind.FAULT, cause="Segmentation fault", time=when)
    at.made(at.state / "health")
    (at.state / "health" / "records").write_bytes(msgspec.json.encode((record,)))


def safe(at: Place, *, boot: str) -> None:
    at.write("/proc/sys/kernel/random/boot_id", "this\n")
    mark = RunMark(moment=Instant(boot=boot, seconds=1, time=""), version="1", safe=True)
    at.made(at.state / "health")
    (at.state / "health" / "running").write_bytes(msgspec.json.encode(mark) + b"\n")


def full(at: Place) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(at.state)]
    if not AS_ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small file system can be mounted here")


def roomy(at: Place) -> None:
    subprocess.run(["umount", str(at.state)], check=True)


def shut(at: Place) -> None:
    if AS_ROOT:
        os.chown(at.state, 0, 0)
    at.state.chmod(0o555)


def opened(at: Place) -> None:
    at.state.chmod(0o755)
    at.made(at.state)


def library(at: Place) -> None:
    (at.folder / "lib").mkdir()
    (at.folder / "lib" / "libxcb-cursor.so.0").touch()  # as after a full disk
    at.environment["LD_LIBRARY_PATH"] = str(at.folder / "lib")


def bengali(at: Place) -> None:
    at.pack.raw("one", page(BENGALI)).written()
    at.fonts()


def rare(at: Place) -> None:
    at.pack.raw("one", page("Smile \U0001f642 日."))
    at.fonts()


def plugged(at: Place) -> None:
    at.write("/run/udev/data/c13:67", "E:ID_INPUT=1\nE:ID_INPUT_TOUCHSCREEN=1\n")
    at.link("/sys/dev/char/13:67", "../../devices/usb1/input/input5/event3")


GETTY = "/etc/systemd/system/getty.target.wants/getty@tty1.service"


def restarting(at: Place) -> None:
    file = at.bin / "systemctl"
    file.write_text("#!/bin/sh\ncase $1 in is-active) echo activating ;; *) echo 5 ;; esac\n")
    file.chmod(0o755)


def prompt(at: Place) -> None:
    at.unit(("Conflicts=getty@tty1.service\n", ""))
    at.link(GETTY, "/lib/systemd/system/getty@.service")


GOOD = "2027-03-04 09:30:00Z"
RUNS = "UnitFileState=enabled\nActiveState=active\nStatusText=Connected to here as desk."


def told(
    at: Place, until: str = GOOD, name: str = "", runs: str = RUNS, mode: int = 0o600
) -> Place:
    """Name a broker, with a certificate that is good until then and a service that runs so."""
    at.settings.write_text('content = "pack"\nbroker = "here"\n', "utf-8")
    at.settings.chmod(mode)
    folder = at.made(at.folder / "broker")
    for each in broker.FILES:
        (folder / each).touch()
        (folder / each).chmod(0o600)
    at.says("openssl", f"subject=O=Clinic,CN={name or socket.gethostname()}\nnotAfter={until}")
    at.says("systemctl", runs)
    return at


def setting(at: Place, **change: object) -> None:
    for name, value in change.items():
        setattr(at, name, value)


def turn(at: Place, kind: str, why: str = "", state: str = "ii ") -> None:
    """Have two releases there, and write down what became of the newer one."""
    at.says("dpkg-query", f"clinic-kiosk-authors un \nclinic-kiosk-program {state}")
    releases = Switching(at.root / "opt/kiosk", at.root / "var/lib/clinic-kiosk")
    for name in ("1.0", "1.1"):
        (releases.folder / name).mkdir(parents=True, exist_ok=True)
    releases.use("1.0", "1.1")
    releases.write(Record(None, Turn(kind, "1.1", "1.0", why, 1_772_616_600.0)))


CASES: Mapping[str, Case] = {
    "computer.PYTHON": Case(
        lambda at: setting(at, python=(3, 9, 2)), lambda at: setting(at, python=(3, 13, 1)), "3.9.2"
    ),
    "computer.NO_CORE": Case(
        lambda at: at.libraries("libEGL.so.1", "libGL.so.1"), lambda at: at.libraries(), "libegl1 "
    ),
    "computer.NO_WINDOWS": Case(
        lambda at: at.libraries("libwayland-cursor.so.0"), lambda at: at.libraries(), "Wayland"
    ),
    "computer.OTHER_WINDOWS": Case(
        lambda at: at.libraries("libxcb-cursor.so.0"), lambda at: at.libraries(), "libxcb-cursor0"
    ),
    "computer.UNKNOWN_LIBRARIES": Case(
        lambda at: (at.bin / "ldconfig").unlink(), lambda at: at.libraries()
    ),
    "computer.LITTLE_MEMORY": Case(
        lambda at: at.write("/proc/meminfo", "MemTotal: 500000 kB\nMemAvailable: 400000 kB\n"),
        lambda at: at.write("/proc/meminfo", "MemTotal: 2000000 kB\nMemAvailable: 900000 kB\n"),
        "500 MB",
    ),
    "computer.NO_FREE_MEMORY": Case(
        lambda at: at.write("/proc/meminfo", "MemTotal: 4000000 kB\nMemAvailable: 100000 kB\n"),
        lambda at: at.write("/proc/meminfo", "MemTotal: 4000000 kB\nMemAvailable: 900000 kB\n"),
        "100 MB of 4000 MB",
    ),
    "computer.UNKNOWN_MEMORY": Case(
        lambda at: at.remove("/proc/meminfo"),
        lambda at: at.write("/proc/meminfo", "MemTotal: 2000000 kB\nMemAvailable: 900000 kB\n"),
    ),
    "computer.LITTLE_DISK": Case(full, roomy, "state"),
    "computer.NO_ENTRY": Case(shut, opened, "state"),
    "computer.ASK_AS_ROOT": Case(
        lambda at: setting(at, uid=4711),
        lambda at: setting(at, uid=os.geteuid()),
    ),
    "computer.WRONG_YEAR": Case(
        lambda at: setting(at, now=datetime(1970, 1, 2, tzinfo=UTC)),
        lambda at: setting(at, now=NOW),
        "1970-01-02",
    ),
    "computer.NO_ZONE": Case(
        lambda at: at.link("/etc/localtime", "/usr/share/zoneinfo/Etc/UTC"),
        lambda at: at.link("/etc/localtime", "/usr/share/zoneinfo/Europe/London"),
        "Etc/UTC",
    ),
    "computer.NOT_ASKED": Case(
        unasked,
        lambda at: at.says("timedatectl", "yes"),
        "since the computer was started",
    ),
    "computer.NOT_KEPT": Case(
        lambda at: at.says("timedatectl", "no"),
        lambda at: at.write("/run/systemd/timesync/synchronized", ""),
    ),
    "content.NO_QT": Case(Place.without_qt, lambda at: at.environment.pop("PYTHONPATH"), "QtCore"),
    "content.BAD_QT": Case(
        lambda at: setting(at, version="6.12.0"), lambda at: setting(at, version="6.11.3")
    ),
    "content.OTHER_QT": Case(
        lambda at: setting(at, version="6.10.3"), lambda at: setting(at, version=None), "6.10.3"
    ),
    "content.NO_PLUGIN": Case(
        library, lambda at: at.environment.pop("LD_LIBRARY_PATH"), "libxcb-cursor.so.0"
    ),
    "content.NO_PACK": Case(
        lambda at: (at.folder / "pack" / "pack.toml").unlink(),
        lambda at: at.pack.written(),
        "pack.toml",
    ),
    "content.NO_PAGE": Case(
        lambda at: at.pack.raw("one", b"---\n"), lambda at: at.pack.raw("one", page("Words."))
    ),
    "content.BAD_PAGE": Case(
        lambda at: at.pack.raw("two", b"\xff").written(),
        lambda at: at.pack.raw("two", page("Words.")).written(),
        "two.md:1",
    ),
    "content.PLACEHOLDERS": Case(
        lambda at: named(at, "Your Clinic Name"),
        lambda at: named(at, "Riverside Practice"),
        "fill in clinic, of which",
    ),
    "content.OTHERS_PLACEHOLDERS": Case(
        lambda at: at.settings.write_text(f'content = "{ASSETS.parent / "content"}"\n'),
        lambda at: at.settings.write_text('content = "pack"\n'),
        "names no clinic: clinic, phone, offer",
    ),
    "content.DRAFTS": Case(
        lambda at: at.pack.raw("one", page("Words.", "draft")),
        lambda at: at.pack.raw("one", page("Words.")),
        "1 of 1",
    ),
    "content.OVERDUE": Case(
        lambda at: at.pack.raw("one", page("Words.", next_review="2026-03-03")),
        lambda at: at.pack.raw("one", page("Words.", next_review="2026-03-04")),
        "en/one.md was due on 2026-03-03",
    ),
    "content.NO_LETTERS": Case(
        bengali, lambda at: at.fonts(noto("NotoSansBengali-Regular.ttf")), "fonts-noto-core"
    ),
    "content.FEW_LETTERS": Case(
        rare,
        lambda at: at.pack.raw("one", page("Smile.")),
        "fonts-noto-cjk fonts-noto-color-emoji",
    ),
    "content.NOBODY_TO_ASK": Case(Place.without_qt, lambda at: at.environment.pop("PYTHONPATH")),
    "screen.NO_CARD": Case(
        lambda at: at.remove("/sys/class/drm/card0-HDMI-A-1/status"),
        lambda at: at.write("/sys/class/drm/card1-DP-1/status", "connected\n"),
    ),
    "screen.NO_SCREEN": Case(
        lambda at: at.write("/sys/class/drm/card0-HDMI-A-1/status", "disconnected\n"),
        lambda at: at.write("/sys/class/drm/card0-HDMI-A-1/status", "connected\n"),
        "HDMI-A-1",
    ),
    "screen.NO_SESSION": Case(
        lambda at: at.environment.update(DISPLAY=":7"), lambda at: at.environment.pop("DISPLAY")
    ),
    "screen.NO_TOUCH": Case(
        lambda at: at.write("/proc/bus/input/devices", TOUCH.format(prop="5", axes=FINGERS)),
        plugged,
    ),
    "screen.NO_CAGE": Case(
        lambda at: (at.bin / "Xwayland").unlink(), lambda at: at.says("Xwayland", ""), "Xwayland"
    ),
    "screen.OLD_CAGE": Case(
        lambda at: at.says("cage", "Cage version 0.1.2"),
        lambda at: at.says("cage", "Cage version 0.2.0"),
        "0.1.2",
    ),
    "screen.NO_SEAT": Case(
        lambda at: at.remove("/run/seatd.sock"), lambda at: at.write("/run/seatd.sock", "")
    ),
    "screen.NOT_HANDED_ON": Case(
        lambda at: said(at, "rotation = 90"),
        lambda at: handed_on(at).says(PROGRAM, ""),
        str(set_screen.TOUCH),
    ),
    "screen.NO_RANDR": Case(
        lambda at: handed_on(said(at, "rotation = 90")), lambda at: at.says(PROGRAM, "")
    ),
    "screen.STAYS_ON": Case(
        lambda at: said(at, 'outputs_off = ["HDMI-A-1"]').says("cage", OLD_HELP),
        lambda at: at.settings.write_text("rotation = 0\n"),
    ),
    "screen.NO_OUTPUT": Case(
        lambda at: said(at, 'outputs_off = ["DP-9"]').says(PROGRAM, ""),
        lambda at: at.settings.write_text("rotation = 0\n"),
        "there are HDMI-A-1",
    ),
    "screen.NOT_TURNED": Case(
        lambda at: handed_on(turned(at, "normal")),
        lambda at: turned(at, "90"),
        "HDMI-A-1 is turned by normal, not by 90",
    ),
    "screen.UNREAD": Case(
        lambda at: said(at, "rotation = 45"), lambda at: at.settings.write_text("rotation = 0\n")
    ),
    "service.BAD_SETTINGS": Case(
        lambda at: at.settings.write_text("colour = 1\n"),
        lambda at: at.settings.write_text('content = "pack"\n'),
        "colour",
    ),
    "service.NO_SETTINGS": Case(
        lambda at: os.chown(at.settings, 0, 0),
        lambda at: os.chown(at.settings, NOBODY, NOBODY),
        "chown nobody",
    ),
    "service.ASK_AS_ROOT": Case(
        lambda at: setting(at, uid=NOBODY - 1), lambda at: setting(at, uid=0)
    ),
    "service.NO_PIN": Case(
        lambda at: at.settings.write_text("sound = true\n"),
        lambda at: at.settings.write_text(f'pin = "{PIN}"\n'),
    ),
    "service.OPEN_PIN": Case(
        lambda at: at.settings.chmod(0o640), lambda at: at.settings.chmod(0o600), "0640"
    ),
    "service.UNKNOWN_PIN": Case(
        lambda at: at.settings.write_text("pin = 3\n"),
        lambda at: at.settings.write_text(f'pin = "{PIN}"\n'),
    ),
    "service.NO_SERVICE": Case(
        lambda at: at.remove("/etc/systemd/system/kiosk.service"), lambda at: at.unit()
    ),
    "service.NO_USER": Case(
        lambda at: at.unit(("User=", "User=nobody-of-this-name\n#")), lambda at: at.unit()
    ),
    "service.NO_PROGRAM": Case(
        lambda at: at.remove("/opt/kiosk/.venv/bin/kiosk"),
        lambda at: at.write("/opt/kiosk/.venv/bin/kiosk", "").chmod(0o755),
        "/opt/kiosk/.venv/bin/kiosk",
    ),
    "service.DISABLED": Case(
        lambda at: at.remove("/etc/systemd/system/multi-user.target.wants/kiosk.service"),
        lambda at: at.link(
            "/etc/systemd/system/graphical.target.wants/kiosk.service", "../kiosk.service"
        ),
    ),
    "service.BROKEN": Case(
        lambda at: at.says("systemctl", "failed"), lambda at: at.says("systemctl", "active")
    ),
    "service.RESTARTING": Case(restarting, lambda at: at.says("systemctl", "active"), "5 times"),
    "service.STOPPED": Case(
        lambda at: at.says("systemctl", "inactive"), lambda at: at.says("systemctl", "activating")
    ),
    "service.GETTY": Case(prompt, lambda at: at.remove(GETTY), "tty1"),
    "service.DESKTOP": Case(
        lambda at: at.link(
            "/etc/systemd/system/display-manager.service", "/lib/systemd/system/gdm.service"
        ),
        lambda at: at.remove("/etc/systemd/system/display-manager.service"),
        "gdm.service",
    ),
    "service.TARGET": Case(
        lambda at: at.link("/etc/systemd/system/default.target", "/x/rescue.target"),
        lambda at: at.link("/etc/systemd/system/default.target", "/x/multi-user.target"),
        "rescue.target",
    ),
    "sound.NO_CARD": Case(
        lambda at: at.write("/proc/asound/cards", "--- no soundcards ---\n"),
        lambda at: at.write("/proc/asound/cards", CARDS),
    ),
    "searching.NO_INDEX": Case(
        lambda at: setattr(index, "_TOKENS", "nothing"),
        lambda at: setattr(index, "_TOKENS", TOKENS),
        "no such tokenizer",
    ),
    "searching.NO_WORDS": Case(
        lambda at: at.pack.raw("one", b"---\n").written(),
        lambda at: at.pack.raw("one", page("Words.")).written(),
        "language en",
    ),
    "searching.BAD_KEYS": Case(
        lambda at: keys(at, 'letters = ["a a"]'),
        lambda at: keys(at, 'letters = ["a b"]'),
        "en.toml:1: 'letters' has the key 'a' twice",
    ),
    "sound.NO_PLAYER": Case(
        lambda at: (at.bin / "aplay").unlink(), lambda at: at.says("paplay", "")
    ),
    "sound.NO_SPEECH": Case(
        lambda at: (at.bin / "espeak-ng").unlink(),
        lambda at: at.says("espeak-ng", ""),
        "install --no-install-recommends espeak-ng",
    ),
    "sound.NO_PROGRAM": Case(
        lambda at: at.settings.write_text('content = "pack"\nspeech.en = ["says"]\n'),
        lambda at: at.says("says", ""),
        "says, which the settings name for the language en",
    ),
    "sound.NO_VOICE": Case(
        lambda at: at.remove(f"/{VOICES[0]}/gmw/en"),
        lambda at: at.write(f"/{VOICES[0]}/gmw/en-GB", "language en-gb\nlanguage en\n"),
        "language en",
    ),
    "printing.NOT_INSTALLED": Case(
        lambda at: printer(at, READY, without="lp"), lambda at: at.says("lp", ""), "but lp is not"
    ),
    "printing.NOTHING_SETS": Case(
        lambda at: printer(at, READY, typst=False), lambda at: setting(at, typst=True), "authors"
    ),
    "printing.SILENT": Case(
        lambda at: printer(at, "scheduler is not running"), lambda at: at.says("lpstat", READY)
    ),
    "printing.UNKNOWN": Case(
        lambda at: printer(at, "scheduler is running"), lambda at: at.says("lpstat", READY), "Desk"
    ),
    "printing.UNREAD": Case(
        lambda at: at.settings.write_text("printer = 5\n"),
        lambda at: at.settings.write_text('content = "pack"\n'),
    ),
    "printing.STOPPED": Case(
        lambda at: printer(at, READY.replace("is idle.  enabled", "disabled")),
        lambda at: at.says("lpstat", READY),
        "cupsenable Desk",
    ),
    "service.SAFE_MODE": Case(lambda at: safe(at, boot="this"), lambda at: safe(at, boot="that")),
    "service.CRASHED": Case(
        lambda at: crash(at, 6.9), lambda at: crash(at, 7.1), "Segmentation fault"
    ),
    "broker.MISSING": Case(lambda at: (told(at).folder / "broker/ca.crt").unlink(), told, "ca.crt"),
    "broker.HIDDEN": Case(
        lambda at: told(at, mode=0o644).made(at.folder / "broker").chmod(0o700),
        lambda at: (at.folder / "broker").chmod(0o755),
    ),
    "broker.OPEN_KEY": Case(
        lambda at: (told(at).folder / "broker" / "client.key").chmod(0o640), told, "chmod 600"
    ),
    "broker.NO_OPENSSL": Case(lambda at: (told(at).bin / "openssl").unlink(), told),
    "broker.BAD": Case(lambda at: told(at).says("openssl", "unable to load"), told, "client.crt"),
    "broker.EXPIRED": Case(lambda at: told(at, "2026-03-04 09:29:59Z"), told, "until 2026-03-04"),
    "broker.EXPIRES": Case(
        lambda at: told(at, "2026-04-03 09:29:59Z"), lambda at: told(at, "2026-04-03 09:30:00Z")
    ),
    "broker.OTHER_NAME": Case(lambda at: told(at, name="other"), told, "is for other"),
    "broker.DISABLED": Case(lambda at: told(at, runs="UnitFileState=disabled"), told, "enable"),
    "broker.STOPPED": Case(
        lambda at: told(at, runs="UnitFileState=enabled\nActiveState=failed"), told
    ),
    "broker.UNREACHABLE": Case(
        lambda at: told(at, runs=RUNS.replace("Connected", "No connection")), told, "to here"
    ),
    "broker.UNREAD": Case(lambda at: at.settings.write_text("broker = 5\n"), told),
    "release.REFUSED": Case(
        lambda at: turn(at, "refused", "it drew no pane"),
        lambda at: turn(at, "taken"),
        "it drew no pane; 1.0 goes on",
    ),
    "release.LEFT": Case(
        lambda at: turn(at, "left", "faults"),
        lambda at: turn(at, "taken"),
        "because it ended by a fault three times in ten minutes; 1.0 is used",
    ),
    "release.HALF": Case(
        lambda at: turn(at, "taken", state="iUR"),
        lambda at: turn(at, "taken"),
        "an update of clinic-kiosk-program was cut off; 1.0 goes on",
    ),
    "delivered_text.NEVER": Case(
        lambda at: said(at, ROOT_FILE).settings, delivered, "none was fetched yet"
    ),
    "delivered_text.REFUSED": Case(
        lambda at: delivered(at, fault="a file is not there"),
        delivered,
        "a file is not there",
    ),
    "delivered_text.EXPIRED": Case(lambda at: delivered(at, expires=-1), delivered, "2026-03-03"),
    "delivered_text.EXPIRES": Case(
        lambda at: delivered(at, expires=13), lambda at: delivered(at, expires=15), "2026-03-17"
    ),
    "delivered_text.UNASKED": Case(lambda at: delivered(at, came=-4), delivered, "2026-02-28"),
    "delivered_text.NOT_SHOWN": Case(lambda at: delivered(at, content="pack"), delivered, "pack"),
    "delivered_text.UNREAD": Case(lambda at: at.settings.write_text("nonsense"), delivered),
    "service.HIDDEN": Case(
        lambda at: at.made(at.state / "health").chmod(0o700),
        lambda at: at.made(at.state / "health").chmod(0o755),
    ),
}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff", b"[" * 100_000, b'{"moment":' * 100_000,
        b'[{"kind":"killed","cause":"","time":"yesterday"}]',
        b'[{"kind":"killed","cause":"","time":"2026-11-22T00:00:00"}]',
    ],
)  # fmt: skip
def test_whatever_stands_in_the_records_of_health_they_are_read(
    place: Place, content: bytes
) -> None:
    at = place.made(place.state / "health")
    for name in ("records", "running"):
        (at / name).write_bytes(content)
    assert [each.mark for each in place.check("crashes")] == ["ok"]


LOOKED_AT_BY_SOMEBODY_ELSE = ("service.ASK_AS_ROOT", "service.HIDDEN", "broker.HIDDEN")


def test_every_fault_has_a_case() -> None:
    assert set(CASES) == set(FAULTS)
    assert len(FAULTS) > 40


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_named_until_its_remedy_mends_it(place: Place, name: str) -> None:
    fault, case = FAULTS[name], CASES[name]
    if name == "service.NO_SETTINGS" and not AS_ROOT:
        pytest.skip("only root can give a file away")
    case.make(place)
    try:
        if name in LOOKED_AT_BY_SOMEBODY_ELSE:
            with somebody_else():
                found = place.check(fault.name)
        else:
            found = place.check(fault.name)
    finally:
        case.mend(place)
    begins = fault.text.partition("{")[0]
    said = [each for each in found if each.mark is fault.mark and each.text.startswith(begins)]
    assert said, found
    assert case.seen in f"{said[0].text} {said[0].remedy}"
    assert said[0].remedy
    [mended] = place.check(fault.name)
    assert mended.mark is Verdict.OK, mended


@pytest.mark.parametrize("name", [name for name in CHECKS if name not in ("qt", "fonts")])
def test_where_all_is_well_each_check_is_one_line(place: Place, name: str) -> None:
    [found] = place.check(name)
    assert (found.name, found.mark, found.remedy) == (name, Verdict.OK, "")


def test_the_manual_lists_every_fault() -> None:
    rows = [
        f"| {fault.name} | {fault.mark} | {cell(fault.text)} | {cell(fault.remedy)} |"
        for fault in sorted(FAULTS.values(), key=lambda fault: list(CHECKS).index(fault.name))
    ]
    told = [
        line
        for line in MANUAL.read_text("utf-8").splitlines()
        if line.split(" ")[1:2] != ["Line"] and line.startswith("| ")
    ]
    assert told == rows


def cell(text: str) -> str:
    return text.replace("{", "*").replace("}", "*").replace("|", "\\|")


def test_the_doctor_looks_for_the_players_that_the_kiosk_uses() -> None:
    assert tuple(name for name, *_ in PLAYERS) == sound.PLAYERS


def test_every_check_that_breaks_is_a_line_of_the_report(place: Place) -> None:
    def broken(machine: Machine, setup: Setup) -> list[Diagnosis]:
        raise ZeroDivisionError("by {nothing}")

    checks = {"one": broken, "two": lambda machine, setup: [Subject("two").fine("well")]}
    one, two = examine(place.machine, place.setup, checks)
    assert (one.name, one.mark, two.mark) == ("one", Verdict.FAIL, Verdict.OK)
    assert "ZeroDivisionError: by {nothing}" in one.text
    assert one.remedy


def test_only_a_failure_makes_the_exit_code_1() -> None:
    ok, warning = Subject("a").fine("."), Diagnosis("b", Verdict.WARN, ".", "x")
    assert exit_code([ok, warning]) == 0
    assert exit_code([ok, warning, Diagnosis("c", Verdict.FAIL, ".", "x")]) == 1


def test_a_line_says_how_bad_it_is_by_sign_and_word_and_stays_one_line() -> None:
    found = [
        Subject("a").fine("well"),
        Diagnosis("bcd", Verdict.WARN, "so\nso", "do"),
        Diagnosis("e", Verdict.FAIL, "no"),
    ]
    assert lines(found).splitlines()[:4] == [
        "✓ ok    a    well", "! warn  bcd  so so", "             → do", "✗ fail  e    no",
    ]  # fmt: skip
    assert lines(found, plain=True).isascii()
    assert all(f"{fault.text}{fault.remedy}".isascii() for fault in FAULTS.values())


def test_what_visitors_search_with_is_told(place: Place) -> None:
    place.pack.languages = ("en", "bn", "de")
    place.pack.take_home = "https://A.Example/hair/index.html"
    place.pack.written()
    keys(place, 'letters = ["a b"]')
    assert [each.text for each in place.check("search")] == [
        "en: 3 words; bn: 3 words; de: 3 words"
    ]
    assert [each.text for each in place.check("keyboard")] == [
        "en: the pack's; bn: the kiosk's; de: made of the letters of its pages"
    ]
    assert [each.text for each in place.check("take_home")] == ["codes lead to a.example/hair"]
    place.pack.take_home = ""
    place.pack.written()
    assert [each.text for each in place.check("take_home")] == [
        "none is set: no page offers a code for phones"
    ]


def test_a_slow_command_is_given_up(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.install.doctor.machine.SECONDS", 0.05)
    assert place.machine.run(["sh", "-c", "read x < /dev/zero"]).code == 124


def test_a_picture_that_is_missing_is_named_with_its_page(place: Place) -> None:
    place.pack.raw("two", page("![A thing](thing.svg)")).written()
    [finding] = place.check("pack")
    assert finding.mark is Verdict.WARN
    assert "two.md:" in finding.text
    assert "'thing.svg' is missing" in finding.text


def test_the_letters_of_the_resting_screen_count(place: Place) -> None:
    place.pack.card("Smile \U0001f642", "one").written()
    place.fonts()
    [finding] = place.check("fonts")
    assert "\U0001f642" in finding.text
    assert "fonts-noto-color-emoji" in finding.remedy


def test_the_letters_of_the_kiosks_own_words_count(place: Place) -> None:
    place.pack.languages = ("en", "bn")  # without a page in Bengali
    place.pack.written()
    place.fonts()
    [finding] = place.check("fonts")
    assert "no font for the language bn" in finding.text
    assert "fonts-noto-core" in finding.remedy
    place.fonts(noto("NotoSansBengali-Regular.ttf"))
    assert [each.mark.value for each in place.check("fonts")] == ["ok"]


def test_the_settings_are_those_that_the_service_looks_for(place: Place) -> None:
    place.made(place.folder / "etc" / "kiosk")
    shutil.move(place.settings, place.folder / "etc" / "kiosk" / "settings.toml")
    place.unit((f" --settings {place.settings}", ""), ("=/etc/xdg", f"={place.folder / 'etc'}"))
    assert place.setup.file == place.folder / "etc" / "kiosk" / "settings.toml"
    assert place.setup.settings.pin == PIN


def test_what_was_added_to_the_service_counts(place: Place) -> None:
    place.write("/etc/systemd/system/kiosk.service.d/x.conf", "[Service]\nUser=root\nConflicts=\n")
    unit = place.setup.unit
    assert unit is not None
    assert unit.last("User") == "root"
    assert unit.words("Conflicts") == []


def test_a_home_that_can_not_be_looked_into_is_no_reason_to_stop(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut_up = place.folder / "home"
    shut_up.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(shut_up))
    place.remove("/etc/systemd/system/kiosk.service")
    with somebody_else():
        assert place.setup.settings == Settings()


def test_the_doctor_reports_even_where_qt_can_not_be_loaded(place: Place) -> None:
    place.without_qt()
    command = ["doctor", "--format", "json", "--content", str(place.pack.folder)]
    ran = subprocess.run(
        [sys.executable, "-m", "kiosk", *command],
        cwd=ROOT, env={**os.environ, **place.environment, "PATH": os.environ["PATH"],
                       "PYTHONPATH": f"{place.folder / 'broken'}"},
        capture_output=True, text=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (1, "")
    checks = json.loads(ran.stdout)["checks"]
    assert [each["state"] for each in checks if each["name"] == "qt"] == ["fail"]
    names = {each["name"] for each in checks}
    assert names >= set(CHECKS) - {"console"}  # told where there is a service
