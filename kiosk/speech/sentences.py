"""Text as it is said: cut into sentences, so that a pause or a step back is never far away.

Owns how long one piece may be, and what isn't said at all. Knows no blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.page.sentences import sayable, whole_sentences

LONGEST = 240
"""Characters after which a sentence is cut at a comma or a space: about 15 seconds of speech."""

_COMMA = re.compile(r"(?<=[,;:،؛—–])\s+")
_SPACE = re.compile(r"\s+")

_NUMBERS = re.compile(
    r"""[\s,;(]*(?:
        doi:\s*\S+ | https?://(?:dx\.)?doi\.org/\S+ |
        (?:PubMed|PMID)(?:\ ID)?:?\s*\d+ | PMC\d+
    )\)?""",
    re.VERBOSE | re.IGNORECASE,
)


def without_numbers(source: str) -> str:
    """Return a source's words without its numbers in catalogues: DOI, PubMed, PubMed Central."""
    return sayable(_NUMBERS.sub("", source))


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


def _last(place: re.Pattern[str], sentence: str) -> int:
    """Give the end of the last such place that leaves no scrap before it, or 0."""
    ends = [found.end() for found in place.finditer(sentence, 0, LONGEST)]
    return ends[-1] if ends and ends[-1] > LONGEST // 3 else 0
