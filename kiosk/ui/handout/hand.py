"""The hand that sets a page: its language, its pen, and how wide the column is that it fills.

Owns how words become lines. Knows no blocks: `blocks` is handed to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from kiosk.page.blocks import Block, Spans
from kiosk.page.phrases import Phrases
from kiosk.ui.handout.drawings import Gallery
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.labels import Labels
from kiosk.ui.handout.paper import BODY, MEASURE, Style
from kiosk.ui.handout.pieces import Piece, Pieces, moved
from kiosk.ui.handout.wording import Pen, Wording
from kiosk.ui.qt.application import FAMILY

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Hand:
    """Sets blocks into a column `width` wide, in which text begins `indent` from its edge."""

    labels: Labels
    pen: Pen
    gallery: Gallery
    set_blocks: Callable[[Blocks, Hand], Pieces]
    width: float
    indent: float = 0
    style: Style = BODY
    from_right: bool = False

    @property
    def say(self) -> Phrases:
        """The kiosk's words in the page's language."""
        return self.labels.say

    def blocks(self, blocks: Blocks, width: float, style: Style | None = None) -> Pieces:
        """Return blocks set into a narrower column without an indent of its own."""
        inner = replace(self, width=width, indent=0, style=style or self.style)
        return self.set_blocks(blocks, inner)

    def text(self, spans: Spans, style: Style | None = None, width: float = 0) -> Pieces:
        """Return the lines of a text, at the edge of the column."""
        style = style or self.style
        return self.lines(self.pen.worded(spans, style), style, width or self.width)

    def words(self, words: str, style: Style, width: float = 0) -> Pieces:
        """Return the lines of plain words, at the edge of the column."""
        return self.lines(Wording(words), style, width or self.width)

    def body(self, spans: Spans, style: Style | None = None) -> Pieces:
        """Return the lines of running text, where text begins and no longer than can be read."""
        width = min(MEASURE, self.width - self.indent)
        return moved(self.text(spans, style, width), self.indent)

    def lines(self, wording: Wording, style: Style, width: float, *, end: bool = False) -> Pieces:
        """Return the lines of a wording; a paragraph's first two and last two stay together.

        `end` puts them at the end of the column.
        """
        layout = laid_out(wording, style, width, from_right=self.from_right, end=end)
        count = layout.lineCount()
        return [
            Piece(
                style.leading,
                _drawn(layout, n, width, style.leading),
                keep=n < count - 1 and (n == 0 or n == count - 2),
            )
            for n in range(count)
        ]

    def widths(self, wording: Wording, style: Style) -> tuple[float, float]:
        """Return how wide a wording's longest word is, and all of it on one line."""
        layout = laid_out(wording, style, 1e6, from_right=self.from_right, whole_words=True)
        return layout.minimumWidth(), layout.maximumWidth()

    def last_line(self, words: str, style: Style, width: float) -> float:
        """Return how far the last line of plain words reaches."""
        layout = laid_out(Wording(words), style, width, from_right=self.from_right)
        return layout.lineAt(layout.lineCount() - 1).naturalTextWidth()


def laid_out(
    wording: Wording, style: Style, width: float, *, from_right: bool, end: bool = False,
    whole_words: bool = False,
) -> QTextLayout:  # fmt: skip
    """Return the words broken into lines, each `style.leading` below the other."""
    layout = QTextLayout(wording.text, _font(style))
    # Right and left as they are: Qt doesn't mirror what isn't in a document.
    right = end != from_right
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setUseDesignMetrics(True)
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WordWrap if whole_words else modes.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.setFormats([_coloured(style, wording), *wording.formats])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Letters of other scripts bring other heights: all lines stand on the same grid.
        line.setPosition(QPointF(0, y + _baseline(style) - line.ascent()))
        y += style.leading
    layout.endLayout()
    return layout


def _baseline(style: Style) -> float:
    """Return how far below the top of its line the words stand."""
    return (style.leading - style.size) / 2 + 0.8 * style.size


def _drawn(
    layout: QTextLayout, index: int, width: float, leading: float
) -> Callable[[Ink, float, float], None]:
    top = index * leading

    def draw(ink: Ink, x: float, y: float) -> None:
        ink.line_of(layout, index, x, y - top, width)

    return draw


def _font(style: Style) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(style.size)
    font.setBold(style.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _coloured(style: Style, wording: Wording) -> QTextLayout.FormatRange:
    whole = QTextLayout.FormatRange()
    whole.start, whole.length = 0, len(wording.text.encode("utf-16-le")) // 2
    whole.format = QTextCharFormat()
    whole.format.setForeground(QColor(style.colour))
    return whole
