"""Rules on how a page is built: its title, its headings, its sections.

Owns what a well-built page is. Headings are read both as the page has them and as they are
written, because the page knows only three levels and makes every anchor unique.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey
from kiosk.check.material.shortened import as_name, shortened
from kiosk.check.material.written import HeadingLine
from kiosk.check.wording.readability import sentences
from kiosk.markdown.inline import slug
from kiosk.page.blocks import (
    Block,
    Compare,
    DefinitionList,
    Evidence,
    Heading,
    Layout,
    Question,
    Rule,
    Short,
    Sources,
    Table,
)
from kiosk.page.sections import has_brief_doors, sections
from kiosk.page.terms import plain

LONGEST_SECTION = 250
"""Words of running text under one heading: about a minute's reading.

Source: adults read 238 words of English non-fiction a minute (Brysbaert 2019,
doi:10.1016/j.jml.2019.104047). PEMAT-P (item 8) and the CDC Clear Communication Index ask for
short sections with headings and name no number.
"""

DEEPEST = 4
"""The last level that looks different from the one above it."""


MOST_SENTENCES = 2
"""Sentences of a box 'short': a door shows them in a line or two."""


class _Placed(msgspec.Struct, frozen=True):
    """A heading or question of the page, and the line it comes from where that is known."""

    block: Heading | Question
    spot: Spot
    line: HeadingLine | None

    @property
    def words(self) -> str:
        return plain(self.block.spans).strip()

    @property
    def said(self) -> str:
        """The words as a finding repeats them."""
        return shortened(self.words)

    @property
    def level(self) -> int:
        """The level as written."""
        if self.line:
            return self.line.level
        return self.block.level if isinstance(self.block, Heading) else 3


def _order(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    before, above = 1, "the title"
    for heading in _headings(checked):
        # Questions may stand right below the title of their page.
        question = isinstance(heading.block, Question)
        wanted = min(before + 1, DEEPEST)
        signs, problem = "#" * heading.level, ""
        if heading.level > DEEPEST:
            problem = f"is written with {signs}, which looks like ####"
        elif heading.level > before + 1 and not question:
            problem = f"({signs}) leaves out a level below {above}"
        if problem:
            remedy = f"Write it with {'#' * wanted}"
            yield Mark(heading.spot, f"the heading '{heading.said}' {problem}", remedy)
        before, above = min(max(heading.level, 2), DEEPEST), f"'{heading.said}' ({signs})"


def _one_title(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for line in checked.written.headings:
        if line.level == 1 and line.words:
            yield Mark(
                checked.at(line.offset),
                f"'{shortened(line.words)}' is written as a second title of the page",
                "Write it with ##; the title stands in the front matter",
            )
    for heading in _headings(checked):
        if heading.level > 1 and slug(heading.words) == slug(checked.page.title):
            yield Mark(
                heading.spot,
                f"the heading '{heading.said}' says the title of the page once more",
                "Take the heading out, or say what this section tells",
            )


def _same_title(survey: Survey) -> Iterator[Mark]:
    seen: dict[tuple[str, str], CheckedPage] = {}
    for checked in survey.checked_pages.values():
        first = seen.setdefault((checked.language, slug(checked.page.title)), checked)
        if first is not checked:
            yield Mark(
                checked.front("title"),
                f"the page has the same title as {first.file}: '{shortened(checked.page.title)}'",
                "Give each page a title of its own",
                file=checked.file,
            )


def _length(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    placed = {id(heading.block): heading for heading in _headings(checked)}
    heading: _Placed | None = None
    first: Passage | None = None
    words = 0
    for passage in (*checked.passages, None):
        starts = passage is not None and passage.kind in ("heading", "question")
        if passage is None or (starts and id(passage.block) in placed):
            if words > LONGEST_SECTION and first:
                yield _long(heading, heading.spot if heading else checked.spot(first), words)
            heading, first, words = placed.get(id(passage.block)) if passage else None, None, 0
        elif passage.kind not in ("lead", "key") and not _is_looked_up(passage):
            first = first or passage
            words += len(passage.text.split())


def _is_looked_up(passage: Passage) -> bool:
    looked_up = (Table, Compare, DefinitionList, Evidence, Sources)
    return any(isinstance(block, looked_up) for block in passage.within)


def _long(heading: _Placed | None, spot: Spot, words: int) -> Mark:
    section = f"the section '{heading.said}'" if heading else "the text above the first heading"
    deeper = "#" * min(heading.level + 1, DEEPEST) if heading else "##"
    return Mark(
        spot,
        f"{section} has {words} words, more than a minute's reading ({LONGEST_SECTION})",
        f"Put a heading with {deeper} where a new thought begins, or say it shorter",
    )


def _empty(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for line in checked.written.headings:
        if not line.words:
            yield Mark(
                checked.at(line.offset),
                "a heading has no words",
                "Write its words behind the # signs, or take the line out",
            )
    placed = {id(heading.block): heading for heading in _headings(checked)}
    for row in _rows(checked.page.blocks):
        for block, following in pairwise((*row, None)):
            heading = placed.get(id(block))
            if heading and isinstance(block, Heading) and _ends(block.level, following):
                yield Mark(
                    heading.spot,
                    f"nothing stands below the heading '{heading.said}'",
                    "Write its text, or take the heading out",
                )


def _ends(level: int, following: Block | None) -> bool:
    """Tell whether a section that began with this level ends before this block."""
    match following:
        case None | Sources():
            return True
        case Heading(level=other):
            return other <= level
        case Question():
            return level >= 3
        case _:
            return False


def _twice(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    headings = _headings(checked)
    alike = Counter(slug(heading.words) for heading in headings)
    for heading in headings:
        own = heading.line.anchor if heading.line else ""
        name = as_name(own)
        if heading.block.anchor == (own or slug(heading.words)):
            continue
        # Where its line is unknown it may have a name of its own.
        if not heading.line and alike[slug(heading.words)] == 1:
            continue
        if own and own not in checked.anchors:
            yield Mark(
                heading.spot,
                f"the name {{#{name}}} of this heading is not read as one",
                f"Write a space before it, and nothing behind it: ## Words {{#{name}}}",
            )
        elif own:
            yield Mark(
                heading.spot,
                f"two headings have the anchor {{#{name}}}: links lead only to the first",
                "Give this one another name between the braces",
            )
        else:
            yield Mark(
                heading.spot,
                f"two headings have the same words: '{heading.said}'",
                "Say what is different, or give this one a name of its own: "
                f"{{#{as_name(heading.block.anchor)}}}",
                severity=Severity.WARNING,
            )


def _short(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    section: Passage | None = None
    part = answered = False
    for passage in checked.passages:
        match passage.block:
            case Heading(level=level) if len(passage.within) == 1:
                section = passage if level == 2 else section
                part = level > 2
                answered = answered and level > 2
            case Short():
                yield from (
                    Mark(checked.spot(passage), *told)
                    for told in _wrong_short(checked, passage, section, part=part, again=answered)
                )
                count = sum(1 for _ in sentences(passage.text))
                if count > MOST_SENTENCES:
                    yield Mark(
                        checked.spot(passage),
                        f"the box 'short' has {count} sentences, more than a door has room for",
                        "Say the answer in a sentence or two, and the others in a paragraph below",
                    )
                answered = answered or (section is not None and len(passage.within) == 1)
            case _:
                pass


def _wrong_short(
    checked: CheckedPage, passage: Passage, section: Passage | None, *, part: bool, again: bool
) -> Iterator[tuple[str, str]]:
    """Give what keeps a box 'short' from being the answer on a door, and what to do."""
    if checked.page.layout is Layout.FAQ:
        yield (
            "a page of questions has no doors, so the box 'short' is on none",
            "Write its words as an ordinary paragraph",
        )
    elif len(passage.within) > 1:
        yield (
            "the box 'short' stands in a list, a quotation or another box, so it is on no door",
            "Put it below a heading with ##, its words indented by four spaces",
        )
    elif not section:
        yield (
            "the box 'short' stands above the first heading with ##, so it is on no door",
            "Put it below the heading that it answers, or write it as an ordinary paragraph",
        )
    elif again:
        yield (
            f"the section '{shortened(section.text)}' has two boxes 'short', of which its door "
            "shows the first",
            "Keep one of them, and write the other as an ordinary paragraph",
        )
    elif part:
        yield (
            "the box 'short' stands below a heading with ###, but is shown on the door to all of "
            f"'{shortened(section.text)}'",
            "Put it right below the heading with ##, or write it as an ordinary paragraph",
        )


def _silent(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    if checked.page.layout is not Layout.DOORS or has_brief_doors(checked.page):
        return
    placed = {heading.block.anchor: heading for heading in _headings(checked)}
    for section in sections(checked.page):
        if section.blocks and (not section.answer or section.answer.endswith(":")):
            heading = placed[section.anchor]
            said = f"only '{shortened(section.answer)}'" if section.answer else "no answer"
            yield Mark(
                heading.spot,
                f"the door to '{heading.said}' shows {said}, because no sentence of the section "
                "tells it",
                "Write !!! short on a line below the heading, and below that the answer in a "
                "sentence or two, indented by four spaces",
            )


def _headings(checked: CheckedPage) -> tuple[_Placed, ...]:
    """Give the headings and questions that stand outside boxes, in their order."""
    blocks = [
        block
        for row in _rows(checked.page.blocks)
        for block in row
        if isinstance(block, Heading | Question)
    ]
    order = {id(passage.block): at for at, passage in enumerate(checked.passages)}
    blocks.sort(key=lambda block: order[id(block)])
    lines = [line for line in checked.written.headings if line.words]
    if len(lines) == len(blocks):
        return tuple(
            _Placed(block, checked.at(line.offset), line)
            for block, line in zip(blocks, lines, strict=True)
        )
    # A heading within raw HTML, say: the words show the place, the signs stay unknown.
    first = {id(passage.block): passage for passage in reversed(checked.passages)}
    return tuple(_Placed(block, checked.spot(first[id(block)]), None) for block in blocks)


def _rows(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Give the page's own row of blocks, then that of each answer; pauses are left out."""
    row = tuple(block for block in blocks if not isinstance(block, Rule))
    yield row
    for block in row:
        if isinstance(block, Question):
            yield from _rows(block.blocks)


RULES: tuple[AnyRule, ...] = (
    PageRule("heading-order", Severity.WARNING, "headings go down one level at a time", _order),
    PageRule(
        "one-title", Severity.WARNING, "a page has one title, in its front matter", _one_title
    ),
    PackRule(
        "same-title", Severity.WARNING, "no two pages of a language share a title", _same_title
    ),
    PageRule(
        "section-length",
        Severity.WARNING,
        f"a section has at most {LONGEST_SECTION} words",
        _length,
    ),
    PageRule("empty-section", Severity.ERROR, "each heading has something below it", _empty),
    PageRule("misplaced-short", Severity.WARNING, "a box 'short' answers its section", _short),
    PageRule("silent-door", Severity.WARNING, "each door shows an answer", _silent),
    PageRule("duplicate-anchor", Severity.ERROR, "each heading can be linked to", _twice),
)
