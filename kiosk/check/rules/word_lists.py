"""The rules on lists of words: those that promise too much, those with better ones, those typed.

Owns our own list of promises, and when such a word is none: in a quotation, in a question, or
denied (`kiosk.check.wording.denial`). What the pack calls by better words is found wherever it
stands but within them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.pack_pictures import figures
from kiosk.check.material.rule import AnyRule, PackRule, Survey
from kiosk.check.material.shortened import as_name, shortened
from kiosk.check.wording.denial import answers_no, denied
from kiosk.check.wording.inflection import pattern, stem
from kiosk.check.wording.readability import sentences
from kiosk.pack.pack import Pack
from kiosk.pack.packfile import BUILT_IN, NAME, line_of_card, line_of_detail, line_of_key
from kiosk.page.blocks import Page, Quotation
from kiosk.search import other_words

_AROUND = 300
"""Characters on each side of a word in which a denial is looked for: more than a sentence has."""

FALSE: Mapping[str, tuple[str, ...]] = {
    "en": (
        "guarantee", "guaranteed", "miracle", "miraculous", "magic", "wonder drug",
        "panacea", "revolutionary", "risk-free", "no risk", "without any risk",
        "completely safe", "100% safe", "100% effective", "no side effects",
        "without side effects", "free of side effects", "always works",
        "works for everyone", "works for everybody", "instant results", "permanent solution",
        "permanent results", "permanent cure", "WHO-approved", "approved by the WHO",
        "WHO approval",
    ),
    "bn": (
        "গ্যারান্টি", "গ্যারান্টিযুক্ত", "নিশ্চয়তা", "অলৌকিক", "জাদুকরী", "ম্যাজিক",
        "অব্যর্থ", "সর্বরোগহর", "যুগান্তকারী", "ঝুঁকিমুক্ত", "ঝুঁকিহীন", "ঝুঁকি নেই",
        "সম্পূর্ণ নিরাপদ", "পুরোপুরি নিরাপদ", "১০০% নিরাপদ", "100% নিরাপদ",
        "শতভাগ নিরাপদ", "১০০% কার্যকর", "100% কার্যকর", "শতভাগ কার্যকর",
        "পার্শ্বপ্রতিক্রিয়া নেই", "পার্শ্বপ্রতিক্রিয়াহীন", "পার্শ্বপ্রতিক্রিয়ামুক্ত",
        "স্থায়ী সমাধান", "চিরস্থায়ী সমাধান", "WHO অনুমোদিত", "ডব্লিউএইচও অনুমোদিত",
        "বিশ্ব স্বাস্থ্য সংস্থা অনুমোদিত",
    ),
}  # fmt: skip
"""What is true of no treatment, by language."""

DOUBTFUL: Mapping[str, tuple[str, ...]] = {
    "en": ("cure", "breakthrough", "painless", "pain-free", "non-invasive"),
    "bn": ("নিরাময়", "আরোগ্য", "ব্যথাহীন", "ব্যথামুক্ত", "চিরতরে সারে"),
}
"""What is true of few treatments: only a warning, as some medicines do cure."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|‘[^’]*’(?!\w)")
_MAY_ASK = frozenset({"question", "heading", "item"})


class _Avoided:
    """The words to avoid in one language: those of the pack first."""

    def __init__(self, own: Sequence[str], language: str) -> None:
        base = language.partition("-")[0]
        listed = [*own, *FALSE.get(base, ()), *DOUBTFUL.get(base, ())]
        self._listed = [phrase for phrase in (" ".join(each.split()) for each in listed) if phrase]
        self._doubtful = frozenset(DOUBTFUL.get(base, ())) - frozenset(own)
        # The longest first: of "permanent cure" and "cure", the whole is what is meant.
        self._listed.sort(key=len, reverse=True)
        self._pattern = pattern(self._listed, language) if self._listed else None
        self._language = base
        # Whole passages are passed over by these: the pattern is slow where it finds nothing.
        self._stems = {stem(max(phrase.split(), key=len)) for phrase in self._listed}

    def found(self, text: str, *, may_ask: bool) -> Iterator[tuple[str, str, Severity | None]]:
        """Give the words that promise, as they stand, the listed phrase, and how grave it is."""
        text = unicodedata.normalize("NFC", text)
        lower = text.lower()
        if not self._pattern or not any(each in lower for each in self._stems):
            return
        parts = list(sentences(text))
        for index, sentence in enumerate(parts):
            follows = parts[index + 1] if index + 1 < len(parts) else ""
            if _asks(sentence) and (may_ask or answers_no(follows)):
                continue
            bare = _QUOTED.sub(lambda quoted: "_" * len(quoted[0]), sentence)
            for hit in self._pattern.finditer(bare):
                if denied(
                    bare[max(0, hit.start() - _AROUND) : hit.start()],
                    bare[hit.end() : hit.end() + _AROUND],
                    self._language,
                ):
                    continue
                phrase = self._listed[int((hit.lastgroup or "p0")[1:])]
                yield hit[0], phrase, Severity.WARNING if phrase in self._doubtful else None


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"'”’»)] ").endswith(("?", "؟", "？"))


