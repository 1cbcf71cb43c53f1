"""What somebody may have meant by what was typed: for each word the words of the text to look for.

Owns the order in which that is tried: the word itself, the pack's own other words, how the word
goes on, words that were parted or run together, words that are near. Knows no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kiosk.search.known_words import KnownWords
from kiosk.search.spelling import words_in

MOST_WORDS = 16
"""Words of what was typed that are looked at: the last ones."""

_OTHER, _BEGUN, _NEAR = 0.9, 0.8, 0.7
"""What a find is worth by the pack's other words, by a beginning, by a near word; else 1."""


class Way(msgspec.Struct, frozen=True):
    """One way to take a word: keys that must stand together, and what the find is worth.

    `words` are what was taken for the typed ones where this is a `guess`.
    """

    keys: tuple[str, ...]
    worth: float = 1
    guess: bool = False
    words: str = ""


class Wanted(msgspec.Struct, frozen=True):
    """A typed word, or several that belong together, with all ways to take it; maybe none.

    `weak`: it says little of what is asked.
    """

    words: str
    ways: tuple[Way, ...]
    weak: bool = False


class Understanding:
    """Takes what is typed by the words that are known, and the pack's `others` for them."""

    def __init__(self, known: KnownWords, others: Mapping[str, str]) -> None:
        self._known = known
        self._others: dict[tuple[str, ...], list[Way]] = {}
        for said, meant in others.items():
            keys = tuple(known.add(form) for *_, form in words_in(said))
            ways = self._others.setdefault(keys, [])
            ways += (Way(target, _OTHER) for target in targets(known, meant))
        self._longest = max(map(len, self._others), default=1)

    def of(self, text: str) -> list[Wanted]:
        """Give what is wanted, in order. The last word counts as begun unless a space ends it."""
        forms = [form for *_, form in words_in(text)][-MOST_WORDS:]
        begun = bool(text) and not text[-1].isspace()
        found: list[Wanted] = []
        at = 0
        while at < len(forms):
            wanted, count = self._at(forms, at, begun=begun)
            found.append(wanted)
            at += count
        return found

    def _at(self, forms: Sequence[str], at: int, *, begun: bool) -> tuple[Wanted, int]:
        """Take the longest of the pack's other words that stands here, or one word."""
        keys = tuple(map(self._known.key, forms[at : at + self._longest]))
        for count in range(len(keys), 1, -1):
            if keys[:count] in self._others:
                return Wanted(" ".join(forms[at : at + count]), self._ways(keys[:count])), count
        form, last = forms[at], at + 1 == len(forms)
        ways = self._ways(keys[:1])
        if self._known.is_weak(form) and not (len(keys) == 1 and (keys[0],) in self._others):
            return Wanted(form, ways, weak=True), 1
        if begun and last and len(form) > 1:
            more = (key for key in self._known.begun(form) if key != keys[0])
            ways += tuple(self._worth(more, _BEGUN, guess=False))
        if ways:
            return Wanted(form, ways), 1
        if not last and (joined := self._joined(form + forms[at + 1])):
            return Wanted(f"{form} {forms[at + 1]}", joined), 2
        return self._guessed(form, begun=begun and last), 1

    def _guessed(self, form: str, *, begun: bool) -> Wanted:
        if parted := self._parted(form):
            return Wanted(form, parted)
        near = self._known.near(form) or (begun and self._known.near(form, begun=True)) or []
        if near and not near[0][0]:
            return Wanted(form, (), weak=True)
        ways = [
            way
            for key, far in near
            for way in self._worth([key], _NEAR - far / 10, guess=far > 0)
        ]
        return Wanted(form, tuple(ways), weak=not near and len(form) < 3)

    def _ways(self, keys: tuple[str, ...]) -> tuple[Way, ...]:
        """Give the ways of words as they stand: themselves, and what the pack says for them."""
        own = [Way(keys)] if all(map(self._known.held, keys)) else []
        return (*own, *self._others.get(keys, ()))

    def _worth(self, keys: Iterable[str], worth: float, *, guess: bool) -> Iterator[Way]:
        for key in keys:
            words = self._known.written(key)
            for way in self._ways((key,)):
                yield Way(way.keys, way.worth * worth, guess, words)

    def _joined(self, form: str) -> tuple[Way, ...]:
        """Take two words for one: "off label" or, with a slip, "brest feeding"."""
        if ways := self._ways((self._known.key(form),)):
            return ways
        near = [(key, far) for key, far in self._known.near(form) if key and far <= 1]
        return tuple(self._worth((key for key, _ in near), _NEAR, guess=True))

    def _parted(self, form: str) -> tuple[Way, ...]:
        """Take one word for two that are known: "sideeffects"."""
        for at in range(3, len(form) - 2):
            keys = self._known.key(form[:at]), self._known.key(form[at:])
            if all(map(self._known.held, keys)) or keys in self._others:
                return self._ways(keys)
        return ()


def targets(known: KnownWords, meant: str) -> Iterator[tuple[str, ...]]:
    """Give the keys of each of the pack's words, which commas part."""
    for each in meant.split(","):
        if keys := known.keys_of(each):
            yield keys
