"""A key more, a letter less."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.keyboard.typed import LONGEST, longer, shorter


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""), ("ab", "a"), ("কা", "ক"), ("ক্ষ", "ক"), ("ক্", "ক"), ("ন্ত্র", "ন্ত"), ("য়", ""),
        ("কি য়", "কি "), ("é", ""), ("e\u0301x", "é"), ("ক\u09cd\u200dষ", "ক"), ("র্", "র"),
    ],
)  # fmt: skip
def test_the_last_letter_or_sign_goes_as_a_whole(text: str, left: str) -> None:
    assert shorter(text) == unicodedata.normalize("NFC", left)


@given(st.text(max_size=LONGEST))
def test_taking_away_ends_with_nothing(text: str) -> None:
    for _ in range(len(unicodedata.normalize("NFD", text)) + 1):
        text = shorter(text)
    assert text == ""


def test_a_space_comes_once_and_never_first() -> None:
    assert longer("", " ") == ""
    assert longer("a", " ") == longer("a ", " ") == "a "


def test_what_is_too_long_stays_as_it_is() -> None:
    assert longer("a" * LONGEST, "b") == "a" * LONGEST
    assert longer("a" * (LONGEST - 1), "ক্ষ") == "a" * (LONGEST - 1)
