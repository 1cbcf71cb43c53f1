"""Checks of the computer itself: Python, system libraries, memory, disk, clock, folders."""

from __future__ import annotations

import os
import pwd
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup

PYTHONS = ((3, 11), (3, 12), (3, 13))

_PYTHON = Subject("python")
PYTHON = _PYTHON.fail(
    "Python {version} runs this",
    "Make the kiosk's environment anew with Python 3.11, 3.12 or 3.13.",
)


def check_python(version: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Diagnosis]:
    """Check the interpreter."""
    said = ".".join(map(str, version))
    yield _PYTHON.fine(said) if version[:2] in PYTHONS else PYTHON.found(version=said)


_LIBRARIES = Subject("libraries")
NO_CORE = _LIBRARIES.fail(
    "the kiosk can't start without {missing}",
    "sudo apt-get install --no-install-recommends {packages}",
)
NO_WINDOWS = _LIBRARIES.fail(
    "the kiosk gets no window on {system} without {missing}",
    "sudo apt-get install --no-install-recommends {packages}",
)
OTHER_WINDOWS = _LIBRARIES.warn(
    "the kiosk runs, but not on {system}, without {missing}",
    "sudo apt-get install --no-install-recommends {packages}",
)
UNKNOWN_LIBRARIES = _LIBRARIES.warn(
    "ldconfig does not tell which libraries there are",
    "Look whether the kiosk starts; docs/install.md names the packages.",
)


