"""What a text may hold when it is tidied: piles of marks, on each side of the limit."""

from __future__ import annotations

import pytest

from kiosk.page.error import ContentError
from kiosk.page.source import MOST_MARKS, SourceText

BELOW, ABOVE = "\u0323", "\u0301"
"""Two marks that composing puts in order: a dot below, an acute accent."""


@pytest.mark.parametrize("marks", [ABOVE * MOST_MARKS, (ABOVE + BELOW) * (MOST_MARKS // 2)])
def test_as_many_marks_as_the_limit_are_taken(marks: str) -> None:
    text = f"one\na{marks} \u09be\u0982 end"
    assert SourceText.of(text, "x.md").text.endswith("end")


@pytest.mark.parametrize(
    "marks", [ABOVE * (MOST_MARKS + 1), (ABOVE + BELOW) * 100_000, "\u09bc" * 31]
)
def test_a_higher_pile_of_marks_is_refused_with_its_line(marks: str) -> None:
    with pytest.raises(ContentError) as raised:
        SourceText.of(f"one\ntwo \u0995{marks}\nthree", "x.md")
    assert raised.value.line == 2
    assert "more than 30 accents or vowel signs" in raised.value.problem


def test_signs_that_are_no_marks_may_stand_in_any_number() -> None:
    text = "\u2014" * 500 + "\u2026\u20ac" * 500 + "\U0001f600" * 500
    assert SourceText.of(text, "x.md").text == text
