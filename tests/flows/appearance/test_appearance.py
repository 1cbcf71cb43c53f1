"""Text size and colours change while the kiosk is running."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import shiboken6
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.ui.reading.pictures import Pictures
from tests.flows.screen import Screen, is_text, type_of


def colours(image: QImage) -> set[str]:
    step = 7
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }


def laid_out(screen: Screen) -> set[int]:
    """Give the tabs of whose pages there is a row, whether it is seen or not."""
    indices = {each: each.property("index") for each in screen.stack.childItems()}
    return {index for each, index in indices.items() if index is not None and has_row(screen, each)}


def has_row(screen: Screen, pane: QQuickItem) -> bool:
    """Tell whether there is a text in a pane's rows; the first one is enough."""
    return any(
        is_text(item)
        for rows in screen.items(pane, hidden=True)
        if type_of(rows) == "PageRows"
        for item in screen.items(rows, hidden=True)
    )


def test_text_grows_to_twice_its_size_at_once(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk()
    before = {item: item.property("font").pixelSize() for item in screen.texts(screen.column)}
    body = screen.theme.property("body")
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=200))
    screen.settle()
    assert screen.theme.property("body") == pytest.approx(2 * body)
    # A table that becomes cards makes its words anew; those that stayed must have grown.
    before = {item: size for item, size in before.items() if shiboken6.isValid(item)}
    grown = [item.property("font").pixelSize() / size for item, size in before.items()]
    assert min(grown) > 1.4
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=100))
    screen.settle()
    assert {item: item.property("font").pixelSize() for item in before} == before


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_another_scheme_shows_at_once(kiosk: Callable[..., Screen], scheme: str) -> None:
    screen = kiosk()
    light = colours(screen.window.grabWindow())
    assert QColor(screen.theme.property("paper")).name() in light
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, scheme=scheme))
    screen.settle()
    seen = screen.window.grabWindow()
    paper = QColor(screen.theme.property("paper")).name()
    assert paper != "#f7f5f0"
    assert paper in colours(seen)
    assert "#f7f5f0" not in colours(seen)
    assert QColor(screen.theme.property("ink")).name() in colours(seen)


def test_the_place_is_kept_when_text_grows_and_shrinks(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    screen.column.setProperty("contentY", 2000.0)
    screen.rest()
    before = screen.scrolled
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=200))
    screen.settle()
    screen.rest()
    assert 0 <= screen.scrolled <= screen.furthest
    assert screen.visit.page == "overview"
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, text_size=100))
    screen.settle()
    screen.rest()
    assert screen.scrolled == pytest.approx(before, abs=1)


def test_turning_the_screen_lays_a_section_out_anew(kiosk: Callable[..., Screen]) -> None:
    screen = kiosk(size=(1920, 1080))
    assert len({door.x() for door in screen.of_type("Door")}) == 3
    navigator = screen.shell.navigator
    navigator.enter("overview", navigator.pane("overview").sections.anchors[0])
    screen.settle()

    def beside() -> set[bool]:
        return {row.x() > 0 for row in screen.items(screen.column) if row.property("side") == 2}

    assert beside() == {True}
    screen.measure(1080, 1920)
    assert beside() == {False}
    screen.measure(1920, 1080)
    assert beside() == {True}
    screen.tap("back")
    screen.measure(1080, 1920)
    assert len({door.x() for door in screen.of_type("Door")}) == 1


def test_a_drawing_is_drawn_once_in_another_schemes_colours(
    kiosk: Callable[..., Screen], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = kiosk()
    screen.shell.navigator.enter("types", "cycle")
    screen.settle()
    drawn: list[str] = []
    dressed = Pictures._dressed

    def counted(
        pictures: Pictures, name: str, file: Path, colours: dict[str, str]
    ) -> tuple[str, bool] | None:
        drawn.append(name)
        return dressed(pictures, name, file, colours)

    monkeypatch.setattr(Pictures, "_dressed", counted)
    screen.shell.navigator.change(msgspec.structs.replace(screen.visit, scheme="contrast"))
    screen.settle()
    of_the_page = [name for name in drawn if "/figures/" in name]
    assert of_the_page
    assert len(of_the_page) == len(set(of_the_page))


def settled(screen: Screen) -> None:
    """Wait until every page is made whole."""
    navigator = screen.shell.navigator
    screen.wait(lambda: all(pane.rows.rows == pane.rows.all for pane in navigator.panes))
    screen.wait(lambda: len(laid_out(screen)) == len(navigator.tabs))


@pytest.mark.parametrize("choice", ["size-200", "scheme-dark", "spacing-150"])
def test_no_choice_waits_for_a_page_that_is_not_on_the_screen(
    kiosk: Callable[..., Screen], choice: str
) -> None:
    screen = kiosk()
    settled(screen)
    screen.tap("display")
    screen.wait(lambda: laid_out(screen) == {0})
    screen.tap(choice)
    assert laid_out(screen) == {0}
    screen.tap("display-close")
    settled(screen)


def test_who_opens_the_card_for_the_next_visit_at_once_finds_it_as_quick(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk()
    settled(screen)
    screen.tap("display")
    screen.wait(lambda: laid_out(screen) == {0})
    screen.shell.navigator.reset()
    screen.shell.card.showDisplay()
    screen.rest()
    screen.settle()
    assert laid_out(screen) == {0}


def test_a_page_that_is_taken_down_is_whole_as_soon_as_it_is_asked_for(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk()
    settled(screen)
    pane = screen.shell.navigator.panes[2]
    screen.tap("display")
    screen.wait(lambda: laid_out(screen) == {0})
    screen.shell.navigator.turnTo(pane.page_name)
    assert 2 in laid_out(screen)


def test_rows_below_the_view_wait_until_a_choice_is_seen_and_the_place_is_kept(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    settled(screen)
    rows = screen.shell.navigator.panes[0].rows
    every = list(rows.rows)

    def spared() -> None:
        screen.wait(lambda: len(rows.rows) < len(every))

    screen.column.setProperty("contentY", 2000.0)
    screen.rest()
    screen.tap("display")
    spared()
    assert screen.scrolled == pytest.approx(2000)
    screen.tap("size-200")
    assert screen.scrolled > 2000
    spared()
    screen.tap("size-100")
    screen.wait(lambda: abs(screen.scrolled - 2000) <= 1)
    screen.tap("display-close")
    settled(screen)
    assert rows.rows == every
    screen.rest()
    assert screen.scrolled == pytest.approx(2000, abs=1)


def test_a_choice_makes_no_row_that_is_held_back(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    settled(screen)
    rows = screen.shell.navigator.panes[0].rows
    rows.keep(4)
    screen.shell.appearance.resize(200)
    assert len(rows.rows) == 4


def test_who_has_read_on_elsewhere_finds_their_place_after_a_choice(
    kiosk: Callable[..., Screen], whole_pages: Path
) -> None:
    screen = kiosk(whole_pages)
    settled(screen)
    tabs = screen.shell.navigator.tabs
    screen.tap(f"tab-{tabs[1]}")
    screen.rest()
    screen.column.setProperty("contentY", 900.0)
    screen.rest()
    screen.tap(f"tab-{tabs[0]}")
    screen.rest()
    screen.tap("display")
    screen.wait(lambda: laid_out(screen) == {0, 1})
    screen.tap("size-200")
    screen.tap("size-100")
    screen.tap("display-close")
    settled(screen)
    screen.tap(f"tab-{tabs[1]}")
    screen.rest()
    assert screen.scrolled == pytest.approx(900, abs=2)
