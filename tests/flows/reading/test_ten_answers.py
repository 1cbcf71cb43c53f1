"""Ten questions that patients come with: how many touches it takes to read the answer.

A finger presses what bears a label that can be seen; "More below" is pressed by itself where that
label or the answer isn't on the screen yet, and counts. `-s` prints the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
import pytest
from PySide6.QtQuick import QQuickItem

from tests.flows.measuring import tappable
from tests.flows.screen import Screen
from tests.flows.views import LANDSCAPE, PORTRAIT, Room, leave, open_room

MOST = 3
"""Touches after the start, of which one may be "More below"."""

SIGNS = (
    "Lie down", "hard, fast or noisy breathing", "swollen lips, tongue, throat", "hard to swallow",
    "faint, dizzy, drowsy, confused", "palms and soles", "redness or heat that spreads fast",
    "turns black or white", "chest pain; thoughts of suicide",
)  # fmt: skip


class Task(NamedTuple):
    """A question, what is touched by its label, and the words that answer it."""

    question: str
    route: tuple[str, ...]
    words: tuple[str, ...] = ()
    holds: Callable[[Screen], object] = lambda screen: True


TASKS = (
    Task("Does it hurt?", ("FAQ", "Does it hurt?"), ("You can ask for numbing.",)),
    Task(
        "Will it work for my type?",
        ("FAQ", "Does it work for my type of hair loss?"),
        ("we found no fair trial",),
    ),
    Task("What can go wrong?", ("Risks",), SIGNS),
    Task(
        "Am I pregnant?",
        ("FAQ", "Pregnant, breastfeeding"),
        ("Usually wait, and tell us.",),
    ),
    Task("How many visits?", ("Procedure", "How many visits"), ("8 visits, one each week",)),
    Task(
        "What does it cost?", ("FAQ", "What does it cost"), ("Ask the front desk for the price.",)
    ),
    Task("What else is there?", ("Overview", "Compare the options"), ("Choose two to compare",)),
    Task("Only Bengali", ("বাংলা",), (), lambda screen: screen.visit.language == "bn"),
    Task("Large letters", ("Aa", "200 %"), (), lambda screen: screen.visit.text_size == 200),
    Task("From a wheelchair", ("Lower",), (), lambda screen: screen.visit.low),
)


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    one = open_room(tmp_path_factory.mktemp("state"), request)
    yield one
    one.close()


def in_view(screen: Screen, item: QQuickItem) -> bool:
    """Tell whether all of an item can be seen: nothing cuts it off or lies over it."""
    return screen.reachable(item).adjusted(-1, -1, 1, 1).contains(screen.area(item))


def bearing(screen: Screen, label: str) -> list[QQuickItem]:
    """Give what can be touched and bears a label that is seen whole."""
    return [
        item
        for item in tappable(screen)
        if any(label in screen.plain(text) and in_view(screen, text) for text in screen.texts(item))
    ]


def answered(screen: Screen, words: tuple[str, ...]) -> bool:
    seen = [screen.plain(text) for text in screen.texts() if in_view(screen, text)]
    return all(any(each in text for text in seen) for each in words)


def walk(screen: Screen, task: Task) -> list[str]:
    """Walk to an answer; give the labels that were touched on the way."""
    touched: list[str] = []

    def go(found: Callable[[], object]) -> None:
        while not found() and (more := bearing(screen, "More below")):
            assert touched.count("More below") < 2 * MOST, f"{task.question} {touched}"
            press("More below", more[0])

    def press(label: str, item: QQuickItem) -> None:
        screen.tap(item)
        screen.settle()
        screen.rest()
        touched.append(label)

    for label in task.route:
        go(lambda label=label: bearing(screen, label))  # type: ignore[misc]
        found = bearing(screen, label)
        assert found, f"{task.question}: nothing bears '{label}' after {touched}"
        press(label, found[-1])
    go(lambda: answered(screen, task.words))
    assert answered(screen, task.words), f"{task.question}: not answered after {touched}"
    assert task.holds(screen), f"{task.question}: {touched}"
    return touched


@pytest.mark.parametrize("display", [LANDSCAPE, PORTRAIT], ids=["landscape", "upright"])
def test_ten_answers_are_at_most_three_touches_away(
    room: Room, display: tuple[int, int, float]
) -> None:
    screen = room.screen
    turned = "landscape" if display is LANDSCAPE else "upright"
    screen.measure(*display)
    over = set()
    for task in TASKS:
        leave(room)
        screen.shell.presence.rest()
        screen.shell.presence.begin("en")
        screen.settle()
        screen.rest()
        assert screen.visit == msgspec.structs.replace(screen.visit, page="overview", low=False)
        touched = walk(screen, task)
        print(f"| {turned} | {task.question} | {' → '.join(touched)} | {len(touched)} |")
        if len(touched) > MOST or touched.count("More below") > 1:
            over.add((turned, task.question))
    assert over == set()


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize(
    ("display", "first"),
    [(LANDSCAPE, 7), (PORTRAIT, 7), ((1280, 800, 10.1), 3)],
    ids=["landscape", "upright", "tablet"],
)
def test_signs_of_an_emergency_stand_whole_on_the_first_screen(
    room: Room, display: tuple[int, int, float], first: int, language: str
) -> None:
    leave(room)
    screen = room.screen
    screen.measure(*display)
    screen.shell.presence.rest()
    screen.shell.presence.begin(language)
    screen.tap("tab-risks")
    screen.settle()
    screen.rest()
    box = screen.of_type("CalloutBlock")[0]
    signs = screen.of_type("ItemBlock", box)
    assert len(signs) == 7
    faded = screen.area(screen.column).bottom() - float(screen.pane.property("fading"))
    assert [
        screen.words(sign) for sign in signs[:first] if screen.area(sign).bottom() > faded
    ] == []
    before = screen.scrolled
    screen.tap("more")
    screen.rest()
    assert screen.scrolled > before + screen.column.height() / 2 or screen.column.property("atYEnd")
