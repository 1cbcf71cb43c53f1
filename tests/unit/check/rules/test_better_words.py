"""The rule on words for which a pack's own list has better ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.check.material.finding import Severity
from tests.unit.check import rule_pages
from tests.unit.check.rulebook import Rulebook

OWN = """\
[check.instead.en]
"scalp jabs" = "injections into the scalp"
"follicle" = "hair root (follicle)"
"risk-free" = "without risk"
"medic" = "doctor"
"see a medic" = "ask the doctor"
[check.instead.bn]
"ফলিকল" = "চুলের গোড়া (ফলিকল)"
"লবণজল" = "স্যালাইন (লবণপানি)"
"চিকিৎসক দেখান" = "ডাক্তার দেখান"
"""


def uses(folder: Path, body: str, language: str = "en", own: str = OWN) -> list[tuple[str, str]]:
    """Each word that is found in a page, and what the finding says to write."""
    book = Rulebook(folder, "better-words")
    book.write({"en/page": "x", "bn/page": "x", f"{language}/page": body}, own)
    found = [each for each in book.findings() if each.rule == "better-words"]
    assert all(each.file == f"{language}/page.md" for each in found), found
    return [
        (re.findall("'([^']+)'", each.problem)[0], re.findall("'([^']+)'", each.remedy)[0])
        for each in found
    ]


@pytest.mark.parametrize(
    ("language", "body", "word", "better"),
    [
        ("en", "A follicle grows.", "follicle", "hair root (follicle)"),
        ("en", "A risk free word.", "risk free", "without risk"),
        ("en", "Follicles grow.", "Follicles", "hair root (follicle)"),
        ("en", "No scalp jabs here.", "scalp jabs", "injections into the scalp"),
        ("en", "They call it “scalp  jabs”.", "scalp jabs", "injections into the scalp"),
        ("en", "> Do I need scalp jabs?", "scalp jabs", "injections into the scalp"),
        ("en", "See a medic.", "See a medic", "ask the doctor"),
        ("en", "## The medic {#m}", "medic", "doctor"),
        ("en", '!!! tip "The medic"\n    Words.', "medic", "doctor"),
        ("en", "| A | B |\n|---|---|\n| c | The medic |", "medic", "doctor"),
        ("en", "![The medic](figures/a.svg)", "medic", "doctor"),
        ("bn", "ফলিকলের চারপাশে", "ফলিকলের", "চুলের গোড়া (ফলিকল)"),
        ("bn", "ফলিকলগুলো", "ফলিকলগুলো", "চুলের গোড়া (ফলিকল)"),
        ("bn", "লবণজলে ধুয়ে নিন।", "লবণজলে", "স্যালাইন (লবণপানি)"),
        ("bn", "চিকিৎসক দেখান না।", "চিকিৎসক দেখান", "ডাক্তার দেখান"),
    ],
)
def test_a_word_is_found_in_any_form_and_wherever_it_stands(
    language: str, body: str, word: str, better: str, tmp_path: Path
) -> None:
    assert uses(tmp_path, body, language) == [(word, better)]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "A hair root (follicle) grows."),
        ("en", "Hair roots (follicles) grow."),
        ("en", "Paramedics come."),
        ("bn", "চুলের গোড়া (ফলিকল) থেকে"),
        ("bn", "চুলের গোড়ার (ফলিকলের) চারপাশে"),
        ("bn", "চুলের গোড়া (ফলিকল)র চারপাশে, চুলের গোড়া (ফলিকল)-এর"),
        ("bn", "স্যালাইন (লবণপানি) দিয়ে"),
    ],
)
def test_the_whole_better_words_may_hold_the_word(language: str, body: str, tmp_path: Path) -> None:
    assert uses(tmp_path, body, language) == []


def test_beside_the_better_words_the_word_alone_is_still_found(tmp_path: Path) -> None:
    body = "A hair root (follicle) is a follicle.\n\nA follicle, and a follicle."
    book = Rulebook(tmp_path, "better-words")
    found = book.finds(body, OWN.partition("[check.instead.bn]")[0])
    assert [(each.spot.line, each.spot.column) for each in found] == [(9, 29), (11, 3), (11, 19)]
    assert {each.severity for each in found} == {Severity.WARNING}


def test_titles_tabs_glossary_and_pictures_are_looked_at(tmp_path: Path) -> None:
    front = "---\ntitle: Follicles\ntab: Medics\nreview: {status: draft, author: A}\n---\n\n"
    pages = {
        "en/page": f"{front}Words.\n\nA figure ![A medic\nwith a medic](figures/a.svg)\n",
        "en/glossary": "Follicle\n:   What a medic sees.\n",
    }
    book = Rulebook(tmp_path, "better-words")
    book.write(pages, OWN.partition("[check.instead.bn]")[0])
    places = [(each.file, each.spot.line) for each in book.findings()]
    assert places == [
        ("en/glossary.md", 9),
        ("en/glossary.md", 10),
        ("en/page.md", 2),
        ("en/page.md", 3),
        ("en/page.md", 9),
        ("en/page.md", 10),
    ]


def test_the_words_of_pack_toml_are_told_there_and_not_where_a_page_shows_them(
    tmp_path: Path,
) -> None:
    own = f"""\
