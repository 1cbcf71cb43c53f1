"""A screen reader without a voice: asks the accessibility bus what there is, and presses things.

Run by the system's own Python, which has Debian's pyatspi: the venv has not. It takes one command
a line on standard input, as JSON, and answers with one line of JSON. Knows nothing of the kiosk.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import pyatspi
from gi.repository import Atspi, Gio, GLib

KINDS = ("object:state-changed", "object:announcement", "object:children-changed")

PATIENCE = 120_000
"""Milliseconds for an answer; libatspi's own 0.8 s are too few on a machine that has other work."""


TRIES = 5
"""How often a tree is read anew because it changed meanwhile."""


def runs(pid: int) -> bool:
    """Return whether a process has not ended, whether anybody has waited for its end or not."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Listener:
    """What a screen reader knows of one application."""

    def __init__(self) -> None:
        self.app: Any = None
        self.heard: list[dict[str, Any]] = []
        self.walked: list[Any] = []
        Atspi.set_timeout(PATIENCE, PATIENCE)
        for kind in KINDS:
            pyatspi.Registry.registerEventListener(self._hear, kind)

    def _hear(self, event: Any) -> None:
        try:
            name, role = event.source.name, event.source.getRoleName()
        except Exception:  # what spoke may be gone by now
            name = role = ""
        said = event.any_data if isinstance(event.any_data, str) else ""
        kind = str(event.type)
        self.heard.append(
            {"kind": kind, "on": event.detail1, "name": name, "role": role, "said": said}
        )

    def attach(self) -> None:
        """Say that a screen reader is there, as one does when it starts."""
        told = GLib.Variant(
            "(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True))
        )
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", told,
            None, Gio.DBusCallFlags.NONE, -1, None,
        )  # fmt: skip

    def application(self, pid: int, limit: float) -> dict[str, str] | None:
        """Wait until the process is on the bus; return what it calls itself.

        `limit`: seconds; None after that, and when it has ended.
        """
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline and runs(pid):
            for one in pyatspi.Registry.getDesktop(0):
                if one is not None and one.get_process_id() == pid and one.childCount:
                    # A cache would keep what a hidden thing could not do after it has been shown.
                    one.set_cache_mask(Atspi.Cache.NONE)
                    self.app = one
                    return {"name": one.name, "role": one.getRoleName(), "toolkit": one.toolkitName}
            time.sleep(0.02)  # the bus tells of a new application only by being asked again
        return None

    def tree(self, whole: bool = True) -> dict[str, Any] | None:
        """Return everything that has a place on the screen or is scrolled out of it.

        Not `whole`: without what is in the page and in its outline. Each object has a number of its
        own in each tree, which stays good for pressing it.
        """
        for tries_left in reversed(range(TRIES)):
            try:
                return self._read(self.app, whole, top=True)
            except GLib.Error:
                # Something went while it was read, as a page that is turned does.
                if not tries_left:
                    raise
        return None

    def _read(self, one: Any, whole: bool, *, top: bool = False) -> dict[str, Any] | None:
        able = set(one.get_interfaces())  # asked once: each query of pyatspi's would ask again
        place = (0, 0, 0, 0) if top else self._place(one, able)
        if place is None:
            return None
        number = len(self.walked)
        self.walked.append(one)
        role = one.getRoleName()
        actions = one.queryAction() if "Action" in able else None
        deeper = whole or role not in ("document frame", "list")
        below = [self._read(each, whole) for each in one if each is not None] if deeper else []
        return {
            "number": number,
            "role": role,
            "name": one.name,
            "description": one.description,
            "states": sorted(pyatspi.stateToString(each) for each in one.getState().getStates()),
            "actions": [actions.getName(at) for at in range(actions.nActions)] if actions else [],
            "text": Atspi.Text.get_text(one, 0, -1) if "Text" in able else None,
            "place": place,
            "below": [each for each in below if each],
        }

    def _place(self, one: Any, able: set[str]) -> tuple[int, int, int, int] | None:
        """Return where it is; None for what is hidden, which Qt gives no place."""
        if "Component" not in able:
            return None
        extents = Atspi.Component.get_extents(one, Atspi.CoordType.SCREEN)
        if extents.width <= 0 or extents.height <= 0:
            return None
        return extents.x, extents.y, extents.width, extents.height

    def press(self, number: int) -> bool:
        """Press what `tree` has numbered so; return whether there was anything to press."""
        actions = self.walked[number].queryAction()
        names = [actions.getName(index) for index in range(actions.nActions)]
        return "Press" in names and bool(actions.doAction(names.index("Press")))

    def language(self, number: int) -> str:
        """Return an object's locale. libatspi keeps it, so what has changed is asked elsewhere."""
        return str(self.walked[number].get_object_locale())

    def events(self) -> list[dict[str, Any]]:
        """Return what was heard since the last time."""
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        heard, self.heard = self.heard, []
        return heard


def main() -> None:
    """Answer until nobody asks any more."""
    listener = Listener()
    for line in sys.stdin:
        command, *arguments = json.loads(line)
        print(json.dumps(getattr(listener, command)(*arguments)), flush=True)


if __name__ == "__main__":
    main()
