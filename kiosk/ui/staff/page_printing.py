"""Printing a page for a patient: the leaflet of that page, made and handed to CUPS.

Owns the three programs that do it one after the other, how long they may take together, and what
staff are told. The screen waits for none of them, and no file is left behind.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.pack import Pack
from kiosk.page.error import ContentError
from kiosk.shipped import HERE
from kiosk.staff.printer import IN_ENGLISH, Answer, answered, asking, sending
from kiosk.ui.qt.child_process import child
from kiosk.ui.qt.list_models import StructModel
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger("kiosk.staff")

LIMIT = 60.0
"""Seconds that all of it may take: some two to make the page, and CUPS answers at once."""


class PrintablePage(msgspec.Struct, frozen=True):
    """A page by its name, and by what its tab is called."""

    name: str
    label: str


@QmlElement
@QmlUncreatable("made in Python")
class PagePrinting(QObject):  # type: ignore[operator]
    """Prints one page at a time. `shown` gives the pack whose pages are on the screen.

    `outcome` is empty at first, `busy`, `sent`, or what went wrong: `missing` (no lp), `silent` (no
    CUPS), `unknown`, `stopped`, `refused` (by CUPS), `unmade` (the page), `late`.
    """

    changed = Signal()

    def __init__(
        self,
        printer: str,
        shown: Callable[[], Pack],
        *,
        limit: float = LIMIT,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._printer, self._shown = printer, shown
        self._language = self._outcome = self._reason = ""
        self._pages = StructModel(PrintablePage, self)
        self._folder: TemporaryDirectory[str] | None = None
        self._commands: list[list[str]] = []
        self._process = child(self)
        self._process.setWorkingDirectory(str(HERE.parent))
        surroundings = QProcessEnvironment.systemEnvironment()
        for name, value in IN_ENGLISH.items():
            surroundings.insert(name, value)
        self._process.setProcessEnvironment(surroundings)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._limit = QTimer(self, singleShot=True, interval=round(limit * 1000))
        self._limit.timeout.connect(lambda: self._end("late"))

    @Property(str, constant=True)
    def printer(self) -> str:
        """The printer's name."""
        return self._printer

    @Property(StructModel, constant=True)
    def pages(self) -> StructModel:
        """The pages that can be printed, in the order of the leaflet."""
        return self._pages

    @Property(str, notify=changed)
    def language(self) -> str:
        """The language to print in."""
        return self._language

    @Property(str, notify=changed)
    def outcome(self) -> str:
        """What is going on, or what came of it."""
        return self._outcome

    @Property(str, notify=changed)
    def reason(self) -> str:
        """What the program that failed has said, in English; empty if it told nothing."""
        return self._reason

    @Slot(str)
    def choose(self, language: str) -> None:
        """Print in this language; what was told of an earlier page is forgotten."""
        if self._outcome == "busy":
            return
        pack = self._shown()
        self._language = language if language in pack.languages else pack.default_language
        self._outcome = self._reason = ""
        pages = []
        for name in pack.offered:
            with suppress(ContentError):  # whoever reads it is told
                pages.append(PrintablePage(name, pack.page(name, self._language).tab))
        self._pages.fill(pages)
        self.changed.emit()

    @Slot(str)
    def send(self, page: str) -> None:
        """Print a page."""
        if self._outcome == "busy":
            return
        folder = TemporaryDirectory(prefix="kiosk-page-", ignore_cleanup_errors=True)
        file = Path(folder.name) / "page.pdf"
        title = next((each.label for each in self._pages.rows if each.name == page), page)
        making = ["handout", "--page", page, "--language", self._language, "--out", str(file)]
        self._folder = folder
        self._commands = [
            asking(self._printer),
            [sys.executable, "-m", "kiosk", *making, "--content", str(self._shown().folder)],
            sending(self._printer, title, file),
        ]
        self._outcome, self._reason = "busy", ""
        self._limit.start()
        self.changed.emit()
        self._go_on()

    def stop(self) -> None:
        """End what is going on; nothing of it is left."""
        if self._outcome == "busy":
            self._end("")

    def _go_on(self) -> None:
        program, *arguments = self._commands[0]
        self._process.start(program, arguments)

    @Slot(QProcess.ProcessError)
    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._outcome == "busy":
            self._end("missing")

    @Slot()
    def _finished(self) -> None:
        if self._outcome != "busy":
            return
        done, *left = self._commands
        code = self._process.exitCode()
        crashed = self._process.exitStatus() == QProcess.ExitStatus.CrashExit
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        if done[0] == "lpstat":
            answer = answered(said)
            if answer is not Answer.READY:
                self._end(answer)
                return
        elif code or crashed:
            self._end("refused" if done[0] == "lp" else "unmade")
            return
        self._commands = left
        if left:
            self._go_on()
        else:
            self._end("sent")

    def _end(self, outcome: str) -> None:
        self._limit.stop()
        self._outcome, self._commands = outcome, []
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(1000)  # ms; a process that is killed is gone at once
        if outcome in ("refused", "unmade"):
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            lines = [line for line in said.split("\n") if line.strip()]
            self._reason = lines[-1] if lines else ""
            self._reason = self._reason.partition(": ")[2] or self._reason
        if self._folder:
            self._folder.cleanup()
            self._folder = None
        if outcome == "sent":
            log.info("staff printed a page.", extra={"event": "page-printed"})
        elif outcome:
            log.error("a page could not be printed: %s %s", outcome, self._reason)
        self.changed.emit()
