"""The voice that leads somebody who uses keys: it says what has the focus.

Owns whether it speaks. It begins with a visit that a key begins, and the help key turns it on and
off: who sees nothing needs no screen reader of their own (Section 508, 402.1 and 402.2; EN 301
549, 5.1.3.1). What is said of an item is what the accessibility bus knows of it. Knows no key.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem

from kiosk.ui.focus.focus import Focus
from kiosk.ui.presence.presence import Presence
from kiosk.ui.speech.read_aloud import ReadAloud

MOST = 40
"""The most things that are said of one stop: a long table is cut there, and Listen reads it all."""


class SpokenGuide(QObject):
    """Says what `focus` comes to, by the voice of `read_aloud`, once it is turned on."""

    def __init__(self, focus: Focus, read_aloud: ReadAloud, presence: Presence) -> None:
        super().__init__(focus)
        self._focus = focus
        self._read_aloud = read_aloud
        self._on = False
        self._said: QQuickItem | None = None
        # After the key: what has the focus shows then what has become of it.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._say)
        focus.changed.connect(self._look)
        presence.asked.connect(self._ask)
        presence.ended.connect(self.leave)

    @property
    def on(self) -> bool:
        """Whether it says what has the focus."""
        return self._on

    def welcome(self) -> None:
        """Begin: somebody has begun their visit by a key."""
        self._on = True
        self._said = item = self._focus.ringed
        welcome = QCoreApplication.translate(
            "SpokenGuide",
            "Welcome. Press down to go on, and the middle key to choose. "
            "The help key turns this voice off and on.",
        )
        self._tell(f"{welcome} {described(item) if item else ''}")

    def offer(self, way: QQuickItem, language: str) -> None:
        """Say a way to start in its own language: nobody has begun, or chosen one, yet."""
        known = QAccessible.queryAccessibleInterface(way)
        self._read_aloud.say(known.text(QAccessible.Text.Name), language)

    def turn(self, *, on: bool) -> None:
        """Begin to speak, or be silent."""
        self._on = on
        if on:
            self.repeat()
        else:
            self._read_aloud.stop()

    @Slot()
    def leave(self) -> None:
        """Say nothing more: nobody uses keys."""
        self._on = False
        self._said = None
        self._later.stop()

    def repeat(self) -> None:
        """Say again what has the focus: it may be in another state now."""
        self._said = None
        self._look()

    def tell_volume(self) -> None:
        """Say how loud it is now, so loud."""
        if self._on:
            volume = QLocale().toString(self._read_aloud.volume)
            self._tell(QCoreApplication.translate("SpokenGuide", "%1 %").replace("%1", volume))

    @Slot()
    def _look(self) -> None:
        if self._on and self._focus.ringed is not self._said:
            self._later.start()

    @Slot()
    def _say(self) -> None:
        item = self._focus.ringed
        if item is not None and item is not self._said:
            self._said = item
            self._tell(described(item))

    @Slot()
    def _ask(self) -> None:
        if self._on:
            self._tell(
                QCoreApplication.translate(
                    "SpokenGuide", "Are you still there? Press any key to go on."
                )
            )

    def _tell(self, words: str) -> None:
        if words:
            self._read_aloud.say(words)


def described(item: QQuickItem) -> str:
    """Return what an item is, in the order in which it is read: names, kinds and states."""
    told = list(_told(item))
    above = item.parentItem()
    if not told and above is not None:  # the ring stands around the ground of a tab
        told = list(_told(above))
    return " ".join(told[:MOST])


def _told(item: QQuickItem) -> Iterator[str]:
    known = QAccessible.queryAccessibleInterface(item)
    if known is not None and known.isValid():  # type: ignore[redundant-expr]
        yield from _of(known)
        return
    for child in item.childItems():
        if child.isVisible():
            yield from _told(child)


def _of(known: QAccessibleInterface) -> Iterator[str]:
    """Tell of an item and of what stands in it; what is in a button stands in its name."""
    state = known.state()
    if state.invisible:
        return
    name = known.text(QAccessible.Text.Name)
    kind = _kind(known.role())
    words = [name, kind, *_states(known), known.text(QAccessible.Text.Description)]
    said = ", ".join(word.rstrip(" .,:;।") for word in words if word)
    if said:
        yield said + "."
    if not kind or known.role() == QAccessible.Role.Dialog:
        for index in range(known.childCount()):
            child = known.child(index)
            if child is not None and child.isValid():  # type: ignore[redundant-expr]
                yield from _of(child)


def _kind(role: QAccessible.Role) -> str:
    translate = QCoreApplication.translate
    words = {
        QAccessible.Role.Button: translate("SpokenGuide", "button"),
        QAccessible.Role.RadioButton: translate("SpokenGuide", "choice"),
        QAccessible.Role.PageTab: translate("SpokenGuide", "tab"),
        QAccessible.Role.CheckBox: translate("SpokenGuide", "box to tick"),
        QAccessible.Role.Link: translate("SpokenGuide", "link"),
        QAccessible.Role.Heading: translate("SpokenGuide", "heading"),
    }
    return words.get(role, "")


def _states(known: QAccessibleInterface) -> Iterator[str]:
    state = known.state()
    if known.role() == QAccessible.Role.CheckBox:
        ticked = QCoreApplication.translate("SpokenGuide", "ticked")
        yield ticked if state.checked else QCoreApplication.translate("SpokenGuide", "not ticked")
        return
    # A button that is pressed says so in words of its own.
    if state.selected or (state.checked and known.role() != QAccessible.Role.Button):
        yield QCoreApplication.translate("SpokenGuide", "chosen")
    if state.expanded:
        yield QCoreApplication.translate("SpokenGuide", "open")
    elif state.expandable:
        yield QCoreApplication.translate("SpokenGuide", "closed")
