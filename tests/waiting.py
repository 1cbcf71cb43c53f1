"""How long a test waits for anything at most. A test waits for a condition, never for a time.

Owns that one limit. It is generous: a test that passes never reaches it, however busy the machine,
and no test becomes right by a longer one.
"""

from __future__ import annotations

import time
from collections.abc import Callable

LIMIT = 120.0
"""Seconds after which a test that waits has failed."""

PAUSE = 0.02
"""Seconds between two looks at what tells nothing by itself: a file, another process."""


def until(condition: Callable[[], object], else_told: str) -> None:
    """Look again and again until a condition holds; `else_told` is said if it never does.

    For what lives outside this process. Qt's own loop doesn't run meanwhile: `qtbot` waits there.
    """
    limit = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < limit, else_told
        time.sleep(PAUSE)


def slowness() -> float:
    """Return how many times longer work takes now than the processor alone needs for it.

    1 on a machine that does nothing else. A promise in seconds holds for such a machine: a test of
    it allows so many times as much.
    """
    began, worked = time.monotonic(), time.process_time()
    while time.process_time() - worked < 0.2:
        pass
    return max(1.0, (time.monotonic() - began) / (time.process_time() - worked))
