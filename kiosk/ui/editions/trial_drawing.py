"""The child that draws pictures to try them: `python -m kiosk.ui.editions.trial_drawing`.

Owns drawing one picture in every way that the screen may, with the screen's own code, colours and
sizes, within bounds of time and memory that end this process. `Trial` starts it, and says of a
picture that ended it what it has done. Reads a `Screen` and then a `Task` a line, and answers each.
"""

from __future__ import annotations

import ctypes
import itertools
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from PySide6.QtCore import (
    QLocale,
    QMessageLogContext,
    QObject,
    QSize,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtQml import QQmlEngine

from kiosk.ui.editions.trial import Answer, Screen, Task
from kiosk.ui.qt.application import application
from kiosk.ui.reading.pictures import PROVIDER, Pictures, address, aspect
from kiosk.ui.reading.zoom import STEPS, Part, Zoom
from kiosk.visit.visit import SCHEMES

QML = Path(__file__).parents[1] / "qml"

EASY = 0.25
"""From this part of the limit on, a drawing is looked at closely everywhere and not in its middle
alone: close at hand the slowest of those that were measured took four times as long as whole."""

SMALL = 100
"""Pixels across of the first drawing: what fails there fails at any size."""

_PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""


class _Table:
    """Where pictures are drawn: the colours, and what Qt complained of meanwhile."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.app = application()
        self._dresses = _dresses()
        self._complaints: list[str] = []
        qInstallMessageHandler(self._hear)
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * os.sysconf(
            "SC_PAGESIZE"
        )
        resource.setrlimit(resource.RLIMIT_AS, (used + screen.memory, resource.RLIM_INFINITY))

    def answer(self, task: Task) -> Answer:
        file = Path(os.fsdecode(task.file))
        pictures = Pictures((file.parent,))
        # A language's digits are a matter of its script: two languages may share theirs.
        zeros = dict.fromkeys(QLocale(language).zeroDigit() for language in task.languages)
        names = [_name(file, zero) for zero in zeros]

        def drawn(query: str, width: int) -> bool:
            signal.setitimer(signal.ITIMER_PROF, self._screen.seconds)
            image = pictures.requestImage(query, QSize(), QSize(width, 0))
            signal.setitimer(signal.ITIMER_PROF, 0)
            return not image.isNull()

        slender = aspect(file)
        if not slender or not drawn(names[0] + self._dresses[0], SMALL):
            return Answer(drawn=False, fits=True)
        view = Zoom(width=self._screen.width, height=self._screen.height, aspect=slender)
        longest = 0.0
        for look in self._looks(names):
            self._complaints.clear()
            before = time.process_time()
            if not drawn(look, max(1, round(view.fit))) or self._complaints:
                return Answer(drawn=False, fits=False)
            longest = max(longest, time.process_time() - before)
        for part in _parts(view, all_of_it=longest > EASY * self._screen.seconds):
            # What Qt leaves out of a part for want of memory, it draws in the whole picture.
            place = f"&part={part.whole},{part.left},{part.top},{part.width},{part.height}"
            if not drawn(names[0] + place + self._dresses[0], 0):
                return Answer(drawn=False, fits=False)
        return Answer(drawn=True, fits=True)

    def _looks(self, names: list[str]) -> list[str]:
        """Give each language's digits in one dress, and each dress: neither bears on the other."""
        first, *others = names
        return [first + dress for dress in self._dresses] + [
            name + self._dresses[0] for name in others
        ]

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        # qtsvg says so of a filter, a mask or a pattern that it leaves out.
        if "too big" in message:
            self._complaints.append(message)


def _name(file: Path, zero: str) -> str:
    # Seen from its folder, as that of a pack: the folder's own name may be no text.
    return address(f"trial/{file.name}", zero).partition(f"//{PROVIDER}/")[2]


def _dresses() -> list[str]:
    """Give the colours in which the screen may draw a picture, as `Theme` writes them.

    The last is the resting screen's, which leaves the numbered markers out.
    """
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    theme = engine.singletonInstance("Kiosk", "Theme")
    assert isinstance(theme, QObject), "the kiosk's own colours can't be read"
    found = []
    for scheme in SCHEMES:
        theme.setProperty("scheme", scheme)
        found.append(str(theme.property("drawingColours")))
    return [*found, str(theme.property("restDrawingColours"))]


def _parts(view: Zoom, *, all_of_it: bool) -> Iterator[Part]:
    """Give what is drawn of a picture at its largest: its middle, or every place once."""
    places = (0.0, 0.5, 1.0) if all_of_it else (0.5,)
    for x, y in itertools.product(places, places):
        close = msgspec.structs.replace(view, scale=STEPS[-1])
        across, high = close.across, close.across * close.aspect
        part = close.moved(across * (0.5 - x), high * (0.5 - y)).part
        if part:
            yield part


def _be_bounded(parent: int) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before it could be followed
        raise SystemExit(1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Draw what is asked for until nobody asks any more."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    screen = msgspec.json.decode(asked.readline(), type=Screen)
    _be_bounded(screen.parent)
    table = _Table(screen)
    for line in asked:
        try:
            answer = table.answer(msgspec.json.decode(line, type=Task))
        except MemoryError:
            answer = Answer(drawn=False, fits=False)
        told.write(msgspec.json.encode(answer) + b"\n")
        told.flush()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main()
