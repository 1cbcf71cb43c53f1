"""Inline spans as the rich text that Qt Quick's Text draws.

Owns the escaping and the addresses of links; every word is escaped here, so nothing that an
author writes can become markup. Knows no colours: links take theirs from the theme.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from html import escape, unescape
from itertools import takewhile
from typing import assert_never
from urllib.parse import quote, unquote

from kiosk.page import blocks
from kiosk.page.blocks import Span, Spans
from kiosk.page.superscripts import in_plain_text
from kiosk.page.terms import flattened, plain

NO_BREAK = '<font size="1">&nbsp;</font>'
"""Holds a footnote mark to its word. A word joiner would come from a font with other lines.

By name: `Text` takes the character itself for any space, and breaks the line there.
"""

JOINER = "\N{ZERO WIDTH JOINER}"
"""Holds a footnote mark to the danda that ends a Bengali sentence (UAX 14, LB8a).

Between a danda and a no-break space a line may break (LB12a). It is in the fonts that have dandas.
"""

_DANDA = re.compile(r"[\N{DEVANAGARI DANDA}\N{DEVANAGARI DOUBLE DANDA}](?:</[bi]>)*\Z")

_NEXT_DIGIT = r"(?:[ ()\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}-]{0,2}[0-9])"
"""The next digit of a number, with what may stand before it."""

_COPIED = re.compile(rf"(?<![\w.,/])[+(]?[0-9]{_NEXT_DIGIT}{{5,}}(?!\w)")
"""A number that somebody copies, as that of a telephone: six digits or more."""

_DIALLED = re.compile(rf"[+(]?[0-9]{_NEXT_DIGIT}*")
"""Any number."""

_COUNT = re.compile(r"\(\d[^()<>&]{0,16}\d[^()<>&\d]{0,8}\)")
"""How many of how many, as it stands behind what is counted: "(18 of 26)", "(২৬ জনে ১৮ জন)"."""

_FOOTNOTE = re.compile(rf'{JOINER}?{re.escape(NO_BREAK)}<a href="source:[0-9]+">.*?</a>')
_LINK = re.compile(r"</?a(?: [^>]*)?>")
_TAG = re.compile(r"<[^>]*>")
_STRUCK = re.compile(r"<s>.*?</s>", re.DOTALL)
_MOVED = re.compile(r"<(su[bp])>(.*?)</su[bp]>", re.DOTALL)

Number = Callable[[int], str]
"""From a number to its digits in the page's language."""


def counted(text: str) -> str:
    """Return rich text in which no line ends within a count in brackets."""
    return _COUNT.sub(lambda found: found[0].replace(" ", "&nbsp;"), text)


def styled(spans: Spans, number: Number = str) -> str:
    """Return the spans as the subset of HTML that `Text.StyledText` understands.

    It knows no `<sup>`, `<sub>` and `<span>`: what holds one is to be drawn as `Text.RichText`.
    """
    made = ""
    for span in spans:
        if isinstance(span, blocks.Footnote) and _DANDA.search(made[-40:]):
            made += JOINER
        made += _styled(span, number)
    return made


def _styled(span: Span, number: Number) -> str:  # noqa: PLR0912 (a branch a kind)
    match span:
        case blocks.Text(text):
            return _to_copy(text, _COPIED)
        case blocks.Strong(spans):
            return f"<b>{styled(spans, number)}</b>"
        case blocks.Emphasis(spans):
            return f"<i>{styled(spans, number)}</i>"
        case blocks.Struck(spans):
            return f"<s>{styled(spans, number)}</s>"
        case blocks.Code(text):
            return f"<b>{_to_copy(text, _COPIED)}</b>"
        case blocks.Superscript(text):
            return f"<sup>{_escaped(text)}</sup>"
        case blocks.Subscript(text):
            return f"<sub>{_escaped(text)}</sub>"
        case blocks.Term(text, term, meaning):
            return _link("term", f"{term}\n{meaning}", _escaped(text))
        case blocks.Footnote(source):
            mark = f'<font size="2">[{number(source)}]</font>'
            return _link("source", str(source), mark, NO_BREAK)
        case blocks.PageLink(spans, page, section):
            return _link("page", f"{page}\n{section}", styled(spans, number))
        case blocks.OutsideLink(spans, address):
            return _link("outside", address, styled(spans, number))
        case blocks.LineBreak():
            return "<br>"
        case _:
            assert_never(span)


