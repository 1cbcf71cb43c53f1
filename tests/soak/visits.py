"""A crowd of patients: visits of random touches on the real window, one after the other.

Everything happens between two turns of the running event loop, as it does in a clinic; only the
clock is pushed. Runs in a process of its own and prints a line of JSON every so many visits.

    python -m tests.soak.visits <visits> <actions> <folder for text and state>
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
from collections.abc import Generator
from datetime import datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.shipped import shipped
from kiosk.start import Start
from kiosk.ui.presence.housekeeping import AFTER
from kiosk.visit.waiting import Waiting
from tests.bench.memory import pss
from tests.soak.memory_use import LivingObjects, look

SEED = 20261122
SAMPLE = 100
"""Visits between two looks at the memory."""

RELOAD = 50
"""Visits between two new texts."""

SIZE = (1280, 800)
FRAME = 17
"""Milliseconds that a finger is given for what it started to be drawn."""

ACTIONS = {"tap": 4, "item": 12, "scroll": 8, "swipe": 4, "key": 2, "look": 1}
"""What a person does, and how often: `look` is another text size and theme."""

Steps = Generator[int, None, None]
"""Yields the milliseconds after which it wants to go on."""


class Crowd:
    """Plays visits on a kiosk; `folder` holds the text that staff change now and then."""

    def __init__(self, folder: Path, visits: int, actions: int) -> None:
        self.now = 0.0
        self._visits, self._actions = visits, actions
        self._random = random.Random(SEED)
        self._touchscreen = QTest.createTouchDevice()
        self._content = folder / "content"
        shutil.copytree(shipped("content"), self._content)
        waiting = Waiting(clock=lambda: self.now, calendar=datetime.now)
        self.kiosk = Kiosk(
            Start(
                content=self._content, state=folder / "state", size=SIZE, locked=True,
                resting=True, waiting=waiting,
            )
        )  # fmt: skip
        self.finished = False
        self.failure: Exception | None = None
        self._steps = self._play()
        self._objects = LivingObjects()
        # One timer for all: QTimer.singleShot loses a hundred bytes at each call (PySide 6.11).
        self._timer = QTimer(self.kiosk.app, singleShot=True)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin when the event loop runs."""
        self._timer.start(2000)

    def _next(self) -> None:
        try:
            wait = next(self._steps)
        except StopIteration:
            self.finished = True
            self.kiosk.app.exit(0)
        except Exception as error:  # out of a slot it would be printed, and the loop would go on
            self.failure = error
            self.kiosk.app.exit(0)
        else:
            self._timer.start(wait)

    def _play(self) -> Steps:
        for number in range(1, self._visits + 1):
            yield from self._visit()
            if number % RELOAD == 0:
                yield from self._new_text(number)
            if number % SAMPLE == 0:
                yield AFTER + 500  # by then the kiosk has tidied up, as it does when nobody comes
                self._tell(number)

    def _visit(self) -> Steps:
        presence = self.kiosk.shell.presence
        assert presence.phase == "resting", presence.phase
        yield from self._tap(SIZE[0] // 2, SIZE[1] // 3)
        assert presence.phase == "browsing", "a touch starts a visit"
        for _ in range(self._actions):
            self.now += self._random.uniform(0.5, 8)
            yield from self._act()
        # Who listens stops it and goes: nothing is asked while anything is read aloud, and only the
        # clock is pushed, not the sound.
        self.kiosk.shell.readAloud.stop()
        # Nobody is there any more: the question, and no answer.
        self.now += 3600
        presence.check()
        yield FRAME
        assert presence.phase == "asked", presence.phase
        self.now += 3600
        presence.check()
        yield FRAME
        assert presence.phase == "resting", presence.phase

    def _act(self) -> Steps:
        width, height = SIZE
        match self._random.choices(list(ACTIONS), list(ACTIONS.values()))[0]:
            case "tap":
                yield from self._tap(self._random.randrange(width), self._random.randrange(height))
            case "item":
                targets = list(_tappable(self.kiosk.window.contentItem()))
                if targets:
                    point = self._random.choice(targets)
                    yield from self._tap(point.x(), point.y())
            case "scroll":
                way = self._random.randrange(-500, 500)
                yield from self._drag(width // 2, height // 2, 0, way)
            case "swipe":
                yield from self._drag(width // 2, height // 2, self._random.choice((-600, 600)), 0)
            case "key":
                key = self._random.choice((Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Escape))
                QTest.keyClick(self.kiosk.window, key)
                yield 1
            case "look":
                scheme = self._random.choice(("light", "dark", "contrast"))
                size = self._random.choice((100, 150, 200))
                navigator = self.kiosk.shell.navigator
                visit = navigator.visit
                navigator.change(msgspec.structs.replace(visit, scheme=scheme, text_size=size))
                yield FRAME

    def _tap(self, x: int, y: int) -> Steps:
        window, point = self.kiosk.window, QPoint(x, y)
        QTest.touchEvent(window, self._touchscreen).press(0, point).commit()
        yield 1
        QTest.touchEvent(window, self._touchscreen).release(0, point).commit()
        yield FRAME

    def _drag(self, x: int, y: int, dx: int, dy: int) -> Steps:
        window = self.kiosk.window
        QTest.touchEvent(window, self._touchscreen).press(0, QPoint(x, y)).commit()
        for step in range(1, 6):
            yield 4
            point = QPoint(x + dx * step // 5, y + dy * step // 5)
            QTest.touchEvent(window, self._touchscreen).move(0, point).commit()
        QTest.touchEvent(window, self._touchscreen).release(0, point).commit()
        yield FRAME

    def _new_text(self, number: int) -> Steps:
        """Change a page as an editor does, and wait until it is what the kiosk shows."""
        page = self._content / "en" / "overview.md"
        original = (shipped("content") / "en" / "overview.md").read_text("utf-8")
        page.write_text(f"{original.rstrip()}\n\nText number {number}.\n", "utf-8")
        before = self.kiosk.current_text.news().version
        for _ in range(6000):  # ten minutes, where other work keeps the reader waiting
            yield 100
            if self.kiosk.current_text.news().version != before:
                return
        raise AssertionError("the new text is not shown")

    def _tell(self, number: int) -> None:
        used = look(self.kiosk.engine.collectGarbage, self._objects)
        line = {
            "visits": number,
            "pss": round(pss(os.getpid()) * 1024),
            "own": used.whole // 1024,
            "heap": used.heap // 1024,
            "qml": used.qml // 1024,
            "pieces": used.blocks,
            "files": used.files,
            "threads": used.threads,
        }
        print(json.dumps(line), flush=True)


def _tappable(item: QQuickItem) -> Generator[QPoint, None, None]:
    """Give the middle of every visible item that has a name of its own and lies on the screen."""
    for child in item.childItems():
        if not child.isVisible():
            continue
        if child.objectName():
            middle = child.mapToScene(QPoint(int(child.width()) // 2, int(child.height()) // 2))
            point = middle.toPoint()
            if 0 <= point.x() < SIZE[0] and 0 <= point.y() < SIZE[1]:
                yield point
        yield from _tappable(child)


def main(visits: str, actions: str, folder: str) -> None:
    """Play the visits and end.

    Raises what a step of them raised, and SystemExit when the kiosk ended before they were over.
    """
    crowd = Crowd(Path(folder), int(visits), int(actions))
    crowd.start()
    crowd.kiosk.run()
    if crowd.failure:
        raise crowd.failure
    if not crowd.finished:
        raise SystemExit("The kiosk ended before the visits were over.")


if __name__ == "__main__":
    main(*sys.argv[1:])
