"""`kiosk settings`: what holds on this machine and which file says so, or what is wrong with it.

Owns the words on paper. A PIN's hash is never printed.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import msgspec
import tomlkit

from kiosk.settings.settings_files import (
    SettingsError,
    default_file,
    placed_settings,
    settings_files,
)

log = logging.getLogger("kiosk")


def tell_settings(file: Path | None, *, check: bool) -> tuple[str, int]:
    """Return what is printed and the exit code: of what holds, or, to `check`, of the faults.

    Raises:
        SettingsError: a file can't be used, and what holds is asked for.
    """
    return check_settings(file) if check else show_settings(file)


def show_settings(file: Path | None) -> tuple[str, int]:
    """Return every setting as a line of TOML that names the file that says so, and the exit code.

    A setting that can't be used is told in the log, and makes it 1: the default holds, as in the
    kiosk that starts with it.

    Raises:
        SettingsError: a file can't be used, with which no kiosk starts.
    """
    lines, faults = [], list[str]()
    placed = placed_settings(file, faults.append)
    for fault in faults:
        log.error("%s", fault)
    for name, value, said_by in placed:
        hidden = "set" if name == "pin" and value else value
        lines.append(f"{name} = {_written(hidden)}  # {said_by or 'default'}")
    return "\n".join(lines), int(bool(faults))


def check_settings(file: Path | None) -> tuple[str, int]:
    """Return one line a fault and 1; or that there is none and 0."""
    try:
        placed_settings(file)
    except SettingsError as error:
        return "\n".join(error.faults), 1
    if not (files := settings_files(file)):
        return f"{default_file()} is not there: the defaults hold.", 0
    return "\n".join(f"{each}: nothing to mend." for each in files), 0


def _written(value: Any) -> str:
    plain = msgspec.to_builtins(value)
    if isinstance(plain, dict):
        table = tomlkit.inline_table()
        table.update(plain)
        return str(table.as_string())
    return str(tomlkit.item(plain).as_string())
