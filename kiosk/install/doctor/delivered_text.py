"""Checks of signed texts: whether they come, and how long what was signed still counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.delivery.kept_texts import DeliveryState, KeptTexts
from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup

PLACE = "/var/lib/kiosk-text"
"""Where kiosk-text.service keeps texts."""

SOON = timedelta(days=14)
"""How long before signatures expire it is told: time to sign, and to carry a stick."""

SILENCE = timedelta(days=3)
"""How long nobody may have asked a source for a newer text without a fault."""

_TEXT = Subject("text")
NEVER = _TEXT.warn(
    "none was fetched yet, though the settings name text_root",
    "sudo systemctl start kiosk-text; then read why: journalctl -u kiosk-text",
)
REFUSED = _TEXT.warn(
    "none was taken on {time}: {fault}",
    "Mend that, then: sudo systemctl start kiosk-text; or bring a newer stick.",
)
EXPIRED = _TEXT.warn(
    "what was signed has expired on {day}; the text stays",
    "On the publisher's computer: kiosk publish sign; then bring a newer stick or wait an hour.",
)
EXPIRES = _TEXT.warn(
    "what was signed expires on {day}; the text stays then too",
    "On the publisher's computer: kiosk publish sign; then bring a newer stick or wait an hour.",
)
UNASKED = _TEXT.warn(
    "nobody has asked for a newer one since {day}",
    "sudo systemctl enable --now kiosk-text.timer",
)
NOT_SHOWN = _TEXT.warn(
    "the kiosk shows {folder}, not what was fetched",
    'Write content = "{place}/current" into the settings, then: sudo systemctl restart kiosk',
)
UNREAD = _TEXT.without_settings()


def check_text(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that signed texts come, where the settings ask for them. Measures days to expiry."""
    if setup.problem:
        yield UNREAD.found()
        return
    if not setup.settings.text_root:
        yield _TEXT.fine("none is fetched: the settings name no text_root")
        return
    kept = KeptTexts(machine.path(PLACE))
    state, name = kept.state(), kept.current
    if not name or state.expires is None:
        yield (_fault(state) if state.fault and state.looked else NEVER.found())
        return
    left = max(machine.now, state.known or machine.now)
    days = (state.expires - left).days
    for each in _findings(machine, setup, state, name):
        yield each.measured(days, "days")


def _findings(
    machine: Machine, setup: Setup, state: DeliveryState, name: str
) -> Iterator[Diagnosis]:
    assert state.expires is not None
    now, expires = max(machine.now, state.known or machine.now), state.expires
    if Path(setup.settings.content) != Path(PLACE, "current"):
        yield NOT_SHOWN.found(folder=setup.content, place=PLACE)
    elif state.fault and state.looked:
        yield _fault(state)
    elif expires < now:
        yield EXPIRED.found(day=_day(expires))
    elif expires < now + SOON:
        yield EXPIRES.found(day=_day(expires))
    elif setup.settings.text_source and state.came and now - state.came > SILENCE:
        yield UNASKED.found(day=_day(state.came))
    else:
        yield _TEXT.fine(f"{name[:7]}, signed until {_day(expires)}")


def _fault(state: DeliveryState) -> Diagnosis:
    assert state.looked is not None
    return REFUSED.found(time=f"{state.looked.astimezone():%Y-%m-%d %H:%M}", fault=state.fault)


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d}"
