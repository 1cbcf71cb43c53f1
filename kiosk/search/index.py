"""The index of one language: built once from all pages that are shown, asked at each key.

SQLite finds the entries that hold the words (FTS5); which of them answers best is weighed here, and
so is what may be said of one: an entry is found where one passage, with the headings above it, has
all that was asked for, and is a guess where it has the better part of it or a near word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import log, sqrt

import msgspec

from kiosk.pack.pack import Pack
from kiosk.page.sentences import whole_sentences
from kiosk.search.entries import Entry, Passage, shown_entries
from kiosk.search.found import MOST, Found, Result
from kiosk.search.known_words import KnownWords
from kiosk.search.language_rules import rules_of
from kiosk.search.spelling import words_in
from kiosk.search.understanding import Understanding, Wanted, Way

TOKENS = "unicode61 categories 'L* N* Co Mn Mc'"
"""Without the categories, Bengali is cut at its vowel signs."""

_LOOKED_AT = 60
"""Entries that are weighed, those that SQLite ranks first."""

_LEAST = 0.5
"""Part of what was asked for that a guess must hold."""

_GUESSED = 0.85
"""What a near word counts for in that."""

_TITLE, _FIRST, _TEXT, _AROUND, _ASIDE = 1.5, 1.25, 1.0, 0.6, 0.5
"""What a word is worth by where it stands; up to `_WHOLE` more where a title is but those words."""

_WHOLE = 3.0
_ELSEWHERE, _WEAK = 0.1, 0.15
"""What an entry gains by all words that stand in it, and by each weak one that its title has."""

_TAIL = 0.3
"""Part of the best find's worth from which on others are shown."""

_Texts = tuple[str, str, str]
"""The keys of an entry's title, of its passages, one a line, and of what stands around."""

_Asked = tuple[Wanted, float, bool]
"""A word, its part of all that is asked for, and whether it must be there."""


class _Find(msgspec.Struct, frozen=True):
    """An entry that was weighed: its best passage, and by which way each word was found there."""

    entry: Entry
    passage: Passage
    ways: Mapping[int, Way]
    part: float
    worth: float
    lacks: bool

    @property
    def guess(self) -> bool:
        """Whether this is not what was typed, but what may have been meant."""
        return self.lacks or any(way.guess for way in self.ways.values())


