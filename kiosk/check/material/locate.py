"""Where in a Markdown file the words of a page stand.

The parser keeps no positions: Markdown loses them. Owns the way back: both texts are reduced to
letters and digits, and what never reaches the page (addresses, marks, anchors) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate

from kiosk.check.material.finding import NOWHERE, Spot
from kiosk.page.source import SourceText
from kiosk.page.superscripts import on_the_line

# In the order in which they must be tried: facts, link targets, marks of sources, anchors,
# entities, then a run of letters, digits and vowel signs.
_PIECE = re.compile(
    r"""\{\{\s*(?P<fact>\w+)\s*\}\}
      | (?P<skipped>\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)? | \[\^[^\]\n]*\]:? | \{[:\#][^}\n]*\}
                  | &\#?\w+; | ^[ ]*!!![ ]*[\w-]+)
      | (?P<run>[^\W_]+)""",
    re.VERBOSE | re.MULTILINE,
)
_RUN = re.compile(r"[^\W_]+")

LONGEST = 80
"""Characters by which a passage is looked up: more only make it slower."""

_SURE = 8
"""Letters before a place and behind it that must be the same for it to be the right one."""


def letters(words: str) -> int:
    """Count the letters and digits of a text, as `Locator.find` sees them."""
    return len(_bare(words))


def _bare(words: str) -> str:
    return "".join(_RUN.findall(on_the_line(words)))


class Locator:
    """Finds words of one file; each search may begin behind the last one.

    `untagged` is its text with spaces for its HTML tags.
    """

    def __init__(self, source: SourceText, facts: Mapping[str, str], untagged: str) -> None:
        self._source = source
        pieces: list[str] = []
        self._offsets: list[int] = []
        for found in _PIECE.finditer(untagged):
            if found["run"]:
                words = [(found["run"], found.start())]
            elif found["fact"]:
                value = facts.get(found["fact"], "")
                words = [(run, found.start()) for run in _RUN.findall(value)]
            else:
                continue
            for run, offset in words:
                pieces.append(run)
                self._offsets.append(offset)
        ends = list(accumulate(map(len, pieces)))
        self._starts = [0, *ends[:-1]] if ends else []
        self._text = on_the_line("".join(pieces))
        self._lines = [0, *(at.end() for at in re.finditer("\n", source.text))]

    def find(self, words: str, after: int = 0) -> int:
        """Give the place of `words` among the letters of the file, from `after` on, else -1."""
        wanted = _bare(words[: 2 * LONGEST])[:LONGEST]
        if not wanted:
            return -1
        return self._text.find(wanted, after)

    def within(self, place: int, text: str, at: int) -> int:
        """Give the place of what stands `at` an index of a text that begins at a place, else -1.

        Where no letter follows, that of the last one before it. Where the file has other letters on
        the way, as an entity or words that are crossed out, what stands around it is looked for.
        """
        before, behind = _bare(text[:at]), _bare(text[at : at + LONGEST])[:_SURE]
        around = before[-_SURE:] + behind
        begin = place + max(0, len(before) - _SURE)
        if around and not self._text.startswith(around, begin):
            begin = self._text.find(around, place)
        return begin + len(around) - (len(behind) or 1) if around and begin >= 0 else -1

    def begin(self, line: int) -> int:
        """Give the offset at which a line begins, counted from 0."""
        return self._lines[min(line, len(self._lines) - 1)]

    def place(self, offset: int) -> int:
        """Give the place of the first letter from an offset into the file's text on."""
        piece = bisect_left(self._offsets, offset)
        return self._starts[piece] if piece < len(self._starts) else len(self._text)

    def spot(self, place: int) -> Spot:
        """Give line and column of a place that `find` has given."""
        if place < 0 or not self._starts:
            return NOWHERE
        piece = bisect_right(self._starts, place) - 1
        return self.at(self._offsets[piece] + place - self._starts[piece])

    def at(self, offset: int) -> Spot:
        """Give line and column of an offset into the file's text."""
        line = bisect_right(self._lines, offset)
        return Spot(line, offset - self._lines[line - 1] + 1)

    def raw(self, words: str, after: int = 0) -> Spot:
        """Give the place of these very characters, markup included; the whole file if nowhere."""
        offset = self._source.text.find(words, after) if words else -1
        return self.at(offset) if offset >= 0 else NOWHERE
