"""Rules on what stands in pack.toml for patients: its words, and the cards of the resting screen.

Owns how long a card's words may be, and which signs are none of words. Where pack.toml can't be
used at all is told by `kiosk.pack.packfile`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.rule import AnyRule, PackRule, Survey
from kiosk.check.material.shortened import as_name, shortened
from kiosk.check.rules.leftovers import left_over
from kiosk.check.rules.link_targets import meant
from kiosk.pack.packfile import NAME, Words, line_of_card, line_of_key

LONGEST = {"line": 60, "text": 140}
"""Characters of a card's words, from which on they are drawn ever smaller.

Measured on the default screen, 21.5 inches and 1920 x 1080, in English and Bengali: a text of 140
beside a picture and a line of 60 without one still have their full size (RestCard.qml).
"""

_TOP = ("title", "clinic", "emergency_number", "front_desk", "phone")

_FINE = {"bullet", "number", "bars", "meaning"}
"""Marks that are left over only on a page: "Skin clinic · Main Street" is a name."""

_MARKDOWN = re.compile(
    r"""</?[a-zA-Z][^<>\n]*>
      | &\#?\w+;
      | (?<![\w_])_\w[^_\n]*_(?![\w_])
      | ~[^~\s]+~
      | \\[*_`\#~\[\](){}]
      | ^\#{1,6}\s
      | ^>\s""",
    re.VERBOSE,
)
"""What a page reads, so that it is left over nowhere but here."""


def _opens(survey: Survey) -> Iterator[Mark]:
    """Look where the cards lead; whether there is such a page, all ask."""
    for index, card in enumerate(survey.pack.cards):
        spot = Spot(line_of_card(survey.pack.source, index, "page"), 1)
        page, sign, section = card.page.partition("#")
        name = as_name(next(filter(None, map(str.strip, section.split("#"))), ""))
        if sign and not name:
            yield Mark(
                spot,
                f"no section stands behind the # of '{shortened(card.page)}', so the card opens "
                "the page at its top",
                f"Write the name of a section behind it, such as {as_name(page)}#help, or take "
                "the # out",
                file=NAME,
            )
        elif "#" in section or section != section.strip():
            what = "has more than one #" if "#" in section else "has a space behind the #"
            yield Mark(
                spot,
                f"'{shortened(card.page)}' {what}, so the card opens the page at its top",
                f"Write one # between page and section, and no space: {as_name(page)}#{name}",
                file=NAME,
            )
        else:
            yield from _finds(survey, spot, page, section)


def _finds(survey: Survey, spot: Spot, page: str, section: str) -> Iterator[Mark]:
    for language in survey.pack.languages if section else ():
        there = survey.checked_pages.get((page, language))
        if there and section not in there.anchors:
            near = meant(section, there)
            name = as_name("-".join(section.split()))
            remedy = f"Give the heading there the name {{#{name}}}, or correct the card"
            yield Mark(
                spot,
                f"the card leads to the section '{shortened(section)}', which is not in "
                f"{there.file}",
                f"Write {as_name(page)}#{as_name(near)}" if near else remedy,
                file=NAME,
            )


def _unsaid(survey: Survey) -> Iterator[Mark]:
    for spot, name, words in _card_words(survey):
        if not isinstance(words, dict):
            continue
        for language in survey.pack.languages:
            if not words.get(language):
                yield Mark(
                    spot,
                    f"the card's '{name}' has no words for '{language}', so the card is not "
                    "shown in that language",
                    f'Write {language} = "…" between the curly brackets',
                    file=NAME,
                )


def _too_long(survey: Survey) -> Iterator[Mark]:
    for spot, name, words in _card_words(survey):
        for language, said in _by_language(words):
            if len(said) > LONGEST[name]:
                where = f" in '{language}'" if language else ""
                yield Mark(
                    spot,
                    f"the card's '{name}'{where} has {len(said)} characters, {LONGEST[name]} are "
                    f"the most ('{shortened(said, 40)}')",
                    "Say it shorter, to be read from across the room; the page that the card "
                    "opens says all of it",
                    file=NAME,
                )


def _marked(survey: Survey) -> Iterator[Mark]:
    pack = survey.pack
    for name in _TOP:
        told = {getattr(pack, name)(language) for language in pack.languages}
        for words in sorted(told):
            yield from _marks(Spot(line_of_key(pack.source, name), 1), f"'{name}'", words)
    for spot, name, words in _card_words(survey):
        for _, said in _by_language(words):
            yield from _marks(spot, f"the card's '{name}'", said)


def _marks(spot: Spot, where: str, words: str) -> Iterator[Mark]:
    found = left_over(words, begins=True, but=_FINE)
    if mark := found or _MARKDOWN.search(words):
        remedy = "Take it out: words in pack.toml are shown as they stand, only pages are formatted"
        if found and found.lastgroup == "fact":
            remedy = "Write the words or the number itself: only on pages is it filled in"
        yield Mark(
            spot,
            f"patients see the mark '{shortened(mark[0], 40)}' as it stands in {where}: "
            f"'{shortened(words, 40)}'",
            remedy,
            file=NAME,
        )


def _card_words(survey: Survey) -> Iterator[tuple[Spot, str, Words]]:
    """Give the line and the text of each card, each with its place and name."""
    for index, card in enumerate(survey.pack.cards):
        for name, words in (("line", card.line), ("text", card.text)):
            yield Spot(line_of_card(survey.pack.source, index, name), 1), name, words


def _by_language(words: Words) -> Iterator[tuple[str, str]]:
    yield from words.items() if isinstance(words, dict) else (("", words),)


RULES: tuple[AnyRule, ...] = (
    PackRule(
        "card-section", Severity.ERROR, "each card at rest finds the section that it opens", _opens
    ),
    PackRule("card-words", Severity.WARNING, "each card at rest speaks every language", _unsaid),
    PackRule(
        "card-length",
        Severity.WARNING,
        "a card at rest can be read from across the room",
        _too_long,
    ),
    PackRule("marks-in-pack", Severity.ERROR, "words in pack.toml hold no marks", _marked),
)
