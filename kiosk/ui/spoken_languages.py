"""The languages of a pack as paper and the website speak them, by what Qt knows of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt

from kiosk.leaflet.words import Language
from kiosk.ui.qt.list_models import own_name
from kiosk.ui.qt.translations import Translations


def spoken(code: str, translations: Translations) -> Language:
    """Return a language with its words, its days and its direction."""
    return Language(
        code,
        own_name(code),
        from_right=QLocale(code).textDirection() == Qt.LayoutDirection.RightToLeft,
        phrases=translations.phrases(code),
        day=partial(translations.day, language=code),
    )
