"""Hidden signs and letters in disguise: each kind, what has a meaning, and where it stands.

That each fires on the bad example of its page and not on the good one: test_rule_pages.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.check.examine import examine
from kiosk.check.material.finding import Finding, Severity
from kiosk.check.report import as_lines
from kiosk.check.rules.letters import NO_FONT
from kiosk.check.wording.sign_sequences import described
from kiosk.shipped import shipped
from tests.unit.check.rulebook import FRONT, TODAY, Rulebook

TOP = FRONT.count("\n") + 1

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
NO_WIDTH = "\u200b\u2060\ufeff\u00ad\u200c\u200d\u2061\u2062\u2063\u180e\u3164\u034f\U000e0041"


def finds(folder: Path, rule: str, text: str) -> list[Finding]:
    return Rulebook(folder, rule).finds(text)


@pytest.mark.parametrize("sign", TURNING + NO_WIDTH)
def test_a_hidden_sign_is_named_with_its_line_and_column(tmp_path: Path, sign: str) -> None:
    (finding,) = finds(tmp_path, "hidden-sign", f"Words.\n\nTake no in{sign}sulin today.\n")
    assert (finding.file, finding.spot.line) == ("en/page.md", TOP + 3)
    # What no page keeps at all is shown behind itself.
    assert finding.spot.column in (11, 12)
    assert "behind 'in'" in finding.problem
    assert f"(U+{ord(sign):04X})" in finding.problem
    assert "Type 'insulin' anew" in finding.remedy
    assert (finding.severity is Severity.ERROR) == (sign in TURNING)
    assert finding.problem.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "র‍্যাব র‌্যাব ক্‌ত ক্‍ষ",
        "गर्‌छ क्‍ष",
        "ക്‍ ന്‍റെ",
        "ක්‍රම ශ්‍රී",
        "می‌خواهم خانه‌ها",
        "C++\u200e \u0648 C#\u200e \u0627",
        "\u05d0\u05d1 100%\u200f",
        "👩‍⚕️ 👩🏽‍⚕️ ❤️‍🔥 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "ไทย\u200bไทย ខ្មែរ\u200bខ្មែរ",
        "Wide\u00a0spaces\u202fand\u2009others – and — dashes …",
    ],
)
def test_a_sign_that_has_a_meaning_is_not_found(tmp_path: Path, text: str) -> None:
    assert finds(tmp_path, "hidden-sign", text) == []


@pytest.mark.parametrize("text", ["করা‌ই\u200c x", "ab‍cd", "the\u200d end", "1\u200c2", "ক\u200bখ"])
def test_a_joiner_that_joins_nothing_is_found(tmp_path: Path, text: str) -> None:
    assert len(finds(tmp_path, "hidden-sign", text)) == 1


def test_several_signs_of_a_line_are_one_finding_and_the_gravest_is_named(tmp_path: Path) -> None:
    text = "so\u00adft hy\u00adphens and \u202e999\u202c.\n\nMo\u00adre."
    first, second = finds(tmp_path, "hidden-sign", text)
    assert "RIGHT-TO-LEFT OVERRIDE" in first.problem
    assert "and 3 more in this line" in first.problem
    assert "SOFT HYPHEN" in second.problem


def test_what_an_entity_or_an_escape_has_become_is_found_too(tmp_path: Path) -> None:
    text = FRONT.replace("{title}", '"A p\\u200bage"') + "\nCall 9&#8238;99 and hy&shy;phen.\n"
    found = [(each.spot.line, each.problem) for each in finds(tmp_path, "hidden-sign", text)]
    assert [line for line, _ in found] == [2, TOP + 1]
    assert "ZERO WIDTH SPACE" in found[0][1]
    assert "and 1 more" in found[1][1]


@pytest.mark.parametrize("written", ["a\\u202eb", "a\\U0000202Eb", "a\u202eb"])
def test_a_hidden_sign_of_pack_toml_is_found_however_it_is_written(
    tmp_path: Path, written: str
) -> None:
    book = Rulebook(tmp_path, "hidden-sign")
    book.write({"en/page": "Words."}, f'[details]\nroom = "{written}"')
    (finding,) = book.findings()
    assert (finding.file, finding.severity) == ("pack.toml", Severity.ERROR)
    assert "(U+202E)" in finding.problem


@pytest.mark.parametrize("rule", ["hidden-sign", "mixed-letters"])
def test_what_pack_toml_says_is_looked_at_too(tmp_path: Path, rule: str) -> None:
    book = Rulebook(tmp_path, rule)
    book.write({"en/page": "Words."}, 'phone = "0\u200b20 7946 0000"  # C\u0430ll')
    (finding,) = book.findings()
    assert (finding.file, finding.spot.line) == ("pack.toml", 7)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("p\u0430yment", "payment"),
        ("\u0412lood", "Blood"),
        ("\u0421OVID-19", "COVID"),
        ("w\u03bfrd", "word"),
        ("p\u03b1yment", "payment"),
        ("H2\u041e", "H2O"),
        ("HbA1\u0441", "HbA1c"),
        ("Ask \u0430 nurse", "a"),
        ("the \u0440\u0430\u0443 desk", "pay"),
        ("n\u0570s", "nhs"),
        ("\U0001d41b\U0001d428\U0001d425\U0001d41d words", "bold"),
        ("\uff21\uff22 words", "AB"),
        ("p&#1072;yment", "payment"),
        ("**p\u0430y**ment", "pay"),
        ("`p\u0430y`", "pay"),
        ("| p\u0430y |\n|---|\n| x |", "pay"),
        ("\u0391\u03b8\u03ae\u03bd\u0061 words", "\u0391\u03b8\u03ae\u03bd\u03b1"),
    ],
)
def test_a_word_of_two_alphabets_is_found_and_given_in_one(
    tmp_path: Path, text: str, meant: str
) -> None:
    (finding,) = finds(tmp_path, "mixed-letters", f"Some plain words come first. {text}.")
    assert finding.spot.line == TOP + 1
    assert f"Type '{meant}' anew" in finding.remedy
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "5 µg, 5 μg, 3 kΩ, 2 MΩ, 7 μmol/L, α, Ω, α and β, Δt, ΔT",
        "β-blocker, TNFα, NFκB, IκBα, TGFβ1, PPARγ, IFN-γ, βhCG, λmax, γGT, χ2",
        "Größe, naïve, Ångström, déjà, İstanbul, Tiếng Việt, œuvre",
        "PRPর দাম, COVID-১৯, ভিটামিন B12",
        "He said спасибо and сахар to us",
        "日本語とABC, 한국어 ABC",
    ],
)
def test_letters_that_are_at_home_are_not_found(tmp_path: Path, text: str) -> None:
    assert finds(tmp_path, "mixed-letters", text) == []


def test_a_text_in_cyrillic_has_words_that_look_latin(tmp_path: Path) -> None:
    text = "Пейте воду и не ешьте сахар. Он сух, а рот рос. SMSка о Covid."
    book = Rulebook(tmp_path, "mixed-letters")
    book.write({"en/page": "Words.", "ru/page": text.replace("{", "")})
    assert book.findings() == []


@pytest.mark.parametrize(
    "address",
    [
        "https://www.n\u04bbs.uk/hair",
        "https://\u0430\u0440\u0440\u04cf\u0435.com",
        "https://xn--80ak6aa92e.com/",
        "https://www.n%D2%BBs.uk",
        "mailto:desk@n\u04bbs.uk",
        "https://example.org/p%D0%B0y",
    ],
)
def test_an_address_in_disguise_is_an_error(tmp_path: Path, address: str) -> None:
    (finding,) = finds(tmp_path, "mixed-letters", f"Words.\n\nSee [the leaflet]({address}).")
    assert (finding.spot.line, finding.severity) == (TOP + 3, Severity.ERROR)
    assert finding.problem.startswith("an address holds '")


@pytest.mark.parametrize(
    "address", ["https://пример.рф/ы", "https://xn--mnchen-3ya.de", "https://bücher.example/%20x"]
)
def test_an_address_in_its_own_letters_is_not_found(tmp_path: Path, address: str) -> None:
    assert finds(tmp_path, "mixed-letters", f"See [the leaflet]({address}).") == []


def test_the_same_word_is_said_once_a_page(tmp_path: Path) -> None:
    text = "A gl\u0430ss here.\n\nA gl\u0430ss there, a b\u043ettle too."
    assert [each.spot.line for each in finds(tmp_path, "mixed-letters", text)] == [TOP + 1, TOP + 3]


# Signs without a font


def undrawn(folder: Path, text: str, lacks: str | None, pack: str = "") -> list[Finding]:
    Rulebook(folder, NO_FONT).write({"en/page": text}, pack)
    asked = []

    def lacking(signs: str) -> str | None:
        asked.append(signs)
        return None if lacks is None else "".join(sign for sign in signs if sign in lacks)

    report = examine(folder, assets=shipped("assets"), today=TODAY, lacking=lacking)
    assert len(asked) == 1, "all signs of a pack are asked for at once"
    assert (NO_FONT in report.off) == (lacks is None)
    return [each for each in report.findings if each.rule == NO_FONT]


@pytest.mark.parametrize(
    ("sign", "lacks", "named"),
    [
        ("😀", "😀", "😀 GRINNING FACE (U+1F600)"),
        ("👩\u200d⚕\ufe0f", "👩", "👩\u200d⚕ WOMAN, STAFF OF AESCULAPIUS (U+1F469 U+200D U+2695)"),
        ("✔\ufe0f", "✔", "✔ HEAVY CHECK MARK (U+2714)"),
        ("👍🏽", "🏽", "👍🏽 THUMBS UP SIGN, EMOJI MODIFIER FITZPATRICK TYPE-4 (U+1F44D U+1F3FD)"),
        ("🇧🇩", "🇧🇩", "🇧🇩 REGIONAL INDICATOR SYMBOL LETTER B"),
        ("x\u0331\u0307", "\u0331", "x\u0331\u0307 COMBINING MACRON BELOW, COMBINING DOT ABOVE"),
        ("\uf0b7", "\uf0b7", "has a sign without a name (U+F0B7)"),
        ("&#128512;", "😀", "😀 GRINNING FACE (U+1F600)"),
    ],
)
def test_a_sign_without_a_font_is_named_as_one(
    tmp_path: Path, sign: str, lacks: str, named: str
) -> None:
    (finding,) = undrawn(tmp_path, f"Words.\n\nSo {sign} it is. Once more: {sign}.", lacks)
    assert finding.spot.line == TOP + 3
    assert named in finding.problem
    assert finding.remedy.startswith("Say it in words")


def test_a_picture_of_several_characters_stays_whole_on_a_terminal(tmp_path: Path) -> None:
    undrawn(tmp_path, "So 👩\u200d⚕\ufe0f.", "👩")
    report = examine(tmp_path, assets=shipped("assets"), today=TODAY, lacking=lambda signs: "👩")
    assert "👩\u200d⚕ WOMAN" in as_lines(report, tmp_path)


def test_many_signs_without_a_font_are_one_finding(tmp_path: Path) -> None:
    text = "ཀ ཁ ག ང ཅ ཆ ཇ"
    (finding,) = undrawn(tmp_path, f"Words.\n\n{text}", text)
    assert finding.problem.endswith("ཀ, ཁ, ག, ང, ཅ and 2 more")
    assert finding.spot.line == TOP + 3


def test_what_steers_and_what_is_plain_is_never_asked_for(tmp_path: Path) -> None:
    asked = ""

    def lacking(signs: str) -> str:
        nonlocal asked
        asked = signs
        return ""

    text = "A\u00a0b র\u200d্য ✔\ufe0f \u2028 é 中 \u202f"
    Rulebook(tmp_path, NO_FONT).write({"en/page": text})
    examine(tmp_path, assets=shipped("assets"), today=TODAY, lacking=lacking)
    assert asked == "".join(sorted("র্য✔é中"))


def test_a_sign_in_pack_toml_is_found_there(tmp_path: Path) -> None:
    (finding,) = undrawn(tmp_path, "Words.", "😀", 'phone = "999 😀"')
    assert (finding.file, finding.spot.line) == ("pack.toml", 7)


def test_where_nobody_can_tell_the_rule_is_not_asked_and_the_report_says_so(tmp_path: Path) -> None:
    assert undrawn(tmp_path, "So 😀.", None) == []


def test_a_sign_that_unicode_does_not_know_is_still_named_by_its_number() -> None:
    assert described("\U0003ffff") == "a sign without a name (U+3FFFF)"


def test_the_signs_around_a_typed_number_are_the_kiosks_own(tmp_path: Path) -> None:
    text = "اتصل بالرقم +44 20 7946 0000 أو [020 7946 0000](tel:+442079460000) اليوم."
    assert finds(tmp_path, "hidden-sign", text) == []
    (found,) = finds(tmp_path, "hidden-sign", f"{text} \u20665 mg\u2069")
    assert "U+2066" in found.problem


def test_the_signs_around_a_fact_are_the_kiosks_own(tmp_path: Path) -> None:
    assert finds(tmp_path, "hidden-sign", "اتصل بنا على {{ emergency_number }} الآن.") == []
    (finding,) = finds(tmp_path, "hidden-sign", "اتصل بنا على &#x2068;x {{ clinic }} الآن.")
    assert "FIRST STRONG ISOLATE" in finding.problem
