"""Which keys lie where, and which sign a vowel's key types."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.keyboard.layout import (
    DIGITS,
    LETTERS,
    MORE,
    KeyBoard,
    KeyCap,
    Layout,
    key_board,
    layout_of,
)
from kiosk.keyboard.layout_file import layout_file, read_layout
from kiosk.shipped import shipped


def layout(language: str) -> Layout:
    file = layout_file(language, shipped("assets"))
    assert file
    return read_layout(file, language)


def lines(board: KeyBoard) -> list[str]:
    rows: dict[int, list[KeyCap]] = {}
    for key in (*board.keys, *board.controls):
        rows.setdefault(key.row, []).append(key)
    made = (sorted(rows[row], key=lambda key: key.column) for row in sorted(rows))
    return [" ".join(key.types.strip() or key.kind for key in row) for row in made]


def test_english_lies_as_on_a_phone() -> None:
    board = key_board(layout("en"), LETTERS, "", 14, languages=2)
    assert lines(board) == [
        "q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m",
        "digits language space delete done",
    ]  # fmt: skip
    assert [key.column for key in board.keys if key.types in "qaz"] == [0, 0.5, 1.5]


def test_where_rows_dont_fit_there_are_more_of_them_in_the_same_order() -> None:
    board = key_board(layout("en"), LETTERS, "", 7, languages=1)
    assert lines(board)[:4] == ["q w e r t y u", "i o p a s d f", "g h j k l z", "x c v b n m"]
    assert board.columns == 7


def test_a_vowel_is_its_sign_behind_a_consonant_and_called_by_its_letter() -> None:
    bengali = layout("bn")
    for typed, first in (("", "অ"), ("ক", "্"), ("কা", "অ"), ("য়", "্"), ("ক্", "অ"), ("ক ", "অ")):
        keys = key_board(bengali, LETTERS, typed, 14, languages=2).keys
        assert keys[0].types == first, typed
    keys = key_board(bengali, LETTERS, "ক", 14, languages=2).keys
    assert [(key.types, key.face, key.name) for key in keys[1:3]] == [
        ("া", "◌া", "আ"), ("ি", "◌ি", "ই"),
    ]  # fmt: skip
    assert "হসন্ত" in keys[0].name


def test_letters_and_common_conjuncts_of_bengali_can_all_be_typed() -> None:
    bengali = layout("bn")
    keys = set(chain(*bengali.letters, *bengali.more, bengali.signs.values()))
    alphabet = {chr(each) for each in range(0x0985, 0x09E0) if unicodedata.name(chr(each), "")}
    # Vocalic l and rr are in no word of today; য় ড় ঢ় are written with their dot.
    old = {*"ঌৄৡৠঽৗ়", "\u09dc", "\u09dd", "\u09df"}
    dotted = {unicodedata.normalize("NFC", each) for each in ("ড়", "ঢ়", "য়")}
    assert alphabet - old - keys == set()
    assert dotted <= keys
    assert {"ক্ষ", "জ্ঞ", "ঞ্চ", "ঞ্জ", "ন্ত", "ন্দ", "ঙ্গ", "ক্ত", "ষ্ট", "স্থ", "প্র"} <= keys


def test_digits_are_those_of_the_language() -> None:
    assert lines(key_board(layout("bn"), DIGITS, "", 14, languages=2))[0] == "১ ২ ৩ ৪ ৫ ৬ ৭ ৮ ৯ ০"


@given(
    st.sampled_from(["en", "bn"]), st.sampled_from([LETTERS, MORE, DIGITS]),
    st.integers(4, 30), st.integers(1, 3), st.text(max_size=3),
)  # fmt: skip
def test_no_key_lies_on_another_or_beyond_the_edge(
    language: str, layer: str, columns: int, languages: int, typed: str
) -> None:
    board = key_board(layout(language), layer, typed, columns, languages=languages)
    assert board.columns <= columns
    every = [*board.keys, *board.controls]
    for key in every:
        assert 0 <= key.column <= board.columns - key.span
        assert 0 <= key.row < board.rows
    for row in range(board.rows):
        here = sorted((key.column, key.span) for key in every if key.row == row)
        assert here, "an empty row"
        assert all(a + span <= b for (a, span), (b, _) in pairwise(here))
    assert {key.kind for key in board.controls} >= {"digits", "space", "delete", "done"}


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [("title: Зима и лето\n", "а", 8), ("Größe", "e", 5), ("شعر ١٢", "ر", 3)],
)
def test_a_language_without_a_keyboard_gets_its_texts_own_letters(
    text: str, first: str, count: int
) -> None:
    letters = list(chain(*layout_of(Counter(text), "xx").letters))
    assert (letters[0], len(letters)) == (first, count)
    assert letters == sorted(letters)


def test_such_a_keyboard_counts_as_its_text_does() -> None:
    assert layout_of(Counter("شعر ٢"), "ar").digits[0] == tuple("١٢٣٤٥٦٧٨٩٠")


def test_a_text_without_letters_still_has_keys() -> None:
    assert key_board(layout_of({}, "xx"), LETTERS, "", 9, languages=1).keys
