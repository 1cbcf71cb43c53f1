"""Words that were searched in vain: which of them may be kept, and what of them.

Owns that nothing of a word is kept before it was searched on five different days: until then there
is a digest of it, in memory alone, by a key that no disk has seen. Asks no clock. Pure.
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date, timedelta

DAYS = 5
"""Different days on which a word must have been searched."""

WINDOW = timedelta(days=90)
"""How long a day counts."""

LONGEST = 40
"""Letters and spaces of what is kept; more is a sentence, and may be somebody's own story."""

MOST = 2_000
"""Digests in memory. New words are let go while there are so many."""

_JOINERS = "\u200c\u200d"
"""What Bengali letters are joined and kept apart by."""


def plain(typed: str) -> str:
    """Give what may be kept of what was typed: letters in small, a space between words.

    Digits are dropped, and all signs: nothing in it is a number of anybody's, or acts in a table
    that it is opened in. Empty: nothing may be kept.
    """
    small = unicodedata.normalize("NFC", typed).casefold()
    letters = (
        each if unicodedata.category(each)[0] in "LM" or each in _JOINERS else " " for each in small
    )
    words = " ".join("".join(letters).split())
    return words if len(words) <= LONGEST and any(map(str.isalpha, words)) else ""


class VainWords:
    """The words that were searched in vain since the start. `key` is random, and kept nowhere."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._days: dict[bytes, set[date]] = {}

    def searched(self, typed: str, language: str, day: date) -> str:
        """Take note that this was searched in vain; give it as it may be kept, else nothing."""
        words = plain(typed)
        if not words:
            return ""
        told = f"{language}\0{words}".encode()
        digest = hashlib.blake2b(told, key=self._key, digest_size=16).digest()
        if digest not in self._days and len(self._days) >= MOST:
            self._forget(day)
            if len(self._days) >= MOST:
                return ""
        days = {each for each in self._days.get(digest, ()) if day - each < WINDOW} | {day}
        self._days[digest] = days
        return words if len(days) >= DAYS else ""

    def _forget(self, day: date) -> None:
        gone = [digest for digest, days in self._days.items() if day - max(days) >= WINDOW]
        for digest in gone:
            del self._days[digest]
