"""A list to tick: how it is written, what it may hold, and what becomes of it."""

from __future__ import annotations

import re

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Checklist, Page
from kiosk.page.error import ContentError
from kiosk.page.phrases import Phrases
from kiosk.page.terms import plain
from kiosk.rows.build import page_rows
from kiosk.shipped import shipped
from kiosk.speech.utterances import Listener, spoken
from kiosk.visit.visit import Visit
from tests.fuzz.marks import FRONT

START = Visit(language="en", page="one", tab="one")


def parsed(body: str, front: str = FRONT) -> Page:
    return parse_page(front + body, name="x", language="en", file="x.md", terms={}, facts={})


def lists(body: str) -> list[Checklist]:
    return [block for block in parsed(body).blocks if isinstance(block, Checklist)]


def items(body: str) -> list[str]:
    [found] = lists(body)
    return [plain(item) for item in found.items]


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] one\n- [ ] two",
        "- [ ] one\n\n- [ ] two",
        "* [] one\n* [] two",
        "- [ ]  one\n- [ ]\ttwo",
    ],
)
def test_a_list_with_boxes_is_one_to_tick(body: str) -> None:
    assert items(body) == ["one", "two"]


@pytest.mark.parametrize("body", ["- one\n- two", "- [one]\n- two", "- a [ ] b", "- [ ]b"])
def test_any_other_list_is_none(body: str) -> None:
    assert lists(body) == []


def test_items_are_counted_through_the_whole_page() -> None:
    first, second = lists("- [ ] one\n- [ ] two\n\nWords.\n\n- [ ] three")
    assert (first.start, second.start) == (0, 2)


def test_an_item_is_one_thing_to_touch() -> None:
    body = "- [ ] [Ask](a.md) **what [is](https://e.org) *in* it**[^s]\n\n[^s]: S\n*[what]: W"
    [found] = lists(body)
    assert plain(found.items[0]) == "Ask what is in it"
    assert not re.search("Link|Term|Footnote", repr(found))
    assert "Strong" in repr(found)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("a\n\n- [ ] one\n- [x] two", "'[x] two' is ticked already"),
        ("a\n\n- [ ] one\n- [X] two", "only the reader ticks"),
        ("a\n\n- [ ] one\n- two", "'two' has no [ ]"),
        ("a\n\n1. [ ] one", "without numbers"),
        ("a\n\n- [ ] one\n    - detail", "one line"),
        ("a\n\n- one\n    - [ ] two", "can't be ticked here"),
        ('a\n\n!!! tip "Ask"\n    - [ ] two', "can't be ticked here"),
        ("a\n\n> - [ ] two", "can't be ticked here"),
        ("a\n\n- [ ] one\n- [ ]", "no words"),
    ],
)
def test_what_can_not_be_ticked_is_told_with_its_line(body: str, says: str) -> None:
    with pytest.raises(ContentError) as caught:
        parsed(body)
    assert says in str(caught.value)
    assert caught.value.line >= FRONT.count("\n") + 3


def test_an_answer_holds_no_list_to_tick() -> None:
    front = FRONT.replace("title: T", "title: T\nlayout: faq")
    with pytest.raises(ContentError, match="list to tick"):
        parsed("### Why?\n\n- [ ] one", front)


def test_a_row_tells_how_many_are_ticked_for_each_number() -> None:
    page = parsed("Words.\n\n- [ ] one\n\n## Two\n\n- [ ] a\n- [ ] b")
    bengali = Phrases(lambda _, words: f"{words} টিক", digits="০১২৩৪৫৬৭৮৯")
    row = page_rows(page, lambda source: (source, 1.0), bengali)[-1]
    assert row.inner
    assert row.word.split("\n") == ["০ of ২ ticked টিক", "১ of ২ ticked টিক", "২ of ২ ticked টিক"]
    assert (row.count, [each.count for each in row.inner]) == (1, [1, 2])


def test_what_is_ticked_is_said() -> None:
    page = parsed("- [ ] What is it?\n- [ ] How *much*?\n\nEnd.\n\n- [ ] When?")
    listener = Listener(language="en", say=Phrases())
    rows = page_rows(page, lambda source: (source, 1.0))
    told = spoken(page, rows, listener, listener, ticked=frozenset({1, 2}))
    words = [(each.row, each.inner, each.text) for each in told if 0 <= each.row < 3]
    assert words == [
        (0, -1, "1 of 2 ticked"), (0, 0, "What is it?"), (0, 1, "Ticked: How much?"),
        (1, -1, "End."), (2, -1, "1 of 1 ticked"), (2, 0, "Ticked: When?"),
    ]  # fmt: skip


def test_a_touch_ticks_and_another_takes_the_tick_away() -> None:
    ticked = START.toggled("one", 3).toggled("two", 0).toggled("one", 1)
    assert (ticked.ticked_on("one"), ticked.ticked_on("two")) == ([1, 3], [0])
    assert ticked.toggled("one", 3).toggled("one", 1).toggled("two", 0) == START


def test_a_page_whose_lists_changed_loses_its_ticks_and_no_other_does() -> None:
    ticked = START.toggled("one", 3).toggled("two", 0)
    assert ticked.keeping_choices(lambda page: page == "two") == START.toggled("two", 0)


@pytest.mark.parametrize("language", ["en", "bn"])
def test_our_glossary_stands_in_the_order_of_the_alphabet(language: str) -> None:
    text = (shipped("content") / language / "glossary.md").read_text("utf-8")
    heads = re.findall(r"\n\n(?!:)(.+)", text.split("\n---\n", 1)[1])
    assert len(heads) >= 15
    assert heads == sorted(heads, key=str.casefold)
