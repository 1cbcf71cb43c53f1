"""What is wrong with a screen, measured from the scene: words cut or covered, targets small."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.flows.screen import Screen, is_ground, is_text, type_of

SLACK = 2.0
"""Pixels by which painted rectangles may meet: line boxes are a little higher than letters."""

TARGET = 15.0
"""Millimetres; the smallest side of what a finger touches."""

BETWEEN = 3.0
"""Millimetres between two targets."""

CAPITAL = 6.1
"""Millimetres; a capital letter of body text: 0.7 degrees at 500 mm (EN 301 549, 5.1.4)."""

Painted = tuple[QQuickItem, QRectF, QQuickItem | None]
"""A text, the rectangle of the scene that its lines take up, and the Flickable around it."""


def unreadable(screen: Screen, root: QQuickItem | None = None) -> list[str]:
    """Give one line for each text below `root` that is cut, covered or out of its place."""
    known: dict[QQuickItem, QQuickItem | None] = {}
    texts = [
        (text, painted(text), _nearest(text, _scrolls, known)) for text in _texts(screen, root)
    ]
    return [*_cut(screen, texts), *_covered(screen, texts)]


def untouchable(screen: Screen, root: QQuickItem | None = None) -> list[str]:
    """Give one line for each target below `root` that is too small or too near to another."""
    targets = tappable(screen, root)
    return [*_small(screen, targets), *_close(screen, targets)]


def painted(text: QQuickItem) -> QRectF:
    """Give the rectangle of the scene that a text's lines take up."""
    return text.mapRectToScene(drawn(text))


def drawn(text: QQuickItem) -> QRectF:
    """Give the rectangle of a text that its lines take up."""
    width = _extent(text)
    # Words that are lowered in their line end where the line would: below their letters is room.
    height = float(text.property("contentHeight")) + min(0.0, text.property("bottomPadding"))
    left = float(text.property("leftPadding"))
    top = float(text.property("topPadding"))
    spare = text.width() - left - float(text.property("rightPadding")) - width
    if spare > 1:
        align = _alignment(text)
        if align == Qt.AlignmentFlag.AlignHCenter:
            left += spare / 2
        elif align == Qt.AlignmentFlag.AlignRight:
            left += spare
    return QRectF(left, top, width, height)


def _alignment(text: QQuickItem) -> Qt.AlignmentFlag:
    # An enum of Text's own has no converter to Python; as an expression it is a number.
    context = qmlContext(text)
    assert context is not None
    asked = QQmlExpression(context, text, "effectiveHorizontalAlignment")
    return Qt.AlignmentFlag(int(asked.evaluate()[0]))


def _extent(text: QQuickItem) -> float:
    """Give the width of a text's letters: Qt counts a space that ends a line at the left, too."""
    width = float(text.property("contentWidth"))
    over = width - text.width()
    if over <= 0:
        return width
    space = QFontMetricsF(text.property("font")).horizontalAdvance(" ")
    hangs = over <= space and int(text.property("lineCount")) > 1
    if hangs and _alignment(text) == Qt.AlignmentFlag.AlignRight:
        return text.width()
    return width


def _name(text: QQuickItem) -> str:
    words = str(text.property("text"))
    return f"“{words[:40]}{'…' if len(words) > 40 else ''}” {type_of(text.parentItem())}"


def _texts(screen: Screen, root: QQuickItem | None) -> list[QQuickItem]:
    own = [root] if root is not None and is_text(root) else []
    return [text for text in (*own, *screen.texts(root)) if text.property("text")]


def _nearest(
    item: QQuickItem, fits: Callable[[QQuickItem], bool], known: dict[QQuickItem, QQuickItem | None]
) -> QQuickItem | None:
    """Give the nearest parent that fits. `known`: what was found for parents that items share."""
    parent: QQuickItem | None = item.parentItem()
    if parent is None:
        return None
    if parent not in known:
        known[parent] = parent if fits(parent) else _nearest(parent, fits, known)
    return known[parent]


def _scrolls(item: QQuickItem) -> bool:
    """Tell whether an item is a Flickable that has more than it can show."""
    return item.inherits("QQuickFlickable") and (
        float(item.property("contentHeight")) > item.height() + 0.5
        or float(item.property("contentWidth")) > item.width() + 0.5
    )


def _is_ground(item: QQuickItem) -> bool:
    """Tell whether an item is a filled or framed shape."""
    return item.inherits("QQuickRectangle") and QColor(item.property("color")).alpha() > 0


def _left_by_parents(screen: Screen, item: QQuickItem, known: dict[QQuickItem, QRectF]) -> QRectF:
    """Give what clipping parents and the screen's edges leave of what stands in an item."""
    if item not in known:
        parent: QQuickItem | None = item.parentItem()
        if parent is None:
            known[item] = screen.area(item)
        else:
            left = _left_by_parents(screen, parent, known)
            known[item] = left.intersected(screen.area(item)) if item.clip() else left
    return known[item]


