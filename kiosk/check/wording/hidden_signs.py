"""Signs that nobody sees: which turn the order of letters around, part a word, or do nothing.

Owns where such a sign has a meaning: each script has its own rules. Knows no page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kiosk.page.source import from_right

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_NON_JOINER, _JOINER, _ZERO_SPACE = "\u200c", "\u200d", "\u200b"

# The format characters (Cf) but those that are drawn around digits, and letters without a picture.
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f]"
)
_FLAG, _LAST_TAG = "\U0001f3f4", "\U000e007f"
_TAGS, _MOST_TAGS = "".join(map(chr, range(0xE0020, 0xE0080))), 8

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


def turns(character: str) -> bool:
    """Tell whether a sign turns the order around in which letters are shown."""
    return character in _TURNING or character in _DIRECTION_MARKS


def hidden_signs(line: str) -> Iterator[int]:
    """Give the places of the hidden signs of a line that have no meaning where they stand."""
    runs_left: bool | None = None
    for found in _HIDDEN.finditer(line):
        if found[0] in _DIRECTION_MARKS:
            runs_left = from_right(_HIDDEN.sub("", line)) if runs_left is None else runs_left
            means = runs_left
        else:
            means = _means_something(line, found.start())
        if not means:
            yield found.start()


def without_hidden(line: str) -> str:
    """Give a line without its hidden signs."""
    return _HIDDEN.sub("", line)


def _means_something(line: str, at: int) -> bool:
    """Tell whether a sign means something between its neighbours; the line is not copied."""
    sign, last, first = line[at], line[at - 1 : at] or " ", line[at + 1 : at + 2] or " "
    if sign in (_JOINER, _NON_JOINER):
        return _joins(sign, last, first)
    if sign == _ZERO_SPACE:
        return script(last) in _WITHOUT_SPACES and not first.isspace()
    if sign == "\u034f":  # it keeps the order of Hebrew vowel signs
        return script(last) == "HEBREW"
    if "\U000e0020" <= sign <= _LAST_TAG:  # the flags of England, Scotland and Wales
        return line[max(0, at - _MOST_TAGS) : at].rstrip(_TAGS).endswith(_FLAG)
    return False


def _joins(sign: str, last: str, first: str) -> bool:
    """Tell whether a joiner stands between signs that it joins or keeps apart."""
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
