"""The rules about what stands behind a statement: near misses, reach, word lists and remedies.

That each fires on the bad example of its page and not on the good one: test_rule_pages.py.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.check.examine import examine
from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Finding, Severity
from kiosk.check.rules import evidence
from kiosk.check.wording.effects import is_claim
from kiosk.check.wording.identifiers import identified, notes
from kiosk.markdown.parse import parse_page
from kiosk.page.source import SourceText
from kiosk.shipped import shipped
from tests.quality.measured import Claims, claims, judgements
from tests.unit.check import rule_pages
from tests.unit.check.rulebook import Rulebook, page

ARM = "\n\n[^arm]: Sore arms. 2020. doi:10.1000/arm\n"


def finds(folder: Path, rule: str, body: str, language: str = "en") -> list[Finding]:
    """What a rule finds in one page."""
    book = Rulebook(folder, rule)
    book.write({f"{language}/page": body})
    return book.findings()


def checked(body: str, language: str = "en") -> CheckedPage:
    """A page on the table."""
    text, facts = page(body), {"emergency_number": "999", "phone": "0123 456"}
    read = parse_page(text, name="p", language=language, file="p.md", terms={}, facts=facts)
    return CheckedPage(read, SourceText.of(text, "p.md"), "p.md", facts)


def test_our_own_pages_name_a_source_for_every_number_and_badge() -> None:
    report = examine(
        shipped("content"), assets=shipped("assets"), today=date.today(), rules=evidence.RULES
    )
    assert report.pages >= 14
    assert report.findings == ()


@pytest.mark.parametrize(
    "badge",
    [
        "!!! evidence low\n    A study[^arm]" + ARM,
        "!!! evidence high\n    **A study**[^arm]" + ARM,
        "!!! evidence none\n    We found no trial",
        "!!! evidence very-low\n    [Our own judgement](about.md#how)",
        "!!! ladder\n    - low: A; [judged by us](#how)\n    - moderate: B[^arm]\n    - none: C"
        + ARM,
    ],
)
def test_a_badge_with_a_source_or_an_account_of_its_judgement_does_not_fire(
    badge: str, tmp_path: Path
) -> None:
    assert finds(tmp_path, "badge-source", badge) == []


@pytest.mark.parametrize(
    "badge",
    [
        "!!! evidence low\n    Our own judgement",
        "!!! evidence low",
        "!!! evidence moderate\n    [Our own judgement](about.md#how)",
        "!!! evidence low\n    [Our own judgement](about.md)",
        "!!! evidence low\n    [A study](https://example.org/#how)",
        "!!! ladder\n    - high: A\n    - low: B[^arm]" + ARM,
        "!!! people\n    - 45: pain\n\n    !!! evidence low\n        One study",
    ],
)
def test_a_badge_without_fires_where_it_stands(badge: str, tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "badge-source", badge)
    assert finding.severity is Severity.ERROR
    assert finding.spot.line > 7


def test_a_badge_is_mended_by_a_mark_or_by_the_link_that_is_given(tmp_path: Path) -> None:
    bad = "!!! evidence low\n    Small studies\n"
    (finding,) = finds(tmp_path, "badge-source", bad)
    link = re.search(r"\[our own judgement\]\(about\.md#\w+\)", finding.remedy)
    assert link
    assert finds(tmp_path, "badge-source", bad.rstrip() + "; " + link[0]) == []
    assert "[^study]" in finding.remedy
    assert (
        finds(tmp_path, "badge-source", bad.rstrip() + "[^study]" + ARM.replace("arm", "study"))
        == []
    )


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Words.[^a]\n\n[^a]: One", ["a"]),
        ("[^a]: One\n\nWords.[^b]\n\n[^b]: Two[^a]", ["a", "b"]),
        ("Words[^a]: and more\n\n[^a]: One", ["a"]),
        ("Words.\n\n[^a]: One\n[^b]: Two", []),
    ],
)
def test_a_source_is_used_when_a_mark_leads_to_it(text: str, used: list[str]) -> None:
    assert [note.name for note in notes(text) if note.used] == used


def test_an_unused_source_is_mended_by_its_mark(tmp_path: Path) -> None:
    (finding,) = rule_pages.read("unused-source").bad.findings(tmp_path)
    mark = re.search(r"\[\^\w+\]", finding.remedy)
    assert mark
    assert finds(tmp_path, "unused-source", f"Your arm may be sore.{mark[0]}{ARM}") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("doi:10.1080/09546634.2023.2245084, PubMed 37558233", "doi:10.1080/09546634.2023.2245084"),
        ("DOI: 10.1016/j.eimc.2011.03.006.", "doi:10.1016/j.eimc.2011.03.006"),
        ("(doi 10.1000/a(b)c).", "doi:10.1000/a(b)c"),
        ("https://doi.org/10.1093/bjd/ljae385", "doi:10.1093/bjd/ljae385"),
        ("Journal, 10.1093/bjd/ljae385", "doi:10.1093/bjd/ljae385"),
        ("doi:10.1002/(SICI)1097(19980815)17:16<1661::AID>3.0.CO;2-2",
         "doi:10.1002/(sici)1097(19980815)17:16<1661::aid>3.0.co;2-2"),
        ("PMID: 123", "pubmed:123"),
        ("PMCID: PMC1852221", "pmc:1852221"),
        ("ISBN 978-3-16-148410-0", "isbn:9783161484100"),
        ("ISBN 0-306-40615-2", "isbn:0306406152"),
        ("NHS, nhs.uk/conditions/Anaphylaxis.", "page:nhs.uk/conditions/anaphylaxis"),
        ("<https://www.ema.europa.eu/en/a-b>", "page:www.ema.europa.eu/en/a-b"),
        ("কপি: drugs.com/uk/leaflet.html", "page:drugs.com/uk/leaflet.html"),
    ],
)  # fmt: skip
def test_a_number_of_valid_form_is_known(text: str, number: str) -> None:
    found = identified(text)
    assert found.right[0] == number
    assert found.wrong == ()


@pytest.mark.parametrize(
    "text",
    ["NHS, nhs.uk", "NHS, nhs.uk/", "and/or", "a@b.org/c", "2.5/day", "1.5/2.5 mg", "e.g./i.e."],
)
def test_a_site_alone_leads_to_no_page_of_it(text: str) -> None:
    assert identified(text).right == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("doi:11.1000/abc", "11.1000/abc"),
        ("doi:10.12/abc", "10.12/abc"),
        ("DOI 10.1000/", "10.1000/"),
        ("https://doi.org/1O.1093/bjd", "1O.1093/bjd"),
        ("PubMed 123456789", "123456789"),
        ("PMID 0123", "0123"),
        ("PubMed ৩৭৫৫৮২৩৩", "৩৭৫৫৮২৩৩"),
        ("PMC53l5033", "53l5033"),
        ("ISBN 978-3-16-148410-1", "978-3-16-148410-1"),
    ],
)
def test_a_number_that_can_not_be_right_is_an_error(text: str, wrong: str, tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "source-number", f"Words.[^a]\n\n[^a]: A title, 2020. {text}")
    assert finding.severity is Severity.ERROR
    assert wrong in finding.problem
    assert finding.spot.line == 11


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Leaflet. NHS, nhs.uk. No DOI found.", "en"),
        ("লিফলেট। DOI পাওয়া যায়নি।", "bn"),
        ("Prospecto. Sin DOI.", "es"),
        ("[A guideline](https://doi.org/10.1093/bjd/ljae385)", "en"),
        ("Listed in PubMed. 2019. PMC6463458", "en"),
    ],
)
def test_a_source_that_says_it_has_no_number_does_not_fire(
    text: str, language: str, tmp_path: Path
) -> None:
    assert finds(tmp_path, "source-number", f"Words.[^a]\n\n[^a]: {text}", language) == []


@pytest.mark.parametrize("text", ["Leaflet. nhs.uk", "Listed in PubMed, 2019", "DOI to follow"])
def test_a_source_without_a_number_is_mended_by_either_way(text: str, tmp_path: Path) -> None:
    def found(words: str) -> list[Finding]:
        return finds(tmp_path, "source-number", f"Words.[^a]\n\n[^a]: {words}")

    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    number = re.search(r"doi:\S+(?=;)", finding.remedy)
    statement = re.search(r"'(.+)'$", finding.remedy)
    assert number
    assert statement
    assert found(f"{text}. {number[0]}") == []
    assert found(f"{text}. {statement[1]}") == []


CLAIMS = [
    ("en", "About 45 in 100 had it."),
    ("en", "It happened to 17 of 77 patients."),
    ("en", "Of 100 hairs, 85 to 90 are growing."),
    ("en", "Some 5 per cent stopped."),
    ("en", "It fell by 5%."),
    ("en", "In 24 people the blood pressure fell."),
    ("en", "The swelling lasted 1 to 4 days."),
    ("en", "Signs began after 12 weeks."),
    ("en", "Dutasteride added about 16 hairs."),
    ("en", "Of 10,000 people, 3 were scarred."),
    ("en", "The review counted 423 patients."),
    ("en", "Dutasteride was studied in 541 people; a report gives no results."),
    ("bn", "১০০ জনে প্রায় ৪৫ জনের হয়েছিল।"),
    ("bn", "৫৪১ জনের মধ্যে ২৪৬ জনের এমন হয়েছিল।"),
    ("bn", "৭৭ জন রোগীর মধ্যে ১৭ জনের এমন হয়।"),
    ("bn", "১০০টি চুলের মধ্যে ১টি এমন।"),
    ("bn", "শতকরা ৫ জন।"),
    ("bn", "ফোলা ছিল ১ থেকে ৪ দিন।"),
    ("bn", "৩২ জনের সংক্রমণ হয়েছে।"),
    ("es", "Un 5 % de las personas."),
    ("es", "A 30/100 les dolió."),
]
NO_CLAIMS = [
    ("en", "It hurts many people."),
    ("en", "In 2019 a study found pain."),
    ("en", "There are 3 side effects that you should know."),
    ("en", "Call us if the pain lasts 2 days."),
    ("en", "Clinics often plan 8 to 12 sessions."),
    ("en", "People came 12 times in 16 weeks."),
    ("en", "Visit 3 of 8 takes longer."),
    ("en", 'A study gives its results as "so many in 100".'),
    ("en", "Stay for 20 to 30 minutes."),
    ("bn", "২০১৯ সালে ব্যথা নিয়ে লেখা হয়।"),
    ("bn", "৩টি ঝুঁকি জেনে রাখুন।"),
    ("bn", "ব্যথা ২ দিন থাকলে ফোন করুন।"),
    ("bn", "গবেষণার ফল লেখা হয় “১০০ জনে এত জন” হিসেবে।"),
    ("bn", "১৬ সপ্তাহে ১২ বার আসতে হয়।"),
    ("es", "Dolor en 30 personas."),
]


@pytest.mark.parametrize(("language", "sentence"), CLAIMS)
def test_a_number_on_effect_or_risk_is_seen(language: str, sentence: str) -> None:
    assert is_claim(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), NO_CLAIMS)
def test_another_number_is_not_taken_for_one(language: str, sentence: str) -> None:
    assert not is_claim(sentence, language)


PAIN = "In a study 45 in 100 had pain"


@pytest.mark.parametrize(
    "body",
    [
        f"{PAIN}.[^arm] It went away.",
        f"{PAIN}. [^arm] It went away.",
        f"{PAIN}[^arm].",
        f"(**{PAIN}**).[^arm]",
        f"- {PAIN}. It went away.[^arm]",
        f"- {PAIN}:\n\n    Much of it.[^arm]",
        f"| A | B |\n|---|---|\n| {PAIN} | x[^arm] |",
        f'!!! note "Pain"\n    {PAIN}.\n\n    It went away.[^arm]',
        "What one study found.[^arm]\n\n- 45 in 100 had pain\n- 3 in 100 had more",
        "What one study found.[^arm]\n\n| A |\n|---|\n| 45 in 100 had pain |",
        "!!! people\n    - 45: had pain\n\n    !!! evidence low\n        A study[^arm]",
        "!!! compare\n\n| Q | A | B |\n|--|--|--|\n| x | Much<br>45: had pain<br>3: more[^arm] | |",
        "Call {{ emergency_number }} when it hurts.[^arm]",
    ],
)
def test_a_mark_reaches_its_sentence_item_row_box_and_the_list_below(
    body: str, tmp_path: Path
) -> None:
    assert finds(tmp_path, "claim-source", body + ARM) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"It hurts.[^arm] {PAIN}.", PAIN),
        (f"{PAIN}. It went away.[^arm]", PAIN),
        (f"- It hurts.[^arm]\n- {PAIN}.", PAIN),
        (f"| A | B |\n|---|---|\n| a | x[^arm] |\n| {PAIN} | y |", PAIN),
        ("One study.[^arm] It has more.\n\n- 45 in 100 had pain", "45 in 100"),
        ("## 45 in 100 had pain\n\nIt hurts.[^arm]", "45 in 100"),
        ("!!! people\n    - 45: had pain\n\nWords.[^arm]", "had pain"),
        (
            "!!! compare\n\n| Q | A | B |\n|--|--|--|\n| x | 45: had pain | y[^arm] |",
            "had pain",
        ),
        ("!!! timeline\n    - Week 1: 45 in 100 have pain\n\nWords.[^arm]", "45 in 100"),
    ],
)
def test_a_mark_reaches_no_further(body: str, words: str, tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "claim-source", body + ARM)
    assert words in finding.problem
    line = page(body + ARM).split("\n")[finding.spot.line - 1]
    assert words in line


def test_a_claim_is_mended_by_a_mark_or_by_leaving_the_number_out(tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "claim-source", f"{PAIN}.")
    mark = re.search(r"\[\^\w+\]", finding.remedy)
    assert mark
    mended = f"{PAIN}.{mark[0]}" + ARM.replace("arm", "study")
    assert finds(tmp_path, "claim-source", mended) == []
    assert finds(tmp_path, "claim-source", "In a study many had pain.") == []


def test_a_chart_whose_badge_lacks_its_source_fires_once(tmp_path: Path) -> None:
    chart = "!!! people\n    - 45: had pain\n\n    !!! evidence low\n        A study"
    assert finds(tmp_path, "claim-source", chart) == []
    assert len(finds(tmp_path, "badge-source", chart)) == 1


def test_claims_are_counted_with_and_without_a_source() -> None:
    body = (
        f"{PAIN}.[^arm] {PAIN}. Ring {{{{ phone }}}} when it hurts.\n\n"
        "!!! evidence low\n    A study[^arm]\n\n"
        "!!! evidence high\n    Many studies\n\n"
        "!!! evidence low\n    [Our own judgement](#how)\n\n"
        "!!! evidence none\n    Nothing found\n\n"
        "!!! people\n    - 45: had pain\n\n    !!! evidence low\n        A study[^arm]"
    )
    counted = checked(body + ARM)
    assert claims(counted) == Claims(with_source=3, without=2)
    assert judgements(counted) == 1


def test_a_number_that_a_comparison_draws_without_a_source_is_told_as_drawn(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "claim-source")
    table = (
        "    | Q | A | B |\n    |--|--|--|\n    | x | 26: a[^a]<br>3: b | 6: every two weeks |\n"
    )
    body = f"!!! compare\n{table}"
    (finding,) = book.finds(f"{body}\n[^a]: A study. 2015. doi:10.1000/example\n")
    assert finding.problem == (
        "'6:' at the start of a cell's line is drawn as 6 people in 100, and no source says so "
        "('every two weeks')"
    )
    assert "leave the colon out or write words before it" in finding.remedy
    assert finding.spot.line == 12
    for cell in ("6, every two weeks", "visits: 6, every two weeks"):
        mended = body.replace("6: every two weeks", cell)
        assert not book.finds(f"{mended}\n[^a]: A study. 2015. doi:10.1000/example\n")
