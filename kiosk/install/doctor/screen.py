"""Checks of what a patient stands before: display, touchscreen, and cage that shows the kiosk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.install.set_screen import has_option_r, screen_files
from kiosk.outputs import PROGRAM, TRANSFORMS, outputs

_DISPLAY = Subject("display")
NO_CARD = _DISPLAY.fail(
    "the kernel knows no graphics card with a socket for a screen",
    "Install the card's firmware (firmware-amd-graphics or firmware-misc-nonfree), then restart.",
)
NO_SCREEN = _DISPLAY.fail(
    "no screen is connected ({sockets})",
    "Plug the screen in and switch it on, then ask again.",
)
NO_SESSION = _DISPLAY.fail(
    "{name} names {value}, which is not there",
    "unset {name}; or ask again from inside the session.",
)


def session(machine: Machine) -> Path | str | None:
    """Give the socket of the session that the environment names, a far one's name, or None."""
    wayland = machine.environment.get("WAYLAND_DISPLAY", "")
    if wayland:
        return machine.path(machine.environment.get("XDG_RUNTIME_DIR", "/")) / wayland
    display = machine.environment.get("DISPLAY", "")
    near = re.match(r"(?:unix)?:(\d+)", display)
    return machine.path(f"/tmp/.X11-unix/X{near[1]}") if near else display or None


def check_display(machine: Machine) -> Iterator[Diagnosis]:
    """Check that a screen is connected, or that there is a session to show a window in."""
    place = session(machine)
    if place is not None:
        name = "WAYLAND_DISPLAY" if machine.environment.get("WAYLAND_DISPLAY") else "DISPLAY"
        value = machine.environment[name]
        if isinstance(place, Path) and not place.exists():
            yield NO_SESSION.found(name=name, value=value)
        else:
            yield _DISPLAY.fine(f"the session {value}")
        return
    sockets = _sockets(machine)
    connected = [name for name, status in sockets.items() if status == "connected"]
    if connected:
        yield _DISPLAY.fine(f"connected: {', '.join(connected)}")
    elif sockets:
        yield NO_SCREEN.found(sockets=", ".join(sockets))
    else:
        yield NO_CARD.found()


def _sockets(machine: Machine) -> dict[str, str]:
    """Give the graphics card's sockets for screens, and whether one is connected to each."""
    return {
        # card0-HDMI-A-1: the card, then the socket's name.
        file.parent.name.partition("-")[2]: file.read_text("utf-8").strip()
        for file in sorted(machine.path("/sys/class/drm").glob("card*-*/status"))
    }


_TOUCH = Subject("touch")
NO_TOUCH = _TOUCH.warn(
    "no touchscreen is known",
    "Plug in the touchscreen's own USB cable, then look at: sudo dmesg | grep -i input",
)

_DIRECT = 1  # INPUT_PROP_DIRECT of linux/input-event-codes.h: the finger is on the picture itself
_MT_POSITION = 0x35, 0x36  # ABS_MT_POSITION_X and _Y


def check_touch(machine: Machine) -> Iterator[Diagnosis]:
    """Check that udev, or else the kernel, knows a touchscreen."""
    names = {}
    direct = []
    for device in machine.text("/proc/bus/input/devices").split("\n\n"):
        name = (re.findall(r'^N: Name="(.*)"$', device, re.MULTILINE) or ["a touchscreen"])[0]
        for event in re.findall(r"\b(event\d+)\b", device):
            names[event] = name
        axes, properties = _bits(device, "ABS"), _bits(device, "PROP")
        if properties >> _DIRECT & 1 and all(axes >> axis & 1 for axis in _MT_POSITION):
            direct.append(name)
    tagged = [
        names.get(_event(machine, file.name), "a touchscreen")
        for file in sorted(machine.path("/run/udev/data").glob("c13:*"))
        if "E:ID_INPUT_TOUCHSCREEN=1" in file.read_text("utf-8", "replace").splitlines()
    ]
    found = list(dict.fromkeys(tagged or direct))
    yield _TOUCH.fine(", ".join(found)) if found else NO_TOUCH.found()


def _bits(device: str, kind: str) -> int:
    """Read a bit map of /proc/bus/input/devices: words of 64 bits, the highest first."""
    line = re.search(rf"^B: {kind}=(.*)$", device, re.MULTILINE)
    total = 0
    for word in line[1].split() if line else []:
        total = total << 64 | int(word, 16)
    return total


def _event(machine: Machine, file: str) -> str:
    """Give the name of an input device, such as event3, from udev's file c13:67."""
    return Path(machine.link(f"/sys/dev/char/{file[1:]}")).name


