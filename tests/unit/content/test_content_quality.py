"""docs/content-quality.md tells what is true of the pages today, and the aims are reached."""

from __future__ import annotations

import pytest

from kiosk.page.blocks import Callout, Figure, Layout, People, Schedule, Timeline, Tone
from kiosk.page.sections import opening, sections
from kiosk.page.terms import plain
from tests.quality import clear, counted, pemat
from tests.quality.__main__ import FILE
from tests.quality.instrument import PANES, Item, Score, score, together
from tests.quality.measured import FIGURES, Pages, points
from tests.quality.report import page

AIM = 90
MOST_WORDS = 20
"""Words on a door: as many as nine in ten sentences of the text have at most."""

INSTRUMENTS = (pemat.UNDERSTANDABILITY, pemat.ACTIONABILITY, clear.ALL)

each_instrument = pytest.mark.parametrize("items", INSTRUMENTS)
each_pane = pytest.mark.parametrize("name", PANES)
each_language = pytest.mark.parametrize("language", ["en", "bn"])


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages()


def test_the_page_tells_what_the_program_finds_today(pages: Pages) -> None:
    written = FILE.read_text("utf-8")
    assert written == page(pages), "run `python -m tests.quality`, then read what has changed"


def test_the_page_says_first_that_the_scores_are_our_own() -> None:
    first = " ".join(FILE.read_text("utf-8")[:500].split())
    for words in ("our own scores", "no certificate", "No patient", "no clinician"):
        assert words in first


def test_the_instruments_have_all_their_items_in_order() -> None:
    understood, acted, index = ([item.number for item in items] for items in INSTRUMENTS)
    assert understood == [*range(1, 13), *range(15, 20)], "13 and 14 are for films"
    assert acted == [*range(20, 27)]
    assert index == [*range(1, 21)]


@each_instrument
def test_each_item_has_a_mark_for_each_pane_and_a_reason(items: tuple[Item, ...]) -> None:
    for item in items:
        assert len(item.marks) == len(PANES)
        assert set(item.marks) <= set("01?–")
        assert item.why


@each_instrument
@each_pane
def test_the_aim_is_reached_on_each_pane(items: tuple[Item, ...], name: str) -> None:
    assert score(items, name).percent >= AIM


def test_a_score_leaves_out_what_does_not_apply_and_rounds_down() -> None:
    items = (Item(1, "", "1?0–1", ""), Item(2, "", "1–01–", ""), Item(3, "", "0?111", ""))
    assert score(items, "overview") == Score(points=2, least=2, possible=3)
    assert score(items, "procedure") == Score(points=2, least=0, possible=2)
    assert score(items, "overview").percent == 66
    assert together(items) == Score(points=9, least=7, possible=12)


def test_the_panes_are_the_tabs_of_our_pack(pages: Pages) -> None:
    assert tuple(tab.page for tab in pages.pack.tabs) == PANES


@each_language
def test_all_eight_figures_are_there(pages: Pages, language: str) -> None:
    assert len(FIGURES) == 8
    assert [title for title, there in pages.figures(language).items() if not there] == []


def test_all_69_points_are_counted_and_each_left_out_says_why() -> None:
    assert len(points()) == 69
    assert 0 < sum(bool(point.left_out) for point in points()) < 15


@each_language
def test_no_claim_is_without_a_source(pages: Pages, language: str) -> None:
    assert {name: pages.claims(name, language)[0].without for name in pages.names} == dict.fromkeys(
        pages.names, 0
    )


@each_language
def test_nothing_is_said_in_the_same_words_twice(pages: Pages, language: str) -> None:
    repeat = counted.longest_repeat(pages, language)
    assert 2 < len(repeat.split()) <= 8, repeat


# What points rest on: where one of these goes, the scores must be looked at again.


@pytest.mark.parametrize("name", ["overview", "procedure", "types"])
@each_language
def test_three_panes_are_summed_up_by_the_answers_on_their_doors(
    pages: Pages, name: str, language: str
) -> None:
    sheet = pages.sheet(name, language).page
    assert sheet.layout is Layout.DOORS
    for each in sections(sheet):
        assert 0 < len(each.answer.split()) <= MOST_WORDS, each.anchor
        assert not each.answer.endswith(":"), each.anchor


@each_language
def test_risks_opens_with_when_to_call_and_names_its_sections(pages: Pages, language: str) -> None:
    sheet = pages.sheet("risks", language).page
    assert sheet.layout is Layout.DOORS
    boxes = [block for block in opening(sheet) if isinstance(block, Callout)]
    assert [box.tone for box in boxes] == [Tone.EMERGENCY, Tone.CAUTION]
    assert opening(sheet) == tuple(boxes)
    assert all(plain(each.heading) for each in sections(sheet))


@pytest.mark.parametrize("name", [name for name in PANES if name != "faq"])
@each_language
def test_each_pane_but_the_faq_has_a_picture_or_a_chart(
    pages: Pages, name: str, language: str
) -> None:
    within = [block for each in pages.sheet(name, language).passages for block in each.within]
    assert any(isinstance(block, Figure | People | Schedule | Timeline) for block in within)


@pytest.mark.parametrize("name", ["overview", "faq"])
@each_language
def test_two_panes_lead_to_the_questions_that_stand_at_the_foot_of_all(
    pages: Pages, name: str, language: str
) -> None:
    assert "(questions.md" in pages.sheet(name, language).source.text


@each_pane
@each_language
def test_no_pane_gives_a_percentage(pages: Pages, name: str, language: str) -> None:
    passages = pages.sheet(name, language).passages
    assert [each.text for each in passages if each.kind != "source" and "%" in each.text] == []
