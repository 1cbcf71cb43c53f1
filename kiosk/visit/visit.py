"""One visitor: where they are, and how they want to read.

Pure: frozen states and functions from one state to the next. Knows neither Qt nor the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from kiosk.visit.pair import Pair

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Text sizes in percent (WCAG 2.2, 1.4.4: up to 200 % without loss)."""

SCHEMES = ("light", "dark", "contrast")
"""Colour themes, as `Theme.scheme` names them."""

LINE_SPACINGS = (100, 125, 150)
"""Space between lines in percent of the usual one, which is 1.5 (WCAG 2.2, 1.4.8 and 1.4.12)."""

PACES = (50, 75, 100, 125, 150, 175, 200)
"""How fast a page is read aloud, in percent of the usual pace."""

VOLUME, VOLUME_STEP = 60, 10
"""How loud it is read unless the settings say otherwise, and a step louder, in percent."""


MY_QUESTIONS = "?"
"""The page on which all that is ticked stands. No page of a pack can be called so."""


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """What one person has done since they walked up.

    `page` is the page on the screen, `tab` the tab they came from or are on, `text_size` and
    `line_spacing` are in percent, `sections` holds the anchor of the section that each page with
    doors is open at, `questions` that of the open question of each page,
    `ticked` the page and the index in it, the same in all languages, of each item that is ticked,
    `compared` the page, the number in it and the two options of each comparison that was touched.
    `gathered` are the lines of the page `MY_QUESTIONS`, those ticked when it was opened: one whose
    tick is taken away there stays until it is left. `left` is the page that it was opened from.
    `still`: nothing moves; `low`: everything stands in the lower half of the screen. `volume` and
    `pace` of what is read aloud are in percent.
    """

    language: str
    page: str
    tab: str
    text_size: int = 100
    scheme: str = "light"
    line_spacing: int = 100
    still: bool = False
    low: bool = False
    volume: int = VOLUME
    pace: int = 100
    sections: tuple[tuple[str, str], ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    ticked: frozenset[tuple[str, int]] = frozenset()
    compared: tuple[tuple[str, int, Pair], ...] = ()
    gathered: tuple[tuple[str, int], ...] = ()
    left: str = ""

    def turned_to(self, page: str, *, is_tab: bool) -> Visit:
        """Return the visit with `page` on the screen; leaving it leads back to the last tab."""
        return msgspec.structs.replace(self, page=page, tab=page if is_tab else self.tab)

    def in_language(self, language: str) -> Visit:
        """Return the visit in another language, everything else as it is."""
        return msgspec.structs.replace(self, language=language)

    def within(
        self, languages: Sequence[str], tabs: Sequence[str], has: Callable[[str], bool]
    ) -> Visit:
        """Return the visit in a pack of these languages and tabs; `has` tells of other pages.

        Who stands on a page that is gone stands on their last tab then, or on the first one.
        """
        language = self.language if self.language in languages else languages[0]
        tab = self.tab if self.tab in tabs else tabs[0]
        page = self.page if self.page == MY_QUESTIONS or has(self.page) else tab
        left = self.left if has(self.left) else ""
        return msgspec.structs.replace(
            self, language=language, page=page, tab=page if page in tabs else tab, left=left
        )

    def keeping(self, has: Callable[[str, str], bool]) -> Visit:
        """Return the visit with only those sections and questions open that there still are."""
        questions = tuple(each for each in self.questions if has(*each))
        sections = tuple(each for each in self.sections if has(*each))
        return msgspec.structs.replace(self, questions=questions, sections=sections)

    def keeping_choices(self, same: Callable[[str], bool]) -> Visit:
        """Return the visit with what was ticked and compared on only those pages that are the same.

        `same` tells whether the lists and the options of a page are what they were.
        """
        ticked = frozenset(each for each in self.ticked if same(each[0]))
        gathered = tuple(each for each in self.gathered if same(each[0]))
        compared = tuple(each for each in self.compared if same(each[0]))
        return msgspec.structs.replace(self, ticked=ticked, gathered=gathered, compared=compared)

    @property
    def chosen_on(self) -> frozenset[str]:
        """The pages on which something was ticked or compared."""
        ticked = (page for page, _ in self.ticked)
        return frozenset((*ticked, *(page for page, _, _ in self.compared)))

    def toggled(self, page: str, index: int) -> Visit:
        """Return the visit with an item of a page ticked, or no longer."""
        item = self.gathered[index] if page == MY_QUESTIONS else (page, index)
        return msgspec.structs.replace(self, ticked=self.ticked ^ {item})

    def ticked_on(self, page: str) -> list[int]:
        """Return the indexes of the items of a page that are ticked, in their order."""
        if page == MY_QUESTIONS:
            return [index for index, item in enumerate(self.gathered) if item in self.ticked]
        return sorted(index for name, index in self.ticked if name == page)

    def comparing(self, page: str, number: int, option: int, count: int) -> Visit:
        """Return the visit after a touch on an option of a page's comparison of so many options."""
        pair = self.pair(page, number).within(count).touched(option)
        others = tuple(each for each in self.compared if each[:2] != (page, number))
        return msgspec.structs.replace(self, compared=(*others, (page, number, pair)))

    def pair(self, page: str, number: int) -> Pair:
        """Return two options of a page's comparison: the first two until one is touched."""
        found = (pair for name, which, pair in self.compared if (name, which) == (page, number))
        return next(found, Pair())

    def gathering(self, order: Sequence[str]) -> Visit:
        """Return the visit with all that is ticked on the screen, pages in this order."""
        known = {page: at for at, page in enumerate(order)}

        def place(item: tuple[str, int]) -> tuple[int, str, int]:
            return known.get(item[0], len(known)), *item

        return msgspec.structs.replace(
            self,
            page=MY_QUESTIONS,
            gathered=tuple(sorted(self.ticked, key=place)),
            left=self.left if self.page == MY_QUESTIONS else self.page,
        )

    @property
    def way_back(self) -> str:
        """The page that leaving a page without a tab leads to."""
        return self.left if self.page == MY_QUESTIONS and self.left else self.tab

    def entered(self, page: str, anchor: str) -> Visit:
        """Return the visit with a page open at a section; "" is the page's opening."""
        others = {name: at for name, at in self.sections if name != page}
        if anchor:
            others[page] = anchor
        return msgspec.structs.replace(self, sections=tuple(others.items()))

    @property
    def place(self) -> tuple[str, str]:
        """The page on the screen, and the section that it is open at."""
        return self.page, self.section(self.page)

    def section(self, page: str) -> str:
        """Return the anchor of the section that a page is open at; empty at its opening."""
        return dict(self.sections).get(page, "")

    def asked(self, page: str, anchor: str) -> Visit:
        """Return the visit with this question open, or closed if it was open: one a page."""
        others = dict(self.questions)
        others[page] = "" if others.get(page) == anchor else anchor
        return msgspec.structs.replace(self, questions=tuple(others.items()))

    def question(self, page: str) -> str:
        """Return the anchor of the open question of a page; empty if none is open."""
        return dict(self.questions).get(page, "")


def first_visit(
    language: str, tabs: Sequence[str], text_size: int = 100, volume: int = VOLUME
) -> Visit:
    """Return the visit of somebody who has just walked up."""
    return Visit(language=language, page=tabs[0], tab=tabs[0], text_size=text_size, volume=volume)
