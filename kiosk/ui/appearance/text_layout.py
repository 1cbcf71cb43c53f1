"""Text in lines, as Qt Quick's Text lays it out. Draws nothing."""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")

_STYLE = re.compile(r"<style>.*?</style>")

_SCALES = {'size="1"': 0.7, 'size="2"': 0.8}
"""How Text.StyledText draws `<font size>`, as parts of the text's own size."""


def laid_out(text: str, font: QFont, width: float, *, styled: bool) -> QTextLayout:
    """Lay text out in lines of a width in pixels; `styled` reads tags as `Text.StyledText` does."""
    ranges: list[QTextLayout.FormatRange] = []
    if styled:
        text, ranges = _without_tags(text, font)
    layout = QTextLayout(text, font)
    layout.setFormats(ranges)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _without_tags(text: str, font: QFont) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return the words, and where they are bold, slanted or smaller."""
    text = _STYLE.sub("", text)
    words, ranges, at = "", [], 0
    opened: list[tuple[str, str, int]] = []
    for tag in _TAG.finditer(text):
        words += unescape(text[at : tag.start()])
        at = tag.end()
        closes, name, attributes = tag.groups()
        if name == "br":
            words += "\N{LINE SEPARATOR}"
        elif not closes:
            opened.append((name, attributes.strip(), len(words)))
        elif opened:
            ranges.append(_range(*opened.pop(), len(words), font))
    return words + unescape(text[at:]), ranges


def _range(
    name: str, attributes: str, start: int, end: int, font: QFont
) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start, one.length = start, end - start
    drawn = QTextCharFormat()
    if name == "b":
        drawn.setFontWeight(QFont.Weight.Bold)
    elif name == "i":
        drawn.setFontItalic(True)
    elif name == "sup":
        drawn.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif name == "sub":
        drawn.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    elif attributes in _SCALES:
        smaller = QFont(font)
        smaller.setPixelSize(max(1, round(font.pixelSize() * _SCALES[attributes])))
        drawn.setFont(smaller)
    one.format = drawn
    return one
