"""Markdown becomes the blocks that its author meant."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from kiosk.markdown.parse import parse_page
from kiosk.page.blocks import (
    Block,
    Callout,
    Code,
    Definition,
    DefinitionList,
    Emphasis,
    Evidence,
    Figure,
    Footnote,
    Heading,
    LineBreak,
    List,
    OutsideLink,
    Page,
    PageLink,
    Paragraph,
    People,
    Question,
    Rule,
    Sources,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Table,
    Term,
    Text,
    Timeline,
    Tone,
)
from kiosk.page.terms import glossary, plain
from tests.fuzz.marks import FRONT

FACTS = {"clinic": "C", "emergency_number": "999"}
FAQ = FRONT.replace("title: T", "title: T\nlayout: faq")


def parse(
    body: str,
    *,
    front: str = FRONT,
    name: str = "x",
    terms: Mapping[str, Term] | None = None,
    facts: Mapping[str, str] = FACTS,
) -> Page:
    return parse_page(
        front + body, name=name, language="en", file="x.md", terms=terms or {}, facts=facts
    )


def only(body: str, facts: Mapping[str, str] = FACTS) -> Block:
    (block,) = parse(body, facts=facts).blocks
    return block


def words(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def touched(page: Page) -> list[str]:
    """Give the words of the terms in the page's paragraphs."""
    found = []
    for block in page.blocks:
        for inner in block.blocks if isinstance(block, Question) else (block,):
            if isinstance(inner, Paragraph):
                found += [span.text for span in inner.spans if isinstance(span, Term)]
    return found


def terms_of(*forms: str, headword: str = "") -> dict[str, Term]:
    return {form: Term(form, headword or form, "meaning") for form in forms}


def test_white_space_within_a_paragraph_is_one_space() -> None:
    assert only("one\n two\t three") == words("one two three")


def test_a_forced_line_break_leaves_no_space_around_it() -> None:
    assert only("one  \ntwo") == Paragraph((Text("one"), LineBreak(), Text("two")))


def test_a_rule_inside_the_page_does_not_end_the_front_matter() -> None:
    assert parse("a\n\n---\n\nb").blocks == (words("a"), Rule(), words("b"))


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = FRONT + "## A\n\n- b\n- c\n"
    one = parse_page(text, name="x", language="en", file="x", terms={}, facts={})
    other = "\ufeff" + text.replace("\n", "\r\n")
    assert parse_page(other, name="x", language="en", file="x", terms={}, facts={}) == one


def test_tab_is_the_title_when_it_is_not_given() -> None:
    assert parse("x").tab == "T"


def test_the_lead_is_read_as_a_line_of_markdown() -> None:
    front = FRONT.replace("title: T", 'title: T\nlead: "**Call** {{ emergency_number }}"')
    assert parse("x", front=front).lead == (Strong((Text("Call"),)), Text(" 999"))


@pytest.mark.parametrize(("marks", "level"), [("#", 2), ("##", 2), ("###", 3), ("######", 4)])
def test_headings_go_from_two_to_four(marks: str, level: int) -> None:
    assert only(f"{marks} Ask us") == Heading(level, (Text("Ask us"),), "ask-us")


def test_anchors_are_unique_and_keep_every_script() -> None:
    page = parse("## কী হয়?\n\n## A\n\n## A\n\n## A-2\n\n## B {#a}\n\n## ?!")
    anchors = [block.anchor for block in page.blocks if isinstance(block, Heading)]
    assert len(set(anchors)) == len(anchors) == 6
    assert anchors[:2] == ["কী-হয়", "a"]
    assert anchors[-1] == "section"


def test_a_numbered_list_keeps_its_first_number() -> None:
    block = only("3. a\n4. b")
    assert isinstance(block, List)
    assert (block.start, len(block.items)) == (3, 2)


def test_six_levels_of_lists_are_read() -> None:
    block = only("".join("    " * level + f"- {level}\n" for level in range(6)))
    for _ in range(5):
        assert isinstance(block, List)
        block = block.items[0].blocks[-1]
    assert isinstance(block, List)


def test_a_table_row_is_as_long_as_its_header() -> None:
    block = only("a | b\n--|--\n1\n1 | 2\n")
    assert isinstance(block, Table)
    assert {len(row) for row in block.rows} == {2}


