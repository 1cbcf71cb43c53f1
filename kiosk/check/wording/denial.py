"""Whether a sentence denies a word that it holds: "not a cure", "nobody can promise a cure".

Owns a rule of thumb for English and one for Bengali. Other languages have none: a word is then
taken as it stands. Where it errs, it would rather ask once too often.

English: "not", "no", "nobody", "without" … stand before the word in the same part of the sentence,
or "is not", "cannot" … right behind it. Bengali: না, নেই, নয় … stand behind the word in the same
part of the sentence, as the verb comes last. A part ends at a comma, a colon, a dash, a bracket or
a "but".
"""

from __future__ import annotations

import re

_NO = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot|without|hardly)\b|n['’]t\b",
    re.IGNORECASE,
)
_LISTS = re.compile(r"\b(?:nobody|no one|none|nothing|neither|never)\b", re.IGNORECASE)
"""These hold for all that follows: "nobody can promise a cure, a miracle or a guarantee"."""

_AFFIRMS = re.compile(
    r"\b(?:not\s+(?:only|just|merely)|no\s+(?:doubt|wonder|less\b)|nothing\s+(?:but|less|short)|why\s+not)\b",
    re.IGNORECASE,
)
_IS_NOT = re.compile(
    r"\s+(?:\w+\s+)?(?:(?:is|are|was|were|has|have|does|do|can|could|will|would)"
    r"(?:\s+not\b|n['’]t\b)|cannot\b)",
    re.IGNORECASE,
)
_BUT = r"\b(?:but|however|although|though|yet)\b|(?<!\S)(?:কিন্তু|তবে|অথচ)(?!\S)"
_PART = re.compile(rf"[,;:()]|\s[–—-]\s|{_BUT}", re.IGNORECASE)
_SENTENCE_PART = re.compile(rf"[;:()]|\s[–—-]\s|{_BUT}", re.IGNORECASE)

_BENGALI_NO = re.compile(
    r"(?<!\S)(?:না|নাই|নেই|নয়|নন|নি)(?![^\s।,;:?!”’\")])|(?:য়|ে|ই|ন)নি(?![^\s।,;:?!”’\")])"
)
_BENGALI_PART = re.compile(
    rf"[;:()]|\s[–—-]\s|{_BUT}|,(?!\s*(?:এমন|এই|এটা|এটি|এ|তা|সে|সেই)(?:টা|টি)?\s)"
)
"""A clause goes on behind ", এমন …": "that it cures, (such) has not been shown"."""

_ANSWERS_NO = re.compile(r"\W*(?:no|not|nobody|never|না)(?![^\s।.,;:!])", re.IGNORECASE)


def denied(before: str, after: str, language: str) -> bool:
    """Tell whether a word between these parts of its sentence is denied there."""
    match language:
        case "en":
            return _denied_in_english(before, after)
        case "bn":
            return bool(_BENGALI_NO.search(_BENGALI_PART.split(after, maxsplit=1)[0]))
        case _:
            return False


def answers_no(sentence: str) -> bool:
    """Tell whether a sentence, behind a question, begins with a "no"."""
    return bool(_ANSWERS_NO.match(sentence))


def _denied_in_english(before: str, after: str) -> bool:
    part = _AFFIRMS.sub("", _PART.split(before)[-1])
    whole = _AFFIRMS.sub("", _SENTENCE_PART.split(before)[-1])
    return bool(_NO.search(part) or _LISTS.search(whole) or _IS_NOT.match(after))
