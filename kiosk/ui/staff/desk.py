"""The staff's desk: the PIN pad, the staff page, and cleaning the screen, as QML sees them.

Owns what is open and for how long, and the digits while they are typed. Draws nothing, and does
none of what the page asks for: it says so by a signal.
"""

from __future__ import annotations

import logging
import math
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.staff import LEAVE, RESTART
from kiosk.staff.pin import LONGEST, SHORTEST, matches
from kiosk.ui.qt.qt_property import Property
from kiosk.ui.staff.status import StaffStatus, StaffTools

if TYPE_CHECKING:
    from kiosk.ui.staff.page_printing import PagePrinting
    from kiosk.ui.staff.text_choice import TextChoice

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger("kiosk.staff")

OPEN = 30.0
"""Seconds without a touch after which pad and page close."""

LOOK = 2.0
"""Seconds between two looks at the figures: to measure memory takes the kernel a millisecond."""

CLEANING = 30.0
"""Seconds for which touches are ignored."""

DRY = 2.0
"""Seconds without a touch that end the cleaning: nothing is pressed by a cloth still there."""

LONGEST_CLEANING = 180.0
"""Seconds after which it ends also when something keeps touching the glass, a drop for instance."""


class Stage(StrEnum):
    """What of the desk is on the screen."""

    AWAY = "away"
    PAD = "pad"
    PAGE = "page"
    CLEANING = "cleaning"