@pytest.mark.parametrize("tone", list(Tone))
def test_a_callout_has_its_tone_and_no_title_made_up_for_it(tone: Tone) -> None:
    assert only(f"!!! {tone.value}\n    x") == Callout(tone, "", (words("x"),))


def test_a_box_may_stand_in_a_list() -> None:
    block = only("- a\n\n    !!! note\n        b\n")
    assert isinstance(block, List)
    assert isinstance(block.items[0].blocks[-1], Callout)


def test_people_take_their_badge_from_the_evidence_inside() -> None:
    block = only("!!! people\n    - 69: **yes**\n    - ০: no\n\n    !!! evidence high\n        S\n")
    assert isinstance(block, People)
    assert [group.count for group in block.groups] == [69, 0]
    assert isinstance(block.evidence, Evidence)


def test_a_moment_ends_at_its_first_colon_and_may_be_a_gate() -> None:
    block = only("!!! timeline\n    - **Week 0:** First: a\n    - ? Month 3: On?\n    - 9:30: In\n")
    assert isinstance(block, Timeline)
    assert [(m.when, plain(m.spans), m.gate) for m in block.moments] == [
        ("Week 0", "First: a", False),
        ("Month 3", "On?", True),
        ("9:30", "In", False),
    ]


def test_pictures_are_listed_once_in_their_order() -> None:
    page = parse("![b](b.svg)\n\n![a](a.svg 'c')\n\n![b](b.svg)")
    assert page.pictures == ("b.svg", "a.svg")
    assert page.blocks[1] == Figure("a.svg", "a", (Text("c"),))


@pytest.mark.parametrize(
    ("target", "page", "section"),
    [("x.md", "x", ""), ("./x.md#s", "x", "s"), ("#s", "", "s"), ("x.md#%E0%A6%95", "x", "ক")],
)
def test_a_link_into_the_pack_names_page_and_section(target: str, page: str, section: str) -> None:
    assert only(f"[a]({target})") == Paragraph((PageLink((Text("a"),), page, section),))


@pytest.mark.parametrize("address", ["https://e.org/a?b=c", "mailto:a@e.org", "tel:123"])
def test_a_link_to_the_outside_keeps_its_address(address: str) -> None:
    assert only(f"[a]({address})") == Paragraph((OutsideLink((Text("a"),), address),))


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "file:///etc/x",
        "data:text/html,x", "//e.org/x", "../x.md", "/etc/passwd", "a/b.md", "x.html", "ftp://e.org",
        "https://", "http://[", "vbscript:x", "x.md?a",
    ],
)  # fmt: skip
def test_any_other_link_is_plain_words(target: str) -> None:
    assert only(f"[a]({target})") == words("a")


def test_sources_are_numbered_in_order_of_first_use() -> None:
    page = parse("a[^two] b[^one] c[^two]\n\n[^one]: One[^three].\n[^two]: Two.\n[^three]: 3.\n")
    marks = [span for span in page.blocks[0].spans if isinstance(span, Footnote)]  # type: ignore[union-attr]
    assert [mark.number for mark in marks] == [1, 2, 1]
    sources = page.blocks[-1]
    assert isinstance(sources, Sources)
    assert [plain(entry.spans) for entry in sources.entries] == ["Two.", "One.", "3."]


def test_a_source_that_nothing_leads_to_is_left_out() -> None:
    assert parse("a\n\n[^one]: One.").blocks == (words("a"),)


@pytest.mark.parametrize(
    "value", ["*a* _b_ [c](d)", "<b>x</b>", "a|b", "`c`", '"', "{{ x }}", "\\"]
)
def test_a_fact_is_never_read_as_markdown(value: str) -> None:
    facts = {"clinic": value}
    assert only("x {{ clinic }} y", facts) == words(f"x {value} y")
    assert only("`{{clinic}}`", facts) == Paragraph((Code(value),))
    assert only('!!! note "{{ clinic }}"\n    x', facts) == Callout(Tone.NOTE, value, (words("x"),))
    table = only("a|b\n-|-\n{{ clinic }}|c", facts)
    assert isinstance(table, Table)
    assert table.rows[0][0].spans == (Text(value),)


def test_a_fact_may_stand_in_the_title() -> None:
    front = FRONT.replace("title: T", "title: At {{ clinic }}")
    assert parse("x", front=front, facts={"clinic": "*C*"}).title == "At *C*"


