"""Where a line's first letter stands when the same text is laid out in another size or width.

Owns the sum; changes nothing on the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class LinePositions(QObject):  # type: ignore[operator]
    """Follows a line of text through a change of size."""

    @Slot(str, QFont, float, result=int)
    def count(self, text: str, font: QFont, width: float) -> int:
        """Return how many lines a text with tags has in a width in pixels."""
        from kiosk.ui.appearance.text_layout import laid_out  # noqa: PLC0415  # not at the start

        return laid_out(text, font, width, styled=True).lineCount()

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
        from kiosk.ui.appearance.text_layout import laid_out  # noqa: PLC0415  # not at the start

        before = QFont(font)
        before.setPixelSize(old_size)
        old = laid_out(text, before, old_width, styled=styled)
        letter = old.lineAt(min(line, old.lineCount() - 1)).textStart()
        new = laid_out(text, font, width, styled=styled)
        return new.lineForTextPosition(letter).lineNumber()
