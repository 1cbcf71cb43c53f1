"""The kiosk to be touched from outside: it says where to touch, and is made ready for each touch.

    python -m tests.bench.touch_kiosk <content> <width> <height>

A line on its input asks for one thing, and a line on its output answers. `ready <touch>` makes it
what somebody finds who comes anew and is about to touch that; `place <touch>` gives the pixel to
touch, in x and y. Between a press and the answer on the screen nothing of this runs.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPointF, QSocketNotifier
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.rows.row import Row
from kiosk.start import Start
from tests.flows.screen import Screen

NEW_LANGUAGE, SIZE, SCHEME = "language-bn", "size-200", "scheme-dark"


class Touched:
    """Makes the kiosk ready for a touch, and finds what is touched."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        # It is only looked at: what waits in a screen's helpers isn't called.
        self._screen = Screen(kiosk, cast(QtBot, None))

    def ready(self, touch: str) -> None:
        """Become what somebody finds who comes anew, up to this touch."""
        shell = self._kiosk.shell
        shell.presence.rest()
        if touch == "first touch":
            return
        shell.presence.begin(shell.navigator.welcoming)
        match touch:
            case "question":
                self._enter(lambda row: row.kind == "question")
            case "card":
                self._enter(lambda row: row.kind == "evidence")
            case "large figure":
                self._enter(lambda row: row.kind == "figure")
            case "theme" | "text 100 → 200 %":
                shell.card.showDisplay()

    def place(self, touch: str) -> QPointF:
        """Return where to touch, (0, 0) while that isn't at rest yet."""
        screen = self._screen
        if not screen.stack.property("settled") or screen.stack.property("moving"):
            return QPointF()
        match touch:
            case "tab":
                found = screen.item(f"tab-{self._kiosk.shell.navigator.tabs[1]}")
            case "door":
                found = screen.of_type("Door")[0]
            case "question":
                found = screen.of_type("FoldHead")[0]
            case "card":
                found = screen.of_type("Badge", screen.of_type("EvidenceBlock")[0])[0]
                self._reach(found)
            case "large figure":
                block = screen.of_type("FigureBlock")[0]
                found = next(each for each in screen.items(block) if each.inherits("QQuickImage"))
                self._reach(found)
            case "first touch":
                found = screen.item(f"start-{self._kiosk.shell.navigator.welcoming}")
            case "theme":
                found = screen.item(SCHEME)
            case "language":
                found = screen.item(NEW_LANGUAGE)
            case _:
                found = screen.item(SIZE)
        return screen.reachable(found).center()

    def _enter(self, wanted: Callable[[Row], bool]) -> None:
        """Open the first part of a page in which there is such a row."""
        navigator = self._kiosk.shell.navigator
        for page in navigator.tabs:
            for anchor in ("", *navigator.pane(page).sections.anchors):
                navigator.enter(page, anchor)
                if any(wanted(row) for row in navigator.pane(page).rows.rows):
                    return
        raise LookupError("no page of the pack has anything of the kind")

    def _reach(self, item: QQuickItem) -> None:
        """Scroll so far that an item stands in the middle."""
        column = self._screen.column
        at = item.mapToItem(column.property("contentItem"), 0, 0).y()
        wanted = at - (column.height() - item.height()) / 2
        column.setProperty("contentY", max(0.0, min(wanted, self._screen.furthest)))


def main(content: str, width: str, height: str) -> int:
    """Run the kiosk until its input ends."""
    kiosk = Kiosk(Start(content=Path(content), size=(int(width), int(height)), windowed=True))
    touched = Touched(kiosk)

    def answer() -> None:
        try:
            _answer()
        except BaseException:
            traceback.print_exc()
            os._exit(1)  # or whoever asked would wait for ever

    def _answer() -> None:
        line = sys.stdin.readline()
        task, _, touch = line.strip().partition(" ")
        if not line:
            kiosk.app.quit()
        elif task == "ready":
            touched.ready(touch)
            print(flush=True)
        else:
            point = touched.place(touch).toPoint()
            print(point.x(), point.y(), flush=True)

    asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    asked.activated.connect(answer)
    return kiosk.run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
