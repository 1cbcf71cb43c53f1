"""Where rows stand in two columns."""

from __future__ import annotations

from kiosk.ui.reading.row_columns import Size, tops


def placed(*rows: tuple[float, int]) -> list[float]:
    return [top for top, _ in tops(Size(height, 0, side) for height, side in rows)]


def end(*rows: tuple[float, int]) -> float:
    return list(tops(Size(height, 0, side) for height, side in rows))[-1][1]


def test_rows_of_no_column_stand_below_each_other() -> None:
    assert placed((10, 0), (20, 0), (30, 0)) == [0, 10, 30]


def test_the_second_column_begins_beside_the_first() -> None:
    assert placed((5, 0), (10, 1), (20, 1), (7, 2), (8, 2)) == [0, 5, 15, 5, 12]


def test_what_follows_stands_below_the_longer_column() -> None:
    assert placed((10, 1), (50, 2), (5, 0)) == [0, 0, 50]
    assert placed((50, 1), (10, 2), (5, 0)) == [0, 0, 50]
    assert end((10, 1), (50, 2)) == 50


def test_a_column_goes_on_beside_the_other() -> None:
    assert placed((10, 1), (50, 2), (15, 3), (5, 3), (5, 0)) == [0, 0, 10, 25, 50]
    assert placed((10, 1), (20, 2), (15, 3), (9, 1)) == [0, 0, 10, 25]


def test_another_first_column_begins_below_both() -> None:
    assert placed((10, 1), (30, 2), (10, 1), (10, 2)) == [0, 0, 30, 30]


def test_a_first_column_alone_is_followed_below_itself() -> None:
    assert placed((10, 1), (5, 0), (10, 1)) == [0, 10, 15]


def test_both_columns_begin_at_one_height_whatever_gap_they_begin_with() -> None:
    first, second = (top for top, _ in tops([Size(30, 20, 1), Size(20, 5, 2)]))
    assert first + 20 == second + 5
