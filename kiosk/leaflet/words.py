"""What the leaflet itself says: "Contents", "(page 3)", "Printed on …", in the page's language.

Owns those words. Knows nothing of how anything is set, nor where translations come from.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from kiosk.page.blocks import Level, Page, Tone
from kiosk.page.phrases import Phrases
from kiosk.page.review import Status
from kiosk.page.source import from_right

Notice = tuple[str, str]
"""The icon of a sentence that must be seen first, and the sentence."""


class Language(msgspec.Struct, frozen=True):
    """A language as the leaflet speaks it: `name` in itself, `day` writes a day out."""

    code: str
    name: str
    from_right: bool
    phrases: Phrases
    day: Callable[[date], str]

    @property
    def direction(self) -> str:
        """Where its lines run to, as HTML has it."""
        return "rtl" if self.from_right else "ltr"

    @property
    def say(self) -> Phrases:
        """What the kiosk says in it; a phrase in Latin letters keeps its order among others."""
        if not self.from_right:
            return self.phrases
        translate = self.phrases.translate

        def directed(context: str, words: str) -> str:
            return _directed(translate(context, words))

        return msgspec.structs.replace(self.phrases, translate=directed)

    def words(self) -> dict[str, Any]:
        """Return the words that the template puts around what the pages say."""
        say = self.say
        translate = say.translate
        language, _, region = self.code.partition("-")
        return {
            "code": language,
            "region": region if len(region) == 2 else None,
            "rtl": self.from_right,
            "name": self.name,
            "digits": list(say.digits),
            "counted": [say.week(digit) for digit in range(10)],
            "contents": translate("Handout", "Contents"),
            "take": translate("Handout", "Information to take home"),
            "see": translate("Handout", "(page %1)"),
            "printed": translate("Handout", "Printed on %1"),
            "phone": translate("Handout", "Phone: %1"),
            "emergency": translate("Handout", "In an emergency call %1"),
            "draft": say.draft(),
            "some_draft": say.ask_first(),
            "tones": {tone.value: say.callout(tone) for tone in Tone},
            "evidence": {level.value: say.evidence(level) for level in Level},
            "levels": {level.value: say.level(level) for level in Level},
            "empty": say.empty_rung(),
            "unknown": say.not_known(),
            "weeks": say.weeks(),
            "lost": say.lost_picture(),
            "people": translate("Page", "%1 in 100"),
            "gate": translate("Page", "Week %1: go on, or stop?"),
            "sources": say.sources(),
        }

    def notices(self, page: Page, *, overdue: bool, foreign: bool) -> list[Notice]:
        """Return what warns of a page; `foreign`: it stands in for a translation."""
        say, due, found = self.say, page.review.next_review, []
        if foreign:
            found.append(("info", say.foreign()))
        if page.review.status is Status.DRAFT:
            found.append(("warning", say.draft()))
        if overdue and due:
            found.append(("warning", say.overdue(self.day(due))))
        return found


def _directed(words: str) -> str:
    """Isolate a phrase that runs from left to right where lines begin at the right (UAX 9, LRI).

    Its full stop would stand on the wrong side else, and "63 in 100" be "in 100 63".
    """
    turned = not (words[:1].isalpha() and words[-1:].isalpha()) or "%" in words
    if from_right(words) or not turned:
        return words
    return f"\N{LEFT-TO-RIGHT ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"
