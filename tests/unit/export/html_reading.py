"""Reads the files of a website as a browser would, by the parser that Python brings.

Holds no rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from kiosk.export.website import website
from kiosk.leaflet.words import Language
from kiosk.pack.pack import load_pack
from kiosk.page.phrases import Phrases
from kiosk.shipped import shipped

DAY = date(2026, 11, 29)
_TOLD = ("alt", "aria-label")
_FROM_RIGHT = ("ar", "ur")


def made(folder: Path | None, day: date = DAY) -> dict[str, bytes]:
    """Return the website of a pack, ours if none is named; the kiosk's own words are English."""
    pack = load_pack(folder or shipped("content"), assets=shipped("assets"))
    return website(pack, day, {code: spoken(code) for code in pack.languages})


def spoken(code: str) -> Language:
    return Language(code, f"({code})", code in _FROM_RIGHT, Phrases(), str)


@dataclass
class Read(HTMLParser):
    """One file: its elements with their attributes, and its words, without those of its menus."""

    text: str
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._menus = 0
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        self._menus += tag == "nav"
        self.words += "".join(given.get(name, "") for name in _TOLD if not self._menus)

    def handle_endtag(self, tag: str) -> None:
        self._menus -= tag == "nav"

    def handle_data(self, data: str) -> None:
        self.words += "" if self._menus else data

    def all(self, name: str) -> list[str]:
        """Give each value of an attribute."""
        return [given[name] for _, given in self.elements if name in given]


def pages(files: Mapping[str, bytes]) -> dict[str, Read]:
    """Return the HTML files, read."""
    return {
        path: Read(content.decode()) for path, content in files.items() if path.endswith(".html")
    }


def closed(words: str) -> str:
    """Return words without any space, nor what holds a mark to its word."""
    return re.sub(r"[\s\u2060]", "", words)


def words_of(part: Any) -> Iterator[str]:
    """Give every word that any block holds for its reader, in order, whatever kind it is."""
    match part:
        case str():
            yield part
        case list() | tuple():
            for each in part:
                yield from words_of(each)
        case {"block": "figure", "alternative": alternative}:
            yield from words_of([alternative, part["caption"], part["key"]])
        case dict():
            for name, value in part.items():
                if name in ("text", "title", "when") or not isinstance(value, str):
                    yield from words_of(value)
        case _:
            pass
