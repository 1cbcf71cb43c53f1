"""Lists as QML reads them: the rows of a page, and the languages.

Owns how a frozen struct becomes the roles of a row. Knows nothing of how rows are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.rows.row import Row
from kiosk.rows.row_changes import Change
from kiosk.ui.qt.qt_property import Property

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


FIRST_ROLE = 0x0100
"""Qt.ItemDataRole.UserRole; naming it there loads every enumeration of Qt, 20 ms of a start."""


INSIDE = ("inner", "badge")
"""The fields of a row that hold rows."""


@QmlElement
@QmlUncreatable("made in Python")
class StructModel(QAbstractListModel):  # type: ignore[operator]
    """A list of frozen structs; each field is a role of the same name."""

    changed = Signal()

    def __init__(
        self, struct: type[msgspec.Struct], parent: QObject | None, rows: Sequence[Any] = ()
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        names = struct.__struct_fields__
        self._fields = {FIRST_ROLE + i: name for i, name in enumerate(names)}

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008
    ) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        """Return the struct's fields as roles."""
        return {role: QByteArray(name.encode()) for role, name in self._fields.items()}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Return one field of one row."""
        name = self._fields.get(role)
        return getattr(self._rows[index.row()], name) if name and index.isValid() else None

    def fill(self, rows: Sequence[Any]) -> None:
        """Replace all rows, if they are others than before."""
        if list(rows) == list(self._rows):
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.changed.emit()

    def extend(self, rows: Sequence[Any]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        end = len(self._rows)
        self.beginInsertRows(QModelIndex(), end, end + len(rows) - 1)
        self._rows = [*self._rows, *rows]
        self.endInsertRows()
        self.changed.emit()

    @property
    def rows(self) -> Sequence[Any]:
        """The rows as they are."""
        return self._rows


@QmlElement
@QmlUncreatable("made in Python")
class RowModel(StructModel):  # type: ignore[operator]
    """The rows of a page, or those inside another row."""

    def __init__(self, rows: Sequence[Row] = (), parent: QObject | None = None) -> None:
        super().__init__(Row, parent, rows)
        self._inside: dict[tuple[int, int], RowModel] = {}
        self._held: Sequence[Row] = ()
        self._growing: Row | None = None
        self._waiting: list[tuple[RowModel, Sequence[Row]]] = []

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Return one field of one row; rows inside it as a model, made when first asked for."""
        value = super().data(index, role)
        if self._fields.get(role) not in INSIDE or value is None:
            return value
        row = self._rows[index.row()]
        key = id(row), role
        if key not in self._inside:
            grows = row is self._growing and self._fields[role] == "inner"
            self._inside[key] = RowModel(() if grows else value, self)
            if grows:
                self._waiting.append((self._inside[key], value))
        return self._inside[key]

    @property
    def all(self) -> Sequence[Row]:
        """The rows as they are, and those that are held back."""
        return [*self._rows, *self._held]

    def fill(self, rows: Sequence[Row], at_once: int | None = None) -> None:
        """Replace all rows; the models inside the old ones go with them.

        Only the first `at_once` are there then: `make_more` adds the others, piece by piece.
        """
        old = self._rows
        if list(rows[:at_once]) != list(old):
            self._waiting.clear()
        self._held = () if at_once is None else rows[at_once:]
        super().fill(rows[:at_once])
        self._drop(old)

    @Slot(int)
    def keep(self, count: int) -> None:
        """Take all rows but the first so many off the screen and hold them back."""
        going = self._rows[count:]
        if not going:
            return
        self.beginRemoveRows(QModelIndex(), count, len(self._rows) - 1)
        self._rows, self._held = self._rows[:count], [*going, *self._held]
        self.endRemoveRows()
        self._drop(going)
        self.changed.emit()

    def say(self, rows: Sequence[Row], at_once: int | None = None) -> None:
        """Replace all rows by the same ones in other words; what shows them stays and says those.

        Rows of another shape are filled in anew.
        """
        old = self._rows
        if self._held or self._waiting or at_once is not None or _shape(rows) != _shape(old):
            self.fill(rows, at_once)
            return
        self._rows = rows
        inside, self._inside = self._inside, {}
        for before, row in zip(old, rows, strict=True):
            for role in [role for role, name in self._fields.items() if name in INSIDE]:
                model = inside.pop((id(before), role), None)
                value = getattr(row, self._fields[role])
                if model and value is not None:
                    model.say(value)
                    self._inside[id(row), role] = model
                elif model:
                    model.deleteLater()
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        self.changed.emit()

    def make_more(self) -> bool:
        """Add the next row that was held back, or the next one inside it; False if none is left."""
        while self._waiting:
            model, rows = self._waiting[0]
            there = len(model.rows)
            if there < len(rows):
                model.extend(rows[there : there + 1])
                return True
            self._waiting.pop(0)
        if not self._held:
            return False
        self._growing = self._held[0]
        self._held = self._held[1:]
        self.extend([self._growing])
        self._growing = None
        return True

    def finish(self) -> None:
        """Add all rows that were held back."""
        for model, rows in self._waiting:
            model.extend(rows[len(model.rows) :])
        self._waiting.clear()
        held, self._held = self._held, ()
        self.extend(held)

    def become(self, rows: Sequence[Row], changes: Sequence[Change]) -> None:
        """Replace the rows that `changes` names; the others stay as they are on the screen."""
        kept, going = list(self._rows), []
        for change in reversed(changes):
            at, end = change.old
            if end > at:
                self.beginRemoveRows(QModelIndex(), at, end - 1)
                going += kept[at:end]
                del kept[at:end]
                self._rows = list(kept)
                self.endRemoveRows()
            new = rows[slice(*change.new)]
            if new:
                self.beginInsertRows(QModelIndex(), at, at + len(new) - 1)
                kept[at:at] = new
                self._rows = list(kept)
                self.endInsertRows()
        self._drop(going)
        self.changed.emit()

    def _drop(self, rows: Sequence[Row]) -> None:
        gone = {id(row) for row in rows} - {id(row) for row in self._rows}
        for key in [key for key in self._inside if key[0] in gone]:
            model = self._inside.pop(key)
            self._waiting = [each for each in self._waiting if each[0] is not model]
            model.deleteLater()


def _shape(rows: Iterable[Row]) -> list[tuple[str, int]]:
    return [(row.kind, row.side) for row in rows]


class Language(msgspec.Struct, frozen=True):
    """A language of the pack: its code and its own name in its own script."""

    code: str
    name: str


def languages_of(codes: Iterable[str]) -> list[Language]:
    """Return languages, each with its name in itself."""
    return [Language(code, own_name(code)) for code in codes]


def own_name(code: str) -> str:
    """Return what a language is called in itself."""
    name = QLocale(code).nativeLanguageName() if code != "en" else "English"
    return name.capitalize() or code
