"""What keeps its colours is seen on every screen: on a dark one it stands on white."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.svg.on_white import ON_WHITE
from kiosk.ui.reading.grounds import contrast
from kiosk.ui.reading.pictures import Pictures

DARK = {"card": "#152424", "paper": "#0E1A1A", "ink": "#EAF2F1", "teal": "#7FD1CB"}
CONTRAST = {"card": "#000000", "paper": "#000000", "ink": "#FFFFFF", "teal": "#FFE500"}
AT_REST = {"card": "#1A5856", "paper": "#0F504E", "ink": "#FFFFFF", "teal": "#8ADBD3"}
LIGHT = {"card": "#FFFFFF", "paper": "#F7F5F0", "ink": "#12302F", "teal": "#0A5654"}

NONE, WHITE = QColor(0, 0, 0, 0), QColor("#ffffff")


@pytest.fixture(autouse=True)
def _running(qapp: QGuiApplication) -> None:
    """Images need an application."""


def draw(file: Path, colours: dict[str, str], more: str = "") -> QImage:
    query = "".join(f"&{name}={quote(value)}" for name, value in colours.items())
    name = quote(str(file), safe="") + f"?zero=0{query}{more}"
    return Pictures((file.parent,)).requestImage(name, QSize(), QSize(80, 0))


def svg(folder: Path, inside: str) -> Path:
    file = folder / "drawing.svg"
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{inside}</svg>', "utf-8"
    )
    return file


KEPT = {
    "black by name": '<path d="M0 0h20v20H0Z" fill="black"/>',
    "black in short": '<path d="M0 0h20v20H0Z" fill="#000"/>',
    "black by itself": '<path d="M0 0h20v20H0Z"/>',
    "black by its group": '<g fill="rgb(0,0,0)"><path d="M0 0h20v20H0Z"/></g>',
    "black by a style": '<path style="fill:#000000" d="M0 0h20v20H0Z"/>',
    "black by a sheet": '<style>.a{fill:#000}</style><path class="a" d="M0 0h20v20H0Z"/>',
    "a black line": '<path fill="none" stroke="#000" stroke-width="20" d="M0 10h20"/>',
    "black beside the scheme's colours": '<path fill="#000" d="M0 0h20v20H0Z"/>'
    '<path fill="var(--ink)" d="M0 0h9v9H0Z"/>',
}


@pytest.mark.parametrize("inside", KEPT.values(), ids=KEPT.keys())
@pytest.mark.parametrize("colours", [DARK, CONTRAST, AT_REST], ids=["dark", "contrast", "rest"])
@pytest.mark.parametrize("more", ["", "&part=80,0,0,80,40"])
def test_a_drawing_in_black_stands_on_white(
    tmp_path: Path, inside: str, colours: dict[str, str], more: str
) -> None:
    image = draw(svg(tmp_path, inside), colours, more)
    assert image.pixelColor(60, 20) == WHITE
    assert image.pixelColor(30, 30) == QColor("#000000")


def test_the_schemes_colours_beside_black_are_those_on_white(tmp_path: Path) -> None:
    file = svg(tmp_path, '<path d="M0 0h20v20H0Z"/><path fill="var(--ink)" d="M20 0h20v20H20Z"/>')
    assert draw(file, DARK).pixelColor(60, 20) == QColor(ON_WHITE["ink"])


@pytest.mark.parametrize("inside", KEPT.values(), ids=KEPT.keys())
def test_on_a_light_screen_no_drawing_gets_a_ground(tmp_path: Path, inside: str) -> None:
    assert draw(svg(tmp_path, inside), LIGHT).pixelColor(60, 20) == NONE


FOLLOWING = [
    '<path fill="var(--ink)" d="M0 0h20v20H0Z"/>',
    '<path fill="currentColor" d="M0 0h20v20H0Z"/>',
    '<path fill="none" stroke="var(--teal)" d="M0 0h20v20H0Z"/>',
    '<g fill="none"><path stroke="var(--teal)" d="M0 0h20v20H0Z"/></g>',
    '<path fill="#ffffff" d="M0 0h20v20H0Z"/>',
    '<path fill="#f0c020" d="M0 0h20v20H0Z"/><path fill="var(--ink)" d="M0 0h9v9H0Z"/>',
    '<mask id="m"><path fill="#000" d="M0 0h9v9H0Z"/></mask>'
    '<path mask="url(#m)" fill="var(--ink)" d="M0 0h20v20H0Z"/>',
]


@pytest.mark.parametrize("inside", FOLLOWING)
@pytest.mark.parametrize("colours", [DARK, CONTRAST, AT_REST], ids=["dark", "contrast", "rest"])
def test_a_drawing_that_is_seen_stands_on_the_screens_own_ground(
    tmp_path: Path, inside: str, colours: dict[str, str]
) -> None:
    assert draw(svg(tmp_path, inside), colours).pixelColor(60, 20) == NONE


def test_a_picture_that_one_can_see_through_stands_on_white(tmp_path: Path) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(NONE)
    assert image.save(str(tmp_path / "a.png"))
    assert draw(tmp_path / "a.png", DARK).pixelColor(60, 20) == WHITE
    assert draw(tmp_path / "a.png", LIGHT).pixelColor(60, 20) == NONE


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "black") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
