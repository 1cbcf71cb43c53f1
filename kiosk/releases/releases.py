"""The releases of the program in a folder, which of them is used, and what is written of that.

    /opt/kiosk/releases/1.2.0     a release: nothing in it is changed once it stands here
    /opt/kiosk/current            the one that the service and the command start
    /opt/kiosk/previous           the one before it, which is gone back to
    /var/lib/clinic-kiosk/release.json, its `Record`

Owns how these are read; `switching` changes them. Knows only Python's own library: it is what still
works when a release doesn't.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any, Final, NamedTuple

NOT_READY: Final = "not-ready"
FAULTS: Final = "faults"
STOPS: Final = "stops"
WHY: Final = {
    NOT_READY: "it was not ready within 60 seconds",
    FAULTS: "it ended by a fault three times in ten minutes",
    STOPS: "the computer stopped three times in a row before it was ready",
}
"""Why a release was left, as the record holds it, and in words."""


class Watched(NamedTuple):
    """A release that has yet to prove itself. `ready`: when it first was, in seconds since 1970.

    `starts`: of the computer, the last ones in a row of which nobody has heard how they went on.
    """

    release: str
    ready: float | None = None
    starts: int = 0


class Turn(NamedTuple):
    """What last became of a release. `at`: seconds since 1970.

    `kind`: `taken`, it is used from the next start; `refused`, it failed before it was; `left`, it
    was used, failed, and another is used `instead`. `why` is a sentence about it, empty if taken.
    """

    kind: str
    release: str
    instead: str
    why: str
    at: float


class Record(NamedTuple):
    """What is known of the releases. Both are None on a computer that had no update yet."""

    watched: Watched | None = None
    turn: Turn | None = None


class Standing(NamedTuple):
    """How a kiosk stands that runs: its own release, the one that `waits` to be started, if any."""

    runs: str = ""
    waits: str = ""
    turn: Turn | None = None


class Releases:
    """The releases below `root`, and their record in the folder `state`."""

    def __init__(
        self,
        root: Path = Path("/opt/kiosk"),
        state: Path = Path("/var/lib/clinic-kiosk"),
    ) -> None:
        self.root, self.state = root, state
        self.folder = root / "releases"

    @property
    def current(self) -> str:
        """The name of the release that is used; empty where there is none."""
        return self._led_to("current")

    @property
    def previous(self) -> str:
        """The name of the release that can be gone back to; empty where there is none."""
        found = self._led_to("previous")
        return "" if found == self.current else found

    def _led_to(self, link: str) -> str:
        try:
            name = Path(os.readlink(self.root / link)).name
        except OSError:
            return ""
        return name if (self.folder / name).is_dir() else ""

    def names(self) -> list[str]:
        """Give the names of all releases that are whole."""
        try:
            found = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return []
        return [each.name for each in found if each.is_dir() and not each.name.startswith(".")]

    def named(self, file: Path) -> str:
        """Give the release that a file belongs to; empty if to none."""
        try:
            return file.resolve().relative_to(self.folder.resolve()).parts[0]
        except (ValueError, IndexError):
            return ""

    def waiting(self, file: Path) -> str:
        """Give the release to be started instead of the one that a file belongs to, if any."""
        runs, current = self.named(file), self.current
        return current if runs and current != runs else ""

    def standing(self, file: Path, version: str) -> Standing:
        """Tell how the kiosk stands that a file belongs to; a clone stands for itself alone."""
        runs = self.named(file)
        return Standing(runs, self.waiting(file), self.record().turn) if runs else Standing(version)

    def record(self) -> Record:
        """Read what is known; whatever else the file holds is nothing."""
        try:
            found = json.loads((self.state / "release.json").read_bytes())
            return Record(_watched(found.get("watched")), _turn(found.get("turn")))
        except (OSError, ValueError, RecursionError, AttributeError, TypeError, KeyError):
            return Record()
        except OverflowError:  # a moment that no calendar has
            return Record()


def _watched(found: Any) -> Watched | None:
    if found is None:
        return None
    ready = found["ready"]
    starts = int(found.get("starts", 0))  # a release before had none
    return Watched(str(found["release"]), None if ready is None else float(ready), starts)


def _turn(found: Any) -> Turn | None:
    if found is None:
        return None
    kind, release, instead, why = (str(found[name]) for name in Turn._fields[:4])
    at = float(found["at"])
    time.localtime(at)
    return Turn(kind, release, instead, why, at)
