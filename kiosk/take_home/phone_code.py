"""A text as a QR code for the camera of a phone: ISO/IEC 18004, error correction level M.

Owns how much is too much for a code, and how large it must be on the glass. Draws nothing.
"""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

QUIET = 4
"""Modules of white on each side (ISO/IEC 18004, 9.1)."""

LARGEST = 22
"""The largest version, 105 modules a side: with its quiet zone and modules of at least 0.8 mm it
stands on a screen of 10.1 inches, whose pixels are whole ones to a module. It takes 779 bytes."""

MODULE, SIDE = 0.8, 40.0
"""The least of a module and of a code's side, in millimetres."""


def modules(text: str) -> int:
    """Return how many modules wide a text's code is with its quiet zone; 0: it is too much."""
    code = _code(text)
    return int(code.symbol_size(border=QUIET)[0]) if code else 0


def picture(text: str) -> bytes:
    """Return a text's code as PNG, a pixel a module, dark on white; empty if it is too much."""
    code = _code(text)
    if code is None:
        return b""
    made = BytesIO()
    code.save(made, kind="png", border=QUIET)
    return made.getvalue()


def pixels_a_module(modules: int, mm: float, wanted: float, room: float) -> int:
    """Return how many pixels a module takes, whole ones; 0 if no camera could read it.

    `mm` are a screen's pixels in a millimetre; `wanted` and `room` are in pixels: how wide the code
    had best be, and can be.
    """
    least = math.ceil(max(MODULE * mm, SIDE * mm / modules))
    most = int(room / modules)
    return min(max(least, round(wanted / modules)), most) if most >= least else 0


def _code(text: str) -> QRCode | None:
    # Imported here: most visitors never ask for one, and it takes 0.1 s.
    import segno  # noqa: PLC0415

    try:
        code = segno.make_qr(text, error="m", boost_error=False, encoding=_encoding(text), eci=True)
    except segno.DataOverflowError:
        return None
    return code if int(code.version) <= LARGEST else None


def _encoding(text: str) -> str | None:
    # UTF-8 is said (ECI 26) but where every reader takes the same without: no German loses its ä.
    return None if text.isascii() else "utf-8"
