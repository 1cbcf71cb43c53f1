"""Every language of our own pack says the same: page by page, block by block, number by number.

`kiosk check` asks that of any pack, section by section; here it is asked of each text.
What these tests can't judge is whether the words mean the same; a clinician who reads both does.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
import xml.etree.ElementTree as Xml
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from itertools import zip_longest
from typing import TypeGuard

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from kiosk.check.wording import numerals
from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import (
    DefinitionList,
    Figure,
    Footnote,
    LineBreak,
    OutsideLink,
    Page,
    PageLink,
    Sources,
    Spans,
    Table,
)
from kiosk.page.terms import plain
from kiosk.shipped import shipped
from kiosk.ui.qt.application import FAMILY, STANDING_IN

CONTENT = shipped("content")
FIRST = "en"
OTHERS = sorted({file.parent.name for file in CONTENT.glob("*/*.md")} - {FIRST})
PAGES = sorted(file.stem for file in (CONTENT / FIRST).glob("*.md"))
BADGES = ("none", "very low", "low", "moderate", "high")

FACTS = ("level", "anchor", "start", "tone", "count", "gate", "week", "number", "source")
"""Fields of blocks that hold no words: they are the same in every language."""

each_page = pytest.mark.parametrize("name", PAGES)
each_other = pytest.mark.parametrize("language", OTHERS)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Our own pack with all the languages that it has pages in, listed in pack.toml or not yet."""
    folder = tmp_path_factory.mktemp("languages") / "content"
    shutil.copytree(CONTENT, folder)
    file = folder / "pack.toml"
    languages = ", ".join(f'"{each}"' for each in (FIRST, *OTHERS))
    text, found = re.subn(
        r"^languages\s*=.*$", f"languages = [{languages}]", file.read_text("utf-8"), flags=re.M
    )
    assert found == 1
    file.write_text(text, "utf-8")
    return load_pack(folder, assets=shipped("assets"))


def both(pack: Pack, name: str, language: str) -> tuple[Page, Page]:
    """The page in the first language and in another one."""
    pages = pack.page(name, FIRST), pack.page(name, language)
    assert [page.language for page in pages] == [FIRST, language]
    return pages


def within(node: object) -> Iterator[msgspec.Struct]:
    """Every struct below and including `node`, from the top down."""
    if isinstance(node, msgspec.Struct):
        yield node
        for field in node.__struct_fields__:
            yield from within(getattr(node, field))
    elif isinstance(node, tuple):
        for each in node:
            yield from within(each)


def is_span(node: object) -> bool:
    return isinstance(node, msgspec.Struct) and node.__struct_config__.tag_field == "span"


def is_spans(node: object) -> TypeGuard[Spans]:
    return isinstance(node, tuple) and bool(node) and all(map(is_span, node))


def skeleton(node: object) -> list[object]:
    """What `node` is made of, without its words: kinds in order, and all that is no word."""
    return [
        (
            type(each).__name__,
            [
                (field, value.value if isinstance(value, Enum) else value)
                for field in each.__struct_fields__
                if field in FACTS and not isinstance(value := getattr(each, field), tuple)
            ],
            # A table that lost a row or a list that lost an item says so by its own name.
            [len(getattr(each, field)) for field in each.__struct_fields__ if is_list(each, field)],
        )
        for each in within(node)
        if not is_span(each)
    ]


def is_list(node: msgspec.Struct, field: str) -> bool:
    """Tell whether a field counts: how a word may be written (`terms`) differs with its endings."""
    value = getattr(node, field)
    return isinstance(value, tuple) and field != "terms" and not any(map(is_span, value))


def links(node: object) -> list[tuple[str, ...]]:
    """Where the links below `node` lead, sorted: word order is each language's own."""
    found: list[tuple[str, ...]] = []
    for each in within(node):
        if isinstance(each, PageLink):
            found.append(("page", each.page, each.section))
        elif isinstance(each, OutsideLink):
            found.append(("outside", each.address))
    return sorted(found)


def footnotes(node: object) -> list[int]:
    """The numbers of the footnotes below `node`, in order: each stands behind its statement."""
    return [each.number for each in within(node) if isinstance(each, Footnote)]


def texts(node: object, place: str) -> Iterator[tuple[str, str | Spans]]:
    """Every running text with its place, such as `blocks/3/items/0/blocks/0/spans`.

    The ways to write a word of the glossary are no running text: each language has its own.
    """
    if isinstance(node, str) or is_spans(node):
        yield place, node
    elif isinstance(node, tuple):
        for index, each in enumerate(node):
            yield from texts(each, f"{place}/{index}")
    elif isinstance(node, msgspec.Struct):
        for field in node.__struct_fields__:
            if field not in (*FACTS, "terms"):
                yield from texts(getattr(node, field), f"{place}/{field}")


def parts(page: Page, *, sources: bool = True) -> dict[str, str | Spans]:
    """The texts of a page by place, with or without its list of sources."""
    kept = tuple(block for block in page.blocks if sources or not isinstance(block, Sources))
    named = {"title": page.title, "tab": page.tab, "lead": page.lead, "blocks": kept}
    return {place: text for name, part in named.items() for place, text in texts(part, name)}


def spoken(page: Page, *, sources: bool = True) -> dict[str, str]:
    """The plain words of a page by place."""
    found = parts(page, sources=sources).items()
    return {place: text if isinstance(text, str) else plain(text) for place, text in found}


def numbers(text: str) -> Counter[str]:
    """The numbers in a text, in whatever digits they are written."""
    return Counter(value for value, _ in numerals.numbers(text))


