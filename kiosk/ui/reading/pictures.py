"""Pictures for QML: SVG drawn in the theme's colours, everything else as it is.

QML asks for `image://pictures/<name>?zero=0&role=colour&…`; in an SVG `var(--role)` becomes that
colour, what would not be seen on a dark `card` gets a light ground, and numbered markers count in
the digits that begin with `zero`. With `part=<whole>,<left>,<top>,<width>,<height>` only that part
is drawn of a picture that would be `whole` pixels wide.
A code for a phone has no file: what it says stands in its address, `code?<UTF-8, in hex>`.
A name is a file of the kiosk's own, or `<digest>/<file seen from the pack>`: it stays the same as
long as the picture does, whichever edition of the pack it is read from, and no picture that was
drawn before is ever shown for a new one.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote

from PySide6.QtCore import QBuffer, QByteArray, QFile, QFileDevice, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader
from PySide6.QtQuick import QQuickImageProvider

from kiosk.pack.drawings import drawing, read
from kiosk.pack.picture_files import damage
from kiosk.svg import dressing
from kiosk.svg.drawing import Drawing
from kiosk.svg.element import SvgError
from kiosk.svg.on_white import ON_WHITE
from kiosk.ui.reading.grounds import is_dark, needs_white, on_white

PROVIDER = "pictures"

CODE = "code"
"""What stands in place of a name where no file is drawn but a code for a phone."""

_SVG = QByteArray(b"svg")

MOST = 4096
"""The most pixels across of which a photograph is decoded to be looked at closely; a picture that
is higher than wide has as many pixels in all."""

KEPT = 16
"""Drawings in a theme's colours whose text is kept: larger letters, a turned screen and a finger
that zooms ask for the same ones in other sizes. One takes some tens of KiB."""

KEPT_BYTES = 3_200_000
"""Bytes of memory for all their texts together: sixteen times 200 kB. To read and dress a drawing
of that size takes 0.2 s, so a larger one that is looked at stays too; one may have 10 million."""

SMALL, SMALL_BYTES = 1 << 16, 2_000_000
"""Bytes of a picture that is kept as it was drawn, and of all that are: icons, in all their colours
and sizes. A choice of colours or of text size draws each of them anew, before anything is seen."""


def address(name: str, zero: str = "0") -> str:
    """Return the address under which QML gets the picture of this name, without colours.

    `zero` is the digit from which its markers count.
    """
    return f"image://{PROVIDER}/{quote(name, safe='')}?zero={quote(zero)}"


def code_address(text: str) -> str:
    """Return the address under which QML gets a text's code for a phone, a pixel a module."""
    return f"image://{PROVIDER}/{CODE}?{text.encode().hex()}"


def aspect(file: Path) -> float:
    """Return height by width, 0 if the file is damaged, no picture, or can't be drawn."""
    if file.suffix.lower() != ".svg":
        size = QSize() if damage(file) else _upright(_reader(file))
        return size.height() / size.width() if size.width() > 0 else 0.0
    found = drawing(file)
    return _aspect_of(found) if found else 0.0


def _aspect_of(found: Drawing) -> float:
    if found.view:
        return found.view[3] / found.view[2]
    size = _size(dressing.dressed(found, {}))
    return size.height() / size.width() if size.width() > 0 else 0.0


