"""Markdown text to a plain tree: Python-Markdown's elements, taken before they are made HTML.

Owns which Markdown is read and what becomes of HTML in it; knows nothing of blocks. Whatever an
author or an attacker writes as HTML is no node of the tree: its tags go, its words stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor
from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, BLOCK_LEVEL_ELEMENTS, HTML_PLACEHOLDER_RE

from kiosk.markdown.facts import Facts
from kiosk.page.source import SourceText

_EXTENSIONS = ("footnotes", "def_list", "tables", "attr_list", "sane_lists")
# An attribute list, {: name=value }, can give any attribute to any element.
_ATTRIBUTES = {
    "a": {"href", "class"},
    "div": {"class"},
    "p": {"class"},
    "li": {"id"},
    "ol": {"start"},
    "img": {"src", "alt", "title"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
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
_APART = {"br", *BLOCK_LEVEL_ELEMENTS}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[0-9a-z]+);", re.IGNORECASE)
_MOST_DEEP = 60


@dataclass(frozen=True)
class Node:
    """One element of the tree."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

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
    """A page's tree and the words that it explains itself (`*[word]: meaning`)."""

    root: Node
    abbreviations: dict[str, str]


class Converter:
    """Reads one Markdown text after the other and keeps nothing of any."""

    def __init__(self) -> None:
        self._begin()

    def read(self, source: SourceText, text: str, facts: Facts) -> Markup:
        """Read Markdown. Raises ContentError and nothing else, whatever the text."""
        marked = facts.mark(text)
        try:
            self._tree.root = Element("div")  # what stays where there is nothing but space
            self._markdown.reset().convert(marked)
            nodes = _Nodes(self._markdown.htmlStash.rawHtmlBlocks, facts)
            root = nodes.of(self._tree.root)
        except RecursionError:
            self._begin()
            raise source.error(
                "something is nested too deep", "Take out some levels of nesting"
            ) from None
        # What else Python-Markdown may raise on odd text is its own affair and no reason to fall.
        except Exception as error:
            self._begin()
            raise source.error(
                f"this can't be read as Markdown ({type(error).__name__})",
                "Take out what you added last and try again",
            ) from error
        if nodes.html.within:
            tag = nodes.html.within
            raise source.error(f"the HTML tag {tag} is not closed", "Take it out", near=(tag[:-1],))
        meanings = self._abbreviations.abbrs
        return Markup(root, {word: facts.fill(strip(meanings[word])) for word in meanings})

    def _begin(self) -> None:
        """Make it anew: reset() leaves behind what the parser was in the middle of."""
        self._abbreviations = _Abbreviations()
        self._tree = _Tree()
        self._markdown = Markdown(extensions=[_Boxes(), self._abbreviations, *_EXTENSIONS])
        self._markdown.treeprocessors.register(self._tree, "tree", -1)  # after all others


def strip(text: str) -> str:
    """Give the words of a text in which no Markdown is read, without any HTML."""
    return _Html().words(text).strip()


def _decoded(text: str) -> str:
    # Each entity by itself: html.unescape() would also take the `&copy` of `?a=1&copy=2` for one.
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


class _Tree(Treeprocessor):
    """Takes the tree away when it is whole, and leaves an empty one to be made HTML."""

    root: Element

    def run(self, root: Element) -> Element:
        self.root = root
        return Element("div")


class _Abbreviations(AbbrExtension):
    """The syntax of the abbr extension without its matching, which knows no Bengali vowels."""

    abbrs: dict[str, str]

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.treeprocessors.deregister("abbr")


class _Boxes(AdmonitionExtension):
    """Admonitions as they are, but a box without a title has none made up for it."""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_Box(md.parser), "admonition", 105)


class _Box(AdmonitionProcessor):
    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        return self.RE_SPACES.sub(" ", match[1].lower()), match[2]


class _Nodes:
    """Makes nodes of elements; where Python-Markdown has put HTML aside, its words come back."""

    def __init__(self, aside: Sequence[Element | str], facts: Facts) -> None:
        self.html = _Html()
        self._aside = aside
        self._facts = facts

    def of(self, element: Element, depth: int = 0) -> Node:
        if depth > _MOST_DEEP:
            raise RecursionError
        wanted = _ATTRIBUTES.get(element.tag, set())
        given = {name: self._value(value) for name, value in element.items() if name in wanted}
        node = Node(element.tag, given)
        self._add_words(node, element.text)
        for child in element:
            hidden = self.html.within
            inner = self.of(child, depth + 1)
            if inner.children or not hidden:
                node.children.append(inner)
            self._add_words(node, child.tail)
        return node

    def _add_words(self, node: Node, text: str | None) -> None:
        # Each second part is the number of something that was put aside.
        parts = HTML_PLACEHOLDER_RE.split(text or "")
        words = "".join(
            self.html.words(str(self._aside[int(part)])) if at % 2 else self._words(part)
            for at, part in enumerate(parts)
        )
        if words:
            node.children.append(self._facts.fill(words))

    def _words(self, text: str) -> str:
        text = text.replace(AMP_SUBSTITUTE, "&").replace(NBSP_PLACEHOLDER, "")
        return "" if self.html.within else _decoded(text)

    def _value(self, value: str | None) -> str:
        """Give the value of an attribute, in which no tag is left either."""
        text = HTML_PLACEHOLDER_RE.sub(lambda at: str(self._aside[int(at[1])]), value or "")
        return self._facts.fill(_Html().words(text.replace(AMP_SUBSTITUTE, "&")))


class _Html:
    """Gives the words that stand in HTML. `within`: the tag that hides them at the moment."""

    def __init__(self) -> None:
        self.within = ""

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
            self.within = hides
        elif comment_end:
            return comment_end
        elif name in _APART:
            return " "
        return ""
