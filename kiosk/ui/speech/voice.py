"""The voice: says one thing at a time through the engine, and gets over an engine that fails.

Owns how long the engine may take for each step. A step that takes longer kills it; it is started
anew and says the same again, once. Knows neither pages nor visits.
"""

from __future__ import annotations

import logging
from enum import Enum, auto

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.speech.engine import MODULE
from kiosk.speech.ssip import Speech, Talk, Told
from kiosk.ui.speech.daemon import Daemon

log = logging.getLogger("kiosk.speech")


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds. `start`: until the engine answers; `begin`: until something sounds.

    It must end `end` seconds and `letter` more for each of its letters after it began, at a pace of
    100 %: about twice what the slowest voice takes. `hush`: until it is silent; `idle`: what an
    engine is kept for that says nothing.
    """

    start: float = 5.0
    begin: float = 3.0
    end: float = 3.0
    letter: float = 0.15
    hush: float = 0.2
    idle: float = 20.0

    def length(self, speech: Speech) -> float:
        """Return how long something may take to be said. A digit may be a word."""
        letters = sum(5 if each.isdecimal() else 1 for each in speech.text)
        return self.end + letters * self.letter * 100 / speech.pace


class _Step(Enum):
    OFF = auto()
    STARTING = auto()
    READY = auto()
    ASKED = auto()
    SPEAKING = auto()
    HUSHING = auto()


class Voice(QObject):
    """Speaks. `said`: what was asked for has been said to its end; `failed`: it can't be said."""

    said = Signal()
    failed = Signal()

    def __init__(
        self, daemon: Daemon, waits: Waits | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._waits = waits or Waits()
        self._daemon = daemon
        daemon.setParent(self)
        daemon.ready.connect(self._greet)
        daemon.received.connect(self._take)
        daemon.lost.connect(self._lost)
        self._talk = Talk(MODULE)
        self._step = _Step.OFF
        self._wanted: Speech | None = None
        self._current: Speech | None = None
        self._again = False
        self._warned = False
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._late)

    # What is asked of it

    def say(self, speech: Speech) -> None:
        """Say this now, instead of what is being said."""
        self._wanted, self._again = speech, False
        self._go_on()

    def hush(self) -> None:
        """Be silent, ready to go on at once."""
        self._wanted = None
        self._go_on()

    def silence(self) -> None:
        """Be silent for good: the engine is killed, which nothing can prevent or delay."""
        self._wanted = None
        self._off()

    def stop(self) -> None:
        """Be silent and leave no process: the kiosk ends."""
        self.silence()
        self._daemon.stop()

    # What becomes of it

    def _to(self, step: _Step, seconds: float = 0.0) -> None:
        self._step = step
        if seconds:
            self._limit.start(round(seconds * 1000))
        else:
            self._limit.stop()

    def _go_on(self) -> None:
        match self._step:
            case _Step.OFF if self._wanted:
                self._to(_Step.STARTING, self._waits.start)
                if not self._daemon.start():
                    self._fail("the speech engine is not installed or has no place for its files")
            case _Step.READY if self._wanted:
                self._current, self._wanted = self._wanted, None
                self._to(_Step.ASKED, self._waits.begin)
                self._talk.speak(self._current)
                self._send()
            case _Step.READY:
                self._to(_Step.READY, self._waits.idle)
            case _Step.ASKED | _Step.SPEAKING:
                self._current = None
                self._to(_Step.HUSHING, self._waits.hush)
                self._talk.hush()
                self._send()
            case _:
                pass

    def _send(self) -> None:
        self._daemon.send(self._talk.pending())

    @Slot()
    def _greet(self) -> None:
        self._to(_Step.READY)
        self._send()
        self._go_on()

    @Slot(bytes)
    def _take(self, data: bytes) -> None:
        talk = self._talk
        for told in talk.take(data):
            if talk is self._talk:  # what a killed engine has said before is of no use
                self._hear(told)
        if talk is self._talk:
            self._send()

    def _hear(self, told: Told) -> None:
        match self._step, told:
            case _, Told.REFUSED:
                self._fail("the speech engine refuses what it is asked for")
            case _Step.ASKED, Told.BEGUN if self._current:
                self._to(_Step.SPEAKING, self._waits.length(self._current))
            case ((_Step.ASKED | _Step.SPEAKING), Told.ENDED):
                self._current = None
                self._warned = False
                # To rest unless something more is asked for now.
                self._to(_Step.READY, self._waits.idle)
                self.said.emit()
            case ((_Step.ASKED | _Step.SPEAKING), Told.HUSHED):
                self._fail("the speech engine broke off")
            case _Step.HUSHING, (Told.HUSHED | Told.ENDED):
                self._to(_Step.READY)
                self._go_on()
            case _:
                pass

    @Slot()
    def _late(self) -> None:
        match self._step:
            case _Step.STARTING:
                self._fail("the speech engine did not start")
            case _Step.ASKED:
                self._fail("nothing began to sound")
            case _Step.SPEAKING:
                self._fail("the sound came to no end")
            case _:  # It doesn't fall silent, or has nothing to say.
                self._off()
                self._go_on()

    @Slot()
    def _lost(self) -> None:
        if self._wanted or self._current:
            self._fail("the speech engine ended")
        else:
            self._off()

    def _off(self) -> None:
        self._current = None
        self._talk = Talk(MODULE)
        self._to(_Step.OFF)
        self._daemon.kill()

    def _fail(self, why: str) -> None:
        speech = self._wanted or self._current
        self.silence()
        if speech is None:
            return
        if not self._again:
            log.info("Reading aloud: %s. It is started anew.", why)
            self._again, self._wanted = True, speech
            self._go_on()
            return
        self._again = False
        if not self._warned:
            self._warned = True
            log.warning("Reading aloud doesn't work: %s. Ask kiosk doctor.", why)
        self.failed.emit()
