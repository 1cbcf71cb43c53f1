"""Phone numbers that a phone calls by a touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.export.number_html import address, calls
from tests.flows.packs import Writer
from tests.unit.export.html_reading import made, pages


@pytest.mark.parametrize(
    ("number", "called"),
    [
        ("999", "tel:999"),
        ("৯৯৯", "tel:999"),
        ("02\u00a0123 45-67", "tel:021234567"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("(020) 7946.0000", "tel:02079460000"),
        ("020 7946 0000, 020 7946 0001", ""),
        ("020 7946 0000 or 020 7946 0001", ""),
        ("012345678 012345678", ""),
        ("ask the staff", ""),
        ("7", ""),
        ("", ""),
    ],
)
def test_an_address_calls_one_number_written_in_any_digits(number: str, called: str) -> None:
    assert address(number) == called


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Call 999 now, or 999.", ["999", "999"]),
        ("1999 people, 9990, 1.999 and 999.5, 999,000", []),
        ("৯৯৯-এ কল করুন; ৯৯৯ নম্বরে", ["৯৯৯", "৯৯৯"]),
        ("Ring 02\u00a0123.", ["02\u00a0123"]),
        ("None.", []),
    ],
)
def test_a_text_has_a_link_at_each_number_that_is_no_part_of_another(
    text: str, links: list[str]
) -> None:
    html = str(calls(text, ["02 123", "999", "৯৯৯", "ask us", ""]))
    assert [part.partition("</a>")[0] for part in html.split('dir="ltr">')[1:]] == links


def test_a_page_calls_the_clinic_and_for_help_but_never_from_within_a_link(tmp_path: Path) -> None:
    text = "## Help {#a}\n\nCall {{emergency_number}}.\n\n[Call 999](https://example.org/)\n"
    pack = Writer(tmp_path / "pack").page("first", text)
    read = pages(made(pack.written()))
    (page,) = (each for path, each in read.items() if path.endswith("first.html"))
    assert page.all("href").count("tel:999") == 2, "in the text and at the foot"
    assert page.text.count("<a") == page.text.count("</a>")
    assert '<a href="https://example.org/" rel="noreferrer">Call 999</a>' in page.text
