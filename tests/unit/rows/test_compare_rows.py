"""Comparisons as rows, and what is said of them."""

from __future__ import annotations

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Compare
from kiosk.page.phrases import Phrases
from kiosk.rows.build import page_rows
from kiosk.rows.compare_rows import compare_row
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from kiosk.speech.utterances import Listener, spoken
from kiosk.ui.qt.translations import Translations
from tests.fuzz.marks import FRONT

BENGALI = Translations(shipped("assets") / "translations").phrases("bn")

TEXT = """!!! compare "Which?"

| You ask | Wait | Lotion | Pills |
|--|--|--|--|
| What is it? | Nothing | You *rub* it in | |
| Helped | | In women.<br>26: saw hair<br>14: with a sham | 48: kept hair |
"""


def row(text: str = TEXT, say: Phrases = Phrases()) -> Row:  # noqa: B008
    page = parse_page(FRONT + text, name="x", language="en", file="x", terms={}, facts={})
    (block,) = page.blocks
    assert isinstance(block, Compare)
    return compare_row(block, say)


def inside(rows: tuple[Row, ...] | None) -> tuple[Row, ...]:
    assert rows is not None
    return rows


def test_a_line_holds_the_answer_of_every_option_under_its_name() -> None:
    made = row()
    assert [option.plain for option in inside(made.badge)] == ["Wait", "Lotion", "Pills"]
    first, second = inside(made.inner)
    assert (first.plain, second.plain) == ("What is it?", "Helped")
    assert [each.label for each in inside(first.inner)] == ["Wait", "Lotion", "Pills"]
    assert [each.plain for each in inside(first.inner)] == ["Nothing", "You rub it in", ""]


def test_where_nothing_is_answered_it_is_not_known_in_the_words_of_the_language() -> None:
    *known, pills = inside(inside(row().inner)[0].inner)
    assert pills.word == "Not known"
    assert not any(each.word for each in known)
    assert inside(inside(row(say=BENGALI).inner)[0].inner)[2].word == "জানা নেই"
    assert inside(inside(row().inner)[1].inner)[2].word == "", "people in 100 are an answer"


def test_people_in_100_stand_in_the_digits_of_the_language() -> None:
    lotion = inside(inside(row(say=BENGALI).inner)[1].inner)[1]
    assert [(group.count, group.word) for group in inside(lotion.inner)] == [
        (26, "১০০ জনে ২৬ জন"), (14, "১০০ জনে ১৪ জন"),
    ]  # fmt: skip


def test_longer_words_need_wider_columns() -> None:
    usual = row()
    assert row(TEXT.replace("Nothing", "Unaussprechlichkeiten")).ems > usual.ems
    asking = row(TEXT.replace("Helped", "Unaussprechlichkeiten"))
    assert asking.ems * asking.share > usual.ems * usual.share
    assert 0 < usual.share < 0.5


def said(compared: dict[int, tuple[int, ...]] | None = None) -> list[str]:
    page = parse_page(FRONT + TEXT, name="x", language="en", file="x", terms={}, facts={})
    rows = page_rows(page, lambda name: (name, 1.0))
    listener = Listener(language="en", say=Phrases())
    told = spoken(page, rows, listener, listener, compared=compared)
    return [f"{each.inner} {each.text}" for each in told if each.row == 0]


def test_it_is_said_question_by_question_each_option_before_its_answer() -> None:
    assert said() == [
        "-1 Which?",
        "-1 Choose two to compare.", "-1 Wait; Lotion; Pills", "-1 You ask",
        "0 What is it?", "0 Wait: Nothing", "0 Lotion: You rub it in",
        "1 Helped", "1 Wait: Not known",
        "1 Lotion: In women.", "1 26 in 100: saw hair.", "1 14 in 100: with a sham",
    ]  # fmt: skip


def test_the_two_that_are_seen_are_said_in_their_order() -> None:
    assert said({0: (2, 0)})[4:] == [
        "0 What is it?", "0 Pills: Not known", "0 Wait: Nothing",
        "1 Helped", "1 Pills: 48 in 100: kept hair", "1 Wait: Not known",
    ]  # fmt: skip


def test_no_word_counts_for_more_than_twenty_letters_and_its_parts_count_alone() -> None:
    usual = row(TEXT)
    for broken in (
        "Un-aus-sprech-lich-keiten",
        "Un\u00adaus\u00adsprech\u00adlich",
        "this/or/that/too",
    ):
        assert row(TEXT.replace("Nothing", broken)).ems == usual.ems
    long = [row(TEXT.replace("Nothing", "x" * count)).ems for count in (20, 21, 200)]
    assert long[0] == long[1] == long[2] > usual.ems


def test_where_one_is_seen_at_a_time_that_one_alone_is_said_and_one_is_asked_for() -> None:
    assert said({0: (2,)}) == [
        "-1 Which?",
        "-1 Choose one to read about.", "-1 Wait; Lotion; Pills", "-1 You ask",
        "0 What is it?", "0 Pills: Not known",
        "1 Helped", "1 Pills: 48 in 100: kept hair",
    ]  # fmt: skip
