"""The figures of our own pack show what they must, in every language (the evidence brief, 6).

A drawing holds no words: they come from the page, so that they can be read aloud and translated.
Numbers are drawn from the page's own, never as pictures of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar
from xml.etree import ElementTree

import pytest

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import (
    Compare,
    Figure,
    Footnote,
    Heading,
    Ladder,
    Level,
    Page,
    People,
    Schedule,
    Sources,
    Spans,
    Steps,
)
from kiosk.page.terms import plain
from kiosk.shipped import shipped

FIGURES = shipped("assets") / "figures"
DRAWINGS = sorted(FIGURES.glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"

each_language = pytest.mark.parametrize("language", ["en", "bn"])
each_drawing = pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)

Kind = TypeVar("Kind")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("content"), assets=shipped("assets"))


def all_of(page: Page, kind: type[Kind]) -> list[Kind]:
    return [block for block in page.blocks if isinstance(block, kind)]


def figure(pack: Pack, name: str, language: str) -> Figure:
    """The one figure of this drawing, on whatever page it stands."""
    pages = [pack.page(page, language) for page in ("overview", "procedure", "types")]
    [found] = [
        block
        for page in pages
        for block in all_of(page, Figure)
        if block.source == f"figures/{name}.svg"
    ]
    return found


def key(pack: Pack, name: str, language: str) -> list[str]:
    return [latin(plain(spans)).lower() for spans in figure(pack, name, language).key]


def latin(words: str) -> str:
    """The same words with the digits of English."""
    return "".join(str(int(each)) if each.isdecimal() else each for each in words)


def sources(page: Page, spans: Spans) -> str:
    """The sources that these words lead to."""
    listed = {entry.number: plain(entry.spans) for entry in all_of(page, Sources)[0].entries}
    return " ".join(listed[each.number] for each in spans if isinstance(each, Footnote))


def section(page: Page, anchor: str) -> Iterator[object]:
    """The blocks of one section."""
    inside = False
    for block in page.blocks:
        if isinstance(block, Heading) and block.level == 2:
            inside = block.anchor == anchor
        elif inside:
            yield block


# Drawings


@each_drawing
def test_a_drawing_has_no_words_but_the_numbers_of_its_markers(file: object) -> None:
    tree = ElementTree.parse(str(file)).getroot()
    marked = [group for group in tree.iter(SVG + "g") if group.get("id", "").startswith("marker-")]
    texts = [text for group in marked for text in group.iter(SVG + "text")]
    assert list(tree.iter(SVG + "text")) == texts
    assert [text.text for text in texts] == [str(n) for n in range(1, len(marked) + 1)]
    for word in ("title", "desc", "tspan", "foreignObject", "image", "use"):
        assert not list(tree.iter(SVG + word)), word


@each_language
@each_drawing
def test_every_marker_of_a_drawing_is_explained_beside_it(
    pack: Pack, file: object, language: str
) -> None:
    text = ElementTree.tostring(ElementTree.parse(str(file)).getroot(), "unicode")
    name = str(file).rpartition("/")[2].removesuffix(".svg")
    shown = figure(pack, name, language)
    assert len(re.findall(r'id="marker-\d+"', text)) == len(shown.key)
    assert len(shown.alternative) > 40
    assert plain(shown.caption)


# 1


@each_language
def test_the_scalp_shows_its_layers_the_follicle_the_vessels_and_the_needle(
    pack: Pack, language: str
) -> None:
    entries = key(pack, "scalp-section", language)
    words = {
        "en": ("epidermis", "dermis", "fat", "follicle", "vessels", "needle", "not to scale"),
        "bn": ("এপিডার্মিস", "ডার্মিস", "চর্বি", "ফলিকল", "রক্তনালি", "সুই", "মাপ মেনে আঁকা নয়"),
    }[language]
    assert len(entries) == len(words)
    for entry, word in zip(entries, words, strict=True):
        assert word in entry
    assert re.findall(r"\d+(?:\.\d+)?", entries[-1]) == ["1.5", "4"]
    assert "mesoderm" not in " ".join(entries)


# 2


@each_language
def test_the_hair_cycle_has_four_stages_with_the_shares_and_times_of_its_source(
    pack: Pack, language: str
) -> None:
    page = pack.page("types", language)
    phases = {
        "en": ("anagen", "catagen", "telogen"), "bn": ("অ্যানাজেন", "ক্যাটাজেন", "টেলোজেন"),
    }[language]  # fmt: skip
    entries = key(pack, "hair-cycle", language)
    assert len(entries) == 4
    for entry, phase in zip(entries, phases, strict=False):
        assert phase in entry
    numbers = [list(map(int, re.findall(r"\d+", entry))) for entry in entries]
    growing, changing, resting, falling = (set(each) - {100} for each in numbers)
    assert growing == {2, 6, 85, 90}
    assert changing == {1, 3}
    assert resting == {3, 2, 5, 10, 15}
    assert not falling
    page = pack.page("types", language)
    for spans in figure(pack, "hair-cycle", language).key[:3]:
        assert "Therapeutic Guidelines" in sources(page, spans)


# 3


@each_language
def test_five_patterns_are_shown_and_the_one_with_scars_says_see_a_doctor_soon(
    pack: Pack, language: str
) -> None:
    entries = key(pack, "hair-loss-patterns", language)
    assert len(entries) == 5
    words = {
        "en": ("crown", "parting", "shedding", "patches", "see a doctor soon"),
        "bn": ("তালু", "সিঁথি", "ঝরা", "টাক", "তাড়াতাড়ি চিকিৎসক দেখান"),
    }[language]
    for entry, word in zip(entries, words, strict=True):
        assert word in entry


def test_the_patterns_show_varied_skin_and_hair() -> None:
    drawing = (FIGURES / "hair-loss-patterns.svg").read_text("utf-8")
    for colour in ("skin-1", "skin-2", "skin-3", "skin-4", "hair-1", "hair-2", "hair-3"):
        assert f"var(--{colour})" in drawing, colour


# 4


@each_language
def test_a_session_has_seven_steps_and_a_picture_for_each(pack: Pack, language: str) -> None:
    [steps] = all_of(pack.page("procedure", language), Steps)
    assert len(steps.items) == 7
    assert len(key(pack, "session-steps", language)) == 7
    words = {
        "en": ("consent", "clean", "if used", "new needle", "injections", "watch", "aftercare"),
        "bn": ("সম্মতি", "পরিষ্কার", "যদি দেওয়া হয়", "নতুন সুই", "ইনজেকশন", "নজর", "যত্ন"),
    }[language]
    for entry, word in zip(key(pack, "session-steps", language), words, strict=True):
        assert word in entry


# 5


@each_language
def test_the_plans_are_eight_weekly_visits_and_twelve_every_other_week(
    pack: Pack, language: str
) -> None:
    [schedule] = all_of(pack.page("procedure", language), Schedule)
    assert [plan.weeks for plan in schedule.plans] == [tuple(range(8)), tuple(range(0, 24, 2))]


@each_language
def test_after_three_and_six_months_it_is_asked_whether_to_stop(pack: Pack, language: str) -> None:
    [schedule] = all_of(pack.page("procedure", language), Schedule)
    assert [gate.week for gate in schedule.gates] == [13, 26]
    months = [latin(plain(gate.label)) for gate in schedule.gates]
    assert [re.findall(r"\d+", each) for each in months] == [["3"], ["6"]]
    assert {"en": "stop", "bn": "বন্ধ"}[language] in months[0]


# 6


@each_language
def test_the_ladder_has_every_option_on_its_rung_and_names_its_sources(
    pack: Pack, language: str
) -> None:
    page = pack.page("overview", language)
    [ladder] = [block for block in section(page, "works") if isinstance(block, Ladder)]
    options = {
        "en": ("finasteride tablets, men", "minoxidil lotion, women", "medicine", "vitamins only",
               "sudden shedding", "bald patches"),
        "bn": ("ফিনাস্টেরাইড ট্যাবলেট, পুরুষ", "মিনোক্সিডিল লোশন, নারী", "ওষুধ মেশানো", "শুধু ভিটামিন",
               "হঠাৎ চুল ঝরা", "টাক পড়া জায়গা"),
    }[language]  # fmt: skip
    levels = (
        Level.MODERATE, Level.MODERATE, Level.LOW, Level.VERY_LOW, Level.NONE, Level.NONE,
    )  # fmt: skip
    found = [(rung.level, entry) for rung in ladder.rungs for entry in rung.entries]
    assert len(found) == len(options)
    for (level, entry), option, expected in zip(found, options, levels, strict=True):
        assert option in plain(entry).lower()
        assert level is expected
    named = [sources(page, entry) for _, entry in found]
    assert "Archives of Dermatology, 2010" in named[0]
    assert "Cochrane" in named[1]


@each_language
def test_the_grades_of_mesotherapy_are_said_to_be_our_own(pack: Pack, language: str) -> None:
    [ladder] = all_of(pack.page("overview", language), Ladder)
    own = {"en": "our own judgement", "bn": "আমাদের নিজেদের বিচার"}[language]
    for rung in ladder.rungs:
        if rung.level in (Level.LOW, Level.VERY_LOW):
            assert all(own in plain(entry) for entry in rung.entries)


# 7


@each_language
def test_both_groups_of_the_trial_are_shown_with_who_and_how_many_they_were(
    pack: Pack, language: str
) -> None:
    page = pack.page("overview", language)
    [people] = all_of(page, People)
    assert [group.count for group in people.groups] == [69, 38]
    assert {"en": "Women", "bn": "নারী"}[language] in people.title
    assert people.evidence is not None
    study = latin(plain(people.evidence.study))
    assert "50" in study
    assert {"en": "One study", "bn": "একটি গবেষণা"}[language] in study
    assert "Dermatology Advisor" in sources(page, people.evidence.study)


# 8


@each_language
def test_six_options_are_compared_by_the_same_questions(pack: Pack, language: str) -> None:
    [compared] = [
        b for b in section(pack.page("overview", language), "compare") if isinstance(b, Compare)
    ]
    assert len(compared.aspects) == 4
    answers = [each for aspect in compared.aspects for each in aspect.answers]
    assert all(plain(answer.spans).strip() for answer in answers)
    [lotion] = [answer for answer in answers if answer.groups]
    assert [group.count for group in lotion.groups] == [26, 14]
    options = {
        "en": ("Wait", "Minoxidil", "Finasteride (men)", "Mesotherapy", "PRP", "transplant"),
        "bn": ("অপেক্ষা", "মিনোক্সিডিল", "ফিনাস্টেরাইড", "মেসোথেরাপি", "পিআরপি", "প্রতিস্থাপন"),
    }[language]
    for name, option in zip(compared.options, options, strict=True):
        assert option in plain(name)


@each_language
def test_the_comparison_names_no_winner(pack: Pack, language: str) -> None:
    blocks = list(section(pack.page("overview", language), "compare"))
    said = plain(getattr(blocks[0], "spans", ()))
    assert {"en": "No option is best for everybody", "bn": "কোনো উপায়ই"}[language] in said
