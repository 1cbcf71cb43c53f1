"""The leaflet: what a printer prints of both of our languages, judged by poppler."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.leaflet.typeset import COLOURS
from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import Block, Callout, Figure, Heading, Page, Question, Sources
from kiosk.page.terms import plain
from kiosk.shipped import shipped
from kiosk.ui.qt.translations import Translations
from tests.flows.paperwork import DOTS, TODAY, Printed, closed, printed

LANGUAGES = ("en", "bn")
DIGITS = {"en": "0123456789", "bn": "০১২৩৪৫৬৭৮৯"}
JOINER = "\N{ZERO WIDTH JOINER}"
DRAFT = "Draft, not yet clinically reviewed. Ask your doctor before you act on it."


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("content"), assets=shipped("assets"))


@pytest.fixture(scope="module")
def translations() -> Translations:
    return Translations(shipped("assets") / "translations")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def leaflet(language: str, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed(None, language, tmp_path_factory.mktemp("leaflet") / f"{language}.pdf")


@pytest.fixture(scope="module")
def chapters(leaflet: Printed, pack: Pack, language: str) -> dict[str, int]:
    """Give the sheet on which each page begins: a question may be called like a page."""
    found, rest = {}, iter(leaflet.bookmarks)
    for page in pages(pack, language):
        found[page.name] = next(sheet for words, sheet in rest if words == page.title)
    return found


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


def words_of(part: Any) -> Iterator[str]:
    """Give every word that any block holds for its reader, in order, whatever kind it is."""
    match part:
        case str():
            yield part
        case list() | tuple():
            for each in part:
                yield from words_of(each)
        case {"terms": terms, "blocks": blocks}:  # the first one is the headword
            yield from words_of([terms[0], blocks])
        case {"title": title, "asking": asking, "options": options, "aspects": aspects}:
            yield title
            for few in _beside(options):
                yield from words_of([asking, *(options[at] for at in few)])
                for each in aspects:
                    yield from words_of([each["question"], *(each["answers"][at] for at in few)])
        case dict():
            for name, value in part.items():
                if name in ("text", "title", "when") or not isinstance(value, str):
                    yield from words_of(value)
        case _:
            pass


def _beside(options: Sequence[Any]) -> Iterator[range]:
    """Give the options of a comparison that paper has beside each other: three at most."""
    tables = math.ceil(len(options) / 3)
    most = math.ceil(len(options) / tables)
    for first in range(0, len(options), most):
        yield range(first, min(first + most, len(options)))


def test_every_word_of_every_block_comes_back_in_its_order(
    leaflet: Printed, pack: Pack, language: str, chapters: dict[str, int]
) -> None:
    count = 0
    starts = [*chapters.values(), len(leaflet.body) + 1]
    for page, first, following in zip(pages(pack, language), starts, starts[1:], strict=False):
        text, at = closed("".join(leaflet.body[first - 1 : following - 1])), 0
        data = msgspec.to_builtins([page.title, page.lead, page.blocks])
        for words in filter(None, map(closed, words_of(data))):
            found = text.find(words, at)
            # What the kiosk says, such as "Good to know" or "(page 12)", stands between, and the
            # head of a table that goes on.
            assert 0 <= found - at < 300, (page.name, words, text[at : at + 80])
            at, count = found + len(words), count + 1
    assert count > 600


def test_the_paper_is_a4_and_says_whose_it_is(leaflet: Printed, pack: Pack, language: str) -> None:
    facts = leaflet.facts
    assert facts["Page size"] == "595.276 x 841.89 pts (A4)"
    assert facts["Title"] == pack.title(language)
    assert facts["Author"] == pack.clinic(language)
    assert f"/Lang({language})".encode() in leaflet.file.read_bytes()
    assert leaflet.said == f"Wrote {facts['Pages']} pages to {leaflet.file}."


def test_the_file_is_tagged_and_says_that_it_is_accessible(leaflet: Printed) -> None:
    assert leaflet.facts["Tagged"] == "yes"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in leaflet.file.read_bytes()
    tags = set(re.findall(r"^ *(\w+)", leaflet.structure, re.MULTILINE))
    assert tags >= {"H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Figure", "TOC", "Link"}
    headings = re.findall(r"^ *H[1-4]\b", leaflet.structure, re.MULTILINE)
    assert len(headings) == len(leaflet.bookmarks)


def test_every_picture_is_told_to_those_who_do_not_see_it(
    leaflet: Printed, pack: Pack, language: str
) -> None:
    told = [
        block.alternative
        for page in pages(pack, language)
        for block in blocks_of(page.blocks)
        if isinstance(block, Figure)
    ]
    assert len(told) > 3
    assert leaflet.alternatives == told
    assert len(re.findall(r"^ *Figure", leaflet.structure, re.MULTILINE)) == len(told)


def test_all_fonts_are_ours_embedded_and_map_back_to_characters(leaflet: Printed) -> None:
    assert leaflet.fonts
    for name, embedded, subset, mapped in leaflet.fonts:
        assert re.fullmatch(
            r"[A-Z]{6}\+(AtkinsonHyperlegible|NotoSans(Bengali)?)-(Regular|Bold|Italic)", name
        )
        assert (embedded, subset, mapped) == ("yes", "yes", "yes"), name


def test_bookmarks_lead_to_the_sheets_on_which_chapters_and_sections_begin(
    leaflet: Printed, pack: Pack, language: str
) -> None:
    wanted = []
    for page in pages(pack, language):
        wanted += [page.title]
        wanted += [
            plain(block.spans)
            for block in blocks_of(page.blocks)
            if isinstance(block, Heading | Question)
        ]
    sources = Translations(shipped("assets") / "translations").phrases(language).sources()
    found = [(words, sheet) for words, sheet in leaflet.bookmarks[1:] if words != sources]
    assert [words for words, _ in found] == wanted
    for words, sheet in found:
        assert closed(words) in closed(leaflet.body[sheet - 1])


def test_the_contents_lead_to_the_sheets_on_which_chapters_and_sections_begin(
    leaflet: Printed, pack: Pack, language: str, chapters: dict[str, int]
) -> None:
    listed: list[tuple[str, int]] = []
    for row in (row for sheet in leaflet.rows[1 : min(chapters.values()) - 1] for row in sheet):
        entry = re.fullmatch(r"\s*(\S.*?)\s{3,}(\S+)", row)
        if entry and set(entry[2]) <= set(DIGITS[language]):
            listed.append((entry[1], number(entry[2], language)))
    begin = [(page.title, chapters[page.name]) for page in pages(pack, language)]
    assert [each for each in listed if each in begin] == begin
    assert len(listed) > 3 * len(begin)
    assert [sheet for _, sheet in listed] == sorted(sheet for _, sheet in listed)
    for words, sheet in listed:
        assert closed(words) in closed(leaflet.body[sheet - 1])
    leading = [there for on, _, there in leaflet.links if on < min(chapters.values())]
    assert list(dict.fromkeys(leading)) == list(dict.fromkeys(sheet for _, sheet in listed))


# Of a Bengali link pdftohtml gives no words: it passes ActualText over.
@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_a_link_says_and_leads_to_the_sheet_of_its_page(
    leaflet: Printed, language: str, chapters: dict[str, int]
) -> None:
    see = re.compile(rf"([{DIGITS[language]}]+)\)")
    said = [
        (there, number(match[1], language))
        for on, words, there in leaflet.links
        if on >= min(chapters.values()) and (match := see.search(words))
    ]
    assert len(said) > 20
    assert [there for there, _ in said] == [told for _, told in said]


def test_every_sheet_but_the_cover_has_its_number_in_the_languages_digits(
    leaflet: Printed, language: str
) -> None:
    count = len(leaflet.sheets)
    said = [re.search(r"(\S+) / (\S+)$", sheet) for sheet in leaflet.sheets]
    assert said[0] is None
    found = [(number(each[1], language), number(each[2], language)) for each in said[1:] if each]
    assert found == [(sheet, count) for sheet in range(2, count + 1)]


def test_every_sheet_says_whose_it_is_and_that_it_is_a_draft(
    leaflet: Printed,
    pack: Pack,
    language: str,
    translations: Translations,
    chapters: dict[str, int],
) -> None:
    titles = {sheet: pack.page(name, language).title for name, sheet in chapters.items()}
    draft = closed(translations.words(language, "PageHead", "Draft, not yet clinically reviewed"))
    title = ""
    for sheet, words in enumerate(leaflet.sheets, 1):
        title = titles.get(sheet, title)
        if title:
            assert closed(words).startswith(closed(pack.title(language) + title)), sheet
            assert draft + "·" + closed(pack.clinic(language)) in closed(words), sheet


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
    lines = [row.strip().replace(JOINER, "") for sheet in leaflet.rows for row in sheet]
    read = [line for line in lines if line and "  " not in line]
    assert len(read) > 500
    # The study below a chart and a source are set smaller.
    assert max(map(len, read)) <= 94


def test_no_heading_ends_a_sheet(leaflet: Printed, pack: Pack, language: str) -> None:
    headings = {closed(words) for words, _ in leaflet.bookmarks}
    for sheet, words in enumerate(leaflet.body, 1):
        *_, last = words.strip().splitlines()
        assert sheet <= 3 or closed(last) not in headings, (sheet, last)


def test_each_page_ends_with_its_sources_and_its_review(
    leaflet: Printed, pack: Pack, language: str, translations: Translations
) -> None:
    say = translations.phrases(language)
    draft = translations.words(language, "PageFoot", DRAFT)
    assert leaflet.text.count(draft) == len(pages(pack, language)) + 1, "one more on the cover"
    for page in pages(pack, language):
        for block in page.blocks:
            for source in block.entries if isinstance(block, Sources) else ():
                first = "".join(plain(source.spans).split()[:4])
                assert f"[{say.number(source.number)}]{first}" in closed(leaflet.text)


def test_a_box_says_its_word(
    leaflet: Printed, pack: Pack, language: str, translations: Translations
) -> None:
    say, boxes = translations.phrases(language), 0
    for page in pages(pack, language):
        for block in blocks_of(page.blocks):
            if isinstance(block, Callout):
                assert closed(f"{say.callout(block.tone)} {block.title}") in closed(leaflet.text)
                boxes += 1
    assert boxes > 5


def test_the_cover_says_whose_leaflet_it_is_and_when_it_was_printed(
    leaflet: Printed, pack: Pack, language: str, translations: Translations
) -> None:
    cover = leaflet.sheets[0]
    for words in (
        pack.title(language),
        pack.clinic(language),
        pack.phone(language),
        pack.emergency_number(language),
        translations.day(TODAY.date(), language),
        {"en": "English", "bn": "বাংলা"}[language],
    ):
        assert words in cover


def test_the_colours_are_those_of_the_light_scheme() -> None:
    theme = (shipped("ui") / "qml" / "Kiosk" / "Theme.qml").read_text("utf-8")
    light = dict(re.findall(r"property color (\w+): .*?\"(#[0-9A-F]{6})\"$", theme, re.MULTILINE))
    for name in ("quiet", "teal", "tint", "edge", "amber", "red"):
        assert COLOURS[name] == light[name], name
    for name in ("amber", "red"):
        assert COLOURS[f"{name}-tint"] == light[f"{name}Tint"]
        assert COLOURS[f"{name}-edge"] == light[f"{name}Edge"]
