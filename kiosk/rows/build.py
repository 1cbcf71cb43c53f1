"""From typed blocks to the rows that QML draws: pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

import msgspec

from kiosk.page import blocks
from kiosk.page.blocks import Block, Page, Spans
from kiosk.page.phrases import Phrases, filled, sentence
from kiosk.page.terms import said
from kiosk.rows.chart_rows import ladder_row, schedule_row
from kiosk.rows.compare_rows import compare_row
from kiosk.rows.rich_text import counted, evidence_link, styled, to_dial, unlinked
from kiosk.rows.row import Row
from kiosk.rows.table_rows import table_row

Picture = Callable[[str], tuple[str, float]]
"""From the name an author wrote to the picture's address and its height by its width.

The address of a picture that can't be shown is empty.
"""


class _Hand(msgspec.Struct, frozen=True):
    """How a page is written out: where its pictures are, and what the kiosk says in it."""

    picture: Picture
    say: Phrases

    def styled(self, spans: Spans) -> str:
        """Return the spans as rich text, with the language's digits."""
        return styled(spans, self.say.number)

    def said(self, spans: Spans) -> str:
        """Return the words alone, as they are said."""
        return said(spans, self.say)


def page_rows(page: Page, picture: Picture, say: Phrases = Phrases()) -> list[Row]:  # noqa: B008
    """Return all rows of a page; `say` speaks the page's language, English if it isn't told."""
    return list(_rows(page.blocks, _Hand(picture, say)))


def block_rows(
    inside: tuple[Block, ...],
    picture: Picture,
    say: Phrases = Phrases(),  # noqa: B008
) -> list[Row]:
    """Return the rows of some blocks of a page."""
    return list(_rows(inside, _Hand(picture, say)))


def _rows(inside: tuple[Block, ...], hand: _Hand) -> Iterator[Row]:
    for position, block in enumerate(inside):
        for number, row in enumerate(_row(block, hand)):
            yield row if position or number else _at_top(row)


def _at_top(row: Row) -> Row:
    return msgspec.structs.replace(row, gap=0) if row.gap else row


def _close(row: Row, tone: blocks.Tone) -> Row:
    """Let a box's items stand close, and where they are signs all its words: seen at one look."""
    if tone in (blocks.Tone.EMERGENCY, blocks.Tone.CAUTION) and row.kind in ("item", "paragraph"):
        closer = {1: 4, 2: 1}.get(row.gap, row.gap)
        return msgspec.structs.replace(row, gap=closer, tone=tone.value)
    return msgspec.structs.replace(row, gap=4) if (row.kind, row.gap) == ("item", 1) else row


def _row(block: Block, hand: _Hand) -> Iterator[Row]:  # noqa: PLR0912 (a branch a kind)
    match block:
        case blocks.Heading(level, spans, anchor):
            yield Row(
                kind="heading",
                gap=3 if level == 2 else 2,
                level=level,
                word=hand.say.subheading() if level > 2 else "",
                text=hand.styled(spans),
                plain=hand.said(spans),
                anchor=anchor,
            )
        case blocks.Paragraph(spans):
            yield Row(kind="paragraph", text=hand.styled(spans), plain=hand.said(spans))
        case blocks.Short(spans):
            yield Row(kind="paragraph", text=f"<b>{hand.styled(spans)}</b>", plain=hand.said(spans))
        case blocks.List(items, start):
            yield from _list(items, start, 0, hand)
        case blocks.Steps(title, items):
            inner = [_item(item, n, hand) for n, item in enumerate(items, 1)]
            yield Row(kind="steps", title=title, inner=tuple(inner), said=(title,))
        case blocks.Callout(tone, title, inside):
            word = hand.say.callout(tone)
            yield Row(
                kind="callout",
                tone=tone.value,
                word=word,
                title=title,
                text=to_dial(title or word),
                inner=tuple(_close(row, tone) for row in _inside(inside, hand)),
                said=(f"{word}: {title}" if title else word,),
            )
        case blocks.Table():
            yield table_row(block, hand.say)
        case blocks.Figure():
            yield _figure(block, hand)
        case blocks.Quotation(inside):
            word = hand.say.quotation()
            yield Row(kind="quotation", word=word, inner=_inside(inside, hand), said=(word,))
        case blocks.DefinitionList(entries):
            inner = [
                Row(
                    kind="definition",
                    title=unlinked(hand.styled(entry.terms[0])),
                    plain=hand.said(entry.terms[0]),
                    inner=_inside(entry.blocks, hand),
                )
                for entry in entries
            ]
            word = hand.say.explanations()
            yield Row(kind="definitions", word=word, inner=tuple(inner), said=())
        case blocks.Question(spans, anchor, inside):
            yield Row(
                kind="question",
                gap=1,
                text=unlinked(hand.styled(spans)),
                plain=hand.said(spans),
                anchor=anchor,
                inner=_inside(inside, hand),
            )
        case blocks.Evidence():
            yield _evidence(block, hand)
        case blocks.People():
            yield _people(block, hand)
        case blocks.Timeline(title, moments):
            inner = [
                Row(
                    kind="moment",
                    title=m.when,
                    text=hand.styled(m.spans),
                    plain=(words := hand.said(m.spans)),
                    level=int(m.gate),
                    said=(sentence(m.when, words),),
                )
                for m in moments
            ]
            yield Row(kind="timeline", title=title, inner=tuple(inner), said=(title,))
        case blocks.Schedule():
            yield schedule_row(block, hand.say)
        case blocks.Ladder():
            yield ladder_row(block, hand.say)
        case blocks.Compare():
            yield compare_row(block, hand.say)
        case blocks.Sources():
            yield _sources(block, hand)
        case blocks.Checklist():
            yield from _lines(block, hand) if block.apart else (_checklist(block, hand),)
        case blocks.Rule():
            yield Row(kind="rule", gap=3, said=())
        case _:
            assert_never(block)


