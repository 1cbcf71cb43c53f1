"""Finding a file by the name that an author wrote, however its letters are put together.

Owns when two names are the same. A letter such as é or য় is one sign on one keyboard and two on
another; both look alike, and so does the name in a folder. Opens no file.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote


def lying(folder: Path, written: str) -> Path:
    """Give the path below `folder` that a page means by `written`.

    Where nothing of just this name lies there, a name is found that is the same in Unicode's
    composed form, then with %20 and the like read as the letters that they stand for. Gives
    `folder / written` where there is none. Raises OSError or ValueError for what is no path.
    """
    plain = folder / written
    for name in dict.fromkeys((written, unquote(written))):
        if os.path.lexists(folder / name):
            return folder / name
        found = _found(folder, name, _composed)
        if found:
            return found
    return plain


def nearly(folder: Path, written: str) -> str:
    """Give the path, seen from `folder`, that differs from `written` in capitals only; or ""."""
    for name in dict.fromkeys((written, unquote(written))):
        found = _found(folder, name, lambda it: _composed(_composed(it).casefold()))
        if found:
            return found.relative_to(folder).as_posix()
    return ""


def line_of(content: bytes, name: str) -> int:
    """Give the line of a file's bytes, from 1, that first names it; 0 if none does."""
    before, found, _ = _composed(content.decode("utf-8", "replace")).partition(_composed(name))
    return before.count("\n") + 1 if found else 0


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _found(folder: Path, name: str, form: Callable[[str], str]) -> Path | None:
    """Go down from `folder`, at each step to the entry that has the same form."""
    here = folder
    for step in Path(name).parts:
        if step in ("..", "/") or os.path.lexists(here / step):
            here = here / step
            continue
        try:
            entries = sorted(os.listdir(here))
        except OSError:
            return None
        wanted = form(step)
        same = next((each for each in entries if form(each) == wanted), None)
        if same is None:
            return None
        here = here / same
    return here
