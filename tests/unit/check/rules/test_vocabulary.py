"""What the rules on glossary words, abbreviations and promises must find, and must leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding, Severity
from tests.unit.check.rulebook import Rulebook

GLOSSARY = """\
Follicle
Hair follicle
:   A small pocket in the skin.

DHT
:   A hormone.

Off-label
:   In another way than the licence says.
"""
ON_BENGALI = """\
ফলিকল
ফলিকলের
:   ত্বকের ছোট একটি থলি।
"""
FAQ = """\
---
title: Questions
lead: Short answers.
layout: faq
review: {status: draft, author: A Nurse}
---

"""


def terms(folder: Path, body: str, language: str = "en") -> list[Finding]:
    """What the rule on glossary words finds in one page beside a glossary."""
    book = Rulebook(folder, "unexplained-term")
    glossary = GLOSSARY if language == "en" else ON_BENGALI
    book.write({f"{language}/page": body, f"{language}/glossary": glossary})
    return book.findings()


@pytest.mark.parametrize(
    "body",
    [
        "A follicle grows a hair. More follicles grow more hair.",
        "Follicle by follicle it grows.",
        "Some use it **off-label**.",
        "## The follicle\n\nA follicle is small.",
        "## The follicle\n\n### Its place\n\nA follicle is small.",
        "The follicles (small pockets in the skin) grow hair.",
        "Small pockets (follicles) grow hair.",
        "See [the follicle](#more), as a follicle is small.\n\n## More {#more}\n\nText.",
        "| Where |\n|---|\n| A follicle |",
        "Folliculitis hurts.",
        "Nothing hard here.",
        FAQ + "### What is a follicle?\n\nA follicle is small.\n\n### Two?\n\nA follicle each.",
    ],
)
def test_a_word_that_can_be_touched_or_is_explained_is_left_alone(
    body: str, tmp_path: Path
) -> None:
    assert terms(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Hair grows from follicles. A follicle is small.", "'follicles' can't be touched"),
        ("A hair follicle's end.", "'hair follicle's' can't be touched"),
        ("See [the follicle](#more).\n\n## More {#more}\n\nA follicle.", "'follicle' is first"),
        ("## The follicle\n\nIt is small.\n\n## Next\n\nA follicle.", "'follicle' is first"),
        (FAQ + "### Why?\n\nA follicle.\n\n### A follicle?\n\nNo.", "'follicle' is first"),
        (FAQ + "### Why?\n\nA follicle.\n\n### Two?\n\nBy follicles.", "'follicles' can't be"),
    ],
)
def test_a_word_that_cannot_be_touched_where_it_is_first_read_is_found(
    body: str, words: str, tmp_path: Path
) -> None:
    found = terms(tmp_path, body)
    assert [each.problem for each in found if words in each.problem], found
    assert len(found) == 1


def test_a_word_that_is_too_long_to_be_explained_is_told_on_the_glossary(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "unexplained-term")
    longest, longer = "a" * 100, "b" * 101
    book.write({"en/page": "Words.", "en/glossary": f"{longest}\n{longer}\n:   Too long.\n"})
    (found,) = book.findings()
    assert "has 101 characters" in found.problem
    assert found.file == "en/glossary.md"


def test_a_bengali_ending_that_the_glossary_lacks_is_found(tmp_path: Path) -> None:
    found = terms(tmp_path, "সব ফলিকলগুলোতে চুল গজায়।", "bn")
    assert "'ফলিকলগুলোতে' can't be touched: the glossary lists 'ফলিকল' only" in found[0].problem
    assert terms(tmp_path, "একটি ফলিকলের গোড়া। পরে ফলিকলগুলোতে।", "bn") == []
    assert terms(tmp_path, "ফলিকলিকা অন্য কিছু।", "bn") == []


@pytest.mark.parametrize(
    "body",
    [
        "Take a PSA test (a blood test).",
        "A blood test (PSA) may help. The PSA is a number.",
        "*[PSA]: a blood test\n\nThe PSA is a number.",
        "HIV and the US are known to all. So is part III.",
        "Do NOT stop. It is not good.",
        "DO NOT STOP THE PILLS",
        "Hepatitis B, vitamin C and 5 MG.\n\nmg is small.",
        "Text.[^a]\n\n[^a]: A paper. PMC1234567, BMJ 2010, AHRQ.",
    ],
)
def test_an_abbreviation_that_is_explained_or_is_none_is_left_alone(
    body: str, tmp_path: Path
) -> None:
    assert Rulebook(tmp_path, "unexplained-abbreviation").finds(body) == []


def test_an_abbreviation_is_found_once_a_page_where_it_first_stands(tmp_path: Path) -> None:
    found = Rulebook(tmp_path, "unexplained-abbreviation").finds("Text.\n\nHave an MRI. Two MRIs.")
    assert [(each.spot.line, "'MRI'" in each.problem) for each in found] == [(11, True)]


def test_an_abbreviation_of_the_glossary_is_left_alone(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "unexplained-abbreviation")
    book.write({"en/page": "DHT shrinks it.", "en/glossary": GLOSSARY})
    assert book.findings() == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It is not a cure."),
        ("en", "There is no cure for it."),
        ("en", "Nobody can promise a cure, a miracle or a guarantee."),
        ("en", "Results aren't guaranteed."),
        ("en", "Guaranteed results do not exist."),
        ("en", "We can’t promise miracles."),
        ("en", "It is not true that it has no side effects."),
        ("en", "Some call it a “miracle”."),
        ("en", "> It was a miracle for me."),
        ("en", "### Is it a cure?"),
        ("en", "- Is it a cure, and is it guaranteed?"),
        ("en", "Is it a cure? No."),
        ("en", "A secure place with a manicure."),
        ("en", "The scar was permanent, and the risk is known."),
        ("bn", "এটি নিরাময় নয়।"),
        ("bn", "চুল আবার গজাবে, এই নিশ্চয়তা কেউ দিতে পারেন না।"),
        ("bn", "এটি নিরাময় করে, এমন প্রমাণ নেই।"),
        ("bn", "অলৌকিক ফল পাওয়া যায়নি।"),
        ("bn", "এটা কি নিরাময় করে? না।"),
        ("bn", "কেউ কেউ একে “অলৌকিক” বলেন।"),
        ("bn", "ফল নিশ্চিত জানা নেই।"),
    ],
)
def test_a_word_in_a_quotation_a_question_or_a_denial_is_no_promise(
    language: str, sentence: str, tmp_path: Path
) -> None:
    book = Rulebook(tmp_path, "words-to-avoid")
    book.write({f"{language}/page": sentence})
    assert book.findings() == []


@pytest.mark.parametrize(
    ("language", "sentence", "word"),
    [
        ("en", "It cures hair loss.", "cures"),
        ("en", "Curing takes time.", "Curing"),
        ("en", "Not only is it a cure.", "cure"),
        ("en", "No doubt a miracle.", "miracle"),
        ("en", "No scars, guaranteed results.", "guaranteed"),
        ("en", "It isn't cheap but a miracle.", "miracle"),
        ("en", "Guaranteed: no pain.", "Guaranteed"),
        ("en", "It is 100 % safe.", "100 % safe"),
        ("en", "It is risk free.", "risk free"),
        ("en", "It has no side effects.", "no side effects"),
        ("en", "A WHO-approved mix.", "WHO-approved"),
        ("en", "Looking for a miracle? Come in.", "miracle"),
        ("en", "## A breakthrough", "breakthrough"),
        ("en", '!!! tip "A miracle"\n    Text.', "miracle"),
        ("bn", "এতে চুল পড়া নিরাময় হয়।", "নিরাময়"),
        ("bn", "নিশ্চয়তা দিচ্ছি, ব্যথা নেই।", "নিশ্চয়তা"),
        ("bn", "১০০% নিরাপদ।", "১০০% নিরাপদ"),
        ("bn", "এর কোনো পার্শ্বপ্রতিক্রিয়া নেই।", "পার্শ্বপ্রতিক্রিয়া নেই"),
        ("bn", "তিনি বলেন, এটি গ্যারান্টির চিকিৎসা।", "গ্যারান্টির"),
    ],
)
def test_a_promise_is_found_in_any_form(
    language: str, sentence: str, word: str, tmp_path: Path
) -> None:
    book = Rulebook(tmp_path, "words-to-avoid")
    book.write({f"{language}/page": sentence})
    found = book.findings()
    assert [f"'{word}' promises" in each.problem for each in found] == [True], found
    assert found[0].spot.line == 9


def test_a_promise_in_a_title_a_description_or_on_the_resting_screen_is_found(
    tmp_path: Path,
) -> None:
    page = "---\ntitle: A miracle\nreview: {status: draft, author: A}\n---\n\nText.\n"
    card = "[[rest]]\npage = 'page'\nline = 'Guaranteed hair'\n"
    book = Rulebook(tmp_path, "words-to-avoid")
    book.write({"en/page": page}, card)
    places = [(each.file, each.spot.line) for each in book.findings()]
    assert places == [("en/page.md", 2), ("pack.toml", 9)]


def test_what_no_treatment_does_is_an_error_and_what_some_do_a_warning(tmp_path: Path) -> None:
    found = Rulebook(tmp_path, "words-to-avoid").finds("A cure.\n\nA miracle.")
    assert [each.severity for each in found] == [Severity.WARNING, Severity.ERROR]


def test_a_pack_adds_its_own_words_which_are_errors(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "words-to-avoid")
    own = "[check.avoid]\nen = ['youthful glow', 'cure']"
    found = book.finds("Youthful  glows.\n\nIt cures.", own)
    assert [(each.spot.line, each.severity) for each in found] == [
        (9, Severity.ERROR),
        (11, Severity.ERROR),
    ]


def test_in_a_language_without_a_list_the_words_of_the_pack_are_found(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "words-to-avoid")
    book.write({"de/page": "Lauter Wunders. Wunderbar."}, "[check.avoid]\nde = ['Wunder']")
    assert [each.problem for each in book.findings()] == [
        "'Wunders' promises too much (on the list as 'Wunder')"
    ]
