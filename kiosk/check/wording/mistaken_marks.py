"""Marks that their author took for something else: stars in a sum, a ~, a number and a colon.

Owns when a mark was no mark, and what was meant for one: in a comparison `26: words` is drawn as
people in 100. Looks at the spans of a passage and at the text as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from kiosk.check.material.shortened import shortened
from kiosk.page.blocks import Emphasis, LineBreak, Span, Spans, Strong, Struck
from kiosk.page.terms import plain

_PIECE = re.compile(r"[^\s|()\[\]]{0,40}\w\*{1,3}\w[^\s|()\[\]]{0,40}")
_TILDES = re.compile(
    r"(?<![\\~/])~(?![~\s])(?P<words>(?:\\.|[^~\n\\]|\n(?![ \t]*\n))*?[^\s\\~])~(?!~)"
)
_LINKED = re.compile(r"\]\([^()\n]*\)|https?://\S+")
_LOWERED = re.compile(r"(?:[^\W\d_][*_]{0,3}|[)\]^])$")

_COLONS = ":\N{FULLWIDTH COLON}\N{SMALL COLON}\N{RATIO}\N{MODIFIER LETTER COLON}"
_VISARGA = "\N{BENGALI SIGN VISARGA}"
"""Typed for a colon in Bengali, which it looks like."""

_ABOUT = "|".join(
    unicodedata.normalize("NFC", word)
    for word in (
        "about", "around", "approximately", "approx[.]?", "circa", "ca[.]", "nearly", "almost",
        "over", "under", "up to", "more than", "less than", "fewer than", "at least", "প্রায়",
    )
)  # fmt: skip
_SIGN = "[-+~<>=\N{ALMOST EQUAL TO}\N{LESS-THAN OR EQUAL TO}\N{GREATER-THAN OR EQUAL TO}\
\N{PLUS-MINUS SIGN}\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]"
_NUMBER = r"\d{1,3}(?:[.,]\d{0,2})?"
_LIKE = re.compile(
    rf"""\s*(?:(?:{_ABOUT})\s+)?{_SIGN}{{0,2}}\s*
        (?P<number>{_NUMBER})(?:\s?(?:[-–—]|to|or|থেকে)\s?{_NUMBER})?[+]?
        (?:\s?(?:%|per\s?cent|শতাংশ|(?:in|of|out\ of|/)\s?100(?:\ \w+)?))?
        \s*[{_COLONS}{_VISARGA}](?!\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[.][0-5]\d")
_NEXT = re.compile(
    rf"(?:[;,./|–—-]|\b(?:and|or|but|vs[.]?|versus)\b)\s*(?P<number>\d{{1,3}}\s?[{_COLONS}])(?!\d)"
)


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


_HERE = (
    "Write a whole number from 0 to 100, a colon and a space, as in 26: felt better; if it is no "
    "number of people, leave the colon out"
)


class NotDrawn(msgspec.Struct, frozen=True):
    """A number that is not drawn: its index in the plain words, what is wrong, what to do."""

    at: int
    problem: str
    remedy: str


def not_drawn(spans: Spans, *, drawn: bool) -> Iterator[NotDrawn]:
    """Give what looks like people in 100 in an answer's words, or in those behind `drawn` ones."""
    for number, (at, words) in enumerate(_lines(spans)):
        found = None if drawn and not number else _LIKE.match(words)
        if found and not _TIME.fullmatch(found["number"]):
            begins = at + len(words) - len(words.lstrip())
            problem = f"'{found[0].strip()}' looks like people in 100, but is shown as words"
            yield NotDrawn(begins, problem, _HERE)
        elif further := _NEXT.search(words) if drawn else None:
            yield NotDrawn(
                at + further.start("number"),
                f"'{further['number']}' is not drawn: it stands among the words of the number "
                f"before it, '{shortened(words, 40)}'",
                "Write <br> before it, so that it begins a line of its own",
            )


def _lines(spans: Spans) -> Iterator[tuple[int, str]]:
    """Give the lines of a cell, each with where it begins in the plain words."""
    at, words = 0, ""
    for span in (*spans, LineBreak()):
        if isinstance(span, LineBreak):
            yield at, words
            at, words = at + len(words) + 1, ""
        else:
            words += plain((span,))
