"""The lock: nothing that a hand, a keyboard or a stylus can do leaves the panes.

Most rules are tested twice in one test: without the gate a trap before the panes catches the
event, with it nothing arrives. So each of them can fail.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputDevice,
    QNativeGestureEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QWheelEvent,
)
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.visit.presence_state import Phase
from kiosk.visit.waiting import Waiting
from tests.flows.door import change_state, click
from tests.flows.hands import Hands
from tests.flows.packs import Writer
from tests.flows.screen import Screen

AT = QPointF(800, 400)

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
META = Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key

TRAP = b"""
import QtQuick
import QtQuick.Controls.Basic
Item {
    id: trap
    property list<string> caught
    function note(what) { trap.caught.push(what) }
    anchors.fill: parent
    z: 100
    focus: true
    Keys.onPressed: event => { note("key"); event.accepted = false }
    TextInput { id: words; focus: true; onTextEdited: trap.note("words"); objectName: "words" }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onPressed: mouse => trap.note("button")
    }
    DropArea {
        anchors.fill: parent
        onEntered: trap.note("drag")
        onDropped: trap.note("drop")
    }
    PinchHandler { target: null; onScaleChanged: trap.note("zoom") }
    ContextMenu.onRequested: trap.note("menu")
}
"""


class Trap:
    """Lies before the panes and takes all it can get."""

    def __init__(self, screen: Screen) -> None:
        component = QQmlComponent(screen.kiosk.engine)
        component.setData(QByteArray(TRAP), QUrl("file:///trap.qml"))
        made = component.create()
        assert isinstance(made, QQuickItem), component.errorString()
        self.item = made
        made.setParent(screen.window)
        made.setParentItem(screen.window.contentItem())
        screen.window.requestActivate()
        screen.wait(screen.window.isActive)
        screen.item("words").forceActiveFocus()

    def taken(self) -> list[str]:
        """Give what was caught since the last time."""
        caught = [str(each) for each in self.item.property("caught")]
        self.item.setProperty("caught", [])
        words = self.item.childItems()[0]
        caught += ["words"] if words.property("text") else []
        words.setProperty("text", "")
        return caught


def key(code: Qt.Key, held: Qt.KeyboardModifier = NONE) -> Callable[[Screen], None]:
    return lambda screen: click(screen.window, code, held)


def button(which: Qt.MouseButton) -> Callable[[Screen], None]:
    return lambda screen: QTest.mouseClick(screen.window, which, NONE, AT.toPoint())


def _send(screen: Screen, event: QEvent) -> None:
    QCoreApplication.sendEvent(screen.window, event)


def words(screen: Screen) -> None:
    for letter in "words":
        click(screen.window, Qt.Key[f"Key_{letter.upper()}"], text=letter)


def pasted(screen: Screen) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("pasted")
    click(screen.window, Key.Key_V, CTRL)
    assert clipboard.text() == "pasted"
    clipboard.clear()


def _pad() -> QPointingDevice:
    kind, pen = QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger
    caps = QInputDevice.Capability.Position
    return QPointingDevice("pad", 77, kind, pen, caps, 5, 1, "", QPointingDeviceUniqueId())


_PAD = _pad()


def native_pinch(screen: Screen) -> None:
    gesture = Qt.NativeGestureType
    for kind, value in (
        (gesture.BeginNativeGesture, 0.0),
        (gesture.ZoomNativeGesture, 0.5),
        (gesture.EndNativeGesture, 0.0),
    ):
        _send(screen, QNativeGestureEvent(kind, _PAD, 2, AT, AT, AT, value, QPointF()))


def asked_for_menu(screen: Screen) -> None:
    reason, at = QContextMenuEvent.Reason.Mouse, AT.toPoint()
    _send(screen, QContextMenuEvent(reason, at, at, NONE))


def drag_in(screen: Screen) -> None:
    things = QMimeData()
    things.setUrls([QUrl("https://example.org/")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(AT.toPoint(), copy, things, left, NONE)
    _send(screen, enter)
    _send(screen, QDropEvent(AT, copy, things, left, NONE))


KEYS = {
    "Alt+F4": key(Key.Key_F4, ALT),
    "Alt+Tab": key(Key.Key_Tab, ALT),
    "Alt+Left": key(Key.Key_Left, ALT),
    "Ctrl+Q": key(Key.Key_Q, CTRL),
    "Ctrl+W": key(Key.Key_W, CTRL),
    "Ctrl+P": key(Key.Key_P, CTRL),
    "Ctrl+T": key(Key.Key_T, CTRL),
    "Ctrl+F": key(Key.Key_F, CTRL),
    "Ctrl+plus": key(Key.Key_Plus, CTRL),
    "Ctrl+comma": key(Key.Key_Comma, CTRL),
    "Ctrl+Alt+Delete": key(Key.Key_Delete, CTRL | ALT),
    "Ctrl+Alt+Q": key(Key.Key_Q, CTRL | ALT),
    "Ctrl+Tab": key(Key.Key_Tab, CTRL),
    **{f"F{number}": key(Key(Key.Key_F1 + number - 1)) for number in range(1, 13)},
    "Meta": key(Key.Key_Meta),
    "Meta+D": key(Key.Key_D, META),
    "Super": key(Key.Key_Super_L),
    "Alt": key(Key.Key_Alt),
    "PrintScreen": key(Key.Key_Print),
    "SysReq": key(Key.Key_SysReq),
    "context-menu key": key(Key.Key_Menu),
    "Shift+F10": key(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    "Back": key(Key.Key_Back),
    "HomePage": key(Key.Key_HomePage),
    "media play": key(Key.Key_MediaPlay),
    "mute": key(Key.Key_VolumeMute),
    "launch": key(Key.Key_LaunchMail),
    "power": key(Key.Key_PowerOff),
    "zoom": key(Key.Key_ZoomIn),
    "typed words": words,
}
"""Each of these keys arrives in an unlocked kiosk and in a locked one doesn't."""

