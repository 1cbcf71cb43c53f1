"""What a page says aloud: its blocks as sentences, in the order of the screen.

Owns that nothing that is shown goes unsaid (Section 508, 402.2.1), and which row of the screen says
it. Two things are left out on purpose: the marks that lead to a source, and a source's numbers in
catalogues, which nobody can follow by ear (docs/decisions/0008). Knows neither Qt nor the engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias, assert_never

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
    Steps,
    Table,
    Timeline,
)
from kiosk.page.phrases import Phrases, filled
from kiosk.page.review import Review, Status, overdue
from kiosk.page.sentences import sayable, sentences, without_numbers
from kiosk.page.terms import plain

HEAD = -1
"""The row of what stands above a page's rows: its title and what must be known before reading."""


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence or so, and where it stands.

    `row` counts the page's rows as `kiosk.rows.build` makes them, `inner` those inside that row, -1
    for the row itself. The page's head is row -1, its foot the row after the last. `section` is
    the anchor of the heading or question above.
    """

    row: int
    inner: int
    text: str
    language: str
    section: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """What is marked while it is said, and what a step back or forward leads to."""
        return self.row, self.inner


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """Who listens: their language, the kiosk's words in it, how it writes a day, what day it is.

    Without a day no page is overdue.
    """

    language: str
    say: Phrases
    day: Callable[[date], str] = date.isoformat
    today: date | None = None


Said: TypeAlias = tuple[int, str]
"""The index of a row inside a row, or -1, and what it says."""


def spoken(
    page: Page,
    reader: Reader,
    own: Reader,
    opened: str = "",
    ticked: frozenset[int] = frozenset(),
) -> tuple[Utterance, ...]:
    """Return all that a page says to `reader`; `own` is the same in the page's own language.

    They differ on a page that stands in for a missing translation. `opened` is the anchor of the
    question that is open: the others say no answer. `ticked` are the indexes of what somebody has
    ticked on the page.
    """
    made = []
    language, section, row = page.language, "", HEAD

    def add(said: Iterable[Said], language: str = language) -> None:
        for inner, text in said:
            for sentence in sentences(text):
                made.append(
                    Utterance(
                        row=row, inner=inner, text=sentence, language=language, section=section
                    )
                )

    add([(-1, page.title)])
    if page.review.status is Status.DRAFT:
        add([(-1, own.say.translate("PageHead", "Draft, not yet clinically reviewed"))])
    late = own.today is not None and overdue(page.review, own.today)
    if late and page.review.next_review:
        words = own.say.translate(
            "PageHead", "This page should have been reviewed again by %1. Ask the staff."
        )
        add([(-1, filled(words, own.day(page.review.next_review)))])
    if page.language != reader.language:
        notice = reader.say.translate("PageHead", "This page is not yet in your language")
        add([(-1, notice)], reader.language)
    add([(-1, plain(page.lead))])
    for row, (block, said) in enumerate(_rows(page.blocks, own.say, opened)):  # noqa: B007
        match block:
            case Heading(anchor=anchor) | Question(anchor=anchor):
                section = anchor
            case Sources():
                section = "sources"  # as kiosk.rows.build calls it
            case Checklist():
                said = list(_checklist(block, own.say, ticked))  # noqa: PLW2901
        add(said)
    row += 1
    add((-1, text) for text in _foot(page.review, own, late=late))
    return tuple(made)


def _foot(review: Review, own: Reader, *, late: bool) -> Iterator[str]:
    say = own.say
    yield filled(say.translate("PageFoot", "Written by %1"), review.author)
    if review.status is Status.DRAFT:
        yield say.translate(
            "PageFoot",
            "Draft, not yet clinically reviewed. Ask your doctor before you act on it.",
        )
        return
    days = [own.day(day) if day else "" for day in (review.reviewed, review.next_review)]
    line = say.translate("PageFoot", "Reviewed by %1 on %2. Next review due on %3.")
    if late:
        line = say.translate("PageFoot", "Reviewed by %1 on %2. The next review was due on %3.")
    yield filled(line, review.reviewer, *days)


def _rows(
    blocks: Iterable[Block], say: Phrases, opened: str = ""
) -> Iterator[tuple[Block, list[Said]]]:
    """Give each row of the screen with what it says, in order."""
    for block in blocks:
        if isinstance(block, List):
            yield from _list(block, say, opened)
        else:
            yield block, list(_said(block, say, opened))


def _list(block: List, say: Phrases, opened: str) -> Iterator[tuple[Block, list[Said]]]:
    for position, item in enumerate(block.items):
        marker = "" if block.start is None else f"{say.number(block.start + position)}. "
        for nested, part in enumerate(item.blocks):
            if isinstance(part, Paragraph):
                yield part, [(-1, ("" if nested else marker) + plain(part.spans))]
            else:
                yield from _rows((part,), say, opened)


def _said(block: Block, say: Phrases, opened: str) -> Iterator[Said]:  # noqa: PLR0912, PLR0915
    match block:
        case Heading(_, spans) | Paragraph(spans):
            yield -1, plain(spans)
        case Steps(title, items):
            yield -1, title
            for at, item in enumerate(items):
                yield from _led(at, f"{say.step(at + 1)}. ", _item(item, say))
        case Callout(tone, title, blocks):
            yield -1, f"{say.callout(tone)}: {title}" if title else say.callout(tone)
            yield from _inside(blocks, say)
        case Table():
            yield from _table(block, say)
        case Figure(_, alternative, caption, key):
            yield -1, filled(say.translate("Spoken", "Picture: %1"), alternative)
            yield -1, plain(caption)
            for at, spans in enumerate(key):
                yield at, f"{say.number(at + 1)}. {plain(spans)}"
        case Quotation(blocks):
            yield -1, say.quotation()
            yield from _inside(blocks, say)
        case DefinitionList(entries):
            for at, entry in enumerate(entries):
                yield at, plain(entry.terms[0]) if entry.terms else ""
                yield from ((at, text) for text in _texts(entry.blocks, say))
        case Question(spans, anchor, blocks):
            yield -1, plain(spans)
            if opened and anchor == opened:
                yield from _inside(blocks, say)
        case Evidence():
            yield -1, _evidence(block, say)
        case People(title, groups, evidence):
            if evidence:
                yield -1, _evidence(evidence, say)
            yield -1, title
            for at, group in enumerate(groups):
                yield at, f"{say.people(group.count)}: {plain(group.label)}"
        case Timeline(title, moments):
            yield -1, title
            for at, moment in enumerate(moments):
                yield at, _sentence(moment.when, plain(moment.spans))
        case Schedule(title, plans, gates):
            yield -1, title
            for at, plan in enumerate(plans):
                yield at, _sentence(plain(plan.label), say.visits(plan.weeks))
            for at, gate in enumerate(gates, len(plans)):
                yield at, _sentence(say.gate(gate.week), plain(gate.label))
        case Ladder(title, rungs):
            yield -1, title
            for at, rung in enumerate(rungs):
                yield at, say.evidence(rung.level)
                named = [plain(entry) for entry in rung.entries] or [say.empty_rung()]
                yield from ((at, words) for words in named)
        case Sources(entries):
            yield -1, say.sources()
            for at, source in enumerate(entries):
                yield at, f"{say.source(source.number)}: {without_numbers(plain(source.spans))}"
        case Checklist():
            yield from _checklist(block, say, frozenset())
        case Rule() | List():
            return
        case _:
            assert_never(block)


def _checklist(block: Checklist, say: Phrases, ticked: frozenset[int]) -> Iterator[Said]:
    """Say how many are ticked, then each item, and of those that are ticked that they are."""
    done = [block.start + at in ticked for at in range(len(block.items))]
    yield -1, say.ticked(sum(done), len(done))
    for at, (spans, is_ticked) in enumerate(zip(block.items, done, strict=True)):
        words = plain(spans)
        yield at, filled(say.translate("Spoken", "Ticked: %1"), words) if is_ticked else words


def _table(table: Table, say: Phrases) -> Iterator[Said]:
    """Say a table as sentences: the first cell, then each column's name with its cell."""
    names = [plain(cell.spans) for cell in table.header]
    yield -1, _sentence(say.table(len(table.rows), len(names)), "; ".join(filter(None, names)))
    for at, row in enumerate(table.rows):
        first, *others = [plain(cell.spans) for cell in row] or [""]
        yield at, first
        for name, cell in zip(names[1:], others, strict=False):
            yield at, f"{name}: {cell}" if name and cell else cell


def _evidence(block: Evidence, say: Phrases) -> str:
    return _sentence(say.evidence(block.level), plain(block.study))


def _inside(blocks: Iterable[Block], say: Phrases) -> Iterator[Said]:
    for at, (_, said) in enumerate(_rows(blocks, say)):
        yield from ((at, text) for _, text in said)


def _texts(blocks: Iterable[Block], say: Phrases) -> Iterator[str]:
    return (text for _, text in _inside(blocks, say))


def _item(item: ListItem, say: Phrases) -> Iterator[str]:
    return _texts(item.blocks, say)


def _led(at: int, words: str, texts: Iterator[str]) -> Iterator[Said]:
    """Put words before the first of some texts, and say them without any."""
    yield at, words + next(texts, "")
    yield from ((at, text) for text in texts)


def _sentence(first: str, second: str) -> str:
    """Join two parts with a stop between them, unless the first ends with one."""
    first, second = sayable(first), sayable(second)
    stop = "" if not first or not second or first[-1] in ".!?।:" else "."
    return f"{first}{stop} {second}".strip()
