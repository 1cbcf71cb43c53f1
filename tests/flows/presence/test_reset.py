"""A reset forgets the visit whole: whatever a person changed is as at a fresh start."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.shipped import shipped
from kiosk.visit.pair import Pair
from kiosk.visit.visit import LINE_SPACINGS, PACES, SCHEMES, TEXT_SIZES, Visit
from tests.flows.screen import Screen, meta_of, type_of

KEPT_BY_QT = (
    "activeFocus", "focus", "activeFocusOnTab", "smooth", "progress", "verticalOvershoot",
)  # fmt: skip
"""What Qt keeps of an item that no visitor sees or changes."""

SIMPLE = ("bool", "int", "double", "QString", "QColor")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The kiosk's own pack, of which only two pages are translated."""
    folder = tmp_path / "pack"
    shutil.copytree(shipped("content"), folder)
    for page in (folder / "bn").glob("*.md"):
        if page.stem not in ("overview", "faq"):
            page.unlink()
    return folder


def looks(screen: Screen) -> dict[str, str]:
    """Give every simple property of every item that can be seen on each pane, by its place."""
    found: dict[str, str] = {}

    def walk(item: QQuickItem, place: str) -> None:
        with meta_of(item) as meta:
            for index in range(meta.propertyCount()):
                one = meta.property(index)
                name = str(one.name())
                if name not in KEPT_BY_QT and str(one.typeName()) in SIMPLE:
                    value = item.property(name)
                    # Sums of pixels may end in another bit.
                    value = round(value, 6) or 0.0 if isinstance(value, float) else value
                    found[f"{place}.{name}"] = str(value)
        for number, child in enumerate(item.childItems()):
            if child.isVisible():
                walk(child, f"{place}/{number}:{type_of(child)}")

    for page in reversed(screen.shell.navigator.tabs):
        screen.shell.navigator.turnTo(page)
        screen.settle()
        walk(screen.window.contentItem(), page)
    return found


def whole(screen: Screen) -> None:
    """Wait until every pane has been made, drawn once, and stands still; the first is shown."""
    for page in reversed(screen.shell.navigator.tabs):
        screen.shell.navigator.turnTo(page)
        screen.settle()
    screen.wait(lambda: panes(screen) == len(screen.shell.navigator.tabs))
    # The last pane is made before it is counted.
    [making] = [item for item in screen.items(hidden=True) if type_of(item) == "PaneMaking"]
    screen.wait(lambda: making.property("whole"))
    for _ in range(3):
        screen.frame()


def panes(screen: Screen) -> int:
    return sum(type_of(item) == "PaneView" for item in screen.items(hidden=True))


def test_a_reset_forgets_everything_that_a_person_can_change(
    kiosk: Callable[..., Screen], pack: Path
) -> None:
    screen = kiosk(pack, size=(1080, 1920))
    whole(screen)
    fresh, fresh_looks, fresh_picture = screen.visit, looks(screen), screen.window.grabWindow()

    # Each place, each question, the language, and a card over it all, as a finger does it.
    screen.tap("language-bn")
    moved = set()
    for page in screen.shell.navigator.tabs:
        screen.tap(f"tab-{page}")
        screen.settle()
        for door in screen.of_type("Door")[1:2]:
            screen.reach(door)
            screen.tap(door)
            screen.settle()
        screen.drag(QPointF(540, 1200), QPointF(0, -700))
        screen.rest()
        if screen.scrolled > 0:
            moved.add(page)
    assert len(moved) > 2
    assert len(screen.visit.sections) > 2
    screen.tap("tab-faq")
    screen.settle()
    question = screen.of_type("QuestionBlock")[1]
    screen.reach(question)
    screen.tap(QPointF(screen.area(question).left() + 200, screen.area(question).top() + 40))
    screen.tap("about")
    screen.settle()
    filled = msgspec.structs.replace(
        screen.visit,
        text_size=TEXT_SIZES[2],
        scheme=SCHEMES[2],
        line_spacing=LINE_SPACINGS[1],
        still=True,
        low=True,
        volume=100,
        pace=PACES[0],
        ticked=frozenset({("questions", 1)}),
        compared=(("overview", 0, Pair((0, 3), 1)),),
        tab="types",
    )
    screen.shell.navigator.change(filled)
    screen.shell.links.gather()
    screen.shell.navigator.turnTo("types")
    screen.shell.links.go("missing-page", "")

    assert screen.shell.card.kind == "missing"
    for name in Visit.__struct_fields__:
        assert getattr(screen.visit, name) != getattr(fresh, name), f"fill {name} in this test"

    screen.shell.presence.rest()
    assert screen.shell.presence.phase == "resting"
    for name in Visit.__struct_fields__:
        assert getattr(screen.visit, name) == getattr(fresh, name), name
    assert screen.shell.card.kind == ""
    screen.shell.presence.begin("en")
    whole(screen)
    after = looks(screen)
    different = {
        place: (fresh_looks.get(place), after.get(place))
        for place in sorted(fresh_looks.keys() | after.keys())
        if fresh_looks.get(place) != after.get(place)
    }
    assert not different, "\n".join(f"{k} {v}" for k, v in different.items())
    assert screen.window.grabWindow() == fresh_picture


def test_a_visit_that_ends_while_its_looks_are_chosen_ends_each_pane_whole(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    """A pane that is back at its beginning is put aside at once while that card is open."""
    screen = kiosk(whole_pages)
    whole(screen)
    for page in screen.shell.navigator.tabs[1:3]:
        screen.tap(f"tab-{page}")
        screen.settle()
        screen.drag(QPointF(640, 600), QPointF(0, -300))
        screen.rest()
    assert screen.scrolled > 0
    screen.tap("display")
    screen.wait(lambda: panes(screen) == 2)

    screen.shell.presence.rest()

    screen.wait(lambda: panes(screen) == len(screen.shell.navigator.tabs))
    assert screen.scrolled == 0
