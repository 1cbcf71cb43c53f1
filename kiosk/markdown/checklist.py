"""Lists to tick, written as Markdown's task list: `- [ ] words`.

Owns what such a list may hold. Knows nothing of who ticks its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from kiosk.markdown.inline import INLINE, InlineParser, tidy
from kiosk.markdown.tree import Node
from kiosk.page import blocks
from kiosk.page.blocks import Span, Spans
from kiosk.page.terms import plain

_BOX = re.compile(r"\s*\[([ \u00a0xX]?)\](?:\s+|$)")


def read(node: Node, inline: InlineParser, *, top: bool) -> tuple[Spans, ...]:
    """Give the items of a list to tick; empty for an ordinary list.

    `top`: the list stands in nothing else. Raises ContentError for what no list to tick may be.
    """
    lines = [item.line() for item in node.elements()]
    boxes = [_BOX.match(line[0]) if line and isinstance(line[0], str) else None for line in lines]
    if not any(boxes):
        return ()
    found = []
    for item, line, box in zip(node.elements(), lines, boxes, strict=True):
        inline.begin(item)
        spans = inline.spans(line)
        words = plain(spans)[:40]
        if box is None:
            raise inline.source.error(
                f"'{words}' has no [ ] like the others", "Write - [ ] before each", line=item.at
            )
        if box[1] in ("x", "X"):
            raise inline.source.error(
                f"'{words}' is ticked already",
                "Write [ ] with a space in it: only the reader ticks",
                line=item.at,
            )
        if any(child.tag not in (*INLINE, "p") for child in item.elements()) or node.tag != "ul":
            raise inline.source.error(
                f"'{words}' is more than words to tick",
                "Write one line - [ ] for each, without numbers, lists or boxes",
                line=item.at,
            )
        if not top:
            raise inline.source.error(
                f"'{words}' can't be ticked here",
                "Take the list with [ ] out of what it stands in, or leave the [ ] out",
                line=item.at,
            )
        found.append(_unboxed(spans, item, inline))
    return tuple(found)


def _unboxed(spans: Spans, item: Node, inline: InlineParser) -> Spans:
    """Give the words behind the box, nothing in them to be touched by itself."""
    first = spans[0]
    assert isinstance(first, blocks.Text)
    rest = tidy([blocks.Text(_BOX.sub("", first.text, count=1)), *_untouchable(spans[1:])])
    if not plain(rest).strip():
        raise inline.source.error(
            "a [ ] has no words behind it", "Write what can be ticked", line=item.at
        )
    return rest


def _untouchable(spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        match span:
            case blocks.PageLink(inner) | blocks.OutsideLink(inner):
                yield from _untouchable(inner)
            case blocks.Strong(inner) | blocks.Emphasis(inner):
                yield msgspec.structs.replace(span, spans=tuple(_untouchable(inner)))
            case blocks.Term(text):
                yield blocks.Text(text)
            case blocks.Footnote():
                pass
            case _:
                yield span
