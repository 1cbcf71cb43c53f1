"""docs/privacy.md: every statement names a test, and every test that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.test_accessibility_table import known_tests

ROOT = Path(__file__).parents[2]
NOTE = (ROOT / "docs" / "privacy.md").read_text("utf-8")

STATEMENTS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in NOTE.split("\n")
    if line.startswith("| ") and not line.startswith("| Statement")
]


def test_every_statement_names_its_test() -> None:
    assert len(STATEMENTS) > 20
    assert not [said for said, *shown in STATEMENTS if len(shown) != 1 or "::" not in shown[0]]


def test_every_test_that_is_named_exists() -> None:
    named = set(re.findall(r"`([\w/]+\.py)::(\w+)`", NOTE))
    assert len(named) == len(set(re.findall(r"::(\w+)", NOTE)))
    gone = [f"{file}::{name}" for file, name in named if name not in known_tests(file)]
    assert not gone, f"docs/privacy.md names them: {gone}"


def test_the_note_says_what_it_does_not_protect_from() -> None:
    assert "## What it does not protect from" in NOTE


def test_the_service_reaches_no_network() -> None:
    unit = (ROOT / "assets" / "deploy" / "kiosk.service").read_text("utf-8")
    assert re.search(r"^RestrictAddressFamilies=AF_UNIX AF_NETLINK$", unit, re.M)
    assert re.search(r"^IPAddressDeny=any$", unit, re.M)
    assert "IPAddressAllow" not in unit
