"""What is on the screen now, asked of the scene itself."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

_TAG = re.compile(r"<style>.*?</style>|<[^>]*>")


def words_on(window: QQuickWindow) -> int:
    """Count the words that can be read in the window now, the ones in pictures not among them."""
    root = window.contentItem()
    return round(_words_in(root, QRectF(0, 0, root.width(), root.height())))


def _words_in(item: QQuickItem, room: QRectF) -> float:
    """Count the words below `item` that lie in `room`, a rectangle of the scene."""
    words = 0.0
    for child in item.childItems():
        if not child.isVisible() or child.opacity() == 0:
            continue
        area = child.mapRectToScene(QRectF(0, 0, child.width(), child.height()))
        shown = area.intersected(room)
        if child.inherits("QQuickText") and not shown.isEmpty():
            # Of a text that is partly scrolled away only that part counts.
            share = shown.height() / area.height()
            words += share * _count(_TAG.sub(" ", str(child.property("text"))))
        if not child.clip():
            words += _words_in(child, room)
        elif not shown.isEmpty():
            words += _words_in(child, shown)
    return words


def _count(text: str) -> float:
    """Count words; where a script has no spaces, five letters are taken for one."""
    words = text.split()
    return max(len(words), sum(map(len, words)) / 5)
