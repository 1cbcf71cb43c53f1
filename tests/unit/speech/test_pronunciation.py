"""What is written otherwise for an engine, and that the engine then says what people say."""

from __future__ import annotations

import subprocess
import unicodedata

import pytest

from kiosk.pack.pack import load_pack
from kiosk.shipped import shipped
from kiosk.speech.engine import PROGRAM, Speech, words
from kiosk.speech.pronunciation import dialled, for_espeak, spelt_as_said, written_out


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


@pytest.mark.parametrize("number", ["999", "112", "911", "16263", "৯৯৯"])
@pytest.mark.parametrize("text", ["Call {}.", "{} নম্বরে ফোন করুন", "({})", "Call {}, or ring {}"])
def test_an_emergency_number_is_said_digit_by_digit(number: str, text: str) -> None:
    parted = " ".join(number)
    assert dialled(text.format(number, number), number) == text.format(parted, parted)


@pytest.mark.parametrize(
    "text", ["1,112 men", "112.5 mg", "0.112", "2112", "11/112", "112-6", "11"]
)
def test_a_longer_number_is_not_parted_by_an_emergency_number_within(text: str) -> None:
    assert dialled(text, "112") == text


@pytest.mark.parametrize("number", ["", "the bell", "1"])
def test_without_digits_to_dial_nothing_is_parted(number: str) -> None:
    assert dialled("Call 112 or ring 1.", number) == "Call 112 or ring 1."


@pytest.mark.parametrize(
    ("text", "language", "out"),
    [
        ("20 mg in 1 ml", "en", "20 milligrams in 1 millilitre"),
        ("1.5 mm, 3 cm, 5µg", "en-GB", "1.5 millimetres, 3 centimetres, 5 micrograms"),
        ("2\u20136 weeks, 5%", "en", "2 to 6 weeks, 5%"),
        ("৫ mg, ৫%, ২\u2013৬ মাস", "bn", "৫ মিলিগ্রাম, ৫ শতাংশ, ২ থেকে ৬ মাস"),
        ("mg, 5 mgs, A4 mm, 2-6", "en", "mg, 5 mgs, A4 mm, 2-6"),
        ("5 mg, 2\u20136", "de", "5 mg, 2\u20136"),
    ],
)
def test_units_and_ranges_are_said_as_words(text: str, language: str, out: str) -> None:
    assert written_out(text, language) == out


def said(text: str, voice: str = "bn") -> str:
    """What espeak-ng says, as signs of the phonetic alphabet without its stresses."""
    ran = subprocess.run(
        [PROGRAM, "-v", voice, "-q", "--ipa", text], capture_output=True, text=True, check=True
    )
    return ran.stdout.strip().translate(str.maketrans("", "", "ˈˌ."))


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("Minoxidil", "mɪnɒksidɪl"),
        ("finasteride.", "fɪnastɑːɹaɪd"),
        ("dutasteride", "djuːtastɑːɹaɪd"),
        ("dermis", "dɜːmɪs"),
        ("AGA", "eɪdʒiːeɪ"),
        ("DHT", "diːeɪtʃtiː"),
        ("1 in 100", "wɒn ɪn wɒnhʌndɹɪd"),
        ("999", "naɪn naɪn naɪn"),
        ("5α", "faɪv alfə"),
    ],
)
def test_english_is_said_as_people_say_it(word: str, sound: str) -> None:
    own = load_pack(shipped("content"), assets=shipped("assets")).said["en"]
    line = words(
        Speech(text=word, language="en", emergency="999", said=tuple(own.items())), {}
    ).decode()
    assert said(line, "en") == sound


def test_bengali_says_an_emergency_number_digit_by_digit() -> None:
    speech = Speech(text="999 নম্বরে ফোন করুন", language="bn", emergency="999")
    assert said(words(speech, {}).decode()).startswith("nɔj nɔj nɔj nɔmbɔɾe")


@pytest.mark.parametrize("text", ["dermistown", "nice.dermis/x", "Te", "aa", "minoxidil-free"])
def test_what_only_looks_like_such_a_word_stays(text: str) -> None:
    assert (
        spelt_as_said(
            text, {"dermis": "durmiss", "TE": "T.E.", "AA": "A.A.", "minoxidil": "x"}.items()
        )
        == text
    )


def test_a_text_can_bring_no_phonemes_of_its_own() -> None:
    line = words(Speech(text="[[n'o]] clinic", language="en"), {}).decode()
    assert "[[" not in line


def test_every_voice_says_a_word_as_the_pack_spells_its_sound() -> None:
    speech = Speech(text="Minoxidil", language="en", said=(("minoxidil", "min-oxy-dill"),))
    assert words(speech, {"en": ("piper",)}).decode() == "min-oxy-dill"


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
