"""Words for paper: spans as plain text with its dress, where links can't be touched.

Owns what stands for a link on paper: the page that it leads to, or its address. Knows neither
lines nor sheets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from PySide6.QtGui import QFont, QTextCharFormat, QTextFormat, QTextLayout

from kiosk.page.blocks import (
    Code,
    Emphasis,
    Footnote,
    LineBreak,
    OutsideLink,
    PageLink,
    Span,
    Spans,
    Strong,
    Term,
    Text,
)
from kiosk.page.terms import plain
from kiosk.rows.rich_text import JOINER
from kiosk.ui.handout.labels import Labels
from kiosk.ui.handout.paper import Style

Where = Callable[[str, str], int]
"""From a page and a section to the sheet on which it begins; 0 if it isn't in the leaflet."""

NO_BREAK = "\N{NO-BREAK SPACE}"
LINE = "\N{LINE SEPARATOR}"
_DANDA = re.compile(r"[\N{DEVANAGARI DANDA}\N{DEVANAGARI DOUBLE DANDA}]\Z")


@dataclass
class Wording:
    """A text and how its parts are dressed."""

    text: str = ""
    formats: list[QTextLayout.FormatRange] = field(default_factory=list)

    def add(self, text: str, dress: QTextCharFormat | None = None) -> None:
        """Write on."""
        if dress and text:
            part = QTextLayout.FormatRange()
            part.start, part.length = _units(self.text), _units(text)
            part.format = dress
            self.formats.append(part)
        self.text += text


def _units(text: str) -> int:
    """Return how many characters Qt counts: those beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class Pen:
    """Writes the spans of one page in one style."""

    labels: Labels
    where: Where
    page: str

    def worded(self, spans: Spans, style: Style) -> Wording:
        """Return the words of the spans."""
        made = Wording()
        self._write(spans, style, QTextCharFormat(), made)
        return made

    def _write(self, spans: Spans, style: Style, dress: QTextCharFormat, made: Wording) -> None:
        for span in spans:
            self._span(span, style, dress, made)

    def _span(self, span: Span, style: Style, dress: QTextCharFormat, made: Wording) -> None:
        match span:
            case Text(text) | Term(text):
                made.add(text, dress)
            case Code(text):
                made.add(text, _bold(dress))
            case Strong(spans):
                self._write(spans, style, _bold(dress), made)
            case Emphasis(spans):
                self._write(spans, style, _leaning(dress), made)
            case Footnote(number):
                before = JOINER if _DANDA.search(made.text) else ""
                made.add(before + NO_BREAK, _sized(dress, 30))
                made.add(f"[{self.labels.say.number(number)}]", _sized(dress, style.size * 3 // 4))
            case PageLink(spans, page, section):
                self._write(spans, style, dress, made)
                if sheet := self.where(page or self.page, section):
                    see = self.labels.see(sheet).replace(" ", NO_BREAK)
                    made.add(f" {see}", dress)
            case OutsideLink(spans, address):
                leading = QTextCharFormat(dress)
                leading.setAnchor(True)
                leading.setAnchorHref(address)
                self._write(spans, style, leading, made)
                shown = address.removeprefix("mailto:").removeprefix("tel:")
                if shown not in plain(spans):
                    made.add(f" ({shown})", leading)
            case LineBreak():
                made.add(LINE, dress)
            case _:
                assert_never(span)


def _bold(dress: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(dress)
    made.setFontWeight(QFont.Weight.Bold)
    return made


def _leaning(dress: QTextCharFormat) -> QTextCharFormat:
    made = QTextCharFormat(dress)
    made.setFontItalic(True)
    return made


def _sized(dress: QTextCharFormat, size: int) -> QTextCharFormat:
    made = QTextCharFormat(dress)
    made.setProperty(QTextFormat.Property.FontPixelSize, size)
    return made
