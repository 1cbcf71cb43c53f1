"""Pictures with harm done, each judged as the proof judges it and drawn as the screen draws it."""

from __future__ import annotations

import zlib
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.pack.picture_files import REMEDY, flaw
from kiosk.shipped import shipped
from kiosk.svg.drawing import Fault
from kiosk.svg.on_white import ON_WHITE
from kiosk.ui.qt.application import application
from kiosk.ui.reading.pictures import MOST, Pictures
from tests.fuzz.changes import changed
from tests.fuzz.marks import DRAWN
from tests.fuzz.outside import Outside

DARK = {**ON_WHITE, "card": "#182726", "paper": "#0d1716", "ink": "#f2f7f6"}

SMALL = (
    b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
    b"viewBox='0 0 60 40'>\n<style>.a{fill:var(--ink);stroke:#123}</style>\n<defs>\n"
    b"<linearGradient id='l'><stop offset='0' stop-color='#0a5'/><stop offset='1' "
    b"stop-color='var(--red)'/></linearGradient>\n<clipPath id='c'><path d='M0 0h30v40H0z'/>"
    b"</clipPath>\n<g id='g'><circle r='4' cx='9' cy='9' fill='url(#l)'/></g>\n</defs>\n"
    b"<path class='a' d='M3 3C9 1 20 30 40 12l9 9z' stroke-width='2' stroke-dasharray='3 1'/>\n"
    b"<use href='#g' x='20' y='5'/>\n<g clip-path='url(#c)' transform='rotate(30 5 5)'>"
    b"<rect x='5' y='20' width='50' height='9' rx='3' fill='var(--teal)' opacity='.5'/></g>\n"
    b"<text x='30' y='30' font-size='6'>12</text>\n</svg>\n"
)

_PNG = b"\x89PNG\r\n\x1a\n"


def encoded(form: str, kind: QImage.Format, size: tuple[int, int]) -> bytes:
    """Give a picture of pixels as a file's bytes."""
    image = QImage(*size, kind)
    image.fill(QColor("#3af"))
    if kind not in (QImage.Format.Format_Mono, QImage.Format.Format_Indexed8):
        painter = QPainter(image)
        painter.fillRect(5, 5, 20, 9, QColor("#c20"))
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def rechecked(content: bytes) -> bytes:
    """Give a PNG whose checksums are right again, so that what they guard is looked at."""
    made, at = [content[:8]], 8
    while at + 8 <= len(content):
        end = at + 8 + int.from_bytes(content[at : at + 4], "big")
        if end + 4 > len(content):
            break
        part = content[at + 4 : end]
        made += [content[at : at + 4], part, zlib.crc32(part).to_bytes(4, "big")]
        at = end + 4
    return b"".join([*made, content[at:]])


class Drawn:
    """Draws inputs, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._app = application()
        self._outside = Outside(folder / "outside")
        self._folder = folder / "pack"
        self._folder.mkdir()
        assets = shipped("assets")
        drawings = [SMALL] * 8 + [
            file.read_bytes()
            for file in (
                *sorted((assets / "icons").glob("*.svg"))[::6],
                *sorted((assets / "figures").glob("*.svg")),
            )
        ]
        kinds = QImage.Format
        self._bases = {
            ".svg": drawings,
            ".png": [
                encoded("PNG", kinds.Format_ARGB32, (40, 30)),
                encoded("PNG", kinds.Format_RGB32, (30, 70)),
                encoded("PNG", kinds.Format_Grayscale16, (9, 9)),
                encoded("PNG", kinds.Format_Indexed8, (40, 2)),
                encoded("PNG", kinds.Format_Mono, (33, 33)),
            ],
            ".jpg": [
                encoded("JPEG", kinds.Format_RGB32, (40, 30)),
                encoded("JPEG", kinds.Format_Grayscale8, (30, 40)),
                turned(encoded("JPEG", kinds.Format_RGB32, (60, 20))),
            ],
        }
        self._file = self._folder / "none"
        self._asked = ""
        self._content = b""

    def play(self, dice: Random) -> None:
        """Draw one picture; what the proof lets pass is seen, and nothing else is opened."""
        ending = dice.choice((".svg", ".svg", ".svg", ".png", ".jpg"))
        self._content = self._made(dice, ending)
        self._file = self._folder / f"drawn{dice.choice((ending, ending, ending.upper()))}"
        self._file.write_bytes(self._content)
        width = dice.choice((1, 16, 60, 60, 200))
        self._asked = self._query(dice, width)
        try:
            self._hold(width)
        finally:
            self._file.unlink()

    def told(self) -> str:
        """Give the picture's bytes and how it was asked for."""
        return f"{self._file.name}?{self._asked}: {self._content!r}"

    def _made(self, dice: Random, ending: str) -> bytes:
        marks = [mark.replace("{out}", self._reaching(dice)) for mark in DRAWN]
        content = changed(dice, dice.choice(self._bases[ending]), marks)
        return rechecked(content) if ending == ".png" and dice.random() < 0.8 else content

    def _reaching(self, dice: Random) -> str:
        there = self._outside.drawing
        return dice.choice(
            (str(there), there.as_uri(), "../outside/drawing.svg", f"{there}#a", "sheet.css")
        )

    def _query(self, dice: Random, width: int) -> str:
        colours = dice.choice(({}, ON_WHITE, DARK))
        more = {"zero": dice.choice("0০")}
        if dice.random() < 0.2:
            more["part"] = f"{dice.choice((width, 900, 9000))},{dice.randint(-9, 99)},3,{width},40"
        return urlencode({**colours, **more})

    def _hold(self, width: int) -> None:
        said = flaw(self._file)
        sound = undrawn(self._file) is None
        # New for each input, as a picture's name is: it knows nothing of the one before.
        name = quote(f"digest/{self._file.name}", safe="")
        image = Pictures((self._folder,)).requestImage(
            f"{name}?{self._asked}", QSize(), QSize(width, 0)
        )
        opened = self._outside.opened()
        assert not opened, f"opened outside the pack: {opened}"
        assert image.width() <= max(width, 1), "it is as wide as the screen asked"
        assert image.width() * image.height() <= MOST * MOST, "it takes no more than it may"
        if self._file.suffix.lower() == ".svg" and said:
            assert image.isNull(), f"what the proof refuses is drawn: {said}"
        if not said and sound and "part=" not in self._asked:
            assert not image.isNull(), "what the proof lets pass is drawn"


def undrawn(file: Path) -> Fault | None:
    """Say what is wrong with a picture that can't be drawn small and without colours."""
    name = quote(f"digest/{file.name}", safe="")
    image = Pictures((file.parent,)).requestImage(name, QSize(), QSize(16, 0))
    return ("can't be drawn", REMEDY) if image.isNull() else None


def turned(jpeg: bytes) -> bytes:
    """Give a JPEG that its camera says to have held upright (Exif 2.3, 4.6.4: orientation 6)."""
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0" + b"\0\0\0\0"
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
