"""Nothing that is written vanishes without a finding; the cases that once did are among these."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark
from kiosk.check.rules import RULES
from kiosk.markdown.parse import parse_page
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText
from tests.fuzz.marks import FRONT
from tests.unit.markdown import specifications

(RULE,) = [rule for rule in RULES if rule.name == "lost-words"]

BODY = 6


def lost(body: str) -> list[tuple[int, str]] | None:
    """Give the findings by their line in the body; None for a page that can't be used."""
    try:
        found = marks(body)
    except ContentError:
        return None
    return [(mark.spot.line - BODY, mark.problem.split("'")[1]) for mark in found]


def problems(body: str) -> list[str]:
    """Give what is said of a page."""
    return [mark.problem for mark in marks(body)]


def marks(body: str) -> list[Mark]:
    """Give what the rule finds. Raises ContentError for a page that can't be used."""
    text = FRONT + body
    page = parse_page(text, name="x", language="en", file="x.md", terms={}, facts={"a_b": "C"})
    checked = CheckedPage(page, SourceText.of(text, "x.md"), "en/x.md", {})
    return list(RULE.look(checked, None))  # type: ignore[arg-type, call-arg]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("2024. was good.\n\n10. October we open.", [(2, "10")]),
        ("1. one\n2. two\n2. three\n", [(2, "2")]),
        ("x\n\n*[DHT]: A hormone", [(2, "dht a hormone")]),
        ('[a](x.md "Opens at nine")', [(0, "opens at nine")]),
        ("a\n\n[b]: c.md 'Long since gone'", [(2, "long since gone")]),
        ("a\n\n3.", [(2, "3")]),
    ],
)
def test_what_vanishes_is_named_with_its_line(body: str, found: list[tuple[int, str]]) -> None:
    assert lost(body) == found


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("1. one\n2. two\n2. three\n", "the list is counted anew, and patients see 3"),
        ("1. one\n\n    more\n\n4. two\n", "the list is counted anew, and patients see 2"),
        ("a\n\n10) one\n3) two\n", "the list is counted anew, and patients see 11"),
    ],
)
def test_what_patients_see_instead_of_a_number_is_said(body: str, seen: str) -> None:
    assert seen in problems(body)[0]


@pytest.mark.parametrize(
    "body",
    [
        "1. one\n1. two\n1. three",
        "A [germ](glossary.md)s here, [wash](<a b.md>)ing, un[seen](x.md)[ones](y.md).",
        "3) three\n4) four",
        "**w**ord 10^9^ H~2~O 10<sup>9</sup> ~~gone~~ a_b `c d`",
        "a[^one] {{ a_b }}\n\n[^one]: Two. 2015.\n\n    - 3\n\n[^none]: Nobody.",
        "## A {#b}\n\n![c d](e.svg 'F g')\n\n| h | i |\n|---|---|\n| 1 | 2 |",
        '!!! note "T u"\n    v\n\n> [!TIP]\n> w\n\n```python\nx = 1\n```',
        '!!! schedule "S"\n    - 0, 2: two\n    - ? 9: nine',
        '!!! ladder "L"\n    - low: a\n    - low: b',
        '!!! timeline "T"\n    - Week 0: a\n    - ? Month 3: b',
        '!!! people "P"\n    - 69: a\n    - 38: b',
        "Word\nWords\n:   Meaning of it\n\n*[DHT]: A hormone.\n\nDHT, and DHT.",
        "<https://e.org/a-1> [x](https://e.org/b(1)c) [y](<z 1.md>) &amp; &lt;k&gt;",
        "- [ ] one\n- [ ] two",
        "a <!-- not for you --> b",
        "চুল পড়া ৬৯ জনে\n\n১. এক",
    ],
)
def test_what_stands_on_the_page_is_no_finding(body: str) -> None:
    assert lost(body) == []


PARTS = (
    "alpha", "beta 12", "- item 3", "  - deeper", "1. first", "2. second", "   more", "    more",
    "> said", "| a | b |", "|---|---|", "| 1 | 2 |", "## Head", "Under\n---", "```", "~~~",
    "**bold**", "*soft*", "~~out~~", "`code`", "[link](x.md)", "[ref][r]", "[r]: x.md", "end  ",
    "![alt](p.svg)", "x^2^", "a<br>b", "!!! note", "    boxed", "* * *", "+ plus", ": colon",
    "gamma[^n]", "[^n]: Note 7", "    - in note", "Word", ":   meaning", "&copy; 2020", "\\# no",
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(("", *PARTS)), max_size=14).map("\n".join))
def test_the_parser_loses_no_word_of_any_page(body: str) -> None:
    """What the rule finds is lost by the author's own doing: a number that is counted anew."""
    # A source that nothing leads to is left out, with the lines that go on below it.
    for _, words in lost(f"See[^n]\n\n{body}" if "[^n]: " in body else body) or ():
        assert all(word.isdecimal() or word in ("r",) for word in words.split())


def test_of_the_specifications_only_titles_addresses_and_numbers_are_lost() -> None:
    """A link's title, what names an address, an item's number, letters that touch an address."""
    explained = re.compile(r"""["']|^\s*>?\s*\[[^\]]*\]:|^\d+\.|\w<http|\(and|\]\[""", re.MULTILINE)
    examples = specifications.examples()
    found = {text: lost(text) for text in examples}
    assert sum(bool(marks) for marks in found.values()) < len(examples) / 10
    assert [text for text, marks in found.items() if marks and not explained.search(text)] == []
