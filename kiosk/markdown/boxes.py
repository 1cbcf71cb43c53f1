"""The boxes (`!!! kind "title"`) and the pictures: one function a kind.

Owns what each kind demands of its contents; how blocks in general are read comes in as `flow`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kiosk.markdown import chart_boxes
from kiosk.markdown.inline import InlineParser, tidy
from kiosk.markdown.tree import Node
from kiosk.page import blocks
from kiosk.page.blocks import Block, Span, Spans
from kiosk.page.error import ContentError
from kiosk.page.terms import plain

Flow = Callable[[Sequence[Node | str]], tuple[Block, ...]]

KINDS = (
    *(tone.value for tone in blocks.Tone),
    *("steps", "figure", "evidence", "people", "timeline", "schedule", "ladder"),
)
"""The words that can follow `!!!`."""


def read(box: Node, inline: InlineParser, flow: Flow) -> Block:
    """Give the block that `box` stands for. Raises ContentError."""
    words = [word for word in box.classes() if word != "admonition"]
    kind = words[0] if words else ""
    title, inside = _title(box, inline)
    if kind not in KINDS:
        raise _error(inline, kind, f"there is no box called '{kind}'", "Use " + _listed(KINDS))
    if kind == "evidence":
        return _evidence(" ".join(words[1:]), title, inside, inline, flow)
    if len(words) > 1:
        raise _error(
            inline,
            " ".join(words),
            f"the box '{kind}' has words without quotation marks",
            "Put its title between quotation marks",
        )
    match kind:
        case "steps":
            return _steps(title, inside, inline, flow)
        case "figure":
            return _figure(title, inside, inline)
        case "people":
            return _people(title, inside, inline, flow)
        case "timeline":
            return _timeline(title, inside, inline)
        case "schedule":
            return chart_boxes.schedule(title, _pairs(inside, inline), inline)
        case "ladder":
            return chart_boxes.ladder(title, _pairs(inside, inline), inline)
        case _:
            text = flow(inside)
            if not text:
                raise _empty(inline, kind)
            return blocks.Callout(blocks.Tone(kind), title, text)


def figure(
    image: Node, caption: Spans, key: tuple[Spans, ...], inline: InlineParser
) -> blocks.Figure:
    """Give the figure of an image. Raises ContentError for a picture outside the pack."""
    source = inline.picture(image)
    if not caption:
        caption = inline.running([image.attributes.get("title", "")])
    alternative = " ".join(image.attributes.get("alt", "").split())
    return blocks.Figure(source, alternative, caption, key)


def _title(box: Node, inline: InlineParser) -> tuple[str, list[Node | str]]:
    title = ""
    inside: list[Node | str] = []
    for child in box.children:
        if isinstance(child, Node) and "admonition-title" in child.classes() and not inside:
            title = inline.words(child.children)
        elif isinstance(child, Node) or child.strip():
            inside.append(child)
    return title, inside


def _steps(title: str, inside: list[Node | str], inline: InlineParser, flow: Flow) -> blocks.Steps:
    match flow(inside):
        case (blocks.List(items),):
            return blocks.Steps(title, items)
        case _:
            raise _error(
                inline,
                "steps",
                "the box 'steps' holds something else than one numbered list",
                "Put only the steps into it, as 1. 2. 3.",
            )


def _figure(title: str, inside: list[Node | str], inline: InlineParser) -> blocks.Figure:
    images = [node for part in inside if isinstance(part, Node) for node in part.walk()]
    images = [node for node in images if node.tag == "img"]
    keys = [part for part in inside if isinstance(part, Node) and part.tag in ("ol", "ul")]
    if len(images) != 1 or len(keys) > 1 or len(inside) != 1 + len(keys):
        raise _error(
            inline,
            "figure",
            "the box 'figure' needs one picture and at most one list",
            "Put only the picture into it, an empty line, and its key as 1. 2. 3.",
        )
    caption = inline.running([title])
    key = tuple(inline.running(item.line()) for item in _items(keys))
    return figure(images[0], caption, key, inline)


def _evidence(
    level: str, title: str, inside: list[Node | str], inline: InlineParser, flow: Flow
) -> blocks.Evidence:
    levels = tuple(each.value for each in blocks.Level)
    if level not in levels:
        raise _error(
            inline,
            f"evidence {level}".strip(),
            f"'{level}' is not a level of evidence" if level else "the box 'evidence' has no level",
            "Write !!! evidence and then " + _listed(levels),
        )
    study: list[Span] = [blocks.Text(title)] if title else []
    for block in flow(inside):
        if not isinstance(block, blocks.Paragraph):
            raise _error(
                inline,
                f"evidence {level}",
                "the box 'evidence' holds more than words",
                "Write only the study into it, in a few words",
            )
        study += [blocks.LineBreak(), *block.spans] if study else block.spans
    return blocks.Evidence(blocks.Level(level), tuple(study))


def _people(
    title: str, inside: list[Node | str], inline: InlineParser, flow: Flow
) -> blocks.People:
    lists, rest = _lists(inside)
    badges = flow(rest)
    groups = []
    for item in _items(lists):
        before, label = _halves(inline.spans(item.line()))
        number = before.strip()
        if not number.isdecimal() or len(number) > 3 or int(number) > 100 or not label:
            raise _error(
                inline,
                "people",
                f"'{before}{':' if label else ''}{plain(label)}' is not a group of people in 100",
                "Write a number from 0 to 100, a colon, and who they are",
                plain(label) or before,
            )
        groups.append(blocks.Count(int(number), inline.explainer.explain(label)))
    match badges:
        case ():
            evidence = None
        case (blocks.Evidence() as evidence,):
            pass
        case _:
            groups = []
    if not groups:
        raise _error(
            inline,
            "people",
            "the box 'people' needs one list and at most one evidence box",
            "Write one line a group, such as - 69: with the injections",
        )
    return blocks.People(title, tuple(groups), evidence)


def _timeline(title: str, inside: list[Node | str], inline: InlineParser) -> blocks.Timeline:
    lists, rest = _lists(inside)
    moments = []
    for item in _items(lists):
        when, spans = _halves(inline.spans(item.line()))
        gate = when.lstrip().startswith("?")
        when = when.strip().removeprefix("?").strip()
        if not when or not spans:
            raise _error(
                inline,
                "timeline",
                f"'{when}{plain(spans)}' is not a moment",
                "Write when it happens, a colon, and what happens",
                plain(spans) or when,
            )
        moments.append(blocks.Moment(when, inline.explainer.explain(spans), gate))
    if rest or not moments:
        raise _error(
            inline,
            "timeline",
            "the box 'timeline' needs one list and nothing else",
            "Write one line a moment, such as - Week 0: First visit",
        )
    return blocks.Timeline(title, tuple(moments))


def _pairs(inside: list[Node | str], inline: InlineParser) -> list[chart_boxes.Line]:
    """Give the lines of the lists, split at their colons; none where there is anything else."""
    lists, rest = _lists(inside)
    return [] if rest else [_halves(inline.spans(item.line())) for item in _items(lists)]


def _lists(inside: list[Node | str]) -> tuple[list[Node], list[Node | str]]:
    lists = [part for part in inside if isinstance(part, Node) and part.tag in ("ul", "ol")]
    return lists, [part for part in inside if part not in lists]


def _items(lists: list[Node]) -> list[Node]:
    return [item for each in lists for item in each.elements() if item.tag == "li"]


_COLON = re.compile(r":(?=\s|$)")


def _halves(spans: Spans) -> tuple[str, Spans]:
    """Split at the first colon that a space or the end follows: the words before, the spans after.

    A time such as 9:30 holds a colon that is none; without one the second part is empty.
    """
    before = ""
    for at, span in enumerate(spans):
        words = plain([span])
        colon = _COLON.search(words) if isinstance(span, blocks.Text) else None
        if colon:
            tail = blocks.Text(words[colon.end() :])
            return before + words[: colon.start()], tidy((tail, *spans[at + 1 :]))
        before += words
        if words.rstrip().endswith(":"):
            return before.rstrip()[:-1], tidy(spans[at + 1 :])
    return before, ()


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _empty(inline: InlineParser, kind: str) -> ContentError:
    return _error(
        inline, kind, f"the box '{kind}' is empty", "Indent the lines below it by four spaces"
    )


def _error(
    inline: InlineParser, words: str, problem: str, remedy: str, near: str = ""
) -> ContentError:
    return inline.source.error(problem, remedy, near=(near, f"!!! {words}", f"!!!{words}", "!!!"))
