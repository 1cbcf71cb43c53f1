"""Checks of what starts the kiosk and what it is told: settings, PIN, the service, its console."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.health.crash_record import CRASHES, CrashRecord, RunMark
from kiosk.health.last_run import read_records
from kiosk.health.safe_mode import MANY
from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import PLACES, UNIT, Setup, uid_of
from kiosk.whole_file import Unreadable, decoded

_SETTINGS = Subject("settings")
BAD_SETTINGS = _SETTINGS.fail("{problem}", "sudo kiosk settings --check")
NO_SETTINGS = _SETTINGS.fail("{user} can't read {file}", "sudo chown {user} {file}")
ASK_AS_ROOT = _SETTINGS.warn("only the user {user} or root can read {file}", "sudo kiosk doctor")


def check_settings(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that settings files, if there are any, hold no fault and their user can read them."""
    if setup.hidden and setup.user and machine.uid != 0:
        yield ASK_AS_ROOT.found(user=setup.user, file=setup.file)
    elif setup.problem:
        yield BAD_SETTINGS.found(problem=setup.problem.rstrip("."))
    elif not setup.files:
        yield _SETTINGS.fine(f"{setup.file} is not there: the defaults hold")
    elif closed := _closed(machine, setup):
        yield NO_SETTINGS.found(user=setup.user, file=closed)
    else:
        yield _SETTINGS.fine(", ".join(map(str, setup.files)))


def _closed(machine: Machine, setup: Setup) -> Path | None:
    """Give a file that the kiosk's user can't read."""
    for file in setup.files if setup.user and machine.uid == 0 else ():
        # An unknown user is the service's fault, and told there.
        if machine.run(["test", "-r", str(file)], user=setup.user).code not in (0, 126):
            return file
    return None


_PIN = Subject("pin")
NO_PIN = _PIN.warn("none is set: nobody can open the staff page", "sudo kiosk set-pin")
OPEN_PIN = _PIN.warn(
    "others than its owner can read {file} (mode {mode})",
    "sudo chmod 600 {file}; then a new PIN: sudo kiosk set-pin",
)
UNKNOWN_PIN = _PIN.warn("the settings can't be read", "Mend the line settings first.")


def check_pin(setup: Setup) -> Iterator[Diagnosis]:
    """Check that a PIN is set and that only the file's owner can read its hash."""
    if setup.problem:
        yield UNKNOWN_PIN.found()
    elif not (setup.settings.pin and setup.pin_file):
        yield NO_PIN.found()
    else:
        mode = stat.S_IMODE(setup.pin_file.stat().st_mode)
        if mode & 0o077:
            yield OPEN_PIN.found(file=setup.pin_file, mode=f"{mode:04o}")
        else:
            yield _PIN.fine("set, and only its owner can read it")


_SERVICE = Subject("service")
NO_SERVICE = _SERVICE.warn(
    "not installed: the kiosk does not start with the computer",
    "sudo kiosk install",
)
NO_USER = _SERVICE.fail("its user {user} does not exist", "sudo kiosk install")
NO_PROGRAM = _SERVICE.fail("{program}, which it starts, is not there", "sudo kiosk install")
DISABLED = _SERVICE.warn("it does not start with the computer", "sudo systemctl enable {unit}")
BROKEN = _SERVICE.fail(
    "it has failed",
    "Read why: journalctl -b -u {unit}; then: sudo systemctl restart {unit}",
)
RESTARTING = _SERVICE.fail(
    "it ends again and again: {restarts} times since it was started",
    "Read why: journalctl -b -u {unit}",
)
STOPPED = _SERVICE.warn("it is not running", "sudo systemctl start {unit}")


