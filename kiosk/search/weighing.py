"""How well an entry answers what was asked for, and what may be said of it.

It is found where one passage, with the headings above it, has all that was asked for. With a near
word, or with the better part of it alone, it is a guess; with less it is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kiosk.search.entries import Entry, Passage
from kiosk.search.understanding import Wanted, Way

LEAST, LEAST_KNOWN = 0.42, 0.3
"""Part of what was asked for that a guess must hold, where no page and list has one of the words,
and where each is known; rare words count most."""

_ALONE = 0.6
"""Below this part, a word that the text only mentions is no guess."""

NEARLY = 0.85
"""What a near word counts for in that."""

_TITLE, _FIRST, _TEXT, _AROUND, _ASIDE = 1.5, 1.25, 1.0, 0.6, 0.5
"""What a word is worth by where it stands; up to `_WHOLE` more where a title is but those words."""

_WHOLE = 3.0
_INSIDE = 0.02
_ALARM, _URGENT, _SPELT = 4.0, 1.0, 0.5
"""What a passage gains where it says what to do in an emergency, more where the pack leads there,
and by each word that it has just as it was typed: it is no other that sounds alike."""

_ELSEWHERE, _WEAK = 0.1, 0.15
"""What an entry gains by all words that stand in it, and by each weak one that its title has."""

Texts = tuple[str, str, str]
"""The keys of an entry's title, of its passages, and of what stands around.

Each passage is a line; behind a tab stands what is above it in its box.
"""


class Asked(msgspec.Struct, frozen=True):
    """A word that is asked for. `rarity`: the squares of all that are `firm` add up to 1.

    What the whole pack is about is not firm: it may be missing.
    """

    wanted: Wanted
    rarity: float
    firm: bool

    def part(self, way: Way) -> float:
        """Give for how much of all that is asked for this way to find it counts."""
        return self.firm * self.rarity**2 * (NEARLY if way.guess else 1)


class Find(msgspec.Struct, frozen=True):
    """An entry that was weighed, its best passage, and how each word was found: index and way."""

    entry: Entry
    passage: Passage
    ways: Mapping[int, Way]
    worth: float
    guess: bool = False


class _Places(msgspec.Struct, frozen=True):
    """The keys of a title, of a passage and of what stands around, and what they are worth."""

    title: frozenset[str]
    inside: frozenset[str]
    around: frozenset[str]
    as_title: float
    as_text: float

    def told(self, asked: Asked) -> bool:
        """Tell whether a word is no chance mention: a title has it, or the pack leads there."""
        held = (way for way in asked.wanted.ways if self.worth(way))
        return any(way.told or self.title.issuperset(way.keys) for way in held)

    def worth(self, way: Way) -> float:
        """Give what a way is worth by where its words stand; 0 where one of them is missing."""
        if self.title.issuperset(way.keys):
            return way.worth * self.as_title
        if self.inside.issuperset(way.keys):
            return way.worth * self.as_text
        if (self.inside | self.title | self.around).issuperset(way.keys):
            apart = _AROUND if self.inside.isdisjoint(way.keys) else 1
            return way.worth * self.as_text * apart
        return 0


def weigh(
    entry: Entry,
    texts: Texts,
    asked: Sequence[Asked],
    loud: int,
    weak: frozenset[str],
    *,
    least: float,
) -> Find | None:
    """Weigh an entry by its best passage; None where no one has enough.

    `loud` is how many words of the title are not weak, `weak` the keys of the typed ones that are,
    `least` the part of what is asked for that is enough for a guess.
    """
    title = texts[0].split()
    wanted = {key for each in asked for way in each.wanted.ways for key in way.keys}
    whole = min(1, sum(key in wanted for key in title) / max(1, loud))
    best: tuple[float, Find] | None = None
    everywhere: set[int] = set()
    for passage, places in _passages(entry, texts, _TITLE + _WHOLE * whole * whole):
        ways = dict(_ways(asked, places))
        everywhere.update(ways)
        part = sum(asked[at].part(way) for at, way in ways.items())
        if part < least or (part < _ALONE and not any(places.told(asked[at]) for at in ways)):
            continue
        worth = sum(asked[at].rarity * places.worth(way) for at, way in ways.items())
        if passage.urgent:
            worth += _ALARM if any(way.told for way in ways.values()) else _URGENT
        text = passage.text.lower()
        worth += _SPELT * sum(asked[at].wanted.words in text for at in ways)
        # Of passages below one title, one that has its words is shown.
        worth += _INSIDE * sum(places.inside.issuperset(way.keys) for way in ways.values())
        if not best or (part, worth) > (best[0], best[1].worth):
            # Rounded sums: a full one is never so far from 1.
            best = part, Find(entry, passage, ways, worth, part < 0.999)
    if not best:
        return None
    more = _ELSEWHERE * len(everywhere) / len(asked) + _WEAK * len(weak.intersection(title))
    return msgspec.structs.replace(best[1], worth=best[1].worth + more)


def _passages(entry: Entry, texts: Texts, as_title: float) -> Iterator[tuple[Passage, _Places]]:
    title, around = frozenset(texts[0].split()), frozenset(texts[2].split())
    for place, (passage, keys) in enumerate(zip(entry.passages, texts[1].split("\n"), strict=True)):
        as_text = _ASIDE if passage.aside else _TEXT if place else _FIRST
        inside, _, above = keys.partition("\t")
        near = around.union(above.split())
        yield passage, _Places(title, frozenset(inside.split()), near, as_title, as_text)


def _ways(asked: Sequence[Asked], places: _Places) -> Iterator[tuple[int, Way]]:
    """Give for each word that stands there the way of it that is worth most."""
    for at, each in enumerate(asked):
        way = max(each.wanted.ways, key=places.worth, default=None)
        if way and places.worth(way):
            yield at, way
