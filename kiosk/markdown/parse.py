"""One Markdown page to a typed Page.

Owns how the clean tree becomes blocks and what a page as a whole must have. Raises ContentError
and nothing else, whatever the text.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from kiosk.markdown import boxes, checklist, limits, tables
from kiosk.markdown.facts import Facts
from kiosk.markdown.faq import questions
from kiosk.markdown.frontmatter import key_line, read
from kiosk.markdown.inline import INLINE, InlineParser, slug
from kiosk.markdown.tree import Converter, Markup, Node, strip
from kiosk.page import blocks
from kiosk.page.blocks import Block, Page, Spans
from kiosk.page.error import ContentError
from kiosk.page.sections import usual_layout
from kiosk.page.source import MOST_BYTES, SourceText
from kiosk.page.terms import GLOSSARY, plain

Nodes = Sequence[Node | str]


def parse_page(
    source: str,
    *,
    name: str,
    language: str,
    file: Path | str,
    terms: Mapping[str, blocks.Term],
    facts: Mapping[str, str],
    converter: Converter | None = None,
) -> Page:
    """Read a page.

    `terms` maps each way to write a glossary word to its Term; `facts` are what `{{ name }}`
    stands for; who reads many pages makes one `converter` for all. Raises ContentError.
    """
    converter = converter or Converter()
    text = SourceText.of(source, file)
    if len(source) > MOST_BYTES:
        raise text.error("the page is too long", "Split it into several pages")
    front, body, faults = read(text)
    known = Facts(facts, text)
    try:
        limits.check(text, body)
        limits.check_lead(text, front.lead)
    except ContentError as error:
        raise ContentError.together([*faults, error]) from None
    tree = converter.read(text, body, known)
    inline = InlineParser(text, tree, {} if name == GLOSSARY else terms)
    # Its lines are counted as those of the body, by empty ones above it.
    inline.at = key_line(text, "lead")
    lead = _lead(converter.read(text, "\n" * (inline.at - 1) + front.lead, known), inline)
    layout = front.layout if isinstance(front.layout, blocks.Layout) else None
    reading = _Blocks(inline, layout)
    made = reading.page(tree.root.children)
    title = known.put(strip(front.title), key_line(text, "title"))
    tab = known.put(strip(front.tab), key_line(text, "tab"))
    faults += [*known.unknown, *tree.faults, *reading.faults]
    if faults:
        raise ContentError.together([*faults, *inline.refused])
    if not made:
        raise text.error("the page has no text", "Write something below the front matter")
    return Page(
        name=name,
        language=language,
        title=title,
        tab=tab or title,
        lead=lead,
        layout=layout or usual_layout(made),
        review=front.review,
        blocks=made,
        pictures=tuple(inline.pictures),
        links=tuple(inline.links),
        refused=tuple((each.line, each.problem, each.remedy) for each in inline.refused),
        translates=front.translates,
    )


def _lead(tree: Markup, inline: InlineParser) -> Spans:
    paragraphs = [node for node in tree.root.walk() if node.tag == "p"]
    nodes = [child for paragraph in paragraphs for child in [*paragraph.children, " "]]
    return inline.running(nodes or tree.root.children)


class _Blocks:
    """Reads the block nodes of one page. `faults`: the errors of blocks that can't be used."""

    def __init__(self, inline: InlineParser, layout: blocks.Layout | None) -> None:
        self._reader = inline
        self._faq = layout is blocks.Layout.FAQ
        self._anchors: dict[str, int] = {}
        self._lines: dict[str, int] = {}
        self._lists = 0
        self._ticks = 0
        self._compared = 0
        self.faults: list[ContentError] = []

    def page(self, nodes: Nodes) -> tuple[Block, ...]:
        """Give the blocks of the whole page, questions grouped and sources at the end."""
        made = tuple(self._flow(nodes, top=True))
        if self._faq:
            made = questions(made, self._reader.source, self._lines)
        return (*made, *self._sources())

    def flow(self, nodes: Nodes) -> tuple[Block, ...]:
        """Give the blocks of a part of the page."""
        return tuple(self._flow(nodes))

    def _flow(self, nodes: Nodes, *, top: bool = False) -> Iterator[Block]:
        for inline, group in itertools.groupby(nodes, _is_inline):
            if inline:
                yield from self._whole(self._paragraph(list(group)))
                continue
            for node in group:
                if isinstance(node, Node):
                    if top and self._faq and node.tag in ("h1", "h2", "h3"):
                        self._reader.explainer.start_over()
                    yield from self._whole(self._block(node, top=top))

    def _whole(self, made: Iterator[Block]) -> Iterator[Block]:
        """Give the blocks, none when one can't be used: the others are read all the same."""
        before = len(self.faults)
        try:
            yield from tuple(made)
        except ContentError as error:
            # A box whose inside can't be used is not empty for that.
            if len(self.faults) == before:
                self.faults.append(error)

    def _block(self, node: Node, *, top: bool) -> Iterator[Block]:
        self._reader.begin(node)
        match node.tag:
            case "p":
                yield from self._paragraph(node.children, node.at)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield from self._heading(node)
            case "ul" | "ol":
                yield from self._list(node, top=top)
            case "blockquote":
                yield from self._quotation(node)
            case "dl":
                yield from self._definitions(node)
            case "table":
                yield from tables.table(node, self._reader)
            case "hr":
                yield blocks.Rule()
            case "pre":
                yield from _letters(node)
            case "div" if "admonition" in node.classes():
                yield self._box(node, top=top)
            case _:
                yield from self._flow(node.children)

    def _paragraph(self, nodes: Nodes, at: int = 0) -> Iterator[Block]:
        line, images = _without_pictures(nodes)
        spans = self._reader.running(line)
        if plain(spans).lstrip().startswith("!!!"):
            words = plain(spans).split("\n")[0][:40]
            how = 'Write !!! kind "title" on a line of its own, its text indented by four spaces'
            short = words.split()[1:2] == ["short"]
            raise self._reader.source.error(
                f"'{words}' is not written as a box",
                boxes.WRITE_SHORT if short else how,
                line=at,
                near=(words[:12], "!!!"),
                after=self._reader.at,
            )
        if spans:
            yield blocks.Paragraph(spans)
        # A picture within a sentence stands below it.
        for image in images:
            yield boxes.figure(image, (), (), self._reader)

    def _heading(self, node: Node) -> Iterator[Block]:
        spans = self._reader.spans(node.children)
        words = plain(spans).strip()
        if spans:
            level = min(max(int(node.tag[1]), 2), 4)
            anchor = self._anchor(node.attributes.get("id", ""), words)
            self._lines[anchor] = node.at
            yield blocks.Heading(level, spans, anchor)

    def _anchor(self, wanted: str, words: str) -> str:
        anchor = "".join(wanted.split()) or slug(words)
        if anchor not in self._anchors:
            self._anchors[anchor] = 1
            return anchor
        while True:
            self._anchors[anchor] += 1
            unique = f"{anchor}-{self._anchors[anchor]}"
            if unique not in self._anchors:
                self._anchors[unique] = 1
                return unique

    def _list(self, node: Node, *, top: bool) -> Iterator[Block]:
        ticks = checklist.read(node, self._reader, top=top)
        if ticks:
            yield blocks.Checklist(ticks, self._ticks)
            self._ticks += len(ticks)
            return
        self._lists += 1
        if self._lists > limits.MOST_NESTED:
            raise limits.too_deep(self._reader.source, node.at)
        begin = self._reader.begin
        items = [blocks.ListItem(self.flow(begin(item).children)) for item in node.elements()]
        self._lists -= 1
        items = [item for item in items if item.blocks]
        if items:
            yield blocks.List(tuple(items), _start(node) if node.tag == "ol" else None)

    def _quotation(self, node: Node) -> Iterator[Block]:
        inside = self.flow(node.children)
        if inside:
            yield blocks.Quotation(inside)

    def _definitions(self, node: Node) -> Iterator[Block]:
        entries: list[blocks.Definition] = []
        terms: list[Spans] = []
        for part in map(self._reader.begin, node.elements()):
            if part.tag == "dt":
                terms.append(self._reader.spans(part.children))
            elif terms:
                entries.append(blocks.Definition(tuple(terms), self.flow(part.children)))
                terms = []
            elif entries:
                last = entries.pop()
                more = self.flow(part.children)
                entries.append(blocks.Definition(last.terms, (*last.blocks, *more)))
        if entries:
            yield blocks.DefinitionList(tuple(entries))

    def _box(self, node: Node, *, top: bool) -> Block:
        made = boxes.read(node, self._reader, self.flow)
        if not isinstance(made, blocks.Compare):
            return made
        if not top:
            raise self._reader.source.error(
                "options can't be compared here",
                "Take the box 'compare' out of what it stands in",
                line=node.at,
            )
        self._compared += 1
        return msgspec.structs.replace(made, number=self._compared - 1)

    def _sources(self) -> Iterator[Block]:
        inline = self._reader
        entries: list[blocks.Source] = []
        # A source may lead to another one, which makes the line longer while it is read.
        while len(entries) < len(inline.numbers):
            name = next(itertools.islice(inline.numbers, len(entries), None))
            lines = _lines(inline.begin(inline.notes[name]))
            spans = inline.spans([part for line in lines for part in [*line, Node("br")]])
            entries.append(blocks.Source(len(entries) + 1, spans))
        if entries:
            yield blocks.Sources(tuple(entries))


