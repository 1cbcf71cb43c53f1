"""Where a reader finds their place again when the same page comes in another language."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.rows.row_changes import counterpart

OLD = ("", "a", "", "", "b", "", "c")


@pytest.mark.parametrize("row", range(7))
def test_pages_of_the_same_rows_keep_every_row(row: int) -> None:
    assert counterpart(row, OLD, OLD) == row


@pytest.mark.parametrize(
    ("row", "new", "expected"),
    [
        (5, ("", "a", "", "", "", "b", "", "c"), 6),
        (5, ("x", "a", "b", "", "c"), 3),
        (3, ("", "a", "b", "", "c"), 1),
        (3, ("", "a", "", "", "", "", "b", "", "c"), 4),
        (5, ("", "c"), 0),
        (6, ("", "a", "", "", "b", ""), 5),
        (0, ("a",), 0),
    ],
    ids=[
        "longer above", "shorter above", "shorter here", "longer here", "sections missing",
        "last section missing", "nothing before the first section",
    ],
)  # fmt: skip
def test_other_rows_lead_to_the_same_section(row: int, new: Sequence[str], expected: int) -> None:
    assert counterpart(row, OLD, new) == expected


ANCHORS = some.lists(some.sampled_from("abcdefgh"), unique=True).flatmap(
    lambda named: some.permutations([*named, "", "", "", ""])
)


@given(ANCHORS, ANCHORS, some.data())
def test_every_row_leads_to_a_row(old: list[str], new: list[str], data: some.DataObject) -> None:
    row = data.draw(some.integers(0, len(old) - 1))
    found = counterpart(row, old, new)
    assert 0 <= found < len(new)
    if old[row] and old[row] in new:
        assert new[found] == old[row]
