"""Where the focus is and how it is seen: WCAG 2.2, 2.1.2, 2.4.3, 2.4.7, 2.4.11 and 2.4.13."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem

from kiosk.visit.presence_state import Phase
from kiosk.visit.visit import SCHEMES
from tests.flows.clock import Clock
from tests.flows.contrast import ratio
from tests.flows.door import click
from tests.flows.input.keyed_pack import LONG, small
from tests.flows.keyboard import SIX, Keyboard, is_head, name_of
from tests.flows.screen import Screen


def view(screen: Screen) -> QRectF:
    """Give what can be read of the column: without the fade at its lower edge."""
    area = screen.area(screen.column)
    at_end = screen.scrolled >= screen.furthest - 1
    return area.adjusted(0, 0, 0, 0 if at_end else -float(screen.pane.property("fading")))


def in_column(screen: Screen, item: QQuickItem) -> bool:
    return any(each == item for each in screen.items(screen.column))


# 2.1.1, 2.4.3: reading on


@pytest.mark.parametrize("large", [False, True])
def test_reading_on_shows_every_line_of_every_pane_in_order(
    kiosk: Callable[..., Screen], large: bool
) -> None:
    """WCAG 2.2, 2.1.1, 2.4.3, 2.4.11: block by block, each in view, none left out.

    Every pane once: half of them large and upright, the others as they are at first.
    """
    screen = kiosk(size=(1080, 1920) if large else (1280, 800))
    if large:
        screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=200))
    keys = Keyboard(screen)
    for page in [*screen.shell.navigator.tabs, "about"][large::2]:
        screen.shell.navigator.turnTo(page)
        screen.settle()
        keys.press("Home")
        assert is_head(keys.ringed)
        seen, tops, lefts, read = 0.0, [-1.0], [0.0], [keys.ringed]
        while in_column(screen, keys.ringed):
            at = keys.ringed.mapToItem(screen.column.property("contentItem"), QPointF())
            # At the end of the first column the second one begins, further up.
            beside = at.x() > lefts[-1] + keys.ringed.width() / 2
            assert at.y() > tops[-1] - 1 or beside, "downwards, then the next column"
            assert screen.scrolled <= seen + 1, f"{name_of(keys.ringed)}: some text was passed by"
            seen = screen.scrolled + view(screen).height()
            area = screen.area(keys.ringed)
            if area.height() <= view(screen).height():
                assert view(screen).adjusted(-9, -1, 9, 1).contains(area), "whole in view"
            assert keys.focused.isVisible()
            tops.append(at.y())
            lefts.append(at.x())
            if keys.press("Down") != read[-1]:
                read.append(keys.ringed)
        blocks = [
            item.property("ringed")
            for item in screen.items(screen.column)
            if item.property("gap") is not None and item.property("ringed")
        ]
        assert [item for item in blocks if not within(item, read)] == []
        assert seen >= screen.column.property("contentHeight") - screen.mm * 15, page


def within(item: QQuickItem | None, stops: list[QQuickItem]) -> bool:
    while item is not None and item not in stops:
        item = item.parentItem()
    return item is not None


def test_a_text_taller_than_the_screen_is_scrolled_through_before_the_next(keys: Keyboard) -> None:
    screen = keys.screen
    while "Many words" not in screen.words(keys.press("Down")):
        pass
    long, seen = keys.ringed, [screen.scrolled]
    assert screen.area(long).top() >= view(screen).top(), "it is read from its first line"
    while keys.press("Down") == long:
        seen.append(screen.scrolled)
    assert len(seen) > 2
    assert all(0 < b - a < screen.column.height() for a, b in pairwise(seen))
    assert keys.press("Up") == long
    assert screen.area(long).bottom() <= view(screen).bottom(), "upwards from its last line"


def test_who_reads_on_is_not_taken_back_to_where_a_link_led(keys: Keyboard) -> None:
    screen = keys.screen
    screen.shell.links.go("one", "last")
    keys.press("End")
    for _ in range(3):
        screen.frame()
    assert screen.scrolled == pytest.approx(screen.furthest, abs=1)
    assert screen.area(keys.ringed).intersects(view(screen))


def test_page_keys_scroll_and_take_the_focus_along(keys: Keyboard) -> None:
    screen = keys.screen
    keys.press("PageDown")
    assert 0.6 * screen.column.height() < screen.scrolled < screen.column.height()
    assert screen.area(keys.ringed).intersects(view(screen))
    keys.press("End")
    assert screen.scrolled == pytest.approx(screen.furthest, abs=1)
    assert screen.area(keys.ringed).intersects(view(screen))
    keys.press("PageUp")
    assert screen.scrolled < screen.furthest
    keys.press("Home")
    assert screen.scrolled == 0
    assert is_head(keys.ringed)


# 2.1.2, 2.4.3: round and round, without a trap


@pytest.mark.parametrize("page", ["one", "faq", "about"])
def test_tab_leads_round_all_controls_and_links_and_shift_tab_back(
    keys: Keyboard, page: str
) -> None:
    """WCAG 2.2, 2.1.2 and 2.4.3: every stop leads on, none is met twice or unseen."""
    screen = keys.screen
    screen.shell.navigator.turnTo(page)
    first = keys.press("Tab")
    forth: list[QQuickItem] = []
    while not forth or keys.ringed != first:
        assert keys.ringed not in forth, f"{name_of(keys.ringed)} comes twice"
        area = screen.reachable(keys.ringed)
        assert area.height() > 0, f"{name_of(keys.ringed)} can't be seen"
        forth.append(keys.ringed)
        keys.press("Tab")
    back = [keys.ringed]
    for _ in forth[1:]:
        keys.press("Backtab")
        back.append(keys.ringed)
    assert places(back) == [places(forth)[0], *reversed(places(forth)[1:])]
    assert set(places(keys.marked())) <= set(places(forth))
    if page == "one":
        linked = [item for item in forth if in_column(screen, item)]
        assert ["link" in screen.words(item) for item in linked].count(True) == 1
        assert len(linked) == 4, "one link, several, the line of sources, the way to About"


def places(stops: list[QQuickItem]) -> list[object]:
    """Give stops so that "More below" and "Back to the top" are one: they share a place."""
    return ["more" if stop.objectName() == "top" else stop.objectName() or stop for stop in stops]


@pytest.mark.parametrize("page", ["one", "faq"])
def test_up_and_down_reach_every_control(keys: Keyboard, page: str) -> None:
    """WCAG 2.2, 2.1.1; EN 301 549, 5.1.6: six keys are enough."""
    keys.screen.shell.navigator.turnTo(page)
    keys.press("Down")
    down = keys.round("Down")
    assert set(places(keys.marked())) <= set(places(down))
    up = keys.round("Up")
    assert places(up) == [places(up)[0], *reversed(places(down)[1:])]


@pytest.mark.parametrize("kind", ["links", "source", "term", "keys", "display"])
def test_a_card_keeps_the_keys_and_esc_always_leads_out(keys: Keyboard, kind: str) -> None:
    """WCAG 2.2, 2.1.2: no trap; 2.4.3: back to where it was opened."""
    screen = keys.screen
    before = keys.press("Down", "Down")
    if kind == "links":
        screen.shell.links.offer([("here", "page:two%0A"), ("there", "page:faq%0A")])
    else:
        screen.shell.card.show(kind, "Title", LONG)
    screen.wait(lambda: keys.held is not None and keys.held != before)
    sheet = screen.item("display-card" if kind == "display" else "card")
    inside = list(screen.items(sheet))
    stops = keys.round("Tab")
    assert all(stop in inside for stop in stops)
    for name in ("Down", "Right"):
        walked = {keys.press(name) for _ in range(60)}
        assert walked <= set(inside)
    assert set(keys.marked(sheet)) <= set(stops)
    keys.press("Escape")
    assert screen.shell.card.kind == ""
    assert keys.ringed == before


def test_every_choice_of_the_display_card_is_reached_by_arrows(keys: Keyboard) -> None:
    keys.reach("Tab", "display")
    keys.press("Return")
    stops = keys.round("Right")
    assert keys.marked(keys.screen.item("display-card")) == stops


# 2.4.7, 2.4.11, 2.4.13: the ring


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_ring_is_thick_and_stands_out_from_everything_around_it(
    keys: Keyboard, scheme: str
) -> None:
    """WCAG 2.2, 2.4.13: all around, two CSS pixels or more change by 3:1 or more."""
    screen = keys.screen
    screen.shell.appearance.dress(scheme)
    css = 25.4 / 96 * screen.mm
    keys.press("Down")
    names = []
    for _ in range(60):
        keys.press("Down")
        name = name_of(keys.ringed)
        if name in names:
            continue
        names.append(name)
        screen.frame()
        ring = screen.area(screen.item("focus-ring"))
        assert QRectF(0, 0, 1280, 800).contains(ring)
        padding = float(keys.ringed.property("bottomPadding") or 0)
        assert ring.contains(screen.reachable(keys.ringed).adjusted(0, 0, 0, -padding))
        with_ring = screen.window.grabWindow()
        screen.shell.focus.hide()
        screen.frame()
        without = screen.window.grabWindow()
        for x, y, dx, dy in across(ring):
            changed = sum(
                apart(with_ring, without, x + dx * n, y + dy * n) >= 3
                for n in range(round(4 * screen.mm))
            )
            assert changed >= 2 * css, f"{name} at {x}, {y}: {changed} pixels"
            assert changed >= 0.85 * screen.mm, "and it can be seen from a wheelchair"
    assert len(names) >= 8, names


def across(ring: QRectF) -> list[tuple[int, int, int, int]]:
    """Give where to cut across the ring, inwards: three places on each of its sides."""
    cuts = []
    for part in (0.3, 0.5, 0.7):
        x, y = round(ring.left() + part * ring.width()), round(ring.top() + part * ring.height())
        cuts += [
            (round(ring.left()), y, 1, 0), (round(ring.right()) - 1, y, -1, 0),
            (x, round(ring.top()), 0, 1), (x, round(ring.bottom()) - 1, 0, -1),
        ]  # fmt: skip
    return cuts


def apart(one: QImage, other: QImage, x: int, y: int) -> float:
    return ratio(one.pixel(x, y) & 0xFFFFFF, other.pixel(x, y) & 0xFFFFFF)


def test_the_ring_is_seen_on_the_resting_screen(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    """WCAG 2.2, 2.4.7, on its dark ground, around a bright and around a dark button."""
    screen = kiosk(small(tmp_path), resting=True)
    keys = Keyboard(screen)
    for _ in range(2):
        keys.press("Right")
        screen.frame()
        ring = screen.area(screen.item("focus-ring"))
        with_ring = screen.window.grabWindow()
        screen.shell.focus.hide()
        screen.frame()
        without = screen.window.grabWindow()
        for x, y, dx, dy in across(ring):
            cut = [apart(with_ring, without, x + dx * n, y + dy * n) >= 3 for n in range(12)]
            assert sum(cut) >= 0.85 * screen.mm
        keys.press("Right")


def test_a_finger_takes_the_ring_away_and_the_next_key_begins_where_one_reads(
    keys: Keyboard,
) -> None:
    screen = keys.screen
    keys.press("Down", "Down")
    screen.frame()
    assert screen.found("focus-ring")
    screen.tap(QPointF(1200, 300))
    assert keys.held is None
    assert not screen.found("focus-ring")
    screen.tap("more")
    screen.rest()
    keys.press("Down")
    assert view(screen).intersects(screen.area(keys.ringed))
    assert screen.found("focus-ring")
    screen.tap("more")
    screen.rest()
    card, page = screen.shell.card.kind, screen.visit
    keys.press("Return")
    assert (screen.shell.card.kind, screen.visit) == (card, page), "unmarked, nothing is pressed"
    assert keys.held is not None


def test_who_answers_the_question_by_a_key_is_where_they_were(
    kiosk: Callable[..., Screen], tmp_path: Path
) -> None:
    clock = Clock()
    screen = kiosk(small(tmp_path), waiting=clock.waiting())
    keys = Keyboard(screen)
    before = keys.press("Down", "Down", "Down")
    assert clock.after(600, screen.shell.presence) == Phase.ASKED
    screen.frame()
    assert not screen.found("focus-ring")
    keys.press("Return")
    assert screen.shell.presence.phase == Phase.BROWSING
    assert screen.shell.card.kind == "", "the answer does nothing else"
    screen.frame()
    assert keys.ringed == before
    assert keys.focused.hasActiveFocus()


@pytest.mark.usefixtures("loudspeaker")
def test_whatever_keys_come_the_focus_is_seen(keys: Keyboard) -> None:
    """WCAG 2.2, 2.4.7 and 2.4.11, after a thousand keys."""
    dice, screen = random.Random(1), keys.screen
    names = (*SIX, *SIX, "Tab", "Backtab", "Space", "PageUp", "PageDown", "Home", "End", "F17")
    for number in range(1000):
        if number % 50 == 49:
            screen.rest()  # what was just made anew has its size
        click(screen.window, Qt.Key[f"Key_{dice.choice(names)}"])
        assert keys.focused.isVisible()
        if number % 50 == 49:
            screen.frame()
            scene = QRectF(0, 0, screen.window.width(), screen.window.height())
            assert scene.intersects(screen.reachable(keys.ringed)), name_of(keys.ringed)
            assert scene.contains(screen.area(screen.item("focus-ring")))
