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
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer

from kiosk.app import Kiosk
from kiosk.shipped import shipped
from kiosk.start import Start
from kiosk.ui.presence.housekeeping import AFTER
from kiosk.visit.waiting import Waiting
from tests.bench.memory import pss
from tests.soak.memory_use import LivingObjects, look
from tests.soak.person import FRAME, Person, Steps

SEED = 20261122
SAMPLE = 100
"""Visits between two looks at the memory."""

RELOAD = 50
"""Visits between two new texts."""

SIZE = (1280, 800)


class Crowd:
    """Plays visits on a kiosk; `folder` holds the text that staff change now and then."""

    def __init__(self, folder: Path, visits: int, actions: int) -> None:
        self.now = 0.0
        self._visits, self._actions = visits, actions
        self._random = random.Random(SEED)
        self._content = folder / "content"
        shutil.copytree(shipped("content"), self._content)
        waiting = Waiting(clock=lambda: self.now, calendar=datetime.now)
        self.kiosk = Kiosk(
            Start(
                content=self._content, state=folder / "state", size=SIZE, locked=True,
                resting=True, waiting=waiting,
            )
        )  # fmt: skip
        self._person = Person(self.kiosk, self._random)
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
        yield from self._person.tap(SIZE[0] // 2, SIZE[1] // 3)
        assert presence.phase == "browsing", "a touch starts a visit"
        for _ in range(self._actions):
            self.now += self._random.uniform(0.5, 8)
            yield from self._person.act()
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
