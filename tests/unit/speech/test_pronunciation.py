"""What is written otherwise for an engine, and that the engine then says what people say."""

from __future__ import annotations

import subprocess
import unicodedata

import pytest

from kiosk.speech.engine import PROGRAM, Speech, words
from kiosk.speech.pronunciation import dialled, for_espeak


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Call 01632 960123.", "Call 0 1 6 3 2 9 6 0 1 2 3."),
        ("+880 1711-234567", "+ 8 8 0 1 7 1 1 2 3 4 5 6 7"),
        ("০১৭১১ ২৩৪৫৬৭", "০ ১ ৭ ১ ১ ২ ৩ ৪ ৫ ৬ ৭"),
        ("(02) 5555-1234", "(0 2 5 5 5 5 1 2 3 4"),
        ("246 of 541 people", "246 of 541 people"),
        ("0.5 mg, 3,927 men, 2026-11-29", "0.5 mg, 3,927 men, 2026-11-29"),
        ("0, 1, 2, 3, 4, 5, 6, 7", "0, 1, 2, 3, 4, 5, 6, 7"),
        ("On 01/02/2026 or 05-06-26.", "On 01/02/2026 or 05-06-26."),
        ("০১/০২/২০২৬ তারিখে", "০১/০২/২০২৬ তারিখে"),
    ],
)
def test_a_number_to_dial_is_said_digit_by_digit(text: str, said: str) -> None:
    assert dialled(text) == said


def said(text: str) -> str:
    """What espeak-ng says, as signs of the phonetic alphabet without its stresses."""
    ran = subprocess.run(
        [PROGRAM, "-v", "bn", "-q", "--ipa", text], capture_output=True, text=True, check=True
    )
    return ran.stdout.strip().translate(str.maketrans("", "", "ˈˌ."))


@pytest.mark.parametrize(
    ("word", "sound"),
    [("নিয়ে", "nie"), ("পড়ুন", "porun"), ("শুয়ে", "ʃue"), ("হয়", "hɔj"), ("সময়", "ʃɔmɔj")],
)
@pytest.mark.parametrize("form", ["NFC", "composed"])
def test_a_vowel_behind_a_dotted_letter_is_heard_and_none_is_added(
    word: str, sound: str, form: str
) -> None:
    text = unicodedata.normalize("NFC", word)
    if form == "composed":
        text = text.replace("\u09af\u09bc", "\u09df").replace("\u09a1\u09bc", "\u09dc")
    assert said(for_espeak(text)) == sound


def test_a_voice_of_the_settings_gets_the_letters_as_they_are_written() -> None:
    speech = Speech(text=unicodedata.normalize("NFC", "নিয়ে"), language="bn")
    assert words(speech, {"bn": ("piper",)}).decode() == speech.text
    assert words(speech, {}).decode() != speech.text
