"""Where links lead: what a touch on a link in a page's text asks for.

Owns the kinds of link there are. Which page is shown is the navigator's affair.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.page.blocks import Layout
from kiosk.rows.rich_text import copied, link_target
from kiosk.ui.reading.card import Carried, weighed
from kiosk.ui.reading.large_figure import figure_of
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.reading.pictures import code_address
from kiosk.visit.visit import MY_QUESTIONS

QML_IMPORT_NAME = "Kiosk.Native"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Links(QObject):  # type: ignore[operator]
    """Follows the links of the pages that a navigator shows."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._navigator = navigator
        navigator.renewed.connect(self._look_again)

    @Slot(str, str)
    def follow(self, page: str, link: str) -> None:
        """Do what a link in a page's text asks for."""
        card = self._navigator.card
        kind, parts = link_target(link)
        match kind, parts:
            case "term", (term, meaning):
                card.show("term", term, copied(meaning))
            case "source", (number,):
                card.show("source", *self._navigator.pane(page).source(int(number)))
            case "evidence", (level, study, *numbers):
                pane = self._navigator.pane(page)
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
        page, named = self._navigator.pane(self._navigator.page), []
        for words, link in links:
            kind, parts = link_target(link)
            named.append((page.source(int(parts[0]))[0] if kind == "source" else words, link))
        self._navigator.card.offer(named)

    @Slot(int)
    def choose(self, index: int) -> None:
        """Follow one of the links that the card offers."""
        card = self._navigator.card
        if 0 <= index < len(card.links):
            self.follow(self._navigator.page, card.links[index])

    @Slot(str, str)
    def go(self, page: str, anchor: str) -> None:
        """Show a section of a page; without an anchor, its top."""
        navigator = self._navigator
        navigator.card.close()
        if not navigator.has(page):
            navigator.card.show("missing")
            return
        pane = navigator.pane(page)
        sections = pane.sections
        # The sources are those of the section that is read.
        here = sections.open if page == navigator.page and pane.has_question(anchor) else ""
        section = sections.holding(anchor) or here
        if sections.doors:
            navigator.enter(page, section)
        elif page != navigator.page:
            navigator.turnTo(page)
        if anchor and anchor != section:
            is_question = navigator.pane(page).has_question(anchor)
            if is_question and navigator.visit.question(page) != anchor:
                navigator.ask(page, anchor)
            navigator.sectionRequested.emit(page, anchor)
        else:
            navigator.topRequested.emit(page)

    @Slot()
    def gather(self) -> None:
        """Show all that is ticked on one page, in the order of the pack; there already, its top."""
        navigator = self._navigator
        navigator.card.close()
        if navigator.page != MY_QUESTIONS:
            pack = navigator.pack
            order = [*navigator.tabs, *pack.extras, pack.about]
            navigator.change(navigator.visit.gathering(order))
        navigator.topRequested.emit(MY_QUESTIONS)

    @Slot()
    def takeAlong(self) -> None:
        """Show a code for a phone: where the page stands on the web, or all that is ticked."""
        # Imported here: most visitors never ask for it.
        from kiosk.take_home.carried_lines import carried_lines  # noqa: PLC0415
        from kiosk.take_home.phone_code import modules  # noqa: PLC0415
        from kiosk.take_home.web_address import (  # noqa: PLC0415
            in_letters,
            web_address,
            website,
        )

        navigator = self._navigator
        page, visit, base = navigator.shown, navigator.visit, navigator.pack.take_home
        if page and page.name == MY_QUESTIONS:
            text, letters = carried_lines(page, visit.ticked_on(page.name)), ""
        elif page and base:
            question = visit.question(page.name) if page.layout is Layout.FAQ else ""
            anchor = visit.section(page.name) or question
            text = web_address(website(base), visit.language, page.name, anchor)
            letters = in_letters(text)
        else:
            return
        wide = modules(text)
        navigator.card.carry(Carried(code_address(text) if wide else "", wide, letters))

    def _enlarge(self, page: str, picture: str) -> None:
        """Open a figure of a page large, unless the page has no such figure any more."""
        pane, card = self._navigator.pane(page), self._navigator.card
        figure = figure_of(pane.rows.rows, picture)
        if figure:
            card.enlarge(figure, pane.language)
        elif card.kind == "figure":
            card.close()

    @Slot()
    def _look_again(self) -> None:
        """There is new text: a figure that is opened large shows it, or closes with the old one."""
        if self._navigator.card.kind == "figure":
            self._enlarge(self._navigator.page, self._navigator.card.largeFigure.picture)
