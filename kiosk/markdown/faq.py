"""The questions of a page: each heading of level 3 with what stands below it as its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.page import blocks
from kiosk.page.blocks import Block
from kiosk.page.source import SourceText
from kiosk.page.terms import plain


def questions(
    made: Sequence[Block], source: SourceText, lines: Mapping[str, int]
) -> tuple[Block, ...]:
    """Give the blocks of a page with its questions grouped; `lines` says where each anchor is.

    Raises ContentError for a question without an answer, or with one that can't be folded.
    """
    grouped: list[Block] = []
    answer: list[Block] | None = None
    heading: blocks.Heading | None = None
    for block in (*made, None):
        ends = block is None or (isinstance(block, blocks.Heading) and block.level <= 3)
        if ends and heading and answer is not None:
            grouped.append(_question(heading, answer, source, lines))
            heading = answer = None
        if isinstance(block, blocks.Heading) and block.level == 3:
            heading, answer = block, []
        elif block is not None:
            (grouped if answer is None else answer).append(block)
    return tuple(grouped)


def _question(
    heading: blocks.Heading, answer: list[Block], source: SourceText, lines: Mapping[str, int]
) -> blocks.Question:
    words, line = plain(heading.spans), lines[heading.anchor]
    if not answer:
        raise source.error(f"the question '{words}' has no answer", "Write one below it", line=line)
    for block in answer:
        if isinstance(block, blocks.Checklist | blocks.Compare):
            ticks = isinstance(block, blocks.Checklist)
            what = "a list to tick" if ticks else "a comparison"
            raise source.error(
                f"the answer to '{words}' holds {what}",
                f"{'Leave the [ ] out, or write the list' if ticks else 'Write it'} on a page "
                "of its own",
                line=line,
            )
    return blocks.Question(heading.spans, heading.anchor, tuple(answer))
