"""What staff are told of the text: its version, its findings, how its reviews stand on a day.

Owns what is overdue or due soon. Reads some pages at each asking, so that nobody waits. The
calendar is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice

import msgspec

from kiosk.pack.pack import Pack
from kiosk.page.error import ContentError
from kiosk.page.review import Review, Status, overdue

AT_ONCE = 8
"""Pages read before the screen goes on: about as many milliseconds, if they are compiled."""

SOON = 30
"""Days before a review is due in which staff are told of it: time to find a reviewer."""


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """One page's file, what its tab is called, and what its front matter says of reviews."""

    name: str
    language: str
    tab: str
    review: Review

    @property
    def file(self) -> str:
        """The file, as seen from the pack's folder."""
        return f"{self.language}/{self.name}.md"


class Reviews(msgspec.Struct, frozen=True, kw_only=True):
    """All pages in all languages, counted; those that are overdue or due soon, the oldest first."""

    pages: int = 0
    drafts: int = 0
    overdue: tuple[Filed, ...] = ()
    soon: tuple[Filed, ...] = ()


def filed(pack: Pack) -> Iterator[Filed | None]:
    """Give each page of a pack in each language, reading one a step; None if it can't be read."""
    for language in pack.languages:
        for name in pack.names(language):
            try:
                page = pack.page(name, language)
            except ContentError:
                yield None
            else:
                yield Filed(name=name, language=language, tab=page.tab, review=page.review)


def reviews(pages: Iterable[Filed], today: date) -> Reviews:
    """Tell how these pages stand on a day."""
    pages = list(pages)
    dated = sorted(
        (page for page in pages if page.review.status is not Status.DRAFT),
        key=lambda page: page.review.next_review or date.max,
    )
    late = tuple(page for page in dated if overdue(page.review, today))
    then = today + timedelta(days=SOON + 1)
    return Reviews(
        pages=len(pages),
        drafts=len(pages) - len(dated),
        overdue=late,
        soon=tuple(page for page in dated[len(late) :] if overdue(page.review, then)),
    )


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
