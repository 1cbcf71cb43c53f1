"""Pictures for QML: SVG drawn in the theme's colours, everything else as it is.

QML asks for `image://pictures/<file>?role=colour&…`; in an SVG `var(--role)` becomes that colour.
Only files that the pack has let through get such an address (`address`).
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from kiosk.library.blocks import Page
from kiosk.library.pack import Pack

PROVIDER = "pictures"

_ROLE = re.compile(r"var\(--([a-z0-9-]+)\)")


def address(file: Path) -> str:
    """Return the address under which QML gets this file, without colours."""
    return f"image://{PROVIDER}/{quote(str(file), safe='')}"


def aspect(file: Path) -> float:
    """Return height by width, 0 if the file isn't a picture."""
    if file.suffix.lower() == ".svg":
        size = QSvgRenderer(str(file)).viewBoxF().size()
    else:
        size = QSizeF(QImageReader(str(file)).size())
    return size.height() / size.width() if size.isValid() and size.width() > 0 else 0.0


class Pictures(QQuickImageProvider):
    """Draws files for QML. `folders` are the only places that it reads from."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folders = tuple(folder.resolve() for folder in folders)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Draw the picture, as wide as requested; an empty image if it can't be read."""
        name, _, query = id.partition("?")
        file = Path(unquote(name)).resolve()
        if not any(file.is_relative_to(folder) for folder in self._folders):
            return QImage()
        if file.suffix.lower() != ".svg":
            return QImage(str(file))
        colours = dict(parse_qsl(query))
        try:
            drawing = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return QImage()
        drawing = _ROLE.sub(lambda role: colours.get(role[1], "#808080"), drawing)
        drawing = drawing.replace("currentColor", colours.get("ink", "#000000"))
        return _drawn(drawing, requestedSize)


def _drawn(drawing: str, wanted: QSize) -> QImage:
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    box = renderer.viewBoxF().size()
    if not renderer.isValid() or box.isEmpty():
        return QImage()
    width = wanted.width() if wanted.width() > 0 else round(box.width())
    height = round(width * box.height() / box.width())
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


class PictureLibrary:
    """The pack as a pane sees it: its pages, and its pictures as addresses for QML."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def page(self, name: str, language: str) -> Page:
        """Return a page or raise ContentError."""
        return self._pack.page(name, language)

    def picture(self, source: str, language: str) -> tuple[str, float]:
        """Return a picture's address and its height by its width; 0 if it can't be drawn."""
        file = self._pack.picture(source, language)
        return address(file), aspect(file)
