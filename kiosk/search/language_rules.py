"""What the search knows of a language: how a word sounds, its stem, which words say little.

A language that has no module of its own is searched by whole words, their beginnings and near ones.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from kiosk.search import bengali, english


class LanguageRules(msgspec.Struct, frozen=True):
    """One language. `sound`: from a folded word to letters that are the same for all spellings.

    `stem` takes the endings off a sound; `exact` gives for a folded word what its right spellings
    have in common; `weak` are folded words of which questions are made.
    """

    sound: Callable[[str], str] = str
    stem: Callable[[str], str] = str
    exact: Callable[[str], str] = str
    weak: frozenset[str] = frozenset()


def rules_of(language: str) -> LanguageRules:
    """Give the rules of a language by its code: those of "en" hold for "en-GB"."""
    match language.partition("-")[0]:
        case "en":
            return LanguageRules(english.sound, english.stem, english.exact, english.WEAK)
        case "bn":
            return LanguageRules(bengali.sound, bengali.stem, bengali.exact, bengali.WEAK)
        case _:
            return LanguageRules()
