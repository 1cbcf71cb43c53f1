"""The pages of every language keep the promises of plain, honest text with sources."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
CONTENT = ROOT / "content"
PAGES = sorted(CONTENT.glob("*/*.md"))
ASSETS = ROOT / "assets"
COVERAGE = ROOT / "docs" / "source-coverage.md"

SHORT_SHARE = 0.9
LONGEST_PARAGRAPH = 3


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one language. Lengths are counted in words.

    `short`: nine in ten sentences are no longer; `longest`: none is. Bengali needs fewer words
    than English, as its endings do what small words do there. `avoided`: words that sell or
    promise. `allowed`: the one question that may be asked with such a word.
    """

    author: str
    short: int
    longest: int
    end: re.Pattern[str]
    unidentified: str
    avoided: re.Pattern[str]
    allowed: str = ""


RULES = {
    "en": Rules(
        author="Kiosk project",
        short=20,
        longest=28,
        end=re.compile(r"(?<=[.?!])\s+(?=[\"“(]?[A-Z0-9])"),
        unidentified="No DOI found.",
        avoided=re.compile(
            r"\b(?:cure|cures|cured|curing|guarantee|guaranteed|guarantees|miracle|miracles|"
            r"risk-free|painless|best-in-class|breakthrough|revolutionary|promising|"
            r"non-invasive|noninvasive|mesoderm|WHO-approved)\b",
            re.IGNORECASE,
        ),
        allowed="### Is it a cure? {#cure}",
    ),
    "bn": Rules(
        author="কিওস্ক প্রকল্প (ইংরেজি থেকে অনুবাদ)",
        short=15,
        longest=18,
        end=re.compile(r"(?<=[।?!])\s+"),
        unidentified="DOI পাওয়া যায়নি।",
        # Without word boundaries: endings are written on.
        avoided=re.compile(
            "নিরাময়|আরোগ্য|গ্যারান্টি|শতভাগ|অলৌকিক|জাদু|ঝুঁকিমুক্ত|ঝুঁকিহীন|ব্যথামুক্ত|ব্যথাহীন|"
            "যুগান্তকারী|বৈপ্লবিক|সম্ভাবনাময়|মেসোডার্ম"
        ),
    ),
}

# A page of those who wrote it is as good as a number; a site alone is not.
_IDENTIFIER = re.compile(
    r"doi:10\.\d{4,9}/\S+|PubMed \d{6,8}\b|PMC\d{5,9}\b|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+"
)
_DEFINITION = re.compile(r"^\[\^([^\]]+)\]:\s*(.+)$", re.MULTILINE)
_MARK = re.compile(r"\[\^([^\]]+)\](?!:)")
_IMAGE = re.compile(r"!\[[^\]]*\]\(([^) ]+)[^)]*\)")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([a-z]*)(?:\.md)?(?:#([a-z0-9-]+))?\)")
_ANCHOR = re.compile(r"\{#([a-z0-9-]+)\}")
_ITEM = re.compile(r"^(?:[-*]|\d+\.)\s+(?:\?\s*)?")

every_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}"
)
every_language = pytest.mark.parametrize("language", RULES)


def rules(page: Path) -> Rules:
    """What holds for the language of a page."""
    return RULES[page.parent.name]


