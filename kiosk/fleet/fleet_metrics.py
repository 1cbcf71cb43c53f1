"""The roll as figures for Prometheus: `kiosk_fleet_…`, each with the kiosk's name as `kiosk`.

Owns their names. Opens no port: `kiosk fleet list --textfile` writes a file for node_exporter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from kiosk.fleet.roll import Kiosk
from kiosk.fleet.state import State
from kiosk.install.doctor.diagnosis import Verdict
from kiosk.monitor.metrics import Figure


def figures(kiosks: Sequence[Kiosk], now: float) -> Iterator[Figure]:
    """Give all figures; `now` is in seconds since 1970."""

    def each(name: str, means: str, value: Callable[[State], float | None]) -> Figure:
        found = ((kiosk.name, value(kiosk.state)) for kiosk in kiosks if kiosk.state)
        return Figure(name, means, tuple(({"kiosk": k}, v) for k, v in found if v is not None))

    online = tuple(({"kiosk": kiosk.name}, float(kiosk.online)) for kiosk in kiosks)
    yield Figure("kiosk_fleet_online", "Whether the broker knows it to be there.", online)
    means = "Its health: 0 ok, 1 warn, 2 fail."
    yield each("kiosk_fleet_state", means, lambda state: list(Verdict).index(state.health))
    yield each("kiosk_fleet_in_use", "Whether it was used in the last full quarter.", _use)
    yield each("kiosk_fleet_examined_timestamp_seconds", "When it was looked at.", _moment)
    yield Figure(
        "kiosk_fleet_info",
        "Its program and its text.",
        tuple((_labels(kiosk.name, kiosk.state), 1) for kiosk in kiosks if kiosk.state),
    )
    asked = "When the broker was asked."
    yield Figure("kiosk_fleet_asked_timestamp_seconds", asked, (({}, now),))


def _use(state: State) -> float | None:
    return None if state.in_use is None else float(state.in_use)


def _moment(state: State) -> float | None:
    try:
        return datetime.fromisoformat(state.time).timestamp()
    except (ValueError, OverflowError):
        return None


def _labels(name: str, state: State) -> dict[str, str]:
    edition = state.edition.version if state.edition else ""
    return {"kiosk": name, "version": state.kiosk, "edition": edition}
