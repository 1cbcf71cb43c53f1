"""The rows of a page with doors: its opening, and each of its sections in two columns.

Owns what stands on a door and beside what a row stands where a screen has room for two columns.
Pure: how high a row is drawn nobody knows here, so columns are weighed by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

import msgspec

from kiosk.page import blocks
from kiosk.page.blocks import Page
from kiosk.page.phrases import Phrases, sentence
from kiosk.page.sections import Section, has_brief_doors, opening, sections, sources_in
from kiosk.page.terms import said
from kiosk.rows.build import Picture, block_rows, page_rows
from kiosk.rows.rich_text import copied, styled, unlinked
from kiosk.rows.row import Row

WIDE = frozenset({"table", "compare", "doors", "sources", "rule"})
"""Kinds that take both columns."""

DRAWN = frozenset({"figure", "people", "ladder", "schedule", "timeline"})
"""Kinds that words stand beside: pictures and charts, each with its own key."""

CHARTS = DRAWN - {"figure"}
"""Those that are as clear at half the width."""

PAIRED = frozenset({"callout", "figure", "chart"})
"""What is looked at together where two of it follow each other; a chart is a chart of any kind."""

SCREENFUL = 1400
"""Characters in two columns that fit one screen of 21.5 inches at 100 %, with their gaps."""

PICTURE, HIGHER = SCREENFUL * 3 // 5, SCREENFUL * 5 // 6
"""Characters in one column that are as high as a picture with its key, and half as high again."""

LINE = 60
"""Characters by which a row weighs more than its words: the gap above it, and its last line."""

SHORTEST = 5 * LINE
"""What weighs less stays one column: half of it would be a line or two."""


def opening_rows(page: Page, picture: Picture, say: Phrases) -> list[Row]:
    """Return what opens a page: what stands before its sections, and a door to each of them.

    Below an emergency box doors are brief, headings alone: its signs are on the first screen.
    """
    before = opening(page)
    rows = _beside(block_rows(before, picture, say))
    brief = has_brief_doors(page)
    doors = tuple(_door(each, picture, say, brief=brief) for each in sections(page))
    rows.append(Row(kind="doors", gap=2 if rows else 0, level=int(brief), inner=doors, said=()))
    return rows + _sources(sources_in(page, before), picture, say)


def section_rows(page: Page, section: Section, picture: Picture, say: Phrases) -> list[Row]:
    """Return the rows of one section of a page, its heading first and its sources last."""
    heading = blocks.Heading(2, section.heading, section.anchor)
    inside = heading, *section.blocks
    head, *below = block_rows(inside, picture, say)
    return [head, *_columns(below), *_sources(sources_in(page, inside), picture, say)]


def question_rows(page: Page, picture: Picture, say: Phrases) -> list[Row]:
    """Return the rows of a page of questions: those below one heading stand in two columns.

    They are rows that say what belongs together by themselves, so less of a gap parts the groups:
    the more of them are seen at once.
    """
    placed: list[Row] = []
    for asked, group in groupby(page_rows(page, picture, say), lambda row: row.kind == "question"):
        rows = list(group)
        left = (len(rows) + 1) // 2
        if asked:
            placed += [_on(row, 1 + (at >= left)) for at, row in enumerate(rows)]
        else:
            placed += [
                msgspec.structs.replace(row, gap=min(row.gap, 2)) if row.kind == "heading" else row
                for row in rows
            ]
    return placed


def _door(section: Section, picture: Picture, say: Phrases, *, brief: bool) -> Row:
    answer = "" if brief else section.answer
    words = sentence(said(section.heading, say), answer)
    sign = None if brief else section.sign
    evidence = sign if isinstance(sign, blocks.Evidence) else None
    address, aspect = picture(sign.source) if isinstance(sign, blocks.Figure) else ("", 0.0)
    word = say.evidence(evidence.level) if evidence else ""
    return Row(
        kind="door",
        anchor=section.anchor,
        text=unlinked(styled(section.heading, say.number)),
        plain=words,
        title=copied(answer),
        tone=evidence.level.value if evidence else "",
        word=word,
        picture=address,
        aspect=aspect,
        said=(words, word) if word else None,
    )


def _sources(entries: Sequence[blocks.Source], picture: Picture, say: Phrases) -> list[Row]:
    """Return the row of sources, as far below what it ends as any block."""
    made = block_rows((blocks.Sources(tuple(entries)),), picture, say) if entries else []
    return [msgspec.structs.replace(row, gap=2) for row in made]


def _beside(rows: list[Row]) -> list[Row]:
    """Put boxes that follow each other side by side, two by two, pictures and charts likewise."""
    placed: list[Row] = []
    for kind, group in groupby(rows, lambda row: "chart" if row.kind in CHARTS else row.kind):
        run = list(group)
        pairs = len(run) - len(run) % 2 if kind in PAIRED else 0
        placed += [_on(row, 1 + at % 2) for at, row in enumerate(run[:pairs])]
        placed += run[pairs:]
    return placed


def _columns(rows: list[Row]) -> list[Row]:
    """Give each row its side: words beside pictures, boxes and short passages beside each other."""
    placed: list[Row] = []
    waiting: list[Row] = []
    for passage in _passages(rows):
        if any(row.kind in WIDE | DRAWN for row in passage) or _weight(passage) > SCREENFUL // 2:
            placed += [*_alone(waiting), *_mixed(passage)]
            waiting = []
        elif waiting:
            placed += [_on(row, 1) for row in waiting] + [_on(row, 2) for row in passage]
            waiting = []
        else:
            waiting = passage
    return [*placed, *_alone(waiting)]


def _passages(rows: list[Row]) -> Iterator[list[Row]]:
    """Cut a section at its subheadings."""
    passage: list[Row] = []
    for row in rows:
        if row.kind == "heading" and passage:
            yield passage
            passage = []
        passage.append(row)
    if passage:
        yield passage


def _mixed(passage: list[Row]) -> Iterator[Row]:
    """Place words beside the picture that comes next to them, and what is wide across both.

    Words stand beside the picture after them, with those behind it below them as far as it is
    high, or else beside the one before; two pictures or charts that follow each other stand side by
    side, with the words before them above both.
    """
    words: list[Row] = []
    drawn: Row | None = None
    room = 0
    for row in [*_beside(passage), None]:
        if row is not None and row.kind not in WIDE | DRAWN and not row.side:
            words.append(row)
            continue
        picture = row is not None and row.kind in DRAWN and not row.side
        if picture:
            room = 0  # what leads to the next picture stands beside that one
        some = _that_fit(words, PICTURE if drawn else room)
        if drawn is not None:
            yield _on(drawn, 1) if some else drawn
        yield from (_on(each, 2 if drawn else 3) for each in some)
        words, drawn, room = words[len(some) :], None, 0
        if row and picture and words and _weight(words) <= HIGHER:
            yield from (_on(each, 1) for each in words)
            yield _on(row, 2)
            room = PICTURE - _weight(words)
        else:
            yield from _alone(words)
            if picture:
                drawn = row
            elif row is not None:
                yield row
        words = []


def _that_fit(words: list[Row], room: int) -> list[Row]:
    """Return the first of these rows for which there is room; the last leads on to none."""
    count, weight = 0, 0
    for at, row in enumerate(words, 1):
        weight += _weight([row])
        if weight > room:
            break
        count = count if _leads(row) else at
    return words[:count]


def _alone(rows: list[Row]) -> Iterator[Row]:
    """Place words that nothing stands beside: in two columns, a screenful after the other."""
    part: list[Row] = []
    weight = 0
    for row in rows:
        more = _weight([row])
        # Many lines that lead on, one after the other, are not kept together for ever.
        if part and weight + more > SCREENFUL * (2 if _leads(part[-1]) else 1):
            yield from _halved(part)
            part, weight = [], 0
        part.append(row)
        weight += more
    yield from _halved(part)


def in_halves(rows: list[Row]) -> list[Row]:
    """Return rows in two columns, cut above a heading unless there is none below the first row."""
    headings = [at for at, row in enumerate(rows) if at and row.kind == "heading"]
    return list(_halved(rows, [at for at in headings if rows[at - 1].kind != "heading"]))


def _halved(rows: list[Row], among: Sequence[int] = ()) -> Iterator[Row]:
    """Cut rows where both halves weigh most alike; a heading or a line with a colon leads on.

    How sure something is stays below it. They are cut `among` these places if there are any.
    """
    upto = list(accumulate((_weight([row]) for row in rows), initial=0))
    cuts = among or [
        at for at in range(1, len(rows)) if not _leads(rows[at - 1]) and rows[at].kind != "evidence"
    ]
    if upto[-1] < SHORTEST or not cuts:
        yield from rows
        return
    # Of two that are as good, the longer half comes first.
    at = min(reversed(cuts), key=lambda cut: abs(2 * upto[cut] - upto[-1]))
    yield from (_on(row, 1) for row in rows[:at])
    yield from (_on(row, 2) for row in rows[at:])


def _leads(row: Row) -> bool:
    return row.kind == "heading" or row.plain.rstrip().endswith(":")


def _on(row: Row, side: int) -> Row:
    return msgspec.structs.replace(row, side=side)


def _weight(rows: Sequence[Row]) -> int:
    return sum(
        LINE * bool(words := row.plain + row.title) + len(words) + _weight(row.inner or ())
        for row in rows
    )
