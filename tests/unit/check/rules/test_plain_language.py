"""The rules for plain language, each on the examples of its page and on what comes near."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.check.material.finding import Finding
from kiosk.check.wording.readability import lengths, reading_age, sentences, words
from tests.unit.check.rulebook import Rulebook

DOCS = Path(__file__).parents[4] / "docs" / "rules"
NAMES = (
    "sentence-length",
    "paragraph-length",
    "reading-age",
    "average-length",
    "unexplained-term",
    "unexplained-abbreviation",
    "words-to-avoid",
)

each_rule = pytest.mark.parametrize("name", NAMES)

Pages = dict[str, str]


def example(name: str, which: str) -> Pages:
    """The files of an example on a rule's page."""
    part = re.split(r"^## ", (DOCS / f"{name}.md").read_text("utf-8"), flags=re.M)
    text = next(each for each in part if each.startswith(f"{which}\n"))
    found = re.findall(r"(?:File: (\S+)\.md\s+)?```markdown\n(.*?)```", text, re.S)
    assert found, f"{name} has no {which} example"
    return {file or "en/page": body for file, body in found}


def find(folder: Path, name: str, pages: Pages, pack: str = "") -> list[Finding]:
    """What a rule finds in these pages."""
    book = Rulebook(folder, name)
    book.write(pages, pack)
    return book.findings()


def finds(folder: Path, name: str, body: str, language: str = "en", pack: str = "") -> list[str]:
    """The problems that a rule finds in one page."""
    return [each.problem for each in find(folder, name, {f"{language}/page": body}, pack)]


@each_rule
def test_a_rule_fires_on_the_bad_example_of_its_page(name: str, tmp_path: Path) -> None:
    found = find(tmp_path, name, example(name, "Bad"))
    assert found
    assert {each.rule for each in found} == {name}
    for each in found:
        assert each.spot.line > 1, "a finding names its place"


@each_rule
def test_a_rule_stays_quiet_on_the_good_example_of_its_page(name: str, tmp_path: Path) -> None:
    assert find(tmp_path, name, example(name, "Good")) == []


def _split(pages: Pages, finding: Finding) -> Pages:
    """Make two sentences of it: at a comma that an "and" follows."""
    body = pages["en/page"]
    return {"en/page": re.sub(r", and (\w)", lambda so: f". {so[1].upper()}", body, count=1)}


def _break(pages: Pages, finding: Finding) -> Pages:
    """Begin a new paragraph before the words that the remedy names."""
    named = re.search(r"before '([^']+?)(?: …)?'", finding.remedy)
    assert named
    return {"en/page": pages["en/page"].replace(named[1], f"\n\n{named[1]}")}


def _list(pages: Pages, finding: Finding) -> Pages:
    """Add the line that the remedy names to the glossary."""
    named = re.search(r"line '([^']+)' below '([^']+)'", finding.remedy)
    assert named
    text = pages["en/glossary"].replace(f"{named[2]}\n", f"{named[2]}\n{named[1]}\n", 1)
    return {**pages, "en/glossary": text}


def _in_full(pages: Pages, finding: Finding) -> Pages:
    """Write the words in full, the abbreviation in brackets behind them."""
    named = re.search(r"words in full and '(\w+)' in brackets", finding.remedy)
    assert named
    return {"en/page": pages["en/page"].replace(named[1], f"image by magnets ({named[1]})")}


def _leave_out(pages: Pages, finding: Finding) -> Pages:
    """Leave out the sentence with the word."""
    named = re.search(r"'([^']+)' promises", finding.problem)
    assert named
    kept = [each for each in sentences(pages["en/page"]) if named[1] not in each]
    return {"en/page": " ".join(kept) or "Ask the doctor."}


def _rewritten(pages: Pages, finding: Finding) -> Pages:
    """Shorter words and sentences: nobody but the author can find them, as on the rule's page."""
    return example(finding.rule, "Good")


REMEDIES: dict[str, Callable[[Pages, Finding], Pages]] = {
    "sentence-length": _split,
    "paragraph-length": _break,
    "reading-age": _rewritten,
    "average-length": _rewritten,
    "unexplained-term": _list,
    "unexplained-abbreviation": _in_full,
    "words-to-avoid": _leave_out,
}


@each_rule
def test_the_remedy_of_a_rule_mends_its_bad_example(name: str, tmp_path: Path) -> None:
    pages = example(name, "Bad")
    for _ in range(9):
        found = find(tmp_path, name, pages)
        if not found:
            return
        pages = REMEDIES[name](pages, found[0])
    pytest.fail(f"still found: {found}")