@pytest.mark.parametrize(
    "html",
    [
        "<script>secret</script>", "<style>secret</style>", "<iframe>secret</iframe>",
        "<!-- secret -->", "<svg><script>secret</script></svg>", "<p onclick='secret'></p>",
        "<b style='secret'></b>", "<object data='secret'>secret</object>",
        "<textarea>secret</textarea>", "<a href='javascript:secret'></a>",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "body", ["a {} b", "a\n\n{}\n\nb", "- a\n\n    {}\n- b", "| a {} |\n|---|\n|b|"]
)
def test_raw_html_never_reaches_a_block(html: str, body: str) -> None:
    assert "secret" not in repr(parse(body.format(html)))


@pytest.mark.parametrize(
    "html",
    [
        "<strong>a</strong>", "<h2>a</h2>", "<ul><li>a</li></ul>", "<p class=x>a", "</p>a<hr>",
        "<table><tr><td>a</td></tr></table>", "<img src=x.svg>a", "<a href='x.md'>a</a>",
        "<a class='footnote-ref' href='#fn:q'>a</a>", "<div class='admonition note'>a</div>",
        "<img src=https://e.org/x.png>a", "<b title='>'>a</b>",
    ],
)  # fmt: skip
def test_raw_html_is_words_and_never_an_element(html: str) -> None:
    assert parse(html).blocks == (words("a"),)
    assert parse(f"b {html}").blocks == (words("b a"),)
    assert parse(html).pictures == ()


@pytest.mark.parametrize("html", ["one<br>two", "<p>one</p><p>two</p>", "<td>one<td>two"])
def test_words_that_html_keeps_apart_stay_apart(html: str) -> None:
    spoken = [plain(block.spans) for block in parse(html).blocks if isinstance(block, Paragraph)]
    assert " ".join(spoken) == "one two"


def test_words_that_look_like_the_start_of_html_stay() -> None:
    assert only("a <b and 1 < 2, 3 > 2 -->") == words("a <b and 1 < 2, 3 > 2 -->")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A&B &amp; &copy; &#169; &#xA9;", "A&B & © © ©"),
        ("&amp;lt; &lt;b&gt; &copy", "&lt; <b> &copy"),
        (r"\*a\* \_ \\ \&", r"*a* _ \ &"),
    ],
)
def test_entities_and_escaped_signs_are_the_character_they_name(written: str, read: str) -> None:
    assert only(written) == words(read)


def test_code_is_kept_letter_by_letter() -> None:
    code = Paragraph((Code("<b> &amp; *c*"),))
    assert only("`<b> &amp; *c*`") == only("    <b> &amp; *c*") == code


def test_an_address_keeps_what_looks_like_an_entity() -> None:
    address = "https://e.org/?a=1&copy=2"
    assert only(f"<{address}>") == Paragraph((OutsideLink((Text(address),), address),))


def test_the_words_of_a_picture_hold_no_html() -> None:
    figure = only("![a <b>b</b> &lt; {{ clinic }}](x.svg 'c <i>d</i>')", {"clinic": "<C>"})
    assert figure == Figure("x.svg", "a b < <C>", (Text("c d"),))


def test_a_link_ends_where_another_one_starts() -> None:
    outside = OutsideLink((Text("https://e.org"),), "https://e.org")
    assert only("[a *b <https://e.org>* c](x.md)") == Paragraph(
        (
            PageLink((Text("a "),), "x", ""),
            Emphasis((Text("b "), outside)),
            PageLink((Text(" c"),), "x", ""),
        )
    )


def test_what_is_raised_or_lowered_never_runs_into_what_it_stands_at() -> None:
    for written in ("10^9^ H~2~O", "10<sup>9</sup> H<SUB>2</SUB>O"):
        assert only(written) == words("10⁹ H₂O")
    assert only("<div>10<sup>9</sup></div>") == words("10^9")


def test_what_unicode_has_no_raised_or_lowered_signs_for_is_a_span() -> None:
    assert only("১০^৯^ C~max~ 1<sup>st</sup>") == Paragraph(
        (
            *(Text("১০"), Superscript("৯"), Text(" C"), Subscript("max")),
            *(Text(" 1"), Superscript("st")),
        )
    )
    assert only("2<sup>3<sup>4</sup></sup> a<sup>b~c~</sup>") == Paragraph(
        (Text("2"), Superscript("3⁴"), Text(" a"), Superscript("b"), Superscript("_(c)"))
    )


