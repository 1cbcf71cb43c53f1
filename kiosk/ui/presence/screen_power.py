"""Switches the screen off through the compositor while it is dark, and on again.

Owns the one child process that asks the compositor, `wlr-randr`, and which outputs it has switched
off; never waits for it while the kiosk runs. Knows nothing of hours or visits: black is drawn by
others, whether this works or not. docs/decisions/0004-cage.md says where it does.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Sequence
from enum import Enum, auto

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, SignalInstance, Slot

from kiosk.outputs import PROGRAM, outputs
from kiosk.ui.qt.child_process import child

log = logging.getLogger("kiosk.screen")


class Waits(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds: `dark` before the screen is switched off, `child` before the child is killed.

    `again` is between two tries to switch it on, `end` what the kiosk's end waits for that.
    """

    dark: float = 10.0
    child: float = 5.0
    again: float = 5.0
    end: float = 1.5


class _Step(Enum):
    NONE = auto()
    LIST = auto()
    OFF = auto()
    ON = auto()
    DROPPED = auto()


class ScreenPower(QObject):
    """Switches off when `is_dark` has held for a while, and on at once when it no longer does.

    Where that can't be done the log says so, once, and nothing is tried again.
    """

    def __init__(
        self, is_dark: Callable[[], bool], waits: Waits | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        waits = waits or Waits()
        self._is_dark = is_dark
        self._dark = self._given_up = self._told = self._warned = False
        self._outputs: tuple[str, ...] = ()  # that are off, or may be
        self._step = _Step.NONE
        self._end = round(waits.end * 1000)
        self._process = child(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed_to_start)
        self._limit = _timer(self, waits.child, self._process.kill)
        self._wait = _timer(self, waits.dark, self._next)
        self._again = _timer(self, waits.again, self._retry)

    def begin(self, changes: Sequence[SignalInstance]) -> None:
        """Switch on what a kiosk that ended badly left off; look now and at each change."""
        self._start(_Step.LIST)
        for changed in changes:
            changed.connect(self.look)
        if changes:
            self.look()

    @Slot()
    def look(self) -> None:
        """Look whether it is dark: to be called whenever that may have changed."""
        dark = self._is_dark()
        if dark == self._dark:
            return
        self._dark = dark
        if dark:
            self._wait.start()
            return
        self._wait.stop()
        self._drop(_Step.OFF)
        self._next()

    def stop(self) -> None:
        """Leave the screen on: the kiosk ends. Waits for that a moment."""
        self._dark, self._given_up = False, True
        self._wait.stop()
        self._drop(_Step.LIST, _Step.OFF)
        self._process.waitForFinished(self._end)
        self._next()
        self._process.waitForFinished(self._end)
        self._outputs, self._step = (), _Step.DROPPED
        self._again.stop()
        self._process.kill()
        self._process.waitForFinished(self._end)

    @property
    def running(self) -> bool:
        """Whether the compositor is being asked."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def _wants_off(self) -> bool:
        return self._dark and not self._given_up and not self._wait.isActive()

    @Slot()
    def _next(self) -> None:
        if self._step is not _Step.NONE:
            return
        if self._wants_off and not self._outputs:
            self._start(_Step.LIST)
        elif self._outputs and not self._wants_off:
            self._start(_Step.ON)

    @Slot()
    def _retry(self) -> None:
        # By a new list: somebody may have switched the screen on, or put another in its place.
        if self._step is _Step.NONE:
            self._start(_Step.LIST)

    def _drop(self, *steps: _Step) -> None:
        if self._step in steps:
            self._step = _Step.DROPPED
            self._process.kill()

    def _start(self, step: _Step) -> None:
        program = shutil.which(PROGRAM)
        self._step = step
        if program is None:
            self._failed(f"{PROGRAM} is not installed")
            return
        change = {_Step.OFF: "--off", _Step.ON: "--on"}.get(step)
        asked = [("--output", name, change) for name in self._outputs] if change else []
        self._limit.start()
        self._process.start(program, [str(word) for words in asked for word in words])

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        in_time = self._limit.isActive()
        self._limit.stop()
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        error = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        if self._step is _Step.DROPPED:
            self._step = _Step.NONE
            self._next()
        elif code == 0 and how == QProcess.ExitStatus.NormalExit:
            self._succeeded(said)
        else:
            why = error.splitlines()[-1][:200] if error else f"{PROGRAM} failed ({code})"
            self._failed(why if in_time else f"{PROGRAM} did not answer")

    @Slot(QProcess.ProcessError)
    def _failed_to_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self._failed(f"{PROGRAM} can't be started")

    def _succeeded(self, said: str) -> None:
        step, self._step = self._step, _Step.NONE
        if step is _Step.ON:
            self._outputs = ()
        elif step is _Step.OFF and not self._told:
            self._told = True
            log.info(
                "Outside the opening hours the screen is switched off.",
                extra={"event": "screen-off"},
            )
        elif step is _Step.LIST:
            found = outputs(said)
            lit = [each.name for each in found if each.on]
            off = [each.name for each in found if not each.on and each.name in self._outputs]
            self._outputs = tuple(off if lit else (each.name for each in found))
            if lit and self._wants_off:
                self._outputs += tuple(lit)
                self._start(_Step.OFF)
                return
        self._next()

    def _failed(self, why: str) -> None:
        step, self._step = self._step, _Step.NONE
        if step is _Step.ON:
            if not self._warned:
                self._warned = True
                log.warning("The screen can't be switched on: %s. It is tried again.", why)
            self._again.start()
            return
        if not self._given_up:
            self._given_up = True
            log.info("Outside the opening hours the screen is black, but not off: %s.", why)
        self._next()


def _timer(parent: QObject, seconds: float, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent, singleShot=True, interval=round(seconds * 1000))
    timer.timeout.connect(act)
    return timer
