"""Two options of a comparison that one visitor sees side by side, and what a touch makes of them.

Pure. Knows neither the options' words nor whether a screen has room for both.
"""

from __future__ import annotations

import msgspec


class Pair(msgspec.Struct, frozen=True):
    """Two options by their numbers from 0, in the order in which they stand.

    `latest` says which of the two was touched last: 0 or 1. Where only one has room it is that.
    """

    options: tuple[int, int] = (0, 1)
    latest: int = 0

    def touched(self, option: int) -> Pair:
        """Return the pair after a touch on an option.

        It takes the place of the one that was touched longer ago; the other stays where it is, and
        nobody loses the line that they read. A touch on one of the two keeps it: the next touch
        takes the other's place.
        """
        if option in self.options:
            return Pair(self.options, self.options.index(option))
        start, end = self.options
        return Pair((start, option), 1) if self.latest == 0 else Pair((option, end), 0)

    def within(self, count: int) -> Pair:
        """Return the pair in a comparison of so many options; the first two where one is gone."""
        return self if all(0 <= option < count for option in self.options) else Pair()
