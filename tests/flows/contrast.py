"""How far two things on the screen stand apart, measured from the pixels that were drawn.

Owns the formula of WCAG 2.2 (relative luminance, contrast ratio) and three measures of a picture:
of letters on their ground, of a sign on its ground, of a shape against what is around it.
Knows pictures and rectangles only: no pages, no themes, no rule of how much is enough.

Letters are smoothed at their edges, and a thin stroke has few pixels that are nothing but letter.
WCAG measures the colour that was meant, not the smoothing. In what a word's pixels are, the meant
colour stands out: letters repeat it exactly, while smoothed pixels spread over a hundred shades
between it and the ground. So a word's ink is the strongest colour among those that it repeats
often; and each further colour that it repeats and that is no mixture of ink and ground is an ink
too (a footnote's mark that stands close to a word).
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage

OFTEN = 0.25
"""A colour that a word repeats this often, by its commonest letter colour, was meant."""

APART = 24
"""Of 255: a colour this far from every mixture of ink and ground is another ink."""

EVEN = 0.2
"""A colour beside the commonest ground that is this common is a ground too: of a gradient."""

GAP = 4
"""Columns without a letter's pixel that end a word; within a word letters stand closer."""

SPECK = 12
"""A word of fewer pixels is a part of a letter that was cut off, or a stroke of a full stop."""

FEW = 4
"""Words at each end of a text of one colour that stand for all of it."""

_SEEN: dict[bytes, list[Pair]] = {}
"""The inks of each word that has been measured, by the digest of its pixels."""

_READ: dict[tuple[bytes, int, bool], list[Pair]] = {}
"""What `Shot.letters` gave of each text, by the digest of its pixels, its width, and `alike`: the
same tabs and buttons stand on every screen."""

_WORD = re.compile(rb"[^\0]+(?:\0{1,%d}[^\0]+)*" % (GAP - 1))


