"""Rows as QML reads them: taken off the screen and made again, and the same rows in other words."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.rows.row import Row
from kiosk.ui.qt.list_models import RowModel


@pytest.fixture(autouse=True)
def _running(qapp: QGuiApplication) -> None:
    """Models need an application."""


def rows(*words: str) -> list[Row]:
    return [
        Row(
            kind="question",
            text=each,
            inner=tuple(Row(kind="item", text=f"{each}{n}") for n in "12"),
        )
        for each in words
    ]


def inside(model: RowModel, row: int) -> RowModel:
    role = next(role for role, name in model._fields.items() if name == "inner")
    found = model.data(model.index(row), role)
    assert isinstance(found, RowModel)
    return found


def test_rows_that_are_held_back_come_again_one_at_a_time() -> None:
    model, all_rows = RowModel(), rows("a", "b", "c")
    model.fill(all_rows)
    model.keep(1)
    assert (list(model.rows), list(model.all)) == (all_rows[:1], all_rows)
    assert model.make_more()
    assert list(model.rows) == all_rows[:2]
    model.finish()
    assert list(model.rows) == all_rows
    assert not model.make_more()


def test_a_row_that_is_held_back_while_it_is_made_is_made_anew() -> None:
    model, all_rows = RowModel(), rows("a", "b")
    model.fill(all_rows, at_once=1)
    # What is inside a row is asked for while the row comes, as a delegate does.
    model.rowsInserted.connect(lambda _, first: inside(model, first))
    assert model.make_more()
    model.keep(1)
    while model.make_more():
        pass
    assert list(model.rows) == all_rows
    assert list(inside(model, 1).rows) == list(all_rows[1].inner or ())


def test_the_same_rows_in_other_words_reset_nothing() -> None:
    model = RowModel()
    model.fill(rows("a", "b"))
    first = inside(model, 0)
    resets: list[bool] = []
    for each in (model, first):
        each.modelReset.connect(lambda: resets.append(True))
    other = rows("x", "y")
    model.say(other)
    assert list(model.rows) == other
    assert inside(model, 0) is first
    assert list(first.rows) == list(other[0].inner or ())
    assert not resets


def test_rows_of_another_shape_are_filled_in_anew() -> None:
    model = RowModel()
    model.fill(rows("a", "b"))
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    other = [Row(kind="paragraph", text="x"), *rows("y")]
    model.say(other)
    assert list(model.rows) == other
    assert resets
