"""Every kind of block becomes rows that QML can draw."""

from __future__ import annotations

from typing import get_args

import pytest

from kiosk.page import blocks as kinds
from kiosk.page.blocks import (
    Answer,
    Aspect,
    Block,
    Callout,
    Cell,
    Checklist,
    Compare,
    Count,
    Definition,
    DefinitionList,
    Evidence,
    Figure,
    Gate,
    Heading,
    Ladder,
    Layout,
    Level,
    List,
    ListItem,
    Moment,
    Page,
    Paragraph,
    People,
    Plan,
    Question,
    Quotation,
    Rule,
    Rung,
    Schedule,
    Short,
    Source,
    Sources,
    Steps,
    Table,
    Text,
    Timeline,
    Tone,
)
from kiosk.page.review import Review, Status
from kiosk.rows.build import page_rows
from kiosk.rows.row import Row

A, B, C = ((Text(word),) for word in ("a & b", "bee", "cee"))
WORDS = Paragraph(A)
ITEM = ListItem((WORDS,))

ONE_OF_EACH: dict[type, Block] = {
    Heading: Heading(2, A, "here"),
    Paragraph: WORDS,
    Short: Short(A),
    List: List((ITEM,)),
    Steps: Steps("Steps", (ITEM, ITEM)),
    Callout: Callout(Tone.CAUTION, "Care", (WORDS,)),
    Table: Table((Cell(A), Cell(B)), ((Cell(B), Cell(C)), (Cell(C), Cell(A)))),
    Figure: Figure("x.svg", "what it shows", B, (A, C)),
    Quotation: Quotation((WORDS,)),
    DefinitionList: DefinitionList((Definition((A, B), (WORDS,)),)),
    Question: Question(A, "ask", (WORDS,)),
    Evidence: Evidence(Level.VERY_LOW, A),
    People: People("People", (Count(69, A), Count(38, B)), Evidence(Level.LOW, C)),
    Timeline: Timeline("Weeks", (Moment("Week 0", A), Moment("Month 3", B, gate=True))),
    Schedule: Schedule("Plans", (Plan((0, 2, 4), A),), (Gate(13, B),)),
    Ladder: Ladder("Ladder", (Rung(Level.HIGH, ()), Rung(Level.LOW, (A, B)))),
    Compare: Compare("Compare", A, (A, B), (Aspect(C, (Answer(A), Answer((), (Count(9, B),)))),)),
    Sources: Sources((Source(1, A), Source(2, B))),
    Checklist: Checklist((A, B), 3),
    Rule: Rule(),
}


def page(*blocks: Block) -> Page:
    return Page(
        name="p", language="en", title="P", tab="P", lead=(), layout=Layout.PAGE,
        review=Review(status=Status.DRAFT, author="A"), blocks=tuple(blocks),
    )  # fmt: skip


def picture(source: str) -> tuple[str, float]:
    return f"image://{source}", 0.5


def rows(*blocks: Block) -> list[Row]:
    return page_rows(page(*blocks), picture)


def only(block: Block) -> Row:
    """Give the one row of a block that does not stand at the top."""
    [_, row] = rows(Rule(), block)
    return row


def inner(row: Row) -> list[Row]:
    assert row.inner is not None
    return list(row.inner)


def test_every_kind_of_block_is_tried_here() -> None:
    assert set(ONE_OF_EACH) == set(get_args(kinds.Block))


@pytest.mark.parametrize("kind", ONE_OF_EACH, ids=lambda kind: kind.__name__)
def test_a_block_becomes_rows(kind: type) -> None:
    made = rows(Rule(), ONE_OF_EACH[kind])
    assert len(made) == 2
    assert all(0 <= row.gap <= 3 for row in made)


@pytest.mark.parametrize("kind", ONE_OF_EACH, ids=lambda kind: kind.__name__)
def test_a_page_begins_without_a_gap(kind: type) -> None:
    assert rows(ONE_OF_EACH[kind])[0].gap == 0


def test_a_heading_keeps_its_level_anchor_and_words() -> None:
    row = only(Heading(3, A, "here"))
    assert (row.kind, row.level, row.anchor, row.plain) == ("heading", 3, "here", "a & b")
    assert row.text == "a &amp; b"


def test_a_section_stands_further_off_than_a_part_of_it() -> None:
    assert only(Heading(2, A, "x")).gap > only(Heading(3, A, "y")).gap


def test_a_list_becomes_one_row_an_item_with_its_depth() -> None:
    deeper = List((ListItem((Paragraph(B),)),), 3)
    made = rows(Rule(), List((ListItem((WORDS, deeper)), ITEM)))[1:]
    assert [(row.kind, row.level, row.marker) for row in made] == [
        ("item", 0, ""), ("item", 1, "3."), ("item", 0, ""),
    ]  # fmt: skip


def test_a_numbered_list_counts_from_its_start() -> None:
    made = rows(Rule(), List((ITEM, ITEM), 4))[1:]
    assert [row.marker for row in made] == ["4.", "5."]


def test_a_second_paragraph_of_an_item_has_no_mark_of_its_own() -> None:
    made = rows(Rule(), List((ListItem((WORDS, Paragraph(B))),)))[1:]
    assert [row.marker for row in made] == ["", " "]


