"""How English and Bengali talk of effects and risks, so that a number on one can be told.

Owns the word lists. A list can't read: it finds what is written in the usual words.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec


def _pattern(*words: str) -> re.Pattern[str]:
    # Content is in composed form; the Bengali words here must be too.
    return re.compile("|".join(unicodedata.normalize("NFC", word) for word in words), re.I)


class _Words(msgspec.Struct, frozen=True):
    """How a language talks of effects and risks.

    `share`: so many of so many; `scale`: only the second half of that; `effect`: what may happen
    to somebody, or who found it; `listed`: a number that only counts what follows on the page;
    `lasting`: a span of time; `advice`: what to do.
    """

    share: re.Pattern[str]
    scale: re.Pattern[str]
    effect: re.Pattern[str]
    listed: re.Pattern[str]
    lasting: re.Pattern[str]
    advice: re.Pattern[str]


_ENGLISH = _Words(
    share=_pattern(
        r"(?<!week )(?<!visit )(?<!step )(?<!page )(?<!part )(?<!day )(?<!year )(?<![\d.,])"
        r"\d[\d,.]*(?: \w+)? (?:in|of|out of) (?:every |the |these |those |all )?"
        r"(?!(?:19|20)\d\d\b|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b)\d",
        r"\bof (?:every )?\d[\d,]* \w+, (?:about |some )?\d",
        r"\d ?per ?cent\b",
    ),
    scale=_pattern(r"\b(?:in|of|per) (?:10|100|1,?000|10,?000)\b"),
    effect=_pattern(
        r"\bimprov",
        r"\bre-?gr[eo]w",
        r"\bgr(?:e|o)w\w* back",
        r"\bheal(?:s|ed)?\b",
        r"\bcured?\b",
        r"\brecover",
        r"\bbetter\b",
        r"\bworse",
        r"\bbenefit",
        r"\beffective",
        r"\bsuccess",
        r"\bpain",
        r"\bhurts?\b",
        r"\bsore",
        r"\bsw[eo]ll",
        r"\bbruis",
        r"\binfect",
        r"\babscess",
        r"\bscar",
        r"\ballerg",
        r"\banaphyla",
        r"\bharm",
        r"\brisk",
        r"\bside effect",
        r"\bcomplicat",
        r"\bbleed",
        r"\bbled\b",
        r"\bdie[ds]?\b",
        r"\bdeath",
        r"\bnecro",
        r"\bheadache",
        r"\bfaint",
        r"\b(?:fell|fall|falls|falling) out\b",
        r"\blost\b",
        r"\bblood pressure\b",
        r"\bsuicid",
        r"\bdepress",
        r"\bsexual",
        r"\bside-effect",
        r"\badded\b",
        r"\bgained\b",
        r"\bsymptom",
        r"\b(?:study|studies|trials?|reviews?|reports?|patients?|results?)\b",
        r"\bsigns\b",
    ),
    listed=_pattern(
        r"\d+ (?:\w+ )?(?:risks?|side[ -]effects?|(?:warning )?signs?|questions?|things?|points?|"
        r"reasons?|ways?|options?|steps?|complications?|benefits?|answers?)\b"
    ),
    lasting=_pattern(
        r"\d[\d.,]*(?: ?(?:to|or|and|-|–) ?\d[\d.,]*)? ?-?"
        r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?)\b"
    ),
    advice=_pattern(
        r"\b(?:if|when|until|before|call|ring|tell|ask|wait|come|keep|avoid|judge|do not|don't)\b"
    ),
)

_BENGALI = _Words(
    share=_pattern(
        r"\d[\d,]* ?জনে(?![\u0980-\u09ff])[^।,;]{0,25}\d",
        r"\d[\d,]* ?জনের মধ্যে",
        r"\d[\d,]* ?জন [^।,;]{1,30}মধ্যে",
        r"\d[\d,]* ?টির মধ্যে",
        r"\d[\d,]* ?টি [^।,;]{1,30}মধ্যে",
        r"\d ?শতাংশ",
        r"শতকরা ?\d",
    ),
    scale=_pattern(r"(?<!\d)(?:১০|১০০|১,?০০০|১০,?০০০) ?জনে(?![\u0980-\u09ff])"),
    effect=_pattern(
        "উন্নতি",
        "সেরে",
        "ভালো হ",
        "ভালো বোধ",
        "গজিয়ে",
        "গজায়",
        "গজাল",
        "উপকার",
        "কার্যকর",
        "কাজ হ",
        "সফল",
        "ব্যথা",
        "ফোলা",
        "ফুলে",
        "ফোলে",
        "কালশিটে",
        "সংক্রমণ",
        "অ্যাবসেস",
        "দাগ",
        "অ্যালার্জি",
        "অ্যানাফাই",
        "ক্ষতি",
        "ঝুঁকি",
        "পার্শ্বপ্রতিক্রিয়া",
        "জটিলতা",
        "রক্ত পড়",
        "রক্তপাত",
        "রক্তক্ষরণ",
        "মারা গে",
        "মারা যা",
        "মৃত্যু",
        "প্রদাহ",
        "রক্তচাপ",
        "আত্মহত্যা",
        "বিষণ্ন",
        "যৌন",
        "বেড়েছে",
        "কমেছে",
        "লক্ষণ",
        "গবেষণা",
        "পর্যালোচনা",
        "প্রতিবেদন",
        "রোগীর",
        "জ্বালা",
        "অজ্ঞান",
    ),
    listed=_pattern(
        r"\d+ ?টি? ?(?:\S+ )?(?:ঝুঁকি|পার্শ্বপ্রতিক্রিয়া|লক্ষণ|প্রশ্ন|উত্তর|কথা|বিষয়|কারণ|উপায়|ধাপ|জটিলতা)"
    ),
    lasting=_pattern(
        r"\d[\d.,]*(?: ?(?:থেকে|বা|-|–) ?\d[\d.,]*)? ?"
        "(?:সেকেন্ড|মিনিট|ঘণ্টা|ঘন্টা|দিন|রাত|সপ্তাহ|মাস|বছর)"
    ),
    advice=_pattern("করুন", "করবেন", "নেবেন", "দেবেন", "দেখান", "জানান", "থাকুন", "যদি", "হলে", "পর্যন্ত"),
)

_LANGUAGES = {"en": _ENGLISH, "bn": _BENGALI}

_PERCENT = re.compile(r"\d ?[%٪]|\d ?/ ?(?:10|100|1[,.]?000|10[,.]?000)\b")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20|১৯|২০)\d\d(?![.,]?\d)")


def is_claim(sentence: str, language: str) -> bool:
    """Tell whether a sentence gives a number on effect or risk.

    For a language without word lists only per cent and so many / 100 are seen.
    """
    if not _DIGIT.search(sentence):
        return False
    sentence = _YEAR.sub(" ", sentence)
    words = _LANGUAGES.get(language.split("-", maxsplit=1)[0])
    if _PERCENT.search(sentence) or (words and words.share.search(sentence)):
        return True
    if not words or not words.effect.search(sentence):
        return False
    sentence = words.scale.sub(" ", words.listed.sub(" ", sentence))
    if words.advice.search(sentence):
        sentence = words.lasting.sub(" ", sentence)
    return bool(_DIGIT.search(sentence))


def is_share(words: str, language: str) -> bool:
    """Tell whether words say how many of how many, or how many per cent."""
    lists = _LANGUAGES.get(language.split("-", maxsplit=1)[0])
    return bool(_PERCENT.search(words) or (lists and lists.share.search(words)))
