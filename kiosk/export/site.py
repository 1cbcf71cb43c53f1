"""What all pages of a website share: which there are, where each stands, and the picture files.

Owns what is exported: tabs, extra pages, the page about the kiosk, and all that they lead to.
Writes no file, and knows no HTML.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from kiosk.leaflet.words import Language
from kiosk.pack.pack import Pack
from kiosk.pack.today import Today
from kiosk.page.blocks import Heading, Page, Question, Sources
from kiosk.take_home.web_address import web_address

PICTURES = "pictures"
"""The folder of what is no drawing within a page."""


class Site:
    """The pages of a pack on one day. Raises ContentError when one can't be read.

    `files` are the pictures that pages have asked for, by their paths in the website.
    """

    def __init__(self, pack: Pack, day: date, languages: Mapping[str, Language]) -> None:
        self.pack = pack
        self.languages = languages
        self.today = Today(pack, day)
        self.offered = list(dict.fromkeys(pack.offered))
        self.files: dict[str, bytes] = {}
        self._pages = {language: self._read(language) for language in pack.languages}
        self._anchors = {
            (language, name): frozenset(anchors(page.blocks))
            for language, pages in self._pages.items()
            for name, page in pages.items()
        }

    def names(self, language: str) -> list[str]:
        """Give the names of all pages in a language, those that are offered everywhere first."""
        return list(self._pages[language])

    def page(self, language: str, name: str) -> Page:
        """Give a page as it is shown in a language."""
        return self._pages[language][name]

    def address(self, base: str, language: str, name: str, anchor: str = "") -> str:
        """Give where a page or a part of it stands, seen from `base`; its top if it lacks the part.

        Empty for a page that there isn't.
        """
        if name not in self._pages[language]:
            return ""
        known = anchor in self._anchors[language, name]
        return web_address(base, language, name, anchor if known else "")

    def keep(self, content: bytes, file: Path) -> str:
        """Keep a picture's content under a name of its own, and give its path in the website."""
        digest = hashlib.sha256(content).hexdigest()[:16]
        path = f"{PICTURES}/{digest}{file.suffix.lower()}"
        self.files[path] = content
        return path

    def _read(self, language: str) -> dict[str, Page]:
        found: dict[str, Page] = {}
        waiting = [*self.offered, *(card.page for card in self.today.rest(language))]
        while waiting:
            name = waiting.pop(0)
            if name not in found and self.pack.has(name):
                found[name] = self.today.shown(self.pack.page(name, language))
                waiting += found[name].links
        return found


def anchors(part: Any) -> Iterator[str]:
    """Give each anchor in blocks, however deep."""
    match part:
        case Heading(anchor=anchor):
            yield anchor
        case Question(anchor=anchor, blocks=inside):
            yield anchor
            yield from anchors(inside)
        case Sources():
            yield "sources"
        case tuple():
            for each in part:
                yield from anchors(each)
        case msgspec.Struct():
            for name in part.__struct_fields__:
                yield from anchors(getattr(part, name))
