"""What a search has found: places in the pages, best first.

Owns what a result says. Knows neither how it was found nor how it is shown.
"""

from __future__ import annotations

import msgspec

MOST = 12
"""Results of one search at most."""

HEAD = -1
"""The `row` of what stands in a page's head: its title and its lead."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One place where words were found.

    `page` is the page's name and `pane` its tab's words; `anchor` is that of the section or the
    question, "" for what opens the page. An entry of the glossary has an anchor made of its word,
    which no heading has: `row` and `part` lead there. `title` is the heading, the question or the
    word that is explained. `text` is the sentence or the row of a table that was found, `marks` the
    ranges of it, in code points, that carry what was looked for; none where only the title does.
    `row` is the index among `kiosk.rows.build.page_rows` of the page, or `HEAD`; `part` the index
    within what stands inside that row (an entry, a table's row, a line of a box), -1 for the row
    itself. `guess`: not what was typed, but what may have been meant.
    """

    page: str
    anchor: str
    pane: str
    title: str
    text: str
    marks: tuple[tuple[int, int], ...]
    row: int
    part: int = -1
    guess: bool


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What there is for some words: `results` are `MOST` at most, guesses behind all others.

    `asked` is what was typed, without spaces at its ends. `meant` are the words that were looked
    for instead; it is empty where a result is for what was typed, and where there is none.
    """

    asked: str
    meant: str = ""
    results: tuple[Result, ...] = ()
