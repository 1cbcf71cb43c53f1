"""The line that a finding names is the one that is wrong, wherever the same words stand before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.error import ContentError
from tests.fuzz.marks import FRONT

BAD = {
    "people": ("69: with salt water", "101: with salt water"),
    "timeline": ("Week 3: what happens", "Week 3"),
    "ladder": ("low: Lotion", "lower: Lotion"),
    "schedule": ("0, 1: two visits", "1, 0: two visits"),
}
"""For each box a line that can be used, and one that can't and holds words of the other."""

AROUND: dict[str, Callable[[str], str]] = {
    "by itself": lambda box: box,
    "in an item": lambda box: "- An item\n\n" + indented(box),
    "in a box": lambda box: '!!! tip "T"\n' + indented(box),
    "in a quotation in an item": lambda box: "- An item\n\n" + indented(quoted(box)),
    "with tabs": lambda box: box.replace("    ", "\t"),
    "behind a comment": lambda box: "<!-- one\n\ntwo -->\n\n" + box,
}


def indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def told(text: str) -> list[str]:
    """Give the lines that errors name, as they are written."""
    with pytest.raises(ContentError) as caught:
        parse_page(text, name="x", language="en", file="x.md", terms={}, facts={})
    lines = text.replace("\r\n", "\n").split("\n")
    return [lines[error.line - 1].strip("> \t-") for error in caught.value.each()]


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_line_of_a_chart_is_named_itself(kind: str, around: str, end: str) -> None:
    good, bad = BAD[kind]
    box = f"!!! {kind}\n    - {good}\n    - {bad}"
    body = f"{bad} stands here too, and {good}.\n\n{AROUND[around](box)}\n"
    assert told((FRONT + body).replace("\n", end)) == [bad]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("people\n    - 6: a", "people\n    words"),
        ("steps\n    1. a", "steps\n    words"),
        ("evidence low\n    a", "evidence low\n    - a"),
        ("tip\n    a", "tip\n\nwords"),
        ("schedule\n    - 0: a", "schedule\n    words"),
        ("ladder\n    - low: a", "ladder\n    words"),
    ],
)
def test_of_two_boxes_the_bad_one_is_named(first: str, second: str) -> None:
    text = f"{FRONT}!!! {first}\n\nBetween.\n\n!!! {second}\n"
    with pytest.raises(ContentError) as caught:
        parse_page(text, name="x", language="en", file="x.md", terms={}, facts={})
    assert caught.value.line == text[: text.rindex("!!!")].count("\n") + 1


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("- [ ] a\n- [ ] c\n- a", "a"),
        ("- [x] a\n\nText.\n\n- [ ] a\n- [x] a", "[x] a"),
        ("Text [ ].\n\n- [ ] a\n- [ ]", "[ ]"),
        ("- [ ] a\n\n1. b\n    - [ ] a", "[ ] a"),
    ],
)
def test_a_bad_line_of_a_list_to_tick_is_named_itself(text: str, bad: str) -> None:
    assert told(FRONT + text)[-1] == bad


def test_a_question_without_an_answer_is_named_by_its_own_line() -> None:
    front = FRONT.replace("title: T", "title: T\nlayout: faq")
    text = f"{front}### Does it work?\n\nDoes it hurt? No.\n\n### Does it hurt?\n"
    assert told(text) == ["### Does it hurt?"]


WRONG = {
    "a fact": ("Call {{ phon }}.", "Or call {{ phon }} then."),
    "a source mark": ("Write `[^x]` so.", "It hurts.[^x]"),
    "a picture": ("See `http://a.b/c.png` there.", "![A thing](http://a.b/c.png)"),
    "a tag": ("Write `<script>` so, <script>not</script> so.", "It hurts <script> here."),
}
"""Each time what is right, or told by itself, and what is wrong and holds the same signs."""

PLACES: dict[str, Callable[[str], str]] = {
    "a paragraph": lambda words: words,
    "a line of its own": lambda words: f"One\nand\n{words}",
    "an item": lambda words: f"- One\n- {words}\n- Three",
    "an item with space": lambda words: f"- One\n\n- {words}\n\n- Three",
    "an inner item": lambda words: f"1. One\n    - Two\n    - {words}",
    "a cell": lambda words: f"| A | B |\n|---|---|\n| a | b |\n| a | {words} |",
    "a box": lambda words: f'!!! tip "T"\n    One\n\n    {words}',
    "a step": lambda words: f"!!! steps\n    1. One\n    2. {words}",
    "a meaning": lambda words: f"One\n:   Two\n\nThree\n:   {words}",
    "a word that is explained": lambda words: f"One\n:   Two\n\n{words}\n:   Three",
    "a moment": lambda words: f"!!! timeline\n    - Week 1: a\n    - Week 2: {words}",
    "a group": lambda words: f"!!! people\n    - 1: a\n    - 2: {words}",
    "a line to tick": lambda words: f"- [ ] One\n- [ ] {words}",
    "a quotation": lambda words: f"> One\n>\n> {words}",
    "a source": lambda words: f"One.[^y]\n\n[^y]: {words}",
}


def refused(text: str) -> list[int]:
    """Give the lines of all that is wrong with a page, pictures that it can do without too."""
    try:
        page = parse_page(text, name="x", language="en", file="x.md", terms={}, facts={})
    except ContentError as error:
        return [each.line for each in error.each()]
    return [line for line, _, _ in page.refused]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_named_by_its_own_line_wherever_the_same_signs_stand_before(
    wrong: str, place: str
) -> None:
    right, words = WRONG[wrong]
    text = f"{FRONT}{right}\n\n{PLACES[place](words)}\n"
    last = [number for number, line in enumerate(text.split("\n"), 1) if words in line]
    assert refused(text)[-1:] == last


def test_what_only_a_paragraph_of_its_own_can_be_is_named_by_its_own_line() -> None:
    picture = "![A thing](c.svg)"
    assert refused(f"{FRONT}{picture}\n\n## A heading {picture}\n\nWords.\n") == [8]
    assert refused(f"{FRONT}<!-- It ends. -->\n\nWords.\n\n<!-- It doesn't.\n\nWords.\n") == [10]


@pytest.mark.parametrize("key", ["title", "tab", "lead"])
def test_a_fact_of_the_front_matter_is_named_by_the_line_of_its_key(key: str) -> None:
    keys = dict.fromkeys(("title", "tab", "lead"), "A title: phon") | {key: "Call {{ phon }}"}
    front = "".join(f'{name}: "{words}"\n' for name, words in keys.items())
    text = f"---\n{front}review: {{status: draft, author: A}}\n---\n\nCall {{{{ phon }}}}.\n"
    assert told(text) == [f'{key}: "Call {{{{ phon }}}}"', "Call {{ phon }}."]
