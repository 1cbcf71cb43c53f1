"""Pictures: from the pack's folders only, in the theme's colours, with nothing from outside."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kiosk.pack.pack import load_pack
from kiosk.page.error import ContentError
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.reading.pictures import (
    KEPT,
    KEPT_BYTES,
    SMALL,
    SMALL_BYTES,
    Pictures,
    address,
    aspect,
)  # fmt: skip
from tests.conftest import Kept
from tests.flows.packs import Writer

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 40 20">{}</svg>'
)

RED = SQUARE.format('<rect width="40" height="20" fill="#ff0000"/>')


@pytest.fixture(autouse=True)
def _running(qapp: QGuiApplication) -> None:
    """Images need an application."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "pack"
    inside.mkdir()
    return inside


def draw(folder: Path, file: Path | str, query: str = "", width: int = -1) -> QImage:
    wanted = QSize(width, -1)
    return Pictures((folder,)).requestImage(quote(str(file), safe="") + query, QSize(), wanted)


def svg(folder: Path, inner: str, name: str = "drawing.svg") -> Path:
    file = folder / name
    file.write_text(SQUARE.format(inner), "utf-8")
    return file


def test_a_drawing_takes_the_colours_of_the_theme(folder: Path) -> None:
    file = svg(folder, '<rect width="40" height="20" fill="var(--teal)"/>')
    assert draw(folder, file, "?teal=%23123456").pixelColor(20, 10) == QColor("#123456")
    assert draw(folder, file, "?teal=%23abcdef").pixelColor(20, 10) == QColor("#abcdef")


def test_the_current_colour_is_ink(folder: Path) -> None:
    file = svg(folder, '<rect width="40" height="20" fill="currentColor"/>')
    assert draw(folder, file, "?ink=%23123456").pixelColor(20, 10) == QColor("#123456")


MARKER = (
    '<g id="marker-{n}"><circle cx="20" cy="10" r="9"/>'
    '<text x="20" y="15" font-size="14" fill="#ffffff" text-anchor="middle">{n}</text></g>'
)


def test_markers_count_in_the_digits_of_the_page(folder: Path) -> None:
    drawn = draw(folder, svg(folder, MARKER.format(n="3")), "?zero=%E0%A7%A6", 400)
    wanted = svg(folder, MARKER.format(n="৩").replace("marker-৩", "marker-3"), "wanted.svg")
    latin = draw(folder, folder / "drawing.svg", "?zero=0", 400)
    assert drawn == draw(folder, wanted, "", 400)
    assert drawn != latin


def test_digits_that_count_nothing_stay_as_they_are(folder: Path) -> None:
    file = svg(folder, '<text x="4" y="15" font-size="14">3</text>')
    assert draw(folder, file, "?zero=%E0%A7%A6", 400) == draw(folder, file, "", 400)


