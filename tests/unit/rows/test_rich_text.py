"""Words as rich text: nothing an author writes becomes markup."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.page.blocks import (
    Code,
    Emphasis,
    Footnote,
    LineBreak,
    OutsideLink,
    PageLink,
    Span,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Term,
    Text,
)
from kiosk.page.terms import plain
from kiosk.rows.rich_text import (
    JOINER,
    NO_BREAK,
    bare,
    counted,
    link_target,
    marked,
    styled,
    to_dial,
    unlinked,
)

WORDS = some.text(max_size=30)
NASTY = some.one_of(
    WORDS, some.sampled_from(['<b>"&</b>', "<img src='x'>", "a&lt;b", '"><a href="x">'])
)
LEAVES: some.SearchStrategy[Span] = some.one_of(
    NASTY.map(Text),
    NASTY.map(Code),
    NASTY.map(Superscript),
    NASTY.map(Subscript),
    some.integers(1, 99).map(Footnote),
    some.just(LineBreak()),
    some.builds(Term, NASTY, NASTY, NASTY),
)
SPANS = some.recursive(
    some.lists(LEAVES, max_size=4).map(tuple),
    lambda inner: some.lists(
        some.one_of(
            inner.map(Strong), inner.map(Emphasis),
            some.builds(PageLink, inner, WORDS, WORDS), some.builds(OutsideLink, inner, NASTY),
        ),
        max_size=3,
    ).map(tuple),
    max_leaves=12,
)  # fmt: skip

TAG = re.compile(
    r'</?(?:b|i|font|sup|sub)>|<br>|<font size="\d">|</a>|<span class="number">|</span>'
    r'|<a href="(?:term|source|page|outside):[^"<>&]*">'
)


@given(SPANS)
def test_only_our_own_tags_are_left(spans: tuple[Span, ...]) -> None:
    left = TAG.sub("", styled(spans))
    assert "<" not in left
    assert ">" not in left
    assert '"' not in left
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;|nbsp;|#x27;)", left)


@given(SPANS)
def test_bare_words_are_those_of_plain_text(spans: tuple[Span, ...]) -> None:
    assert bare(styled(spans)) == plain(spans)


def test_what_is_raised_or_crossed_out_makes_no_other_number() -> None:
    spans = (Text("10"), Superscript("9"), Struck((Text("5"),)), Text(" in ১০"), Superscript("৯"))
    assert bare(styled(spans)) == plain(spans) == "10⁹ in ১০^(৯)"


@given(NASTY)
def test_the_words_themselves_are_kept(words: str) -> None:
    drawn = styled((Text(words),))
    assert unescape(drawn) == unescape(styled((Code(words),)))[3:-4]
    drawn = drawn.replace('<span class="number">', "").replace("</span>", "")
    assert re.sub(r"&(amp|lt|gt|quot|nbsp|#x27);", _one, drawn) == words
    assert plain((Text(words),)) == words


NUMBER = re.compile(r'<span class="number">(.*?)</span>')


@pytest.mark.parametrize(
    "number", ["00000 000000", "020 7946 0018", "(030) 901820", "+880 1700-000000", "0800 111"]
)
def test_a_number_that_somebody_copies_is_marked_whole(number: str) -> None:
    drawn = styled((Text("Ring "), Strong((Text(number),)), Text(f", or {number}.")))
    assert NUMBER.findall(drawn) == [number, number]
    assert NUMBER.findall(to_dial(f"Call us: {number}")) == [number]
    assert bare(drawn) == f"Ring {number}, or {number}."


@pytest.mark.parametrize(
    "words", ["50 women in 100", "3,927 men", "10.1111/bjd.100200", "x100200", "at 10 or 20"]
)
def test_a_number_that_is_only_read_is_not(words: str) -> None:
    assert styled((Text(words),)) == words


@pytest.mark.parametrize("count", ["(18 of 26)", "(২৬ জনে ১৮ জন)", "(1 in 4 of 8)", "(3 von 9)"])
def test_no_line_ends_within_a_count(count: str) -> None:
    drawn = counted(styled((Text("had pain, or "), Strong((Text(count),)), Text(f" {count}"))))
    assert drawn.count(count.replace(" ", "&nbsp;")) == 2
    assert unescape(bare(drawn)).replace("\xa0", " ") == f"had pain, or {count} {count}"


@pytest.mark.parametrize(
    "words", ["(in 2020 or later)", "(50 women, most of them older than 60)", "(no numbers)", "(7)"]
)
def test_other_brackets_may_break(words: str) -> None:
    assert counted(words) == words


@pytest.mark.parametrize("number", ["000", "108", "110"])
def test_any_number_to_call_is_marked(number: str) -> None:
    assert NUMBER.findall(to_dial(f"Call {number} & wait")) == [number]
    assert bare(to_dial(f"Call {number} & wait")) == f"Call {number} & wait"


def test_a_number_that_was_found_in_part_is_marked_whole() -> None:
    drawn = marked("Call 01234 500000 now", ((0, 7), (12, 21)))
    assert NUMBER.findall(drawn) == ["01", "234 5", "00000"]
    assert drawn.startswith('<b><u>Call <span class="number">01</span></u></b><span')


def _one(found: re.Match[str]) -> str:
    letters = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "#x27": "'", "nbsp": "\xa0"}
    return letters[found[1]]


LINE = some.text(some.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=40)


@given(LINE, LINE, LINE)
def test_a_word_is_explained_by_what_its_link_says(text: str, term: str, meaning: str) -> None:
    address = _address(styled((Term(text, term, meaning),)))
    assert link_target(address) == ("term", (term, meaning))


@given(LINE, LINE)
def test_a_link_leads_to_the_page_and_section_it_names(page: str, section: str) -> None:
    address = _address(styled((PageLink((Text("x"),), page, section),)))
    assert link_target(address) == ("page", (page, section))


@given(LINE)
def test_an_outside_address_comes_back_as_it_was(outside: str) -> None:
    address = _address(styled((OutsideLink((Text("x"),), outside),)))
    assert link_target(address) == ("outside", (outside,))


def test_a_footnote_leads_to_its_number_and_stays_with_its_word() -> None:
    mark = styled((Text("word"), Footnote(7)))
    assert link_target(_address(mark)) == ("source", ("7",))
    assert mark.startswith(f"word{NO_BREAK}<a")
    assert "[7]" in mark


def test_a_footnote_is_joined_to_a_danda_and_to_nothing_else() -> None:
    for before in (Text("ক।"), Strong((Text("ক।"),)), Emphasis((Strong((Text("ক॥"),)),))):
        assert f"{JOINER}{NO_BREAK}" in styled((before, Footnote(1)))
    for other in (Text("word."), Text("ক। ")):
        assert JOINER not in styled((other, Footnote(1)))
    assert styled((Text("ক।"), Footnote(1), Footnote(2))).count(JOINER) == 1


def test_names_that_are_read_aloud_leave_footnotes_out() -> None:
    spans = (
        Strong((Text("a"),)), Footnote(1), LineBreak(), Emphasis((Code("b"),)), Term("c", "C", "m"),
        PageLink((Text("d"),), "", ""), OutsideLink((Text("e"),), "x"),
    )  # fmt: skip
    assert plain(spans) == "a bcde"


def _address(words: str) -> str:
    found = re.search(r'<a href="([^"]*)">', words)
    assert found
    return found[1]


def test_what_is_raised_or_lowered_is_so_in_rich_text() -> None:
    spans = (Text("10"), Superscript("<৯>"), Subscript("a&b"))
    assert styled(spans) == "10<sup>&lt;৯&gt;</sup><sub>a&amp;b</sub>"


def test_without_links_their_words_stay_and_the_marks_of_sources_go() -> None:
    link = PageLink((Text("a "), Strong((Text("b"),))), "x", "")
    spans = (link, Superscript("c"), Footnote(1), OutsideLink((Text("d"),), "https://e.org"))
    assert unlinked(styled(spans)) == "a <b>b</b><sup>c</sup>d"


def test_what_was_found_stands_out_with_the_signs_on_its_last_letter() -> None:
    assert marked("a <b> & c", ((2, 5),)) == "a <b><u>&lt;b&gt;</u></b> &amp; c"
    assert marked("গর্ভাবস্থা", ((0, 4),)) == "<b><u>গর্ভা</u></b>বস্থা"
    assert marked("abc", ((0, 2), (1, 3), (9, 12))) == "<b><u>ab</u></b>c"


@given(WORDS, some.lists(some.tuples(some.integers(0, 40), some.integers(0, 40))))
def test_marking_changes_no_word(text: str, ranges: list[tuple[int, int]]) -> None:
    said = marked(text, ranges).replace("&nbsp;", "\N{NO-BREAK SPACE}")
    assert unescape(re.sub(r"</?[bu]>|</?span[^>]*>", "", said)) == text
