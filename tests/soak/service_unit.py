"""What the service's unit says of the kiosk's surroundings: a soak plays in the same."""

from __future__ import annotations

import re
from pathlib import Path

UNIT = Path(__file__).parents[2] / "assets" / "deploy" / "kiosk.service"


def variable(name: str) -> str:
    """Return what the unit sets a variable to. Raises LookupError where it sets none so."""
    found = re.search(rf"^Environment={name}=(.+)$", UNIT.read_text("utf-8"), re.MULTILINE)
    if not found:
        raise LookupError(f"{UNIT}: {name} is not set")
    return found[1]
