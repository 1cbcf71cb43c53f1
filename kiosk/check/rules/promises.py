"""The rule against words that promise too much: our own list, and what the pack adds to it.

Owns the lists, and when such a word is no promise: in a quotation, in a question, or denied. How
a denial is told in a language: `kiosk.check.wording.denial`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import Mark, Severity, Spot
from kiosk.check.material.rule import AnyRule, PackRule, Survey
from kiosk.check.material.shortened import shortened
from kiosk.check.wording.denial import answers_no, denied
from kiosk.check.wording.inflection import pattern
from kiosk.check.wording.readability import sentences
from kiosk.pack.pack import Pack
from kiosk.pack.packfile import NAME, line_of_card, line_of_key
from kiosk.page.blocks import Figure, Quotation

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
        self._stems = {_stem(max(phrase.split(), key=len)) for phrase in self._listed}

    def found(self, text: str, *, may_ask: bool) -> Iterator[tuple[str, str, Severity | None]]:
        """Give the words that promise, as they stand, the listed phrase, and how grave it is."""
        text = unicodedata.normalize("NFC", text)
        lower = text.lower()
        if not self._pattern or not any(stem in lower for stem in self._stems):
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


def _stem(word: str) -> str:
    """Give what a word's forms have in common: "cur" of "cure" and "curing"."""
    return word[: max(3, len(word) - 2)][:6].lower()


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"'”’»)] ").endswith(("?", "؟", "？"))


def _look(survey: Survey) -> Iterator[Mark]:
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
    seen: set[int] = set()
    for passage in checked.passages:
        if passage.kind == "source" or any(isinstance(each, Quotation) for each in passage.within):
            continue
        may_ask = passage.kind in _MAY_ASK
        for written, phrase, severity in avoided.found(passage.text, may_ask=may_ask):
            spot = checked.spot(passage, written)
            yield _mark(spot, written, phrase, severity, checked.file)
        figure = passage.block
        if isinstance(figure, Figure) and id(figure) not in seen:
            seen.add(id(figure))
            for written, phrase, severity in avoided.found(figure.alternative, may_ask=False):
                yield _mark(checked.find(written), written, phrase, severity, checked.file)


def _packfile(survey: Survey, avoided: Mapping[str, _Avoided]) -> Iterator[Mark]:
    """Look at what pack.toml shows by itself: the title, and the cards of the resting screen."""
    for language, words in avoided.items():
        for line, text in _shown(survey.pack, language):
            for written, phrase, severity in words.found(text, may_ask=True):
                yield _mark(Spot(line, 1), written, phrase, severity, NAME)


def _shown(pack: Pack, language: str) -> Iterable[tuple[int, str]]:
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


RULES: tuple[AnyRule, ...] = (
    PackRule("words-to-avoid", Severity.ERROR, "no word promises too much", _look),
)
