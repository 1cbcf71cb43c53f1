"""How a text is written for an engine that would say it otherwise than people do.

Owns these few spellings and nothing of what is shown: they stand on no screen.
"""

from __future__ import annotations

import re

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


def dialled(text: str) -> str:
    """Part the digits of phone numbers: nobody dials "three hundred thousand"."""
    return _DIALLED.sub(
        lambda found: " ".join(c for c in found[0] if c.isdigit() or c == "+"), text
    )


def for_espeak(text: str) -> str:
    """Write Bengali letters as espeak-ng says them."""
    for written, said in _LETTERS:
        text = written.sub(said, text)
    return text
