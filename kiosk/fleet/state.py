"""How a kiosk is, as the broker keeps it: its text, its version, its health, whether it is used.

Owns the form: a field is never renamed or taken away under the same `schema`;
docs/fleet.schema.json is made of it. Nothing in it tells what anybody reads.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.install.doctor.diagnosis import Verdict
from kiosk.monitor.examination import Checked, Examination, Service, TextEdition
from kiosk.visit.quarter_hours import Use, quarter_at

SCHEMA = 1


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What a kiosk says of itself. Health is the doctor's: the worst state, and what is not ok."""

    schema: int = SCHEMA
    time: Annotated[str, Meta(description="when it was looked at, ISO 8601 with the zone")]
    kiosk: Annotated[str, Meta(description="version of the program")]
    edition: TextEdition | None
    health: Annotated[Verdict, Meta(description="the worst of all checks")]
    checks: Annotated[
        tuple[Checked, ...], Meta(description="those that are not ok, each with its worst finding")
    ]
    in_use: Annotated[
        bool | None,
        Meta(description="somebody used it in the last full quarter hour; null: not known"),
    ]


def state_of(found: Examination, use: Use | None, now: float) -> State:
    """Make a state of an examination; `now` is in seconds since 1970."""
    return State(
        time=found.time,
        kiosk=found.kiosk,
        edition=found.edition,
        health=found.state,
        checks=tuple(_shortened(each) for each in found.checks if each.state is not Verdict.OK),
        in_use=use.covers(quarter_at(now) - 1) if use and _runs(found.service) else None,
    )


def _shortened(check: Checked) -> Checked:
    # A pack can have a thousand findings; the doctor on the kiosk tells the others.
    worst = next(each for each in check.findings if each.state is check.state)
    return msgspec.structs.replace(check, findings=(worst,))


def _runs(service: Service) -> bool:
    return service.ready or not service.state  # a kiosk that is no service has no state
