"""Pictures of every pane, made by the kiosk itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QObject, QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.shell import Shell

PATIENCE = 20_000
"""Milliseconds that a pane may take to appear; it takes some tens."""


CALM = 3
"""Rounds in which a page must not have grown."""


class SnapshotError(Exception):
    """A picture that can't be made or written: one sentence."""


def snapshots(window: QQuickWindow, shell: Shell, folder: Path, *, full: bool) -> Iterator[Path]:
    """Write one PNG a tab into `folder`, named after its page, and yield each file.

    A page with doors gives its opening and each of its sections: `risks.png`, `risks-help.png`.

    Raises:
        SnapshotError: a pane doesn't appear, or the file can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SnapshotError(f"{folder}: {error.strerror}. Name another folder.") from error
    for name in _views(shell):
        column = _settled(window, name)
        image = _whole(window, column) if full else window.grabWindow()
        file = folder / f"{name}.png"
        if not image.save(str(file)):
            raise SnapshotError(f"{file}: the picture can't be written. Name another folder.")
        yield file


def _views(shell: Shell) -> Iterator[str]:
    """Turn to each pane and each section behind its doors; give what its file is called."""
    navigator = shell.navigator
    for page in navigator.tabs:
        navigator.turnTo(page)
        yield page
        for anchor in navigator.pane(page).sections.anchors:
            navigator.enter(page, anchor)
            yield f"{page}-{anchor}"
        navigator.enter(page, "")


def _settled(window: QQuickWindow, page: str) -> QQuickItem:
    """Return the column of the pane on the screen when nothing moves or grows any more."""
    stack = window.findChild(QObject, "stack")
    deadline = QDeadlineTimer(PATIENCE)
    height, calm = 0.0, 0
    while stack and not deadline.hasExpired():
        # A grab lays out what has changed; what that changes is told in the next round.
        window.update()
        window.grabWindow()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        column = stack.property("column")
        if isinstance(column, QQuickItem) and stack.property("settled"):
            before, height = height, float(column.property("contentHeight"))
            calm = calm + 1 if height == before else 0
            if calm == CALM:
                return column
    raise SnapshotError(f"The pane {page} doesn't appear.")


def _whole(window: QQuickWindow, column: QQuickItem) -> QImage:
    """Put the window together as if it were as high as the page.

    The page is scrolled past the column and its strips laid below each other, the fade left out.
    """
    ratio = window.effectiveDevicePixelRatio()
    top_left = column.mapToScene(QPoint(0, 0))
    area = QRect(
        round(top_left.x() * ratio),
        round(top_left.y() * ratio),
        round(column.width() * ratio),
        round(column.height() * ratio),
    )
    length = round(float(column.property("contentHeight")) * ratio)
    first = window.grabWindow()
    extra = max(0, length - area.height())
    if not extra:
        return first
    image = QImage(first.width(), first.height() + extra, QImage.Format.Format_RGB32)
    image.fill(QColor(window.color()))
    _paint(image, first, QRect(0, 0, first.width(), area.bottom() + 1), 0)
    # The column's first line may share its pixels with what stands above it.
    inner = area.adjusted(0, 4, 0, 0)
    strip = max(1, round(area.height() * 0.8))
    offset = 0
    while True:
        offset = min(offset + strip, extra)
        column.setProperty("contentY", offset / ratio)
        QCoreApplication.processEvents()
        _paint(image, window.grabWindow(), inner, inner.top() + offset)
        if offset == extra:
            break
    below = QRect(0, area.bottom() + 1, first.width(), first.height() - area.bottom() - 1)
    _paint(image, window.grabWindow(), below, below.top() + extra)
    column.setProperty("contentY", 0)
    return image


def _paint(image: QImage, part: QImage, area: QRect, top: int) -> None:
    """Copy an area of `part` to `top` in `image`, as far down as an image goes."""
    painter = QPainter(image)
    painter.drawImage(QPoint(area.left(), top), part, area)
    painter.end()
