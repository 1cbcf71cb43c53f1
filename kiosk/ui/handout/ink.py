"""What pieces draw with: a painter on one sheet that mirrors a page written from the right.

Owns how a place on the paper follows from a distance along the lines of writing. Knows no blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui.handout import paper
from kiosk.ui.handout.pdf import Said


class Ink:
    """Draws on the sheet, and keeps what was `said` there.

    `x` counts from the edge where lines begin, `y` from the top.
    """

    def __init__(self, painter: QPainter, *, mirrored: bool = False) -> None:
        self.said: list[Said] = []
        self._painter = painter
        self._mirrored = mirrored
        self._scaled = False

    def line_of(self, layout: QTextLayout, index: int, x: float, y: float, width: float) -> None:
        """Draw one line of a text that was laid out `width` wide and would begin at `x`, `y`."""
        line, left = layout.lineAt(index), self._left(x, width)
        line.draw(self._painter, QPointF(left, y))
        if not self._scaled:
            baseline = y + line.y() + line.ascent()
            first, count = line.textStart(), line.textLength()
            text = layout.text().encode("utf-16-le")[2 * first : 2 * (first + count)]
            words, place = _plain(text.decode("utf-16-le")), line.naturalTextRect()
            self.said.append(Said(words, baseline, left + place.left(), left + place.right()))

    def box(
        self,
        rect: tuple[float, float, float, float],
        *,
        fill: str = "",
        edge: str = "",
        stroke: float = 0,
        radius: float = 0,
    ) -> None:
        """Draw a box of x, y, width and height, filled, with an edge inside of it, or both."""
        x, y, width, height = rect
        self._dress(fill, edge, stroke)
        inset = stroke / 2 if edge else 0
        place = QRectF(self._left(x, width), y, width, height)
        self._painter.drawRoundedRect(
            place.adjusted(inset, inset, -inset, -inset), max(0, radius - inset), radius
        )

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, stroke: float,
        dashes: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """Draw a straight line; `dashes` are lengths in units of its stroke."""
        pen = QPen(QColor(colour), stroke)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes:
            pen.setDashPattern(list(dashes))
        self._painter.setPen(pen)
        (x, y), (to_x, to_y) = start, end
        self._painter.drawLine(QPointF(self._left(x, 0), y), QPointF(self._left(to_x, 0), to_y))

    def dot(
        self,
        x: float,
        y: float,
        across: float,
        *,
        fill: str = "",
        edge: str = "",
        stroke: float = 0,
    ) -> None:
        """Draw a circle around a point."""
        self._dress(fill, edge, stroke)
        radius = (across - (stroke if edge else 0)) / 2
        self._painter.drawEllipse(QPointF(self._left(x, 0), y), radius, radius)

    def diamond(
        self, x: float, y: float, across: float, *, fill: str, edge: str, stroke: float
    ) -> None:
        """Draw a square that stands on its corner, around a point."""
        self._dress(fill, edge, stroke)
        middle, half = self._left(x, 0), across / 2
        path = QPainterPath(QPointF(middle, y - half))
        for corner in ((half, 0), (0, half), (-half, 0)):
            path.lineTo(middle + corner[0], y + corner[1])
        path.closeSubpath()
        self._painter.drawPath(path)

    def drawing(
        self, drawing: QSvgRenderer, x: float, y: float, width: float, height: float
    ) -> None:
        """Draw an SVG into a place; it is never mirrored."""
        drawing.render(self._painter, QRectF(self._left(x, width), y, width, height))

    def image(self, image: QImage, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture of pixels into a place."""
        self._painter.drawImage(QRectF(self._left(x, width), y, width, height), image)

    def shrunk(self, x: float, y: float, scale: float) -> None:
        """Draw smaller from now on, from this point on; `whole` ends it."""
        self._scaled = True
        self._painter.save()
        left = self._left(x, 0)
        self._painter.translate(left, y)
        self._painter.scale(scale, scale)
        self._painter.translate(-left, -y)

    def whole(self) -> None:
        """Draw at full size again."""
        self._scaled = False
        self._painter.restore()

    def _left(self, x: float, width: float) -> float:
        return paper.WIDTH - x - width if self._mirrored else x

    def _dress(self, fill: str, edge: str, stroke: float) -> None:
        self._painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(edge), stroke) if edge else QPen(Qt.PenStyle.NoPen)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)


def _plain(text: str) -> str:
    """Return words as somebody would copy them."""
    return " ".join(text.replace("\u2028", " ").split())