OTHERS = {
    "pasted words": pasted,
    "right button": button(Qt.MouseButton.RightButton),
    "middle button": button(Qt.MouseButton.MiddleButton),
    "back button": button(Qt.MouseButton.BackButton),
    "forward button": button(Qt.MouseButton.ForwardButton),
    "context menu": asked_for_menu,
    "drag and drop": drag_in,
    "native pinch": native_pinch,
}


@pytest.fixture
def locked(kiosk: Callable[..., Screen], tmp_path: Path) -> Screen:
    return kiosk(Writer(tmp_path).page("one").page("two").written(), locked=True)


def state(screen: Screen) -> tuple[object, ...]:
    """Give all that a touch could have changed."""
    selected = [item for item in screen.texts() if item.property("selectedText")]
    return (
        screen.visit, screen.shell.card.kind, round(screen.scrolled), len(selected),
        screen.theme.property("textScale"), len(QGuiApplication.topLevelWindows()),
        screen.window.visibility(), screen.window.geometry(), screen.shell.presence.phase,
    )  # fmt: skip


def test_a_locked_kiosk_knows_no_key_of_these(locked: Screen) -> None:
    assert not let_in(locked, KEYS)


def test_what_no_pane_has_a_use_for_never_arrives(locked: Screen) -> None:
    assert not let_in(locked, OTHERS)


def let_in(screen: Screen, acts: dict[str, Callable[[Screen], None]]) -> list[str]:
    """Give what arrives or changes anything, and what would not arrive without the gate either."""
    trap, was, wrong = Trap(screen), state(screen), []
    with screen.qtbot.assertNotEmitted(screen.kiosk.engine.quit):
        for name, act in acts.items():
            act(screen)
            if trap.taken() or state(screen) != was:
                wrong.append(name)
    screen.window.removeEventFilter(screen.kiosk.input_filter)
    for name, act in acts.items():
        act(screen)
        if not trap.taken():
            wrong.append(f"{name}: it never arrives, and the test can't fail")
    return wrong


