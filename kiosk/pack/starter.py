"""`kiosk new`: a small complete pack of another subject, which a clinic changes into its own.

Owns that a folder is made whole or not at all, and that nothing is ever written over.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from shlex import quote

from kiosk.page.error import ContentError


def write(folder: Path, starter: Path) -> str:
    """Copy the pack `starter` to `folder` and say what to do next.

    Raises ContentError where something is there already, or the folder can't be made.
    """
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise ContentError(
            folder, 0, "there is something already", "Name a folder that does not exist yet"
        )
    made: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        # Not copytree's own modes: what comes along with a package may be read-only.
        shutil.copytree(starter, made, dirs_exist_ok=True, copy_function=shutil.copyfile)
        for part in (made, *made.rglob("*")):
            part.chmod(0o755 if part.is_dir() else 0o644)
        os.replace(made, folder)
    except OSError as error:
        if made:
            shutil.rmtree(made, ignore_errors=True)
        # Of several files that can't be copied shutil tells in a list: the first reason is enough.
        told = error.args[0] if isinstance(error, shutil.Error) else ()
        reason = told[0][-1] if told else error.strerror
        raise ContentError(
            folder,
            0,
            f"the folder can't be made ({reason})",
            "Look at the permissions and the disk, or name another place",
        ) from error
    return (
        f"{folder} is ready. Change the words in pack.toml and in en/, then run:\n"
        f"  kiosk check {quote(str(folder))}\n"
        f"  kiosk preview {quote(str(folder))}"
    )