def test_a_page_asks_for_its_own_digits(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack", ("en", "bn")).page("one").written()
    (pack / "good.svg").write_text(RED, "utf-8")
    library = PackPages(load_pack(pack, assets=Path(__file__).parents[4] / "assets"))
    assert library.picture("good.svg", "bn")[0].endswith("?zero=%E0%A7%A6")


def test_a_colour_that_nobody_gave_is_grey_and_no_fault(folder: Path) -> None:
    file = svg(folder, '<rect width="40" height="20" fill="var(--unknown)"/>')
    assert draw(folder, file).pixelColor(20, 10) == QColor("#808080")


def test_a_drawing_is_as_wide_as_asked_for_and_keeps_its_shape(folder: Path) -> None:
    file = svg(folder, "")
    assert draw(folder, file, width=200).size() == QSize(200, 100)
    assert draw(folder, file).size() == QSize(40, 20)
    assert aspect(file) == 0.5


def test_a_drawing_is_read_once_for_all_its_sizes(folder: Path) -> None:
    """Its name stays only as long as the drawing does: whatever lies there now is another's."""
    file = svg(folder, '<rect width="40" height="20" fill="var(--ink)"/>')
    pictures, name = Pictures((folder,)), quote(str(file), safe="") + "?ink=%23102030"
    small = pictures.requestImage(name, QSize(), QSize(40, 0))
    file.write_bytes(b"no drawing")
    large = pictures.requestImage(name, QSize(), QSize(80, 0))
    assert (small.width(), large.width()) == (40, 80)
    assert large.pixelColor(40, 20) == small.pixelColor(20, 10) == QColor("#102030")


def test_an_icon_that_was_drawn_in_a_colour_and_size_is_there_at_once(folder: Path) -> None:
    file = svg(folder, '<rect width="40" height="20" fill="currentColor"/>')
    pictures, asked = Pictures((folder,)), quote(str(file), safe="") + "?ink=%23123456"
    drawn = pictures.requestImage(asked, QSize(), QSize(40, -1))
    assert pictures.requestImage(asked, QSize(), QSize(40, -1)).cacheKey() == drawn.cacheKey()
    assert pictures.requestImage(asked, QSize(), QSize(41, -1)).width() == 41


def test_icons_that_are_kept_are_small_and_together_take_little(folder: Path) -> None:
    file = svg(folder, '<rect width="40" height="20" fill="currentColor"/>')
    pictures, asked = Pictures((folder,)), quote(str(file), safe="") + "?ink=%23123456"
    pictures.requestImage(asked, QSize(), QSize(1000, -1))
    assert not pictures._small
    for width in range(1, 200):
        pictures.requestImage(asked, QSize(), QSize(width, -1))
        held = sum(image.sizeInBytes() for image in pictures._small.values())
        assert held <= SMALL_BYTES + SMALL
    assert (asked, 100) not in pictures._small, "nothing was ever let go"


def test_drawings_that_are_kept_for_other_sizes_are_few_and_small_together(folder: Path) -> None:
    pictures = Pictures((folder,))

    def drawn(name: str, signs: int, colour: str = "#102030") -> None:
        course = f"M0 0h40v20{' ' * signs}z"
        file = svg(folder, f'<path d="{course}" fill="var(--ink)"/>', name)
        asked = f"{quote(str(file), safe='')}?ink={quote(colour)}"
        assert pictures.requestImage(asked, QSize(), QSize(40, 0)).width() == 40

    def kept() -> int:
        return sum(sys.getsizeof(text) for text, _ in pictures._kept.values())

    for number in range(30):
        drawn("small.svg", 0, f"#1020{number:02}")
        assert 1 <= len(pictures._kept) <= KEPT
    for number in range(15):
        drawn(f"large-{number}.svg", 300_000)
        assert 300_000 < kept() <= KEPT_BYTES
    before = kept()
    drawn("too large.svg", KEPT_BYTES)
    assert kept() == before


def test_a_photograph_is_drawn_as_it_is(folder: Path) -> None:
    image = QImage(30, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(folder / "photo.png"))
    assert draw(folder, folder / "photo.png", "?ink=%23000000").pixelColor(5, 5) == QColor(
        "#336699"
    )
    assert aspect(folder / "photo.png") == pytest.approx(1 / 3)


@pytest.mark.parametrize("name", ["torn.png", "torn.svg", "gone.svg", "/etc/hostname"])
def test_a_picture_that_cannot_be_shown_has_no_address_and_is_logged_where_it_stands(
    tmp_path: Path, logged: Kept, name: str
) -> None:
    pack = Writer(tmp_path).page("one", f"Words.\n\n![A thing]({name})").written()
    image = QImage(30, 10, QImage.Format.Format_RGB32)
    assert image.save(str(pack / "torn.png"))
    (pack / "torn.png").write_bytes((pack / "torn.png").read_bytes()[:-9])
    (pack / "torn.svg").write_text("<svg", "utf-8")
    pages = PackPages(load_pack(pack, assets=Path(__file__).parents[4] / "assets"))
    assert pages.figures(pages.page("one", "en")) == {}
    (line,) = logged.lines
    assert line.startswith(f"{pack / 'en' / 'one.md'}:13: the picture ")


def test_files_outside_the_folders_are_refused(folder: Path) -> None:
    outside = folder.parent / "outside.svg"
    outside.write_text(RED, "utf-8")
    (folder / "link.svg").symlink_to(outside)
    for name in (outside, folder / ".." / "outside.svg", folder / "link.svg", "/etc/passwd", ""):
        assert draw(folder, name).isNull(), name
    neighbour = folder.parent / "pack-two"
    neighbour.mkdir()
    (neighbour / "x.svg").write_text(RED, "utf-8")
    assert draw(folder, neighbour / "x.svg").isNull()


@pytest.mark.parametrize(
    "inner",
    [
        '<image href="{}" width="40" height="20"/>',
        '<image xlink:href="{}" width="40" height="20"/>',
        "<image xlink:href='file://{}' width='40' height='20'/>",
        '<IMAGE href="{}" width="40" height="20"/>',
        '<image\nxlink:href\n=\n"{}" width="40" height="20"/>',
        '<x:image xmlns:x="http://www.w3.org/2000/svg" xlink:href="{}" width="40" height="20"/>',
        '<use href="{}#a"/>',
        '<use xlink:href="{}#a"/>',
        '<style>@import url("{}");</style>',
        '<rect width="40" height="20" fill="url({}#a)"/>',
        '<image href="data:image/png;base64,AAAA" width="40" height="20"/>',
        '<image href="http://127.0.0.1:9/x.png" width="40" height="20"/>',
    ],
)
def test_a_drawing_that_reaches_outside_draws_nothing_from_there(folder: Path, inner: str) -> None:
    red = QImage(40, 20, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    assert red.save(str(folder / "red.png"))
    (folder / "red.svg").write_text(
        SQUARE.format('<rect id="a" width="40" height="20" fill="#ff0000"/>'), "utf-8"
    )
    for name in ("red.png", "red.svg"):
        file = svg(folder, inner.replace("{}", str(folder / name)))
        image = draw(folder, file)
        assert image.isNull() or image.pixelColor(20, 10) != QColor("#ff0000")
        assert aspect(file) == 0


def test_a_drawing_that_reads_a_file_through_an_entity_draws_nothing(folder: Path) -> None:
    file = folder / "entity.svg"
    words = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + SQUARE.format(
        "<text>&x;</text>"
    )
    file.write_text(words, "utf-8")
    assert draw(folder, file).isNull()


def test_a_drawing_may_refer_to_itself(folder: Path) -> None:
    file = svg(
        folder,
        '<defs><rect id="a" width="40" height="20" fill="#00ff00"/></defs><use xlink:href="#a"/>',
    )
    assert draw(folder, file).pixelColor(20, 10) == QColor("#00ff00")


@pytest.mark.parametrize(
    "content", [b"", b"not a drawing", b"<svg", b"\xff\xfe\x00", RED.encode("utf-16")]
)
def test_what_is_no_drawing_gives_no_picture(folder: Path, content: bytes) -> None:
    file = folder / "broken.svg"
    file.write_bytes(content)
    assert draw(folder, file).isNull()
    assert aspect(file) == 0


def test_a_picture_that_can_not_be_drawn_is_a_fault_of_the_page(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    (pack / "bad.svg").write_text(SQUARE.format('<image href="http://x.example/"/>'), "utf-8")
    (pack / "good.svg").write_text(RED, "utf-8")
    assets = Path(__file__).parents[4] / "assets"
    library = PackPages(load_pack(pack, assets=assets))
    digest = hashlib.sha256((pack / "good.svg").read_bytes()).hexdigest()[:16]
    assert library.picture("good.svg", "en") == (address(f"{digest}/good.svg"), 0.5)
    with pytest.raises(ContentError, match=r"bad\.svg"):
        library.picture("bad.svg", "en")


def test_a_picture_is_measured_once_as_long_as_its_text_is_shown(tmp_path: Path) -> None:
    pack = Writer(tmp_path / "pack").page("one").written()
    (pack / "good.svg").write_text(RED, "utf-8")
    assets = Path(__file__).parents[4] / "assets"
    library = PackPages(load_pack(pack, assets=assets))
    before = library.picture("good.svg", "en")
    (pack / "good.svg").unlink()
    assert library.picture("good.svg", "en") == before
    with pytest.raises(ContentError, match=r"good\.svg"):
        PackPages(load_pack(pack, assets=assets)).picture("good.svg", "en")


def test_a_part_smaller_than_a_pixel_is_that_pixel_and_not_the_whole_picture(folder: Path) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    image.setPixelColor(1, 0, QColor("#0000ff"))
    assert image.save(str(folder / "small.png"))
    part = draw(folder, folder / "small.png", "?part=4000,1100,100,80,60", width=80)
    assert (part.width(), part.height()) == (1, 1)
    assert part.pixelColor(0, 0) == QColor("#0000ff")


def test_every_drawing_that_comes_with_the_kiosk_can_be_drawn() -> None:
    assets = Path(__file__).parents[4] / "assets"
    drawings = sorted(assets.rglob("*.svg"))
    assert len(drawings) > 20
    for file in drawings:
        image = draw(assets, file, "?ink=%23123456", width=64)
        assert not image.isNull(), file
        seen = any(image.pixelColor(x, y).alpha() for x in range(64) for y in range(image.height()))
        assert seen, f"{file.name} is empty"
