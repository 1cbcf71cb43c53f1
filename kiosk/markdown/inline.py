"""Inline nodes to spans, and what a page leads to on the way: sources, terms and pictures.

Owns links, footnote numbers and white space; knows nothing of blocks beyond the figure's source.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

import msgspec

from kiosk.markdown.limits import MOST_PICTURES
from kiosk.markdown.tree import Markup, Node
from kiosk.page.blocks import (
    Code,
    Emphasis,
    Footnote,
    LineBreak,
    OutsideLink,
    PageLink,
    Span,
    Spans,
    Strong,
    Struck,
    Subscript,
    Superscript,
    Term,
    Text,
)
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText, from_right
from kiosk.page.superscripts import isolated, signs
from kiosk.page.terms import Explainer, plain

INLINE = {"a", "strong", "em", "s", "code", "sup", "sub", "br", "img"}
"""The tags that stand in a line of text."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_MARK = re.compile(r"\[\^([^\]\n]{0,200})\]")
_PAGE = re.compile(r"(?:\./)?(\w[\w-]*)\.md")
_NOT_IN_ANCHOR = re.compile(r"[\s\-]+")
_BASE = re.compile(r"\d[\d.,]*\Z")


class InlineParser:
    """Reads the inline nodes of one page. `at`: the line of the last block that was begun."""

    def __init__(self, source: SourceText, markup: Markup, terms: Mapping[str, Term]) -> None:
        self.source = source
        self.at = 1
        self.notes = markup.notes
        self.numbers: dict[str, int] = {}
        self.pictures: dict[str, None] = {}
        self.links: dict[str, None] = {}
        self.refused: list[ContentError] = []
        self._mixed = from_right(source.text)
        local = {word: Term(word, word, meaning) for word, meaning in markup.abbreviations.items()}
        self.explainer = Explainer({**terms, **local})

    def begin(self, node: Node) -> Node:
        """Note where a node begins, before what stands in it is read; give it back."""
        self.at = node.at or self.at
        return node

    def running(self, nodes: Iterable[Node | str]) -> Spans:
        """Give spans of running text, in which terms can be touched. Raises ContentError."""
        return self.explainer.explain(self.spans(nodes))

    def spans(self, nodes: Iterable[Node | str]) -> Spans:
        """Give spans without terms, as in headings and sources. Raises ContentError."""
        return self._checked(self._directed(tidy(self._read(nodes))))

    def words(self, nodes: Iterable[Node | str]) -> str:
        """Give plain words. Raises ContentError."""
        return plain(self.spans(nodes)).strip()

    def picture(self, image: Node) -> str:
        """Give the source of a picture and remember it; "" for one that is refused."""
        address = image.attributes.get("src", "").strip()
        try:
            parts = urlsplit(address)
            outside = bool(parts.scheme or parts.netloc)
        except ValueError:
            outside = True
        if outside or not address or address[0] in "/\\":
            alternative = image.attributes.get("alt", "")
            self._refuse(
                f"the picture '{address[:80] or alternative}' does not lie in the pack",
                "Copy the picture into the pack's folder and write its path there",
                near=(address, f"![{alternative}](", "!["),
            )
            return ""
        if len(self.pictures) == MOST_PICTURES and address not in self.pictures:
            problem = f"the page has more than {MOST_PICTURES} pictures"
            self._refuse(problem, "Split it into several pages", (f"]({address}", address))
            return ""
        self.pictures[address] = None
        return address

    def _refuse(self, problem: str, remedy: str, near: tuple[str, ...]) -> None:
        self.refused.append(self.source.error(problem, remedy, near=near, after=self.at))

    def _read(self, nodes: Iterable[Node | str]) -> Iterable[Span]:
        for node in nodes:
            if isinstance(node, str):
                yield Text(node)
                continue
            match node.tag:
                case "strong":
                    yield from _dress(Strong, self.spans_inside(node))
                case "em":
                    yield from _dress(Emphasis, self.spans_inside(node))
                case "s":
                    yield from _dress(Struck, self.spans_inside(node))
                case "sup" | "sub":
                    yield from _moved(self.spans_inside(node), lowered=node.tag == "sub")
                case "code":
                    text = _SPACE.sub(" ", node.text())
                    if text.strip():
                        yield Code(text)
                case "br":
                    yield LineBreak()
                case "a":
                    yield from self._link(node)
                case "img":
                    yield Text(self._stand_in(node))
                case _:
                    yield from self._read(node.children)

    def spans_inside(self, node: Node) -> Spans:
        """Give the spans of a node within a line, its outer spaces kept."""
        return self._checked(self._directed(tidy(self._read(node.children), strip=False)))

    def _directed(self, spans: Spans) -> Spans:
        return _isolated(spans) if self._mixed else spans

    def _stand_in(self, image: Node) -> str:
        """Give the words for a picture where only words can stand; it is refused."""
        source, words = image.attributes.get("src", ""), image.attributes.get("alt", "").strip()
        self._refuse(
            "a picture stands where only words can",
            "Put the picture in a paragraph of its own",
            near=(f"![{words}]({source}", source, "!["),
        )
        return words and f"[{words}]"

    def _link(self, node: Node) -> Iterable[Span]:
        href = node.attributes.get("href", "").strip()
        classes = node.classes()
        if "footnote-ref" in classes:
            yield self._footnote(href.removeprefix("#fn:"))
            return
        # It ends where another one starts, and goes on behind it: no place leads to two.
        for leads, group in itertools.groupby(self.spans_inside(node), _leads):
            spans = tuple(group)
            link = None if leads or not plain(spans).strip() else target(href, spans)
            if isinstance(link, PageLink) and link.page:
                self.links[link.page] = None
            yield from (link,) if link else spans

    def _footnote(self, name: str) -> Footnote:
        if name not in self.notes:
            raise self._unresolved(name)
        return Footnote(self.numbers.setdefault(name, len(self.numbers) + 1))

    def _checked(self, spans: Spans) -> Spans:
        for span in spans:
            found = _MARK.search(span.text) if isinstance(span, Text) else None
            if found:
                raise self._unresolved(found[1])
        return spans

    def _unresolved(self, name: str) -> ContentError:
        return self.source.error(
            f"[^{name}] leads to no source",
            f"Add a line that starts with [^{name}]: or take the mark out",
            near=(f"[^{name}]", "[^"),
            after=self.at,
        )