def split(page: Path) -> tuple[dict[str, object], str]:
    """The front matter and the Markdown of a page."""
    _, front, body = page.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def plain(text: str) -> str:
    """The words that a reader sees of a piece of Markdown."""
    text = _MARK.sub("", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\{\{.*?\}\}", "0", text)
    text = _ANCHOR.sub("", text).replace("{#}", "")
    return re.sub(r"[*_`]", "", text).strip()


def paragraphs(body: str) -> list[str]:
    """Each paragraph, list item, table cell, caption and title, as plain text."""
    found: list[str] = []
    running: list[str] = []

    def close() -> None:
        if running:
            found.append(plain(" ".join(running)))
            running.clear()

    for raw in _DEFINITION.sub("", body).splitlines():
        line = raw.strip()
        if not line or line.startswith("#") or set(line) <= set("|-: "):
            close()
            if line.startswith("#"):
                found.append(plain(line.lstrip("# ")))
        elif line.startswith("!!!"):
            close()
            found.extend(plain(title) for title in re.findall(r'"(.*)"', line))
        elif line.startswith("|"):
            close()
            found.extend(plain(cell) for cell in line.strip("|").split("|"))
        elif _ITEM.match(line):
            close()
            running.append(_ITEM.sub("", line))
        else:
            if line.startswith(":"):  # the lines above are ways to write one word, not a sentence
                found.extend(plain(word) for word in running)
                running.clear()
            running.append(line.removeprefix(":").strip())
    close()
    return [text for text in found if text]


def sentences(text: str, page: Path) -> list[str]:
    """The sentences of one paragraph of a page."""
    return [sentence for sentence in rules(page).end.split(text) if sentence.strip()]


def exceptions() -> set[str]:
    """The footnotes that may go without an identifier, from the coverage file."""
    _, section = COVERAGE.read_text(encoding="utf-8").split("## Sources without an identifier", 1)
    return set(re.findall(r"^- `([^`]+)`:", section, re.MULTILINE))


def definitions(page: Path) -> dict[str, str]:
    """The footnotes that a page defines."""
    return dict(_DEFINITION.findall(split(page)[1]))


@every_language
def test_there_are_pages(language: str) -> None:
    assert {page.stem for page in PAGES if page.parent.name == language} >= {
        "overview", "procedure", "types", "risks", "faq", "about", "glossary",
    }  # fmt: skip


def test_every_language_has_its_rules() -> None:
    assert {page.parent.name for page in PAGES} == set(RULES)


@every_language
def test_the_faq_asks_twenty_questions(language: str) -> None:
    body = (CONTENT / language / "faq.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^### ", body, re.MULTILINE)) == 20


@every_page
def test_is_a_draft_that_names_no_reviewer(page: Path) -> None:
    front, _ = split(page)
    assert front["review"] == {"status": "draft", "author": rules(page).author}


@every_page
def test_sells_and_promises_nothing(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    text = "\n".join(
        line for line in lines if not line.startswith("[^") and line != rules(page).allowed
    )
    assert rules(page).avoided.findall(text) == []


@every_page
def test_most_sentences_are_short_and_none_is_long(page: Path) -> None:
    front, body = split(page)
    texts = [str(front.get("lead", "")), *paragraphs(body)]
    lengths = {each: len(each.split()) for text in texts for each in sentences(text, page)}
    assert [each for each, length in lengths.items() if length > rules(page).longest] == []
    short = sum(length <= rules(page).short for length in lengths.values())
    assert short / len(lengths) >= SHORT_SHARE


@every_page
def test_paragraphs_are_short(page: Path) -> None:
    too_long = [
        text
        for text in paragraphs(split(page)[1])
        if len(sentences(text, page)) > LONGEST_PARAGRAPH
    ]
    assert too_long == []


@every_page
def test_footnote_marks_and_definitions_belong_together(page: Path) -> None:
    body = split(page)[1]
    names = [name for name, _ in _DEFINITION.findall(body)]
    assert len(names) == len(set(names))
    assert set(_MARK.findall(_DEFINITION.sub("", body))) == set(names)


@every_page
def test_every_source_has_an_identifier_or_is_listed_as_having_none(page: Path) -> None:
    for name, text in definitions(page).items():
        if name in exceptions():
            assert text.endswith(rules(page).unidentified), name
            assert not _IDENTIFIER.search(text), f"{name} has one after all"
        else:
            assert _IDENTIFIER.search(text), name
            assert rules(page).unidentified not in text, name


@every_language
def test_the_same_source_reads_the_same_on_every_page(language: str) -> None:
    seen: dict[str, str] = {}
    for page in (each for each in PAGES if each.parent.name == language):
        for name, text in definitions(page).items():
            assert seen.setdefault(name, text) == text, f"{page.stem}: {name}"


def test_no_exception_is_listed_in_vain() -> None:
    used = {name for page in PAGES for name in definitions(page)}
    assert exceptions() <= used


@every_page
def test_every_picture_exists(page: Path) -> None:
    sources = _IMAGE.findall(split(page)[1])
    assert [s for s in sources if not (ASSETS / s).is_file()] == []


@every_page
def test_every_link_inside_the_pack_leads_somewhere(page: Path) -> None:
    body = split(page)[1]
    for name, anchor in _LINK.findall(body):
        target = page.with_stem(name) if name else page
        assert target.is_file(), name
        if anchor:
            assert anchor in _ANCHOR.findall(target.read_text(encoding="utf-8")), (name, anchor)


@every_page
def test_anchors_are_unique_within_a_page(page: Path) -> None:
    anchors = _ANCHOR.findall(split(page)[1])
    assert len(anchors) == len(set(anchors))
