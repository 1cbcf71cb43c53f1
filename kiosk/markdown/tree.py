"""Markdown text to a plain tree, made of markdown-it's tokens.

Owns what becomes of HTML in a text; which Markdown is read stands in `dialect`. Knows nothing of
blocks. Whatever an author or an attacker writes as HTML is no node of the tree, save the four tags
that are words in another place or a new line: the others go, and their words stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from kiosk.markdown.dialect import MOST_DEEP, Noted, dialect
from kiosk.markdown.facts import Facts
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText

_ATTRIBUTES = {"a": ("href",), "img": ("src", "title"), "ol": ("start",)}
# Their contents go too: none of it is words that an author meant to be read.
_DROPPED = {
    "script", "style", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet",
    "noscript", "template", "svg", "math", "textarea", "title", "select", "audio", "video",
    "canvas", "head", "xmp", "plaintext", "noembed",
}  # fmt: skip
# No tag passes a sign < outside quotation marks and no part can be matched in two ways, so that
# this takes linear time.
_TAG = re.compile(
    r"""(<!--)|(--!?>)|<[!?][^>]{0,1000}>"""
    r"""|<(/?)([a-zA-Z][^\s/<>"']*)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>"""
)
_APART = {
    "address", "article", "aside", "blockquote", "br", "caption", "center", "col", "colgroup", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "link", "main",
    "menu", "menuitem", "nav", "ol", "optgroup", "option", "p", "param", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "ul",
}  # fmt: skip
READ = frozenset({"br", "sup", "sub", "s", "del"})
"""The HTML tags that are read in a line of text: there is no other way to write what they mean."""

_READ = re.compile(r"<(/?)(br|sup|sub|s|del)(?=[\s/>])[^>]*>", re.IGNORECASE)
_ANCHOR = re.compile(r"\s*\{:?\s*#\s*([^\s{}]+)\s*\}\s*\Z")
_ALERT = re.compile(r"\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*\Z", re.IGNORECASE)
_ALERTS = {
    "note": "note",
    "tip": "tip",
    "important": "note",
    "warning": "caution",
    "caution": "caution",
}
"""The boxes that GitHub's `> [!NOTE]` and its like become."""
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[0-9a-z]+);", re.IGNORECASE)


@dataclass(frozen=True)
class Node:
    """One element of the tree; `at` is the line in which a block begins, 0 for all else."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    at: int = 0

    def classes(self) -> list[str]:
        """Give the words of the class attribute."""
        return self.attributes.get("class", "").split()

    def elements(self) -> list[Node]:
        """Give the children that are elements."""
        return [child for child in self.children if isinstance(child, Node)]

    def text(self) -> str:
        """Give all words in it."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def line(self) -> list[Node | str]:
        """Give what stands in a list item, whether Markdown made paragraphs of it or not."""
        line: list[Node | str] = []
        for child in self.children:
            if isinstance(child, Node) and child.tag == "p":
                line += [*child.children, " "]
            elif isinstance(child, Node) or line or child.strip():
                line.append(child)
        return line

    def walk(self) -> Iterator[Node]:
        """Give this node and all below it, in the order of the text."""
        yield self
        for child in self.elements():
            yield from child.walk()


@dataclass(frozen=True)
class Markup:
    """A page's tree, the words that it explains itself (`*[word]: meaning`), and its footnotes.

    `faults`: what would be on no screen or in the wrong place.
    """

    root: Node
    abbreviations: dict[str, str]
    notes: dict[str, Node]
    faults: list[ContentError]


