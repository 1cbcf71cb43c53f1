"""The folder that a website is written to: all of it is there, or all of what was there before.

Owns the list of files in it, by which an earlier website is known, and that nothing else is ever
taken away.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.page.error import ContentError

LIST = "files.txt"
"""Names each file of a website, one a line, itself among them."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths in `folder`, in the place of an earlier website.

    All of them are on the disk when this returns.

    Raises:
        ContentError: something else is there, or it can't be written; what is there stays.
    """
    folder = folder.resolve() if folder.name in ("", ".", "..") else folder.absolute()
    if not folder.name:
        raise ContentError(folder, 0, "can't be replaced", "Name a folder that does not exist yet")
    new, before = (folder.with_name(f".{folder.name}.{end}") for end in ("new", "before"))
    try:
        for left in (new, before):
            _check(left)  # of an export that was cut off, or somebody else's
        if before.exists() and not folder.exists():
            before.rename(folder)  # it was cut off in the moment between
        _check(folder)
        for left in (new, before):
            if left.exists():
                shutil.rmtree(left)
        listed = "".join(f"{path}\n" for path in sorted([*files, LIST]))
        # The list first: by it what a cut leaves is known.
        for path, content in {LIST: listed.encode(), **files}.items():
            _write(new / path, content)
        for each in (new, *filter(Path.is_dir, new.rglob("*"))):
            _flush(each)
        if folder.exists():
            folder.rename(before)
        new.rename(folder)
        _flush(folder.parent)
        shutil.rmtree(before, ignore_errors=True)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        if before.exists() and not folder.exists():
            with suppress(OSError):
                before.rename(folder)
        raise ContentError(folder, 0, *_said(error)) from error


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _check(folder: Path) -> None:
    """Raise ContentError where there is anything that no export has written."""
    if not folder.exists() and not folder.is_symlink():
        return
    if folder.is_symlink() or not folder.is_dir():
        raise ContentError(folder, 0, "is no folder", "Name a folder that does not exist yet")
    listed = folder / LIST
    ours = {LIST}
    if listed.is_file():
        ours.update(listed.read_text("utf-8", "replace").splitlines())
    for each in sorted(folder.rglob("*")):
        path = each.relative_to(folder).as_posix()
        if path not in ours and not (each.is_dir() and not each.is_symlink()):
            raise ContentError(
                folder,
                0,
                f"holds {path}, which no export has written",
                "Take it out, or name a folder that does not exist yet",
            )


def _said(error: OSError) -> tuple[str, str]:
    if error.errno == errno.ENOSPC:
        return "can't be written: the disk is full", "Make room, or name another folder"
    return (
        f"can't be written ({error.strerror})",
        "Name a folder within one that you may write to; a stick's own folder can't be replaced",
    )
