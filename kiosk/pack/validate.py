"""Reading a whole pack before anybody sees it: every page in every language, every picture.

Owns what "whole and valid" means, for the kiosk and for `kiosk check` alike. Compiles the pages on
the way, so that showing them is cheap.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.pack.copying import Manifest, Spare, copy, digest_of
from kiosk.pack.file_names import line_finder
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.page_cache import Leads, PageCache
from kiosk.pack.picture_files import flaw
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.source import read_bytes
from kiosk.page.terms import GLOSSARY
from kiosk.svg.drawing import Fault

Draws = Callable[[Path, Sequence[str]], Fault | None]
"""Draws a picture's file as the screen would, in these languages' digits; says what is wrong."""

Proof = Callable[[Path], Sequence[ContentError]]
"""Says what is wrong with a copy of a content folder; nothing if all of it can be shown."""

MOST_SECONDS = 200.0
"""Processor time that reading all pages may take: twice what the most that is copied has taken
(`kiosk.pack.copying`). The process that reads new text is ended after 300 s."""

_NOTHING = hashlib.sha256().hexdigest()


def read_proof(
    folder: Path,
    *,
    assets: Path,
    cache: PageCache | None,
    draws: Draws,
    by: str,
    alive: Callable[[], None] = lambda: None,
    seconds: float = MOST_SECONDS,
) -> list[ContentError]:
    """Give what is wrong with a content folder; nothing if all of it can be shown.

    What `cache` holds as proven counts if the code with the digest `by`, this one, has proved it.
    `alive` is called before each page. Reading takes `seconds` of processor time at most.
    """
    try:
        pack = load_pack(folder, assets=assets, cache=cache)
    except ContentError as error:
        return list(error.each())
    proof = _Proof(pack, draws, cache, alive, seconds, by=by)
    found = list(proof.findings())
    proof.keep()
    return found


def prove_copy(
    folder: Path, to: Path, proof: Proof, spare: Spare | None = None, *, durable: bool = True
) -> tuple[Manifest, list[ContentError]]:
    """Copy a content folder, and give what the proof says of the copy, as of the folder itself.

    Takes `spare` and `durable` and raises ContentError and OSError as `copy` does.
    """
    manifest = copy(folder, to, spare, durable=durable)
    return manifest, [_at_home(error, to, folder) for error in proof(to)]


def verdict(folder: Path, proof: Proof) -> list[ContentError]:
    """Give what would keep the kiosk from showing a content folder, by doing what it would do.

    The copy is made among the temporary files, and taken away again: no disk is waited for.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="kiosk-check-") as place:
            return prove_copy(folder, Path(place) / "pack", proof, durable=False)[1]
    except ContentError as error:
        return list(error.each())
    except OSError as error:
        why = error.strerror or str(error)
        problem = f"nobody knows whether the kiosk would show this: it can't be copied ({why})"
        return [ContentError(folder, 0, problem, f"Make room in {tempfile.gettempdir()}")]


def _at_home(error: ContentError, copied: Path, folder: Path) -> ContentError:
    file = Path(error.file)
    if file.is_relative_to(copied):
        file = folder / file.relative_to(copied)
    problem = error.problem.replace(str(copied), str(folder))
    return ContentError(file, error.line, problem, error.remedy)


