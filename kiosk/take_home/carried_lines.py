"""What somebody has ticked, as plain text that a phone can keep.

Owns how the page of it is written without a screen: `kiosk.page.my_questions` makes that page.
"""

from __future__ import annotations

from collections.abc import Collection

from kiosk.page.blocks import Checklist, Heading, Page
from kiosk.page.terms import plain


def carried_lines(page: Page, ticked: Collection[int]) -> str:
    """Return a page's ticked items below its name and their headings; empty without any.

    `ticked` are the indexes of the items in the page.
    """
    lines: list[str] = []
    heading = ""
    for block in page.blocks:
        match block:
            case Heading(_, spans, _):
                heading = plain(spans)
            case Checklist(items, start):
                kept = [f"- {plain(e)}" for at, e in enumerate(items, start) if at in ticked]
                lines += [heading, *kept] if kept and heading else kept
                heading = "" if kept else heading
    return "\n".join((page.tab, *lines)) if lines else ""
