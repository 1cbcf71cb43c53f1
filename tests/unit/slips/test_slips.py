"""A slip in front matter or pack.toml is told with its line and the line to write.

The remedy is carried out here as its words say, and then the text must be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.markdown.frontmatter import Front, split
from kiosk.pack import packfile, packfile_loader
from kiosk.page.error import ContentError
from kiosk.page.review import Review
from kiosk.page.source import SourceText
from kiosk.slips import front_values, pack_slips

FRONT = """\
---
title: Risks
tab: Risks
lead: A lead.
layout: page
review:
  status: reviewed
  author: A B
  reviewer: C D
  reviewed: 2026-01-02
  next_review: 2027-01-02
---

Text.
"""
PACK = """\
title = "Title"
clinic = {en = "Clinic", bn = "ক্লিনিক"}
emergency_number = "999"
front_desk = "tell us"
languages = ["en", "bn"]
hide_overdue = false

# The tabs.
[[tabs]]
page = "home"
icon = "info"

[[tabs]]
page = "risks"
icon = "warning"

[[rest]]
line = {en = "One line", bn = "এক"}
figure = "figures/a.svg"
page = "home"
"""
NOT_OURS = re.compile(
    r"scalar|\bblock|mapping|token|sequence|anchor|alias|\btags?\b|directive|\bflow\b|expected"
    r"|found character|Invalid|column|\bstr\b|\bint\b|object|TOML\b(?<!pack\.toml)|YAML",
)
COUNTS = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4}


def carried_out(error: ContentError, text: str) -> str:
    """Do to a text what the remedy says, letter by letter."""
    lines, remedy = text.split("\n"), error.remedy
    at = error.line - 1
    if match := re.match(r"Move this line up, above line (\d+)", remedy):
        lines.insert(int(match[1]) - 1, lines.pop(at))
    elif match := re.match(r"Take (?:this line|one of the two lines|it) out", remedy):
        del lines[at]
    elif match := re.match(r"Take lines (\d+) to (\d+) out", remedy):
        del lines[int(match[1]) - 1 : int(match[2])]
    else:
        match = re.match(
            r"Write (?P<new>.*?) (?:in its place|in place of lines (?P<first>\d+) to (?P<last>\d+)"
            r"|on a line of its own (?P<side>below|above) this one)"
            r"(?:, with (?P<count>\w+) spaces? before it)?(?:;|$)",
            remedy,
        )
        assert match, remedy
        margin = " " * COUNTS[match["count"] or "no"]
        new = [margin + line for line in match["new"].split(", and on the next line ")]
        first = int(match["first"] or error.line) - 1
        last = int(match["last"] or error.line)
        if match["side"]:
            first = last = error.line if match["side"] == "below" else error.line - 1
        lines[first:last] = new
    return "\n".join(lines)


def mended(text: str, read: Callable[[str], object], line: int, steps: int = 1) -> None:
    """Read a text with a slip, and mend all that is told, in as many readings as it may take."""
    for step in range(steps):
        error = told(read, text)
        if error is None:
            assert step, "there is nothing to mend"
            break
        assert step or line in [each.line for each in error.each()], error
        # From below, so that the lines above keep their numbers; a line that moves others waits.
        still = [each for each in error.each() if not each.remedy.startswith("Move")]
        for each in (still or error.each())[::-1]:
            assert not NOT_OURS.search(each.problem), each
            text = carried_out(each, text)
    read(text)


def all_mended(text: str, read: Callable[[str], object]) -> str:
    error = told(read, text)
    assert error
    for each in error.each()[::-1]:
        text = carried_out(each, text)
    read(text)
    return text


def told(read: Callable[[str], object], text: str) -> ContentError | None:
    try:
        read(text)
    except ContentError as error:
        return error
    return None


def read_front(text: str) -> Front:
    return split(SourceText.of(text, "en/x.md"))[0]


def load_pack_file(folder: Path, text: str) -> None:
    (folder / packfile.NAME).write_text(text, "utf-8")
    if faults := packfile_loader.load(folder)[2]:
        raise ContentError.together(faults)


def put(text: str, line: int, new: str) -> str:
    lines = text.split("\n")
    lines[line - 1] = new
    return "\n".join(lines)


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


def test_what_is_mended_says_what_was_meant(tmp_path: Path) -> None:
    for new in (
        "title - Risks",
        "title | Risks",
        "**title:** Risks",
        "title: Risks, tab: Risks",
        "title. Risks",
    ):
        text = put(FRONT, 2, new).replace("tab: Risks\nlead", "lead")
        assert read_front(all_mended(text, read_front)).title == "Risks"
    text = FRONT.replace("A lead.", "A lead.\nRemember: it has two lines.")
    assert read_front(all_mended(text, read_front)).lead == "A lead. Remember: it has two lines."
    assert read_front(text.replace("Remember: it has two lines.", "# Two lines.")).lead == "A lead."

    def read(text: str) -> None:
        load_pack_file(tmp_path, text)

    fields = packfile_loader.load
    for new in ('front_desk – "here, or there"', 'front_desk = ["here", "or there"]'):
        all_mended(put(PACK, 4, new), read)
        assert str(fields(tmp_path)[0]).count("front_desk='here, or there'") == 1
    all_mended(put(PACK, 4, 'front_desk = "tell\nus now"'), read)
    assert str(fields(tmp_path)[0]).count("front_desk='tell us now'") == 1
    tabs = PACK.partition("# The tabs")[0] + "tabs = home, risks\n"
    all_mended(tabs, read)
    pack, _, faults = fields(tmp_path)
    assert pack
    assert not faults
    assert [tab.page for tab in pack.tabs] == ["home", "risks"]


def test_names_below_a_list_of_rules_that_are_off_are_moved_above_it(tmp_path: Path) -> None:
    text = '[check.off]\nheading-order = "Ours."\n' + PACK
    error = told(lambda text: load_pack_file(tmp_path, text), text)
    assert error
    assert {each.remedy for each in error.each()} == {"Move this line up, above line 1"}
    assert [each.line for each in error.each()] == [3, 4, 5, 6, 7, 8]


def test_an_empty_pack_toml_is_told_by_what_it_lacks(tmp_path: Path) -> None:
    mended("", lambda text: load_pack_file(tmp_path, text), 1)


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


def test_the_names_of_front_matter_and_pack_toml_are_those_of_their_fields() -> None:
    assert set(front_values.PAGE_NAMES) == set(Front.__struct_fields__)
    assert set(front_values.REVIEW_NAMES) == set(Review.__struct_fields__)
    assert set(pack_slips.TOP_NAMES) == set(packfile.PackFile.__struct_fields__)
    inner = {"tabs": packfile.Tab, "rest": packfile.RestCard, "check": packfile.Check}
    for name, fields in inner.items():
        assert set(pack_slips.INNER_NAMES[name]) == set(fields.__struct_fields__)


FAULTY_PACK = [
    *(
        (1, line)
        for line in (
            "title = Title", 'title = "Title', 'title = Title"', "title = “Title”",
            "title = 'It's'", 'title = "a "b" c"', "title = \"Title'", 'title: "Title"',
            'title "Title"', 'title == "Title"', 'Title = "Title"', 'titel = "Title"', "title =",
            'title = "Title",', "title = 7", "title = true", "title = Title # mine",
            'title = "C:\\dir"', 'title\u00a0= "Title"', '\u00a0title = "Title"', "title: Title",
        )
    ),
    *(
        (2, f"clinic = {value}")
        for value in (
            '{en = "A" bn = "B"}', '{en = "A", bn = "B",}', '{en: "A", bn: "B"}',
            '{en = "A", bn = "B"', 'en = "A", bn = "B"}', "{en = A, bn = B}",
            "{en = “A”, bn = “B”}", '[en = "A", bn = "B"]', '{en = "A"; bn = "B"}',
            '{en = "A, bn = "B"}',
        )
    ),
    *((3, f"emergency_number = {value}") for value in ("999", "0800 123", "+44 1", "07:30")),
    (3, 'emergency number = "999"'),
    *(
        (5, f"languages = {value}")
        for value in (
            '["en" "bn"]', '["en", "bn"', '"en", "bn"]', "en, bn", "[en, bn]", '["en"; "bn"]',
            '"en, bn"', "[“en”, “bn”]", '["en", "bn"]]',
        )
    ),
    *((6, f"hide_overdue = {value}") for value in ("True", '"true"', "yes", "FALSE", "1")),
    (6, "extras = glossary"), (6, 'extras = ["glossary.md"]'), (6, "// note"), (6, "words"),
    (6, 'title = "again"'), (6, 'about = "en/about.md"'), (6, 'colour = "red"'),
    *((9, head) for head in ("[tabs]", "[[tabs]", "[tabs]]", "[[tab]]", "[[Tabs]]", "tabs:")),
    (13, "[tabs]"), (10, 'page = "home.md"'), (10, "page = home"), (10, 'pgae = "home"'),
    (10, 'page = "home", icon = "info"'), (10, '– page = "home"'),
    (10, '• page = "home"'), (11, 'icon = "info.svg"'), (11, 'ikon = "info"'),
    (10, 'about = "about"'), (19, 'figure = "figures\\a.svg"'), (19, 'figure = "figures\\new.svg"'),
    (4, 'front_desk = "tell\nus"'), (4, 'front_desk = “tell\nus now”'),
    (2, 'clinic = {\n  en = "A",\n  bn = "B",\n}'), (5, 'languages = [\n  "en"\n  "bn"\n]'),
    (5, "languages:\n  - en\n  - bn"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "new"), FAULTY_PACK)
def test_a_slip_in_pack_toml_is_told_with_the_line_to_write(
    tmp_path: Path, line: int, new: str
) -> None:
    def read(text: str) -> None:
        load_pack_file(tmp_path, text)

    read(PACK)
    mended(put(PACK, line, new), read, line, steps=2 if new.startswith("about") else 1)


def test_a_name_given_twice_in_pack_toml_is_told_with_both_lines(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="in line 1 and in line 6"):
        load_pack_file(tmp_path, put(PACK, 6, 'title = "again"'))


FRONT_FAULTS = {
    2: "title: Risks: all", 3: "tab; Risks", 5: "layout: FAQs", 7: "\tstatus: Reviewed",
    9: "  reveiwer: C D", 10: "  reviewed: 2.1.2026", 11: "  next_review: soon",
}  # fmt: skip
PACK_FAULTS = {
    1: "title = Title", 2: "clinic = {en: “Clinic”, bn: “ক্লিনিক”}", 3: "emergency number = 999",
    5: 'languages = ["en" "bn"]', 6: "hide_overdue = yes", 9: "[tabs]", 10: 'pgae = "home.md"',
    11: "icon = info", 19: 'figure = "figures\\new.svg"', 20: "page: home",
}  # fmt: skip


def test_every_fault_of_front_matter_is_told_at_once_with_the_line_to_write() -> None:
    text = FRONT
    for line, new in FRONT_FAULTS.items():
        text = put(text, line, new)
    error = told(read_front, text)
    assert error
    assert [each.line for each in error.each()] == [*FRONT_FAULTS]
    mended(text, read_front, 2)


def test_every_fault_of_pack_toml_is_told_at_once_with_the_line_to_write(tmp_path: Path) -> None:
    text = PACK
    for line, new in PACK_FAULTS.items():
        text = put(text, line, new)
    error = told(lambda text: load_pack_file(tmp_path, text), text)
    assert error
    assert [each.line for each in error.each()] == [*PACK_FAULTS]
    mended(text, lambda text: load_pack_file(tmp_path, text), 1)


PAIRS = [
    ({1: "—", 2: "title: What: a #b"}, FRONT),
    ({7: "  status; reviewed", 8: "  author A"}, FRONT),
    ({6: "hide_overdue = yes", 10: 'page = "home", icon = "info"'}, PACK),
    ({6: 'about = "en/about.md"', 10: 'page = "home", icon = "info"'}, PACK),
]


@pytest.mark.parametrize(("faults", "text"), PAIRS)
def test_a_fault_beside_another_is_mended_as_it_is_alone(
    tmp_path: Path, faults: dict[int, str], text: str
) -> None:
    for line, new in faults.items():
        text = put(text, line, new)
    read = read_front if text.startswith(("-", "—")) else lambda it: load_pack_file(tmp_path, it)
    error = told(read, text)
    assert error
    assert {each.line for each in error.each()} >= faults.keys()
    all_mended(text, read)


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


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ('লবণজল = "স্যালাইন"', '"লবণজল" = "স্যালাইন"'),
        ("চিকিৎসক দেখান = ডাক্তার দেখান", '"চিকিৎসক দেখান" = "ডাক্তার দেখান"'),
        ("“চিকিৎসক” = “ডাক্তার”", '"চিকিৎসক" = "ডাক্তার"'),
        ('"চিকিৎসক": "ডাক্তার"', '"চিকিৎসক" = "ডাক্তার"'),
        ('"চিকিৎসক" -> "ডাক্তার"', '"চিকিৎসক" = "ডাক্তার"'),
        ('"চিকিৎসক" "ডাক্তার"', '"চিকিৎসক" = "ডাক্তার"'),
        ('"চিকিৎসক" = "ডাক্তার",', '"চিকিৎসক" = "ডাক্তার"'),
    ],
)
@pytest.mark.parametrize("table", ["check.instead.bn", "search.bn"])
def test_a_slip_in_pairs_of_words_is_told_with_the_line_to_write(
    tmp_path: Path, table: str, slip: str, mended: str
) -> None:
    text = f'{PACK}\n[{table}]\n"ক" = "খ"\n{slip}\n"গ" = "ঘ"\n'
    text = all_mended(text, lambda text: load_pack_file(tmp_path, text))
    assert text.endswith(f'"ক" = "খ"\n{mended}\n"গ" = "ঘ"\n')


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ('[check.instead]\nbn = {"ক": "খ"}', '[check.instead]\nbn = {"ক" = "খ"}'),
        (
            '[check.instead]\nbn = {"ক" = "খ" "গ" = "ঘ"}',
            '[check.instead]\nbn = {"ক" = "খ", "গ" = "ঘ"}',
        ),
        ("[check.instead]\nbn = {“ক” = “খ”}", '[check.instead]\nbn = {"ক" = "খ"}'),
        (
            '[check.instead]\nbn = {\n  "কি" = "খ",\n  "গ": "ঘ",\n}',
            '[check.instead]\n[check.instead.bn]\n"কি" = "খ"\n"গ" = "ঘ"',
        ),
        ('[check.insted.bn]\n"ক" = "খ"', '[check.instead.bn]\n"ক" = "খ"'),
        ('[check.insted]\nbn = {"ক" = "খ"}', '[check.instead]\nbn = {"ক" = "খ"}'),
        ('[search.en.x]\njab = "injection"', '[search.en]\njab = "injection"'),
        ("[serch.en]\njab: injection", '[search.en]\n"jab" = "injection"'),
        ("[search.en]\njab = hair loss, scalp", '[search.en]\n"jab" = "hair loss, scalp"'),
        ('[search]\nen = {"a": "b"}', '[search]\nen = {"a" = "b"}'),
        ('[search]\nen = {\n  a = "b",\n}', '[search]\n[search.en]\n"a" = "b"'),
    ],
)
def test_a_slip_in_a_list_of_pairs_is_mended(tmp_path: Path, slip: str, mended: str) -> None:
    text = all_mended(f"{PACK}\n{slip}\n", lambda text: load_pack_file(tmp_path, text))
    assert text == f"{PACK}\n{mended}\n"


@pytest.mark.parametrize(
    ("own", "name"),
    [
        ('[check.instead.bn]\n"ক" = ["খ"]', "'ক'"),
        ('[check.instead]\nbn = "ক"', "'bn'"),
        ('[search.en]\njab = ["b"]', "'jab'"),
        ('[search]\njab = "injection"', "'jab'"),
        ("[details]\nprice = []", "'price'"),
        ("[details]\nprice = {en = []}", "'price'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_by_its_own_name(
    tmp_path: Path, own: str, name: str
) -> None:
    error = told(lambda text: load_pack_file(tmp_path, text), f"{PACK}\n{own}")
    assert error
    assert error.line == PACK.count("\n") + 3
    assert name in error.problem


@pytest.mark.parametrize(
    ("own", "remedy"),
    [
        ('[search]\njab = "injection"', "[search.en]"),
        ('[said]\nminoxidil = "min-oxy-dill"', "[said.en]"),
        ('[search.en]\njab = ["a", "b"]', '"one, another"'),
        ('[search.en]\n"a" = "b"\n[search.en.x]\njab = "injection"', "no table of their own"),
    ],
)
def test_a_list_of_words_that_cannot_be_used_is_told_with_what_to_write(
    tmp_path: Path, own: str, remedy: str
) -> None:
    error = told(lambda text: load_pack_file(tmp_path, text), f"{PACK}\n{own}")
    assert error
    assert remedy in error.remedy
