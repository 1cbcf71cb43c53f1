"""Parts of the kiosk's own pages that between them show every kind of block there is in them.

Blocks of a kind are drawn by one QML file: what is true of how one looks is true of the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

import msgspec
from platformdirs import user_cache_path

from kiosk.pack.pack import load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.page.sections import sections
from kiosk.shipped import shipped

PAGES = ("overview", "procedure", "types", "risks", "faq")


@cache
def every_kind() -> list[tuple[str, str]]:
    """Give page and anchor of each section with a kind of block that none before it has."""
    # Pages that are read here are compiled for the kiosks, too: they keep them at the same place.
    cache = PageCache(user_cache_path("kiosk") / "pages")
    pack = load_pack(shipped("content"), assets=shipped("assets"), cache=cache)
    known: set[str] = set()
    found = []
    for page in PAGES:
        for section in sections(pack.page(page, "en")):
            if not known.issuperset(kinds(section.blocks)):
                known.update(kinds(section.blocks))
                found.append((page, section.anchor))
    return found


def kinds(part: object) -> Iterator[str]:
    """Name what a part of a page is made of, to its links: each with its tone or its level."""
    if isinstance(part, msgspec.Struct):
        fields = [getattr(part, name) for name in part.__struct_fields__]
        chosen = [field.name for field in fields if isinstance(field, Enum)]
        yield " ".join([type(part).__name__, *chosen])
        yield from kinds(tuple(fields))
    elif isinstance(part, tuple):
        for each in part:
            yield from kinds(each)
