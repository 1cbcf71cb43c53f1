"""The rules about languages: what comes near and must not fire, and that each remedy mends.

That each fires on the bad example of its page and not on the good one: test_rule_pages.py.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kiosk.check.examine import examine
from kiosk.check.material.finding import Severity
from kiosk.check.rules import languages
from kiosk.check.wording.numerals import numbers, without_facts
from kiosk.page.source import SourceText
from kiosk.page.translation import text_hash
from kiosk.shipped import shipped
from tests.unit.check import rule_pages
from tests.unit.check.rulebook import Rulebook, page

ARM = "[^arm]: Sore arms. 2020. doi:10.1000/arm"


def found(folder: Path, rule: str, original: str, translation: str) -> list[str]:
    """What a rule finds in an English page and its Bengali translation."""
    book = Rulebook(folder, rule)
    book.write({"en/page": original, "bn/page": translation})
    return [f"{each.file}: {each.problem}" for each in book.findings()]


def test_our_own_pages_say_the_same_in_every_language() -> None:
    """`translates` is out of date? Compare the two pages, then write the value that is given."""
    report = examine(
        shipped("content"), assets=shipped("assets"), today=date.max, rules=languages.RULES
    )
    assert report.pages >= 14
    assert report.findings == ()


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("1,000 people", "1.000 Menschen"),
        ("1,000 people", "১,০০০ জন"),
        ("100,000 people", "১,০০,০০০ জন"),
        ("10 000 people".replace(" ", "\u202f", 1), "10,000 জন"),
        ("2.5 cm", "২.৫ সেমি"),
        ("2.5 cm", "2,5 cm"),
        ("2.50 cm", "2.5 cm"),
        ("3000", "٣٬٠٠٠"),
        ("1.5 to 4", "١٫٥-٤"),
        ("31.12.2026", "৩১/১২/২০২৬"),
        ("between 6 and 8 weeks", "৬–৮ সপ্তাহ"),
        ("5%", "৫ শতাংশ"),
        ("1,234.5", "1.234,5"),
        ("1.5 and 1,000", "١،٥ و ١٬٠٠٠"),
        ("10⁻⁶ and 10⁹", "১০^(-৬), ১০^(৯)"),
        ("10⁻⁶", "10^(–6)"),
        ("10⁻⁶", "10^-6"),
        ("1e-6", "১e\u2212৬"),
        ("2.5E-3", "২,৫e–৩"),
        ("1e+6", "1e6"),
        ("−2.5", "-২.৫"),
        ("(-5 °C)", "minus 5 °C"),
        ("≤ −5", "\u200e–٥"),
        ("−5 °C", "মাইনাস ৫ °C"),
        ("−10 to −5", "-১০ থেকে -৫"),
        ("3–5 days", "3 -5 ngày"),
        ("5%–8%", "5 % –8 %"),
        ("2026-11-22", "22.11.2026"),
        ("COVID-19, B-12", "কোভিড ১৯, বি-১২"),
        ("10⁹–10¹²", "10⁹ to 10¹²"),
        ("½ to 2¼", "1/2 – 2 1/4"),
    ],
)
def test_the_same_number_is_known_in_every_way_to_write_it(original: str, translation: str) -> None:
    one, two = ([value for value, _ in numbers(text)] for text in (original, translation))
    assert Counter(one) == Counter(two)


@pytest.mark.parametrize(
    ("one", "other"), [("1,000", "100"), ("2.5", "25"), ("0.125", "125"), ("69", "96"), ("7", "70"),
     ("10⁶", "10⁻⁶"), ("10⁻⁶", "10-6"), ("১০^(-৬)", "১০^(৬)"), ("5", "-5"), ("−২.৫", "২.৫"),
     ("½", "¼"), ("2½", "2"), ("10₋₆", "10₆"), ("1e-6", "1e6"), ("1E–6", "1e6")],
)  # fmt: skip
def test_another_number_is_another(one: str, other: str) -> None:
    assert {value for value, _ in numbers(one)} != {value for value, _ in numbers(other)}


def test_the_clinics_own_numbers_are_taken_out_whole() -> None:
    facts = {"emergency_number": "999", "clinic": "Clinic"}
    assert without_facts("Call 999 now", facts) == (
        "Call   now",
        frozenset({"emergency_number"}),
    )
    assert without_facts("In 1999 at Clinic", facts) == ("In 1999 at Clinic", frozenset())


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Stay 15 minutes.[^arm]\n\n" + ARM, "১৫ মিনিট থাকুন।[^arm]\n\n" + ARM + " ২০২১"),
        ("Call {{ emergency_number }}.", "{{ emergency_number }} নম্বরে, {{ emergency_number }}।"),
        ("1. Wash\n2. Dry", "- ধুয়ে নিন\n- মুছে নিন"),
        ("One woman in 10.", "১০ জনে এক নারী।"),
        ("10^9^ cells, 5 m^2^ and H~2~O", "১০^৯^ কোষ, ৫ বর্গমিটার, পানি"),
        ("5 m^2^, CO~2~ and B~12~", "৫ m2, CO2, বি১২"),
        ("5 m2 and ^131^I", "৫ m^২^, I-১৩১"),
        ("10^-6^ and -5 °C", "১০^-৬^, −৫ °C"),
        ("## A {#a}\n\n5 and 6", "## ক {#a}\n\n৬ ও ৫"),
    ],
)
def test_numbers_that_only_stand_otherwise_do_not_fire(
    original: str, translation: str, tmp_path: Path
) -> None:
    assert found(tmp_path, "same-numbers", original, translation) == []


TWO = "!!! compare\n\n| Q | A | B |\n|--|--|--|\n"


@pytest.mark.parametrize(
    ("original", "translation", "word"),
    [
        ("About 45 in 100.", "১০০ জনে প্রায় ৫৪ জন।", "৫৪ stands only here and 45 stands only in"),
        ("Up to 4 mm.", "কয়েক মিলিমিটার।", "4 stands only in en/page.md"),
        ("10^9^ cells", "১০^৬^ কোষ", "৬ stands only here and 9 stands only in"),
        ("109 cells", "১০^৯^ কোষ", "109 stands only in"),
        ("10^-6^ g", "১০^৬^ গ্রাম", "৬ stands only here and -6 stands only in"),
        ("T-score of −2.5", "টি-স্কোর ২.৫", "২.৫ stands only here and −2.5 stands only in"),
        ("½ tablet", "¼ ট্যাবলেট", "¼ stands only here and ½ stands only in"),
        ("2 in CO~2~", "CO~2~", "2 stands only in"),
        ("| A | B |\n|---|---|\n| a | 5 |", "| ক | খ |\n|---|---|\n| ক | ৬ |", "৬"),
        ("Call {{ emergency_number }}.", "ফোন করুন।", "{{ emergency_number }}"),
        ("!!! people\n    - 45: pain", "!!! people\n    - ৫৪: ব্যথা", "45"),
        (f"{TWO}| a | 26: b | |", f"{TWO}| ক | ২৭: খ | |", "26"),
        ("!!! timeline\n    - Week 4: Come", "!!! timeline\n    - সপ্তাহ ৬: আসুন", "৬"),
        ("## A {#a}\n\n5\n\n## B {#b}\n\nx", "## ক {#a}\n\nক\n\n## খ {#b}\n\n৫", "5"),
        ("![A 7 on paper](figures/hands.svg)", "![কাগজ](figures/hands.svg)", "7"),
    ],
)
def test_a_number_that_differs_fires_wherever_it_stands(
    original: str, translation: str, word: str, tmp_path: Path
) -> None:
    picture = tmp_path / "figures" / "hands.svg"
    picture.parent.mkdir()
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    problems = found(tmp_path, "same-numbers", original, translation)
    assert word in "\n".join(problems)
    assert problems[0].startswith("bn/page.md: ")


def test_a_number_is_named_where_it_stands_as_one_of_its_own(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "same-numbers")
    book.write({"en/page": "15 and 51", "bn/page": "১৫ ও\n৫১ ও\n৫।"})
    (finding,) = book.findings()
    assert finding.spot.line == page("").count("\n") + 3


@pytest.mark.parametrize(
    ("rule", "original", "translation", "problem"),
    [
        (
            "same-sections",
            "## A\n\na",
            "## ক\n\nক",
            "the section 'A' (#a) of en/page.md is missing",
        ),
        ("same-sections", "a", "## ক {#k}\n\nক", "the section 'ক' (#k) is not in en/page.md"),
        ("same-sources", "a", f"ক[^arm]\n\n{ARM}", "the source 'arm' is not in en/page.md"),
        ("same-figures", "a", "!!! people\n    - 5: a", "a box 'people' that it hasn't in en"),
        ("same-badges", "!!! evidence none\n    a", "ক", "say nothing, but those of"),
        ("same-figures", f"{TWO}| a | b | c |", "ক", "a box 'compare' that en/page.md has in this"),
        (
            "same-figures",
            f"{TWO}| a | b | c |",
            "!!! compare\n\n| ক | খ | গ | ঘ |\n|--|--|--|--|\n| ক | খ | গ | ঘ |",
            "this comparison has 3 options, but 2 in en/page.md",
        ),
        (
            "same-figures",
            f"{TWO}| a | b | c |",
            f"{TWO}| ক | খ | গ |\n| ঘ | ঙ | |",
            "this comparison has 2 questions, but 1 in en/page.md",
        ),
        ("same-badges", "a", "!!! evidence none\n    ক", "say 'none', but those of"),
        (
            "same-badges",
            "!!! ladder\n    - low: a\n    - none: b",
            "!!! ladder\n    - low: ক\n    - low: খ",
            "say 'low', 'low', but those of en/page.md say 'low', 'none'",
        ),
    ],
)
def test_what_one_language_lacks_fires_in_both_directions(
    rule: str, original: str, translation: str, problem: str, tmp_path: Path
) -> None:
    assert problem in "\n".join(found(tmp_path, rule, original, translation))


@pytest.mark.parametrize(
    ("rule", "original", "translation"),
    [
        ("same-sections", "## A {#a}\n\na\n\n## B {#b}\n\nb", "## খ {#b}\n\nখ\n\n## ক {#a}\n\nক"),
        ("same-sources", f"a[^arm]\n\n{ARM}", f"ক[^x]\n\n{ARM.replace('[^arm]', '[^x]')} (বাংলা)"),
        ("same-sources", "a", f"ক\n\n{ARM}"),
        (
            "same-badges",
            "!!! evidence low\n    a\n\n!!! evidence none\n    b",
            "!!! evidence none\n    খ\n\n!!! evidence low\n    ক",
        ),
    ],
)
def test_what_stands_in_another_order_or_has_another_name_does_not_fire(
    rule: str, original: str, translation: str, tmp_path: Path
) -> None:
    assert found(tmp_path, rule, original, translation) == []


def test_a_page_only_a_translation_has_fires_on_that_page(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "same-pages")
    book.write({"en/page": "a", "bn/page": "ক", "bn/more": "ক"})
    (finding,) = book.findings()
    assert (finding.file, finding.page, finding.language) == ("bn/more.md", "more", "bn")


def test_a_picture_with_fewer_explanations_fires(tmp_path: Path) -> None:
    picture = tmp_path / "hands.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    figure = "!!! figure\n    ![a](hands.svg)\n\n    1. a\n"
    assert "has 1 lines in its key, but 2 in" in str(
        found(tmp_path, "same-figures", figure + "    2. b", figure)
    )
    (tmp_path / "old-hands.svg").write_bytes(picture.read_bytes())
    old = "![a](old-hands.svg)\n\n"
    book = Rulebook(tmp_path, "same-figures")
    book.write({"en/page": old, "bn/page": f"{old}![a](hands.svg)"})
    assert [each.spot.line for each in book.findings()] == [page("").count("\n") + 3]
    assert "the picture 'hands.svg' of en/page.md is missing" in str(
        found(tmp_path, "same-figures", figure, "ক")
    )
    assert found(tmp_path, "same-figures", figure, figure) == []


def test_an_original_with_the_line_translates_fires(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "current-translation")
    text = page("a").replace("review:", 'translates: "000000000000"\nreview:')
    (finding,) = book.finds(text)
    assert "is the original" in finding.problem
    assert book.finds(text.replace('translates: "000000000000"\n', "")) == []


def test_who_reviewed_the_original_does_not_make_its_translation_old(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "current-translation")
    value = text_hash(SourceText.of(page("a"), "page.md"))
    other = page("a").replace("author: A Nurse", "author: Two Nurses")
    book.write(
        {"en/page": other, "bn/page": page("ক").replace("rev", f"translates: '{value}'\nrev")}
    )
    assert book.findings() == []


@pytest.mark.parametrize("line", ["", 'translates: "0123456789ab"\n', "translates: soon\n"])
def test_an_old_translation_is_a_warning_and_in_a_release_an_error(
    line: str, tmp_path: Path
) -> None:
    book = Rulebook(tmp_path, "current-translation")
    book.write({"en/page": "a", "bn/page": page("ক").replace("review:", f"{line}review:")})
    for release, severity in ((False, Severity.WARNING), (True, Severity.ERROR)):
        (finding,) = book.findings(release=release)
        assert finding.severity is severity
        assert finding.spot.line == (4 if line else 1)


def test_the_value_that_is_given_makes_a_translation_up_to_date(tmp_path: Path) -> None:
    bad = rule_pages.read("current-translation").bad
    (finding,) = bad.findings(tmp_path)
    line = re.search(r'translates: "[0-9a-f]{12}"', finding.remedy)
    assert line
    file = tmp_path / finding.file
    file.write_text(re.sub("translates: .*", line[0], file.read_text("utf-8")), "utf-8")
    assert Rulebook(tmp_path, "current-translation").findings() == []


@pytest.mark.parametrize(
    ("rule", "mend"),
    [
        ("same-sections", lambda given: f"\n## Cuándo llamarnos {given}\n\nLlámenos.\n"),
        ("same-sources", lambda given: f"\nEl brazo puede doler.{given}\n\n{ARM}\n"),
    ],
)
def test_what_a_remedy_says_to_write_mends_the_example(
    rule: str, mend: object, tmp_path: Path
) -> None:
    assert callable(mend)
    (finding,) = rule_pages.read(rule).bad.findings(tmp_path)
    given = re.search(r"\{#\w+\}|\[\^\w+\]", finding.remedy)
    assert given
    file = tmp_path / finding.file
    file.write_text(file.read_text("utf-8") + mend(given[0]), "utf-8")
    assert Rulebook(tmp_path, rule).findings() == []


@pytest.mark.parametrize("rule", ["same-figures", "same-badges", "same-numbers", "same-pages"])
def test_copying_from_the_original_mends_the_example(rule: str, tmp_path: Path) -> None:
    """What these remedies say: have there what the original has."""
    (finding,) = rule_pages.read(rule).bad.findings(tmp_path)
    missing = re.search(r"as (es/\w+\.md)", finding.remedy)
    name = missing[1] if missing else finding.file
    original = (tmp_path / name.replace("es/", "en/")).read_text("utf-8")
    (tmp_path / name).write_text(original, "utf-8")
    assert Rulebook(tmp_path, rule).findings() == []


# What was never translated


def whole(title: str, lead: str, body: str) -> str:
    return (
        f"---\ntitle: {title}\nlead: {lead}\nreview: {{status: draft, author: A}}\n---\n\n{body}\n"
    )


SORE = "Your arm may be sore for two days. Call {{ emergency_number }}."


@pytest.mark.parametrize(
    ("copy", "fires"),
    [
        (whole("Flu vaccine", "What to expect.", SORE), "word for word its original, en/page.md"),
        (whole("Flu vaccine", "What to  expect.", SORE + "\n"), "page is word for word"),
        (whole("Vaccin", "What to expect.", SORE + "\n\n" + SORE), "almost word for word"),
        (whole("Vaccin", "À savoir.", "Le bras peut faire mal. 112."), ""),
        (whole("Vaccin", "À savoir.", "Le bras.\n\n" + SORE), ""),
    ],
)
def test_a_page_that_was_only_copied_is_found(tmp_path: Path, copy: str, fires: str) -> None:
    book = Rulebook(tmp_path, "copied-page")
    book.write({"en/page": whole("Flu vaccine", "What to expect.", SORE), "fr/page": copy})
    told = [(each.file, each.spot.line, each.problem) for each in book.findings()]
    assert len(told) == bool(fires), told
    for file, line, problem in told:
        assert (file, line) == ("fr/page.md", 2)
        assert fires in problem


def test_two_kinds_of_one_language_may_be_the_same_and_so_may_a_name(tmp_path: Path) -> None:
    for language, body in (("en-US", SORE), ("fr", "Paracetamol")):
        folder = tmp_path / language
        book = Rulebook(folder, "copied-page")
        text = whole("Paracetamol", '""', body)
        book.write({"en/page": text, f"{language}/page": text})
        assert book.findings() == []


def test_a_language_without_any_page_is_said_once_and_in_the_line_that_names_it(
    tmp_path: Path,
) -> None:
    for rule, count in (("empty-language", 2), ("same-pages", 0)):
        book = Rulebook(tmp_path, rule)
        book.write({"en/page": "Words.", "en/two": "Words."})
        file = tmp_path / "pack.toml"
        told = file.read_text("utf-8").replace('["en"]', '["en", "fr", "cy"]')
        file.write_text(told, "utf-8")
        (tmp_path / "cy").mkdir(exist_ok=True)
        (tmp_path / "cy/notes.txt").write_text("no page", "utf-8")
        findings = book.findings()
        assert len(findings) == count
        for finding, language in zip(findings, ("fr", "cy"), strict=False):
            assert (finding.file, finding.spot.line) == ("pack.toml", 5)
            assert f"the language '{language}' has no page of its own" in finding.problem
            assert f"{language}/page.md" in finding.remedy


def test_a_default_language_without_pages_is_found_too(tmp_path: Path) -> None:
    book = Rulebook(tmp_path, "empty-language")
    book.write({"fr/page": "Mots."})
    file = tmp_path / "pack.toml"
    file.write_text(file.read_text("utf-8").replace('["fr"]', '["en", "fr"]'), "utf-8")
    (finding,) = book.findings()
    assert "reads everything in 'fr'" in finding.problem


def test_a_low_number_that_a_clinic_fills_in_hides_no_other(tmp_path: Path) -> None:
    toml = '[details]\nsessions = "6"\nprice = {en = "from 5,000", bn = "৭,৫০০ থেকে"}\n'
    english = "You need {{ sessions }} sessions, which cost {{ price }}. Hair grew in 6 of 100."
    bengali = "আপনার {{ sessions }} বার লাগে, খরচ {{ price }}। ১০০ জনে ৭ জনের চুল গজায়।"
    book = Rulebook(tmp_path, "same-numbers")
    book.write({"en/page": english, "bn/page": bengali}, toml)
    (found,) = book.findings()
    assert "৭ stands only here and 6 stands only in en/page.md" in found.problem
    book.write({"en/page": english, "bn/page": bengali.replace("৭", "৬")}, toml)
    assert book.findings() == []
    book = Rulebook(tmp_path / "claims", "claim-source")
    book.write({"en/page": english}, toml.replace(', bn = "৭,৫০০ থেকে"', ""))
    assert ["6 of 100" in each.problem for each in book.findings()] == [True]
