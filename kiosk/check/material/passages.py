"""A page as a reader meets it: every run of words, in order, and what it stands in.

Owns the walk through all block kinds. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, assert_never

import msgspec

from kiosk.page import blocks
from kiosk.page.blocks import Block, Page, Span, Spans
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


def placed(spans: Spans, at: int = 0) -> Iterator[tuple[int, Span]]:
    """Give all spans, those within others too, each with where it begins in the plain words."""
    for span in spans:
        yield at, span
        if isinstance(span, blocks.Enclosing):
            yield from placed(span.spans, at)
        at += len(plain((span,)))


_Part: TypeAlias = tuple[Kind, Spans] | Block


def passages(page: Page) -> Iterator[Passage]:
    """Give the runs of words of a page, its lead first. The title is not among them."""
    section = ""
    if page.lead:
        yield Passage("lead", page.lead, plain(page.lead), (), "")
    for block in page.blocks:
        if isinstance(block, blocks.Heading | blocks.Question):
            section = block.anchor
        yield from _passages(block, (), section)


def _passages(block: Block, around: tuple[Block, ...], section: str) -> Iterator[Passage]:
    within = (*around, block)
    for part in _parts(block):
        if isinstance(part, tuple):
            kind, spans = part
            yield Passage(kind, spans, plain(spans), within, section)
        else:
            yield from _passages(part, within, section)


def _parts(block: Block) -> Iterator[_Part]:  # noqa: PLR0912 (a branch a kind)
    """Give the runs of words of a block, and the blocks that stand between them."""
    match block:
        case blocks.Heading(spans=spans):
            yield "heading", spans
        case blocks.Paragraph(spans) | blocks.Short(spans):
            yield "paragraph", spans
        case blocks.List(items):
            yield from _items(items)
        case blocks.Steps(title, items):
            yield from _titled(title)
            yield from _items(items)
        case blocks.Callout(title=title, blocks=inside):
            yield from _titled(title)
            yield from inside
        case blocks.Quotation(inside):
            yield from inside
        case blocks.Table(header, rows):
            for cell in header:
                yield "header", cell.spans
            for row in rows:
                for cell in row:
                    yield "cell", cell.spans
        case blocks.Figure(caption=caption, key=key):
            yield "caption", caption
            for entry in key:
                yield "key", entry
        case blocks.DefinitionList(entries):
            for definition in entries:
                for term in definition.terms:
                    yield "term", term
                yield from definition.blocks
        case blocks.Question(spans=spans, blocks=inside):
            yield "question", spans
            yield from inside
        case blocks.Evidence(study=study):
            yield "study", study
        case blocks.People() | blocks.Timeline() | blocks.Schedule() | blocks.Ladder():
            yield from _titled(block.title)
            yield from _charted(block)
        case blocks.Compare():
            yield from _compared(block)
        case blocks.Checklist(items):
            for spans in items:
                yield "item", spans
        case blocks.Sources(entries):
            for source in entries:
                yield "source", source.spans
        case blocks.Rule():
            pass
        case _:
            assert_never(block)


def _titled(title: str) -> Iterator[_Part]:
    if title:
        yield "title", (blocks.Text(title),)


def _items(items: Iterable[blocks.ListItem]) -> Iterator[_Part]:
    for item in items:
        for block in item.blocks:
            yield ("item", block.spans) if isinstance(block, blocks.Paragraph) else block


def _compared(block: blocks.Compare) -> Iterator[_Part]:
    yield from _titled(block.title)
    for name in (block.asking, *block.options):
        yield "header", name
    for aspect in block.aspects:
        yield "cell", aspect.question
        for answer in aspect.answers:
            if answer.spans:
                yield "cell", answer.spans
            for group in answer.groups:
                yield "label", group.label


def _charted(
    chart: blocks.People | blocks.Timeline | blocks.Schedule | blocks.Ladder,
) -> Iterator[_Part]:
    match chart:
        case blocks.People(groups=groups, evidence=evidence):
            for group in groups:
                yield "label", group.label
            if evidence:
                yield evidence
        case blocks.Timeline(moments=moments):
            for moment in moments:
                yield "label", moment.spans
        case blocks.Schedule(plans=plans, gates=gates):
            for label in (*(plan.label for plan in plans), *(gate.label for gate in gates)):
                yield "label", label
        case blocks.Ladder(rungs=rungs):
            for rung in rungs:
                for entry in rung.entries:
                    yield "study", entry
