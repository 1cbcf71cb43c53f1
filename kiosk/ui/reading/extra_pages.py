"""The pages that are no tabs but offered everywhere: at the foot of each page and at rest.

Owns what they are called and drawn with, in the visitor's language. Opens none of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.pack.pack import Pack
from kiosk.page.blocks import Checklist, Page
from kiosk.page.error import ContentError
from kiosk.page.terms import GLOSSARY
from kiosk.ui.qt.list_models import StructModel
from kiosk.ui.reading.page_source import PageSource

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


class Extra(msgspec.Struct, frozen=True):
    """One page: its name, the words on its button, empty until it is read, and their icon."""

    page: str
    title: str = ""
    icon: str = "document"


@QmlElement
@QmlUncreatable("made in Python")
class ExtraModel(StructModel):  # type: ignore[operator]
    """The extra pages of a pack, in its order. Their titles are read by the first `speak`."""

    def __init__(self, pack: Pack, pages: PageSource, parent: QObject) -> None:
        super().__init__(Extra, parent, [Extra(page) for page in pack.extras])
        self._pages = pages
        self._language = ""

    def speak(self, language: str) -> None:
        """Call the pages what they are called in this language."""
        if language != self._language:
            self._language = language
            self._read([row.page for row in self._rows])

    def renew(self, pack: Pack, pages: PageSource, language: str) -> None:
        """Take over the extra pages of a new state of the pack."""
        self._pages, self._language = pages, language
        self._read(pack.extras)

    def _read(self, pages: Sequence[str]) -> None:
        rows = [self._extra(page) for page in pages]
        if [row.page for row in rows] != [row.page for row in self._rows]:
            self.fill(rows)
        elif rows != self._rows:
            # The buttons stay, and with them a finger that is on one.
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _extra(self, name: str) -> Extra:
        try:
            page = self._pages.page(name, self._language)
        except ContentError:  # whoever opens it is told
            return Extra(name, name.replace("-", " ").capitalize())
        return Extra(name, page.tab, _icon(page))


def _icon(page: Page) -> str:
    if page.name == GLOSSARY:
        return "book"
    return "ticks" if any(isinstance(block, Checklist) for block in page.blocks) else "document"
