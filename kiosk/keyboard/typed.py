"""What typing does to what was typed: a key more, a letter less. Pure, and keeps nothing."""

from __future__ import annotations

import unicodedata

LONGEST = 60
"""Characters that can be typed: a long question; a page of them would be no search any more."""

_VIRAMA = 9
"""Unicode's combining class of the sign that binds two consonants, such as hasanta."""

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


def longer(text: str, key: str) -> str:
    """Return the text with what a key types behind it; as it is where nothing more fits."""
    if key == " " and (not text or text.endswith(" ")):
        return text
    made = unicodedata.normalize("NFC", text + key)
    return made if len(made) <= LONGEST else text


def shorter(text: str) -> str:
    """Return the text without what its reader takes for its last letter or sign.

    A vowel sign goes by itself. A consonant takes with it what binds it to the one before, and
    any letter the dot or the accents on it.
    """
    rest = unicodedata.normalize("NFD", text)
    while rest and unicodedata.combining(rest[-1]) not in (0, _VIRAMA):
        rest = rest[:-1]
    binds = bool(rest) and (rest[-1] in _JOINERS or unicodedata.combining(rest[-1]) == _VIRAMA)
    rest = rest[:-1]
    while not binds and rest and _binding(rest[-1]):
        rest = rest[:-1]
    return unicodedata.normalize("NFC", rest)


def _binding(sign: str) -> bool:
    return sign in _JOINERS or unicodedata.combining(sign) == _VIRAMA
