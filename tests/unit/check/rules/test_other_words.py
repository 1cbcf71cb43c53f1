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
        ('injection = "jab"', []),
        ('"injections, ten minutes" = "jab, shot"', []),
        ('"scar rarely" = "scarring"', []),
        ('"injection minutes" = "jab"', []),
        ('syringe = "jab"', ["'syringe'", "'jab'"]),
        ('"injection, syringe" = "jab"', ["'syringe'", "'jab'"]),
        ('"cut rarely" = "a jab"', ["'cut rarely'", "'a jab'"]),
        ('"" = "jab"', ["'jab'"]),
        ('"?!" = "jab"', ["'jab'"]),
        ('injection = ""', ["''", "'injection'"]),
        ('injection = "jab, ?!"', ["'?!'", "'injection'"]),
        ('injection = "jab,"', ["''", "'injection'"]),
        ('"nothing" = "no"\n"nothings" = "none"', ["'nothings'", "'nothing'"]),
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
        assert lines[each.spot.line - 1] == listed.rsplit("\n", maxsplit=1)[-1]


def test_nothing_is_told_of_a_language_of_which_a_page_cannot_be_read(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "other-words")
    lists = '[search.en]\ninjection = "jab"'
    book.write({"en/page": BODY, "en/broken": "!!! shrt\n    Jabs."}, lists)
    assert [each.rule for each in book.findings()] == ["unreadable"]


def test_a_language_that_the_pack_has_not_is_told(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "other-words")
    [found] = book.finds(BODY, '[search.fr]\ninjection = "piqûre"')
    assert "'fr'" in found.problem
    assert found.remedy.endswith("en.") or found.remedy.endswith("en")


def test_each_language_is_held_to_its_own_pages(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "other-words")
    lists = '[search.en]\ninjection = "jab"\n[search.bn]\n"সিরিঞ্জ" = "সূচ"'
    book.write({"en/page": BODY, "bn/page": "ইনজেকশন নিন।"}, lists)
    [found] = book.findings()
    assert "'সূচ'" in found.problem
