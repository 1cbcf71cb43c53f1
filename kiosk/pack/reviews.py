"""How the pages of a pack stand with their reviews on a day.

Owns the rule when a page is overdue, and what staff are told of it. The day is always told to it:
it asks no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from kiosk.pack.pack import Pack
from kiosk.page.error import ContentError
from kiosk.page.review import Review, Status, overdue

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
