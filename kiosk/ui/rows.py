"""From typed blocks to the rows that QML draws: pure apart from the models it nests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

import msgspec

from kiosk.library.blocks import (
    Block,
    Callout,
    DefinitionList,
    Evidence,
    Figure,
    Heading,
    List,
    ListItem,
    Page,
    Paragraph,
    People,
    Question,
    Quotation,
    Rule,
    Sources,
    Steps,
    Table,
    Timeline,
)
from kiosk.library.terms import plain
from kiosk.ui.markup import styled
from kiosk.ui.models import Row, RowModel, Section
from kiosk.ui.tables import table_row

Picture = Callable[[str], tuple[str, float]]
"""From the name an author wrote to the picture's address and its height by its width."""


def page_rows(page: Page, picture: Picture) -> list[Row]:
    """Return all rows of a page."""
    return list(_rows(page.blocks, picture))


def outline(page: Page) -> list[Section]:
    """Return the page's sections; a page with fewer than two needs no outline."""
    sections = [
        Section(plain(block.spans), block.anchor)
        for block in page.blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    return sections if len(sections) > 1 else []


def _rows(blocks: tuple[Block, ...], picture: Picture) -> Iterator[Row]:
    for position, block in enumerate(blocks):
        for row in _row(block, picture):
            yield row if position else _at_top(row)


def _at_top(row: Row) -> Row:
    return msgspec.structs.replace(row, gap=0) if row.gap else row


def _row(block: Block, picture: Picture) -> Iterator[Row]:  # noqa: PLR0912 (a branch a kind)
    match block:
        case Heading(level, spans, anchor):
            yield Row(
                kind="heading",
                gap=3 if level == 2 else 2,
                level=level,
                text=styled(spans),
                plain=plain(spans),
                anchor=anchor,
            )
        case Paragraph(spans):
            yield Row(kind="paragraph", text=styled(spans), plain=plain(spans))
        case List(items, start):
            yield from _list(items, start, 0, picture)
        case Steps(title, items):
            inner = [_item(item, str(n), picture) for n, item in enumerate(items, 1)]
            yield Row(kind="steps", title=title, inner=RowModel(inner))
        case Callout(tone, title, blocks):
            yield Row(kind="callout", tone=tone.value, title=title, inner=_model(blocks, picture))
        case Table():
            yield table_row(block)
        case Figure(source, alternative, caption, key):
            address, aspect = picture(source)
            entries = [
                Row(kind="key", marker=str(n), text=styled(spans), plain=plain(spans))
                for n, spans in enumerate(key, 1)
            ]
            yield Row(
                kind="figure",
                picture=address,
                aspect=aspect,
                plain=alternative,
                text=styled(caption),
                inner=RowModel(entries),
            )
        case Quotation(blocks):
            yield Row(kind="quotation", inner=_model(blocks, picture))
        case DefinitionList(entries):
            inner = [
                Row(
                    kind="definition",
                    title=styled(entry.terms[0]),
                    plain=plain(entry.terms[0]),
                    inner=_model(entry.blocks, picture),
                )
                for entry in entries
            ]
            yield Row(kind="definitions", inner=RowModel(inner))
        case Question(spans, anchor, blocks):
            yield Row(
                kind="question",
                gap=1,
                text=styled(spans),
                plain=plain(spans),
                anchor=anchor,
                inner=_model(blocks, picture),
            )
        case Evidence():
            yield _evidence(block)
        case People(title, groups, evidence):
            badge = RowModel([_evidence(evidence)]) if evidence else None
            inner = [
                Row(kind="group", count=g.count, text=styled(g.label), plain=plain(g.label))
                for g in groups
            ]
            yield Row(kind="people", title=title, inner=RowModel(inner), badge=badge)
        case Timeline(title, moments):
            inner = [
                Row(
                    kind="moment",
                    title=m.when,
                    text=styled(m.spans),
                    plain=plain(m.spans),
                    level=int(m.gate),
                )
                for m in moments
            ]
            yield Row(kind="timeline", title=title, inner=RowModel(inner))
        case Sources(entries):
            inner = [
                Row(kind="source", marker=str(s.number), text=styled(s.spans), plain=plain(s.spans))
                for s in entries
            ]
            yield Row(kind="sources", gap=3, anchor="sources", inner=RowModel(inner))
        case Rule():
            yield Row(kind="rule", gap=3)
        case _:
            assert_never(block)


def _model(blocks: tuple[Block, ...], picture: Picture) -> RowModel:
    return RowModel(list(_rows(blocks, picture)))


def _evidence(block: Evidence) -> Row:
    return Row(
        kind="evidence",
        gap=1,
        tone=block.level.value,
        text=styled(block.study),
        plain=plain(block.study),
    )


def _item(item: ListItem, marker: str, picture: Picture) -> Row:
    return Row(kind="step", marker=marker, inner=_model(item.blocks, picture))


def _list(
    items: tuple[ListItem, ...], start: int | None, depth: int, picture: Picture
) -> Iterator[Row]:
    for position, item in enumerate(items):
        marker = "" if start is None else f"{start + position}."
        gap = 2 if depth == 0 and position == 0 else 1
        for nested, block in enumerate(item.blocks):
            match block:
                case List(inner, first):
                    yield from _list(inner, first, depth + 1, picture)
                case Paragraph(spans):
                    yield Row(
                        kind="item",
                        gap=gap if nested == 0 else 1,
                        level=depth,
                        marker=marker if nested == 0 else " ",
                        text=styled(spans),
                        plain=plain(spans),
                    )
                case _:
                    yield from _row(block, picture)
