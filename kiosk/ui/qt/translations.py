"""The languages that the kiosk itself speaks: which one its screens are in now, and all others.

Owns Qt's translators and Qt's default locale, from which numbers and dates on the screen take
their digits. English is the language of the sources and needs no file; a language that the kiosk
has no words in is spoken in English. Knows nothing of visits, pages or the screen.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTranslator

from kiosk.page.phrases import Phrases

log = logging.getLogger("kiosk.ui")

SOURCE = "en"
"""The language of the words in the sources."""


class Translations:
    """Speaks one language at a time and knows words in all. `folder` holds the `.qm` files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, QTranslator | None] = {}
        self._language = ""
        self._speaking: QTranslator | None = None
        self._before: QLocale | None = None

    def knows(self, language: str) -> bool:
        """Whether the kiosk has words of its own in this language."""
        return _base(language) == SOURCE or self._translator(language) is not None

    def speak(self, language: str) -> bool:
        """Speak this language from now on; tell whether the screen must be translated anew."""
        if language == self._language:
            return False
        self._language = language
        if self._before is None:
            self._before = QLocale()
        QLocale.setDefault(self.locale(language))
        self._install(self._translator(language))
        return True

    def words(self, language: str, context: str, source: str) -> str:
        """Return words in any language, whichever one is spoken; English where there are none."""
        translator = self._translator(language)
        # None, says the stub, is a possible answer; and "" where a word is not translated yet.
        return (translator.translate(context, source) if translator else source) or source

    def locale(self, language: str) -> QLocale:
        """Return how a screen in this language writes numbers and dates."""
        return QLocale(language if self.knows(language) else SOURCE)

    def day(self, day: date, language: str) -> str:
        """Write a day in a language."""
        there = QDate(day.year, day.month, day.day)
        return self.locale(language).toString(there, "d MMMM yyyy")

    def month(self, month: date, language: str) -> str:
        """Write the month of a day in a language, with its year."""
        there = QDate(month.year, month.month, month.day)
        return self.locale(language).toString(there, "MMMM yyyy")

    def phrases(self, language: str) -> Phrases:
        """Return what the kiosk says within a page of this language."""
        zero = ord(QLocale(language).zeroDigit())
        return Phrases(
            partial(self.words, language), "".join(chr(zero + digit) for digit in range(10))
        )

    def hush(self) -> None:
        """Leave Qt as it was before anything was spoken."""
        self._install(None)
        self._language = ""
        if self._before is not None:
            QLocale.setDefault(self._before)
            self._before = None

    def _install(self, translator: QTranslator | None) -> None:
        if self._speaking is not None:
            QCoreApplication.removeTranslator(self._speaking)
        if translator is not None:
            QCoreApplication.installTranslator(translator)
        self._speaking = translator

    def _translator(self, language: str) -> QTranslator | None:
        if _base(language) == SOURCE:
            return None
        if language not in self._known:
            whole, base = language.replace("-", "_"), _base(language)
            made = self._loaded(whole)
            self._known[language] = made or (self._translator(base) if base != language else None)
        return self._known[language]

    def _loaded(self, name: str) -> QTranslator | None:
        file = self._folder / f"kiosk_{name}.qm"
        translator = QTranslator()
        if file.is_file() and translator.load(str(file)):
            return translator
        if file.is_file() or file.with_suffix(".ts").is_file():
            log.warning("%s can't be read: run make translations. English stands in.", file)
        return None


def _base(language: str) -> str:
    return language.partition("-")[0]
