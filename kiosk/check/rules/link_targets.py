"""Rules on links: where to, and what their words promise.

Owns what a link must be. Links are read as they are written: the page keeps only the words of one
that leads nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import NOWHERE, Mark, Severity, Spot
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey
from kiosk.check.material.shortened import as_name, shortened
from kiosk.check.material.written import Link
from kiosk.check.wording.named_addresses import contradicting
from kiosk.markdown.inline import slug, target
from kiosk.page.blocks import OutsideLink, PageLink, Span, Text
from kiosk.page.terms import GLOSSARY, flattened, plain

ACTING = {"javascript", "vbscript", "data", "file", "blob"}
"""What an address begins with that acts, or reaches into the machine, instead of leading."""

# Letter by letter where a vowel sign is composed: the text is too (NFC).
_SAYS_NOTHING = {
    "en": (
        "click", "click here", "continue", "details", "find out more", "go", "here", "learn more",
        "link", "look here", "more", "more details", "more information", "page", "press here",
        "read", "read here", "read more", "read this", "see", "see here", "see more", "tap here",
        "the link", "the page", "this", "this link", "this page", "touch", "touch here",
    ),
    "bn": (
        "আরও", "আরও জানুন", "আরও দেখুন", "আরও পড়ুন", "আরো", "আরো জানুন", "আরো দেখুন",
        "আরো পড়ুন", "এই পাতা", "এই লিংক", "এই লিঙ্ক", "এখানে", "এখানে ক্লিক করুন", "এখানে চাপুন",
        "এখানে ছুঁয়ে দিন", "এখানে দেখুন", "ক্লিক করুন", "দেখুন", "পড়ুন", "পাতা", "বিস্তারিত",
        "লিংক", "লিঙ্ক",
    ),
}  # fmt: skip
_EMPTY_WORDS = {
    language: frozenset(unicodedata.normalize("NFC", word) for word in words)
    for language, words in _SAYS_NOTHING.items()
}
# "See Risks" and "the page Risks" name a page as "Risks" does.
_PAGE_WORDS = re.compile(r"^(?:(?:see|read|open|go to)\s+)?(?:(?:the\s+)?page\s+)?|\s+page$")
_DRESS = re.compile(r"[*_`]+")
_EDGES = " \t\n.,;:!?…।\"'“”‘’()>→«»"


def _leads(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for link in links(checked):
        found = target(link.target, _WORDS)
        if found is None and not _acts(link.target):
            yield Mark(checked.at(link.offset), *_astray(link))
        elif isinstance(found, PageLink) and found.page and not _exists(found.page, survey):
            yield Mark(
                checked.at(link.offset),
                f"'{_said(link)}' leads to the page '{shortened(found.page)}', "
                "which is in no language",
                f"Correct the name, or add the file {checked.language}/{as_name(found.page)}.md",
            )


def _astray(link: Link) -> tuple[str, str]:
    problem = f"'{_said(link)}' leads nowhere: "
    if not link.target or link.target == "#":
        return problem + "its address is empty", "Write a page behind it, such as (risks.md)"
    problem += f"the kiosk can't follow '{shortened(link.target)}'"
    if link.target.startswith("www."):
        return problem, f"Write the whole address, https://{as_name(link.target)}"
    return problem, (
        "Write a page's file name (risks.md), a section of it (risks.md#help) "
        "or a whole address (https://…)"
    )


def _reaches(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for link in links(checked):
        found = target(link.target, _WORDS)
        if not isinstance(found, PageLink) or not found.section:
            continue
        there = _reached(found.page, checked, survey) if found.page else checked
        if there and found.section not in there.anchors:
            near = meant(found.section, there)
            name = as_name("-".join(found.section.split()))
            remedy = f"Give the heading there the name {{#{name}}}, or correct the link"
            yield Mark(
                checked.at(link.offset),
                f"'{_said(link)}' leads to the section '{shortened(found.section)}', "
                f"which is not in {there.file}",
                f"Write #{as_name(near)} instead" if near else remedy,
            )


def meant(section: str, there: CheckedPage) -> str:
    """Give the section of a page that is meant by a name that it has not; "" where none is near.

    A # too many, spaces and capitals are slips, and the words of a heading are not its name.
    """
    bare = section.strip("# ")
    headings = (each for each in there.passages if each.kind in ("heading", "question"))
    worded = (each.section for each in headings if slug(each.text) == slug(bare))
    return next((each for each in (bare, slug(bare), *worded) if each in there.anchors), "")


def _promises(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    says_nothing = _EMPTY_WORDS["en"] | _EMPTY_WORDS.get(checked.language, frozenset())
    for link in links(checked):
        if not link.defines and not _bare(link.words):
            yield Mark(
                checked.at(link.offset),
                f"the link to '{shortened(link.target)}' has no words that could be touched",
                "Write between the square brackets what is there, such as [all risks](risks.md)",
            )
        elif not link.defines and _bare(link.words) in says_nothing:
            yield Mark(
                checked.at(link.offset),
                f"the words of the link, '{_said(link)}', don't say where it leads",
                "Make a link of words that name what is there, such as [all risks](risks.md)",
            )


class _Linked(msgspec.Struct, frozen=True):
    """What the links of a page are held against: the pages by what they are called.

    `written` holds the page's links as they are written, by their words.
    """

    checked: CheckedPage
    survey: Survey
    called: Mapping[str, frozenset[str]]
    written: Mapping[str, Sequence[Link]]

    def spot(self, passage: Passage, words: str, address: str) -> Spot:
        """Give where a link is written: the same words may stand before it without one."""
        alike = self.written.get(_bare(words), ())
        exact = (link for link in alike if link.target.partition("#")[0].endswith(address))
        if link := next(exact, alike[0] if alike else None):
            return self.checked.at(link.offset)
        return self.checked.spot(passage, words)


def _names(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    written: dict[str, list[Link]] = defaultdict(list)
    for link in links(checked):
        written[_bare(link.words)].append(link)
    linked = _Linked(checked, survey, _called(checked, survey), written)
    for passage in checked.passages:
        for span in flattened(passage.spans):
            mark = None
            if isinstance(span, OutsideLink):
                mark = _other_address(linked, passage, span)
            elif isinstance(span, PageLink):
                mark = _other_page(linked, passage, span)
            if mark:
                yield mark


def _other_address(linked: _Linked, passage: Passage, link: OutsideLink) -> Mark | None:
    words = plain(link.spans)
    named = contradicting(words, link.address)
    if not named:
        return None
    right = f"https://{named}"
    if "://" in named:
        right = named
    elif "@" in named:
        right = f"mailto:{named}"
    elif link.address.lower().startswith("tel:") and not any(map(str.isalpha, named)):
        right = f"tel:{''.join(named.split())}"
    return Mark(
        linked.spot(passage, words, link.address),
        f"the link says '{shortened(named)}' and leads to '{shortened(link.address)}'",
        "Find out which one is right and write it in both places, such as "
        f"[{shortened(named)}]({as_name(right)})",
    )


def _other_page(linked: _Linked, passage: Passage, link: PageLink) -> Mark | None:
    checked = linked.checked
    words, leads = plain(link.spans), link.page or checked.name
    if named := contradicting(words, ""):
        return Mark(
            linked.spot(passage, words, f"{leads}.md"),
            f"the link says '{shortened(named)}' and leads to the page {shortened(leads)}.md",
            "Write the whole address behind the words, or words that say what is on that page",
        )
    bare = _PAGE_WORDS.sub("", _bare(words))
    pages = linked.called.get(bare, frozenset())
    if not pages or leads in pages or _is_section(bare, link, checked, linked.survey):
        return None
    meant = min(pages)
    return Mark(
        linked.spot(passage, words, f"{leads}.md"),
        f"'{shortened(words)}' is what the page {meant}.md is called, but the link leads to "
        f"{shortened(leads)}.md",
        f"Let it lead to {meant}.md, or write words that say what is in {shortened(leads)}.md",
        Severity.WARNING,
    )


def _called(checked: CheckedPage, survey: Survey) -> dict[str, frozenset[str]]:
    """Give the pages that a reader of this language knows by a name: a title or a tab's words."""
    found: dict[str, frozenset[str]] = {}
    for name in {name for name, _ in survey.checked_pages}:
        there = _reached(name, checked, survey)
        for words in (there.page.title, there.page.tab) if there else ():
            found[_bare(words)] = found.get(_bare(words), frozenset()) | {name}
    return found