class Converter:
    """Reads one Markdown text after the other and keeps nothing of any."""

    def __init__(self) -> None:
        self._markdown = dialect()

    def read(self, source: SourceText, text: str, facts: Facts) -> Markup:
        """Read Markdown. Raises ContentError and nothing else, whatever the text."""
        noted = Noted.of(text)
        nodes = _Nodes(source, facts)
        try:
            root = nodes.of(self._markdown.parse(facts.mark(text), {"noted": noted}))
        except RecursionError:
            raise source.error(
                "something is nested too deep", "Take out some levels of nesting"
            ) from None
        # What else a parser may raise on odd text is its own affair and no reason to fall.
        except Exception as error:
            raise source.error(
                f"this can't be read as Markdown ({type(error).__name__})",
                "Take out what you added last and try again",
            ) from error
        if nodes.html.within:
            tag = nodes.html.within
            opened = nodes.html.opened
            problem = f"the HTML tag {tag} is not closed"
            raise source.error(problem, "Take it out", near=(tag[:-1],), after=opened)
        meanings = {word: facts.fill(strip(text)) for word, text in noted.abbreviations.items()}
        return Markup(root, meanings, nodes.notes, [*nodes.faults, *_faults(source, noted)])


def _faults(source: SourceText, noted: Noted) -> Iterator[ContentError]:
    for line in noted.slipped:
        yield source.error(
            "this line stands outside the box above it",
            "Indent it by four spaces, or leave an empty line above it",
            line=line + 1,
        )
    for line, cell in noted.over:
        yield source.error(
            f"the table has no column for '{cell.strip()[:40]}'",
            "Give the table's first line one more heading, or write \\| for a bar among the words",
            line=line + 1,
        )


def strip(text: str) -> str:
    """Give the words of a text in which no Markdown is read, without any HTML."""
    return _Html().words(text).strip()


def _decoded(text: str) -> str:
    # Each entity by itself: html.unescape() would also take the `&copy` of `?a=1&copy=2` for one.
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


class _Nodes:
    """Makes nodes of one text's tokens. `notes`: its footnotes by their names."""

    def __init__(self, source: SourceText, facts: Facts) -> None:
        self.html = _Html()
        self.notes: dict[str, Node] = {}
        self.faults: list[ContentError] = []
        self._source = source
        self._facts = facts

    def of(self, tokens: Sequence[Token]) -> Node:
        """Give the tree. Raises RecursionError where it is too deep."""
        open_nodes = [Node("div")]
        for token in tokens:
            self.html.line = token.map[0] + 1 if token.map else self.html.line
            if token.type == "inline":
                self._add_line(open_nodes[-1], token.children or ())
            elif token.hidden:  # a paragraph of a list whose items have no space between them
                self._add(open_nodes[-1], " ")
            elif token.type == "html_block":
                self._add(open_nodes[-1], self.html.words(token.content))
            elif token.type in ("fence", "code_block"):
                node = Node("pre")
                self._add(node, self._shown(token.content))
                open_nodes[-1].children.append(node)
            elif token.nesting >= 0:
                self._open(open_nodes, token)
            else:
                self._close(open_nodes)
        return open_nodes[0]

    def _open(self, open_nodes: list[Node], token: Token) -> None:
        if len(open_nodes) > MOST_DEEP:
            raise RecursionError
        node = Node(token.tag, self._attributes(token), at=token.map[0] + 1 if token.map else 0)
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            if label in self.notes:
                self.faults.append(
                    self._source.error(
                        f"[^{label}]: is written twice",
                        "Give one of them another name",
                        line=node.at,
                    )
                )
            self.notes.setdefault(label, node)
        else:
            open_nodes[-1].children.append(node)
        if token.nesting:
            open_nodes.append(node)

    def _close(self, open_nodes: list[Node]) -> None:
        node = open_nodes.pop()
        if node.tag == "blockquote":
            open_nodes[-1].children[-1] = _as_box(node) or node
        elif node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            _take_anchor(node)

    def _attributes(self, token: Token) -> dict[str, str]:
        given = {
            name: self._value(str(token.attrs[name]), address=name in ("href", "src"))
            for name in _ATTRIBUTES.get(token.tag, ())
            if name in token.attrs
        }
        if token.type == "box_open":
            given["class"] = " ".join(["admonition", *token.meta["words"]])
        elif token.type == "box_title_open":
            given["class"] = "admonition-title"
        return given

    def _add_line(self, parent: Node, tokens: Sequence[Token]) -> None:
        """Add what stands in a line of text."""
        open_nodes = [parent]
        for token in tokens:
            match token.type:
                case "text":
                    self._add(open_nodes[-1], self._shown(token.content))
                case "softbreak":
                    self._add(open_nodes[-1], self._shown("\n"))
                case "html_inline":
                    self._add_html(open_nodes, token.content)
                case "code_inline":
                    node = Node("code")
                    self._add(node, self._shown(token.content))
                    open_nodes[-1].children.append(node)
                case "image":
                    words = "".join(each.content for each in token.children or ())
                    alternative = {"alt": self._value(words)}
                    picture = Node("img", {**self._attributes(token), **alternative})
                    open_nodes[-1].children.append(picture)
                case "footnote_ref":
                    mark = {"class": "footnote-ref", "href": f"#fn:{token.meta['label']}"}
                    open_nodes[-1].children.append(Node("a", mark))
                case _ if token.nesting < 0:
                    # An HTML tag that was opened within and never closed ends here as well.
                    while len(open_nodes) > 1 and open_nodes.pop().tag != token.tag:
                        pass
                case _:
                    self._open(open_nodes, token)

    def _add_html(self, open_nodes: list[Node], tag: str) -> None:
        read = _READ.fullmatch(tag)
        if self.html.within or not read:
            self._add(open_nodes[-1], self.html.words(tag))
            return
        name = {"del": "s"}.get(read[2].lower(), read[2].lower())
        if name == "br":
            open_nodes[-1].children.append(Node("br"))
        elif not read[1]:
            open_nodes[-1].children.append(Node(name))
            open_nodes.append(open_nodes[-1].elements()[-1])
        elif open_nodes[-1].tag == name:
            open_nodes.pop()

    def _add(self, node: Node, words: str) -> None:
        if words:
            node.children.append(self._facts.fill(words))

    def _shown(self, words: str) -> str:
        return "" if self.html.within else words

    def _value(self, value: str, *, address: bool = False) -> str:
        """Give the value of an attribute, in which no tag is left either."""
        return self._facts.fill(_Html().words(value), address=address)


