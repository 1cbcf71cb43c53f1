"""The kiosk's own Speech Dispatcher: a child process in a group of its own, and the line to it.

Owns that process group, its folder and its socket, and that none of them outlives the kiosk,
however that ends. Never waits for it. Knows nothing of what is said over the line.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import socket
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QSocketNotifier, QTimer, Signal

from kiosk.speech.engine import KEEPER, PROGRAM, SOCKET, settle
from kiosk.ui.qt.child_process import child

KNOCKS = 30
"""Milliseconds between two looks whether the engine listens already; it takes about 200."""

_LONGEST_PATH = 80
"""Characters of a folder whose socket the kernel takes: 108 with its name (unix(7)), and margin."""


class Daemon(QObject):
    """Starts the engine when asked and kills it when told; `lost` when it ended by itself.

    `program` is looked for in the PATH.
    """

    ready = Signal()
    received = Signal(bytes)
    lost = Signal()

    def __init__(self, program: str = PROGRAM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._process: QProcess | None = None
        self._dying: list[QProcess] = []
        self._group = 0
        self._folder: Path | None = None
        self._line: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._knock = QTimer(self, interval=KNOCKS)
        self._knock.timeout.connect(self._connect)

    @property
    def running(self) -> bool:
        """Whether there is a process that hasn't been killed."""
        return self._process is not None

    def start(self) -> bool:
        """Start the engine; `ready` follows. Returns False where it can't be started."""
        program = shutil.which(self._program)
        if program is None:
            return False
        try:
            self._folder = _folder()
            settle(self._folder)
        except OSError:
            self._clear()
            return False
        process = child(self)
        parameters = process.unixProcessParameters()
        parameters.flags |= QProcess.UnixProcessFlag.CreateNewSession
        process.setUnixProcessParameters(parameters)
        process.setProcessEnvironment(_surroundings(self._folder))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._ended)
        self._process = process
        process.start("/bin/sh", ["-c", KEEPER, "kiosk-speech", str(self._folder), program])
        self._group = process.processId()
        self._knock.start()
        return True

    def send(self, data: bytes) -> None:
        """Send bytes. An engine that doesn't read them is lost, as is one that has hung up."""
        if self._line and data:
            try:
                if self._line.send(data) == len(data):
                    return
            except OSError:
                pass
            self._lose()

    def kill(self) -> None:
        """End the engine and all that it has started, now. Nothing more is received from it."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._ended)
            self._kill_group()
            if process.state() == QProcess.ProcessState.NotRunning:
                process.deleteLater()
            else:
                self._dying.append(process)
                process.finished.connect(self._buried)
        self._clear()

    def stop(self) -> None:
        """End the engine and wait until it is gone: the kiosk ends."""
        self.kill()
        for each in list(self._dying):
            each.waitForFinished(500)

    def _buried(self) -> None:
        ended = [each for each in self._dying if each.state() == QProcess.ProcessState.NotRunning]
        for each in ended:
            self._dying.remove(each)
            each.deleteLater()

    def _connect(self) -> None:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.setblocking(False)
        try:
            line.connect(str(self._folder and self._folder / SOCKET))
        except OSError:  # not there yet, or nobody listens yet
            line.close()
            return
        self._knock.stop()
        self._line = line
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.ready.emit()

    def _read(self) -> None:
        try:
            data = self._line.recv(65536) if self._line else b""
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.EINTR):
                return
            data = b""
        if data:
            self.received.emit(data)
        else:
            self._lose()

    def _ended(self) -> None:
        # The keeper alone may have been killed: what it kept is killed here.
        self._lose()

    def _lose(self) -> None:
        if self._process is not None:
            self.kill()
            self.lost.emit()

    def _kill_group(self) -> None:
        # 0 and 1 would be the kiosk's own group, and every process that it may kill.
        if self._group > 1:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._group, signal.SIGKILL)
        self._group = 0

    def _clear(self) -> None:
        self._knock.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def _folder() -> Path:
    """Make a folder that only the kiosk can read, where sockets may be."""
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    usable = place and len(place) < _LONGEST_PATH and os.access(place, os.W_OK | os.X_OK)
    return Path(tempfile.mkdtemp(prefix="kiosk-speech-", dir=place if usable else None))


def _surroundings(folder: Path) -> QProcessEnvironment:
    """Give the engine's environment: it keeps nothing but in its folder, and finds the sound."""
    made = QProcessEnvironment.systemEnvironment()
    place = made.value("XDG_RUNTIME_DIR")
    if place:
        if not made.contains("PULSE_RUNTIME_PATH"):
            made.insert("PULSE_RUNTIME_PATH", f"{place}/pulse")
        if not made.contains("PIPEWIRE_RUNTIME_DIR"):
            made.insert("PIPEWIRE_RUNTIME_DIR", place)
    made.insert("PULSE_CLIENTCONFIG", str(folder / "pulse.conf"))
    for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME"):
        made.insert(name, str(folder))
    return made
