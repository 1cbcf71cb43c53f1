"""A slip in pack.toml is told with its line and the line to write; done so, it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.page.error import ContentError
from tests.unit.slips.mending import PACK, all_mended, load_pack_file, mended, put, told


def test_names_below_a_list_of_rules_that_are_off_are_moved_above_it(tmp_path: Path) -> None:
    text = '[check.off]\nheading-order = "Ours."\n' + PACK
    error = told(lambda text: load_pack_file(tmp_path, text), text)
    assert error
    assert {each.remedy for each in error.each()} == {"Move this line up, above line 1"}
    assert [each.line for each in error.each()] == [3, 4, 5, 6, 7, 8]


def test_an_empty_pack_toml_is_told_by_what_it_lacks(tmp_path: Path) -> None:
    mended("", lambda text: load_pack_file(tmp_path, text), 1)


PACK_4 = PACK.split("\n")[3]

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


PACK_FAULTS = {
    1: "title = Title", 2: "clinic = {en: “Clinic”, bn: “ক্লিনিক”}", 3: "emergency number = 999",
    5: 'languages = ["en" "bn"]', 6: "hide_overdue = yes", 9: "[tabs]", 10: 'pgae = "home.md"',
    11: "icon = info", 19: 'figure = "figures\\new.svg"', 20: "page: home",
}  # fmt: skip


def test_every_fault_of_pack_toml_is_told_at_once_with_the_line_to_write(tmp_path: Path) -> None:
    text = PACK
    for line, new in PACK_FAULTS.items():
        text = put(text, line, new)
    error = told(lambda text: load_pack_file(tmp_path, text), text)
    assert error
    assert [each.line for each in error.each()] == [*PACK_FAULTS]
    mended(text, lambda text: load_pack_file(tmp_path, text), 1)


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


@pytest.mark.parametrize("slip", ['tel = "020"', 'fax = "020"', 'txt = "Words"'])
def test_a_short_name_that_is_not_ours_is_no_language(tmp_path: Path, slip: str) -> None:
    error = told(lambda text: load_pack_file(tmp_path, text), put(PACK, 4, f"{slip}\n{PACK_4}"))
    assert error
    (one,) = error.each()
    assert one.line == 4
    assert slip[:3] in one.problem


@pytest.mark.parametrize("table", ["contact", "prices", "colours"])
def test_a_table_that_is_not_ours_is_not_taken_for_the_one_above(
    tmp_path: Path, table: str
) -> None:
    text = f'{PACK}\n[{table}]\nemail = "x"\n'
    error = told(lambda text: load_pack_file(tmp_path, text), text)
    assert error
    head, line = error.each()
    assert (head.line, line.line) == (22, 23)
    assert head.problem == f"nothing here is called '{table}'"
    assert "'email'" in line.problem


@pytest.mark.parametrize(
    ("line", "new"),
    [
        (1, r'title = "Hair\u001b]0;x\u0007"'),
        (2, r'clinic = {en = "A", bn = "B\u0000"}'),
        (18, r'line = {en = "One\u007f line", bn = "এক"}'),
    ],
)
def test_an_escape_that_makes_a_control_character_is_told(
    tmp_path: Path, line: int, new: str
) -> None:
    error = told(lambda text: load_pack_file(tmp_path, text), put(PACK, line, new))
    assert error
    (one,) = error.each()
    assert one.line == line
    assert "control character" in one.problem
    load_pack_file(tmp_path, put(PACK, 4, r'front_desk = "tell\tus"'))
