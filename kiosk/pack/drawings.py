"""Drawings of a pack: their colours, their numbered markers, and that they reach nowhere else.

Works on an SVG's text. Draws nothing and knows no Qt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_OUTSIDE = re.compile(
    r"""<image\b|<!ENTITY|@import|href\s*=\s*["'](?!\#)|url\(\s*["']?(?!\#)""", re.IGNORECASE
)
"""What makes an SVG read another file or an address."""

_MARKER = re.compile(r'<g id="marker-\d+">.*?</g>', re.DOTALL)
"""A numbered marker of a drawing: `markers=none` leaves them out where there is no key to them."""

_ROLE = re.compile(r"var\(--([a-z0-9-]+)\)")

_COUNT = re.compile(r">([0-9]+)<")

_ZERO = ord("0")


def drawing(file: Path) -> str:
    """Return an SVG's text, empty if it can't be read or names anything outside itself."""
    try:
        svg = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return "" if _OUTSIDE.search(svg) else svg


def dressed(file: Path, colours: Mapping[str, str]) -> str:
    """Return an SVG in these colours, its markers counted from `zero` or left out.

    Empty if it can't be read or names anything outside itself.
    """
    svg = drawing(file)
    if colours.get("markers") == "none":
        svg = _MARKER.sub("", svg)
    elif (zero := colours.get("zero", "0")) != "0":
        svg = _MARKER.sub(lambda marker: _counted(marker[0], zero), svg)
    svg = _ROLE.sub(lambda role: colours.get(role[1], "#808080"), svg)
    return svg.replace("currentColor", colours.get("ink", "#000000"))


def _counted(marker: str, zero: str) -> str:
    """Return a marker with its number in the digits that begin with `zero`."""
    digits = {_ZERO + n: chr(ord(zero) + n) for n in range(10)}
    return _COUNT.sub(lambda number: f">{number[1].translate(digits)}<", marker)