def _is_section(bare: str, link: PageLink, checked: CheckedPage, survey: Survey) -> bool:
    """Tell whether the section that a link leads to is what its words name."""
    there = _reached(link.page, checked, survey) if link.page else checked
    if not there or not link.section:
        return False
    return bare in _bare(link.section.replace("-", " ")) or any(
        passage.section == link.section and bare in _bare(passage.text)
        for passage in there.passages
        if passage.kind in ("heading", "question")
    )


def _acting(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for link in links(checked):
        if _acts(link.target):
            kind = link.target.partition(":")[0].strip()
            yield Mark(
                checked.at(link.offset),
                f"'{_said(link)}' has an address that begins with '{kind}:', "
                "which the kiosk never opens",
                "Take the link out and keep its words, or let it lead to a page",
            )


def _unreached(survey: Survey) -> Iterator[Mark]:
    pack = survey.pack
    cards = (card.page.partition("#")[0] for card in pack.cards)
    reached = {*(tab.page for tab in pack.tabs), *pack.extras, pack.about, *cards}
    waiting = sorted(reached)
    leads: dict[str, set[str]] = defaultdict(set)
    for checked in survey.checked_pages.values():
        for link in links(checked):
            found = target(link.target, _WORDS)
            if isinstance(found, PageLink):
                leads[checked.name].add(found.page)
    while waiting:
        new = leads[waiting.pop()] - reached
        reached |= new
        waiting += new
    told: set[str] = set()
    for checked in survey.checked_pages.values():
        if checked.name not in reached | told | {GLOSSARY}:
            told.add(checked.name)
            yield Mark(
                NOWHERE,
                "no tab, no button and no link leads to this page, so patients never see it",
                f"Name it in 'extras' in pack.toml, or link to it: [words]({checked.name}.md)",
                file=checked.file,
            )


def links(checked: CheckedPage) -> Iterator[Link]:
    """Give the links of a page, without pictures and without what is shown letter by letter."""
    for link in checked.written.links:
        if not link.is_picture and not checked.is_letter_by_letter(link.offset):
            yield link


_WORDS: tuple[Span, ...] = (Text("…"),)


def _acts(address: str) -> bool:
    try:
        # A control character or a space within the word is how such an address hides.
        return urlsplit("".join(address.split())).scheme.lower() in ACTING
    except ValueError:
        return False


def _exists(page: str, survey: Survey) -> bool:
    pages = survey.checked_pages
    # Most are in the sheets; only a page that can't be read is looked for on the disk.
    return any((page, each) in pages for each in survey.pack.languages) or survey.pack.has(page)


def _reached(page: str, checked: CheckedPage, survey: Survey) -> CheckedPage | None:
    """Give the page that a reader of this language gets; None if it can't be read."""
    for language in (checked.language, *survey.pack.languages):
        there = survey.checked_pages.get((page, language))
        if there or (survey.pack.folder / language / f"{page}.md").exists():
            return there
    return None


def _said(link: Link) -> str:
    return shortened(_DRESS.sub("", link.words))


def _bare(words: str) -> str:
    return " ".join(_DRESS.sub("", words).split()).strip(_EDGES).lower()


RULES: tuple[AnyRule, ...] = (
    PageRule("link-target", Severity.ERROR, "each link leads to a page that is there", _leads),
    PageRule(
        "link-section", Severity.ERROR, "each link to a section finds it in its page", _reaches
    ),
    PackRule("unreached", Severity.WARNING, "patients can come to each page", _unreached),
    PageRule("link-words", Severity.WARNING, "the words of a link say where it leads", _promises),
    PageRule("link-names", Severity.ERROR, "a link leads to what its words name", _names),
    PageRule("unsafe-link", Severity.ERROR, "no link holds a program or a file", _acting),
)