def _take_anchor(heading: Node) -> None:
    """Make `{#name}` at the end of a heading its anchor."""
    last = heading.children[-1] if heading.children else None
    found = _ANCHOR.search(last) if isinstance(last, str) else None
    if found and isinstance(last, str):
        heading.attributes["id"] = found[1]
        heading.children[-1] = last[: found.start()]


def _as_box(quotation: Node) -> Node | None:
    """Give the box that is meant by a quotation whose first line is `[!NOTE]` or its like."""
    first = next(iter(quotation.elements()), None)
    words = first.children[0] if first and first.children else None
    found = _ALERT.match(words) if isinstance(words, str) else None
    if not found or not first or (len(first.children) > 1 and first.children[1] != "\n"):
        return None
    del first.children[:2]
    kind = _ALERTS[found[1].lower()]
    return Node("div", {"class": f"admonition {kind}"}, quotation.children, quotation.at)


class _Html:
    """Gives the words that stand in HTML. `within`: the tag that hides them at the moment.

    `line` is where the block begins that is read, `opened` where that began which holds the tag.
    """

    def __init__(self) -> None:
        self.within = ""
        self.line = self.opened = 1

    def words(self, text: str) -> str:
        kept: list[str] = []
        at = 0
        for tag in _TAG.finditer(text):
            kept.append("" if self.within else text[at : tag.start()])
            kept.append(self._pass(tag))
            at = tag.end()
        kept.append("" if self.within else text[at:])
        return _decoded("".join(kept))

    def _pass(self, tag: re.Match[str]) -> str:
        """Give what stands for a tag among the words."""
        comment, comment_end, ends, name = tag.groups("")
        name = name.lower()
        hides = f"<{name}>" if name in _DROPPED else "<!--" if comment or comment_end else ""
        if self.within:
            self.within = "" if hides == self.within and (ends or comment_end) else self.within
        elif hides and not (ends or comment_end):
            self.within, self.opened = hides, self.line
        elif comment_end:
            return comment_end
        elif name in ("sup", "sub") and not ends:
            return "^" if name == "sup" else "_"
        elif name in _APART:
            return " "
        return ""
