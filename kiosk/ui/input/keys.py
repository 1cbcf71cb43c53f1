"""What a key does on the screen: it leads the focus from stop to stop, and presses what has it.

Owns what each key means. Which keys arrive at all is the filter's business, where the focus is that
of `focus`. docs/decisions/0009-keys.md
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore  # for QtCore.Qt: naming it here would load all of it at the start
from PySide6.QtCore import QLocale, QMetaObject, QRectF
from PySide6.QtGui import QKeyEvent

from kiosk.ui.focus.focus_stops import FocusStop, FocusStops, in_view, links_in
from kiosk.ui.focus.scrolling import flick_of, read_on, scroll_to_end, turn_over
from kiosk.visit.presence_state import Phase

if TYPE_CHECKING:
    from kiosk.ui.input.spoken_guide import SpokenGuide
    from kiosk.ui.shell import Shell

MEANINGS = {
    "Tab": "Tab", "Backtab": "Backtab", "Left": "Left", "Right": "Right", "Up": "Up",
    "Down": "Down", "Return": "Enter", "Enter": "Enter", "Space": "Enter", "PageUp": "PageUp",
    "PageDown": "PageDown", "Home": "Home", "End": "End", "Escape": "Escape",
    # Tactile keypads after EZ Access as they are delivered: ? up down round BACK NEXT << >>.
    "F17": "Help", "F18": "Up", "F19": "Down", "F20": "Enter", "F21": "Escape", "F22": "Right",
    "F23": "Left", "F24": "Right",
    "VolumeUp": "Louder", "VolumeDown": "Quieter",
    # On a figure that is opened large, while it has the focus (WCAG 2.2, 2.1.4).
    "Plus": "Larger", "Minus": "Smaller",
}  # fmt: skip
"""What a reading key means, by Qt's name for it; a locked kiosk knows no others."""

_F17 = 195
"""What the kernel calls KEY_F17, as X and Wayland number keys: eight more than its 187."""

_VOLUME = frozenset({"Louder", "Quieter"})

_PRESSED_ONCE = frozenset({"Enter", "Escape", "Help"})


def meaning(event: QKeyEvent) -> str:
    """Return what a key means to a reader; empty for a key that is none of theirs."""
    keys, modifier = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
    held = event.modifiers() & ~(modifier.ShiftModifier | modifier.KeypadModifier)
    if held != modifier.NoModifier:
        return ""
    # By its place: xkb's tables make a mute key and a dead touchpad of F20 to F23.
    number = event.nativeScanCode() - _F17
    if 0 <= number < 8:
        return MEANINGS[f"F{17 + number}"]
    key = event.key()
    if key == keys.Key_Tab and event.modifiers() & modifier.ShiftModifier:
        return "Backtab"
    return next((MEANINGS[name] for name in MEANINGS if keys[f"Key_{name}"] == key), "")


