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
