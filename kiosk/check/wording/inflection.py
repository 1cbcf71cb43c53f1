"""The endings that a language hangs on a word, so that a word is found in its other forms.

Owns the endings. Knows neither a glossary nor a list of words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_ARTICLES = ("টি", "টা", "টুকু", "খানা", "গুলো", "গুলি", "সমূহ")
_CASES = ("", "র", "কে", "তে", "য়", "ও", "ই")
_BENGALI = (
    *("ের", "ে", "েও", "েই", "েতে", "েরা", "এর", "এও", "র", "কে", "তে", "য়", "রা", "দের"),
    *("ও", "ই", "সহ", "জনিত", "রও", "রই", "কেও", "তেও", "য়ও", "তেই"),
    *(article + case for article in _ARTICLES for case in _CASES),
)

ENDINGS: dict[str, tuple[str, ...]] = {
    "en": ("s", "es", "'s", "’s", "s'", "s’"),
    "bn": tuple(unicodedata.normalize("NFC", ending) for ending in _BENGALI),
}
"""What may follow a word, by language. Where a language isn't here, up to two letters may."""

_EDGES = "()[]{}.,;:!?।“”\"'"
_UNKNOWN = 2
_DROPPED = {"y": "(?:y|ies|ied)", "e": "(?:e|es|ed|er|ing)"}
_VERBS = "(?:ed|ing|ly)"

SEPARATORS = r"\s.,;:!?।॥؟…()\[\]{}\"“”«»/|—–·<>=+*%&#@~^`\-"
"""Characters that end a word. Apostrophes don't, nor do the vowel signs of any script."""


def ends_well(tail: str, language: str) -> bool:
    """Tell whether `tail`, behind a word of that language, makes another form of this word."""
    endings = ENDINGS.get(language.partition("-")[0])
    if endings is None:
        return len(tail) <= _UNKNOWN
    return unicodedata.normalize("NFC", tail) in endings


def pattern(phrases: Sequence[str], language: str, *, every_word: bool = False) -> re.Pattern[str]:
    """Give what finds each phrase as whole words, the last one in its other forms too.

    With `every_word`, each word may have an ending, within brackets and behind them. The name of
    the group that has found something is `p` and the index of the phrase.
    """
    written = _inflected if every_word else _phrase
    found = (f"(?P<p{index}>{written(phrase, language)})" for index, phrase in enumerate(phrases))
    bounded = f"(?<![^{SEPARATORS}'’‘])(?:{'|'.join(found)})(?![^{SEPARATORS}'’‘])"
    return re.compile(bounded, re.IGNORECASE)


def _phrase(phrase: str, language: str) -> str:
    *first, last = unicodedata.normalize("NFC", phrase).split() or [""]
    parts = [*map(_exactly, first), _exactly(last) + _tail(last, language)]
    if last[-1:] in _DROPPED and language.partition("-")[0] == "en":
        parts[-1] = _exactly(last[:-1]) + _DROPPED[last[-1]]
    return r"[\s-]+".join(parts)


def _inflected(phrase: str, language: str) -> str:
    parts = []
    for word in unicodedata.normalize("NFC", phrase).split():
        core = word.strip(_EDGES)
        before, _, after = word.partition(core) if core else (word, "", "")
        ending = _tail(core, language)
        behind = ending if after else ""
        parts.append(_exactly(before) + _exactly(core) + ending + _exactly(after) + behind)
    return r"[\s-]+".join(parts)


def stem(word: str) -> str:
    """Give what a word's forms have in common: "cur" of "cure" and "curing"."""
    return word[: max(3, len(word) - 2)][:6].lower()


def _exactly(word: str) -> str:
    # A per cent sign may stand apart from its number, and "risk-free" in two words.
    return "".join(_characters(word))


def _characters(word: str) -> Iterator[str]:
    for character in word:
        match character:
            case "%":
                yield r"\s?%"
            case "-" | "‑":
                yield r"[\s‑-]"
            case "'" | "’":
                yield "['’]"
            case _:
                yield re.escape(character)


def _tail(word: str, language: str) -> str:
    base = language.partition("-")[0]
    if not word[-1:].isalpha() and not unicodedata.category(word[-1:] or " ").startswith("M"):
        return ""
    if base not in ENDINGS:
        return rf"[^{SEPARATORS}'’]{{0,{_UNKNOWN}}}"
    endings = "|".join(re.escape(each) for each in sorted(ENDINGS[base], key=len, reverse=True))
    return rf"(?:{endings}{'|' + _VERBS if base == 'en' else ''})?"
