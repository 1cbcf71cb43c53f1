"""Reading a whole pack before anybody sees it: every page in every language, every picture.

Owns what "whole and valid" means. Compiles the pages on the way, so that showing them is cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.pack.file_names import line_finder
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import PageCache
from kiosk.pack.picture_files import REMEDY, flaw
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.source import read_bytes
from kiosk.svg.drawing import Fault

Drawable = Callable[[Path], bool]
"""Whether the screen can draw a picture's file."""


def read_proof(
    folder: Path, *, assets: Path, cache: PageCache | None, drawable: Drawable
) -> list[ContentError]:
    """Give what is wrong with a content folder; nothing if all of it can be shown."""
    try:
        pack = load_pack(folder, assets=assets, cache=cache)
    except ContentError as error:
        return list(error.each())
    return list(_Proof(pack, drawable).findings())


class _Proof:
    """Reads one pack; a picture that several pages show is looked at once."""

    def __init__(self, pack: Pack, drawable: Drawable) -> None:
        self._pack = pack
        self._drawable = drawable
        self._flaws: dict[Path, Fault | None] = {}

    def findings(self) -> Iterator[ContentError]:
        """Give every fault, pages in the order of languages and names."""
        for name, file in self._always_shown().items():
            if said := self._flaw(file):
                yield ContentError(file, 0, f"the picture '{name}' {said[0]}", said[1])
        for language in self._pack.languages:
            names = self._pack.names(language)
            if not names:
                yield ContentError(
                    self._pack.folder / language,
                    0,
                    f"the language '{language}' has no page",
                    "Add its pages, or take it out of languages in pack.toml",
                )
            for name in names:
                yield from self._page(name, language)

    def _always_shown(self) -> dict[str, Path]:
        """Give the pictures of tabs and of the resting screen by the names that pack.toml has."""
        pack, language = self._pack, self._pack.default_language
        figures = [card.figure for card in pack.rest(language) if card.figure]
        icons = {tab.icon: pack.icon(tab.icon) for tab in pack.tabs}
        return icons | {figure: pack.picture(figure, language) for figure in figures}

    def _page(self, name: str, language: str) -> Iterator[ContentError]:
        try:
            page = self._pack.page(name, language)
            file = self._pack.file(name, language)
            content = read_bytes(file)
        except ContentError as error:
            yield from error.each()
            return
        if (at := content.find(b"\0")) >= 0:
            # What a power cut leaves of a file that was being written.
            yield ContentError(
                file,
                content.count(b"\n", 0, at) + 1,
                "from here on the file is empty: it was cut short while it was copied",
                "Copy it again",
            )
        yield from picture_faults(self._pack, page, self._flaw)
        dead = [each for each in page.links if not self._pack.has(each)]
        line_of = line_finder(content if dead else b"")
        for target in dead:
            yield ContentError(
                file,
                line_of(f"{target}.md"),
                f"a link leads to the page '{target}', which is in no language",
                f"Add {language}/{target}.md or correct the link",
            )

    def _flaw(self, file: Path) -> Fault | None:
        if file not in self._flaws:
            said = flaw(file)
            if not said and not self._drawable(file):
                said = ("can't be drawn", REMEDY)
            self._flaws[file] = said
        return self._flaws[file]


def picture_faults(
    pack: Pack, page: Page, flaw: Callable[[Path], Fault | None] = lambda file: None
) -> Iterator[ContentError]:
    """Give what is wrong with a page's pictures; the page is shown, with words in their place.

    `flaw` judges the files of those that are there.
    """
    file = pack.file(page.name, page.language)
    for refused in page.refused:
        yield ContentError(file, *refused)
    found: dict[str, Fault] = {}
    for source in page.pictures:
        try:
            if said := flaw(pack.picture(source, page.language)):
                found[source] = f"the picture '{source}' {said[0]}", said[1]
        except ContentError as error:
            found[source] = error.problem, error.remedy
    line_of = line_finder(read_bytes(file) if found else b"")
    for source, said in found.items():
        yield ContentError(file, line_of(source), *said)
