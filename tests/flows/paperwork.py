"""A leaflet as it comes out of the printer: what poppler reads in it, and where its ink is."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import unescape
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QImage

from kiosk.ui.leaflet import handout

TODAY = datetime(2026, 3, 5, 12, 0)
DOTS = 50
"""Dots in an inch of a picture of a sheet."""

BODY = ("-x", "0", "-y", "70", "-W", "600", "-H", "705")
"""The part of a sheet between running head and foot, in points."""

PAPER = 245
"""Grey from which on a dot is paper."""


# WORKAROUND: poppler 22.12 takes two things for faults that are none: that `Suspects` is a boolean
# (ISO 32000-1, table 321), and that the sides of a cell have colours of their own (table 344).
_NO_FAULT = re.compile(
    r"^(Syntax Error: Suspects object is wrong type \(boolean\)"
    r"|Syntax Warning: Attribute BorderColor value is of wrong type \(array\))\n",
    re.MULTILINE,
)


def run(*command: str | Path) -> str:
    """Run one of poppler's programs, which complains of a file that isn't sound."""
    words = [str(each) for each in command]
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", check=True)
    complaint = _NO_FAULT.sub("", done.stderr)
    assert not complaint, complaint
    return done.stdout


def closed(words: str) -> str:
    """Give the words without any white between them, nor the marks that hold them together."""
    return re.sub(r"[\s\u200d]+", "", words)


def printed(folder: Path | None, language: str, out: Path) -> Printed:
    """Make a leaflet as the command does, on a day in March."""
    said = handout(folder, language, out, calendar=lambda: TODAY)
    return Printed(out, said)


@dataclass(frozen=True)
class Printed:
    """A leaflet's file, and what the command said of it."""

    file: Path
    said: str

    @cached_property
    def sheets(self) -> list[str]:
        """The words of each sheet, with one space between them."""
        return [" ".join(" ".join(rows).split()) for rows in self.rows]

    @cached_property
    def rows(self) -> list[list[str]]:
        """The lines of each sheet."""
        text = run("pdftotext", "-layout", self.file, "-")
        return [sheet.splitlines() for sheet in text.split("\f")[:-1]]

    @cached_property
    def text(self) -> str:
        """All words in the order in which they were drawn, with one space between them."""
        return " ".join(run("pdftotext", "-raw", self.file, "-").split())

    @cached_property
    def places(self) -> list[list[tuple[str, QRectF]]]:
        """Each word of each sheet and where it stands, in points."""
        found = []
        for sheet in run("pdftotext", "-bbox", self.file, "-").split("<page ")[1:]:
            words = re.findall(r'"([\d.]+)" yM\w+="([\d.]+)".*"([\d.]+)".*"([\d.]+)">(.*)<', sheet)
            found.append(
                [
                    (word, QRectF(QPointF(*map(float, start)), QPointF(*map(float, end))))
                    for *numbers, word in words
                    for start, end in [(numbers[:2], numbers[2:])]
                ]
            )
        return found

    @property
    def facts(self) -> dict[str, str]:
        """What the file says of itself."""
        lines = run("pdfinfo", self.file).splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    @property
    def fonts(self) -> list[list[str]]:
        """Each font's name, and whether it is embedded, a subset, and maps back to characters."""
        lines = run("pdffonts", self.file).splitlines()[2:]
        return [[line.split()[0], *line.split()[-5:-2]] for line in lines]

    @cached_property
    def body(self) -> list[str]:
        """The words of each sheet between running head and foot, in the order of the file."""
        text = run("pdftotext", "-raw", *BODY, self.file, "-")
        return text.split("\f")[:-1]

    @cached_property
    def structure(self) -> str:
        """The tags of the file, headings with their words."""
        return run("pdfinfo", "-struct", self.file)

    @cached_property
    def links(self) -> list[tuple[int, str, int]]:
        """Each link inside the leaflet: the sheet it stands on, its words, where it leads."""
        found = []
        for number, sheet in enumerate(self._marked.split("<page ")[1:], 1):
            for there, words in re.findall(r'<a href="[^"#]*#(\d+)">(.*?)</a>', sheet):
                found.append((number, re.sub(r"<.*?>", "", words), int(there)))
        return found

    @cached_property
    def bookmarks(self) -> list[tuple[str, int]]:
        """Each bookmark's words and the sheet that it leads to."""
        found = re.findall(r'<item page="(\d+)">(.*?)</item>', self._marked)
        return [(unescape(words), int(sheet)) for sheet, words in found]

    @cached_property
    def _marked(self) -> str:
        return run("pdftohtml", "-xml", "-i", "-stdout", self.file)

    @property
    def alternatives(self) -> list[str]:
        """What the file says of its pictures to those who don't see them."""
        made = self.file.read_bytes()
        plain = [
            (found.start(), re.sub(rb"\\(.)", rb"\1", found[1]).decode("latin-1"))
            for found in re.finditer(rb"/Alt\(((?:[^()\\]|\\.)*)\)", made)
        ]
        wide = [
            (found.start(), bytes.fromhex(found[1].decode()).decode("utf-16"))
            for found in re.finditer(rb"/Alt<([0-9A-F]+)>", made)
        ]
        return [words for _, words in sorted(plain + wide)]

    def ink(self, folder: Path) -> list[QRect]:
        """The box around the ink of each sheet, in dots; `folder` is where pictures may lie."""
        run("pdftoppm", "-r", str(DOTS), "-gray", self.file, folder / "sheet")
        return [_ink(QImage(str(file))) for file in sorted(folder.glob("sheet*.pgm"))]


def _ink(image: QImage) -> QRect:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    grey = bytes(image.constBits())
    rows = [grey[y * stride : y * stride + width] for y in range(height)]
    inked = [y for y, row in enumerate(rows) if min(row) < PAPER]
    columns = [x for x in range(width) if min(grey[x : height * stride : stride]) < PAPER]
    if not inked:
        return QRect()
    return QRect(columns[0], inked[0], columns[-1] - columns[0] + 1, inked[-1] - inked[0] + 1)
