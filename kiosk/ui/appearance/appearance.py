"""How things look: the screen's size, and what the visitor has wished for.

Owns the screen that there is. The wishes are the visit's; a new one goes to whoever keeps it.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.appearance.line_positions import LinePositions
from kiosk.ui.appearance.screen_size import ScreenSize
from kiosk.ui.qt.qt_property import Property
from kiosk.visit.visit import LINE_SPACINGS, SCHEMES, TEXT_SIZES, Visit

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Appearance(QObject):  # type: ignore[operator]
    """What the theme is dressed in. `wish` takes over a visit with another wish in it.

    `moving`: whether anything may move on this machine at all.
    """

    displayChanged = Signal()
    changed = Signal()

    def __init__(
        self,
        display: ScreenSize,
        visit: Visit,
        wish: Callable[[Visit], None],
        *,
        moving: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._display = display
        self._visit = self._usual = visit
        self._wish = wish
        self._moving = moving
        self._lines = LinePositions(self)
        self._tell_drags()

    # The screen

    @Property(float, notify=displayChanged)
    def mm(self) -> float:
        """Pixels in a millimetre."""
        return self._display.mm

    @Property(float, notify=displayChanged)
    def capHeight(self) -> float:
        """Height of body capitals at 100 %, in millimetres."""
        return self._display.cap_height

    @Property(LinePositions, constant=True)
    def lines(self) -> LinePositions:
        """Which line a reader's line becomes in another size."""
        return self._lines

    def measure(self, display: ScreenSize) -> None:
        """Take over another screen's size."""
        if display != self._display:
            self._display = display
            self._tell_drags()
            self.displayChanged.emit()

    def _tell_drags(self) -> None:
        # For all that drags and all that is tapped: Qt's own is 10 pixels, whatever one measures.
        QGuiApplication.styleHints().setStartDragDistance(self._display.drag_distance)

    # The wishes

    @Property(int, notify=changed)
    def textSize(self) -> int:
        """Text size in percent, 100 to 200."""
        return self._visit.text_size

    @Property(str, notify=changed)
    def scheme(self) -> str:
        """Colour theme: light, dark or contrast."""
        return self._visit.scheme

    @Property(int, notify=changed)
    def lineSpacing(self) -> int:
        """Space between lines in percent of the usual one, 100 to 150."""
        return self._visit.line_spacing

    @Property(bool, notify=changed)
    def still(self) -> bool:
        """Whether the visitor wants nothing to move."""
        return self._visit.still

    @Property(bool, notify=changed)
    def moving(self) -> bool:
        """Whether things may move."""
        return self._moving and not self._visit.still

    @Property(bool, constant=True)
    def movable(self) -> bool:
        """Whether anything moves on this machine, unless a visitor wants it not to."""
        return self._moving

    @Property(bool, notify=changed)
    def low(self) -> bool:
        """Whether all controls stand low, and the page can be pulled down into reach."""
        return self._visit.low

    def show(self, visit: Visit) -> None:
        """Take over the wishes of a visit."""
        before, self._visit = self._visit, visit
        if _wishes(before) != _wishes(visit):
            self.changed.emit()

    @Slot(int)
    def resize(self, percent: int) -> None:
        """Set the text size, one of `TEXT_SIZES`."""
        if percent in TEXT_SIZES:
            self._wish(msgspec.structs.replace(self._visit, text_size=percent))

    @Slot(str)
    def dress(self, scheme: str) -> None:
        """Set the colour theme, one of `SCHEMES`."""
        if scheme in SCHEMES:
            self._wish(msgspec.structs.replace(self._visit, scheme=scheme))

    @Slot(int)
    def space(self, percent: int) -> None:
        """Set the space between lines, one of `LINE_SPACINGS`."""
        if percent in LINE_SPACINGS:
            self._wish(msgspec.structs.replace(self._visit, line_spacing=percent))

    @Slot(bool)
    def calm(self, still: bool) -> None:
        """Let nothing move, or let it move again."""
        self._wish(msgspec.structs.replace(self._visit, still=still))

    @Slot()
    def usual(self) -> None:
        """Take back what was wished for the text; where things stand remains."""
        usual = self._usual
        self._wish(
            msgspec.structs.replace(
                self._visit,
                text_size=usual.text_size,
                scheme=usual.scheme,
                line_spacing=usual.line_spacing,
                still=usual.still,
            )
        )

    @Slot(bool)
    def reach(self, low: bool) -> None:
        """Bring all controls down, or back."""
        self._wish(msgspec.structs.replace(self._visit, low=low))


def _wishes(visit: Visit) -> tuple[object, ...]:
    return visit.text_size, visit.scheme, visit.line_spacing, visit.still, visit.low
