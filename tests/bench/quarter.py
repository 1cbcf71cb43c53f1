"""A quarter of one core, as a thin client has: a control group that holds programs to it.

The share is given out in slices of 10 ms: over a longer one a short answer would come at the full
speed of this machine, and a long one in jerks.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.screen import ScreenError

PERIOD, SHARE = 10_000, 2_500
"""Microseconds: of each period, a group has that much of one core."""

_NAME = "kiosk-bench"
_FIRST, _SECOND = Path("/sys/fs/cgroup/cpu"), Path("/sys/fs/cgroup")


@contextmanager
def quarter(members: Iterable[int]) -> Iterator[None]:
    """Hold these processes and their children to a quarter of a core, until the block ends.

    Raises:
        ScreenError: control groups of neither version can be made here; it takes root.
    """
    is_first = (_FIRST / "cpu.cfs_quota_us").exists()
    above = _FIRST if is_first else _SECOND
    group = above / _NAME
    try:
        if not is_first:
            (above / "cgroup.subtree_control").write_text("+cpu")
        group.mkdir(exist_ok=True)
        if is_first:
            (group / "cpu.cfs_period_us").write_text(str(PERIOD))
            (group / "cpu.cfs_quota_us").write_text(str(SHARE))
        else:
            (group / "cpu.max").write_text(f"{SHARE} {PERIOD}")
        for member in members:
            (group / "cgroup.procs").write_text(str(member))
    except OSError as error:
        raise ScreenError(f"No program can be held to a quarter of a core here: {error}") from error
    try:
        yield
    finally:
        _leave(group, above)


def _leave(group: Path, above: Path) -> None:
    """Let everybody out, and take the group away when those that end in it have ended."""
    for _ in range(100):
        for member in (group / "cgroup.procs").read_text().split():
            try:
                (above / "cgroup.procs").write_text(member)
            except OSError:  # it has ended meanwhile
                continue
        try:
            group.rmdir()
        except OSError:
            time.sleep(0.05)
        else:
            return