def test_twenty_words_are_no_long_sentence_and_twenty_one_are(tmp_path: Path) -> None:
    def of(count: int) -> str:
        return " ".join(["Word", *["word"] * (count - 1)]) + "."

    assert finds(tmp_path, "sentence-length", of(20)) == []
    assert "21 words, 20 are the most" in finds(tmp_path, "sentence-length", of(21))[0]
    assert finds(tmp_path, "sentence-length", f"{of(15)} {of(15)}\n\n- {of(12)}\n- {of(12)}") == []


def test_a_long_sentence_is_found_in_lists_tables_boxes_and_headings(tmp_path: Path) -> None:
    long = "one two three four five six seven eight nine ten " * 2 + "more"
    body = f"""\
## {long}

- {long}

!!! tip "Tip"
    {long}

| a | b |
|---|---|
| c | {long} |
"""
    found = find(tmp_path, "sentence-length", {"en/page": body})
    assert [each.spot.line for each in found] == [9, 11, 14, 18]


def test_the_place_of_a_long_sentence_is_its_first_word(tmp_path: Path) -> None:
    long = " ".join(["Then", *["word"] * 20]) + "."
    found = find(tmp_path, "sentence-length", {"en/page": f"A short one. {long}"})
    assert [(each.spot.line, each.spot.column) for each in found] == [(9, 14)]


def test_bengali_has_its_own_limit_and_its_own_full_stop(tmp_path: Path) -> None:
    short, long = "শব্দ " * 18 + "।", "শব্দ " * 19 + "।"
    assert finds(tmp_path, "sentence-length", short + " " + short, "bn") == []
    assert "19 words, 18 are the most" in finds(tmp_path, "sentence-length", long, "bn")[0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ask Dr. Roy. He knows.", 2),
        ("It was 1952. His first patient had asthma.", 2),
        ("Take 1.5 mg. Then wait.", 2),
        ("Rice, e.g. basmati, is fine.", 1),
        ("Tell us. Then go to it. Ask.", 3),
        ("1. Wash", 1),
        ("এটি শুরু হয় ১৯৫২ সালে। তারপর?", 2),
        ("…", 0),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


def test_words_are_counted_as_a_reader_counts_them() -> None:
    assert len(words("1 to 10 in 1,000 people – that’s “off-label”")) == 8


def test_three_sentences_are_no_long_paragraph(tmp_path: Path) -> None:
    three = "One is here. Two is here. Three is here."
    assert finds(tmp_path, "paragraph-length", f"{three}\n\n{three}\n\n- {three}") == []
    assert len(finds(tmp_path, "paragraph-length", f"{three} Four is here.")) == 1
    assert len(finds(tmp_path, "paragraph-length", f"- {three} Four is here.")) == 1


def test_a_page_of_few_words_has_no_reading_age(tmp_path: Path) -> None:
    hard = "Pharmaceutical interventions necessitate individualised professional evaluation. "
    assert finds(tmp_path, "reading-age", hard * 10) == []
    assert len(finds(tmp_path, "reading-age", hard * 20)) == 1


def test_a_reading_age_tells_how_much_the_glossary_adds(tmp_path: Path) -> None:
    easy = "Take finasteride and minoxidil and dutasteride as they say. "
    glossary = "Finasteride\n:   It helps.\n\nMinoxidil\n:   It helps.\n\nDutasteride\n:   So.\n"
    found = find(tmp_path, "reading-age", {"en/page": easy * 14, "en/glossary": glossary})
    ages = re.search(r"age of ([\d.]+).* it is ([\d.]+)", found[0].problem)
    assert ages
    assert float(ages[1]) > 12 > float(ages[2])


def test_a_full_stop_inside_a_number_or_a_short_form_ends_no_sentence_for_the_reading_age() -> None:
    with_stops, without = (
        ["Take about 1.5 to 4 mg of it each day."],
        ["Take about 15 to 4 mg of it each day."],
    )
    assert reading_age(with_stops) == reading_age(without)


def test_easy_text_has_a_low_reading_age_and_hard_text_a_high_one() -> None:
    assert reading_age(["We ask you to come back.", "Bring the list with you."]) < 8
    assert reading_age(["Pharmaceutical interventions necessitate evaluation."]) > 18


def test_a_bengali_word_has_as_many_aksharas_as_its_script_shows() -> None:
    assert lengths(["মেসোথেরাপি"]).aksharas == 5
    assert lengths(["ডাক্তার", "ফিনাস্টেরাইড"]).aksharas == (3 + 6) / 2
    assert lengths(["র‍্যান্ডমাইজড"]).aksharas == 6
    assert lengths(["only Latin"]).aksharas == 0
