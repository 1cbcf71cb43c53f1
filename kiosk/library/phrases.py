"""What the kiosk itself says within a page: "Take care", "Step 3", in the page's own language.

Owns those words and the digits. A page that stands in for a missing translation speaks its own
language throughout, whatever the screen around it speaks. Knows neither where translations come
from nor how anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

import msgspec

from kiosk.library.blocks import Level, Tone

Translate = Callable[[str, str], str]
"""From a context and English words to those words in one language.

Called by the name `translate`, so that lupdate finds the words: docs/translating.md.
"""

_PLACE = re.compile(r"%(\d)")


def untranslated(context: str, words: str) -> str:
    """Return the words as the source has them: English."""
    return words


def filled(words: str, *parts: str) -> str:
    """Put the parts in the places of %1, %2 and so on; what a part says is left as it is."""
    return _PLACE.sub(lambda place: parts[int(place[1]) - 1], words)


class Phrases(msgspec.Struct, frozen=True):
    """The kiosk's words within a page in one language. `digits`: that language's 0 to 9."""

    translate: Translate = untranslated
    digits: str = "0123456789"

    def number(self, number: int) -> str:
        """Return a number that is not negative in the language's digits, not grouped."""
        return "".join(self.digits[int(each)] for each in str(number))

    def callout(self, tone: Tone) -> str:
        """Return the word over a callout, which says what its colour and its icon say."""
        match tone:
            case Tone.NOTE:
                return self.translate("Page", "Note")
            case Tone.TIP:
                return self.translate("Page", "Good to know")
            case Tone.CAUTION:
                return self.translate("Page", "Take care")
            case Tone.EMERGENCY:
                return self.translate("Page", "Emergency")
            case _:
                assert_never(tone)

    def evidence(self, level: Level) -> str:
        """Return how sure a statement is."""
        match level:
            case Level.NONE:
                return self.translate("Page", "Evidence: none found")
            case Level.VERY_LOW:
                return self.translate("Page", "Evidence: very low")
            case Level.LOW:
                return self.translate("Page", "Evidence: low")
            case Level.MODERATE:
                return self.translate("Page", "Evidence: moderate")
            case Level.HIGH:
                return self.translate("Page", "Evidence: high")
            case _:
                assert_never(level)

    def step(self, number: int) -> str:
        """Return the name of a step."""
        return filled(self.translate("Page", "Step %1"), self.number(number))

    def people(self, count: int) -> str:
        """Return how many of a hundred people it is."""
        return filled(self.translate("Page", "%1 in 100"), self.number(count))

    def source(self, number: int) -> str:
        """Return the name of one source."""
        return filled(self.translate("Page", "Source %1"), self.number(number))

    def sources(self) -> str:
        """Return the heading over the sources."""
        return self.translate("Page", "Sources")

    def table(self, rows: int, columns: int) -> str:
        """Return how large a table is: nobody who listens sees it."""
        words = self.translate("Page", "Table, rows: %1, columns: %2")
        return filled(words, self.number(rows), self.number(columns))

    def place(self, item: int, count: int) -> str:
        """Return which item of a list it is."""
        words = self.translate("Page", "%1 of %2")
        return filled(words, self.number(item), self.number(count))

    def subheading(self) -> str:
        """Return what a heading below another one is called."""
        return self.translate("Page", "Subheading")

    def key(self) -> str:
        """Return the name of the list that explains a figure's markers."""
        return self.translate("Page", "Key")

    def quotation(self) -> str:
        """Return the name of a quotation."""
        return self.translate("Page", "Quotation")

    def explanations(self) -> str:
        """Return the name of a list of words and what they mean."""
        return self.translate("Page", "Explanations")
