"""The packaged font draws every letter of the default pack: another one has other lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import unescape

from PySide6.QtGui import QFont, QFontInfo, QRawFont

from kiosk.pack.pack import load_pack
from kiosk.rows.build import page_rows
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from tests.flows.screen import Screen


def words(rows: Iterable[Row]) -> Iterator[str]:
    """All that is drawn of these rows."""
    for row in rows:
        yield from map(unescape, (row.text, row.title, row.plain, row.marker))
        for inner in (row.inner, row.badge):
            yield from words(inner or ())


def test_every_character_of_the_default_pack_is_in_the_packaged_font(
    kiosk: Callable[..., Screen],
) -> None:
    screen = kiosk()
    font = QFont(screen.theme.property("fontFamily"))
    assert QFontInfo(font).family() == "Atkinson Hyperlegible"
    raw = QRawFont.fromFont(font)
    used: set[str] = set()
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    for name in pack.names("en"):
        page = pack.page(name, "en")
        used.update(page.title, *words(page_rows(page, lambda _: ("", 1.0))))
    assert len(used) > 60
    assert not {letter for letter in used if letter.isprintable()} - {
        letter for letter in used if raw.supportsCharacter(ord(letter))
    }
