"""Which letters make a word, and how near two words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.search.spelling import distance, words_in


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Don't stop!", ["dont", "stop"]),
        ("follow-up, off‑label", ["follow", "up", "off", "label"]),
        ("১০০ জনে ৪৫ জন।", ["100", "জনে", "45", "জন"]),
        ("ব্যথা\u200c হয়", ["ব্যথা", "হ\u09af\u09bc"]),
        ("ﬁne ＡＢＣ", ["fine", "abc"]),
        ("_ - …", []),
    ],
)
def test_words_are_folded(text: str, forms: list[str]) -> None:
    assert [form for *_, form in words_in(text)] == forms


@pytest.mark.parametrize(
    ("typed", "meant", "far"),
    [
        ("realy", "really", 0.5), ("hiar", "hair", 0.75), ("finastride", "finasteride", 0.5),
        ("jab", "jab", 0), ("cat", "bat", 1), ("hormoan", "hormone", 1),
        ("elergi", "elarji", 1), ("wahs", "wash", 0.75), ("", "ab", 1.5),
    ],
)  # fmt: skip
def test_slips_of_a_finger_are_near(typed: str, meant: str, far: float) -> None:
    assert distance(typed, meant, 3) == far


words = st.text("aeiobcd", max_size=8)


@given(words, words)
def test_a_bound_changes_nothing_below_it(a: str, b: str) -> None:
    far = distance(a, b, 99)
    assert far == distance(b, a, 99)
    assert (far == 0) == (a == b)
    assert distance(a, b, far) == far
    assert far == 0 or distance(a, b, far - 0.25) > far - 0.25
    assert distance(a, b, 99, begun=True) <= far
