"""The check as a whole: where things stand, what is switched off, how findings are told."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.check.command import check
from kiosk.check.examine import SWITCHED_OFF, UNREADABLE, Report, examine
from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Finding, Mark, Severity, Spot
from kiosk.check.material.locate import Locator
from kiosk.check.material.rule import PackRule, PageRule, Survey
from kiosk.check.report import as_json, as_lines, as_page
from kiosk.check.rules import RULES
from kiosk.pack.starter import write
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText
from kiosk.page.translation import DIGITS, text_hash
from kiosk.shipped import shipped
from tests.unit.check.rulebook import page
from tests.waiting import LIMIT

ASSETS = shipped("assets")
TODAY = date(2026, 11, 22)


def _every(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for passage in checked.passages:
        yield Mark(checked.spot(passage), passage.text, "do it")


EVERY = PageRule("every-passage", Severity.WARNING, "nothing", _every)


def pack(folder: Path, pages: dict[str, str], more: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "pack.toml").write_text(
        'title = "A pack"\nclinic = "A clinic"\nemergency_number = "999"\n'
        'front_desk = "ask"\nlanguages = ["en"]\ntabs = [{page = "one", icon = "info"}]\n' + more,
        "utf-8",
    )
    for name, text in pages.items():
        file = folder / "en" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(page(text), "utf-8")
    return folder


def found(folder: Path, *rules: PageRule | PackRule) -> Report:
    return examine(folder, assets=ASSETS, today=TODAY, rules=rules)


# Where things stand


BODY = """\
## A heading with a [link](one.md#x) {#here}

A paragraph, **strong**, with a mark[^note] and {{ clinic }} &amp; more.

| Head | Other |
|------|-------|
| Cell | **Same** words |
| Same words | ৪৯ জন পুরুষ |

- Same words

