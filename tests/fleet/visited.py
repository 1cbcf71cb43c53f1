"""A kiosk as it is shipped, and people who touch it: `python -m tests.fleet.visited FOLDER SEED …`.

What follows is handed to the kiosk's command line. People come as long as there is a file `open` in
the folder. Into `seen.json` beside it goes what they see: the edition, each pane with its rows.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer

import kiosk.app
from kiosk.__main__ import main
from kiosk.whole_file import write_whole
from tests.soak.person import Person, Steps

OPEN, SEEN = "open", "seen.json"

THOUGHT = 1000
"""Milliseconds from one touch to the next, in the middle: somebody in a hurry."""

MOST = 20
"""Touches of a visit."""


class Seen(msgspec.Struct, frozen=True):
    """What stands on the screen, and how many visits there were."""

    edition: str = ""
    panes: dict[str, int] = {}
    visits: int = 0


class Visitors:
    """Those who come to one kiosk, one after the other."""

    def __init__(self, visited: kiosk.app.Kiosk, folder: Path, seed: int) -> None:
        self._kiosk, self._folder = visited, folder
        self._dice = random.Random(seed)
        self._person = Person(visited, self._dice)
        self._told, self._visits = Seen(), 0
        self._steps = self._come()
        self._timer = QTimer(visited.app, singleShot=True)
        self._timer.timeout.connect(self._next)
        self._timer.start(THOUGHT)
        self._looks = QTimer(visited.app, interval=500)
        self._looks.timeout.connect(self._tell)
        self._looks.start()

    def _next(self) -> None:
        self._timer.start(next(self._steps))

    def _come(self) -> Steps:
        while True:
            while not (self._folder / OPEN).exists():
                yield THOUGHT
            yield from self._visit()

    def _visit(self) -> Steps:
        presence, shell = self._kiosk.shell.presence, self._kiosk.shell
        width, height = self._kiosk.window.width(), self._kiosk.window.height()
        yield from self._person.tap(width // 2, height // 3)
        for _ in range(self._dice.randint(3, MOST)):
            yield from self._person.act()
            yield self._dice.randint(THOUGHT // 4, THOUGHT * 2)
        # Nobody waits here until nobody has been there for a minute: the next one stands in line.
        shell.readAloud.stop()
        presence.rest()
        self._visits += 1
        yield THOUGHT

    def _tell(self) -> None:
        navigator = self._kiosk.shell.navigator
        panes = {pane.page_name: pane.rows.rowCount() for pane in navigator.panes}
        news = self._kiosk.current_text.news()
        seen = Seen(news.version.partition(" ")[0], panes, self._visits)
        if seen != self._told:
            self._told = seen
            write_whole(self._folder / SEEN, msgspec.json.encode(seen), durable=False)


def begin(folder: Path, seed: int, words: list[str]) -> int:
    """Run the kiosk with visitors; give its exit code."""
    kept: list[Visitors] = []

    class Visited(kiosk.app.Kiosk):
        def run(self) -> int:
            kept.append(Visitors(self, folder, seed))
            return super().run()

    kiosk.app.Kiosk = Visited  # type: ignore[misc]
    return main(words)


if __name__ == "__main__":
    sys.exit(begin(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
