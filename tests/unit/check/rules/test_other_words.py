"""The rule on the words that patients type, and what is looked for instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.check.rulebook import Rulebook

BODY = """\
## The injection {#injection}

It takes ten minutes. Nothing is cut.

| Harm | How often |
|---|---|
| A scar | Rarely |
"""


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ('jab = "injection"', []),
        ('jab = "injections, ten minutes"', []),
        ('scarring = "scar rarely"', []),
        ('jab = "injection minutes"', []),
        ('jab = "syringe"', ["'syringe'", "'jab'"]),
        ('jab = "injection, syringe"', ["'syringe'", "'jab'"]),
        ('"a jab" = "cut rarely"', ["'cut rarely'", "'a jab'"]),
        ('jab = ""', ["'jab'"]),
    ],
)
def test_a_word_whose_others_stand_nowhere_together_is_told(
    tmp_path: Path, listed: str, told: list[str]
) -> None:
    book = Rulebook(tmp_path, "other-words")
    found = book.finds(BODY, f"[search.en]\n{listed}")
    assert bool(found) == bool(told), found
    lines = (tmp_path / "pack.toml").read_text("utf-8").split("\n")
    for each in found:
        assert all(word in each.problem for word in told)
        assert lines[each.spot.line - 1] == listed


def test_a_language_that_the_pack_has_not_is_told(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "other-words")
    [found] = book.finds(BODY, '[search.fr]\n"piqûre" = "injection"')
    assert "'fr'" in found.problem
    assert found.remedy.endswith("en.") or found.remedy.endswith("en")


def test_each_language_is_held_to_its_own_pages(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "other-words")
    lists = '[search.en]\njab = "injection"\n[search.bn]\n"সূচ" = "সিরিঞ্জ"'
    book.write({"en/page": BODY, "bn/page": "ইনজেকশন নিন।"}, lists)
    [found] = book.findings()
    assert "'সূচ'" in found.problem
