"""`kiosk reviewed`: who reviewed which text is written down, and nothing else changes."""

from __future__ import annotations

import difflib
import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.check.examine import examine
from kiosk.check.material.finding import Severity
from kiosk.markdown.frontmatter import split
from kiosk.pack.reviewed import DIGITS, text_digest, write_review
from kiosk.page.error import ContentError
from kiosk.page.review import Review, Status
from kiosk.page.source import SourceText
from kiosk.shipped import shipped
from tests.unit.check.rulebook import Rulebook

ASSETS = shipped("assets")
TODAY, NEXT = date(2026, 11, 22), date(2027, 11, 22)
REVIEWER = "Dr B. Doctor: GP, \"skin\" & 'hair' #1"

BODY = "\n## Afterwards {#after}\n\nYour arm may be sore for two days.\nCall {{ phone }}.\n"

HEADS = {
    "block": "title: T\nlead: L\nreview:\n  status: draft\n  author: A Nurse\n",
    "flow": "title: T\nlead: L\nreview: {status: draft, author: A Nurse}\nlayout: page\n",
    "flow on two lines": "title: T\nreview: {status: draft,\n  author: A Nurse, # who\n  }\n",
    "wide": "title: T\nreview:\n      author: 'A Nurse'  # who\n      status: draft   # not yet\n",
    "json": 'title: T\nreview: {"status":"draft","author":"A Nurse"}\n',
    "again": (
        "title: T\nreview:\n  status: reviewed\n  author: A Nurse\n  reviewer: C. Doctor\n"
        "  reviewed: 2020-01-01\n  next_review: 2021-01-01\n  digest: '0123456789ab'\ntab: x\n"
    ),
    "empty": "title: T\nreview:\n  reviewed: # nobody\n  status: draft\n  author: A Nurse\n",
    "comment between": "review:\n  # who\n  status: draft\n  author: A Nurse\n  # end\ntitle: T\n",
    "folded": "title: T\nreview:\n  status: draft\n  author: >-\n    A Nurse\nlead: L\n",
}


def written(folder: Path, head: str, *, end: str = "\n", begin: str = "") -> Path:
    Rulebook(folder, "heading-order").write({"en/page": "Words."})
    file = folder / "en" / "page.md"
    file.write_bytes((begin + f"---\n{head}---\n{BODY}".replace("\n", end)).encode())
    return file


def review(file: Path, reviewer: str = REVIEWER, *, day: date = NEXT) -> str:
    return write_review(file, reviewer=reviewer, next_review=day, today=TODAY, assets=ASSETS)


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
@pytest.mark.parametrize(("begin", "end"), [("", "\n"), ("\ufeff", "\r\n"), ("", "\r")])
def test_only_the_lines_of_the_review_change(
    tmp_path: Path, head: str, begin: str, end: str
) -> None:
    file = written(tmp_path, head, begin=begin, end=end)
    before = file.read_bytes().decode()
    digest = text_digest(SourceText.read(file))
    assert f"says now that {REVIEWER} has reviewed it on 2026-11-22" in review(file)
    after = file.read_bytes().decode()
    assert split(SourceText.read(file))[0].review == Review(
        status=Status.REVIEWED, author="A Nurse", reviewer=REVIEWER, reviewed=TODAY,
        next_review=NEXT, digest=digest,
    )  # fmt: skip
    changed = [
        line
        for line in difflib.ndiff(before.split(end), after.split(end))
        if line.startswith(("- ", "+ "))
    ]
    keys = ("status", "reviewer", "reviewed", "next_review", "digest", "author: A Nurse,")
    assert changed
    assert all(any(key in line for key in keys) for line in changed), changed
    assert after.count(end) - before.count(end) <= 4
    assert set(after) & {"\r", "\n"} == set(end)
    for comment in ("# who", "# not yet", "# nobody", "# end"):
        assert (comment in before) == (comment in after)
    # Doing it once more changes nothing.
    review(file)
    assert file.read_bytes().decode() == after


def test_the_check_is_content_until_a_word_is_changed(tmp_path: Path) -> None:
    file = written(tmp_path, HEADS["block"])
    review(file)

    def found() -> list[tuple[str, int, Severity]]:
        findings = examine(tmp_path, assets=ASSETS, today=TODAY).findings
        return [
            (each.problem, each.spot.line, each.severity)
            for each in findings
            if each.rule == "changed-after-review"
        ]

    assert found() == []
    text = file.read_text("utf-8")
    for same in (
        text.replace("Your arm may be", "Your  arm\nmay be") + "\n\n",
        text.replace("{#after}", "{#later}"),
        text.replace("\nCall", "\n<!-- a note -->Call"),
        text.replace("title: T", 'title: "T"'),
        text.replace("title: T", "title: T\ntab: T"),
        text.replace("2027-11-22", "2027-10-22"),
    ):
        assert same != text
        file.write_text(same, "utf-8")
        assert found() == []
    said = "the text or a picture was changed after its review on 2026-11-22"
    for other in (
        text.replace("two days", "ten days"),
        text.replace("title: T", "title: U"),
        text.replace("lead: L", "lead: M"),
        text.replace("lead: L", "lead: L\ntab: U"),
        text + "\nOne more.\n",
        text.replace("{{ phone }}", "{{ clinic }}"),
        text.replace("may be sore", "maybe sore"),
    ):
        assert other != text
        file.write_text(other, "utf-8")
        line = 10 + other.count("tab: U")
        assert found() == [(said, line, Severity.ERROR)]
    file.write_text(text.replace("status: reviewed", "status: draft") + "More.", "utf-8")
    assert found() == []


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">\n'
    ' <path d="M5 20 25 5v30Z"/></svg>'
)


