"""Where rows stand: below each other, or in two columns where each says which one it is in.

Owns their places only; how wide the rows are, and whether there is room for two columns, QML says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


class Size(msgspec.Struct, frozen=True):
    """What a row needs: its height, the gap above it that it begins with, and its column."""

    height: float
    gap: float
    side: int


def tops(rows: Iterable[Size]) -> Iterator[tuple[float, float]]:
    """Give the top of each row, and the end of all rows down to it.

    Rows of column 1 and those of column 2 that follow them begin at one height, whatever gaps they
    begin with; a row of 3 goes on in column 1, and a row of neither begins below both.
    """
    first = second = start = gap = 0.0
    before = 0
    for row in rows:
        if row.side == 2 and before == 1:
            second = start + gap - row.gap
        if row.side == 2:
            top, second = second, second + row.height
        elif row.side == 3:
            top, first = first, first + row.height
        else:
            if row.side != 1 or before != 1:
                start = first = max(first, second)
                gap = row.gap
            top, first = first, first + row.height
            second = max(second, start)
        before = row.side
        yield top, max(first, second)


@QmlElement
class RowColumns(QQuickItem):
    """Places its items, each a row with the properties `lead`, the gap it begins with, and `side`.

    `positioningComplete` comes when all have found their place.
    """

    positioningComplete = Signal()
    roomChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._columns, self._gap = 1, 0.0
        self._mirrored = False

    @Property(float, notify=roomChanged)
    def columnWidth(self) -> float:
        """The width of one column, in pixels."""
        return (self.width() - (self._columns - 1) * self._gap) / self._columns

    @Slot(int, float, bool)
    def arrange(self, columns: int, gap: float, mirrored: bool) -> None:
        """Use one column, or two with this gap between them, the first on the right if mirrored."""
        self._columns, self._gap, self._mirrored = columns, gap, mirrored
        self._fit()

    @Slot()
    def forceLayout(self) -> None:
        """Place all now, not only when the next frame is drawn."""
        self.updatePolish()

    def updatePolish(self) -> None:
        """Place all."""
        rows = [child for child in self.childItems() if child.property("side") is not None]
        sizes = [
            Size(row.height(), row.property("lead"), row.property("side") * (self._columns - 1))
            for row in rows
        ]
        places = list(tops(sizes))
        for row, size, (top, _) in zip(rows, sizes, places, strict=True):
            second = (size.side == 2) != (self._mirrored and size.side > 0)
            row.setPosition(QPointF(self.columnWidth + self._gap if second else 0.0, top))
        self.setImplicitHeight(places[-1][1] if places else 0.0)
        self.positioningComplete.emit()

    @Slot()
    def place(self) -> None:
        """Place all before the next frame is drawn: a row has come, gone or grown.

        QML calls this. A signal of the item's own that leads to Python would still come while the
        item is taken apart, when its Python side is gone.
        """
        self.polish()

    def _fit(self) -> None:
        self.roomChanged.emit()
        self.polish()
