"""A page with a figure on it, and hands that open and stretch it.

Knows how large a figure is seen; judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.start import Start
from tests.flows.clock import Clock
from tests.flows.hands import Hands
from tests.flows.packs import Writer
from tests.flows.screen import Screen

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 600">
  <rect x="40" y="40" width="1120" height="520" fill="var(--tint)"/>
  <rect x="600" y="40" width="200" height="520" fill="var(--teal)"/>
  <circle cx="300" cy="300" r="60" fill="{dot}"/>
</svg>"""

FIGURE = """!!! figure "How it is made"
    ![Two fields beside each other, and a dot.](drawing.svg)

    1. The first field, whose name is a rather long one
    2. The second field
    3. The dot, about 1 to 4 mm, [more of it](two.md)
"""

TEXT = "Some words before it.\n\n" + FIGURE + "\nSome words after it.\n\n" + "Words.\n\n" * 20


def write(pack: Writer, figure: str = FIGURE, dot: str = "var(--ink)") -> Path:
    text = TEXT.replace(FIGURE, figure)
    pack.page("overview", text).page("two", "Words.\n\n" * 30).page("overview", text, language="ar")
    (pack.folder / "drawing.svg").write_text(DRAWING.format(dot=dot), "utf-8")
    return pack.written()


def figure_kiosk(folder: Path, qtbot: QtBot, clock: Clock) -> Iterator[Screen]:
    """Give a locked kiosk of two languages, with one figure on its first page."""
    content = write(Writer(folder, ("en", "ar")))
    start = Start(
        content=content, size=(1280, 800), moving=False, locked=True, waiting=clock.waiting()
    )
    kiosk = Kiosk(start)
    kiosk.show()
    screen = Screen(kiosk, qtbot)
    screen.settle()
    yield screen
    kiosk.close()


def fresh(running: Screen) -> Screen:
    """Give the kiosk back as it was."""
    running.shell.navigator.reset()
    running.shell.presence.begin("en")
    running.shell.focus.forget()
    if running.window.width() != 1280:
        running.measure(1280, 800)
    running.settle()
    return running


def figure(screen: Screen) -> QQuickItem:
    """Give the picture on the page, in the middle of it."""
    (block,) = screen.of_type("FigureBlock", screen.column)
    reader = block.property("reader")
    assert isinstance(reader, QQuickItem)
    screen.reach(reader)
    return reader


def open_large(screen: Screen) -> None:
    screen.tap(figure(screen))
    assert screen.shell.card.kind == "figure"


def size(screen: Screen) -> float:
    """Give how many times as large as it fits the picture is on the screen."""
    picture = screen.item("figure-picture")
    view = picture.parentItem()
    return picture.width() / min(view.width(), view.height() * 2)


def at(screen: Screen, place: QPointF) -> tuple[float, float]:
    """Give the point of the picture, 0 to 1, that is seen at a place of the screen."""
    picture = screen.item("figure-picture")
    inside = picture.mapFromScene(place)
    return inside.x() / picture.width(), inside.y() / picture.height()


def pinch(screen: Screen, middle: QPointF, times: float) -> Hands:
    """Stretch two fingers that lie 100 pixels to either side of `middle`; they stay there."""
    hands, off = Hands(screen.window), QPointF(100, 0)
    hands.press(f0=middle - off)
    hands.press(f1=middle + off)
    for step in range(1, 21):
        apart = off * (1 + (times - 1) * step / 20)
        hands.move(f0=middle - apart, f1=middle + apart)
        screen.frame()
    return hands
