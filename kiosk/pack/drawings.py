"""Drawings of a pack: each file read and judged, and written out in a scheme's colours.

Owns the way from a file to `kiosk.svg`. Draws nothing and knows no Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.page.regular_file import read_regular
from kiosk.svg import dressing
from kiosk.svg.drawing import Drawing, Fault, read_drawing
from kiosk.svg.element import MOST_BYTES, SvgError

CAN_NOT_BE_READ = "Copy it anew, or check its permissions and the disk"


def read(file: Path) -> Drawing:
    """Read an SVG file. Raises SvgError; what is only drawn wrong is a `fault` of the drawing."""
    try:
        content = read_regular(file, MOST_BYTES)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SvgError(f"can't be read ({why})", CAN_NOT_BE_READ) from None
    if content is None:
        raise SvgError(
            f"is larger than {MOST_BYTES:,} bytes", "Save it with fewer shapes, or as PNG or JPEG"
        )
    return read_drawing(content)


def fault(file: Path) -> Fault | None:
    """Say what keeps an SVG off the screen, and what to do about it; None if nothing does.

    The words go on after the picture's name.
    """
    try:
        return read(file).fault
    except SvgError as error:
        return error.problem, error.remedy


def drawing(file: Path) -> Drawing | None:
    """Read an SVG; None if it can't be drawn as it is meant, or names anything outside itself."""
    try:
        found = read(file)
    except SvgError:
        return None
    return None if found.fault else found


def dressed(file: Path, colours: Mapping[str, str]) -> str:
    """Return an SVG in these colours, its markers counted from `zero` or left out.

    Empty if it can't be drawn as it is meant, or names anything outside itself.
    """
    found = drawing(file)
    return dressing.dressed(found, colours) if found else ""
