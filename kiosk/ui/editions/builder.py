"""Has new text read in a process of its own, and says when an edition can be shown.

Owns that process, the watch over the content folder, and what staff and the log are told. Never
reads a page: what it hands over has been checked and compiled.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.pack.editions import Edition, Editions, Outcome
from kiosk.pack.page_cache import code_digest
from kiosk.page.error import ContentError
from kiosk.shipped import HERE
from kiosk.ui.editions.folder_watch import FolderWatch
from kiosk.ui.editions.trial import CHECK_SCREEN, SECONDS, Screen
from kiosk.ui.editions.worker import Job
from kiosk.ui.qt.child_process import child

log = logging.getLogger("kiosk.press")


class BuildFolders(msgspec.Struct, frozen=True, kw_only=True):
    """Where editions are made: the state folder, the kiosk's assets, the compiled pages."""

    state: Path
    assets: Path
    cache: Path


class Builder(QObject):
    """Makes editions of one content folder.

    `shown` is the edition on the screen, None while the folder itself is shown. `still` says how
    long, in seconds, the folder must have been left alone; `limit` how long reading it may go on
    without a sign of life.
    """

    changed = Signal()
    published = Signal(Edition)

    def __init__(
        self,
        editions: Editions,
        places: BuildFolders,
        shown: Edition | None,
        *,
        still: float = 1.0,
        limit: float = 60.0,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editions = editions
        self._places = places
        self._shown = shown
        self._still = still
        self._findings: tuple[str, ...] = ()
        self._watch: FolderWatch | None = None
        self._again = self._late = self._closed = False
        self._process = child(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._process.readyReadStandardOutput.connect(self._lives)
        self._limit = QTimer(self, singleShot=True, interval=round(limit * 1000))
        self._limit.timeout.connect(self._end)
        # Not QTimer.singleShot(): it loses a little memory at every call with a Python method.
        self._wait = QTimer(self, singleShot=True, interval=round(still * 1000))
        self._wait.timeout.connect(self.reload)

    # What staff see

    @property
    def findings(self) -> Sequence[str]:
        """Why the folder's present text is not the one on the screen; empty if it is."""
        return self._findings

    @property
    def busy(self) -> bool:
        """Whether the folder is being read now."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    # What happens

    def watch(self) -> None:
        """Look after the folder from now on; what it holds now is read if it is new."""
        self._watch = FolderWatch(self._editions.content, self._proved, self._still, self)
        self._watch.settled.connect(self.reload)
        self._watch.start()

    def _proved(self) -> str:
        """Give the state of the folder that needn't be read; called in the watch's own thread."""
        # What another version of the kiosk has proved is proved again.
        with suppress(OSError):
            if self._shown and self._editions.proved_by(code_digest()):
                return self._editions.fingerprint
        return ""

    @Slot()
    def reload(self) -> None:
        """Read the folder now, and once more if it is being read."""
        if self._closed or self.busy:
            self._again = True
            return
        self._again = self._late = False
        job = Job(
            content=os.fsencode(self._editions.content),
            state=os.fsencode(self._places.state),
            assets=os.fsencode(self._places.assets),
            cache=os.fsencode(self._places.cache),
            keep=self._shown.digest if self._shown else "",
            screen=_screen(),
            parent=os.getpid(),
        )
        # The package is found from where it lies: a checkout is installed nowhere.
        self._process.setWorkingDirectory(str(HERE.parent))
        words = msgspec.json.encode(job).decode()
        self._process.start(sys.executable, ["-m", "kiosk.ui.editions.worker", words])
        self._limit.start()
        self.changed.emit()

    def close(self) -> None:
        """End everything; what isn't finished is as if it had never begun."""
        if self._watch:
            self._watch.stop()
        self._closed = True
        if self.busy:
            self._process.kill()
            self._process.waitForFinished(1000)  # ms

    @Slot()
    def _lives(self) -> None:
        if self.busy:
            self._limit.start()

    @Slot()
    def _end(self) -> None:
        self._late = True
        self._process.kill()

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        # Every other error ends the process, and that is told by `finished`.
        if not self._closed and error == QProcess.ProcessError.FailedToStart:
            self._take(self._unread(self._process.errorString()))

    @Slot()
    def _finished(self) -> None:
        if self._closed:
            return
        said = self._process.readAllStandardOutput().data()
        try:
            outcome = msgspec.json.decode(said, type=Outcome)
        except (msgspec.DecodeError, UnicodeDecodeError):
            outcome = self._unread(self._why())
        self._take(outcome)

    def _why(self) -> str:
        if self._late:
            seconds = self._limit.interval() // 1000
            return f"it took longer than {seconds} s over one page or picture"
        said = bytes(self._process.readAllStandardError().data())
        lines = said.decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        return last or f"it ended with {self._process.exitCode()}"

    def _unread(self, why: str) -> Outcome:
        told = ContentError(
            self._editions.content, 0, f"the text could not be read ({why})", "Try again"
        )
        return Outcome(findings=(str(told),))

    def _take(self, outcome: Outcome) -> None:
        self._limit.stop()
        if outcome.findings != self._findings:
            for finding in outcome.findings:
                log.error("%s", finding, extra={"event": "text-refused"})
        self._findings = outcome.findings
        if outcome.edition:
            self._show(outcome.edition)
        elif not outcome.findings and self._watch:
            self._watch.forget()  # it changed while it was copied
        elif not outcome.findings:
            self._again = True
        self.changed.emit()
        if self._again:
            self._wait.start()

    def _show(self, digest: str) -> None:
        if self._shown and self._shown.digest == digest:
            return
        edition = self._editions.edition(digest)
        if edition is None:
            self._again = True  # it was damaged as soon as it stood there
            return
        self._shown = edition
        log.info(
            "%s: the text is shown anew, version %s.", self._editions.content, edition.version,
            extra={"event": "text-shown", "edition": edition.digest},
        )  # fmt: skip
        self.published.emit(edition)


def _screen() -> Screen:
    """Give what pictures are drawn for: this computer's screen in its own pixels."""
    width, height = CHECK_SCREEN  # while it is being plugged in again
    for screen in QGuiApplication.screens()[:1]:
        ratio = screen.devicePixelRatio()
        width, height = (round(side * ratio) for side in screen.size().toTuple())
    return Screen(width=width, height=height, seconds=SECONDS)
