"""What the leaflet itself says: "Contents", "page 3", "Printed on …", in the page's language.

Owns those words. Knows nothing of how anything is set.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from kiosk.page.phrases import Phrases, filled
from kiosk.page.review import Review, Status


class Labels(msgspec.Struct, frozen=True):
    """The leaflet's words. `day` writes a date out in the language."""

    say: Phrases
    day: Callable[[date | None], str]

    def contents(self) -> str:
        """Return the heading over the list of pages."""
        return self.say.translate("Handout", "Contents")

    def take(self) -> str:
        """Return what the leaflet is for."""
        return self.say.translate("Handout", "Information to take home")

    def see(self, sheet: int) -> str:
        """Return where a link leads to on paper."""
        return filled(self.say.translate("Handout", "(page %1)"), self.say.number(sheet))

    def folio(self, sheet: int, sheets: int) -> str:
        """Return the number at the foot of a sheet."""
        return f"{self.say.number(sheet)} / {self.say.number(sheets)}"

    def printed(self, day: date) -> str:
        """Return when the leaflet was made."""
        return filled(self.say.translate("Handout", "Printed on %1"), self.day(day))

    def phone(self, number: str) -> str:
        """Return the clinic's number."""
        return filled(self.say.translate("Handout", "Phone: %1"), number)

    def emergency(self, number: str) -> str:
        """Return whom to call in an emergency."""
        return filled(self.say.translate("Handout", "In an emergency call %1"), number)

    def draft(self) -> str:
        """Return what a page says that nobody has reviewed."""
        return self.say.translate("PageHead", "Draft, not yet clinically reviewed")

    def some_draft(self) -> str:
        """Return what the cover says of drafts inside."""
        return self.say.translate(
            "PageFoot",
            "Draft, not yet clinically reviewed. Ask your doctor before you act on it.",
        )

    def other_language(self) -> str:
        """Return what stands over a page that stands in for a translation."""
        return self.say.translate("PageHead", "This page is not yet in your language")

    def overdue(self, review: Review) -> str:
        """Return what stands over a page whose review is overdue."""
        words = self.say.translate(
            "PageHead", "This page should have been reviewed again by %1. Ask the staff."
        )
        return filled(words, self.day(review.next_review))

    def written(self, review: Review) -> str:
        """Return who wrote a page."""
        return filled(self.say.translate("PageFoot", "Written by %1"), review.author)

    def reviewed(self, review: Review, *, overdue: bool) -> str:
        """Return who reviewed a page and when, and when it is to be done again; or the draft."""
        if review.status is Status.DRAFT:
            return self.some_draft()
        if overdue:
            words = self.say.translate(
                "PageFoot", "Reviewed by %1 on %2. The next review was due on %3."
            )
        else:
            words = self.say.translate("PageFoot", "Reviewed by %1 on %2. Next review due on %3.")
        days = self.day(review.reviewed), self.day(review.next_review)
        return filled(words, review.reviewer, *days)
