"""Hands on a keyboard, or on a keypad of six keys: nothing here touches the glass."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from tests.flows.door import click
from tests.flows.screen import Screen, is_ground

SIX = ("Up", "Down", "Left", "Right", "Return", "Escape")
"""The keys of a tactile keypad."""


class Keyboard:
    """Somebody who uses the real window by keys alone."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        screen.window.requestActivate()
        screen.wait(screen.window.isActive)

    def press(self, *names: str) -> QQuickItem | None:
        """Press keys one after the other; give what the ring is around then."""
        for name in names:
            click(self.screen.window, Qt.Key[f"Key_{name}"])
        return self.held

    @property
    def held(self) -> QQuickItem | None:
        """What the ring is drawn around, if there is one."""
        return self.screen.shell.focus.ringed

    @property
    def ringed(self) -> QQuickItem:
        held = self.held
        assert held is not None, "nothing has a ring"
        return held

    @property
    def focused(self) -> QQuickItem:
        """What has the window's focus; it is what is ringed, or is part of it."""
        item = self.screen.window.activeFocusItem()
        above: QQuickItem | None = item
        while above is not None and above not in (self.ringed, self.ringed.parentItem()):
            above = above.parentItem()
        assert above is not None, f"{name_of(item)} has the focus, not {name_of(self.ringed)}"
        return item

    def reach(self, key: str, name: str, most: int = 200) -> QQuickItem:
        """Press one key until the item of this object name has the focus."""
        for _ in range(most):
            if self.held is not None and self.focused.objectName() == name:
                return self.ringed
            self.press(key)
        raise AssertionError(f"{key} doesn't lead to {name}")

    def round(self, key: str, most: int = 300) -> list[QQuickItem]:
        """Press one key until the focus is back where it began; give every stop on the way."""
        stops = [self.ringed]
        for _ in range(most):
            self.press(key)
            if self.ringed == stops[0] and len(stops) > 1:
                return stops
            if self.ringed != stops[-1]:
                stops.append(self.ringed)
        raise AssertionError(f"{key} doesn't lead round")

    def marked(self, root: QQuickItem | None = None) -> list[QQuickItem]:
        """Give what must be ringed once for each control on the screen, scrolled away or not.

        A control is whatever takes a tap and is neither a text nor what lies behind a card.
        """
        return [
            item.property("ringed") or item
            for item in self.screen.items(root)
            if item.isEnabled()
            and not is_ground(item)
            and item.width() < self.screen.window.width()
            and any(child.inherits("QQuickTapHandler") for child in self.screen.handlers(item))
        ]


def name_of(item: QQuickItem) -> str:
    """Give an item's name, or that of the kind of block that it is, told by what it is made of.

    Not its type's name: to ask for that lets PySide keep what Qt throws away with the item.
    """
    if item.objectName():
        return item.objectName()
    parts = ("columns", "level", "marker", "picture", "tone", "plain", "bottomPadding", "radius")
    block = item.parentItem()
    return "+".join(
        part
        for part in parts
        if item.property(part) is not None or block.property(part) is not None
    )


def is_head(item: QQuickItem) -> bool:
    """Tell whether this is the head of a page: its title and what it is about."""
    return item.property("bottomPadding") is not None and item.property("reader") is not None
