"""All words of one language's pages, each by its key, and those that are like a typed one.

A key is the stem of a word's sound: what all spellings and forms of one word have in common. Owns
how unlike a word may be to be meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from kiosk.search.language_rules import LanguageRules
from kiosk.search.spelling import distance, letters, words_in

MOST_NEAR = 3
"""Words that may be meant by one that nobody knows."""

MOST_BEGUN = 8
"""Words that one is the beginning of, the commonest first."""


class KnownWords:
    """The words of texts that were learnt; `settle` ends that."""

    def __init__(self, rules: LanguageRules) -> None:
        self._rules = rules
        self._keys: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        self._by_sound: dict[str, str] = {}
        self._held: Counter[str] = Counter()
        self._sounds: list[str] = []
        self._bits: list[int] = []
        self._weak_sounds = {rules.sound(form) for form in rules.weak}

    def learn(self, texts: Iterable[str]) -> None:
        """Take the words of one entry in; `held` counts entries."""
        forms = {form for text in texts for *_, form in words_in(text)}
        keys = set()
        for form in forms:
            keys.add(self.add(form))
        self._held.update(keys)

    def add(self, form: str) -> str:
        """Take a word in that is looked for by its spelling, and give its key."""
        key = self._keys.get(form)
        if key is None:
            sound = self._rules.sound(form)
            key = self._keys[form] = self._rules.stem(sound)
            self._by_sound.setdefault(sound, key)
            if len(form) < len(self._forms.setdefault(key, form)):
                self._forms[key] = form
        return key

    def settle(self) -> None:
        """Make all that was learnt ready to be looked up."""
        self._sounds = sorted(self._by_sound)
        self._bits = [letters(sound) for sound in self._sounds]

    def key(self, form: str) -> str:
        """Give the key of a folded word, whether it is known or not."""
        return self._keys.get(form) or self._rules.stem(self._rules.sound(form))

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

    def written(self, key: str) -> str:
        """Give the shortest word with this key."""
        return self._forms.get(key, key)

    def is_weak(self, form: str) -> bool:
        """Tell whether a word is one of those that every question is full of."""
        weak = self._rules.weak
        if form in weak:
            return True
        return form.isascii() and self._rules.sound(form) in self._weak_sounds

    def begun(self, form: str) -> list[str]:
        """Give the keys of words that begin like this one, the commonest first."""
        sound = self._rules.sound(form)
        at = bisect_left(self._sounds, sound)
        found: dict[str, int] = {}
        while at < len(self._sounds) and self._sounds[at].startswith(sound):
            key = self._by_sound[self._sounds[at]]
            found[key] = self._held[key]
            at += 1
        return sorted(found, key=lambda key: -found[key])[:MOST_BEGUN]

    def near(self, form: str, *, begun: bool = False) -> list[tuple[str, float]]:
        """Give the keys of the nearest words and how far they are; none that is too far.

        Empty too where a weak word is as near. `begun`: compare with the beginnings of words.
        """
        sound = self._rules.sound(form)
        most = allowed(sound)
        if not most:
            return []
        if any(distance(sound, weak, most) <= most for weak in self._alike(sound, most)):
            return [("", 0)]
        bits, size = letters(sound), len(sound)
        limit = int(2 * most)
        found: dict[str, float] = {}
        for at, other in enumerate(self._sounds):
            if len(other) < size - limit or (not begun and len(other) > size + limit):
                continue
            more = bits & ~self._bits[at]
            if more.bit_count() > limit:
                continue
            if not begun and (self._bits[at] & ~bits).bit_count() > limit:
                continue
            far = distance(sound, other, most, begun=begun)
            if far <= most and (far <= 1 or sound[0] == other[0]):
                key = self._by_sound[other]
                found[key] = min(far, found.get(key, far))
                most = min(most, far + 0.5)
        ranked = sorted(found, key=lambda key: (found[key], -self._held[key]))
        return [(key, found[key]) for key in ranked[:MOST_NEAR] if found[key] <= most]

    def _alike(self, sound: str, most: float) -> Iterator[str]:
        """Give the weak words that this one can be a slip of."""
        size = len(sound)
        return (each for each in self._weak_sounds if abs(len(each) - size) <= 1 and size >= 4)


def allowed(sound: str) -> float:
    """Give how far a word may be to be meant: the more letters, the more may be wrong."""
    size = len(sound)
    return 0 if size < 4 else 1 if size < 6 else 1.5 if size < 9 else 2
