"""Words and lists cut down to what somebody reads in one look.

Owns how much of a text, and how many things of a list, a finding repeats. Knows no finding.
"""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_WORDS = 60
"""Characters of the author's own words that a finding repeats, to be known again by."""

LONGEST_NAME = 80
"""Characters of a name that is to be copied: cut only where nobody would type it."""

MOST_LISTED = 5
"""Things that a list names before it only counts."""


def shortened(words: str, most: int = LONGEST_WORDS) -> str:
    """Give words in one line of `most` characters at most, cut behind a word where there is one."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    kept = words[: most - 2]
    before, space, _ = kept.rpartition(" ")
    # A text without spaces, or with one long word at its end, is cut within that word.
    return f"{before} …" if space and len(before) * 2 > most else f"{kept}…"


def as_name(name: str) -> str:
    """Give a name that is to be copied, in one line."""
    return shortened(name, LONGEST_NAME)


def middle_out(words: str, most: int) -> str:
    """Give a text of `most` characters at most; what is too long loses its middle."""
    if len(words) <= most:
        return words
    tail = most // 3
    first, last = words[: most - tail - 3], words[-tail:]
    # Between words where there are any: half a name would be taken for one.
    first = first[:cut] if (cut := first.rfind(" ")) > len(first) // 3 else first
    last = last[cut + 1 :] if 0 <= (cut := last.find(" ")) < len(last) // 2 else last
    return f"{first} … {last}"


def listed(things: Sequence[str]) -> str:
    """Name the first things of a list and count the others: "1, 2, 3, 4, 5 and 2,395 more"."""
    said = ", ".join(shortened(thing, 40) for thing in things[:MOST_LISTED])
    more = len(things) - MOST_LISTED
    return f"{said} and {more:,} more" if more > 0 else said
