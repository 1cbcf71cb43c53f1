"""Whether a kiosk was used, by the quarter hour: what is kept, and that it is no more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from kiosk.visit.quarter_hours import Use, begun, ended, quarter_at


def test_a_visit_covers_every_quarter_that_it_touches() -> None:
    use = ended(begun(None, 10), 12)
    assert use
    assert [use.covers(each) for each in range(9, 14)] == [False, True, True, True, False]


def test_somebody_who_is_still_there_covers_all_from_then_on() -> None:
    use = begun(None, 10)
    assert use.covers(99)
    assert not use.covers(9)


def test_the_quarter_before_stays_known_when_somebody_comes_at_once() -> None:
    use = begun(ended(begun(None, 10), 10), 11)
    assert use.covers(10)
    assert not begun(ended(begun(None, 10), 10), 12).covers(11)


@given(some.lists(some.integers(0, 40_000), min_size=1, max_size=30))
def test_what_was_used_is_never_called_unused_while_its_quarter_is_the_last(
    seconds: list[int],
) -> None:
    use: Use | None = None
    there, used = False, set()
    for now in sorted(seconds):
        quarter = quarter_at(now)
        if there:
            used |= set(range(use.first if use else quarter, quarter + 1))
        there = not there
        use = begun(use, quarter) if there else ended(use, quarter)
        used.add(quarter)
        assert use
        assert use.covers(quarter)
        assert use.covers(quarter - 1) == (quarter - 1 in used)


def test_nothing_but_two_numbers_is_kept() -> None:
    assert Use.__struct_fields__ == ("first", "last")
