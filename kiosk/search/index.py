"""The index of one language: built once from all pages that are shown, asked at each key.

SQLite finds the entries that hold the words (FTS5); which of them answers best is weighed here.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from math import log, sqrt
from pathlib import Path

from kiosk.pack.pack import Pack
from kiosk.page.error import ContentError
from kiosk.page.sentences import whole_sentences
from kiosk.search.entries import Entry, Passage, shown_entries
from kiosk.search.found import MOST, Found, Result
from kiosk.search.known_words import KnownWords
from kiosk.search.language_rules import rules_of
from kiosk.search.spelling import words_in
from kiosk.search.understanding import Understanding, Wanted, Way
from kiosk.search.weighing import LEAST, LEAST_KNOWN, NEARLY, Asked, Find, Texts, weigh

_TOKENS = "unicode61 categories 'L* N* Co Mn Mc'"
"""Without the categories, Bengali is cut at its vowel signs."""

_LOOKED_AT = 60
"""Entries that are weighed: those that SQLite ranks first."""

_FIRST, _TAIL = 3, 0.3
"""Finds that are shown in any case; part of the best one's worth from which on others are too."""


class Index:
    """All that is shown in one language, to be searched.

    `title` says what the pack is about, `others` maps words of the pages to what patients type for
    them, `everyday` are common words of the language, with a space between two: no slips of others.
    `letters` tells how often each letter stands in what can be found.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        language: str,
        title: str,
        others: Mapping[str, str],
        everyday: str = "",
    ) -> None:
        self._entries = tuple(entries)
        self._known = KnownWords(rules_of(language), everyday)
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute(
            f'CREATE VIRTUAL TABLE entry USING fts5(title, body, around, tokenize="{_TOKENS}")'
        )
        self._base.executemany(
            "INSERT INTO entry(rowid, title, body, around) VALUES (?, ?, ?, ?)",
            ((number, *self._texts(entry)) for number, entry in enumerate(self._entries)),
        )
        self._topic = frozenset(self._known.keys_of(title))
        self._understanding = Understanding(self._known, others)
        self._known.settle()
        self.letters: Mapping[str, int] = Counter("".join(_read(self._entries)))

    def _texts(self, entry: Entry) -> Texts:
        inside = [each for passage in entry.passages for each in (passage.text, passage.above)]
        title, around, *lines = self._known.learn((entry.title, entry.around, *inside))
        passages = zip(lines[::2], lines[1::2], strict=True)
        return title, "\n".join(map("\t".join, passages)), around

    def count(self) -> int:
        """Count the words that can be found, each as often as it stands there."""
        return sum(len(list(words_in(text))) for text in _read(self._entries))

    def find(self, words: str) -> Found:
        """Find what somebody has typed so far: the last word counts as begun. Never raises."""
        asked = words.strip()
        wanted = self._understanding.of(words.lstrip())
        content = [each for each in wanted if not each.weak]
        # Where all words say little, those that the pack has others for are what is asked.
        content = content or [each for each in wanted if each.ways and each.ways[-1].worth < 1]
        weak = frozenset(self._known.key(each.words) for each in wanted if each.weak)
        finds = [*(self._by_words(content, weak) if content else self._by_titles(wanted))]
        finds.sort(key=lambda find: (find.guess, -find.worth))
        meant = _meant(content, finds[0]) if finds and finds[0].guess else ""
        return Found(asked=asked, meant=meant, results=tuple(self._results(finds)))

    def _by_words(self, content: Sequence[Wanted], weak: frozenset[str]) -> Iterator[Find]:
        """Find entries that hold what is asked for.

        What the whole pack is about needs not be said again, so it counts only if nothing else is.
        """
        firm = [not self._is_topic(each) for each in content]
        firm = firm if any(firm) else [True] * len(content)
        rarity = [self._rarity(each) for each in content]
        total = sqrt(sum(part**2 for part, counts in zip(rarity, firm, strict=True) if counts))
        asked = [
            Asked(each, part / total, counts)
            for each, part, counts in zip(content, rarity, firm, strict=True)
        ]
        known = [each for each in asked if each.firm and each.wanted.ways]
        held = sum(each.rarity**2 for each in known)
        if held < LEAST:
            return
        least = LEAST if held < 0.999 else LEAST_KNOWN
        queries = [_as_query(each.wanted) for each in known]
        rows = self._rows(" AND ".join(queries))
        if len(rows) < _LOOKED_AT and len(known) > 1:
            rows |= self._rows(" OR ".join(queries))
        for number, texts in rows.items():
            entry = self._entries[number]
            if find := weigh(entry, texts, asked, self._loud(entry.title), weak, least=least):
                yield find

    def _by_titles(self, wanted: Sequence[Wanted]) -> Iterator[Find]:
        """Find the titles that say what was typed where that says little by itself: "who can"."""
        keys = [self._known.key(each.words) for each in wanted]
        ways = {at: Way((key,)) for at, key in enumerate(keys)}
        rarity = {key: self._scarce(key) for key in keys}
        rows = self._rows(" OR ".join(f'title : "{key}"' for key in rarity))
        titles = {number: frozenset(title.split()) for number, (title, *_) in rows.items()}
        total = sum(rarity[key] for key in frozenset().union(*titles.values()) & rarity.keys())
        for number, title in titles.items():
            held = sum(rarity[key] for key in title & rarity.keys())
            if held >= LEAST * total:
                entry = self._entries[number]
                worth = held * (1 + held / sum(map(self._scarce, title)))
                yield Find(entry, entry.passages[0], ways, worth)

    def _rows(self, query: str) -> dict[int, Texts]:
        """Give the entries that FTS5 finds, those that it ranks first, with the keys of each."""
        if not query:
            return {}
        rows = self._base.execute(
            "SELECT rowid, title, body, around FROM entry WHERE entry MATCH ? "
            "ORDER BY bm25(entry, 5, 1, 0.5) LIMIT ?",
            (query, _LOOKED_AT),
        )
        return {number: (title, body, around) for number, title, body, around in rows}

    def _loud(self, title: str) -> int:
        """Count the words of a title that are not weak; all of them where no other is there."""
        forms = [form for *_, form in words_in(title)]
        return sum(not self._known.is_weak(form) for form in forms) or len(forms)

    def _is_topic(self, wanted: Wanted) -> bool:
        return bool(wanted.ways) and self._topic.issuperset(wanted.ways[0].keys)

    def _rarity(self, wanted: Wanted) -> float:
        """Give how much a word tells: the rarer in the pack, the more; a phrase as its words."""
        if not wanted.ways:  # rarer than what stands once
            return log(2 + 2 * len(self._entries))
        rarity = min(max(map(self._scarce, way.keys)) for way in wanted.ways)
        return rarity * sqrt(wanted.size) * (NEARLY if wanted.ways[0].guess else 1)

    def _scarce(self, key: str) -> float:
        return log(2 + len(self._entries) / max(1, self._known.held(key)))

    def _results(self, finds: Sequence[Find]) -> Iterator[Result]:
        least = finds[0].worth * _TAIL if finds else 0
        shown = (find for at, find in enumerate(finds) if at < _FIRST or find.worth >= least)
        for find in islice(shown, MOST):
            keys = {key for way in find.ways.values() for key in way.keys}
            # Small words of a phrase would be marked all over the sentence.
            keys = {key for key in keys if not self._known.is_weak_key(key)} or keys
            text, marks = self._sentence(find.passage, keys)
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

    def _sentence(
        self, passage: Passage, keys: set[str]
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Give the sentence of a passage with most of the words, and where they stand in it."""
        best: tuple[int, str, tuple[tuple[int, int], ...]] = (-1, "", ())
        for sentence in [passage.text] if passage.whole else whole_sentences(passage.text):
            found = [each for each in self._known.keys_in(sentence) if each[2] in keys]
            count = len({key for *_, key in found})
            if count > best[0]:
                best = count, sentence, tuple((start, end) for start, end, _ in found)
        return best[1:]


