"""The boxes (`!!! kind "title"`) and the pictures: one function a kind.

Owns what each kind demands of its contents; how blocks in general are read comes in as `flow`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.markdown import chart_boxes, tables
from kiosk.markdown.inline import InlineParser
from kiosk.markdown.tree import Node
from kiosk.page import blocks
from kiosk.page.blocks import Block, Span, Spans
from kiosk.page.error import ContentError
from kiosk.page.terms import plain

Flow = Callable[[Sequence[Node | str]], tuple[Block, ...]]

KINDS = (
    *(tone.value for tone in blocks.Tone),
    *("short", "steps", "figure", "evidence", "people", "timeline", "schedule", "ladder"),
    "compare",
)
"""The words that can follow `!!!`."""

WRITE_SHORT = "Write all of its words into the lines below !!! short, indented by four spaces"
"""What to do where words stand behind the name of this box: all others can have a title."""


def read(box: Node, inline: InlineParser, flow: Flow) -> Block:
    """Give the block that `box` stands for. Raises ContentError."""
    return _Box(box, inline, flow).block()


def figure(
    image: Node, caption: Spans, key: tuple[Spans, ...], inline: InlineParser
) -> blocks.Figure:
    """Give the figure of an image."""
    source = inline.picture(image)
    if not caption:
        caption = inline.running([image.attributes.get("title", "")])
    alternative = " ".join(image.attributes.get("alt", "").split())
    return blocks.Figure(source, alternative, caption, key)


class _Box:
    """One box: the words behind its `!!!`, its title, and what stands inside."""

    def __init__(self, box: Node, inline: InlineParser, flow: Flow) -> None:
        self._inline, self._flow, self._at = inline, flow, box.at
        self._words = [word for word in box.classes() if word != "admonition"]
        self._title = ""
        self._inside: list[Node | str] = []
        for child in box.children:
            titles = isinstance(child, Node) and "admonition-title" in child.classes()
            if isinstance(child, Node) and titles and not self._inside:
                self._title = inline.words(child.children)
            elif isinstance(child, Node) or child.strip():
                self._inside.append(child)

    def block(self) -> Block:
        kind = self._words[0] if self._words else ""
        if kind not in KINDS:
            self._words = [kind]
            raise self._error(f"there is no box called '{kind}'", "Use " + _listed(KINDS))
        if kind == "evidence":
            return self._evidence(" ".join(self._words[1:]))
        if len(self._words) > 1 and kind != "short":
            raise self._error(
                f"the box '{kind}' has words without quotation marks",
                "Put its title between quotation marks",
            )
        match kind:
            case "short":
                return self._short()
            case "steps":
                return self._steps()
            case "figure":
                return self._figure()
            case "people":
                return self._people()
            case "timeline":
                return self._timeline()
            case "schedule":
                return chart_boxes.schedule(self._title, self._pairs(), self._inline, self._at)
            case "ladder":
                return chart_boxes.ladder(self._title, self._pairs(), self._inline, self._at)
            case "compare":
                return tables.comparison(self._title, self._inside, self._inline, self._at)
            case _:
                return self._callout(blocks.Tone(kind))

    def _callout(self, tone: blocks.Tone) -> blocks.Callout:
        text = self._flow(self._inside)
        if not text:
            raise self._error(
                f"the box '{tone.value}' is empty", "Indent the lines below it by four spaces"
            )
        return blocks.Callout(tone, self._title, text)

    def _short(self) -> blocks.Short:
        if self._title or len(self._words) > 1:
            raise self._error("the box 'short' takes no title", WRITE_SHORT)
        match self._flow(self._inside):
            case (blocks.Paragraph(spans),):
                return blocks.Short(spans)
            case _:
                raise self._error(
                    "the box 'short' holds something else than one sentence or two",
                    "Put only the answer into it, without a list, a picture or a second paragraph",
                )

    def _steps(self) -> blocks.Steps:
        match self._flow(self._inside):
            case (blocks.List(items),):
                return blocks.Steps(self._title, items)
            case _:
                raise self._error(
                    "the box 'steps' holds something else than one numbered list",
                    "Put only the steps into it, as 1. 2. 3.",
                )

    def _figure(self) -> blocks.Figure:
        nodes = [part for part in self._inside if isinstance(part, Node)]
        images = [node for part in nodes for node in part.walk() if node.tag == "img"]
        keys = [node for node in nodes if node.tag in ("ol", "ul")]
        if len(images) != 1 or len(keys) > 1 or len(self._inside) != 1 + len(keys):
            raise self._error(
                "the box 'figure' needs one picture and at most one list",
                "Put only the picture into it, an empty line, and its key as 1. 2. 3.",
            )
        caption = self._inline.running([self._title])
        begin, running = self._inline.begin, self._inline.running
        key = tuple(running(begin(item).line()) for item in _items(keys))
        return figure(images[0], caption, key, self._inline)

    def _evidence(self, level: str) -> blocks.Evidence:
        levels = tuple(each.value for each in blocks.Level)
        if level not in levels:
            raise self._error(
                f"'{level}' is not a level of evidence"
                if level
                else "the box 'evidence' has no level",
                "Write !!! evidence and then " + _listed(levels),
            )
        study: list[Span] = [blocks.Text(self._title)] if self._title else []
        for block in self._flow(self._inside):
            if not isinstance(block, blocks.Paragraph):
                raise self._error(
                    "the box 'evidence' holds more than words",
                    "Write only the study into it, in a few words",
                )
            study += [blocks.LineBreak(), *block.spans] if study else block.spans
        return blocks.Evidence(blocks.Level(level), tuple(study))

    def _people(self) -> blocks.People:
        lists, rest = _lists(self._inside)
        badges = self._flow(rest)
        groups = []
        for item in _items(lists):
            before, label = self._halves(item)
            count = chart_boxes.people(before)
            if count is None or not plain(label).strip():
                written = f"{before}{':' if label else ''}{plain(label)}"
                raise self._error(
                    f"'{written}' is not a group of people in 100",
                    "Write a number from 0 to 100, a colon and a space, and who they are",
                    item,
                )
            groups.append(blocks.Count(count, self._inline.explainer.explain(label)))
        match badges:
            case ():
                evidence = None
            case (blocks.Evidence() as evidence,):
                pass
            case _:
                groups = []
        if not groups:
            raise self._error(
                "the box 'people' needs one list and at most one evidence box",
                "Write one line a group, such as - 69: with the injections",
            )
        return blocks.People(self._title, tuple(groups), evidence)

    def _timeline(self) -> blocks.Timeline:
        lists, rest = _lists(self._inside)
        moments = []
        for item in _items(lists):
            when, spans = self._halves(item)
            gate = when.lstrip().startswith("?")
            when = when.strip().removeprefix("?").strip()
            if not when or not plain(spans).strip():
                raise self._error(
                    f"'{when}{plain(spans)}' is not a moment",
                    "Write when it happens, a colon, and what happens",
                    item,
                )
            moments.append(blocks.Moment(when, self._inline.explainer.explain(spans), gate))
        if rest or not moments:
            raise self._error(
                "the box 'timeline' needs one list and nothing else",
                "Write one line a moment, such as - Week 0: First visit",
            )
        return blocks.Timeline(self._title, tuple(moments))

    def _pairs(self) -> list[chart_boxes.Line]:
        """Give the lines of the lists, split at their colons; none where anything else stands."""
        lists, rest = _lists(self._inside)
        return [] if rest else [(*self._halves(item), item.at) for item in _items(lists)]

    def _halves(self, item: Node) -> tuple[str, Spans]:
        return chart_boxes.halves(self._inline.spans(self._inline.begin(item).line()))

    def _error(self, problem: str, remedy: str, item: Node | None = None) -> ContentError:
        return self._inline.source.error(problem, remedy, line=item.at if item else self._at)


def _lists(inside: list[Node | str]) -> tuple[list[Node], list[Node | str]]:
    lists = [part for part in inside if isinstance(part, Node) and part.tag in ("ul", "ol")]
    return lists, [part for part in inside if part not in lists]


def _items(lists: list[Node]) -> list[Node]:
    return [item for each in lists for item in each.elements() if item.tag == "li"]


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
