"""How Bengali is set: footnote marks stay with their sentence, signs keep clear of other lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.page.blocks import Footnote, Text
from kiosk.rows.rich_text import JOINER, styled
from tests.flows.packs import HEAD, Writer
from tests.flows.screen import Screen

NOTED = (
    "চিকিৎসার পরে মাথার ত্বকে ক্ষত হতে পারে।[^one] কিছু সময় পরেও না কমলে জানান।[^one] "
    "**এতে যন্ত্রণা হয়।**[^one] প্রমাণ দুর্বল।[^one][^two] স্ত্রীরোগ বা র‍্যাশ থাকলে আগে বলুন।[^two]"
)
JOINED = (
    "র্কী ন্ত্রূ স্ত্রী ক্ষ্মু র‍্যূ ত্ত্বি ঙ্ক্ষৌ ষ্ণূ হৃ র্দ্ধ্বে ঞ্চৈ জ্ঞূ শ্চুঁ ম্ভৃ ল্পী চিঁ ঠৌ টূ র্শি র্থী গুরুত্ব দুর্বল। "
) * 4


@pytest.fixture
def screen(kiosk: Callable[..., Screen], tmp_path: Path) -> Screen:
    pack = Writer(tmp_path, ("bn",))
    head = HEAD.format(name="ক", tab="ক", layout="page")
    text = f"{NOTED}\n\n{JOINED}\n\n[^one]: গবেষণা\n[^two]: গবেষণা\n"
    pack.raw("one", (head + text).encode(), language="bn")
    return kiosk(pack.written(), size=(1920, 1080))


def paragraph(screen: Screen, words: str) -> QQuickItem:
    (text,) = (
        text
        for block in screen.of_type("ParagraphBlock", screen.column)
        for text in screen.texts(block)
        if screen.plain(text).startswith(words)
    )
    return text


def begins_with_a_mark(screen: Screen, text: QQuickItem) -> list[int]:
    """Give the lines whose first letters are a link to a source."""
    lines = int(text.property("lineCount"))
    each = float(text.property("contentHeight")) / lines
    start = int(0.5 * text.property("font").pixelSize())
    return [
        line
        for line in range(lines)
        if any(screen.link_at(text, x, (line + 0.6) * each) for x in range(0, start, 2))
    ]


def test_no_line_begins_with_a_footnote_mark(screen: Screen) -> None:
    """UAX 14 lets a line break between a danda and a no-break space; Text does so."""
    text = paragraph(screen, NOTED[:8])
    joined = str(text.property("text"))
    assert not marks_at_the_beginning(screen, text, joined)
    # So that this can fail: without the joiner, and with a space that Text takes for any other.
    assert marks_at_the_beginning(screen, text, joined.replace(JOINER, ""))
    assert marks_at_the_beginning(screen, text, joined.replace("&nbsp;", "\xa0"))


def test_no_english_line_begins_with_a_footnote_mark(screen: Screen) -> None:
    mark = styled((Text("Some words are here."), Footnote(1), Text(" ")))
    text = paragraph(screen, NOTED[:8])
    assert not marks_at_the_beginning(screen, text, mark * 8)
    assert marks_at_the_beginning(screen, text, mark.replace("&nbsp;", "\xa0") * 8)


def marks_at_the_beginning(screen: Screen, text: QQuickItem, words: str) -> int:
    """Set these words in many widths; give how many of the lines begin with a mark."""
    text.setProperty("text", words)
    found = 0
    for width in range(300, 1000, 13):
        text.setWidth(width)
        found += len(begins_with_a_mark(screen, text))
    return found


@pytest.mark.parametrize("spacing", [100, 150])
@pytest.mark.parametrize("text_size", [100, 200])
def test_signs_above_and_below_touch_no_other_line(
    screen: Screen, text_size: int, spacing: int
) -> None:
    screen.shell.navigator.change(
        msgspec.structs.replace(screen.visit, text_size=text_size, line_spacing=spacing)
    )
    screen.settle()
    text = paragraph(screen, JOINED[:8])
    screen.reach(text)
    screen.rest()
    fade = screen.area(screen.column).bottom() - float(screen.pane.property("fading"))
    area = screen.reachable(text).toRect()
    area.setBottom(min(area.bottom(), int(fade)))
    picture = screen.window.grabWindow().copy(area)
    lines = int(text.property("lineCount"))
    shown = area.height() / (text.height() / lines)
    assert shown >= 2
    assert bands(picture, screen.theme.property("paper")) >= int(shown)


def bands(picture: QImage, paper: QColor) -> int:
    """Give how many bands of ink, with nothing between them, a picture has from top to bottom."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    empty = paper.rgb().to_bytes(4, "little") * picture.width()
    data = bytes(picture.constBits())
    rows = [data[y : y + len(empty)] != empty for y in range(0, len(data), picture.bytesPerLine())]
    return len(re.findall("1+", "".join("01"[row] for row in rows)))
