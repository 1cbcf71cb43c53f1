"""What stands on a screen, pixel by pixel, and whether somebody could read it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QTransform

STEP = 4
"""Of so many lines one is looked at: close enough to meet every letter."""

SHARP = 64
"""Of 255: a step in the green between two pixels that is the edge of a stroke, not a shade."""


class Picture:
    """One picture of a screen, or of a part of it."""

    def __init__(self, image: QImage) -> None:
        assert not image.isNull(), "there is no picture"
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self._data = bytes(self._image.constBits())

    @classmethod
    def of(cls, data: bytes) -> Picture:
        """Read a picture in any file format that Qt knows."""
        return cls(QImage.fromData(QByteArray(data)))

    @property
    def size(self) -> tuple[int, int]:
        return self._image.width(), self._image.height()

    def part(self, x: int, y: int, width: int, height: int) -> Picture:
        return Picture(self._image.copy(x, y, width, height))

    def turned(self, degrees: int) -> Picture:
        """Turn it clockwise."""
        return Picture(self._image.transformed(QTransform().rotate(degrees)))

    def likeness(self, other: Picture) -> float:
        """Return the part of looked-at pixels that are nearly as light as the other's."""
        assert self.size == other.size
        pairs = list(zip(self._data[1 :: 4 * STEP], other._data[1 :: 4 * STEP], strict=True))
        return sum(abs(a - b) < SHARP for a, b in pairs) / len(pairs)

    def save(self, file: Path) -> None:
        self._image.save(str(file))

    @property
    def readable(self) -> bool:
        """Whether letters stand there: many sharp steps from dark to light along the lines.

        The resting screen has 13 in 1000 pixels, a pane 30; paper or a black screen have none.
        """
        width, height = self.size
        lines = [self._line(0, y, 1) for y in range(0, height, STEP)]
        steps = sum(step > SHARP for line in lines for step in _steps(line))
        return steps > len(lines) * width / 500

    @property
    def filled(self) -> bool:
        """Whether the kiosk itself reaches all four edges.

        A bare screen is black, which the kiosk is nowhere along its edges. A window's title bar
        would be a sharp step at its lower end; the kiosk has none down its left edge.
        """
        width, height = self.size
        left, top = self._line(0, 0, width), self._line(0, 0, 1)
        right, bottom = self._line(width - 1, 0, width), self._line(0, height - 1, 1)
        return min(*left, *top, *right, *bottom) > 0 and max(_steps(left)) < SHARP

    def _line(self, x: int, y: int, by: int) -> bytes:
        """Return how green the pixels are from (x, y) to the right, or down if `by` is a line."""
        width, height = self.size
        start = 4 * (y * width + x) + 1
        end = 4 * width * height if by == width else 4 * (y + 1) * width
        return self._data[start : end : 4 * by]


def _steps(line: bytes) -> list[int]:
    return [abs(a - b) for a, b in pairwise(line)]