class Pictures(QQuickImageProvider):
    """Draws files for QML. `folders` are the only places that it reads from.

    `imageType` is not overridden, and the first picture asked for is read in the main thread, one
    that Qt keeps for nobody else (`cache: false`). Qt's own thread for pictures asks for the type
    while it holds its mutex. At the first question PySide looks, with Python's lock, whether there
    is an override, and remembers that there is none; were that thread the first, and were the main
    thread, called from Python, to wait for the mutex meanwhile, neither would ever go on.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folders = tuple(folder.resolve() for folder in folders)
        self._sound: dict[str, bool] = {}
        self._kept: dict[tuple[object, ...], tuple[str, bool]] = {}
        self._small: dict[tuple[str, int], QImage] = {}

    def turn_to(self, folder: Path) -> None:
        """Read from this folder first; from the one before too, for as long as its text is up."""
        # One assignment: pictures are drawn in threads of Qt's own.
        self._folders = (folder.resolve(), self._folders[0], self._folders[-1])

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Draw the picture, as wide as requested; an empty image if it can't be read."""
        asked = id, requestedSize.width()
        image = self._small.get(asked)
        if image is None:
            image = self._made(id, requestedSize)
            if 0 < image.sizeInBytes() <= SMALL:
                if sum(each.sizeInBytes() for each in list(self._small.values())) > SMALL_BYTES:
                    self._small.clear()
                self._small[asked] = image
        return image

    def _made(self, id: str, requestedSize: QSize) -> QImage:
        name, _, query = id.partition("?")
        if name == CODE:
            # Imported here: most visitors never ask for it.
            from kiosk.take_home.phone_code import picture  # noqa: PLC0415

            return QImage.fromData(picture(bytes.fromhex(query).decode()))
        file = self._file(unquote(name))
        if file is None:
            return QImage()
        colours = dict(parse_qsl(query))
        part = _part(colours.get("part", ""))
        if file.suffix.lower() != ".svg":
            image = _cut(_reader(file), part) if part else _scaled(_reader(file), requestedSize)
            return on_white(image) if is_dark(colours) and image.hasAlphaChannel() else image
        found = self._dressed(unquote(name), file, colours)
        if found is None:
            return QImage()
        text, on_light = found
        image = _drawn(text, requestedSize, part)
        return on_white(image) if on_light else image

    def _dressed(self, name: str, file: Path, colours: dict[str, str]) -> tuple[str, bool] | None:
        """Return a drawing's text in these colours, and whether it needs a light ground."""
        asked = name, *sorted(each for each in colours.items() if each[0] != "part")
        kept = self._kept.get(asked)
        if kept is None:
            found = self._drawing(name, file)
            if found is None:
                return None
            on_light = needs_white(found, colours)
            kept = dressing.dressed(found, colours | ON_WHITE if on_light else colours), on_light
            self._keep(asked, kept)
        return kept

    def _keep(self, asked: tuple[object, ...], found: tuple[str, bool]) -> None:
        size = sys.getsizeof(found[0])  # a text with signs of other scripts takes twice its length
        if size > KEPT_BYTES:
            return
        held = list(self._kept.values())  # pictures are drawn in threads of Qt's own
        if len(held) >= KEPT or size + sum(sys.getsizeof(text) for text, _ in held) > KEPT_BYTES:
            self._kept.clear()
        self._kept[asked] = found

    def _drawing(self, name: str, file: Path) -> Drawing | None:
        """Read a drawing; judge it once, since its name stays as long as it does."""
        try:
            found = read(file)
        except SvgError:
            return None
        if name not in self._sound:
            self._sound[name] = found.fault is None
        return found if self._sound[name] else None

    def _file(self, name: str) -> Path | None:
        folders = self._folders
        if name.startswith("/"):
            file = Path(name).resolve()
            return file if any(file.is_relative_to(folder) for folder in folders) else None
        inside = name.partition("/")[2]
        for folder in folders:
            file = (folder / inside).resolve()
            if inside and file.is_relative_to(folder) and file.is_file():
                return file
        return None


def _drawn(svg: str, wanted: QSize, part: tuple[int, QRect] | None) -> QImage:
    # Qt's own SVG reader: importing PySide6.QtSvg costs a start 17 ms and draws the same.
    buffer = _buffer(svg)
    reader = QImageReader(buffer, _SVG)
    if part:
        wanted = QSize(part[0], 0)
        reader.setScaledClipRect(part[1])
    return _scaled(reader, wanted)


def _part(asked: str) -> tuple[int, QRect] | None:
    """Return how wide the whole picture would be and which part of it is asked for, if any."""
    with suppress(ValueError):
        whole, *part = (int(each) for each in asked.split(","))
        if whole > 0 and len(part) == 4:
            return whole, QRect(*part)
    return None


def _cut(reader: QImageReader, part: tuple[int, QRect]) -> QImage:
    """Return a part of a picture of pixels, never decoded wider than `MOST`.

    It is no sharper than the picture itself.
    """
    whole, place = part
    image = _scaled(reader, QSize(min(whole, MOST, _upright(reader).width()), 0))
    less = image.width() / whole
    left, top = round(place.left() * less), round(place.top() * less)
    # Of a part without a pixel Qt would give the whole picture.
    width, height = max(1, round(place.width() * less)), max(1, round(place.height() * less))
    return image.copy(left, top, width, height)


def _scaled(reader: QImageReader, wanted: QSize) -> QImage:
    """Read a picture as wide as wanted, never decoded larger than that."""
    size = _upright(reader)
    if size.isEmpty():
        return QImage()
    if wanted.width() > 0:
        slender = size.height() / size.width()
        width = wanted.width()
        if reader.scaledClipRect().isNull():
            width = min(width, max(1, int(MOST / max(1.0, slender) ** 0.5)))
        size = QSize(width, max(1, round(width * slender)))
        turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
        reader.setScaledSize(size.transposed() if turned else size)
    return reader.read()


class _NamelessReader(QImageReader):
    """Reads a file by its handle: to Qt a name is text, and that of a folder may be none."""

    def __init__(self, file: Path) -> None:
        self._file = QFile()
        handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
        flag = QFileDevice.FileHandleFlag.AutoCloseHandle
        self._file.open(handle, QIODevice.OpenModeFlag.ReadOnly, flag)
        super().__init__(self._file)


def _reader(file: Path) -> QImageReader:
    # Qt would wait for somebody to write to a pipe.
    reader = QImageReader()
    if file.is_file():
        is_text = str(file).isascii() or os.fsencode(file).decode(errors="replace") == str(file)
        reader = QImageReader(str(file)) if is_text else _NamelessReader(file)
    reader.setAutoTransform(True)
    return reader


def _upright(reader: QImageReader) -> QSize:
    """Return the size of a picture as it is seen, a photograph turned as its camera says."""
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return reader.size().transposed() if turned else reader.size()


def _buffer(svg: str) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(svg.encode()))
    return buffer


def _size(svg: str) -> QSize:
    buffer = _buffer(svg)  # the reader doesn't keep it alive
    return QImageReader(buffer, _SVG).size()
