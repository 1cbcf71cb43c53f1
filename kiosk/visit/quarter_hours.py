"""Whether the kiosk was used, by the quarter hour: all that is ever kept of when somebody came.

Pure: numbers of quarter hours, counted from 1970 in UTC. Knows no visit, no page and no disk.
"""

from __future__ import annotations

import msgspec

SECONDS = 900
"""How long a quarter hour lasts."""

FILE = "quarter-hours.json"
"""The file of a kiosk's runtime folder that holds its `Use`; a restart of the computer ends it."""


class Use(msgspec.Struct, frozen=True):
    """Quarter hours in a row in which somebody was there; `last` is None while somebody is."""

    first: int
    last: int | None

    def covers(self, quarter: int) -> bool:
        """Tell whether somebody was there at any moment of a quarter hour."""
        return self.first <= quarter and (self.last is None or quarter <= self.last)


def quarter_at(moment: float) -> int:
    """Give the quarter hour of a moment in seconds since 1970."""
    return int(moment // SECONDS)


NEVER = Use(0, 0)


def begun(before: Use, quarter: int) -> Use:
    """Give what is kept when somebody comes."""
    goes_on = before.last is None or before.last >= quarter - 1
    return Use(before.first if goes_on else quarter, None)


def ended(before: Use, quarter: int) -> Use:
    """Give what is kept when nobody is there any more."""
    return Use(before.first, quarter) if before.last is None else before
