"""A text becomes a code that a camera can read on a screen of pixels, or is too much for one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from kiosk.take_home.phone_code import LARGEST, modules, picture, pixels_a_module
from tests.flows.code_reader import codes_in


def enlarged(png: bytes) -> QImage:
    image = QImage.fromData(png)
    return image.scaled(image.size() * 4)


@pytest.mark.parametrize(
    "text", ["Plain words?", "Grüße\nzwei Zeilen", "চুল পড়া\n- কত খরচ?", "+%41&#?"]
)
def test_a_code_says_its_text_in_every_script(text: str) -> None:
    assert codes_in(enlarged(picture(text)))[0].text == text


def test_a_code_has_white_around_it_and_is_measured_with_that() -> None:
    image = QImage.fromData(picture("https://a.example/en/risks.html"))
    wide = modules("https://a.example/en/risks.html")
    assert (image.width(), image.height()) == (wide, wide)
    edge = range(4)
    white = {image.pixelColor(x, y).lightness() for x in edge for y in range(wide)}
    assert white == {255}
    assert image.pixelColor(4, 4).lightness() == 0


def test_the_longest_text_has_a_code_of_the_largest_version_and_one_byte_more_has_none() -> None:
    assert modules("x" * 779) == 17 + 4 * LARGEST + 8
    assert (modules("x" * 780), picture("x" * 780)) == (0, b"")
    assert modules("x" * 10_000) == 0


@pytest.mark.parametrize(
    ("wide", "mm", "wanted", "room", "pixels"),
    [
        (41, 4.03, 363, 900, 9),  # 41 x 9 is 369: what is wanted, in whole pixels
        (41, 4.03, 363, 300, 7),  # no more than there is room for
        (41, 4.03, 100, 900, 4),  # at least 40 mm
        (41, 4.03, 363, 160, 0),  # and not at all with less
        (113, 5.88, 300, 700, 5),  # at least 0.8 mm a module
        (113, 5.88, 300, 560, 0),
    ],
)
def test_a_module_takes_whole_pixels_and_what_a_camera_needs(
    wide: int, mm: float, wanted: float, room: float, pixels: int
) -> None:
    assert pixels_a_module(wide, mm, wanted, room) == pixels
