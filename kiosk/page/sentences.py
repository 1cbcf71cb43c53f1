"""Where a sentence ends, in any script that a pack may use. Knows no blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_WORD = 40
"""Characters before a stop that are looked at."""

_END = re.compile(r"(?<=[.!?…।॥؟。！？])[\"'”’»)\]]*\s+")


def sayable(text: str) -> str:
    """Return a text with single spaces, and none at its ends."""
    return " ".join(text.split())


def whole_sentences(text: str) -> Iterator[str]:
    """Give a text's sentences in order; together they say all of it. None holds only spaces."""
    text = sayable(text)
    start = 0
    for end in _END.finditer(text):
        # Only the last word counts, and the next letter: a long text is not copied at each stop.
        before = text[max(start, end.start() - LONGEST_WORD) : end.start()]
        if _ends(before, text[end.end() : end.end() + 1]):
            yield text[start : end.end()].strip()
            start = end.end()
    if start < len(text):
        yield text[start:]


def _ends(before: str, after: str) -> bool:
    """Tell whether a stop is the end of a sentence: not "Dr. Roy", not "e.g. rice", not "1. a"."""
    if after[:1].islower():
        return False
    last = before.rsplit(None, 1)[-1].strip("\"'”’»)]([“‘«")
    return not last.endswith(".") or (len(last) > 3 and not last[:-1].isdecimal())
