"""Tables, and the box `compare` whose table holds options against the same questions.

Owns what such a box demands of its table, and which of a cell's words are people in 100. Knows
nothing of which options anybody looks at.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kiosk.markdown import chart_boxes
from kiosk.markdown.inline import InlineParser, tidy
from kiosk.markdown.tree import Node
from kiosk.page import blocks
from kiosk.page.blocks import Answer, Aspect, Compare, Count, Spans
from kiosk.page.error import ContentError
from kiosk.page.terms import plain

FEWEST, MOST = 2, 8
"""Options of a comparison: one is held against nothing, and nobody finds one among many."""

_SHAPE = "Write into it, or directly below it, one table with a column for each option"


def table(node: Node, inline: InlineParser) -> Iterator[blocks.Table]:
    """Give the table of a node; none where it has no columns. Raises ContentError."""
    rows = _rows(node)
    header = tuple(blocks.Cell(inline.spans(cell.children)) for cell in _cells(rows[:1]))
    body = []
    for row in map(inline.begin, rows[1:]):
        cells = [blocks.Cell(inline.running(cell.children)) for cell in row.elements()]
        missing = len(header) - len(cells)
        body.append(tuple(cells[: len(header)]) + (blocks.Cell(()),) * missing)
    if header:
        yield blocks.Table(header, tuple(body))


def comparison(
    title: str, inside: Sequence[Node | str], inline: InlineParser, at: int
) -> blocks.Compare:
    """Give the comparison of a box that begins at line `at` and holds this. Raises ContentError."""
    match inside:
        case [Node(tag="table") as node]:
            return _Comparison(node, inline).block(title)
        case _:
            raise inline.source.error(
                "the box 'compare' needs one table and nothing else", _SHAPE, line=at
            )


class _Comparison:
    """The table of one comparison."""

    def __init__(self, node: Node, inline: InlineParser) -> None:
        self._head, *self._below = _rows(node)
        self._inline = inline

    def block(self, title: str) -> Compare:
        # In the head of an ordinary table nothing can be explained; an option's name stands alone.
        asking, *options = [self._inline.running(cell.children) for cell in self._head.elements()]
        self._check(asking, options)
        aspects = tuple(self._aspect(row, len(options)) for row in self._below)
        if not aspects:
            raise self._error(
                "the comparison has no line for a question",
                "Write a line for each question below the line of dashes",
            )
        return Compare(title, asking, tuple(options), aspects)

    def _check(self, asking: Spans, options: list[Spans]) -> None:
        """Raise ContentError where the first line names no options that can be told apart."""
        names = [" ".join(plain(option).split()) for option in options]
        if not FEWEST <= len(names) <= MOST:
            counted = "1 option" if len(names) == 1 else f"{len(names) or 'no'} options"
            raise self._error(
                f"the comparison has {counted}",
                f"Give its first line one heading for the questions and {FEWEST} to {MOST} "
                "for options",
            )
        if not plain(asking).strip():
            raise self._error(
                "the first column of the comparison has no heading",
                "Write there what its questions are called, such as 'You ask'",
            )
        for number, name in enumerate(names, 1):
            if not name:
                raise self._error(
                    f"option {number} of the comparison has no name",
                    "Write its name into the table's first line",
                )
            if name.casefold() in [each.casefold() for each in names[: number - 1]]:
                raise self._error(
                    f"two options of the comparison are called '{name[:40]}'",
                    "Give each its own name, or make one column of the two",
                )

    def _aspect(self, row: Node, count: int) -> Aspect:
        question, *answers = [
            self._inline.running(cell.children) for cell in self._inline.begin(row).elements()
        ]
        if not plain(question).strip():
            raise self._error(
                "a line of the comparison has no question",
                "Write into its first cell what is asked, or take the line out",
                row,
            )
        made = [_answer(spans) for spans in answers[:count]]
        for group in (group for answer in made for group in answer.groups):
            if not plain(group.label).strip():
                raise self._error(
                    f"'{group.count}:' is drawn as {group.count} people in 100, but no words say "
                    "who they are",
                    "Write them behind the colon, or the number without a colon if it is none of "
                    "people",
                    row,
                )
        return Aspect(question, tuple(made) + (Answer(()),) * (count - len(made)))

    def _error(self, problem: str, remedy: str, row: Node | None = None) -> ContentError:
        return self._inline.source.error(problem, remedy, line=(row or self._head).at)


def _rows(node: Node) -> list[Node]:
    return [row for row in node.walk() if row.tag == "tr"]


def _cells(rows: list[Node]) -> list[Node]:
    return [cell for row in rows for cell in row.elements()]


def _answer(spans: Spans) -> Answer:
    """Cut a cell at its line breaks; what stands below people in 100 tells more of them."""
    words: list[Spans] = []
    groups: list[tuple[int, list[Spans]]] = []
    for is_break, group in itertools.groupby(spans, lambda s: isinstance(s, blocks.LineBreak)):
        line = tuple(group)
        if is_break:
            continue
        before, rest = chart_boxes.halves(line)
        count = chart_boxes.people(before)
        if count is not None and plain(line).strip() != before.strip():
            groups.append((count, [rest]))
        else:
            (groups[-1][1] if groups else words).append(line)
    return Answer(_joined(words), tuple(Count(count, _joined(said)) for count, said in groups))


def _joined(lines: list[Spans]) -> Spans:
    with_breaks = [span for line in lines for span in (blocks.LineBreak(), *line)]
    return tidy(with_breaks[1:])
