"""The page of what is ticked: each line in its own words, under its own heading, and no more."""

from __future__ import annotations

import msgspec

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Checklist, Heading, Page, Paragraph
from kiosk.page.my_questions import line_of, my_questions
from kiosk.page.phrases import Phrases
from kiosk.page.review import Review, Status
from kiosk.page.terms import plain
from kiosk.rows.build import page_rows
from kiosk.speech.utterances import Listener, spoken
from tests.flows.packs import HEAD

ASK = "## Before\n\n- [ ] A?\n- [ ] B?\n\nBetween.\n\n## After\n\n- [ ] C?\n"


def page(name: str, text: str) -> Page:
    head = HEAD.format(name=name, tab=name, layout="page")
    return parse_page(head + text, name=name, language="en", file="x.md", terms={}, facts={})


ONE, TWO = page("one", ASK), page("two", "- [ ] D?\n")


def made(*ticked: tuple[Page, int]) -> Page:
    lines = [line_of([there], index) for there, index in ticked]
    return my_questions("?", "en", lines, head="Clinic, today", say=Phrases())


def outline(sheet: Page) -> list[str]:
    """Give headings with a mark for each level, and items with their indexes."""
    found = []
    for block in sheet.blocks:
        match block:
            case Heading(level, spans, _):
                found.append("#" * level + " " + plain(spans))
            case Checklist(items, start):
                found += [f"{n} {plain(each)}" for n, each in enumerate(items, start)]
            case Paragraph(spans):
                found.append(plain(spans))
    return found


def test_lines_stand_under_the_heading_of_their_list() -> None:
    assert outline(made((ONE, 0), (ONE, 1), (ONE, 2))) == [
        "## Before", "0 A?", "1 B?", "## After", "2 C?",
    ]  # fmt: skip


def test_of_several_pages_each_has_its_title_above_its_lists() -> None:
    assert outline(made((ONE, 1), (ONE, 2), (TWO, 0))) == [
        "## Page one", "### Before", "0 B?", "### After", "1 C?", "## Page two", "2 D?",
    ]  # fmt: skip


def test_a_list_without_a_heading_stands_under_its_page_title() -> None:
    assert outline(made((TWO, 0))) == ["## Page two", "0 D?"]


def test_a_line_that_is_gone_leaves_the_places_of_the_others_as_they_are() -> None:
    assert line_of([ONE], 7) is None
    assert outline(made((ONE, 0), (ONE, 7), (ONE, 1))) == ["## Before", "0 A?", "2 B?"]


def test_a_line_that_is_not_translated_stands_there_in_the_other_language() -> None:
    line = line_of([TWO, ONE], 2)
    assert line
    assert plain(line.spans) == "C?"


def test_with_nothing_left_it_says_so() -> None:
    assert outline(made()) == ["Nothing is ticked."]


def test_it_names_the_clinic_and_the_day_and_nobody() -> None:
    sheet = made((ONE, 0))
    assert plain(sheet.lead) == "Clinic, today. Forgotten when you leave."
    assert sheet.review.author == ""
    assert "tests" not in msgspec.json.encode(sheet).decode().lower()


def test_it_is_a_draft_where_one_of_its_lines_is() -> None:
    signed = msgspec.structs.replace(
        TWO, review=Review(status=Status.REVIEWED, author="A", reviewer="B")
    )
    assert ONE.review.status is Status.DRAFT
    assert made((signed, 0)).review.status is Status.REVIEWED
    assert made((signed, 0), (ONE, 0)).review.status is Status.DRAFT
    assert made().review.status is Status.REVIEWED


def test_each_line_is_a_row_of_its_own_and_in_large_letters() -> None:
    rows = page_rows(made((ONE, 0), (ONE, 1)), lambda name: (name, 1.0))
    assert [row.kind for row in rows] == ["heading", "checklist", "checklist"]
    assert [(row.count, row.level, len(row.inner or ())) for row in rows[1:]] == [
        (0, 1, 1), (1, 1, 1),
    ]  # fmt: skip


def test_it_is_read_aloud_from_its_title_to_its_last_line() -> None:
    sheet = made((ONE, 0), (ONE, 1))
    rows, listener = (
        page_rows(sheet, lambda name: (name, 1.0)),
        Listener(language="en", say=Phrases()),
    )
    said = [each.text for each in spoken(sheet, rows, listener, listener, ticked=frozenset({0}))]
    assert said == [
        "My questions: take a photo, or show them", "Draft, not yet clinically reviewed",
        "Clinic, today.", "Forgotten when you leave.", "Before", "Ticked: A?", "B?",
    ]  # fmt: skip
