"""Which Markdown is read: CommonMark with GitHub's tables, and the few forms that are our own.

Owns the rules for boxes, definitions and abbreviations, which markdown-it asks line by line. What
they find out beside their tokens stands in the environment of one reading, `Noted`. Knows neither
nodes nor blocks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

MOST_DEEP = 60
"""Levels of tokens; markdown-it leaves out what is deeper, so the tree refuses it before."""

INDENT = 4
"""Columns by which the text of a box stands further right than its `!!!`."""

_BOX = re.compile(r'!!! ?([\w-]+(?: +[\w-]+)*)(?: +"(.*?)")? *')
_ABBREVIATION = re.compile(r"\*\[([^\]\\]+)\] ?: *(.+)")
_APART = re.compile(r"#{1,6}(?:\s|$)|!!!|\[\^[^\]]+\]:|\*\[|<!--")
"""What can't have been meant to stand in the box above it."""

_COLON = re.compile(r"^[ \t>*+-]*:[ \t]", re.MULTILINE)
_MEANING = re.compile(r":[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")


@dataclass
class Noted:
    """What a text holds that is in no token; lines are counted from 0.

    `slipped`: lines that go on directly below a box without being indented. `over`: what stands
    in a table beyond its last column. `defining`: how many definitions stand around what is read.
    `defines`: some line begins with a colon; without one no words are looked at as if they were
    explained.
    """

    defines: bool
    abbreviations: dict[str, str] = field(default_factory=dict)
    slipped: list[int] = field(default_factory=list)
    over: list[tuple[int, str]] = field(default_factory=list)
    defining: int = 0

    @classmethod
    def of(cls, text: str) -> Noted:
        """Begin to read a text."""
        return cls(defines=_COLON.search(text) is not None)


