"""An X server in memory, for tests that need a real display."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple


class XServer(NamedTuple):
    """A running server: the name of its display, as in DISPLAY, and its process."""

    display: str
    process: subprocess.Popen[bytes]


@contextmanager
def x_server(width: int, height: int, *options: str) -> Iterator[XServer]:
    """Run Xvfb, of so many pixels and without a window manager, until the block ends."""
    program = shutil.which("Xvfb")
    assert program, "Xvfb is missing; `make test` installs it"
    reading, writing = os.pipe()
    command = [
        program, "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
        "-nolisten", "tcp", *options,
    ]  # fmt: skip
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as process:
        try:
            os.close(writing)
            with os.fdopen(reading) as said:
                yield XServer(f":{said.readline().strip()}", process)
        finally:
            process.terminate()
