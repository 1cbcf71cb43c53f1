"""How counting begins: its file, what the staff page says of it, and what patients are told."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk.counts.counts_file import NAME, CountsFile
from kiosk.counts.vain_words import VainWords
from kiosk.page.blocks import Callout, Page, Paragraph, Text, Tone
from kiosk.page.phrases import Translate
from kiosk.ui.counting.counting import Counting
from kiosk.ui.qt.translations import Translations
from kiosk.ui.reading.page_source import PageSource
from kiosk.ui.shell import Shell


def begin_counting(
    shell: Shell,
    translations: Translations,
    state: Path,
    calendar: Callable[[], datetime],
    *,
    words: bool,
) -> Counting:
    """Count the visits of a shell from now on, into a file in the folder `state`.

    With `words` those searched in vain are kept too. It is to be closed at the end.
    """
    # The key is in no file: it ends with the program, and with it what is known of a word.
    kept = VainWords(secrets.token_bytes(32)) if words else None
    counting = Counting(shell, CountsFile(state / NAME), calendar, kept)
    shell.desk.status.tell_counting("words" if words else "visits")
    shell.navigator.note_on_about(lambda pages: _Noted(pages, translations, words=words))
    return counting


class _Noted:
    """A `PageSource` whose pages say first that visits are counted."""

    def __init__(self, pages: PageSource, translations: Translations, *, words: bool) -> None:
        self._pages, self._translations, self._words = pages, translations, words
        self.icon, self.label, self.picture = pages.icon, pages.label, pages.picture
        self.figures = pages.figures

    def page(self, name: str, language: str) -> Page:
        """Return a page or raise ContentError."""
        page = self._pages.page(name, language)
        translate = self._translations.phrases(page.language).translate
        said = Paragraph((Text(" ".join(_told(translate, words=self._words))),))
        note = Callout(Tone.NOTE, translate("Counting", "What this kiosk counts"), (said,))
        return msgspec.structs.replace(page, blocks=(note, *page.blocks))


def _told(translate: Translate, *, words: bool) -> list[str]:
    said = [
        translate(
            "Counting",
            "It counts in how many visits each part was opened, in which language and how it was "
            "read, and how often a search found nothing.",
        ),
        translate(
            "Counting",
            "It keeps no name and no time, and nothing that tells one visitor from another.",
        ),
    ]
    if words:
        said.append(
            translate(
                "Counting",
                "Words that nothing was found for are kept once they were searched on five "
                "different days. Numbers are left out.",
            )
        )
    return said
