"""How a page is built: headings, titles, sections."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding, Severity
from kiosk.check.rules.structure import LONGEST_SECTION
from tests.unit.check.rulebook import FRONT, Rulebook

TOP = FRONT.count("\n") + 1
"""The lines above the first one of a body."""

FAQ = FRONT.replace("lead:", "layout: faq\nlead:").format(title="Questions")

LONG = "word " * (LONGEST_SECTION + 1)

SAME_NAME = "## A {#x}\n\nx\n\n## B {#x}\n\nx"
SAME_WORDS = "## A\n\nx\n\n## A\n\nx"

SHORT = "!!! short\n    An answer.\n"
DOORS = "## A\n\nx\n\n## B\n\nx\n\n"

FIRES = [
    # rule, body, line of the body, words of what is wrong
    ("heading-order", "## A\n\nx\n\n#### B\n\nx", 5, "'B' (####) leaves out a level"),
    ("heading-order", "### A\n\nx", 1, "'A' (###) leaves out a level below the title"),
    ("heading-order", "## A\n\n### B\n\n#### C\n\n##### D\n\nx", 7, "looks like ####"),
    ("heading-order", FAQ + "\n## A\n\n#### B\n\nx", 4, "below 'A' (##)"),
    ("heading-order", FAQ + "\n#### A\n\nx", 2, "below the title"),
    ("heading-order", "Oh\n\nWhat\n----\n\nx\n\n#### B\n\nx", 8, "below 'What' (##)"),
    ("one-title", "# My page\n\nx", 1, "'My page' is written as a second title"),
    ("one-title", "x\n\nMy page\n=======\n\nx", 3, "'My page' is written as a second title"),
    ("one-title", "x\n\n## Page\n\nx", 3, "says the title of the page once more"),
    ("one-title", "## Page!\n\nx", 1, "says the title of the page once more"),
    ("section-length", f"## A\n\n{LONG}", 1, f"'A' has {LONGEST_SECTION + 1} words"),
    ("section-length", f"## A\n\n### B\n\n{LONG}", 3, "the section 'B'"),
    ("section-length", f"- a\n- {LONG}", 1, "the text above the first heading"),
    ("section-length", FAQ + f"\n### A?\n\n{LONG}", 2, "the section 'A?'"),
    ("empty-section", "## A\n\n## B\n\nx", 1, "nothing stands below the heading 'A'"),
    ("empty-section", "## A\n\nx\n\n### B", 5, "nothing stands below the heading 'B'"),
    ("empty-section", "## A\n\n### B\n\n## C\n\nx", 3, "nothing stands below the heading 'B'"),
    ("empty-section", "x[^1]\n\n## A\n\n[^1]: S", 3, "nothing stands below the heading 'A'"),
    ("empty-section", "## A\n\n---\n\n## B\n\nx", 1, "nothing stands below the heading 'A'"),
    ("empty-section", "## A\n\n<!-- soon -->\n\n## B\n\nx", 1, "nothing stands below"),
    ("empty-section", "x\n\n##\n\ny", 3, "a heading has no words"),
    ("empty-section", "x\n\n## {#a}\n\ny", 3, "a heading has no words"),
    ("empty-section", FAQ + "\n## A\n\n## B\n\n### C?\n\nx", 2, "below the heading 'A'"),
    ("misplaced-short", "## A\n\n- x\n\n    !!! short\n        y", 6, "stands in a list"),
    ("misplaced-short", "## A\n\n> !!! short\n>     y", 4, "stands in a list, a quotation"),
    ("misplaced-short", "## A\n\n!!! tip\n    !!! short\n        y", 5, "or another box"),
    ("misplaced-short", "## A\n\nB\n:   !!! short\n        y", 5, "stands in a list"),
    ("misplaced-short", SHORT + "\n## A\n\nx", 2, "above the first heading with ##"),
    ("misplaced-short", SHORT, 2, "above the first heading with ##"),
    ("misplaced-short", f"### A\n\n{SHORT}", 4, "above the first heading with ##"),
    ("misplaced-short", f"## A\n\n{SHORT}\n{SHORT}", 7, "'A' has two boxes 'short'"),
    ("misplaced-short", f"## A\n\n{SHORT}\n### B\n\n{SHORT}", 9, "two boxes 'short'"),
    ("misplaced-short", f"## A\n\nx\n\n### B\n\n{SHORT}", 8, "the door to all of 'A'"),
    ("misplaced-short", FAQ + f"\n### A?\n\n{SHORT}", 5, "a page of questions has no doors"),
    ("misplaced-short", FAQ + f"\n{SHORT}\n### A?\n\nx", 3, "a page of questions has no doors"),
    ("misplaced-short", f"## A\n\n{SHORT[:-1]} It is. It was. ", 4, "has 3 sentences"),
    ("silent-door", DOORS + "## C\n\n- [ ] Why?", 9, "the door to 'C' shows no answer"),
    ("silent-door", DOORS + "## C\n\n|a|b|\n|-|-|\n|c|d|", 9, "the door to 'C' shows no answer"),
    ("silent-door", DOORS + "## C\n\n!!! compare\n|a|b|c|\n|-|-|-|\n|d|e|f|", 9, "no answer"),
    ("silent-door", DOORS + "## C\n\n!!! people\n    - 5: x\n\n### D", 9, "no answer"),
    ("silent-door", DOORS + "## C\n\nAsk:\n\n- [ ] Why?", 9, "'C' shows only 'Ask:'"),
    ("silent-door", "## C\n\n!!! evidence low\n    x\n\n" + DOORS, 1, "no answer"),
    ("duplicate-anchor", SAME_NAME, 5, "two headings have the anchor {#x}"),
    ("duplicate-anchor", "## A {#x .y}\n\nx", 1, "{#x} of this heading is not read as one"),
    ("duplicate-anchor", SAME_WORDS, 5, "two headings have the same words: 'A'"),
    ("duplicate-anchor", "## A b\n\nx\n\n## A, b\n\nx", 5, "two headings have the same words"),
    ("duplicate-anchor", "## A\n\nx\n\n## B {#a}\n\nx", 5, "two headings have the anchor {#a}"),
    ("duplicate-anchor", FAQ + "\n### A?\n\nx\n\n### A?\n\ny", 6, "the same words: 'A?'"),
    ("duplicate-anchor", "## ঝুঁকি\n\nx\n\n## ঝুঁকি\n\nx", 5, "the same words: 'ঝুঁকি'"),
]  # fmt: skip

QUIET = [
    ("heading-order", "## A\n\n### B\n\n#### C\n\nx\n\n## D\n\nx"),
    ("heading-order", FAQ + "\n### A?\n\nx\n\n### B?\n\nx"),
    ("heading-order", "    #### code\n\nx"),
    ("misplaced-short", f"## A\n\n{SHORT}\n### B\n\nx\n\n## C\n\nx\n\n{SHORT}"),
    ("misplaced-short", f"## A\n\n{SHORT[:-1]} It is."),
    ("misplaced-short", f"## A\n\n> ### B\n\n{SHORT}"),
    ("silent-door", DOORS + f"## C\n\n{SHORT}\n- [ ] Why?"),
    ("silent-door", DOORS + "## C\n\n- Ask why."),
    ("silent-door", DOORS + "## C"),
    ("silent-door", "## A\n\nx\n\n## C\n\n- [ ] Why?"),
    ("silent-door", "!!! emergency\n    Call.\n\n" + DOORS + "## C\n\n- [ ] Why?"),
    ("heading-order", "- a\n- b\n\nx #### y"),
    ("one-title", "## Another\n\nx"),
    ("one-title", "## Page two\n\nx"),
    ("one-title", "---\n# a note\ntitle: T\nreview: {status: draft, author: A}\n---\n\nx"),
    ("section-length", f"## A\n\n{'word ' * LONGEST_SECTION}"),
    ("section-length", f"## A\n\n{LONG[:700]}\n\n### B\n\n{LONG[:700]}"),
    ("section-length", f"| a | b |\n|---|---|\n| {LONG} | c |"),
    ("section-length", f"Word\n:   {LONG}"),
    ("section-length", f"x[^1]\n\n[^1]: {LONG}"),
    ("empty-section", "## A\n\n### B\n\nx"),
    ("empty-section", "## A\n\n!!! note\n    x"),
    ("empty-section", FAQ + "\n## A\n\n### B?\n\nx\n\n#### C\n\nx"),
    ("duplicate-anchor", "## Week\n\nx\n\n## Week 2\n\nx\n\n## Week 3\n\nx"),
    ("duplicate-anchor", "## A {#a}\n\nx\n\n## A {#b}\n\nx"),
    ("duplicate-anchor", "## Dose {#how-much}\n\nx\n\n#2 nurse"),
    ("duplicate-anchor", "## Dose {#how-much}\n\n- # in a list\n\n####### nurse"),
    ("duplicate-anchor", "## Help {#help}\n\n### Help us {#help-2}\n\nx"),
]

MENDS = [
    # rule, body, what the remedy says, what is replaced, by what
    ("heading-order", "## A\n\nx\n\n#### B\n\nx", "Write it with ###", "####", "###"),
    ("heading-order", "### A\n\nx", "Write it with ##", "###", "##"),
    ("heading-order", "## A\n\n### B\n\n##### D\n\nx", "Write it with ####", "#####", "####"),
    ("one-title", "# My page\n\nx", "Write it with ##", "# ", "## "),
    ("one-title", "## Page\n\nx", "Take the heading out", "## Page\n", ""),
    ("section-length", f"## A\n\n{LONG}", "heading with ###", "word word", "word\n\n### B\n\nword"),
    ("section-length", LONG, "heading with ## where", "word word", "word\n\n## B\n\nword"),
    ("empty-section", "## A\n\n## B\n\nx", "Write its text", "## A\n", "## A\n\nIts text\n"),
    ("empty-section", "## A\n\n## B\n\nx", "take the heading out", "## A\n", ""),
    ("empty-section", "##\n\nx", "Write its words behind the # signs", "##", "## Its words"),
    ("empty-section", "##\n\nx", "take the line out", "##\n", ""),
    ("duplicate-anchor", SAME_NAME, "Give this one another name", "B {#x}", "B {#another}"),
    ("duplicate-anchor", SAME_WORDS, "a name of its own: {#a-2}", "x\n\n## A", "x\n\n## A {#a-2}"),
    ("duplicate-anchor", SAME_WORDS, "Say what is different", "x\n\n## A", "x\n\n## After A"),
]  # fmt: skip


def found(folder: Path, rule: str, body: str) -> list[Finding]:
    return Rulebook(folder, rule).finds(body)


@pytest.mark.parametrize(("rule", "body", "line", "problem"), FIRES)
def test_a_structure_rule_fires_at_its_line(
    rule: str, body: str, line: int, problem: str, tmp_path: Path
) -> None:
    (finding,) = found(tmp_path, rule, body)
    above = FAQ.count("\n") if body.startswith("---") else TOP
    assert finding.rule == rule
    assert problem in finding.problem
    assert finding.spot.line == above + line


@pytest.mark.parametrize(("rule", "body"), QUIET)
def test_a_structure_rule_stays_quiet(rule: str, body: str, tmp_path: Path) -> None:
    assert found(tmp_path, rule, body) == []


@pytest.mark.parametrize("mending", MENDS)
def test_the_remedy_of_a_structure_rule_mends(
    mending: tuple[str, str, str, str, str], tmp_path: Path
) -> None:
    rule, body, remedy, old, new = mending
    (finding,) = found(tmp_path, rule, body)
    assert remedy in finding.remedy
    assert old in body
    assert found(tmp_path, rule, body.replace(old, new, 1)) == []


def test_a_line_that_was_mended_is_not_told_again(tmp_path: Path) -> None:
    # Each level that is left out is one finding, not one for everything below it.
    body = "## A\n\nx\n\n#### B\n\nx\n\n#### C\n\nx"
    assert len(found(tmp_path, "heading-order", body)) == 1


def test_two_names_are_an_error_and_two_equal_headings_a_warning(tmp_path: Path) -> None:
    (names,) = found(tmp_path, "duplicate-anchor", SAME_NAME)
    (words,) = found(tmp_path, "duplicate-anchor", SAME_WORDS)
    assert names.severity is Severity.ERROR
    assert words.severity is Severity.WARNING


def test_two_pages_of_a_language_do_not_share_a_title(tmp_path: Path) -> None:
    page = FRONT.format(title="Risks") + "\nx"
    other = FRONT.format(title="risks ") + "\nx"
    book = Rulebook(tmp_path, "same-title")
    book.write({"en/a": page, "en/b": other, "bn/a": page})
    (finding,) = book.findings()
    assert (finding.file, finding.spot.line) == ("en/b.md", 2)
    assert "en/a.md" in finding.problem
    book.write({"en/b": FRONT.format(title="More") + "\nx", "en/a": page, "bn/a": page})
    assert book.findings() == []
