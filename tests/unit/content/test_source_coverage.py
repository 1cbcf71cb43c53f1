"""Every point of the source article is accounted for in docs/source-coverage.md."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
COVERAGE = ROOT / "docs" / "source-coverage.md"
PAGES = ROOT / "content" / "en"

NUMBERS = tuple(f"S{number}" for number in range(1, 70))
LEFT_OUT = "left out"

_ROW = re.compile(r"^\|\s*(S\d+)\s*\|([^|]*)\|([^|]*)\|\s*$", re.MULTILINE)
_ANCHOR = re.compile(r"^#{2,4} .*\{#([a-z0-9-]+)\}\s*$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    """The table's rows: number, where, how or why."""
    text = COVERAGE.read_text(encoding="utf-8")
    return [(number, where.strip(), how.strip()) for number, where, how in _ROW.findall(text)]


def places() -> list[tuple[str, str, str]]:
    """Number, page and anchor of every place that the table names."""
    return [
        (number, *place.strip().partition("#")[::2])
        for number, where, _ in rows()
        if where != LEFT_OUT
        for place in where.split(",")
    ]


def test_lists_each_of_the_69_points_once_and_in_order() -> None:
    assert tuple(number for number, _, _ in rows()) == NUMBERS


def test_every_page_and_section_named_exists() -> None:
    sections = {path.stem: _ANCHOR.findall(path.read_text("utf-8")) for path in PAGES.glob("*.md")}
    gone = [
        f"{number}: {page}#{anchor}"
        for number, page, anchor in places()
        if anchor not in sections.get(page, ())
    ]
    assert not gone


def test_every_point_says_how_it_was_used_or_why_not() -> None:
    silent = [
        f"{number}: {how!r} is no reason"
        for number, where, how in rows()
        if not where or len(how.split()) < (3 if where == LEFT_OUT else 2)
    ]
    assert not silent
