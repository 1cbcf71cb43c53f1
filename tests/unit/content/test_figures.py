"""The figures of our own pack show what they must, in every language (the evidence brief, 6).

A drawing holds no words: they come from the page, so that they can be read aloud and translated.
Numbers are drawn from the page's own, never as pictures of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.blocks import (
    Compare,
    Evidence,
    Figure,
    Footnote,
    Heading,
    Level,
    Page,
    People,
    Schedule,
    Sources,
    Spans,
    Steps,
    Timeline,
)
from kiosk.page.sections import sections
from kiosk.page.terms import plain
from kiosk.shipped import shipped

FIGURES = shipped("assets") / "figures"
DRAWINGS = sorted(FIGURES.glob("*.svg"))
RESTING = "hair-loss-patterns"
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


def sources_of(page: Page, spans: Spans) -> str:
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
@pytest.mark.parametrize("name", [file.stem for file in DRAWINGS if file.stem != RESTING])
def test_every_marker_of_a_drawing_is_explained_beside_it(
    pack: Pack, name: str, language: str
) -> None:
    shown = figure(pack, name, language)
    assert markers(name) == len(shown.key)
    assert len(shown.alternative) > 40
    assert plain(shown.caption)


def test_the_drawing_that_only_a_card_at_rest_shows_has_no_marker(pack: Pack) -> None:
    assert f"figures/{RESTING}.svg" in {card.figure for card in pack.rest("en")}
    assert markers(RESTING) == 0


def markers(name: str) -> int:
    return len(re.findall(r'id="marker-\d+"', (FIGURES / f"{name}.svg").read_text("utf-8")))


# 1


@each_language
def test_the_scalp_shows_two_layers_the_follicle_and_the_needle(pack: Pack, language: str) -> None:
    entries = key(pack, "scalp-section", language)
    words = {
        "en": ("epidermis", "dermis", "follicle", "needle"),
        "bn": ("এপিডার্মিস", "ডার্মিস", "ফলিকল", "সুই"),
    }[language]
    assert len(entries) == len(words)
    for entry, word in zip(entries, words, strict=True):
        assert word in entry
    assert "mesoderm" not in " ".join(entries)


# 2


@each_language
def test_the_hair_cycle_has_four_stages_with_the_shares_and_times_of_its_source(
    pack: Pack, language: str
) -> None:
    entries = key(pack, "hair-cycle", language)
    assert len(entries) == 4
    counts = [[int(n) for n in re.findall(r"\d+", entry) if n != "100"] for entry in entries]
    assert counts == [[85], [], [15], []]
    page = pack.page("types", language)
    spans = figure(pack, "hair-cycle", language).key
    assert all("StatPearls" in sources_of(page, spans[at]) for at in (0, 2))


# 3


@each_language
def test_each_type_has_its_picture_on_its_door_and_says_whether_it_was_tested(
    pack: Pack, language: str
) -> None:
    types = {each.anchor: each for each in sections(pack.page("types", language))}
    tested = {"en": r"tested|fair trial", "bn": "গবেষণা"}[language]
    for anchor in ("pattern", "shedding", "patches"):
        assert isinstance(types[anchor].sign, Figure), anchor
        assert re.search(tested, types[anchor].answer), anchor
    assert isinstance(types["scarring"].sign, Figure)
    assert {"en": "See a doctor soon", "bn": "তাড়াতাড়ি ডাক্তার দেখান"}[language] in types[
        "scarring"
    ].answer


def test_the_patterns_show_varied_skin_and_hair() -> None:
    drawing = (FIGURES / "hair-loss-patterns.svg").read_text("utf-8")
    for colour in ("skin-1", "skin-2", "skin-3", "skin-4", "hair-1", "hair-2", "hair-3"):
        assert f"var(--{colour})" in drawing, colour


# 4


@each_language
def test_a_session_has_seven_steps_and_a_picture_for_each(pack: Pack, language: str) -> None:
    assert not all_of(pack.page("procedure", language), Steps), "the pictures stand for the list"
    assert len(key(pack, "session-steps", language)) == 7
    words = {
        "en": ("consent", "clean", "if you want", "new needle", "injections", "watch", "aftercare"),
        "bn": ("সম্মতি", "পরিষ্কার", "যদি চান", "নতুন সুই", "ইনজেকশন", "খেয়াল", "যত্ন"),
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
    assert {"en": "Book no more", "bn": "বুকিং দেবেন না"}[language] in months[1]


# 6


@each_language
def test_four_treatments_are_shown_as_people_in_100_with_how_many_were_asked(
    pack: Pack, language: str
) -> None:
    page = pack.page("overview", language)
    charts = [
        block
        for each in ("works", "others")
        for block in section(page, each)
        if isinstance(block, People)
    ]
    assert [[group.count for group in chart.groups] for chart in charts] == [
        [69, 38], [63, 18], [18], [26, 14],
    ]  # fmt: skip
    asked = [
        [int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", latin(plain(group.label)))]
        for chart in charts
        for group in chart.groups
    ]
    assert asked.pop(4) == [12, 3927], "a difference: the picture shows no count"
    counted = [group for chart in charts if len(chart.groups) > 1 for group in chart.groups]
    for chart, numbers in zip(counted, asked, strict=True):
        low, high = sorted(numbers)
        assert round(100 * low / high) == chart.count, "the picture shows what was counted"
    levels = [chart.evidence.level for chart in charts if chart.evidence]
    assert levels == [Level.LOW, Level.LOW, Level.MODERATE, Level.MODERATE]
    named = [sources_of(page, chart.evidence.study) for chart in charts if chart.evidence]
    assert "Archives of Dermatology, 2010" in named[2]
    assert "Cochrane" in named[3]


@each_language
def test_the_grade_of_mesotherapy_is_said_to_be_our_own(pack: Pack, language: str) -> None:
    page = pack.page("overview", language)
    badge = next(block for block in section(page, "works") if isinstance(block, Evidence))
    assert badge.level is Level.LOW
    own = {"en": "our own judgement", "bn": "আমাদের নিজেদের বিবেচনা"}[language]
    assert own in plain(badge.study)


# 7


@each_language
def test_warning_signs_stand_in_the_order_in_which_they_come(pack: Pack, language: str) -> None:
    [timeline] = [
        b for b in section(pack.page("risks", language), "when") if isinstance(b, Timeline)
    ]
    assert len(timeline.moments) == 4


# 8


@each_language
def test_six_options_are_compared_by_the_same_questions(pack: Pack, language: str) -> None:
    [compared] = [
        b for b in section(pack.page("overview", language), "compare") if isinstance(b, Compare)
    ]
    assert len(compared.aspects) == 4
    answers = [each for aspect in compared.aspects for each in aspect.answers]
    assert all(plain(answer.spans).strip() for answer in answers)
    options = {
        "en": ("Mesotherapy", "Minoxidil", "Finasteride (men)", "Wait", "PRP", "transplant"),
        "bn": ("মেসোথেরাপি", "মিনোক্সিডিল", "ফিনাস্টেরাইড", "অপেক্ষা", "পিআরপি", "ট্রান্সপ্লান্ট"),
    }[language]
    for name, option in zip(compared.options, options, strict=True):
        assert option in plain(name)


@each_language
def test_the_comparison_names_no_winner(pack: Pack, language: str) -> None:
    blocks = list(section(pack.page("overview", language), "compare"))
    said = plain(getattr(blocks[0], "spans", ()))
    assert {"en": "None is best for everybody", "bn": "কোনোটিই সবার জন্য সেরা নয়"}[language] in said


@each_drawing
def test_nothing_of_a_drawing_is_cut_off_at_its_edge(qapp: object, file: Path) -> None:
    """With as much room around its view again, nothing more of it is seen."""
    drawn = re.sub(r"var\(--[\w-]+\)", "#000000", file.read_text("utf-8"))
    found = re.search(r'viewBox="([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)"', drawn)
    assert found
    left, top, width, height = map(float, found.groups())
    around = f'viewBox="{left - width} {top - height} {3 * width} {3 * height}"'
    image = QImage.fromData(drawn.replace(found[0], around).encode())
    assert not image.isNull()
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    across, along = image.width() // 3, image.height() // 3
    stride, bits = alpha.bytesPerLine(), bytes(alpha.constBits())
    lines = [bits[y * stride :][: image.width()] for y in range(image.height())]
    assert any(map(any, lines))
    middle = lines[along - 1 : 2 * along + 1]
    assert not any(map(any, [*lines[: along - 1], *lines[2 * along + 1 :]])), "above or below"
    beside = [line[: across - 1] + line[2 * across + 1 :] for line in middle]
    assert not any(map(any, beside)), "at a side"
