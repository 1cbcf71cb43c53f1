"""A page that can't be used is told about in one line, with file, line and remedy, and quickly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.markdown.parse import parse_page
from kiosk.markdown.tree import Converter
from kiosk.page.blocks import (
    Checklist,
    Heading,
    Page,
)
from kiosk.page.error import ContentError
from kiosk.page.terms import plain
from tests.fuzz.marks import FRONT, PIECES
from tests.fuzz.parser import hold_harmless
from tests.unit.strategies import hostile, markdown


def parse(source: str, converter: Converter | None = None) -> Page:
    return parse_page(
        source,
        name="x",
        language="en",
        file="en/x.md",
        terms={},
        facts={"clinic": "C<script>"},
        converter=converter,
    )


def error(source: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        parse(source)
    told = str(caught.value)
    assert told.startswith("en/x.md")
    assert told.endswith(".")
    assert told.isprintable()
    assert caught.value.problem
    assert caught.value.remedy
    return caught.value


T = TypeVar("T")


def outcome(source: str) -> Page | ContentError:
    try:
        return parse(source)
    except ContentError as found:
        return found


BODY = 6
"""The line on which a body below FRONT starts."""

COMPARED = "| Ask | Lotion | Pills |\n|--|--|--|\n| How? | Each day | Each week |\n| Cost | 5 | |"


def indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def wide(options: int) -> str:
    names = "".join(f" {name} |" for name in range(options + 1))
    return f"|{names}\n|{'--|' * (options + 1)}\n| x |"


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ('!!! short "T"\n    a', BODY, "the box 'short' takes no title. Write all of its words"),
        ("!!! short T\n    a", BODY, "the box 'short' takes no title. Write all of its words"),
        ("!!! short It is so.", BODY, "Write all of its words into the lines below !!! short"),
        ("a\n\n!!! warn\n    b", BODY + 2, "note, tip, caution, emergency, short, steps"),
        ("a\n\n!!! note Read this\n    b", BODY + 2, "quotation marks"),
        ('a\n\n!!! note "Read this" now\n    b', BODY + 2, "not written as a box"),
        ("!!! note\n\na", BODY, "empty"),
        ("a\n\nb[^one]", BODY + 2, "[^one]"),
        ("a\n\nb {{ nobody }}", BODY + 2, "clinic"),
        ("a\n\n<div>b <!-- c</div>", BODY + 2, "<!-- is not closed"),
        ("a | b\n--|--\n1 | 2 | not 3", BODY + 2, "no column for 'not 3'"),
        ("!!! note\n    a\n\nb\n\n!!! note\n    - a\n- b", BODY + 7, "outside the box"),
        ("!!! note\n    a\n  b", BODY + 2, "outside the box"),
        ("a[^b]\n\n[^b]: c\n\n[^b]: d", BODY + 4, "written twice"),
        ("!!! people\n    - 101: x", BODY + 1, "from 0 to 100"),
        ("!!! people\n    - many", BODY + 1, "from 0 to 100"),
        ("!!! people\n    x", BODY, "one list"),
        ("!!! timeline\n    - Week 0", BODY + 1, "colon"),
        ("!!! schedule\n    - 0, 2, 2: x", BODY + 1, "the first visit first"),
        ("!!! schedule\n    - 0, 521: x", BODY + 1, "from 0 to 520"),
        ("!!! schedule\n    - 0, -1: x", BODY + 1, "from 0 to 520"),
        ("!!! schedule\n    - 0 to 7: x", BODY + 1, "with commas"),
        ("!!! schedule\n    - 0, 1", BODY + 1, "a colon"),
        ("!!! schedule\n    - 0: x\n    - ? soon: y", BODY + 2, "one week from 0 to 520"),
        ("!!! schedule\n    - 0: x\n    - ? 9: y\n    - ? 9: why", BODY + 3, "in week 9"),
        ("!!! schedule\n    - ? 13: x", BODY, "a line of visits"),
        ("!!! schedule\n    - 0: x\n\n    More.", BODY, "nothing else"),
        ("!!! ladder\n    - sure: x", BODY + 1, "high, moderate, low, very-low or none"),
        ("!!! ladder\n    - low", BODY + 1, "a colon"),
        ("!!! ladder\n    Words.", BODY, "one list"),
        ("!!! compare\n    x", BODY, "one table and nothing else"),
        ("!!! compare", BODY, "directly below it"),
        (f"!!! compare\n    More.\n\n{indented(COMPARED)}", BODY, "nothing else"),
        ("a\n\n!!! compare\n\n| q | a |\n|--|--|\n| x | y |", BODY + 4, "has 1 option"),
        ("a\n\n!!! compare\n\n| q |\n|--|\n| x |", BODY + 4, "2 to 8 for options"),
        (f"!!! compare\n\n{wide(9)}", BODY + 2, "has 9 options"),
        (f"!!! compare\n{indented(COMPARED.replace('Ask', ' '))}", BODY + 1, "such as 'You ask'"),
        (f"!!! compare\n{indented(COMPARED.replace('Pills', ''))}", BODY + 1, "option 2 of"),
        (f"!!! compare\n{indented(COMPARED.replace('Pills', 'lotion'))}", BODY + 1, "two options"),
        (f"!!! compare\n{indented(COMPARED.replace('Cost', ''))}", BODY + 4, "has no question"),
        ("!!! compare\n\n| q | a | b |\n|--|--|--|", BODY + 2, "no line for a question"),
        (f"!!! compare\n{indented(COMPARED)} too |", BODY + 4, "no column for 'too'"),
        (f"- a\n\n    !!! compare\n{indented(indented(COMPARED))}", BODY + 2, "compared here"),
        ("!!! evidence\n    x", BODY, "very-low"),
        ("!!! evidence sure\n    x", BODY, "very-low"),
        ("!!! evidence low\n    - x", BODY, "only the study"),
        ("!!! steps\n    x", BODY, "only the steps"),
        ("!!! figure\n    x", BODY, "one picture"),
        ("a\n\nb <script> c\n\nd", BODY + 2, "<script> is not closed"),
        ("`<script>` is\ncode, and\n<script> is not", BODY + 2, "<script> is not closed"),
        ("``a\n<style> ` b`` and\nnow <style>", BODY + 2, "<style> is not closed"),
        ("<style>\n`<style>`", BODY, "<style> is not closed"),
        ("`[^x]` is\ncode, and\nthis[^x] not", BODY + 2, "[^x] leads to no source"),
        ("", 0, "no text"),
        ("".join("    " * n + f"- item{n}\n" for n in range(7)), BODY + 6, "nested deeper than 6"),
        ("x " * 10_001, BODY, "empty lines"),
        ("<b>" * 200 + "\n\n" + "x\n" * 5_000, 5_000, "several pages"),
    ],
)  # fmt: skip
def test_an_error_names_the_line_and_what_to_do(body: str, line: int, says: str) -> None:
    found = error(FRONT + body)
    assert says in str(found)
    assert found.line == line


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("", 0, "empty"),
        (" \n\n", 0, "empty"),
        ("words", 1, "three dashes"),
        ("---\ntitle: T", 2, "no end"),
        ("---\nreview: {status: draft, author: A}\n---\nx", 1, "'title' is missing"),
        ("---\ntitle: T\n---\nx", 1, "'review' is missing"),
        ("---\ntitle: T\nreview:\n  status: draft\n---\nx", 3, "'author' is missing"),
        ("---\ntitle: T\ncolour: red\nreview: {status: draft, author: A}\n---\nx", 3, "'colour'"),
        ("---\ntitle: 7\nreview: {status: draft, author: A}\n---\nx", 2, "quotation marks"),
        ("---\ntitle: a: b\nreview: {status: draft, author: A}\n---\nx", 2, "quotation marks"),
        ("---\ntitle: T\nlayout: big\nreview: {status: draft, author: A}\n---\nx", 3, "big"),
        ("---\ntitle: ' '\nreview: {status: draft, author: A}\n---\nx", 2, "'title' is empty"),
        ("---\ntitle: T\nreview: {status: draft, author: ''}\n---\nx", 3, "'author' is empty"),
        ("---\ntitle: T\nreview:\n  status: reviewed\n  author: A\n---\nx", 4, "'reviewer' is"),
        ("---\ntitle: T\nreview:\n  author: A\n  reviewed: 2026-13-45\n---\nx", 5, "no date"),
        ("---\n- a\n---\nx", 2, ""),
        ("---\nwords\n---\nx", 2, ""),
        ("---\n---\nx", 1, "missing"),
        ("---\na: &a {b: c}\n<<: *a\n---\nx", 3, "'<<'"),
        ("---\n" + "[" * 5_000 + "\n---\nx", 1, "more than 100 brackets"),
        ("---\n" + "[" * 100 + "\n---\nx", 2, "can't be read"),
        ("---\n? [a]\n: b\n---\nx", 0, ""),
        ("---\n!!python/object/apply:os.system [ls]\n---\nx", 2, "can't be read"),
        (
            "---\ntitle: T\nlead: " + "a " * 1_001 + "\nreview: {status: draft, author: A}\n---\nx",
            3, "lead",
        ),
    ],
)  # fmt: skip
def test_an_error_in_the_front_matter_names_its_line(front: str, line: int, says: str) -> None:
    found = error(front).each()
    assert any(says in str(each) and each.line == line for each in found) or not (line or says)


def test_a_page_has_at_most_a_hundred_different_pictures() -> None:
    shown = parse(FRONT + "".join(f"![A]({n}.svg)\n\n" for n in (*range(100), 5)))
    assert (len(shown.pictures), shown.refused) == (100, ())
    more = parse(FRONT + "".join(f"![A]({n}.svg)\n\n" for n in range(102)))
    assert (len(more.pictures), len(more.refused)) == (100, 2)
    assert more.refused[0][1] == "the page has more than 100 pictures"


def test_a_reviewed_page_needs_reviewer_and_both_dates() -> None:
    front = (
        "---\ntitle: T\nreview:\n  status: reviewed\n  author: A\n  reviewer: R\n"
        "  reviewed: 2026-11-22\n  next_review: 2027-11-22\n---\n\nx"
    )
    assert parse(front).review.reviewer == "R"
    for missing in ("  reviewer: R\n", "  reviewed: 2026-11-22\n", "  next_review: 2027-11-22\n"):
        assert missing.split(":")[0].strip() in error(front.replace(missing, "")).problem


def test_a_question_without_an_answer_is_told() -> None:
    assert error(FRONT.replace("title", "layout: faq\ntitle") + "### Q?\n\n## S").line == 7


def too_much() -> Iterator[tuple[str, str]]:
    yield "500 lists by indentation", "".join("    " * n + "- x\n" for n in range(500))
    yield "500 lists by two spaces", "".join("  " * n + "- x\n" for n in range(500))
    yield "500 lists by tabs", "".join("\t" * n + "1. x\n" for n in range(500))
    yield "500 lists on a line", "- " * 500 + "x"
    yield "500 quotations", "> " * 500 + "x"
    yield "500 quotations without spaces", ">" * 500 + "x"
    yield "500 boxes", "".join("    " * n + "!!! note\n" for n in range(500))
    yield "500 definitions", "a\n" + ":   " * 500 + "x"
    yield "a megabyte of newlines", "\n" * 990_000 + "x"
    yield "a megabyte of brackets", "[" * 990_000
    yield "a megabyte of lines of brackets", "[[[[\n\n" * 160_000
    yield "a megabyte of tags", "<b>" * 330_000
    yield "a thousand tags without an end", "<div>\n" + ("<a " + "word " * 100 + "\n\n") * 1_000
    yield "a megabyte of stars", "**a*" * 240_000
    yield "a megabyte of words", "word " * 198_000
    yield "more than a megabyte", "word\n\n" * 200_000


def as_much_as_allowed() -> Iterator[tuple[str, str]]:
    words = "word " * 100 + "\n\n"
    for tag in ("<a ", "<a b='", "<a b=\"<a b='\" c='", "<!", "<!-- ", "<? ", "</a ", "</svg "):
        yield f"400 times {tag}", "<div>\n" + (tag + words) * 90
        yield f"{tag} within a script", "<svg>\n" + (tag + words) * 90 + "</svg>\n\nb"


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in too_much()])
def test_too_much_of_anything_is_an_error_within_two_seconds(body: str) -> None:
    started = time.process_time()
    error(FRONT + body)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "body", [pytest.param(body, id=name) for name, body in as_much_as_allowed()]
)
def test_unfinished_html_is_read_within_two_seconds(body: str) -> None:
    started = time.process_time()
    outcome(FRONT + body)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("escape", ["\\ud800", "\\x00", "\\ue0007\\ue001", "\\x02"])
def test_an_escape_in_the_front_matter_brings_no_odd_character(escape: str) -> None:
    front = FRONT.replace("title: T", f'title: "a{escape}b"\nlead: "c{escape}d"')
    page = parse(front + "x")
    assert "".join([page.title, page.tab, plain(page.lead)]).isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "*[w]: <img src=x onerror=alert(1)><script>x</script>\n\nw",
        "![<img src=x onerror=alert(1)>](x.svg '<script>x</script>')",
        '!!! note "<script>x</script>"\n    ![a<script>x</script>](x.svg)',
        "<table><tr><td>[j](javascript:alert)",
        "".join(PIECES),
    ],
)
def test_no_html_and_no_strange_address_leaves_the_parser(text: str) -> None:
    found = outcome(FRONT + text)
    if isinstance(found, Page):
        hold_harmless(found, html=True)


@settings(max_examples=100, deadline=None)
@given(st.lists(markdown | hostile, min_size=2, max_size=4))
@example(["- a\n\n    > b\n\n    ![c](https://e.org)", "d\n\n    e"])
@example(["a[^b] [c]\n\n[^b]: d\n\n[c]: x.md\n\n*[a]: e", "a [^b] [c]"])
def test_a_converter_keeps_nothing_of_the_page_before(pages: list[str]) -> None:
    converter = Converter()
    for body in pages:
        assert said(FRONT + body, converter) == said(FRONT + body, Converter())


def said(source: str, converter: Converter) -> Page | str:
    try:
        return parse(source, converter)
    except ContentError as found:
        return str(found)


@pytest.mark.parametrize("below", ["## Next", "!!! tip\n    b", "[^c]: d", "*[e]: f", "<!-- g -->"])
def test_what_can_not_belong_to_a_box_ends_it(below: str) -> None:
    assert isinstance(outcome(FRONT + f"!!! note\n    a\n{below}"), Page)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("![x](https://e.org/x.png)", "Copy the picture"),
        ("![x](data:image/png;base64,aa)", "Copy the picture"),
        ("![x](//e.org/x.png)", "Copy the picture"),
        ("![x](/etc/x.png)", "Copy the picture"),
        ("- b\n\n    ![x]()", "Copy the picture"),
        ("## b ![x](x.svg)", "paragraph of its own"),
        ("| b |\n|---|\n| c ![y](x.svg) |", "paragraph of its own"),
    ],
)
def test_a_picture_that_is_refused_is_told_and_the_page_is_shown(body: str, says: str) -> None:
    page = parse(FRONT + f"![z](y.svg)\n\n{body}")
    ((line, problem, remedy),) = page.refused
    assert says in f"{problem}. {remedy}."
    assert line == BODY + 2 + body[: body.index("![")].count("\n")
    assert page.pictures == ("y.svg",)


def test_words_stand_for_a_picture_where_only_words_can() -> None:
    page = parse(FRONT + "## Wash ![your hands](x.svg)\n\n- [ ] Ask ![ ](y.svg)why")
    heading, checklist = page.blocks
    assert isinstance(heading, Heading)
    assert plain(heading.spans) == "Wash [your hands]"
    assert isinstance(checklist, Checklist)
    assert plain(checklist.items[0]) == "Ask why"
    assert len(page.refused) == 2


def test_one_fault_hides_no_other() -> None:
    found = error(
        FRONT + "a[^one] {{ nobody }}\n\n!!! note\n    - [ ] b\n\n- c\n- ![d](/e.png)\n- f[^two]\n"
    )
    assert [(each.line - BODY, each.problem[:20]) for each in found.each()] == [
        (0, "there is no fact cal"),
        (0, "[^one] leads to no s"),
        (3, "'[ ] b' can't be tic"),
        (6, "the picture '/e.png'"),
        (7, "[^two] leads to no s"),
    ]
