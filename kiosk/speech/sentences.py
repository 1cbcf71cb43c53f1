"""Text as it is said: cut into sentences, so that a pause or a step back is never far away.

Owns where a sentence ends, in any script that the pack may use. Knows no blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 240
"""Characters after which a sentence is cut at a comma or a space: about 15 seconds of speech."""

_END = re.compile(r"(?<=[.!?…।॥؟。！？])[\"'”’»)\]]*\s+")
_COMMA = re.compile(r"(?<=[,;:،؛—–])\s+")
_SPACE = re.compile(r"\s+")

_NUMBERS = re.compile(
    r"""[\s,;(]*(?:
        doi:\s*\S+ | https?://(?:dx\.)?doi\.org/\S+ |
        (?:PubMed|PMID)(?:\ ID)?:?\s*\d+ | PMC\d+
    )\)?""",
    re.VERBOSE | re.IGNORECASE,
)


def sayable(text: str) -> str:
    """Return a text with single spaces, and none at its ends."""
    return " ".join(text.split())


def without_numbers(source: str) -> str:
    """Return a source's words without its numbers in catalogues: DOI, PubMed, PubMed Central."""
    return sayable(_NUMBERS.sub("", source))


def sentences(text: str) -> Iterator[str]:
    """Give a text's sentences in order; together they say all of it. None holds only spaces."""
    text = sayable(text)
    start = 0
    for end in _END.finditer(text):
        if _ends(text[start : end.start()], text[end.end() :]):
            yield from _short(text[start : end.end()].strip())
            start = end.end()
    if start < len(text):
        yield from _short(text[start:])


def _ends(before: str, after: str) -> bool:
    """Tell whether a stop is the end of a sentence: not "Dr. Roy", not "e.g. rice", not "1. a"."""
    if after[:1].islower():
        return False
    last = before.rsplit(None, 1)[-1].strip("\"'”’»)]([“‘«")
    return not last.endswith(".") or (len(last) > 3 and not last[:-1].isdecimal())


def _short(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST:
        cut = _last(_COMMA, sentence) or _last(_SPACE, sentence) or LONGEST
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    if sentence:
        yield sentence


def _last(place: re.Pattern[str], sentence: str) -> int:
    """Give the end of the last such place that leaves no scrap before it, or 0."""
    ends = [found.end() for found in place.finditer(sentence, 0, LONGEST)]
    return ends[-1] if ends and ends[-1] > LONGEST // 3 else 0
