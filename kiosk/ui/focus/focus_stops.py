"""Where the keys can stop on the screen: found in the scene itself, in the order of reading.

Owns what makes an item a stop. A control says
`activeFocusOnTab`; a block that is read names what the ring is drawn around, `ringed`, and where
that isn't its first item, what takes the focus for it, `reader`; what lies over everything else
and keeps the keys to itself names itself a `sheet`: "card", which its function `dismiss` closes,
"rest" or "still"; what in it is come to first, if that isn't its first stop, is what it `begins`
with. Knows no key and no page.
"""

from __future__ import annotations

import re

import msgspec
from PySide6.QtQuick import QQuickItem

from kiosk.rows.rich_text import bare
from kiosk.ui.focus.scrolling import flick_of, is_column, is_whole, share

_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')


class FocusStop(msgspec.Struct, frozen=True):
    """One place where the keys stop. `item` takes the focus, the ring is drawn around `ringed`.

    `is_control`: it can be pressed; otherwise it is a block that is read.
    """

    item: QQuickItem
    ringed: QQuickItem
    is_control: bool


class FocusStops(msgspec.Struct, frozen=True):
    """All stops there are now, and the sheet that they stand on; None for the pages themselves."""

    sheet: QQuickItem | None
    all: list[FocusStop]

    def of(self, item: QQuickItem | None) -> int:
        """Return the number of the stop that this item takes the focus for; -1 without one."""
        found = (number for number, stop in enumerate(self.all) if stop.item == item)
        return next(found, -1)

    def page(self) -> list[FocusStop]:
        """Return those in the text of the page."""
        return [stop for stop in self.all if is_column(flick_of(stop.ringed))]

    def at(self, anchor: str) -> FocusStop | None:
        """Return the first stop of the section or question of this anchor; "" is the page's top."""
        page = self.page()
        found = (stop for stop in page if not anchor or _anchored(stop.item, anchor))
        return next(found, None)


def stops_on(root: QQuickItem) -> FocusStops:
    """Return the stops on the topmost sheet below `root`, or on the pages where there is none."""
    ground: list[FocusStop] = []
    sheets: list[FocusStops] = []
    _collect(root, ground, sheets)
    return sheets[-1] if sheets else FocusStops(None, ground)


def _collect(item: QQuickItem, found: list[FocusStop], sheets: list[FocusStops]) -> None:
    for child in _inside(item):
        if not child.isVisible() or not child.isEnabled():
            continue
        if child.property("sheet"):
            sheets.append(FocusStops(child, []))
            _collect(child, sheets[-1].all, sheets)
        elif child.activeFocusOnTab():
            found.append(FocusStop(child, _or(child.property("ringed"), child), is_control=True))
        elif isinstance(ringed := child.property("ringed"), QQuickItem):
            found.append(FocusStop(_reader(child, ringed), ringed, is_control=False))
        else:
            _collect(child, found, sheets)


def _inside(item: QQuickItem) -> list[QQuickItem]:
    if item.objectName() != "stack":
        return item.childItems()
    # Of the panes side by side only the shown one: another may just be sliding away.
    column = item.property("column")
    return [column.parentItem()] if isinstance(column, QQuickItem) else []


def _reader(block: QQuickItem, ringed: QQuickItem) -> QQuickItem:
    """Return what takes the focus for a block: the item that a screen reader knows it by."""
    reader = _or(block.property("reader"), ringed)
    if reader == ringed != block:
        shown = [child for child in ringed.childItems() if child.isVisible()]
        reader = shown[0] if shown else ringed
    if reader.inherits("QQuickLoader") and reader.childItems():
        reader = reader.childItems()[0]
    # Where somebody listens, an item of its own stands for a text and its links.
    return _or(reader.property("parts"), reader)


def _or(chosen: object, item: QQuickItem) -> QQuickItem:
    return chosen if isinstance(chosen, QQuickItem) else item


def _anchored(item: QQuickItem, anchor: str) -> bool:
    above: QQuickItem | None = item
    while above is not None and above.property("anchor") is None:
        above = above.parentItem()
    # A page's heading has an anchor, a paragraph below it an empty one.
    return above is not None and above.property("anchor") == anchor


def in_view(stops: list[FocusStop], *, first: bool = True) -> FocusStop:
    """Return the first or last stop that is whole in view, or else the one with most of it."""
    whole = [stop for stop in stops if is_whole(stop.ringed)]
    if whole:
        return whole[0 if first else -1]
    return max(stops, key=lambda stop: share(stop.ringed))


def links_in(item: QQuickItem) -> list[tuple[str, str]]:
    """Return the links in an item, each once: its words and its address.

    They stand in its text, or an item in it is one as a whole: then `link` is its address.
    """
    found: dict[str, str] = {}
    if item.isVisible():
        if isinstance(link := item.property("link"), str) and link:
            found[link] = str(item.property("word"))
        if item.property("parted") is not None:  # LinkedWords
            for address, words in _LINK.findall(str(item.property("text"))):
                found.setdefault(address, bare(words))
        for child in item.childItems():
            for words, address in links_in(child):
                found.setdefault(address, words)
    return [(words, address) for address, words in found.items()]
