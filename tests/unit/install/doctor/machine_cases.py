"""How each fault of the computer, its screen and its sound is made, and what mends it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from kiosk.install import set_screen
from kiosk.install.changes import Changes
from kiosk.outputs import PROGRAM
from kiosk.speech.engine import VOICES
from tests.unit.install.doctor.doctor_place import (
    AS_ROOT,
    CARDS,
    FINGERS,
    NOW,
    TOUCH,
    Case,
    Place,
    said,
    setting,
)

OLD_HELP = "Usage: cage\n -r\t Rotate the output"


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


def unasked(at: Place) -> None:
    at.says("timedatectl", "no")
    at.write("/usr/lib/systemd/systemd-timesyncd", "")


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


def plugged(at: Place) -> None:
    at.write("/run/udev/data/c13:67", "E:ID_INPUT=1\nE:ID_INPUT_TOUCHSCREEN=1\n")
    at.link("/sys/dev/char/13:67", "../../devices/usb1/input/input5/event3")


MACHINE_CASES: Mapping[str, Case] = {
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
    "sound.NO_CARD": Case(
        lambda at: at.write("/proc/asound/cards", "--- no soundcards ---\n"),
        lambda at: at.write("/proc/asound/cards", CARDS),
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
}
