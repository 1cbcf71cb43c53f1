"""No finding is longer than what somebody reads, whatever the author has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.examine import LONGEST, examine
from kiosk.check.material.finding import Finding, Mark, Severity, Spot
from kiosk.check.material.rule import PackRule, Survey
from kiosk.check.material.shortened import listed, middle_out, shortened
from kiosk.check.rules import RULES
from kiosk.shipped import shipped
from tests.unit.check.rulebook import TODAY, Rulebook
from tests.unit.check.test_examine import found, pack

LONG = "extraordinarily" * 20
MANY = " ".join(map(str, range(1, 2400)))

HUGE = f"""\
---
title: {LONG}
lead: {LONG} {LONG}
review: {{status: reviewed, author: {LONG}, reviewer: {LONG},
  reviewed: 2030-01-01, next_review: 2029-01-01}}
---

# {LONG}

#### {LONG} {{#{LONG}}}

## {LONG} {{#{LONG}}}

## Empty {LONG}

## {LONG}

Take {MANY} of {LONG}, a miracle{LONG}. {" ".join([LONG] * 40)}. It cures{LONG} 69 in 100 people.

See [{LONG}]({LONG}.md), [{LONG}](#{LONG}x), [{LONG}](www.{LONG}), [{LONG}](javascript:{LONG}),
[here]({LONG}.md#{LONG}), []({LONG}) and <b title="{LONG}">bold</b>, **{LONG}, {{{{ {LONG}.

!!! evidence low
    {LONG}

- {LONG} and doi:10.1/{LONG}[^{LONG}]

[^{LONG}]: {LONG} doi:10.1x{"9" * 900}/{LONG}
[^un{LONG}]: {LONG}
"""
"""A page that breaks what it can, each time with more words than anybody reads."""


def _every(folder: Path, text: str, other: str) -> list[Finding]:
    book = Rulebook(folder, "heading-order")
    book.write({"en/page": text, "en/two": text, "fr/page": other})
    report = examine(folder, assets=shipped("assets"), today=TODAY, release=True)
    return list(report.findings)


def test_no_finding_of_any_rule_on_a_huge_page_is_longer_than_somebody_reads(
    tmp_path: Path,
) -> None:
    other = HUGE.replace("## Empty", "## Vide").replace(MANY, "5 6 7 9999").replace("low", "high")
    findings = _every(tmp_path, HUGE, other)
    assert len({each.rule for each in findings}) >= 15, {each.rule for each in findings}
    for finding in findings:
        said = " ".join(finding.sentences)
        assert len(said) <= LONGEST + 20, finding
        assert LONG not in said


def test_rules_shorten_by_themselves_so_that_no_sentence_loses_its_middle(tmp_path: Path) -> None:
    other = HUGE.replace("## Empty", "## Vide").replace(MANY, "5 6 7 9999").replace("low", "high")
    cut = [each for each in _every(tmp_path, HUGE, other) if " … " in each.problem[:-1]]
    assert not [each for each in cut if each.rule in ("same-numbers", "same-badges")]


def test_numbers_that_differ_are_counted_where_there_are_many(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "same-numbers")
    book.write({"en/page": f"Take {MANY}.", "fr/page": "Take none."})
    finding, *_ = book.findings()  # 999 among them is the emergency number, told apart
    assert "1, 2, 3, 4, 5 and 2,393 more stand only in en/page.md" in finding.problem


def test_a_finding_of_any_length_is_cut_in_its_middle(tmp_path: Path) -> None:
    def look(survey: Survey) -> list[Mark]:
        return [Mark(Spot(1, 1), "begins " + "x" * 5000 + " ends", "Do " + "y" * 5000 + " it")]

    folder = pack(tmp_path, {"one": "Words."})
    (finding,) = found(folder, PackRule("x", Severity.ERROR, "x", look)).findings
    assert finding.problem.startswith("begins")
    assert finding.problem.endswith("ends")
    assert len(" ".join(finding.sentences)) <= LONGEST + 20


def test_a_page_that_cannot_be_read_is_told_as_shortly(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": f"Words[^{LONG[:190]}] and ![{LONG}](https://{LONG})."})
    (finding,) = found(folder, *RULES).findings
    assert len(" ".join(finding.sentences)) <= LONGEST + 20


def test_the_middle_is_cut_between_words() -> None:
    assert middle_out("title, clinic, emergency_number, tabs, about, extras and search", 48) == (
        "title, clinic, … and search"
    )


@pytest.mark.parametrize("text", ["", "a", "a b", "x" * 500, "a " * 300, "ab " + "x" * 500])
@pytest.mark.parametrize("most", [40, 60, 80])
def test_what_is_cut_is_no_longer_than_asked(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most
    assert len(middle_out(text, most)) <= most
    assert shortened(text, most)[:2] == text.strip()[:2]


def test_a_list_names_five_and_counts_the_others() -> None:
    assert listed([]) == ""
    assert listed(["1", "2"]) == "1, 2"
    assert listed(list("12345")) == "1, 2, 3, 4, 5"
    assert listed(list("123456")) == "1, 2, 3, 4, 5 and 1 more"
