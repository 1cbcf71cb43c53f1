"""Staff: who may open the staff page, and how they ask for it. Knows neither Qt nor content."""

from __future__ import annotations

import logging
import os
from pathlib import Path

RESTART, LEAVE = 75, 77
"""Exit codes of a kiosk that staff ended. The service starts it again after any other than 77."""


def mark_left() -> None:
    """Tell the service by a file not to start the kiosk again.

    The compositor hands on no exit code.
    """
    folder = os.environ.get("RUNTIME_DIRECTORY", "").partition(":")[0]
    if folder:
        try:
            Path(folder, "left").touch()
        except OSError as error:
            log = logging.getLogger("kiosk.staff")
            log.error("%s can't be written (%s): the kiosk will come back.", folder, error)
