"""Rules that a reader meets no glossary word and no abbreviation that can't be looked up.

Owns what "explained" means here: the word can be touched where it is first read, or soon after in
the same section, or brackets beside it say what it means. And which capitals are an abbreviation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PageRule, Survey
from kiosk.check.material.shortened import shortened
from kiosk.check.wording.inflection import SEPARATORS, ends_well
from kiosk.page.blocks import Heading, Layout, Span, Term
from kiosk.page.terms import GLOSSARY, MOST_TERM, flattened

_TOKEN = re.compile(rf"[^{SEPARATORS}]+")
"""A word, with its vowel signs and apostrophes."""

_UNREAD = frozenset({"source", "term"})
"""Kinds of passages that nobody reads as text."""

KNOWN = frozenset(
    ("AIDS", "AM", "CD", "DNA", "DOI", "DVD", "EU", "FAQ", "HIV", "ID", "OK", "PC", "PDF", "PIN",
     "PM", "TV", "UK", "UN", "US", "USA")
)  # fmt: skip
"""Abbreviations that people know better than the words they stand for."""

_CAPITALS = re.compile(rf"(?<![^{SEPARATORS}'’‘])[A-Z][A-Z0-9]{{1,7}}(?=s?(?:[{SEPARATORS}'’]|$))")
_ROMAN = re.compile(r"[IVX]+")

_OPENS = re.compile(r"\s*(?:[^\s()]+\s+)?\(")
_ANYWHERE, _ANSWER, _HERE = 0, 3, 9
"""How far the scope of a use reaches: the page, the answer, or up to the next heading."""


class _Use(msgspec.Struct, frozen=True):
    """A glossary word in a text: `form` is what the glossary lists, `written` what stands there.

    `at` is its index.
    """

    headword: str
    form: str
    written: str
    bracketed: bool
    at: int

    @property
    def listed(self) -> bool:
        """Whether the glossary has this very form, so that the kiosk finds it."""
        return len(self.written) == len(self.form)


class _Vocabulary:
    """The glossary of one language, to be looked up from running text."""

    def __init__(self, terms: Mapping[str, Term], language: str) -> None:
        self._language = language
        self._forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form in sorted(terms, key=len, reverse=True):
            if first := _TOKEN.search(form):
                self._forms[_fold(first[0])].append((form, terms[form].term))

    def uses(self, text: str) -> Iterator[_Use]:
        """Give the glossary words of a text in order, the longest first where two begin."""
        done = 0
        for token in _TOKEN.finditer(text):
            at = token.start()
            if at < done:
                continue
            for form, headword, end in self._at(text, at, token[0]):
                done = at + len(form)
                yield _Use(headword, form, text[at:end], _bracketed(text, at, end), at)
                break

    def _at(self, text: str, at: int, token: str) -> Iterator[tuple[str, str, int]]:
        folded = _fold(token)
        for length in range(len(folded), 1, -1):
            for form, headword in self._forms.get(folded[:length], ()):
                behind = at + len(form)
                if _fold(text[at:behind]) != _fold(form):
                    continue
                rest = _TOKEN.match(text, behind)
                tail = rest[0].rstrip("'’") if rest else ""
                if not tail or ends_well(tail, self._language):
                    yield form, headword, behind + len(tail)


def _fold(word: str) -> str:
    return word[:1].lower() + word[1:]


def _bracketed(text: str, at: int, end: int) -> bool:
    """Tell whether brackets behind the word explain it, or it stands alone in brackets itself."""
    return bool(_OPENS.match(text, end)) or (
        text[:at].rstrip().endswith("(") and text[end:].lstrip().startswith(")")
    )


def _terms(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    if checked.name == GLOSSARY:
        yield from _too_long(checked, survey)
        return
    terms = survey.terms.get(checked.language, {})
    if terms:
        yield from _Scanner(checked, _Vocabulary(terms, checked.language)).read()


def _too_long(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for form in survey.terms.get(checked.language, {}):
        if len(form) > MOST_TERM:
            yield Mark(
                Spot(checked.source.line_of(form), 1),
                f"'{shortened(form)}' has {len(form)} characters, so no page explains it",
                f"Write at most {MOST_TERM}: the word as it stands on the pages",
            )


class _Scanner:
    """Reads one page from top to bottom, as its reader does."""

    def __init__(self, checked: CheckedPage, vocabulary: _Vocabulary) -> None:
        self._checked = checked
        self._vocabulary = vocabulary
        self._explained: set[str] = set()
        self._waiting: dict[str, tuple[Passage, _Use, int]] = {}

    def read(self) -> Iterator[Mark]:
        """Give what can't be looked up where it is first read."""
        for passage in self._checked.passages:
            if passage.kind in _UNREAD:
                continue
            level = _level(passage)
            if level is not None:
                yield from self._close(level)
            yield from self._passage(passage, level)
        yield from self._close(_ANYWHERE)

    def _passage(self, passage: Passage, level: int | None) -> Iterator[Mark]:
        here = _touchable(passage.spans)
        for use in self._vocabulary.uses(passage.text):
            word = use.headword
            if word in self._explained:
                continue
            if use.bracketed or (word in here and use.listed):
                self._known(word)
            elif not use.listed:
                self._known(word)
                written, form = shortened(use.written), shortened(use.form)
                yield Mark(
                    self._checked.spot(passage, use.written, use.at),
                    f"'{written}' can't be touched: the glossary lists '{form}' only",
                    f"Add a line '{written}' below '{form}' in {GLOSSARY}.md",
                )
            else:
                scope = _HERE if level is None else level
                self._waiting.setdefault(word, (passage, use, scope))
        for word in here:
            self._known(word)

    def _known(self, word: str) -> None:
        self._explained.add(word)
        self._waiting.pop(word, None)

    def _close(self, level: int) -> Iterator[Mark]:
        """End the sections that a heading of this level ends."""
        for word, (passage, use, scope) in list(self._waiting.items()):
            if scope >= level:
                del self._waiting[word]
                self._explained.add(word)
                yield Mark(
                    self._checked.spot(passage, use.written, use.at),
                    f"'{shortened(use.written)}' is first read where it can't be touched",
                    "Use it in the text of the same section too, outside a link, "
                    "or say in brackets behind it what it means",
                )
        if self._checked.page.layout is Layout.FAQ and level <= _ANSWER:
            self._explained.clear()


