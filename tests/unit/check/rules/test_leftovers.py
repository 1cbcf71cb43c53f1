"""The rule on marks that are left over: a slip of the finger that patients would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.check.rulebook import FRONT, Rulebook, page

NOTE = "\n\n[^study]: A study. 2015. doi:10.1000/example\n"

SLIPS = {
    "a brace too few": ("Ring {{ phone } now.", "Ring {{ phone }} now."),
    "one brace": ("Ring {phone} now.", "Ring {{ phone }} now."),
    "one brace around a detail": ("In {price_2}.", "In {{ phone }}."),
    "an open name": ("## Part {#part\n\nWords.", "## Part {#part}\n\nWords."),
    "an open source": (f"It hurt 5 of 10 people.[^study{NOTE}", f"It hurt 5 of 10.[^study]{NOTE}"),
    "two exclamation marks": ("!! tip\n    Words.", "!!! tip\n    Words."),
    "an open link": ("See [the page](page.md#x", "See [the page](page.md#x)"),
    "a space in a link": ("See [the page] (page.md).", "See [the page](page.md)."),
    "half a link": ("See [the page (page.md).", "See [the page](page.md)."),
    "open stars": ("This is **grave and more.", "This is **grave** and more."),
    "a tick without its space": ("- []Why?", "- [ ] Why?"),
    "a tick without its hyphen": ("-[ ] Why?", "- [ ] Why?"),
    "no space behind a number": ("1.Wash your hands.", "1. Wash your hands."),
    "no space behind a hyphen": ("-one", "- one"),
    "a dash for a hyphen": ("– five", "- five"),
    "a source in the sentence": (f"It hurt.^[5 of 10]{NOTE}", f"It hurt.[^study]{NOTE}"),
    "a table of contents": ("[TOC]\n\nWords.", "Words."),
    "an emoji by its name": ("Well done :smile: today.", "Well done today."),
    "an entity that is not closed": ("5&nbsp mg a day.", "5&nbsp;mg a day."),
    "bars around words": ("It ||may|| hurt.", "It may hurt."),
    "half a strike": ("do ~~not stop", "do ~~not~~ stop"),
    "half a power": ("10^9 in a litre", "10^9^ in a litre"),
    "another box": ("::: warning\nDo not drive.\n:::", "!!! caution\n    Do not drive."),
    "an alert with words": ("> [!NOTE] Call.", "!!! note\n    Call."),
    "a row without a table": ("| Child | 1 |", "| Age | Dose |\n|---|---|\n| Child | 1 |"),
    "letters by four spaces": ("a\n\n    - **b** c\n", "a\n\n- **b** c\n"),
    "a lone colon": (": Do not drive.", "Do not drive."),
    "a link to nothing": ("See [now][washing].", "See [washing](page.md)."),
    "a name without its sign": ("## Help2 {help2}\n\nx", "## Help2 {#help2}\n\nx"),
    "an open tag": ("a <iframe src='x", "a x"),
    "a tag in a tag": ("a <iframe src='x<a href='y' title='z'>b</a>'></iframe>", "a b"),
    "half a star": ("with *star here", "with *star* here"),
    "two half stars": ("take *5-*10", "take \\*5-\\*10"),
    "brackets of a link swapped": ("See (the page)[page.md] now.", "See [the page](page.md) now."),
    "seven hashes": ("a\n\n####### Seven", "a\n\n## Seven"),
    "dots for a list": ("Bring:\n• a list\n• a pen", "Bring:\n\n- a list\n- a pen"),
}


@pytest.fixture
def book(tmp_path: Path) -> Rulebook:
    return Rulebook(tmp_path, "left-over-mark")


@pytest.mark.parametrize("slip", SLIPS)
def test_a_left_over_mark_fires_and_its_remedy_mends_it(book: Rulebook, slip: str) -> None:
    bad, good = SLIPS[slip]
    (finding,) = book.finds(bad)
    assert finding.spot.line >= 9, "it points into the front matter"
    assert not book.finds(good)


@pytest.mark.parametrize(
    "words",
    [
        "`**` makes words strong, and `[^name]` leads to a source.",
        "Stop!! And a smile :-) (really).",
        "5 * 3 is 15, and 2 ** does not stand alone.".replace(" ** ", " "),
        "A set {a, b} and an array [1, 2] (see above).",
        "Read the file notes.md, or ask.",
        "As they say [1][2], 5*3 and a\\*b and \\*c.",
        "Wait... [sic] (as it was written).",
    ],
)
def test_a_left_over_mark_stays_quiet_where_nothing_is_left_over(
    book: Rulebook, words: str
) -> None:
    assert not book.finds(words)


@pytest.mark.parametrize(
    "body",
    [
        "Pain and rest.\nMore **pain** words\n>>> and** rest.",
        "This is a line\nand a line\n>>> and a line**",
        "More **pain** words.\n\n>>> **\n\nMore.",
        "Use `**` so.\n\nWords.\n\n>>> **\n\nMore.",
        "```\na **b\n```\n\nx\n\n>>> a **b",
        "| a | **b** |\n|---|---|\n| b | b |\n>>> | a | **b |\n| b | b |",
        "More **pain** words.\n\n| a | b |\n|---|---|\n| a | **b** |\n>>> | c | ** |",
        "- a **b**\n- a b\n>>> - a **b\n- a b",
        "- the rest and\n- the **rest** and\n>>> - the rest**",
        "Caf&eacute; and **b** and\nthe rest and\n>>> the rest** there.",
        "A ~~the rest there~~ and\nthe rest and\n>>> the rest** there.",
        "Call {{ emergency_number }} or\ncall **us** or\n>>> or call** 999",
        "এই **ব্যথা** কম\nব্যথা বেশি\n>>> ব্যথা** কম",
        "[the rest](page.md)\n>>> and [the **rest](page.md)",
    ],
)
def test_a_mark_is_named_by_its_own_line_wherever_it_or_its_words_stand_before(
    body: str, tmp_path: Path
) -> None:
    book = Rulebook(tmp_path, "left-over-mark")
    (finding,) = book.finds(body.replace(">>> ", ""))
    above = page(body)[: page(body).index(">>> ")]
    assert finding.spot.line == above.count("\n") + 1


@pytest.mark.parametrize("box", ["", "!!! compare\n\n"])
def test_words_directly_below_a_table_are_told_where_they_become_a_row(
    tmp_path: Path, box: str
) -> None:
    book = Rulebook(tmp_path, "words-in-table")
    table = f"{box}| Ask | A | B |\n|--|--|--|\n| How? | x | y |\n"
    (finding,) = book.finds(f"{table}Never take more.\n")
    assert "'Never take more.' is a row of the table above it" in str(finding)
    assert not book.finds(f"{table}\nNever take more.\n")
    assert not book.finds(f"{table}| Nobody knows | | |\n")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Some words {#a}", 1),
        ("Once.\n\n## Two  words   {#b}  more\n\nw", 3),
        ("Title {#x\n\nTitle {#x", 1),
    ],
)
def test_a_mark_is_never_looked_for_in_the_front_matter(
    book: Rulebook, body: str, line: int
) -> None:
    found = book.finds(body)
    assert found[0].spot.line == FRONT.count("\n") + 1 + line
