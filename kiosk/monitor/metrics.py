"""An examination as figures for Prometheus, in its text format 0.0.4.

Owns the names of the figures: none is ever given to something else. Opens no port: a file is
written, which node_exporter's textfile collector reads.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk.install.doctor.diagnosis import Verdict
from kiosk.monitor.examination import Examination
from kiosk.whole_file import write_whole


class Figure(msgspec.Struct, frozen=True):
    """One figure: its name, what it means, whether it only grows, and its values by labels."""

    name: str
    means: str
    values: tuple[tuple[Mapping[str, str], float], ...]
    counts: bool = False


def metrics(found: Examination) -> str:
    """Give all figures as Prometheus reads them."""
    return in_lines(_figures(found))


def in_lines(figures: Iterable[Figure]) -> str:
    """Give figures as Prometheus reads them."""
    return "".join(_lines(each) for each in figures)


def write_metrics(file: Path, text: str) -> None:
    """Write figures as a whole into a file that everybody may read.

    Raises:
        OSError: it can't be written; what was there stays.
    """

    def readable(handle: int) -> None:
        os.fchmod(handle, 0o644)  # node_exporter is a user of its own

    write_whole(file, text.encode(), prepare=readable)


def _figures(found: Examination) -> Iterator[Figure]:
    service, edition = found.service, found.edition
    yield _one("kiosk_up", "Whether its service runs.", service.state in _RUNS)
    yield _one("kiosk_ready", "Whether patients can read the first pane.", service.ready)
    yield _one("kiosk_uptime_seconds", "Time since it was ready.", service.uptime)
    yield _one("kiosk_restarts_total", "Restarts of its service.", service.restarts, counts=True)
    yield _one("kiosk_safe_mode", "Whether it does without what is optional.", service.safe)
    yield _one("kiosk_memory_bytes", "Memory of all its processes.", service.memory)
    yield _one("kiosk_errors", "Errors logged since it was ready.", service.errors)
    yield _one("kiosk_touch_present", "Whether a touchscreen is known.", found.touch)
    yield Figure("kiosk_info", "Versions.", (({"version": found.kiosk, "qt": found.qt}, 1),))
    if edition:
        made = datetime.fromisoformat(edition.made).timestamp()
        yield _one("kiosk_edition_timestamp_seconds", "When its text was first shown.", made)
        yield Figure("kiosk_edition_info", "Its text.", (({"version": edition.version}, 1),))
        yield _one("kiosk_edition_set_aside", "Whether a newer text failed.", edition.set_aside)
    yield _one("kiosk_screens", "Screens that are connected.", len(found.screens))
    states = tuple(({"check": each.name}, list(Verdict).index(each.state)) for each in found.checks)
    yield Figure("kiosk_check_state", "A check: 0 ok, 1 warn, 2 fail.", states)
    findings = [finding for each in found.checks for finding in each.findings]
    yield Figure(
        "kiosk_findings",
        "Findings of the doctor.",
        tuple(
            ({"state": state}, sum(each.state is state for each in findings))
            for state in (Verdict.WARN, Verdict.FAIL)
        ),
    )
    values = {each.name: each.value for each in found.checks if each.value is not None}
    for check, (name, means, factor) in _MEASURED.items():
        if check in values:
            yield _one(name, means, values[check] * factor)
    seen = datetime.fromisoformat(found.time).timestamp()
    yield _one("kiosk_examined_timestamp_seconds", "When this was looked at.", seen)


_RUNS = frozenset({"active", "activating", "reloading"})

_MEASURED = {
    "pack": ("kiosk_draft_pages", "Pages that no clinician has reviewed.", 1),
    "reviews": ("kiosk_overdue_pages", "Pages that should have been reviewed again.", 1),
    "clock": ("kiosk_clock_synchronized", "Whether the network keeps the clock right.", 1),
    "memory": ("kiosk_memory_available_bytes", "Memory that is free.", 1_000_000),
    "disk": ("kiosk_disk_free_bytes", "Room for what the kiosk keeps.", 1_000_000),
    "crashes": ("kiosk_recent_crashes", "Crashes in the last 7 days.", 1),
}
"""Checks that measure: the name of the figure, what it means, and its unit in Prometheus'."""


def _one(name: str, means: str, value: float, *, counts: bool = False) -> Figure:
    return Figure(name, means, (({}, float(value)),), counts)


def _lines(figure: Figure) -> str:
    kind = "counter" if figure.counts else "gauge"
    lines = [f"# HELP {figure.name} {figure.means}", f"# TYPE {figure.name} {kind}"]
    for labels, value in figure.values:
        named = ",".join(f'{name}="{_escaped(text)}"' for name, text in labels.items())
        lines.append(f"{figure.name}{f'{{{named}}}' if named else ''} {value:.17g}")
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
