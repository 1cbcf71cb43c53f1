"""The structure of a text as GitHub's own parser reads it, and as the kiosk does, to be compared.

Owns what counts as structure: headings, paragraphs, items and their depth, cells, quotations,
letters, and in a line its emphasis, code, links and breaks. Whatever a page shows otherwise on
purpose is put right on the reference's side; docs/markdown.md lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

import cmarkgfm
from cmarkgfm.cmark import Options

from kiosk.markdown.inline import target
from kiosk.page import blocks
from kiosk.page.blocks import Block, Span

Structure = tuple[object, ...]
Run = tuple[str, tuple[str, ...]]
"""Words, and what they stand in from without to within."""

BREAK = "\v"
_SPACE = re.compile(r"[ \t\n\r\f]+")
VOID = {"br", "hr", "img", "input"}
MARKS = {"strong": "strong", "em": "emphasis", "del": "struck", "code": "code"}


@dataclass
class Element:
    """One element of the reference's HTML."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def elements(self) -> list[Element]:
        return [child for child in self.children if isinstance(child, Element)]

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.elements():
            yield from child.walk()


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("div")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(made)
        if tag not in VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def github(text: str) -> Element:
    """Give the elements that GitHub makes of a text."""
    tree = _Tree()
    options = Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | Options.CMARK_OPT_UNSAFE
    tree.feed(cmarkgfm.markdown_to_html_with_extensions(text, options, ["table", "strikethrough"]))
    return tree.open[0]


def expected(elements: Sequence[Element | str]) -> Structure:
    """Give the structure that GitHub's elements have on a page."""
    made: list[object] = []
    line: list[Element | str] = []
    for each in (*elements, Element("end")):
        if isinstance(each, str) or each.tag in (*MARKS, "a", "br", "img", "input"):
            line.append(each)
            continue
        made += _paragraph(line)
        line = []
        made += _expected(each)
    return tuple(made)


def _expected(element: Element) -> Iterator[object]:
    match element.tag:
        case "p":
            yield from _paragraph(element.children)
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            words = _runs(element.children)
            if words:
                yield "heading", min(max(int(element.tag[1]), 2), 4), words
        case "ul" | "ol":
            items = [expected(item.children) for item in element.elements()]
            items = [item for item in items if item]
            start = int(element.attributes.get("start", "1")) if element.tag == "ol" else None
            if items:
                yield "list", start if start is None or start < 10**6 else 1, tuple(items)
        case "blockquote":
            inside = expected(element.children)
            if inside:
                yield "quotation", inside
        case "table":
            rows = [row for row in element.walk() if row.tag == "tr"]
            yield (
                "table",
                tuple(tuple(_runs(cell.children) for cell in row.elements()) for row in rows),
            )
        case "hr":
            yield ("rule",)
        case "pre":
            yield from _letters(element)
        case "end":
            pass
        case _:
            raise AssertionError(element.tag)


def _letters(element: Element) -> Iterator[object]:
    lines = [line for line in "".join(_words(element)).strip("\n").split("\n") if line.strip()]
    runs = [run for line in lines for run in ((BREAK, ()), (line.rstrip(), ("code",)))]
    if runs:
        yield "paragraph", _joined(runs[1:])


def _words(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _words(child)


def _paragraph(line: Sequence[Element | str]) -> Iterator[object]:
    runs = _runs(line)
    if runs:
        yield "paragraph", runs
    for part in line:
        if isinstance(part, Element):
            for image in part.walk():
                if image.tag == "img":
                    alternative = " ".join(image.attributes["alt"].split())
                    yield "figure", image.attributes["src"], alternative


def _runs(parts: Iterable[Element | str]) -> tuple[Run, ...]:
    return _joined(_inside(parts, ()))


def _inside(parts: Iterable[Element | str], marks: tuple[str, ...]) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, str):
            yield part, marks
        elif part.tag == "br":
            yield BREAK, ()
        elif part.tag == "a":
            link = target(part.attributes["href"], ())
            named = (
                isinstance(link, blocks.PageLink | blocks.OutsideLink)
                and "".join(_words(part)).strip()
            )
            yield from _inside(part.children, (*marks, *([_link(link)] if link and named else [])))
        elif part.tag in MARKS:
            yield from _inside(part.children, (*marks, MARKS[part.tag]))


def _link(link: blocks.PageLink | blocks.OutsideLink) -> str:
    if isinstance(link, blocks.OutsideLink):
        return f"to {unquote(link.address)}"
    return f"to {link.page}#{link.section}"


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join words of the same marks; spaces count as they are drawn, marks within the same once."""
    joined: list[Run] = []
    for text, around in runs:
        if text == BREAK:
            _trim(joined)
            joined.append((BREAK, ()))
            continue
        words, marks = _SPACE.sub(" ", text), tuple(dict.fromkeys(around))
        if not joined or joined[-1][0].endswith((" ", BREAK)):
            words = words.lstrip(" ")
        if joined and joined[-1][1] == marks and joined[-1][0] != BREAK:
            joined[-1] = (joined[-1][0] + words, marks)
        elif words:
            joined.append((words, marks))
    while joined and joined[-1][0] in (" ", BREAK):
        joined.pop()
    _trim(joined)
    return tuple(joined)


def _trim(joined: list[Run]) -> None:
    if joined:
        words, marks = joined.pop()
        if words.rstrip(" "):
            joined.append((words.rstrip(" "), marks))


def given(made: Sequence[Block]) -> Structure:
    """Give the structure of a page's blocks."""
    return tuple(part for block in made for part in _given(block))


def _given(block: Block) -> Iterator[object]:
    match block:
        case blocks.Paragraph(spans):
            yield "paragraph", _joined(_spans(spans, ()))
        case blocks.Heading(level, spans, _):
            yield "heading", level, _joined(_spans(spans, ()))
        case blocks.List(items, start):
            yield "list", start, tuple(given(item.blocks) for item in items)
        case blocks.Quotation(inside):
            yield "quotation", given(inside)
        case blocks.Table(header, rows):
            lines = (header, *rows)
            yield (
                "table",
                tuple(tuple(_joined(_spans(cell.spans, ())) for cell in row) for row in lines),
            )
        case blocks.Rule():
            yield ("rule",)
        case blocks.Figure(source, alternative):
            yield "figure", source, alternative
        case _:
            yield (type(block).__name__,)


def _spans(spans: Iterable[Span], marks: tuple[str, ...]) -> Iterator[Run]:
    for span in spans:
        match span:
            case blocks.Text(text):
                yield text, marks
            case blocks.Code(text):
                yield text, (*marks, "code")
            case blocks.Strong(inner):
                yield from _spans(inner, (*marks, "strong"))
            case blocks.Emphasis(inner):
                yield from _spans(inner, (*marks, "emphasis"))
            case blocks.Struck(inner):
                yield from _spans(inner, (*marks, "struck"))
            case blocks.LineBreak():
                yield BREAK, ()
            case blocks.PageLink(inner) | blocks.OutsideLink(inner):
                yield from _spans(inner, (*marks, _link(span)))
