"""A touch that never misses: every control there is, pressed long and short, still and trembling.

A press counts however long it lasts; a finger may drift by 5 mm; a drag of 10 mm scrolls; a second
finger or a palm elsewhere spoils nothing. On screens of 10 to 55 inches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import SIGNAL, QMetaMethod, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QEventPoint
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.ui.focus.focus_stops import stops_on
from kiosk.ui.focus.scrolling import flick_of
from tests.combinations import is_every
from tests.flows.door import touch
from tests.flows.kinds import every_kind
from tests.flows.measuring import tappable
from tests.flows.screen import Screen, is_ground, is_text, touchscreen
from tests.flows.sights import bring, whence
from tests.flows.views import AFTER, VIEWS, Room, View, enter, open_room

State = QEventPoint.State

SCREENS = {
    "tablet": (1280, 800, 10.1),
    "desk": (1920, 1080, 21.5),
    "upright": (1080, 1920, 21.5),
    "totem": (2160, 3840, 43.0),
    "wall": (3840, 2160, 55.0),
}

DRIFT, DRAG = 5.0, 10.0
"""Millimetres by which a finger may drift and still taps, and by which it surely scrolls."""

LENGTHS = (100, 900, 3000)
"""Milliseconds for which a control is pressed."""

WAYS = {
    "still": QPointF(0, 0), "to the right": QPointF(1, 0), "down": QPointF(0, 1),
    "to the left": QPointF(-1, 0), "up": QPointF(0, -1),
}  # fmt: skip
"""Where a finger drifts to."""


def listening(room: Room) -> None:
    room.screen.shell.navigator.turnTo("overview")
    room.screen.shell.readAloud.listen(0)
    room.screen.wait(lambda: bool(room.screen.of_type("ListenBar")))


KINDS = (
    "overview", "overview: works", "faq", "questions to ask, two ticked", "card: evidence",
    "display card", "search", "search, nothing found", "figure, twice as large", "PIN pad, ready",
    "staff page", "staff question", "resting", "listen bar",
)  # fmt: skip
"""On these there is a control of every kind."""

OTHERS = (
    "procedure",
    "types",
    "risks",
    "answer 1",
    "about",
    "extra page",
    "figure, large",
    "low reach",
    "my questions",
    *(each.name for each in VIEWS if each.name.startswith("card: ")),
    *(
        each.name
        for each in VIEWS
        if ": " in each.name and (is_every() or tuple(each.name.split(": ")) in every_kind())
    ),
)
"""What else is pressed on the default screen, behind doors and on cards too: every kind of it."""


def views() -> dict[str, View]:
    return {each.name: each for each in (*VIEWS, View("listen bar", listening), *AFTER)}


class Finger:
    """One finger, and the time that passes for the glass while it lies there."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self.now = 1_000_000

    def do(
        self, state: State, at: QPointF, after: int = 0, **others: tuple[State, QPointF]
    ) -> None:
        """Report the finger, and others by name: f1 and so on."""
        self.now += after
        all_of_them = {int(name[1:]): each for name, each in others.items()}
        touch(self._screen.window, touchscreen(), self.now, {0: (state, at), **all_of_them})

    def press(self, at: QPointF, milliseconds: int, drift: QPointF) -> None:
        """Press for so long, and drift meanwhile, at most to the edge of the glass."""
        self.do(State.Pressed, at, after=5000)  # long after the last one: no double tap
        if not drift.isNull():
            self.do(State.Updated, self._on_glass(at + drift / 2), after=milliseconds // 2)
            at = self._on_glass(at + drift)
            self.do(State.Updated, at)
        self.do(State.Released, at, after=milliseconds if drift.isNull() else milliseconds // 2)

    def _on_glass(self, at: QPointF) -> QPointF:
        glass = self._screen.window.contentItem()
        x = max(1.0, min(at.x(), glass.width() - 2))
        return QPointF(x, max(1.0, min(at.y(), glass.height() - 2)))


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    """One kiosk for all sizes: it becomes a screen of another one as a kiosk does."""
    room = open_room(tmp_path_factory.mktemp("state"), request, speech={"en": ["sleep", "600"]})
    yield room
    room.close()


@pytest.fixture(scope="module")
def finger(room: Room) -> Finger:
    return Finger(room.screen)


@contextmanager
def without_effect(room: Room) -> Iterator[None]:
    """Let nothing happen that a control asks for: it is there for the next press."""
    shell = room.screen.shell
    owners = (
        shell.navigator, shell.links, shell.card, shell.card.largeFigure, shell.presence,
        shell.desk, shell.appearance, shell.readAloud, shell.search,
    )  # fmt: skip
    silenced = []
    for owner in owners:
        meta = owner.metaObject()
        for number in range(QObject().metaObject().methodCount(), meta.methodCount()):
            method = meta.method(number)
            name = bytes(method.name().data()).decode()
            if method.methodType() == QMetaMethod.MethodType.Slot and hasattr(type(owner), name):
                setattr(owner, name, lambda *_: None)
                silenced.append((owner, name))
    yield
    for owner, name in silenced:
        delattr(owner, name)


def tap_of(screen: Screen, item: QQuickItem) -> QObject:
    if is_text(item):
        (item,) = filter(is_ground, item.childItems())
    return next(each for each in screen.handlers(item) if each.inherits("QQuickTapHandler"))


def controls(screen: Screen, root: QQuickItem | None) -> list[tuple[QQuickItem, str]]:
    """Give what a finger can press, and of each kind of text a link: its address.

    First what stands still, while the page is at its top.
    """
    found = sorted(tappable(screen, root), key=lambda item: flick_of(item) is not None)
    links: dict[str, tuple[QQuickItem, str]] = {}
    for text, address in screen.links(root):
        links.setdefault(whence(text.parentItem()), (text, address))
    return [*((item, "") for item in found), *links.values()]


def spots(screen: Screen, item: QQuickItem, link: str, mm: float) -> dict[str, QPointF]:
    """Give where to press, by the way on which the finger drifts: if it can, out of the control."""
    area = screen.reachable(item)
    level = next((each.parentItem() for each in screen.of_type("FillMarks", item)), None)
    if link:
        area = QRectF(screen.link_point(item, link), QSizeF(0, 0))
    elif tap_of(screen, item).property("card"):
        area = QRectF(area.topLeft() + QPointF(2, 2) * mm, QSizeF(0, 0))  # beside the card
    elif whence(item) == "Rectangle in RestScreen":  # above its cards
        area = QRectF(area.topRight() + QPointF(-12, 9) * mm, QSizeF(0, 0))
    elif level:
        area = screen.area(level)  # the study beside it may be a link
    across, along = (
        max(0.0, min(side / 2 - mm, 6.5 * mm)) for side in (area.width(), area.height())
    )
    return {
        name: area.center() + QPointF(way.x() * across, way.y() * along)
        for name, way in WAYS.items()
    }


def in_sight(screen: Screen, item: QQuickItem, mm: float) -> bool:
    area, column = screen.area(item), screen.area(screen.column)
    lowest = column.bottom() - 30 * mm  # nothing lies over what is above
    return column.top() <= area.top() and area.bottom() <= lowest


def missed(screen: Screen, finger: Finger, item: QQuickItem, link: str, turn: int) -> list[str]:
    """Press a control in every way, with a mouse too; give what did nothing, or more than once."""
    mm = screen.shell.appearance.mm
    for _ in range(2):
        if flick_of(item) and not in_sight(screen, item, mm):
            bring(screen, item)
    taps: list[object] = []
    signal = SIGNAL("tapped(QEventPoint,Qt::MouseButton)")
    hears = QObject.connect(tap_of(screen, item), signal, lambda *_: taps.append(item))
    found, place, at = [], screen.scrolled, spots(screen, item, link, mm)
    _, *drifts = WAYS
    for number, length in enumerate(LENGTHS * 2):
        way = "still" if number < len(LENGTHS) else drifts[(turn + number) % len(drifts)]
        finger.press(at[way], length, WAYS[way] * DRIFT * mm)
        if len(taps) != 1:
            found.append(f"{len(taps)} taps of {length} ms, {way}")
        taps.clear()
        if abs(screen.scrolled - place) > 1:
            screen.column.setProperty("contentY", place)
            screen.frame()
    pixel = at["still"].toPoint()
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=pixel, delay=1000)
    if len(taps) != 1:
        found.append(f"{len(taps)} clicks of a mouse")
    QObject.disconnect(hears)
    return found


@pytest.mark.parametrize("name", SCREENS)
def test_every_control_hears_every_press(room: Room, finger: Finger, name: str) -> None:
    """On the default screen each on a page of its kind; on others a kind's first and its last."""
    screen = room.screen
    pressed: dict[int, QQuickItem] = {}
    found = []
    names = {*KINDS, *OTHERS} if name == "desk" else kinds_on(name)
    known = views()
    for view in (known[each] for each in sorted(names, key=list(known).index)):
        top = enter(room, view._replace(display=SCREENS[name]))
        there = controls(screen, None if view.within == "QuestionBlock" else top)
        able = {shiboken6.getCppPointer(item)[0] for item, _ in there}
        for stop in stops_on(screen.window.contentItem()).all:
            if stop.is_control and shiboken6.getCppPointer(stop.item)[0] not in able:
                found.append(f"{view.name}: no finger reaches {whence(stop.item)}")
        with without_effect(room):
            for item, link in there if name == "desk" else ends_of_kinds(there):
                address = shiboken6.getCppPointer(item)[0]
                if address not in pressed:
                    pressed[address] = item
                    label = f"{view.name}: {whence(item)} {item.objectName() or link}"
                    misses = missed(screen, finger, item, link, len(pressed))
                    found += [f"{label}: {each}" for each in misses]
    assert len(pressed) > (150 if name == "desk" else 25)
    assert not found, "\n" + "\n".join(found)


def kinds_on(name: str) -> set[str]:
    """Give what is pressed on a screen that is not the default one: of two small ones and of two
    large ones each has half. A control that hears on one of either hears on the other."""
    if is_every():
        return {*KINDS}
    others = [each for each in SCREENS if each != "desk"]
    return {*KINDS[others.index(name) % 2 :: 2]}


def ends_of_kinds(there: list[tuple[QQuickItem, str]]) -> list[tuple[QQuickItem, str]]:
    kinds: dict[str, list[tuple[QQuickItem, str]]] = {}
    for item, link in there:
        kinds.setdefault(whence(item), []).append((item, link))
    return [each for kind in kinds.values() for each in (kind[0], kind[-1])]


PLACES = {"plain ground": None, "a tab": "tab-risks", "the same control": ""}
"""Where a palm lies meanwhile."""

ORDERS = {
    "down first, lifted last": "palm finger finger! palm!",
    "down first, lifted first": "palm finger palm! finger!",
    "down later, lifted last": "finger palm finger! palm!",
    "down later, lifted first": "finger palm palm! finger!",
}
"""Who comes down when, and who is lifted when."""


def lay(screen: Screen, glass: Finger, order: str, **hand: QPointF) -> None:
    """Put finger and palm down and lift them, in an order; what lies there trembles a little."""
    lies: set[str] = set()
    numbers = {name: number for number, name in enumerate(hand)}
    for each in order.split():
        name, lifted = each.rstrip("!"), each.endswith("!")
        for changed, state in (
            ({name}, State.Released if lifted else State.Pressed),
            (lies ^ {name}, State.Updated),
        ):
            report = {other: (State.Stationary, hand[other]) for other in lies - changed}
            shake = QPointF(1, 1) if state == State.Updated else QPointF()
            report |= {other: (state, hand[other] + shake) for other in changed}
            glass.now += 300
            if changed:
                fingers = {numbers[other]: said for other, said in report.items()}
                touch(screen.window, touchscreen(), glass.now, fingers)
            if state != State.Updated:
                lies |= {name}
        if lifted:
            lies.discard(name)


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_a_palm_elsewhere_spoils_no_tap(room: Room, finger: Finger, order: str) -> None:
    """Of two controls the one counts that is let go first."""
    screen, found = room.screen, []
    mm = screen.shell.appearance.mm
    for place, name in PLACES.items():
        for target in ("tab-faq", "about", "a question"):
            enter(room, views()["faq" if target == "a question" else "overview"])
            screen.wait(lambda: screen.shell.navigator.made)
            screen.rest()
            wanted = {"about": "about"}.get(target, "faq")
            if name == "tab-risks" and order.index("palm!") < order.index("finger!"):
                wanted = "risks"
            if target == "a question":
                at = screen.area(screen.of_type("QuestionBlock")[1]).center()
            else:
                at = screen.middle(target)
            palm = screen.area(screen.column).topRight() + QPointF(-3, 30) * mm
            if name is not None:
                palm = screen.middle(name) if name else at + QPointF(4, 0) * mm
            lay(screen, finger, order, finger=at, palm=palm)
            screen.frame()
            opened = target != "a question" or wanted != "faq" or screen.visit.question("faq")
            if screen.visit.page != wanted or not opened:
                found.append(f"{target}, a palm on {place}: {screen.visit.page} is shown")
    assert not found, "\n" + "\n".join(found)


def test_keys_that_are_typed_with_two_hands_all_count(room: Room, finger: Finger) -> None:
    enter(room, views()["PIN pad, ready"])
    screen, typed = room.screen, room.screen.shell.desk.digits
    one, two = (
        screen.middle(each)
        for each in screen.of_type("KeyButton")
        if each.property("text") in ("1", "2")
    )
    lay(screen, finger, "one two one! two!", one=one, two=two)
    assert screen.shell.desk.digits == typed + 2


def test_a_palm_that_lay_there_when_the_screen_woke_takes_no_finger_away(
    room: Room, finger: Finger
) -> None:
    enter(room, views()["overview"])
    room.clock.after(3600, room.screen.shell.presence)
    assert room.screen.shell.presence.phase == "asked"
    screen = room.screen
    at, palm = screen.middle("tab-faq"), screen.area(screen.column).topRight() + QPointF(-9, 90)
    lay(screen, finger, "palm finger finger! finger finger!", palm=palm, finger=at)
    assert screen.visit.page == "faq"
    lay(screen, finger, "palm!", palm=palm)


def reached(screen: Screen, item: QQuickItem) -> bool:
    """Scroll to an item; tell whether it is still there when nothing moves any more."""
    screen.reach(item)
    screen.rest()
    return screen.reachable(item).contains(screen.area(item).center())


@pytest.mark.parametrize("name", SCREENS)
def test_a_drag_of_ten_millimetres_scrolls(room: Room, finger: Finger, name: str) -> None:
    """It begins on a question or on a link, in small steps or in large ones, and taps nothing."""
    screen, found = room.screen, []
    for page in ("faq", "about"):
        enter(room, views()[page]._replace(display=SCREENS[name]))
        # A page that a large screen shows whole has nothing to scroll until its words are larger.
        screen.shell.appearance.resize(200)
        screen.wait(lambda: screen.shell.navigator.made)
        screen.rest()
        if page == "faq" and screen.furthest <= 0:  # on the largest it is seen whole all the same
            assert name in ("totem", "wall")
            continue
        mm, was = screen.shell.appearance.mm, screen.visit
        if page == "faq":
            question = screen.of_type("QuestionBlock")[5]
            # A page that is still being laid out leads its reader back to where they were.
            screen.wait(partial(reached, screen, question))
            start = screen.reachable(question).center()
        else:
            text, link = next(screen.links())
            screen.reach(text)
            start = screen.link_point(text, link)
        for steps in (20, 2):
            place = screen.scrolled
            finger.do(State.Pressed, start, after=5000)
            for step in range(1, steps + 1):
                finger.do(State.Updated, start - QPointF(0, DRAG * mm * step / steps), after=16)
            for more in (1, 2, 2):
                end = start - QPointF(0, (DRAG + more) * mm)
                finger.do(State.Updated, end, after=200)
            finger.do(State.Released, end)
            if screen.scrolled < place + 2 or (screen.visit, screen.shell.card.kind) != (was, ""):
                found.append(f"{page}, {steps} steps: by {screen.scrolled - place:.0f} pixels")
        screen.rest()
    assert not found, found
