"""Words searched in vain: what may be kept of them, and from which day on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.counts.vain_words import DAYS, LONGEST, MOST, WINDOW, VainWords, plain

FIRST = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Wigs", "wigs"),
        ("  hair   dye ", "hair dye"),
        ("07123 456789", ""),
        ("call 07123 456789", "call"),
        ("০১৭১২৩৪৫৬ পরচুলা", "পরচুলা"),
        ("٣٤ شعر", "شعر"),
        ("=cmd|x!A1", "cmd x a"),
        ("jane@example.org", "jane example org"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), ""),
        ("ক্\u200dষ", "ক্\u200dষ"),
        ("\u200d", ""),
    ],
)
def test_letters_are_kept_and_digits_and_signs_are_dropped(typed: str, kept: str) -> None:
    assert plain(typed) == kept


@given(st.text())
def test_nothing_kept_holds_a_digit_or_begins_with_a_sign(typed: str) -> None:
    kept = plain(typed)
    assert not any(each.isdigit() or (each.isnumeric() and not each.isalpha()) for each in kept)
    assert len(kept) <= LONGEST
    assert kept[:1] not in ("=", "+", "-", "@", "\t")
    assert plain(kept) == kept


def test_a_word_is_given_on_the_fifth_different_day_and_not_before() -> None:
    words = VainWords(b"key")
    for day in range(DAYS - 1):
        for typed in ("Wigs", "wigs 2"):
            assert words.searched(typed, "en", FIRST + timedelta(day)) == ""
    assert words.searched("wigs", "bn", FIRST + timedelta(9)) == ""
    assert words.searched("wigs", "en", FIRST + timedelta(9)) == "wigs"


def test_a_day_counts_for_so_long_only() -> None:
    words = VainWords(b"key")
    for day in range(DAYS - 1):
        words.searched("wigs", "en", FIRST + timedelta(day))
    assert words.searched("wigs", "en", FIRST + WINDOW) == ""


def test_what_is_in_memory_before_is_a_digest_that_another_key_makes_otherwise() -> None:
    held = []
    for key in (b"one", b"two"):
        words = VainWords(key)
        words.searched("wigs", "en", FIRST)
        held.append(repr(vars(words)))
        assert "wigs" not in held[-1]
    assert held[0].split("_days")[1] != held[1].split("_days")[1]


def test_there_are_only_so_many_and_old_ones_make_room() -> None:
    words = VainWords(b"key")
    for each in range(MOST + 5):
        typed = "".join(chr(97 + int(digit)) for digit in str(each))
        for day in range(DAYS - 1):
            words.searched(typed, "en", FIRST + timedelta(day))
    assert len(words._days) == MOST
    assert words.searched("new", "en", FIRST + timedelta(5)) == ""
    assert words.searched("new", "en", FIRST + WINDOW + timedelta(9)) == ""
    assert len(words._days) == 1