def test_nothing_on_the_screen_takes_words(kiosk: Callable[..., Screen]) -> None:
    """An input method hands its words to the item itself, past any window."""
    screen = kiosk()
    flag = QQuickItem.Flag.ItemAcceptsInputMethod

    def takers() -> list[str]:
        items = screen.items(hidden=True)
        return [item.objectName() for item in items if item.flags() & flag]

    for page in screen.shell.navigator.tabs:
        screen.tap(f"tab-{page}")
        screen.settle()
        assert takers() == []
    screen.tap("about")
    assert takers() == []
    screen.tap("search")
    screen.wait(lambda: bool(screen.found("search-field")))
    assert takers() == []
    screen.tap("search-close")
    Trap(screen)
    assert takers() == ["words"], "the test can fail"


def test_ctrl_and_wheel_scroll_and_enlarge_nothing(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk()
    size = screen.theme.property("textScale")
    turned = QPoint(0, -120)
    for _ in range(5):
        wheel = QWheelEvent(
            AT, AT, QPoint(), turned, Qt.MouseButton.NoButton, CTRL,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        _send(screen, wheel)
        screen.frame()
    assert screen.theme.property("textScale") == size
    assert all(item.scale() == 1 for item in screen.items())
    assert screen.visit.page == "overview"


# The window


def test_esc_leaves_an_unlocked_kiosk_and_not_a_locked_one(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    pack = Writer(tmp_path).page("one").written()
    for locked in (False, True):
        screen = kiosk(pack, locked=locked)
        screen.window.requestActivate()
        screen.wait(screen.window.isActive)
        leaves, bot = screen.kiosk.engine.quit, screen.qtbot
        with bot.assertNotEmitted(leaves) if locked else bot.waitSignal(leaves):
            click(screen.window, Key.Key_Escape)
            screen.frame()


def test_a_close_request_is_refused_until_the_gate_is_opened(locked: Screen) -> None:
    assert not locked.window.close()
    assert locked.window.isVisible()
    QGuiApplication.quit()
    locked.frame()
    assert locked.window.isVisible()
    locked.kiosk.input_filter.open()
    assert locked.window.close()
    assert not locked.window.isVisible()


def test_an_unlocked_window_is_closed_when_asked(kiosk: Callable[..., Screen]) -> None:
    assert kiosk(locked=False).window.close()


@pytest.mark.parametrize("is_locked", [True, False])
def test_a_locked_window_does_not_stay_minimised(
    kiosk: Callable[..., Screen], is_locked: bool
) -> None:
    screen = kiosk(locked=is_locked)
    change_state(screen.window, Qt.WindowState.WindowMinimized)
    minimised = bool(screen.window.windowStates() & Qt.WindowState.WindowMinimized)
    assert minimised is not is_locked


def test_a_kiosk_that_fills_the_screen_has_no_frame(kiosk: Callable[..., Screen]) -> None:
    frameless = Qt.WindowType.FramelessWindowHint
    assert kiosk(size=None).window.flags() & frameless
    assert not kiosk(size=(800, 600)).window.flags() & frameless


def pointer() -> Qt.CursorShape | None:
    cursor = QGuiApplication.overrideCursor()
    return cursor.shape() if cursor else None


def test_the_pointer_goes_with_the_first_touch_and_stays_away(locked: Screen) -> None:
    assert pointer() is None
    locked.tap(AT)
    assert pointer() == Qt.CursorShape.BlankCursor
    QTest.mouseMove(locked.window, QPoint(300, 300))
    QTest.mouseClick(locked.window, Qt.MouseButton.LeftButton, NONE, QPoint(310, 310))
    locked.tap(AT)
    locked.frame()
    assert pointer() == Qt.CursorShape.BlankCursor
    locked.kiosk.input_filter.open()
    assert pointer() is None


def test_an_unlocked_kiosk_keeps_its_pointer(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(locked=False)
    screen.tap(AT)
    assert pointer() is None


# The fingers


@pytest.fixture
def screen(kiosk: Callable[..., Screen]) -> Screen:
    """The kiosk's own pack, which moves."""
    return kiosk(moving=True)


def settled(screen: Screen) -> None:
    """Hold what must be true whenever nobody touches the glass."""
    screen.settle()
    screen.rest()
    stack = screen.stack
    assert stack.property("drag") == 0
    assert stack.property("progress") == 1
    assert screen.pane.parentItem().x() == 0
    shown = [pane for pane in screen.of_type("PaneView") if screen.reachable(pane).width() > 1]
    assert shown == [screen.pane], "one pane alone is on the screen"
    pressed = [
        handler
        for item in screen.items(hidden=True)
        for handler in screen.handlers(item)
        if (handler.property("pressed") or handler.property("active"))
        and not handler.inherits("QQuickHoverHandler")
    ]
    assert pressed == [], "nothing stays pressed"
    assert 0 <= screen.scrolled <= screen.furthest + 1
    assert not screen.column.property("moving")


def together(screen: Screen, starts: list[QPointF], ends: list[QPointF], steps: int = 8) -> Hands:
    """Draw several fingers over the glass at once, a frame a step, and leave them there."""
    hands = Hands(screen.window)
    hands.press(**{f"f{number}": at for number, at in enumerate(starts)})
    for step in range(1, steps + 1):
        screen.frame()
        way = zip(starts, ends, strict=True)
        hands.move(**{f"f{n}": a + (b - a) * (step / steps) for n, (a, b) in enumerate(way)})
    screen.frame()
    return hands


def row(count: int, at: QPointF) -> list[QPointF]:
    return [at + QPointF(0, 60 * number) for number in range(count)]


EDGES = {
    "top": (QPointF(640, 0), QPointF(640, 500)),
    "bottom": (QPointF(640, 799), QPointF(640, 300)),
    "left": (QPointF(0, 400), QPointF(500, 400)),
    "corner": (QPointF(1279, 799), QPointF(800, 300)),
}


def test_a_swipe_from_an_edge_shows_nothing_of_the_system(screen: Screen) -> None:
    for name, (start, end) in EDGES.items():
        was = state(screen)
        together(screen, [start], [end]).release()
        settled(screen)
        assert screen.visit.page in ("overview", "procedure"), name
        assert state(screen)[1] == was[1], name
        assert state(screen)[3:] == was[3:], name
        anew(screen)


def anew(screen: Screen) -> None:
    """Let another visitor come."""
    screen.shell.presence.rest()
    screen.shell.presence.begin("en")
    settled(screen)


GESTURES = {
    "pinch": ([QPointF(700, 350), QPointF(760, 350)], [QPointF(300, 350), QPointF(1150, 350)]),
    "pinch in": ([QPointF(300, 350), QPointF(1150, 350)], [QPointF(700, 350), QPointF(760, 350)]),
    "rotate": ([QPointF(600, 300), QPointF(800, 500)], [QPointF(800, 300), QPointF(600, 500)]),
    **{
        f"{count} fingers {name}": (
            row(count, QPointF(700, 200)),
            row(count, QPointF(700, 200) + by),
        )
        for count in (3, 4)
        for name, by in (
            ("left", QPointF(-400, 0)),
            ("up", QPointF(0, -180)),
            ("down", QPointF(0, 180)),
        )
    },
}


def test_a_gesture_of_many_fingers_leaves_nothing_and_enlarges_nothing(screen: Screen) -> None:
    for name, (starts, ends) in GESTURES.items():
        was = state(screen)
        together(screen, starts, ends).release()
        settled(screen)
        assert screen.visit.page in ("overview", "procedure"), f"{name}: at most one is turned"
        assert state(screen)[1] == was[1], name
        assert state(screen)[3:] == was[3:], name
        items = list(screen.items(screen.column))
        assert all(item.scale() == 1 and item.rotation() == 0 for item in items), name
        anew(screen)


def test_two_fingers_lifted_one_after_the_other_leave_nothing_half_drawn(screen: Screen) -> None:
    starts = [QPointF(900, 300), QPointF(1000, 500)]
    hands = together(screen, starts, [at - QPointF(200, 0) for at in starts])
    hands.release("f0")
    screen.frame()
    hands.move(f1=QPointF(700, 500))
    screen.frame()
    hands.release()
    settled(screen)


def test_a_tab_tapped_while_another_finger_drags_leaves_nothing_half_drawn(screen: Screen) -> None:
    hands = together(screen, [QPointF(900, 300)], [QPointF(650, 300)])
    hands.press(f1=screen.middle("tab-faq"))
    screen.frame()
    hands.release("f1")
    screen.frame()
    hands.move(f0=QPointF(500, 300))
    screen.frame()
    hands.release()
    settled(screen)


def test_a_swipe_while_a_finger_lies_on_a_tab_presses_nothing_for_good(screen: Screen) -> None:
    hands = Hands(screen.window)
    hands.press(f0=screen.middle("tab-faq"))
    screen.frame()
    hands.press(f1=QPointF(900, 300))
    for step in range(1, 9):
        hands.move(f1=QPointF(900 - 50 * step, 300))
        screen.frame()
    hands.release("f1")
    screen.frame()
    hands.release()
    settled(screen)


@pytest.mark.parametrize("way", [QPointF(-400, 0), QPointF(0, -200)])
def test_a_touch_taken_back_midway_turns_and_presses_nothing(screen: Screen, way: QPointF) -> None:
    starts = [QPointF(900, 400), screen.middle("tab-types")]
    hands = together(screen, starts, [starts[0] + way, starts[1]])
    hands.cancel()
    settled(screen)
    assert screen.visit.page == "overview"
    screen.tap("tab-faq")
    settled(screen)
    assert screen.visit.page == "faq", "touches work as before"
    screen.drag(QPointF(300, 400), QPointF(500, 0))
    settled(screen)
    assert screen.visit.page == "risks"


def test_a_finger_that_is_never_lifted_does_not_survive_the_visit(screen: Screen) -> None:
    fresh = screen.visit
    hands = together(
        screen, [QPointF(900, 400), screen.middle("tab-types")],
        [QPointF(600, 400), screen.middle("tab-types")],
    )  # fmt: skip
    screen.shell.presence.rest()
    hands.move(f0=QPointF(300, 400))
    hands.release()
    screen.frame()
    assert screen.visit == fresh
    screen.shell.presence.begin("en")
    settled(screen)
    screen.tap("tab-faq")
    settled(screen)
    assert screen.visit.page == "faq"


def test_a_finger_that_lay_there_when_the_question_came_only_answers(
    kiosk: Callable[..., Screen],
) -> None:
    clock = [0.0]
    waiting = Waiting(clock=lambda: clock[0], calendar=lambda: datetime(2026, 11, 23, 12))
    screen = kiosk(moving=True, waiting=waiting)
    hands = Hands(screen.window)
    hands.press(f0=screen.middle("tab-faq"))
    clock[0] += 10_000
    screen.shell.presence.check()
    assert screen.shell.presence.phase == Phase.ASKED
    hands.press(f1=screen.middle("about"))
    assert screen.shell.presence.phase == Phase.BROWSING
    hands.release("f0")
    hands.release("f1")
    settled(screen)
    assert screen.visit.page == "overview"
    screen.tap("tab-faq")
    settled(screen)
    assert screen.visit.page == "faq"


def test_a_mouse_dragged_out_of_the_window_carries_nothing_away(screen: Screen) -> None:
    left = Qt.MouseButton.LeftButton
    was = state(screen)
    QTest.mousePress(screen.window, left, NONE, AT.toPoint())
    for step in range(1, 10):
        QTest.mouseMove(screen.window, QPoint(800 + 50 * step, 400))
        screen.frame()
    assert QGuiApplication.topLevelWindows() == [screen.window]
    QTest.mouseRelease(screen.window, left, NONE, QPoint(1250, 400))
    settled(screen)
    assert state(screen)[1:] == was[1:]
