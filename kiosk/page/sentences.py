"""Where a sentence ends, in any script that a pack may use, and how text is cut to be said.

Owns how long one piece that is said may be, and what isn't said at all. Knows no blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_WORD = 40
"""Characters before a stop that are looked at."""

# Patterns are compiled by who first needs them: a start does not.
_END = r"(?<=[.!?…।॥؟。！？])[\"'”’»)\]]*\s+"


LONGEST = 240
"""Characters after which a sentence is cut at a comma or a space: about 15 seconds of speech."""

_COMMA = r"(?<=[,;:،؛—–])\s+"
_SPACE = r"\s+"

_NUMBERS = r"""(?xi)[\s,;(]*(?:
        doi:\s*\S+ | https?://(?:dx\.)?doi\.org/\S+ |
        (?:PubMed|PMID)(?:\ ID)?:?\s*\d+ | PMC\d+
    )\)?"""


def sayable(text: str) -> str:
    """Return a text with single spaces, and none at its ends."""
    return " ".join(text.split())


def whole_sentences(text: str) -> Iterator[str]:
    """Give a text's sentences in order; together they say all of it. None holds only spaces."""
    text = sayable(text)
    start = 0
    for end in re.finditer(_END, text):
        # Only the last word counts, and the next letter: a long text is not copied at each stop.
        before = text[max(start, end.start() - LONGEST_WORD) : end.start()]
        if _ends(before, text[end.end() : end.end() + 1]):
            yield text[start : end.end()].strip()
            start = end.end()
    if start < len(text):
        yield text[start:]


def _ends(before: str, after: str) -> bool:
    """Tell whether a stop is the end of a sentence: not "Dr. Roy", "e.g. rice", "Step 12. A".

    After a number that begins a list's item it isn't; after a year it is.
    """
    if after[:1].islower():
        return False
    *others, last = before.split()
    last = last.strip("\"'”’»)]([“‘«")
    if last[:-1].isdecimal() and not others:
        return False
    return not last.endswith(".") or len(last) > 3


def without_numbers(source: str) -> str:
    """Return a source's words without its numbers in catalogues: DOI, PubMed, PubMed Central."""
    return sayable(re.sub(_NUMBERS, "", source))


def sentences(text: str) -> Iterator[str]:
    """Give a text's sentences in order; together they say all of it. None holds only spaces."""
    for sentence in whole_sentences(text):
        yield from _short(sentence)


def _short(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST:
        cut = _last(_COMMA, sentence) or _last(_SPACE, sentence) or LONGEST
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    if sentence:
        yield sentence


def _last(place: str, sentence: str) -> int:
    """Give the end of the last such place that leaves no scrap before it, or 0."""
    ends = [found.end() for found in re.finditer(place, sentence[:LONGEST])]
    return ends[-1] if ends and ends[-1] > LONGEST // 3 else 0