def check_libraries(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that the dynamic linker knows each library of assets/deploy/libraries.txt."""
    lines = (setup.assets / "deploy" / "libraries.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    ran = machine.run(["ldconfig", "-p"])
    if ran.code:
        yield UNKNOWN_LIBRARIES.found()
        return
    known = {line.split()[0] for line in ran.out.splitlines() if "=>" in line}
    session = machine.environment
    # The service runs in cage, which speaks Wayland.
    used = "xcb" if session.get("DISPLAY") and not session.get("WAYLAND_DISPLAY") else "wayland"
    complete = True
    for kind, system in (("core", ""), ("wayland", "Wayland"), ("xcb", "X")):
        lacking = [(name, package) for what, name, package in rows if what == kind]
        lacking = [pair for pair in lacking if pair[0] not in known]
        if lacking:
            fault = {"core": NO_CORE, used: NO_WINDOWS}.get(kind, OTHER_WINDOWS)
            packages = " ".join(dict.fromkeys(package for _, package in lacking))
            missing = ", ".join(name for name, _ in lacking)
            yield fault.found(system=system, missing=missing, packages=packages)
            complete = False
    if complete:
        yield _LIBRARIES.fine(f"all {len(rows)} are there")


LEAST_MEMORY = 1_000
"""MB. Kiosk and compositor take about 200 of them, Debian without a desktop about as much."""
FREE_MEMORY = 250

_MEMORY = Subject("memory")
LITTLE_MEMORY = _MEMORY.warn("{total} MB in all", "Put in more: {least} MB or above.")
NO_FREE_MEMORY = _MEMORY.warn(
    "{free} MB of {total} MB are free",
    "Take other programs off this computer: the kiosk should be alone. ps aux --sort=-rss",
)
UNKNOWN_MEMORY = _MEMORY.warn("/proc/meminfo can't be read", "mount /proc")


def check_memory(machine: Machine) -> Iterator[Diagnosis]:
    """Check how much memory there is and how much of it is free."""
    figures = {
        words[0].rstrip(":"): int(words[1]) // 1000
        for words in map(str.split, machine.text("/proc/meminfo").splitlines())
        if len(words) > 1 and words[1].isdecimal()
    }
    total, free = figures.get("MemTotal"), figures.get("MemAvailable")
    if total is None or free is None:
        yield UNKNOWN_MEMORY.found()
    elif total < LEAST_MEMORY:
        yield LITTLE_MEMORY.found(total=total, least=LEAST_MEMORY).measured(free, "MB")
    elif free < FREE_MEMORY:
        yield NO_FREE_MEMORY.found(free=free, total=total).measured(free, "MB")
    else:
        yield _MEMORY.fine(f"{free} MB of {total} MB are free").measured(free, "MB")


LEAST_DISK = 200
"""MB. The pack's last good text, compiled pages, records of crashes and the system's own log."""

_DISK = Subject("disk")
LITTLE_DISK = _DISK.warn(
    "{free} MB are free for {folder}",
    "Make room, {least} MB or more: sudo apt-get clean; sudo journalctl --vacuum-size=100M",
)


def check_disk(setup: Setup) -> Iterator[Diagnosis]:
    """Check the room on the file systems of the state and cache folders."""
    room: dict[int, int] = {}
    for folder in (setup.state, setup.cache):
        place = existing(folder)
        device = place.stat().st_dev
        if device in room:
            continue
        status = os.statvfs(place)
        room[device] = free = status.f_bavail * status.f_frsize // 1_000_000
        if free < LEAST_DISK:
            little = LITTLE_DISK.found(free=free, folder=folder, least=LEAST_DISK)
            yield little.measured(free, "MB")
    if (least := min(room.values())) >= LEAST_DISK:
        yield _DISK.fine(f"{least} MB are free").measured(least, "MB")


_FOLDERS = Subject("folders")
NO_ENTRY = _FOLDERS.fail(
    "{user} can't write in {folder}",
    "sudo install -d -o {user} {folder}; sudo chown -R {user} {folder}",
)
ASK_AS_ROOT = _FOLDERS.warn("only root can look as the user {user}", "sudo kiosk doctor")


def check_folders(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that the kiosk's user can write what it keeps."""
    if setup.user and machine.uid != 0:
        yield ASK_AS_ROOT.found(user=setup.user)
        return
    user = setup.user or name_of(machine.uid)
    bad = False
    for folder, made in ((setup.state, "StateDirectory"), (setup.cache, "CacheDirectory")):
        if not os.path.exists(folder) and setup.unit and setup.unit.last(made):
            continue  # systemd makes it at the service's first start
        place = existing(folder)
        asked = machine.run(["test", "-w", str(place), "-a", "-x", str(place)], user=setup.user)
        if asked.code:
            bad = True
            yield NO_ENTRY.found(user=user, folder=folder)
    if not bad:
        yield _FOLDERS.fine(f"{user} can write in {setup.state} and {setup.cache}")


def name_of(uid: int) -> str:
    """Give a user's name, or the number where it has none."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def existing(folder: Path) -> Path:
    """Give the folder, or the nearest one above it that is there."""
    return next(place for place in (folder, *folder.absolute().parents) if os.path.exists(place))


FIRST_YEAR, LAST_YEAR = 2025, 2100

_CLOCK = Subject("clock")
WRONG_YEAR = _CLOCK.warn(
    "it says {now}",
    "sudo timedatectl set-time 'YYYY-MM-DD hh:mm'; if it forgets, change the clock's battery.",
)
NO_ZONE = _CLOCK.warn(
    "the time zone is {zone}",
    "Set the clinic's: sudo timedatectl set-timezone Region/City. Opening hours go by it.",
)
NOT_ASKED = _CLOCK.warn(
    "nothing has set it right since the computer was started",
    "sudo timedatectl set-ntp true, and plug the network in; without one set it by hand twice a "
    "year.",
)
NOT_KEPT = _CLOCK.warn(
    "nothing keeps it right",
    "sudo apt-get install systemd-timesyncd; without a network set it by hand twice a year.",
)


def check_clock(machine: Machine) -> Iterator[Diagnosis]:
    """Check the year, the time zone, and that the network keeps the clock right."""
    now = f"{machine.now:%Y-%m-%d %H:%M}"
    zone = machine.link("/etc/localtime").partition("zoneinfo/")[2]
    asked = machine.run(["timedatectl", "show", "--property=NTPSynchronized", "--value"])
    kept = asked.out.strip() == "yes" or machine.path("/run/systemd/timesync/synchronized").exists()
    plausible = FIRST_YEAR <= machine.now.year < LAST_YEAR
    zoned = zone not in ("", "UTC") and not zone.startswith("Etc/")
    if not plausible:
        yield WRONG_YEAR.found(now=now)
    if not zoned and not machine.path("/etc/localtime").is_file():
        yield NO_ZONE.found(zone="not set")
    elif zone and not zoned:
        yield NO_ZONE.found(zone=zone)
    if not kept:
        installed = machine.path("/usr/lib/systemd/systemd-timesyncd").exists()
        yield (NOT_ASKED if installed else NOT_KEPT).found().measured(0)
    if plausible and kept and (zoned or not zone):
        fine = _CLOCK.fine(f"{now}, {zone or 'with a time zone'}, kept right by the network")
        yield fine.measured(1)