def dialect() -> MarkdownIt:
    """Make what reads Markdown; it keeps nothing of any text."""
    made = MarkdownIt("commonmark", {"maxNesting": MOST_DEEP + 20})
    made.enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False, move_to_end=False)
    made.use(superscript_plugin).use(sub_plugin)
    # Where a link leads is decided where spans are made; there an address is as it was written.
    made.validateLink = lambda url: True  # type: ignore[method-assign]
    made.normalizeLink = lambda url: url  # type: ignore[method-assign]
    block = made.block.ruler
    block.before("fence", "box", _box, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    block.before("list", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference"]})
    block.before("lheading", "definitions", _definitions, {"alt": ["paragraph"]})
    block.at("table", _table, {"alt": ["paragraph", "reference"]})
    return made


def noted(state: StateBlock) -> Noted:
    """Give what is noted in this reading."""
    found = state.env["noted"]
    assert isinstance(found, Noted)
    return found


def _text(state: StateBlock, line: int) -> str:
    """Give a line without what stands before it in the lists and quotations around it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `!!! kind "title"` and the indented lines below it."""
    if state.is_code_block(start):
        return False
    found = _BOX.fullmatch(_text(state, start))
    if not found or silent:
        return bool(found)
    last = _end_of_box(state, start, end)
    box = state.push("box_open", "div", 1)
    box.meta, box.map = {"words": found[1].lower().split()}, [start, last]
    if found[2]:
        state.push("box_title_open", "p", 1)
        title = state.push("inline", "", 0)
        title.content, title.map, title.children = found[2], [start, start + 1], []
        state.push("box_title_close", "p", -1)
    around = state.lineMax, state.blkIndent
    state.lineMax, state.blkIndent = last, state.blkIndent + INDENT
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax, state.blkIndent = around
    below = _first_words(state, last, end)
    if box.meta["words"] == ["compare"] and last == start + 1 and below < end:
        # The table that is compared may stand below its box, as a preview elsewhere shows it.
        last = state.line if _table(state, below, end, False) else last
    state.push("box_close", "div", -1)
    state.line = last
    if last < end and not state.isEmpty(last) and not _APART.match(_text(state, last)):
        noted(state).slipped.append(last)
    return True


def _first_words(state: StateBlock, line: int, end: int) -> int:
    """Give the first line from there on that is not empty."""
    while line < end and state.isEmpty(line):
        line += 1
    return line


def _end_of_box(state: StateBlock, start: int, end: int) -> int:
    """Give the first line that is no longer in the box; empty lines at its end are not."""
    last = line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + INDENT):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    return last


def _abbreviation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `*[word]: meaning`, which explains the word wherever it stands in the text."""
    if state.is_code_block(start):
        return False
    found = _ABBREVIATION.fullmatch(_text(state, start))
    if found and not silent:
        noted(state).abbreviations[found[1]] = found[2]
        state.line = start + 1
    return bool(found)


def _definitions(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read words, each on a line of its own, and below them `: meaning`."""
    if silent:
        # Within a meaning, a line further left that is one or stands above one ends it.
        left = noted(state).defining and state.sCount[start] < state.blkIndent
        return bool(left) and any(
            _MEANING.match(_text(state, line)) for line in range(start, min(start + 2, end))
        )
    line = _meaning_below(state, start, end) if noted(state).defines else 0
    if not line:
        return False
    state.push("dl_open", "dl", 1)
    while line:
        for term in range(start, line):
            if not state.isEmpty(term):
                opens, words = state.push("dt_open", "dt", 1), state.push("inline", "", 0)
                opens.map = words.map = [term, term + 1]
                words.content = _text(state, term).strip()
                words.children = []
                state.push("dt_close", "dt", -1)
        while line < end and _is_meaning(state, line):
            _meaning(state, line, end)
            line = state.line
        start, line = line, _meaning_below(state, line, end)
    state.push("dl_close", "dl", -1)
    state.line = start
    return True


def _is_meaning(state: StateBlock, line: int) -> bool:
    return bool(
        _MEANING.match(_text(state, line)) and 0 <= state.sCount[line] - state.blkIndent < INDENT
    )


def _meaning_below(state: StateBlock, start: int, end: int) -> int:
    """Give the line of the meaning below the words from `start` on; 0 where there is none."""
    if start >= end or state.is_code_block(start) or state.sCount[start] < state.blkIndent:
        return 0
    rules = state.md.block.ruler.getRules("paragraph")
    line = start
    while line < end and not state.isEmpty(line) and not _is_meaning(state, line):
        if state.sCount[line] < state.blkIndent:
            return 0
        # Below an underline the words above are a heading, and the next ones begin anew.
        if line > start and (
            _UNDERLINE.fullmatch(_text(state, line))
            or any(rule(state, line, end, True) for rule in rules)
        ):
            return 0
        line += 1
    if line == start:
        return 0
    if line + 1 < end and state.isEmpty(line):
        line += 1
    return line if line < end and _is_meaning(state, line) else 0


def _meaning(state: StateBlock, line: int, end: int) -> None:
    """Read what is behind the colon, and what is indented as far below it."""
    found = _MEANING.match(_text(state, line))
    assert found
    before = state.tShift[line], state.sCount[line], state.blkIndent
    state.push("dd_open", "dd", 1).map = [line, line + 1]
    state.blkIndent = state.sCount[line] + min(INDENT, found.end())
    state.tShift[line] += found.end()
    state.sCount[line] = state.blkIndent
    noted(state).defining += 1
    state.md.block.tokenize(state, line, end)
    noted(state).defining -= 1
    state.tShift[line], state.sCount[line], state.blkIndent = before
    state.push("dd_close", "dd", -1)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a table as GitHub does, and note the cells that no column of it has."""
    if not table(state, start, end, silent):
        return False
    if not silent:
        columns = len(_cells(_text(state, start)))
        for line in range(start + 2, state.line):
            over = _cells(_text(state, line))[columns:]
            noted(state).over += [(line, cell) for cell in over if cell.strip()]
    return True


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line.strip())
    return cells[cells[:1] == [""] : len(cells) - (cells[-1:] == [""])]
