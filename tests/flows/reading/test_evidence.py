"""A badge explains itself: what its level means, and which study stands behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import Level, Table
from kiosk.page.phrases import Phrases
from kiosk.page.terms import plain
from kiosk.rows.rich_text import link_target
from kiosk.shipped import shipped
from kiosk.ui.qt.translations import Translations
from tests.flows.keyboard import Keyboard
from tests.flows.packs import Writer
from tests.flows.screen import Screen

TEXT = """## First

Words before.

!!! evidence low
    One study, 50 women[^one] [^two]

!!! evidence very-low
    Our own judgement

!!! people "Better"
    - 69: with injections

    !!! evidence moderate
        A review[^two]

[^one]: A study of hair. Journal, 2019. doi:10.1000/one
[^two]: A review of studies. Journal, 2020. doi:10.1000/two
"""

MEANING = "A few small or weak studies; the truth may be different."


@pytest.fixture
def screen(kiosk: Callable[..., Screen], tmp_path: Path) -> Screen:
    writer = Writer(tmp_path / "pack", ("en", "bn")).page("one", TEXT, due="2099-01-01")
    return kiosk(writer.page("two").written())


def badges(screen: Screen) -> list[QQuickItem]:
    return screen.of_type("Badge")


def level_of(badge: QQuickItem, screen: Screen) -> QQuickItem:
    return screen.of_type("Level", badge)[0]


def test_a_touch_on_a_badge_explains_the_level_and_names_the_study(screen: Screen) -> None:
    badge = badges(screen)[0]
    screen.reach(badge)
    screen.tap(level_of(badge, screen))
    words = screen.words(screen.item("card"))
    for said in (
        "Evidence: low", MEANING, "One study, 50 women",
        "Source 1: A study of hair. Journal, 2019. doi:10.1000/one",
        "Source 2: A review of studies. Journal, 2020. doi:10.1000/two",
    ):  # fmt: skip
        assert said in words
    screen.tap("card-close")
    assert not screen.found("card")


def test_a_badge_inside_a_chart_explains_itself_too(screen: Screen) -> None:
    badge = badges(screen)[2]
    screen.reach(badge)
    screen.tap(level_of(badge, screen))
    assert "Good studies; the truth is probably near." in screen.words(screen.item("card"))


def test_the_card_leads_to_the_sources_at_the_foot(screen: Screen) -> None:
    screen.reach(badges(screen)[0])
    screen.tap(level_of(badges(screen)[0], screen))
    screen.tap("card-sources")
    screen.rest()
    (sources,) = screen.of_type("SourcesBlock")
    assert screen.reachable(sources).height() > 0
    assert not screen.found("card")


def test_a_badge_without_a_source_offers_no_way_to_sources(screen: Screen) -> None:
    screen.reach(badges(screen)[1])
    screen.tap(level_of(badges(screen)[1], screen))
    assert screen.reads("Hardly anything to go by; the truth may be quite different.")
    assert not screen.found("card-sources")


def test_enter_explains_the_badge_that_has_the_ring(screen: Screen) -> None:
    keys = Keyboard(screen)
    for _ in range(30):
        if keys.press("Down") == badges(screen)[0]:
            break
    keys.press("Return")
    assert screen.reads(MEANING)
    assert "doi:10.1000/two" in screen.words(screen.item("card"))
    keys.press("Escape")
    assert not screen.found("card")
    assert keys.held == badges(screen)[0]


def test_keys_choose_a_charts_badge_among_its_links(screen: Screen) -> None:
    keys = Keyboard(screen)
    (chart,) = screen.of_type("PeopleBlock")
    for _ in range(30):
        held = keys.press("Down")
        if held is not None and chart.isAncestorOf(held):
            break
    keys.press("Return")
    assert screen.shell.card.kind == "links"
    assert screen.shell.card.words == ["Evidence: moderate", "Source 2"]
    screen.tap("link-0")
    assert screen.reads("Good studies; the truth is probably near.")
    assert "doi:10.1000/two" in screen.words(screen.item("card"))


def test_a_page_in_another_language_explains_its_badges_in_its_own(screen: Screen) -> None:
    screen.shell.navigator.chooseLanguage("bn")  # the page is in English only
    screen.settle()
    screen.shell.links.follow("one", str(badges(screen)[0].property("link")))
    screen.frame()
    words = screen.words(screen.item("card"))
    assert MEANING in words
    assert "Source 1: A study of hair." in words


def test_a_badges_address_holds_its_level_its_words_and_its_sources(screen: Screen) -> None:
    kind, parts = link_target(str(badges(screen)[0].property("link")))
    assert (kind, parts) == ("evidence", ("low", "One study, 50 women", "1", "2"))


@pytest.mark.parametrize("language", ["en", "bn"])
def test_card_and_about_page_explain_a_level_in_the_same_words(language: str, qapp: object) -> None:
    pack: Pack = load_pack(shipped("content"), assets=shipped("assets"))
    say: Phrases = Translations(shipped("assets") / "translations").phrases(language)
    (table,) = (
        block
        for block in pack.page("about", language).blocks
        if isinstance(block, Table) and len(block.rows) == len(Level)
    )
    told = [plain(row[1].spans) for row in table.rows]
    assert [say.meaning(level).rstrip(".।") for level in Level] == told