@cache
def luminance(colour: int) -> float:
    """Give the relative luminance of 0xRRGGBB, 0 to 1 (WCAG 2.2, definition)."""
    red, green, blue = (_linear(colour >> shift & 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _linear(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def ratio(one: int, other: int) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grey(colour: int) -> int:
    """Give the grey, 0 to 255, that is as light as a colour: what is left without hue."""
    light = luminance(colour)
    part = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(part * 255)


def without_hue(colour: int) -> int:
    """Give the colour 0xRRGGBB as somebody sees it who sees no colours."""
    return grey(colour) * 0x010101


def shown(colour: int) -> str:
    return f"#{colour:06x}"


class Pair(NamedTuple):
    """Two colours that were found beside each other, and how far they stand apart."""

    ratio: float
    ink: int
    ground: int

    def __str__(self) -> str:
        return f"{self.ratio:.2f}:1, {shown(self.ink)} on {shown(self.ground)}"


def pair(ink: int, ground: int) -> Pair:
    return Pair(ratio(ink, ground), ink, ground)


class Shot:
    """One picture of the window, to be measured."""

    def __init__(self, picture: QImage) -> None:
        self.picture = picture.convertToFormat(QImage.Format.Format_RGB32)

    def crop(self, area: QRectF | QRect) -> QImage:
        """Give the part of the picture within an area; nothing beyond its edges."""
        whole = area.toAlignedRect() if isinstance(area, QRectF) else area
        return self.picture.copy(whole.intersected(self.picture.rect()))

    def at(self, x: float, y: float) -> int | None:
        """Give the colour of a pixel; None beyond the edges."""
        if not self.picture.rect().contains(int(x), int(y)):
            return None
        return self.picture.pixel(int(x), int(y)) & 0xFFFFFF

    def letters(self, area: QRectF, *, alike: bool = False) -> list[Pair]:
        """Give the inks of every word in an area that holds one text, each with its ground.

        `alike`: all its words have one colour, so the first and the last few stand for the others.
        """
        crop = self.crop(area)
        if crop.isNull():
            return []
        text = hashlib.sha1(crop.constBits()).digest(), crop.width(), alike
        if text not in _READ:
            _READ[text] = _letters(crop, alike=alike)
        return _READ[text]

    def sign(self, area: QRectF) -> Pair | None:
        """Give the ink and the ground of an icon, a dot or another sign of one colour."""
        crop = self.crop(area)
        inks = [] if crop.isNull() else _inks(colours(crop))
        return max(inks, default=None)

    def outline(self, area: QRectF) -> Pair | None:
        """Give how a shape stands out from what is around it, by its edge or by what fills it.

        Looked at in the middle of each side, on a line from without to within: the strongest of
        the pixels about the edge against the pixel outside. The two sides across and the two
        along count as their weaker one, and the better of both counts: a line may run into a shape
        from above. Of a long shape only the long sides count. None where all of it lies at the
        picture's edges.
        """
        x, y = area.center().x(), area.center().y()
        across = self._side(area.left(), y, 1, 0), self._side(area.right(), y, -1, 0)
        along = self._side(x, area.top(), 0, 1), self._side(x, area.bottom(), 0, -1)
        both = [across, along]
        if area.width() > 6 * area.height():
            both = [along]
        elif area.height() > 6 * area.width():
            both = [across]
        weaker = [min(filter(None, sides)) for sides in both if any(sides)]
        return max(weaker, default=None)

    def _side(self, x: float, y: float, dx: int, dy: int) -> Pair | None:
        # An edge is drawn up to a pixel beside where it is: the line starts outside of it.
        seen = [self.at(x + step * dx, y + step * dy) for step in (-3, *range(-1, 6))]
        there = [colour for colour in seen if colour is not None]
        if len(there) < len(seen):
            return None
        return max(pair(colour, there[0]) for colour in there[1:])


def colours(crop: QImage, step: int = 1) -> Counter[int]:
    """Count the colours of a picture as 0xRRGGBB, or of every `step`-th pixel of it."""
    return counted(bytes(crop.constBits()), step)


def counted(pixels: bytes, step: int = 1) -> Counter[int]:
    """Count the colours of pixels, four bytes each."""
    data = memoryview(pixels).cast("I")[::step]
    # The fourth byte of a pixel is 255 everywhere: cut off after the counting it costs nothing.
    return Counter({colour & 0xFFFFFF: count for colour, count in Counter(data).items()})


def _letters(crop: QImage, *, alike: bool) -> list[Pair]:
    ground = colours(crop, 7).most_common(1)[0][0]
    found: dict[Pair, None] = {}
    boxes = _words(crop, ground)
    if alike and len(boxes) > 2 * FEW:
        boxes = [*boxes[:FEW], *boxes[-FEW:]]
    for box in boxes:
        part = crop.copy(box)  # kept: what constBits() gives goes with its picture
        word = bytes(part.constBits())
        digest = hashlib.sha1(word).digest()
        # The same word is drawn again and again.
        if digest not in _SEEN:
            _SEEN[digest] = _inks(counted(word))
        for each in _SEEN[digest]:
            found[each] = None
    return list(found)


def _words(crop: QImage, ground: int) -> list[QRect]:
    """Give the rectangles of a text's words; all of it on a ground of more than one colour."""
    mask = crop.createMaskFromColor(QColor(ground).rgba(), Qt.MaskMode.MaskOutColor)
    mask = mask.convertToFormat(QImage.Format.Format_Grayscale8)
    width, stride, data = mask.width(), mask.bytesPerLine(), bytes(mask.constBits())
    rows = [data[y * stride : y * stride + width] for y in range(mask.height())]
    if sum(row.count(0) for row in rows) < len(rows) * width * 0.3:
        return [QRect(0, 0, width, len(rows))]
    boxes, top, line = [], 0, 0
    for y, row in enumerate([*rows, bytes(width)]):
        across = int.from_bytes(row, "big")
        if across and not line:
            top = y
        if not across and line:
            for word in _WORD.finditer(line.to_bytes(width, "big")):
                boxes.append(QRect(word.start(), top, word.end() - word.start(), y - top))
        line = line | across if across else 0
    return boxes


def _inks(counted: Counter[int]) -> list[Pair]:
    """Give the inks among the colours of one word, each against the worst of its grounds."""
    [(ground, most)] = counted.most_common(1)
    even = EVEN * most
    grounds = [
        colour
        for colour, count in counted.items()
        if count >= even and distance(colour, ground) <= APART
    ]
    rest = {colour: count for colour, count in counted.items() if colour not in grounds}
    if sum(rest.values()) < SPECK:
        return []
    often = OFTEN * max(rest.values())
    ink = max(
        (colour for colour, count in rest.items() if count >= often),
        key=lambda colour: ratio(colour, ground),
    )
    inks = [ink]
    least = max(8, 0.03 * rest[ink])
    more = [colour for colour, count in rest.items() if count >= least]
    for colour in sorted(more, key=lambda colour: -ratio(colour, ground)):
        if all(beside(colour, ground, known) > APART for known in inks):
            inks.append(colour)
    return [min(pair(each, below) for below in grounds) for each in inks]


def _parts(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255


def distance(one: int, other: int) -> float:
    """Give how far two colours are from each other in the channel that differs most, of 255."""
    return float(max(abs(a - b) for a, b in zip(_parts(one), _parts(other), strict=True)))


def beside(colour: int, ground: int, ink: int) -> float:
    """Give how far a colour is from the nearest mixture of two others, 0 to 255."""
    start, end, point = _parts(ground), _parts(ink), _parts(colour)
    way = [b - a for a, b in zip(start, end, strict=True)]
    length = sum(each * each for each in way) or 1
    share = sum((p - a) * w for p, a, w in zip(point, start, way, strict=True)) / length
    share = max(0.0, min(1.0, share))
    nearest = [a + share * w for a, w in zip(start, way, strict=True)]
    return float(max(abs(p - n) for p, n in zip(point, nearest, strict=True)))


def in_grey(crop: QImage) -> QImage:
    """Give a picture as somebody sees it who sees no colours: each pixel as light as it was."""
    pixels = memoryview(bytes(crop.constBits())).cast("I")
    greys = {pixel: without_hue(pixel & 0xFFFFFF) | 0xFF000000 for pixel in set(pixels)}
    data = array("I", map(greys.__getitem__, pixels)).tobytes()
    wide, high = crop.width(), crop.height()
    return QImage(data, wide, high, 4 * wide, QImage.Format.Format_RGB32).copy()


def shape(crop: QImage, size: int = 32) -> list[bool]:
    """Give where the ink of a sign is, as a square of points: its shape without its colours."""
    small = crop.scaled(size, size, mode=Qt.TransformationMode.SmoothTransformation)
    counted = colours(crop)
    [(ground, _)] = counted.most_common(1)
    ink = max(counted, key=lambda colour: ratio(colour, ground) * (counted[colour] > 2))
    middle = (grey(ground) + grey(ink)) / 2
    dark = luminance(ink) < luminance(ground)
    points = [small.pixel(x, y) & 0xFFFFFF for y in range(size) for x in range(size)]
    return [(grey(point) < middle) == dark for point in points]


def unlike(one: list[bool], other: list[bool]) -> float:
    """Give the share of a shape's points in which two shapes differ, 0 to 1, by the larger one."""
    differing = sum(a != b for a, b in zip(one, other, strict=True))
    return differing / max(1, sum(one), sum(other))


def strokes(crop: QImage) -> float:
    """Give how wide the strokes of a text are on average, in pixels."""
    [(ground, _)] = colours(crop).most_common(1)
    mask = crop.createMaskFromColor(QColor(ground).rgba(), Qt.MaskMode.MaskOutColor)
    mask = mask.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, data = mask.bytesPerLine(), bytes(mask.constBits())
    rows = (data[y * stride : y * stride + mask.width()] for y in range(mask.height()))
    runs = [len(run) for row in rows for run in re.findall(rb"[^\0]+", row)]
    return sum(runs) / max(1, len(runs))
