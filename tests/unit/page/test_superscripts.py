"""Raised and lowered words in plain text, aloud, and where numbers are compared."""

from __future__ import annotations

import pytest

from kiosk.page.blocks import Subscript, Superscript, Term, Text
from kiosk.page.phrases import Phrases
from kiosk.page.superscripts import aloud, in_plain_text, isolated, numbers_apart, numbers_in_words
from kiosk.page.terms import Explainer, plain

BENGALI = {"to the power of %1": "-এর ঘাত %1", "minus %1": "মাইনাস %1"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10⁹ cells", "10 to the power of 9 cells"),
        ("10⁻⁶ and 10⁹/L", "10 to the power of minus 6 and 10 to the power of 9/L"),
        ("10⁹L", "10 to the power of 9 L"),
        ("10^(-6) and 10^(3⁴)", "10 to the power of -6 and 10 to the power of 3 to the power of 4"),
        ("১০^(৯) x", "১০ to the power of ৯ x"),
        ("5 m² and 5 cm³, (a + b)²", "5 m squared and 5 cm cubed, (a + b) squared"),
        ("10²", "10 to the power of 2"),
        ("H₂O, CO₂ and C₁₂H₂₂", "H 2 O, CO 2 and C 12 H 22"),
        ("10₂₀₀", "10, 200"),
        ("Ca²⁺ and Cl⁻", "Ca 2 plus and Cl minus"),
        ("¹³C", "13 C"),
        ("1st and Cmax, f(x) = 3", "1st and Cmax, f(x) = 3"),
    ],
)
def test_a_raised_number_is_never_said_as_another_one(written: str, said: str) -> None:
    said = said.replace("of -6", "of minus 6")
    assert aloud(written, Phrases()) == said
    assert aloud(said, Phrases()) == said


@pytest.mark.parametrize(
    "dash", ["-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}", "\N{EN DASH}", "\N{MINUS SIGN}"]
)
def test_any_dash_before_a_raised_number_is_its_minus(dash: str) -> None:
    assert in_plain_text(f"{dash}6", lowered=False) == "⁻⁶"
    assert aloud(f"10^({dash}6)", Phrases()) == "10 to the power of minus 6"
    assert aloud(f"১০^({dash}৬)", Phrases()) == "১০ to the power of minus ৬"
    assert aloud(f"Ca^(২{dash})", Phrases()) == "Ca ২ minus"
    assert aloud(f"10^(a{dash}b)", Phrases()) == f"10 to the power of a{dash}b"


def test_the_words_stand_behind_the_number_as_its_language_joins_them() -> None:
    say = Phrases(lambda context, words: BENGALI.get(words, words))
    assert aloud("১০^(-৬) টি", say) == "১০-এর ঘাত মাইনাস ৬ টি"


def test_in_plain_text_only_letters_stand_beside_what_they_were_raised_from() -> None:
    raised = {"9": "⁹", "-6": "⁻⁶", "৯": "^(৯)", "n+1": "^(n+1)", "x": "^(x)", "st": "st", "ম": "ম"}
    assert {words: in_plain_text(words, lowered=False) for words in raised} == raised
    lowered = {"2": "₂", "২": "_(২)", "max": "max", "x": "x", "র্থ": "র্থ"}
    assert {words: in_plain_text(words, lowered=True) for words in lowered} == lowered


def test_a_raised_number_is_compared_as_one_of_its_own() -> None:
    assert numbers_apart("10⁹ cells").split() == numbers_apart("10^(9) cells").split()
    assert numbers_apart("10⁹ cells").split() == ["10", "9", "cells"]
    assert numbers_apart("10⁻⁶").split() == numbers_apart("10^(-6)").split()
    assert numbers_apart("10⁻⁶").split() == ["10", "^-6"]
    assert numbers_apart("10^(3⁴)").split() == ["10", "3", "4"]
    assert numbers_apart("5 m², H₂O").split() == ["5", "m", ",", "H", "O"]
    assert numbers_in_words("5 m², H₂O, 10⁹ and s^(-১)").split() == ["2", "2", "-১"]


def test_a_number_and_its_power_run_from_left_to_right() -> None:
    assert isolated("في 10⁻⁶ من") == "في \u206610⁻⁶\u2069 من"
    assert isolated("10 m²") == "10 m²"


def test_a_term_is_found_over_what_is_raised_or_lowered_and_cuts_none_of_it() -> None:
    terms = {form: Term(form, form, "meaning") for form in ("Cmax", "৯", "cell")}
    spans = (Text("a C"), Subscript("max"), Text(" cell 10"), Superscript("৯"), Text("!"))
    found = Explainer(terms).explain(spans)
    assert [span.term for span in found if isinstance(span, Term)] == ["Cmax", "cell"]
    assert plain(found) == plain(spans)
    assert found[-3:] == (Text(" 10"), Superscript("৯"), Text("!"))
