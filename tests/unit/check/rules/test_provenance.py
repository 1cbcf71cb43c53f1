"""The rules about who wrote and reviewed a page: near misses, the day of the check, and remedies.

That each fires on the bad example of its page and not on the good one: test_rule_pages.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.check.examine import Report, examine
from kiosk.check.material.finding import Finding, Severity
from kiosk.check.material.rule import AnyRule
from kiosk.check.report import as_json, as_lines, as_page
from kiosk.check.rules import RULES, provenance
from kiosk.shipped import shipped
from tests.unit.check import rule_pages
from tests.unit.check.rulebook import TODAY, Rulebook


def reviewed(**front: object) -> str:
    """A page with this review; what isn't given is as it should be."""
    given = {
        "status": "reviewed",
        "author": "A. Nurse",
        "reviewer": "B. Doctor",
        "reviewed": TODAY - timedelta(days=100),
        "next_review": TODAY + timedelta(days=600),
        **front,
    }
    lines = "".join(f"  {key}: {value}\n" for key, value in given.items() if value is not None)
    return f"---\ntitle: A page\nreview:\n{lines}---\n\nWords.\n"


def finds(folder: Path, rule: str, text: str, *, release: bool = False) -> list[Finding]:
    return Rulebook(folder, rule).finds(text, release=release)


def test_our_own_drafts_break_no_rule_about_their_origin() -> None:
    report = examine(
        shipped("content"), assets=shipped("assets"), today=date.today(), rules=provenance.RULES
    )
    assert report.findings == ()


def test_our_own_pack_is_refused_as_a_release() -> None:
    """It is a draft with a placeholder for the clinic: a clinic has to make it its own."""
    report = examine(
        shipped("content"),
        assets=shipped("assets"),
        today=date.today(),
        release=True,
        rules=provenance.RULES,
    )
    found = [(each.rule, each.file) for each in report.findings]
    assert report.errors == len(found)
    assert found.count(("clinic-details", "pack.toml")) == 15, (
        "two names, one number and twelve details"
    )
    drafts = {file for rule, file in found if rule == "no-drafts"}
    assert len(drafts) == report.pages


@pytest.mark.parametrize(
    "author",
    ["Name", "Your name", "TODO", "tbd", "T.B.C.", "N/A", "[author]", "<Your Name>", "???", "xxx",
     "Full name here", "someone", "আপনার নাম", "the author"],
)  # fmt: skip
def test_a_placeholder_is_no_author(author: str, tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "named-author", reviewed(author=f'"{author}"'))
    assert finding.severity is Severity.ERROR
    assert finding.spot.line == 5


@pytest.mark.parametrize(
    "author", ["Kiosk project", "The practice team", "Xu", "Todor N.", "Namita", "A Nurse", "কিওস্ক"]
)
def test_a_name_that_only_looks_like_one_does_not_fire(author: str, tmp_path: Path) -> None:
    assert finds(tmp_path, "named-author", reviewed(author=author)) == []


@pytest.mark.parametrize(
    "reviewer", ["A. Nurse", "a nurse", "Dr A. Nurse", "A. Nurse (RN)", "A. Nurse, MD"]
)
def test_who_wrote_a_page_can_not_review_it(reviewer: str, tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "independent-reviewer", reviewed(reviewer=f'"{reviewer}"'))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("reviewer", ["B. Nurse", "A. Nursery", "Dr C. Nurse, brother of A. Nurse"])
def test_somebody_else_may_review_a_page(reviewer: str, tmp_path: Path) -> None:
    assert finds(tmp_path, "independent-reviewer", reviewed(reviewer=f'"{reviewer}"')) == []


def test_a_placeholder_is_no_reviewer(tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "independent-reviewer", reviewed(reviewer="Reviewer's name"))
    assert "not a reviewer's name" in finding.problem


