"""On which ground a picture stands: the screen's own, or white where it would not be seen.

Owns when a colour stands out enough. Draws no picture.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.svg.drawing import Drawing
from kiosk.svg.on_white import ON_WHITE

LEAST = 3.0
"""The least contrast of what is needed to understand a picture (WCAG 2.2, 1.4.11)."""

DARK = 0.18
"""Below this luminance a ground is dark: white stands out from it more than black does."""


def is_dark(colours: Mapping[str, str]) -> bool:
    """Tell whether the scheme of these colours has a dark `card`; without one it has none."""
    return "card" in colours and _luminance(colours["card"]) < DARK


def needs_white(drawing: Drawing, colours: Mapping[str, str]) -> bool:
    """Tell whether a drawing keeps a colour that is not seen on the scheme's dark ground."""
    if not is_dark(colours):
        return False
    grounds = [colours[name] for name in ("card", "paper") if name in colours]
    return any(
        contrast(colour, each) < LEAST for colour in drawing.palette.fixed for each in grounds
    )


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on_white(image: QImage) -> QImage:
    """Give the picture on the ground of paper."""
    if image.isNull():
        return image
    whole = QImage(image.size(), QImage.Format.Format_RGB32)
    whole.fill(QColor(ON_WHITE["card"]))
    painter = QPainter(whole)
    painter.drawImage(0, 0, image)
    painter.end()
    return whole


def _luminance(colour: str) -> float:
    seen = QColor(colour)
    red, green, blue = map(_linear, (seen.redF(), seen.greenF(), seen.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    linear: float = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    return linear
