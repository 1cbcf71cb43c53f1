"""Counting what is opened: hears the screen, and writes down how many visits saw what.

Owns what counts as seen, and when it is written: at each full hour and at the end, whether anything
was counted or not, so that no time in the file's folder is a visit's. Made only where the settings
ask for it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.counts import tally
from kiosk.counts.counts_file import CountsFile, Word
from kiosk.counts.tally import Tally
from kiosk.counts.vain_words import VainWords
from kiosk.ui.shell import Shell
from kiosk.visit.presence_state import Phase
from kiosk.whole_file import Unreadable

log = logging.getLogger("kiosk.counts")


class Counting(QObject):
    """Counts the visits of a shell. With `words` those searched in vain are kept too."""

    def __init__(
        self,
        shell: Shell,
        file: CountsFile,
        calendar: Callable[[], datetime],
        words: VainWords | None = None,
    ) -> None:
        super().__init__()
        self._shell, self._file, self._calendar, self._words = shell, file, calendar, words
        self._tally = Tally()
        self._kept: set[Word] = set()
        self._first = shell.navigator.visit
        self._vain = ("", "")
        self._writing: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.write)
        self._wait()
        shell.presence.begun.connect(self._begin)
        shell.presence.ended.connect(self._end)
        shell.navigator.visitChanged.connect(self._look)
        shell.readAloud.changed.connect(self._listen)
        shell.search.changed.connect(self._search)

    @Slot(str)
    def _begin(self, language: str) -> None:
        self._first = self._shell.navigator.visit
        self._see(tally.VISIT)
        self._look()

    @Slot()
    def _end(self) -> None:
        self._tally.over()

    @Slot()
    def _look(self) -> None:
        if self._shell.presence.state.phase is Phase.RESTING:
            return
        visit = self._shell.navigator.visit
        page, section = visit.place
        self._see(tally.LANGUAGE)
        self._see(f"{tally.PAGE} {page}")
        if section:
            self._see(f"{tally.SECTION} {page}#{section}")
        if question := visit.question(page):
            self._see(f"{tally.QUESTION} {page}#{question}")
        if visit.text_size != self._first.text_size:
            self._see(f"{tally.TEXT_SIZE} {visit.text_size}")
        if visit.scheme != self._first.scheme:
            self._see(f"{tally.SCHEME} {visit.scheme}")

    @Slot()
    def _listen(self) -> None:
        if self._shell.readAloud.page:
            self._see(tally.LISTENED)

    @Slot()
    def _search(self) -> None:
        """Take note of what stands in the search, or that it was left with nothing found."""
        search = self._shell.search
        if search.isOpen:
            nothing = not (search.waiting or search.hits.rows)
            self._vain = search.typed.strip() if nothing else "", self._shell.navigator.language
        elif self._vain[0]:
            # By the end of a visit its language may be another one already.
            (typed, language), self._vain = self._vain, ("", "")
            day = self._shell.presence.today
            self._tally.see(day, tally.VAIN, language)
            if self._words and (words := self._words.searched(typed, language, day)):
                self._kept.add(Word(f"{day:%Y-%m}", language, words))

    def _see(self, thing: str) -> None:
        self._tally.see(self._shell.presence.today, thing, self._shell.navigator.language)

    @Slot()
    def write(self) -> None:
        """Write what was counted since the last time, in a thread: a disk may take its time."""
        self._settle()
        taken, words = self._tally.take(), self._kept
        self._kept = set()
        self._writing = threading.Thread(target=self._write, args=(taken, words), daemon=True)
        self._writing.start()
        self._wait()

    def close(self) -> None:
        """Write what is left: the kiosk ends."""
        self._timer.stop()
        self.write()
        self._timer.stop()
        self._settle()

    def _settle(self) -> None:
        if self._writing:
            self._writing.join()

    def _write(self, taken: dict[tally.Counted, int], words: set[Word]) -> None:
        try:
            self._file.add(taken, words)
        except (OSError, Unreadable) as error:
            log.error("the counts of the last hour can't be written and are lost: %s", error)

    def _wait(self) -> None:
        now = self._calendar()
        left = timedelta(hours=1) - timedelta(
            minutes=now.minute, seconds=now.second, microseconds=now.microsecond
        )
        self._timer.start(round(left.total_seconds() * 1000) + 1)
