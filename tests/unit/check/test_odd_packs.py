"""What the check makes of files that are saved, named, linked or written in odd ways."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.check.examine import examine
from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.rule import PackRule, PageRule, Survey
from tests.unit.check.rulebook import page
from tests.unit.check.test_examine import ASSETS, EVERY, TODAY, found, pack

# Where things stand


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("e\u0301e\u0301 miracle", 6),  # two letters each with its accent apart
        ("\u09b9\u09df \u09b9\u09df miracle", 7),  # which reading takes apart
        ("a\x00\u200b miracle", 5),  # a character that no page keeps
        ("\U0001f642 miracle", 3),
        ("\tmiracle", 2),
    ],
)
@pytest.mark.parametrize(("begin", "end"), [("", "\n"), ("\ufeff", "\r\n"), ("", "\r")])
def test_columns_are_those_of_the_file_as_it_is_saved(
    tmp_path: Path, text: str, column: int, begin: str, end: str
) -> None:
    folder = pack(tmp_path, {})
    (folder / "en").mkdir()
    whole = page(f"- x\n{text}" if text.startswith("\t") else text)
    (folder / "en/one.md").write_bytes((begin + whole.replace("\n", end)).encode())

    def look(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
        yield Mark(checked.find("miracle"), "a", "b")

    (finding,) = found(folder, PageRule("x", Severity.ERROR, "x", look)).findings
    assert finding.spot.column == column
    assert "miracle" in whole.split("\n")[finding.spot.line - 1]


def test_a_key_of_the_front_matter_is_found_within_braces_too(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "---\ntitle: T\nreview: {status: draft, author: A}\n---\nx"})

    def look(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
        yield Mark(checked.front("author"), "a", "b")

    (finding,) = found(folder, PageRule("x", Severity.ERROR, "x", look)).findings
    assert finding.spot == Spot(3, 25)


# What can't be used as it is


def test_a_page_with_a_name_that_is_never_looked_for_is_said(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Words.", "my page": "Words.", "two": "Words."})
    (folder / "en/two.md").rename(folder / "en/two.MD")
    (folder / "en/.#one.md").write_text("an editor's own", "utf-8")
    told = [(each.file, each.severity) for each in found(folder).findings]
    assert told == [("en/my page.md", Severity.WARNING), ("en/two.MD", Severity.WARNING)]


def test_a_link_in_the_pack_is_named_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere.md").write_text(page("Words."), "utf-8")
    folder = pack(tmp_path / "pack", {"one": "Words."})
    (folder / "en/two.md").symlink_to(tmp_path / "elsewhere.md")
    monkeypatch.chdir(tmp_path)
    for named in (folder, Path("pack")):
        (finding,) = found(named).findings
        assert finding.file == "en/two.md"


@pytest.mark.parametrize("kind", [PageRule, PackRule])
def test_a_rule_that_breaks_down_is_a_finding_and_the_others_are_asked(
    tmp_path: Path, kind: type[PageRule | PackRule]
) -> None:
    def broken(*asked: object) -> Iterator[Mark]:
        raise KeyError("oh")

    folder = pack(tmp_path, {"one": "Words."})
    report = found(folder, kind("broken", Severity.WARNING, "x", broken), EVERY)
    (failed,) = [each for each in report.findings if each.rule == "broken"]
    assert (failed.severity, failed.spot) == (Severity.ERROR, Spot())
    assert "KeyError" in failed.problem
    assert [each for each in report.findings if each.rule == EVERY.name]


# Whatever a pack holds: tests/fuzz/packs.py


@pytest.mark.parametrize(
    "part",
    [
        "!!! note\n" + "    - a [here](x.md)\n" * 100 + "\n",
        "[www.nhs.uk](https://x.example) p\u0430y ক\u200dখ \u2603\u200f [Nurse](faq.md)\n\n" * 60,
        "#### Same\n\nPain fell in 3 of 100 people. It is a miracle.\n\n" * 20,
    ],
)
def test_the_time_does_not_grow_with_the_square_of_a_page(tmp_path: Path, part: str) -> None:
    def spent(count: int) -> float:
        folder = pack(tmp_path, {"one": part * count})
        begun = time.process_time()
        examine(folder, assets=ASSETS, today=TODAY)
        return time.process_time() - begun

    spent(1)
    few, many = spent(3), spent(24)
    assert many < 3 * 8 * few, f"{few:.2f} s, then {many:.2f} s for eight times as much"
