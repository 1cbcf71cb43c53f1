"""A slip in front matter is told with its line and the line to write; done so, it is read."""

from __future__ import annotations

import pytest

from kiosk.page.error import ContentError
from tests.unit.slips.mending import FRONT, mended, put, read_front, told

TITLES = [
    "title: Risks: all of them", "title:Risks", "title = Risks", "title Risks", "Title: Risks",
    "titel: Risks", "title: “Risks”", "title: “Risks: all”", 'title: "Risks', "title: 'What's up'",
    'title: "Risks”', 'title: Risks"', 'title: "The "best" way"', "title: Help #1", "title: @home",
    "title: % of them", "title: * x", "title: &x y", "title: & y", "title: ! x", "title: !x y",
    "title: | x", "title: > 3", "title: `x`", "title: {{ phone }}", "title: {{ phone }} now",
    "title: [Draft] x", "title: [Draft]", "title: {x}", "title: yes", "title: Off", "title: 007",
    "title: 1:30", "title: null", "title: ~", "title: 2026-11-22", "title: 2026-02-30",
    "title: - x", "title: ? x", "title:", "title: ''", "title:\u00a0Risks", "title\u00a0: Risks",
    "\u00a0title: Risks", "\ttitle: Risks", "  title: Risks", "- title: Risks", "title: =",
    "title：Risks", "title:\tRisks", 'title: "C:\\dir"', 'title: "Risks" and', "title: #1 thing",
    "title - Risks", "title | Risks",
    "title. Risks", ". title: Risks", "**title:** Risks", "title – Risks", "title: 0x1F",
    "title: What: a #b", 'Title = "Risks', "heading: Risks",
]  # fmt: skip
STATES = [
    "  status: Draft", "  status: darft", "\tstatus: reviewed", "status: reviewed",
    "    status: reviewed", " status: reviewed", "  Status: reviewed", "  status: done",
    "  status: “reviewed”", "  state: reviewed", "\u00a0\u00a0status: reviewed", "  status:",
    "  - status: reviewed", "  status; reviewed",
]  # fmt: skip
DATES = [
    "22.11.2026", "22/11/2026", "22 November 2026", "November 22, 2026", "2026-02-30", "2026-13-05",
    "2026-1-5", "11/22/2026", "3/4/26", "soon", "2026-11", "20261122", "2026/11/22",
    "2026-11-22 10:00", "“2026-11-22”", "২০২৬-১১-২২", "31.04.2026", "",
]  # fmt: skip
FAULTY_FRONT = [
    *((2, line) for line in TITLES),
    *((7, line) for line in STATES),
    *((11, f"  next_review: {written}") for written in DATES),
    (8, "    author: A"), (8, "author: A"), (8, "\tauthor: A"), (8, "  author: [A, B]"),
    (8, "  auther: A"), (8, "  author A"), (8, "  colour: red"), (6, "review: draft"),
    (6, "Review:"), (6, "review"), (6, "reveiw:"), (6, " review:"), (5, "layout: FAQ"),
    (5, "layout: big"), (5, "layout:"), (5, "colour: red"), (5, "title: again"), (5, "// note"),
    (5, "<!-- note -->"), (5, "---"), (5, "lead: again"),
    *((line, mark) for line in (1, 12) for mark in ("----", "--", "—", " ---", "***", "+++")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "new"), FAULTY_FRONT)
