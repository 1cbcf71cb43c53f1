"""The screen's physical size."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.ui.appearance.screen_size import (
    DEFAULT_DIAGONAL,
    PLAUSIBLE,
    ScreenSize,
    measured_diagonal,
)


def test_a_millimetre_on_the_default_screen_is_about_four_pixels() -> None:
    assert ScreenSize(1920, 1080, 21.5).mm == pytest.approx(4.034, abs=0.001)


def test_turning_a_screen_changes_no_size() -> None:
    assert ScreenSize(1920, 1080, 21.5).mm == ScreenSize(1080, 1920, 21.5).mm


def test_twice_the_pixels_make_twice_the_millimetre() -> None:
    assert ScreenSize(3840, 2160, 21.5).mm == pytest.approx(2 * ScreenSize(1920, 1080, 21.5).mm)


@pytest.mark.parametrize(
    ("diagonal", "capital"), [(10.1, 4.8), (15, 6.1), (30, 6.1), (32, 7.9), (43, 7.9)]
)
def test_capitals_are_as_high_as_the_distance_asks_for(diagonal: float, capital: float) -> None:
    assert ScreenSize(1280, 800, diagonal).cap_height == capital


def test_the_setting_counts_before_what_the_screen_says() -> None:
    assert measured_diagonal(476, 268, 32) == 32


def test_what_the_screen_says_counts_without_a_setting() -> None:
    assert measured_diagonal(476, 268, 0) == pytest.approx(21.5, abs=0.05)


@pytest.mark.parametrize(("width", "height"), [(0, 0), (1, 1), (16, 9), (5000, 3000), (-1, -1)])
def test_a_screen_that_lies_is_not_believed(width: float, height: float) -> None:
    assert measured_diagonal(width, height, 0) == DEFAULT_DIAGONAL


SHAPES = [(160, 90), (160, 100), (1600, 900), (1600, 1000), (16, 9), (16, 10)]


@pytest.mark.parametrize(("long", "short"), SHAPES)
def test_a_screen_that_tells_its_shape_for_its_size_is_not_believed(long: int, short: int) -> None:
    for width, height in ((long, short), (short, long), (long + 0.4, short - 0.4)):
        assert measured_diagonal(width, height, 0) == DEFAULT_DIAGONAL
        assert measured_diagonal(width, height, 32) == 32


@pytest.mark.parametrize("size", [(161, 90), (160, 91), (159, 90), (1599, 900), (1600, 901)])
def test_a_screen_of_nearly_that_shape_is_believed(size: tuple[int, int]) -> None:
    assert measured_diagonal(*size, 0) == pytest.approx(hypot(*size) / 25.4)


@given(some.floats(-10, 1e6), some.floats(-10, 1e6), some.floats(0, 200))
def test_the_diagonal_is_always_usable(width: float, height: float, override: float) -> None:
    found = measured_diagonal(width, height, override)
    assert found == override or PLAUSIBLE[0] <= found <= PLAUSIBLE[1]
    assert found > 0