phone = "ask the medic"
[details]
price = {{en = "ask the medic", bn = "চিকিৎসক দেখান"}}
[[rest]]
page = "page"
line = {{en = "A medic", bn = "লবণজল"}}
text = "A follicle"
{OWN}"""
    book = Rulebook(tmp_path, "better-words")
    book.write({"en/page": "It costs: {{ price }}.", "bn/page": "খরচ: {{ price }}।"}, own)
    found = [(each.file, each.spot.line) for each in book.findings()]
    assert found == [("pack.toml", line) for line in (7, 9, 9, 12, 12, 13)]


def test_sources_keep_their_own_words(tmp_path: Path) -> None:
    assert uses(tmp_path, "Hair.[^a]\n\n[^a]: The follicle. 2015.\n") == []


@pytest.mark.parametrize(
    ("own", "line", "says"),
    [
        ('[check.instead.nb]\n"a" = "b"', 7, "'nb', which is not a language"),
        ('[check.instead.en]\n"a" = ""', 8, "one empty"),
        ('[check.instead.en]\n"clinic" = ""', 8, "one empty"),
        ('[check.instead.en]\n"" = "b"', 8, "one empty"),
        ('[check.instead.en]\n"jab" = "shot"\n"shot" = "jab"', 8, "listed too"),
        ('[check.instead.en]\n"jab" = "jab"', 8, "listed too"),
        ('[check.instead]\nen = {"a" = ""}', 7, "one empty"),
    ],
)
def test_what_is_wrong_with_the_list_is_told(
    own: str, line: int, says: str, tmp_path: Path
) -> None:
    book = Rulebook(tmp_path, "better-words")
    found = book.finds("Words.", own)[0]
    assert (found.file, found.spot.line) == ("pack.toml", line)
    assert says in found.problem


def test_a_list_in_braces_is_the_same_list(tmp_path: Path) -> None:
    own = '[check.instead]\nbn = {"লবণজল" = "স্যালাইন (লবণপানি)", "ফলিকল" = "চুলের গোড়া"}'
    assert [word for word, _ in uses(tmp_path, "লবণজল ও ফলিকল", "bn", own)] == ["লবণজল", "ফলিকল"]


def test_the_remedy_mends_the_bad_example(tmp_path: Path) -> None:
    example = rule_pages.read("better-words").bad
    found = example.findings(tmp_path)
    file = tmp_path / found[0].file
    text = file.read_text("utf-8")
    for finding in found:
        word, better = (re.findall("'([^']+)'", part)[0] for part in finding.sentences)
        text = text.replace(word, better, 1)
    file.write_text(text, "utf-8")
    assert Rulebook(tmp_path, "better-words").findings() == []
