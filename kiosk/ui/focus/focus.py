"""Where the focus is while somebody uses keys: one stop at a time, always in view.

Owns the focus: that it stays on the topmost sheet, goes back to what opened that, and finds
another place when its own is gone. Knows no key: `keys` tells it where to go.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QMetaObject, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.appearance.appearance import Appearance
from kiosk.ui.focus.focus_stops import FocusStop, FocusStops, in_view, stops_on
from kiosk.ui.focus.scrolling import reveal, seen
from kiosk.ui.presence.presence import Presence
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.staff.desk import Desk
from kiosk.visit.presence_state import Phase

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

AROUND = 4.0
"""Millimetres that are kept free around what has the focus: its ring stands there."""


@QmlElement
@QmlUncreatable("made in Python")
class Focus(QObject):  # type: ignore[operator]
    """The focus as keys lead it. `ringed` is what the ring is drawn around, if it is shown."""

    changed = Signal()

    def __init__(
        self,
        navigator: Navigator,
        presence: Presence,
        desk: Desk,
        appearance: Appearance,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._navigator, self._presence = navigator, presence
        self._desk, self._appearance = desk, appearance
        self._window: QQuickWindow | None = None
        self._item: QQuickItem | None = None  # what has the focus
        self._number = 0  # which stop that was
        self._ringed: QQuickItem | None = None
        self._last: dict[QQuickItem | None, QQuickItem] = {}  # by sheet
        self._led: str | None = None  # the section that a key has led to; "" is a page's top
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._find_again)

    def attend(self, window: QQuickWindow) -> None:
        """Begin with this window."""
        self._window = window
        navigator, presence = self._navigator, self._presence
        navigator.sectionRequested.connect(self._lead_to)
        navigator.topRequested.connect(self._lead_to)
        presence.ended.connect(self.forget)
        changes = navigator.card.changed, self._desk.changed, presence.changed
        for signal in (*changes, window.activeFocusItemChanged):
            signal.connect(self._look_again)

    @Property(QQuickItem, notify=changed)
    def ringed(self) -> QQuickItem | None:
        """What the focus ring is drawn around; None while no key is used."""
        ringed = self._ringed
        return ringed if ringed is not None and shiboken6.isValid(ringed) else None

    @property
    def margin(self) -> float:
        """Pixels that are kept free around what has the focus."""
        return AROUND * self._appearance.mm

    @Slot(result=bool)
    def dismiss(self) -> bool:
        """Close the topmost sheet; return whether there was one that can be closed."""
        sheet = self.stops().sheet
        if sheet is None or sheet.property("sheet") != "card":
            return False
        QMetaObject.invokeMethod(sheet, "dismiss")
        self._look_again()
        return True

    def hide(self) -> None:
        """Somebody touches the screen: the ring would only be in the way."""
        self._draw_around(None)

    @Slot()
    def forget(self) -> None:
        """Nobody has used a key yet."""
        self._item = None
        self._last.clear()
        self.hide()

    # Where it is

    def stops(self) -> FocusStops:
        """Return the stops that there are now."""
        if self._window is None:
            return FocusStops(None, [])
        return stops_on(self._window.contentItem())

    def at(self, stops: FocusStops) -> int:
        """Return the number of the stop with the focus; -1 if a finger has left it behind."""
        at = self._held(stops)
        return at if at < 0 or self.ringed or seen(stops.all[at].ringed) else -1

    def before(self, stops: FocusStops, by: int) -> int:
        """Return the number of the stop to go on from: without one, that before what is read."""
        at = self.at(stops)
        if at >= 0:
            return at
        page = stops.page()
        if not page:
            return -1 if by > 0 else 0
        return stops.of(in_view(page).item) - by

    def hold(
        self, stops: FocusStops, stop: FocusStop | int, by: int = 1, *, reveals: bool = True
    ) -> None:
        """Give the focus to a stop and show it; `by` tells from which side it is come upon."""
        number = stop if isinstance(stop, int) else stops.of(stop.item)
        chosen = stops.all[number]
        self._item, self._number = chosen.item, number
        self._last[stops.sheet] = chosen.item
        chosen.item.forceActiveFocus()
        self._draw_around(chosen.ringed)
        if reveals:
            before = stops.all[number - 1].ringed if number > 0 else None
            reveal(chosen.ringed, before, self.margin, upwards=by < 0)

    def _held(self, stops: FocusStops) -> int:
        item = self._item
        return stops.of(item) if item is not None and shiboken6.isValid(item) else -1

    def _draw_around(self, ringed: QQuickItem | None) -> None:
        if ringed != self._ringed:
            self._ringed = ringed
            self.changed.emit()

    # Where it goes when the screen changes

    def begin(self) -> None:
        """Take note that a key comes: from now on it is told where that leads."""
        self._led = None

    def settle(self, *, turned: bool = False) -> None:
        """See to it that something on the topmost sheet has the focus, and is in view.

        `turned`: a key has turned to another page.
        """
        stops, phase = self.stops(), self._presence.phase
        if phase == Phase.ASKED or (phase == Phase.RESTING and stops.sheet is None):
            return
        section = "" if turned and self._led is None else self._led
        led = stops.at(section) if section is not None and stops.sheet is None else None
        if led is not None:
            # To a section the page scrolls by itself.
            self.hold(stops, led, reveals=not section)
            return
        at = self._held(stops)
        if at >= 0 and seen(stops.all[at].ringed):
            if not stops.all[at].item.hasActiveFocus():
                stops.all[at].item.forceActiveFocus()
            return
        at = at if at >= 0 else self._instead(stops)
        if at >= 0:
            self.hold(stops, at)
        else:
            self.hide()

    def _instead(self, stops: FocusStops) -> int:
        """Return the stop for a focus that lost its place: the last one here, or a neighbour."""
        for sheet in [each for each in self._last if each and not shiboken6.isValid(each)]:
            del self._last[sheet]
        last = self._last.get(stops.sheet)
        at = stops.of(last) if last is not None and shiboken6.isValid(last) else -1
        if at >= 0 or not stops.all:
            return at
        if stops.sheet is not None and stops.sheet not in self._last:
            begins = stops.sheet.property("begins")
            return max(0, stops.of(begins) if isinstance(begins, QQuickItem) else 0)
        return min(self._number, len(stops.all) - 1)

    @Slot()
    def _look_again(self) -> None:
        if self._ringed is not None:
            self._later.start()

    @Slot()
    def _find_again(self) -> None:
        if self._ringed is not None:
            self._led = None
            self.settle()

    @Slot(str)
    @Slot(str, str)
    def _lead_to(self, _page: str, anchor: str = "") -> None:
        self._led = anchor
