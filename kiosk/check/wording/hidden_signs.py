"""Signs that nobody sees: which turn the order of letters around, part a word, or do nothing.

Owns where such a sign has a meaning: each script has its own rules. Knows no page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_NON_JOINER, _JOINER, _ZERO_SPACE = "\u200c", "\u200d", "\u200b"

# Format characters that are drawn: they stand around or over the digits that follow them.
_DRAWN = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# Letters and marks by their kind, yet without any picture.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_FLAG, _LAST_TAG = "\U0001f3f4", "\U000e007f"

_WITHOUT_SPACES = ("THAI", "LAO", "KHMER", "MYANMAR", "TAI", "NEW", "BALINESE", "JAVANESE")
"""Scripts that part no words by spaces: there a sign of no width says where a line may end."""

_WITH_VIRAMA = (
    "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA",
    "MALAYALAM", "SINHALA",
)  # fmt: skip
"""Scripts in which a joiner has a meaning beside the sign that takes a vowel away (virama)."""

_UNJOINED = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "HEBREW", "CJK", "HANGUL",
             "HIRAGANA", "KATAKANA", "ETHIOPIC", "CHEROKEE")  # fmt: skip
"""Scripts whose letters never join, or never otherwise."""


def script(character: str) -> str:
    """Give the first word of a character's name, which for a letter is its script; else nothing."""
    if unicodedata.category(character)[0] not in "LM":
        return ""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def named(character: str) -> str:
    """Give a sign by its Unicode name and number."""
    return f"{unicodedata.name(character, 'a sign without a name')} (U+{ord(character):04X})"


def is_hidden(character: str) -> bool:
    """Tell whether a sign has no picture of its own, though it may have a meaning."""
    return character in _BLANK or (
        unicodedata.category(character) == "Cf" and character not in _DRAWN
    )


def turns(character: str) -> bool:
    """Tell whether a sign turns the order around in which letters are shown."""
    return character in _TURNING or character in _DIRECTION_MARKS


def hidden_signs(line: str) -> Iterator[int]:
    """Give the places of the hidden signs of a line that have no meaning where they stand."""
    if line.isascii():
        return
    for at, character in enumerate(line):
        if is_hidden(character) and not _means_something(character, line, at):
            yield at


def without_hidden(line: str) -> str:
    """Give a line without its hidden signs."""
    return "".join(character for character in line if not is_hidden(character))


def _means_something(sign: str, line: str, at: int) -> bool:
    before, after = line[:at], line[at + 1 :]
    if sign in _DIRECTION_MARKS:
        return any(
            unicodedata.bidirectional(each) in ("R", "AL") for each in line if each.isalpha()
        )
    if sign in (_JOINER, _NON_JOINER):
        return _joins(sign, before, after)
    if sign == _ZERO_SPACE:
        return script(before[-1:] or " ") in _WITHOUT_SPACES and bool(after.strip())
    if sign == "\u034f":  # it keeps the order of Hebrew vowel signs
        return script(before[-1:] or " ") == "HEBREW"
    if "\U000e0020" <= sign <= _LAST_TAG:  # the flags of England, Scotland and Wales
        return before.rstrip("".join(map(chr, range(0xE0020, 0xE0080)))).endswith(_FLAG)
    return False


def _joins(sign: str, before: str, after: str) -> bool:
    """Tell whether a joiner stands between signs that it joins or keeps apart."""
    last, first = before[-1:] or " ", after[:1] or " "
    if sign == _JOINER and _is_picture(last) and _is_picture(first):
        return True
    scripts = {script(last), script(first)} - {""}
    if scripts & set(_WITH_VIRAMA):
        # Unicode 16, chapter 12; RFC 5892, appendix A. Bengali has it before the virama too.
        return 9 in (unicodedata.combining(last), unicodedata.combining(first))
    return bool(scripts - set(_UNJOINED) - {"COMBINING", "VARIATION"})


def _is_picture(character: str) -> bool:
    # The sign behind a picture that asks for colours, and the colours of a skin.
    return unicodedata.category(character) == "So" or character in (
        "\ufe0f", "\U0001f3fb", "\U0001f3fc", "\U0001f3fd", "\U0001f3fe", "\U0001f3ff"
    )  # fmt: skip
