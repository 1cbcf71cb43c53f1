"""Colour is never the only sign (WCAG 2.2, 1.4.1): simulated grey says what colours say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem

from tests.combinations import is_every
from tests.flows.contrast import (
    Shot,
    beside,
    colours,
    distance,
    in_grey,
    ratio,
    shape,
    shown,
    strokes,
    unlike,
)
from tests.flows.kinds import every_kind
from tests.flows.screen import Screen, type_of
from tests.flows.sights import bring, sights
from tests.flows.views import (
    SCHEMES,
    Room,
    View,
    display,
    enter,
    open_room,
    pad,
    page,
    resting,
    staff,
)

PACK = Path(__file__).parents[2] / "goldens" / "pack"
"""Every kind of block, in two languages."""

LIGHTER = 3.0
"""How far two greys stand apart that say different things (WCAG 2.2, 1.4.11 and G183)."""

UNLIKE = 0.3
"""The share of two signs' points that differ when they are two shapes to the eye."""


@pytest.fixture(scope="module", params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> str:
    """Give each theme in turn: all tests are run in one before the next is put on."""
    return str(request.param)


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    one = open_room(tmp_path_factory.mktemp("state"), request)
    yield one
    one.close()


@pytest.fixture(scope="module")
def blocks(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    one = open_room(tmp_path_factory.mktemp("blocks"), request, PACK)
    yield one
    one.close()


def look(room: Room, name: str, scheme: str) -> Screen:
    enter(room, View(name, page(name)), scheme)
    return room.screen


def seen(screen: Screen, *items: QQuickItem) -> list[QImage]:
    """Give what is painted of each item, in grey."""
    found = {sight.item: in_grey(sight.shot.crop(sight.area)) for sight in sights(screen, items)}
    return [found[item] for item in items]


def fill(crop: QImage) -> int:
    """Give the grey that most of a shape has."""
    return colours(crop).most_common(1)[0][0]


def core(crop: QImage) -> int:
    """Give the grey in the middle of a shape."""
    return crop.pixel(crop.width() // 2, crop.height() // 2) & 0xFFFFFF


def icons(screen: Screen, roots: list[QQuickItem]) -> list[QQuickItem]:
    return [screen.of_type("Icon", root)[0] for root in roots]


def assert_all_unlike(crops: list[QImage]) -> None:
    shapes = [shape(crop) for crop in crops]
    for one, other in combinations(shapes, 2):
        assert unlike(one, other) > UNLIKE


def assert_all_read(screen: Screen, items: list[QQuickItem], count: int) -> None:
    """Different words, and all of them painted."""
    assert len({screen.plain(item) for item in items}) == count
    for sight in sights(screen, items):
        assert Shot(in_grey(sight.shot.crop(sight.area))).letters(
            QRectF(0, 0, sight.area.width(), sight.area.height())
        )


# On every pane


SAID = {
    "paper": "nothing", "card": "nothing", "ink": "nothing", "quiet": "nothing",
    "line": "nothing", "overTeal": "nothing",
    "edge": "a control's edge, a ring, the timeline's line",
    "teal": "a link, by its line; what is chosen, by its lightness; a note, by icon and word",
    "tint": "a note's ground, an evidence level's: by their words",
    "amber": "words in a box with an icon or a word; the gate's name, by its shape",
    "amberTint": "their ground", "amberEdge": "their edge",
    "red": "the same of an emergency", "redTint": "its ground", "redEdge": "its edge",
}  # fmt: skip
"""What each of the theme's colours says, and what says it without colour: each has a test below."""

FLAT = 0.0001
"""A colour of fewer of a pane's pixels is the smoothing of an edge."""

BLANK = 0xFF00FF
"""What figures are covered with: test_drawings has them, part by part."""

SMALL = (1280, 800, 21.5)

PANES = ("overview", "procedure", "types", "risks", "faq", "about", "glossary")


@pytest.mark.parametrize("name", PANES)
def test_a_pane_has_no_colour_that_alone_says_something(room: Room, name: str, scheme: str) -> None:
    enter(room, View(name, page(name), display=SMALL), scheme)
    whole = scheme == SCHEMES[0] or is_every()
    enough = None if whole else {anchor for page, anchor in every_kind() if page == name}
    for anchor in room.screen.everywhere(name, enough):
        assert not strange(room.screen), anchor


def test_a_colour_that_is_not_known_is_found(room: Room) -> None:
    enter(room, View("types", page("types"), display=SMALL), "light")
    badge = room.screen.of_type("StatusLine")[0]
    badge.setProperty("color", QColor("#b7e4b0"))
    assert strange(room.screen) == {"#b7e4b0"}


def strange(screen: Screen) -> set[str]:
    """Give the colours that are none of the known ones and no mixture of two of them."""
    known = [screen.theme.property(role).rgb() & 0xFFFFFF for role in SAID]
    return {
        shown(colour)
        for colour, share in fills(screen).items()
        if share > FLAT
        and not any(beside(colour, one, other) < 8 for one, other in combinations(known, 2))
    }


def fills(screen: Screen) -> dict[int, float]:
    """Give the colours of a pane from its top to its end, figures left out, and their shares."""
    found: Counter[int] = Counter()
    at, column, furthest = 0.0, screen.column, screen.furthest
    figures = screen.of_type("Image", column)
    while at < furthest + column.height():
        column.setProperty("contentY", min(at, furthest))
        picture = screen.window.grabWindow()
        painter = QPainter(picture)
        for figure in figures:
            painter.fillRect(screen.area(figure), QColor(BLANK))
        painter.end()
        found.update(colours(picture, 31))
        at += column.height()
    del found[BLANK]
    whole = sum(found.values())
    return {colour: count / whole for colour, count in found.items()}


# The header, the tabs


def test_the_selected_tab_is_lighter_or_darker_than_the_others(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "boxes", scheme)
    tabs = screen.of_type("TabButton")
    grounds = [fill(crop) for crop in seen(screen, *[tab.childItems()[0] for tab in tabs])]
    [selected] = [index for index, tab in enumerate(tabs) if tab.property("selected")]
    for index, other in enumerate(grounds):
        assert index == selected or ratio(grounds[selected], other) >= LIGHTER


def test_a_selected_pill_is_lighter_or_darker_than_the_others(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "boxes", scheme)
    chosen, other = seen(screen, screen.item("language-en"), screen.item("language-de"))
    assert ratio(fill(chosen), fill(other)) >= LIGHTER


# Blocks


def test_each_callout_has_an_icon_and_a_word_of_its_own(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "boxes", scheme)
    callouts = screen.of_type("CalloutBlock")
    assert len({each.property("tone") for each in callouts}) == 4
    assert_all_unlike(seen(screen, *icons(screen, callouts)))
    assert_all_read(screen, [screen.texts(each)[0] for each in callouts], 4)


def test_each_level_of_evidence_has_words_of_its_own(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "boxes", scheme)
    badges = screen.of_type("Badge")
    assert len({each.property("level") for each in badges}) == 5
    assert_all_read(screen, [screen.texts(each)[0] for each in badges], 5)


def test_dots_that_are_filled_differ_in_lightness_from_rings(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "numbers", scheme)
    patches = screen.of_type("Patch", screen.of_type("Dots")[0])
    cores: dict[bool, set[int]] = {True: set(), False: set()}
    for patch, crop in zip(patches, seen(screen, *patches), strict=True):
        pitch = int(patch.property("sourceSize").width())
        cores[patch.property("filled")].add(core(crop.copy(0, 0, pitch, pitch)))
    for full in cores[True]:
        assert all(ratio(full, empty) >= LIGHTER for empty in cores[False])
    assert all(cores.values())


def test_an_open_question_has_another_sign_than_a_closed_one(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "questions", scheme)
    screen.shell.navigator.ask("questions", "open")
    screen.frame()
    opened, closed = screen.of_type("QuestionBlock")
    assert (opened.property("opened"), closed.property("opened")) == (True, False)
    signs = seen(screen, *icons(screen, [opened, closed]))
    assert_all_unlike(signs)
    assert ratio(fill(signs[0]), fill(signs[1])) >= LIGHTER
    assert len(screen.texts(opened)) > len(screen.texts(closed))


def test_a_gate_in_a_timeline_has_another_shape(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "numbers", scheme)
    [block] = screen.of_type("TimelineBlock")
    points = [each for each in screen.items(block) if abs(each.width() - each.height()) < 0.5]
    points = [each for each in points if type_of(each) == "Rectangle"]
    gates = [each for each in points if each.rotation()]
    [gate, point] = seen(screen, gates[0], points[0])
    assert len(gates) == 1
    assert ratio(core(gate), core(point)) >= LIGHTER, "one is hollow, the other is filled"
    corners = [
        each.pixel(each.width() // 5, each.height() // 5) & 0xFFFFFF for each in (gate, point)
    ]
    assert ratio(*corners) >= LIGHTER, "one stands on its corner, the other is round"


def test_the_head_of_a_table_is_bolder_than_what_is_below(blocks: Room, scheme: str) -> None:
    screen = look(blocks, "numbers", scheme)
    head, *lines = screen.of_type("TableLine")
    cells = [screen.texts(head)[1], screen.texts(lines[0])[1]]
    bold, regular = [strokes(crop) for crop in seen(screen, *cells)]
    assert bold > 1.2 * regular


@pytest.mark.parametrize("kind", ["page:", "outside:", "source:", "term:"])
def test_a_link_is_underlined_to_its_end(blocks: Room, kind: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.1; its colour is less than 3:1 from the words around it (G183)."""
    screen = look(blocks, "words", scheme)
    assert_underlined(screen, screen.link(kind, screen.column), kind)


def assert_underlined(screen: Screen, text: QQuickItem, kind: str) -> None:
    bring(screen, text)
    at = text.mapFromScene(screen.link_point(text, kind))
    ends = []
    for step in (-1.0, 1.0):
        x = at.x()
        while screen.link_at(text, x + step, at.y()).startswith(kind):
            x += step
        ends.append(x)
    font = text.property("font").pixelSize()
    line = QRectF(ends[0] + 1, at.y() - font, ends[1] - ends[0] - 2, 2 * font)
    crop = in_grey(Shot(screen.window.grabWindow()).crop(text.mapRectToScene(line)))
    ground = fill(crop)
    rows = [
        sum(ratio(crop.pixel(x, y) & 0xFFFFFF, ground) >= LIGHTER for x in range(crop.width()))
        for y in range(crop.height())
    ]
    assert max(rows) >= 0.95 * crop.width(), f"{max(rows)} of {crop.width()} pixels"


# What is set


def test_what_is_chosen_on_the_display_card_is_filled_and_ticked(blocks: Room, scheme: str) -> None:
    root = enter(blocks, View("display", display, "DisplayCard"), scheme)
    screen = blocks.screen
    choices = screen.of_type("Choice", root)
    chosen = [choice for choice in choices if choice.property("chosen")]
    other = [choice for choice in choices if not choice.property("chosen")]
    assert chosen
    assert other
    for one, two in zip(seen(screen, *chosen), seen(screen, *other[: len(chosen)]), strict=True):
        assert ratio(fill(one), fill(two)) >= LIGHTER
    ticks = [any(icon.property("name") == "check" for icon in screen.of_type("Icon", choice))
             for choice in choices]  # fmt: skip
    assert ticks == [choice in chosen for choice in choices]


def test_low_reach_has_another_icon_and_another_word_while_it_is_on(
    blocks: Room, scheme: str
) -> None:
    screen = look(blocks, "words", scheme)
    crops, words = [], []
    for on in (False, True):
        screen.shell.appearance.reach(on)
        screen.frame()
        [button] = screen.of_type("LowReachButton")
        crops += seen(screen, *icons(screen, [button]))
        words.append(screen.words(button))
    assert_all_unlike(crops)
    assert words[0] != words[1]


# What lies over the pages, and what is for staff


def test_typed_digits_are_filled(blocks: Room, scheme: str) -> None:
    root = enter(blocks, View("pad", pad("12"), "StaffDesk"), scheme)
    screen = blocks.screen
    [mark] = {each.parentItem() for each in screen.found("digit", root)}
    places = [each for each in mark.childItems() if type_of(each) == "Rectangle"]
    typed, _, empty, *_ = [core(crop) for crop in seen(screen, *places)]
    assert ratio(typed, empty) >= LIGHTER


def test_a_wrong_pin_is_said_in_words_that_are_bolder(blocks: Room, scheme: str) -> None:
    said = []
    for typed in (("12",), ("0000", "")):
        root = enter(blocks, View("pad", pad(*typed), "StaffDesk"), scheme)
        text = blocks.screen.item("pad-said", root)
        said.append((blocks.screen.plain(text), strokes(seen(blocks.screen, text)[0])))
    assert said[0][0] != said[1][0]
    assert said[1][1] > 1.15 * said[0][1]


def test_a_figure_that_staff_should_act_on_has_a_sign_beside_it(blocks: Room) -> None:
    root = enter(blocks, View("staff", staff(), "StaffDesk"))
    facts = blocks.screen.of_type("StaffFact", root)
    signed = [bool(blocks.screen.of_type("Icon", fact)) for fact in facts]
    assert signed == [fact.property("alarming") for fact in facts]
    assert set(signed) == {True, False}


def test_the_resting_screen_marks_its_language_and_its_card(blocks: Room) -> None:
    root = enter(blocks, View("rest", resting, "RestScreen"))
    screen = blocks.screen
    first, second = [fill(crop) for crop in seen(screen, *screen.of_type("StartButton", root))]
    assert ratio(first, second) >= LIGHTER
    [dots] = screen.of_type("RestDots", root)
    marked, other = screen.of_type("Rectangle", dots)
    assert marked.width() > 2 * other.width()


# The measures themselves


def test_two_colours_of_one_lightness_are_one_in_grey() -> None:
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("#b00000"))
    painter = QPainter(picture)
    painter.fillRect(0, 0, 10, 10, QColor("#00661f"))
    painter.end()
    one, other = sorted(colours(in_grey(picture)))
    assert distance(*colours(picture)) > 100
    assert ratio(one, other) < 1.2


def test_one_shape_in_two_colours_is_not_unlike_itself() -> None:
    drawn = []
    for ink, round_ in (("#b00000", True), ("#00661f", True), ("#b00000", False)):
        picture = QImage(64, 64, QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        if round_:
            painter.drawEllipse(4, 4, 56, 56)
        else:
            painter.drawPolygon([QPoint(32, 4), QPoint(60, 60), QPoint(4, 60)])
        painter.end()
        drawn.append(shape(in_grey(picture)))
    assert unlike(drawn[0], drawn[1]) < 0.1
    assert unlike(drawn[0], drawn[2]) > UNLIKE


def test_a_missing_underline_is_found(blocks: Room) -> None:
    screen = look(blocks, "words", "light")
    text = screen.link("page:", screen.column)
    words = str(text.property("text"))
    text.setProperty("text", words.replace("<a ", '<a style="text-decoration:none" '))
    ruled = QQmlProperty(text, "font.underline").read()
    assert not ruled
    text.setProperty("textFormat", 1)  # rich text obeys the style
    screen.frame()
    with pytest.raises(AssertionError, match="pixels"):
        assert_underlined(screen, text, "page:")
