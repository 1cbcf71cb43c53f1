"""One visitor: where they are, how they want to read, and whether they are still there.

Pure: frozen states and functions from one state to the next, times passed in. Knows neither Qt
nor the disk nor a clock.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import StrEnum

import msgspec

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


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """What one person has done since they walked up.

    `page` is the page on the screen, `tab` the tab they came from or are on, `text_size` and
    `line_spacing` are in percent, `questions` holds the anchor of the open question of each page,
    `ticked` the page and the index in it, the same in all languages, of each item that is ticked.
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
    questions: tuple[tuple[str, str], ...] = ()
    ticked: frozenset[tuple[str, int]] = frozenset()

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
        page = self.page if has(self.page) else tab
        return msgspec.structs.replace(
            self, language=language, page=page, tab=page if page in tabs else tab
        )

    def keeping(self, has: Callable[[str, str], bool]) -> Visit:
        """Return the visit with only those open questions that there still are."""
        kept = tuple(each for each in self.questions if has(*each))
        return msgspec.structs.replace(self, questions=kept)

    def keeping_ticks(self, same: Callable[[str], bool]) -> Visit:
        """Return the visit with the ticks of only those pages whose lists are the `same`."""
        kept = frozenset(each for each in self.ticked if same(each[0]))
        return msgspec.structs.replace(self, ticked=kept)

    def toggled(self, page: str, index: int) -> Visit:
        """Return the visit with an item of a page ticked, or no longer."""
        return msgspec.structs.replace(self, ticked=self.ticked ^ {(page, index)})

    def ticked_on(self, page: str) -> list[int]:
        """Return the indexes of the items of a page that are ticked, in their order."""
        return sorted(index for name, index in self.ticked if name == page)

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


class Phase(StrEnum):
    """What the kiosk believes about the person in front of it."""

    RESTING = "resting"
    BROWSING = "browsing"
    ASKED = "asked"


class Light(StrEnum):
    """How bright the resting screen is; while somebody reads it is always bright."""

    BRIGHT = "bright"
    DIM = "dim"
    DARK = "dark"


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How long the kiosk waits, in seconds; see `Settings` for what each wait is."""

    idle: float = 60.0
    ask: float = 30.0
    dim: float = 300.0

    def patience(self, words: int) -> float:
        """Return the seconds that somebody may read `words` words without touching anything.

        100 words a minute is a slow reader; half as long again is a margin (WCAG 2.2, 2.2.1).
        """
        return max(self.idle, words / 100 * 60 * 1.5)


class Presence(msgspec.Struct, frozen=True, kw_only=True):
    """Whether somebody is there: resting, browsing, asked "Are you still there?", resting.

    `since` is when the last touch was, when the question was put, or when the rest began, in
    seconds on a clock that never jumps. `woken`: somebody touched the dark screen of a closed
    clinic.
    """

    phase: Phase = Phase.RESTING
    since: float = 0.0
    woken: bool = False

    def light(self, now: float, timing: Timing, *, is_open: bool) -> Light:
        """Return how bright the screen is."""
        resting = now - self.since
        if self.phase is not Phase.RESTING:
            return Light.BRIGHT
        if not is_open:
            return Light.BRIGHT if self.woken and resting < timing.idle else Light.DARK
        return Light.BRIGHT if resting < timing.dim else Light.DIM

    def touched(self, now: float) -> Presence:
        """Return the state after a touch, a key or the wheel: the question is answered."""
        phase = Phase.BROWSING if self.phase is Phase.ASKED else self.phase
        return Presence(phase=phase, since=now, woken=True)

    def begun(self, now: float) -> Presence:
        """Return the state of somebody who has touched "Touch to start"."""
        return Presence(phase=Phase.BROWSING, since=now, woken=True)

    def rested(self, now: float) -> Presence:
        """Return the state in which nobody is there: the visit is over."""
        return Presence(since=now)

    def after(self, now: float, timing: Timing, patience: float) -> Presence:
        """Return the state after time alone: asked when patience ends, at rest when nobody answers.

        `patience` is in seconds, from `Timing.patience`.
        """
        waited = now - self.since
        if self.phase is Phase.BROWSING and waited >= patience:
            return Presence(phase=Phase.ASKED, since=now, woken=True)
        if self.phase is Phase.ASKED and waited >= timing.ask:
            return self.rested(now)
        return self

    def seconds_left(self, now: float, timing: Timing) -> int:
        """Return the whole seconds in which the question can still be answered; 0 unless asked."""
        if self.phase is not Phase.ASKED:
            return 0
        return max(0, math.ceil(timing.ask - (now - self.since)))
