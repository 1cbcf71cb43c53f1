"""The paper: its size, its margins, its colours and the sizes of its letters.

Owns every measure of the leaflet. All lengths are in tenths of a point (720 to the inch), so that
letters of whole units are laid out alike on every machine. Knows nothing of what is printed.
"""

from __future__ import annotations

from typing import Final

import msgspec

RESOLUTION: Final = 720
"""Units in an inch."""


def mm(length: float) -> float:
    """Return millimetres in units."""
    return length * RESOLUTION / 25.4


def pt(length: float) -> float:
    """Return points in units."""
    return length * RESOLUTION / 72


WIDTH, HEIGHT = mm(210), mm(297)
"""A4 (ISO 216)."""

MARGIN = mm(20)
"""White at both sides; nothing is printed there."""

EDGE = mm(12)
"""White above and below, which no office printer needs more of."""

TOP, BOTTOM = mm(28), HEIGHT - mm(25)
"""Between these the text stands, below the running head and above the running foot."""

FULL = WIDTH - 2 * MARGIN
"""What tables, figures and boxes are wide."""

HANG = mm(24)
"""The column before the text, in which headings begin and numbers and signs stand."""

ROOM = BOTTOM - TOP
"""What a sheet holds."""


class Colours(msgspec.Struct, frozen=True):
    """The light scheme of `Theme`, on white paper. Nothing is told by colour alone."""

    ink: str = "#12302F"
    quiet: str = "#3D5150"
    teal: str = "#0A5654"
    white: str = "#FFFFFF"
    tint: str = "#E3EFED"
    line: str = "#D9D5CB"
    edge: str = "#7A8A88"
    amber: str = "#5A3A00"
    amber_tint: str = "#FCEBC8"
    amber_edge: str = "#A66A00"
    red: str = "#7A1212"
    red_tint: str = "#FBE9E7"
    red_edge: str = "#9B1C1C"


COLOURS: Final = Colours()


class Style(msgspec.Struct, frozen=True):
    """How words are set: size and distance of the lines in units, weight and colour."""

    size: int = 120
    leading: float = 172
    bold: bool = False
    colour: str = COLOURS.ink


# RNIB's Clear Print asks for 12 points at least. What helps to find one's way may be smaller.
BODY: Final = Style()
LEAD: Final = Style(size=145, leading=205)
TITLE: Final = Style(size=270, leading=330, bold=True)
HEADING: Final = Style(size=175, leading=225, bold=True, colour=COLOURS.teal)
SUBHEADING: Final = Style(size=135, leading=180, bold=True)
STRONG: Final = Style(bold=True)
NARROW: Final = Style(size=110, leading=152)
SMALL: Final = Style(size=100, leading=142, colour=COLOURS.quiet)
RUNNING: Final = Style(size=90, leading=120, colour=COLOURS.quiet)

GAP: Final = pt(9)
"""Between two blocks."""

GAP_TIGHT: Final = pt(4)
"""Between parts of one block."""

GAP_SECTION: Final = pt(25)
"""Above a heading."""

MEASURE: Final = pt(400)
"""The longest line: 80 characters (WCAG 2.2, 1.4.8), one being 0.42 of the size on average."""

MEASURE_SMALL: Final = MEASURE * SMALL.size / BODY.size
"""The same for small letters."""

HAIRLINE: Final = pt(0.5)
