"""How many pages of a pack are reviewed, for staff."""

from __future__ import annotations

from datetime import date

import msgspec

from kiosk.library.blocks import Status
from kiosk.library.error import ContentError
from kiosk.library.pack import Pack


class Reviews(msgspec.Struct, frozen=True, kw_only=True):
    """Pages in all languages, those that are drafts, and reviewed ones whose time is over."""

    pages: int = 0
    drafts: int = 0
    overdue: int = 0


def reviews(pack: Pack, today: date) -> Reviews:
    """Count the pages of a pack. A page that can't be read is no page."""
    pages = drafts = overdue = 0
    for language in pack.languages:
        for name in pack.names(language):
            try:
                page = pack.page(name, language)
            except ContentError:
                continue
            due = page.review.next_review
            pages += 1
            drafts += page.review.status is Status.DRAFT
            overdue += page.review.status is not Status.DRAFT and due is not None and due < today
    return Reviews(pages=pages, drafts=drafts, overdue=overdue)
