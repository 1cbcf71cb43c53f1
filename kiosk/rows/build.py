"""From typed blocks to the rows that QML draws: pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

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
    Timeline,
)
from kiosk.page.phrases import Phrases
from kiosk.page.terms import plain
from kiosk.rows.chart_rows import ladder_row, schedule_row
from kiosk.rows.rich_text import evidence_link, styled
from kiosk.rows.row import Row, Section
from kiosk.rows.table_rows import table_row

Picture = Callable[[str], tuple[str, float]]
"""From the name an author wrote to the picture's address and its height by its width."""


class _Hand(msgspec.Struct, frozen=True):
    """How a page is written out: where its pictures are, and what the kiosk says in it."""

    picture: Picture
    say: Phrases

    def styled(self, spans: Spans) -> str:
        """Return the spans as rich text, with the language's digits."""
        return styled(spans, self.say.number)


def page_rows(page: Page, picture: Picture, say: Phrases = Phrases()) -> list[Row]:  # noqa: B008
    """Return all rows of a page; `say` speaks the page's language, English if it isn't told."""
    return list(_rows(page.blocks, _Hand(picture, say)))


def outline(page: Page) -> list[Section]:
    """Return the page's sections; a page with fewer than two needs no outline."""
    sections = [
        Section(plain(block.spans), block.anchor)
        for block in page.blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    return sections if len(sections) > 1 else []


def _rows(blocks: tuple[Block, ...], hand: _Hand) -> Iterator[Row]:
    for position, block in enumerate(blocks):
        for row in _row(block, hand):
            yield row if position else _at_top(row)


def _at_top(row: Row) -> Row:
    return msgspec.structs.replace(row, gap=0) if row.gap else row


def _row(block: Block, hand: _Hand) -> Iterator[Row]:  # noqa: PLR0912 (a branch a kind)
    match block:
        case Heading(level, spans, anchor):
            yield Row(
                kind="heading",
                gap=3 if level == 2 else 2,
                level=level,
                word=hand.say.subheading() if level > 2 else "",
                text=hand.styled(spans),
                plain=plain(spans),
                anchor=anchor,
            )
        case Paragraph(spans):
            yield Row(kind="paragraph", text=hand.styled(spans), plain=plain(spans))
        case List(items, start):
            yield from _list(items, start, 0, hand)
        case Steps(title, items):
            inner = [_item(item, n, hand) for n, item in enumerate(items, 1)]
            yield Row(kind="steps", title=title, inner=tuple(inner))
        case Callout(tone, title, blocks):
            yield Row(
                kind="callout",
                tone=tone.value,
                word=hand.say.callout(tone),
                title=title,
                inner=_inside(blocks, hand),
            )
        case Table():
            yield table_row(block, hand.say)
        case Figure():
            yield _figure(block, hand)
        case Quotation(blocks):
            yield Row(kind="quotation", word=hand.say.quotation(), inner=_inside(blocks, hand))
        case DefinitionList(entries):
            inner = [
                Row(
                    kind="definition",
                    title=hand.styled(entry.terms[0]),
                    plain=plain(entry.terms[0]),
                    inner=_inside(entry.blocks, hand),
                )
                for entry in entries
            ]
            yield Row(kind="definitions", word=hand.say.explanations(), inner=tuple(inner))
        case Question(spans, anchor, blocks):
            yield Row(
                kind="question",
                gap=1,
                text=hand.styled(spans),
                plain=plain(spans),
                anchor=anchor,
                inner=_inside(blocks, hand),
            )
        case Evidence():
            yield _evidence(block, hand)
        case People():
            yield _people(block, hand)
        case Timeline(title, moments):
            inner = [
                Row(
                    kind="moment",
                    title=m.when,
                    text=hand.styled(m.spans),
                    plain=plain(m.spans),
                    level=int(m.gate),
                )
                for m in moments
            ]
            yield Row(kind="timeline", title=title, inner=tuple(inner))
        case Schedule():
            yield schedule_row(block, hand.say)
        case Ladder():
            yield ladder_row(block, hand.say)
        case Sources():
            yield _sources(block, hand)
        case Checklist():
            yield _checklist(block, hand)
        case Rule():
            yield Row(kind="rule", gap=3)
        case _:
            assert_never(block)


def _inside(blocks: tuple[Block, ...], hand: _Hand) -> tuple[Row, ...]:
    return tuple(_rows(blocks, hand))


def _figure(block: Figure, hand: _Hand) -> Row:
    address, aspect = hand.picture(block.source)
    entries = [
        Row(kind="key", marker=hand.say.number(n), text=hand.styled(spans), plain=plain(spans))
        for n, spans in enumerate(block.key, 1)
    ]
    return Row(
        kind="figure",
        picture=address,
        aspect=aspect,
        plain=block.alternative,
        text=hand.styled(block.caption),
        label=plain(block.caption),
        word=hand.say.key(),
        inner=tuple(entries),
    )


def _people(block: People, hand: _Hand) -> Row:
    badge = (_at_top(_evidence(block.evidence, hand)),) if block.evidence else None
    groups = [
        Row(
            kind="group",
            count=group.count,
            word=hand.say.people(group.count),
            text=hand.styled(group.label),
            plain=plain(group.label),
        )
        for group in block.groups
    ]
    return Row(kind="people", title=block.title, inner=tuple(groups), badge=badge)


def _sources(block: Sources, hand: _Hand) -> Row:
    entries = [
        Row(
            kind="source",
            count=source.number,
            marker=hand.say.number(source.number),
            word=hand.say.source(source.number),
            text=hand.styled(source.spans),
            plain=plain(source.spans),
        )
        for source in block.entries
    ]
    return Row(
        kind="sources", gap=3, word=hand.say.sources(), anchor="sources", inner=tuple(entries)
    )


def _checklist(block: Checklist, hand: _Hand) -> Row:
    """Return the row of a list to tick; `word` is a line for each number that can be ticked."""
    count = len(block.items)
    tallies = [hand.say.ticked(done, count) for done in range(count + 1)]
    items = [
        Row(kind="tick", count=n, text=hand.styled(spans), plain=plain(spans))
        for n, spans in enumerate(block.items, block.start)
    ]
    return Row(kind="checklist", count=block.start, word="\n".join(tallies), inner=tuple(items))


def _evidence(block: Evidence, hand: _Hand) -> Row:
    return Row(
        kind="evidence",
        gap=1,
        tone=block.level.value,
        word=hand.say.evidence(block.level),
        text=hand.styled(block.study),
        plain=plain(block.study),
        link=evidence_link(block.level, block.study),
    )


def _item(item: ListItem, number: int, hand: _Hand) -> Row:
    return Row(
        kind="step",
        marker=hand.say.number(number),
        word=hand.say.step(number),
        inner=_inside(item.blocks, hand),
    )


def _list(items: tuple[ListItem, ...], start: int | None, depth: int, hand: _Hand) -> Iterator[Row]:
    for position, item in enumerate(items):
        marker = "" if start is None else f"{hand.say.number(start + position)}."
        gap = 2 if depth == 0 and position == 0 else 1
        for nested, block in enumerate(item.blocks):
            match block:
                case List(inner, first):
                    yield from _list(inner, first, depth + 1, hand)
                case Paragraph(spans):
                    yield Row(
                        kind="item",
                        gap=gap if nested == 0 else 1,
                        level=depth,
                        marker=marker if nested == 0 else " ",
                        word=hand.say.place(position + 1, len(items)) if nested == 0 else "",
                        text=hand.styled(spans),
                        plain=plain(spans),
                    )
                case _:
                    yield from _row(block, hand)
