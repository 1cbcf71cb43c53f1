"""Figures and icons for paper: SVG as drawings in the light scheme, photographs as they are.

Owns the colours that drawings name. Knows nothing of where a drawing stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from kiosk.pack.drawings import dressed
from kiosk.pack.pack import Pack
from kiosk.page.error import ContentError
from kiosk.ui.handout.ink import Ink
from kiosk.ui.handout.paper import COLOURS
from kiosk.ui.reading.pictures import aspect, photograph

MOST = 2000
"""The most pixels across of a photograph: 300 to the inch on the width of the text."""


@dataclass(frozen=True)
class Drawing:
    """A picture that can be drawn. `aspect` is its height by its width."""

    aspect: float
    draw: Callable[[Ink, float, float, float, float], None]


@dataclass(frozen=True)
class Gallery:
    """The pictures of one page. `zero` is the digit that markers count from."""

    pack: Pack
    language: str
    zero: str

    def figure(self, source: str, *, markers: bool = True) -> Drawing:
        """Return a figure. Raises ContentError if it isn't there or can't be drawn."""
        return _drawing(self.pack.picture(source, self.language), self.zero, markers=markers)

    def icon(self, name: str, colour: str) -> Drawing:
        """Return one of the kiosk's icons in a colour. Raises ContentError."""
        return _drawing(self.pack.icon(name), self.zero, ink=colour)


def _drawing(file: Path, zero: str, *, ink: str = COLOURS.ink, markers: bool = True) -> Drawing:
    height = aspect(file)
    if not height:
        raise _undrawable(file)
    if file.suffix.lower() != ".svg":
        image = photograph(file, MOST)
        if image.isNull():
            raise _undrawable(file)
        return _photograph(height, image)
    colours = {**_roles(), "ink": ink, "zero": zero, "markers": "all" if markers else "none"}
    svg = QSvgRenderer(QByteArray(dressed(file, colours).encode()))
    return Drawing(height, lambda page, *place: page.drawing(svg, *place))


def _photograph(height: float, image: QImage) -> Drawing:
    return Drawing(height, lambda page, *place: page.image(image, *place))


def _undrawable(file: Path) -> ContentError:
    return ContentError(
        file,
        0,
        "the picture can't be drawn",
        "Save it anew as a plain SVG without links to other files, or as PNG or JPEG",
    )


def _roles() -> dict[str, str]:
    """Return the colours that drawings name: those of `Theme.drawingColours` on white."""
    return {
        "paper": COLOURS.white, "card": COLOURS.white, "quiet": COLOURS.quiet,
        "teal": COLOURS.teal, "tint": COLOURS.tint, "line": COLOURS.edge, "amber": COLOURS.amber,
        "amber-tint": COLOURS.amber_tint, "red": COLOURS.red, "red-tint": COLOURS.red_tint,
        "red-edge": COLOURS.red_edge, "on-teal": COLOURS.white, "skin-1": "#F1D3BC",
        "skin-2": "#D7A57E", "skin-3": "#A06B45", "skin-4": "#5E3A26", "hair-1": "#2B2321",
        "hair-2": "#6B4A34", "hair-3": "#B9B2A8",
    }  # fmt: skip
