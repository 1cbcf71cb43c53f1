"""Imports as Python does them, without what PySide does at each."""

from __future__ import annotations

import builtins


def import_as_python_does() -> None:
    """Give Python its own `__import__` back, in whose place PySide has put one.

    PySide's reads the source of each module that is imported, to see whether it could say
    `from __feature__`, which nothing here does. A start read 71,000 lines; they cost 4 MiB.
    """
    import PySide6.QtCore  # noqa: F401, PLC0415  # that puts it there

    builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]
