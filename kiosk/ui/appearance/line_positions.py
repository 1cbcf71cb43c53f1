"""Where a line's first letter stands when the same text is laid out in another size or width.

Owns the sum; changes nothing on the screen. It lays text out as Qt Quick's Text does.
"""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")

_SCALES = {'size="1"': 0.7, 'size="2"': 0.8}
"""How Text.StyledText draws `<font size>`, as parts of the text's own size."""


@QmlElement
@QmlUncreatable("made in Python")
class LinePositions(QObject):  # type: ignore[operator]
    """Follows a line of text through a change of size."""

    @Slot(str, bool, QFont, float, int, float, int, result=int)
    def follow(  # noqa: PLR0917, QML passes by position, and no structs
        self,
        text: str,
        styled: bool,
        font: QFont,
        width: float,
        old_size: int,
        old_width: float,
        line: int,
    ) -> int:
        """Return the line in which the first letter of what was line `line` stands now.

        `font` and `width` in pixels are those of now; `old_size` in pixels and `old_width` those
        for which `line` was counted. Lines count from 0.
        """
        if line <= 0:
            return 0
        before = QFont(font)
        before.setPixelSize(old_size)
        old = _laid_out(text, before, old_width, styled=styled)
        letter = old.lineAt(min(line, old.lineCount() - 1)).textStart()
        new = _laid_out(text, font, width, styled=styled)
        return new.lineForTextPosition(letter).lineNumber()


def _laid_out(text: str, font: QFont, width: float, *, styled: bool) -> QTextLayout:
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
    elif attributes in _SCALES:
        smaller = QFont(font)
        smaller.setPixelSize(max(1, round(font.pixelSize() * _SCALES[attributes])))
        drawn.setFont(smaller)
    one.format = drawn
    return one
