"""Links whose words name another place than they lead to, and those that only say it otherwise.

That it fires on the bad example of its page and not on the good one: test_rule_pages.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding, Severity
from kiosk.check.wording.named_addresses import contradicting
from tests.unit.check.rulebook import FRONT, Rulebook

TOP = FRONT.count("\n") + 1


@pytest.mark.parametrize(
    ("words", "address", "named"),
    [
        ("www.nhs.uk", "https://evil.example", "www.nhs.uk"),
        ("See WWW.NHS.UK.", "https://evil.example", "WWW.NHS.UK"),
        ("nhs.uk", "https://nhs.uk.evil.example/nhs.uk", "nhs.uk"),
        ("nhs.uk", "https://www.nhs.uk@evil.example", "nhs.uk"),
        ("https://nhs.uk", "http://nhs.example", "https://nhs.uk"),
        ("the NHS (nhs.uk/hair)", "https://www.nhs.uk/skin", "nhs.uk/hair"),
        ("doi.org/10.1093/x", "https://doi.org/10.1093/y", "doi.org/10.1093/x"),
        ("www.nhs.uk", "tel:111", "www.nhs.uk"),
        ("desk@clinic.example", "mailto:other@clinic.example", "desk@clinic.example"),
        ("desk@clinic.example", "https://clinic.example", "desk@clinic.example"),
        ("Call 999", "tel:112", "999"),
        ("জরুরি ৯৯৯", "tel:112", "৯৯৯"),
        ("Call 020 7946 0000", "tel:+442079460001", "020 7946 0000"),
        ("Call (020) 7946-0000, 9 to 17", "tel:+4420", "020) 7946-0000"),
        ("SAMU 15", "tel:18", "15"),
        ("www.nhs.uk", "", "www.nhs.uk"),
    ],
)
def test_another_address_is_named(words: str, address: str, named: str) -> None:
    assert contradicting(words, address) == named


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("nhs.uk", "https://www.nhs.uk/conditions"),
        ("www.nhs.uk/hair/", "HTTPS://NHS.UK/Hair/loss?a=1"),
        ("https://nhs.uk", "http://www.nhs.uk"),
        ("nhs.uk", "https://digital.nhs.uk"),
        ("bücher.example", "https://xn--bcher-kva.example"),
        ("doi:10.1093/bjd", "https://doi.org/10.1093/bjd"),
        ("our leaflet (risks.md)", "https://example.org"),
        ("e.g. this, i.e. that", "https://example.org"),
        ("This is the end.it begins", "https://example.org"),
        ("2.5 mg/ml, approx.5", "https://example.org"),
        ("Desk@clinic.example", "mailto:desk@Clinic.example?subject=Hair"),
        ("Call 999 or 112", "tel:112"),
        ("Call 999", "tel:999"),
        ("জরুরি ৯৯৯", "tel:999"),
        ("020 7946 0000", "tel:+44-20-7946-0000"),
        ("+44 (0)20 7946 0000", "tel:+442079460000;ext=3"),
        ("Call, 24/7 or 9-17 or 8.30-17.00, since 2026", "tel:112"),
        ("Call 12 people in 100", "tel:100"),
        ("Write to desk@clinic.example", ""),
        ("Call 999", ""),
    ],
)
def test_the_same_address_is_known_in_other_words(words: str, address: str) -> None:
    assert contradicting(words, address) == ""


def _two_pages(folder: Path, body: str) -> list[Finding]:
    book = Rulebook(folder, "link-names")
    other = "---\ntitle: Risks and harm\ntab: Risks\n" + FRONT.partition("\n")[2].partition("\n")[2]
    book.write(
        {
            "en/page": body,
            "en/risks": other + "\nWords.\n",
            "en/faq": "## What are the risks? {#danger}\n\nx\n\n## Cost {#cost}\n\nx\n",
        }
    )
    return book.findings()


@pytest.mark.parametrize(
    "link",
    [
        "[risks](faq.md)", "[Risks and harm](faq.md)", "[See **Risks**](faq.md#cost)",
        "[the page Risks](page.md)", "[Risks][r]\n\n[r]: faq.md", "[Risks!](#here)",
    ],
)  # fmt: skip
def test_words_that_are_the_name_of_another_page_are_a_warning(tmp_path: Path, link: str) -> None:
    (finding,) = _two_pages(tmp_path, f"Risks first.\n\nThen {link}\n\n## Here {{#here}}\n\nx")
    assert (finding.spot.line, finding.severity) == (TOP + 3, Severity.WARNING)
    assert "is what the page risks.md is called" in finding.problem
    assert "Let it lead to risks.md" in finding.remedy


@pytest.mark.parametrize(
    "link",
    [
        "[risks](risks.md)", "[Risks](faq.md#danger)", "[Risks](risks.md#x)", "[all risks](faq.md)",
        "[the risks of it](faq.md)", "[Faq](faq.md)", "[Risks](https://example.org/risks)",
    ],
)  # fmt: skip
def test_words_that_lead_where_they_say_are_not_found(tmp_path: Path, link: str) -> None:
    assert _two_pages(tmp_path, f"See {link}.") == []


def test_a_fact_is_held_against_the_number_it_stands_for(tmp_path: Path) -> None:
    body = "[Call {{ emergency_number }}](tel:112)\n\n[Call {{ emergency_number }}](tel:999)"
    (finding,) = Rulebook(tmp_path, "link-names").finds(body)
    assert finding.spot.line == TOP + 1
    assert "says '999' and leads to 'tel:112'" in finding.problem
    assert "[999](tel:999)" in finding.remedy


def test_a_link_is_found_where_it_stands_and_not_where_its_words_stand_first(
    tmp_path: Path,
) -> None:
    body = "www.nhs.uk is\none. Go to\n[www.nhs.uk](https://evil.example)."
    (finding,) = Rulebook(tmp_path, "link-names").finds(body)
    assert (finding.spot.line, finding.severity) == (TOP + 3, Severity.ERROR)
    assert "[www.nhs.uk](https://www.nhs.uk)" in finding.remedy
