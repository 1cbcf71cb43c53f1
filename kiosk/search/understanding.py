"""What somebody may have meant by what was typed: for each word the words of the text to look for.

Owns the order in which that is tried: the pack's phrases, two words as one, the word itself with
the pack's own other words, how it goes on, one word as two, words that are near. Knows no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from kiosk.search.known_words import KnownWords, Near
from kiosk.search.spelling import words_in

MOST_WORDS = 16
"""Words of what was typed that are looked at: the last ones."""

_PHRASE, _OTHER, _BEGUN, _NEAR = 1.2, 0.9, 0.8, 0.7
"""What a find is worth by a phrase of the pack's other words, which is hardly typed by chance, by
one of its words, by a beginning, by a near word; else 1."""

_HARDLY = 0.1
"""How far for each of its letters an everyday word may be from the one that is meant."""

_KEPT_DOWN = re.compile(r"([^\W\d])\1\1")
"""A key that was held, or gibberish: no word has a letter three times in a row."""

_BETWEEN = 3
"""Words that say little and may stand between two of a phrase: "is it ok to go to work" does not
ask "is it working"."""

_PART = 2
"""Letters that each half of a word has at least that is taken for two."""


class Way(msgspec.Struct, frozen=True):
    """One way to take a word: keys that must stand together, and what the find is worth.

    `words` are what was taken for the typed ones where this is a `guess`; `told`: the pack leads
    from the one to the other.
    """

    keys: tuple[str, ...]
    worth: float = 1
    guess: bool = False
    words: str = ""
    told: bool = False


class Wanted(msgspec.Struct, frozen=True):
    """A typed word, or several that belong together, with all ways to take it; maybe none.

    `weak`: it says little of what is asked; `size`: how many of the words say more.
    """

    words: str
    ways: tuple[Way, ...]
    weak: bool = False
    size: int = 1


class Understanding:
    """Takes what is typed by the words that are known, and the pack's `others` for them."""

    def __init__(self, known: KnownWords, others: Mapping[str, str]) -> None:
        self._known = known
        self._said: dict[str, tuple[tuple[str, tuple[Way, ...]], ...]] = {}
        self._together: dict[tuple[str, ...], tuple[Way, ...]] = {}
        for meant, typed in others.items():
            found = [*targets(known, meant)]
            # The words of a line share what they lead to: there are thousands of them.
            word, phrase = (
                tuple(Way(target, worth, told=True) for target in found)
                for worth in (_OTHER, _PHRASE)
            )
            for forms in ([form for *_, form in words_in(said)] for said in typed.split(",")):
                match tuple(known.add(form, in_phrase=len(forms) > 1) for form in forms):
                    case ():
                        continue
                    case (key,):
                        self._said[key] = (*self._said.get(key, ()), (known.exact(forms[0]), word))
                    case keys:
                        before = self._together.get(keys)
                        self._together[keys] = (*before, *phrase) if before else phrase
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for keys in sorted(self._together, key=len, reverse=True):
            self._phrases.setdefault(keys[0], []).append(keys)
            if len(keys) == 2 and not any(map(known.is_weak_key, keys)):
                self._phrases.setdefault(keys[1], []).append(keys)
        self._in_phrases = {key for keys in self._together for key in keys} | self._said.keys()

    def of(self, text: str) -> list[Wanted]:
        """Give what is wanted, in order. The last word counts as begun unless a space ends it."""
        forms = [*self._spelled([form for *_, form in words_in(text)])][-MOST_WORDS:]
        begun = bool(text) and not text[-1].isspace()
        found: list[Wanted] = []
        readings = [*self._readings(forms, begun=begun)]
        at = 0
        while at < len(forms):
            wanted, count = self._phrase(forms, readings, at) or self._at(forms, at, begun=begun)
            found.append(wanted)
            at += count
        return found

    def _spelled(self, forms: Sequence[str]) -> Iterator[str]:
        """Take letters that are typed or spoken one by one for the word they make: "d h t"."""
        for alone, group in groupby(forms, lambda form: len(form) == 1):
            each = [*group]
            word = "".join(each)
            if alone and len(each) > 1 and self._is_known(word):
                yield word
            else:
                yield from each

    def _at(self, forms: Sequence[str], at: int, *, begun: bool) -> tuple[Wanted, int]:
        """Take two words for one, or one, and give how many that are."""
        form, last = forms[at], at + 1 == len(forms)
        if _KEPT_DOWN.search(form):
            return Wanted(form, ()), 1
        if not last and (joined := self._joined(forms, at, begun=begun)):
            return Wanted(f"{form} {forms[at + 1]}", joined), 2
        ways = self._ways((self._known.key(form),), form)
        if self._known.is_weak(form):
            return Wanted(form, ways, weak=True), 1
        if begun := begun and last and len(form) > 1:
            more = (key for key in self._known.begun(form) if key != self._known.key(form))
            # Whole, unless it makes sense beside its neighbour.
            if self._known.held(self._known.key(form)) or self._known.is_everyday(form):
                more = (key for key in more if self._beside(forms, at, key))
            ways += tuple(way for key in more for way in self._worth(key, _BEGUN))
        return (Wanted(form, ways) if ways else self._guessed(forms, at, begun=begun)), 1

    def _readings(self, forms: Sequence[str], *, begun: bool) -> Iterator[dict[str, str]]:
        """Give for each word the keys that it may have in a phrase, with the words that are meant.

        Those are empty where it is itself, or the beginning of a word that is not typed to its end.
        """
        for at, form in enumerate(forms):
            key = self._known.key(form)
            found = {key: ""}
            if key not in self._in_phrases and not (
                self._is_known(form) or self._known.is_everyday(form)
            ):
                if begun and at + 1 == len(forms) and len(form) > 1:
                    found |= dict.fromkeys(self._known.begun(form), "")
                found = {each.key: each.written for each in self._known.near(form)} | found
            if key not in self._in_phrases and (small := self._known.slip(form)):
                found.setdefault(small, "")  # "how meny visits"
            yield found

    def _phrase(
        self, forms: Sequence[str], readings: Sequence[dict[str, str]], at: int
    ) -> tuple[Wanted, int] | None:
        """Give the longest phrase of the pack that begins here, and how many words it takes."""
        for phrase in (each for key in readings[at] for each in self._phrases.get(key, ())):
            turned = phrase[0] not in readings[at]  # "stages of growth" for "growth stages"
            keys = phrase[::-1] if turned else phrase
            places = self._places(keys, forms, readings, at)
            count = places[-1] + 1 - at if places else 0
            if not count or (turned and count > 3):
                continue
            meant = [readings[place][key] for place, key in zip(places, keys, strict=True)]
            ways = self._ways(phrase)
            if any(meant):
                words = " ".join(
                    word or forms[place] for place, word in zip(places, meant, strict=True)
                )
                ways = tuple(_as_guess(way, _NEAR, words) for way in ways)
            typed = forms[at : at + count]
            size = max(1, sum(not self._known.is_weak(form) for form in typed))
            return Wanted(" ".join(typed), ways, size=size), count
        return None

    def _places(
        self,
        keys: Sequence[str],
        forms: Sequence[str],
        readings: Sequence[dict[str, str]],
        at: int,
    ) -> list[int]:
        """Give where the words of a phrase stand from here on; none where one is missing.

        Words that say little may stand between: "take my own blood" has "take blood".
        """
        places: list[int] = []
        for key in keys:
            last = at + _BETWEEN
            while at < len(forms) and key not in readings[at]:
                if not self._known.is_weak(forms[at]) or at == last:
                    return []
                at += 1
            if at == len(forms):
                return []
            places.append(at)
            at += 1
        return places

    def _guessed(self, forms: Sequence[str], at: int, *, begun: bool) -> Wanted:
        form = forms[at]
        if parted := self._parted(form):
            return Wanted(form, parted)
        near = self._known.near(form)
        everyday = self._known.is_everyday(form)
        if form.isdecimal():  # "balding at 22": how old, how often, and no page says that number
            return Wanted(form, (), weak=True)
        if not everyday and (len(form) < 3 or (not near and self._known.slip(form))):
            return Wanted(form, (), weak=True)
        if everyday:
            # A word of its own, unless it makes sense beside its neighbour ("randomised trail") or
            # is hardly another ("side affects").
            near = [
                each
                for each in near
                if each.far <= len(form) * _HARDLY or self._beside(forms, at, each.key)
            ]
        elif not near and begun:
            near = self._known.near(form, begun=True)
        return Wanted(form, tuple(way for each in near for way in self._near(each)))

    def _beside(self, forms: Sequence[str], at: int, key: str) -> bool:
        before, behind = forms[max(at - 1, 0) : at], forms[at + 1 : at + 2]
        pairs = [(self._known.key(each), key) for each in before]
        pairs += [(key, self._known.key(each)) for each in behind]
        return any(map(self._known.together, pairs))

    def _ways(self, keys: tuple[str, ...], form: str = "") -> tuple[Way, ...]:
        """Give the ways of words as they stand: themselves, and what the pack says for them.

        What the pack says for `form` itself goes before what it says for words that sound alike.
        """
        own = [Way(keys)] if self._known.together(keys) else []
        if len(keys) > 1:
            return (*own, *self._together.get(keys, ()))
        said = self._said.get(keys[0], ())
        exact = self._known.exact(form) if form else ""
        same = [way for known, ways in said if known == exact for way in ways]
        return (*own, *(same or (way for _, ways in said for way in ways)))

    def _worth(self, key: str, worth: float, taken: str = "") -> Iterator[Way]:
        """Give the ways of a word that was not typed; `taken` is the word where it is a guess."""
        for way in self._ways((key,)):
            yield _as_guess(way, worth, taken)

    def _near(self, near: Near) -> Iterator[Way]:
        return self._worth(near.key, _NEAR - near.far / 10, near.written if near.far else "")

    def _joined(self, forms: Sequence[str], at: int, *, begun: bool) -> tuple[Way, ...]:
        """Take two words for one: "head ache", "meso therapy" or, with a slip, "brest feeding"."""
        pair = forms[at : at + 2]
        form = "".join(pair)
        if any(map(self._known.is_weak, pair)):
            return ()
        key = self._known.key(form)
        # Of neither half alone: an ending may look like a word.
        if len(key) > max(map(len, map(self._known.key, pair))) and (ways := self._ways((key,))):
            return ways
        known = [*map(self._is_known, pair)]
        last = begun and at + 2 == len(forms)
        goes_on = last and known[0] and self._known.begun(pair[1])
        if goes_on or all(known) or all(map(self._known.is_everyday, pair)):
            return ()
        near = (each for each in self._known.near(form) if each.far <= 1)
        return tuple(way for each in near for way in self._near(each))

    def _is_known(self, form: str) -> bool:
        key = self._known.key(form)
        return self._known.is_weak(form) or bool(self._known.held(key)) or key in self._said

    def _parted(self, form: str) -> tuple[Way, ...]:
        """Take one word for two that stand in the text: "sideeffects"."""
        for at in range(_PART, len(form) - _PART + 1):
            halves = form[:at], form[at:]
            keys = self._known.key(halves[0]), self._known.key(halves[1])
            weak = any(map(self._known.is_weak, halves))
            if keys in self._together or (not weak and self._known.together(keys)):
                return self._ways(keys)
        return ()


def _as_guess(way: Way, worth: float, taken: str) -> Way:
    """Give a way that is worth that part of it; a guess where it was `taken` for another word."""
    return Way(way.keys, way.worth * worth, bool(taken), taken, way.told)


def targets(known: KnownWords, meant: str) -> Iterator[tuple[str, ...]]:
    """Give the keys of each of the pack's words, which commas part."""
    for each in meant.split(","):
        if keys := known.keys_of(each):
            yield keys
