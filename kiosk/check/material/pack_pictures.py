"""The pictures of a pack: which there are, where each is shown, and what an SVG holds.

Owns finding them and reading their files. Judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Spot
from kiosk.check.material.rule import Survey
from kiosk.pack.packfile import NAME, line_of_card, line_of_key
from kiosk.pack.picture_files import MOST_BYTES
from kiosk.page.blocks import Figure

_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)""", re.IGNORECASE)
_SHEET = re.compile(r"""href\s*=\s*["']([^"']*)""")
_ACTING = {"script", "handler", "foreignobject", "iframe", "embed", "object", "audio", "video"}


class Shown(msgspec.Struct, frozen=True):
    """A picture's file, its path as the author wrote it, and the first place that shows it."""

    path: Path
    name: str
    file: str
    spot: Spot


class Drawing(msgspec.Struct, frozen=True):
    """What an SVG file says of itself: what it loads from elsewhere, and what in it acts."""

    has_view_box: bool
    loads: tuple[str, ...]
    acts: tuple[str, ...]


def figures(checked: CheckedPage) -> Iterator[tuple[Figure, Spot]]:
    """Give the pictures of a page with their places."""
    text, after = checked.source.text, 0
    for passage in checked.passages:
        figure = passage.block
        if passage.kind != "caption" or not isinstance(figure, Figure):
            continue
        at = text.find(f"({figure.source}", after)
        if at >= 0:
            after = at + 1
            # The words in brackets stand before it, perhaps over several lines.
            at = max(text.rfind("![", 0, at), 0) or at
        yield figure, checked.at(at) if at >= 0 else checked.find(figure.source)


def shown(survey: Survey) -> Iterator[Shown]:
    """Give every picture of the pages, tabs and resting cards once; those that can't be had not."""
    seen: set[Path] = set()
    for name, path, file, spot in _places(survey):
        if path not in seen:
            seen.add(path)
            yield Shown(path, name, file, spot)


def _places(survey: Survey) -> Iterator[tuple[str, Path, str, Spot]]:
    pack = survey.pack
    known: dict[tuple[str, str], Path] = {}
    for checked in survey.checked_pages.values():
        for figure, spot in figures(checked):
            key = figure.source, checked.language
            if key not in known:
                known[key] = pack.picture(*key)
            yield figure.source, known[key], checked.file, spot
    for tab in pack.tabs:
        line = line_of_key(pack.source, "icon", tab.icon) or line_of_key(pack.source, "tabs")
        yield tab.icon, pack.icon(tab.icon), NAME, Spot(line, 1)
    for index, card in enumerate(pack.rest(pack.default_language)):
        if card.figure:
            line = line_of_card(pack.source, index, "figure")
            yield card.figure, pack.picture(card.figure, pack.default_language), NAME, Spot(line, 1)


def drawing(file: Path) -> Drawing | None:
    """Read an SVG file; None for another kind and for one that is damaged."""
    try:
        if file.suffix.lower() != ".svg" or file.stat().st_size > MOST_BYTES:
            return None
        reader = _Scanner()
        reader.read(file.read_bytes())
    except (OSError, ValueError, LookupError, expat.ExpatError):
        return None
    return Drawing(reader.has_view_box, tuple(dict.fromkeys(reader.loads)), tuple(reader.acts))


class _Scanner:
    """Takes note of elements and attributes; loads nothing, resolves no outside entity."""

    def __init__(self) -> None:
        self.has_view_box = False
        self.loads: list[str] = []
        self.acts: dict[str, None] = {}
        self._depth = 0
        self._style: list[str] = []
        self._styled = 0

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.ProcessingInstructionHandler = self._instruction
        parser.EntityDeclHandler = self._entity
        parser.Parse(content, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(":")[2].lower()
        if not self._depth:
            self.has_view_box = bool(attributes.get("viewBox", "").strip())
        self._depth += 1
        if element in _ACTING:
            self.acts[f"<{element}>"] = None
        self._styled += element == "style"
        for attribute, value in attributes.items():
            plain = attribute.rpartition(":")[2].lower()
            address = "".join(value.split())
            if plain.startswith("on") or address.lower().startswith("javascript:"):
                self.acts[attribute] = None
            elif plain in ("href", "src") and element != "a":
                self._load(address)
            elif "url(" in value or "@import" in value:
                self._css(value)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._styled and name.rpartition(":")[2].lower() == "style":
            self._styled -= 1
            self._css("".join(self._style))
            self._style.clear()

    def _words(self, words: str) -> None:
        if self._styled:
            self._style.append(words)

    def _instruction(self, name: str, words: str) -> None:
        if name == "xml-stylesheet":
            for address in _SHEET.findall(words):
                self._load(address)

    def _entity(self, *declared: str | int | None) -> None:
        system = declared[4]
        if isinstance(system, str):
            self._load(system)

    def _css(self, text: str) -> None:
        for address, imported in _ADDRESS.findall(text):
            self._load((address or imported).strip())

    def _load(self, address: str) -> None:
        # What lies in the file itself is no load: #part, and a picture written out as data.
        if address and not address.startswith("#") and not address.lower().startswith("data:"):
            self.loads.append(address)
