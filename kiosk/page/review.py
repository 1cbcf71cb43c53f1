"""Where a page comes from: who wrote it, who reviewed it, and when it must be looked at again."""

from __future__ import annotations

from datetime import date
from enum import Enum

import msgspec


class Status(Enum):
    """How far the review of a page has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


class Review(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who wrote and who reviewed a page. A draft has no reviewer; a reviewed page needs one.

    `digest` stands for the text that was reviewed: `kiosk.pack.reviewed`.
    """

    status: Status
    author: str
    reviewer: str = ""
    reviewed: date | None = None
    next_review: date | None = None
    digest: str = ""


def overdue(review: Review, today: date) -> bool:
    """Tell whether a page should have been reviewed again before `today`.

    The day on which it is due is still in time. A draft is never overdue: it says what it is.
    """
    due = review.next_review
    return review.status is not Status.DRAFT and due is not None and due < today
