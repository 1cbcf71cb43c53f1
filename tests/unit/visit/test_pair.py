"""Which two options are seen: always two, the one touched longer ago gives way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.pair import Pair
from kiosk.visit.visit import first_visit

START = first_visit("en", ["one", "two"])


def touched(*options: int) -> Pair:
    pair = Pair()
    for option in options:
        pair = pair.touched(option)
    return pair


def test_the_first_two_are_seen_and_the_first_alone() -> None:
    assert (Pair().options, Pair().latest) == ((0, 1), 0)


def test_a_third_takes_the_place_of_the_one_touched_longer_ago_and_the_other_stays() -> None:
    assert touched(4) == Pair((0, 4), 1)
    assert touched(4, 2) == Pair((2, 4), 0)
    assert touched(4, 2, 0) == Pair((2, 0), 1)


def test_a_touch_on_one_that_is_seen_keeps_it() -> None:
    assert touched(1) == Pair((0, 1), 1)
    assert touched(1, 3) == Pair((3, 1), 0)
    assert touched(1, 0, 3) == Pair((0, 3), 1)


@given(st.lists(st.integers(0, 7), min_size=1))
def test_two_different_options_are_seen_whatever_is_touched(options: list[int]) -> None:
    pair = touched(*options)
    assert len(set(pair.options)) == 2
    assert pair.options[pair.latest] == options[-1], "where one has room, it is the last touched"
    assert set(pair.within(8).options) == set(pair.options)


def test_where_an_option_is_gone_the_first_two_are_seen() -> None:
    assert touched(3).within(4) == touched(3)
    assert touched(3).within(3) == Pair()
    assert touched(1).within(2) == touched(1)


def test_a_visit_keeps_a_pair_for_each_comparison_of_each_page() -> None:
    visit = START.comparing("one", 0, 2, 3).comparing("two", 1, 3, 4).comparing("one", 0, 1, 3)
    assert visit.pair("one", 0) == Pair((1, 2), 0)
    assert visit.pair("two", 1) == Pair((0, 3), 1)
    assert visit.pair("one", 1) == visit.pair("two", 0) == Pair()
    assert visit.chosen_on == {"one", "two"}


def test_a_visit_keeps_the_pairs_of_pages_that_offer_the_same() -> None:
    visit = START.comparing("one", 0, 2, 3).comparing("two", 0, 2, 3)
    kept = visit.keeping_choices(lambda page: page == "two")
    assert kept == START.comparing("two", 0, 2, 3)
