"""Words with an explanation: finding them in running text, and reading them from a glossary.

Owns what counts as a word in any script and which occurrence can be touched: the first one.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from kiosk.page import blocks
from kiosk.page.blocks import Block, Page, Span, Spans, Term
from kiosk.page.phrases import Phrases
from kiosk.page.superscripts import aloud, in_plain_text

GLOSSARY = "glossary"
"""The page whose definitions explain the words on all the others."""

MOST_TERM = 100
"""Characters of a word to explain: what is longer is a sentence, which no page says again."""

_RUN = re.compile(r"\w+")
_JOINERS = "\u200c\u200d"


def flattened(spans: Iterable[Span]) -> Iterator[Span]:
    """Give each span and, behind it, those that it stands around."""
    for span in spans:
        yield span
        if isinstance(span, blocks.Enclosing):
            yield from flattened(span.spans)


def plain(spans: Iterable[Span]) -> str:
    """Give the words of `spans` without their dress; what is crossed out is not among them.

    What is raised or lowered stands as `kiosk.page.superscripts` has it in plain text.
    """
    words = []
    for span in spans:
        match span:
            case blocks.Text(text) | blocks.Code(text) | Term(text):
                words.append(text)
            case blocks.Superscript(text):
                words.append(in_plain_text(text, lowered=False))
            case blocks.Subscript(text):
                words.append(in_plain_text(text, lowered=True))
            case blocks.LineBreak():
                words.append(" ")
            case blocks.Strong(inner) | blocks.Emphasis(inner):
                words.append(plain(inner))
            case blocks.PageLink(inner) | blocks.OutsideLink(inner):
                words.append(plain(inner))
    return "".join(words)


def said(spans: Iterable[Span], say: Phrases) -> str:
    """Give the words of `spans` as they are said, on the accessibility bus too."""
    return aloud(plain(spans), say)


def glossary(page: Page) -> dict[str, Term]:
    """Give what a glossary page explains, by each way to write it."""
    terms = {}
    for block in page.blocks:
        if isinstance(block, blocks.DefinitionList):
            for entry in block.entries:
                forms = [plain(form).strip() for form in entry.terms]
                meaning = " ".join(_words(entry.blocks))
                for form in forms:
                    if form and meaning:
                        terms[form] = Term(form, forms[0], meaning)
    return terms


def _words(parts: Iterable[Block]) -> Iterator[str]:
    for block in parts:
        match block:
            case blocks.Paragraph(spans):
                yield plain(spans)
            case blocks.List(items):
                for item in items:
                    yield from _words(item.blocks)
            case _:
                pass


def _in_word(character: str) -> bool:
    # \w leaves out vowel signs (Mn, Mc), so that \b would cut Bengali words in two.
    return (
        character.isalnum()
        or character == "_"
        or character in _JOINERS
        or unicodedata.category(character)[0] == "M"
    )


def _key(run: str) -> str:
    return run[0].lower() + run[1:]


def _is_words(span: Span) -> bool:
    return isinstance(span, blocks.Text | blocks.Moved)


def _inside_moved(spans: Spans) -> set[int]:
    """Give the places in the words of spans that lie within what is raised or lowered."""
    inside: set[int] = set()
    end = 0
    for span in spans:
        start, end = end, end + len(plain((span,)))
        if isinstance(span, blocks.Moved):
            inside.update(range(start + 1, end))
    return inside


class _Words:
    """The words of spans, taken part by part from the first to the last."""

    def __init__(self, spans: Spans) -> None:
        self._left = [(span, plain((span,))) for span in reversed(spans)]
        self._start = self._taken = 0

    def upto(self, end: int) -> Iterator[Span]:
        """Give the spans from where the part before ended; `end` lies within no moved one."""
        while self._left and self._start + self._taken < end:
            span, words = self._left[-1]
            before, self._taken = self._taken, min(len(words), end - self._start)
            whole = (before, self._taken) == (0, len(words))
            yield span if whole else blocks.Text(words[before : self._taken])
            if self._taken == len(words):
                self._left.pop()
                self._start, self._taken = self._start + len(words), 0


class Explainer:
    """Makes the first occurrence of each term touchable; the same headword counts once."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        # By the first word, then by length from the longest: thousands that begin alike take no
        # longer to look up than one of each length.
        self._forms: dict[str, dict[int, dict[str, Term]]] = {}
        self._seen: set[str] = set()
        for form in sorted(terms, key=len, reverse=True):
            run = _RUN.match(form)
            if run and len(form) <= MOST_TERM:
                term = terms[form]
                entry = Term(form, term.term, term.meaning)
                lengths = self._forms.setdefault(_key(run[0]), {})
                lengths.setdefault(len(form), {}).setdefault(form[1:], entry)

    def start_over(self) -> None:
        """Count occurrences anew: an answer stands for itself."""
        self._seen.clear()

    def explain(self, spans: Spans) -> Spans:
        """Give `spans` with terms marked; links, code and marks are left alone."""
        if not self._forms:
            return spans
        explained: list[Span] = []
        for are_words, group in itertools.groupby(spans, _is_words):
            alike = tuple(group)
            explained += self._split(alike) if are_words else map(self._within, alike)
        return tuple(explained)

    def _within(self, span: Span) -> Span:
        match span:
            case blocks.Strong(inner):
                return blocks.Strong(self.explain(inner))
            case blocks.Emphasis(inner):
                return blocks.Emphasis(self.explain(inner))
            case _:
                return span

    def _split(self, spans: Spans) -> Iterator[Span]:
        """Give words with terms marked. A term is plain: CO and a lowered 2 are found as CO₂."""
        text, words, inside = plain(spans), _Words(spans), _inside_moved(spans)
        done = 0
        for run in _RUN.finditer(text):
            at = run.start()
            if at < done or (at and _in_word(text[at - 1])):
                continue
            term = self._term_at(text, at, run[0])
            if not term or not inside.isdisjoint((at, at + len(term.text))):
                continue
            # Passed over as a whole when seen before, so that no shorter term shows inside it.
            done = at + len(term.text)
            if term.term in self._seen:
                continue
            self._seen.add(term.term)
            yield from words.upto(at)
            for _ in words.upto(done):
                pass  # the term stands for them
            yield Term(text[at:done], term.term, term.meaning)
        yield from words.upto(len(text))

    def _term_at(self, text: str, at: int, run: str) -> Term | None:
        for length, forms in self._forms.get(_key(run), {}).items():
            end = at + length
            term = forms.get(text[at + 1 : end])
            if term and not (end < len(text) and _in_word(text[end])):
                return term
        return None
