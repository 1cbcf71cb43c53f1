"""The index of one language: built once from all pages that are shown, asked at each key.

SQLite finds the entries that hold the words (FTS5); which of them answers best is weighed here, and
so is what may be said of one: an entry is found where one passage, with the headings above it, has
all that was asked for, and is a guess where it has the better part of it or a near word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from math import log

import msgspec

from kiosk.pack.pack import Pack
from kiosk.page.sentences import whole_sentences
from kiosk.search.entries import Entry, Passage, shown_entries
from kiosk.search.found import MOST, Found, Result
from kiosk.search.known_words import KnownWords
from kiosk.search.language_rules import rules_of
from kiosk.search.understanding import Understanding, Wanted, Way

TOKENS = "unicode61 categories 'L* N* Co Mn Mc'"
"""Without the categories, Bengali is cut at its vowel signs."""

_LOOKED_AT = 60
"""Entries that are weighed, those that SQLite ranks first."""

_LEAST = 0.5
"""Part of what was asked for that a guess must hold."""

_TITLE, _FIRST, _TEXT, _AROUND, _ASIDE = 1.5, 1.25, 1.0, 0.6, 0.5
"""What a word is worth by where it stands; up to `_WHOLE` more where a title is but those words."""

_WHOLE = 3.0
_ELSEWHERE = 0.1
_TAIL = 0.3
"""Part of the best find's worth from which on others are shown."""

_Texts = tuple[frozenset[str], frozenset[str], list[frozenset[str]]]


class _Find(msgspec.Struct, frozen=True):
    """An entry that was weighed: its best passage, and by which way each word was found there."""

    entry: Entry
    passage: Passage
    ways: Mapping[int, Way]
    part: float
    worth: float

    @property
    def guess(self) -> bool:
        return self.part < 1 or any(way.guess for way in self.ways.values())


class Index:
    """All that is shown in one language, to be searched."""

    def __init__(
        self, entries: Iterable[Entry], language: str, title: str, others: Mapping[str, str]
    ) -> None:
        self._entries = tuple(entries)
        self._known = KnownWords(rules_of(language))
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE entry USING fts5(title, body, around, content='', "
            f'tokenize="{TOKENS}")'
        )
        for number, entry in enumerate(self._entries):
            body = [passage.text for passage in entry.passages]
            self._known.learn((entry.title, entry.around, *body))
            columns = (" ".join(self._known.keys_of(text)) for text in (entry.title, " ".join(body), entry.around))
            self._base.execute("INSERT INTO entry(rowid, title, body, around) VALUES (?, ?, ?, ?)", (number, *columns))
        self._topic = frozenset(
            key for _, _, key in self._known.keys_in(title)
        )
        self._understanding = Understanding(self._known, others)
        self._known.settle()

    def find(self, words: str) -> Found:
        """Find what somebody has typed so far: the last word counts as begun. Never raises."""
        asked = words.strip()
        wanted = self._understanding.of(words.lstrip())
        if all(each.weak for each in wanted):
            finds = self._by_titles(wanted)
        else:
            finds = self._by_words([each for each in wanted if not each.weak], wanted)
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
        total = sum(rarity[id(each)] for each in firm)
        if sum(rarity[id(each)] for each in firm if each.ways) < _LEAST * total:
            return []
        known = [each for each in firm if each.ways]
        rows = dict.fromkeys(self._rows(" AND ".join(map(_as_query, known))))
        if len(rows) < _LOOKED_AT and len(known) > 1:
            rows |= dict.fromkeys(self._rows(" OR ".join(map(_as_query, known))))
        weak = frozenset(self._known.key(each.words) for each in wanted if each.weak)
        finds = []
        for row in rows:
            find = self._weigh(self._entries[row], content, firm, rarity, total, weak)
            if find:
                finds.append(find)
        return finds

    def _weigh(
        self,
        entry: Entry,
        content: Sequence[Wanted],
        firm: Sequence[Wanted],
        rarity: Mapping[int, float],
        total: float,
        weak: frozenset[str],
    ) -> _Find | None:
        title = self._known.keys_of(entry.title)
        in_title, around = frozenset(title), frozenset(self._known.keys_of(entry.around))
        loud = [key for key in title if not self._known.is_weak(key)] or title
        asked_for = {key for each in content for way in each.ways for key in way.keys}
        whole = sum(key in asked_for for key in loud) / max(len(loud), 1)
        best: _Find | None = None
        everywhere: set[int] = set()
        for place, passage in enumerate(entry.passages):
            inside = frozenset(self._known.keys_of(passage.text))
            ways: dict[int, Way] = {}
            worth = 0.0
            for number, each in enumerate(content):
                value, way = 0.0, None
                for one in each.ways:
                    now = one.worth * _place(one, in_title, inside, around, passage, place, whole)
                    if now > value:
                        value, way = now, one
                if way:
                    ways[number] = way
                    worth += rarity[id(each)] * value
            everywhere.update(ways)
            part = sum(rarity[id(each)] for n, each in enumerate(content) if n in ways and each in firm)
            part = min(1.0, part / total + 1e-9)
            if part < _LEAST:
                continue
            if not best or (part, worth) > (best.part, best.worth):
                best = _Find(entry, passage, ways, part, worth)
        if not best:
            return None
        more = _ELSEWHERE * (len(everywhere) + len(weak & in_title))
        return msgspec.structs.replace(best, worth=(best.worth + more) * best.part)

    def _by_titles(self, wanted: Sequence[Wanted]) -> list[_Find]:
        """Find the titles that say what was typed where that says little by itself: "who can"."""
        ways = {n: Way((self._known.key(each.words),)) for n, each in enumerate(wanted)}
        keys = {way.keys[0]: self._scarce(way.keys[0]) for way in ways.values()}
        total = sum(keys.values())
        finds = []
        query = " OR ".join(f'title : "{key}"' for key in keys)
        for row in self._rows(query):
            entry = self._entries[row]
            title = frozenset(self._known.keys_of(entry.title))
            held = sum(rarity for key, rarity in keys.items() if key in title)
            if held >= _LEAST * total:
                worth = held * (1 + held / sum(map(self._scarce, title)))
                finds.append(_Find(entry, entry.passages[0], ways, 1, worth))
        return finds

    def _rows(self, query: str) -> list[int]:
        if not query:
            return []
        rows = self._base.execute(
            "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 5, 1, 0.5) LIMIT ?",
            (query, _LOOKED_AT),
        )
        return [row for (row,) in rows]

    def _is_topic(self, wanted: Wanted) -> bool:
        return bool(wanted.ways) and self._topic.issuperset(wanted.ways[0].keys)

    def _rarity(self, wanted: Wanted) -> float:
        """Give how much a word tells: the rarer it is in the pack, the more."""
        ways = (max(map(self._scarce, way.keys)) for way in wanted.ways)
        return min(ways, default=log(2 + len(self._entries)))

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
            found = [(start, end, key) for start, end, key in self._known.keys_in(sentence) if key in keys]
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
    passage: Passage,
    place: int,
    whole: float,
) -> float:
    """Give what a way is worth by where its words stand; 0 where one of them is missing."""
    if title.issuperset(way.keys):
        return _TITLE + _WHOLE * whole * whole
    text = _ASIDE if passage.aside else _TEXT if place else _FIRST
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
    return Index(shown_entries(pack, language, day), language, pack.title(language), pack.other_words(language))
