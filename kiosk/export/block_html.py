"""Blocks as HTML: one way for every kind.

Owns what each kind becomes; charts and pictures have modules of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

import htpy as h

from kiosk.export.chart_html import evidence, ladder, people, schedule, timeline
from kiosk.export.inline_html import inline, words_alone
from kiosk.export.number_html import calls
from kiosk.export.picture_html import figure, icon
from kiosk.export.place import Place
from kiosk.export.table_html import comparison, table
from kiosk.page import blocks
from kiosk.page.blocks import Block, Tone

_ICONS = {
    Tone.NOTE: "note", Tone.TIP: "tip", Tone.CAUTION: "warning", Tone.EMERGENCY: "emergency",
}  # fmt: skip


def flow(inside: Sequence[Block], at: Place) -> h.Fragment:
    """Return blocks one below the other."""
    return h.fragment[[[_block(each, at), "\n"] for each in inside]]


def _block(block: Block, at: Place) -> h.Node:  # noqa: PLR0912 (a branch a kind)
    match block:
        case blocks.Heading(level, spans, anchor):
            return heading(at.heading(level), id=anchor)[inline(spans, at)]
        case blocks.Paragraph(spans):
            return h.p[inline(spans, at)]
        case blocks.Short(spans):
            return h.p(".short")[h.strong[inline(spans, at)]]
        case blocks.List(items, None):
            return h.ul[[h.li[_item(item, at)] for item in items]]
        case blocks.List(items, start):
            return _numbered(items, start or 0, at)
        case blocks.Steps(title, items):
            return h.div(".steps")[title_of(title), _numbered(items, 1, at, stop="")]
        case blocks.Callout():
            return _callout(block, at)
        case blocks.Table():
            return table(block, at)
        case blocks.Figure():
            return figure(block, at)
        case blocks.Quotation(inside):
            return h.blockquote[flow(inside, at)]
        case blocks.DefinitionList(entries):
            return h.dl[[_definition(each, at) for each in entries]]
        case blocks.Question():
            return _question(block, at)
        case blocks.Evidence():
            return evidence(block, at)
        case blocks.People():
            return people(block, at)
        case blocks.Timeline():
            return timeline(block, at)
        case blocks.Schedule():
            return schedule(block, at)
        case blocks.Ladder():
            return ladder(block, at)
        case blocks.Compare():
            return comparison(block, at)
        case blocks.Checklist(items):
            ticks = [h.label[h.input(type="checkbox"), h.span[inline(i, at)]] for i in items]
            return h.ul(".checklist")[[h.li[tick] for tick in ticks]]
        case blocks.Sources():
            return _sources(block, at)
        case blocks.Rule():
            return h.hr
        case _:
            assert_never(block)


def heading(level: int, **attributes: str) -> h.Element:
    """Return a heading that has no words yet."""
    return (h.h1, h.h2, h.h3, h.h4, h.h5, h.h6)[level - 1](**attributes)


def title_of(title: str) -> h.Node:
    """Return the title of a box that is none of the page's headings; nothing without one."""
    return h.p(".title")[title] if title else None


def _item(item: blocks.ListItem, at: Place) -> h.Node:
    match item.blocks:
        case (blocks.Paragraph(spans), *others):
            return h.fragment[inline(spans, at), flow(others, at) if others else None]
        case _:
            return flow(item.blocks, at)


def _numbered(
    items: Sequence[blocks.ListItem], start: int, at: Place, *, stop: str = "."
) -> h.Node:
    """Return a list with its numbers written out: a browser's own need not be the language's."""
    return h.ol(".numbered", start=str(start))[
        [
            h.li[h.span(".number")[f"{at.say.number(n)}{stop}"], h.div[_item(item, at)]]
            for n, item in enumerate(items, start)
        ]
    ]


def _callout(block: blocks.Callout, at: Place) -> h.Node:
    word = h.span(".word")[icon(_ICONS[block.tone], at.site), at.say.callout(block.tone)]
    level = at.inner_heading()
    said = h.fragment[" ", h.span[calls(block.title, at.numbers)]] if block.title else None
    return h.div(class_=["callout", block.tone.value])[
        heading(level)[word, said], flow(block.blocks, at)
    ]


def _definition(entry: blocks.Definition, at: Place) -> h.Node:
    # The first way to write it is the headword; by the others a reader finds it too.
    first, *others = (words_alone(term, at) for term in entry.terms)
    forms = h.span(".forms")[[[" · " if n else "", each] for n, each in enumerate(others)]]
    words = h.dt[first, h.fragment[" ", forms] if others else None]
    return h.fragment[words, h.dd[flow(entry.blocks, at)]]


def _question(block: blocks.Question, at: Place) -> h.Node:
    # Who comes by a link to what stands inside finds it open.
    level = at.inner_heading()
    return h.details(".question")[
        h.summary[heading(level)[words_alone(block.spans, at)]],
        h.div(".answer", id=block.anchor)[flow(block.blocks, at)],
    ]


def _sources(block: blocks.Sources, at: Place) -> h.Node:
    title = at.name("sources")
    return h.section(".sources")[
        heading(at.heading(2), id=title)[at.say.sources()],
        h.ol(".numbered")[[_source(each, at) for each in block.entries]],
    ]


def _source(source: blocks.Source, at: Place) -> h.Node:
    back = at.say.translate("SectionBar", "Back")
    marks = at.marks.get(source.number, [])
    called = [f"{back} {at.say.number(n)}" for n in range(1, len(marks) + 1)]
    if len(marks) == 1:
        called = [back]
    links = [
        [" ", h.a(".back", href=f"#{mark}", aria_label=words)[icon("arrow-up", at.site)]]
        for mark, words in zip(marks, called, strict=True)
    ]
    number = h.span(".number")[f"[{at.say.number(source.number)}]"]
    return h.li(id=at.name(f"source-{source.number}"))[
        number, h.div[inline(source.spans, at), links]
    ]
