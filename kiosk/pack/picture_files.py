"""Whether a picture's file is whole, seen from its structure alone.

A file that was cut short can still decode: JPEG fills the rest with grey. Knows nothing of Qt.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from xml.parsers import expat

MOST_BYTES = 50_000_000
"""The largest picture in bytes; a photograph straight from a camera has 5 to 20 million."""

_PNG = b"\x89PNG\r\n\x1a\n"
_SCAN, _END = 0xDA, b"\xff\xd9"


def flaw(file: Path) -> str:
    """Say what is wrong with an SVG, PNG or JPEG file; empty if it is whole."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return f"is larger than {MOST_BYTES:,} bytes"
        content = file.read_bytes()
    except OSError as error:
        return f"can't be read ({error.strerror})"
    if file.suffix.lower() == ".svg":
        return _svg(content)
    if content.startswith(_PNG):
        return "" if _png_ends(content) else "is cut short or damaged"
    if content.startswith(b"\xff\xd8"):
        return "" if _jpeg_ends(content) else "is cut short or damaged"
    return "is neither PNG nor JPEG inside"


def _svg(content: bytes) -> str:
    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as error:
        words = expat.errors.messages.get(error.code, "not XML")
        return f"is cut short or damaged in line {error.lineno} ({words})"
    except (ValueError, LookupError) as error:
        return f"can't be read ({error})"
    return ""


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


def _jpeg_ends(content: bytes) -> bool:
    """Follow the segments (ITU-T T.81, B.1.1) to the first scan, and look for the end behind it.

    A small preview in an earlier segment has an end of its own; inside a scan 0xFF never stands
    before 0xD9.
    """
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return False
        marker = content[at + 1]
        if marker == _SCAN:
            return content.find(_END, at) >= 0
        if marker == 0xFF:  # padding
            at += 1
            continue
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return False
