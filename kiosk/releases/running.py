"""Running what a release holds, which may do anything: hang, say no end of words, leave children.

Owns that none of it comes back on whoever runs it: root, in the midst of an update. Knows only
Python's own library.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

KEPT: Final = 100_000
"""Bytes of what it says that are kept: the last."""


class Ran(NamedTuple):
    """How it ended. `code`: None if it had to be ended; `said`: its last two lines, in one."""

    code: int | None
    said: str


def run(
    command: Sequence[str],
    seconds: float,
    environment: Mapping[str, str],
    user: tuple[int, int] | None = None,
    folder: Path | None = None,
) -> Ran:
    """Run a program for so long at most, and end all that it leaves behind.

    `user`: the numbers of another user and its group, as whom it is run, in `folder`.

    It gets a session of its own: a terminal that root sits at is none that it can type into.

    Raises:
        OSError: it can't be started.
    """
    words = b""
    over = time.monotonic() + seconds
    with subprocess.Popen(
        command, cwd=folder, env=environment, start_new_session=True,
        user=user and user[0], group=user and user[1], extra_groups=user and (),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        assert process.stdout
        out = process.stdout.fileno()
        try:
            while process.poll() is None and time.monotonic() < over:
                if not select.select([out], [], [], 0.1)[0]:
                    continue
                if more := os.read(out, KEPT):
                    words = (words + more)[-KEPT:]
                else:  # it has closed its output, as whatever ends does first
                    with suppress(subprocess.TimeoutExpired):
                        process.wait(max(0.0, over - time.monotonic()))
            code = process.poll()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        # Once: a child in a session of its own may still be talking.
        if select.select([out], [], [], 0)[0]:
            words += os.read(out, KEPT)
    lines = words.decode("utf-8", "replace").strip().splitlines()
    return Ran(code, _in_one("; ".join(lines[-2:]))[-300:] or "it said nothing")


def _in_one(words: str) -> str:
    """Leave out what no log and no terminal should get."""
    return " ".join("".join(each if each.isprintable() else " " for each in words).split())
