"""How all that stands on a screen is seen: what is scrolled away is brought into sight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQml import qmlContext
from PySide6.QtQuick import QQuickItem

from tests.flows.contrast import Shot
from tests.flows.measuring import drawn
from tests.flows.screen import Screen, is_text, type_of

TRIES = 3
"""How often something is scrolled into sight before that is called impossible."""


class Sight(NamedTuple):
    """Something on the screen, where it was seen, and the picture in which it was."""

    item: QQuickItem
    area: QRectF
    shot: Shot


def whence(item: QQuickItem) -> str:
    """Give what an item is called in QML: its type, or the file that it stands in."""
    kind = type_of(item)
    context = qmlContext(item)
    if kind not in ("Rectangle", "Image", "Text", "Words", "LinkedWords") or context is None:
        return kind
    return f"{kind} in {context.baseUrl().fileName().removesuffix('.qml')}"


def sights(screen: Screen, wanted: Iterable[QQuickItem]) -> Iterator[Sight]:
    """Scroll until each of these has been wholly seen, and give it with the picture it was in."""
    left = [_Place(item) for item in wanted]
    shot, clips = Shot(screen.window.grabWindow()), _Clips(screen)
    brought: list[QQuickItem] = []
    while left:
        hidden = []
        for place in left:
            area = place.visible(clips)
            if place.enough(area):
                yield Sight(place.item, area, shot)
            else:
                hidden.append(place)
        # A pill that has done its part goes; a chip may move once more after the page has.
        left = [place for place in hidden if place.item.isVisible()]
        if left:
            first = left[0].item
            assert brought.count(first) < TRIES, f"{whence(first)} can't be brought into sight"
            brought.append(first)
            bring(screen, first)
            shot, clips = Shot(screen.window.grabWindow()), _Clips(screen)


class _Clips:
    """What cuts off what is below it, as it stands now: asked once for all that it cuts off."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._areas: dict[QQuickItem, QRectF] = {}
        self._ends: dict[QQuickItem, list[float]] = {}

    def area(self, item: QQuickItem) -> QRectF:
        if item not in self._areas:
            self._areas[item] = self._screen.area(item)
        return self._areas[item]

    def ends(self, column: QQuickItem) -> list[float]:
        """Give where something begins to fade over a column."""
        if column not in self._ends:
            self._ends[column] = [
                self._screen.area(fade).top()
                for fade in column.parentItem().childItems()
                if type_of(fade) == "Fade" and fade.opacity() > 0
            ]
        return self._ends[column]


class _Place:
    """Where an item is drawn: what of that stays as it is while areas are scrolled."""

    def __init__(self, item: QQuickItem) -> None:
        self.item = item
        self._clips: list[QQuickItem] = []
        self._columns: list[QQuickItem] = []
        room: QQuickItem | None = None
        above: QQuickItem | None = item.parentItem()
        while above is not None:
            if above.clip() or above.parentItem() is None:
                self._clips.append(above)
            if above.objectName() == "column":
                self._columns.append(above)
            if room is None and (above.parentItem() is None or above.inherits("QQuickFlickable")):
                room = above
            above = above.parentItem()
        self._room = room or item
        self._measure()

    def _measure(self) -> None:
        item = self.item
        self._size = item.width(), item.height()
        self._own = drawn(item) if is_text(item) else QRectF(0, 0, *self._size)

    def visible(self, clips: _Clips) -> QRectF:
        """Give the part of what the item paints that is on the screen, nothing fading over it."""
        if self._size != (self.item.width(), self.item.height()):
            self._measure()
        area = self.item.mapRectToScene(self._own)
        for clip in self._clips:
            area = area.intersected(clips.area(clip))
        for column in self._columns:
            for end in clips.ends(column):
                if end <= area.top():
                    return QRectF()
                area.setBottom(min(area.bottom(), end))
        return area

    def enough(self, area: QRectF) -> bool:
        """Tell whether it is wholly in sight, or as much of it as a scrolled area can show."""
        whole = self.item.mapRectToScene(self._own)
        height = min(whole.height() - 1, 0.6 * self._room.height())
        width = min(whole.width() - 1, 0.6 * self._room.width())
        return area.height() >= height and area.width() >= width


def bring(screen: Screen, item: QQuickItem) -> None:
    """Scroll every area around an item so that the item stands at its start."""
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        if above.inherits("QQuickFlickable"):
            at = item.mapToItem(above.property("contentItem"), QPointF(0, 0))
            for name, size, shown, offset in (
                ("contentX", "contentWidth", above.width(), at.x()),
                ("contentY", "contentHeight", above.height(), at.y()),
            ):
                most = max(0.0, float(above.property(size)) - shown)
                above.setProperty(name, max(0.0, min(offset - 8, most)))
        above = above.parentItem()
    screen.frame()
