"""Small packs to search in, and the one that comes with the kiosk."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from kiosk.pack.pack import load_pack
from kiosk.search.found import Found
from kiosk.search.index import Index, build_index
from kiosk.shipped import shipped

DAY = date(2026, 11, 29)


def index_of(folder: Path, language: str = "en", day: date = DAY) -> Index:
    """Index a pack's pages of one language as they are shown on a day."""
    return build_index(load_pack(folder, assets=shipped("assets")), language, day)


@cache
def own_index(language: str) -> Index:
    """Give the index of the kiosk's own text: made once, since to be asked doesn't change it."""
    return index_of(shipped("content"), language)


def places(found: Found) -> list[str]:
    """Give the page and section of each result."""
    return [f"{each.page}#{each.anchor}" for each in found.results]
