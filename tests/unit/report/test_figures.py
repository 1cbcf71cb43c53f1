"""The figures of a month: which are told, which are not, and what they are called."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pack.pack import Pack, load_pack
from kiosk.report.csv_table import COLUMNS, csv_table
from kiosk.report.figures import FEWEST, Figures, Line, check_month, figures, last_month
from kiosk.report.report_error import ReportError
from kiosk.shipped import shipped
from tests.flows.packs import Writer

DOORS = "## Pain {#pain}\n\nA.\n\n## Bruises {#bruises}\n\nB.\n\n## Price {#price}\n\nC."


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    writer = Writer(tmp_path / "pack", ("en", "bn")).page("one", DOORS, layout="doors")
    writer.page("two", "## All\n\n### Why? {#why}\n\nB.", layout="faq")
    return load_pack(writer.written(), assets=shipped("assets"))


def rows(found: Figures) -> list[dict[str, str]]:
    table = csv_table(found).decode("utf-8-sig")
    return list(csv.DictReader(table.splitlines()))


def test_what_a_pack_has_is_told_by_its_titles_in_its_order(pack: Pack) -> None:
    found = figures("2026-11", {("section one#pain", "bn"): 9}, pack, "en")
    told = [(line.kind, line.page, line.place, line.title) for line in found.lines]
    assert told[4:] == [
        ("page", "one", "", "Page one"),
        ("section", "one", "pain", "Pain"),
        ("section", "one", "bruises", "Bruises"),
        ("section", "one", "price", "Price"),
        ("page", "two", "", "Page two"),
        ("question", "two", "why", "Why?"),
    ]
    assert found.languages == ("en", "bn")
    assert found.of("section")[0].counts == (None, 9)


def test_what_is_no_longer_in_the_pack_is_told_by_its_name(pack: Pack) -> None:
    found = figures(
        "2026-11", {("section gone#old", "de"): 9, ("scheme dark", "en"): 5}, pack, "en"
    )
    assert found.languages == ("en", "bn", "de")
    assert found.lines[-2:] == (
        Line("scheme", "", "dark", "", (5, None, None)),
        Line("section", "gone", "old", "", (None, None, 9)),
    )


@given(st.dictionaries(st.sampled_from(["en", "bn", "de"]), st.integers(0, 12), min_size=1))
def test_no_count_under_five_is_told_nor_does_a_sum_tell_it(counts: dict[str, int]) -> None:
    with TemporaryDirectory() as folder:
        pack = load_pack(
            Writer(Path(folder), ("en", "bn")).page("one").written(), assets=shipped("assets")
        )
        found = figures("2026-11", {("visit", each): n for each, n in counts.items()}, pack, "en")
    [line] = found.of("visit")
    shown = dict(zip(found.languages, line.counts, strict=True))
    for language, count in shown.items():
        assert count == (counts.get(language, 0) if counts.get(language, 0) >= FEWEST else None)
    assert line.told == sum(n for n in counts.values() if n >= FEWEST)


@pytest.mark.parametrize(
    "seen",
    [("page one", "en"), ("text-size 200", "en"), ("section gone#old", "en"), ("visit", "de")],
)
def test_none_one_and_four_look_alike(pack: Pack, seen: tuple[str, str]) -> None:
    visits = {("visit", "en"): 9}
    written = {
        csv_table(figures("2026-11", visits | counts, pack, "en"))
        for counts in ({}, {seen: 1}, {seen: 4})
    }
    assert len(written) == 1


def test_the_table_has_a_line_for_each_thing_and_language(pack: Pack) -> None:
    counts = {("visit", "en"): 40, ("section one#pain", "en"): 5, ("section one#pain", "bn"): 4}
    found = figures("2026-11", counts, pack, "en", [("bn", "পরচুলা")])
    table = rows(found)
    assert tuple(table[0]) == COLUMNS
    assert len(table) == len(found.lines) * 2 + 1
    visits = {(row["kind"], row["place"], row["language"]): row["visits"] for row in table}
    assert visits["visit", "", "en"] == "40"
    assert visits["section", "pain", "en"] == "5"
    assert visits["section", "pain", "bn"] == "<5"
    assert table[-1] | {"month": ""} == dict.fromkeys(COLUMNS, "") | {
        "kind": "word", "place": "পরচুলা", "language": "bn",
    }  # fmt: skip


@pytest.mark.parametrize("signs", ['=HYPERLINK("x")', "-1", "\N{FULLWIDTH EQUALS SIGN}1", "\t=1"])
def test_no_title_or_name_is_a_formula_to_a_spreadsheet(signs: str) -> None:
    found = Figures("2026-11", ("en",), (Line("section", signs, signs, signs, (7,)),))
    row = rows(found)[0]
    assert {row["page"], row["place"], row["title"]} == {f"'{signs}"}


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2026, 12, 1), "2026-11"), (date(2027, 1, 31), "2026-12"), (date(2026, 2, 1), "2026-01")],
)
def test_only_a_month_that_is_over_is_reported(today: date, month: str) -> None:
    assert last_month(today) == month
    check_month(month, today)
    with pytest.raises(ReportError, match=f"isn't over yet.*Ask for {month}"):
        check_month(f"{today:%Y-%m}", today)
