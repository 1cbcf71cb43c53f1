"""The rows of a page with doors, and in which column each stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Page
from kiosk.page.phrases import Phrases
from kiosk.page.sections import sections
from kiosk.rows.build import page_rows
from kiosk.rows.doors import WIDE, opening_rows, question_rows, section_rows
from kiosk.rows.row import Row

HEAD = "---\ntitle: T\nlayout: doors\nreview:\n  status: draft\n  author: A\n---\n\n"
LONG = "Words that take a while to read, one after the other, so that a column fills. " * 3
FIGURE = "![What it shows](drawing.svg)"
BOX = '!!! note "Box"\n    Words.'
CHART = '!!! people "Who"\n    - 69: some\n'
LADDER = '!!! ladder "How sure"\n    - low: some\n'
SAY = Phrases()

PIECES = {
    "words": LONG,
    "line": "A line.",
    "list": "- one\n- two\n- three",
    "figure": FIGURE,
    "box": BOX,
    "heading": "### Deeper",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "leads": "These are:",
    "steps": '!!! steps "S"\n    1. one\n    2. two',
    "rule": "---",
}


def read(text: str) -> Page:
    return parse_page(HEAD + text, name="p", language="en", file="p.md", terms={}, facts={})


def picture(name: str) -> tuple[str, float]:
    return name, 0.5


def rows_of(text: str) -> list[Row]:
    page = read(f"## Section\n\n{text}")
    return section_rows(page, sections(page)[0], picture, SAY)


def sides(text: str) -> list[tuple[str, int]]:
    return [(row.kind, row.side) for row in rows_of(text)[1:]]


def test_an_opening_ends_with_a_door_to_each_section() -> None:
    page = read("Words.\n\n## One\n\nFirst answer. More.\n\n## Two\n\nSecond answer.")
    *before, doors = opening_rows(page, picture, SAY)
    assert [row.kind for row in before] == ["paragraph"]
    said = [(door.anchor, door.plain, door.title) for door in doors.inner or ()]
    assert said == [
        ("one", "One. First answer.", "First answer."),
        ("two", "Two. Second answer.", "Second answer."),
    ]


def test_a_door_says_its_heading_its_answer_and_how_sure_that_is() -> None:
    page = read("## Does it work?\n\nPerhaps.\n\n!!! evidence low\n    One study")
    (doors,) = opening_rows(page, picture, SAY)
    (door,) = doors.inner or ()
    assert door.said == ("Does it work? Perhaps.", "Evidence: low")


def test_a_number_to_copy_is_shown_as_one_on_a_door() -> None:
    page = read("## Questions?\n\nCall 01234 500000.\n\n## B\n\nAn answer.")
    (doors,) = opening_rows(page, picture, SAY)
    door, _ = doors.inner or ()
    assert door.title == 'Call <span class="number">01234 500000</span>.'
    assert door.aloud == ("Questions? Call 01234 500000.",)


def test_a_door_has_the_badge_or_the_picture_that_comes_first() -> None:
    page = read(f"## A\n\n{FIGURE}\n\n## B\n\n!!! evidence low\n    One study\n\n{FIGURE}")
    (doors,) = opening_rows(page, picture, SAY)
    assert [(door.picture, door.tone) for door in doors.inner or ()] == [
        ("drawing.svg", ""), ("", "low"),
    ]  # fmt: skip


def test_words_behind_a_picture_go_on_beside_it_as_far_as_it_is_high() -> None:
    assert sides(f"Short.\n\n{FIGURE}\n\nMore.\n\nAnd more.") == [
        ("paragraph", 1), ("figure", 2), ("paragraph", 3), ("paragraph", 3),
    ]  # fmt: skip
    high = "\n\n".join([LONG] * 3)
    assert [side for _, side in sides(f"Short.\n\n{FIGURE}\n\n{high}")] == [1, 2, 3, 3, 0]


def test_charts_that_follow_each_other_stand_side_by_side_below_the_words_before() -> None:
    assert sides(f"{LONG}\n\n{CHART}\n{CHART}\n\n{LONG}") == [
        ("paragraph", 0), ("people", 1), ("people", 2), ("paragraph", 0),
    ]  # fmt: skip
    assert sides(f"{CHART}\n{LADDER}\n{CHART}\n\n{LONG}") == [
        ("people", 1), ("ladder", 2), ("people", 1), ("paragraph", 2),
    ]  # fmt: skip


def test_two_boxes_of_an_opening_stand_side_by_side() -> None:
    page = read(f"{BOX}\n\n{BOX}\n\n{BOX}\n\n## A\n\nx")
    made = opening_rows(page, picture, SAY)
    assert [(row.kind, row.side) for row in made] == [
        ("callout", 1), ("callout", 2), ("callout", 0), ("doors", 0),
    ]  # fmt: skip


def test_words_stand_beside_the_picture_that_comes_next() -> None:
    assert sides(f"{LONG}\n\n{FIGURE}") == [("paragraph", 1), ("figure", 2)]


def test_short_passages_stand_beside_each_other() -> None:
    made = sides("### One\n\nWords.\n\n### Two\n\nWords.")
    assert made == [("heading", 1), ("paragraph", 1), ("heading", 2), ("paragraph", 2)]


def test_long_words_are_cut_in_halves() -> None:
    assert [side for _, side in sides("\n\n".join([LONG] * 4))] == [1, 1, 2, 2]


def test_what_fills_more_than_a_screen_begins_again_below() -> None:
    bands = [side for _, side in sides("\n\n".join([LONG] * 8))]
    assert bands == [1, 1, 2, 2] * 2


def test_a_heading_and_a_line_that_leads_on_end_no_column() -> None:
    made = rows_of(f"{LONG}\n\n{LONG}\n\nThese are:\n\n- {LONG}\n- {LONG}")[1:]
    before = [a for a, b in itertools.pairwise(made) if (a.side, b.side) == (1, 2)]
    assert before
    assert not any(row.plain.endswith(":") for row in before)


def test_how_sure_something_is_stays_below_it() -> None:
    sure = "!!! evidence low\n    One study."
    made = sides(f"{LONG}\n\n{LONG}\n\n{sure}\n\n{LONG}")
    assert [kind for kind, side in made if side == 1] == ["paragraph", "paragraph", "evidence"]
    assert sides(f"{LONG}\n\n{sure}\n\n{LONG}")[1] == ("evidence", 1)


@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=12))
def test_columns_lose_nothing_and_change_no_order(names: list[str]) -> None:
    text = "## Section\n\n" + "\n\n".join(PIECES[name] for name in names)
    page = read(text)
    made = section_rows(page, sections(page)[0], picture, SAY)
    flat = page_rows(page, picture, SAY)
    assert [(row.kind, row.plain) for row in made] == [(row.kind, row.plain) for row in flat]
    for row, after in zip(made, [*made[1:], None], strict=True):
        assert row.side == 0 or row.kind not in WIDE
        # A second column always stands beside a first one.
        if after is not None and after.side == 2:
            assert row.side in (1, 2)


@pytest.mark.parametrize("text", ["A line.", "- one\n- two"])
def test_what_is_short_stays_one_column(text: str) -> None:
    assert {side for _, side in sides(text)} == {0}


def test_below_an_emergency_box_doors_show_their_headings_alone() -> None:
    signs = '!!! emergency "Call now"\n    - a sign'
    page = read(f"{signs}\n\n## A\n\nThe answer.\n\n!!! evidence low\n    One study")
    *_, doors = opening_rows(page, picture, SAY)
    (door,) = doors.inner or ()
    assert (doors.level, door.plain, door.title, door.tone, door.aloud) == (1, "A", "", "", ("A",))


def test_a_picture_that_nothing_stands_before_has_the_words_after_it_beside_it() -> None:
    assert sides(f"{FIGURE}\n\n{LONG}") == [("figure", 1), ("paragraph", 2)]
    assert sides(f"Words.\n\n{FIGURE}\n\nMore.\n\n{FIGURE}") == [
        ("paragraph", 1), ("figure", 2), ("paragraph", 1), ("figure", 2),
    ]  # fmt: skip


def test_two_pictures_that_follow_each_other_stand_side_by_side_below_the_words_before() -> None:
    assert sides(f"Short.\n\n{FIGURE}\n\n{FIGURE}\n\n{LONG}") == [
        ("paragraph", 0), ("figure", 1), ("figure", 2), ("paragraph", 0),
    ]  # fmt: skip
    assert sides(f"{FIGURE}\n\n{FIGURE}\n\n{FIGURE}\n\n{LONG}") == [
        ("figure", 1), ("figure", 2), ("figure", 1), ("paragraph", 2),
    ]  # fmt: skip


def test_groups_of_questions_stand_closer_together_than_other_headings() -> None:
    asked = "## Group\n\n### Who?\n\nA.\n\n## Another\n\n### When?\n\nB.\n"
    head = HEAD.replace("layout: doors", "layout: faq")
    page = parse_page(head + asked, name="p", language="en", file="p.md", terms={}, facts={})
    gaps = [row.gap for row in page_rows(page, picture, SAY) if row.kind == "heading"]
    closer = [row.gap for row in question_rows(page, picture, SAY) if row.kind == "heading"]
    assert (gaps, closer) == ([0, 3], [0, 2])


@pytest.mark.parametrize("last", PIECES)
def test_a_gap_parts_the_sources_from_whatever_stands_last(last: str) -> None:
    words, source = f"Words.[^one]\n\n{PIECES[last]}\n\n", "[^one]: A study.\n"
    opened = read(f"{words}## One\n\nMore.\n\n{source}")
    section = read(f"## One\n\n{words}## Two\n\nMore.\n\n{source}")
    for rows in (
        opening_rows(opened, picture, SAY),
        section_rows(section, sections(section)[0], picture, SAY),
    ):
        assert (rows[0].gap, rows[-1].kind, rows[-1].gap) == (0, "sources", 2)
        assert all(row.gap > 0 for row in rows[1:])


def test_steps_stand_beside_their_picture_though_they_are_higher_than_it() -> None:
    steps = '!!! steps "On the day"\n' + "".join(
        f"    {n}. **Check.** You tell the doctor about your health, and ask what you like.\n"
        for n in range(1, 8)
    )
    assert sides(f"{steps}\n\n{FIGURE}") == [("steps", 1), ("figure", 2)]
    few = '!!! steps "Find out"\n' + "    1. See somebody who knows.\n" * 3
    assert sides(f"{FIGURE}\n\n{LONG}\n\n{few}\n\n### Deeper\n\n{LONG}")[:3] == [
        ("figure", 1), ("paragraph", 2), ("steps", 2),
    ]  # fmt: skip
