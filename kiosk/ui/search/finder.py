"""Who knows where words stand: an index of each language, made while nobody waits for it.

Owns the thread in which one is made, and that none answers for a text or a day that is over.
Knows no screen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.pack.today import Today
from kiosk.search.found import Found
from kiosk.search.index import Index, build_index

Builds = Callable[[Today, str], Index]


class Finder(QObject):
    """Finds words in the text of a day. `ready` comes with each language that can be searched."""

    ready = Signal(str, arguments=["language"])
    _made = Signal(int, str, object)

    def __init__(self, today: Today, builds: Builds, parent: QObject) -> None:
        super().__init__(parent)
        self._today, self._builds = today, builds
        self._number = 0
        self._indexes: dict[str, Index] = {}
        self._asked: set[str] = set()
        self._threads: list[threading.Thread] = []
        self._made.connect(self._take)

    def renew(self, today: Today) -> None:
        """Search the text of another day, or another text, from now on."""
        self._today = today
        self._number += 1
        self._indexes.clear()
        self._asked.clear()

    def prepare(self, language: str) -> None:
        """Make the index of a language, unless it is there or being made."""
        if language in self._asked:
            return
        self._asked.add(language)
        self._threads = [each for each in self._threads if each.is_alive()]
        thread = threading.Thread(
            target=self._build, args=(self._number, self._today, language), daemon=True
        )
        self._threads.append(thread)
        thread.start()

    def find(self, words: str, language: str) -> Found | None:
        """Find words in a language; None as long as it can't be searched."""
        known = self._indexes.get(language)
        return known.find(words) if known else None

    def letters(self, language: str) -> Mapping[str, int]:
        """Count the letters of a language's text, as far as it is known."""
        known = self._indexes.get(language)
        return known.letters if known else {}

    def close(self) -> None:
        """Wait for what is being made: it must find nobody gone."""
        self._number += 1
        for thread in self._threads:
            thread.join()

    def _build(self, number: int, today: Today, language: str) -> None:
        made = self._builds(today, language)
        if number == self._number:
            self._made.emit(number, language, made)

    @Slot(int, str, object)
    def _take(self, number: int, language: str, made: Index) -> None:
        if number == self._number:
            self._indexes[language] = made
            self.ready.emit(language)


def built(today: Today, language: str) -> Index:
    """Make the index of a pack's language; may be called in any thread."""
    # Of its own: what the screen reads is not read by two at a time.
    return build_index(today.pack.again(), language, today.day)
