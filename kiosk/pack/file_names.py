"""Finding a file by the name that an author wrote, however its letters are put together.

Owns when two names are the same. A letter such as é or য় is one sign on one keyboard and two on
another; both look alike, and so does the name in a folder. Opens no file.
"""

from __future__ import annotations

import itertools
import os
import posixpath
import re
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

MOST_PATH = 1_000
"""Characters of a path that is looked for; Linux takes 4,096 bytes, and each step takes a look."""

PICTURES = (".svg", ".png", ".jpg", ".jpeg")

_BEFORE_NAME = (r"\]\(<?(?:\./)?", r"(?<![\w./-])", "")

_ADDRESS = re.compile(r"[A-Za-z][\w+.-]*:")
"""How an address of the network begins, or a path with the letter of a drive."""

_MOST_LOOKED_AT = 2_000
"""Files among which one of the same name is looked for."""


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
        # A name in plain letters has no other form.
        found = None if name.isascii() else _found(folder, name, _composed)
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


def instead(folder: Path, written: str, *, look_around: bool) -> tuple[str, str] | None:
    """Give the picture below `folder` that was meant by a name that leads to none, and what to do.

    With `look_around`, one of the same name is looked for in other places and with other endings.
    """
    if near := nearly(folder, written):
        return near, f"Write {near}: capital and small letters are told apart"
    near = _namesake(folder, written) if look_around else ""
    if near.lower().endswith(PICTURES):
        return near, f"Write {near} in its place"
    if near.lower().endswith(".txt"):
        return near, f"Rename it to {written}"
    return (near, "Open it, and save it as PNG or JPEG") if near else None


def without_picture(
    source: str, problem: str, folders: Sequence[Path], assets: Path, seen_from: str
) -> tuple[str, str]:
    """Say why a picture can't be had, and what to do, where none of these folders has it.

    `seen_from` is the folder of the pack in which its path begins.
    """
    remedy = "Copy an SVG, PNG or JPEG file into the pack's folder and write its path there"
    outside = _lies_outside(source, seen_from)
    if problem == "is missing" and not outside and (no_file := _no_file(folders, source)):
        return f"the picture '{source}' {no_file}", "Copy the picture itself into its place"
    for folder in folders if problem == "is missing" else ():
        if near := instead(folder, source, look_around=folder != assets):
            problem, remedy = f"is missing; there is '{near[0]}'", near[1]
            break
    else:
        if problem == "is missing" and outside:
            problem = "lies outside the pack"
        elif "\\" in source and "/" not in source:
            remedy = f"Write / for \\, as in {source.replace(chr(92), '/')[:80]}"
    return f"the picture '{source}' {problem}", remedy


def _no_file(folders: Sequence[Path], source: str) -> str:
    """Say what has a picture's name and is no file, if anything has; empty if nothing does."""
    for folder in folders:
        with suppress(OSError, ValueError):
            path = lying(folder, source)
            if os.path.isdir(path):
                return "is a folder"
            if os.path.lexists(path) and not os.path.isfile(path):
                return "is a link that leads nowhere" if os.path.islink(path) else "is no file"
    return ""


def _lies_outside(written: str, seen_from: str) -> bool:
    """Tell whether a path leads out of the pack, or is an address of a computer or the network."""
    path = written.replace("\\", "/")
    steps = posixpath.normpath(posixpath.join(seen_from, path)).split("/")
    return path.startswith("/") or bool(_ADDRESS.match(path)) or steps[0] == ".."


def _namesake(folder: Path, written: str) -> str:
    wanted = _bare(written)
    found = itertools.chain(folder.glob("[!.]*"), folder.glob("[!.]*/[!.]*"))
    lying = sorted(
        file.relative_to(folder).as_posix()
        for file in itertools.islice(found, _MOST_LOOKED_AT)
        if _bare(file.name) == wanted and file.suffix != ".md" and file.is_file()
    )
    return lying[0] if lying else ""


def _bare(name: str) -> str:
    return _composed(Path(name).name).casefold().partition(".")[0]


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
    missing = [language for language in languages if not (folder / language).is_dir()]
    names += [f"{name}/{language}" for name in names for language in missing]
    pages = [name for name in names if any((folder / name).glob("*.md"))]
    return language_folders(pages, languages, missing)


def line_finder(content: bytes) -> Callable[[str], int]:
    """Give what finds the line of a page, from 1, that first leads to a name; 0 if none has it.

    A line that leads there goes before one that names it, and both before a longer name.
    """
    text = _composed(content.decode("utf-8", "replace"))

    def line_of(name: str) -> int:
        name = re.escape(_composed(name))
        found = (re.search(before + name, text) for before in _BEFORE_NAME)
        at = next((each.start() for each in found if each), -1)
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
