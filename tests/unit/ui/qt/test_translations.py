"""The kiosk's own languages: what is spoken, what is known beside it, and the digits."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.shipped import shipped
from kiosk.ui.qt.translations import Translations
from tests.conftest import Kept

FOLDER = shipped("assets") / "translations"
START = "শুরু করতে চাপ দিন"


@pytest.fixture
def translations(qapp: QCoreApplication) -> Iterator[Translations]:
    made = Translations(FOLDER)
    yield made
    made.hush()


def spoken(words: str = "Touch to start") -> str:
    return QCoreApplication.translate("RestScreen", words)


def test_a_language_is_spoken_until_another_one_is(translations: Translations) -> None:
    assert translations.speak("bn")
    assert spoken() == START
    assert not translations.speak("bn"), "nothing needs translating anew"
    assert translations.speak("en")
    assert spoken() == "Touch to start"


@pytest.mark.parametrize("language", ["bn", "bn-IN", "bn-BD"])
def test_a_countrys_language_falls_back_to_the_language(
    translations: Translations, language: str
) -> None:
    translations.speak(language)
    assert spoken() == START
    assert translations.knows(language)
    assert translations.words(language, "RestScreen", "Touch to start") == START


def test_words_are_known_in_every_language_whichever_one_is_spoken(
    translations: Translations,
) -> None:
    for language in ("en", "bn"):
        translations.speak(language)
        assert translations.words("bn", "RestScreen", "Touch to start") == START
        assert translations.words("en-GB", "RestScreen", "Touch to start") == "Touch to start"


def test_a_language_without_words_is_spoken_in_english_with_its_digits(
    translations: Translations,
) -> None:
    translations.speak("bn")
    translations.speak("fr")
    assert not translations.knows("fr")
    assert spoken() == translations.words("fr", "RestScreen", "Touch to start") == "Touch to start"
    assert QLocale().language() == QLocale.Language.English


def test_words_that_nobody_has_translated_stay_as_they_are(translations: Translations) -> None:
    assert translations.words("bn", "RestScreen", "Never heard") == "Never heard"
    assert translations.words("bn", "Nowhere", "Touch to start") == "Touch to start"


def test_numbers_and_dates_follow_the_language(translations: Translations) -> None:
    translations.speak("bn")
    assert QLocale().toString(30) == "৩০"
    assert translations.locale("bn").toString(30) == "৩০"
    translations.speak("en")
    assert QLocale().toString(30) == translations.locale("fr").toString(30) == "30"


@pytest.mark.parametrize(
    ("language", "digits"), [("en", "2026"), ("bn", "২০২৬"), ("bn-IN", "২০২৬"), ("ar", "٢٠٢٦")]
)
def test_a_page_counts_in_its_own_digits(
    translations: Translations, language: str, digits: str
) -> None:
    translations.speak("en")
    assert translations.phrases(language).number(2026) == digits


def test_qt_is_left_as_it_was(translations: Translations) -> None:
    before = QLocale()
    translations.speak("bn")
    translations.hush()
    assert QLocale() == before
    assert spoken() == "Touch to start"


def test_a_translation_that_is_not_compiled_is_told_of_and_english_stands_in(
    translations: Translations, tmp_path: Path, logged: Kept
) -> None:
    (tmp_path / "kiosk_bn.ts").touch()
    lacking = Translations(tmp_path)
    assert lacking.words("bn", "RestScreen", "Touch to start") == "Touch to start"
    assert not lacking.knows("bn")
    [line] = logged.lines
    assert "kiosk_bn.qm" in line
    assert "make translations" in line


def test_a_translation_is_read_within_a_frame(qapp: QCoreApplication) -> None:
    spent = []
    for _ in range(5):
        began = time.process_time()
        Translations(FOLDER).knows("bn")
        spent.append(time.process_time() - began)
    assert min(spent) < 0.005
