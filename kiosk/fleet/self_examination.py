"""`kiosk fleet examine`: looks at this kiosk, and writes what its broker is to be told.

Needs no network. Owns the step between who may see the kiosk's folders and who may speak with the
network.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from kiosk.fleet.state import state_of
from kiosk.fleet.told import Told
from kiosk.install.doctor.all_checks import LIGHT, Check, Examined, examine_here
from kiosk.install.doctor.broker import check_broker
from kiosk.install.doctor.setup import Setup
from kiosk.monitor.examination import examination
from kiosk.settings.settings import broker_address
from kiosk.settings.settings_files import SettingsError, drop_ins
from kiosk.shipped import shipped
from kiosk.visit.quarter_hours import FILE, Use
from kiosk.whole_file import Unreadable, read_whole, write_whole

CHECKS: Mapping[str, Check] = {
    **LIGHT,
    "broker": lambda machine, setup: check_broker(machine, setup, connected=False),
}
"""Who reads it at the broker needn't be told that this kiosk did not reach it a moment ago."""


def examine(
    file: Path, name: str, *, own_content: Path | None, settings: Path | None, user: str
) -> str:
    """Look at this kiosk and write `file`, or remove it where no broker is set; say which.

    `name`: what the kiosk is called; empty: as the computer.

    Raises:
        SettingsError: there are no such settings.
        OSError: it can't be written.
    """
    if settings and not (settings.exists() or drop_ins(settings)):
        raise SettingsError(f"{settings}: there is no such file. Name one that is there.")
    found = examine_here(
        content=shipped("content"), assets=shipped("assets"),
        own_content=own_content, settings=settings, user=user, checks=CHECKS,
    )  # fmt: skip
    told = told_of(found, name)
    if told is None:
        file.unlink(missing_ok=True)
        return "The settings name no broker: nobody is told."
    write_whole(file, msgspec.json.encode(told), durable=False, prepare=_readable)
    return f"{told.host} is to know how {told.name} is."


def told_of(found: Examined, name: str) -> Told | None:
    """Give what the broker is to know; None where the settings name none."""
    settings = found.setup.settings
    if not settings.broker:
        return None
    seen = examination(*found)
    host, port = broker_address(settings.broker)
    state = state_of(seen, _use(found.setup), found.machine.now.timestamp())
    return Told(
        name=name or seen.host,
        host=host,
        port=port,
        home_assistant=settings.home_assistant,
        kiosk=seen.kiosk,
        state=msgspec.Raw(msgspec.json.encode(state)),
    )


def _use(setup: Setup) -> Use | None:
    own = setup.unit.variable("XDG_RUNTIME_DIR") if setup.unit else ""
    folder = own or os.environ.get("XDG_RUNTIME_DIR", "")
    try:
        return read_whole(Path(folder) / FILE, Use) if folder else None
    except (OSError, Unreadable):
        return None


def _readable(handle: int) -> None:
    os.fchmod(handle, 0o644)  # who tells the broker is a user of its own