class _Proof:
    """Reads one pack; a picture that several pages show is drawn, and told of, once.

    A page that is made of the same bytes as one that was read before has no other fault of its own
    than that one: what is looked at again is where its pictures and links lead.
    """

    def __init__(
        self,
        pack: Pack,
        draws: Draws,
        cache: PageCache | None,
        alive: Callable[[], None],
        seconds: float,
        *,
        by: str,
    ) -> None:
        self._pack = pack
        self._draws = draws
        self._cache = cache
        self._by = by
        self._before = cache.proven(by) if cache else {}
        self._proven: dict[str, Leads] = {}
        self._there: dict[tuple[str, str], bool] = {}
        self._alive = alive
        self._seconds = seconds
        self._judged: dict[Path, Fault | None] = {}
        self._told: set[Path] = set()

    def keep(self) -> None:
        """Keep what was proven for the next time."""
        if self._cache and self._proven != self._before:
            self._cache.prove(self._proven, self._by)

    def findings(self) -> Iterator[ContentError]:
        """Give every fault, pages in the order of languages and names."""
        begun = time.thread_time()
        for name, file in self._always_shown().items():
            if said := self._flaw(file):
                yield ContentError(file, 0, f"the picture '{name}' {said[0]}", said[1])
        for language in self._pack.languages:
            yield from _keyboard_faults(self._pack.folder, language)
            names = self._pack.names(language)
            if not names:
                yield ContentError(
                    self._pack.folder / language,
                    0,
                    f"the language '{language}' has no page",
                    "Add its pages, or take it out of languages in pack.toml",
                )
            for name, key in self._keys(names, language):
                self._alive()
                if not self._is_proven(key, language):
                    yield from self._page(name, language, key)
                if time.thread_time() - begun > self._seconds:
                    yield ContentError(
                        self._pack.file(name, language),
                        0,
                        f"to read all pages up to this one took longer than {self._seconds:g} s",
                        "Take pages out, or make the longest shorter",
                    )
                    return

    def _always_shown(self) -> dict[str, Path]:
        """Give the pictures of tabs and of the resting screen by the names that pack.toml has."""
        pack, language = self._pack, self._pack.default_language
        figures = [card.figure for card in pack.rest(language) if card.figure]
        icons = {tab.icon: pack.icon(tab.icon) for tab in pack.tabs}
        return icons | {figure: pack.picture(figure, language) for figure in figures}

    def _keys(self, names: Iterable[str], language: str) -> Iterator[tuple[str, str]]:
        """Give each page with its key, empty for one that has to be read."""
        terms = self._digest(GLOSSARY, language)
        for name in names:
            content = self._digest(name, language)
            words = _NOTHING if name == GLOSSARY else terms
            known = content and words
            yield name, self._pack.key(name, language, content, words) if known else ""

    def _digest(self, name: str, language: str) -> str:
        """Give the digest of a page's file; empty for a link, which is the pack's to follow."""
        file = f"{self._pack.folder}/{language}/{name}.md"
        try:
            return "" if os.path.islink(file) else digest_of(file)
        except FileNotFoundError:
            return _NOTHING
        except OSError:
            return ""

    def _is_proven(self, key: str, language: str) -> bool:
        """Tell whether a page of this key had no fault of its own, and leads to none now."""
        leads = self._before.get(key)
        if not leads or not self._cache or not self._cache.holds(key):
            return False
        if not all(self._is_there(each, language) for each in leads.pictures):
            return False
        if not all(self._is_there(each, "") for each in leads.links):
            return False
        self._proven[key] = leads
        return True

    def _is_there(self, name: str, language: str) -> bool:
        """Tell whether a picture can be shown, or without a language whether there is a page."""
        if (name, language) not in self._there:
            try:
                there = (
                    not self._judge(self._pack.picture(name, language))
                    if language
                    else (self._pack.has(name))
                )
            except ContentError:
                there = False
            self._there[name, language] = there
        return self._there[name, language]

    def _page(self, name: str, language: str, key: str) -> Iterator[ContentError]:
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
        elif key and not page.refused:
            self._proven[key] = Leads(page.pictures, page.links)
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
        """Give what is wrong with a picture, once."""
        if file in self._told:
            return None
        self._told.add(file)
        return self._judge(file)

    def _judge(self, file: Path) -> Fault | None:
        if file not in self._judged:
            self._alive()
            self._judged[file] = flaw(file) or self._draws(file, self._pack.languages)
        return self._judged[file]


def _keyboard_faults(folder: Path, language: str) -> Sequence[ContentError]:
    """Give what is wrong with a keyboard that the pack brings for a language."""
    # Imported here: few packs bring one.
    from kiosk.keyboard.layout_file import layout_file, read_layout  # noqa: PLC0415

    try:
        if file := layout_file(language, folder):
            read_layout(file, language)
    except ContentError as error:
        return error.each()
    return ()


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
