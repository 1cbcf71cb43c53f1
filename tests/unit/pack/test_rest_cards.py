"""The cards of the resting screen: mistakes are named by line, and ours claim nothing new."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.today import Today
from kiosk.page.blocks import Question
from kiosk.page.error import ContentError
from kiosk.page.sections import sections
from kiosk.page.terms import plain
from kiosk.rows.build import page_rows
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from kiosk.ui.reading.pictures import aspect

TOML = """\
title = "Title"
clinic = "Clinic"
emergency_number = "999"
front_desk = "tell us"
languages = ["en", "bn"]

[[tabs]]
page = "home"
icon = "info"

[[rest]]
line = {en = "One line", bn = "এক"}
page = "home"

[[rest]]
line = "Another line"
text = {en = "A fact."}
figure = "drawing.svg"
page = "home"
"""
PAGE = "---\ntitle: Home\nreview: {status: draft, author: A}\n---\n\nWords.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("en", "bn", "icons"):
        (tmp_path / name).mkdir()
    (tmp_path / "en" / "home.md").write_text(PAGE, "utf-8")
    (tmp_path / "icons" / "info.svg").write_text("<svg/>")
    (tmp_path / "drawing.svg").write_text("<svg/>")
    return tmp_path


def load(folder: Path, toml: str = TOML) -> Pack:
    (folder / "pack.toml").write_text(toml, "utf-8")
    return load_pack(folder, assets=folder)


def test_the_cards_stand_in_the_words_of_a_language(folder: Path) -> None:
    pack = load(folder)
    assert [card.line for card in pack.rest("bn")] == ["এক", "Another line"]
    assert [card.text for card in pack.rest("bn")] == ["", "A fact."]
    assert [card.figure for card in pack.rest("en")] == ["", "drawing.svg"]
    assert [card.page for card in pack.rest("en")] == ["home", "home"]


def test_a_pack_needs_no_cards(folder: Path) -> None:
    assert load(folder, TOML[: TOML.index("[[rest]]")]).rest("en") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('line = "Another line"\n', "", 15, "'line' is missing"),
        ('"Another line"', '" "', 16, "'line' is empty"),
        ('"Another line"', "3", 16, "quotation marks"),
        ('{en = "A fact."}', '{bn = "A fact."}', 17, "default language 'en'"),
        ('{en = "A fact."}', '{en = "A fact.", de = "D"}', 17, "'de', which is not a language"),
        ('"drawing.svg"\npage = "home"', '"drawing.svg"\npage = "x"', 19, "exists in no language"),
        ('"drawing.svg"\npage = "home"', '"drawing.svg"\npage = "../x"', 19, "not a page's name"),
        ('"drawing.svg"\npage = "home"', '"drawing.svg"\npage = "#a"', 19, "not a page's name"),
        ('"drawing.svg"\npage = "home"', '"drawing.svg"\npage = "x#a"', 19, "exists in no"),
        ('"drawing.svg"\npage = "home"', '"drawing.svg"', 15, "'page' is missing"),
        ('"drawing.svg"', '"nothing.svg"', 18, "'nothing.svg' is missing"),
        ('"drawing.svg"', '"../none.svg"', 18, "'../none.svg' lies outside the pack"),
        ('"drawing.svg"', '"x/../../none.svg"', 18, "lies outside the pack"),
        ('"drawing.svg"', '"/none.svg"', 18, "lies outside the pack"),
        ('"drawing.svg"', '"C:\\\\none.svg"', 18, "lies outside the pack"),
        ('"drawing.svg"', '"https://a.org/b.svg"', 18, "lies outside the pack"),
        ('"drawing.svg"', '"x/../none.svg"', 18, "'x/../none.svg' is missing"),
        ('"drawing.svg"', '"../../etc/passwd"', 18, "lies outside the pack"),
        ("figure =", "figur =", 18, "'figur'"),
        ("[[rest]]\nline = {en", "[rest]\nline = {en", 0, "two square brackets"),
    ],
)
def test_a_mistake_in_a_card_is_named_with_its_line(
    folder: Path, old: str, new: str, line: int, says: str
) -> None:
    with pytest.raises(ContentError) as caught:
        load(folder, TOML.replace(old, new, 1))
    error = caught.value
    assert says in str(error)
    assert error.line == line or not line
    assert error.remedy


def round_of(folder: Path, toml: str, first: str) -> list[tuple[int, str, str, str, str]]:
    """Give card, language, line, page and section of all that the resting screen shows in turn."""
    today = Today(load(folder, toml), date(2026, 11, 22))
    return [(c.card, c.language, c.line, c.page, c.section) for c in today.rest(first)]


def test_each_card_comes_in_all_its_languages_from_the_first_one_on(folder: Path) -> None:
    assert round_of(folder, TOML, "en") == [
        (0, "en", "One line", "home", ""), (0, "bn", "এক", "home", ""),
        (1, "en", "Another line", "home", ""),
    ]  # fmt: skip
    assert [card[1:3] for card in round_of(folder, TOML, "bn")] == [
        ("bn", "এক"),
        ("en", "One line"),
        ("en", "Another line"),
    ]


def test_a_card_that_is_the_same_in_every_language_comes_once(folder: Path) -> None:
    toml = TOML.replace('text = {en = "A fact."}\n', "")
    assert [card[:2] for card in round_of(folder, toml, "bn")] == [(0, "bn"), (0, "en"), (1, "bn")]


def test_a_card_leads_to_the_section_behind_the_mark(folder: Path) -> None:
    toml = TOML.replace('"drawing.svg"\npage = "home"', '"drawing.svg"\npage = "home#part"')
    assert round_of(folder, toml, "en")[-1][3:] == ("home", "part")


def said(rows: list[Row]) -> str:
    words = []
    for row in rows:
        words += [row.plain, row.title]
        words += [said(list(inner)) for inner in (row.inner, row.badge) if inner]
    return " ".join(words)


def test_each_fact_of_our_own_cards_stands_word_for_word_in_its_page() -> None:
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    for language in pack.languages:
        cards = pack.rest(language)
        assert 3 <= len(cards) <= 6
        for card in cards:
            page = pack.page(card.page.partition("#")[0], language)
            rows = page_rows(page, lambda _: ("", 1.0))
            words = " ".join(f"{page.title} {plain(page.lead)} {said(rows)}".split())
            assert card.text, "our own cards all say something"
            assert str(card.text) in words


TOGETHER = {"types": "figures/hair-loss-patterns.svg"}
"""A drawing that shows together what its page shows one by one."""


def test_each_figure_of_our_own_cards_is_in_its_page_and_can_be_drawn() -> None:
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    figures = [card for card in pack.rest("en") if card.figure]
    assert figures
    for card in figures:
        page = card.page.partition("#")[0]
        assert card.figure in {*pack.page(page, "en").pictures, TOGETHER.get(page)}
        assert aspect(pack.picture(card.figure, "en")) > 0


def test_each_of_our_own_cards_finds_its_section_in_every_language() -> None:
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    places = [card.page.partition("#")[::2] for card in pack.cards]
    assert sum(bool(section) for _, section in places) >= 2
    for language in pack.languages:
        for name, section in places:
            page = pack.page(name, language)
            anchors = {each.anchor for each in sections(page)}
            anchors |= {each.anchor for each in page.blocks if isinstance(each, Question)}
            assert section in {"", *anchors}


def test_the_rows_of_a_page_hold_its_words() -> None:
    """So that the proof above can fail."""
    page = load_pack(shipped("content"), assets=shipped("assets")).page("types", "en")
    rows = page_rows(page, lambda _: ("", 1.0))
    assert "It rests for about four months" in said(rows)
    assert "Mesotherapy cures" not in said(rows)
