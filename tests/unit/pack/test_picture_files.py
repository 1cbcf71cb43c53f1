"""A picture that was cut short or damaged is told from a whole one without decoding it."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.pack import picture_files
from kiosk.pack.picture_files import flaw
from kiosk.ui.reading.pictures import aspect

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><g><path d="M0 0h4"/></g></svg>'


def picture(folder: Path, ending: str) -> Path:
    file = folder / f"picture.{ending}"
    if ending == "svg":
        file.write_text(SVG, "utf-8")
        return file
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    shades = random.Random(7)
    for x in range(64):
        for y in range(48):
            image.setPixelColor(x, y, QColor(shades.randrange(256), x * 4, y * 5))
    assert image.save(str(file))
    return file


@pytest.mark.parametrize("ending", ["svg", "png", "jpg"])
def test_a_whole_picture_has_no_flaw_and_a_size(tmp_path: Path, ending: str) -> None:
    file = picture(tmp_path, ending)
    assert flaw(file) is None
    assert aspect(file) > 0


@pytest.mark.parametrize("ending", ["svg", "png", "jpg"])
def test_a_picture_cut_at_any_byte_has_one(tmp_path: Path, ending: str) -> None:
    file = picture(tmp_path, ending)
    whole = file.read_bytes()
    for length in range(0, len(whole) - 1, max(1, len(whole) // 120)):
        file.write_bytes(whole[:length])
        assert flaw(file), f"cut after {length} of {len(whole)} bytes"


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_a_picture_whose_end_was_never_written_has_one(tmp_path: Path, ending: str) -> None:
    file = picture(tmp_path, ending)
    whole = file.read_bytes()
    half = len(whole) // 2
    file.write_bytes(whole[:half] + bytes(len(whole) - half))
    assert flaw(file)


def test_a_preview_inside_a_photograph_does_not_stand_for_its_end(tmp_path: Path) -> None:
    file = picture(tmp_path, "jpg")
    whole = file.read_bytes()
    preview = b"Exif\0\0" + whole[:2000] + b"\xff\xd9"
    segment = b"\xff\xe1" + (len(preview) + 2).to_bytes(2, "big") + preview
    file.write_bytes(whole[:2] + segment + whole[2:])
    assert flaw(file) is None
    file.write_bytes((whole[:2] + segment + whole[2:])[: len(segment) + len(whole) // 2])
    assert flaw(file)


def test_a_file_that_is_something_else_has_a_flaw(tmp_path: Path) -> None:
    for ending in ("svg", "png", "jpg"):
        file = tmp_path / f"x.{ending}"
        file.write_bytes(b"GIF89a")
        assert flaw(file)
        assert aspect(file) == 0
    assert flaw(tmp_path / "nowhere.png")


def test_a_picture_of_any_size_is_not_read_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = picture(tmp_path, "png")
    monkeypatch.setattr(picture_files, "MOST_BYTES", 10)
    found = flaw(file)
    assert found
    assert "larger" in found[0]


def test_a_picture_of_more_pixels_than_can_be_drawn_is_told(tmp_path: Path) -> None:
    for ending in ("png", "jpg"):
        file = picture(tmp_path, ending)
        content = bytearray(file.read_bytes())
        at = 16 if ending == "png" else content.find(b"\xff\xc0") + 5
        wide = (10_000).to_bytes(4 if ending == "png" else 2, "big")
        content[at : at + 2 * len(wide)] = wide + wide
        if ending == "png":
            content[29:33] = zlib.crc32(content[12:29]).to_bytes(4, "big")
        file.write_bytes(content)
        found = flaw(file)
        assert found
        assert "has 10,000 × 10,000 pixels" in found[0]