def test_the_check_hears_of_a_picture_that_was_replaced_after_its_review(tmp_path: Path) -> None:
    file = written(tmp_path, HEADS["block"])
    file.write_text(file.read_text("utf-8") + "\n![An arrow](arrow.svg)\n", "utf-8")
    arrow = tmp_path / "arrow.svg"
    arrow.write_text(SVG)
    review(file)

    def changed() -> bool:
        rules = {each.rule for each in examine(tmp_path, assets=ASSETS, today=TODAY).findings}
        assert "unreadable" not in rules
        return "changed-after-review" in rules

    assert not changed()
    arrow.write_bytes(SVG.replace("\n", "\r\n\t").encode() + b"\n")
    assert not changed()
    arrow.write_text(SVG.replace("M5", "M6"))
    assert changed()
    arrow.write_text(SVG)
    assert not changed()
    # One of the language's own stands before that of the pack.
    (tmp_path / "en" / "arrow.svg").write_text(SVG.replace("v30", "v20"))
    assert changed()


def test_a_new_phone_number_and_another_glossary_leave_a_review_as_it_is(tmp_path: Path) -> None:
    file = written(tmp_path, HEADS["block"])
    review(file)
    toml = tmp_path / "pack.toml"
    toml.write_text(f'phone = "020 7946 0000"\n{toml.read_text()}')
    head = f"---\n{HEADS['block']}---\n"
    (tmp_path / "en" / "glossary.md").write_text(f"{head}\n## Words\n\narm\n:   A limb.\n")
    found = examine(tmp_path, assets=ASSETS, today=TODAY).findings
    assert "changed-after-review" not in {each.rule for each in found}


@pytest.mark.parametrize(
    ("reviewer", "day", "said"),
    [
        ("", NEXT, "nobody is named"),
        (" \n ", NEXT, "nobody is named"),
        ("A\u202eB", NEXT, "nobody is named"),
        ("a nurse, RN", NEXT, "has written this page"),
        (REVIEWER, TODAY, "is not still to come"),
        (REVIEWER, date(2025, 1, 1), "the next review, 2025-01-01, is not still to come"),
    ],
)
def test_a_review_that_cannot_be_is_refused_and_nothing_changes(
    tmp_path: Path, reviewer: str, day: date, said: str
) -> None:
    file = written(tmp_path, HEADS["block"])
    before = file.read_bytes()
    with pytest.raises(ContentError, match=said):
        review(file, reviewer, day=day)
    assert file.read_bytes() == before


def test_what_is_no_page_is_refused(tmp_path: Path) -> None:
    page = written(tmp_path, HEADS["block"])
    (tmp_path / "de").mkdir()
    (tmp_path / "de/page.md").write_bytes(page.read_bytes())
    (tmp_path / "en/my page.md").write_bytes(page.read_bytes())
    (tmp_path / "en/torn.md").write_text("no front matter", "utf-8")
    (tmp_path / "en/lost.md").write_text(page.read_text("utf-8") + "\nx[^no]\n", "utf-8")
    (tmp_path / "en/bare.md").write_text(page.read_text("utf-8") + "\n![x](no.svg)\n", "utf-8")
    for name, said in {
        "pack.toml": "no page of a pack", "en": "no page of a pack", "en/nowhere.md": "missing",
        "de/page.md": "not a language", "en/my page.md": "no page of a pack",
        "en/torn.md": "three dashes", "en/lost.md": "leads to no source",
        "en/bare.md": "'no.svg' is missing",
        "../nowhere/en/page.md": "no page of a pack",
    }.items():  # fmt: skip
        with pytest.raises(ContentError, match=said):
            review(tmp_path / name)


def test_the_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    file = written(tmp_path / "pack", HEADS["flow"])
    real = tmp_path / "pack" / "texts" / "page.md"
    real.parent.mkdir()
    file.rename(real)
    file.symlink_to(real)
    real.chmod(0o664)
    review(file)
    assert file.is_symlink()
    assert stat.S_IMODE(os.stat(real).st_mode) == 0o664
    assert "status: reviewed" in real.read_text("utf-8")


def test_the_file_may_be_named_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, HEADS["block"])
    monkeypatch.chdir(file.parent)
    assert review(Path("page.md")).startswith("page.md says now")


@given(st.text(alphabet="ab \t\n\u00a0িক5,|", max_size=30), st.sampled_from(" \n\t\u00a0"))
def test_the_digest_knows_words_and_no_white_space(body: str, space: str) -> None:
    def digest(text: str) -> str:
        return text_digest(SourceText.of(f"---\n{HEADS['block']}---\n\n{text}", "page.md"))

    first = digest(body)
    assert len(first) == DIGITS
    assert digest(space + body.replace(" ", f" {space}") + space) == first
    assert digest(body + "x") != first