def to_dial(text: str) -> str:
    """Return plain words that tell whom to call, as rich text: any number in them is copied."""
    return _to_copy(text, _DIALLED)


def copied(text: str) -> str:
    """Return plain words as rich text: long numbers in them are shown for somebody to copy."""
    return _to_copy(text, _COPIED)


def _to_copy(text: str, kind: re.Pattern[str]) -> str:
    """Escape words, and mark the numbers in them that are shown with an unslashed zero."""
    return _drawn(text, 0, len(text), _numbers(text, kind))


def _numbers(text: str, kind: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the numbers of a kind stand that have a zero."""
    return [found.span() for found in kind.finditer(text) if "0" in found[0]]


def _drawn(text: str, begin: int, end: int, numbers: Sequence[tuple[int, int]]) -> str:
    """Escape a part of a text, and mark what of these numbers stands in it."""
    made, done = "", begin
    for first, last in numbers:
        inside = _escaped(text[max(first, begin) : min(last, end)])
        if inside:
            made += _escaped(text[done : max(first, begin)])
            made += f'<span class="number">{inside}</span>'
            done = min(last, end)
    return made + _escaped(text[done:end])


def _escaped(text: str) -> str:
    return escape(text).replace("\N{NO-BREAK SPACE}", "&nbsp;")


def marked(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """Return plain text as rich text in which these ranges of characters stand out.

    They are bold and underlined: never colour alone. Numbers are shown as in `copied`.
    """
    numbers = _numbers(text, _COPIED)
    made, done = "", 0
    for begin, last in sorted(ranges):
        # A letter is marked with the signs on it.
        signs = (unicodedata.category(sign)[0] == "M" for sign in text[last:])
        end = last + sum(1 for _ in takewhile(bool, signs))
        if done <= begin < min(end, len(text)):
            made += _drawn(text, done, begin, numbers)
            made += f"<b><u>{_drawn(text, begin, end, numbers)}</u></b>"
            done = end
    return made + _drawn(text, done, len(text), numbers)


def _link(kind: str, target: str, words: str, before: str = "") -> str:
    return f'{before}<a href="{kind}:{quote(target, safe="")}">{words}</a>'


def unlinked(text: str) -> str:
    """Return rich text without its links and marks: their words stay."""
    return _LINK.sub("", _FOOTNOTE.sub("", text))


def bare(text: str) -> str:
    """Return the words of rich text as those of its spans stand in plain text.

    10 and a raised 9 are never 109; what is crossed out and marks of sources are no words.
    """

    def on_the_line(found: re.Match[str]) -> str:
        return escape(in_plain_text(unescape(found[2]), lowered=found[1] == "sub"))

    text = _STRUCK.sub("", _FOOTNOTE.sub("", text)).replace("<br>", " ")
    return unescape(_TAG.sub("", _MOVED.sub(on_the_line, text)))


def evidence_link(level: blocks.Level, study: Spans) -> str:
    """Return the address of the card that explains a level and names the study behind it.

    Its parts are the level, the study's plain words, and the number of each of its sources.
    """
    words = " ".join(plain(study).split())
    sources = [str(span.number) for span in flattened(study) if isinstance(span, blocks.Footnote)]
    parts = [level.value, words, *dict.fromkeys(sources)]
    return "evidence:" + quote("\n".join(parts), safe="")


def link_target(address: str) -> tuple[str, tuple[str, ...]]:
    """Split an address made here into its kind and its parts, as many as that kind has."""
    kind, _, rest = address.partition(":")
    return kind, tuple(unquote(rest).split("\n"))
