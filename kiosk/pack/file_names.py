"""Finding a file by the name that an author wrote, however its letters are put together.

Owns when two names are the same. A letter such as é or য় is one sign on one keyboard and two on
another; both look alike, and so does the name in a folder. Opens no file.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import unquote

MOST_PATH = 1_000
"""Characters of a path that is looked for; Linux takes 4,096 bytes, and each step takes a look."""


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


def file_names(folder: Path) -> list[str]:
    """Give the names of what lies in a folder; none where there is no such folder."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def misnamed_folders(folder: Path, languages: Sequence[str]) -> dict[str, str]:
    """Map each folder of pages that has a wrong name to the language that was meant."""
    # Imported here: a pack whose folders are there needs none of it.
    from kiosk.slips.misnamed_files import language_folders  # noqa: PLC0415

    names = [name for name in file_names(folder) if name not in languages]
    pages = [name for name in names if any((folder / name).glob("*.md"))]
    missing = [language for language in languages if not (folder / language).is_dir()]
    return language_folders(pages, languages, missing)


def line_finder(content: bytes) -> Callable[[str], int]:
    """Give what finds the line of a file, from 1, that first has a name; 0 if none does."""
    text = _composed(content.decode("utf-8", "replace"))

    def line_of(name: str) -> int:
        at = text.find(_composed(name))
        return text.count("\n", 0, at) + 1 if at >= 0 else 0

    return line_of


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _found(folder: Path, name: str, form: Callable[[str], str]) -> Path | None:
    """Go down from `folder`, at each step to the entry that has the same form."""
    here = folder
    if len(name) > MOST_PATH:
        return None
    for step in Path(name).parts:
        if step in ("..", "/") or os.path.lexists(here / step):
            here = here / step
            continue
        wanted = form(step)
        same = next((each for each in file_names(here) if form(each) == wanted), None)
        if same is None:
            return None
        here = here / same
    return here
