"""The processes that a test's own process has started."""

from __future__ import annotations

from pathlib import Path


def children() -> list[int]:
    """Give them, those that ended and were not waited for too.

    Without what multiprocessing keeps for a whole worker once another test has asked it for a
    server that forks.
    """
    tasks = Path("/proc/self/task").glob("*/children")
    found = [int(each) for task in tasks for each in task.read_text("ascii").split()]
    return [each for each in found if b"multiprocessing" not in _command(each)]


def _command(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