def _sideways(scroller: QQuickItem | None) -> bool:
    return scroller is not None and float(scroller.property("contentWidth")) > scroller.width()


def _cut(screen: Screen, texts: Sequence[Painted]) -> Iterator[str]:
    width = screen.window.width()
    known: dict[QQuickItem, QQuickItem | None] = {}
    for text, area, scroller in texts:
        if text.property("truncated"):
            yield f"cut off: {_name(text)}"
        over = _extent(text) - text.width()
        if over > 1:
            yield f"{over:.0f} px wider than its place: {_name(text)}"
        if not _sideways(scroller):
            bounds = screen.area(scroller) if scroller else QRectF(0, 0, width, 0)
            if area.left() < bounds.left() - 1 or area.right() > bounds.right() + 1:
                yield f"leaves the screen or its pane at the side: {_name(text)}"
        if scroller is None and (area.top() < -1 or area.bottom() > screen.window.height() + 1):
            yield f"leaves the screen above or below: {_name(text)}"
        ground = _nearest(text, _is_ground, known)
        if ground is not None and scroller is not None and ground.isAncestorOf(scroller):
            # What is scrolled away in a shape stands in it, where it can be seen.
            seen = area.intersected(screen.area(scroller))
        else:
            seen = area
        if ground is None or seen.isEmpty():
            continue
        if not screen.area(ground).adjusted(-1, -1, 1, 1).contains(seen):
            yield f"stands out of the shape around it: {_name(text)}"


def _covered(screen: Screen, texts: Sequence[Painted]) -> Iterator[str]:
    seen = []
    known: dict[QQuickItem, QRectF] = {}
    for text, area, scroller in texts:
        left = _left_by_parents(screen, text.parentItem(), known)
        shown = area.intersected(screen.area(text)).intersected(left)
        seen.append((area, shown, scroller, text))
    seen.sort(key=lambda each: each[0].top())
    for index, (area, shown, scroller, text) in enumerate(seen):
        for area2, shown2, scroller2, text2 in seen[index + 1 :]:
            if area2.top() > area.bottom():
                break
            same = scroller is scroller2 or scroller == scroller2
            common = area.intersected(area2) if same else shown.intersected(shown2)
            if common.width() > SLACK and common.height() > SLACK:
                yield (
                    f"{_name(text)} and {_name(text2)} share "
                    f"{common.width():.0f} x {common.height():.0f} px"
                )


def tappable(screen: Screen, root: QQuickItem | None = None) -> list[QQuickItem]:
    """Give what a finger can touch: everything with a tap handler, save links in a text."""
    return [
        item
        for item in screen.items(root)
        if not is_ground(item)
        and any(
            child.inherits("QQuickTapHandler") and child.property("enabled")
            for child in screen.handlers(item)
        )
    ]


def _label(item: QQuickItem) -> str:
    label = item.objectName() or str(item.property("text") or "")
    return f"{type_of(item)} {label or _first_words(item)}"


def _first_words(item: QQuickItem) -> str:
    todo = list(item.childItems())
    while todo:
        child = todo.pop(0)
        if is_text(child) and child.property("text"):
            return f"“{str(child.property('text'))[:30]}”"
        todo += child.childItems()
    return ""


def _small(screen: Screen, items: list[QQuickItem]) -> Iterator[str]:
    mm = screen.mm
    for item in items:
        if min(item.width(), item.height()) < TARGET * mm - 0.5:
            yield f"{item.width() / mm:.1f} x {item.height() / mm:.1f} mm is small: {_label(item)}"


def _close(screen: Screen, items: list[QQuickItem]) -> Iterator[str]:
    mm = screen.mm
    known: dict[QQuickItem, QQuickItem | None] = {}
    targets = [(item, screen.area(item), _nearest(item, _scrolls, known)) for item in items]
    for (one, area, scroller), (other, area2, scroller2) in combinations(targets, 2):
        if scroller != scroller2 or type_of(one) == type_of(other) == "TabButton":
            continue
        if area.contains(area2) or area2.contains(area):
            continue
        across = max(area.left(), area2.left()) - min(area.right(), area2.right())
        along = max(area.top(), area2.top()) - min(area.bottom(), area2.bottom())
        apart = max(across, along)
        if apart < BETWEEN * mm - 0.5:
            yield f"{apart / mm:.1f} mm between {_label(one)} and {_label(other)}"


def capitals(screen: Screen) -> list[float]:
    """Give the heights of capital letters of the page's paragraphs, in millimetres."""
    found = []
    for block in screen.of_type("ParagraphBlock", screen.column):
        for text in screen.texts(block):
            found.append(QFontMetricsF(text.property("font")).capHeight() / screen.mm)
    return found
