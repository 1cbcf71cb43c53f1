"""Each rule has a page that tells why, and whose examples are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.check.examine import SWITCHED_OFF, UNREADABLE
from kiosk.check.material.finding import Severity
from kiosk.check.rules import RULES
from tests.unit.check import rule_pages

BY_NAME = {rule.name: rule for rule in RULES}

ORDER = ["Why", "Bad", "Good"]

# Two findings come from no rule: they can't be switched off.
NAMES = (*BY_NAME, UNREADABLE, SWITCHED_OFF)


def test_no_two_rules_share_a_name() -> None:
    assert len(BY_NAME) == len(RULES)


def test_each_page_belongs_to_a_rule() -> None:
    pages = {file.stem for file in rule_pages.PAGES.glob("*.md")} - {"README"}
    assert pages == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_begins_with_name_severity_and_what_is_asked(name: str) -> None:
    page = rule_pages.read(name)
    rule = BY_NAME.get(name)
    severity = rule.severity if rule else Severity.ERROR
    assert page.heading == f"# {name}"
    assert re.match(rf"\*\*{severity.value.capitalize()}\*\*:? [A-Za-z' ]{{12}}", page.asks)
    assert [part for part in page.parts if part in ORDER] == ORDER


@pytest.mark.parametrize("name", NAMES)
def test_the_bad_example_is_wrong_in_this_and_in_nothing_else(name: str, tmp_path: Path) -> None:
    found = rule_pages.read(name).bad.findings(tmp_path)
    assert {finding.rule for finding in found} == {name}, found


@pytest.mark.parametrize("name", NAMES)
def test_the_good_example_is_right_in_everything(name: str, tmp_path: Path) -> None:
    assert rule_pages.read(name).good.findings(tmp_path) == []
