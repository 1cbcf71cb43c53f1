"""Which words of a text are explained, where thousands of terms begin alike."""

from __future__ import annotations

from kiosk.page.blocks import Term, Text
from kiosk.page.terms import MOST_TERM, Explainer


def explained(text: str, *forms: str) -> list[str]:
    spans = Explainer({form: Term(form, form, "m") for form in forms}).explain((Text(text),))
    return [span.text for span in spans if isinstance(span, Term)]


def test_of_terms_that_begin_alike_the_longest_is_found() -> None:
    forms = ["hair", "hair root", "hair root cell", *(f"hair kind {n}" for n in range(3_000))]
    text = "Hair roots, hair root, hair root cell, hair kind 2999 and hair."
    assert explained(text, *forms) == ["Hair", "hair root", "hair root cell", "hair kind 2999"]


def test_the_end_of_a_text_is_no_part_of_a_longer_term() -> None:
    assert explained("the hair", "hair root", "hair") == ["hair"]


def test_a_term_is_as_long_as_the_limit_and_no_longer() -> None:
    word, longer = "a" * MOST_TERM, "b" * (MOST_TERM + 1)
    assert explained(f"{word} {longer}", word, longer) == [word]
