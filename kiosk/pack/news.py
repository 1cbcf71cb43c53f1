"""What staff are told of the text: its version, its findings, how its reviews stand.

Reads some pages at each asking, so that nobody waits. The calendar is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice

import msgspec

from kiosk.pack.pack import Pack
from kiosk.pack.reviews import Filed, Reviews, filed, reviews

AT_ONCE = 8
"""Pages read before the screen goes on: about as many milliseconds, if they are compiled."""


class News(msgspec.Struct, frozen=True, kw_only=True):
    """How the text is. `loaded` is in seconds since 1970, 0 if it was never loaded.

    `findings` are what was wrong at the last reload, a line each; `reviews` tells how all pages
    stand with theirs, once they are `counted`. `hides`: overdue pages are off the screen.
    `loading`: the text is being read just now. `aside`: the version that was set aside for the one
    before, because its starts were cut off; empty if none was.
    """

    version: str = ""
    aside: str = ""
    loaded: float = 0.0
    findings: tuple[str, ...] = ()
    reviews: Reviews = Reviews()
    counted: bool = True
    hides: bool = False
    loading: bool = False


class PackNews:
    """The news of one pack. Its pages are read when first asked for, some at each asking."""

    def __init__(self, pack: Pack, calendar: Callable[[], datetime]) -> None:
        self._pack = pack
        self._calendar = calendar
        self._loaded = calendar().timestamp()
        self._pages: list[Filed] = []
        self._unread: Iterator[Filed | None] | None = filed(pack)

    def __call__(self) -> News:
        """Return the news as they are now."""
        if self._unread is not None:
            read = list(islice(self._unread, AT_ONCE))
            self._pages += [page for page in read if page is not None]
            if len(read) < AT_ONCE:
                self._unread = None
        counted = self._unread is None
        return News(
            loaded=self._loaded,
            reviews=reviews(self._pages, self._calendar().date()) if counted else Reviews(),
            counted=counted,
            hides=self._pack.hides_overdue,
        )
