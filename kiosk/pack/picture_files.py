"""Whether a picture's file is whole and fit to be drawn, seen from its bytes alone.

A file that was cut short can still decode: JPEG fills the rest with grey. Knows nothing of Qt.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from kiosk.pack import drawings
from kiosk.page.error import ContentError
from kiosk.page.regular_file import read_regular
from kiosk.svg.drawing import Fault
from kiosk.svg.element import DocumentTypeError, SvgError

MOST_BYTES = 50_000_000
"""The largest picture in bytes; a photograph straight from a camera has 5 to 20 million."""

MOST_PIXELS = 50_000_000
"""The most pixels of a picture: each takes four bytes while it is drawn."""

REMEDY = "Copy it anew, or save it anew as a plain SVG, PNG or JPEG"

_PNG = b"\x89PNG\r\n\x1a\n"
_SCAN, _END = 0xDA, b"\xff\xd9"
_NO_FRAMES = {0xC4, 0xC8, 0xCC}


def flaw(file: Path) -> Fault | None:
    """Say what keeps an SVG, PNG or JPEG file off the screen; None if nothing does."""
    if file.suffix.lower() == ".svg":
        return drawings.fault(file)
    return damage(file)


def damage(file: Path) -> Fault | None:
    """Say why a file can't be read as the picture that it should be; None if it can.

    What a drawing reads from elsewhere is no damage.
    """
    if file.suffix.lower() == ".svg":
        try:
            drawings.read(file)
        except DocumentTypeError:
            return None
        except SvgError as error:
            return error.problem, error.remedy
        return None
    try:
        content = read_regular(file, MOST_BYTES)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return f"can't be read ({why})", drawings.CAN_NOT_BE_READ
    if content is None:
        return f"is larger than {MOST_BYTES:,} bytes", "Save it smaller: 2,000 pixels are enough"
    if content.startswith(_PNG):
        whole, size = _png_ends(content), _png_size(content)
    elif content.startswith(b"\xff\xd8"):
        whole, size = _jpeg(content)
    else:
        return "is neither PNG nor JPEG inside", REMEDY
    if not whole:
        return "is cut short or damaged", REMEDY
    width, height = size
    if width * height > MOST_PIXELS:
        return (
            f"has {width:,} × {height:,} pixels, more than {MOST_PIXELS:,} in all",
            "Save it smaller: 2,000 pixels in width are enough",
        )
    return None


def read_picture(file: Path) -> bytes:
    """Read a picture's file. Raises ContentError."""
    try:
        content = read_regular(file, MOST_BYTES)
    except OSError as error:
        why = error.strerror or str(error)
        raise ContentError(
            file, 0, f"the picture can't be read ({why})", drawings.CAN_NOT_BE_READ
        ) from None
    if content is None:
        raise ContentError(
            file, 0, f"the picture is larger than {MOST_BYTES:,} bytes", "Save it smaller"
        )
    return content


def _png_size(content: bytes) -> tuple[int, int]:
    """Read the first chunk (PNG 1.2, 4.1.1), which names width and height in pixels."""
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _png_ends(content: bytes) -> bool:
    """Follow the chunks (PNG 1.2, 3.2: length, type, data, checksum) to the one that ends them."""
    at = len(_PNG)
    while at + 12 <= len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        if end + 4 > len(content):
            return False
        if zlib.crc32(content[at + 4 : end]) != int.from_bytes(content[end : end + 4], "big"):
            return False
        if content[at + 4 : at + 8] == b"IEND":
            return True
        at = end + 4
    return False


def _jpeg(content: bytes) -> tuple[bool, tuple[int, int]]:
    """Follow the segments (ITU-T T.81, B.1.1) to the first scan, and look for the end behind it.

    A small preview in an earlier segment has an end of its own; inside a scan 0xFF never stands
    before 0xD9. Width and height in pixels stand in the frame's header (B.2.2).
    """
    at, size = 2, (0, 0)
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            break
        marker = content[at + 1]
        if marker == _SCAN:
            return content.find(_END, at) >= 0, size
        if marker == 0xFF:  # padding
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            size = int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return False, size
