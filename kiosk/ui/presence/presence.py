"""Whether somebody is there, as QML sees it: asks the clock, counts words, draws nothing.

Owns the one `PresenceState` and the timer that lets it go on. Decides nothing that it can decide.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.ui.qt.qt_property import Property
from kiosk.visit.presence_state import Light, Phase, PresenceState
from kiosk.visit.waiting import Waiting

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

SHIFTS = ((0, 0), (2, 1), (4, 3), (3, 5), (0, 6), (-3, 5), (-4, 3), (-2, 1))
"""Pixels by which the resting picture stands aside, one pair a minute: nothing burns in."""


@QmlElement
@QmlUncreatable("made in Python")
class Presence(QObject):  # type: ignore[operator]
    """Nobody, somebody, or somebody who has been asked; `ended` says that a visit is over."""

    changed = Signal()
    begun = Signal(str, arguments=["language"])
    asked = Signal()
    ended = Signal()
    dayTurned = Signal()

    def __init__(self, waiting: Waiting, *, resting: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._today = waiting.calendar().date()
        now = waiting.clock()
        self._state = PresenceState().rested(now) if resting else PresenceState().begun(now)
        self._rest_began = now
        self._attended = self._read_aloud = False
        self._count_words: Callable[[], int] = int
        self._shown = self._looks()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.check)
        self._arm()

    def read_words(self, count: Callable[[], int]) -> None:
        """Take `count`, which gives the number of words now on the screen."""
        self._count_words = count

    # What there is

    @Property(str, notify=changed)
    def phase(self) -> str:
        """The phase: resting, browsing or asked."""
        return self._state.phase

    @Property(str, notify=changed)
    def light(self) -> str:
        """How bright the screen is: bright, dim or dark."""
        timing, is_open = self._waiting.timing, self._is_open()
        if self._attended:
            return Light.BRIGHT
        return self._state.light(self._waiting.clock(), timing, is_open=is_open)

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Seconds in which the question can still be answered; 0 unless it is asked."""
        return self._state.seconds_left(self._waiting.clock(), self._waiting.timing)

    @Property(int, notify=changed)
    def shiftX(self) -> int:
        """Pixels to the right by which the resting picture stands aside now."""
        return self._shift()[0]

    @Property(int, notify=changed)
    def shiftY(self) -> int:
        """Pixels down by which the resting picture stands aside now."""
        return self._shift()[1]

    @property
    def today(self) -> date:
        """The day, as it was when last nobody was reading: it turns under nobody's hands."""
        return self._today

    @property
    def state(self) -> PresenceState:
        """The state as it is."""
        return self._state

    # What happens

    def touch(self) -> bool:
        """Somebody touches the screen; return whether that touch does nothing else.

        It does nothing else when it lights a dim or dark screen or answers the question.
        """
        wakes = self.light != Light.BRIGHT or self._state.phase is Phase.ASKED
        self._take(self._state.touched(self._waiting.clock()))
        return wakes

    def attend(self, attended: bool) -> None:
        """Stay bright as long as staff are at the screen, whatever the hour."""
        self._attended = attended
        self._take(self._state)

    def listen(self, read_aloud: bool) -> None:
        """Ask nothing while anything is said aloud: somebody listens, or begins or ends to."""
        self._read_aloud = read_aloud
        if self._state.phase is Phase.BROWSING:
            self._take(self._state.touched(self._waiting.clock()))

    @Slot()
    def stay(self) -> None:
        """Somebody answers the question by other means than a touch."""
        self.touch()

    @Slot(str)
    def begin(self, language: str) -> None:
        """Somebody starts reading, in this language."""
        self._look_at_day()
        self._take(self._state.begun(self._waiting.clock()))
        self.begun.emit(language)

    @Slot()
    def rest(self) -> None:
        """End the visit now."""
        self._take(self._state.rested(self._waiting.clock()))

    @Slot()
    def check(self) -> None:
        """Let the time that has passed do what it does."""
        now, timing = self._waiting.clock(), self._waiting.timing
        if self._read_aloud and self._state.phase is Phase.BROWSING:
            self._state = self._state.touched(now)
        patience = timing.idle
        if self._state.phase is Phase.BROWSING and now - self._state.since >= patience:
            # Words are counted only now: a screen that is touched needs no counting.
            patience = timing.patience(self._count_words())
        self._take(self._state.after(now, timing, patience), patience)

    def _take(self, state: PresenceState, patience: float | None = None) -> None:
        before, self._state = self._state, state
        if state.phase is Phase.RESTING and before.phase is not Phase.RESTING:
            self._rest_began = state.since
            self.ended.emit()
        elif state.phase is Phase.ASKED and before.phase is not Phase.ASKED:
            self.asked.emit()
        self._arm(patience)
        shown = self._looks()
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        if state.phase is Phase.RESTING:  # once a minute at least
            self._look_at_day()

    def _look_at_day(self) -> None:
        day = self._waiting.calendar().date()
        if day != self._today:
            self._today = day
            self.dayTurned.emit()

    def _looks(self) -> tuple[object, ...]:
        return self.phase, self.light, self.secondsLeft, self._shift()

    def _arm(self, patience: float | None = None) -> None:
        """Wake up when the next thing is due: never more often than anything changes."""
        now, timing = self._waiting.clock(), self._waiting.timing
        waited = now - self._state.since
        match self._state.phase:
            case Phase.BROWSING:
                due = (patience or timing.idle) - waited
            case Phase.ASKED:
                due = (timing.ask - waited) % 1 or 1.0
            case Phase.RESTING:
                due = 60 - (now - self._rest_began) % 60
                ends = (timing.dim if self._is_open() else timing.idle) - waited
                due = min(due, ends) if ends > 0 else due
        # A millisecond late, so that what is due is past.
        self._timer.start(max(1, round(due * 1000) + 1))

    def _is_open(self) -> bool:
        return self._waiting.hours.is_open(self._waiting.calendar())

    def _shift(self) -> tuple[int, int]:
        if self._state.phase is not Phase.RESTING:
            return 0, 0
        minutes = (self._waiting.clock() - self._rest_began) // 60
        return SHIFTS[int(minutes) % len(SHIFTS)]
