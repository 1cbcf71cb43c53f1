"""List models over the blocks of a page, its outline, the tabs and the languages.

Owns the flattening of typed blocks into rows that one QML component each can draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


FIRST_ROLE = 0x0100
"""Qt.ItemDataRole.UserRole; naming it there loads every enumeration of Qt, 20 ms of a start."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a page: `kind` picks the component, the rest is what it draws.

    `gap` is the space above: 0 none, 1 tight, 2 a block, 3 a section. `text` and `title` are
    styled text, `plain` the words alone. `share` is a cell's part of the
    table's width, `ems` the width in letter sizes that a table needs to break no word. `inner`
    holds rows that stand inside this one.
    """

    kind: str
    gap: int = 2
    text: str = ""
    plain: str = ""
    title: str = ""
    anchor: str = ""
    marker: str = ""
    level: int = 0
    tone: str = ""
    picture: str = ""
    aspect: float = 0.0
    count: int = 0
    columns: int = 0
    share: float = 0.0
    ems: float = 0.0
    inner: RowModel | None = None
    badge: RowModel | None = None


class _StructModel(QAbstractListModel):
    """A list of frozen structs; each field is a role of the same name."""

    def __init__(self, struct: type[msgspec.Struct], parent: QObject | None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Any] = ()
        names = struct.__struct_fields__
        self._fields = {FIRST_ROLE + i: name for i, name in enumerate(names)}

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
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Any]:
        """The rows as they are."""
        return self._rows


@QmlElement
@QmlUncreatable("made in Python")
class RowModel(_StructModel):  # type: ignore[operator]
    """The rows of a page, or those inside another row."""

    def __init__(self, rows: Sequence[Row] = (), parent: QObject | None = None) -> None:
        super().__init__(Row, parent)
        self._rows = rows
        self._adopt(rows)

    changed = Signal()

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def fill(self, rows: Sequence[Row]) -> None:
        """Replace all rows; the models inside the old ones go with them."""
        old = [inner for row in self._rows for inner in (row.inner, row.badge) if inner]
        self._adopt(rows)
        super().fill(rows)
        for inner in old:
            inner.deleteLater()
        self.changed.emit()

    def extend(self, rows: Sequence[Row]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        self._adopt(rows)
        end = len(self._rows)
        self.beginInsertRows(QModelIndex(), end, end + len(rows) - 1)
        self._rows = [*self._rows, *rows]
        self.endInsertRows()
        self.changed.emit()

    def _adopt(self, rows: Sequence[Row]) -> None:
        for row in rows:
            for inner in (row.inner, row.badge):
                if inner is not None:
                    inner.setParent(self)


class Section(msgspec.Struct, frozen=True):
    """One entry of a page's outline: styled words without links, and the anchor they lead to."""

    title: str
    anchor: str


@QmlElement
@QmlUncreatable("made in Python")
class SectionModel(_StructModel):  # type: ignore[operator]
    """The outline of a page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Section, parent)


class Language(msgspec.Struct, frozen=True):
    """A language of the pack: its code and its own name in its own script."""

    code: str
    name: str


@QmlElement
@QmlUncreatable("made in Python")
class LanguageModel(_StructModel):  # type: ignore[operator]
    """The languages of the pack, the default one first."""

    def __init__(self, languages: Sequence[Language], parent: QObject | None = None) -> None:
        super().__init__(Language, parent)
        self._rows = languages

    @Property(int, constant=True)
    def count(self) -> int:
        """How many languages there are."""
        return len(self._rows)
