"""Text size and colours change while the kiosk is running."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import shiboken6
from PySide6.QtGui import QColor, QImage

from kiosk.ui.reading.pictures import Pictures
from tests.flows.screen import Screen


def colours(image: QImage) -> set[str]:
    step = 7
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }


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
    screen.shell.navigator.enter("types", "patterns")
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
