"""All words and numbers of a page: those that are written, and those that it shows.

Owns which of what is written is no word (marks, addresses, names of boxes and sources). It reads
the text by itself, line by line, so that it sees what the parser may have passed over.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.page import blocks
from kiosk.page.blocks import Span
from kiosk.page.terms import flattened

_WORD = re.compile(r"[^\W_]+(?:[^\W_]|[\u0300-\u036f])*")
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"[*_`~^\\]+")
_ADDRESS = r"\(\s*(?:<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
_LINK = re.compile(rf"(?<!!)\[([^\[\]\n]*)\]{_ADDRESS}\s*\)")
"""A link without a title. Its words are one with letters that touch its brackets."""

_NO_WORDS = (
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"\{\{[^{}\n]*\}\}"),
    re.compile(r"\[\^[^\]\s]*\](?::)?"),
    re.compile(r"\{:?\s*#[^}\n]*\}(?=\s*$)", re.MULTILINE),
    re.compile(r"^[ >\t]*(?:```|~~~).*$", re.MULTILINE),
    re.compile(rf"(?<=\]){_ADDRESS}"),
    re.compile(r"(?<=\])\[[^\]\n]*\]"),
    re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*\S+", re.MULTILINE),
    re.compile(r"^[ >\t]*\[!\w+\]", re.MULTILINE),
)
"""Notes to oneself, facts, marks of sources, anchors, fences, addresses, names of boxes."""

_SOURCE = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE = re.compile(
    r"^ {0,3}\[\^([^\]\s]+)\]:.*(?:\n(?:[ \t]+\S.*|[ \t]*$(?=\n[ \t]{4})))*", re.MULTILINE
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>")
_APART = {"br", "div", "p", "li", "ul", "ol", "td", "th", "tr", "table", "hr"}
_BOX = re.compile(r"^([ >\t]*)!!! ?[\w-]+(?: +[\w-]+)*")
_NUMBER = re.compile(r"^([ >\t]*)([0-9]{1,9})([.)])(?=\s|$)")


def written(checked: CheckedPage) -> list[list[str]]:
    """Give the words and numbers of each line of the file; none of its front matter's."""
    return [list(_words(line)) for line in _bare(checked).split("\n")]


def shown(checked: CheckedPage) -> Iterator[str]:
    """Give the words and numbers that the page shows or says, each as often as it does."""
    for passage in checked.passages:
        if passage.kind != "lead":
            yield from _words("".join(_pieces(passage.spans)))
    yield from _of(checked.page.blocks)


def _words(text: str) -> Iterator[str]:
    """Give the words and numbers of a text, whatever marks stand in and around them."""
    plain = _JOINED.sub("", unicodedata.normalize("NFKC", html.unescape(text)))
    # A number is the same in any script: the kiosk writes those of charts in the page's digits.
    plain = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), plain)
    return (found[0].lower() for found in _WORD.finditer(plain))


def _bare(checked: CheckedPage) -> str:
    """Give the body without what is no word, its lines where they were."""
    text = checked.source.text
    front, body = text[: checked.written.body], text[checked.written.body :]
    body = _LINK.sub(r"\1", _without_unused(body))
    for pattern in _NO_WORDS:
        body = pattern.sub(lambda found: "\n" * found[0].count("\n"), body)
    body = _TAG.sub(lambda tag: " " if tag[2].lower() in _APART else "", body)
    lines = [_BOX.sub(r"\1", line) for line in body.split("\n")]
    return "\n" * front.count("\n") + "\n".join(_numbered(lines))


def _without_unused(body: str) -> str:
    """Leave out sources that nothing leads to, of which another rule tells."""
    used = Counter(_SOURCE.findall(body))
    return _NOTE.sub(
        lambda note: "\n" * note[0].count("\n") if used[note[1]] == 1 else note[0], body
    )


def _numbered(lines: Iterable[str]) -> Iterator[str]:
    """Give lines without the numbers that only say that an item begins: 1. 1. 1."""
    before: tuple[str, str] = ("", "")
    for line in lines:
        found = _NUMBER.match(line)
        if found and found[2] == "1" and (found[1], found[2]) == before:
            yield found[1] + line[found.end() :]
            continue
        if found:
            before = found[1], found[2]
        yield line


def _pieces(spans: Iterable[Span]) -> Iterator[str]:
    for span in flattened(spans):
        match span:
            case blocks.Text(text) | blocks.Code(text) | blocks.Term(text):
                yield text
            case blocks.Superscript(text) | blocks.Subscript(text):
                yield text
            case blocks.LineBreak():
                yield " "


def _of(part: object) -> Iterator[str]:  # noqa: PLR0912 (a branch a kind)
    """Give the words and numbers that are no passage: alternatives, numbers, levels."""
    match part:
        case tuple():
            for each in part:
                yield from _of(each)
        case blocks.Text() | blocks.Code() | blocks.Term() | blocks.Footnote():
            if isinstance(part, blocks.Term):
                yield from _words(f"{part.term} {part.meaning}")
        case blocks.Figure(_, alternative):
            yield from _words(alternative)
            yield from map(str, range(1, len(part.key) + 1))
        case blocks.List(items, start):
            if start is not None:
                yield from map(str, range(start, start + len(items)))
            yield from _of(items)
        case blocks.Steps(_, items):
            yield from map(str, range(1, len(items) + 1))
            yield from _of(items)
        case blocks.Moment(when, spans):
            yield from _words(when)
            yield from _of(spans)
        case blocks.Rung(level, entries):
            for _ in entries:
                yield from _of(level)
        case msgspec.Struct():
            for name in part.__struct_fields__:
                yield from _of(getattr(part, name))
        case Enum():
            yield from _words(str(part.value).replace("-", " "))
        case bool():
            pass
        case int():
            yield str(part)
