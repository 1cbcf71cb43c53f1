"""Which text is on the screen, at the start and when new text has been checked.

Owns the way from an edition to the screen and back to what staff read about it, and when a start
with a text has held (docs/decisions/0018-always-back.md). Checks nothing itself: `Builder` has that
done, and is made only when there is something to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QTimer

from kiosk.health.text_starts import CUT_OFF
from kiosk.health.vitals import Health
from kiosk.pack.copying import fingerprint
from kiosk.pack.editions import Edition, Editions, cut_off
from kiosk.pack.news import News, PackNews
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.reading.page_source import PackPages
from kiosk.ui.reading.pictures import Pictures

if TYPE_CHECKING:
    from kiosk.ui.editions.builder import Builder

log = logging.getLogger("kiosk.newsroom")

BEAT = 1000
"""Milliseconds between two looks at the screen while a start with a text is counted."""

BEATS = 10
"""Looks that the event loop must live through once every pane is made; then the text has held.

A loop that stands still for a while makes one look of it, however long: to wait ten seconds by
the clock would count a screen that hangs.
"""


class Withheld(PackPages):
    """The pages of a text that is set aside while there is no other: none is read or drawn."""

    def page(self, name: str, language: str) -> Page:
        """Raise ContentError: the screen says that the page is being updated."""
        raise cut_off(self.pack.folder)

    def picture(self, source: str, language: str) -> tuple[str, float]:
        """Raise ContentError."""
        raise cut_off(self.pack.folder)


class TextFolders(msgspec.Struct, frozen=True, kw_only=True):
    """Where the text comes from and what is kept of it.

    `content` is the clinic's folder, `state` the folder for editions; without it the clinic's own
    folder is shown. `cache` keeps compiled pages. The folder must stand still for `still` seconds
    before it is read.
    """

    content: Path
    assets: Path
    cache: Path
    state: Path | None = None
    still: float = 1.0


class CurrentText:
    """Finds the text to start with, and hands over new editions. `calendar`: the local time."""

    def __init__(
        self,
        source: TextFolders,
        language: str,
        calendar: Callable[[], datetime],
        health: Health | None = None,
    ) -> None:
        """Raise ContentError if neither an edition nor the folder itself can be shown."""
        self._source = source
        self._calendar = calendar
        self._cache = PageCache(source.cache)
        self._editions: Editions | None = None
        if source.state:
            self._editions = Editions(source.state, source.content)
            if health:  # before a start is counted: it may be asked to end in that moment
                health.spare = self._editions.starts.spare
        self._edition: Edition | None = None
        self._tried = ""
        self._lived = 0
        self._beat: QTimer | None = None
        self.made: Callable[[], bool] = lambda: False
        self.pages: PackPages = self._first_pages(language)
        self.pack = self.pages.pack
        self.pictures = Pictures((self.pack.folder, source.assets))
        self._told = PackNews(self.pack, calendar)
        self._builder: Builder | None = None
        self._navigator: Navigator | None = None

    def open(self, navigator: Navigator, made: Callable[[], bool]) -> None:
        """Hand new editions to this navigator from now on; `made` tells if every pane is there."""
        self._navigator, self.made = navigator, made
        self._beat = QTimer(navigator, interval=BEAT)
        self._beat.timeout.connect(self.live)
        self._beat.start()

    @property
    def builder(self) -> Builder | None:
        """What makes the editions; None where none are kept."""
        if self._builder is None and self._editions and self._source.state and self._navigator:
            # Imported here: a start has a text to show and makes none.
            from kiosk.ui.editions.builder import Builder, BuildFolders  # noqa: PLC0415

            source = self._source
            self._builder = Builder(
                self._editions,
                BuildFolders(state=self._source.state, assets=source.assets, cache=source.cache),
                self._edition,
                still=source.still,
                parent=self._navigator,
            )
            self._builder.published.connect(self._show)
        return self._builder

    def watch(self) -> None:
        """Look after the clinic's folder from now on."""
        if self.builder:
            self.builder.watch()

    def reload(self) -> None:
        """Have the clinic's folder read now."""
        if self.builder:
            self.builder.reload()

    def news(self) -> News:
        """Tell staff how the text is."""
        news = self._told()
        if self._edition:
            news = msgspec.structs.replace(news, version=self._edition.version)
        if self._editions and (aside := self._editions.set_aside):
            news = msgspec.structs.replace(news, aside=aside.version)
        # Imported here: a start is measured, and few kiosks fetch texts.
        from kiosk.delivery.kept_texts import trouble  # noqa: PLC0415

        found = [trouble(self._source.content, self._calendar().astimezone())]
        if self._builder:
            found += self._builder.findings
            news = msgspec.structs.replace(news, loading=self._builder.busy)
        return msgspec.structs.replace(news, findings=tuple(filter(None, found)))

    def close(self) -> None:
        """End what is still running, in order: this start is not one that was cut off."""
        self.spare()
        if self._builder:
            self._builder.close()

    # Starts with a text

    def spare(self) -> None:
        """Count this start no more: what ends it now is not the text."""
        if self._editions:
            self._editions.starts.spare()
        self._tried = ""

    def live(self) -> None:
        """Look at the screen once: the event loop lives. After so many looks the text has held."""
        self._lived += self.made()
        if self._editions and self._tried and self._lived >= BEATS:
            self._editions.starts.hold(self._tried)
            self._tried = ""
        if self._beat and not self._tried:
            self._beat.stop()

    def _begin(self, text: str) -> None:
        self.spare()
        if self._editions:
            self._editions.starts.begin(text)
            self._tried, self._lived = text, 0
        if self._beat:
            self._beat.start()

    def _first_pages(self, language: str) -> PackPages:
        """Load the best edition that has this language (empty: any), or the folder itself."""
        aside = self._editions.set_aside if self._editions else None
        if aside:
            told = {"event": "text-set-aside", "edition": aside.digest}
            log.error(
                "version %s: %d starts with it were cut off.", aside.version, CUT_OFF, extra=told
            )
        for edition in self._editions.whole() if self._editions else ():
            try:
                pack = self._load(edition.folder)
            except ContentError as error:  # a newer kiosk may ask for more than an older one did
                log.warning("%s", error)
                continue
            if not language or language in pack.languages:
                self._edition = edition
                self._begin(edition.digest)
                return PackPages(pack)
        pack = self._load(self._source.content)
        state = fingerprint(self._source.content)
        if aside or (self._editions and self._editions.starts.cut_off(state)):
            return Withheld(pack)
        self._begin(state)
        return PackPages(pack)

    def _load(self, folder: Path) -> Pack:
        # What is shown was proved, here or by a newer kiosk; what is not, is told by the proof.
        return load_pack(folder, assets=self._source.assets, cache=self._cache, known=True)

    def _show(self, edition: Edition) -> None:
        if self._navigator is None:
            return
        try:
            pack = self._load(edition.folder)
        except ContentError as error:
            log.error("%s", error)
            return
        self._begin(edition.digest)
        self._edition = edition
        self._told = PackNews(pack, self._calendar)
        self.pictures.turn_to(edition.folder)
        self._navigator.replace(pack, PackPages(pack))
