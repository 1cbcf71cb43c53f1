"""A tally: how often a thing counts."""

from __future__ import annotations

from datetime import date

from kiosk.counts.tally import Counted, Tally

DAY = date(2026, 11, 3)


def test_a_visit_counts_once_for_each_thing_and_language() -> None:
    tally = Tally()
    for visit in range(2):
        for _ in range(5):
            tally.see(DAY, "page one", "en")
        if visit:
            tally.see(DAY, "page one", "bn")
        tally.over()
    assert tally.take() == {Counted(DAY, "page one", "en"): 2, Counted(DAY, "page one", "bn"): 1}


def test_what_was_taken_is_not_counted_again_in_the_same_visit() -> None:
    tally = Tally()
    tally.see(DAY, "page one", "en")
    assert tally.take()
    tally.see(DAY, "page one", "en")
    assert tally.take() == {}
