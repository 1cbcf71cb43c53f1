"""The lines that the search shows: what was found, and the questions that it offers.

Owns what each says, and which questions are offered. Knows neither what is typed nor what a touch
does.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kiosk.page.blocks import Layout
from kiosk.rows.rich_text import marked
from kiosk.rows.row import Row
from kiosk.search.found import Result
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.reading.pane import Pane

MOST = 8
"""Questions that are offered at most: more are nobody's first choice, and stand on their page."""


class Hit(msgspec.Struct, frozen=True):
    """A result: where it stands, and what stands there, as styled text; all of it as it is said."""

    place: str
    styled: str
    said: str


class Offer(msgspec.Struct, frozen=True):
    """A question to touch, as styled text and as it is said."""

    anchor: str
    styled: str
    said: str


def hit(result: Result) -> Hit:
    """Return the line of a result."""
    place = [result.pane]
    if result.title not in ("", result.pane, result.text):
        place.append(result.title)
    said = " ".join(_ended(each) for each in (*place, result.text))
    return Hit(" › ".join(place), marked(result.text, result.marks), said)


def question_pane(navigator: Navigator) -> Pane | None:
    """Return the pane of questions with all its rows; None if no tab is one."""
    for each in navigator.panes:
        if each.page and each.page.layout is Layout.FAQ:
            return navigator.pane(each.page_name)
    return None


def offered(rows: Sequence[Row]) -> tuple[str, list[Offer]]:
    """Return the questions that a page begins with, and the heading above them, or "".

    They end at the next heading: authors put first what most people ask.
    """
    title, offers = "", list[Offer]()
    for row in rows:
        if row.kind == "heading" and offers:
            break
        if row.kind == "heading":
            title = row.plain
        elif row.kind == "question":
            offers.append(Offer(row.anchor, row.text, row.plain))
    return title, offers[:MOST]


def _ended(words: str) -> str:
    """Return words with an end that a voice hears."""
    return words if words[-1:] in ".!?:;।" else f"{words}."
