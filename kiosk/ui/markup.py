"""Inline spans as the rich text that Qt Quick's Text draws.

Owns the escaping and the addresses of links; every word is escaped here, so nothing that an
author writes can become markup. Knows no colours: links take theirs from the theme.
"""

from __future__ import annotations

from html import escape
from typing import assert_never
from urllib.parse import quote, unquote

from kiosk.library.blocks import (
    Code,
    Emphasis,
    Footnote,
    LineBreak,
    OutsideLink,
    PageLink,
    Span,
    Spans,
    Strong,
    Term,
    Text,
)

NO_BREAK = '<font size="1">\N{NO-BREAK SPACE}</font>'
"""Holds a footnote mark to its word. A word joiner would come from a font with other lines."""


def styled(spans: Spans) -> str:
    """Return the spans as the subset of HTML that `Text.StyledText` understands."""
    return "".join(_styled(span) for span in spans)


def _styled(span: Span) -> str:
    match span:
        case Text(text):
            return escape(text)
        case Strong(spans):
            return f"<b>{styled(spans)}</b>"
        case Emphasis(spans):
            return f"<i>{styled(spans)}</i>"
        case Code(text):
            return f"<b>{escape(text)}</b>"
        case Term(text, term, meaning):
            return _link("term", f"{term}\n{meaning}", escape(text))
        case Footnote(number):
            return _link("source", str(number), f'<font size="2">[{number}]</font>', NO_BREAK)
        case PageLink(spans, page, section):
            return _link("page", f"{page}\n{section}", styled(spans))
        case OutsideLink(spans, address):
            return _link("outside", address, styled(spans))
        case LineBreak():
            return "<br>"
        case _:
            assert_never(span)


def _link(kind: str, target: str, words: str, before: str = "") -> str:
    return f'{before}<a href="{kind}:{quote(target, safe="")}">{words}</a>'


def link_target(address: str) -> tuple[str, tuple[str, ...]]:
    """Split an address made here into its kind and its parts, as many as that kind has."""
    kind, _, rest = address.partition(":")
    return kind, tuple(unquote(rest).split("\n"))