def _promises(survey: Survey) -> Iterator[Mark]:
    pack = survey.pack
    avoided = {
        language: _Avoided(pack.wishes.avoid.get(language, ()), language)
        for language in pack.languages
    }
    for checked in survey.checked_pages.values():
        if checked.language in avoided:
            yield from _page(checked, avoided[checked.language])
    yield from _packfile(survey, avoided)


def _page(checked: CheckedPage, avoided: _Avoided) -> Iterator[Mark]:
    for written, phrase, severity in avoided.found(checked.page.title, may_ask=True):
        yield _mark(checked.front("title"), written, phrase, severity, checked.file)
    for passage in checked.passages:
        if passage.kind == "source" or any(isinstance(each, Quotation) for each in passage.within):
            continue
        may_ask = passage.kind in _MAY_ASK
        for written, phrase, severity in avoided.found(passage.text, may_ask=may_ask):
            spot = checked.spot(passage, written)
            yield _mark(spot, written, phrase, severity, checked.file)
    for figure, _ in figures(checked):
        for written, phrase, severity in avoided.found(figure.alternative, may_ask=False):
            yield _mark(checked.find(written), written, phrase, severity, checked.file)


def _packfile(survey: Survey, avoided: Mapping[str, _Avoided]) -> Iterator[Mark]:
    """Look at what pack.toml shows by itself: the title, and the cards of the resting screen."""
    for language, words in avoided.items():
        for line, text in _shown(survey.pack, language):
            for written, phrase, severity in words.found(text, may_ask=True):
                yield _mark(Spot(line, 1), written, phrase, severity, NAME)


def _shown(pack: Pack, language: str) -> Iterable[tuple[int, str]]:
    """Give the title of a pack and the words of its cards at rest, each with its line."""
    yield line_of_key(pack.source, "title"), pack.title(language)
    for index, card in enumerate(pack.rest(language)):
        yield line_of_card(pack.source, index, "line"), str(card.line)
        yield line_of_card(pack.source, index, "text"), str(card.text)


def _mark(spot: Spot, written: str, phrase: str, severity: Severity | None, file: str) -> Mark:
    listed = "" if phrase.lower() == written.lower() else f" (on the list as '{shortened(phrase)}')"
    return Mark(
        spot,
        f"'{shortened(written)}' promises too much{listed}",
        "Say what is known and how sure it is, or leave it out",
        severity,
        file,
    )


class _Use(msgspec.Struct, frozen=True):
    """A word as it stands at an index of a text, the listed one, and what to write instead."""

    at: int
    written: str
    listed: str
    better: str


class _Instead:
    """The better words of one language."""

    def __init__(self, listed: Mapping[str, str], language: str) -> None:
        pairs = {" ".join(word.split()): better.strip() for word, better in listed.items()}
        # The longest first: of "see a medic" and "medic", the whole is what is meant.
        self._pairs = sorted(_usable(pairs).items(), key=lambda pair: -len(pair[0]))
        words = [word for word, _ in self._pairs]
        self._worse = pattern(words, language)
        self._better = pattern([better for _, better in self._pairs], language, every_word=True)
        # Whole texts are passed over by these: a pattern is slow where it finds nothing.
        self._stems = {stem(max(re.split(r"[\s-]+", word), key=len)) for word in words}

    def uses(self, text: str) -> Iterator[_Use]:
        """Give each use of a listed word, but within longer better words."""
        text = unicodedata.normalize("NFC", text)
        lower = text.lower()
        if not any(each in lower for each in self._stems):
            return
        fine = [found.span() for found in self._better.finditer(text)]
        for found in self._worse.finditer(text):
            start, end = found.span()
            around = (at for at in fine if at[0] <= start and end <= at[1] and at != (start, end))
            if not any(around):
                word, better = self._pairs[int((found.lastgroup or "p0")[1:])]
                yield _Use(start, found[0], word, better)


def _usable(pairs: Mapping[str, str]) -> dict[str, str]:
    return {word: better for word, better in pairs.items() if word and better}


def _better_words(survey: Survey) -> Iterator[Mark]:
    for language, listed in survey.pack.wishes.instead.items():
        yield from _list_itself(survey, language, listed)
        if language not in survey.pack.languages or not _usable(listed):
            continue
        instead = _Instead(listed, language)
        for checked in survey.checked_pages.values():
            if checked.language == language:
                yield from _better_on(checked, instead)
        yield from _better_in_packfile(survey, language, instead)


