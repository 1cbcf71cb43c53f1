"""Rules on signs that a reader can't see or tell apart: hidden, in disguise, or without a font.

Owns what is said of them. Where such a sign has a meaning: `kiosk.check.wording.hidden_signs`;
which letters look alike: `kiosk.check.wording.look_alikes`. Which signs the fonts lack is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import NOWHERE, Mark, Severity, Spot
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PackRule, Survey
from kiosk.check.material.shortened import MOST_LISTED, listed, shortened
from kiosk.check.wording.hidden_signs import hidden_signs, named, turns, without_hidden
from kiosk.check.wording.look_alikes import Disguise, disguises, letters_by_script
from kiosk.check.wording.sign_sequences import described, is_drawn, sequences_with
from kiosk.pack.pack import Pack
from kiosk.pack.packfile import NAME
from kiosk.page.blocks import Figure

_SET_APART = re.compile("\u2066([0-9+][0-9 ./()-]*)\u2069")

_ESCAPE = re.compile(r"\\u((?![dD][89a-fA-F])[0-9a-fA-F]{4})|\\U(000[0-9a-fA-F]{5})")
"""One that TOML takes, in a string between double quotation marks."""

NO_FONT = "no-font"
"""The name of the rule that must be told which signs the kiosk's fonts have."""

_WIDE = ("ja", "ko", "zh")
"""Languages that write Latin letters as wide as their own."""


class _Text(msgspec.Struct, frozen=True):
    """Lines to look at, with the way to the place of a character: line from 0, place in it.

    `counted` are the letters of the whole text by script, `wide`: its language writes wide ones.
    """

    file: str
    lines: tuple[str, ...]
    spot: Callable[[int, int], Spot]
    counted: Counter[str]
    wide: bool = False


def _texts(survey: Survey) -> Iterator[_Text]:
    for checked in survey.checked_pages.values():
        wide = checked.language.partition("-")[0] in _WIDE
        counted = letters_by_script(" ".join(_said(checked)))
        yield _Text(checked.file, checked.saved_lines, checked.at_saved, counted, wide)
        # What an entity such as &shy; or an escape in the front matter has become.
        for text, spot in _made(checked):
            yield _Text(checked.file, (text,), _always(spot), counted, wide)
    lines = tuple(map(_unescaped, survey.pack.source.text.split("\n")))
    counted = letters_by_script(" ".join(lines))
    yield _Text(NAME, lines, lambda line, at: Spot(line + 1, at + 1), counted)


def _unescaped(line: str) -> str:
    """Give a line of pack.toml with the signs that its escapes make."""
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), line)


def _always(spot: Spot) -> Callable[[int, int], Spot]:
    return lambda line, place: spot


def _said(checked: CheckedPage) -> Iterator[str]:
    yield checked.page.title
    for passage in checked.passages:
        yield passage.text


def _made(checked: CheckedPage) -> Iterator[tuple[str, Spot]]:
    """Give the words of a page that hold a character which its file hasn't."""
    written = set(checked.source.text).union(*checked.facts.values())
    for text in {checked.page.title, checked.page.tab}:
        if not written.issuperset(own := _without_isolates(text, checked)):
            yield own, checked.front("title")
    for passage in checked.passages:
        figure = passage.block
        texts = [passage.text]
        if passage.kind == "caption" and isinstance(figure, Figure):
            texts.append(figure.alternative)
        for text in texts:
            if not written.issuperset(own := _without_isolates(text, checked)):
                yield own, _near(checked, passage, own)


def _without_isolates(text: str, checked: CheckedPage) -> str:
    """Give words without the signs by which the kiosk itself sets a fact or a number apart."""
    if "\u2068" in text:
        for value in checked.facts.values():
            text = text.replace(f"\u2068{value}\u2069", value)
    return _SET_APART.sub(r"\1", text)


def _near(checked: CheckedPage, passage: Passage, text: str) -> Spot:
    """Give where a text stands that differs from its file: where its first known word does."""
    spots = (checked.spot(passage, word) for word in ("", *text.split()))
    return next((spot for spot in spots if spot.line), NOWHERE)


def _hidden(survey: Survey) -> Iterator[Mark]:
    for text in _texts(survey):
        for number, line in enumerate(text.lines):
            if places := list(hidden_signs(line)):
                yield _hidden_mark(text, number, line, places)


