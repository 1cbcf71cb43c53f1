"""A monkey at the glass: anything at all, as fast as it goes, and always the same for one seed.

It knows the window and what hands, keyboards and desktops send to it, and nothing of the pages.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from random import Random

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest

from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.visit.presence_state import Phase
from kiosk.visit.waiting import Waiting
from tests.flows import door
from tests.flows.hands import Hands
from tests.flows.screen import Screen

Gesture = Iterator[int]
"""Yields the number of events it has just sent; 0 while it lets the time pass."""

HELD = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]

BUTTONS = [
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
    Qt.MouseButton.ForwardButton,
]

KEYS = [key for key in Qt.Key if key is not Qt.Key.Key_unknown]

SCREENS = [(1280, 800, 21.5), (800, 1280, 21.5), (1024, 600, 10.1), (640, 480, 15.0)]
"""Pixels and inches that the screen may turn into."""


class Clock:
    """Seconds that pass when the monkey says so, at noon."""

    def __init__(self) -> None:
        self.now = 1000.0

    def waiting(self) -> Waiting:
        return Waiting(clock=lambda: self.now, calendar=lambda: datetime(2026, 11, 23, 12, 0))


class Monkey:
    """Plays gestures, up to three at once, so that any event may follow any other."""

    def __init__(self, screen: Screen, clock: Clock, seed: int) -> None:
        self.screen = screen
        self.window = screen.window
        self.clock = clock
        self.dice = Random(seed)
        self.hands = Hands(self.window)
        self.sent = 0
        self.trail: deque[str] = deque(maxlen=25)
        self.size = self.window.width(), self.window.height()
        self._playing: list[Gesture] = []
        self._buttons: set[Qt.MouseButton] = set()
        self._gestures: list[Callable[[], Gesture]] = []
        self._weights: list[int] = []
        for gesture, weight in (
            (self._tap, 30), (self._taps, 8), (self._hold, 6), (self._drag, 14), (self._flick, 12),
            (self._edge, 6), (self._many, 8), (self._pinch, 6), (self._taken_back, 5),
            (self._lost, 3), (self._key, 14), (self._wheel, 10), (self._mouse, 12),
            (self._dropped, 4), (self._menu, 4), (self._composed, 3), (self._native, 4),
            (self._stylus, 4), (self._focus, 3), (self._closed, 3), (self._turned, 1),
            (self._language, 2), (self._time, 5), (self._begun, 6), (self._corners, 3),
        ):  # fmt: skip
            self._gestures.append(gesture)
            self._weights.append(weight)

    def play(self, events: int, check: Callable[[], None], every: int = 250) -> None:
        """Send that many events more in a running event loop; `check` now and then."""
        loop, timer = QEventLoop(), QTimer(interval=0)
        end, next_check = self.sent + events, self.sent + every
        failed: list[BaseException] = []

        def tick() -> None:
            nonlocal next_check
            try:
                for _ in range(self.dice.randint(1, 24)):
                    self._step()
                if self.sent >= next_check:
                    next_check += every
                    check()
            except BaseException as error:
                failed.append(error)
            if failed or self.sent >= end:
                loop.quit()

        timer.timeout.connect(tick)
        timer.start()
        loop.exec()
        timer.stop()
        if failed:
            raise failed[0]

    def knock(self) -> None:
        """Make staff's gesture as it should be."""
        self.stop()
        self.sent += sum(self._corners(3.5))

    def stop(self) -> None:
        """Take everything off the glass."""
        self._playing.clear()
        if self.hands.at:
            self.hands.release()
        for button in self._buttons:
            QTest.mouseRelease(self.window, button, HELD[0], QPoint(1, 1))
        self._buttons.clear()

    def _step(self) -> None:
        if not self._playing or (len(self._playing) < 3 and self.dice.random() < 0.1):
            [gesture] = self.dice.choices(self._gestures, self._weights)
            self.trail.append(f"{self.sent} {gesture.__name__}")
            self._playing.append(gesture())
        playing = self.dice.choice(self._playing)
        sent = next(playing, -1)
        if sent < 0:
            self._playing.remove(playing)
        else:
            self.sent += sent

    # Places

    def _point(self, beyond: int = 0) -> QPointF:
        width, height = self.size
        kind = self.dice.random()
        y = self.dice.uniform(-beyond, height - 1 + beyond)
        if kind < 0.25:  # the tabs
            y = self.dice.uniform(height * 0.88, height - 1)
        elif kind < 0.4:  # the header
            y = self.dice.uniform(0, height * 0.1)
        x = self.dice.uniform(-beyond, width - 1 + beyond)
        return QPointF(x, y)

    def _finger(self) -> str:
        free = [number for number in range(10) if number not in self.hands.at]
        return f"f{self.dice.choice(free)}" if free else ""

    # Fingers

    def _press(self, at: QPointF) -> str:
        name = self._finger()
        if name:
            self.hands.press(**{name: at})
        return name

    def _has(self, name: str) -> bool:
        return bool(name) and int(name[1:]) in self.hands.at

    def _to(self, name: str, at: QPointF) -> int:
        if not self._has(name):
            return 0
        self.hands.move(**{name: at})
        return 1

    def _lift(self, name: str) -> int:
        if not self._has(name):
            return 0
        self.hands.release(name)
        return 1

    def _drawn(self, start: QPointF, end: QPointF, steps: int) -> Gesture:
        name = self._press(start)
        yield 1
        for step in range(1, steps + 1):
            yield self._to(name, start + (end - start) * (step / steps))
        yield self._lift(name)

    def _tap(self) -> Gesture:
        name = self._press(self._point())
        yield 1
        yield self._lift(name)

    def _taps(self) -> Gesture:
        at = self._point()
        for _ in range(self.dice.randint(2, 6)):
            name = self._press(at)
            yield 1
            yield self._lift(name)

    def _hold(self) -> Gesture:
        name = self._press(self._point())
        yield 1
        for _ in range(self.dice.randint(5, 150)):
            yield 0
        yield self._lift(name)

    def _drag(self) -> Gesture:
        yield from self._drawn(self._point(), self._point(60), self.dice.randint(3, 25))

    def _flick(self) -> Gesture:
        start, far = self._point(), self.dice.choice([-400, -200, 200, 400])
        by = QPointF(far, 0) if self.dice.random() < 0.5 else QPointF(0, far)
        yield from self._drawn(start, start + by, 4)

    def _edge(self) -> Gesture:
        (width, height), there = self.size, self._point()
        starts = [(0.0, there.y()), (width - 1, there.y()), (there.x(), 0), (there.x(), height - 1)]
        yield from self._drawn(QPointF(*self.dice.choice(starts)), there, self.dice.randint(3, 10))

    def _many(self) -> Gesture:
        start, by = self._point(), self._point() - self._point()
        names = []
        for number in range(self.dice.randint(3, 10)):
            names.append(self._press(start + QPointF(30 * number, 20 * (number % 3))))
            yield 1
        for _ in range(6):
            for name in names:
                if self._has(name):
                    yield self._to(name, self.hands.at[int(name[1:])] + by / 6)
        self.dice.shuffle(names)
        for name in names:
            yield self._lift(name)

    def _pinch(self) -> Gesture:
        middle, reach = self._point(), self.dice.choice([(20, 300), (300, 20)])
        turn = self.dice.choice([QPointF(1, 0), QPointF(0, 1), QPointF(0.7, 0.7)])
        one, two = self._press(middle - turn * reach[0]), self._press(middle + turn * reach[0])
        yield 2
        for step in range(1, 9):
            apart = reach[0] + (reach[1] - reach[0]) * step / 8
            yield self._to(one, middle - turn * apart) + self._to(two, middle + turn * apart)
        yield self._lift(one) + self._lift(two)

    def _taken_back(self) -> Gesture:
        drawn = self._drawn(self._point(), self._point(), 12)
        for _ in range(self.dice.randint(1, 10)):
            yield next(drawn)
        if self.hands.at:
            self.hands.cancel()
            yield 1

    def _lost(self) -> Gesture:
        """A finger that slides off the screen: its end is told late, or never before a cancel."""
        width, height = self.size
        name = self._press(self._point())
        yield 1
        yield self._to(name, QPointF(self.dice.choice([-50, width + 50]), height * 0.5))
        for _ in range(self.dice.randint(0, 60)):
            yield 0
        if self.dice.random() < 0.7:
            yield self._lift(name)

    def _corners(self, seconds: float = 0.0) -> Gesture:
        """Both corners, held for a while: staff's gesture, if nothing comes between."""
        width, height = self.size
        for at in (QPointF(20, 20), QPointF(width - 20, height - 20)):
            name = self._press(at)
            yield 1
            self.clock.now += seconds or self.dice.choice([2.0, 3.5, 5.0])
            yield self._lift(name)

    # Keys, wheel, mouse, stylus

    def _key(self) -> Gesture:
        code, held = self.dice.choice(KEYS), self.dice.choice(HELD)
        text = chr(code.value).lower() if code.value < 128 else ""
        for _ in range(self.dice.choice([1, 1, 1, 5])):
            door.key(self.window, code, held, text, repeated=self.dice.random() < 0.2)
            yield 1
        if self.dice.random() < 0.9:
            door.key(self.window, code, held, text, down=False)
            yield 1

    def _wheel(self) -> Gesture:
        at, held = self._point(), self.dice.choice(HELD)
        for _ in range(self.dice.randint(1, 6)):
            turned = QPoint(self.dice.choice([0, 0, 120, -120]), self.dice.choice([-120, 120, 15]))
            self._send(
                QWheelEvent(
                    at, at, QPoint(), turned, Qt.MouseButton.NoButton, held,
                    self.dice.choice(list(Qt.ScrollPhase)), False,
                )
            )  # fmt: skip
            yield 1

    def _mouse(self) -> Gesture:
        button, at = self.dice.choice(BUTTONS), self._point().toPoint()
        if button in self._buttons:
            return
        QTest.mousePress(self.window, button, self.dice.choice(HELD), at)
        self._buttons.add(button)
        yield 1
        for _ in range(self.dice.choice([0, 0, 3, 10])):
            at = self._inside(at + QPoint(self.dice.randint(-90, 90), self.dice.randint(-90, 90)))
            QTest.mouseMove(self.window, at)
            yield 1
        if button in self._buttons:
            self._buttons.discard(button)
            QTest.mouseRelease(self.window, button, HELD[0], self._inside(at))
            yield 1

    def _inside(self, at: QPoint) -> QPoint:
        width, height = self.size
        return QPoint(min(max(at.x(), 0), width - 1), min(max(at.y(), 0), height - 1))

    def _stylus(self) -> Gesture:
        device, at, left = QPointingDevice.primaryPointingDevice(), self._point(), BUTTONS[0]
        for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease):
            self._send(QTabletEvent(kind, device, at, at, 0.5, 0, 0, 0, 0, 0, HELD[0], left, left))
            yield 1

    # The desktop

    def _send(self, event: QEvent) -> None:
        QCoreApplication.sendEvent(self.window, event)

    def _dropped(self) -> Gesture:
        things, at = QMimeData(), self._point()
        things.setUrls([QUrl("file:///etc/passwd")])
        things.setText("words")
        copy, left = Qt.DropAction.CopyAction, BUTTONS[0]
        self._send(QDragEnterEvent(at.toPoint(), copy, things, left, HELD[0]))
        yield 1
        if self.dice.random() < 0.5:
            self._send(QDropEvent(at, copy, things, left, HELD[0]))
        else:
            self._send(QDragLeaveEvent())
        yield 1

    def _menu(self) -> Gesture:
        at = self._point().toPoint()
        reason = self.dice.choice(list(QContextMenuEvent.Reason))
        self._send(QContextMenuEvent(reason, at, at, HELD[0]))
        yield 1

    def _composed(self) -> Gesture:
        event = QInputMethodEvent("wor", [])
        event.setCommitString("words")
        self._send(event)
        yield 1

    def _native(self) -> Gesture:
        at, device = self._point(), QPointingDevice.primaryPointingDevice()
        kind = self.dice.choice(list(Qt.NativeGestureType))
        value = self.dice.uniform(-1, 1)
        self._send(QNativeGestureEvent(kind, device, 3, at, at, at, value, QPointF(9, 9)))
        yield 1

    def _focus(self) -> Gesture:
        reason = self.dice.choice(list(Qt.FocusReason))
        self._send(QFocusEvent(QEvent.Type.FocusOut, reason))
        yield 1
        if self.dice.random() < 0.5:
            door.change_state(self.window, Qt.WindowState.WindowMinimized)
            yield 1
        self._send(QFocusEvent(QEvent.Type.FocusIn, reason))
        self.window.requestActivate()
        yield 1

    def _closed(self) -> Gesture:
        assert not self.window.close(), "a close request was heard"
        yield 1

    def _turned(self) -> Gesture:
        """The screen becomes another one."""
        width, height, diagonal = self.dice.choice(SCREENS)
        self.size = width, height
        self.window.resize(width, height)
        self.screen.shell.appearance.measure(ScreenSize(width, height, diagonal))
        yield 1

    # Time

    def _language(self) -> Gesture:
        codes = [language.code for language in self.screen.shell.languages.rows]
        self.screen.shell.navigator.chooseLanguage(self.dice.choice(codes))
        yield 1

    def _time(self) -> Gesture:
        presence = self.screen.shell.presence
        self.clock.now += self.dice.choice([0.5, 2, 10, 25, 70, 400])
        presence.check()
        yield 1
        if presence.phase == Phase.ASKED and self.dice.random() < 0.5:
            self.clock.now += 31
            presence.check()
            yield 1

    def _begun(self) -> Gesture:
        """Somebody comes, or else the monkey would mostly play with a screen at rest."""
        presence = self.screen.shell.presence
        if presence.phase == Phase.RESTING:
            presence.begin(self.screen.shell.navigator.language)
            yield 1
