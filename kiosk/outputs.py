"""The compositor's outputs: how `wlr-randr` lists them, and what a start changes of them.

Owns that program's words and the wait for it, some hundredths of a second. What is to be changed
was written into the service's environment by `kiosk set-screen`; nothing that is wrong with it
keeps the kiosk from starting. Knows no Qt. docs/decisions/0030-screen-settings.md
"""

from __future__ import annotations

import logging
import subprocess
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from kiosk.start import OUTPUTS_OFF, ROTATION

log = logging.getLogger("kiosk.screen")

PROGRAM = "wlr-randr"

SECONDS = 2.0
"""How long the compositor may take for one answer."""

TRANSFORMS = {0: "normal", 90: "90", 180: "180", 270: "270"}
"""What wlr-randr calls an output that hangs turned clockwise by so many degrees."""


class Output(msgspec.Struct, frozen=True):
    """An output of the compositor: its name, whether it is on, and how it is turned."""

    name: str
    on: bool = False
    transform: str = ""


def outputs(said: str) -> list[Output]:
    """Return what wlr-randr's listing tells."""
    found: list[Output] = []
    for line in said.splitlines():
        if line and not line[0].isspace():
            found.append(Output(line.split()[0]))
        elif found:
            key, _, value = line.strip().partition(": ")
            if key == "Enabled":
                found[-1] = msgspec.structs.replace(found[-1], on=value == "yes")
            elif key == "Transform":
                found[-1] = msgspec.structs.replace(found[-1], transform=value)
    return found


def changes(found: Iterable[Output], transform: str, off: Sequence[str]) -> list[str]:
    """Return wlr-randr's arguments that turn what is lit and switch off what is to stay off.

    Empty where all is so already. The last one that is lit is never switched off.
    """
    lit = [each for each in found if each.on]
    stays = [each for each in lit if each.name not in off] or lit
    asked: list[str] = []
    for each in lit:
        if each not in stays:
            asked += ["--output", each.name, "--off"]
        elif transform and each.transform != transform:
            asked += ["--output", each.name, "--transform", transform]
    return asked


def arrange(environment: Mapping[str, str]) -> None:
    """Turn and switch off outputs as the environment says; the log tells what can't be done."""
    degrees, off = environment.get(ROTATION, ""), environment.get(OUTPUTS_OFF, "").split()
    if not (degrees or off):
        return
    transform = TRANSFORMS.get(int(degrees), "") if degrees.isdecimal() else ""
    try:
        if asked := changes(outputs(_run(environment)), transform, off):
            _run(environment, *asked)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning(
            "The screen is not as the settings say (%s). `kiosk doctor` tells more.", _told(error)
        )


def _run(environment: Mapping[str, str], *words: str) -> str:
    return subprocess.run(
        [PROGRAM, *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, errors="replace", timeout=SECONDS, check=True,
    ).stdout  # fmt: skip


def _told(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return f"{PROGRAM} is not installed"
        case subprocess.TimeoutExpired():
            return f"{PROGRAM} did not answer"
        case subprocess.CalledProcessError():
            said = (error.stderr or "").strip().splitlines()
            return said[-1][:200] if said else f"{PROGRAM} failed ({error.returncode})"
    return str(error)