@pytest.mark.parametrize(
    ("last", "due", "severity"),
    [
        ("2026-11-22", "2029-11-22", None),
        ("2026-11-22", "2029-11-23", Severity.WARNING),
        ("2024-02-29", "2027-02-28", None),
        ("2024-02-29", "2027-03-01", Severity.WARNING),
        ("2026-11-23", "2027-11-22", Severity.ERROR),
        ("2026-11-01", "2026-11-01", Severity.ERROR),
        ("2026-11-01", "2025-11-01", Severity.ERROR),
    ],
)
def test_dates_that_can_not_be_true_fire(
    last: str, due: str, severity: Severity | None, tmp_path: Path
) -> None:
    found = finds(tmp_path, "review-dates", reviewed(reviewed=last, next_review=due))
    assert [each.severity for each in found] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("days", "words", "in_a_release"),
    [
        (-1, "overdue since 2026-11-21", Severity.ERROR),
        (0, "due today", Severity.WARNING),
        (1, "due in 1 day", Severity.WARNING),
        (30, "due in 30 days", Severity.WARNING),
        (31, "", None),
    ],
)
def test_a_review_is_said_to_be_due_before_it_is_overdue(
    days: int, words: str, in_a_release: Severity | None, tmp_path: Path
) -> None:
    text = reviewed(next_review=TODAY + timedelta(days=days))
    for release, severity in ((False, Severity.WARNING), (True, in_a_release)):
        found = finds(tmp_path, "review-due", text, release=release)
        assert [each.severity for each in found] == ([severity] if words else [])
        assert all(words in each.problem for each in found)


def test_a_draft_is_never_overdue(tmp_path: Path) -> None:
    text = reviewed(status="draft", reviewer=None, reviewed=None, next_review="2020-01-01")
    assert finds(tmp_path, "review-due", text, release=True) == []


def test_a_draft_is_quiet_until_it_is_to_be_released(tmp_path: Path) -> None:
    text = reviewed(status="draft", reviewer=None, reviewed=None)
    assert finds(tmp_path, "no-drafts", text) == []
    (finding,) = finds(tmp_path, "no-drafts", text, release=True)
    assert finding.severity is Severity.ERROR


def test_a_draft_with_reviewer_and_date_is_a_forgotten_status(tmp_path: Path) -> None:
    (finding,) = finds(tmp_path, "no-drafts", reviewed(status="draft"))
    assert finding.severity is Severity.WARNING
    assert finds(tmp_path, "no-drafts", reviewed()) == []


@pytest.mark.parametrize(
    ("pack", "problems"),
    [
        ('phone = "01632 960123"', 0),
        ('phone = "000-000"', 1),
        ('phone = ""', 0),
        ("phone = {en = '11111'}", 1),
    ],
)
def test_only_a_number_of_one_digit_is_a_placeholder(
    pack: str, problems: int, tmp_path: Path
) -> None:
    book = Rulebook(tmp_path, "clinic-details")
    book.write({"en/page": reviewed()}, pack)
    assert len(book.findings(release=True)) == problems
    assert book.findings() == []


@pytest.mark.parametrize(
    ("rule", "mended"),
    [
        ("named-author", {"author": "The nurses"}),
        ("independent-reviewer", {"status": "draft"}),
        ("review-dates", {"reviewed": "2026-11-20"}),
        ("review-due", {"reviewed": "2026-11-21", "next_review": "2028-11-21"}),
        ("review-due", {"status": "draft"}),
    ],
)
def test_each_remedy_mends_the_example(rule: str, mended: dict[str, str], tmp_path: Path) -> None:
    (finding,) = rule_pages.read(rule).bad.findings(tmp_path)
    assert all(word in finding.remedy + finding.problem for word in _said(mended))
    file = tmp_path / finding.file
    text = file.read_text("utf-8")
    for key, value in mended.items():
        text = re.sub(rf"(?m)^  {key}:.*$", f"  {key}: {value}", text)
    file.write_text(text, "utf-8")
    assert Rulebook(tmp_path, rule).findings() == []


def _said(mended: dict[str, str]) -> list[str]:
    """What a remedy must have named: the status to go back to, or what to write."""
    return ["draft"] if "status" in mended else []


def test_a_longer_time_to_the_next_review_is_mended_by_the_day_that_is_given(
    tmp_path: Path,
) -> None:
    text = reviewed(reviewed="2026-01-31", next_review="2036-01-31")
    (finding,) = finds(tmp_path, "review-dates", text)
    day = re.search(r"\d{4}-\d\d-\d\d", finding.remedy)
    assert day
    assert finds(tmp_path, "review-dates", text.replace("2036-01-31", day[0])) == []


