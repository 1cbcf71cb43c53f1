"""The rules of one visit."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.visit import SCHEMES, TEXT_SIZES, Visit

START = Visit(language="en", page="one", tab="one")

PAGES = some.sampled_from(["one", "two", "three", "about"])
ANCHORS = some.sampled_from(["a", "b", "c"])


def test_a_visit_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        START.page = "two"  # type: ignore[misc]


def test_turning_to_a_tab_shows_it_and_makes_it_the_way_back() -> None:
    after = START.turned_to("two", is_tab=True)
    assert (after.page, after.tab) == ("two", "two")


def test_turning_to_a_page_that_is_no_tab_keeps_the_way_back() -> None:
    after = START.turned_to("two", is_tab=True).turned_to("about", is_tab=False)
    assert (after.page, after.tab) == ("about", "two")


def test_another_language_changes_nothing_else() -> None:
    before = START.asked("one", "a")
    assert before.in_language("bn").in_language("en") == before
    assert before.in_language("bn").question("one") == "a"


def test_asking_opens_and_asking_again_closes() -> None:
    opened = START.asked("one", "a")
    assert opened.question("one") == "a"
    assert opened.asked("one", "a").question("one") == ""


def test_another_question_of_the_page_closes_the_first() -> None:
    assert START.asked("one", "a").asked("one", "b").question("one") == "b"


def test_questions_of_other_pages_stay_as_they_are() -> None:
    after = START.asked("one", "a").asked("two", "b").asked("two", "b")
    assert (after.question("one"), after.question("two")) == ("a", "")


def test_a_page_never_asked_has_no_open_question() -> None:
    assert START.question("two") == ""


def test_text_sizes_go_from_full_to_double() -> None:
    assert (TEXT_SIZES[0], TEXT_SIZES[-1]) == (100, 200)
    assert list(TEXT_SIZES) == sorted(set(TEXT_SIZES))
    assert START.text_size in TEXT_SIZES
    assert START.scheme in SCHEMES


@given(some.lists(some.tuples(PAGES, ANCHORS)))
def test_each_page_has_at_most_one_open_question(asked: list[tuple[str, str]]) -> None:
    visit = START
    expected: dict[str, str] = {}
    for page, anchor in asked:
        visit = visit.asked(page, anchor)
        expected[page] = "" if expected.get(page) == anchor else anchor
    assert len({page for page, _ in visit.questions}) == len(visit.questions)
    assert {page: visit.question(page) for page in expected} == expected


@given(some.lists(PAGES))
def test_the_way_back_is_always_a_tab(pages: list[str]) -> None:
    visit = START
    for page in pages:
        visit = visit.turned_to(page, is_tab=page != "about")
        assert visit.tab != "about"
        assert visit.page in (visit.tab, "about")


@given(some.lists(some.tuples(PAGES, ANCHORS)), some.lists(PAGES))
def test_a_visit_can_be_written_down_and_read_again(
    asked: list[tuple[str, str]], pages: list[str]
) -> None:
    visit = START
    for page, anchor in asked:
        visit = visit.asked(page, anchor)
    for page in pages:
        visit = visit.turned_to(page, is_tab=page != "about")
    assert msgspec.json.decode(msgspec.json.encode(visit), type=Visit) == visit