def _letters(node: Node) -> Iterator[Block]:
    lines = [line for line in node.text().strip("\n").split("\n") if line.strip()]
    spans = [span for line in lines for span in (blocks.LineBreak(), blocks.Code(line.rstrip()))]
    if spans:
        yield blocks.Paragraph(tuple(spans[1:]))


def _is_inline(node: Node | str) -> bool:
    return isinstance(node, str) or node.tag in INLINE


def _without_pictures(nodes: Nodes) -> tuple[list[Node | str], list[Node]]:
    """Give what stands in a line, and the pictures that stood in it."""
    words: list[Node | str] = []
    images: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            words.append(node)
        elif node.tag == "img":
            images.append(node)
        else:
            inner, more = _without_pictures(node.children)
            words.append(Node(node.tag, node.attributes, inner))
            images += more
    return words, images


def _lines(note: Node, before: str = "") -> Iterator[list[Node | str]]:
    """Give the lines of a footnote: its paragraphs, the items of its lists, its tables' rows."""
    for inline, group in itertools.groupby(note.children, _is_inline):
        if inline:
            line = list(group)
            if before or any(isinstance(part, Node) or part.strip() for part in line):
                yield [before, *line]
                before = ""
            continue
        for node in group:
            if not isinstance(node, Node):
                continue
            if node.tag in ("ul", "ol"):
                for number, item in enumerate(node.elements(), _start(node)):
                    yield from _lines(item, f"{number}. " if node.tag == "ol" else "– ")
            elif node.tag == "tr":
                cells = [part for cell in node.elements() for part in ["; ", *cell.children]]
                yield [before, *cells[1:]]
            else:
                yield from _lines(node, before)
            before = ""
    if before:
        yield [before]


def _start(node: Node) -> int:
    start = node.attributes.get("start", "1")
    return int(start) if start.isdecimal() and len(start) <= 6 else 1
