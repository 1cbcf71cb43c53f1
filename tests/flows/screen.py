"""A finger and a pair of eyes: touches the real window, and finds and measures what is on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from html import unescape
from typing import TypeVar

import shiboken6
from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    QMetaObject,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.ui.shell import Shell
from kiosk.visit.visit import Visit

Found = TypeVar("Found")
# How often a touchscreen tells where the finger is, in ms.
REPORT_MS = 17


@cache
def touchscreen() -> QPointingDevice:
    """The one touchscreen of the test machine."""
    return QTest.createTouchDevice()


class Screen:
    """The running kiosk as a visitor has it before them."""

    def __init__(self, kiosk: Kiosk, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self.qtbot = qtbot
        self._stack: QQuickItem | None = None
        self._theme: QObject | None = None
        self._handlers: dict[QQuickItem, tuple[list[QObject], list[QObject]]] = {}

    # What there is

    @property
    def window(self) -> QQuickWindow:
        window = self.kiosk.window
        assert isinstance(window, QQuickWindow)
        return window

    @property
    def shell(self) -> Shell:
        return self.kiosk.shell

    @property
    def visit(self) -> Visit:
        return self.shell.navigator.visit

    @property
    def theme(self) -> QObject:
        # An engine has one, and takes a millisecond to find it.
        if self._theme is None:
            theme = self.kiosk.engine.singletonInstance("Kiosk", "Theme")
            assert isinstance(theme, QObject)
            self._theme = theme
        return self._theme

    @property
    def mm(self) -> float:
        return float(self.theme.property("mm"))

    @property
    def stack(self) -> QQuickItem:
        stack = self._stack_if_made()
        assert stack is not None, "there are no panes"
        return stack

    @property
    def column(self) -> QQuickItem:
        column = self.stack.property("column")
        assert isinstance(column, QQuickItem)
        return column

    @property
    def scrolled(self) -> float:
        return float(self.column.property("contentY"))

    @property
    def furthest(self) -> float:
        """How far the pane can be scrolled."""
        return max(0.0, float(self.column.property("contentHeight")) - self.column.height())

    @property
    def pane(self) -> QQuickItem:
        """The PaneView on the screen."""
        pane: QQuickItem = self.column.parentItem()
        assert type_of(pane) == "PaneView"
        return pane

    def items(
        self, root: QQuickItem | None = None, *, hidden: bool = False
    ) -> Iterator[QQuickItem]:
        """Walk the scene, parents first; without `hidden` only what is visible."""
        todo = (root or self.window.contentItem()).childItems()[::-1]
        while todo:
            child = todo.pop()
            if hidden or (child.isVisible() and child.opacity() > 0):
                yield child
                todo += child.childItems()[::-1]

    def handlers(self, item: QQuickItem) -> list[QObject]:
        """Give what waits for a finger on an item, of any kind."""
        # To make Python's side of an object anew takes thirty times as long as to find it again,
        # and what an item has been made with stays.
        if item not in self._handlers:
            below = item.children()
            waiting = [child for child in below if child.inherits("QQuickPointerHandler")]
            self._handlers[item] = below, waiting
        return self._handlers[item][1]

    def found(self, name: str, root: QQuickItem | None = None) -> list[QQuickItem]:
        return [item for item in self.items(root) if item.objectName() == name]

    def item(self, name: str, root: QQuickItem | None = None) -> QQuickItem:
        """Give the one visible item of this object name."""
        found = self.found(name, root)
        assert len(found) == 1, f"{len(found)} visible items are called {name}"
        return found[0]

    def of_type(self, kind: str, root: QQuickItem | None = None) -> list[QQuickItem]:
        """Give the visible items of a QML type such as QuestionBlock."""
        return [item for item in self.items(root) if type_of(item) == kind]

    def texts(self, root: QQuickItem | None = None) -> list[QQuickItem]:
        return [item for item in self.items(root) if is_text(item)]

    def words(self, root: QQuickItem | None = None) -> str:
        """Give all visible words, without the tags between them."""
        return "\n".join(self.plain(item) for item in self.texts(root))

    def plain(self, text: QQuickItem) -> str:
        """Give the words of one text, without the tags between them and the sign that ends them."""
        words = re.sub(r"<style>.*?</style>|</?\w[^>]*>", "", str(text.property("text")))
        words = unescape(words)
        return words.removesuffix("\N{ZERO WIDTH NON-JOINER}")

    def reads(self, words: str) -> bool:
        """Tell whether these words stand anywhere on the screen."""
        return words in self.words()

    def everywhere(self, page: str, only: Collection[str] | None = None) -> Iterator[str]:
        """Show a page and then each of the sections behind its doors, or only these; give the
        anchor of each."""
        navigator = self.shell.navigator
        for anchor in ("", *navigator.pane(page).sections.anchors):
            if only is not None and anchor and anchor not in only:
                continue
            navigator.enter(page, anchor)
            self.settle()
            if self.scrolled:
                self.column.setProperty("contentY", 0.0)
                self.frame()
            assert self.visit.section(page) == anchor
            yield anchor

    def part_with(self, page: str, wanted: Callable[[], Sequence[Found]]) -> Found:
        """Show the first part of a page in which there is what is wanted; give the first of it."""
        for _ in self.everywhere(page):
            if found := wanted():
                return found[0]
        raise AssertionError(f"{page} has nothing of the kind")

    # Waiting

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def settle(self) -> None:
        """Wait until the pane is there, below the resting screen too, and has been drawn."""
        self.wait(self._settled)
        self.frame()

    def _settled(self) -> bool:
        stack = self._stack_if_made()
        return stack is not None and bool(stack.property("settled"))

    def _stack_if_made(self) -> QQuickItem | None:
        # A window has one. It is asked for more often than anything else, so it is remembered.
        known = self._stack
        if known is not None and shiboken6.isValid(known):
            return known
        # Not into the panes: almost everything there is stands in one.
        todo = [self.window.contentItem()]
        self._stack = None
        while todo and self._stack is None:
            item = todo.pop(0)
            if item.objectName() == "stack":
                self._stack = item
            else:
                todo += item.childItems()
        return self._stack

    def frame(self) -> None:
        """Wait until the window has been drawn once more."""
        with self.qtbot.waitSignal(self.window.frameSwapped):
            self.window.update()

    def rest(self) -> None:
        """Wait until nothing moves the text any more, and it has stood still over three frames.

        A turn, a finger, a fling or a way to a section moves it: a pane that has just been made is
        led on to its section as it grows.
        """
        still = 0
        while still < 3:
            before = self.scrolled
            self.frame()
            moving = self.stack.property("moving") or not self.stack.property("settled")
            still = 0 if moving or self.scrolled != before else still + 1

    # The finger

    def tap(self, target: QQuickItem | str | QPointF) -> None:
        self.press(target)
        self.release(target)
        self.frame()

    def press(self, target: QQuickItem | str | QPointF) -> None:
        QTest.touchEvent(self.window, touchscreen()).press(0, self._point(target)).commit()

    def move(self, target: QQuickItem | str | QPointF) -> None:
        QTest.touchEvent(self.window, touchscreen()).move(0, self._point(target)).commit()

    def release(self, target: QQuickItem | str | QPointF) -> None:
        QTest.touchEvent(self.window, touchscreen()).release(0, self._point(target)).commit()

    def drag(
        self, start: QPointF, by: QPointF, *, steps: int = 12, stop: bool = True, lift: bool = True
    ) -> None:
        """Draw a finger over the glass, a frame a step; `stop`: it rests before it is lifted."""
        self.press(start)
        for step in range(1, steps + 1):
            self.frame()
            self.move(start + by * (step / steps))
        for step in range(12 if stop else 0):
            # A resting finger still trembles by a pixel; that is what ends its speed. Told of
            # sooner than any screen tells, on a busy machine, that pixel would be a fling.
            self.frame()
            QTest.qWait(REPORT_MS)
            self.move(start + by + QPointF(0, step % 2))
        if lift:
            self.frame()
            self.release(start + by + QPointF(0, 1) if stop else start + by)

    def _point(self, target: QQuickItem | str | QPointF) -> QPoint:
        return (target if isinstance(target, QPointF) else self.middle(target)).toPoint()

    def middle(self, target: QQuickItem | str) -> QPointF:
        """Give the middle of an item that a finger can reach; scrolled-away ones fail."""
        item = self.item(target) if isinstance(target, str) else target
        middle = self.area(item).center()
        assert self.reachable(item).contains(middle), f"{item.objectName() or item} is out of reach"
        return middle

    def reach(self, item: QQuickItem) -> None:
        """Scroll the pane so that an item stands in the middle of it."""
        at = item.mapToItem(self.column.property("contentItem"), 0, 0).y()
        wanted = at - (self.column.height() - item.height()) / 2
        self.column.setProperty("contentY", max(0.0, min(wanted, self.furthest)))
        self.frame()

    # Links

    def links(self, root: QQuickItem | None = None) -> Iterator[tuple[QQuickItem, str]]:
        """Give every visible text with each of the addresses in it."""
        for item in self.texts(root or self.column):
            for part in str(item.property("text")).split('<a href="')[1:]:
                yield item, part.split('"')[0]

    def link(self, address: str, root: QQuickItem | None = None) -> QQuickItem:
        """Give the first text that holds a link whose address starts so."""
        return next(item for item, each in self.links(root) if each.startswith(address))

    def tap_link(self, address: str, root: QQuickItem | None = None) -> None:
        """Scroll to a link and touch the middle of its words."""
        item = self.link(address, root)
        self.reach(item)
        at = self.link_point(item, address)
        self.column.setProperty(
            "contentY",
            max(0.0, min(self.scrolled + at.y() - 0.4 * self.window.height(), self.furthest)),
        )
        self.frame()
        self.tap(self.link_point(item, address))

    def link_point(self, item: QQuickItem, address: str) -> QPointF:
        """Give a point of the scene inside a link."""
        hit: list[QPointF] = []
        y = 2.0
        while y < item.height() and not hit:
            hit = [
                QPointF(x, y)
                for x in range(0, int(item.width()), 3)
                if self.link_at(item, x, y).startswith(address)
            ]
            y += 4
        assert hit, f"no link {address}"
        within = hit[len(hit) // 2]
        # A few pixels further down: the middle of the line, where it is still the same link.
        lower = QPointF(within.x(), within.y() + 4)
        if self.link_at(item, lower.x(), lower.y()).startswith(address):
            within = lower
        return item.mapToScene(within)

    def link_at(self, item: QQuickItem, x: float, y: float) -> str:
        return str(
            QMetaObject.invokeMethod(
                item, "linkAt", Qt.ConnectionType.DirectConnection,
                Q_RETURN_ARG("QString"), Q_ARG("qreal", x), Q_ARG("qreal", y),
            )
        )  # fmt: skip

    # Places

    def area(self, item: QQuickItem) -> QRectF:
        """Give an item's rectangle in the scene."""
        return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))

    def reachable(self, item: QQuickItem) -> QRectF:
        """Give the part of an item's rectangle that no clipping parent and no edge cuts off."""
        area = self.area(item)
        above: QQuickItem | None = item.parentItem()
        while above is not None:
            if above.clip() or above.parentItem() is None:
                area = area.intersected(self.area(above))
            above = above.parentItem()
        return area

    # The machine

    def measure(self, width: int, height: int, diagonal: float = 21.5) -> None:
        """Become a screen of another size."""
        self.window.resize(width, height)
        self.shell.appearance.measure(ScreenSize(width, height, diagonal))
        self.wait(lambda: self.window.contentItem().width() == width)
        self.settle()


def type_of(item: QObject) -> str:
    """Give the QML type's name."""
    with meta_of(item) as meta:
        return meta.className().split("_QML")[0].removeprefix("QQuick")


@contextmanager
def meta_of(item: QObject) -> Iterator[QMetaObject]:
    """Give what Qt knows of an item's type, for as long as that is looked at.

    Python keeps it as long as the item's wrapper; Qt's own ends with the item. Whatever Qt makes at
    its address next, Python would take for it.
    """
    meta = item.metaObject()
    yield meta
    shiboken6.invalidate(meta)


def is_text(item: QQuickItem) -> bool:
    return item.inherits("QQuickText")


def is_ground(item: QQuickItem) -> bool:
    """Tell whether an item takes the touches on the links of a text, which it lies on."""
    return item.objectName() == "links"
