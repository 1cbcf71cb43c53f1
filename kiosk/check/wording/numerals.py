"""Numbers in running text, in whatever script and with whatever separators they are written.

Owns when two written numbers are the same one. Knows no page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from kiosk.page.superscripts import numbers_apart

_WRITTEN = re.compile("\\d+(?:[.,'\u2019\u066b\u066c\u00a0\u2009\u202f]\\d+)*")
_SEPARATOR = re.compile(r"([.,_])")
_DIGIT = re.compile(r"\d")
# Marks of one meaning only: those that part thousands, and the Arabic decimal one.
_MARKS = str.maketrans(
    {**dict.fromkeys("'\u2019\u066c\u00a0\u2009\u202f", "_"), "\u066b": "."},
)


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Give each number as a value that can be compared, and as it is written.

    1,000, 1.000 and 10,00,000 have thousands parted; 2,5 and 2.5 are decimals. A range is two
    numbers, a date three. A raised number is one of its own: 10⁹ is never 109.
    """
    for found in _WRITTEN.finditer(numbers_apart(text)):
        for value in _values(found[0]):
            yield value, found[0]


def without_facts(text: str, facts: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """Take the pack's own numbers out of a text; the names of those that it held come along.

    The emergency number and the phone are the clinic's, and may differ by language.
    """
    held = set()
    for name, value in facts.items():
        if value in text and _DIGIT.search(value):
            pattern = rf"(?<!\d){re.escape(value)}(?!\d)"
            text, count = re.subn(pattern, " ", text)
            if count:
                held.add(name)
    return text, frozenset(held)


def _values(written: str) -> Iterator[str]:
    folded = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in written)
    first, *rest = _SEPARATOR.split(folded.translate(_MARKS))
    marks, groups = rest[::2], rest[1::2]
    if not groups:
        yield str(int(first))
    elif _parts_thousands(first, marks, groups):
        yield str(int(first + "".join(groups)))
    elif len(groups) > 1 and _parts_thousands(first, marks[:-1], groups[:-1]) and _ends(marks):
        yield _decimal(first + "".join(groups[:-1]), groups[-1])
    elif len(groups) == 1 and marks[0] != "_" and (len(groups[0]) <= 3 or not int(first)):
        yield _decimal(first, groups[0])
    else:
        yield from (str(int(group)) for group in (first, *groups))


def _parts_thousands(first: str, marks: list[str], groups: list[str]) -> bool:
    """Tell whether the groups are thousands: by threes, or as in South Asia by twos and a three."""
    if not 1 <= len(first) <= 3 or first.startswith("0") or len(set(marks)) != 1:
        return False
    *middle, last = groups
    return len(last) == 3 and (
        all(len(group) == 3 for group in middle)
        or (len(first) <= 2 and all(len(group) == 2 for group in middle))
    )


def _ends(marks: list[str]) -> bool:
    return marks[-1] != "_" and marks[-1] not in marks[:-1]


def _decimal(whole: str, part: str) -> str:
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))
