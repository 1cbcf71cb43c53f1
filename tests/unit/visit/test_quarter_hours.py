"""Whether a kiosk was used, by the quarter hour: what is kept, and that it is no more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from kiosk.visit.quarter_hours import NEVER, Use, begun, ended, quarter_at


def test_a_visit_covers_every_quarter_that_it_touches() -> None:
    use = ended(begun(NEVER, 10), 12)
    assert [use.covers(each) for each in range(9, 14)] == [False, True, True, True, False]


def test_somebody_who_is_still_there_covers_all_from_then_on() -> None:
    use = begun(NEVER, 10)
    assert use.covers(99)
    assert not use.covers(9)


def test_the_quarter_before_stays_known_when_somebody_comes_at_once() -> None:
    use = begun(ended(begun(NEVER, 10), 10), 11)
    assert use.covers(10)
    assert not begun(ended(begun(NEVER, 10), 10), 12).covers(11)


@given(some.lists(some.integers(1800, 40_000), min_size=1, max_size=30))
def test_the_last_two_quarters_are_told_as_they_were(moments: list[int]) -> None:
    """Somebody comes at the first moment, goes at the second, and so on."""
    use, came = NEVER, 0
    used: set[int] = set()
    for number, now in enumerate(sorted(moments)):
        quarter = quarter_at(now)
        if number % 2:
            use = ended(use, quarter)
            used |= {*range(came, quarter + 1)}
        else:
            use, came = begun(use, quarter), quarter
            used.add(quarter)
        assert use.covers(quarter)
        assert use.covers(quarter - 1) == (quarter - 1 in used or came <= quarter - 1)


def test_nothing_but_two_numbers_is_kept() -> None:
    assert Use.__struct_fields__ == ("first", "last")
