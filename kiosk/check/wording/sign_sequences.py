"""Signs as a reader counts them: a picture of several characters is one.

Owns which characters make one sign, and which of them are drawn. Knows no page and no font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set

_MODIFIER = "[\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_SEQUENCE = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"  # two letters that make a flag
    f"|.{_MODIFIER}*(?:\u200d[^\\s\\w]{_MODIFIER}*)*",
    re.DOTALL,
)
_UNDRAWN = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x34F, 0x3164)))
_NAMELESS = "a sign without a name"


def is_drawn(character: str) -> bool:
    """Tell whether a font must have a character: no space, no control, nothing that only steers."""
    if character.isascii() or character in _UNDRAWN:
        return False
    kind = unicodedata.category(character)
    return kind[0] != "Z" and kind not in ("Cc", "Cf", "Cs")


def sequences_with(line: str, wanted: Set[str]) -> Iterator[tuple[int, str]]:
    """Give place and characters of each sign of a line that holds one of the wanted ones."""
    if wanted.isdisjoint(line):
        return
    for found in _SEQUENCE.finditer(line):
        if not wanted.isdisjoint(found[0]):
            yield found.start(), found[0]


def described(sequence: str) -> str:
    """Give a sign with its Unicode name and number: 😀 GRINNING FACE (U+1F600)."""
    names = [unicodedata.name(each, _NAMELESS) for each in sequence if is_drawn(each)]
    numbers = " ".join(f"U+{ord(each):04X}" for each in sequence)
    # Where nobody has agreed on a picture, one font shows this and another that.
    shown = sequence if any(unicodedata.name(each, "") for each in sequence) else ""
    return f"{shown} {', '.join(dict.fromkeys(names))} ({numbers})".strip()
