"""`kiosk search`: what a patient would find by some words, for authors to try what patients type.

Owns how it is told. Nothing of what is asked is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from kiosk.pack.pack import Pack, load_pack
from kiosk.page.error import ContentError
from kiosk.search.found import Found
from kiosk.search.index import build_index


def search(
    words: str,
    folder: Path,
    *,
    assets: Path,
    language: str,
    today: date,
    json: bool,
    unread: Callable[[ContentError], object],
) -> tuple[str, int]:
    """Search a pack in one language, its default one if `language` is empty.

    `unread` is told why a page is left out that can't be used.
    Returns what to print, and 0 or, with nothing found, 1. Raises ContentError.
    """
    pack = load_pack(folder, assets=assets)
    found = build_index(pack, _spoken(pack, language), today, unread).find(words)
    code = 0 if found.results else 1
    if json:
        return msgspec.json.format(msgspec.json.encode(found)).decode(), code
    told = [_told(found)]
    if not language and all(each.guess for each in found.results):
        for other in pack.languages:
            if other == pack.default_language:
                continue
            there = build_index(pack, other, today, unread).find(words).results
            if any(not each.guess for each in there):
                told.append(f"There is more in another language: add --language {other}.")
    return "\n\n".join(told), code


def _spoken(pack: Pack, language: str) -> str:
    if language and language not in pack.languages:
        raise ContentError(
            pack.folder,
            0,
            f"there is no language '{language}' in this pack",
            f"Name one of: {', '.join(pack.languages)}",
        )
    return language or pack.default_language


def _told(found: Found) -> str:
    """Give a paragraph for each result: pane and section, the sentence, whether it is a guess."""
    if not found.results:
        return f'Nothing for "{found.asked}".'
    parts = [f'Nothing for "{found.asked}". Did you mean "{found.meant}"?'] if found.meant else []
    for each in found.results:
        place = each.pane if each.title == each.pane else f"{each.pane} › {each.title}"
        guess = " (a guess)" if each.guess else ""
        parts.append(f"{place}\n{each.text}{guess}")
    return "\n\n".join(parts)
