"""The rule that a reader meets no abbreviation that nobody explains.

Owns which capitals are an abbreviation, and which everybody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.check.material.rule import AnyRule, PageRule, Survey
from kiosk.check.rules.vocabulary import TOKEN, UNREAD, bracketed, touchable
from kiosk.check.wording.inflection import SEPARATORS

KNOWN = frozenset(
    ("AIDS", "AM", "CD", "DNA", "DOI", "DVD", "EU", "FAQ", "HIV", "ID", "OK", "PC", "PDF", "PIN",
     "PM", "TV", "UK", "UN", "US", "USA")
)  # fmt: skip
"""Abbreviations that people know better than the words they stand for."""

_CAPITALS = re.compile(rf"(?<![^{SEPARATORS}'’‘])[A-Z][A-Z0-9]{{1,7}}(?=s?(?:[{SEPARATORS}'’]|$))")
_ROMAN = re.compile(r"[IVX]+")


def _abbreviations(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    seen = set(KNOWN)
    seen.update(survey.terms.get(checked.language, ()))
    lower: set[str] | None = None
    for passage in checked.passages:
        if passage.kind in UNREAD or _shouted(passage.text):
            continue
        here = touchable(passage.spans)
        for found in _CAPITALS.finditer(passage.text):
            word = found[0]
            if word in seen or word in here or _ROMAN.fullmatch(word):
                continue
            seen.add(word)
            if lower is None:
                lower = _written_small(checked)
            if bracketed(passage.text, *found.span()) or word.lower() in lower:
                continue
            yield Mark(
                checked.spot(passage, word, found.start()),
                f"nothing explains the abbreviation '{word}'",
                f"Write its words in full and '{word}' in brackets behind them, "
                "or add it to the glossary",
            )


def _shouted(text: str) -> bool:
    """Tell whether all of a text is in capitals, so that capitals say nothing."""
    return sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text)) and text == text.upper()


def _written_small(checked: CheckedPage) -> set[str]:
    """Give the page's words as they stand: "NOT" is no abbreviation where there is a "not"."""
    return {
        token
        for passage in checked.passages
        if passage.kind not in UNREAD
        for token in TOKEN.findall(passage.text)
    }


RULES: tuple[AnyRule, ...] = (
    PageRule(
        "unexplained-abbreviation",
        Severity.WARNING,
        "an abbreviation is explained on its page or in the glossary",
        _abbreviations,
    ),
)