@QmlElement
@QmlUncreatable("made in Python")
class Desk(QObject):  # type: ignore[operator]
    """Closed until the gesture is made. `begun`: the page was opened, the visit before it is over.

    `restRequested` ends the visit, `languageChosen` is for the resting screen, `ended` ends the
    program with this exit code.
    """

    changed = Signal()
    begun = Signal()
    restRequested = Signal()
    languageChosen = Signal(str, arguments=["language"])
    ended = Signal(int, arguments=["code"])

    def __init__(self, tools: StaffTools, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._language = language
        self._status = StaffStatus(tools.health, tools.news, tools.standing, self)
        self._stage = Stage.AWAY
        self._typed, self._wrong, self._question = "", False, ""
        self._printing: PagePrinting | None = None
        self._choice: TextChoice | None = None
        self._touched = 0.0
        self._looked = 0.0
        self._fingers = 0
        self._cleaned_at = -math.inf
        self._shown: tuple[object, ...] = ()
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self.tick)

    # What there is

    @Property(str, notify=changed)
    def stage(self) -> str:
        """What is open: away, pad, page or cleaning."""
        return self._stage

    @Property(StaffStatus, constant=True)
    def status(self) -> StaffStatus:
        """The kiosk's figures."""
        return self._status

    @Property(int, notify=changed)
    def digits(self) -> int:
        """How many digits have been typed; never which."""
        return len(self._typed)

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether that many digits can be a PIN."""
        return len(self._typed) >= SHORTEST and not self._locked()

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether the PIN typed last was wrong, until the next digit."""
        return self._wrong

    @Property(bool, notify=changed)
    def counts(self) -> bool:
        """Whether wrong PINs can be counted; where they can't, each locks at once and longer."""
        return self._tools.lock is None or self._tools.lock.kept

    @Property(int, notify=changed)
    def triesLeft(self) -> int:
        """Wrong PINs until the pad is locked."""
        return self._tools.lock.left if self._tools.lock else 0

    @Property(int, notify=changed)
    def lockedFor(self) -> int:
        """Seconds for which no PIN can be tried."""
        return self._locked()

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        """Seconds until this closes or the cleaning ends; 0 while a cloth keeps it from ending."""
        start, length = self._touched, OPEN
        if self._stage is Stage.CLEANING:
            start, length = self._cleaned_at, CLEANING
        return max(0, math.ceil(length - (self._tools.clock() - start)))

    @Property(int, constant=True)
    def cleaningLength(self) -> int:
        """Seconds for which a cleaning lasts at least."""
        return round(CLEANING)

    @Property(bool, notify=changed)
    def cleaned(self) -> bool:
        """Whether the screen was cleaned a moment ago: it may need more."""
        return self._tools.clock() - self._cleaned_at < LONGEST_CLEANING + OPEN

    @Property(str, notify=changed)
    def question(self) -> str:
        """What the page asks: to confirm restart, leave or text, what to print, or nothing."""
        return self._question

    @Property(QObject, notify=changed)
    def printing(self) -> QObject | None:
        """What prints pages, a `PagePrinting`; None where no printer is set."""
        return self._printing

    @Property(QObject, notify=changed)
    def choice(self) -> QObject | None:
        """What goes back to the text before, a `TextChoice`; None where no texts are kept."""
        return self._choice

    @Property(str, notify=changed)
    def language(self) -> str:
        """The resting screen's language."""
        return self._language

    # Who is there

    def gesture(self) -> None:
        """Somebody has made the staff's gesture; while the screen is cleaned it ends that."""
        if self._stage is Stage.CLEANING:
            self._turn_to(Stage.PAGE)
        elif self._stage is Stage.AWAY and self._tools.lock is not None and self._tools.pin:
            # Imported here, before QML names their types: a start needs neither.
            from kiosk.ui.staff.page_printing import PagePrinting  # noqa: PLC0415
            from kiosk.ui.staff.text_choice import choice_of  # noqa: PLC0415

            if self._choice is None and self._tools.content:
                self._choice = choice_of(self._tools.content, parent=self)
            if self._printing is None and self._tools.printer and self._tools.shown:
                self._printing = PagePrinting(self._tools.printer, self._tools.shown, parent=self)
            self._turn_to(Stage.PAD)

    def feel(self, fingers: int) -> None:
        """So many fingers are on the glass now: what is open stays open."""
        self._fingers = fingers
        if self._stage is not Stage.AWAY:
            self._touched = self._tools.clock()
            self._tell()

    @Slot()
    def tick(self) -> None:
        """Let the time that has passed do what it does."""
        now = self._tools.clock()
        alone = now - self._touched
        if self._stage is Stage.CLEANING:
            cleaning = now - self._cleaned_at
            dry = self._fingers == 0 and alone >= DRY
            if (cleaning >= CLEANING and dry) or cleaning >= LONGEST_CLEANING:
                self._turn_to(Stage.PAGE)
        elif self._stage is not Stage.AWAY and alone >= OPEN:
            self.close()
        if self._stage is Stage.PAGE and now - self._looked >= LOOK:
            self._look()
        self._tell()

    # The pad

    @Slot(int)
    def type(self, digit: int) -> None:
        """Add one digit."""
        if self._stage is Stage.PAD and not self._locked() and len(self._typed) < LONGEST:
            self._typed += str(digit % 10)
            self._wrong = False
            self._tell()

    @Slot()
    def back(self) -> None:
        """Take the last digit away."""
        self._typed = self._typed[:-1]
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Take all digits away."""
        self._typed = ""
        self._tell()

    @Slot()
    def enter(self) -> None:
        """Try what was typed. A moment passes: nothing on the pad moves meanwhile."""
        lock, typed = self._tools.lock, self._typed
        if self._stage is not Stage.PAD or lock is None or len(typed) < SHORTEST or lock.seconds:
            return
        self._typed = ""
        self._wrong = not lock.attempt(lambda: matches(typed, self._tools.pin))
        if not self._wrong:
            log.info("the staff page was opened.", extra={"event": "staff-page"})
            # First the visit ends: the page is laid out once, at 100 % and in the light colours.
            self.begun.emit()
            self._turn_to(Stage.PAGE)
        else:
            told = {"event": "wrong-pin"}
            log.info("a wrong staff PIN was typed; locked for %d s.", lock.seconds, extra=told)
            self._tell()

    # The page

    @Slot()
    def close(self) -> None:
        """Close what is open; after the page, the kiosk rests."""
        was, self._cleaned_at = self._stage, -math.inf
        self._turn_to(Stage.AWAY)
        if was in (Stage.PAGE, Stage.CLEANING):
            self.restRequested.emit()

    @Slot()
    def reload(self) -> None:
        """Read the text again."""
        if self._stage is Stage.PAGE:
            self._tools.reload()
            self._look()

    @Slot()
    def clean(self) -> None:
        """Ignore touches for a while."""
        if self._stage is Stage.PAGE:
            self._cleaned_at = self._tools.clock()
            self._turn_to(Stage.CLEANING)

    def speak(self, language: str) -> None:
        """Take note that the resting screen speaks this language: new text may lack the chosen."""
        if language != self._language:
            self._language = language
            self._tell()

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:
        """Let the resting screen invite in this language."""
        if self._stage is Stage.PAGE and language != self._language:
            self._language = language
            self.languageChosen.emit(language)
            self._tell()

    @Slot(str)
    def ask(self, question: str) -> None:
        """Ask what to print, or if staff mean it: restart, leave, text. Empty: they don't."""
        missing = {"print": self._printing is None, "text": self._choice is None}
        if self._stage is Stage.PAGE and not missing.get(question):
            if question == "print" and self._printing:
                self._printing.choose(self._language)
            elif question == "text" and self._choice:
                self._choice.choose()
            self._question = question
            self._tell()

    @Slot()
    def confirm(self) -> None:
        """Do what was asked."""
        code = {"restart": RESTART, "leave": LEAVE}.get(self._question)
        if code is not None:
            log.info("staff asked to %s.", self._question)
            self.close()
            self.ended.emit(code)

    def stop(self) -> None:
        """End what is being printed: the kiosk ends."""
        if self._printing:
            self._printing.stop()

    def _locked(self) -> int:
        return self._tools.lock.seconds if self._tools.lock else 0

    def _turn_to(self, stage: Stage) -> None:
        self._stage = stage
        self._touched = self._tools.clock()
        self._typed, self._wrong, self._question = "", False, ""
        if stage is Stage.AWAY:
            self._timer.stop()
        else:
            self._timer.start()
        if stage is Stage.PAGE:
            self._look()
        self._tell()

    def _look(self) -> None:
        self._looked = self._tools.clock()
        self._status.look()
        if self._choice:
            self._choice.look()

    def _tell(self) -> None:
        shown = (
            self._stage, len(self._typed), self._wrong, self.triesLeft, self.counts, self.lockedFor,
            self.secondsLeft, self.cleaned, self._question, self._language,
        )  # fmt: skip
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
