"""One person before the real window: random touches, sent between two turns of the event loop."""

from __future__ import annotations

import random
from collections.abc import Generator

import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import Kiosk

FRAME = 17
"""Milliseconds that a finger is given for what it started to be drawn."""

ACTIONS = {"tap": 4, "item": 12, "scroll": 8, "swipe": 4, "key": 2, "look": 1}
"""What a person does, and how often: `look` is another text size and theme."""

Steps = Generator[int, None, None]
"""Yields the milliseconds after which it wants to go on."""


class Person:
    """Does what people do on a kiosk, by the fall of the dice."""

    def __init__(self, kiosk: Kiosk, dice: random.Random) -> None:
        self._kiosk, self._dice = kiosk, dice
        self._touchscreen = QTest.createTouchDevice()

    @property
    def _size(self) -> tuple[int, int]:
        return self._kiosk.window.width(), self._kiosk.window.height()

    def act(self) -> Steps:
        width, height = self._size
        match self._dice.choices(list(ACTIONS), list(ACTIONS.values()))[0]:
            case "tap":
                yield from self.tap(self._dice.randrange(width), self._dice.randrange(height))
            case "item":
                targets = list(_tappable(self._kiosk.window.contentItem(), self._size))
                if targets:
                    point = self._dice.choice(targets)
                    yield from self.tap(point.x(), point.y())
            case "scroll":
                way = self._dice.randrange(-500, 500)
                yield from self._drag(width // 2, height // 2, 0, way)
            case "swipe":
                yield from self._drag(width // 2, height // 2, self._dice.choice((-600, 600)), 0)
            case "key":
                key = self._dice.choice((Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Escape))
                QTest.keyClick(self._kiosk.window, key)
                yield 1
            case "look":
                scheme = self._dice.choice(("light", "dark", "contrast"))
                size = self._dice.choice((100, 150, 200))
                navigator = self._kiosk.shell.navigator
                visit = navigator.visit
                navigator.change(msgspec.structs.replace(visit, scheme=scheme, text_size=size))
                yield FRAME

    def tap(self, x: int, y: int) -> Steps:
        window, point = self._kiosk.window, QPoint(x, y)
        QTest.touchEvent(window, self._touchscreen).press(0, point).commit()
        yield 1
        QTest.touchEvent(window, self._touchscreen).release(0, point).commit()
        yield FRAME

    def _drag(self, x: int, y: int, dx: int, dy: int) -> Steps:
        window = self._kiosk.window
        QTest.touchEvent(window, self._touchscreen).press(0, QPoint(x, y)).commit()
        for step in range(1, 6):
            yield 4
            point = QPoint(x + dx * step // 5, y + dy * step // 5)
            QTest.touchEvent(window, self._touchscreen).move(0, point).commit()
        QTest.touchEvent(window, self._touchscreen).release(0, point).commit()
        yield FRAME


def _tappable(item: QQuickItem, size: tuple[int, int]) -> Generator[QPoint, None, None]:
    """Give the middle of every visible item that has a name of its own and lies on the screen."""
    for child in item.childItems():
        if not child.isVisible():
            continue
        if child.objectName():
            middle = child.mapToScene(QPoint(int(child.width()) // 2, int(child.height()) // 2))
            point = middle.toPoint()
            if 0 <= point.x() < size[0] and 0 <= point.y() < size[1]:
                yield point
        yield from _tappable(child, size)