class Index:
    """All that is shown in one language, to be searched."""

    def __init__(
        self, entries: Iterable[Entry], language: str, title: str, others: Mapping[str, str]
    ) -> None:
        self._entries = tuple(entries)
        self._known = KnownWords(rules_of(language))
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            f'CREATE VIRTUAL TABLE entry USING fts5(title, body, around, tokenize="{TOKENS}")'
        )
        for number, entry in enumerate(self._entries):
            body = [passage.text for passage in entry.passages]
            self._known.learn((entry.title, entry.around, *body))
            lines = [
                "\n".join(map(self._line, texts)) for texts in ([entry.title], body, [entry.around])
            ]
            self._base.execute(
                "INSERT INTO entry(rowid, title, body, around) VALUES (?, ?, ?, ?)",
                (number, *lines),
            )
        self._topic = frozenset(key for _, _, key in self._known.keys_in(title))
        self._understanding = Understanding(self._known, others)
        self._known.settle()

    def _line(self, text: str) -> str:
        return " ".join(self._known.keys_of(text))

    def find(self, words: str) -> Found:
        """Find what somebody has typed so far: the last word counts as begun. Never raises."""
        asked = words.strip()
        wanted = self._understanding.of(words.lstrip())
        content = [each for each in wanted if not each.weak]
        # Where all words say little, those that the pack has others for are what is asked.
        content = content or [each for each in wanted if each.ways and each.ways[-1].worth < 1]
        finds = self._by_words(content, wanted) if content else self._by_titles(wanted)
        finds.sort(key=lambda find: (find.guess, -find.worth))
        meant = _meant(wanted, finds[0]) if finds and finds[0].guess else ""
        if meant == " ".join(each.words for each in wanted):
            meant = asked
        return Found(asked=asked, meant=meant, results=tuple(self._results(finds)))

    def _by_words(self, content: Sequence[Wanted], wanted: Sequence[Wanted]) -> list[_Find]:
        """Find entries that hold what is asked for.

        What the whole pack is about needs not be said again, so it counts only if nothing else is.
        """
        firm = [each for each in content if not self._is_topic(each)] or list(content)
        rarity = {id(each): self._rarity(each) for each in content}
        total = sqrt(sum(rarity[id(each)] ** 2 for each in firm))
        if sum(rarity[id(each)] ** 2 for each in firm if each.ways) < _LEAST * total**2:
            return []
        known = [each for each in firm if each.ways]
        rows = dict(self._rows(" AND ".join(map(_as_query, known))))
        if len(rows) < _LOOKED_AT and len(known) > 1:
            rows |= self._rows(" OR ".join(map(_as_query, known)))
        weak = frozenset(self._known.key(each.words) for each in wanted if each.weak)
        asked = [(each, rarity[id(each)] / total, each in firm) for each in content]
        found = (self._weigh(self._entries[n], texts, asked, weak) for n, texts in rows.items())
        return [find for find in found if find]

    def _weigh(
        self, entry: Entry, texts: _Texts, asked: Sequence[_Asked], weak: frozenset[str]
    ) -> _Find | None:
        """Weigh the passages of an entry; None where no one has enough of what is asked for."""
        title, body, around = texts
        in_title, about = frozenset(title.split()), frozenset(around.split())
        keys = {key for each, *_ in asked for way in each.ways for key in way.keys}
        whole = sum(key in keys for key in title.split()) / max(1, len(self._loud(entry.title)))
        best: _Find | None = None
        everywhere: set[int] = set()
        for place, (passage, line) in enumerate(zip(entry.passages, body.split("\n"), strict=True)):
            inside = frozenset(line.split())
            text = _ASIDE if passage.aside else _TEXT if place else _FIRST
            ways: dict[int, Way] = {}
            part = covered = worth = 0.0
            for number, (each, rarity, firm) in enumerate(asked):
                value, way = max(
                    (
                        (one.worth * _place(one, in_title, inside, about, text, whole), one)
                        for one in each.ways
                    ),
                    key=lambda pair: pair[0],
                    default=(0.0, None),
                )
                if way and value:
                    ways[number] = way
                    worth += rarity * value
                    covered += firm * rarity**2
                    part += firm * rarity**2 * (_GUESSED if way.guess else 1)
            everywhere.update(ways)
            if part >= _LEAST and (not best or (part, worth) > (best.part, best.worth)):
                best = _Find(entry, passage, ways, part, worth, covered < 0.999)
        if not best:
            return None
        more = _ELSEWHERE * len(everywhere) / len(asked) + _WEAK * len(weak & in_title)
        return msgspec.structs.replace(best, worth=best.worth + more)

    def _loud(self, title: str) -> list[str]:
        """Give the words of a title that are not weak; all of them where no other is there."""
        forms = [form for *_, form in words_in(title)]
        return [form for form in forms if not self._known.is_weak(form)] or forms

    def _by_titles(self, wanted: Sequence[Wanted]) -> list[_Find]:
        """Find the titles that say what was typed where that says little by itself: "who can"."""
        ways = {n: Way((self._known.key(each.words),)) for n, each in enumerate(wanted)}
        asked = {way.keys[0]: self._scarce(way.keys[0]) for way in ways.values()}
        rows = self._rows(" OR ".join(f'title : "{key}"' for key in asked))
        titles = {number: frozenset(title.split()) for number, (title, *_) in rows.items()}
        said = frozenset().union(*titles.values())
        total = sum(rarity for key, rarity in asked.items() if key in said)
        finds = []
        for number, title in titles.items():
            held = sum(rarity for key, rarity in asked.items() if key in title)
            if held >= _LEAST * total:
                worth = held * (1 + held / sum(map(self._scarce, title)))
                entry = self._entries[number]
                finds.append(_Find(entry, entry.passages[0], ways, 1, worth, False))
        return finds

    def _rows(self, query: str) -> dict[int, _Texts]:
        """Give the entries that FTS5 finds, those that it ranks first, with the keys of each."""
        rows = self._base.execute(
            "SELECT rowid, title, body, around FROM entry WHERE entry MATCH ? "
            "ORDER BY bm25(entry, 5, 1, 0.5) LIMIT ?",
            (query, _LOOKED_AT),
        )
        return {number: tuple(texts) for number, *texts in rows}

    def _is_topic(self, wanted: Wanted) -> bool:
        return bool(wanted.ways) and self._topic.issuperset(wanted.ways[0].keys)

    def _rarity(self, wanted: Wanted) -> float:
        """Give how much a word tells: the rarer it is in the pack, the more."""
        if not wanted.ways:
            return self._scarce("")
        rarity = min(max(map(self._scarce, way.keys)) for way in wanted.ways)
        return rarity * (_GUESSED if wanted.ways[0].guess else 1)

    def _scarce(self, key: str) -> float:
        return log(2 + len(self._entries) / max(1, self._known.held(key)))

    def _results(self, finds: Sequence[_Find]) -> Iterator[Result]:
        least = finds[0].worth * _TAIL if finds else 0
        fine = [find for find in finds if find.worth >= least or find.guess != finds[0].guess]
        for find in fine[:MOST]:
            keys = {key for way in find.ways.values() for key in way.keys}
            text, marks = self._sentence(find.passage.text, keys)
            yield Result(
                page=find.entry.page,
                anchor=find.entry.anchor,
                pane=find.entry.pane,
                title=find.entry.title,
                text=text,
                marks=marks,
                row=find.passage.row,
                part=find.passage.part,
                guess=find.guess,
            )

    def _sentence(self, text: str, keys: set[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Give the sentence of a passage with most of the words, and where they stand in it."""
        best, marks, most = "", (), -1
        for sentence in whole_sentences(text):
            found = [
                (start, end, key)
                for start, end, key in self._known.keys_in(sentence)
                if key in keys
            ]
            count = len({key for *_, key in found})
            if count > most:
                best, most = sentence, count
                marks = tuple((start, end) for start, end, _ in found)
        return best, marks


def _place(
    way: Way,
    title: frozenset[str],
    inside: frozenset[str],
    around: frozenset[str],
    text: float,
    whole: float,
) -> float:
    """Give what a way is worth by where its words stand; 0 where one of them is missing.

    `text` is what those of the passage are worth, `whole` the part of the title that is asked for.
    """
    if title.issuperset(way.keys):
        return _TITLE + _WHOLE * min(1, whole) ** 2
    if inside.issuperset(way.keys):
        return text
    if (inside | title | around).issuperset(way.keys):
        return _AROUND * text if inside.isdisjoint(way.keys) else text
    return 0


def _as_query(wanted: Wanted) -> str:
    """Give the words as FTS5 reads them: in quotation marks, which no key holds."""
    ways = (" AND ".join(f'"{key}"' for key in way.keys) for way in wanted.ways)
    return "(" + " OR ".join(f"({way})" for way in ways) + ")"


def _meant(wanted: Sequence[Wanted], find: _Find) -> str:
    """Say what was looked for: the typed words that were found, and those taken for others."""
    said, number = [], 0
    for each in wanted:
        if each.weak:
            said.append(each.words)
            continue
        if way := find.ways.get(number):
            said.append(way.words if way.guess else each.words)
        number += 1
    return " ".join(said)


def build_index(pack: Pack, language: str, day: date) -> Index:
    """Index all pages of a language that are shown on this day, where those stand in for others.

    May be called in any thread, and the index asked in another one, by one at a time. A page that
    can't be used is left out; whoever shows it tells why.
    """
    return Index(
        shown_entries(pack, language, day),
        language,
        pack.title(language),
        pack.other_words(language),
    )
