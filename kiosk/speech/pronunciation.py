"""How a text is written for an engine that would say it otherwise than people do.

Owns these few spellings and nothing of what is shown: they stand on no screen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# A number to dial: it begins with a zero or a plus, and has six digits or more in all. A day such
# as 01/02/2026 is none.
_DIALLED = re.compile(
    r"(?<![\w.,/-])(?!\d{1,2}([/-])\d{1,2}\1\d{2,4}(?!\d))(?:\+\d|[0\u0966\u09e6\u0660\u06f0])"
    r"(?:[ ()/-]{0,2}\d){5,14}(?![\w.,]\d)"
)

# WORKAROUND: espeak-ng 1.51 says no vowel behind these letters of Bengali when they are written as
# two characters, as Unicode's normal form writes them; behind YYA as one, it says a vowel too many
# where none is written. Its --ipa shows it. tests/unit/speech/test_pronunciation.py
_LETTERS = (
    (re.compile("\u09a1\u09bc"), "\u09dc"),
    (re.compile("\u09a2\u09bc"), "\u09dd"),
    (re.compile("\u09af\u09bc(?=[\u09be-\u09cc\u09d7])"), "\u09df"),
    (re.compile("\u09df(?![\u09be-\u09cc\u09d7])"), "\u09af\u09bc"),
)

# What stands between or behind numbers and is no word: engines say its letters, or nothing.
_RANGE = re.compile(r"(?<=\d) ?\u2013 ?(?=\d)")
_UNIT = re.compile(r"(?<![\w.,])(\d[\d.,]*)[ \u202f]?(mg|ml|mm|cm|[\u00b5\u03bc]g|%)(?!\w)")
_NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "\u2013": "to", "mg": "milligram", "ml": "millilitre", "mm": "millimetre",
        "cm": "centimetre", "\u00b5g": "microgram", "\u03bcg": "microgram",
    },
    "bn": {
        "\u2013": "থেকে", "mg": "মিলিগ্রাম", "ml": "মিলিলিটার", "mm": "মিলিমিটার",
        "cm": "সেন্টিমিটার", "\u00b5g": "মাইক্রোগ্রাম", "\u03bcg": "মাইক্রোগ্রাম", "%": "শতাংশ",
    },
}  # fmt: skip


def dialled(text: str, emergency: str = "") -> str:
    """Part the digits of phone numbers: nobody dials "three hundred thousand".

    `emergency` is the pack's number for that, too short to be told from others by its looks; a
    count that is the same number is parted as well.
    """
    for number in re.findall(r"\d{2,}", emergency):
        own = rf"(?<![\w.,/-]){number}(?![\w/-]|[.,]\d)"
        text = re.sub(own, " ".join(number), text)
    return _DIALLED.sub(
        lambda found: " ".join(c for c in found[0] if c.isdigit() or c == "+"), text
    )


def written_out(text: str, language: str) -> str:
    """Write units and ranges behind numbers as words, in the languages that we know them in."""
    names = _NAMES.get(_base(language))
    if names is None:
        return text

    def named(found: re.Match[str]) -> str:
        number, unit = found[1], found[2]
        if unit not in names:
            return found[0]
        many = "s" if names is _NAMES["en"] and number != "1" else ""
        return f"{number} {names[unit]}{many}"

    return _UNIT.sub(named, _RANGE.sub(f" {names[chr(0x2013)]} ", text))


def spelt_as_said(text: str, said: Iterable[tuple[str, str]]) -> str:
    """Write a pack's own words as they sound; a word that is all capitals only where it is so."""
    for word, sound in said:
        case = 0 if word.isupper() else re.IGNORECASE
        whole = rf"(?<![\w.]){re.escape(word)}(?![\w/-]|\.\w)"
        text = re.sub(whole, sound.replace("\\", ""), text, flags=case)
    return text


def for_espeak(text: str) -> str:
    """Write Bengali letters as espeak-ng says them."""
    for written, said in _LETTERS:
        text = written.sub(said, text)
    return text


def _base(language: str) -> str:
    return language.partition("-")[0].lower()
