"""Checks of what tells a broker how this kiosk is: its certificate, its service, its connection.

Nothing here keeps patients from reading, so that nothing is worse than a warning.
"""

from __future__ import annotations

import os
import re
import socket
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup

UNIT = "kiosk-announce.service"
FILES = ("ca.crt", "client.crt", "client.key")
UNREACHED = "No connection"
"""How the words of that service begin while it reaches no broker."""

SOON = timedelta(days=30)

_BROKER = Subject("broker")
MISSING = _BROKER.warn("{file} is not there", "Make it as docs/fleet.md tells, and copy it there.")
HIDDEN = _BROKER.warn("only root can read {file}", "sudo kiosk doctor")
OPEN_KEY = _BROKER.warn("others than its owner can read {file}", "sudo chmod 600 {file}")
NO_OPENSSL = _BROKER.warn(
    "openssl, which reads certificates, is not installed",
    "sudo apt-get install --no-install-recommends openssl",
)
BAD = _BROKER.warn("{file} is no certificate", "Make it anew as docs/fleet.md tells.")
EXPIRED = _BROKER.warn(
    "the certificate {file} was good until {day}",
    "Make a new one as docs/fleet.md tells; then: sudo systemctl restart {unit}",
)
EXPIRES = _BROKER.warn(
    "the certificate {file} is good until {day}",
    "Make a new one as docs/fleet.md tells; then: sudo systemctl restart {unit}",
)
OTHER_NAME = _BROKER.warn(
    "the certificate is for {name}, and this computer is called {host}",
    "Make one for {host}, or: sudo hostnamectl set-hostname {name}",
)
DISABLED = _BROKER.warn(
    "the settings name {broker}, but nothing tells it how this kiosk is",
    "sudo systemctl enable --now {unit}",
)
STOPPED = _BROKER.warn("what tells {broker} is not running", "Read why: journalctl -b -u {unit}")
UNREACHABLE = _BROKER.warn(
    "{status}", "Look at the network, the broker and both certificates; patients notice nothing."
)
UNREAD = _BROKER.without_settings()


def check_broker(
    machine: Machine, setup: Setup, *, connected: bool = True, host: str = ""
) -> Iterator[Diagnosis]:
    """Check that the broker is told how this kiosk is, and that its certificate is good.

    `connected`: whether the connection is looked at too; `host`: the computer's name, if known.
    """
    broker = setup.settings.broker
    if setup.problem:
        yield UNREAD.found()
        return
    if not broker:
        yield _BROKER.fine("none is set: nobody is told how this kiosk is")
        return
    faults = [*_files(setup.file.parent / "broker")]
    days = None
    if not faults:
        judged, days = _certificate(machine, setup, host or socket.gethostname())
        faults += judged
    if connected:
        faults += _service(machine, broker)
    for fault in faults or [_BROKER.fine(broker)]:
        yield fault if days is None else fault.measured(days, "d")


def _files(folder: Path) -> Iterator[Diagnosis]:
    for name in FILES:
        file = folder / name
        try:
            mode = file.stat().st_mode
        except PermissionError:
            yield HIDDEN.found(file=file)
            return
        except OSError:
            yield MISSING.found(file=file)
            continue
        if not os.access(file, os.R_OK):
            yield HIDDEN.found(file=file)
        elif name.endswith(".key") and stat.S_IMODE(mode) & 0o077:
            yield OPEN_KEY.found(file=file)


def _certificate(machine: Machine, setup: Setup, host: str) -> tuple[list[Diagnosis], int | None]:
    """Give the certificate's faults, and the days for which it is good."""
    file = setup.file.parent / "broker" / FILES[1]
    asked = ["openssl", "x509", "-in", str(file), "-noout", "-subject", "-enddate"]
    said = machine.run([*asked, "-nameopt", "RFC2253", "-dateopt", "iso_8601"])
    if said.code == 127:
        return [NO_OPENSSL.found()], None
    name = re.search(r"^subject=.*?\bCN=([^,\n]+)", said.out, re.MULTILINE)
    until = re.search(r"^notAfter=(.+)$", said.out, re.MULTILINE)
    if said.code or not (name and until):
        return [BAD.found(file=file)], None
    ends = datetime.fromisoformat(until[1])
    told = {"file": file, "day": ends.date(), "unit": UNIT}
    faults = []
    if ends < machine.now:
        faults.append(EXPIRED.found(**told))
    elif ends - machine.now < SOON:
        faults.append(EXPIRES.found(**told))
    if name[1] != host:
        faults.append(OTHER_NAME.found(name=name[1], host=host))
    return faults, (ends - machine.now).days


def _service(machine: Machine, broker: str) -> Iterator[Diagnosis]:
    properties = "--property=ActiveState,UnitFileState,StatusText"
    asked = machine.run(["systemctl", "show", UNIT, properties])
    said = dict(line.split("=", 1) for line in asked.out.splitlines() if "=" in line)
    if not said.get("UnitFileState", "").startswith("enabled"):
        yield DISABLED.found(broker=broker, unit=UNIT)
    elif said.get("ActiveState") != "active":
        yield STOPPED.found(broker=broker, unit=UNIT)
    elif (status := said.get("StatusText", "")).startswith(UNREACHED):
        yield UNREACHABLE.found(status=status.rstrip("."))
