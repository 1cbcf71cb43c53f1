"""Pictures of a website: a drawing is a part of its page, whatever its author's program wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.shipped import shipped
from tests.flows.packs import Writer
from tests.unit.export.html_reading import made, pages

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
  <defs><clipPath id="cut"><rect width="50" height="50"/></clipPath>
    <linearGradient id="fade"><stop stop-color="#FF0000"/></linearGradient></defs>
  <rect style="fill:url(#fade);stroke-width:2" width="100" height="50" clip-path="url(#cut)"/>
  <g id="marker-1"><circle cx="9" cy="9" r="9" fill="var(--teal)"/><text x="9" y="9">1</text></g>
</svg>
"""
STYLED = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">
  <style>.a { fill: #FF0000 }</style><rect class="a" width="100" height="50"/></svg>
"""
BOX = '!!! figure "A picture"\n    ![what it shows]({name})\n\n    1. The round one\n'


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    (tmp_path / "pack").mkdir()
    return Writer(tmp_path / "pack")


def test_the_same_drawing_twice_keeps_its_parts_apart(pack: Writer) -> None:
    (pack.folder / "one.svg").write_text(DRAWING, "utf-8")
    pack.page("first", BOX.format(name="one.svg") + "\nWords.\n\n" + BOX.format(name="one.svg"))
    read = pages(made(pack.written()))["en/first.html"]
    ids = [name for name in read.all("id") if name.startswith("drawing")]
    assert len(ids) == len(set(ids)) == 6
    for name in ids:
        if not name.endswith("marker-1"):
            assert f"url(#{name})" in read.text
    assert read.all("aria-label").count("what it shows") == 2


def test_a_drawing_takes_its_colours_from_the_stylesheet_and_has_no_styles_of_its_own(
    pack: Writer,
) -> None:
    (pack.folder / "one.svg").write_text(DRAWING, "utf-8")
    pack.page("first", BOX.format(name="one.svg"))
    read = pages(made(pack.written()))["en/first.html"]
    assert "var(--teal)" in read.all("fill")
    assert not read.all("style")
    assert read.all("stroke-width").count("2") >= 1
    # It keeps a colour that may not be seen on a dark ground.
    assert "drawing light" in read.all("class")


def test_a_drawing_with_a_style_sheet_and_a_photograph_are_files(pack: Writer) -> None:
    (pack.folder / "styled.svg").write_text(STYLED, "utf-8")
    photograph = (shipped("content").parent / "docs/pictures").glob("*.png")
    content = next(iter(sorted(photograph))).read_bytes()
    (pack.folder / "photo.png").write_bytes(content)
    pack.page("first", "![a red one](styled.svg)\n\n![a photo](photo.png)\n")
    files = made(pack.written())
    read = pages(files)["en/first.html"]
    assert read.all("alt") == ["a red one", "a photo"]
    drawn, photo = (files[each.removeprefix("../")] for each in read.all("src"))
    assert photo == content
    assert b".a{fill:#FF0000}" in drawn
    assert "<style" not in read.text


def test_words_stand_where_a_picture_is_lost(
    pack: Writer, caplog: pytest.LogCaptureFixture
) -> None:
    (pack.folder / "bad.svg").write_text(DRAWING.replace("<defs>", "<script/><defs>"), "utf-8")
    pack.page("first", "![nobody sees it](gone.svg)\n\n![nor this](bad.svg)\n")
    read = pages(made(pack.written()))["en/first.html"]
    assert read.words.count("This picture can't be shown") == 2
    assert "nobody sees it" in read.words
    assert "nor this" in read.words
    assert "script" not in read.text
    assert len(caplog.records) == 2
