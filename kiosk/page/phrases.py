"""What the kiosk itself says of a page and in it: "Take care", "Step 3", in the page's language.

Owns those words and the digits. A page that stands in for a missing translation speaks its own
language throughout, whatever the screen around it speaks. Knows neither where translations come
from nor how anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from kiosk.page.blocks import Level, Tone
from kiosk.page.review import Review, Status

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


def sentence(first: str, second: str) -> str:
    """Join two parts with a stop between them, unless the first ends with one."""
    first, second = first.strip(), second.strip()
    stop = "" if not first or not second or first[-1] in ".!?।:" else "."
    return f"{first}{stop} {second}".strip()


class Phrases(msgspec.Struct, frozen=True):
    """The kiosk's words within a page in one language. `digits`: that language's 0 to 9."""

    translate: Translate = untranslated
    digits: str = "0123456789"

    def number(self, number: int) -> str:
        """Return a number that is not negative in the language's digits, not grouped."""
        return "".join(self.digits[int(each)] for each in str(number))

    def _number_in(self, words: str) -> Callable[[int], str]:
        """Return how a number is written among words: among Latin letters in Latin digits.

        So they are in a language that the kiosk isn't translated to, whatever its digits are.
        """
        letters = "".join(filter(str.isalpha, words))
        return str if letters and letters.isascii() else self.number

    def _counted(self, words: str, *numbers: int) -> str:
        return filled(words, *map(self._number_in(words), numbers))

    def callout(self, tone: Tone) -> str:
        """Return the word over a callout, which says what its colour and its icon say."""
        translate = self.translate
        return {
            Tone.NOTE: translate("Page", "Note"),
            Tone.TIP: translate("Page", "Good to know"),
            Tone.CAUTION: translate("Page", "Take care"),
            Tone.EMERGENCY: translate("Page", "Emergency"),
        }[tone]

    def evidence(self, level: Level) -> str:
        """Return how sure a statement is."""
        translate = self.translate
        return {
            Level.NONE: translate("Page", "Evidence: none found"),
            Level.VERY_LOW: translate("Page", "Evidence: very low"),
            Level.LOW: translate("Page", "Evidence: low"),
            Level.MODERATE: translate("Page", "Evidence: moderate"),
            Level.HIGH: translate("Page", "Evidence: high"),
        }[level]

    def level(self, level: Level) -> str:
        """Return the name of a rung of an evidence ladder."""
        translate = self.translate
        return {
            Level.NONE: translate("Page", "None found"),
            Level.VERY_LOW: translate("Page", "Very low"),
            Level.LOW: translate("Page", "Low"),
            Level.MODERATE: translate("Page", "Moderate"),
            Level.HIGH: translate("Page", "High"),
        }[level]

    def empty_rung(self) -> str:
        """Return what stands on a rung of an evidence ladder on which nothing stands."""
        return self.translate("Page", "Nothing here")

    def power(self, words: str) -> str:
        """Return how a raised number is said behind what it stands at."""
        return filled(self.translate("Spoken", "to the power of %1"), words)

    def squared(self) -> str:
        """Return how a raised 2 is said behind a unit."""
        return self.translate("Spoken", "squared")

    def cubed(self) -> str:
        """Return how a raised 3 is said behind a unit."""
        return self.translate("Spoken", "cubed")

    def negative(self, words: str) -> str:
        """Return how a number below zero is said."""
        return filled(self.translate("Spoken", "minus %1"), words)

    def plus(self) -> str:
        """Return how a raised + is said by itself."""
        return self.translate("Spoken", "plus")

    def minus(self) -> str:
        """Return how a raised - is said by itself."""
        return self.translate("Spoken", "minus")

    def weeks(self) -> str:
        """Return the name of a scale of weeks."""
        return self.translate("Page", "Weeks")

    def week(self, week: int) -> str:
        """Return a number on that scale, in the digits of the words around it."""
        return self._number_in(self.weeks())(week)

    def visits(self, weeks: Sequence[int]) -> str:
        """Return when the visits of a plan are: their weeks, of which there is one at least."""
        steps = {later - week for week, later in pairwise(weeks)}
        if len(weeks) < 3 or len(steps) > 1:
            words = self.translate("Page", "Visits in weeks: %1")
            return filled(words, ", ".join(map(self._number_in(words), weeks)))
        ends = weeks[0], weeks[-1]
        if steps == {1}:
            return self._counted(self.translate("Page", "Visits in each week from %1 to %2"), *ends)
        words = self.translate("Page", "Visits every %3 weeks, from week %1 to week %2")
        return self._counted(words, *ends, *steps)

    def gate(self, week: int) -> str:
        """Return the name of a week in which to ask whether to go on."""
        return self._counted(self.translate("Page", "Week %1: go on, or stop?"), week)

    def meaning(self, level: Level) -> str:
        """Return what a level of evidence means, in a sentence that the pack's own page shares."""
        translate = self.translate
        return {
            Level.NONE: translate("Page", "We looked and found no fair trial."),
            Level.VERY_LOW: translate(
                "Page", "Hardly anything to go by; the truth may be quite different."
            ),
            Level.LOW: translate(
                "Page", "A few small or weak studies; the truth may be different."
            ),
            Level.MODERATE: translate("Page", "Good studies; the truth is probably near."),
            Level.HIGH: translate("Page", "Many good studies; the truth is very likely near."),
        }[level]

    def step(self, number: int) -> str:
        """Return the name of a step, with its number as it stands there."""
        return filled(self.translate("Page", "Step %1"), self.number(number))

    def people(self, count: int) -> str:
        """Return how many of a hundred people it is."""
        return self._counted(self.translate("Page", "%1 in 100"), count)

    def source(self, number: int) -> str:
        """Return the name of one source, with its number as its mark shows it."""
        return filled(self.translate("Page", "Source %1"), self.number(number))

    def sources(self) -> str:
        """Return the heading over the sources."""
        return self.translate("Page", "Sources")

    def table(self, rows: int, columns: int) -> str:
        """Return how large a table is: nobody who listens sees it."""
        words = self.translate("Page", "Table, rows: %1, columns: %2")
        return self._counted(words, rows, columns)

    def place(self, item: int, count: int) -> str:
        """Return which item of a list it is."""
        words = self.translate("Page", "%1 of %2")
        return self._counted(words, item, count)

    def ticked(self, done: int, count: int) -> str:
        """Return how many items of a list are ticked."""
        words = self.translate("Page", "%1 of %2 ticked")
        return self._counted(words, done, count)

    def choose_two(self) -> str:
        """Return what stands over options of which two are seen beside each other."""
        return self.translate("Page", "Choose two to compare")

    def choose_one(self) -> str:
        """Return what stands over options of which one is seen at a time."""
        return self.translate("Page", "Choose one to read about")

    def not_known(self) -> str:
        """Return what stands where an option has no answer to a question."""
        return self.translate("Page", "Not known")

    def my_questions(self) -> str:
        """Return what the page on which all that is ticked stands is called."""
        return self.translate("Page", "My questions")

    def to_show(self) -> str:
        """Return the title of that page, which says what it is for."""
        return self.translate("Page", "My questions: take a photo, or show them")

    def forgotten(self) -> str:
        """Return what becomes of it."""
        return self.translate("Page", "Forgotten when you leave.")

    def nothing_ticked(self) -> str:
        """Return what stands there when nothing is left of it."""
        return self.translate("Page", "Nothing is ticked.")

    def subheading(self) -> str:
        """Return what a heading below another one is called."""
        return self.translate("Page", "Subheading")

    def lost_picture(self) -> str:
        """Return what stands over the words of a picture that is missing or refused."""
        return self.translate("Page", "This picture can't be shown")

    def key(self) -> str:
        """Return the name of the list that explains a figure's markers."""
        return self.translate("Page", "Key")

    def quotation(self) -> str:
        """Return the name of a quotation."""
        return self.translate("Page", "Quotation")

    def explanations(self) -> str:
        """Return the name of a list of words and what they mean."""
        return self.translate("Page", "Explanations")

    def foreign(self) -> str:
        """Return what stands over a page that stands in for a missing translation."""
        return self.translate("PageHead", "This page is not yet in your language")

    def draft(self) -> str:
        """Return what stands over a page that nobody has reviewed."""
        return self.translate("PageHead", "Draft, not yet clinically reviewed")

    def overdue(self, due: str) -> str:
        """Return what stands over a page whose review was due on a day."""
        words = self.translate(
            "PageHead", "This page should have been reviewed again by %1. Ask the staff."
        )
        return filled(words, due)

    def ask_first(self) -> str:
        """Return what stands under a draft."""
        return self.translate(
            "PageFoot",
            "Draft, not yet clinically reviewed. Ask your doctor before you act on it.",
        )

    def foot(self, review: Review, day: Callable[[date], str], *, late: bool) -> list[str]:
        """Return who wrote a page, who reviewed it and when it is to be done again.

        Of a page that nobody has written, which the kiosk makes itself, that is nothing.
        """
        if not review.author:
            return []
        written = filled(self.translate("PageFoot", "Written by %1"), review.author)
        if review.status is Status.DRAFT:
            return [written, self.ask_first()]
        words = self.translate("PageFoot", "Reviewed by %1 on %2. Next review due on %3.")
        if late:
            words = self.translate(
                "PageFoot", "Reviewed by %1 on %2. The next review was due on %3."
            )
        days = [day(each) if each else "" for each in (review.reviewed, review.next_review)]
        return [written, filled(words, review.reviewer, *days)]
