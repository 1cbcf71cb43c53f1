"""Phone numbers as links: who reads on a phone calls the clinic, or for help, with one touch.

Owns which words are a number that can be called.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import htpy as h

_NUMBER = re.compile(r"\+?[\d\s().\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}-]+")
"""One number and nothing beside it, in any digits."""

_LONGEST = 15
"""Digits that a number has at most (ITU-T E.164)."""


def address(number: str) -> str:
    """Return the address that calls a number (RFC 3966); empty for what is not one number."""
    if not _NUMBER.fullmatch(number.strip()):
        return ""
    plus = "+" if number.strip().startswith("+") else ""
    dialled = (
        number.replace("(0)", "") if plus else number
    )  # +44 (0)20: who is abroad leaves it away
    digits = "".join(str(unicodedata.decimal(each)) for each in dialled if each.isdecimal())
    return f"tel:{plus}{digits}" if 2 <= len(digits) <= _LONGEST else ""


def call(number: str) -> h.Node:
    """Return a number as a link that calls it; what isn't one as it is."""
    called = address(number)
    return h.a(".nobreak", href=called, dir="ltr")[number] if called else number


def filled_call(words: str, number: str) -> h.Node:
    """Put a number into the place of %1."""
    before, _, after = words.partition("%1")
    return h.fragment[before, call(number), after]


def calls(text: str, numbers: Iterable[str]) -> h.Node:
    """Return a text in which each of these numbers is a link, where it is no part of another."""
    # Pages hold a number together with spaces of another kind.
    known = "|".join(r"\s".join(map(re.escape, each.split())) for each in numbers if address(each))
    if not known:
        return text
    return h.fragment[_parts(text, re.compile(rf"(?<!\d)(?<!\d[.,])(?:{known})(?![.,]?\d)"))]


def _parts(text: str, known: re.Pattern[str]) -> Iterator[h.Node]:
    at = 0
    for found in known.finditer(text):
        yield text[at : found.start()]
        yield call(found[0])
        at = found.end()
    yield text[at:]
