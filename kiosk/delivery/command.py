"""`kiosk text`: bring the newest text, go back to the one before, say how it stands."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from platformdirs import user_state_path

from kiosk.delivery.going_back import back
from kiosk.delivery.kept_texts import DeliveryState, KeptTexts
from kiosk.pack.validate import Proof
from kiosk.settings.settings_files import load_settings

log = logging.getLogger("kiosk")

SERVED = Path("/var/lib/kiosk-text")
"""Where the service kiosk-text.service keeps texts."""


class TextStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What `kiosk text status --format json` says; times are in UTC."""

    current: str
    shown: tuple[str, ...]
    left: tuple[str, ...]
    looked: datetime | None
    came: datetime | None
    expires: datetime | None
    fault: str


def place() -> Path:
    """Give the folder with the texts that were brought here."""
    return SERVED if SERVED.is_dir() else user_state_path("kiosk-text")


def fetch(settings: Path | None, source: str, *, proof: Proof, patient: bool, again: bool) -> str:
    """Bring the newest text from `source`, or from where the settings say.

    `patient`: not yet, if the last tries have failed. `again`: also one that staff left.

    Raises:
        DeliveryError: the text stays as it was, and why.
        SettingsError: the settings can't be used.
    """
    said = load_settings(settings, lambda fault: log.warning("%s", fault))
    address = source or said.text_source
    if not said.text_root:
        return "No text is fetched here: the settings name no text_root."
    if not address:
        return "No text is fetched here by itself: the settings name no text_source."
    kept = KeptTexts(_own(place()))
    # Imported here: who asks for the status waits for no network library.
    from kiosk.delivery.fetching import Fetching, waits_until  # noqa: PLC0415
    from kiosk.delivery.sources import source_of  # noqa: PLC0415

    if patient and (until := waits_until(kept.state(), _now())):
        return f"The last tries have failed. The next one is after {_local(until)}."
    return Fetching(
        kept=kept,
        source=source_of(address, said.text_proxy),
        root=Path(said.text_root),
        ring=said.text_ring,
        proof=proof,
        now=_now,
        again=again,
    ).fetch()


def go_back() -> str:
    """Hand over the text that was shown before. Raises DeliveryError: there is none."""
    return back(KeptTexts(_own(place())))


def tell_status(*, json: bool) -> str:
    """Say which text is handed over, and how it stands with the deliveries."""
    kept = KeptTexts(place())
    state, current = kept.state(), kept.current
    if json:
        about = TextStatus(
            current=current,
            shown=state.shown,
            left=state.left,
            looked=state.looked,
            came=state.came,
            expires=state.expires,
            fault=state.fault,
        )
        return msgspec.json.encode(about).decode()
    return "\n".join(_lines(current, state))


def _lines(current: str, state: DeliveryState) -> list[str]:
    lines = [f"Handed over: {current[:7]}" if current else "No text was handed over yet."]
    if state.shown[1:]:
        lines.append(f"To go back to: {', '.join(name[:7] for name in state.shown[1:])}")
    if state.left:
        lines.append(f"Left by staff: {', '.join(name[:7] for name in state.left)}")
    if state.came:
        lines.append(f"Asked last without a fault: {_local(state.came)}")
    if state.expires:
        lines.append(f"Signed until: {_local(state.expires)}")
    if state.fault and state.looked:
        lines.append(f"Fault of {_local(state.looked)}: {state.fault}")
    return lines


def _own(folder: Path) -> Path:
    """Go on as whom the folder belongs to: what root wrote, the service could not read."""
    if os.geteuid() == 0 and folder == SERVED:
        owner = folder.stat()
        if owner.st_uid:
            os.setgroups([])
            os.setgid(owner.st_gid)
            os.setuid(owner.st_uid)
    return folder


def _now() -> datetime:
    return datetime.now(UTC)


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
