"""A small file that is there in full or as it was, also after the plug is pulled."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_whole(
    file: Path,
    content: bytes,
    *,
    durable: bool = True,
    prepare: Callable[[int], None] = lambda handle: None,
) -> None:
    """Write `file`, its folder too; only its owner may read it.

    `prepare` is given the open file before it is put in place, for another owner or mode. It is on
    the disk when this returns. If not `durable`, the system writes it when it likes: a power cut
    then may leave what was there, or a torn file.

    Raises:
        OSError: it can't be written; it stays as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            prepare(handle)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    if not durable:
        return
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