def _read(entries: Iterable[Entry]) -> Iterator[str]:
    """Give what is read in entries."""
    for entry in entries:
        yield entry.title
        yield from (passage.text for passage in entry.passages)


def _as_query(wanted: Wanted) -> str:
    """Give the words as FTS5 reads them: in quotation marks, which no key holds."""
    ways = (" AND ".join(f'"{key}"' for key in way.keys) for way in wanted.ways)
    return "(" + " OR ".join(f"({way})" for way in ways) + ")"


def _meant(content: Sequence[Wanted], find: Find) -> str:
    """Say what was looked for: the typed words that were found, and those taken for others."""
    ways = (find.ways.get(at) for at in range(len(content)))
    taken = zip(content, ways, strict=True)
    return " ".join(way.words if way.guess else each.words for each, way in taken if way)


def build_index(
    pack: Pack, language: str, day: date, unread: Callable[[ContentError], object] = bool
) -> Index:
    """Index all pages of a language that are shown on this day, where those stand in for others.

    May be called in any thread, and the index asked in another one, by one at a time. A page that
    can't be used is left out, and `unread` told why.
    """
    entries = shown_entries(pack, language, day, unread)
    others = pack.searched.get(language, {})
    everyday = _everyday(pack.assets / "everyday", language)
    return Index(entries, language, pack.title(language), others, everyday)


def _everyday(folder: Path, language: str) -> str:
    """Give the common words of a language, with the English ones that are typed among them."""
    own, english = folder / f"{language.partition('-')[0]}.txt", folder / "en.txt"
    files = {own, english} if own.is_file() else ()
    lines = "".join(file.read_text("utf-8") for file in files).splitlines()
    return " ".join(line for line in lines if not line.startswith("#"))