def test_what_stands_raised_or_lowered_keeps_its_links_and_marks() -> None:
    page = parse("a<sup>[b](x.md)[^one]~~c~~ **9**</sup>\n\n[^one]: One.")
    assert page.blocks[0] == Paragraph(
        (
            Text("a"),
            PageLink((Superscript("b"),), "x", ""),
            Footnote(1),
            Struck((Superscript("c"),)),
            Text(" "),
            Strong((Text("⁹"),)),
        )
    )


def test_a_number_and_its_power_stand_isolated_among_words_from_the_right() -> None:
    assert only("في 10<sup>-6</sup> من 10^n^ هنا") == Paragraph(
        (
            Text("في \u206610⁻⁶\u2069 من \u206610"),
            Superscript("n"),
            Text("\u2069 هنا"),
        )
    )
    assert only("10<sup>-6</sup> of it") == words("10⁻⁶ of it")


def test_a_phone_number_typed_among_words_from_the_right_stands_isolated() -> None:
    numbers = "+44 20 7946 0000", "020 7946 0000", "(030) 9000-1200", "(030)90001200"
    for number in (*numbers, "+(880) 1711 000000", "+44 (0)20 7946 0000"):
        assert only(f"اتصل {number} الآن") == words(f"اتصل \u2066{number}\u2069 الآن")
        assert only(f"Call {number} now") == words(f"Call {number} now")
    # Brackets around the whole of it are not the number's.
    assert only("(020 7946 0000)، اتصل") == words("(\u2066020 7946 0000\u2069)، اتصل")
    for others in ("3 - 5", "2020-2024", "10.5", "(3) 5"):
        assert only(f"من {others} أيام") == words(f"من {others} أيام")


def test_what_is_crossed_out_is_seen_and_not_said() -> None:
    text = only("Do ~~not~~ <del>never</del> stop")
    assert isinstance(text, Paragraph)
    assert [span for span in text.spans if isinstance(span, Struck)] == [
        Struck((Text("not"),)),
        Struck((Text("never"),)),
    ]
    assert plain(text.spans) == "Do   stop"


@pytest.mark.parametrize(
    ("kind", "tone"),
    [("NOTE", Tone.NOTE), ("tip", Tone.TIP), ("WARNING", Tone.CAUTION), ("CAUTION", Tone.CAUTION)],
)
def test_githubs_boxes_are_boxes(kind: str, tone: Tone) -> None:
    assert only(f"> [!{kind}]\n> a\n>\n> b") == Callout(tone, "", (words("a"), words("b")))


def test_a_source_may_hold_a_list_and_a_table() -> None:
    text = "a[^b]\n\n[^b]: One\n\n    1. x\n    2. y\n\n    | c | d |\n    |---|---|\n    | e | f |"
    sources = parse(text).blocks[-1]
    assert isinstance(sources, Sources)
    assert [span.text for span in sources.entries[0].spans if isinstance(span, Text)] == [
        "One",
        "1. x",
        "2. y",
        "c; d",
        "e; f",
    ]


def test_a_word_may_have_several_forms_and_meanings() -> None:
    made = only("One\nTwo\n:   First.\n\n    More.\n:   Second.\nThree\n: Third.")
    assert made == DefinitionList(
        (
            Definition(
                ((Text("One"),), (Text("Two"),)),
                (words("First."), words("More."), words("Second.")),
            ),
            Definition(((Text("Three"),),), (words("Third."),)),
        )
    )


def test_an_underlined_heading_is_no_word_that_is_explained() -> None:
    heading, paragraph = parse("Word\n--\n: no meaning").blocks
    assert isinstance(heading, Heading)
    assert plain(heading.spans) == "Word"
    assert paragraph == words(": no meaning")


def test_words_explained_below_an_underlined_heading_begin_there() -> None:
    heading, explained = parse("Heading\n--\nWord\n: Meaning").blocks
    assert isinstance(heading, Heading)
    assert isinstance(explained, DefinitionList)
    assert [plain(term) for each in explained.entries for term in each.terms] == ["Word"]


