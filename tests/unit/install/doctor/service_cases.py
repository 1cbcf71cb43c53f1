"""How each fault of the service, its release and its broker is made, and what mends it."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from datetime import timedelta

import msgspec

from kiosk.health.crash_record import CrashRecord, Instant, Kind, RunMark
from kiosk.install.doctor import broker
from kiosk.releases.releases import Record, Turn
from kiosk.releases.switching import Switching
from tests.unit.install.doctor.doctor_place import NOBODY, NOW, PIN, Case, Place, setting


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


def turn(at: Place, kind: str, why: str = "", state: str = "ii ") -> None:
    """Have two releases there, and write down what became of the newer one."""
    at.says("dpkg-query", f"clinic-kiosk-authors un \nclinic-kiosk-program {state}")
    releases = Switching(at.root / "opt/kiosk", at.root / "var/lib/clinic-kiosk")
    for name in ("1.0", "1.1"):
        (releases.folder / name).mkdir(parents=True, exist_ok=True)
    releases.use("1.0", "1.1")
    releases.write(Record(None, Turn(kind, "1.1", "1.0", why, 1_772_616_600.0)))


SERVICE_CASES: Mapping[str, Case] = {
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
    "service.SAFE_MODE": Case(lambda at: safe(at, boot="this"), lambda at: safe(at, boot="that")),
    "service.CRASHED": Case(
        lambda at: crash(at, 6.9), lambda at: crash(at, 7.1), "Segmentation fault"
    ),
    "service.HIDDEN": Case(
        lambda at: at.made(at.state / "health").chmod(0o700),
        lambda at: at.made(at.state / "health").chmod(0o755),
    ),
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
}
