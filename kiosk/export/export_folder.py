"""The folder that a website is written to: all of it is there, or all of what was there before.

Owns the list of files in it, by which an earlier website is known, and that nothing else is ever
taken away.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.page.error import ContentError

LIST = "files.txt"
"""Names each file of a website, one a line, itself among them."""

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""

_CAN_NOT = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
"""What it says where this kernel or that disk exchanges nothing, as exFAT and NFS don't."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths in `folder`, in the place of an earlier website.

    Its owner and mode stay. All files are on the disk when this returns.

    Raises:
        ContentError: something else is there, or it can't be written; what is there stays.
    """
    try:
        folder = folder.resolve() if folder.name in ("", ".", "..") else folder.absolute()
        _replace(folder, files)
    except OSError as error:
        raise ContentError(folder, 0, *_said(error)) from error


def _replace(folder: Path, files: Mapping[str, bytes]) -> None:
    if not folder.name:
        raise ContentError(folder, 0, "can't be replaced", "Name a folder that does not exist yet")
    new, before = (folder.with_name(f".{folder.name}.{end}") for end in ("new", "before"))
    for left in (new, before):
        _check(left)  # of an export that was cut off, or somebody else's
    _put_back(before, folder)
    _check(folder)
    if _is_within(folder):
        raise ContentError(
            folder, 0, "can't be replaced from within", "Run cd .. first, and name it from there"
        )
    try:
        for left in (new, before):
            _remove(left)
        listed = "".join(f"{path}\n" for path in sorted([*files, LIST]))
        # The list first: by it what a cut leaves is known.
        for path, content in {LIST: listed.encode(), **files}.items():
            _write(new / path, content)
        if folder.exists():
            _keep_owner(folder, new)
        for each in (new, *filter(Path.is_dir, new.rglob("*"))):
            _flush(each)
        if not folder.exists():
            new.rename(folder)
        elif not _exchanged(new, folder):
            folder.rename(before)
            new.rename(folder)
        _flush(folder.parent)
    finally:
        with suppress(OSError):
            _put_back(before, folder)
            for left in (new, before):
                _remove(left)


def _is_within(folder: Path) -> bool:
    """Tell whether whoever asks stands in a folder: their shell would see an empty one after."""
    try:
        return Path.cwd().is_relative_to(os.path.realpath(folder))
    except FileNotFoundError:  # they stand in one that is gone
        return False


def _exchanged(one: Path, other: Path) -> bool:
    """Put each of two folders in the other's place, in one step; False where that can't be.

    Raises OSError: it may not be.
    """
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CAN_NOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _put_back(before: Path, folder: Path) -> None:
    """Undo the first of two steps where no second one followed."""
    if before.exists() and not folder.exists():
        before.rename(folder)


def _remove(folder: Path) -> None:
    """Take a website away, its list last."""
    if not folder.exists():
        return
    for each in folder.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
        elif each.name != LIST:
            each.unlink()
    shutil.rmtree(folder)


def _keep_owner(folder: Path, new: Path) -> None:
    kept = folder.stat()
    new.chmod(stat.S_IMODE(kept.st_mode))
    for each in (new, *new.rglob("*")):
        # Who isn't root can give a file to no other user, but to a group of their own.
        for owner in (-1, kept.st_uid):
            with suppress(PermissionError):
                os.chown(each, owner, kept.st_gid)


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
    if folder.is_symlink():
        to = os.path.realpath(folder)
        raise ContentError(folder, 0, "is a link", f"Name the folder that it leads to: {to}")
    if not folder.exists():
        return
    if not folder.is_dir():
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
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "can't be written: the disk is full", "Make room, or name another folder"
        case errno.ENAMETOOLONG:
            return "can't be written: its name is too long", "Name a folder with a shorter name"
        case _:
            return (
                f"can't be written ({error.strerror})",
                "Name a folder within one that you may write to; "
                "a stick's own folder can't be replaced",
            )
