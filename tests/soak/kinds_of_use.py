"""What a visitor can do, one kind at a time: what grows then is that kind's.

Each kind is played over and over on the kiosk's own objects; at every `yield` a frame is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from kiosk.app import Kiosk
from kiosk.page.blocks import Level
from kiosk.ui.reading.card import weighed
from kiosk.visit.visit import SCHEMES

Frames = Iterator[None]

LOADED = 20
"""Frames after which a page that was opened for the first time stands still."""


class Visitor:
    """Somebody before a kiosk. `turn` counts what they have done, `pass_by` lets an hour pass."""

    def __init__(self, kiosk: Kiosk, pass_by: Callable[[], None]) -> None:
        self.shell = kiosk.shell
        self.navigator = kiosk.shell.navigator
        self.turn = 0
        self._pass_by = pass_by

    def come(self) -> Frames:
        if self.shell.presence.phase != "browsing":
            self.shell.presence.begin("en")
            yield
        self.shell.presence.touch()

    def go(self) -> Frames:
        if self.shell.presence.phase != "resting":
            self.shell.presence.rest()
            yield

    def nothing(self) -> Frames:
        yield

    def rest(self) -> Frames:
        """Wake the screen, and be asked before it rests."""
        yield from self.come()
        for phase in ("asked", "resting"):
            self._pass_by()
            self.shell.presence.check()
            assert self.shell.presence.phase == phase
            yield

    def tabs(self) -> Frames:
        yield from self.come()
        tabs = self.navigator.tabs
        self.navigator.turnTo(tabs[self.turn % len(tabs)])
        yield

    def extra(self) -> Frames:
        """Open a page that is no tab, and go back."""
        yield from self.come()
        self.navigator.turnTo("glossary")
        yield
        self.navigator.back()
        yield

    def doors(self) -> Frames:
        """Open a section, the next one, and go back."""
        yield from self._on("types")
        self.navigator.enter("types", "cycle")
        yield
        self.navigator.step(1)
        yield
        self.navigator.back()
        yield

    def term(self) -> Frames:
        yield from self.come()
        self.shell.card.show("term", "A word", "What it means.")
        yield from self._close()

    def source(self) -> Frames:
        yield from self.come()
        self.shell.links.follow(self.navigator.page, "source:1")
        assert self.shell.card.kind == "source"
        yield from self._close()

    def evidence(self) -> Frames:
        yield from self.come()
        pane = self.navigator.pane(self.navigator.page)
        level = tuple(Level)[self.turn % len(Level)]
        self.shell.card.weigh(weighed(level.value, "", [pane.source(1)], pane.say))
        yield from self._close()

    def display(self) -> Frames:
        yield from self.come()
        self.shell.card.showDisplay()
        yield from self._close()

    def figure(self) -> Frames:
        """Open a figure large, and look closer."""
        yield from self._on("types")
        self.navigator.enter("types", "cycle")
        rows = self.navigator.pane("types").rows.rows
        self.shell.card.enlarge(next(row for row in rows if row.kind == "figure"), "en")
        yield
        self.shell.card.largeFigure.larger()
        yield
        yield from self._close()

    def question(self) -> Frames:
        yield from self._on("faq")
        rows = self.navigator.pane("faq").rows.rows
        asked = [row.anchor for row in rows if row.kind == "question"]
        self.navigator.ask("faq", asked[self.turn % len(asked)])
        yield

    def sizes(self) -> Frames:
        yield from self._wish(text_size=(100, 150, 200)[self.turn % 3])

    def themes(self) -> Frames:
        yield from self._wish(scheme=SCHEMES[self.turn % len(SCHEMES)])

    def languages(self) -> Frames:
        yield from self.come()
        known = self.navigator.pack.languages
        self.navigator.chooseLanguage(known[self.turn % len(known)])
        for _ in range(3):  # the rows of the other pages follow
            yield

    def voice(self) -> Frames:
        """Listen until the voice has begun, and stop it."""
        yield from self.come()
        self.shell.readAloud.listen(-1)
        for _ in range(LOADED):
            yield
        assert self.shell.readAloud.active
        self.shell.readAloud.stop()
        yield

    def visit(self) -> Frames:
        """Do all of it but listen, and go."""
        for each in (
            self.tabs, self.extra, self.term, self.source, self.evidence, self.display,
            self.question, self.figure, self.sizes, self.themes, self.languages, self.rest,
        ):  # fmt: skip
            yield from each()

    def _on(self, page: str) -> Frames:
        yield from self.come()
        if self.navigator.page != page:
            self.navigator.turnTo(page)
            for _ in range(LOADED):
                yield

    def _close(self) -> Frames:
        yield
        self.shell.card.close()
        yield

    def _wish(self, **wish: object) -> Frames:
        yield from self.come()
        self.navigator.change(msgspec.structs.replace(self.navigator.visit, **wish))
        yield


KINDS: dict[str, Callable[[Visitor], Frames]] = {
    name: each
    for name, each in vars(Visitor).items()
    if not name.startswith("_") and name not in ("come", "go")
}
