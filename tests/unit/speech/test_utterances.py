"""What a page says aloud, in the order of the screen, with nothing left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.markdown.parse import parse_page
from kiosk.pack.pack import load_pack
from kiosk.page.blocks import (
    Definition,
    DefinitionList,
    Layout,
    ListItem,
    Page,
    Paragraph,
    Source,
    Sources,
    Steps,
    Text,
)
from kiosk.page.phrases import Phrases
from kiosk.page.review import Review, Status
from kiosk.page.sections import sections
from kiosk.page.sentences import LONGEST, sayable, sentences, without_numbers
from kiosk.page.superscripts import aloud
from kiosk.rows.build import page_rows
from kiosk.rows.doors import opening_rows, section_rows
from kiosk.rows.row import FOLDED, Row
from kiosk.shipped import shipped
from kiosk.speech.utterances import HEAD, Listener, Utterance, spoken
from tests.fuzz.marks import FRONT
from tests.unit import strategies

ENGLISH = Listener(language="en", say=Phrases())


def parsed(body: str, front: str = FRONT) -> Page:
    return parse_page(
        front + body, name="page", language="en", file=Path("page.md"), terms={}, facts={}
    )


def said(page: Page, opened: str = "") -> tuple[Utterance, ...]:
    return spoken(page, rows(page), ENGLISH, ENGLISH, opened=opened)


def body(text: str, opened: str = "") -> list[str]:
    """Give what the rows of a page say, without its head and foot."""
    page = parsed(text)
    last = len(rows(page))
    return [each.text for each in said(page, opened) if HEAD < each.row < last]


def picture(source: str) -> tuple[str, float]:
    return source, 1.0


def rows(page: Page) -> list[Row]:
    return page_rows(page, picture)


def words_of(row: Row, opened: str) -> Iterator[str]:
    """Give each word that a row shows, those of the rows inside it too.

    Save a source's numbers in catalogues, wherever it stands: nobody can write them down by ear.
    """
    plain = aloud(row.plain, ENGLISH.say)
    yield from (without_numbers(plain) if row.kind == "source" else plain).split()
    if row.kind in (
        "steps",
        "callout",
        "people",
        "timeline",
        "schedule",
        "ladder",
        "compare",
        "door",
    ):
        yield from aloud(row.title, ENGLISH.say).split()
    if row.kind in FOLDED and (not opened or row.anchor != opened):
        return
    # Of a comparison two options are seen until somebody chooses others.
    inside = (row.inner or ())[:2] if row.kind == "aspect" else row.inner
    for model in (inside, row.badge):
        for inner in model or ():
            # Only a page's own rows open.
            yield from words_of(inner, "")


def anchors(made: Sequence[Row]) -> list[str]:
    return ["", *(row.anchor for row in made if row.kind in FOLDED)]


def screens(page: Page) -> Iterator[list[Row]]:
    """Give the rows of all that a page shows at one time: all of it, or what its doors lead to."""
    yield rows(page)
    if page.layout is Layout.DOORS:
        yield opening_rows(page, picture, ENGLISH.say)
        for each in sections(page):
            yield section_rows(page, each, picture, ENGLISH.say)


def holds_all(page: Page) -> None:
    """Section 508, 402.2.1: speech is provided for all information displayed on the screen."""
    for made in screens(page):
        holds(page, made)


def holds(page: Page, made: Sequence[Row]) -> None:
    for opened in anchors(made):
        utterances = spoken(page, made, ENGLISH, ENGLISH, opened=opened)
        by_row: dict[int, str] = {}
        for each in utterances:
            by_row[each.row] = f"{by_row.get(each.row, '')} {each.text}"
        head = by_row.get(HEAD, "").split()
        assert set(aloud(page.title, ENGLISH.say).split()) <= set(head)
        for at, row in enumerate(made):
            heard = "".join(by_row.get(at, "").split())
            for word in words_of(row, opened):
                assert word in heard, (at, row.kind, word)


def drawable(page: Page) -> bool:
    """Tell whether the parser could have made a page: each row of a table as long as its header."""
    try:
        return bool(rows(page)) or True
    except (ValueError, IndexError, ZeroDivisionError):
        return False


pages = strategies.pages.filter(drawable)


SOURCES_IN_A_STEP = Steps("", (ListItem((Sources((Source(1, (Text("PMC0"),)),)),)),))
"""No Markdown makes it; Hypothesis does."""


@given(pages)
@example(msgspec.structs.replace(parsed("x"), blocks=(SOURCES_IN_A_STEP,)))
def test_every_word_of_any_row_is_said_by_that_row(page: Page) -> None:
    holds_all(page)


@pytest.mark.parametrize("language", ["en", "bn"])
def test_every_word_of_every_page_of_the_pack_is_said(language: str) -> None:
    pack = load_pack(shipped("content"), assets=shipped("assets"))
    if language not in pack.languages:
        pytest.skip("the pack does not hold this language yet")
    for name in pack.names():
        holds_all(pack.page(name, language))


@given(pages)
def test_utterances_run_down_the_page_and_none_is_empty(page: Page) -> None:
    utterances = said(page)
    assert [each.row for each in utterances] == sorted(each.row for each in utterances)
    assert utterances[-1].row == len(rows(page))  # the foot
    for each in utterances:
        assert each.text == sayable(each.text) != ""
        assert len(each.text) <= LONGEST or " " not in each.text


@given(st.text(max_size=2000))
def test_sentences_say_the_whole_text(text: str) -> None:
    assert "".join("".join(each.split()) for each in sentences(text)) == "".join(text.split())


def test_sentences_end_where_readers_end_them() -> None:
    assert list(sentences("One. Two? Three! (Four.) Five")) == [
        "One.", "Two?", "Three!", "(Four.)", "Five",
    ]  # fmt: skip
    assert list(sentences("চুল পড়ে। কেন?")) == ["চুল পড়ে।", "কেন?"]
    assert list(sentences("It began in 1952. His first patient coughed.")) == [
        "It began in 1952.", "His first patient coughed.",
    ]  # fmt: skip
    for whole in (
        "About 2.5 mg.", "Dr. Roy said so.", "Grains, e.g. rice.",
        "1. Wash.", "Step 12. Dry.", "120. The last of many.", "১. ধোয়া।",
    ):  # fmt: skip
        assert list(sentences(whole)) == [whole]


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    parts = list(sentences("word " * 30 + "end, " + "word " * 40))
    assert parts[0].endswith("end,")


def test_the_head_says_title_draft_and_lead() -> None:
    page = msgspec.structs.replace(parsed("x"), lead=parsed("Lead.").blocks[0].spans)  # type: ignore[union-attr]
    head = [each.text for each in said(page) if each.row == HEAD]
    assert head == ["T", "Draft, not yet clinically reviewed", "Lead."]


def test_a_reviewed_page_says_by_whom_and_when() -> None:
    review = Review(
        status=Status.REVIEWED,
        author="A. Writer",
        reviewer="A. Doctor",
        reviewed=date(2026, 1, 2),
        next_review=date(2027, 1, 2),
    )
    page = msgspec.structs.replace(parsed("x"), review=review)
    assert [each.text for each in said(page)][-3:] == [
        "Written by A. Writer",
        "Reviewed by A. Doctor on 2026-01-02.",
        "Next review due on 2027-01-02.",
    ]


def test_a_page_past_its_review_says_so_first_and_in_its_foot() -> None:
    review = Review(
        status=Status.REVIEWED, author="A. Writer", reviewer="A. Doctor",
        reviewed=date(2026, 1, 2), next_review=date(2027, 1, 2),
    )  # fmt: skip
    page = msgspec.structs.replace(parsed("x"), review=review)
    for day, late in ((date(2027, 1, 2), False), (date(2027, 1, 3), True)):
        listener = msgspec.structs.replace(ENGLISH, today=day)
        told = [each.text for each in spoken(page, rows(page), listener, listener)]
        notice = "This page should have been reviewed again by 2027-01-02."
        assert (told[1] == notice) is late
        assert (told[-1] == "The next review was due on 2027-01-02.") is late


def test_a_page_in_another_language_says_so_in_the_readers() -> None:
    bengali = Listener(language="bn", say=Phrases(translate=lambda _, words: f"bn:{words}"))
    page = parsed("!!! note\n    x")
    utterances = spoken(page, rows(page), bengali, ENGLISH)
    (notice,) = [each for each in utterances if each.language == "bn"]
    assert notice.text == "bn:This page is not yet in your language"
    assert all(not each.text.startswith("bn:") for each in utterances if each is not notice)


def test_a_callout_says_its_word() -> None:
    assert body('!!! caution "Hot"\n    Do not touch.') == ["Take care: Hot", "Do not touch."]
    assert body("!!! emergency\n    Call.") == ["Emergency", "Call."]


def test_a_table_is_said_in_sentences() -> None:
    table = "| Word | People |\n|---|---|\n| Common | 1 in 10 |\n| Rare | |\n"
    assert body(table) == [
        "Table, rows: 2, columns: 2. Word; People",
        "Common",
        "People: 1 in 10",
        "Rare",
    ]


def test_a_chart_of_people_is_said_in_sentences() -> None:
    chart = (
        '!!! people "Better"\n    - 69: with injections\n\n    !!! evidence low\n        One study'
    )
    assert body(chart) == ["Evidence: low.", "One study", "Better", "69 in 100: with injections"]


def test_steps_are_numbered() -> None:
    steps = '!!! steps "The day"\n    1. Wash.\n    2. Dry.'
    assert body(steps) == ["The day", "Step 1. Wash.", "Step 2. Dry."]


def test_a_steps_number_is_said_in_one_breath_with_what_stands_first_in_it() -> None:
    meaning = Definition(((Text("Word"),),), (Paragraph((Text("Meaning."),)),))
    items = (ListItem((DefinitionList((meaning,)),)), ListItem(()))
    page = msgspec.structs.replace(parsed("x"), blocks=(Steps("The day", items),))
    texts = [each.text for each in said(page) if each.row == 0]
    assert texts == ["The day", "Step 1. Word", "Meaning.", "Step 2."]


def test_a_schedule_says_the_weeks_that_it_draws() -> None:
    text = (
        '!!! schedule "T"\n    - 0, 1, 2: Each week\n    - 0, 4, 8: Now and then\n'
        "    - 0, 3, 4: Others\n    - ? 13: Month 3. Is it helping?"
    )
    assert body(text) == [
        "T",
        "Each week.", "Visits in each week from 0 to 2",
        "Now and then.", "Visits every 4 weeks, from week 0 to week 8",
        "Others.", "Visits in weeks: 0, 3, 4",
        "Week 13: go on, or stop?", "Month 3. Is it helping?",
    ]  # fmt: skip


def test_a_ladder_says_what_stands_on_each_rung_and_where_nothing_does() -> None:
    assert body('!!! ladder "T"\n    - low: One\n    - low: Two') == [
        "T",
        "Evidence: high", "Nothing here",
        "Evidence: moderate", "Nothing here",
        "Evidence: low", "One", "Two",
        "Evidence: very low", "Nothing here",
        "Evidence: none found", "Nothing here",
    ]  # fmt: skip


def test_a_timeline_says_when() -> None:
    assert body('!!! timeline "T"\n    - Week 1: First visit') == ["T", "Week 1. First visit"]


def test_a_figure_is_said_by_its_alternative_text() -> None:
    page = parsed('!!! figure "Caption"\n    ![What it shows](assets/x.svg)\n\n    1. A hair')
    texts = [each.text for each in said(page) if each.row == 0]
    assert texts == ["Picture: What it shows", "Caption", "1. A hair"]


def test_a_figure_that_cannot_be_shown_says_so_and_its_alternative_text_once() -> None:
    page = parsed('![What it shows.](x.svg "Caption")\n\n![](y.svg)')
    rows = page_rows(page, lambda source: ("", 0.0))
    found = spoken(page, rows, ENGLISH, ENGLISH)
    lost = "This picture can't be shown"
    assert [each.text for each in found if each.row == 0] == [lost, "What it shows.", "Caption"]
    assert [each.text for each in found if each.row == 1] == [lost]


def test_a_closed_question_says_no_answer() -> None:
    text = "### Why? {#why}\n\nBecause.\n"
    page = parsed(text, FRONT.replace("---\n\n", "layout: faq\n---\n\n"))
    closed, opened = ([each.text for each in said(page, anchor)] for anchor in ("", "why"))
    assert "Why?" in closed
    assert "Because." not in closed
    assert opened[opened.index("Why?") + 1] == "Because."


def test_a_source_is_said_by_number_name_and_year_without_catalogue_numbers() -> None:
    page = parsed("x[^a]\n\n[^a]: A trial. Journal, 2023. doi:10.1080/0954.2023, PubMed 37558233\n")
    texts = [each.text for each in said(page, "sources") if each.section == "sources"]
    assert texts[:3] == ["Sources (1)", "Source 1: A trial.", "Journal, 2023."]


def test_closed_sources_say_only_how_many_they_are() -> None:
    page = parsed("x[^a]\n\n[^a]: A trial.\n")
    texts = [each.text for each in said(page) if each.row == len(rows(page)) - 1]
    assert texts == ["Sources (1)"]


def test_numbered_items_say_their_numbers() -> None:
    assert body("3. three\n4. four") == ["3. three", "4. four"]


def test_a_raised_number_is_said_as_a_power_wherever_it_stands() -> None:
    front = FRONT.replace("title: T", "title: T¹⁰ and 10²")
    body = '## 10^9^ {#a}\n\n!!! tip "5 m²"\n    ১০^৯^ CO~2~\n'
    heard = [each.text for each in said(parsed(body, front))]
    assert "T to the power of 10 and 10 to the power of 2" in heard
    assert "10 to the power of 9" in heard
    assert "Good to know: 5 m squared" in heard
    assert "১০ to the power of ৯ CO 2" in heard
