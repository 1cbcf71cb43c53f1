"""Comparisons: where their table may stand, and what its cells hold."""

from __future__ import annotations

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import Block, Compare, Footnote, LineBreak, Paragraph, Strong, Term, Text
from kiosk.page.error import ContentError
from kiosk.page.terms import plain
from tests.fuzz.marks import FRONT

TABLE = "| Ask | Lotion | Pills |\n|--|--|--|\n| How? | Each day | |\n| Cost | 5 | 6 |"


def parsed(body: str, front: str = FRONT) -> tuple[Block, ...]:
    page = parse_page(front + body, name="x", language="en", file="x.md", terms={}, facts={})
    return page.blocks


def indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def only(cell: str) -> Compare:
    (block,) = parsed(f"!!! compare\n    | Q | A | B |\n    |--|--|--|\n    | How? | {cell} |\n")
    assert isinstance(block, Compare)
    return block


@pytest.mark.parametrize(
    "body",
    [
        f'!!! compare "Two"\n{indented(TABLE)}',
        f'!!! compare "Two"\n\n{indented(TABLE)}',
        f'!!! compare "Two"\n{TABLE}',
        f'!!! compare "Two"\n\n\n{TABLE}',
    ],
    ids=["inside", "inside, apart", "directly below", "below, apart"],
)
def test_its_table_stands_inside_or_directly_below(body: str) -> None:
    block, after = parsed(f"{body}\n\nAfter.\n")
    assert isinstance(block, Compare)
    assert isinstance(after, Paragraph)
    assert block.title == "Two"
    assert plain(block.asking) == "Ask"
    assert [plain(option) for option in block.options] == ["Lotion", "Pills"]
    assert [plain(each.question) for each in block.aspects] == ["How?", "Cost"]
    said = [[plain(answer.spans) for answer in each.answers] for each in block.aspects]
    assert said == [["Each day", ""], ["5", "6"]]


def test_a_table_below_another_box_or_words_is_a_table_of_its_own() -> None:
    kinds = [type(block).__name__ for block in parsed(f"!!! tip\n    x\n\n{TABLE}\n")]
    assert kinds == ["Callout", "Table"]


def test_comparisons_of_a_page_are_counted() -> None:
    blocks = parsed(f"!!! compare\n\n{TABLE}\n\nBetween.\n\n!!! compare\n\n{TABLE}\n")
    assert [block.number for block in blocks if isinstance(block, Compare)] == [0, 1]


def test_a_line_with_a_number_and_a_colon_is_people_in_100() -> None:
    answer = only("Some.<br>26: saw **new** hair<br>১৪: with a sham").aspects[0].answers[0]
    assert plain(answer.spans) == "Some."
    first, second = answer.groups
    assert (first.count, second.count) == (26, 14)
    assert first.label == (Text("saw "), Strong((Text("new"),)), Text(" hair"))
    assert plain(second.label) == "with a sham"


def test_a_line_below_people_tells_more_of_them() -> None:
    (group,) = only("26: saw new hair<br>in one study").aspects[0].answers[0].groups
    assert group.label == (Text("saw new hair"), LineBreak(), Text("in one study"))


@pytest.mark.parametrize("cell", ["**26:** saw", "**26**: saw", "26 : saw", "26[^a]: saw"])
def test_the_number_of_people_may_be_dressed_as_in_the_box_people(cell: str) -> None:
    table = f"| Q | A | B |\n|--|--|--|\n| x | {cell} | y |\n\n[^a]: Name. 2020.\n"
    block = parsed(f"!!! compare\n\n{table}")[0]
    assert isinstance(block, Compare)
    (group,) = block.aspects[0].answers[0].groups
    mark = (Footnote(1),) if "[^a]" in cell else ()
    assert (group.count, group.label) == (26, (Text("saw"), *mark))


@pytest.mark.parametrize("cell", ["26:", "x<br>26:", "26: <br>", "26: ~~x~~", "26:[^a]", "২৬:"])
def test_people_without_words_are_an_error_in_their_line(cell: str) -> None:
    table = f"| Q | A | B |\n|--|--|--|\n| x | y | z |\n| x | {cell} | y |\n\n[^a]: Name. 2020.\n"
    with pytest.raises(ContentError, match=r"x.md:11: '26:' is drawn as 26 people in 100, but no"):
        parsed(f"!!! compare\n\n{table}")


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("people", "26"),
        ("timeline", "Week 0"),
        ("schedule", "0, 1"),
        ("schedule", "? 3"),
        ("ladder", "low"),
    ],
)
@pytest.mark.parametrize("words", ["[^a]", "~~x~~"])
def test_a_line_of_a_chart_needs_words_behind_its_colon(kind: str, line: str, words: str) -> None:
    with pytest.raises(ContentError, match=r"x.md:7: "):
        parsed(f"!!! {kind}\n    - {line}: {words}\n\n[^a]: Name. 2020.\n")


@pytest.mark.parametrize(
    "cell", ["101: x", "9:30", "9.5: x", "About 26: x", "2026: x", "26 of 100"]
)
def test_what_is_no_number_of_100_people_is_words(cell: str) -> None:
    answer = only(cell).aspects[0].answers[0]
    assert plain(answer.spans) == cell
    assert answer.groups == ()


def test_a_source_can_be_named_in_any_cell() -> None:
    text = "| Q[^a] | A[^a] | B |\n|--|--|--|\n| x | 5: y[^a] | z[^a] |\n\n[^a]: Name. 2020.\n"
    block = parsed(f"!!! compare\n\n{text}")[0]
    assert isinstance(block, Compare)
    assert block.aspects[0].answers[0].groups[0].label == (Text("y"), Footnote(1))


def test_the_name_of_an_option_can_be_explained() -> None:
    block = parsed(f"!!! compare\n\n{TABLE}\n\n*[Lotion]: A fluid.\n")[0]
    assert isinstance(block, Compare)
    assert block.options[0] == (Term("Lotion", "Lotion", "A fluid."),)


def test_an_answer_can_hold_none() -> None:
    front = FRONT.replace("title: T", "title: T\nlayout: faq")
    with pytest.raises(ContentError, match=r"x.md:7: .*'Why\?' holds a comparison\. Write it on"):
        parsed(f"### Why?\n\n!!! compare\n\n{TABLE}\n", front)


@pytest.mark.parametrize("around", ["!!! tip\n{}", "> {}", "- a\n\n{}"])
def test_it_stands_by_itself(around: str) -> None:
    box = f"!!! compare\n{indented(TABLE)}"
    quoted = "\n> ".join(box.split("\n")) if around[0] == ">" else indented(box)
    with pytest.raises(ContentError, match="Take the box 'compare' out of what it stands in"):
        parsed(around.format(quoted))
