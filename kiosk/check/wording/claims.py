"""Which sentences give a number on effect or risk, and whether a source stands behind each.

Owns how far a source mark reaches. The words by which a number is known:
`kiosk.check.wording.effects`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.passages import Passage
from kiosk.check.wording.effects import is_claim, is_share
from kiosk.check.wording.numerals import without_facts
from kiosk.page.blocks import (
    Block,
    Callout,
    Checklist,
    Compare,
    Enclosing,
    Footnote,
    Ladder,
    List,
    Paragraph,
    People,
    Question,
    Quotation,
    Schedule,
    Spans,
    Steps,
    Table,
    Timeline,
)
from kiosk.page.sentences import whole_sentences
from kiosk.page.terms import flattened, plain

_DIGIT = re.compile(r"\d")

_MARK = "\ue002"
"""Stands for a source mark while sentences are told apart; no text can hold it."""

_STOP = re.compile(r"[.!?…।॥؟。！？]?[\"'”’»)\]]*\s*$")

_SHORT = frozenset({"heading", "question", "title"})
"""Here only a share counts: '3 side effects' is no figure."""

_NEVER = frozenset({"source", "term", "header", "study"})
_LED = (List, Steps, Table, Compare, Checklist, People, Ladder, Timeline, Schedule)


class Claim(msgspec.Struct, frozen=True):
    """A number on effect or risk: its passage, its words, and whether a source is named."""

    passage: Passage
    words: str
    sourced: bool


def claims_of(checked: CheckedPage) -> Iterator[Claim]:
    """Give the numbers on effect and risk of a page; a people chart is one.

    The clinic's own numbers, such as its phone, are none. Badges are not among them.
    """
    reach = _Reach(checked)
    charts: set[int] = set()
    for passage in checked.passages:
        chart = next((block for block in passage.within if isinstance(block, People)), None)
        if chart:
            if id(chart) not in charts:
                charts.add(id(chart))
                words = chart.title or passage.text
                yield Claim(passage, words, reach.covers(passage))
            continue
        if passage.kind == "label" and isinstance(passage.block, Compare):
            # Its number stands in a drawing.
            yield Claim(passage, passage.text, reach.covers(passage) or has_mark(passage.spans))
            continue
        if passage.kind in _NEVER or not _DIGIT.search(passage.text):
            continue
        covered = reach.covers(passage)
        looks = is_share if passage.kind in _SHORT else is_claim
        for sentence in whole_sentences(_marked(passage.spans)):
            words = sentence.replace(_MARK, "")
            if looks(without_facts(words, checked.facts)[0], checked.language):
                yield Claim(passage, words, covered or _MARK in sentence)


def has_mark(spans: Spans) -> bool:
    """Tell whether a source mark stands among these words."""
    return any(isinstance(span, Footnote) for span in flattened(spans))


def _marked(spans: Spans) -> str:
    """Give the words with each source mark inside the sentence that it follows."""
    words = ""
    for span in spans:
        if isinstance(span, Footnote):
            stop = _STOP.search(words)
            at = stop.start() if stop else len(words)
            words = words[:at] + _MARK + words[at:]
        elif isinstance(span, Enclosing):
            words += _marked(span.spans)
        else:
            words += plain((span,))
    return words


class _Reach:
    """How far the source marks of a page reach.

    A mark covers its sentence; its whole list item, table row or answer in a comparison; its
    callout or quotation; its chart. One in the last sentence above a list, a table or a chart
    covers that.
    """

    def __init__(self, checked: CheckedPage) -> None:
        marked = [passage for passage in checked.passages if has_mark(passage.spans)]
        self._holding = {id(block) for passage in marked for block in passage.within}
        self._covered: set[int] = set()
        self._walk(checked.page.blocks)

    def covers(self, passage: Passage) -> bool:
        """Tell whether a source reaches a passage from outside its sentences."""
        return id(passage.spans) in self._covered or any(
            id(block) in self._covered for block in passage.within
        )

    def _walk(self, blocks: tuple[Block, ...]) -> None:
        above: Block | None = None
        for block in blocks:
            if isinstance(block, _LED) and _leads(above):
                self._covered.add(id(block))
            self._look(block)
            above = block

    def _look(self, block: Block) -> None:
        if isinstance(block, Callout | Quotation | People) and id(block) in self._holding:
            self._covered.add(id(block))
        match block:
            case Callout(blocks=blocks) | Quotation(blocks) | Question(blocks=blocks):
                self._walk(blocks)
            case List(items=items) | Steps(items=items):
                for item in items:
                    if any(self._holds(part) for part in item.blocks):
                        self._cover(item.blocks)
                    self._walk(item.blocks)
            case Table(rows=rows):
                for row in rows:
                    if any(has_mark(cell.spans) for cell in row):
                        self._covered.update(id(cell.spans) for cell in row)
            case Compare(aspects=aspects):
                for answer in (each for aspect in aspects for each in aspect.answers):
                    parts = [answer.spans, *(group.label for group in answer.groups)]
                    if any(map(has_mark, parts)):
                        self._covered.update(id(part) for part in parts if part)
            case _:
                pass

    def _holds(self, block: Block) -> bool:
        return has_mark(block.spans) if isinstance(block, Paragraph) else id(block) in self._holding

    def _cover(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            self._covered.add(id(block.spans) if isinstance(block, Paragraph) else id(block))


def _leads(above: Block | None) -> bool:
    """Tell whether the last sentence of what stands above names a source."""
    if not isinstance(above, Paragraph) or not has_mark(above.spans):
        return False
    sentences = list(whole_sentences(_marked(above.spans)))
    return bool(sentences) and _MARK in sentences[-1]
