"""How hard a text is to read, in numbers: its sentences, its words, and its reading age.

Owns what counts as a sentence and as a word here, and the measures. Judges nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from kiosk.check.material.passages import Passage
from kiosk.page.sentences import LONGEST_WORD

READ_AS_TEXT = frozenset({"lead", "paragraph", "item"})
"""Kinds of passages that are running text. Headings, table cells, labels and captions are pieces
of two or three words: in an average they would make every page look easier than it is."""

WITHOUT_SPACES = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "yue", "zh"})
"""Languages that put no spaces between words, so that words can't be counted."""

ENOUGH = 100
"""Words below which a reading formula tells nothing: its authors took samples of 100 words."""

_STOP = re.compile(r"[.!?…।॥؟。！？]+[\"'”’»)\]]*\s+")
_SHORTENED = frozenset(
    [
        "approx",
        "cf",
        "dr",
        "e.g",
        "etc",
        "fig",
        "i.e",
        "mr",
        "mrs",
        "ms",
        "no",
        "nos",
        "prof",
        "st",
        "vs",
        "ড",
        "ডা",
        "মি",
        "মো",
        "প্রফে",
    ]
)
_STOPS_INSIDE = re.compile(r"[.!?](?=.)")
_JOINS = 9
"""Unicode's combining class of the marks that join two consonants into one akshara."""


def words(text: str) -> list[str]:
    """Give the words as a reader counts them: what stands between spaces; numbers count."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def sentences(text: str) -> Iterator[str]:
    """Give a text's sentences. One without a word, as a mark alone, is none."""
    text = " ".join(text.split())
    start = 0
    for stop in _STOP.finditer(text):
        # The last words count, and the next letter: a long text is not copied at each stop.
        before = text[max(start, stop.start() - 2 * LONGEST_WORD) : stop.start()]
        if _ends(before, stop[0], text[stop.end() : stop.end() + 1]):
            yield from _worded(text[start : stop.end()])
            start = stop.end()
    yield from _worded(text[start:])


def _worded(sentence: str) -> Iterator[str]:
    if any(map(str.isalnum, sentence)):
        yield sentence.strip()


def _ends(before: str, stop: str, after: str) -> bool:
    """Tell whether a stop ends the sentence: not after "Dr", an initial, or the "1" of "1. a"."""
    if after[:1].islower():
        return False
    if not stop.startswith("."):
        return True
    *others, last = before.split() or [""]
    last = last.strip("\"'”’»)]([“‘«")
    if last.casefold() in _SHORTENED or (len(last) == 1 and last.isupper()):
        return False
    return bool(others) or not last.isdecimal()


def prose(passages: Iterable[Passage]) -> list[str]:
    """Give the sentences of running text; an item of a list is a sentence at least."""
    return [
        sentence
        for passage in passages
        if passage.kind in READ_AS_TEXT
        for sentence in sentences(passage.text)
    ]


class Lengths(msgspec.Struct, frozen=True):
    """How long a text's sentences and words are on average.

    `aksharas` counts the syllables of a word as an Indic script writes them: each consonant or
    vowel with what hangs on it. It is 0 for a text in no such script.
    """

    sentences: int
    words: int
    aksharas: float

    @property
    def words_a_sentence(self) -> float:
        """Mean words in a sentence; 0 without a sentence."""
        return self.words / self.sentences if self.sentences else 0.0


def lengths(sentences: Iterable[str]) -> Lengths:
    """Measure sentences; a word without a letter of an Indic script has no aksharas."""
    count = all_words = counted = aksharas = 0
    for sentence in sentences:
        count += 1
        for word in words(sentence):
            all_words += 1
            if parts := _aksharas(word):
                counted += 1
                aksharas += parts
    return Lengths(count, all_words, aksharas / counted if counted else 0.0)


def _aksharas(word: str) -> int:
    parts, joined = 0, False
    for character in word:
        if unicodedata.combining(character) == _JOINS:
            joined = True
        elif unicodedata.category(character) == "Lo":
            parts += not joined
            joined = False
    return parts


def reading_age(sentences: Iterable[str]) -> float:
    """Give the age in years at which an English text can be read: Flesch-Kincaid grade plus 5.

    textstat counts the words and looks their syllables up in a dictionary. It takes every full
    stop for the end of a sentence, so the ones inside ("1.5", "e.g.") are taken out; and it leaves
    sentences of one or two words out of its count, which makes a text look harder, not easier.
    The formula: Kincaid and others, 1975. American children enter grade 1 at about 6.
    """
    # Its dictionary takes a second to load: only who asks for an age waits for it.
    from textstat import textstat  # noqa: PLC0415

    return float(textstat.flesch_kincaid_grade(stopped(sentences))) + 5


def without_terms(sentences: Iterable[str], terms: Iterable[str]) -> list[str]:
    """Give sentences in which each glossary word became a word of one syllable.

    It tells how much of a reading age is owed to words that the kiosk explains at a touch.
    """
    forms = sorted(terms, key=len, reverse=True)
    if not forms:
        return list(sentences)
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)
    return [found.sub("this", sentence) for sentence in sentences]


def stopped(sentences: Iterable[str]) -> str:
    """Give a text in which full stops stand at the ends of sentences only, as textstat needs it."""
    return "\n".join(_STOPS_INSIDE.sub("", each).rstrip(".!?") + "." for each in sentences)
