"""Keys alone: everything works by a keyboard, and by the six keys of a tactile keypad.

WCAG 2.2: 2.1.1 (all of it by keys). Section 508, 407.3 and EN 301 549, 5.1.3 and 5.1.6 ask for
keys that can be felt: which ones is the keypad's business, what they do is ours. Where the focus
goes meanwhile: `test_focus`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem

from kiosk.staff.pin import hashed
from kiosk.ui.input.keys import meaning
from kiosk.visit.presence_state import Phase
from kiosk.visit.waiting import Waiting
from tests.flows.clock import Clock
from tests.flows.door import key
from tests.flows.input.keyed_pack import small
from tests.flows.keyboard import SIX, Keyboard, is_head
from tests.flows.screen import Screen

# 2.1.1: all of it by keys


def test_six_keys_start_in_a_language_and_change_it(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    """WCAG 2.2, 2.1.1; Section 508, 407.3.1: a tactile control for each function."""
    screen = kiosk(small(tmp_path), resting=True)
    keys, shell = Keyboard(screen), screen.shell
    keys.press("Right")
    assert keys.focused.objectName() == "start-en", "the first arrow only shows where one is"
    keys.press("Down")
    assert keys.focused.objectName() == "start-de"
    keys.press("Return")
    assert (shell.presence.phase, screen.visit.language) == (Phase.BROWSING, "de")
    assert is_head(keys.ringed), "reading begins at the page's top"

    keys.reach("Up", "language-en")
    keys.press("Return")
    assert screen.visit.language == "en"
    assert keys.focused.objectName() == "language-en"


def test_six_keys_follow_every_link_of_a_text(keys: Keyboard) -> None:
    """WCAG 2.2, 2.1.1: the only one at once, one of several from a card."""
    screen, shell = keys.screen, keys.screen.shell
    keys.press("Home")
    while "One link" not in screen.words(keys.ringed):
        keys.press("Down")
    keys.press("Return")
    assert screen.visit.page == "two"
    assert screen.words(keys.ringed) == "Far", "the focus goes where the link leads"
    keys.press("Left")
    assert screen.visit.page == "one"
    assert is_head(keys.ringed)
    while "Several" not in screen.words(keys.ringed):
        keys.press("Down")
    several = keys.ringed
    for number, kind in enumerate(("source", "outside")):
        keys.press("Return")
        assert shell.card.kind == "links"
        assert keys.focused.objectName() == "link-0"
        keys.press(*["Down"] * number, "Return")
        assert shell.card.kind == kind
        assert in_card(screen, keys.ringed)
        keys.press("Escape")
        assert shell.card.kind == ""
        assert keys.ringed == several, "the focus goes back to what opened the card"
    keys.press("Return", "Down", "Down", "Return")
    assert screen.words(keys.ringed) == "Last"


def test_six_keys_turn_the_tabs_and_open_a_question(keys: Keyboard) -> None:
    """WCAG 2.2, 2.1.1; what the answer says is read next."""
    screen = keys.screen
    keys.press("Right", "Right")
    assert screen.visit.page == "faq"
    keys.press("Right")
    assert screen.visit.page == "faq", "there is no tab beyond the last"
    while "First question" not in screen.words(keys.ringed):
        keys.press("Down")
    keys.press("Return")
    assert screen.visit.question("faq") == "q1"
    keys.press("Down")
    assert "The answer" in screen.words(keys.ringed)
    keys.press("Up", "Return")
    assert screen.visit.question("faq") == ""


def test_six_keys_lead_to_about_and_to_the_display_card_and_back(keys: Keyboard) -> None:
    """WCAG 2.2, 2.1.1; EN 301 549, 5.1.6."""
    screen = keys.screen
    keys.press("Right", "Right", "Down")
    keys.reach("Up", "about")
    keys.press("Return")
    assert screen.visit.page == "about"
    keys.press("Escape")
    assert screen.visit.page == "faq"
    keys.reach("Up", "display")
    keys.press("Return")
    keys.reach("Right", "scheme-dark")
    keys.press("Return")
    assert screen.visit.scheme == "dark"
    keys.press("Escape")
    assert keys.focused.objectName() == "display"

    keys.press("Escape")
    assert keys.focused.objectName() == "tab-faq"
    keys.reach("Down", "reach")
    keys.press("Return")
    assert screen.visit.low
    keys.press("Escape", "Escape")
    assert is_head(keys.ringed)


def in_card(screen: Screen, item: QQuickItem) -> bool:
    return any(each == item for each in screen.items(screen.item("card")))


def test_staff_type_their_pin_and_leave_by_keys(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    clock = Clock()
    waiting = Waiting(clock=lambda: clock.now, calendar=lambda: clock.date)
    screen = kiosk(
        small(tmp_path / "pack"), waiting=waiting, pin=hashed("1212", (2, 1, 1)), state=tmp_path
    )
    keys, desk = Keyboard(screen), screen.shell.desk
    desk.gesture()
    for name in ("key-1", "key-2", "key-1", "key-2", "key-ok"):
        keys.reach("Right", name)
        keys.press("Return")
    assert desk.stage == "page"
    keys.reach("Down", "staff-restart")
    keys.press("Return")
    assert desk.question == "restart"
    keys.reach("Tab", "question-no")
    keys.press("Escape")
    assert desk.question == ""
    assert keys.focused.objectName() == "staff-restart"
    keys.press("Escape")
    assert (desk.stage, screen.shell.presence.phase) == ("away", Phase.RESTING)


def test_keys_do_nothing_while_the_screen_is_cleaned(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    screen = kiosk(small(tmp_path / "pack"), pin=hashed("1212", (2, 1, 1)), state=tmp_path)
    keys, desk = Keyboard(screen), screen.shell.desk
    keys.press("Down")
    desk.gesture()
    for digit in (1, 2, 1, 2):
        desk.type(digit)
    desk.enter()
    keys.press("Down")
    desk.clean()
    for name in (*SIX, "Tab", "Space", "End"):
        keys.press(name)
    assert desk.stage == "cleaning"
    assert keys.held is None


# Languages and keypads


def test_right_to_left_left_leads_on(kiosk: Callable[..., Screen], tmp_path: Path) -> None:
    screen = kiosk(small(tmp_path, languages=("ar", "en")))
    keys = Keyboard(screen)
    keys.press("Left")
    assert screen.visit.page == "two"
    keys.press("Right")
    assert screen.visit.page == "one"
    before = keys.reach("Tab", "language-ar")
    screen.frame()
    ring = screen.area(screen.item("focus-ring"))
    assert ring.contains(screen.area(before))
    assert ring.width() < before.width() + 8 * screen.mm


KEYPAD = {
    "F17": "Help", "F18": "Up", "F19": "Down", "F20": "Enter", "F21": "Escape", "F22": "Right",
    "F23": "Left", "F24": "Right",
}  # fmt: skip
"""What the keys of an EZ Access keypad mean: docs/decisions/0009-keys.md."""


@pytest.mark.parametrize("name", KEYPAD)
def test_a_keypad_is_known_by_its_keys_whatever_the_layout_makes_of_them(name: str) -> None:
    """Section 508, 407.3: it works as it is delivered."""
    none = Qt.KeyboardModifier.NoModifier
    plain = QKeyEvent(QEvent.Type.KeyPress, Qt.Key[f"Key_{name}"], none)
    assert meaning(plain) == KEYPAD[name]
    number = 187 + int(name[1:]) - 17 + 8
    mute = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_MicMute, none, number, 0, 0)
    assert meaning(mute) == KEYPAD[name]


def test_the_question_mark_of_a_keypad_says_what_the_keys_do(keys: Keyboard) -> None:
    keys.press("F19", "F17")
    assert keys.screen.reads("Reading with keys")
    keys.press("F21")
    assert keys.screen.shell.card.kind == ""


def test_a_key_that_something_lies_on_presses_nothing_twice(keys: Keyboard) -> None:
    """A hand that trembles, a hand that is in a hurry: what a key only moves goes on."""
    screen = keys.screen
    screen.shell.navigator.turnTo("faq")
    while "First question" not in screen.words(keys.press("Down")):
        pass
    for repeated in (False, True):
        key(screen.window, Qt.Key.Key_Return, repeated=repeated)
    assert screen.visit.question("faq") == "q1"
    key(screen.window, Qt.Key.Key_Down)
    before = keys.ringed
    key(screen.window, Qt.Key.Key_Down, repeated=True)
    assert keys.ringed != before
