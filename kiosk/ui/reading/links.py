"""Where links lead: what a touch on a link in a page's text asks for.

Owns the kinds of link there are. Which page is shown and what is on the card is the shell's affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.rows.rich_text import link_target
from kiosk.ui.reading.card import weighed
from kiosk.ui.reading.large_figure import figure_of

if TYPE_CHECKING:
    from kiosk.ui.shell import Shell

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Links(QObject):  # type: ignore[operator]
    """Follows the links of the pages that a shell shows."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        shell.renewed.connect(self._look_again)

    @Slot(str, str)
    def follow(self, page: str, link: str) -> None:
        """Do what a link in a page's text asks for."""
        card = self._shell.card
        kind, parts = link_target(link)
        match kind, parts:
            case "term", (term, meaning):
                card.show("term", term, meaning)
            case "source", (number,):
                card.show("source", *self._shell.pane(page).source(int(number)))
            case "evidence", (level, study, *numbers):
                pane = self._shell.pane(page)
                sources = [pane.source(int(number)) for number in numbers]
                card.weigh(weighed(level, study, sources, pane.say))
            case "outside", (address,):
                card.show("outside", "", address)
            case "figure", (picture,):
                self._enlarge(page, picture)
            case "page", (target, anchor):
                self.go(target or page, anchor)

    def offer(self, links: list[tuple[str, str]]) -> None:
        """Let a reader choose one of a text's links: the words of each, and its address."""
        page, named = self._shell.pane(self._shell.page), []
        for words, link in links:
            kind, parts = link_target(link)
            named.append((page.source(int(parts[0]))[0] if kind == "source" else words, link))
        self._shell.card.offer(named)

    @Slot(int)
    def choose(self, index: int) -> None:
        """Follow one of the links that the card offers."""
        card = self._shell.card
        if 0 <= index < len(card.links):
            self.follow(self._shell.page, card.links[index])

    @Slot(str, str)
    def go(self, page: str, anchor: str) -> None:
        """Show a section of a page; without an anchor, its top."""
        shell = self._shell
        shell.card.close()
        if not shell.has(page):
            shell.card.show("missing")
            return
        if page != shell.page:
            shell.turnTo(page)
        if anchor:
            if shell.pane(page).has_question(anchor) and shell.visit.question(page) != anchor:
                shell.ask(page, anchor)
            shell.sectionRequested.emit(page, anchor)
        else:
            shell.topRequested.emit(page)

    def _enlarge(self, page: str, picture: str) -> None:
        """Open a figure of a page large, unless the page has no such figure any more."""
        pane, card = self._shell.pane(page), self._shell.card
        figure = figure_of(pane.rows.rows, picture)
        if figure:
            card.enlarge(figure, pane.language)
        elif card.kind == "figure":
            card.close()

    @Slot()
    def _look_again(self) -> None:
        """There is new text: a figure that is opened large shows it, or closes with the old one."""
        if self._shell.card.kind == "figure":
            self._enlarge(self._shell.page, self._shell.card.magnifier.picture)