def test_a_picture_within_a_sentence_stands_below_it() -> None:
    text, picture = parse("One **two ![three](four.svg)** five.").blocks
    assert text == Paragraph((Text("One "), Strong((Text("two "),)), Text(" five.")))
    assert isinstance(picture, Figure)
    assert (picture.source, picture.alternative) == ("four.svg", "three")


def test_on_a_faq_page_a_question_holds_all_up_to_the_next_heading() -> None:
    page = parse(
        "intro\n\n## S\n\nfirst\n\n### Q?\n\na\n\n- b\n\n### R?\n\nc\n\n## E\n\nd", front=FAQ
    )
    kinds = [type(block).__name__ for block in page.blocks]
    assert kinds == [
        "Paragraph", "Heading", "Paragraph", "Question", "Question", "Heading", "Paragraph",
    ]  # fmt: skip
    question = page.blocks[3]
    assert isinstance(question, Question)
    assert (plain(question.spans), question.anchor, len(question.blocks)) == ("Q?", "q", 2)


def test_only_the_first_occurrence_of_a_headword_can_be_touched() -> None:
    terms = terms_of("follicle", "follicles", headword="follicle")
    assert touched(parse("Follicles are. A follicle is.\n\nfollicle", terms=terms)) == ["Follicles"]


def test_in_a_faq_each_answer_counts_for_itself() -> None:
    page = parse(
        "### Q\n\nfollicle follicle\n\n### R\n\nfollicle", front=FAQ, terms=terms_of("follicle")
    )
    assert touched(page) == ["follicle", "follicle"]


def test_terms_are_whole_words_in_every_script() -> None:
    terms = terms_of("চুল", "hair", "hair cycle")
    assert touched(parse("চুলের chair hairy চুলা", terms=terms)) == []
    assert touched(parse("(চুল), hair cycle. Hair", terms=terms)) == ["চুল", "hair cycle", "Hair"]


def test_a_term_seen_before_shows_no_shorter_one_inside_it() -> None:
    terms = terms_of("hair cycle", "cycle")
    assert touched(parse("hair cycle, hair cycle, cycle", terms=terms)) == ["hair cycle", "cycle"]


def test_two_ways_to_encode_a_letter_are_one_word() -> None:
    assert touched(parse("সম\u09df", terms=terms_of("সম\u09af\u09bc"))) == ["সম\u09af\u09bc"]


def test_only_the_first_letter_may_change_its_case() -> None:
    assert touched(parse("Dht DHT dHT", terms=terms_of("DHT"))) == ["DHT"]


def test_headings_links_code_and_sources_hold_no_terms() -> None:
    body = "## hair\n\n[hair](x.md) `hair` [^a]\n\n[^a]: hair\n"
    assert "Term(" not in repr(parse(body, terms=terms_of("hair")))


def test_the_glossary_page_explains_nothing_in_itself() -> None:
    assert touched(parse("hair", name="glossary", terms=terms_of("hair"))) == []


def test_a_page_may_explain_a_word_for_itself() -> None:
    page = parse("DHT and DHT\n\n*[DHT]: A hormone of {{ clinic }}.\n")
    assert page.blocks == (Paragraph((Term("DHT", "DHT", "A hormone of C."), Text(" and DHT"))),)


def test_a_glossary_gives_each_way_to_write_a_term() -> None:
    found = glossary(parse("Follicle\nFollicles\n:   A *small* pocket.\n", name="glossary"))
    assert found == {
        "Follicle": Term("Follicle", "Follicle", "A small pocket."),
        "Follicles": Term("Follicles", "Follicle", "A small pocket."),
    }


def test_a_number_among_words_from_the_right_keeps_its_direction() -> None:
    facts = {"phone": "+44\u00a020\u00a079", "clinic": "عيادة"}
    inside = "\u2068+44\u00a020\u00a079\u2069"
    assert only("اتصل على {{ phone }} الآن", facts) == words(f"اتصل على {inside} الآن")
    link = only("[اتصل {{ phone }}](tel:{{ phone }})", facts)
    assert link == Paragraph((OutsideLink((Text(f"اتصل {inside}"),), "tel:+44 20 79"),))
    assert only("At {{ clinic }} call us", facts) == words("At \u2068عيادة\u2069 call us")
    assert only("Call {{ phone }} now", {"phone": "+44 20 79"}) == words("Call +44 20 79 now")
