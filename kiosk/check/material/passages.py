"""A page as a reader meets it: every run of words, in order, and what it stands in.

Owns the walk through all block kinds. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, assert_never

import msgspec

from kiosk.page.blocks import (
    Block,
    Callout,
    Checklist,
    DefinitionList,
    Evidence,
    Figure,
    Heading,
    Ladder,
    List,
    ListItem,
    Page,
    Paragraph,
    People,
    Question,
    Quotation,
    Rule,
    Schedule,
    Sources,
    Spans,
    Steps,
    Table,
    Text,
    Timeline,
)
from kiosk.page.terms import plain

Kind: TypeAlias = Literal[
    "lead", "heading", "question", "paragraph", "item", "title", "cell", "header", "caption",
    "key", "term", "label", "study", "source",
]  # fmt: skip
"""What a run of words is; `label` names a part of a chart, `title` stands over a box."""


class Passage(msgspec.Struct, frozen=True):
    """A run of words: `within` are the blocks around it, the outermost first.

    `section` is the anchor of the heading or question it stands under, empty above the first.
    """

    kind: Kind
    spans: Spans
    text: str
    within: tuple[Block, ...]
    section: str

    @property
    def block(self) -> Block | None:
        """The block that the words stand in."""
        return self.within[-1] if self.within else None


def passages(page: Page) -> Iterator[Passage]:
    """Give the runs of words of a page, its lead first. The title is not among them."""
    section = ""
    if page.lead:
        yield _passage("lead", page.lead, (), "")
    for block in page.blocks:
        if isinstance(block, Heading | Question):
            section = block.anchor
        yield from _block(block, (), section)


def _passage(kind: Kind, spans: Spans, within: tuple[Block, ...], section: str) -> Passage:
    return Passage(kind, spans, plain(spans), within, section)


def _titled(title: str, within: tuple[Block, ...], section: str) -> Iterator[Passage]:
    if title:
        yield _passage("title", (Text(title),), within, section)


def _blocks(blocks: Iterable[Block], within: tuple[Block, ...], section: str) -> Iterator[Passage]:
    for block in blocks:
        yield from _block(block, within, section)


def _items(items: Iterable[ListItem], within: tuple[Block, ...], section: str) -> Iterator[Passage]:
    for item in items:
        for block in item.blocks:
            if isinstance(block, Paragraph):
                yield _passage("item", block.spans, within, section)
            else:
                yield from _block(block, within, section)


def _block(  # noqa: PLR0912 (a branch a kind)
    block: Block, around: tuple[Block, ...], section: str
) -> Iterator[Passage]:
    within = (*around, block)
    match block:
        case Heading(spans=spans):
            yield _passage("heading", spans, within, section)
        case Paragraph(spans):
            yield _passage("paragraph", spans, within, section)
        case List(items):
            yield from _items(items, within, section)
        case Steps(title, items):
            yield from _titled(title, within, section)
            yield from _items(items, within, section)
        case Callout(title=title, blocks=blocks):
            yield from _titled(title, within, section)
            yield from _blocks(blocks, within, section)
        case Quotation(blocks):
            yield from _blocks(blocks, within, section)
        case Table(header, rows):
            for cell in header:
                yield _passage("header", cell.spans, within, section)
            for row in rows:
                for cell in row:
                    yield _passage("cell", cell.spans, within, section)
        case Figure(caption=caption, key=key):
            yield _passage("caption", caption, within, section)
            for entry in key:
                yield _passage("key", entry, within, section)
        case DefinitionList(entries):
            for definition in entries:
                for term in definition.terms:
                    yield _passage("term", term, within, section)
                yield from _blocks(definition.blocks, within, section)
        case Question(spans=spans, blocks=blocks):
            yield _passage("question", spans, within, section)
            yield from _blocks(blocks, within, section)
        case Evidence(study=study):
            yield _passage("study", study, within, section)
        case People() | Timeline() | Schedule() | Ladder():
            yield from _chart(block, within, section)
        case Checklist(items):
            for spans in items:
                yield _passage("item", spans, within, section)
        case Sources(entries):
            for source in entries:
                yield _passage("source", source.spans, within, section)
        case Rule():
            pass
        case _:
            assert_never(block)


def _chart(
    chart: People | Timeline | Schedule | Ladder, within: tuple[Block, ...], section: str
) -> Iterator[Passage]:
    yield from _titled(chart.title, within, section)
    match chart:
        case People(groups=groups, evidence=evidence):
            for group in groups:
                yield _passage("label", group.label, within, section)
            if evidence:
                yield from _block(evidence, within, section)
        case Timeline(moments=moments):
            for moment in moments:
                yield _passage("label", moment.spans, within, section)
        case Schedule(plans=plans, gates=gates):
            labels = (*(plan.label for plan in plans), *(gate.label for gate in gates))
            for label in labels:
                yield _passage("label", label, within, section)
        case Ladder(rungs=rungs):
            for rung in rungs:
                for entry in rung.entries:
                    yield _passage("study", entry, within, section)
