"""The inline spans: what stands within a line of a page.

Owns one tagged union, which the parser writes and the screen draws. Everybody else has it from
`kiosk.page.blocks`, beside the blocks that hold spans.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class _Span(msgspec.Struct, frozen=True, tag_field="span"):
    """Base of every inline span."""


class Text(_Span, frozen=True, tag="text"):
    """Plain words."""

    text: str


class Strong(_Span, frozen=True, tag="strong"):
    """Words that carry weight."""

    spans: tuple[Span, ...]


class Emphasis(_Span, frozen=True, tag="emphasis"):
    """Words that are stressed."""

    spans: tuple[Span, ...]


class Struck(_Span, frozen=True, tag="struck"):
    """Words that are crossed out."""

    spans: tuple[Span, ...]


class Code(_Span, frozen=True, tag="code"):
    """Words to be taken letter by letter."""

    text: str


class Superscript(_Span, frozen=True, tag="superscript"):
    """Words that stand raised: those that Unicode has no signs for, which stand in `Text`."""

    text: str


class Subscript(_Span, frozen=True, tag="subscript"):
    """Words that stand lowered, likewise."""

    text: str


class Term(_Span, frozen=True, tag="term"):
    """A word with an explanation: `text` as it stands, `term` its headword, `meaning` plain."""

    text: str
    term: str
    meaning: str


class Footnote(_Span, frozen=True, tag="footnote"):
    """A mark that leads to source `number` (counted from 1 in order of first use)."""

    number: int


class PageLink(_Span, frozen=True, tag="page-link"):
    """A link inside the pack; empty `page` means this page, empty `section` its top."""

    spans: tuple[Span, ...]
    page: str
    section: str


class OutsideLink(_Span, frozen=True, tag="outside-link"):
    """A link to the outside. It opens nothing; its address is shown to be copied by hand."""

    spans: tuple[Span, ...]
    address: str


class LineBreak(_Span, frozen=True, tag="break"):
    """A forced line break."""


Enclosing: TypeAlias = Strong | Emphasis | Struck | PageLink | OutsideLink
"""Spans that stand around others."""

Moved: TypeAlias = Superscript | Subscript
"""Spans that stand higher or lower than the line."""

Span: TypeAlias = Text | Code | Moved | Term | Footnote | LineBreak | Enclosing
Spans: TypeAlias = tuple[Span, ...]
