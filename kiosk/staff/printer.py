"""The printer that staff print on, as CUPS answers for it.

Owns how its name may look, what is asked, and what the answers mean. Runs nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

_NAME = re.compile(r"[^\s/#\x00-\x1f\x7f-][^\s/#\x00-\x1f\x7f]{0,126}")
"""A printer's name (lpadmin(8)); a hyphen in front would be an option."""

IN_ENGLISH = {"LC_ALL": "C.UTF-8"}
"""What must be said to these programs, so that their answers can be read."""


class Answer(StrEnum):
    """What CUPS says of a printer: it can print, is unknown, is stopped; or nobody answers."""

    READY = "ready"
    UNKNOWN = "unknown"
    STOPPED = "stopped"
    SILENT = "silent"


def is_name(name: str) -> bool:
    """Tell whether a printer can be called so."""
    return _NAME.fullmatch(name) is not None


def asking(printer: str) -> list[str]:
    """Return the command that asks for a printer."""
    return ["lpstat", "-r", "-p", printer]


def answered(said: str) -> Answer:
    """Return what the output of that command means; its exit code tells nothing."""
    if "scheduler is running" not in said:
        return Answer.SILENT
    if not re.search("^printer ", said, re.MULTILINE):
        return Answer.UNKNOWN
    return Answer.STOPPED if " disabled since " in said else Answer.READY


def sending(printer: str, title: str, file: Path) -> list[str]:
    """Return the command that hands a file over; CUPS has its own copy when it ends."""
    return ["lp", "-d", printer, "-t", title, "--", str(file)]
