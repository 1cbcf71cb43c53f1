"""Qt's `Property`, which its own stubs hide the type of: mypy sees what the getter returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from PySide6.QtCore import Signal

    Value_co = TypeVar("Value_co", covariant=True)

    class _Declared(Generic[Value_co]):
        def __get__(self, owner: object, kind: type) -> Value_co: ...

    class Property:
        """A property for QML and for Python. `constant` needs no `notify`."""

        def __init__(
            self, kind: type, *, notify: Signal | None = None, constant: bool = False
        ) -> None: ...
        def __call__(self, getter: Callable[[Any], Value_co]) -> _Declared[Value_co]:
            """Take the getter."""

else:
    from PySide6.QtCore import Property

__all__ = ["Property"]
