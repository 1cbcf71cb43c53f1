"""Rules for plain language that can be counted: sentences, paragraphs, and how hard a page reads.

Owns the limits and where each comes from. How things are counted:
`kiosk.check.wording.readability`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PageRule, Survey
from kiosk.check.material.shortened import shortened
from kiosk.check.wording.readability import (
    ENOUGH,
    WITHOUT_SPACES,
    lengths,
    prose,
    reading_age,
    sentences,
    without_terms,
    words,
)
from kiosk.page.blocks import Short

LONGEST_SENTENCE = 20
"""Words. Plain-language guides advise 15 to 20; the evidence brief follows PIF's."""

LONGEST_SENTENCES = {"bn": 18}
"""Words, where a language has its own limit.

Nobody has measured one for Bengali. Its verb comes last, so that the reader has to keep more in
mind; and the longest sentence of our own pages has 18 words.
"""

LONGEST_PARAGRAPH = 3
"""Sentences."""

HIGHEST_AGE = 12.0
"""Years. The evidence brief aims at 11 to 12: PIF says 9 to 11, the NHS 11 to 14 for medicine."""

HIGHEST_AVERAGES = {"bn": (11.0, 3.1)}
"""Mean words a sentence and mean aksharas a word, by language.

No measure for Bengali has been tested on readers. The hardest of our own pages had 9.7 and 2.8 in
November 2026; these limits are a tenth above them.
"""

_PARAGRAPHS = frozenset({"lead", "paragraph", "item", "cell"})
_NOT_OURS = frozenset({"source"})


def _sentences(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    language = _base(checked)
    if language in WITHOUT_SPACES:
        return
    limit = LONGEST_SENTENCES.get(language, LONGEST_SENTENCE)
    for passage in checked.passages:
        if passage.kind in _NOT_OURS or passage.text.count(" ") < limit:
            continue
        for sentence in sentences(passage.text):
            count = len(words(sentence))
            if count > limit:
                yield Mark(
                    checked.spot(passage, sentence),
                    f"a sentence has {count} words, {limit} are the most ('{_opening(sentence)}')",
                    "Make two sentences of it, or leave out what the reader needn't know",
                )


def _paragraphs(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    for passage in checked.passages:
        # Of a box "short" the rule on it tells.
        if passage.kind not in _PARAGRAPHS or isinstance(passage.block, Short):
            continue
        parts = list(sentences(passage.text))
        if len(parts) > LONGEST_PARAGRAPH:
            yield Mark(
                checked.spot(passage),
                f"a paragraph has {len(parts)} sentences, {LONGEST_PARAGRAPH} are the most",
                f"Begin a new paragraph before '{_opening(parts[LONGEST_PARAGRAPH])}'",
            )


def _age(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    if _base(checked) != "en":
        return
    text = prose(checked.passages)
    if lengths(text).words < ENOUGH:
        return
    age = reading_age(text)
    if age <= HIGHEST_AGE:
        return
    plainer = reading_age(without_terms(text, survey.terms.get(checked.language, ())))
    passage, sentence = _hardest(checked, lambda each: reading_age([each]))
    yield Mark(
        checked.spot(passage, sentence),
        f"the page has a reading age of {age:.1f}, {HIGHEST_AGE:g} is the most "
        f"(with its glossary words counted as easy ones it is {plainer:.1f})",
        "Use shorter words and sentences throughout; this sentence is the hardest",
    )


def _averages(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    limits = HIGHEST_AVERAGES.get(_base(checked))
    if not limits:
        return
    measured = lengths(prose(checked.passages))
    if measured.words < ENOUGH:
        return
    most_words, most_aksharas = limits
    if measured.words_a_sentence > most_words:
        passage, sentence = _hardest(checked, lambda each: len(words(each)))
        yield Mark(
            checked.spot(passage, sentence),
            f"the page's sentences have {measured.words_a_sentence:.1f} words on average, "
            f"{most_words:g} are the most",
            "Shorten the long sentences; this one is the longest",
        )
    if measured.aksharas > most_aksharas:
        passage, sentence = _hardest(checked, _longest_words)
        yield Mark(
            checked.spot(passage, sentence),
            f"the page's words have {measured.aksharas:.2f} aksharas on average, "
            f"{most_aksharas:g} are the most",
            "Put everyday words in place of long ones; this sentence has the longest",
        )


def _longest_words(sentence: str) -> float:
    measured = lengths([sentence])
    return measured.aksharas if measured.words > 3 else 0.0


def _hardest(checked: CheckedPage, hard: Callable[[str], float]) -> tuple[Passage, str]:
    found = [(passage, sentence) for passage in checked.passages for sentence in prose([passage])]
    return max(found, key=lambda each: hard(each[1]))


def _base(checked: CheckedPage) -> str:
    return checked.language.partition("-")[0].lower()


def _opening(sentence: str) -> str:
    """Give the first words of a sentence, by which its author knows it again."""
    words = sentence.split()
    return shortened(" ".join(words[:5]) + (" …" if len(words) > 5 else ""))


RULES: tuple[AnyRule, ...] = (
    PageRule(
        "sentence-length",
        Severity.WARNING,
        "a sentence has 20 words at most",
        _sentences,
    ),
    PageRule(
        "paragraph-length",
        Severity.WARNING,
        "a paragraph has three sentences at most",
        _paragraphs,
    ),
    PageRule(
        "reading-age",
        Severity.WARNING,
        "an English page can be read at the age of 12",
        _age,
    ),
    PageRule(
        "average-length",
        Severity.WARNING,
        "the sentences and words of a Bengali page are short on average",
        _averages,
    ),
)
