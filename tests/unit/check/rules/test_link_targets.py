"""Links: where they lead, what their words promise, and what they must not hold."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding
from tests.unit.check.rulebook import FRONT, Rulebook

TOP = FRONT.count("\n") + 1

OTHER = "## Help {#help}\n\nx\n\n### Hidden\n\ny\n"
"""The page `other`, which the example may link to; it stands in English alone."""

FIRES = [
    ("link-target", "[Risks](riks.md)", "leads to the page 'riks', which is in no language"),
    ("link-target", "[Risks](riks.md#help)", "the page 'riks'"),
    ("link-target", "[Risks][r]\n\n[r]: riks.md", "the page 'riks'"),
    ("link-target", "[**Two\nwords**](riks.md)", "'Two words' leads to the page 'riks'"),
    ("link-target", "!!! note\n    [Risks](riks.md)", "the page 'riks'"),
    ("link-target", "- a\n    - [Risks](riks.md)", "the page 'riks'"),
    ("link-target", "| a |\n|---|\n| [Risks](riks.md) |", "the page 'riks'"),
    ("link-target", "x[^1]\n\n[^1]: [Risks](riks.md)", "the page 'riks'"),
    ("link-target", "[Risks](other)", "'Risks' leads nowhere: the kiosk can't follow 'other'"),
    ("link-target", "[Risks](en/other.md)", "can't follow 'en/other.md'"),
    ("link-target", "[Risks](other.html)", "can't follow 'other.html'"),
    ("link-target", "[Risks](www.example.org)", "can't follow 'www.example.org'"),
    ("link-target", "[Risks](ftp://example.org/x)", "can't follow 'ftp://example.org/x'"),
    ("link-target", "[Risks](#)", "'Risks' leads nowhere: its address is empty"),
    ("link-target", "[Risks]()", "'Risks' leads nowhere: its address is empty"),
    ("link-section", "[Help](other.md#halp)", "the section 'halp', which is not in en/other.md"),
    ("link-section", "[Help](#help)", "the section 'help', which is not in en/page.md"),
    ("link-words", "[here](other.md)", "the words of the link, 'here', don't say"),
    ("link-words", "[Click here!](https://example.org)", "'Click here!'"),
    ("link-words", "[**Read more** …](other.md)", "'Read more …'"),
    ("link-words", "[More](other.md \"about it\")", "'More'"),
    ("link-words", "x [](other.md)", "the link to 'other.md' has no words"),
    ("link-words", "x [ ](other.md)", "has no words"),
    ("unsafe-link", "[Sheet](javascript:alert(1))", "begins with 'javascript:'"),
    ("unsafe-link", "[Sheet](JavaScript:alert(1))", "begins with 'JavaScript:'"),
    ("unsafe-link", "[Sheet](data:text/html,x)", "begins with 'data:'"),
    ("unsafe-link", "[Sheet](file:///etc/passwd)", "begins with 'file:'"),
    ("unsafe-link", "[Sheet][s]\n\n[s]: vbscript:x", "begins with 'vbscript:'"),
]  # fmt: skip

QUIET = [
    ("link-target", "[Risks](other.md) [Help](./other.md#help) [Top](#x) [Them](https://x.org)"),
    ("link-target", "[Ring](tel:123) [write](mailto:a@example.org) <https://example.org>"),
    ("link-target", "`[Risks](riks.md)`"),
    ("link-target", "    [Risks](riks.md)"),
    ("link-target", r"\[Risks](riks.md)"),
    ("link-target", "Take [sic] (as it is) [ ] and x[^1].\n\n[^1]: Name [a part]. 2015."),
    ("link-target", "![A needle](figures/scalp-section.svg)"),
    ("link-target", "[Sheet](javascript:x)"),
    ("link-target", "[A paper](https://doi.org/10.1016/S0140-6736(05)1)"),
    ("link-section", "[Help](other.md#help) [it](other.md#hidden) [this](#b)\n\n## B\n\nx"),
    ("link-section", "[Help](other.md) [Them](https://example.org#nowhere)"),
    ("link-section", "[Help](riks.md#help)"),
    ("link-section", "[সাহায্য](#%E0%A6%95) [ক](#ক)\n\n## ক\n\nx"),
    ("link-words", "[All risks](other.md) [Here you find us](other.md) [Read more on risks](#x)"),
    ("link-words", "[All risks][here]\n\n[here]: other.md"),
    ("unsafe-link", "[Data](other.md) [The file: ours](other.md) javascript:x `[x](data:y)`"),
]

MENDS = [
    ("link-target", "[Risks](othre.md)", "Correct the name", "othre", "other"),
    ("link-target", "[Risks](other)", "a page's file name (risks.md)", "other", "other.md"),
    ("link-target", "[x](www.a.org)", "https://www.a.org", "www.a.org", "https://www.a.org"),
    ("link-target", "[Risks]()", "Write a page behind it", "()", "(other.md)"),
    ("link-section", "[Help](#a)\n\n## B\n\nx", "the name {#a}", "## B", "## B {#a}"),
    ("link-section", "[Help](other.md#halp)", "correct the link", "#halp", "#help"),
    ("link-words", "[here](other.md)", "words that name what is there", "here", "all risks"),
    ("unsafe-link", "[x](file:y)", "Take the link out and keep its words", "[x](file:y)", "x"),
    ("unsafe-link", "[x](file:///y)", "let it lead to a page", "file:///y", "other.md"),
]  # fmt: skip


def found(folder: Path, rule: str, body: str) -> list[Finding]:
    book = Rulebook(folder, rule)
    book.write({"en/page": body, "en/other": OTHER})
    return book.findings()


@pytest.mark.parametrize(("rule", "body", "problem"), FIRES)
def test_a_link_rule_fires_at_its_line(rule: str, body: str, problem: str, tmp_path: Path) -> None:
    (finding,) = found(tmp_path, rule, body)
    assert problem in finding.problem
    lines = body.split("\n")
    at = finding.spot.line - TOP - 1
    assert lines[at][finding.spot.column - 1] == "["
    assert finding.file == "en/page.md"


@pytest.mark.parametrize(("rule", "body"), QUIET)
def test_a_link_rule_stays_quiet(rule: str, body: str, tmp_path: Path) -> None:
    assert found(tmp_path, rule, body) == []


@pytest.mark.parametrize("mending", MENDS)
def test_the_remedy_of_a_link_rule_mends(
    mending: tuple[str, str, str, str, str], tmp_path: Path
) -> None:
    rule, body, remedy, old, new = mending
    (finding,) = found(tmp_path, rule, body)
    assert remedy in finding.remedy
    assert old in body
    assert found(tmp_path, rule, body.replace(old, new, 1)) == []


def test_a_link_in_the_lead_is_looked_at(tmp_path: Path) -> None:
    front = FRONT.replace("this page tells", "this page tells, and [risks](riks.md)")
    (finding,) = found(tmp_path, "link-target", front.format(title="Page") + "\nx")
    assert finding.spot.line == 3


def test_a_section_is_looked_for_in_the_language_that_the_reader_gets(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "link-section")
    there = "## A {#a}\n\nx"
    here = "[ক](page.md#a) [খ](other.md#help) [গ](other.md#b)\n\n## খ {#b}\n\nx"
    book.write({"en/page": there, "en/other": OTHER, "bn/page": here})
    # `other` has no translation, so the English one is shown; `page` has one, without the section.
    problems = [finding.problem for finding in book.findings()]
    assert problems == [
        "'ক' leads to the section 'a', which is not in bn/page.md",
        "'গ' leads to the section 'b', which is not in en/other.md",
    ]


def test_a_page_that_another_language_has_is_there(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "link-target")
    book.write({"en/page": "x", "en/other": "x", "bn/page": "[ক](other.md)"})
    assert book.findings() == []


def test_a_link_to_a_page_that_cannot_be_read_is_not_told_as_well(tmp_path: Path) -> None:
    for rule in ("link-target", "link-section"):
        book = Rulebook(tmp_path, rule)
        book.write({"en/page": "[x](broken.md#x)", "en/broken": "---\nno: end"})
        assert {finding.rule for finding in book.findings()} == {"unreadable"}


def test_words_that_say_nothing_are_known_in_the_language_of_the_page(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "link-words")
    book.write({
        "en/page": "[All risks](page.md)",
        "bn/page": "[এখানে](page.md) [আরও পড়ুন](page.md) [সব ঝুঁকি](page.md) [here](page.md)",
    })  # fmt: skip
    said = [finding.problem.split("'")[1] for finding in book.findings()]
    assert said == [unicodedata.normalize("NFC", each) for each in ("এখানে", "আরও পড়ুন", "here")]


@pytest.mark.parametrize(
    ("pages", "pack", "found"),
    [
        ({"en/one": "x", "en/two": "x"}, "", ["en/two.md"]),
        ({"en/one": "[the second](two.md#a)", "en/two": "x"}, "", []),
        ({"en/one": "x", "en/two": "[two itself](two.md)"}, "", ["en/two.md"]),
        ({"en/one": "x", "en/two": "[a](three.md)", "en/three": "[b](two.md)"}, "",
         ["en/three.md", "en/two.md"]),
        ({"en/one": "[a](two.md)", "en/two": "[b](three.md)", "en/three": "x"}, "", []),
        ({"en/one": "x", "en/two": "x"}, 'extras = ["two"]', []),
        ({"en/one": "x", "en/two": "x"}, '[[rest]]\nline = "A"\npage = "two"', []),
        ({"en/one": "x", "en/glossary": "A\n:   B"}, "", []),
    ],
)  # fmt: skip
def test_a_page_that_nothing_leads_to_is_told_once(
    tmp_path: Path, pages: dict[str, str], pack: str, found: list[str]
) -> None:
    book = Rulebook(tmp_path, "unreached")
    book.write(pages, pack)
    assert [finding.file for finding in book.findings()] == found


@pytest.mark.parametrize(
    "target", ["page.md##works", "#Works", "#How%20it%20works", "page.md#worked"]
)
def test_a_section_that_is_nearly_named_is_named_in_the_remedy(tmp_path: Path, target: str) -> None:
    book = Rulebook(tmp_path, "link-section")
    (found,) = book.finds(f"[Words]({target})\n\n## How it works {{#works}}\n\nx")
    assert (found.remedy == "Write #works instead") is ("worked" not in target)
