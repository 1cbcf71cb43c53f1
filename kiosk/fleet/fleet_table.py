"""The roll as a table for people, and one change of it as a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from kiosk.fleet.roll import Kiosk
from kiosk.install.doctor.diagnosis import Verdict

_LONGEST = 60
"""Letters of a cell: one kiosk's words pad the lines of all."""

_HEAD = ("KIOSK", "", "HEALTH", "TEXT", "VERSION", "IN USE", "LOOKED AT", "WHAT IS WRONG")


def table(kiosks: Sequence[Kiosk]) -> str:
    """Write a line a kiosk, and how many are how."""
    rows = [_HEAD, *map(_cells, kiosks)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join([*lines, "", summary(kiosks)])


def line(kiosk: Kiosk, now: datetime) -> str:
    """Write how a kiosk is now."""
    return f"{now:%H:%M:%S}  " + "  ".join(filter(None, _cells(kiosk)))


def summary(kiosks: Sequence[Kiosk]) -> str:
    """Count them in a sentence."""
    online = sum(each.online for each in kiosks)
    health = Counter(each.state.health for each in kiosks if each.online and each.state)
    texts = Counter(_text(each) for each in kiosks if each.state)
    told = [f"{online} online, {len(kiosks) - online} silent"]
    told += [f"{count} {state}" for state, count in sorted(health.items())]
    told += [f"text {text} on {count}" for text, count in texts.most_common(5)]
    return "; ".join(told) + "."


def _cells(kiosk: Kiosk) -> tuple[str, ...]:
    online, state = "online" if kiosk.online else "SILENT", kiosk.state
    if state is None:
        return (_plain(kiosk.name), online, "unknown", "", "", "", "", "")
    wrong = [
        f"{mark}: {', '.join(check.name for check in state.checks if check.state is mark)}"
        for mark in (Verdict.FAIL, Verdict.WARN)
        if any(check.state is mark for check in state.checks)
    ]
    use = {None: "", True: "yes", False: "no"}[state.in_use]
    cells = (
        kiosk.name, online, state.health, _text(kiosk), state.kiosk, use, _when(state.time),
        "; ".join(wrong),
    )  # fmt: skip
    return tuple(_plain(each) for each in cells)


def _text(kiosk: Kiosk) -> str:
    edition = kiosk.state and kiosk.state.edition
    return _plain(edition.version) if edition else "none"


def _when(time: str) -> str:
    try:
        return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return time


def _plain(words: str) -> str:
    # It comes from another computer and goes to a terminal.
    words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in words)
