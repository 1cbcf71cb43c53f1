"""Marks that were signs for their author and are eaten: stars in a sum, a ~ in front of words.

Owns when a mark was no mark. Looks at the spans of a passage and at the text as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kiosk.page.blocks import Emphasis, Span, Strong, Struck
from kiosk.page.terms import plain

_PIECE = re.compile(r"[^\s|()\[\]]{0,40}\w\*{1,3}\w[^\s|()\[\]]{0,40}")
_TILDES = re.compile(
    r"(?<![\\~/])~(?![~\s])(?P<words>(?:\\.|[^~\n\\]|\n(?![ \t]*\n))*?[^\s\\~])~(?!~)"
)
_LINKED = re.compile(r"\]\([^()\n]*\)|https?://\S+")
_LOWERED = re.compile(r"(?:[^\W\d_][*_]{0,3}|[)\]^])$")


def glued(spans: Iterable[Span]) -> str:
    """Give the first run of letters and digits that a mark parted as it was written, else ""."""
    last, opened = "", False
    within: tuple[int, ...] = ()
    for text, around in _leaves(spans, ()):
        if around != within and last and text and last[-1].isalnum() and text[0].isalnum():
            opens = len(around) > len(within)
            if _parts(last[-1], text[0], opens=opens, opened=opened):
                return _end(last) + _begin(text)
            opened = opens
        elif around != within:
            opened = False
        last, within = text, around
    return ""


def _leaves(
    spans: Iterable[Span], around: tuple[int, ...]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Give the words of spans, each with the stressed ones around it."""
    for span in spans:
        if isinstance(span, Strong | Emphasis):
            yield from _leaves(span.spans, (*around, id(span)))
        elif isinstance(span, Struck):
            yield " ", around
        else:
            yield plain((span,)), around


def _parts(before: str, behind: str, *, opens: bool, opened: bool) -> bool:
    """Tell whether a mark between two signs was a sign of its own: 5*3, 2*x, x*2*y."""
    if before.isdecimal() and behind.isdecimal():
        return True
    return before.isdecimal() and (opens or opened)


def _end(text: str) -> str:
    found = re.search(r"[^\W_]+$", text[-40:])
    return found[0] if found else ""


def _begin(text: str) -> str:
    found = re.match(r"[^\W_]+", text)
    return found[0] if found else ""


def as_written(line: str, shown: str) -> str:
    """Give the piece of a line that is shown as these letters once its stars are eaten."""
    for found in _PIECE.finditer(line):
        if shown in found[0].replace("*", ""):
            return found[0]
    return ""


def meant(piece: str) -> str:
    """Say how a sum is written so that its signs are seen."""
    if power := re.fullmatch(r"(\d+)\*\*(\d+)", piece):
        return f"{power[1]}^{power[2]}^"
    return re.sub(r"(?<=\w)\*+(?=\w)", " × ", piece).replace("*", "")


def tildes(text: str) -> Iterator[tuple[int, str]]:
    """Give place and words of what stands between two ~ and is no lowered part of a word."""
    text = _LINKED.sub(lambda link: " " * len(link[0]), text)
    for found in _TILDES.finditer(text):
        if _LOWERED.search(text, max(0, found.start() - 4), found.start()):
            continue
        # Two of them that stand for "about" each: ~5 mg to (~10 mg)
        if (
            not re.search(r"\s", found["words"])
            or not text[found.end() : found.end() + 1].isalnum()
        ):
            yield found.start(), found["words"]
