"""The block kinds and the page; the inline spans are handed on.

Owns the one tagged union that the parser writes, the cache stores and the screen draws.
Knows neither Markdown nor Qt.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

import msgspec

from kiosk.page.review import Review
from kiosk.page.spans import (
    Code,
    Emphasis,
    Enclosing,
    Footnote,
    LineBreak,
    Moved,
    OutsideLink,
    PageLink,
    Span,
    Spans,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Term,
    Text,
)  # fmt: skip

__all__ = [
    "Code", "Emphasis", "Enclosing", "Footnote", "LineBreak", "Moved", "OutsideLink", "PageLink",
    "Span", "Spans", "Strong", "Struck", "Subscript", "Superscript", "Term", "Text",
]  # fmt: skip


class Tone(Enum):
    """What a callout wants of its reader; each has its own colour, icon and word."""

    NOTE = "note"
    TIP = "tip"
    CAUTION = "caution"
    EMERGENCY = "emergency"


class Level(Enum):
    """How sure the evidence behind a statement is, in the words a patient sees."""

    NONE = "none"
    VERY_LOW = "very-low"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Layout(Enum):
    """How a page is laid out: doors to its sections, all of it, or questions that open."""

    DOORS = "doors"
    PAGE = "page"
    FAQ = "faq"


class _Block(msgspec.Struct, frozen=True, tag_field="block"):
    """Base of every block."""


class Heading(_Block, frozen=True, tag="heading"):
    """A section's heading; `level` is 2 to 4, `anchor` is unique in its page."""

    level: int
    spans: Spans
    anchor: str


class Paragraph(_Block, frozen=True, tag="paragraph"):
    """A paragraph."""

    spans: Spans


class Short(_Block, frozen=True, tag="short"):
    """A section's answer in a line: it stands on the section's door."""

    spans: Spans


class ListItem(msgspec.Struct, frozen=True):
    """One item of a list: its blocks, nested lists among them."""

    blocks: tuple[Block, ...]


class List(_Block, frozen=True, tag="list"):
    """A list; `start` is the first number of an ordered list, None for bullets."""

    items: tuple[ListItem, ...]
    start: int | None = None


class Steps(_Block, frozen=True, tag="steps"):
    """Things that happen one after the other, numbered from 1."""

    title: str
    items: tuple[ListItem, ...]


class Callout(_Block, frozen=True, tag="callout"):
    """A box that stands out by edge, icon and word."""

    tone: Tone
    title: str
    blocks: tuple[Block, ...]


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table."""

    spans: Spans


class Table(_Block, frozen=True, tag="table"):
    """A table: `header` names the columns, each row is as long as the header."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Figure(_Block, frozen=True, tag="figure"):
    """A picture: `source` as the author wrote it, `key` explains its numbered markers in order."""

    source: str
    alternative: str
    caption: Spans
    key: tuple[Spans, ...] = ()


class Quotation(_Block, frozen=True, tag="quotation"):
    """Somebody else's words."""

    blocks: tuple[Block, ...]


class Definition(msgspec.Struct, frozen=True):
    """One entry of a definition list: the ways to write the term, and what it means."""

    terms: tuple[Spans, ...]
    blocks: tuple[Block, ...]


class DefinitionList(_Block, frozen=True, tag="definitions"):
    """Terms and what they mean."""

    entries: tuple[Definition, ...]


class Question(_Block, frozen=True, tag="question"):
    """A question that opens to its answer."""

    spans: Spans
    anchor: str
    blocks: tuple[Block, ...]


class Count(msgspec.Struct, frozen=True):
    """One group in a people-in-100 chart: `count` of 100 people (0 to 100), and who they are."""

    count: int
    label: Spans


class Evidence(_Block, frozen=True, tag="evidence"):
    """How sure it is: a badge with its level and the study behind it."""

    level: Level
    study: Spans


class People(_Block, frozen=True, tag="people"):
    """People-in-100 charts drawn from numbers, one a group; `evidence` names the study."""

    title: str
    groups: tuple[Count, ...]
    evidence: Evidence | None = None


class Moment(msgspec.Struct, frozen=True):
    """One point of a timeline; a `gate` asks whether to go on."""

    when: str
    spans: Spans
    gate: bool = False


class Timeline(_Block, frozen=True, tag="timeline"):
    """What happens when."""

    title: str
    moments: tuple[Moment, ...]


class Plan(msgspec.Struct, frozen=True):
    """One row of a schedule: the weeks (0 is the first visit) with a visit, and what it is."""

    weeks: tuple[int, ...]
    label: Spans


class Gate(msgspec.Struct, frozen=True):
    """A week of a schedule in which to ask whether to go on."""

    week: int
    label: Spans


class Schedule(_Block, frozen=True, tag="schedule"):
    """Plans of visits on one scale of weeks, drawn from numbers, and when to ask "stop?"."""

    title: str
    plans: tuple[Plan, ...]
    gates: tuple[Gate, ...] = ()


class Rung(msgspec.Struct, frozen=True):
    """One rung of an evidence ladder: what stands on this level."""

    level: Level
    entries: tuple[Spans, ...]


class Ladder(_Block, frozen=True, tag="ladder"):
    """How sure the evidence is for several things, the surest on top."""

    title: str
    rungs: tuple[Rung, ...]


class Answer(msgspec.Struct, frozen=True):
    """What one option answers: words, people in 100 below them; nothing where it is not known."""

    spans: Spans
    groups: tuple[Count, ...] = ()


class Aspect(msgspec.Struct, frozen=True):
    """What patients ask of every option, and the answer of each in the order of the options."""

    question: Spans
    answers: tuple[Answer, ...]


class Compare(_Block, frozen=True, tag="compare"):
    """Options held against the same questions; which two are seen is the visit's.

    `asking` heads the questions. `number` counts the comparisons of the page from 0.
    """

    title: str
    asking: Spans
    options: tuple[Spans, ...]
    aspects: tuple[Aspect, ...]
    number: int = 0


class Checklist(_Block, frozen=True, tag="checklist"):
    """Things that a visitor can tick; which are ticked is the visit's, never the page's.

    `start` is the index in the page of its first item. Items hold no links: each is one thing to
    touch. `apart`: each item stands by itself in large letters, and nobody counts them.
    """

    items: tuple[Spans, ...]
    start: int = 0
    apart: bool = False


class Source(msgspec.Struct, frozen=True):
    """One source, numbered from 1 in order of first use."""

    number: int
    spans: Spans


class Sources(_Block, frozen=True, tag="sources"):
    """The page's sources, in the order in which the text leads to them."""

    entries: tuple[Source, ...]


class Rule(_Block, frozen=True, tag="rule"):
    """A pause between two parts."""


Block: TypeAlias = (
    Heading | Paragraph | Short | List | Steps | Callout | Table | Figure | Quotation
    | DefinitionList | Question | Evidence | People | Timeline | Schedule | Ladder | Compare
    | Checklist | Sources | Rule
)  # fmt: skip


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page: what it says and where that comes from.

    `name` is its file name without `.md`; `language` the language it is really written in,
    which is the pack's default one where a translation is missing. `translates` is the hash of
    the original's text that a translation was made from: `kiosk.page.translation`. `links` are the
    names of the pages that it leads to. `refused` are the pictures that words stand in for whatever
    lies in the pack: line, problem and remedy.
    """

    name: str
    language: str
    title: str
    tab: str
    lead: Spans
    layout: Layout
    review: Review
    blocks: tuple[Block, ...]
    pictures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    refused: tuple[tuple[int, str, str], ...] = ()
    translates: str = ""
