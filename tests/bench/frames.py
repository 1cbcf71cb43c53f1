"""The kiosk driven from inside, in a process of its own: turning tabs, scrolling a page.

    python -m tests.bench.frames tour <content>      turn ten tabs, then stay until killed
    python -m tests.bench.frames measure <content>   turn ten tabs, scroll the longest page,
                                                     print the frames as JSON, end

Three figures are taken of every frame, all in milliseconds:

work      processor time of the GUI thread from one frame to the next: animation, bindings, layout,
          drawing, handing over. The software renderer draws on this thread, so this is all that
          a frame costs the kiosk. It does not grow when another process is given the core.
draw      time on the wall from `afterAnimating` (layout is done) to `frameSwapped`.
interval  time on the wall from one `frameSwapped` to the next; for the first frame after a tap,
          from the tap. Xvfb has no vertical sync: Qt's 16 ms timer sets the beat.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPropertyAnimation, QTimer

from kiosk.app import Kiosk
from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.start import Start

CHANGES = 10
BEAT = 200
"""Milliseconds from one tab to the next on a tour; a measured turn gets three times that."""

SPEED = 1500
"""Pixels a second of a measured scroll: a screen and a half, faster than anybody reads."""

Frame = tuple[float, float, float]


class Meter:
    """Takes work, draw and interval of every frame between `start` and `stop`."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._frames: list[Frame] = []
        self._wanted = False
        self._drawing = self._swapped = self._work = 0.0
        kiosk.window.afterAnimating.connect(self._begin)
        kiosk.window.frameSwapped.connect(self._end)

    def start(self) -> None:
        """Count from here: what is done now belongs to the next frame."""
        self._wanted = True
        self._drawing = 0.0
        self._swapped, self._work = time.perf_counter(), time.thread_time()

    def stop(self) -> None:
        """Leave the frames out that come from here on."""
        self._wanted = False

    def take(self) -> list[Frame]:
        """Return the frames so far and forget them."""
        frames, self._frames = self._frames, []
        return frames

    def _begin(self) -> None:
        self._drawing = time.perf_counter()

    def _end(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        if self._wanted and self._drawing:
            parts = (work - self._work, now - self._drawing, now - self._swapped)
            self._frames.append((parts[0] * 1e3, parts[1] * 1e3, parts[2] * 1e3))
        self._swapped, self._work = now, work


class Drive:
    """Does the kiosk's taps and scrolls one after the other; calls `then` when all are done."""

    def __init__(self, kiosk: Kiosk, meter: Meter, tabs: Sequence[str]) -> None:
        self._kiosk = kiosk
        self._meter = meter
        stack = kiosk.window.findChild(QObject, "stack")
        assert isinstance(stack, QObject)
        self._stack = stack
        self._tabs = tabs
        self._heights: dict[str, float] = {}
        self._left = 0

    def turn(self, beat: int, then: Callable[[], None]) -> None:
        """Turn to the next tab ten times, one each `beat` milliseconds."""
        self._left = CHANGES
        self._beat, self._then = beat, then
        self._next()

    def _next(self) -> None:
        self._meter.stop()
        self._heights[self._page()] = float(self._column().property("contentHeight"))
        if not self._left:
            self._then()
            return
        self._left -= 1
        tab = self._tabs[(self._tabs.index(self._page()) + 1) % len(self._tabs)]
        self._meter.start()
        self._kiosk.shell.navigator.turnTo(tab)
        QTimer.singleShot(20, self._watch)
        QTimer.singleShot(self._beat, self._next)

    def _watch(self) -> None:
        """Stop counting when the turn has ended: a pane at rest draws nothing worth counting."""
        if self._stack.property("settled"):
            self._meter.stop()
        else:
            QTimer.singleShot(5, self._watch)

    def scroll(self, then: Callable[[], None]) -> None:
        """Scroll the longest of the tabs seen from its top to its end."""
        longest = max(self._heights, key=lambda page: self._heights[page])
        self._kiosk.shell.navigator.turnTo(longest)
        QTimer.singleShot(1000, lambda: self._scroll(then))

    def _scroll(self, then: Callable[[], None]) -> None:
        column = self._column()
        way = float(column.property("contentHeight")) - float(column.property("height"))
        animation = QPropertyAnimation(column, b"contentY", self._kiosk.app)
        animation.setStartValue(0.0)
        animation.setEndValue(way)
        animation.setDuration(min(12_000, round(way / SPEED * 1000)))
        animation.finished.connect(self._meter.stop)
        animation.finished.connect(then)
        self._meter.start()
        animation.start()

    def _page(self) -> str:
        return self._kiosk.shell.navigator.visit.page

    def _column(self) -> QObject:
        column = self._stack.property("column")
        assert isinstance(column, QObject)
        return column


def main(task: str, content: str) -> None:
    """Run the kiosk with the task given."""
    kiosk = Kiosk(Start(content=Path(content), size=(1920, 1080), windowed=True))
    meter = Meter(kiosk)
    tabs = [tab.page for tab in load_pack(Path(content), assets=shipped("assets")).tabs]
    drive = Drive(kiosk, meter, tabs)
    found: dict[str, list[Frame]] = {}

    def finish() -> None:
        found["scroll"] = meter.take()
        kiosk.app.quit()

    def scroll() -> None:
        found["tabs"] = meter.take()
        drive.scroll(finish)

    if task == "tour":
        QTimer.singleShot(200, lambda: drive.turn(BEAT, lambda: None))
    else:
        # By then all panes are made, as they are for a patient who walks up.
        QTimer.singleShot(2500, lambda: drive.turn(3 * BEAT, scroll))
    kiosk.run()
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