def _hidden_mark(text: _Text, number: int, line: str, places: list[int]) -> Mark:
    # The gravest one of a line stands for the others.
    at = next((place for place in places if turns(line[place])), places[0])
    effect = ", which changes the order of the letters" if turns(line[at]) else ""
    more = f", and {len(places) - 1} more in this line" if len(places) > 1 else ""
    clean = _word_around(line, at)
    remedy = f"Type '{clean}' anew by hand" if clean else "Write the line anew by hand"
    return Mark(
        text.spot(number, at),
        f"a sign that nobody sees stands {_place(line, at)}: {named(line[at])}{effect}{more}",
        f"{remedy}: copied words bring such signs along",
        Severity.ERROR if turns(line[at]) else None,
        text.file,
    )


def _word_around(line: str, at: int) -> str:
    """Give the word that a hidden sign stands in, without any such sign."""
    start = max(line.rfind(" ", 0, at), line.rfind("\t", 0, at)) + 1
    end = line.find(" ", at)
    return shortened(without_hidden(line[start : end if end >= 0 else len(line)]), 40)


def _place(line: str, at: int) -> str:
    before = without_hidden(line[:at]).split()
    after = without_hidden(line[at:]).split()
    if before:
        return f"behind '{shortened(before[-1], 40)}'"
    return f"before '{shortened(after[0], 40)}'" if after else "in an empty line"


def _mixed(survey: Survey) -> Iterator[Mark]:
    for text in _texts(survey):
        told: set[str] = set()
        for number, line in enumerate(text.lines):
            for found in disguises(line, text.counted, wide=text.wide):
                if found.word not in told:
                    told.add(found.word)
                    yield _mixed_mark(text, text.spot(number, found.at), found)


def _mixed_mark(text: _Text, spot: Spot, found: Disguise) -> Mark:
    word = f"'{shortened(found.word, 40)}'"
    place = f"an address holds {word}, in which" if found.address else f"in the word {word}"
    meant = f"'{shortened(found.meant, 40)}'" if found.meant else "it"
    return Mark(
        spot,
        f"{place} the letter '{found.letter}' is not what it looks like: it is "
        f"{named(found.letter)}",
        f"Type {meant} anew by hand, with the letters of one alphabet",
        Severity.ERROR if found.address else None,
        text.file,
    )


def signs_to_draw(pack: Pack, checked_pages: Iterable[CheckedPage]) -> str:
    """Give the signs of a pack that a font must have, beyond ASCII."""
    texts = (checked.characters for checked in checked_pages)
    return "".join(sorted(filter(is_drawn, set(pack.source.text).union(*texts))))


def _undrawn(survey: Survey) -> Iterator[Mark]:
    if not survey.lacking:
        return
    found: dict[str, dict[str, Spot]] = {}
    for text in _texts(survey):
        here = found.setdefault(text.file, {})
        for number, line in enumerate(text.lines):
            for at, sign in sequences_with(line, survey.lacking):
                # The sign for colours behind a picture makes it no other picture.
                if (shown := sign.rstrip("\ufe0f")) not in here:
                    here[shown] = text.spot(number, at)
    for file, signs in found.items():
        # A page in a script without any font is one thing to mend, not a hundred.
        groups = [[sign] for sign in signs] if len(signs) <= MOST_LISTED else [list(signs)]
        for group in groups:
            yield _undrawn_mark(group, signs[group[0]], file)


def _undrawn_mark(signs: list[str], spot: Spot, file: str) -> Mark:
    if len(signs) == 1:
        problem = f"no font of the kiosk has {shortened(described(signs[0]), 100)}"
        return Mark(
            spot,
            f"{problem}: patients see an empty box",
            "Say it in words, or take it out; signs that the kiosk has are → ✓ ✗ ★ ☎ ⚠",
            file=file,
        )
    return Mark(
        spot,
        f"no font of the kiosk has these signs, so patients see empty boxes: {listed(signs)}",
        "Write other signs, or have a font with them installed on the kiosk",
        file=file,
    )


RULES: tuple[AnyRule, ...] = (
    PackRule("hidden-sign", Severity.WARNING, "no sign stands there that nobody sees", _hidden),
    PackRule("mixed-letters", Severity.WARNING, "a word has letters of one alphabet", _mixed),
    PackRule(NO_FONT, Severity.WARNING, "the kiosk can draw every sign", _undrawn),
)
"""What letters and signs are asked for."""
