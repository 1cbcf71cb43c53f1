"""English words by their stem: spellings and forms that are the same, and words that are not."""

from __future__ import annotations

import pytest

from kiosk.search.english import sound, stem
from kiosk.search.spelling import folded


def key(word: str) -> str:
    return stem(sound(folded(word)))


@pytest.mark.parametrize(
    "alike",
    [
        "injection injected injects injecting", "pregnant pregnancy pregnancies",
        "licence license licences lisence", "anaemia anemia", "colour color coloured",
        "randomised randomized", "thyroid thiroid", "abscess absess abscesses",
        "anaphylaxis anafilaxis", "swollen swelling swells", "fell fallen falling", "cured cure",
        "allergic allergy allergies", "dizzy dizziness", "bald balding baldness", "bleed bleeding",
        "infection infecshun infections", "headache headake", "reaction reackshun",
    ],
)  # fmt: skip
def test_one_word_has_one_key_however_it_is_written(alike: str) -> None:
    keys = {word: key(word) for word in alike.split()}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize(
    "apart", ["number numb", "licence lice", "car carry", "car care", "hives HIV", "dye die",
              "1000 100", "ear earlier", "16 6"],
)  # fmt: skip
def test_other_words_have_other_keys(apart: str) -> None:
    one, other = apart.split()
    assert key(one) != key(other)