def _leads(span: Span) -> bool:
    if isinstance(span, Strong | Emphasis | Struck):
        return any(map(_leads, span.spans))
    return isinstance(span, PageLink | OutsideLink | Footnote)


def _moved(spans: Spans, *, lowered: bool) -> Iterable[Span]:
    """Give spans raised or lowered, each by itself; a link or what is crossed out stays one.

    Where Unicode has signs they are words like all others: in every font and for every program they
    keep their height, and a line its own. What has none is a span.
    """
    for span in spans:
        match span:
            case Text(words) | Code(words) if words.strip():
                sign = signs(words, lowered=lowered)
                yield Text(sign) if sign else (Subscript if lowered else Superscript)(words)
            case Superscript() | Subscript():
                # Raised twice: it may not stand beside what is raised once as if it were one of it.
                mark = "^" if isinstance(span, Superscript) else "_"
                yield (Subscript if lowered else Superscript)(f"{mark}({span.text})")
            case Strong(inner) | Emphasis(inner) | Struck(inner):
                yield type(span)(tuple(_moved(inner, lowered=lowered)))
            case PageLink(inner) | OutsideLink(inner):
                yield msgspec.structs.replace(span, spans=tuple(_moved(inner, lowered=lowered)))
            case _:
                yield span


def _isolated(spans: Spans) -> Spans:
    """Hold each number together with its power where anything is written from the right."""
    made: list[Span] = []
    for span in spans:
        last = made[-1] if made else None
        base = _BASE.search(last.text) if isinstance(last, Text) else None
        if isinstance(span, Superscript) and isinstance(last, Text) and base:
            start = base.start()
            made[-1] = Text(f"{last.text[:start]}\N{LEFT-TO-RIGHT ISOLATE}{base[0]}")
            made += [span, Text("\N{POP DIRECTIONAL ISOLATE}")]
        else:
            made.append(Text(isolated(span.text)) if isinstance(span, Text) else span)
    return tidy(made, strip=False)


def tidy(spans: Iterable[Span], *, strip: bool = True) -> Spans:
    """Join neighbouring words, make one space of many and drop those at line ends."""
    joined: list[Span] = []
    for are_words, group in itertools.groupby(spans, lambda span: isinstance(span, Text)):
        alike = list(group)
        joined += [Text(plain(alike))] if are_words else alike
    return _trimmed(joined, strip)


def _trimmed(spans: list[Span], strip: bool) -> Spans:
    trimmed: list[Span] = []
    last = len(spans) - 1
    for at, span in enumerate(spans):
        if not isinstance(span, Text):
            trimmed.append(span)
            continue
        text = _SPACE.sub(" ", span.text)
        if strip if at == 0 else isinstance(spans[at - 1], LineBreak):
            text = text.lstrip(" ")
        if strip if at == last else isinstance(spans[at + 1], LineBreak):
            text = text.rstrip(" ")
        if text:
            trimmed.append(Text(text))
    while strip and trimmed and isinstance(trimmed[-1], LineBreak):
        trimmed.pop()
    return tuple(trimmed)


def _dress(kind: type[Strong | Emphasis | Struck], spans: Spans) -> Iterable[Span]:
    return (kind(spans),) if spans else ()


def target(href: str, spans: Spans) -> PageLink | OutsideLink | None:
    """Give the link that `href` makes of `spans`; None where it leads nowhere we know."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return OutsideLink(spans, href) if parts.netloc else None
    if parts.scheme in ("mailto", "tel"):
        return OutsideLink(spans, href) if parts.path else None
    if parts.scheme or parts.netloc or parts.query:
        return None
    section = unquote(parts.fragment)
    if not parts.path:
        return PageLink(spans, "", section) if section else None
    page = _PAGE.fullmatch(unquote(parts.path))
    return PageLink(spans, page[1], section) if page else None


def slug(words: str) -> str:
    """Make an anchor of words in any script: letters, vowel signs and digits, hyphens between."""
    kept = "".join(
        c if c.isalnum() or c == "_" or unicodedata.category(c)[0] == "M" else "-"
        for c in words.lower()
        if c.isspace() or c in "-_" or c.isalnum() or unicodedata.category(c)[0] == "M"
    )
    return _NOT_IN_ANCHOR.sub("-", kept).strip("-") or "section"
