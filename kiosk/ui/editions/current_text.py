"""Which text is on the screen, at the start and when new text has been checked.

Owns the way from an edition to the screen and back to what staff read about it. Checks nothing
itself: `Builder` has that done, and is made only when there is something to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.pack.editions import Edition, Editions
from kiosk.pack.news import News, PackNews
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.page.error import ContentError
from kiosk.ui.reading.navigator import Navigator
from kiosk.ui.reading.pictures import PackPages, Pictures

if TYPE_CHECKING:
    from kiosk.ui.editions.builder import Builder

log = logging.getLogger("kiosk.newsroom")


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
        self, source: TextFolders, language: str, calendar: Callable[[], datetime]
    ) -> None:
        """Raise ContentError if neither an edition nor the folder itself can be shown."""
        self._source = source
        self._calendar = calendar
        self._cache = PageCache(source.cache)
        self._editions: Editions | None = None
        if source.state:
            self._editions = Editions(source.state, source.content)
        self._edition: Edition | None = None
        self.pack = self._first_pack(language)
        self.pictures = Pictures((self.pack.folder, source.assets))
        self.pages = PackPages(self.pack)
        self._told = PackNews(self.pack, calendar)
        self._builder: Builder | None = None
        self._navigator: Navigator | None = None

    def open(self, navigator: Navigator) -> None:
        """Hand new editions to this navigator from now on."""
        self._navigator = navigator

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
        if self._builder is None:
            return news
        return msgspec.structs.replace(
            news, findings=tuple(self._builder.findings), loading=self._builder.busy
        )

    def close(self) -> None:
        """End what is still running."""
        if self._builder:
            self._builder.close()

    def _first_pack(self, language: str) -> Pack:
        """Load the best edition that has this language (empty: any), or the folder itself."""
        for edition in self._editions.whole() if self._editions else ():
            try:
                pack = self._load(edition.folder)
            except ContentError as error:  # a newer kiosk may ask for more than an older one did
                log.warning("%s", error)
                continue
            if not language or language in pack.languages:
                self._edition = edition
                return pack
        return self._load(self._source.content)

    def _load(self, folder: Path) -> Pack:
        return load_pack(folder, assets=self._source.assets, cache=self._cache)

    def _show(self, edition: Edition) -> None:
        if self._navigator is None:
            return
        try:
            pack = self._load(edition.folder)
        except ContentError as error:
            log.error("%s", error)
            return
        self._edition = edition
        self._told = PackNews(pack, self._calendar)
        self.pictures.turn_to(edition.folder)
        self._navigator.replace(pack, PackPages(pack))