def test_another_block_in_an_item_is_not_lost() -> None:
    made = rows(Rule(), List((ListItem((WORDS, ONE_OF_EACH[Callout])),)))[1:]
    assert [row.kind for row in made] == ["item", "callout"]


def test_steps_are_numbered_from_one() -> None:
    row = only(ONE_OF_EACH[Steps])
    assert row.title == "Steps"
    assert [(each.kind, each.marker) for each in inner(row)] == [("step", "1"), ("step", "2")]
    assert [each.kind for each in inner(inner(row)[0])] == ["paragraph"]


@pytest.mark.parametrize("tone", Tone)
def test_a_callout_keeps_its_tone_and_title(tone: Tone) -> None:
    row = only(Callout(tone, "Title", (WORDS, WORDS)))
    assert (row.kind, row.tone, row.title, len(inner(row))) == ("callout", tone.value, "Title", 2)


def test_a_table_keeps_every_cell_with_its_columns_name() -> None:
    row = only(ONE_OF_EACH[Table])
    assert row.columns == 2
    cells = [[(cell.title, cell.plain) for cell in inner(line)] for line in inner(row)]
    assert cells == [
        [("a &amp; b", "bee"), ("bee", "cee")],
        [("a &amp; b", "cee"), ("bee", "a & b")],
    ]
    assert row.badge is not None
    assert [cell.text for cell in row.badge] == ["a &amp; b", "bee"]


def test_the_columns_of_a_table_share_its_whole_width() -> None:
    long = Cell((Text("word " * 60),))
    table = Table((Cell(A), Cell(B)), ((Cell(B), long),))
    first = inner(inner(only(table))[0])
    assert sum(cell.share for cell in first) == pytest.approx(1)
    least = sum(cell.ems for cell in first)
    assert only(table).ems == pytest.approx(least)
    name, words = (cell.ems + cell.share * (60 - least) for cell in first)
    assert name + words == pytest.approx(60)
    assert 3 < name < 20 < words, "a column of names takes at most a third beside one of sentences"


def test_a_column_of_sentences_has_twenty_letters_a_line() -> None:
    long = Cell((Text("a few words in a whole sentence of some length, and another one"),))
    names, sentences = inner(inner(only(Table((Cell(A), Cell(B)), ((Cell(B), long),))))[0])
    assert sentences.ems == 13 > 1.5 * names.ems
    short = inner(inner(only(Table((Cell(A), Cell(B)), ((Cell(B), Cell(A)),))))[0])
    assert sum(cell.ems for cell in short) == pytest.approx(14.4)


def test_a_figure_keeps_picture_caption_and_key() -> None:
    row = only(ONE_OF_EACH[Figure])
    assert (row.picture, row.aspect, row.plain) == ("image://x.svg", 0.5, "what it shows")
    assert row.text == "bee"
    assert [(each.marker, each.plain) for each in inner(row)] == [("1", "a & b"), ("2", "cee")]


def test_the_words_of_a_picture_that_cannot_be_shown_stand_in_its_place() -> None:
    lost = "This picture can't be shown"
    for words, aloud in (
        ("what it shows", (lost, "what it shows", "bee")),
        ("", (lost, "", "bee")),
    ):
        figure = Figure("x.svg", words, B, (A,))
        (row,) = page_rows(page(figure), lambda source: ("", 0.0))
        assert (row.picture, row.title, row.plain, row.text) == ("", lost, words, "bee")
        assert row.aloud == aloud
        assert [each.plain for each in inner(row)] == ["a & b"]
    assert only(ONE_OF_EACH[Figure]).title == ""


def test_a_definition_shows_its_first_form() -> None:
    [entry] = inner(only(ONE_OF_EACH[DefinitionList]))
    assert entry.plain == "a & b"
    assert [row.kind for row in inner(entry)] == ["paragraph"]


def test_a_question_keeps_its_anchor_and_answer() -> None:
    row = only(ONE_OF_EACH[Question])
    assert (row.kind, row.anchor, row.plain) == ("question", "ask", "a & b")
    assert [each.kind for each in inner(row)] == ["paragraph"]


@pytest.mark.parametrize("level", Level)
def test_evidence_keeps_its_level_and_study(level: Level) -> None:
    row = only(Evidence(level, A))
    assert (row.kind, row.tone, row.plain) == ("evidence", level.value, "a & b")


def test_people_keep_their_counts_and_their_badge() -> None:
    row = only(ONE_OF_EACH[People])
    assert [(group.count, group.plain) for group in inner(row)] == [(69, "a & b"), (38, "bee")]
    assert row.badge is not None
    assert [badge.tone for badge in row.badge] == ["low"]
    assert only(People("People", (Count(1, A),))).badge is None


def test_a_moment_to_ask_is_marked() -> None:
    made = inner(only(ONE_OF_EACH[Timeline]))
    assert [(row.title, row.level) for row in made] == [("Week 0", 0), ("Month 3", 1)]


def test_sources_can_be_found_by_their_anchor_and_number() -> None:
    row = only(ONE_OF_EACH[Sources])
    assert row.anchor == "sources"
    assert [each.marker for each in inner(row)] == ["1", "2"]
