"""A page cut at its headings: what opens it, and its sections with what a door shows of each.

Owns which words answer for a section. Knows nothing of how either is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from kiosk.page import blocks
from kiosk.page.blocks import Block, Evidence, Figure, Layout, Page, Source, Spans
from kiosk.page.sentences import whole_sentences
from kiosk.page.terms import plain

FEWEST = 3
"""Sections from which on a page shows doors: fewer are read as quickly as their doors."""


class Section(msgspec.Struct, frozen=True):
    """One section: its heading's words, its anchor, and all blocks below the heading."""

    heading: Spans
    anchor: str
    blocks: tuple[Block, ...]

    @property
    def answer(self) -> str:
        """The section in one sentence: the words of its box "short", or its first sentence."""
        for block in self.blocks:
            if isinstance(block, blocks.Short):
                return plain(block.spans)
        words = next(_paragraphs(self.blocks), "")
        return next(whole_sentences(words), "")

    @property
    def sign(self) -> Evidence | Figure | None:
        """Its first badge, of a chart too, or its first picture: whichever comes first."""
        for block in _all_blocks(self.blocks):
            if isinstance(block, Evidence | Figure):
                return block
            if isinstance(block, blocks.People) and block.evidence:
                return block.evidence
        return None

    def holds(self, anchor: str) -> bool:
        """Whether the anchor is this section's, or that of a heading or question in it."""
        return anchor == self.anchor or any(
            isinstance(block, blocks.Heading | blocks.Question) and block.anchor == anchor
            for block in self.blocks
        )


def usual_layout(inside: Sequence[Block]) -> Layout:
    """Return the layout of a page with these blocks whose author names none."""
    count = sum(isinstance(block, blocks.Heading) and block.level == 2 for block in inside)
    return Layout.DOORS if count >= FEWEST else Layout.PAGE


def opening(page: Page) -> tuple[Block, ...]:
    """Return what stands before a page's first section."""
    return tuple(_parts(page)[0])


def has_brief_doors(page: Page) -> bool:
    """Tell whether doors show headings alone: below an emergency box all of it fits a screen."""
    tones = (block.tone for block in opening(page) if isinstance(block, blocks.Callout))
    return blocks.Tone.EMERGENCY in tones


def sections(page: Page) -> tuple[Section, ...]:
    """Return a page's sections in order."""
    return tuple(_section(part) for part in _parts(page)[1:])


def sources_in(page: Page, inside: Sequence[Block]) -> tuple[Source, ...]:
    """Return those of a page's sources that marks in these blocks lead to, in their order."""
    used = {each.number for each in _footnotes(inside)}
    return tuple(each for each in _sources(page) if each.number in used)


def _section(part: Sequence[Block]) -> Section:
    heading, *below = part
    assert isinstance(heading, blocks.Heading)
    return Section(heading.spans, heading.anchor, tuple(below))


def _sources(page: Page) -> tuple[Source, ...]:
    found = (block for block in page.blocks if isinstance(block, blocks.Sources))
    return next((block.entries for block in found), ())


def _parts(page: Page) -> list[list[Block]]:
    """Give the blocks before the first section, and then those of each; sources are in none."""
    parts: list[list[Block]] = [[]]
    for block in page.blocks:
        if isinstance(block, blocks.Sources):
            continue
        if isinstance(block, blocks.Heading) and block.level == 2:
            parts.append([])
        parts[-1].append(block)
    return parts


def _paragraphs(inside: Sequence[Block]) -> Iterator[str]:
    """Give the words of each paragraph, those in lists and boxes after those on the page itself."""
    yield from (plain(block.spans) for block in inside if isinstance(block, blocks.Paragraph))
    for block in _all_blocks(inside):
        if isinstance(block, blocks.Paragraph):
            yield plain(block.spans)


def _all_blocks(inside: Sequence[Block]) -> Iterator[Block]:
    for block in inside:
        yield block
        match block:
            case blocks.Callout() | blocks.Quotation() | blocks.Question():
                yield from _all_blocks(block.blocks)
            case blocks.List(items) | blocks.Steps(_, items):
                for item in items:
                    yield from _all_blocks(item.blocks)


def _footnotes(inside: object) -> Iterator[blocks.Footnote]:
    """Give every mark in what a page is made of, however deep."""
    if isinstance(inside, blocks.Footnote):
        yield inside
    elif isinstance(inside, tuple | list):
        for each in inside:
            yield from _footnotes(each)
    elif isinstance(inside, msgspec.Struct):
        for name in inside.__struct_fields__:
            yield from _footnotes(getattr(inside, name))
