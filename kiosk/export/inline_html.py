"""Inline spans as HTML: one way for every kind.

Owns links, marks and explained words. Escaping is htpy's: no word of an author becomes markup.
"""

from __future__ import annotations

from typing import assert_never

import htpy as h

from kiosk.export.number_html import calls
from kiosk.export.place import Place
from kiosk.page import blocks
from kiosk.page.blocks import Span, Spans
from kiosk.page.terms import plain

HOLD = "\N{WORD JOINER}"
"""Holds a mark to the word that it stands at (UAX 14, LB11)."""


def inline(spans: Spans, at: Place) -> h.Fragment:
    """Return the spans."""
    return h.fragment[[_span(each, at) for each in spans]]


def words_alone(spans: Spans, at: Place) -> h.Fragment:
    """Return the spans without links and marks, as they stand in what is itself to be touched."""
    return h.fragment[[_alone(each, at) for each in spans]]


def _alone(span: Span, at: Place) -> h.Node:
    match span:
        case blocks.Text(text) | blocks.Term(text):
            return text
        case blocks.Footnote():
            return None
        case blocks.PageLink(spans) | blocks.OutsideLink(spans):
            return words_alone(spans, at)
        case blocks.Strong(spans):
            return h.strong[words_alone(spans, at)]
        case blocks.Emphasis(spans):
            return h.em[words_alone(spans, at)]
        case blocks.Struck(spans):
            return h.s[words_alone(spans, at)]
        case _:
            return _span(span, at)


def _span(span: Span, at: Place) -> h.Node:  # noqa: PLR0912 (a branch a kind)
    match span:
        case blocks.Text(text):
            return calls(text, at.numbers)
        case blocks.Strong(spans):
            return h.strong[inline(spans, at)]
        case blocks.Emphasis(spans):
            return h.em[inline(spans, at)]
        case blocks.Struck(spans):
            return h.s[inline(spans, at)]
        case blocks.Code(text):
            return h.code[text]
        case blocks.Superscript(text):
            return h.sup[text]
        case blocks.Subscript(text):
            return h.sub[text]
        case blocks.Term(text, term):
            at.terms.setdefault(term, span)
            return h.a(".term", href=f"#{at.name(f'term-{term}')}")[text]
        case blocks.Footnote(number):
            return _mark(number, at)
        case blocks.PageLink(spans, page, section):
            address = at.address(page, section)
            return h.a(href=address)[words_alone(spans, at)] if address else inline(spans, at)
        case blocks.OutsideLink(spans, address):
            return _outside(spans, address, at)
        case blocks.LineBreak():
            return h.br
        case _:
            assert_never(span)


def _mark(number: int, at: Place) -> h.Node:
    link = h.a(
        id=at.mark(number), href=f"#{at.name(f'source-{number}')}", aria_label=at.say.source(number)
    )
    return h.fragment[HOLD, h.sup(".mark")[link["[", at.say.number(number), "]"]]]


def _outside(spans: Spans, address: str, at: Place) -> h.Node:
    """Return a link to the outside; on paper its address stands behind it, unless its words do."""
    shown = address.removeprefix("mailto:").removeprefix("tel:")
    told = shown in plain(spans)
    link = h.a(href=address, rel="noreferrer")[words_alone(spans, at)]
    return link if told else h.fragment[link, h.span(".address")[f" ({shown})"]]
