"""A comparison as rows: a line for each question, and in it the answer of every option.

Owns how wide its columns must be and what each answer says aloud. Which two options are seen side
by side is not known here: a line holds them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kiosk.page.blocks import Answer, Aspect, Compare
from kiosk.page.phrases import Phrases, sentence
from kiosk.page.terms import plain, said
from kiosk.rows.rich_text import counted, styled, unlinked
from kiosk.rows.row import Row

_BREAKS = r"[\s\u00ad\u200b/]+|(?<=[-\u2010\u2013])"
"""Where a line may end anyway."""

LETTER = 0.62
"""Letter sizes that one letter of a bold word takes at most on average."""

LONGEST = 20
"""Letters from which on a word is broken into lines: one word must not cost the second option."""

ANSWER, ASKING = 9.0, 5.0
"""The fewest letter sizes of a column of answers, and of the one that holds the questions."""

WIDEST = 9.0
"""Letter sizes from which on a question is broken into lines, if no word of it is longer."""


def compare_row(block: Compare, say: Phrases) -> Row:
    """Return a comparison as one row: its questions inside, its options as the badge.

    `ems` are the letter sizes that two options need beside each other, `share` the part of them
    that the questions take; `word` asks for two options, `label` for one.
    """
    names = [said(option, say) for option in block.options]
    asking, answer = _widths(block)
    ems = asking + 2 * answer
    word, asks = say.choose_two(), said(block.asking, say)
    return Row(
        kind="compare",
        title=block.title,
        word=word,
        label=say.choose_one(),
        plain=asks,
        text=styled(block.asking, say.number),
        count=block.number,
        ems=ems,
        share=asking / ems,
        inner=tuple(_aspect(each, names, say) for each in block.aspects),
        badge=tuple(
            Row(
                kind="option",
                text=styled(option, say.number),
                title=unlinked(styled(option, say.number)),
                plain=name,
            )
            for option, name in zip(block.options, names, strict=True)
        ),
        said=(block.title, sentence(word, "; ".join(names)), asks),
    )


def _aspect(aspect: Aspect, names: list[str], say: Phrases) -> Row:
    return Row(
        kind="aspect",
        text=styled(aspect.question, say.number),
        plain=said(aspect.question, say),
        inner=tuple(
            _answer(answer, name, say) for answer, name in zip(aspect.answers, names, strict=True)
        ),
    )


def _answer(answer: Answer, name: str, say: Phrases) -> Row:
    groups = tuple(
        Row(
            kind="group",
            count=group.count,
            word=say.people(group.count),
            text=counted(styled(group.label, say.number)),
            plain=said(group.label, say),
            said=(),
        )
        for group in answer.groups
    )
    words = said(answer.spans, say)
    unknown = "" if words or groups else say.not_known()
    told = words or unknown
    for group in groups:
        told = sentence(told, f"{group.word}: {group.plain}" if group.plain else group.word)
    return Row(
        kind="answer",
        text=styled(answer.spans, say.number),
        plain=words,
        word=unknown,
        label=name,
        inner=groups or None,
        said=(f"{name}: {told}",),
    )


def _widths(block: Compare) -> tuple[float, float]:
    """Return the least width of the column of questions and of one of answers, in letter sizes."""
    questions = [plain(block.asking), *(plain(each.question) for each in block.aspects)]
    answers = [plain(each) for each in block.options]
    for aspect in block.aspects:
        for answer in aspect.answers:
            answers += [plain(answer.spans), *(plain(group.label) for group in answer.groups)]
    wanted = min(WIDEST, LETTER * max(map(len, questions)))
    asking = max(ASKING, LETTER * _longest_word(questions), wanted)
    return asking, max(ANSWER, LETTER * _longest_word(answers))


def _longest_word(texts: Iterable[str]) -> int:
    """Return the letters of the longest word that is not broken, each part of one by itself."""
    words = (len(word) for text in texts for word in re.split(_BREAKS, text))
    return min(LONGEST, max(words, default=1))
