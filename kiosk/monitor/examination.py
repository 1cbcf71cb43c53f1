"""One examination of a kiosk as a value: what it is, how its service is, what the doctor found.

Owns the form that monitors go by: a field is never renamed or taken away under the same `schema`;
docs/doctor.schema.json is made of it. Knows no monitor.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator, Sequence
from importlib import metadata
from itertools import groupby
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk import __version__
from kiosk.install.doctor.diagnosis import Diagnosis, Verdict
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.service import is_safe
from kiosk.install.doctor.setup import UNIT, Setup
from kiosk.monitor.edid import Made, read_edid
from kiosk.pack.editions import Editions

SCHEMA = 1


class Finding(msgspec.Struct, frozen=True):
    """One sentence of a check, and what mends it; the remedy is empty where all is well."""

    state: Verdict
    text: str
    remedy: str


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """One check: its name, unique in an examination, its worst state, and what it measured."""

    name: str
    state: Verdict
    value: Annotated[float | None, Meta(description="what was measured; null: nothing is")] = None
    unit: Annotated[str, Meta(description="such as MB; empty: a count of things")] = ""
    findings: tuple[Finding, ...]


class Screen(msgspec.Struct, frozen=True, kw_only=True):
    """A screen that is connected."""

    connector: Annotated[str, Meta(description="the socket's name, such as HDMI-A-1")]
    make: Annotated[str, Meta(description="three letters of the PNP registry")] = ""
    model: str = ""
    serial: str = ""
    width: Annotated[int, Meta(description="mm; 0: it does not say")] = 0
    height: Annotated[int, Meta(description="mm; 0: it does not say")] = 0
    mode: Annotated[str, Meta(description="the mode that it prefers, such as 1920x1080")] = ""


class TextEdition(msgspec.Struct, frozen=True, kw_only=True):
    """The text that the screen shows."""

    version: Annotated[str, Meta(description="first letters of the digest of all its files")]
    made: Annotated[str, Meta(description="when it was first shown, ISO 8601")]
    set_aside: Annotated[bool, Meta(description="a newer one was cut off at its starts")] = False


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """The kiosk's service as systemd has it."""

    state: Annotated[str, Meta(description="systemd's ActiveState; empty: there is none")] = ""
    ready: Annotated[bool, Meta(description="patients can read the first pane")] = False
    uptime: Annotated[float, Meta(description="seconds since then; 0: not ready")] = 0
    restarts: Annotated[int, Meta(description="by itself, since somebody started it")] = 0
    safe: Annotated[bool, Meta(description="it does without all that is optional")] = False
    memory: Annotated[int, Meta(description="bytes of all its processes; 0: not told")] = 0
    errors: Annotated[int, Meta(description="lines of an error since it was ready")] = 0


class Examination(msgspec.Struct, frozen=True, kw_only=True):
    """What `kiosk doctor --format json` prints."""

    schema: int = SCHEMA
    time: Annotated[str, Meta(description="when, ISO 8601 with the zone")]
    host: str
    kiosk: Annotated[str, Meta(description="version of the program")]
    qt: Annotated[str, Meta(description="version of PySide6; empty: none")]
    state: Annotated[Verdict, Meta(description="the worst of all checks")]
    edition: TextEdition | None
    service: Service
    screens: tuple[Screen, ...]
    touch: Annotated[bool, Meta(description="a touchscreen is known")]
    checks: tuple[Checked, ...]


def examination(machine: Machine, setup: Setup, found: Sequence[Diagnosis]) -> Examination:
    """Gather what monitors read of this computer; `found` is what the doctor said of it."""
    checks = tuple(_checked(found))
    touch = next((each.state for each in checks if each.name == "touch"), Verdict.WARN)
    return Examination(
        time=machine.now.isoformat(timespec="seconds"),
        host=socket.gethostname(),
        kiosk=__version__,
        qt=_qt(),
        state=worst([each.state for each in checks]),
        edition=_edition(setup),
        service=_service(machine, setup),
        screens=tuple(_screens(machine)),
        touch=touch is Verdict.OK,
        checks=checks,
    )


def worst(states: Sequence[Verdict]) -> Verdict:
    """Give the worst of some states."""
    return max(states, key=list(Verdict).index, default=Verdict.OK)


def _checked(found: Sequence[Diagnosis]) -> Iterator[Checked]:
    for name, group in groupby(found, lambda each: each.name):
        said = [*group]
        measured = next((each for each in said if each.value is not None), None)
        yield Checked(
            name=name,
            state=worst([each.mark for each in said]),
            value=measured.value if measured else None,
            unit=measured.unit if measured else "",
            findings=tuple(Finding(each.mark, each.text, each.remedy) for each in said),
        )


def _qt() -> str:
    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return ""


def _edition(setup: Setup) -> TextEdition | None:
    editions = Editions(setup.state, setup.content)
    try:
        shown = next(editions.whole(), None)
        aside = editions.set_aside is not None
    except OSError:
        return None
    if shown is None:
        return None
    made = shown.made.isoformat(timespec="seconds")
    return TextEdition(version=shown.digest[:7], made=made, set_aside=aside)


_ASKED = ("ActiveState", "NRestarts", "ActiveEnterTimestampMonotonic", "MemoryCurrent")


def _service(machine: Machine, setup: Setup) -> Service:
    """Ask systemd. The service is of the kind that is active as soon as the kiosk said READY."""
    asked = machine.run(["systemctl", "show", UNIT, f"--property={','.join(_ASKED)}"])
    said = dict(line.split("=", 1) for line in asked.out.splitlines() if "=" in line)
    state = said.get("ActiveState", "")
    ready = state == "active"
    began = _number(said.get("ActiveEnterTimestampMonotonic", "")) / 1_000_000
    running = float(machine.text("/proc/uptime").partition(" ")[0] or 0)
    return Service(
        state=state,
        ready=ready,
        uptime=round(max(0.0, running - began)) if ready else 0,
        restarts=_number(said.get("NRestarts", "")),
        safe=_safe(machine, setup),
        memory=_number(said.get("MemoryCurrent", "")),
        errors=_errors(machine, running - began) if ready else 0,
    )


def _safe(machine: Machine, setup: Setup) -> bool:
    try:
        return is_safe(machine, setup.state / "health" / "running")
    except OSError:
        return False  # the check of crashes says that it can't look


def _number(words: str) -> int:
    # MemoryCurrent is 2^64 - 1, or words in brackets, where nobody counts.
    number = int(words) if words.isascii() and words.isdecimal() else 0
    return number if number < 2**63 else 0


def _errors(machine: Machine, seconds: float) -> int:
    since = f"--since=-{max(1, round(seconds))}s"
    asked = ["journalctl", f"--unit={UNIT}", "--priority=err", since, "--output=cat", "--quiet"]
    return len(machine.run([*asked, "--no-pager"]).out.splitlines())


def _screens(machine: Machine) -> Iterator[Screen]:
    for file in sorted(machine.path("/sys/class/drm").glob("card*-*/status")):
        if file.read_text("utf-8", "replace").strip() != "connected":
            continue
        made = _made(file.parent / "edid")
        modes = machine.text(f"/sys/class/drm/{file.parent.name}/modes").split()
        yield Screen(
            connector=re.sub(r"^card\d+-", "", file.parent.name),
            mode=modes[0] if modes else "",
            **msgspec.structs.asdict(made),
        )


def _made(file: Path) -> Made:
    try:
        return read_edid(file.read_bytes())
    except OSError:
        return Made()
