"""Words as they are typed: which letters make one, spellings that are the same, how near two are.

Owns no language: whatever is true of one only stands in the module of its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

VOWELS = frozenset("aeiou")
_ALIKE = frozenset(["gj", "jg", "cs", "sc", "bv", "vb", "td", "dt", "pf", "fp", "kg", "gk"])
"""Consonants that are written for each other by ear."""

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u065f\u0670\u0900-\u0963\u0966-\u109f\u1ab0-\u1aff"
_JOINERS = "\u200c\u200d"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}{_JOINERS}]|['’](?=\w)|(?<=\d),(?=\d))*")
_SILENT = re.compile(rf"[{_JOINERS}'’,]")

MOST_LETTERS = 60
"""Letters of a word that are looked at: more has no word that anybody looks for."""


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and the folded form of each word; ranges are code points of `text`."""
    for found in _WORD.finditer(text):
        if form := folded(found[0]):
            yield found.start(), found.end(), form


def folded(word: str) -> str:
    """Give a word without what two spellings of the same may differ in.

    Capitals, composed or single signs, joiners and apostrophes, the digits of any script.
    """
    word = _SILENT.sub("", word[:MOST_LETTERS])
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word)


def letters(word: str) -> int:
    """Give a set of a word's letters as bits: two near words differ in few of them."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def distance(a: str, b: str, most: float, *, begun: bool = False) -> float:
    """Give what it takes to make `a` of `b`, or more than `most` as soon as it takes more.

    A letter more, less or other takes 1, two that have changed places three quarters; a vowel for
    another, a consonant for one that sounds like it, a vowel more or less, and a letter doubled or
    not a half (after Damerau, Levenshtein).
    `begun`: what follows in `b` takes nothing.
    """
    inserted = [_alone(y, b[j - 1 : j] if j else "") for j, y in enumerate(b)]
    before: list[float] = []
    row = list(accumulate(inserted, initial=0.0))
    for i, x in enumerate(a):
        two, before = before, row
        left_out = _alone(x, a[i - 1 : i] if i else "")
        row = [before[0] + left_out]
        for j, y in enumerate(b):
            alike = (x in VOWELS and y in VOWELS) or x + y in _ALIKE
            other = 0 if x == y else 0.5 if alike else 1
            least = min(before[j] + other, before[j + 1] + left_out, row[j] + inserted[j])
            if i and j and x == b[j - 1] and y == a[i - 1]:
                least = min(least, two[j - 1] + 0.75)
            row.append(least)
        if min(row) > most and min(before) > most:  # two, as a swap looks back over one
            return most + 1
    return min(row) if begun else row[-1]


def _alone(letter: str, before: str) -> float:
    return 0.5 if letter in VOWELS or letter == before else 1
