"""What pack.toml says to patients: where its cards lead, and how their words are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.rules.pack_words import LONGEST
from tests.unit.check.rulebook import Rulebook

CARD = '[[rest]]\nline = {en = "A", de = "B"}\npage = "one#here"\n'


def test_a_card_leads_to_a_section_in_every_language(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "card-section")
    book.write({"en/one": "## Here {#here}\n\nx", "de/one": "## Hier {#hier}\n\nx"}, CARD)
    (found,) = book.findings()
    assert (found.file, found.spot.line) == ("pack.toml", 9)
    assert "'here', which is not in de/one.md" in found.problem
    assert "{#here}" in found.remedy
    book.write({"en/one": "## Here {#here}\n\nx", "de/one": "## Hier {#here}\n\nx"}, CARD)
    assert book.findings() == []


def test_a_card_without_words_in_a_language_is_told_where_they_are_missing(
    tmp_path: Path,
) -> None:
    book = Rulebook(tmp_path, "card-words")
    pages = {"en/one": "x", "de/one": "x"}
    book.write(pages, CARD)
    assert book.findings() == []
    book.write(pages, CARD + 'text = {en = "C"}\n')
    (found,) = book.findings()
    assert (found.file, found.spot.line) == ("pack.toml", 10)
    assert "'text' has no words for 'de'" in found.problem
    book.write(pages, '[[rest]]\nline = "A"\npage = "one"\n')
    assert book.findings() == [], "the same words in every language"


@pytest.mark.parametrize(
    ("page", "problem", "remedy"),
    [
        ("page##works", "'page##works' has more than one #", "page#works"),
        ("page#works#hurts", "has more than one #", "page#works"),
        ("page##", "no section stands behind the # of 'page##'", "page#help, or take the # out"),
        ("page#", "no section stands behind the # of 'page#'", "page#help, or take the # out"),
        ("page# ", "no section stands behind the #", "take the # out"),
        ("page# works", "'page# works' has a space behind the #", "no space: page#works"),
        ("page#Works", "the section 'Works', which is not in en/page.md", "Write page#works"),
        ("page#How it works", "which is not in en/page.md", "Write page#works"),
        ("page#how-is-it", "which is not in en/page.md", "the name {#how-is-it}"),
        ("page#How is it", "which is not in en/page.md", "the name {#How-is-it}"),
    ],
)
def test_a_slip_in_where_a_card_leads_is_told_with_what_to_write(
    tmp_path: Path, page: str, problem: str, remedy: str
) -> None:
    book = Rulebook(tmp_path, "card-section")
    card = f'[[rest]]\nline = "A"\npage = "{page}"'
    (found,) = book.finds("## How it works {#works}\n\nx", card)
    assert problem in found.problem
    assert remedy in found.remedy
    assert (found.file, found.spot.line) == ("pack.toml", 9)


@pytest.mark.parametrize("name", LONGEST)
def test_a_card_is_no_longer_than_can_be_read_from_across_the_room(
    tmp_path: Path, name: str
) -> None:
    book = Rulebook(tmp_path, "card-length")
    most = LONGEST[name]
    card = "[[rest]]\npage = 'page'\n" + ("" if name == "line" else "line = 'A'\n")
    assert not book.finds("x", f"{card}{name} = '{'a' * most}'")
    (found,) = book.finds("x", f"{card}{name} = '{'a ' * most}'")
    assert f"'{name}' has {2 * most} characters, {most} are the most" in found.problem
    assert (found.file, found.spot.line) == ("pack.toml", 9 if name == "line" else 10)
    card += f"{name} = {{en = 'a', bn = '{'অ' * (most + 1)}'}}"
    book.write({"en/page": "x", "bn/page": "y"}, card)
    (found,) = book.findings()
    assert f"'{name}' in 'bn' has {most + 1} characters" in found.problem


SIGNS = [
    # words, the mark in them, what to do
    ("It is **safe**", "**", "Take it out"),
    ("It is *safe*", "*", "Take it out"),
    ("It is _safe_", "_safe_", "Take it out"),
    ("It is __safe__", "__", "Take it out"),
    ("It is ~~safe~~", "~~", "Take it out"),
    ("It is `safe`", "`", "Take it out"),
    ("See [risks](risks.md)", "](", "Take it out"),
    ("A study[^a]", "[^", "Take it out"),
    ("Call {{ phone }}", "{{", "Write the words or the number itself"),
    ("Call {phone}", "{phone}", "Write the words or the number itself"),
    ("10^9^", "^", "Take it out"),
    ("H~2~O", "~2~", "Take it out"),
    ("Ask<br>us", "<br>", "Take it out"),
    ("Skin &amp; us", "&amp;", "Take it out"),
    ("## Ask us", "##", "Take it out"),
    ("> Ask us", ">", "Take it out"),
    ("a \\\\* b", "\\*", "Take it out"),
    ("• Clinic • **X**", "**", "Take it out"),
]


@pytest.mark.parametrize(("words", "mark", "remedy"), SIGNS)
@pytest.mark.parametrize("name", ["clinic", "line", "text"])
def test_a_mark_in_words_of_pack_toml_is_told_as_patients_see_it(
    tmp_path: Path, words: str, mark: str, remedy: str, name: str
) -> None:
    book = Rulebook(tmp_path, "marks-in-pack")
    book.write({"en/page": "x"}, "[[rest]]\npage = 'page'\nline = 'A'\ntext = 'B'")
    file = tmp_path / "pack.toml"
    lines = file.read_text("utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith(name))
    lines[at] = f'{name} = "{words}"'
    file.write_text("\n".join(lines), "utf-8")
    (found,) = book.findings()
    assert f"the mark '{mark}' as it stands in" in found.problem
    assert f"'{name}'" in found.problem
    assert found.remedy.startswith(remedy)
    assert (found.file, found.spot.line) == ("pack.toml", at + 1)


@pytest.mark.parametrize(
    "words",
    ["Skin · Clinic", "24.Main Street", "A | B | C", "C & A", "5 * 3 = 15", "10⁹", "a < b > c",
     "What is it? (1)", "St. Mary's", "50 % :-)", "- ask us -", "file_name_x"],
)  # fmt: skip
def test_signs_that_are_no_marks_are_left_alone_in_pack_toml(tmp_path: Path, words: str) -> None:
    book = Rulebook(tmp_path, "marks-in-pack")
    book.write({"en/page": "x"}, "[[rest]]\npage = 'page'\nline = 'A'")
    file = tmp_path / "pack.toml"
    told = file.read_text("utf-8").replace('"A"', f'"{words}"').replace('"A clinic"', f'"{words}"')
    file.write_text(told, "utf-8")
    assert book.findings() == []
