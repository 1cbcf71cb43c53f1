"""The leaflet: what a printer prints of both of our languages, judged by poppler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import Block, Callout, Figure, Page, Paragraph, Question, Sources, Text
from kiosk.page.terms import plain
from kiosk.shipped import shipped
from kiosk.ui.handout import paper
from kiosk.ui.handout.leaflet import Leaflet, Press
from kiosk.ui.qt.translations import Translations
from tests.flows.paperwork import DOTS, TODAY, Printed, printed

LANGUAGES = ("en", "bn")
DIGITS = {"en": "0123456789", "bn": "০১২৩৪৫৬৭৮৯"}
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("content"), assets=shipped("assets"))


@pytest.fixture(scope="module")
def tongue() -> Translations:
    return Translations(shipped("assets") / "translations")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def leaflet(
    qapp: QGuiApplication, language: str, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    return printed(None, language, tmp_path_factory.mktemp("leaflet") / f"{language}.pdf")


@pytest.fixture(scope="module")
def leaflet_set(qapp: QGuiApplication, pack: Pack, language: str, tongue: Translations) -> Leaflet:
    """Give the leaflet before it is printed."""
    return Press(pack, language, TODAY.date(), tongue).leaflet()


def pages(pack: Pack, language: str) -> list[Page]:
    names = [*(tab.page for tab in pack.tabs), *pack.extras, pack.about]
    return [pack.page(name, language) for name in names]


def blocks_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Callout | Question):
            yield from blocks_of(block.blocks)


def number(words: str, language: str) -> int:
    return int("".join(str(DIGITS[language].index(each)) for each in words))


def test_the_paper_is_a4_and_says_whose_it_is(
    leaflet: Printed, pack: Pack, language: str, leaflet_set: Leaflet
) -> None:
    facts = leaflet.facts
    assert facts["Page size"] == "595 x 842 pts (A4)"
    assert facts["Title"] == pack.title(language)
    assert facts["Author"] == pack.clinic(language)
    assert f"/Lang ({language})".encode() in leaflet.file.read_bytes()
    assert leaflet.said == f"Wrote {facts['Pages']} pages to {leaflet.file}."
    assert len(leaflet_set.sides) == int(facts["Pages"])


def test_all_fonts_are_ours_embedded_and_map_back_to_characters(leaflet: Printed) -> None:
    assert leaflet.fonts
    for name, embedded, _, mapped in leaflet.fonts:
        assert re.fullmatch(
            r"(AtkinsonHyperlegible|NotoSans(Bengali)?)-(Regular|Bold|Italic)", name
        )
        assert (embedded, mapped) == ("yes", "yes"), name


def test_the_words_can_be_copied_as_they_were_written(
    leaflet: Printed, pack: Pack, language: str
) -> None:
    text, found = leaflet.text, 0
    for page in pages(pack, language):
        assert page.title in text
        assert plain(page.lead) in text
        for block in blocks_of(page.blocks):
            match block:
                # A link is followed by its page, and a sheet may end within a paragraph.
                case Paragraph(spans) if all(isinstance(span, Text) for span in spans):
                    found += " ".join(plain(spans).split()) in text
                case _:
                    pass
    everything = sum(
        isinstance(block, Paragraph) and all(isinstance(span, Text) for span in block.spans)
        for page in pages(pack, language)
        for block in blocks_of(page.blocks)
    )
    assert everything > 30
    assert found >= everything - 3


def test_the_contents_lead_to_the_sheets_on_which_chapters_and_sections_begin(
    leaflet: Printed, pack: Pack, language: str, leaflet_set: Leaflet
) -> None:
    listed: list[tuple[str, int]] = []
    contents = leaflet_set.hand.labels.contents()
    sheets = [n for n, side in enumerate(leaflet_set.sides) if side.title == contents]
    for row in (row for sheet in sheets for row in leaflet.rows[sheet]):
        entry = re.fullmatch(r"\s*(\S.*?)\s{3,}(\S+)", row)
        if entry and set(entry[2]) <= set(DIGITS[language]):
            listed.append((entry[1], number(entry[2], language)))
    titles = [page.title for page in pages(pack, language)]
    assert [words for words, _ in listed if words in titles] == titles
    assert len(listed) > 3 * len(titles)
    assert [sheet for _, sheet in listed] == sorted(sheet for _, sheet in listed)
    for words, sheet in listed:
        assert words in leaflet.sheets[sheet - 1].partition(pack.title(language))[2]


def test_every_sheet_but_the_cover_has_its_number_in_the_languages_digits(
    leaflet: Printed, language: str
) -> None:
    count = len(leaflet.sheets)
    said = [re.search(r"(\S+) / (\S+)$", sheet) for sheet in leaflet.sheets]
    assert said[0] is None
    found = [(number(each[1], language), number(each[2], language)) for each in said[1:] if each]
    assert found == [(sheet, count) for sheet in range(2, count + 1)]


def test_every_sheet_has_ink_and_none_in_the_margins(leaflet: Printed, tmp_path: Path) -> None:
    dot = 25.4 / DOTS
    boxes = leaflet.ink(tmp_path)
    assert len(boxes) == len(leaflet.sheets)
    for sheet, box in enumerate(boxes, 1):
        assert box.width() * dot > 100, sheet
        assert box.left() * dot >= 20 - 2 * dot, sheet
        assert (box.right() + 1) * dot <= 190 + 2 * dot, sheet
        assert box.top() * dot >= 12 - dot, sheet
        assert (box.bottom() + 1) * dot <= 297 - 12 + dot, sheet


def test_no_line_of_running_text_is_longer_than_80_characters(leaflet: Printed) -> None:
    # In these letters, of which one is 0.42 of the size on average: some lines hold a few more.
    lines = [row.strip() for sheet in leaflet.rows for row in sheet]
    read = [line for line in lines if line and "  " not in line]
    assert len(read) > 500
    assert max(map(len, read)) <= 84


def test_nothing_is_cut_and_no_heading_stands_alone_at_the_foot(leaflet_set: Leaflet) -> None:
    for side in leaflet_set.sides[1:]:
        placed = side.sheet.placed
        for piece, y in placed:
            assert y >= paper.TOP
            assert y + piece.height <= paper.BOTTOM + 1
        assert not placed[-1][0].keep


def test_each_page_ends_with_its_sources_and_its_review(
    leaflet: Printed, pack: Pack, language: str, tongue: Translations
) -> None:
    say = tongue.phrases(language)
    words = "Draft, not yet clinically reviewed. Ask your doctor before you act on it."
    draft = tongue.words(language, "PageFoot", words)
    assert leaflet.text.count(draft) == len(pages(pack, language)) + 1, "one more on the cover"
    for page in pages(pack, language):
        for block in page.blocks:
            for source in block.entries if isinstance(block, Sources) else ():
                first = " ".join(plain(source.spans).split()[:4])
                assert re.search(
                    re.escape(f"[{say.number(source.number)}]") + " ?" + re.escape(first),
                    leaflet.text,
                )


def test_a_box_says_its_word_and_a_figure_its_caption(
    leaflet: Printed, pack: Pack, language: str, tongue: Translations
) -> None:
    say, boxes = tongue.phrases(language), 0
    for page in pages(pack, language):
        for block in blocks_of(page.blocks):
            match block:
                case Callout(tone, title):
                    assert f"{say.callout(tone)} {title}" in leaflet.text
                    boxes += 1
                case Figure(_, _, caption):
                    assert plain(caption) in leaflet.text
                case _:
                    pass
    assert boxes > 5


def test_the_cover_says_whose_leaflet_it_is_and_when_it_was_printed(
    leaflet: Printed, pack: Pack, language: str, tongue: Translations
) -> None:
    cover = leaflet.sheets[0]
    for words in (
        pack.title(language),
        pack.clinic(language),
        pack.phone(language),
        pack.emergency_number(language),
        tongue.day(TODAY.date(), language),
        {"en": "English", "bn": "বাংলা"}[language],
    ):
        assert words in cover


def test_the_colours_are_those_of_the_light_scheme() -> None:
    theme = (shipped("ui") / "qml" / "Kiosk" / "Theme.qml").read_text("utf-8")
    light = dict(re.findall(r"property color (\w+): .*?\"(#[0-9A-F]{6})\"$", theme, re.MULTILINE))
    for name in ("quiet", "teal", "tint", "line", "edge", "amber", "red"):
        assert getattr(paper.COLOURS, name) == light[name], name
    for name in ("amber", "red"):
        assert getattr(paper.COLOURS, f"{name}_tint") == light[f"{name}Tint"]
        assert getattr(paper.COLOURS, f"{name}_edge") == light[f"{name}Edge"]
