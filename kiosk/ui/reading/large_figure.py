"""The figure that is opened large, and how closely it is looked at.

Owns which figure that is and what is said of it; how large it is drawn is `zoom`'s reckoning.
Keeps rows of its own, so that new text takes none away from the screen. Knows no page.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.rows.rich_text import unlinked
from kiosk.rows.row import Row
from kiosk.ui.qt.list_models import RowModel
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.reading.zoom import Zoom

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class LargeFigure(QObject):  # type: ignore[operator]
    """One figure as it is seen large. Lengths are in pixels of the view that it stands in."""

    changed = Signal()
    zoomed = Signal()
    drawn = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._row = Row(kind="")
        self._language = ""
        self._key = RowModel(parent=self)
        self._zoom = self._held = Zoom()
        self._part = ("", QRectF())

    # What there is to see

    @Property(str, notify=changed)
    def picture(self) -> str:
        """The picture's address, without colours; empty while nothing is opened."""
        return self._row.picture

    @Property(str, notify=changed)
    def alternative(self) -> str:
        """What the picture shows, for who doesn't see it."""
        return self._row.plain

    @Property(str, notify=changed)
    def caption(self) -> str:
        """What stands below it, styled, without links; may be empty."""
        return unlinked(self._row.text)

    @Property(str, notify=changed)
    def captionWords(self) -> str:
        """What stands below it, as it is said."""
        return self._row.label

    @Property(str, notify=changed)
    def word(self) -> str:
        """What its key is called, in the page's language."""
        return self._row.word

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language that its words are in."""
        return self._language

    @Property(RowModel, constant=True)
    def key(self) -> RowModel:
        """The words for each of its numbers."""
        return self._key

    def show(self, row: Row, language: str) -> None:
        """Take a figure's row; another picture than before is seen whole."""
        if (row, language) == (self._row, self._language):
            return
        if row.picture != self._row.picture:
            self._take(msgspec.structs.replace(self._zoom, aspect=row.aspect or 1.0).whole())
        self._row, self._language = row, language
        key = (msgspec.structs.replace(e, text=unlinked(e.text)) for e in row.inner or ())
        self._key.fill(tuple(key))
        self.changed.emit()

    def clear(self) -> None:
        """Forget the figure, and how large it was."""
        self.show(Row(kind=""), "")
        self.whole()

    # How closely

    @Property(float, notify=zoomed)
    def scale(self) -> float:
        """How many times as large as it fits it is drawn."""
        return self._zoom.scale

    @Property(QRectF, notify=zoomed)
    def place(self) -> QRectF:
        """Where the whole picture is in the view, also where that is beyond its edges."""
        zoom = self._zoom
        return QRectF(zoom.left, zoom.top, zoom.across, zoom.across * zoom.aspect)

    @Property(float, notify=zoomed)
    def fit(self) -> float:
        """How wide the picture is where all of it fits."""
        return self._zoom.fit

    @Property(bool, notify=zoomed)
    def close(self) -> bool:
        """Whether it is larger than it fits."""
        return self._zoom.close

    @Property(list, notify=zoomed)
    def beyond(self) -> list[bool]:
        """Whether there is more of it at the left, above, at the right, below."""
        return [self._zoom.beyond(*side) for side in ((-1, 0), (0, -1), (1, 0), (0, 1))]

    @Property(str, notify=drawn)
    def part(self) -> str:
        """What names the part that is drawn as sharp as it is shown; empty where all of it is."""
        return self._part[0]

    @Property(QRectF, notify=drawn)
    def partPlace(self) -> QRectF:
        """Where that part is in the picture: 0 to 1 of its width and of its height."""
        return self._part[1]

    @Slot(float, float)
    def measure(self, width: float, height: float) -> None:
        """Take over the size of the view."""
        self._take(self._zoom.sized(max(1.0, width), max(1.0, height)))

    @Slot()
    def larger(self) -> None:
        """Make it a step larger."""
        self._take(self._zoom.larger())

    @Slot()
    def smaller(self) -> None:
        """Make it a step smaller."""
        self._take(self._zoom.smaller())

    @Slot()
    def whole(self) -> None:
        """Show all of it."""
        self._take(self._zoom.whole())

    @Slot(int, int)
    def nudge(self, dx: int, dy: int) -> None:
        """Bring more of that side into view: -1 is left or above, 1 right or below."""
        self._take(self._zoom.nudged(dx, dy))

    def steer(self, dx: int, dy: int) -> bool:
        """Do as `nudge` does; return whether there was more on that side."""
        there = self._zoom.beyond(dx, dy)
        if there:
            self.nudge(dx, dy)
        return there

    @Slot()
    def grasp(self) -> None:
        """Fingers have taken hold of it: what they do next is told from here on."""
        self._held = self._zoom

    @Slot(float, float)
    def drag(self, dx: float, dy: float) -> None:
        """Draw it aside, by so many pixels since it was grasped."""
        self._take(self._held.moved(dx, dy), sharp=False)

    @Slot(float, float, float, float, float)
    def pinch(self, times: float, x: float, y: float, dx: float, dy: float) -> None:
        """Stretch it since it was grasped, between two fingers whose middle was there then.

        `times` as large, the middle drawn aside by `dx` and `dy`.
        """
        self._take(self._held.pinched(times, x, y).moved(dx, dy), sharp=False)

    @Slot()
    def sharpen(self) -> None:
        """Draw what is in view as sharp as it is large: no finger moves it any more."""
        part = self._zoom.part
        if part is None:
            made = ("", QRectF())
        else:
            high = part.whole * self._zoom.aspect
            name = f"{part.whole},{part.left},{part.top},{part.width},{part.height}"
            place = QRectF(
                part.left / part.whole, part.top / high,
                part.width / part.whole, part.height / high,
            )  # fmt: skip
            made = (f"&part={name}", place)
        if made != self._part:
            self._part = made
            self.drawn.emit()

    def _take(self, zoom: Zoom, *, sharp: bool = True) -> None:
        if zoom != self._zoom:
            self._zoom = zoom
            self.zoomed.emit()
        if sharp:
            self.sharpen()


def figure_of(rows: Sequence[Row], picture: str) -> Row | None:
    """Return the row of the figure of this picture, wherever it stands among the rows."""
    for row in rows:
        if row.kind == "figure" and row.picture == picture:
            return row
        found = figure_of(row.inner or (), picture)
        if found:
            return found
    return None
