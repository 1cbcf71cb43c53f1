"""Text for the parser: any at all, shaped like Markdown, and pages of our own with harm done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import TypeVar

import msgspec

from kiosk.leaflet.typeset import Gathered
from kiosk.leaflet.words import Language
from kiosk.markdown.parse import parse_page
from kiosk.pack.pack import load_pack
from kiosk.page.blocks import Code, Figure, Footnote, OutsideLink, Page, PageLink
from kiosk.page.error import ContentError
from kiosk.page.phrases import Phrases
from kiosk.page.sections import sections
from kiosk.page.sentences import sayable
from kiosk.page.source import decode
from kiosk.rows.build import page_rows
from kiosk.rows.doors import opening_rows, section_rows
from kiosk.rows.row import Row
from kiosk.shipped import shipped
from kiosk.speech.utterances import Listener, spoken
from tests.fuzz.changes import changed
from tests.fuzz.kinds import hold_told
from tests.fuzz.marks import FRONT, HEAD, ODD, PIECES, RAW
from tests.fuzz.texts import any_markdown, any_text

T = TypeVar("T")

LANGUAGES = ("en", "bn")

FILE = Path("en/page.md")

AWAY = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\\\]", re.IGNORECASE)
"""How an address begins that leads out of the pack (RFC 3986, 3.1)."""

TAG_IN_TAG = re.compile(rb"<[a-zA-Z][^<>]*<")
MARKUP = ("<script", "onerror", "<ifr")

LISTENER = Listener(language="en", say=Phrases(), today=date(2026, 11, 22))


def every(value: object, kind: type[T]) -> Iterator[T]:
    """Give everything of a kind that stands in a page."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from every(getattr(value, name), kind)
    elif isinstance(value, tuple):
        for part in value:
            yield from every(part, kind)


class Parser:
    """Parses inputs, and makes of each page what screen, voice and paper make of it."""

    def __init__(self) -> None:
        content = shipped("content")
        self._pack = load_pack(content, assets=shipped("assets"))
        self._pages = [
            file.read_bytes() for each in LANGUAGES for file in sorted((content / each).glob("*"))
        ]
        say = Phrases()
        spoken_here = {
            each: Language(each, each, from_right=False, phrases=say, day=date.isoformat)
            for each in LANGUAGES
        }
        self._gathered = Gathered(self._pack, "en", spoken_here, ("Atkinson Hyperlegible",))
        self._input = b""
        self._language = "en"

    def play(self, dice: Random) -> None:
        """Parse one input; a page must be one that can be shown."""
        self._language = dice.choice(LANGUAGES)
        self._input = self._made(dice)
        page = self._parsed(self._input)
        if page:
            self._hold(page)

    def told(self) -> str:
        """Give the bytes of the page's file."""
        return f"{self._language}: {self._input!r}"

    def _made(self, dice: Random) -> bytes:
        match dice.randrange(8):
            case 0:
                text = any_text(dice)
                shape = dice.choice(("{}", FRONT + "{}", "---\n{}\n---\nx"))
                return shape.replace("{}", text).encode("utf-8", "surrogatepass")
            case 1 | 2 | 3:
                return (FRONT + any_markdown(dice)).encode()
            case _:
                marks = dice.choice((PIECES, PIECES, RAW, ODD, HEAD))
                return changed(dice, self._part(dice.choice(self._pages), dice), marks)

    def _part(self, page: bytes, dice: Random) -> bytes:
        """Give a page, mostly no more of it than some lines: time goes by length."""
        if dice.random() < 0.1:
            return page
        front, body = page.split(b"\n---\n", 1)
        lines = body.split(b"\n")
        start = dice.randrange(len(lines))
        short = FRONT.encode() if dice.random() < 0.7 else front + b"\n---\n\n"
        return short + b"\n".join(lines[start : start + dice.randint(1, 15)])

    def _parsed(self, content: bytes) -> Page | None:
        try:
            return parse_page(
                decode(content, FILE),
                name="page",
                language=self._language,
                file=FILE,
                terms={},
                facts=self._pack.facts(self._language),
            )
        except ContentError as error:
            hold_told([error], lines=len(content.replace(b"\r", b"\n").split(b"\n")))
            return None

    def _hold(self, page: Page) -> None:
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(page), type=Page) == page
        # What is written as letters, such as `<b>` or \\<b>, stays what it is. So does a tag that
        # another stands in: Markdown reads the inner one, and rule left-over-mark names the rest.
        written = any(sign in self._input for sign in (b"`", b"\\", b"&"))
        hold_harmless(page, html=not written and not TAG_IN_TAG.search(self._input))
        say, parts = Phrases(), sections(page)
        for rows in (
            page_rows(page, _picture),
            opening_rows(page, _picture, say),
            *(section_rows(page, each, _picture, say) for each in parts),
        ):
            assert msgspec.json.decode(msgspec.json.encode(rows), type=list[Row]) == rows
            said = spoken(page, rows, LISTENER, LISTENER)
            assert all(each.text == sayable(each.text) != "" for each in said), "only words"
        msgspec.json.encode(self._gathered.chapter(page, overdue=False))
        self._gathered.files.clear()
        self._gathered.origins.clear()


def _picture(source: str) -> tuple[str, float]:
    return source, 1.0


def hold_harmless(page: Page, *, html: bool) -> None:
    """Hold that no address leads anywhere but to a page, a site, a mailbox or a telephone.

    `html`: hold also that no HTML is left in its body; a title is words, whatever stands in it.
    """
    for link in every(page, OutsideLink):
        assert link.address.startswith(("http://", "https://", "mailto:", "tel:")), link
    for figure in every(page, Figure):
        assert not AWAY.match(figure.source), figure
    inside = [link.spans for link in every(page, OutsideLink)]
    inside += [link.spans for link in every(page, PageLink)]
    for kind in (OutsideLink, PageLink, Footnote):
        assert not list(every(tuple(inside), kind)), f"a {kind.__name__} in a link"
    if not html:
        return
    letters = {code.text for code in every(page, Code)}
    for words in set(every(page.blocks, str)) - letters:
        assert not any(sign in words.lower() for sign in MARKUP), f"HTML is left: {words!r}"
