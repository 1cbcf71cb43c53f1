"""Whether what a pack says for the words that patients type stands in its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.page.blocks import Page
from kiosk.search.entries import page_entries
from kiosk.search.known_words import KnownWords
from kiosk.search.language_rules import rules_of


def in_vain(
    others: Mapping[str, str], pages: Iterable[Page], language: str
) -> Iterator[tuple[str, str]]:
    """Give each typed word with those of its words that stand together in no passage."""
    known = KnownWords(rules_of(language))
    wanted = {
        (said, each.strip()): frozenset(known.keys_of(each))
        for said, meant in others.items()
        for each in meant.split(",")
    }
    left = dict(wanted)
    for entry in (entry for page in pages for entry in page_entries(page)):
        above = {*known.keys_of(entry.title), *known.keys_of(entry.around)}
        for passage in entry.passages:
            keys = above.union(known.keys_of(f"{passage.above} {passage.text}"))
            left = {pair: need for pair, need in left.items() if not need or not need <= keys}
    yield from left
