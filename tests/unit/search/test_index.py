"""The index: what is found, in what order, and what is said of it."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pack.pack import load_pack
from kiosk.rows.build import page_rows
from kiosk.search.found import HEAD, MOST
from kiosk.search.index import Index
from kiosk.shipped import shipped
from tests.flows.packs import Writer
from tests.unit.search.search_packs import index_of, own_index, places

RISKS = """\
Tell us what you take.

## What can go wrong {#wrong}

Most people feel pain. A few faint.

- **Bleeding:** press on it.

| Harm | How often |
|---|---|
| Infection | 1 in 1,000 |
| A swollen forehead | rarely |

### In the long run {#later}

Nobody knows. A breast-feeding mother waits.

!!! caution "Blood thinners"
    Never stop them yourself.[^a]

[^a]: A study of whales. doi:10.1000/1
"""

FAQ = """\
## Before {#before}

### Does it hurt? {#hurt}

Often. Ask for numbing cream.

### Who gives it? {#who}

A nurse.
"""

COMPARED = """\
## The options {#options}

!!! compare
    | You ask | Wait | Lotion |
    |---|---|---|
    | What can go wrong? | Nothing | An itch |

A word

:   What the word means: zebra.
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    writer = Writer(tmp_path / "pack").page("risks", RISKS).page("faq", FAQ, layout="faq")
    return writer.page("options", COMPARED).written()


@pytest.fixture
def index(pack: Path) -> Index:
    return index_of(pack)


@pytest.mark.parametrize(
    ("words", "place", "text"),
    [
        ("bleeding", "risks#wrong", "Bleeding: press on it."),
        ("infection", "risks#wrong", "Infection: 1 in 1,000"),
        ("stop thinners", "risks#later", "Never stop them yourself."),
        ("numbing", "faq#hurt", "Ask for numbing cream."),
        ("itch", "options#options", "What can go wrong? Lotion: An itch"),
        ("zebra", "options#a-word", "What the word means: zebra."),
        ("tell us what i take", "risks#", "Tell us what you take."),
        ("lead of options", "options#", "The lead of options."),
        ("1000", "risks#wrong", "Infection: 1 in 1,000"),
    ],
)
def test_all_that_a_page_says_is_found(index: Index, words: str, place: str, text: str) -> None:
    found = index.find(words)
    assert (places(found)[0], found.results[0].text, found.meant) == (place, text, "")
    assert not found.results[0].guess


@pytest.mark.parametrize("words", ["whales", "doi", "1 of 2", "nowhere", "", " ", "?!", "।"])
def test_sources_and_what_no_page_says_are_not_found(index: Index, words: str) -> None:
    found = index.find(words)
    assert (found.results, found.meant, found.asked) == ((), "", words.strip())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("infections", "infection"), ("INFECTED", "infection"), ("  infection ", "infection"),
        ("infec", "infection"), ("breastfeeding", "breast feeding"),
        ("breast feeding", "breast-feeding"), ("bleed", "bleeding"), ("१०००", "1000"),
        ("in\u200dfection", "infection"),
    ],
)  # fmt: skip
def test_forms_of_a_word_find_the_same_and_are_no_guesses(
    index: Index, words: str, first: str
) -> None:
    found = index.find(words)
    assert places(found)[:1] == places(index.find(first))[:1] != []
    assert not found.results[0].guess


def test_a_near_word_is_a_guess_and_says_what_was_meant(index: Index) -> None:
    found = index.find("infectoin")
    assert (found.asked, found.meant) == ("infectoin", "infection")
    assert places(found) == ["risks#wrong"]
    assert found.results[0].guess


def test_the_better_part_of_what_was_asked_for_is_a_guess(index: Index) -> None:
    found = index.find("hurt mother")
    assert [each.guess for each in found.results] == [True]
    assert found.meant == "hurt"
    assert index.find("bleeding giraffe").results == ()


def test_what_was_typed_comes_before_guesses(pack: Path) -> None:
    (pack / "en/faq.md").write_text(
        (pack / "en/faq.md").read_text("utf-8") + "\n### Is bleading a word? {#b}\n\nNo.\n", "utf-8"
    )
    found = index_of(pack).find("bleading")
    assert places(found)[0] == "faq#b"
    assert [each.guess for each in found.results] == sorted(each.guess for each in found.results)
    assert found.meant == ""


def test_a_whole_question_of_small_words_finds_its_title(index: Index) -> None:
    assert places(index.find("who gives it"))[0] == "faq#who"


def test_a_result_stands_in_the_row_that_it_names(pack: Path, index: Index) -> None:
    page = load_pack(pack, assets=shipped("assets")).page("risks", "en")
    rows = page_rows(page, lambda source: ("", 0.0))
    [infection] = index.find("infection").results
    cells = (rows[infection.row].inner or ())[infection.part]
    assert (rows[infection.row].kind, cells.kind) == ("table", "table-row")
    start, end = infection.marks[0]
    assert infection.text[start:end] == "Infection"
    assert rows[index.find("faint").results[0].row].plain.startswith("Most people")
    assert index.find("lead of risks").results[0].row == HEAD


def test_marks_are_the_words_that_were_found(index: Index) -> None:
    [result] = index.find("stopping yourself").results
    assert [result.text[start:end] for start, end in result.marks] == ["stop", "yourself"]


def test_a_section_comes_once_and_no_more_than_there_is_room_for(tmp_path: Path) -> None:
    many = "\n".join(f"## Part {n} {{#p{n}}}\n\nA wound. A wound heals.\n" for n in range(30))
    found = index_of(Writer(tmp_path / "p").page("one", many).written()).find("wound")
    assert len(found.results) == MOST == len(set(places(found)))