_CAGE = Subject("cage")
NO_CAGE = _CAGE.fail(
    "not installed: {missing}; the service shows the kiosk in it",
    "sudo apt-get install --no-install-recommends cage xwayland seatd",
)
OLD_CAGE = _CAGE.warn(
    "version {version} is older than any that the kiosk was tried in",
    "Use Debian 12, Ubuntu 22.04, or later.",
)
NO_SEAT = _CAGE.fail(
    "seatd, which opens screen and touch for it, is not running",
    "sudo apt-get install seatd; sudo systemctl enable --now seatd",
)
OLDEST_CAGE = (0, 1, 4)


def check_cage(machine: Machine) -> Iterator[Diagnosis]:
    """Check cage, Xwayland, without which it does not start, and who opens devices for it."""
    missing = [name for name in ("cage", "Xwayland") if not machine.command(name)]
    if missing:
        if session(machine) is None:
            yield NO_CAGE.found(missing=", ".join(missing))
        else:
            yield _CAGE.fine("not needed in this session")
        return
    version = ".".join(re.findall(r"\d+", machine.run(["cage", "-v"]).out)[:3])
    # An unknown version is no reason to worry anybody.
    if version and tuple(map(int, version.split("."))) < OLDEST_CAGE:
        yield OLD_CAGE.found(version=version)
        return
    if session(machine) is None and not machine.path("/run/seatd.sock").exists():
        yield NO_SEAT.found()
    else:
        yield _CAGE.fine(version or "there")


_OUTPUTS = Subject("outputs")
NOT_HANDED_ON = _OUTPUTS.warn(
    "what the settings say of the screen does not hold yet: it is not in {files}",
    "sudo kiosk set-screen; sudo systemctl restart kiosk",
)
NO_RANDR = _OUTPUTS.warn(
    "wlr-randr, by which the screen is turned or another one stays off, is not installed",
    "sudo apt-get install wlr-randr; sudo systemctl restart kiosk",
)
STAYS_ON = _OUTPUTS.warn(
    "this cage shows the kiosk on all screens, whatever screens and outputs_off say",
    "Use Debian 13, or unplug the others and take these two out of the settings.",
)
NO_OUTPUT = _OUTPUTS.warn(
    "no socket is called {names}, which is to stay off; there are {sockets}",
    "Write one of those into outputs_off, then: sudo kiosk set-screen",
)
NOT_TURNED = _OUTPUTS.warn(
    "the picture on {name} is turned by {found}, not by {wanted}",
    "sudo systemctl restart kiosk; if that does not help, read why: journalctl -b -u kiosk",
)
UNREAD = _OUTPUTS.without_settings()


def check_outputs(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that the screen is as the settings say, as far as somebody outside can see."""
    if setup.problem:
        yield UNREAD.found()
        return
    settings = setup.settings
    helped = machine.run(["cage", "-h"])
    turns = has_option_r(helped.out + helped.err)
    files = screen_files(settings, cage_turns=turns) if setup.unit else {}
    old = [str(path) for path, text in files.items() if machine.text(str(path)) != text]
    faults = [NOT_HANDED_ON.found(files=" and ".join(old))] if old else []
    asks = settings.rotation and not turns
    if turns and (settings.outputs_off or settings.screens == "last"):
        faults.append(STAYS_ON.found())
    elif (asks or settings.outputs_off) and not machine.command(PROGRAM):
        faults.append(NO_RANDR.found())
    sockets = _sockets(machine)
    if unknown := [name for name in settings.outputs_off if sockets and name not in sockets]:
        faults.append(NO_OUTPUT.found(names=" and ".join(unknown), sockets=", ".join(sockets)))
    wanted = TRANSFORMS[settings.rotation]
    for each in outputs(_listing(machine, setup)) if asks and not faults else ():
        if each.on and each.transform != wanted:
            faults.append(NOT_TURNED.found(name=each.name, found=each.transform, wanted=wanted))
    told = f"turned by {settings.rotation}" if settings.rotation else "not turned"
    yield from faults or [_OUTPUTS.fine(told)]


def _listing(machine: Machine, setup: Setup) -> str:
    """Give what the kiosk's compositor says of its outputs; empty if it can't be asked."""
    folder = setup.unit.variable("XDG_RUNTIME_DIR") if setup.unit else ""
    there = machine.path(folder).glob("wayland-*") if folder and machine.uid == 0 else ()
    # A cage that was killed has left its own behind.
    names = sorted((each for each in there if each.suffix != ".lock"), key=_changed)
    if not names:
        return ""
    place = [f"XDG_RUNTIME_DIR={machine.path(folder)}", f"WAYLAND_DISPLAY={names[-1].name}"]
    return machine.run(["env", *place, PROGRAM]).out


def _changed(file: Path) -> int:
    return file.stat().st_mtime_ns