def _list_itself(survey: Survey, language: str, listed: Mapping[str, str]) -> Iterator[Mark]:
    """Look at the list itself: what on it can find nothing, or sends an author round in a ring."""
    source = survey.pack.source
    keys = (f"check.instead.{language}", "check.instead", "check")
    begins = next(filter(None, (line_of_key(source, key) for key in keys)), 1)
    if language not in survey.pack.languages:
        yield Mark(
            Spot(line_of_key(source, language, after=begins - 1) or begins, 1),
            f"the better words are for '{shortened(language)}', which is not a language here",
            f"Write one of: {', '.join(survey.pack.languages)}",
            file=NAME,
        )
    for word, better in listed.items():
        spot = Spot(line_of_key(source, word, after=begins) or begins, 1)
        if not word.strip() or not better.strip():
            problem = f"the better words of '{shortened(word or better)}' are a pair with one empty"
            yield Mark(spot, problem, "Write words on both sides, or take the pair out", file=NAME)
        elif better.strip() in listed:
            problem = f"'{shortened(better)}' is better than '{shortened(word)}', but listed too"
            yield Mark(spot, problem, "Take one of the two pairs out", file=NAME)


def _better_on(checked: CheckedPage, instead: _Instead) -> Iterator[Mark]:
    for key, words in (("title", checked.page.title), ("tab", checked.page.tab)):
        if key == "title" or words != checked.page.title:
            for use in instead.uses(words):
                yield _write(checked.front(key), use, checked.file)
    for passage in checked.passages:
        if passage.kind == "source":
            continue  # a study keeps its own words
        for use in instead.uses(passage.text):
            spot = checked.spot(passage, use.written, use.at)
            # What pack.toml fills in is told there.
            if not checked.lines[spot.line - 1].startswith("{{", spot.column - 1):
                yield _write(spot, use, checked.file)
    for figure, _ in figures(checked):
        begins = max(checked.source.text.find(figure.alternative), 0)
        for use in instead.uses(figure.alternative):
            yield _write(checked.find(use.written, begins), use, checked.file)


def _better_in_packfile(survey: Survey, language: str, instead: _Instead) -> Iterator[Mark]:
    pack = survey.pack
    facts = pack.facts(language)
    lines = {name: line_of_key(pack.source, name) for name in BUILT_IN}
    lines |= {name: line_of_detail(pack.source, name) for name in pack.details}
    told = [*_shown(pack, language), *((lines[name], facts[name]) for name in lines)]
    for line, text in told:
        for use in instead.uses(text):
            yield _write(Spot(line, 1), use, NAME)


def _write(spot: Spot, use: _Use, file: str) -> Mark:
    same = use.listed.lower() == use.written.lower()
    listed = "" if same else f" (on the list as '{shortened(use.listed)}')"
    return Mark(
        spot,
        f"the pack has better words for '{shortened(use.written)}'{listed}",
        f"Write '{as_name(use.better)}' instead",
        file=file,
    )


def _other_words(survey: Survey) -> Iterator[Mark]:
    """Look at the words that patients type, and at what the pack has for them."""
    pack, source = survey.pack, survey.pack.source
    for language, others in pack.searched.items():
        keys = (f"search.{language}", "search")
        begins = next(filter(None, (line_of_key(source, key) for key in keys)), 1)
        if language not in pack.languages:
            yield Mark(
                Spot(line_of_key(source, language, after=begins - 1) or begins, 1),
                f"the other words are for '{shortened(language)}', which is not a language here",
                f"Write one of: {', '.join(pack.languages)}",
                file=NAME,
            )
            continue
        pages = [each.page for each in survey.checked_pages.values() if each.language == language]
        if len(pages) < len(pack.names(language)):
            continue  # what a page that can't be read has stands nowhere until it is mended
        for meant, problem, remedy in _lines_in_vain(others, pages, language):
            line = line_of_key(source, meant, after=begins) or begins
            yield Mark(Spot(line, 1), problem, remedy, file=NAME)


def _lines_in_vain(
    others: Mapping[str, str], pages: Sequence[Page], language: str
) -> Iterator[tuple[str, str, str]]:
    """Give the left side of each line that leads nowhere, why, and what to do."""
    for meant, word in other_words.in_vain(others, pages, language):
        problem = f"'{shortened(word)}' stands nowhere in the pages in '{language}'"
        if word:
            problem += f"; who types '{shortened(others[meant])}' doesn't find it"
        else:
            problem = f"no words of the pages stand on the left of '{shortened(others[meant])}'"
        remedy = "Write words as one sentence or its heading has them, or take the line out"
        yield meant, problem, remedy
    for meant, word in other_words.not_typed(others, language):
        problem = f"nobody can type '{shortened(word)}', which stands for '{shortened(meant)}'"
        yield meant, problem, "Write words with letters or digits there, or take it out"
    for meant, earlier in other_words.twice(others, language):
        problem = f"'{shortened(meant)}' is the same to the search as '{shortened(earlier)}' above"
        yield meant, problem, "Put what stands on the right into one line, and take the other out"


RULES: tuple[AnyRule, ...] = (
    PackRule("words-to-avoid", Severity.ERROR, "no word promises too much", _promises),
    PackRule("better-words", Severity.WARNING, "the pack's better words are used", _better_words),
    PackRule("other-words", Severity.WARNING, "what is looked for instead is found", _other_words),
)
"""What the words of a pack are held to."""