def test_a_page_that_is_hidden_today_is_not_found(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "p").page("one", "A wound.", due="2026-11-28").page("two", "Words.")
    writer.hide_overdue = True
    folder = writer.written()
    assert places(index_of(folder, day=date(2026, 11, 28)).find("wound")) == ["one#"]
    assert places(index_of(folder, day=date(2026, 11, 29)).find("wound")) == []


def test_a_page_that_nothing_leads_to_is_not_found(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "p").page("one", "See [it](two.md).")
    writer.page("two", "A wound.", tab=False).page("three", "A wound.", tab=False)
    assert places(index_of(writer.written()).find("wound")) == ["two#"]


def test_a_page_that_stands_in_for_a_translation_is_found(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "p", ("en", "bn")).page("one", "A wound.")
    assert places(index_of(writer.written(), "bn").find("wound")) == ["one#"]


def test_a_page_that_cannot_be_used_takes_no_other_down(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "p").page("one", "A wound.").page("two")
    folder = writer.written()
    (folder / "en/two.md").write_bytes(b"\xff")
    assert places(index_of(folder).find("wound")) == ["one#"]


def test_the_packs_other_words_find_what_its_pages_say(pack: Path) -> None:
    with (pack / "pack.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[search.en]\n"in the long run" = "money"\n"faint, bleeding" = "fall over, ?"\n'
        )
    index = index_of(pack)
    for words, place in (
        ("money", "risks#later"), ("mony", "risks#later"), ("fall over", "risks#wrong"),
        ("falls over", "risks#wrong"), ("mone", "risks#later"),
    ):  # fmt: skip
        assert places(index.find(words))[:1] == [place], words
    assert not index.find("money").results[0].guess


PHRASES = """
[search.en]
bleeding = "own blood, bled a lot"
"most people feel pain" = "ache, sore"
"in the long run" = "growth stages"
"""


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("take my own blood", "risks#wrong"),  # small words within
        ("own red blood", ""),  # another word is not passed over
        ("own is it what the she blood", "risks#later"),  # nor are many small ones: "blood" alone
        ("own bloodd", "risks#wrong"),
        ("stages of growth", "risks#later"),  # in either order
        ("own blo", "risks#wrong"),  # not typed to its end
        ("head aches", ""),
        ("long run", "risks#later"),
        ("longrun", "risks#later"),
        ("swol len forehead", "risks#wrong"),
        ("numbing", "faq#hurt"),
        ("number", ""),  # an everyday word is no slip, and not completed
        ("mother", "risks#later"),
        ("brother", ""),
        ("car", ""),  # care
        ("10", ""),  # a number is whole
        ("long ruin", "risks#later"),  # unless it makes sense beside its neighbour
        ("numbing at 22", "faq#hurt"),  # no page says that number
        ("22", ""),
        ("acually numbing", "faq#hurt"),  # a small word that lacks a letter
        ("beacuse numbing", "faq#hurt"),
        ("a c h e", "risks#wrong"),  # letter by letter
    ],
)
def test_words_are_taken_as_they_were_meant(pack: Path, words: str, place: str) -> None:
    with (pack / "pack.toml").open("a", encoding="utf-8") as file:
        file.write(PHRASES)
    assert places(index_of(pack).find(words))[:1] == ([place] if place else []), words


def test_an_emergency_goes_before_what_else_says_the_word(tmp_path: Path) -> None:
    body = 'A fever.\n\n## Then {#then}\n\n!!! emergency "Call"\n    - fever\n'
    writer = Writer(tmp_path / "p").page("a", "A fever passes.").page("b", body)
    assert places(index_of(writer.written()).find("fever"))[0] == "b#then"


def test_a_word_that_is_only_mentioned_is_no_guess(tmp_path: Path) -> None:
    body = "## Cuts {#cuts}\n\nA neck heals.\n\n## Knees {#knees}\n\nA cut bleeds.\n"
    index = index_of(Writer(tmp_path / "p").page("one", body).written())
    assert places(index.find("neck bleeds")) == []
    assert places(index.find("neck cuts")) == ["one#cuts"]


@pytest.mark.parametrize("words", ["ttt", "ঝঝঝঝ", "ঘঘঘ", "aaaa"])
def test_a_key_that_was_held_down_finds_nothing(words: str) -> None:
    for language in ("en", "bn"):
        assert own_index(language).find(words).results == ()


def test_a_bengali_word_means_itself_and_not_what_sounds_like_it(tmp_path: Path) -> None:
    writer = Writer(tmp_path / "p", ("en", "bn")).page("one", "A wound.")
    writer.page("one", "কলের পানি। চুলের গোড়া।", language="bn")
    index = index_of(writer.written(), "bn")
    assert places(index.find("কল")) == places(index.find("gora")) == ["one#"]
    assert places(index.find("খোলা")) == places(index.find("ঘর")) == []


def test_what_is_built_in_one_thread_is_asked_in_another(pack: Path) -> None:
    made: list[Index] = []
    thread = threading.Thread(target=lambda: made.append(index_of(pack)))
    thread.start()
    thread.join()
    assert places(made[0].find("infection")) == ["risks#wrong"]


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(['"', "'", "OR", "NEAR(", "*", "title:", "চুল", "hair", "\0", "-"])
    ).map(" ".join)
)
def test_no_text_is_too_odd_to_be_looked_for(words: str) -> None:
    for language in ("en", "bn"):
        found = own_index(language).find(words)
        assert found.asked == words.strip()
        for each in found.results:
            assert each.text
            assert all(0 <= start < end <= len(each.text) for start, end in each.marks)
            assert bool(found.meant) == found.results[0].guess
