"""What a stricter reader asks of our pages: how long they are, what stands twice, which sources.

Owns this counting. Judges nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.passages import Passage
from kiosk.check.wording.identifiers import identified
from kiosk.check.wording.readability import words
from tests.quality.measured import Pages

UNREAD = frozenset({"source", "study"})
"""Kinds of words that open at a touch: a page is read without them."""

AIMS = {"overview": 450, "procedure": 450, "types": 400, "risks": 650, "faq": 350}
"""The most words of a pane that the review of the text asks for."""


def read(sheet: CheckedPage) -> Iterator[Passage]:
    """Give what somebody reads on a page."""
    return (passage for passage in sheet.passages if passage.kind not in UNREAD)


def length(sheet: CheckedPage) -> int:
    """Count the words of a page, headings and tables among them."""
    return sum(len(words(passage.text)) for passage in read(sheet))


def longest_repeat(pages: Pages, language: str) -> str:
    """Return the longest run of words that stands twice in a language's pages."""
    texts = [
        [word.lower() for word in words(passage.text)]
        for name in pages.names
        for passage in read(pages.sheet(name, language))
    ]
    longest: tuple[str, ...] = ()
    while runs := _twice(texts, len(longest) + 1):
        longest = runs
    return " ".join(longest)


def _twice(texts: list[list[str]], size: int) -> tuple[str, ...]:
    seen: set[tuple[str, ...]] = set()
    for text in texts:
        for at in range(len(text) - size + 1):
            run = tuple(text[at : at + size])
            if run in seen:
                return run
            seen.add(run)
    return ()


def kinds_of_sources(pages: Pages) -> Counter[str]:
    """Count the different sources of the English pages by what leads to them."""
    found = {
        passage.text: passage
        for name in pages.names
        for passage in pages.sheet(name, "en").passages
        if passage.kind == "source"
    }
    return Counter(_kind(text) for text in found)


def _kind(text: str) -> str:
    right = identified(text).right
    if any(not number.startswith("page:") for number in right):
        return "a DOI, PubMed or PMC number"
    if re.search(r"\bcopy\b", text, re.IGNORECASE):
        return "a copy, named as one"
    if right:
        return "a page of its own"
    return "none of these, and it says so"
