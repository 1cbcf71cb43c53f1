"""The screen's physical size."""

from __future__ import annotations

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


@pytest.mark.parametrize(("diagonal", "capital"), [(21.5, 6.1), (43, 6.1), (15, 6.1), (10.1, 4.8)])
def test_capitals_are_as_high_as_the_distance_asks_for(diagonal: float, capital: float) -> None:
    assert ScreenSize(1280, 800, diagonal).cap_height == capital


def test_the_setting_counts_before_what_the_screen_says() -> None:
    assert measured_diagonal(476, 268, 32) == 32


def test_what_the_screen_says_counts_without_a_setting() -> None:
    assert measured_diagonal(476, 268, 0) == pytest.approx(21.5, abs=0.05)


@pytest.mark.parametrize(("width", "height"), [(0, 0), (1, 1), (16, 9), (5000, 3000), (-1, -1)])
def test_a_screen_that_lies_is_not_believed(width: float, height: float) -> None:
    assert measured_diagonal(width, height, 0) == DEFAULT_DIAGONAL


@given(some.floats(-10, 1e6), some.floats(-10, 1e6), some.floats(0, 200))
def test_the_diagonal_is_always_usable(width: float, height: float, override: float) -> None:
    found = measured_diagonal(width, height, override)
    assert found == override or PLAUSIBLE[0] <= found <= PLAUSIBLE[1]
    assert found > 0
