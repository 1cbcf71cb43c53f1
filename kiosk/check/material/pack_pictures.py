"""The pictures of a pack: which there are, where each is shown, and what an SVG holds.

Owns finding them and reading their files. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Spot
from kiosk.check.material.rule import Survey
from kiosk.pack.drawings import read
from kiosk.pack.packfile import NAME, line_of_card, line_of_key
from kiosk.page.blocks import Figure
from kiosk.page.error import ContentError
from kiosk.svg.drawing import Drawing, Fault
from kiosk.svg.element import DocumentTypeError, SvgError


class Shown(msgspec.Struct, frozen=True):
    """A picture's file, its path as the author wrote it, and the first place that shows it."""

    path: Path
    name: str
    file: str
    spot: Spot


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
    known: dict[tuple[str, str], Path | None] = {}
    for checked in survey.checked_pages.values():
        for figure, spot in figures(checked):
            key = figure.source, checked.language
            if key not in known:
                known[key] = None
                with suppress(ContentError):
                    known[key] = pack.picture(*key)
            if path := known[key]:
                yield figure.source, path, checked.file, spot
    for tab in pack.tabs:
        line = line_of_key(pack.source, "icon", tab.icon) or line_of_key(pack.source, "tabs")
        yield tab.icon, pack.icon(tab.icon), NAME, Spot(line, 1)
    for index, card in enumerate(pack.rest(pack.default_language)):
        if card.figure:
            line = line_of_card(pack.source, index, "figure")
            yield card.figure, pack.picture(card.figure, pack.default_language), NAME, Spot(line, 1)


def drawing(file: Path) -> Drawing | None:
    """Read an SVG file; None for another kind and for one that can't be read."""
    if file.suffix.lower() != ".svg":
        return None
    try:
        return read(file)
    except SvgError:
        return None


def reaching(file: Path) -> Fault | None:
    """Say what a drawing reads from elsewhere, or may; None for nothing, and for another kind."""
    if file.suffix.lower() != ".svg":
        return None
    try:
        return read(file).reaching
    except DocumentTypeError as error:
        return error.problem, error.remedy
    except SvgError:
        return None