def words_of(page: Page) -> str:
    """All that a page can show: its words, its sources, its glossary's words and cards."""
    more = [getattr(each, "meaning", "") for each in within(page.blocks)]
    for block in page.blocks:
        if isinstance(block, DefinitionList):
            more += [plain(form) for entry in block.entries for form in entry.terms]
    return " ".join([*spoken(page).values(), page.review.author, *more])


def words_of_badge(language: str, level: str) -> str:
    """What a badge says in a language."""
    file = shipped("assets") / "translations" / f"kiosk_{language}.ts"
    for message in Xml.parse(file).getroot().iter("message"):
        if message.findtext("source", "").removeprefix("Evidence: ").startswith(level):
            return message.findtext("translation", "")
    raise AssertionError(level)


def test_there_is_a_language_to_compare() -> None:
    assert OTHERS == ["bn"]


def test_every_language_has_every_page() -> None:
    for language in OTHERS:
        assert sorted(file.stem for file in (CONTENT / language).glob("*.md")) == PAGES


def test_every_language_that_is_offered_has_pages() -> None:
    offered = load_pack(CONTENT, assets=shipped("assets")).languages
    assert offered[0] == FIRST
    assert set(offered) <= {FIRST, *OTHERS}


@each_page
@each_other
def test_a_translation_has_the_same_blocks_in_the_same_order(
    pack: Pack, name: str, language: str
) -> None:
    first, other = both(pack, name, language)
    assert other.layout is first.layout
    assert bool(other.tab) == bool(first.tab)
    for one, two in zip_longest(first.blocks, other.blocks):
        assert skeleton(two) == skeleton(one)


@each_page
@each_other
def test_a_translation_has_the_same_pictures_with_as_many_markers(
    pack: Pack, name: str, language: str
) -> None:
    first, other = both(pack, name, language)
    assert other.pictures == first.pictures
    drawn = [[f for f in page.blocks if isinstance(f, Figure)] for page in (first, other)]
    for one, two in zip_longest(*drawn):
        assert two.source == one.source
        assert len(two.key) == len(one.key)
        assert bool(two.alternative) == bool(one.alternative)


@each_page
@each_other
def test_a_translations_links_lead_to_the_same_places(pack: Pack, name: str, language: str) -> None:
    first, other = map(parts, both(pack, name, language))
    assert list(other) == list(first)
    for place, text in other.items():
        assert links(text) == links(first[place]), place


@each_page
@each_other
def test_a_translation_names_the_same_source_behind_the_same_statement(
    pack: Pack, name: str, language: str
) -> None:
    first, other = map(parts, both(pack, name, language))
    assert list(other) == list(first)
    for place, text in other.items():
        assert footnotes(text) == footnotes(first[place]), place


@each_page
@each_other
def test_a_translation_says_the_same_numbers_in_the_same_texts(
    pack: Pack, name: str, language: str
) -> None:
    first, other = map(spoken, both(pack, name, language))
    assert list(other) == list(first)
    for place, text in other.items():
        assert numbers(text) == numbers(first[place]), (place, text, first[place])


@each_page
def test_bengali_text_counts_in_bengali_digits(pack: Pack, name: str) -> None:
    facts = [fact for fact in pack.facts("bn").values() if fact]
    for place, text in spoken(pack.page(name, "bn"), sources=False).items():
        own = re.sub("|".join(map(re.escape, facts)), "", text)
        assert not re.search("[0-9]", own), (place, text)


@each_page
def test_bengali_sentences_end_with_a_danda(pack: Pack, name: str) -> None:
    for place, text in spoken(pack.page(name, "bn")).items():
        assert not re.search(r"[\u0980-\u09ff]\.(?:\s|$)", text), (place, text)
        assert not re.search(r"\s[।?,;:]|[।?]{2}", text), (place, text)


@each_other
def test_the_about_page_explains_each_badge_by_the_word_that_is_on_it(
    pack: Pack, language: str
) -> None:
    """Nothing found is not the same as no proof: the table and the badge must not drift apart."""
    table = next(b for b in pack.page("about", language).blocks if isinstance(b, Table))
    assert len(table.rows) == len(BADGES)
    for level, row in zip(BADGES, table.rows, strict=True):
        badge = words_of_badge(language, level)
        assert badge.endswith(plain(row[0].spans)), (level, badge)


@each_other
def test_every_character_is_in_the_fonts_that_the_kiosk_draws_with(
    qapp: QCoreApplication, pack: Pack, language: str
) -> None:
    fonts = []
    for family in (FAMILY, STANDING_IN[0]):
        assert family in QFontDatabase.families()
        font = QFont(family)
        assert QFontInfo(font).family() == family
        fonts.append(QRawFont.fromFont(font))
    words = [words_of(pack.page(name, language)) for name in pack.names(language)]
    words += [pack.title(language), *pack.facts(language).values()]
    words += [word for card in pack.rest(language) for word in (str(card.line), str(card.text))]
    used = {each for each in "".join(words) if unicodedata.category(each)[0] not in "CZ"}
    assert len(used) > 100
    boxes = {each for each in used if not any(f.supportsCharacter(ord(each)) for f in fonts)}
    assert not boxes


def test_the_walk_sees_what_it_is_meant_to_see(pack: Pack) -> None:
    """So that the proofs above can fail."""
    page = pack.page("overview", "bn")
    said = spoken(page)
    assert any("১২টি গবেষণা, ৩,৯২৭ জন পুরুষ" in text for text in said.values())
    assert any("মাথার ত্বক কেটে" in text for text in said.values()), "what a picture shows"
    assert numbers("১.৫ থেকে ৪; ১,০০০ জনে ৫%") == Counter(["1.5", "4", "1000", "5"])
    assert ("page", "risks", "absorption") in links(page.blocks)
    assert len(footnotes(page.blocks)) >= 12
    assert not any(isinstance(each, LineBreak) for each in within(page.blocks))
