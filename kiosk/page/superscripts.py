"""Raised and lowered words: Unicode's signs, how they stand in plain text, how they are said.

Owns that a number never runs into the one that it stands at: 10 and a raised 9 are never 109, for
the eye, for the ear, and where numbers are compared. Knows no spans.
"""

from __future__ import annotations

import re
import unicodedata

from kiosk.page.phrases import Phrases

_PLAIN = "0123456789+-=()"
_MINUS = "\N{MINUS SIGN}"
_RAISED = dict(zip(_MINUS + _PLAIN, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", strict=True))
_LOWERED = dict(zip(_MINUS + _PLAIN, "₋₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))
_ON_THE_LINE = str.maketrans(
    # A minus comes back as the sign that stands last: a hyphen.
    {sign: plain for signs in (_RAISED, _LOWERED) for plain, sign in signs.items()}
)

_UP, _DOWN = "".join(_RAISED.values()), "".join(_LOWERED.values())
# Patterns are compiled by who first needs them: a start does not.
_MOVED = rf"([{_UP}]+|\^\([^()\n]{{1,80}}\))|([{_DOWN}]+|_\([^()\n]{{1,80}}\))"
_AFTER_DIGIT = rf"(?<=\d)(?:{_MOVED})"
_DASHES = ("-", _MINUS, "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}")
_MINUS_LIKE = rf"^[{''.join(_DASHES)}](?=\d|$)|(?<=\d)[{''.join(_DASHES)}]$"
_CHARGE = r"(\d*)([+-])"
_ISOLATE = rf"\d[\d.,]*[{_UP}]+"


def signs(words: str, *, lowered: bool) -> str:
    """Give words as Unicode's superscripts or subscripts; "" where it has none for one of them."""
    words = _with_minus(words)
    known = _LOWERED if lowered else _RAISED
    return "".join(known[each] for each in words) if all(each in known for each in words) else ""


def in_plain_text(words: str, *, lowered: bool) -> str:
    """Give raised or lowered words as they stand where all has one height.

    Letters stay what they are, as in 1st; one Latin letter by itself is a power, as in 10^(x).
    """
    letters = all(unicodedata.category(each)[0] in "LM" for each in words)
    if letters and (lowered or len(words) > 1 or not words.isascii()):
        return words
    return signs(words, lowered=lowered) or f"{'_' if lowered else '^'}({words})"


def on_the_line(text: str) -> str:
    """Give a text with plain digits for Unicode's raised and lowered ones, as many letters long."""
    return text.translate(_ON_THE_LINE)


def numbers_apart(text: str) -> str:
    """Give a text with a raised or lowered number as one of its own behind the one it stands at.

    One that is negative keeps a sign that it is raised: 10 ^-6, or 10⁻⁶ would read as a range.
    Behind letters, as in m² and H₂O, it is a part of the word and taken out: `numbers_in_words`
    gives it.
    """
    text = re.sub(_AFTER_DIGIT, _apart, text)
    return re.sub(_MOVED, " ", text)


def numbers_in_words(text: str) -> str:
    """Give what `numbers_apart` takes out: what is raised or lowered behind no number."""
    return " ".join(map(_bare, re.finditer(_MOVED, re.sub(_AFTER_DIGIT, " ", text))))


def isolated(text: str) -> str:
    """Give a text in which each number with its power runs from left to right (UAX 9, LRI, PDI)."""
    return re.sub(
        _ISOLATE,
        lambda found: f"\N{LEFT-TO-RIGHT ISOLATE}{found[0]}\N{POP DIRECTIONAL ISOLATE}",
        text,
    )


def aloud(text: str, say: Phrases) -> str:
    """Give a text as it is said: "10 to the power of 9", "5 m squared", "H 2 O".

    No engine can be trusted with the signs: espeak-ng 1.51 says "ten nine" for 10⁹ and "ten" for
    10⁻⁶.
    """

    def said(found: re.Match[str]) -> str:
        start, end = found.span()
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        words = _said(found, before, say)
        joined = _holds(before) and not words.startswith(("-", ","))
        return f"{' ' * joined}{words}{' ' * behind.isalnum()}"

    return re.sub(_MOVED, said, text) if re.search(_MOVED, text) else text


def _with_minus(words: str) -> str:
    """Give words with a hyphen for whatever dash is the sign of a number, as in 10^–6^ or Cl^–^."""
    return re.sub(_MINUS_LIKE, "-", words)


def _bare(found: re.Match[str]) -> str:
    """Give the words of what is raised or lowered."""
    moved = found[0]
    return moved[2:-1] if moved[0] in "^_" else on_the_line(moved)


def _apart(found: re.Match[str]) -> str:
    words = numbers_apart(_bare(found))
    return f" ^{words} " if words.startswith(_DASHES) else f" {words} "


def _holds(sign: str) -> bool:
    """Tell whether what is raised behind a sign is raised from it: a letter, a digit, a bracket."""
    return unicodedata.category(sign or " ")[0] in "LMN" or sign in {")", "]"}


def _said(found: re.Match[str], before: str, say: Phrases) -> str:
    words = aloud(_with_minus(_bare(found)), say)
    if found[2]:
        # By a comma, or 10 and 200 would be one number.
        return f", {words}" if before.isdecimal() else words
    if charge := re.fullmatch(_CHARGE, words):
        sign = say.plus() if charge[2] == "+" else say.minus()
        return f"{charge[1]} {sign}".strip()
    if not _holds(before):
        return words
    if words in {"2", "3"} and not before.isdecimal():
        return say.squared() if words == "2" else say.cubed()
    power = say.negative(words[1:]) if words.startswith("-") else words.removeprefix("+")
    return say.power(power)
