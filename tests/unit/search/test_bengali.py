"""Bengali words by their sound: spellings that are the same, endings that say little."""

from __future__ import annotations

import pytest

from kiosk.search.bengali import exact, sound, stem
from kiosk.search.known_words import KnownWords
from kiosk.search.language_rules import rules_of
from kiosk.search.spelling import folded


def key(word: str) -> str:
    return stem(sound(folded(word)))


@pytest.mark.parametrize(
    "alike",
    [
        "চুল চুলের চুলে চুলগুলো chul chool chuler",
        "ব্যথা ব্যাথা ব্যথার betha byatha",
        "ইনজেকশন ইনজেকশনের injection injekshon injekson",
        "গর্ভবতী গর্ভবতি gorbhoboti",
        "মিনোক্সিডিল মিনক্সিডিল minoxidil",
        "শুক্রাণু শুক্রানু shukranu",
        "খরচ khoroch khorocher",
        "ওষুধ oshudh osudh ওষুধের",
        "লাগে লাগবে lagbe lage",
        "টাকা taka টাকার",
        "য়\u200dআয়রন আয়রন আয়রন",
        "বাচ্চা baccha bachcha",
        "জানাতে janate জানাবেন",
        "অ্যালার্জি এলার্জি elarji",
        "স্টেরয়েড ইস্টেরয়েড",
        "জিম gym",
        "বাঁধে বাঁধেনা",
        "ঘুরতেছে ঘুরতেসে ghurtese",
        "ধরে ধইরা dhoira",
        "বেড়ে বাইড়া",
        "ফুলে ফুইলা phuila",
        "রেখে রাইখা raikha",
        "রক্ত রক্তে রক্তের",
        "রোগ রোগটা রোগডা রোগটার",
        "মাথা মাথাটা মাথাটাকে",
        "সুই সুইটা সুইডা",
    ],
)
def test_one_word_has_one_key_however_it_is_written(alike: str) -> None:
    keys = {word: key(word.removeprefix("য়\u200d")) for word in alike.split()}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize(
    "apart", ["টাকা টাক", "বইটা বটে", "চুল চলা", "ঠোঁট তা", "রাত রা", "মাথা মত", "কাটা কা", "মাটি মা", "ঘণ্টা ঘন"]
)
def test_other_words_have_other_keys(apart: str) -> None:
    one, other = apart.split()
    assert key(one) != key(other)


@pytest.mark.parametrize("word", ["ঁ", "্", "a", "", "w", "𝒜", "ং", "1"])
def test_no_word_is_too_odd_to_sound(word: str) -> None:
    assert isinstance(key(word), str)


@pytest.mark.parametrize("word", ["ঘর ঘরের ঘরে", "ব্যথা ব্যাথা ব্যথার", "টাক টাকের", "ভালো ভাল"])
def test_forms_that_are_spelt_right_have_one_exact_form(word: str) -> None:
    assert len({exact(folded(each)) for each in word.split()}) == 1


@pytest.mark.parametrize("apart", ["ঘর গোড়া", "খোলা কল", "রোজা রোজ", "গর্ভ গোড়া", "দই দিয়ে"])
def test_what_only_sounds_alike_has_another_exact_form(apart: str) -> None:
    one, other = apart.split()
    assert exact(folded(one)) != exact(folded(other))


@pytest.mark.parametrize("in_phrase", [True, False])
def test_a_form_of_a_small_word_says_no_more_for_standing_in_a_phrase(in_phrase: bool) -> None:
    known = KnownWords(rules_of("bn"))
    assert known.is_weak("ache")
    key = known.add("ache", in_phrase=in_phrase)
    assert known.is_weak("ache") == known.is_weak_key(key) == in_phrase


def test_every_form_of_a_common_word_means_itself() -> None:
    known = KnownWords(rules_of("bn"), "কান")
    sounds_alike = known.add("খান")
    assert sounds_alike not in {known.key("কান"), known.key("কানে"), known.key("কানের")}
