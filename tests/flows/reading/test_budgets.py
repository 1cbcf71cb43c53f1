"""How long our own pages are on the screen, and how far an answer is: the budgets of the design.

`make test ARGS="-s --every-combination tests/flows/reading/test_budgets.py"` prints the tables;
those of docs/content-quality.md come from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from typing import NamedTuple

import msgspec
import pytest

from tests.combinations import dealt
from tests.flows.screen import Screen
from tests.flows.views import Room, open_room

SCREENS = {
    "21.5 inch": (1920, 1080, 21.5),
    "21.5 inch, upright": (1080, 1920, 21.5),
    "10.1 inch": (1280, 800, 10.1),
}

LANGUAGES = ("en", "bn")

OPENING, SECTION = (
    {"21.5 inch": 1.0, "21.5 inch, upright": 1.0, "10.1 inch": 2.0},
    {"21.5 inch": 3.0, "21.5 inch, upright": 3.0, "10.1 inch": 6.0},
)
"""Screens that an opening and a section may take at 100 %."""

LARGER, LARGEST = 3.0, 4.6
"""How many times as long a page should be whose letters are twice as large, and is at most today:
twice the letters take four times the room, and the header and the tabs grow as well."""

KNOWN = {
    ("10.1 inch", "en"): "faq overview overview-works risks",
    ("10.1 inch", "bn"): "faq overview overview-works risks",
    ("21.5 inch", "en"): "risks",
    ("21.5 inch", "bn"): "risks",
    ("21.5 inch, upright", "en"): "risks",
    ("21.5 inch, upright", "bn"): "risks",
}
"""What is longer than that today, by screen and language. Whoever shortens it takes it off."""


class Length(NamedTuple):
    """How long one part of a page is, in heights of the view that it is read in."""

    page: str
    section: str
    language: str
    screen: str
    text_size: int
    screens: float

    @property
    def name(self) -> str:
        """What the list of what is too long calls it."""
        return f"{self.page}-{self.section}" if self.section else self.page


@pytest.fixture(scope="module")
def room(
    qapp: object, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Room]:
    one = open_room(tmp_path_factory.mktemp("state"), request)
    yield one
    one.close()


def lengths(screen: Screen, display: str, language: str, text_size: int) -> Iterator[Length]:
    """Measure every opening and every section, each laid out whole."""
    navigator = screen.shell.navigator
    screen.measure(*SCREENS[display])
    navigator.change(
        msgspec.structs.replace(
            screen.visit, language=language, text_size=text_size, sections=(), questions=()
        )
    )
    for page in navigator.tabs:
        navigator.turnTo(page)
        screen.settle()
        for section in ("", *navigator.pane(page).sections.anchors):
            navigator.enter(page, section)
            screen.wait(lambda: navigator.made)
            screen.settle()
            column = screen.column
            share = column.property("contentHeight") / column.height()
            yield Length(page, section, language, display, text_size, round(share, 2))


def table(found: list[Length]) -> str:
    """Return the longest of each page as a table."""
    lines = []
    for each in sorted({(one.page, bool(one.section)) for one in found}):
        mine = [one for one in found if (one.page, bool(one.section)) == each]
        cells = []
        for display in SCREENS:
            for language in LANGUAGES:
                for size in (100, 200):
                    some = [
                        one.screens
                        for one in mine
                        if (one.screen, one.language, one.text_size) == (display, language, size)
                    ]
                    cells.append(f"{max(some):.1f}" if some else "")
        lines.append(" | ".join([each[0] + (", sections" if each[1] else ""), *cells]))
    return "\n".join(lines)


def test_no_opening_and_no_section_is_longer_than_the_design_allows(room: Room) -> None:
    looks = [(*each, 100) for each in product(SCREENS, LANGUAGES)]
    looks += [(*each, 200) for each in dealt(SCREENS, LANGUAGES)]
    found = [each for look in sorted(looks) for each in lengths(room.screen, *look)]
    print(f"\n{table(found)}")
    over: dict[tuple[str, str], set[str]] = {}
    for each in found:
        if each.text_size == 100:
            most = (SECTION if each.section else OPENING)[each.screen]
            if each.screens > most:
                over.setdefault((each.screen, each.language), set()).add(each.name)
    known = {where: set(names.split()) for where, names in KNOWN.items()}
    assert over == known
    grown = {
        f"{each.name} ({each.language}), {each.screen}": twice.screens / each.screens
        for each, twice in pairwise(sorted(found))
        if each[:4] == twice[:4]
    }
    longer = [ratio for ratio in grown.values() if ratio > LARGER]
    print(f"{len(longer)} of {len(grown)} are more than {LARGER} times as long at 200 %")
    assert max(grown.values()) < LARGEST, grown
