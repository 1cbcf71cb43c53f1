"""Whether a pack's other words lead anywhere: what the check tells of them, the search passes over.

Owns which of them can't be found or typed. What they do: `kiosk.search.understanding`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.page.blocks import Page
from kiosk.search.entries import page_entries
from kiosk.search.known_words import KnownWords
from kiosk.search.language_rules import rules_of


def parts(words: str) -> list[str]:
    """Give the words or phrases that commas part, without the spaces around them."""
    return [each.strip() for each in words.split(",")]


def in_vain(
    others: Mapping[str, str], pages: Iterable[Page], language: str
) -> Iterator[tuple[str, str]]:
    """Give each line's words of the pages, with those of them that stand together in no passage."""
    known = KnownWords(rules_of(language))
    left = {
        (meant, each): frozenset(known.keys_of(each)) for meant in others for each in parts(meant)
    }
    for entry in (entry for page in pages for entry in page_entries(page)):
        above = {*known.keys_of(entry.title), *known.keys_of(entry.around)}
        for passage in entry.passages:
            keys = above.union(known.keys_of(f"{passage.above} {passage.text}"))
            left = {pair: need for pair, need in left.items() if not need or not need <= keys}
    yield from left


def not_typed(others: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Give each line's words of the pages, with what stands for them and has no word to type."""
    known = KnownWords(rules_of(language))
    for meant, typed in others.items():
        yield from ((meant, each) for each in parts(typed) if not known.keys_of(each))


def twice(others: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    """Give each line's words of the pages that are those of an earlier one, with that one's."""
    known = KnownWords(rules_of(language))
    first: dict[tuple[tuple[str, ...], ...], str] = {}
    for meant in others:
        keys = tuple(sorted(known.keys_of(each) for each in parts(meant)))
        if keys in first and any(keys):
            yield meant, first[keys]
        first.setdefault(keys, meant)
