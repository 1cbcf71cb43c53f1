"""Whatever a visitor opens and closes leaves nothing behind: a kiosk runs for months.

Counted are Qt's objects and the bytes of QML's heap, which are the same to a byte from run to run.
`python -m tests.soak.growth` measures all memory, for hours if need be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QLoggingCategory
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.start import Start
from tests.flows.clock import Clock
from tests.flows.screen import Screen
from tests.patient_bot import PatientBot
from tests.soak.kinds_of_use import KINDS, Visitor
from tests.soak.memory_use import RULE, LivingObjects, MemoryUse, look

TIMES = 2
"""How often each is done: a multiple of the languages."""

ROUNDS = 2
"""How often all of it is done: what other tests have left may come or go in one of them."""

QUICK = (
    "rest", "tabs", "extra", "doors", "term", "source", "evidence", "display", "figure", "question",
    "languages",
)  # fmt: skip
"""What is done within a few frames. Themes and text sizes have everything drawn anew."""


@pytest.fixture(scope="module")
def place(
    tmp_path_factory: pytest.TempPathFactory, qapp: object, request: pytest.FixtureRequest
) -> Iterator[tuple[Kiosk, Clock]]:
    """Give one kiosk for all, whose engine tells what its heap holds."""
    QLoggingCategory.setFilterRules(RULE)
    clock = Clock()
    start = Start(
        size=(1280, 800), moving=False, locked=True, waiting=clock.waiting(),
        state=tmp_path_factory.mktemp("state"),
    )  # fmt: skip
    kiosk = Kiosk(start)
    kiosk.show()
    for kind in ("tabs", "extra"):  # panes that are made once, one by one
        _play(KINDS[kind], Visitor(kiosk, lambda: None), Screen(kiosk, PatientBot(request)))
    yield kiosk, clock
    kiosk.close()
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")


@pytest.mark.parametrize("kind", QUICK)
def test_what_is_opened_and_closed_leaves_no_object_behind(
    place: tuple[Kiosk, Clock], qtbot: QtBot, kind: str
) -> None:
    kiosk, clock = place
    screen = Screen(kiosk, qtbot)
    screen.settle()

    def an_hour() -> None:
        clock.now += 3600

    visitor = Visitor(kiosk, an_hour)
    with LivingObjects() as objects:
        _play(KINDS[kind], visitor, screen)  # what is made once is made
        looks = [_look(visitor, screen, objects)]
        for _ in range(ROUNDS):
            _play(KINDS[kind], visitor, screen)
            looks.append(_look(visitor, screen, objects))
    rounds = list(pairwise(looks))
    assert min(b.objects - a.objects for a, b in rounds) < TIMES, "not one is left each time"
    assert min(b.qml - a.qml for a, b in rounds) < TIMES * 32, "nor anything of QML's"


def _play(kind: Callable[[Visitor], Iterator[None]], visitor: Visitor, screen: Screen) -> None:
    for visitor.turn in range(TIMES):
        for _ in kind(visitor):
            screen.frame()


def _look(visitor: Visitor, screen: Screen, objects: LivingObjects) -> MemoryUse:
    """Look at a new visitor's first page."""
    for part in (visitor.go(), visitor.come()):
        for _ in part:
            screen.frame()
    # The other panes are made one by one meanwhile: on a busy machine they are late.
    screen.wait(lambda: bool(screen.stack.property("whole")))
    screen.rest()
    look(screen.kiosk.engine.collectGarbage, objects)
    screen.frame()
    return look(screen.kiosk.engine.collectGarbage, objects)
