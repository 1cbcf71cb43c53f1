"""The parts of a figure, each measured against what it is drawn on and beside.

A part is one shape of the SVG. Where it is seen is found by drawing the figure without it; how it
is seen, along its outline in the whole figure: what is just within against what is just outside.
Knows no theme and no rule of how much is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, quote
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from kiosk.pack.drawings import dressed
from kiosk.ui.reading.pictures import Pictures
from tests.flows.contrast import ratio

WIDTH = 800
"""Pixels; a figure of the pack is about as wide on a screen of 1280 pixels."""

STEP = 8
"""Every eighth row and column is looked at."""

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = tuple(_SVG + name for name in ("path", "circle", "rect", "ellipse", "text"))
ElementTree.register_namespace("", _SVG.strip("{}"))  # Qt reads no prefix
_RUN = re.compile(rb"[^\0]+")


class Part(NamedTuple):
    """One shape of a figure, by its kind and the beginning of its course.

    `seen` is the share of its outline that stands out, 0 to 1, `best` the highest contrast there.
    """

    what: str
    seen: float
    best: float

    def __str__(self) -> str:
        return f"{self.seen:.0%} of its outline, {self.best:.1f}:1 at best: {self.what}"


class Drawing:
    """A figure in one theme's colours, on the colour of the card that it stands on."""

    def __init__(self, file: Path, colours: str, ground: QColor) -> None:
        self.name = file.stem
        colours = colours.lstrip("?&")
        # Dressed once: to read, judge and dress a figure anew without each part takes far longer
        # than to draw it.
        self._tree = ElementTree.fromstring(dressed(file, dict(parse_qsl(colours))))
        self._ground = ground
        figure = Pictures((file.parent,)).requestImage(
            f"{quote(str(file.resolve()), safe='')}?{colours}", QSize(), QSize(WIDTH, 0)
        )
        self._size = figure.size()
        self._whole = self._on_ground(figure)
        assert self._drawn() == self._whole, f"{self.name} is not drawn as the kiosk draws it"

    def _drawn(self) -> QImage:
        buffer = QBuffer()
        buffer.setData(QByteArray(ElementTree.tostring(self._tree)))
        reader = QImageReader(buffer, QByteArray(b"svg"))
        reader.setScaledSize(self._size)
        return self._on_ground(reader.read())

    def _on_ground(self, figure: QImage) -> QImage:
        picture = QImage(figure.size(), QImage.Format.Format_RGB32)
        picture.fill(self._ground)
        painter = QPainter(picture)
        painter.drawImage(0, 0, figure)
        painter.end()
        return picture

    def parts(self, least: float) -> Iterator[Part]:
        """Give every part that is seen at all, with the share of its outline of that contrast."""
        parents = {child: parent for parent in self._tree.iter() for child in parent}
        whole = _lines(self._whole)
        shapes = [each for each in self._tree.iter() if each.tag in _SHAPES]
        for shape in shapes:
            above = parents[shape]
            place = list(above).index(shape)
            above.remove(shape)
            found = list(_along(whole, _lines(self._drawn())))
            above.insert(place, shape)
            if found:
                seen = sum(each >= least for each in found) / len(found)
                yield Part(_called(shape), seen, max(found))


def _called(shape: ElementTree.Element) -> str:
    kind, course = shape.tag.removeprefix(_SVG), shape.get("d", "")[:14]
    return f"{kind} {course or shape.text or shape.get('cx') or shape.get('x')}"


def _lines(picture: QImage) -> list[bytes]:
    """Give every eighth row and column of a picture, four bytes a pixel."""
    width, pixels = picture.width(), memoryview(bytes(picture.constBits())).cast("I")
    rows = [pixels[y * width : (y + 1) * width] for y in range(0, picture.height(), STEP)]
    return [line.tobytes() for line in (*rows, *(pixels[x::width] for x in range(0, width, STEP)))]


def _along(whole: list[bytes], without: list[bytes]) -> Iterator[float]:
    """Give the contrast across a part's outline, where rows and columns cut it."""
    for line, lacking in zip(whole, without, strict=True):
        if line != lacking:
            yield from _across(line, lacking)


def _across(line: bytes, lacking: bytes) -> Iterator[float]:
    pixels = memoryview(line).cast("I")
    mask = bytes(map(ne, pixels, memoryview(lacking).cast("I")))
    for run in _RUN.finditer(mask):
        start, end = run.span()
        if end - start < 2:
            continue
        for outside, inside in (
            (start - 2, range(start, min(end, start + 5))),
            (end + 1, range(max(start, end - 5), end)),
        ):
            if 0 <= outside < len(pixels):
                ground = pixels[outside] & 0xFFFFFF
                yield max(ratio(pixels[x] & 0xFFFFFF, ground) for x in inside)
