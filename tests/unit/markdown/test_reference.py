"""A page has the structure that GitHub's own parser finds in its text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kiosk.markdown.parse import parse_page
from kiosk.page.error import ContentError
from kiosk.shipped import shipped
from tests.fuzz.marks import FRONT
from tests.unit.markdown import reference, specifications

ON_PURPOSE = {
    "&#87654321;": "no such character: it stays as it is written instead of becoming a box",
    "`\xa0`": "letters that nobody sees are left out",
    "*£*bravo": "CommonMark 0.31 counts currency as punctuation; GitHub has not followed yet",
    "| bar | baz | boo |": "a cell that no column has is an error, never left out",
    "- [x]": "nobody but the reader ticks: an error",
}
"""What is read otherwise, by what the example holds; docs/markdown.md tells readers."""


def structure(body: str) -> object:
    """Give a page's structure; a page without any text has none."""
    try:
        page = parse_page(FRONT + body, name="x", language="en", file="x", terms={}, facts={})
    except ContentError as error:
        return () if "no text" in error.problem else error
    if page.refused:
        return ContentError("x", *page.refused[0])
    return reference.given(page.blocks)


def expected(body: str) -> object:
    return reference.expected(reference.github(body).children)


def test_every_example_of_the_specifications_is_read_as_github_reads_it() -> None:
    examples = specifications.examples()
    different = []
    met = set()
    for text in examples:
        if structure(text) != expected(text):
            reasons = {sign for sign in ON_PURPOSE if sign in text}
            met |= reasons
            if not reasons:
                different.append(f"{text!r}\n  {expected(text)}\n  {structure(text)}")
    assert len(examples) > 1000
    assert not different, "\n" + "\n".join(different)
    assert met == set(ON_PURPOSE), "a reason that no example needs"


LINES = (
    "word", "two words", "- item", "- other", "* star", "1. one", "2. two", "1) round", "10. ten",
    "  - two in", "   - three in", "    - four in", "\t- by tab", "  more", "   more", "    more",
    "> quoted", "> - item", "## Heading", "### Part", "#no", "---", "***", "===", "| a | b |",
    "|---|---|", "| 1 | 2 |", "```", "~~~", "**strong** *stressed*", "_a_ __b__", "~~gone~~",
    "`code`", "[link](x.md)", "<https://e.org>", "end  ", "end\\", "a * b * c", "5*3*2", "2_3_4",
    "চুল **পড়া** কমে", "&amp; &lt;", "\\* no", "-no", "+ plus", "[a]", "![p](p.svg)",
)  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.sampled_from(("", *LINES)), max_size=12).map("\n".join))
@example("Before you come:\n- stop aspirin\n- eat lightly")
@example("- fruit\n  - apple\n  - pear\n- veg\n  - leek")
@example("1. Wash\n   - with soap\n2. Dry\n\n   Use a clean towel.\n\n3. Rest")
@example("1. Wash.\n\n   Dry well.\n\n2. Call.\n3. Wait.")
@example("Text before\n| A | B |\n|---|---|\n| 1 | 2 |\nText after")
@example("~~~\nx\n~~~\n\n1) One\n2) Two\n\nDo ~~not~~ stop.")
def test_any_lines_are_read_as_github_reads_them(text: str) -> None:
    # Where two of these stand below each other, GitHub's parser takes the lines between for words.
    assume(not re.search(r"\|---\|---\|\n(?:.+\n)*\|---\|---\|", text))
    found = structure(text)
    # An error takes nothing away in silence: what it refuses is told with its line.
    assert isinstance(found, ContentError) or found == expected(text)


OURS = re.compile(r"^(!!!.*|:   .*|\*\[.*|\[\^[^\]]+\]:.*|    .*)$", re.MULTILINE)
"""Lines of the forms that only a kiosk knows, and what is indented below them."""


@pytest.mark.parametrize(
    "file",
    sorted(shipped("content").rglob("*.md")),
    ids=lambda file: f"{file.parent.name}-{file.stem}",
)
def test_our_own_pages_are_read_as_github_reads_them(file: Path) -> None:
    text = file.read_text("utf-8").split("---\n", 2)[2]
    text = re.sub(r"\[\^[^\]]+\]|\{\{.*?\}\}| \{#.*?\}", "", OURS.sub("", text))
    text = text.replace("- [ ] ", "- ")
    assert structure(text) == expected(text)


FENCES = (
    "```\na\nb", "~~~\na\n```\n~~~", "````\n```\nx\n````", "```\n\n\n```\ntext", "~~~ ```\nx\n~~~",
    "- a\n\n  ```\n  x\n   y\n  ```\n- b", "- ```\n  x", "1. ~~~\n   a\n   ~~~\n   b",
    "> ```\n> a\nb", "    ```\n    a\n    ```", "\t```\n\tx\n\t```", "  ```\n  a\n ```",
    "```python title\nx\n```",
    "``` a`b\nx\n```", "```\nx\n``` y\nz\n```", "text\n```\nx\n```\nmore",
)  # fmt: skip
"""Not closed, in items and quotations, by tildes, indented, with words behind the signs."""


@pytest.mark.parametrize("text", FENCES)
def test_a_fence_begins_and_ends_where_github_has_it(text: str) -> None:
    assert structure(text) == expected(text)