def _level(passage: Passage) -> int | None:
    """Give the level of a heading, None for what is none. The lead stands above them all."""
    match passage.kind, passage.block:
        case "lead", _:
            return _ANYWHERE
        case "heading", Heading(level=level):
            return level
        case "question", _:
            return _ANSWER
        case _:
            return None


def _touchable(spans: Iterable[Span]) -> set[str]:
    """Give the headwords that can be touched in a text."""
    return {span.term for span in flattened(spans) if isinstance(span, Term)}


def _abbreviations(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    seen = set(KNOWN)
    seen.update(survey.terms.get(checked.language, ()))
    lower: set[str] | None = None
    for passage in checked.passages:
        if passage.kind in _UNREAD or _shouted(passage.text):
            continue
        here = _touchable(passage.spans)
        for found in _CAPITALS.finditer(passage.text):
            word = found[0]
            if word in seen or word in here or _ROMAN.fullmatch(word):
                continue
            seen.add(word)
            if lower is None:
                lower = _written_small(checked)
            if _bracketed(passage.text, *found.span()) or word.lower() in lower:
                continue
            yield Mark(
                checked.spot(passage, word, found.start()),
                f"nothing explains the abbreviation '{word}'",
                f"Write its words in full and '{word}' in brackets behind them, "
                "or add it to the glossary",
            )


def _shouted(text: str) -> bool:
    """Tell whether all of a text is in capitals, so that capitals say nothing."""
    return sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text)) and text == text.upper()


def _written_small(checked: CheckedPage) -> set[str]:
    """Give the page's words as they stand: "NOT" is no abbreviation where there is a "not"."""
    return {
        token
        for passage in checked.passages
        if passage.kind not in _UNREAD
        for token in _TOKEN.findall(passage.text)
    }


RULES: tuple[AnyRule, ...] = (
    PageRule(
        "unexplained-term",
        Severity.WARNING,
        "a word of the glossary can be touched where it is first read",
        _terms,
    ),
    PageRule(
        "unexplained-abbreviation",
        Severity.WARNING,
        "an abbreviation is explained on its page or in the glossary",
        _abbreviations,
    ),
)
