"""The keyboard as QML sees it: which keys lie where, for what is typed so far.

Owns the layer and the language of the keys. Loads no layout before somebody types: a start is
measured.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore  # for QtCore.Qt: naming it here would load all of it at the start
from PySide6.QtCore import QLocale, QModelIndex, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.page.error import ContentError
from kiosk.ui.qt.list_models import StructModel, own_name
from kiosk.ui.qt.qt_property import Property

if TYPE_CHECKING:
    from kiosk.keyboard.layout import Layout
    from kiosk.pack.pack import Pack

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger("kiosk.ui")


@QmlElement
@QmlUncreatable("made in Python")
class KeyModel(StructModel):  # type: ignore[operator]
    """Keys in their places. One that changes while a finger lies on it stays the same item."""

    def renew(self, keys: Sequence[Any]) -> None:
        """Take other keys over, each in the place of the one before."""
        before, nowhere = len(self._rows), QModelIndex()
        same = min(before, len(keys))
        if len(keys) < before:
            self.beginRemoveRows(nowhere, same, before - 1)
            self._rows = self._rows[:same]
            self.endRemoveRows()
        old, self._rows = self._rows, keys[:same]
        for at, (was, key) in enumerate(zip(old, keys, strict=False)):
            if was != key:
                self.dataChanged.emit(self.index(at), self.index(at))
        if len(keys) > same:
            self.beginInsertRows(nowhere, same, len(keys) - 1)
            self._rows = keys
            self.endInsertRows()
        self.changed.emit()


@QmlElement
@QmlUncreatable("made in Python")
class Keyboard(QObject):  # type: ignore[operator]
    """The keys on the screen. `letters` counts those of a language's text, as far as known."""

    changed = Signal()

    def __init__(self, letters: Callable[[str], Mapping[str, int]], parent: QObject) -> None:
        super().__init__(parent)
        self._letters = letters
        self._pack: Pack | None = None
        self._shown: Layout | None = None
        self._languages: list[str] = []
        self._language, self._layer, self._typed = "", "letters", ""
        self._across, self._size = 10, (0, 0)
        self._keys: KeyModel | None = None
        self._controls: KeyModel | None = None
        self._layouts: dict[str, Layout] = {}

    @Property(KeyModel, constant=True)
    def keys(self) -> KeyModel:
        """The keys that type."""
        self._make()
        assert self._keys is not None
        return self._keys

    @Property(KeyModel, constant=True)
    def controls(self) -> KeyModel:
        """The keys that do something else."""
        self._make()
        assert self._controls is not None
        return self._controls

    @Property(int, notify=changed)
    def rows(self) -> int:
        """How many rows there are."""
        return self._size[0]

    @Property(int, notify=changed)
    def columns(self) -> int:
        """How many keys lie beside each other."""
        return self._size[1]

    @Property(bool, notify=changed)
    def mirrored(self) -> bool:
        """Whether rows begin at the right."""
        from_right = QtCore.Qt.LayoutDirection.RightToLeft
        return QLocale(self._language).textDirection() == from_right

    @Property(str, notify=changed)
    def layer(self) -> str:
        """Which keys are shown: letters, more or digits."""
        return self._layer

    @Property(str, notify=changed)
    def letters(self) -> str:
        """A few of the letters, for the key that leads to them."""
        letters = chain(*self._shown.letters) if self._shown else ()
        return "".join(sorted(each for each in letters if each.isalpha())[:3])

    @Property(str, notify=changed)
    def more(self) -> str:
        """One key of the second layer, for the key that leads there."""
        return self._shown.more[-2:][0][0] if self._shown and self._shown.more else ""

    @Property(str, notify=changed)
    def following(self) -> str:
        """The language whose letters come next, in itself."""
        return own_name(self._next()) if self._languages else ""

    # What changes them

    def begin(self, pack: Pack, language: str) -> None:
        """Show the letters of a pack's language."""
        if pack is not self._pack:
            self._pack = pack
            self._layouts.clear()
        # What sounds alike can be typed in Latin letters, whatever the language.
        self._languages = list(dict.fromkeys((language, *pack.languages, "en")))
        self._language, self._layer = language, "letters"
        self._lay()

    @Slot(int)
    def fit(self, columns: int) -> None:
        """Lay at most so many keys beside each other."""
        if columns != self._across:
            self._across = columns
            self._lay()

    def follow(self, typed: str) -> None:
        """Show the keys for what is typed now; of the second layer one key is used at a time."""
        if self._layer == "more" and typed != self._typed:
            self._layer = "letters"
        self._typed = typed
        self._lay()

    def turn(self, kind: str) -> None:
        """Show another layer, or the letters again; with "language", those of the next one."""
        if kind == "language":
            self._language, self._layer = self._next(), "letters"
        else:
            self._layer = "letters" if self._layer == kind else kind
        self._lay()

    def learn(self) -> None:
        """Look again what letters the text has: it has been read meanwhile."""
        self._layouts.clear()
        self._lay()

    def _next(self) -> str:
        at = self._languages.index(self._language) + 1
        return self._languages[at % len(self._languages)]

    def _make(self) -> None:
        if self._keys is None:
            from kiosk.keyboard.layout import KeyCap  # noqa: PLC0415

            self._keys, self._controls = KeyModel(KeyCap, self), KeyModel(KeyCap, self)

    def _lay(self) -> None:
        if self._pack is None:
            return
        from kiosk.keyboard.layout import key_board  # noqa: PLC0415

        self._make()
        assert self._keys is not None
        assert self._controls is not None
        self._shown = self._layout(self._language)
        board = key_board(
            self._shown,
            self._layer,
            self._typed,
            self._across,
            languages=len(self._languages),
        )
        self._size = board.rows, board.columns
        self._keys.renew(board.keys)
        self._controls.renew(board.controls)
        self.changed.emit()

    def _layout(self, language: str) -> Layout:
        """Return the keys of a language: the pack's, the kiosk's, or its text's own letters."""
        from kiosk.keyboard.layout import layout_of  # noqa: PLC0415
        from kiosk.keyboard.layout_file import layout_file, read_layout  # noqa: PLC0415

        assert self._pack is not None
        if language not in self._layouts:
            file = layout_file(language, self._pack.folder, self._pack.assets)
            made = None
            if file:
                try:
                    made = read_layout(file, language)
                except ContentError as error:  # new text with such a file is not shown
                    log.error("%s", error)
            self._layouts[language] = made or layout_of(self._letters(language), language)
        return self._layouts[language]
