"""How far a text is scrolled so that what the keys lead to is in view.

Owns that reckoning, in pixels, for whatever scrolls: the page's column, a card.
Knows no stop and no key.
"""

from __future__ import annotations

from PySide6.QtCore import Q_ARG, QMetaObject, QRectF
from PySide6.QtQuick import QQuickItem


def flick_of(item: QQuickItem) -> QQuickItem | None:
    """Return what an item is scrolled by, if by anything."""
    above: QQuickItem | None = item.parentItem()
    while above is not None and not above.inherits("QQuickFlickable"):
        above = above.parentItem()
    return above


def seen(item: QQuickItem) -> bool:
    """Tell whether any part of an item is in view."""
    area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    above: QQuickItem | None = item
    while above is not None:
        if above.clip() or above.parentItem() is None:
            area &= above.mapRectToScene(QRectF(0, 0, above.width(), above.height()))
        above = above.parentItem()
    return not area.isEmpty()


def is_whole(item: QQuickItem) -> bool:
    """Tell whether an item is in view from its top to its bottom, or fills the view."""
    flick = flick_of(item)
    if flick is None:
        return True
    area, top = _area(item, flick), _aim(flick)
    bottom = top + _room(flick)
    return (area.top() >= top and area.bottom() <= bottom) or (
        area.top() <= top and area.bottom() >= bottom
    )


def reveal(item: QQuickItem, before: QQuickItem | None, margin: float, *, upwards: bool) -> None:
    """Scroll as little as it takes to show an item whole, `margin` pixels around it.

    What stands between it and the item before it, a title that is no stop, is shown with it where
    there is room. Of one that is taller than the view, the end where reading it begins is shown.
    """
    flick = flick_of(item)
    if flick is None:
        return
    _stay(flick)
    own, room = _area(item, flick), _room(flick)
    if own.height() <= room:
        # Of an item that only just fits it is the space around it that gives way.
        margin = min(margin, (room - own.height()) / 2)
    own = area = own.adjusted(-margin, -margin, margin, margin)
    if before is not None and flick_of(before) == flick:
        above = min(_area(before, flick).bottom(), own.top())
        area = own.adjusted(0, above - own.top(), 0, 0)
    if own.height() <= room < area.height():
        area = own
    top = aim = _aim(flick)
    if area.height() > room:
        top = area.bottom() - room if upwards else area.top()
    elif area.top() < top:
        top = area.top()
    elif area.bottom() > top + room:
        top = area.bottom() - room
    if top != aim:
        scroll(flick, top)
    _reveal_across(flick, own)


def _reveal_across(flick: QQuickItem, area: QRectF) -> None:
    most = float(flick.property("contentWidth")) - flick.width()
    if most <= 0:
        return
    left = float(flick.property("contentX"))
    wanted = min(area.left(), max(left, area.right() - flick.width()))
    flick.setProperty("contentX", max(0.0, min(wanted, most)))


def read_on(item: QQuickItem, by: int, margin: float) -> bool:
    """Scroll on within an item that goes on beyond the view; return whether it did."""
    flick = flick_of(item)
    if flick is None:
        return False
    area, top, room = _area(item, flick), _aim(flick), _room(flick)
    left = area.bottom() + margin - top - room if by > 0 else top - area.top() + margin
    if area.height() + 2 * margin <= room or left <= margin:
        return False
    return scroll(flick, top + by * min(left, 0.85 * room))


def turn_over(flick: QQuickItem | None, by: int) -> None:
    """Scroll nearly one screen."""
    if flick is not None:
        scroll(flick, _aim(flick) + by * 0.85 * _room(flick))


def scroll_to_end(flick: QQuickItem | None, *, to_top: bool) -> None:
    """Scroll to the top or to the bottom."""
    if flick is not None:
        scroll(flick, 0 if to_top else float(flick.property("contentHeight")))


def share(item: QQuickItem) -> float:
    """Return how many pixels of an item's height are in view."""
    flick = flick_of(item)
    if flick is None:
        return item.height()
    area, top = _area(item, flick), _aim(flick)
    return min(area.bottom(), top + _room(flick)) - max(area.top(), top)


def scroll(flick: QQuickItem, top: float) -> bool:
    """Scroll to a place in pixels, or as far as it goes; return whether that is anywhere else."""
    most = float(flick.property("contentHeight")) - flick.height()
    top, before = max(0.0, min(top, most)), _aim(flick)
    _stay(flick)
    if abs(top - before) < 1:
        return False
    if is_column(flick):
        QMetaObject.invokeMethod(flick.parentItem(), "scrollTo", Q_ARG("double", top))
    else:
        flick.setProperty("contentY", top)
    return True


def is_column(flick: QQuickItem | None) -> bool:
    """Tell whether this is what a page's text is scrolled in."""
    return flick is not None and flick.objectName() == "column"


def _stay(flick: QQuickItem) -> None:
    """Let a page that is just being led to a section be led no further."""
    if is_column(flick):
        flick.parentItem().setProperty("wanted", "")


def _aim(flick: QQuickItem) -> float:
    """Return where the top of the view is, or where it is just being scrolled to."""
    if is_column(flick):
        return float(flick.parentItem().property("aim"))
    return float(flick.property("contentY"))


def _room(flick: QQuickItem) -> float:
    """Return the height that can be read: without the fade at the lower edge."""
    above = flick.parentItem()
    return flick.height() - float(above.property("fading") or 0)


def _area(item: QQuickItem, flick: QQuickItem) -> QRectF:
    content = flick.property("contentItem")
    return item.mapRectToItem(content, QRectF(0, 0, item.width(), item.height()))