def test_a_slip_in_front_matter_is_told_with_the_line_to_write(line: int, new: str) -> None:
    read_front(FRONT)
    mended(put(FRONT, line, new), read_front, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n" + FRONT, 1),
        ("# Risks\n" + FRONT, 1),
        ("---\n" + FRONT, 2),
        (FRONT.removeprefix("---\n"), 1),
        (FRONT.replace("---\n", "—\n"), 1),
        (FRONT.replace("---\ntitle", "```yaml\ntitle").replace("---\n\n", "```\n\n"), 1),
        (FRONT.replace("---\ntitle", "```yaml\n---\ntitle"), 1),
        (FRONT.replace("\ntab: ", ", tab: "), 2),
        (FRONT.replace("\ntab: ", " tab: ").replace("\nlead:", " lead:"), 2),
        (FRONT.replace("A lead.", "A lead.\nRemember: it has two lines."), 4),
        (FRONT.replace("---\n\nText", "\nText"), 11),
        (FRONT.replace("---\n\nText", "\nText\n\n---\n\nx: y"), 11),
        (FRONT.replace("  author: A B\n", ""), 6),
        (FRONT.replace("title: Risks\n", ""), 1),
        (FRONT.replace("  reviewer: C D\n", ""), 7),
        ("---\ntitle: T\nreview: {status: draft; author: A}\n---\nx", 3),
        ("---\ntitle: T\nreview: {status: draft, author: A\n---\nx", 3),
        ("---\ntitle: T\nreview: status: draft, author: A\n---\nx", 3),
        ("---\ntitle: T\nreview: draft\n---\nx", 3),
        ("---\ntitle: T\n---\nx", 1),
        ("---\ntitle: T\nreview:\nstatus: draft\nauthor: A\n---\nx", 4),
        ("---\ntitle: T\nlead: Some\nwords\nreview: {status: draft, author: A}\n---\nx", 3),
        ("---\ntitle: T\nreview:\n  status: draft\n  author:\n    - A\n    - B\n---\nx", 5),
    ],
)
def test_front_matter_with_lines_too_many_or_too_few_can_be_mended(text: str, line: int) -> None:
    mended(text, read_front, line)


def test_a_name_given_twice_is_told_with_both_lines() -> None:
    for text, first, second in (
        (put(FRONT, 5, "title: again"), 2, 5),
        (put(FRONT, 10, "  author: again"), 8, 10),
    ):
        with pytest.raises(ContentError) as caught:
            read_front(text)
        (twice,) = [each for each in caught.value.each() if "twice" in each.problem]
        assert f"in line {first} and in line {second}" in twice.problem
        assert twice.line == second


def test_what_front_matter_may_hold_is_read_as_it_was_meant() -> None:
    for new in ('title: "Risks: all" # a remark', "title: “Known” risks", "title: a << b", "# x"):
        read_front(put(FRONT, 4, new.replace("title", "lead")))


def test_a_page_without_front_matter_is_told_so_once() -> None:
    error = told(read_front, "## What it is\n\nWords: more of them.\n")
    assert error
    assert error.problem == "the page has no front matter"
    assert not error.also


@pytest.mark.parametrize(
    ("line", "as_remark", "as_words"),
    [
        ("tab: Risks  # short", 'tab: "Risks" # short', "Risks # short"),
        ("tab: Room # 4, left", 'tab: "Room" # 4, left', "Room # 4, left"),
    ],
)
def test_a_remark_behind_words_is_told_with_a_line_that_is_right_in_both_meanings(
    line: str, as_remark: str, as_words: str
) -> None:
    error = told(read_front, put(FRONT, 3, line))
    assert error
    assert f"Write {as_remark} in its place; put the second quotation mark" in error.remedy
    assert read_front(put(FRONT, 3, as_remark)).tab == as_words.partition(" #")[0]
    # The mark is moved to the end, as the remedy says.
    moved = as_remark[::-1].replace('"', "", 1)[::-1] + '"'
    assert read_front(put(FRONT, 3, moved)).tab == as_words


FRONT_FAULTS = {
    2: "title: Risks: all", 3: "tab; Risks", 5: "layout: FAQs", 7: "\tstatus: Reviewed",
    9: "  reveiwer: C D", 10: "  reviewed: 2.1.2026", 11: "  next_review: soon",
}  # fmt: skip


def test_every_fault_of_front_matter_is_told_at_once_with_the_line_to_write() -> None:
    text = FRONT
    for line, new in FRONT_FAULTS.items():
        text = put(text, line, new)
    error = told(read_front, text)
    assert error
    assert [each.line for each in error.each()] == [*FRONT_FAULTS]
    mended(text, read_front, 2)


def test_lines_that_nobody_can_mend_hide_none_below_them() -> None:
    text = put(put(put(FRONT, 3, "colour: red"), 4, "title: again"), 8, "  author A B")
    error = told(read_front, text.replace("---\ntitle", "---\n<<: x\ntitle"))
    assert error
    assert [each.line for each in error.each()] == [2, 4, 5, 9]
    assert "in line 3 and in line 5" in error.each()[2].problem


def test_a_line_with_two_faults_is_told_once_with_both_mended() -> None:
    text = put(FRONT, 11, "next_review: soon")
    error = told(read_front, text)
    assert error
    assert not error.also
    mended(text, read_front, 11)
