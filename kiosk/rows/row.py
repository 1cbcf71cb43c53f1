"""What a row is: the flat pieces that a page is drawn, said and printed from.

Owns their fields. Knows neither the blocks that they are made from nor Qt.
"""

from __future__ import annotations

import msgspec

FOLDED = frozenset({"question", "sources"})
"""Kinds of which what stands inside is shown, and said, only when somebody opens it."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a page: `kind` picks the component, the rest is what it draws.

    `gap` is the space above: 0 none, 1 tight, 2 a block, 3 a section, 4 a third of tight. `text`
    and `title` are styled text, `plain` the words alone as they are said, `word` what the
    kiosk itself says of the row in the page's language. `share` is a cell's part of what
    the table's width leaves, or the questions' part of a comparison's, `ems` the width in letter
    sizes that a cell, a table or a comparison needs to break no word. `label` are the words, as
    they are said, of a picture's caption, or of the column that a cell or an answer stands in, or
    the longest marker of an item's list. `link` is where a touch on all of it leads. `inner` holds
    rows that stand inside this one, `badge` others: a badge, a table's header, a chart's scale,
    the options of a comparison. `side` is the column that the row stands in where there is room
    for two: 1 or 2, 3 for the first again, below what stands there, and 0 for both.
    `level` is how deep a heading or an item stands; 1 makes a door brief, a line to tick large.
    `said` is what the row says aloud before the rows inside it say theirs, in parts that are
    each cut to sentences for themselves; None where that is `plain`. Equal rows look and sound
    the same.
    """

    kind: str
    gap: int = 2
    text: str = ""
    plain: str = ""
    title: str = ""
    word: str = ""
    anchor: str = ""
    marker: str = ""
    label: str = ""
    link: str = ""
    level: int = 0
    tone: str = ""
    picture: str = ""
    aspect: float = 0.0
    count: int = 0
    columns: int = 0
    share: float = 0.0
    ems: float = 0.0
    side: int = 0
    inner: tuple[Row, ...] | None = None
    badge: tuple[Row, ...] | None = None
    said: tuple[str, ...] | None = None

    @property
    def aloud(self) -> tuple[str, ...]:
        """What the row says aloud before the rows inside it say theirs."""
        return (self.plain,) if self.said is None else self.said