[^note]: A source. 2015. doi:10.1000/example
"""


def test_every_run_of_words_is_found_in_its_line_and_column(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": BODY})
    lines = page(BODY).split("\n")
    report = found(folder, EVERY)
    places: dict[str, list[Spot]] = {}
    for finding in report.findings:
        assert finding.spot.line, finding
        line = lines[finding.spot.line - 1]
        rest = line[finding.spot.column - 1 :]
        first = finding.problem.split()[0].strip(",")
        assert rest.startswith(first) or rest.startswith(f"{{{{ {first}"), (finding, rest)
        places.setdefault(finding.problem, []).append(finding.spot)
    # The same words three times: each is found where it stands, not where the first one is.
    same = [number for number, line in enumerate(lines, 1) if "Same" in line]
    assert [spot.line for spot in places["Same words"]] == same


def test_all_words_of_the_own_packs_are_found() -> None:
    for folder in (shipped("content"), ASSETS / "starter"):
        lost = [
            each for each in found(folder, EVERY).findings if each.problem and not each.spot.line
        ]
        assert not lost


@given(st.text(max_size=300), st.text(max_size=30))
def test_looking_for_words_never_raises(text: str, words: str) -> None:
    source = SourceText.of(text, "page.md")
    locator = Locator(source, {"clinic": "A"}, source.text)
    spot = locator.spot(locator.find(words))
    assert spot.line <= text.count("\n") + text.count("\r") + 1
    assert locator.raw(words).line <= text.count("\n") + text.count("\r") + 1


def test_words_are_found_within_a_passage(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Salt. It is salt.\n\nNo more *salt* at all, salt."})

    def look(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
        yield Mark(checked.spot(checked.passages[-1], "at all"), "a", "b")

    (finding,) = found(folder, PageRule("x", Severity.ERROR, "x", look)).findings
    assert finding.spot == Spot(11, 16)


def test_words_are_found_behind_a_new_line_and_what_is_raised_by_tags(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Ten<br>to 10<sup>9</sup> of<br>\nthem. Write `<br>` here."})

    def look(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
        for words in ("", "of", "them", "here"):
            yield Mark(checked.spot(checked.passages[-1], words), words, "b")

    places = [
        each.spot for each in found(folder, PageRule("x", Severity.ERROR, "x", look)).findings
    ]
    assert places == [Spot(9, 1), Spot(9, 26), Spot(10, 1), Spot(10, 20)]


# What is switched off


def test_a_reason_tells_a_terminal_nothing_but_words(tmp_path: Path) -> None:
    why = '[check.off]\nevery-passage = "Too\\u001b[31m\\nloud."\n'
    report = found(pack(tmp_path, {"one": "Words."}, why), EVERY)
    for told in (as_lines(report, tmp_path), as_page(report, tmp_path, colours=False)):
        assert "Not asked: [every-passage], because Too [31m loud." in told


def test_a_rule_that_is_off_with_a_reason_is_not_asked_and_said_so(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Words."}, '[check.off]\nevery-passage = "Too loud."\n')
    report = found(folder, EVERY)
    assert not report.findings
    assert "Not asked: [every-passage], because Too loud." in as_lines(report, folder)


@pytest.mark.parametrize(
    ("line", "said"),
    [('every-passage = " "', "without a reason"), ('ever = "Too loud."', "no rule called 'ever'")],
)
def test_a_rule_is_not_off_without_a_reason_or_by_a_wrong_name(
    tmp_path: Path, line: str, said: str
) -> None:
    folder = pack(tmp_path, {"one": "Words."}, f"[check.off]\n{line}\n")
    report = found(folder, EVERY)
    (wrong,) = [each for each in report.findings if each.rule == SWITCHED_OFF]
    assert said in wrong.problem
    assert wrong.spot == Spot(8, 1)
    assert wrong.file == "pack.toml"
    assert [each for each in report.findings if each.rule == EVERY.name]


# What can't be read


def test_a_page_that_cannot_be_read_is_a_finding_and_the_others_are_examined(
    tmp_path: Path,
) -> None:
    folder = pack(tmp_path, {"one": "Words.", "two": "A mark[^no].", "three": "More."})
    report = found(folder, EVERY)
    (unreadable,) = [each for each in report.findings if each.rule == UNREADABLE]
    assert (unreadable.file, unreadable.spot.line) == ("en/two.md", 9)
    assert report.errors == 1
    assert {each.file for each in report.findings} == {"en/one.md", "en/two.md", "en/three.md"}


def test_a_page_with_three_faults_has_three_findings_and_counts_once(tmp_path: Path) -> None:
    two = "A mark[^no].\n\n- {{ nobody }}\n\n![Outside](/etc/picture.png)"
    report = found(pack(tmp_path, {"one": "Words.", "two": two}), EVERY)
    faults = [each for each in report.findings if each.rule == UNREADABLE]
    assert [(each.file, each.spot.line - 9) for each in faults] == [
        ("en/two.md", 0),
        ("en/two.md", 2),
        ("en/two.md", 4),
    ]
    assert report.pages == 2


def test_a_picture_that_is_missing_hides_no_other_fault_of_its_page(tmp_path: Path) -> None:
    body = "![A hand](hand.svg)\n\n## Part ![A](a.svg)\n\n#### Deep\n\n<b>Words</b>"
    folder = pack(tmp_path, {"one": "Words.", "two": body})
    report = examine(folder, assets=ASSETS, today=TODAY)
    told = {(each.rule, each.spot.line - 9) for each in report.findings if "two" in each.file}
    assert {
        (UNREADABLE, 0), (UNREADABLE, 2), ("heading-order", 4), ("raw-html", 6),
    } <= told  # fmt: skip
    assert report.pages == 2


def test_faults_of_pack_toml_front_matter_and_body_are_told_in_one_run(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "A mark[^no].", "two": "Words."}, "extras = two\ncolour = 1\n")
    one = folder / "en" / "one.md"
    one.write_text(one.read_text("utf-8").replace("title: ", "title; ").replace("draft", "drafd"))
    report = found(folder, EVERY)
    faults = [each for each in report.findings if each.rule == UNREADABLE]
    assert [(each.file, each.spot.line) for each in faults] == [
        ("en/one.md", 2), ("en/one.md", 5), ("en/one.md", 9), ("pack.toml", 7), ("pack.toml", 8),
    ]  # fmt: skip
    assert {each.file for each in report.findings if each.rule == EVERY.name} == {"en/two.md"}
    assert report.pages == 2


def test_a_page_that_is_not_there_hides_no_other_and_no_fault_of_a_page(tmp_path: Path) -> None:
    more = 'extras = ["two", "three"]\nabout = "four"\n'
    report = found(pack(tmp_path, {"one": "A mark[^no].", "two": "Words."}, more))
    assert [(each.file, each.spot.line) for each in report.findings] == [
        ("en/one.md", 9), ("pack.toml", 7), ("pack.toml", 8),
    ]  # fmt: skip


def test_what_stands_in_for_a_missing_line_is_not_looked_for(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Words."})
    file = folder / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('page = "one", ', ""), "utf-8")
    report = found(folder)
    assert ["'page' is missing" in each.problem for each in report.findings] == [True]


def test_a_folder_that_is_too_large_to_be_shown_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pack(tmp_path, {"one": "Words."})
    there = sum(1 for _ in folder.rglob("*"))
    monkeypatch.setattr("kiosk.pack.copying.MOST_FILES", there)
    assert found(folder).findings == ()
    monkeypatch.setattr("kiosk.pack.copying.MOST_FILES", there - 1)
    (finding,) = found(folder).findings
    assert "holds more than" in finding.problem


def test_a_folder_without_a_pack_is_one_finding(tmp_path: Path) -> None:
    (finding,) = found(tmp_path / "nowhere", EVERY).findings
    assert (finding.rule, finding.file) == (UNREADABLE, "pack.toml")


# How it is told


def report(*findings: Finding) -> Report:
    return Report(findings=findings, pages=2, off={})


def finding(problem: str = "it is wrong", *, file: str = "en/one.md", line: int = 3) -> Finding:
    return Finding(
        file=file,
        spot=Spot(line, 5) if line else Spot(),
        rule="no-html",
        severity=Severity.ERROR,
        problem=problem,
        remedy="Mend it",
    )


def test_each_finding_is_one_line_that_editors_can_follow() -> None:
    text = as_lines(report(finding(), finding("two\nlines\x1b[2J", line=0)), Path("pack"))
    first, second, last = text.split("\n")
    assert first == "pack/en/one.md:3:5: error: [no-html] It is wrong. Mend it."
    assert second == "pack/en/one.md: error: [no-html] Two lines [2J. Mend it."
    assert last == "2 pages, 2 errors, 0 warnings."


def test_on_a_terminal_findings_are_grouped_by_file_and_coloured() -> None:
    two = report(finding(), finding("again"), finding(file="en/two.md"))
    page = as_page(two, Path("pack"), colours=True)
    assert page.count("pack/en/one.md") == 1
    assert "\033[31merror" in page
    plain = as_page(two, Path("pack"), colours=False)
    assert "\033" not in plain
    assert plain.index("en/one.md") < plain.index("Again") < plain.index("en/two.md")


def test_json_tells_every_field(tmp_path: Path) -> None:
    told = json.loads(as_json(report(finding()), tmp_path))
    assert (told["pages"], told["errors"], told["warnings"]) == (2, 1, 0)
    assert told["findings"][0] | {"line": 3, "column": 5, "rule": "no-html"} == told["findings"][0]


def test_sarif_names_every_rule_and_every_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = pack(tmp_path / "a ü", {"one": "A mark[^no]."})
    (folder / "en" / "ä b.md").write_text("x", "utf-8")
    code = check(folder, assets=ASSETS, form="sarif", release=False, today=TODAY)
    log = json.loads(capsys.readouterr().out)
    assert (code, log["version"]) == (1, "2.1.0")
    (run,) = log["runs"]
    rules = [each["id"] for each in run["tool"]["driver"]["rules"]]
    assert rules == [UNREADABLE, SWITCHED_OFF, *(rule.name for rule in RULES)]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        place = result["locations"][0]["physicalLocation"]
        base = run["originalUriBaseIds"][place["artifactLocation"]["uriBaseId"]]["uri"]
        file = unquote((base + place["artifactLocation"]["uri"]).removeprefix("file://"))
        assert Path(file).is_file()
        assert place.get("region", {"startLine": 1})["startLine"] >= 1


def test_the_exit_code_is_1_with_an_error_and_0_with_warnings_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write(tmp_path / "good", ASSETS / "starter")
    assert "kiosk check" in good
    assert check(tmp_path / "good", assets=ASSETS, form="text", release=False, today=TODAY) == 0
    (tmp_path / "good" / "en" / "torn.md").write_text("---\n", "utf-8")
    assert check(tmp_path / "good", assets=ASSETS, form="text", release=False, today=TODAY) == 1
    capsys.readouterr()


# The command itself


def run(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", "check", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT)


def test_the_command_starts_no_qt(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Words."})
    code = (
        "import sys; from kiosk.__main__ import main; main(['check', sys.argv[1]]);"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "A mark[^no]."})
    script = '"$0" -m kiosk check "$1" | true; echo "${PIPESTATUS[0]}"'
    done = subprocess.run(
        ["bash", "-c", script, sys.executable, str(folder)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_a_progress_bar_is_shown_on_a_terminal_only_when_it_takes_long(tmp_path: Path) -> None:
    folder = pack(tmp_path, {"one": "Words.", "two": "More."})
    assert "Checking" in _on_a_terminal(folder, patience=0)
    assert _on_a_terminal(folder, patience=3600) == ""


def _on_a_terminal(folder: Path, patience: float) -> str:
    """Give what the command writes to a terminal that is its standard error alone."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    code = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from kiosk.check.command import check; pack, assets, patience = sys.argv[1:];"
        "check(Path(pack), assets=Path(assets), form='text', release=False,"
        "today=date(2026, 11, 22), patience=float(patience))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), str(ASSETS), str(patience)],
        stdout=subprocess.DEVNULL, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    said = b""
    while True:
        try:
            said += os.read(ours, 4096)
        except OSError:  # Linux: the other end has been closed
            break
    process.wait()
    os.close(ours)
    return said.decode()


