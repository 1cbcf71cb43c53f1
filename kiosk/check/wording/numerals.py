"""Numbers in running text, in whatever script and with whatever separators they are written.

Owns when two written numbers are the same one. Knows no page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from kiosk.page.superscripts import numbers_apart, numbers_in_words

_WRITTEN = re.compile(
    "\\d+(?:[.,'\u2019\u060c\u066b\u066c\u00a0\u2009\u202f]\\d+)*"
    "|(?P<fraction>[\u00bc-\u00be\u2150-\u215e\u2189])"
)
_SEPARATOR = re.compile(r"([.,_])")
_DIGIT = re.compile(r"\d")
_LOW = re.compile(r"\d{1,2}")
# Marks of one meaning only: those that part thousands, and the Arabic decimal one. The Arabic comma
# may be either, as ours.
_MARKS = str.maketrans(
    {**dict.fromkeys("'\u2019\u066c\u00a0\u2009\u202f", "_"), "\u066b": ".", "\u060c": ","},
)
_DASHES = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}")
_EXPONENT = re.compile(r"\d[eE]$")
"""What stands before the sign of 1e-6: one number in short, no range and no name such as B-12."""

_MINUS_WORD = re.compile(r"(?:^|\s)((?:minus|মাইনাস)\s+)$", re.IGNORECASE)
_LONGEST = 20
"""Signs before a number that are looked at: more than the word for minus takes."""
_UNITS = frozenset("%\u2030\u00b0'\"\u2019\u2032\u2033")
_JOINS = frozenset("LMN") | {"Pe", "Pd"}
"""Categories of signs that a dash goes with: 6-8, COVID-19, (a)-1."""


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Give each number as a value that can be compared, and as it is written.

    1,000, 1.000 and 10,00,000 have thousands parted; 2,5 and 2.5 are decimals. A range is two
    numbers, a date three, a half is 1/2. A raised number is one of its own: 10⁹ is never 109. A
    number below nothing is another one than that above, with whatever dash it is written.
    """
    text = numbers_apart(text)
    for found in _WRITTEN.finditer(text):
        if found["fraction"]:
            whole, _, part = unicodedata.normalize("NFKC", found[0]).partition("\N{FRACTION SLASH}")
            yield from ((value, found[0]) for value in (whole, part))
            continue
        first, *others = _values(found[0])
        sign = _sign(text, found.start())
        yield f"-{first}" if sign and first != "0" else first, sign + found[0]
        yield from ((value, found[0]) for value in others)


def loose_numbers(text: str) -> Iterator[str]:
    """Give numbers that are parts of words, as in m² and CO₂, as values that can be compared.

    Another language may write them on the line, or with other words.
    """
    return (value for value, _ in numbers(numbers_in_words(text)))


def without_facts(text: str, facts: Mapping[str, str]) -> tuple[str, frozenset[str]]:
    """Take the pack's own numbers out of a text; the names of those that it held come along.

    The emergency number, the phone and what a clinic fills in may differ by language. A lone
    number as low as the 6 of "6 sessions" stays: the 6 of "6 in 100" is nobody's own.
    """
    held = set()
    for name, value in facts.items():
        if value in text and _DIGIT.search(value) and not _LOW.fullmatch(value):
            pattern = rf"(?<!\d){re.escape(value)}(?!\d)"
            text, count = re.subn(pattern, " ", text)
            if count:
                held.add(name)
    return text, frozenset(held)


def _sign(text: str, start: int) -> str:
    """Give what makes the number that starts there negative, as it is written; "" for none."""
    before = text[max(0, start - _LONGEST) : start]
    if before[-1:] in _DASHES:
        joins = _goes_on(before[:-1]) and not _EXPONENT.search(before[:-1])
        return "" if joins else before[-1]
    word = _MINUS_WORD.search(before)
    return word[1] if word else ""


def _goes_on(before: str) -> bool:
    """Tell whether a dash is none of the number behind it, but joins it to what stands before."""
    last = before[-1:] or " "
    category = unicodedata.category(last)
    if last.isspace():
        # 3 -5 is a range, wherever its spaces stand.
        end = before.rstrip()[-1:]
        return end.isdecimal() or end in _UNITS
    return last in _UNITS or category in _JOINS or category[0] in _JOINS


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
