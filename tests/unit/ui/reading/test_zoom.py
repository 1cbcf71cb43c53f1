"""How a picture lies in its view: the middle stays, the edges hold, little is drawn anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.reading.zoom import DRAWN, STEPS, Zoom

WIDE = Zoom(width=1000, height=800, aspect=0.5)
"""A picture that is 1000 x 500 pixels where all of it fits."""

views = st.builds(
    lambda width, height, aspect: Zoom(aspect=aspect).sized(width, height),
    st.integers(40, 3000),
    st.integers(40, 3000),
    st.floats(0.1, 8),
)
pixels = st.floats(-5000, 5000)
touches = st.lists(
    st.one_of(
        st.tuples(st.just("moved"), pixels, pixels),
        st.tuples(st.just("pinched"), st.floats(0.05, 20), pixels, pixels),
        st.tuples(st.just("sized"), st.integers(40, 3000), st.integers(40, 3000)),
        st.tuples(st.just("nudged"), st.sampled_from([-1, 0, 1]), st.sampled_from([-1, 0, 1])),
        st.tuples(st.sampled_from(["larger", "smaller", "whole"])),
    ),
    max_size=12,
)


def at(zoom: Zoom, x: float, y: float) -> tuple[float, float]:
    """Give the point of the picture, 0 to 1, that is seen at a place of the view."""
    return (x - zoom.left) / zoom.across, (y - zoom.top) / (zoom.across * zoom.aspect)


def test_the_buttons_step_from_all_of_it_to_four_times_and_back() -> None:
    seen, zoom = [WIDE.scale], WIDE
    while zoom.larger() != zoom:
        zoom = zoom.larger()
        seen.append(zoom.scale)
    assert seen == [1, 1.5, 2, 3, 4]
    while zoom.smaller() != zoom:
        zoom = zoom.smaller()
        seen.append(zoom.scale)
    assert seen == [*STEPS, *STEPS[-2::-1]]
    assert zoom == WIDE


def test_a_step_from_between_two_leads_to_the_next_one() -> None:
    between = WIDE.pinched(1.7, 500, 400)
    assert between.larger().scale == 2
    assert between.smaller().scale == 1.5


def test_a_picture_as_large_as_it_fits_stands_in_the_middle_and_stays_there() -> None:
    assert (WIDE.across, WIDE.left, WIDE.top) == (1000, 0, 150)
    assert WIDE.moved(300, -200) == WIDE
    assert not WIDE.close
    assert WIDE.part is None


def test_what_is_between_the_fingers_stays_between_them() -> None:
    zoom = WIDE.larger().larger()
    for place in ((500, 400), (620, 300), (450, 480)):
        stretched = zoom.pinched(1.5, *place)
        assert stretched.scale == pytest.approx(3)
        assert at(stretched, *place) == pytest.approx(at(zoom, *place))


def test_it_is_drawn_aside_as_far_as_its_edges_and_says_where_there_is_more() -> None:
    zoom = WIDE.larger().larger()  # 2000 x 1000
    assert all(zoom.beyond(*side) for side in ((-1, 0), (1, 0), (0, -1), (0, 1)))
    left = zoom.moved(9000, 0)
    assert left.left == pytest.approx(0)
    assert not left.beyond(-1, 0)
    assert left.beyond(1, 0)
    assert zoom.moved(0, -9000).top == pytest.approx(800 - 1000)
    low = WIDE.larger()  # 1500 x 750: less high than the view
    assert not low.beyond(0, -1)
    assert low.moved(0, 100).y == 0.5


def test_an_arrow_moves_it_on_by_less_than_what_is_seen() -> None:
    zoom = WIDE.larger().larger().larger()
    assert zoom.left - zoom.nudged(1, 0).left == pytest.approx(400)
    assert zoom.nudged(0, -1).top - zoom.top == pytest.approx(320)


def test_another_screen_shows_the_same_point_as_large() -> None:
    zoom = WIDE.pinched(4, 400, 300).moved(50, -60)
    turned = zoom.sized(800, 1000)
    assert (turned.x, turned.y, turned.scale) == pytest.approx((zoom.x, zoom.y, zoom.scale))


@given(views, touches)
def test_whatever_is_done_no_edge_comes_into_view_and_little_is_drawn(
    zoom: Zoom, done: list[tuple[object, ...]]
) -> None:
    for name, *how in done:
        zoom = getattr(zoom, str(name))(*how)
    assert STEPS[0] <= zoom.scale <= STEPS[-1]
    high = zoom.across * zoom.aspect
    for start, length, room in (
        (zoom.left, zoom.across, zoom.width),
        (zoom.top, high, zoom.height),
    ):
        if length > room:
            assert start <= 0.01
            assert start + length >= room - 0.01
        else:
            assert start == pytest.approx((room - length) / 2, abs=0.01)
    part = zoom.part
    if part is not None:
        assert part.left >= 0
        assert part.left + part.width <= part.whole
        most = max(DRAWN, zoom.width * zoom.height) + 4 * (zoom.width + zoom.height)
        assert part.width * part.height <= most
        if high > zoom.height:
            off = 1 + zoom.aspect  # it is drawn in whole pixels
            assert part.top <= off - zoom.top
            assert part.top + part.height >= min(high, zoom.height - zoom.top) - off
