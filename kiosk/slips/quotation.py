"""Quotation marks of every kind around words, and the straight ones to write instead.

Owns what words were meant by a value that is quoted badly, and why its marks are wrong.
"""

from __future__ import annotations

import re

MARKS = "\"'“”„‟‘’‚‛«»‹›「」`´＂"
_DOUBLE = '"“”„‟«»＂'
_TAIL = re.compile(rf"(?<=[{MARKS}])\s*[,;.]$")
_DOUBLED = re.compile(f"^([{_DOUBLE}])\\1+(?=.)|(?<=.)([{_DOUBLE}])\\2+$")
_APOSTROPHES = "'’‘´`"
INVISIBLE = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\u00ad"
"""Characters that look like a space or like nothing, for use in a pattern's brackets."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")


def tidy(text: str) -> str:
    """Give words with plain spaces only, and none around them."""
    return _INVISIBLE.sub(" ", text).strip()


def meant(value: str) -> str:
    """Give the words that a value was meant to hold, without the marks around them."""
    words = _DOUBLED.sub(r"\1\2", _TAIL.sub("", value.strip()))
    if words[:1] and words[0] in MARKS and not _goes_on(words):
        opening, words = words[0], words[1:]
        # The last mark belongs to the first, unless it closes one that stands within the words.
        closing = words[-1:]
        if closing and closing in MARKS and not _closes_another(words, opening):
            words = words[:-1]
    elif words[-1:] and words[-1] in _DOUBLE and sum(c in _DOUBLE for c in words) == 1:
        words = words[:-1]
    return words.replace('\\"', '"').strip()


def quoted(words: str) -> str:
    """Put words between straight quotation marks; those within become curly ones."""
    parts = words.replace("\\", "\\\\").split('"')
    inner = parts[0]
    for at, part in enumerate(parts[1:]):
        inner += ("”" if at % 2 else "“") + part
    return f'"{inner}"'


def flaw(value: str) -> str:
    """Say what is wrong with the marks around a value; nothing where they are right or none."""
    value = value.strip()
    first, last = value[:1], value[-1:]
    if not first:
        return ""
    if first not in MARKS:
        wrong = last in _DOUBLE and sum(c in _DOUBLE for c in value) == 1
        return "the opening quotation mark is missing" if wrong else ""
    if first not in "\"'":
        # “Known” risks, “Yes” or “No”: these marks belong to the words.
        inner = any(c in _DOUBLE for c in value[1:-1])
        if last in MARKS and len(value) > 1:
            return "" if inner else "the quotation marks are not the straight ones"
        return "" if inner or last in MARKS else "the closing quotation mark is missing"
    if len(value) == 1 or (last not in MARKS and value[1:].find(first) < 0):
        return "the closing quotation mark is missing"
    if last not in MARKS:
        return "something stands behind the closing quotation mark"
    if last != first:
        return "the two quotation marks are not alike"
    return "quotation marks stand within quotation marks" if first in value[1:-1] else ""


def _goes_on(words: str) -> bool:
    """Tell whether words stand behind those in quotation marks: "Risks" and more."""
    return words[-1] not in MARKS and sum(c in _DOUBLE for c in words) > 1


def _closes_another(words: str, opening: str) -> bool:
    inner, last = words[:-1], words[-1]
    if last in _APOSTROPHES and opening in _DOUBLE:
        # "It is the patients' has lost its closing mark; 'Risks" has one that is not alike.
        return inner[-1:] == "s"
    return last in _DOUBLE and opening == last == '"' and inner.count('"') % 2 == 1
