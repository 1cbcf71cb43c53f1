"""The soft sound that goes with "Are you still there?", played by a program of the system.

Owns the one child process; never waits for it. Knows nothing of why it sounds. PySide6-Essentials
holds no QtMultimedia, and a player that hangs must not hang the kiosk.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from kiosk.ui.qt.child_process import child

log = logging.getLogger("kiosk.sound")

PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))
"""Programs that play a WAV file, of PipeWire, PulseAudio and ALSA: the first that can is used."""

PATIENCE = 3000
"""Milliseconds after which a player is killed; the sound takes 1,250."""


class Chime(QObject):
    """Plays `sound`. Where a player is missing or fails, the next one is tried.

    When none of them could play it, that is logged, once for as long as the kiosk runs.
    """

    def __init__(
        self,
        sound: Path,
        players: Sequence[Sequence[str]] = PLAYERS,
        *,
        patience: int = PATIENCE,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound = sound
        self._players = tuple(players)
        self._left: list[Sequence[str]] = []
        self._complained = False
        self._process = child(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed_to_start)
        self._limit = QTimer(self, singleShot=True, interval=patience)
        self._limit.timeout.connect(self._process.kill)

    @property
    def sounding(self) -> bool:
        """Whether a player is running."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @Slot()
    def play(self) -> None:
        """Start playing and return at once; nothing happens while it still sounds."""
        if not self.sounding:
            self._left = list(self._players)
            self._next()

    def stop(self) -> None:
        """End a player that is running: the kiosk is left."""
        self._left = []
        self._complained = True
        self._process.kill()
        self._process.waitForFinished(500)

    def _next(self) -> None:
        while self._left:
            name, *options = self._left.pop(0)
            program = shutil.which(name)
            if program:
                self._limit.start()
                self._process.start(program, [*options, str(self._sound)])
                return
        if not self._complained:
            self._complained = True
            log.warning(
                "The sound that goes with the question can't be played. "
                "Install alsa-utils and see whether aplay is heard, or set sound = false."
            )

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        if not self._limit.isActive():
            # Killed: another player's sound would come too late, and startle somebody.
            self._left = []
        self._limit.stop()
        if code != 0 or how != QProcess.ExitStatus.NormalExit:
            self._next()

    @Slot(QProcess.ProcessError)
    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self._next()
