"""The lock: nothing that a keyboard, a mouse or a stylus can do leaves the panes, nor closes them.

Most rules are tested twice in one test: without the gate a trap before the panes catches the
event, with it nothing arrives. So each of them can fail. What fingers may not do: `test_fingers`.
"""

from __future__ import annotations

from collections.abc import Callable
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

from tests.flows.door import change_state, click
from tests.flows.input.screen_state import AT, state
from tests.flows.packs import Writer
from tests.flows.screen import Screen

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
