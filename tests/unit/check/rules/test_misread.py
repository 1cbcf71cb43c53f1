"""What is read otherwise than its author sees it: each kind, its line, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.check.rulebook import FRONT, Rulebook

TOP = FRONT.count("\n") + 1

FOUND = [
    # body, line, what is said of it, what to write
    ("5*3*2 mm", 1, "'5*3*2' is shown as '532'", "5 × 3 × 2"),
    ("10**6 units and 10**7 units", 1, "'10**6' is shown as '106'", "10^6^"),
    ("2*3 tablets, then 4*5", 1, "'2*3' is shown as '23'", "2 × 3"),
    ("- a\n- take 2*x*3", 2, "'2*x*3' is shown as '2x3'", "2 × x × 3"),
    ("## A\n\n| a | b |\n|---|---|\n| x | ৫*৩*২ |", 5, "'৫*৩*২' is shown as '৫৩২'", "৫ × ৩ × ২"),
    ("٥*٣*٢", 1, "'٥*٣*٢' is shown as '٥٣٢'", "٥ × ٣ × ٢"),
    ("a temperature of\n> 38 °C.", 2, "the sentence breaks off", "'more than 38 °C'"),
    ("- a fever of\n> 38 °C", 2, "the sentence breaks off", "'more than 38 °C'"),
    ("between 2\n- 8 °C", 2, "the sentence breaks off", "'minus 8 °C'"),
    ("the lens has\n+ 2 dioptres", 2, "a list with '2 dioptres'", "'plus 2 dioptres'"),
    ("Call 020\n+ 44 now", 2, "a list with '44 now'", "end of the line above"),
    ("it opens on\n1. May", 2, "the sentence breaks off", "end of the line above"),
    ("- >38 °C call", 1, "the sign > makes a quotation", "'more than 38 °C call'"),
    ("a\n\n> 38 °C: call", 3, "the sign > makes a quotation", "'more than 38 °C: call'"),
    ("> >38 °C call", 1, "the sign > makes a quotation", "'more than 38 °C call'"),
    ("1\\. wash\n2\\. dry", 1, "run together", "'- ' in front"),
    ("a\n\n>138 mg", 3, "patients see '138 mg'", "'more than 138 mg'"),
    ("- - 5 dioptres", 1, "the sign - makes a list", "'minus 5 dioptres'"),
    ("- + 3", 1, "the sign + makes a list", "'plus 3'"),
    ("~600~ a", 1, "'600' as small low signs", "~~600~~"),
    ("~Stop~ Go on", 1, "'Stop' as plain words", "~~Stop~~"),
    ("a\n\n~Take two tablets~", 3, "'~Take two tablets~' as it stands", "~~Take two tablets~~"),
    ("(1) wash\n(2) dry", 1, "'(1) wash (2) dry'", "'- ' in front"),
    ("Do:\na) wash\nb) dry\nc) rest", 2, "'a) wash b) dry'", "'- ' in front"),
    ("i. wash\nii. dry", 1, "run together", "'- ' in front"),
    ("১. ধোয়া\n২. শুকানো", 1, "run together", "'- ' in front"),
    ("١) wash\n٢) dry", 1, "run together", "'- ' in front"),
    ("Do this:\n2. wash\n3. dry", 2, "'2. wash 3. dry'", "'- ' in front"),
    ("Then\n10) wash\n11) dry\n12) rest", 2, "'10) wash 11) dry'", "'- ' in front"),
    ("- wash\n        - dry", 2, "stands too far in", "four spaces"),
    ("1. wash\n\t\t- dry", 2, "'1. wash - dry'", "four spaces"),
    ("- a\n    - b\n            1. c", 3, "stands too far in", "four spaces"),
    ("Mon 9–5\nTue 9–5", 1, "'Mon 9–5 Tue 9–5'", "<br> at its end"),
    ("Phone: 020\nHours: all day", 1, "run together", "<br> at its end"),
    ("Drug\tDose\nAspirin\tone", 1, "run together", "Make a table with |"),
    ("Drug     Dose\nAspirin  one", 1, "run together", "Make a table with |"),
    ("Drug   Dose\n-----   -----\nAspirin one", 2, "a row of dashes", "|---|---|"),
    ("a\n\n##\u00a0Help", 3, "the space behind '##'", "Type the space anew"),
    ("a\n\n-\u00a0one", 3, "the space behind '-'", "Type the space anew"),
    ("a\n\n1.\u2003one", 3, "the space behind '1.'", "Type the space anew"),
    (">\u202fone", 1, "the space behind '>'", "Type the space anew"),
    ("a\n\n38 Â°C", 3, "'Â°'", "Type the word anew"),
    ("donâ€™t", 1, "'â€™'", "Type the word anew"),
    ("a \ufffd b", 1, "once was another letter", "Type the word anew"),
    ("1\ufe0f\u20e3 wash", 1, "a picture of a key", "Type the number"),
    ("caf=C3=A9", 1, "'=C3=A9'", "Type the words anew"),
    ("[28/11/26, 16:52:01] Anna: stop", 1, "time and name of a message", "Take it out"),
    ("28.11.2026, 16:52 - Anna: stop", 1, "time and name of a message", "Take it out"),
    ("-- one", 1, "two hyphens", "one hyphen"),
    ("a\n\n```\ncode\n\nall the rest", 3, "letter by letter", "Take the line out"),
    ("a\n\n    indented", 3, "make code of it", "Take the spaces out"),
    ("|a|b|c|\n|---|---|---|\n|x|long\nwords|y|", 4, "broken in two", "in one line"),
    ("a|b|c\n---|---|---\nx|long\nwords|y", 4, "broken in two", "in one line"),
    ("It hurt.[^a]\n\n[^a]:", 3, "the source [^a] has no words", "behind [^a]:"),
]

LEFT_ALONE = [
    "5. a\n6. b\n7. c",
    "1. a\ngoes on\n2. b\n3. c",
    "Words, in all\n20. It was enough.",
    "- a\n    - b\n        - c",
    "- a\n  - b\n    - c",
    "5 \\* 3 and 5 × 3 and 5 * 3 * 2 and `5*3*2`",
    "**5**mg and vitamin B**12** and *a*b and **10** of **20** and 10^6^",
    "***5*** ~~5~~3",
    "> Somebody else's words.\n> They go on.",
    "Opening times\n- 8 to 12 on Monday\n- 13 to 17 on Tuesday",
    "We open:\n\n- 8 to 12\n\nand close then.",
    "**Opening hours**\n- 9 to 17",
    "It was long.\n- 5 tablets",
    "- one\n- 2 tablets\n    + 3 of another",
    "1. one\n2. two\n    - three",
    "- - -\n\n* * *\n\na",
    "H~2~O, C~max~, Ca(OH)~2~, *C*~max~, ~~gone~~, ~5 mg to ~10 mg, \\~a\\~",
    "<https://example.org/~a/~b> and [x](https://example.org/~a~)",
    "(1) This is one paragraph.\n\n(2) This is another.",
    "(1) wash<br>\n(2) dry",
    "Phone: 020  \nHours: all day",
    "Phone: 020\\\nHours: all day",
    "A sentence that goes on for long, with words\nand: a colon\nor: another one",
    "- Phone: 020\n- Hours: all day",
    "Follicle\n:   A pocket.\n\nShaft\n:   A part.",
    "A sentence.  Two spaces behind it.\nAnother one.  Two again.",
    "|  a   |  b  |\n|------|-----|\n|  c   |  d  |",
    "|a|b|c|\n|---|---|---|\n|x|y|\n|1|2|3|",
    "Wir öffnen am\n10.\u00a0Oktober wieder.",
    "5\u00a0mg and - a\u00a0b",
    "Ângela, São, Âge, IRMÃ, Ø and Ð",
    "```\n5*3*2\n\n(1) a\n(2) b\n> 38 mg\n```\n\na",
    "Write `a b` in `c` and\nthen `d` and\nthen `e`, or `f` too.",
    "a\n\n<!-- note\nPhone: 020\nHours: all day\n-->\n\nb",
    "x=20 and y = 2",
]


@pytest.mark.parametrize(("body", "line", "problem", "remedy"), FOUND)
def test_what_is_misread_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, body: str, line: int, problem: str, remedy: str
) -> None:
    (finding,) = Rulebook(tmp_path, "misread").finds(body)
    assert finding.spot.line == TOP + line
    assert problem in finding.problem
    assert remedy in finding.remedy


@pytest.mark.parametrize("body", LEFT_ALONE)
def test_what_is_read_as_it_looks_is_left_alone(tmp_path: Path, body: str) -> None:
    assert Rulebook(tmp_path, "misread").finds(body) == []


def test_a_word_and_its_meaning_in_one_line_are_no_entry_of_the_glossary(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "misread")
    book.write({"en/glossary": "All words in short.\n\nShaft\n:   Here: a part.\n\nBulb: A part."})
    (finding,) = book.findings()
    assert "'Bulb' is no entry" in finding.problem
    assert finding.spot.line == TOP + 6
    book.write({"en/page": "Bulb: A part."})
    (tmp_path / "en/glossary.md").unlink()
    assert book.findings() == []


COMPARED = "!!! compare\n    | Q | A | B |\n    |--|--|--|\n    | x | y | z |\n    | x | {} | z |"
NEAR_MISSES = [
    # cell, what looks like people in 100
    ("101: saw hair", "101:"),
    ("-3: saw", "-3:"),
    ("\u22123: saw", "\u22123:"),
    ("26.5: saw", "26.5:"),
    ("26,5: saw", "26,5:"),
    ("26:saw", "26:"),
    ("26\uff1a saw", "26\uff1a"),
    ("২৬ঃ দেখেছেন", "২৬ঃ"),
    ("১০১: দেখেছেন", "১০১:"),
    ("26:: saw", "26:"),
    ("26%: saw", "26%:"),
    ("26 in 100: saw", "26 in 100:"),
    ("26 out of 100 women: saw", "26 out of 100 women:"),
    ("About 26: saw", "About 26:"),
    ("< 1: saw", "< 1:"),
    ("5–10: saw", "5–10:"),
    ("5 to 10: saw", "5 to 10:"),
    ("In women<br>26:saw", "26:"),
    ("26: saw<br>14:with a sham", "14:"),
]


@pytest.mark.parametrize(("cell", "words"), NEAR_MISSES)
def test_what_looks_like_people_in_100_and_is_not_drawn_is_told_in_its_line(
    tmp_path: Path, cell: str, words: str
) -> None:
    (finding,) = Rulebook(tmp_path, "misread").finds(COMPARED.format(cell))
    assert finding.problem == f"'{words}' looks like people in 100, but is shown as words"
    assert finding.spot.line == TOP + 5


@pytest.mark.parametrize(
    "cell", ["26: a; 14: b", "26: a, 14: b", "26: a and 14: b", "2: a / 14: b"]
)
def test_a_number_among_the_words_of_another_is_told(tmp_path: Path, cell: str) -> None:
    (finding,) = Rulebook(tmp_path, "misread").finds(COMPARED.format(cell))
    assert "'14:' is not drawn" in finding.problem
    assert "<br>" in finding.remedy
    assert finding.spot.line == TOP + 5


@pytest.mark.parametrize(
    "cell",
    [
        "26: saw hair<br>14: with a sham", "26 : saw", "26:<br>saw", "২৬: দেখেছেন",
        "10:30", "10:30: come in", "9.30: come in", "8:00 to 9:00", "Cost: 5", "Day 3: rest",
        "3 months: rest", "2015: approved", "1:1000 dilution", "16:8", "26 of 100", "-3",
        "26: in week 12: more", "26: at 9:30, then 10:30", "After 3 visits: ask", "£26: a visit",
    ],
)  # fmt: skip
def test_people_in_100_times_and_years_in_a_comparison_are_left_alone(
    tmp_path: Path, cell: str
) -> None:
    assert Rulebook(tmp_path, "misread").finds(COMPARED.format(cell)) == []


def test_a_number_and_a_colon_in_an_ordinary_table_is_left_alone(tmp_path: Path) -> None:
    assert Rulebook(tmp_path, "misread").finds("| a | b |\n|--|--|\n| 101: x | 26:y |") == []
