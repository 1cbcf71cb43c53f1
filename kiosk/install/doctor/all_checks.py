"""The report of `kiosk doctor`: every check in its order, as lines, and the exit code.

Owns that no check takes the others down: one that breaks is a line of the report too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeAlias

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
from kiosk.install.doctor.diagnosis import Diagnosis, Subject, Verdict
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup, read_setup

Check: TypeAlias = Callable[[Machine, Setup], Iterable[Diagnosis]]

CHECKS: Mapping[str, Check] = {
    "python": lambda machine, setup: computer.check_python(),
    "libraries": computer.check_libraries,
    "qt": lambda machine, setup: content.check_qt(machine),
    "display": lambda machine, setup: screen.check_display(machine),
    "touch": lambda machine, setup: screen.check_touch(machine),
    "cage": lambda machine, setup: screen.check_cage(machine),
    "outputs": screen.check_outputs,
    "settings": service.check_settings,
    "pin": lambda machine, setup: service.check_pin(setup),
    "pack": lambda machine, setup: content.check_pack(setup),
    "reviews": content.check_reviews,
    "text": delivered_text.check_text,
    "fonts": content.check_fonts,
    "search": searching.check_search,
    "keyboard": lambda machine, setup: searching.check_keyboard(setup),
    "take_home": lambda machine, setup: content.check_take_home(setup),
    "sound": lambda machine, setup: sound.check_sound(machine),
    "speech": sound.check_speech,
    "printer": printing.check_printer,
    "clock": lambda machine, setup: computer.check_clock(machine),
    "memory": lambda machine, setup: computer.check_memory(machine),
    "disk": lambda machine, setup: computer.check_disk(setup),
    "folders": computer.check_folders,
    "service": service.check_service,
    "console": service.check_console,
    "crashes": service.check_crashes,
    "broker": broker.check_broker,
    "release": lambda machine, setup: release.check_release(machine),
}
"""The checks by the name of their lines, in the order of the report."""

LIGHT: Mapping[str, Check] = {
    name: check for name, check in CHECKS.items() if name not in ("qt", "fonts", "search")
}
"""Those that may be asked every few minutes beside a kiosk that runs: none starts Qt or
reads every page for its words."""


def examine(
    machine: Machine, setup: Setup, checks: Mapping[str, Check] = CHECKS
) -> list[Diagnosis]:
    """Run every check and give what they found, in order. Raises nothing that a check raises."""
    findings: list[Diagnosis] = []
    for name, check in checks.items():
        broke = Subject(name).fail(
            "the check itself broke: {error}",
            "Report it as a fault of the kiosk, with this line.",
        )
        try:
            findings += check(machine, setup)
        except Exception as error:
            findings.append(broke.found(error=f"{type(error).__name__}: {error}"))
    return findings


def lines(findings: Sequence[Diagnosis], *, plain: bool = False) -> str:
    """Write the report for people: sign, word and name, the remedy below. `plain`: ASCII."""
    signs = dict(zip(Verdict, "+!x" if plain else "✓!✗", strict=True))
    name = max(len(finding.name) for finding in findings)
    said = []
    for each in findings:
        said.append(f"{signs[each.mark]} {each.mark:4}  {each.name:{name}}  {_line(each.text)}")
        if each.remedy:
            said.append(f"{' ' * (name + 10)}{'->' if plain else '→'} {_line(each.remedy)}")
    return "\n".join([*said, "", verdict(findings)])


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def verdict(findings: Sequence[Diagnosis]) -> str:
    """Sum the report up in one sentence."""
    fails = sum(finding.mark is Verdict.FAIL for finding in findings)
    warnings = sum(finding.mark is Verdict.WARN for finding in findings)
    counted = f"{warnings} warning{'' if warnings == 1 else 's'}"
    if fails:
        return f"The kiosk would not run: {fails} to mend, {counted}."
    return f"The kiosk would run, with {counted}." if warnings else "All is well."


def exit_code(findings: Sequence[Diagnosis]) -> int:
    """Give 1 if the kiosk would not run, else 0."""
    return int(any(finding.mark is Verdict.FAIL for finding in findings))


class Examined(NamedTuple):
    """What was looked at, how it is set up, and what was found."""

    machine: Machine
    setup: Setup
    findings: list[Diagnosis]


def examine_here(
    *,
    content: Path,
    assets: Path,
    own_content: Path | None,
    settings: Path | None,
    user: str,
    checks: Mapping[str, Check] = CHECKS,
) -> Examined:
    """Examine this computer."""
    machine = Machine(
        environment=dict(os.environ), uid=os.geteuid(), now=datetime.now().astimezone()
    )
    setup = read_setup(
        machine,
        content=content,
        assets=assets,
        own_content=own_content,
        file=settings,
        user=user,
    )
    return Examined(machine, setup, examine(machine, setup, checks))


def for_people(findings: Sequence[Diagnosis], encoding: str) -> tuple[str, int]:
    """Give the report in letters that the output has, and the exit code."""
    report = lines(findings, plain=not encoding.lower().startswith("utf"))
    return report.encode(encoding, "backslashreplace").decode(encoding), exit_code(findings)
