"""The voice: says one sentence at a time; one process makes sound of it, another plays that.

Owns these processes: they fall silent at once, none outlives the kiosk however it ends, and what
fails is tried once more. The next sentence is made while one is played. Knows no pages or visits.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
from collections.abc import Sequence
from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from kiosk.speech.engine import PLAYS, Programs, Speech, command, length, words
from kiosk.ui.qt.child_process import child

log = logging.getLogger("kiosk.speech")

LEASH = ("setpriv", "--pdeathsig", "KILL", "--")
"""Lets the kernel kill a program when the kiosk has died, however that was (util-linux)."""

NOWHERE = "unix:/dev/null"
"""What an engine is told of PulseAudio: espeak-ng looks for it even if it only writes."""

MOST = 32 * 1024 * 1024
"""Bytes that a sentence may have: a minute of the finest sound has 23 million."""


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds. `make`: until a sentence is sound; `play`: how much longer it may take to be heard.

    Some engines load a model of 100 MB for each sentence.
    """

    make: float = 10.0
    play: float = 3.0


class _Program(QObject):
    """A program that gets bytes, gives bytes and ends; `problem` tells if it doesn't."""

    ended = Signal()

    def __init__(
        self,
        told: Sequence[str],
        given: bytes,
        seconds: float,
        parent: QObject,
        *,
        plays: bool = False,
    ) -> None:
        super().__init__(parent)
        self.output = bytearray()
        self.problem = ""
        self.running = True
        self._name = os.path.basename(told[0])
        self._process = process = child(self)
        self._limit = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._limit.timeout.connect(self._late)
        self._limit.start()
        missing = [name for name in (LEASH[0], told[0]) if shutil.which(name) is None]
        if missing:
            self.problem = f"{missing[0]} is not installed"
            self._limit.start(0)
            return
        # A group of its own, so that what the program starts can be killed with it.
        parameters = process.unixProcessParameters()
        parameters.flags |= QProcess.UnixProcessFlag.CreateNewSession
        process.setUnixProcessParameters(parameters)
        process.setStandardErrorFile(QProcess.nullDevice())
        if not plays:
            surroundings = QProcessEnvironment.systemEnvironment()
            surroundings.insert("PULSE_SERVER", NOWHERE)
            process.setProcessEnvironment(surroundings)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finished)
        process.start(LEASH[0], [*LEASH[1:], *told])
        process.write(given)
        process.closeWriteChannel()

    def kill(self) -> None:
        """End it now, and all that it has started; nothing more is heard of it."""
        self.blockSignals(True)
        self._end()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()

    def _end(self, problem: str = "") -> None:
        if not self.running:
            return
        self.running = False
        self._limit.stop()
        self.problem = problem
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.readyReadStandardOutput.disconnect(self._read)
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.processId(), signal.SIGKILL)
            self._process.kill()
        self.ended.emit()

    @Slot()
    def _read(self) -> None:
        self.output += self._process.readAllStandardOutput().data()
        if len(self.output) > MOST:
            self._end(f"{self._name} writes without an end")

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        if self.signalsBlocked():  # killed
            # WORKAROUND: connected to `finished`, deleteLater would leave 60 bytes behind each
            # time (PySide 6.11). tests/soak/lost_connections.py
            self.deleteLater()
        good = code == 0 and how == QProcess.ExitStatus.NormalExit
        self._end("" if good else f"{self._name} ended with an error")

    @Slot()
    def _late(self) -> None:
        self._end(self.problem or f"{self._name} did not end in time")


class Voice(QObject):
    """Speaks. `said`: what was asked for has been said to its end; `failed`: it can't be said."""

    said = Signal()
    failed = Signal()

    def __init__(
        self,
        programs: Programs,
        waits: Waits | None = None,
        player: Sequence[str] = PLAYS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._programs, self._plays, self._waits = programs, player, waits or Waits()
        self._speech: Speech | None = None
        self._then: Speech | None = None
        self._made: dict[Speech, _Program] = {}
        self._player: _Program | None = None
        self._again = self._warned = False

    def say(self, speech: Speech, then: Speech | None = None) -> None:
        """Say this now, instead of what is being said; `then` is what will be said after it."""
        self._again = False
        self._begin(speech, then)

    def silence(self) -> None:
        """Be silent: all that runs is killed, which nothing can prevent or delay."""
        self._speech = self._then = None
        self._clear()

    def stop(self) -> None:
        """Be silent and leave no process: the kiosk ends."""
        self.silence()
        for each in self.findChildren(QProcess):
            each.waitForFinished(500)

    def _begin(self, speech: Speech, then: Speech | None) -> None:
        self._clear(speech)
        self._speech, self._then = speech, then
        if speech not in self._made:
            self._make(speech)
        self._go_on()

    def _make(self, speech: Speech) -> None:
        told, given = command(speech, self._programs), words(speech, self._programs)
        self._made[speech] = made = _Program(told, given, self._waits.make, self)
        made.ended.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        """Play what is asked for, if its sound is there now."""
        made = self._made.get(self._speech) if self._speech else None
        if made is None or made.running or self._player is not None:
            return
        try:
            seconds = 0.0 if made.problem else length(made.output)
        except ValueError:
            made.problem = "what the speech engine writes is no WAV file"
        if made.problem:
            self._fail(made.problem)
            return
        wait = seconds + self._waits.play
        self._player = _Program(self._plays, bytes(made.output), wait, self, plays=True)
        self._player.ended.connect(self._played)
        if self._then is not None and self._then not in self._made:
            self._make(self._then)

    @Slot()
    def _played(self) -> None:
        problem = self._player.problem if self._player else ""
        if problem:
            self._fail(problem)
            return
        then, self._speech = self._then, None
        self._clear(then)
        self._warned = False
        self.said.emit()

    def _clear(self, kept: Speech | None = None) -> None:
        """End all that runs but what makes the sound that is wanted next."""
        if self._player is not None:
            self._player.kill()
            self._player = None
        for speech in [each for each in self._made if each != kept]:
            self._made.pop(speech).kill()

    def _fail(self, why: str) -> None:
        speech, then = self._speech, self._then
        self.silence()
        if speech is None:
            return
        if not self._again:
            log.info("Reading aloud: %s. It is tried once more.", why)
            self._again = True
            self._begin(speech, then)
            return
        if not self._warned:
            self._warned = True
            log.warning(
                "Reading aloud doesn't work: %s. Ask kiosk doctor.",
                why,
                extra={"event": "no-voice"},
            )
        self.failed.emit()
