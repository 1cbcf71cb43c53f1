"""docs/accessibility.md: every clause has its row, and every test that a row names exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = (TESTS.parent / "docs" / "accessibility.md").read_text("utf-8")

VERDICTS = {"Met", "Partly", "Not met", "The clinic's", "None here"}

WCAG = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.3.1", "1.3.2", "1.3.3", "1.3.4",
    "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
    "2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4",
    "2.4.5", "2.4.6", "2.4.7", "2.4.11", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.7", "2.5.8",
    "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.6", "3.3.1", "3.3.2", "3.3.3",
    "3.3.4", "3.3.7", "3.3.8", "4.1.2", "4.1.3", "1.4.6", "1.4.8", "2.5.5", "3.1.5",
]  # fmt: skip
"""WCAG 2.2, levels A and AA without the obsolete 4.1.1, and the AAA ones that we hold to."""

EN = [
    "5.1.2.2", "5.1.3.1", "5.1.3.2", "5.1.3.3", "5.1.3.4", "5.1.3.5", "5.1.3.6", "5.1.3.7",
    "5.1.3.8", "5.1.3.9", "5.1.3.10", "5.1.3.11", "5.1.3.12", "5.1.3.13", "5.1.3.14", "5.1.3.15",
    "5.1.3.16", "5.1.4", "5.1.5", "5.1.6", "5.1.7", "5.2", "5.3", "5.4", "5.5", "5.6", "5.7",
    "5.8", "5.9",
]  # fmt: skip
"""EN 301 549 V3.2.1, chapter 5."""

US = [
    "402.1", "402.2.1", "402.2.2", "402.2.3", "402.2.4", "402.2.5", "402.3", "402.4", "402.5",
    "405.1", "407.1", "407.2", "407.3.1", "407.3.2", "407.3.3", "407.4", "407.5", "407.6",
    "407.7", "407.8", "84.83",
]  # fmt: skip
"""Section 508, 402, 405 and 407, and 45 CFR 84.83."""

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLE.split("\n")
    if re.match(r"\| \d", line)
]
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", TABLE)))


def clauses(cell: str) -> set[str]:
    """Give the clauses that a row's first cell names, those between two of them too."""
    found = set(re.findall(r"\d+(?:\.\d+)+", cell))
    for first, last in re.findall(r"(\d+(?:\.\d+)+) to (\d+(?:\.\d+)+)", cell):
        stem, begin = first.rsplit(".", 1)
        found |= {f"{stem}.{n}" for n in range(int(begin), int(last.rsplit(".", 1)[1]) + 1)}
    return found


@cache
def known_tests(file: str) -> set[str]:
    path = TESTS / file
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_rows_and_tests_to_look_at() -> None:
    assert len(ROWS) > 90
    assert len(NAMED) > 50


def test_every_test_that_is_named_exists() -> None:
    gone = [f"{file}::{name}" for file, name in NAMED if name not in known_tests(file)]
    assert not gone, f"docs/accessibility.md names them: {gone}"


def test_every_row_has_one_verdict() -> None:
    assert not [clause for clause, verdict, *_ in ROWS if verdict not in VERDICTS]


def test_every_row_says_how_and_what_is_met_has_a_test() -> None:
    silent = [clause for clause, verdict, how, _ in ROWS if not how and verdict != "None here"]
    assert not silent
    assert not [row[0] for row in ROWS if row[1] == "Met" and "::" not in row[3]]


def test_no_clause_is_left_out() -> None:
    there = set().union(*(clauses(row[0]) for row in ROWS))
    assert not {*WCAG, *EN, *US} - there


def test_nothing_is_named_outside_the_tables_pattern() -> None:
    assert TABLE.count("::") == len(re.findall(r"`([\w/]+\.py)::(\w+)`", TABLE))
