"""What the kiosk says within a page, in the page's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.page.blocks import (
    Block,
    Callout,
    Count,
    Evidence,
    Figure,
    Footnote,
    Layout,
    Level,
    List,
    ListItem,
    Page,
    Paragraph,
    People,
    Source,
    Sources,
    Steps,
    Text,
    Tone,
)
from kiosk.page.phrases import Phrases, filled
from kiosk.page.review import Review, Status
from kiosk.rows.build import page_rows
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from kiosk.ui.qt.translations import Translations

BENGALI = Translations(shipped("assets") / "translations").phrases("bn")
WORDS = (Text("কথা"),)
ITEM = ListItem((Paragraph(WORDS),))


def only(block: Block) -> Row:
    page = Page(
        name="p", language="bn", title="P", tab="P", lead=(), layout=Layout.PAGE,
        review=Review(status=Status.DRAFT, author="A"), blocks=(block,),
    )  # fmt: skip
    return page_rows(page, lambda _: ("", 1.0), BENGALI)[0]


def inner(row: Row) -> list[Row]:
    assert row.inner is not None
    return list(row.inner)


def test_every_tone_and_level_has_words_of_its_own() -> None:
    for say in (Phrases(), BENGALI):
        said = [*map(say.callout, Tone), *map(say.evidence, Level)]
        assert all(said)
        assert len(set(said)) == len(said)


def test_steps_sources_keys_and_lists_are_numbered_in_the_pages_digits() -> None:
    steps = inner(only(Steps("", (ITEM, ITEM))))
    assert [(row.marker, row.word) for row in steps] == [("১", "ধাপ ১"), ("২", "ধাপ ২")]
    [source] = inner(only(Sources((Source(12, WORDS),))))
    assert (source.marker, source.word, source.count) == ("১২", "তথ্যসূত্র ১২", 12)
    assert inner(only(Figure("x.svg", "x", WORDS, (WORDS,))))[0].marker == "১"
    assert only(List((ITEM,), 9)).marker == "৯."


def test_people_are_counted_in_the_pages_digits() -> None:
    [group] = inner(only(People("", (Count(69, WORDS),), None)))
    assert (group.word, group.count) == ("১০০ জনে ৬৯ জন", 69)


def test_a_footnote_shows_the_pages_digits_and_leads_to_the_same_source() -> None:
    text = only(Paragraph((*WORDS, Footnote(3)))).text
    assert "[৩]" in text
    assert 'href="source:3"' in text


def test_what_a_box_is_called_follows_the_page() -> None:
    assert only(Callout(Tone.CAUTION, "", (Paragraph(WORDS),))).word == "সাবধান"
    assert only(Evidence(Level.LOW, WORDS)).word == "প্রমাণ: কম"
    assert only(Sources((Source(1, WORDS),))).plain == "তথ্যসূত্র (১)"


def test_words_put_into_a_place_are_left_as_they_are() -> None:
    assert filled("%2, %1", "a %2", "b") == "b, a %2"


@pytest.mark.parametrize("name", ["phrases.py", "blocks.py"])
def test_the_words_of_a_page_need_no_qt(name: str) -> None:
    assert "PySide6" not in Path(shipped("."), "page", name).read_text("utf-8")


def test_a_phrase_without_a_translation_has_the_digits_of_its_letters() -> None:
    arabic = Phrases(digits="٠١٢٣٤٥٦٧٨٩")
    assert arabic.number(63) == "٦٣"
    assert arabic.people(63) == "63 in 100"
    assert arabic.visits(tuple(range(0, 30, 2))) == "Visits every 2 weeks, from week 0 to week 28"
    assert arabic.visits((0, 1, 12)) == "Visits in weeks: 0, 1, 12"
    assert arabic.week(12) == "12"
    assert arabic.gate(12) == "Week 12: go on, or stop?"
    translated = Phrases(lambda context, words: "%1/%2", arabic.digits)
    assert translated.place(1, 10) == "١/١٠"
    assert BENGALI.people(63) == "১০০ জনে ৬৩ জন"
