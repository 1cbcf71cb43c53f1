"""A page cut at its headings, and what a door shows of each section."""

from __future__ import annotations

from typing import NoReturn

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Evidence, Figure, Level, Page
from kiosk.page.sections import opening, sections, sources_in

HEAD = "---\ntitle: T\nlayout: doors\nreview:\n  status: draft\n  author: A\n---\n\n"


def read(text: str) -> Page:
    return parse_page(HEAD + text, name="p", language="en", file="p.md", terms={}, facts={})


def test_what_stands_before_the_first_section_opens_the_page() -> None:
    page = read("Before.\n\n## One\n\nA.\n\n### Deeper\n\nB.\n\n## Two {#second}\n\nC.")
    assert len(opening(page)) == 1
    assert [each.anchor for each in sections(page)] == ["one", "second"]
    assert [len(each.blocks) for each in sections(page)] == [3, 1]


def test_every_block_is_in_the_opening_or_in_one_section() -> None:
    page = read("Before.\n\n## One\n\nA.[^a]\n\n- b\n\n## Two\n\nC.\n\n[^a]: Source.")
    told = [*opening(page), *(block for each in sections(page) for block in each.blocks)]
    headings = len(sections(page))
    assert len(told) + headings + 1 == len(page.blocks)  # the sources are the page's last block


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("It hurts a little. Ask for a cream.", "It hurts a little."),
        ("**Perhaps.** Nobody knows.", "Perhaps."),
        ("Often, says Dr. Roy, it helps. Not always.", "Often, says Dr. Roy, it helps."),
        ("It hurts.[^a]\n\n[^a]: A source.", "It hurts."),
        ("- First thing.\n- Second thing.", "First thing."),
        ('!!! note "Title"\n    Inside a box. More.', "Inside a box."),
        ("- An item.\n\nA paragraph.", "A paragraph."),
        ("A long way.\n\n!!! short\n    In short: yes.", "In short: yes."),
        ("!!! short\n    Two sentences. Both of them.", "Two sentences. Both of them."),
        ("এটা ব্যথা দেয়। সবসময় নয়।", "এটা ব্যথা দেয়।"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ""),
    ],
)
def test_a_door_answers_with_its_sections_first_sentence_or_its_box(text: str, answer: str) -> None:
    assert sections(read(f"## Question?\n\n{text}"))[0].answer == answer


def test_a_box_short_holds_one_paragraph() -> None:
    with pytest.raises(Exception, match=r"p\.md:11: the box 'short' holds something else"):
        read("## Question?\n\n!!! short\n    - a list")


def test_a_door_shows_the_first_badge_also_of_a_chart_or_inside_a_box() -> None:
    chart = '!!! people "Who"\n    - 69: some\n\n    !!! evidence low\n        One study'
    box = '!!! note "N"\n    Words.\n\n    !!! evidence high\n        Many studies'
    found = [each.sign for each in sections(read(f"## A\n\n{chart}\n\n## B\n\n{box}\n\n## C\n\nx"))]
    levels = [each.level if isinstance(each, Evidence) else None for each in found]
    assert levels == [Level.LOW, Level.HIGH, None]


def test_a_door_shows_the_badge_or_the_picture_that_comes_first() -> None:
    badge = "!!! evidence low\n    One study"
    picture = "![A slice through the skin](skin.svg)"
    text = f"## A\n\n{badge}\n\n{picture}\n\n## B\n\n{picture}\n\n{badge}"
    assert [type(each.sign) for each in sections(read(text))] == [Evidence, Figure]


def test_a_section_has_the_sources_that_its_own_marks_lead_to() -> None:
    page = read(
        "## A\n\nOne.[^x]\n\n## B\n\n| h |\n|---|\n| cell[^y] |\n\n## C\n\nNone.\n\n"
        "[^x]: X.\n[^y]: Y."
    )
    found = [sources_in(page, each.blocks) for each in sections(page)]
    assert [[source.number for source in each] for each in found] == [[1], [2], []]


def test_cutting_a_page_looks_for_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read("## A\n\nOne.[^x]\n\n## B\n\nTwo.[^x]\n\n[^x]: X.")

    def looked(inside: object) -> NoReturn:
        raise AssertionError(f"marks are looked for in what may never be opened: {inside}")

    monkeypatch.setattr("kiosk.page.sections._footnotes", looked)
    assert len(sections(page)) == 2


def test_a_section_holds_the_headings_in_it() -> None:
    first, second = sections(read("## A {#a}\n\n### Inside {#in}\n\nx\n\n## B {#b}\n\ny"))
    assert first.holds("a")
    assert first.holds("in")
    assert not second.holds("in")
