"""One page on paper: that page whole, and of the others nothing."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.leaflet.leaflet_error import LeafletError
from kiosk.ui.leaflet import handout
from tests.flows.packs import Writer
from tests.flows.paperwork import run

TODAY = datetime(2026, 3, 5, 12, 0)
LINKED = """\
## First {#first}

Go on to [the other one](two.md), or [below](#last).

## Last {#last}

End."""


def text(folder: Path, page: str, out: Path, language: str = "en") -> str:
    handout(folder, language, out, page=page, calendar=lambda: TODAY)
    return re.sub(r"\s+", " ", run("pdftotext", "-layout", out, "-"))


@pytest.fixture
def pack(tmp_path: Path) -> Writer:
    writer = Writer(tmp_path / "pack", ("en", "bn")).page("one", LINKED)
    return writer.page("two", "Elsewhere.").page("one", "কথা।", language="bn")


def test_it_begins_with_whom_to_call_and_holds_that_page_alone(
    pack: Writer, tmp_path: Path
) -> None:
    out = tmp_path / "one.pdf"
    said = text(pack.written(), "one", out)
    for words in (
        "Test Clinic", "In an emergency call 999", "Printed on 5 March 2026", "Page one",
        "Draft, not yet clinically reviewed", "Written by Tests", "1/1",
    ):  # fmt: skip
        assert words in said, words
    for words in ("Contents", "Information to take home", "Elsewhere", "Page two"):
        assert words not in said, words
    assert re.search("Title: +Page one: A pack for tests", run("pdfinfo", out))


def test_a_link_in_it_says_its_sheet_and_one_to_another_page_is_words(
    pack: Writer, tmp_path: Path
) -> None:
    said = text(pack.written(), "one", tmp_path / "one.pdf")
    assert "the other one, or below (page 1)" in said


def test_it_comes_in_the_language_asked_for(pack: Writer, tmp_path: Path) -> None:
    assert "জরুরি অবস্থায়" in text(pack.written(), "one", tmp_path / "one.pdf", "bn")


def test_a_page_that_is_not_there_or_hidden_is_told(pack: Writer, tmp_path: Path) -> None:
    pack.page("late", due="2026-03-01").hide_overdue = True
    folder, out = pack.written(), tmp_path / "x.pdf"
    with pytest.raises(LeafletError, match=r"no page 'none'\. It has: one, two, late"):
        handout(folder, "en", out, page="none", calendar=lambda: TODAY)
    with pytest.raises(LeafletError, match="the review of the page 'late' is overdue"):
        handout(folder, "en", out, page="late", calendar=lambda: TODAY)
    assert not out.exists()
