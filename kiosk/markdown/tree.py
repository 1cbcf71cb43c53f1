"""Markdown text to a clean tree: Python-Markdown, then nh3, then a small parser.

Owns which Markdown is read and which HTML may pass; knows nothing of blocks. Whatever an author
or an attacker writes, the tree holds only the tags and attributes listed here.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
import nh3
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension, AdmonitionProcessor

from kiosk.markdown.facts import Facts
from kiosk.page.error import ContentError
from kiosk.page.source import Source

_TAGS = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "strong", "em", "code", "pre",
    "a", "sup", "img", "div",
}  # fmt: skip
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
_SCHEMES = {"http", "https", "mailto", "tel"}
_OPENED = re.compile(r"<([a-zA-Z]+)")
_CLOSED = re.compile(r"</([a-zA-Z]+)")
_VOID = {"br", "hr", "img"}
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


def read(source: Source, text: str, facts: Facts) -> Markup:
    """Read Markdown. Raises ContentError and nothing else, whatever the text."""
    marked = facts.mark(text)
    abbreviations = _Abbreviations()
    try:
        output = markdown.Markdown(
            extensions=[
                _Boxes(),
                abbreviations,
                "footnotes",
                "def_list",
                "tables",
                "attr_list",
                "sane_lists",
            ],
            output_format="html",
        ).convert(marked)
        _check_closed(source, output)
        output = nh3.clean(
            output,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            clean_content_tags=_DROPPED,
            url_schemes=_SCHEMES,
            link_rel=None,
            strip_comments=True,
        )
        tree = _Tree(facts)
        tree.feed(output)
        tree.close()
    except RecursionError:
        raise source.error(
            "something is nested too deep", "Take out some levels of nesting"
        ) from None
    except ContentError:
        raise
    # What else Python-Markdown may raise on odd text is its own affair and no reason to fall.
    except Exception as error:
        raise source.error(
            f"this can't be read as Markdown ({type(error).__name__})",
            "Take out what you added last and try again",
        ) from error
    return Markup(
        tree.root,
        {word: facts.fill(strip(meaning)) for word, meaning in abbreviations.abbrs.items()},
    )


def strip(text: str) -> str:
    """Give the words of a text in which no Markdown is read, without any HTML."""
    return html.unescape(nh3.clean(text, tags=set(), clean_content_tags=_DROPPED)).strip()


def _check_closed(source: Source, output: str) -> None:
    """Raise ContentError for a tag that would take the rest of the page away with it."""
    opened = Counter(name.lower() for name in _OPENED.findall(output))
    closed = Counter(name.lower() for name in _CLOSED.findall(output))
    for name in opened:
        if name in _DROPPED and opened[name] > closed[name]:
            raise source.error(
                f"the HTML tag <{name}> is not closed", "Take it out", near=(f"<{name}",)
            )


class _Abbreviations(AbbrExtension):
    """The syntax of the abbr extension without its matching, which knows no Bengali vowels."""

    abbrs: dict[str, str]

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        super().extendMarkdown(md)
        md.treeprocessors.deregister("abbr")


class _Boxes(AdmonitionExtension):
    """Admonitions as they are, but a box without a title has none made up for it."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_Box(md.parser), "admonition", 105)


class _Box(AdmonitionProcessor):
    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        return self.RE_SPACES.sub(" ", match[1].lower()), match[2]


class _Tree(HTMLParser):
    """Builds the nodes; nh3 has closed every tag already."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("")
        self._open = [self.root]
        self._facts = facts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: self._facts.fill(value or "") for name, value in attrs}
        node = Node(tag, attributes)
        self._open[-1].children.append(node)
        if tag not in _VOID:
            if len(self._open) > _MOST_DEEP:
                raise RecursionError
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(self._facts.fill(data))