class Keys:
    """What each key does with the focus, and with what has it."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._focus = shell.focus
        self._guide: SpokenGuide | None = None

    @property
    def guide(self) -> SpokenGuide:
        """The voice that says what has the focus; made when the first key comes."""
        if self._guide is None:
            from kiosk.ui.input.spoken_guide import SpokenGuide  # noqa: PLC0415  # not at the start: a start is measured

            self._guide = SpokenGuide(self._focus, self._shell.readAloud, self._shell.presence)
        return self._guide

    def hide(self) -> None:
        """Somebody uses a finger instead."""
        self._focus.hide()
        if self._guide:
            self._guide.leave()

    def write(self, event: QKeyEvent) -> bool:
        """Type a letter where somebody searches, or take one away; return whether it was that."""
        search, shell = self._shell.search, self._shell
        above = shell.card.kind or shell.desk.stage != "away" or shell.presence.phase != "browsing"
        if not search.isOpen or above or _commands(event):
            return False
        text, erases = event.text(), event.key() == QtCore.Qt.Key.Key_Backspace
        if not erases and not (text and text.isprintable()):
            return False
        # One letter a press, however long a hand lies there (EN 301 549, 5.7).
        if not event.isAutoRepeat():
            search.press("delete" if erases else "type", text)
        # The next Enter is for what was found.
        self._focus.hide()
        return True

    def take(self, key: str, *, repeated: bool = False) -> bool:
        """Do what a key means; return whether it means anything here."""
        if not key:
            return False
        if repeated and key in _PRESSED_ONCE:
            return True
        if key in _VOLUME:
            self._turn_volume(key)
            return True
        guide = self.guide
        self._focus.begin()
        stops, shell = self._focus.stops(), self._shell
        before = shell.navigator.visit.place, shell.presence.phase
        if stops.sheet is not None and stops.sheet.property("sheet") == "rest":
            self._start(key, stops, repeated=repeated)
        elif stops.all or key == "Escape":
            self._do(key, stops)
        self._focus.settle(turned=(shell.navigator.visit.place, shell.presence.phase) != before)
        if before[1] == Phase.RESTING != shell.presence.phase:
            guide.welcome()
        elif key == "Help":
            guide.turn(on=stops.sheet is None)
        elif key == "Enter":
            guide.repeat()
        return True

    # What the keys do

    def _start(self, key: str, stops: FocusStops, *, repeated: bool) -> None:
        """Choose a language, a card or a page on the resting screen, or start in its language."""
        arrows = {"Up": -1, "Left": -1, "Down": 1, "Right": 1}
        rest_contents, presence = self._shell.restContents, self._shell.presence
        if key in arrows and len(stops.all) > 1:
            at = self._focus.at(stops)
            speaks = [stop.item.objectName() for stop in stops.all]
            first = speaks.index(f"start-{rest_contents.language}")
            by = self._mirrored(rest_contents.language, key, arrows[key])
            chosen = first if at < 0 else (at + by) % len(stops.all)
            self._focus.hold(stops, chosen, by)
            _, _, language = speaks[chosen].partition("start-")
            self.guide.offer(stops.all[chosen].item, language or rest_contents.spoken)
        elif repeated or key == "Escape":
            return
        elif key == "Enter" and self._focus.at(stops) >= 0 and self._focus.ringed:
            _press(stops.all[self._focus.at(stops)])
        else:
            presence.begin(rest_contents.language)

    def _do(self, key: str, stops: FocusStops) -> None:
        match key:
            case "Tab" | "Backtab":
                self._tab(stops, 1 if key == "Tab" else -1)
            case "Up" | "Down":
                self._step(stops, 1 if key == "Down" else -1)
            case "Left" | "Right":
                self._turn(stops, 1 if key == "Right" else -1)
            case "PageUp" | "PageDown":
                self._turn_over(stops, 1 if key == "PageDown" else -1)
            case "Home" | "End":
                self._go_to_end(stops, to_top=key == "Home")
            case "Enter":
                self._enter(stops)
            case "Escape":
                self._escape(stops)
            case "Larger" | "Smaller":
                self._resize(stops, key)
            case "Help" if stops.sheet is None:
                self._shell.card.show("keys")
            case "Help":
                self._focus.dismiss()

    def _tab(self, stops: FocusStops, by: int) -> None:
        """Go to the next control, or to the next block that has links."""
        at, count = self._focus.before(stops, by), len(stops.all)
        for far in range(1, count + 1):
            number = (at + by * far) % count
            stop = stops.all[number]
            if stop.is_control or stops.sheet is not None or links_in(stop.ringed):
                self._focus.hold(stops, number, by)
                return

    def _step(self, stops: FocusStops, by: int) -> None:
        """Go to the next stop, or further down in one that is taller than the view."""
        at, count = self._focus.at(stops), len(stops.all)
        if self._steer(stops, 0, by):
            return
        if at >= 0 and read_on(stops.all[at].ringed, by, self._focus.margin):
            self._focus.hold(stops, at, by, reveals=False)
        elif at < 0:
            self._focus.hold(stops, (self._focus.before(stops, by) + by) % count, by)
        elif stops.sheet is None:
            self._focus.hold(stops, (at + by) % count, by)
        else:
            self._focus.hold(stops, _across(stops.all, at, by), by)

    def _turn(self, stops: FocusStops, by: int) -> None:
        """Turn to the next tab; on a sheet, go to the next control."""
        if self._steer(stops, by, 0):
            return
        by = self._mirrored(self._shell.navigator.language, "Right", by)
        if stops.sheet is not None:
            self._focus.hold(stops, (self._focus.before(stops, by) + by) % len(stops.all), by)
        elif self._shell.navigator.tab < 0 and not self._shell.navigator.section:
            self._shell.search.back()
        else:
            self._shell.navigator.step(by)

    def _steer(self, stops: FocusStops, dx: int, dy: int) -> bool:
        """Show more of a large picture that is marked; return whether there was more that way."""
        return self._holds_picture(stops) and self._shell.card.largeFigure.steer(dx, dy)

    def _resize(self, stops: FocusStops, key: str) -> None:
        if self._holds_picture(stops):
            large_figure = self._shell.card.largeFigure
            large_figure.larger() if key == "Larger" else large_figure.smaller()

    def _holds_picture(self, stops: FocusStops) -> bool:
        at = self._focus.at(stops)
        marked = at >= 0 and self._focus.ringed is not None
        return marked and bool(stops.all[at].ringed.property("steered"))

    def _turn_over(self, stops: FocusStops, by: int) -> None:
        """Scroll nearly one screen; the focus goes to what is in view then."""
        inside = _scrolled(stops)
        if inside:
            turn_over(flick_of(inside[0].ringed), by)
            self._focus.hold(stops, in_view(inside, first=by > 0), by, reveals=False)

    def _go_to_end(self, stops: FocusStops, *, to_top: bool) -> None:
        inside = _scrolled(stops)
        if inside:
            scroll_to_end(flick_of(inside[0].ringed), to_top=to_top)
            self._focus.hold(stops, inside[0 if to_top else -1], -1 if to_top else 1)

    def _enter(self, stops: FocusStops) -> None:
        """Press the control that is marked, or follow the links of the text."""
        at = self._focus.at(stops)
        search, unmarked = self._shell.search, at < 0 or self._focus.ringed is None
        if unmarked and search.isOpen and search.hits.count:
            search.show(0, 0.0)
            return
        if unmarked:
            # Nothing is pressed that isn't marked: the ring is shown first.
            at = at if at >= 0 else (self._focus.before(stops, 1) + 1) % len(stops.all)
            self._focus.hold(stops, at)
            return
        stop = stops.all[at]
        if stop.is_control:
            _press(stop)
            return
        links = links_in(stop.ringed) if stops.sheet is None else []
        if len(links) == 1:
            self._shell.links.follow(self._shell.navigator.page, links[0][1])
        elif links:
            self._shell.links.offer(links)

    def _escape(self, stops: FocusStops) -> None:
        """Close a card, go back, or go to the tabs and then to the top."""
        if self._focus.dismiss() or not stops.all or stops.sheet is not None:
            return
        if self._shell.navigator.inside or self._shell.search.leadsBack:
            self._shell.search.back()
            return
        at = self._focus.at(stops)
        on_tabs = at >= 0 and _is_tab(stops.all[at])
        chosen = [each for each in stops.all if _is_tab(each) and each.item.property("selected")]
        goal = stops.at("") if on_tabs or not chosen else chosen[0]
        if goal is not None:
            self._focus.hold(stops, goal, -1)

    def _turn_volume(self, key: str) -> None:
        if self._shell.presence.phase == Phase.RESTING:
            return  # it would be for the next visitor, who comes to the usual one
        read_aloud = self._shell.readAloud
        if key == "Louder":
            read_aloud.louder()
        else:
            read_aloud.quieter()
        self.guide.tell_volume()

    @staticmethod
    def _mirrored(language: str, key: str, by: int) -> int:
        mirrored = QLocale(language).textDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        return -by if mirrored and key in ("Left", "Right") else by


def _commands(event: QKeyEvent) -> bool:
    modifier = QtCore.Qt.KeyboardModifier
    held = modifier.ControlModifier | modifier.AltModifier | modifier.MetaModifier
    return bool(event.modifiers() & held)


def _scrolled(stops: FocusStops) -> list[FocusStop]:
    """Return the stops in the page's column, or in what is scrolled on the sheet."""
    inside = stops.all if stops.sheet is not None else stops.page()
    flick = next((flick for stop in inside if (flick := flick_of(stop.ringed))), None)
    return [stop for stop in inside if flick is not None and flick_of(stop.ringed) == flick]


def _is_tab(stop: FocusStop) -> bool:
    return stop.item.objectName().startswith("tab-")


def _press(stop: FocusStop) -> None:
    QMetaObject.invokeMethod(stop.item, "tapped")


def _across(stops: list[FocusStop], at: int, by: int) -> int:
    """Return the number of the stop above or below; at the edge, of the next one in order."""
    here = _area(stops[at])

    def far(number: int) -> tuple[float, float]:
        there = _area(stops[number])
        below = there.top() - here.bottom() if by > 0 else here.top() - there.bottom()
        return below, abs(there.center().x() - here.center().x())

    beyond = [number for number in range(len(stops)) if far(number)[0] >= 0]
    return min(beyond, key=far, default=(at + by) % len(stops))


def _area(stop: FocusStop) -> QRectF:
    item = stop.ringed
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