def test_a_review_mends_a_draft_and_real_details_a_placeholder(tmp_path: Path) -> None:
    example = rule_pages.read("no-drafts").bad
    (finding,) = example.findings(tmp_path)
    for key in ("status: reviewed", "reviewer", "reviewed", "next_review"):
        assert key in finding.remedy
    (tmp_path / finding.file).write_text(reviewed(), "utf-8")
    assert Rulebook(tmp_path, "no-drafts").findings(release=True) == []
    for finding in rule_pages.read("clinic-details").bad.findings(tmp_path / "clinic"):
        assert "the clinic's own" in finding.remedy
        file = tmp_path / "clinic" / finding.file
        named = re.search("called|phone|'price'", finding.problem)
        assert named
        key = {"called": "clinic", "phone": "phone"}.get(named[0], "price")
        text = re.sub(rf"(?m)^{key} = .*$", f'{key} = "0123"', file.read_text("utf-8"))
        file.write_text(text, "utf-8")
    assert Rulebook(tmp_path / "clinic", "clinic-details").findings(release=True) == []


DETAILS = """\
[details]
price = {en = "[ask]", bn = "৫"}
register = "[look it up]"
licence = "12 345"
"""


def details(folder: Path, text: str, rule: str = "clinic-details", toml: str = DETAILS) -> Rulebook:
    book = Rulebook(folder, rule)
    book.write({"en/page": text, "bn/page": text}, toml)
    return book


def test_a_release_refuses_each_detail_in_brackets_with_its_line(tmp_path: Path) -> None:
    found = details(tmp_path, "x").findings(release=True)
    assert [(each.file, each.spot.line, each.severity) for each in found] == [
        ("pack.toml", 8, Severity.ERROR),
        ("pack.toml", 9, Severity.ERROR),
    ]
    assert [each.problem for each in found] == [
        "the detail 'price' isn't filled in yet in en",
        "the detail 'register' isn't filled in yet",
    ]
    assert all("square brackets" in each.remedy for each in found)


def test_a_check_ends_with_what_is_to_be_filled_in_before_a_release(tmp_path: Path) -> None:
    book = details(tmp_path, "x {{ price }} {{ register }} {{ licence }}")
    rules = [rule for rule in RULES if rule.name == "clinic-details"]

    def report(*, release: bool = False, rules: Sequence[AnyRule] = rules) -> Report:
        return examine(
            book.folder, assets=shipped("assets"), today=TODAY, release=release, rules=rules
        )

    line = "Still to fill in before a release: price (pack.toml:8), register (pack.toml:9)."
    told = f"{line}\n2 pages, nothing to mend."
    assert as_lines(report(), book.folder) == told
    assert as_page(report(), book.folder, colours=False) == told
    assert json.loads(as_json(report(), book.folder))["waiting"] == {"price": 8, "register": 9}
    assert not report(release=True).waiting, "each is an error then"
    assert not report(rules=()).waiting, "no release would refuse them"


def test_a_clinic_without_a_name_is_to_be_filled_in_too(tmp_path: Path) -> None:
    toml = 'phone = "00 00"'
    book = details(tmp_path, "x", toml=toml)
    report = examine(book.folder, assets=shipped("assets"), today=TODAY)
    assert report.waiting == {"phone": 7}


def test_a_detail_that_no_page_shows_is_told(tmp_path: Path) -> None:
    (found,) = details(tmp_path, "{{ price }} {{register}}", "unused-detail").findings()
    assert (found.file, found.spot.line) == ("pack.toml", 10)
    assert "'licence'" in found.problem


def test_nothing_is_said_of_what_a_page_shows_that_can_not_be_read(tmp_path: Path) -> None:
    found = details(tmp_path, "{{ prise }}", "unused-detail").findings()
    assert {each.rule for each in found} == {"unreadable"}


def test_a_detail_that_lacks_a_language_is_told(tmp_path: Path) -> None:
    toml = '[details]\nprice = {en = "5"}\nregister = "R"'
    (found,) = details(tmp_path, "x", "detail-words", toml).findings()
    assert (found.file, found.spot.line) == ("pack.toml", 8)
    assert "no words in 'bn'" in found.problem
