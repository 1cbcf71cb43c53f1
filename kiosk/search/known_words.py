"""All words of one language's pages, each by its key, and those that are like a typed one.

A key is the stem of a word's sound: what all spellings and forms of one word have in common. Owns
how unlike a word may be to be meant.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from sys import intern

import msgspec

from kiosk.search.language_rules import LanguageRules
from kiosk.search.spelling import VOWELS, distance, letters, words_in

MOST_NEAR = 3
"""Words that may be meant by one that nobody knows."""

_WEAK = "ж"
"""Stands before the key of a word that says little: what sounds like it is none. A letter, as only
those are part of a word to SQLite, and none that a sound has."""

_LONG = 6
"""Letters from which on a word that says little may lack one, or have two swapped: "acually"."""

MOST_BEGUN = 8
"""Words that one is the beginning of, the commonest first."""


class Near(msgspec.Struct, frozen=True):
    """A word that is near one: its key, the word as it is written, and how far it is."""

    key: str
    written: str
    far: float


class KnownWords:
    """The words of texts that were learnt; `settle` ends that."""

    def __init__(self, rules: LanguageRules, everyday: str = "") -> None:
        self._rules = rules
        self._everyday = f" {everyday} "  # one text takes a tenth of what a set of words does
        own = [form for form in everyday.split() if not form.isascii()]
        self._weak_forms = frozenset(map(rules.exact, rules.weak))
        self._everyday_forms = frozenset(map(rules.exact, own)) - self._weak_forms
        self._everyday_keys = frozenset(rules.stem(rules.sound(form)) for form in own)
        self._exact: set[str] = set()
        self._keys: dict[str, str] = {}
        self._by_sound: dict[str, str] = {}
        self._held: Counter[str] = Counter()
        self._pairs: set[int] = set()
        self._sounds: list[str] = []
        self._bits = array("Q")
        # In order, or which of two is meant would differ from start to start.
        self._weak_sounds = dict.fromkeys(sorted(map(rules.sound, rules.weak)))
        self._weak_keys = set(map(rules.stem, self._weak_sounds))
        self._loud_sounds: set[str] = set()
        self._loud_keys: set[str] = set()

    def learn(self, texts: Iterable[str]) -> list[str]:
        """Take the words of one entry in, and give the keys of each text with spaces between."""
        held: set[str] = set()
        lines = []
        for text in texts:
            keys = [self.add(form) for *_, form in words_in(text)]
            held.update(keys)
            self._pairs.update(map(hash, pairwise(keys)))
            lines.append(" ".join(keys))
        self._held.update(held)
        return lines

    def add(self, form: str, *, in_phrase: bool = False) -> str:
        """Take a word in that is looked for by its spelling, and give its key.

        A form of a word that says little says no more for standing in a phrase.
        """
        key = self._keys.get(form)
        if key is None:
            sound = self._rules.sound(form)
            key = self._rules.stem(sound)
            if form in self._rules.weak or (in_phrase and self.is_weak(form)):
                key = _WEAK + key
            else:
                self._loud_sounds.add(sound)
                self._loud_keys.add(key)
            key = self._keys[form] = intern(key)  # many words have one key
            self._by_sound.setdefault(sound, form)
            self._exact.add(self.exact(form))
        return key

    def settle(self) -> None:
        """Make all that was learnt ready to be looked up."""
        self._sounds = sorted(self._by_sound)
        self._bits = array("Q", map(letters, self._sounds))

    def key(self, form: str) -> str:
        """Give the key of a folded word, whether it is known or not.

        That of a form of an everyday word in its own script is itself, unless it is known: it
        sounds like many, and means none of them.
        """
        if known := self._keys.get(form):
            return known
        own = not form.isascii() and self.is_everyday(form)
        if own and self.exact(form) not in self._exact:
            return form
        key = self._rules.stem(self._rules.sound(form))
        return _WEAK + key if self.is_weak(form) else key

    def exact(self, form: str) -> str:
        """Give what the forms of one word have in common that are spelt right."""
        return intern(self._rules.exact(form))

    def keys_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Give start, end and key of each word of a text."""
        for start, end, form in words_in(text):
            yield start, end, self.key(form)

    def keys_of(self, text: str) -> tuple[str, ...]:
        """Give the keys of a text's words in order."""
        return tuple(key for *_, key in self.keys_in(text))

    def held(self, key: str) -> int:
        """Give how many entries hold a word with this key."""
        return self._held[key]

    def together(self, keys: Sequence[str]) -> bool:
        """Tell whether each of these stands somewhere behind the one before it."""
        return bool(self._held[keys[0]]) and all(hash(two) in self._pairs for two in pairwise(keys))

    def is_weak(self, form: str) -> bool:
        """Tell whether a word is one of those that every question is full of."""
        if form in self._rules.weak or len(form) < 2:
            return True
        if known := self._keys.get(form):
            return self.is_weak_key(known)
        if not form.isascii():
            return self.exact(form) in self._weak_forms and not self.is_everyday(form)
        sound = self._rules.sound(form)
        if sound in self._weak_sounds and sound not in self._loud_sounds:
            return True
        key = self._rules.stem(sound)
        inflected = key in self._weak_keys and key not in self._loud_keys
        return inflected and not self.is_everyday(form)

    def is_weak_key(self, key: str) -> bool:
        """Tell whether a key is that of a word that says little."""
        return key.startswith(_WEAK)

    def is_everyday(self, form: str) -> bool:
        """Tell whether a word is whole as it stands: one that everybody uses, or a number."""
        if form.isdecimal():
            return True
        if form.isascii():
            return (
                f" {form} " in self._everyday
                or self._rules.stem(self._rules.sound(form)) in self._everyday_keys
            )
        return self._rules.exact(form) in self._everyday_forms

    def begun(self, form: str) -> list[str]:
        """Give the keys of words that begin like this one, the commonest first."""
        sound = self._rules.sound(form)
        at = bisect_left(self._sounds, sound)
        found: dict[str, int] = {}
        while at < len(self._sounds) and self._sounds[at].startswith(sound):
            key = self._keys[self._by_sound[self._sounds[at]]]
            found[key] = self._held[key]
            at += 1
        return sorted(found, key=lambda key: -found[key])[:MOST_BEGUN]

    def near(self, form: str, *, begun: bool = False) -> list[Near]:
        """Give the nearest words, none that is too far; `begun`: by the beginnings of words."""
        sound = self._rules.sound(form)
        most = allowed(sound)
        bits, size, limit = letters(sound), len(sound), int(2 * most)
        found: dict[str, Near] = {}
        for at, other in enumerate(self._sounds if most else ()):
            if len(other) < size - limit or not (begun or len(other) <= size + limit):
                continue
            theirs = self._bits[at]
            if (bits & ~theirs).bit_count() > limit:
                continue
            if not begun and (theirs & ~bits).bit_count() > limit:
                continue
            if other[0] != sound[0] and not _begin_alike(sound, other):
                continue
            far = distance(sound, other, most, begun=begun)
            if far <= most:
                written = self._by_sound[other]
                key = self._keys[written]
                if self.is_weak(written) or written.isdecimal():
                    continue
                if key not in found or far < found[key].far:
                    found[key] = Near(key, written, far)
                most = min(most, far + 0.25)
        ranked = sorted(found.values(), key=lambda near: (near.far, -self._held[near.key]))
        return [near for near in ranked if near.far <= most][:MOST_NEAR]

    def slip(self, form: str) -> str:
        """Give the key of the weak word that a word is with a slip in it ("realy"), or nothing."""
        sound = self._rules.sound(form)
        if sound not in self._weak_sounds:
            close = self._weak_sounds if len(sound) > 3 else ()
            sound = next((weak for weak in close if _is_slip(sound, weak)), "")
        return _WEAK + self._rules.stem(sound) if sound else ""


def _is_slip(sound: str, weak: str) -> bool:
    # Cheap questions first: each key that is typed asks of some hundred words.
    if sound[0] != weak[:1] or abs(len(sound) - len(weak)) > 1:
        return False
    # A letter for another makes a word of its own: "coping" is no "coming".
    most = 0.5 if len(sound) < _LONG else 1 if len(sound) != len(weak) else 0.75
    return distance(sound, weak, most) <= most


def _begin_alike(a: str, b: str) -> bool:
    """Tell whether two words begin with a vowel, or with the same letters swapped."""
    return VOWELS.issuperset((a[0], b[0])) or a[:2] == b[1::-1]


def allowed(sound: str) -> float:
    """Give how far a word may be to be meant: the more letters, the more may be wrong."""
    size = len(sound)
    return 0 if size < 4 else 0.75 if size < 5 else 1 if size < 7 else 1.5 if size < 10 else 2
