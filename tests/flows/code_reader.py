"""The camera of a phone, as far as tests need one: reads codes from a picture of the screen."""

from __future__ import annotations

from typing import NamedTuple, cast

from PySide6.QtGui import QImage
from pyzbar.pyzbar import ZBarSymbol, decode


class Code(NamedTuple):
    """A code in a picture: what it says, and its dark modules' rectangle in pixels."""

    text: str
    left: int
    top: int
    width: int
    height: int


def codes_in(image: QImage) -> list[Code]:
    """Read every QR code of a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = grey.width(), grey.height()
    rows = [cast(memoryview, grey.constScanLine(row)) for row in range(height)]
    pixels = b"".join(bytes(row[:width]) for row in rows)
    found = decode((pixels, width, height), symbols=[ZBarSymbol.QRCODE])
    return [Code(each.data.decode(), *each.rect) for each in found]