def _inside(inside: tuple[Block, ...], hand: _Hand) -> tuple[Row, ...]:
    return tuple(_rows(inside, hand))


def _figure(block: blocks.Figure, hand: _Hand) -> Row:
    address, aspect = hand.picture(block.source)
    entries = [
        Row(
            kind="key",
            marker=(marker := hand.say.number(n)),
            text=hand.styled(spans),
            plain=(words := hand.said(spans)),
            said=(f"{marker}. {words}",),
        )
        for n, spans in enumerate(block.key, 1)
    ]
    caption = hand.said(block.caption)
    lost = "" if address else hand.say.lost_picture()
    picture = filled(hand.say.translate("Spoken", "Picture: %1"), block.alternative)
    return Row(
        kind="figure",
        title=lost,
        picture=address,
        aspect=aspect,
        plain=block.alternative,
        text=hand.styled(block.caption),
        label=caption,
        word=hand.say.key(),
        inner=tuple(entries),
        said=(lost, block.alternative, caption) if lost else (picture, caption),
    )


def _people(block: blocks.People, hand: _Hand) -> Row:
    evidence = _at_top(_evidence(block.evidence, hand)) if block.evidence else None
    sure = (evidence.said or ()) if evidence else ()
    groups = [
        Row(
            kind="group",
            count=group.count,
            word=(word := hand.say.people(group.count)),
            text=counted(hand.styled(group.label)),
            plain=(label := hand.said(group.label)),
            said=(f"{word}: {label}",),
        )
        for group in block.groups
    ]
    return Row(
        kind="people",
        title=block.title,
        inner=tuple(groups),
        badge=(evidence,) if evidence else None,
        said=(*sure, block.title),
    )


def _sources(block: blocks.Sources, hand: _Hand) -> Row:
    entries = [
        Row(
            kind="source",
            count=source.number,
            marker=hand.say.number(source.number),
            word=(name := hand.say.source(source.number)),
            text=hand.styled(source.spans),
            plain=(words := hand.said(source.spans)),
            said=(f"{name}: {words}",),
        )
        for source in block.entries
    ]
    return Row(
        kind="sources",
        gap=3,
        plain=f"{hand.say.sources()} ({hand.say.number(len(entries))})",
        anchor="sources",
        inner=tuple(entries),
    )


def _checklist(block: blocks.Checklist, hand: _Hand) -> Row:
    """Return the row of a list to tick; `word` is a line for each number that can be ticked."""
    count = len(block.items)
    tallies = [hand.say.ticked(done, count) for done in range(count + 1)]
    return Row(
        kind="checklist",
        count=block.start,
        word="\n".join(tallies),
        inner=tuple(_ticks(block, hand)),
        said=(tallies[0],),
    )


def _lines(block: blocks.Checklist, hand: _Hand) -> Iterator[Row]:
    """Return a row for each item: a screen that is full ends between two of them."""
    for at, item in enumerate(_ticks(block, hand)):
        gap = 1 if at else 2
        yield Row(kind="checklist", gap=gap, level=1, count=item.count, inner=(item,), said=())


def _ticks(block: blocks.Checklist, hand: _Hand) -> Iterator[Row]:
    for n, spans in enumerate(block.items, block.start):
        yield Row(kind="tick", count=n, text=hand.styled(spans), plain=hand.said(spans))


def _evidence(block: blocks.Evidence, hand: _Hand) -> Row:
    return Row(
        kind="evidence",
        gap=1,
        tone=block.level.value,
        word=(word := hand.say.evidence(block.level)),
        text=hand.styled(block.study),
        plain=(study := hand.said(block.study)),
        link=evidence_link(block.level, block.study),
        said=(sentence(word, study),),
    )


def _item(item: blocks.ListItem, number: int, hand: _Hand) -> Row:
    word = hand.say.step(number)
    lead = f"{word}."
    row = Row(
        kind="step",
        marker=hand.say.number(number),
        word=word,
        inner=_inside(item.blocks, hand),
        said=(),
    )
    return _led(row, lead) or msgspec.structs.replace(row, said=(lead,))


def _led(row: Row, lead: str) -> Row | None:
    """Put words before the first that the row or those inside it say; None if they say nothing."""
    if row.aloud:
        first, *others = row.aloud
        return msgspec.structs.replace(row, said=(f"{lead} {first}", *others))
    inner = row.inner or ()
    for at, each in enumerate(inner):
        if led := _led(each, lead):
            return msgspec.structs.replace(row, inner=(*inner[:at], led, *inner[at + 1 :]))
    return None


def _list(
    items: tuple[blocks.ListItem, ...], start: int | None, depth: int, hand: _Hand
) -> Iterator[Row]:
    markers = ["" if start is None else f"{hand.say.number(start + n)}." for n in range(len(items))]
    longest = max(markers, key=len, default="")
    for position, (item, marker) in enumerate(zip(items, markers, strict=True)):
        gap = 2 if depth == 0 and position == 0 else 1
        for nested, block in enumerate(item.blocks):
            match block:
                case blocks.List(inner, first):
                    yield from _list(inner, first, depth + 1, hand)
                case blocks.Paragraph(spans):
                    yield Row(
                        kind="item",
                        gap=gap if nested == 0 else 1,
                        level=depth,
                        marker=marker if nested == 0 else " ",
                        label=longest,
                        word=hand.say.place(position + 1, len(items)) if nested == 0 else "",
                        text=hand.styled(spans),
                        plain=(words := hand.said(spans)),
                        said=(f"{marker} {words}",) if marker and nested == 0 else None,
                    )
                case _:
                    yield from _row(block, hand)
