"""What each clinic fills in: details of pack.toml, which pages show by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import Paragraph
from kiosk.page.error import ContentError
from kiosk.page.phrases import Phrases
from kiosk.page.terms import plain
from kiosk.rows.build import page_rows
from kiosk.shipped import shipped
from kiosk.speech.utterances import Listener, spoken
from tests.unit.slips.mending import all_mended, load_pack_file

TOML = """\
title = "Title"
clinic = "Clinic"
emergency_number = "999"
front_desk = "tell us"
languages = ["en", "bn"]

[details]
price_session = {en = "[ask at the front desk]", bn = "৳ ৫,০০০"}
register = "bmdc.org.bd"

[[tabs]]
page = "home"
icon = "info"
"""
PAGE = """\
---
title: Costs
lead: One session costs {{ price_session }}.
review: {status: draft, author: A}
---

Look them up at {{ register }}.

| What | Price |
|------|-------|
| One  | {{ price_session }} |
"""


def write(folder: Path, details: str = "", page: str = PAGE) -> Path:
    head, _, tail = TOML.partition('register = "bmdc.org.bd"\n')
    toml = head + details + "\n" + tail if details else TOML
    (folder / "pack.toml").write_text(toml, "utf-8")
    for language in ("en", "bn"):
        (folder / language).mkdir(exist_ok=True)
        (folder / language / "home.md").write_text(page, "utf-8")
    return folder


def load(folder: Path) -> Pack:
    return load_pack(folder, assets=shipped("assets"))


def refused(folder: Path, details: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load(write(folder, details))
    return caught.value


def test_a_page_shows_a_detail_in_its_language_and_without_the_brackets(tmp_path: Path) -> None:
    pack = load(write(tmp_path))
    assert plain(pack.page("home", "en").lead) == "One session costs ask at the front desk."
    assert plain(pack.page("home", "bn").lead) == "One session costs ৳ ৫,০০০."


def test_screen_and_voice_say_the_details(tmp_path: Path) -> None:
    page = load(write(tmp_path)).page("home", "en")
    rows = page_rows(page, lambda source: (source, 1.0))
    listener = Listener(language="en", say=Phrases())
    said = " ".join(each.text for each in spoken(page, rows, listener, listener))
    for told in (str(rows), said):
        assert "ask at the front desk" in told
        assert "bmdc.org.bd" in told
        assert "{{" not in told
        assert "[ask" not in told


def test_a_detail_given_in_the_default_language_alone_stands_in_for_the_others(
    tmp_path: Path,
) -> None:
    pack = load(write(tmp_path, 'register = {en = "bmdc.org.bd"}'))
    assert pack.facts("bn")["register"] == "bmdc.org.bd"


def test_no_line_of_a_page_ends_within_a_number_of_a_detail(tmp_path: Path) -> None:
    pack = load(write(tmp_path, 'distress_line = "0800 12 34"\nregister = "12 Main Road"'))
    assert pack.facts("en")["distress_line"] == "0800\u00a012\u00a034"
    assert pack.facts("en")["register"] == "12 Main Road"


def test_a_detail_keeps_its_direction_among_words_of_the_other(tmp_path: Path) -> None:
    page = PAGE.replace("Look them up at", "ابحث عنهم في")
    (block, *_) = load(write(tmp_path, page=page)).page("home", "en").blocks
    assert isinstance(block, Paragraph)
    assert "\u2068bmdc.org.bd\u2069" in plain(block.spans)


def test_details_may_stand_in_tables_of_their_own(tmp_path: Path) -> None:
    own = '[details.register]\nen = "[A]"\nbn = "B"'
    pack = load(write(tmp_path, own))
    assert (pack.facts("en")["register"], pack.facts("bn")["register"]) == ("A", "B")
    assert refused(tmp_path, '[details.register]\nen = "*A*"').line == 9


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('Price = "5"', "Write price = "),
        ('phone = "5"', "above line 7"),
        ('about = "about"', "above line 7"),
        ('title = "5"', "'title' is no detail"),
        ('register = ""', "is empty"),
        ('register = "[ ]"', "is empty"),
        (f'register = "{"x" * 201}"', "201 characters"),
        ('register = "a\\nb"', "line break"),
        ('register = "a\tb"', "a tab"),
        ('register = "a\\u2028b"', "line break"),
        ('register = "[ask"', "square brackets"),
        ('register = "ask]"', "square brackets"),
        ('register = "[a] or [b]"', "square brackets"),
        ('register = "**a**"', "the mark '**'"),
        ('register = "*a b* c"', "the mark '*a b*'"),
        ('register = "_a_"', "the mark '_a_'"),
        ('register = "[a](b.md)"', "square brackets"),
        ('register = "<b>a"', "the mark '<b>'"),
        ('register = "{{ phone }}"', "the mark '{{'"),
        ('register = "a&nbsp;b"', "the mark '&nbsp;'"),
        ('register = "# a"', "the mark '#'"),
        ('register = {bn = "a"}', "no words for the default language 'en'"),
        ('register = {en = "a", de = "b"}', "'de', which is not a language"),
        ('register = {en = "a", bn = ""}', "is empty"),
    ],
)
def test_what_can_not_be_a_detail_is_told_with_its_line(
    line: str, says: str, tmp_path: Path
) -> None:
    error = refused(tmp_path, line)
    assert error.line == 9
    assert says in f"{error.problem} {error.remedy}"


@pytest.mark.parametrize(
    "words",
    [
        "x" * 200,
        "5 * 3 * 2",
        "snake_case_name",
        "a-b",
        "৳ ৫,০০০",
        "ক্যা\u200dন, র\u200c্যা",
        "A & B (C)",
    ],
)
def test_what_a_clinic_writes_is_taken_as_it_stands(words: str, tmp_path: Path) -> None:
    assert load(write(tmp_path, f'register = "{words}"')).facts("en")["register"] == words


def test_an_unknown_name_is_told_with_the_one_that_was_meant_or_all_of_them(
    tmp_path: Path,
) -> None:
    for written, says in (
        ("price_sesion", "Write {{ price_session }}; "),
        ("Register", "Write {{ register }}; "),
        ("wine", "Add it below [details] in pack.toml, or use one of: "),
    ):
        page = PAGE.replace("{{ register }}", f"{{{{ {written} }}}}")
        with pytest.raises(ContentError) as caught:
            load(write(tmp_path, page=page)).page("home", "en")
        assert caught.value.line == 7
        assert caught.value.remedy.startswith(says)
        assert caught.value.remedy.endswith(
            "clinic, emergency_number, front_desk, phone, price_session, register"
        )


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("price = 5000", 'price = "5000"'),
        ("price = 5000 taka", 'price = "5000 taka"'),
        ('price "5"', 'price = "5"'),
        ('price: "5"', 'price = "5"'),
        ("price = “5”", 'price = "5"'),
        ('price = "5', 'price = "5"'),
        ('Total Price = "5"', 'total_price = "5"'),
        ('total-price = "5"', 'total_price = "5"'),
        ('price = {en = 5, bn = "৫"}', 'price = {en = "5", bn = "৫"}'),
        ('price = {en: "5", bn: "৫"}', 'price = {en = "5", bn = "৫"}'),
        ('price = {en = "5" bn = "৫"}', 'price = {en = "5", bn = "৫"}'),
        ('price = {en = "5", bn = "৫"', 'price = {en = "5", bn = "৫"}'),
        ('price = {\n  en = "5",\n  bn = "৫"\n}', 'price = {en = "5", bn = "৫"}'),
        ('price = "a", licence = "b"', 'price = "a"\nlicence = "b"'),
        ("price =", 'price = "[ask at the front desk]"'),
        ("price = true", 'price = "true"'),
        ('মূল্য = "5"', 'detail = "5"'),
        ('"দাম" = "5"', 'detail = "5"'),
    ],
)
def test_a_slip_in_a_detail_is_told_with_the_line_to_write(
    slip: str, mended: str, tmp_path: Path
) -> None:
    # Names as short as a language's stand around it.
    text = TOML.replace('register = "bmdc.org.bd"', f'fee = "1"\n{slip}\nsum = {{en = "2"}}')
    text = all_mended(text, lambda text: load_pack_file(tmp_path, text))
    assert f'fee = "1"\n{mended}\nsum = {{en = "2"}}' in text


@pytest.mark.parametrize("head", ["[[details]]", "[detail]", "[Details]", "details:", "{details}"])
def test_a_slip_in_the_head_of_the_details_is_mended(head: str, tmp_path: Path) -> None:
    text = TOML.replace("[details]", head)
    assert all_mended(text, lambda text: load_pack_file(tmp_path, text)) == TOML


def test_details_without_their_head_are_told_where_they_belong(tmp_path: Path) -> None:
    text = TOML.replace("[details]\n", "")
    (write(tmp_path) / "pack.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load(tmp_path)
    told = [(each.line, each.remedy.partition(";")[0]) for each in caught.value.each()]
    assert told == [(line, "Take it out, or write it below [details]") for line in (7, 8)]