def check_service(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that the service is whole, starts with the computer, and runs."""
    unit = setup.unit
    if unit is None:
        yield NO_SERVICE.found()
        return
    faults = []
    user = unit.last("User")
    if user and uid_of(user) is None:
        faults.append(NO_USER.found(user=user))
    for word in unit.words("ExecStart"):
        program = word.lstrip("@-:+!")
        if not program.startswith("/"):
            if program.startswith(("-", "$")) or program != word:
                continue
            break  # the kiosk's own arguments begin here
        if not os.access(machine.path(program), os.X_OK):
            faults.append(NO_PROGRAM.found(program=program))
    wanted = machine.path(PLACES[0]).glob("*.wants")
    if not any(os.path.lexists(folder / UNIT) for folder in wanted):
        faults.append(DISABLED.found(unit=UNIT))
    state = machine.run(["systemctl", "is-active", UNIT]).out.strip()
    if state == "failed":
        faults.append(BROKEN.found(unit=UNIT))
    elif state == "activating" and (restarts := _restarts(machine)) >= MANY:
        faults.append(RESTARTING.found(restarts=restarts, unit=UNIT))
    elif state not in ("active", "activating"):
        faults.append(STOPPED.found(unit=UNIT))
    yield from faults or [_SERVICE.fine(f"{unit.file}: {state}")]


def _restarts(machine: Machine) -> int:
    """Give how often systemd has started the service again by itself; 0 where it doesn't say."""
    said = machine.run(["systemctl", "show", "-p", "NRestarts", "--value", UNIT]).out.strip()
    return int(said) if said.isdecimal() else 0


_CONSOLE = Subject("console")
GETTY = _CONSOLE.warn(
    "a login prompt takes {tty} from the kiosk",
    "sudo systemctl disable --now getty@{tty}.service",
)
DESKTOP = _CONSOLE.warn(
    "{name} starts a desktop on the kiosk's screen",
    "sudo systemctl disable --now {name}",
)
TARGET = _CONSOLE.warn(
    "the computer starts into {target}, the kiosk with {wanted}",
    "sudo systemctl set-default {wanted}",
)


def check_console(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that nothing else takes the screen, and that the computer starts far enough."""
    unit = setup.unit
    if unit is None:
        return
    place = PLACES[0]
    tty = Path(unit.last("TTYPath") or "tty1").name
    getty = f"getty@{tty}.service"
    faults = []
    # A service that says Conflicts= makes the prompt go away by itself.
    if machine.link(f"{place}/getty.target.wants/{getty}") and getty not in unit.words("Conflicts"):
        faults.append(GETTY.found(tty=tty))
    desktop = Path(machine.link(f"{place}/display-manager.service")).name
    if desktop:
        faults.append(DESKTOP.found(name=desktop))
    target = next((link for each in PLACES if (link := machine.link(f"{each}/default.target"))), "")
    target = Path(target).name
    # graphical.target starts all of multi-user.target too.
    reached = {"graphical.target": ["graphical.target", "multi-user.target"]}.get(target, [target])
    wanted = unit.words("WantedBy")
    if target and wanted and not set(wanted) & {*reached, "default.target"}:
        faults.append(TARGET.found(target=target, wanted=wanted[0]))
    yield from faults or [_CONSOLE.fine(f"{tty} is the kiosk's, in {target or 'a container'}")]


RECENT = timedelta(days=7)

_CRASHES = Subject("crashes")
SAFE_MODE = _CRASHES.warn(
    "the kiosk runs in safe mode; the last crash: {told}",
    "Read why: journalctl -u {unit}; then: sudo systemctl restart {unit}",
)
CRASHED = _CRASHES.warn(
    "{count} in the last 7 days; the last one {time}: {told}",
    "Read why: journalctl -u {unit}; send the record on the staff page with a report.",
)
HIDDEN = _CRASHES.warn("{folder} can't be read", "sudo kiosk doctor")


def check_crashes(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check what the kiosk's crash records say of the last days, and whether it is in safe mode."""
    folder = setup.state / "health"
    try:
        records = _records(folder / "records")
        safe = is_safe(machine, folder / "running")
    except PermissionError:
        yield HIDDEN.found(folder=folder)
        return
    since = machine.now - RECENT
    crashes = [record for record in records if record.kind in CRASHES]
    recent = [record for record in crashes if _is_since(record.time, since)]
    told = crashes[-1].told if crashes else "none is known"
    count = len(recent)
    if safe:
        yield SAFE_MODE.found(told=told, unit=UNIT).measured(count)
    elif recent:
        crashed = CRASHED.found(count=count, time=crashes[-1].time, told=told, unit=UNIT)
        yield crashed.measured(count)
    else:
        yield _CRASHES.fine("none in the last 7 days").measured(0)


def _records(file: Path) -> tuple[CrashRecord, ...]:
    try:
        return read_records(file)
    except (FileNotFoundError, Unreadable):
        return ()  # the kiosk begins a new file in place of a damaged one


def _is_since(time: str, since: datetime) -> bool:
    try:
        return datetime.fromisoformat(time) >= since
    except (ValueError, TypeError):  # a damaged record; a time without its zone
        return False


def is_safe(machine: Machine, file: Path) -> bool:
    """Tell whether the kiosk that runs, or ran last since the computer was started, is careful."""
    try:
        mark = decoded(file.read_bytes().partition(b"\n")[0], RunMark)
    except (FileNotFoundError, Unreadable):
        return False
    return mark.safe and mark.moment.boot == machine.text("/proc/sys/kernel/random/boot_id").strip()