# A pack to start from


def test_a_new_pack_has_nothing_to_mend(tmp_path: Path) -> None:
    write(tmp_path / "new", ASSETS / "starter")
    done = examine(tmp_path / "new", assets=ASSETS, today=TODAY)
    assert [(each.file, each.rule, each.problem) for each in done.findings] == []
    assert done.pages >= 5


def test_a_new_pack_shows_what_a_page_can_hold(tmp_path: Path) -> None:
    text = "".join(file.read_text("utf-8") for file in (ASSETS / "starter" / "en").glob("*.md"))
    for kind in ("!!! evidence", "!!! steps", "!!! tip", "- [ ]", "![", "[^", "layout: faq"):
        assert kind in text


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.toml").write_text("mine", "utf-8")
    with pytest.raises(ContentError, match="something already"):
        write(tmp_path / "mine", ASSETS / "starter")
    assert (tmp_path / "mine" / "pack.toml").read_text("utf-8") == "mine"
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", ASSETS / "starter")
    assert (tmp_path / "empty" / "pack.toml").is_file()


# What a translation was made from


def test_the_hash_follows_the_words_and_not_the_review() -> None:
    def made(text: str) -> str:
        return text_hash(SourceText.of(text, "one.md"))

    text = page("Words.")
    assert len(made(text)) == DIGITS
    assert made(text) == made(text.replace("A Nurse", "Another").replace("\n", "\r\n"))
    assert made(text) == made(text.replace("Words.", "Words.  ") + "\n\n")
    assert made(text) != made(text.replace("Words.", "Wards."))
    assert made(text) != made(text.replace("title: A page", "title: The page"))
