"""A content folder: pack.toml, pages by language with fallback, pictures, compiled pages.

Owns which file a page or picture comes from and when a compiled page may be used. Reads a page
only when it is asked for, and loads the Markdown machinery only when one must be compiled.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pack import packfile
from kiosk.pack.file_names import PICTURES, file_names, lying, misnamed_folders, without_picture
from kiosk.pack.packfile import PackFile, RestCard, Words, is_page_name, line_of_card, line_of_key
from kiosk.pack.packfile_loader import load
from kiosk.pack.page_cache import PageCache
from kiosk.page.blocks import Page, Term
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText, decode, read_bytes
from kiosk.page.terms import GLOSSARY, glossary

if TYPE_CHECKING:
    from kiosk.markdown.tree import Converter

_log = logging.getLogger("kiosk.library")


def load_pack(
    folder: Path, *, assets: Path, cache: PageCache | None = None, known: bool = False
) -> Pack:
    """Read a content folder's pack.toml, or what is `known` of it; no page. Raises ContentError."""
    pack, faults = read_pack(folder, assets=assets, cache=cache, known=known)
    if faults or not pack:
        raise ContentError.together(faults)
    return pack


def read_pack(
    folder: Path, *, assets: Path, cache: PageCache | None = None, known: bool = False
) -> tuple[Pack | None, list[ContentError]]:
    """Give the pack as it will be when its pack.toml is mended, if it can be, and every fault."""
    try:
        file, written, faults = load(folder, cache, known=known)
    except ContentError as error:
        return None, [error]
    if not file:
        return None, faults
    pack = Pack(folder, assets, cache, file, written)
    # With faults, what stands in for a line that is missing is not looked for.
    lacks = (each for name, each in pack.missing() if not faults or name in pack.source.text)
    return pack, [*faults, *lacks]


class Pack:
    """A content folder, loaded by `load_pack`.

    `languages`, `tabs`, `about`, `extras`, `take_home`, `details`, `cards` at rest are those of its
    PackFile. The default language is the first one and stands in where a translation is missing;
    `wishes` is what `kiosk check` is told about the pack, `searched` the words that patients type
    for others, by language, `source` the text of pack.toml.
    """

    def __init__(
        self, folder: Path, assets: Path, cache: PageCache | None, file: PackFile, written: bytes
    ) -> None:
        self.folder = folder
        self.assets = assets
        self._written = written
        self.languages = file.languages
        self.default_language = file.languages[0]
        self.tabs = file.tabs
        self.about = file.about
        self.extras = file.extras
        self.cards = file.rest
        self.hides_overdue = file.hide_overdue
        self.take_home = file.take_home
        self.wishes = file.check
        self.details = file.details
        self.searched = file.search
        self.said = file.said
        self._cache = cache
        self._file = file
        self._terms: dict[str, tuple[bytes, dict[str, Term]]] = {}
        self._spoken: dict[str, tuple[str, ...]] = {}
        self._converter: Converter | None = None

    @property
    def offered(self) -> list[str]:
        """The pages that a reader finds: the tabs, the extras, the one about the kiosk."""
        return [*(tab.page for tab in self.tabs), *self.extras, *filter(None, [self.about])]

    def again(self) -> Pack:
        """Give the same pack once more, for another thread: each keeps what it has read."""
        return Pack(self.folder, self.assets, self._cache, self._file, self._written)

    @cached_property
    def source(self) -> SourceText:
        """The text of pack.toml: a start without a fault asks for none of it."""
        return SourceText.of(decode(self._written, file := self.folder / packfile.NAME), file)

    def rest(self, language: str) -> tuple[RestCard, ...]:
        """Give the cards of the resting screen, in this language's words."""
        return tuple(
            RestCard(
                line=self._words(card.line, language),
                text=self._words(card.text, language),
                figure=card.figure,
                page=card.page,
            )
            for card in self.cards
        )

    def title(self, language: str) -> str:
        """Give what the kiosk is about."""
        return self._words(self._file.title, language)

    def clinic(self, language: str) -> str:
        """Give the clinic's name."""
        return self._words(self._file.clinic, language)

    def phone(self, language: str) -> str:
        """Give the clinic's number; empty without one."""
        return self._words(self._file.phone, language)

    def emergency_number(self, language: str) -> str:
        """Give the number to call in an emergency."""
        return self._words(self._file.emergency_number, language)

    def front_desk(self, language: str) -> str:
        """Give what to do inside the clinic, as it stands in a sentence."""
        return self._words(self._file.front_desk, language)

    def facts(self, language: str) -> dict[str, str]:
        """Give what `{{ name }}` stands for in pages of `language`; no line ends in a number."""
        told = {
            name: self._words(getattr(self._file, name), language) for name in packfile.BUILT_IN
        }
        for name, words in self.details.items():
            told[name] = packfile.as_shown(self._words(words, language))
        return {name: packfile.unbroken(said) for name, said in told.items()}

    def names(self, language: str | None = None) -> tuple[str, ...]:
        """Give the names of all pages that have a file in `language`, or in any; sorted."""
        wanted = self.languages if language is None else (language,)
        found = {
            file.stem
            for each in wanted
            if each in self.languages
            for file in (self.folder / each).glob("*.md")
            if is_page_name(file.stem)
        }
        return tuple(sorted(found))

    def has(self, name: str) -> bool:
        """Tell whether the page `name` has a file in any language."""
        return self._find(name, self.default_language) is not None

    def file(self, name: str, language: str) -> Path:
        """Give the file that the page comes from, by fallback too. Raises ContentError."""
        return self._located(name, language)[1]

    def page(self, name: str, language: str) -> Page:
        """Give a page; `page.language` tells which language it was found in.

        Raises ContentError when it can't be used. Its pictures may be missing, which is told by
        `kiosk.pack.validate`.
        """
        spoken, file = self._located(name, language)
        content = self._read(file)
        terms = b"" if name == GLOSSARY else self._glossary_bytes(spoken)
        if not self._cache:
            return self._compile(name, spoken, file, content)
        key = self.key(name, spoken, *(hashlib.sha256(it).hexdigest() for it in (content, terms)))
        page = self._cache.get(key)
        if page is None:
            page = self._compile(name, spoken, file, content)
            self._cache.put(key, page)
        return page

    def key(self, name: str, language: str, content: str, terms: str) -> str:
        """Name a compiled page by all that it is made of; empty where none are kept.

        `content` and `terms` are the SHA-256 of its file and of the glossary's, both hexadecimal.
        """
        if not self._cache:
            return ""
        if language not in self._spoken:
            self._spoken[language] = tuple(chain(*sorted(self.facts(language).items())))
        digest = hashlib.sha256()
        made_of = (self._cache.reader, name, language, *self._spoken[language], content, terms)
        for part in (word.encode() for word in made_of):
            # Each part's length stands before it, so that no two lists run together.
            digest.update(len(part).to_bytes(8, "big") + part)
        return digest.hexdigest()

    def picture(self, source: str, language: str, seen_from: str | None = None) -> Path:
        """Give a picture's file: from the language's folder, the pack's, or the kiosk's assets.

        The path is `seen_from` this folder of the pack, the language's unless it is told.
        Raises ContentError unless it is an SVG, PNG or JPEG file that really lies there.
        """
        folders = [self.folder / language, self.folder, self.assets]
        problem = "is missing"
        seen_from = language if seen_from is None else seen_from
        if not source or source[0] in "/\\" or language not in self.languages:
            folders = []
        for folder in folders:
            try:
                file = lying(folder, source).resolve()
                if not file.is_file():
                    continue
                inside = any(
                    file.is_relative_to(root.resolve()) for root in (self.folder, self.assets)
                )
            except (OSError, RuntimeError, ValueError):
                continue
            if not inside:
                problem = "lies outside the pack"
            elif file.suffix.lower() not in PICTURES:
                problem = "is not a picture"
            else:
                return file
        told = without_picture(source, problem, folders, self.assets, seen_from)
        raise ContentError(self.folder, 0, *told)

    def icon(self, name: str) -> Path:
        """Give an icon's file, from the pack's or the kiosk's `icons/`. Raises ContentError."""
        return self.picture(f"icons/{name}.svg", self.default_language)

    def missing(self) -> Iterator[tuple[str, ContentError]]:
        """Give each name in pack.toml of what is not there, and what to say of it."""
        for tab in self.tabs:
            if not self.has(tab.page):
                yield tab.page, self._no_page("page", tab.page)
            try:
                self.icon(tab.icon)
            except ContentError:
                yield (
                    tab.icon,
                    self.source.error(
                        f"there is no icon '{tab.icon}'",
                        "Write one such as info, hand, question, warning, clock or book, or the "
                        "name of an SVG in a folder icons of your own, without .svg",
                        line=line_of_key(self.source, "icon", tab.icon),
                    ),
                )
        if self.about and not self.has(self.about):
            yield self.about, self._no_page("about", self.about)
        for page in self.extras:
            if not self.has(page):
                yield page, self._no_page("extras", page)
        for index, card in enumerate(self.cards):
            if not self.has(page := card.page.partition("#")[0]):
                line = line_of_card(self.source, index, "page")
                yield page, self._no_page("page", page, line)
            if card.figure:
                try:
                    self.picture(card.figure, self.default_language, seen_from="")
                except ContentError as error:
                    line = line_of_card(self.source, index, "figure")
                    fault = self.source.error(error.problem, error.remedy, line=line)
                    yield card.figure, fault

    def _no_page(self, key: str, name: str, line: int = 0) -> ContentError:
        # Imported here: a pack whose pages are there needs none of it.
        from kiosk.slips.misnamed_files import missing_page, rename_folder  # noqa: PLC0415

        for lies, language in misnamed_folders(self.folder, self.languages).items():
            if (self.folder / lies / f"{name}.md").exists():
                return ContentError(self.folder / lies, 0, *rename_folder(lies, language))
        lying = {each: file_names(self.folder / each) for each in (*self.languages, "")}
        problem, remedy = missing_page(name, self.names(), lying)
        return self.source.error(problem, remedy, line=line or line_of_key(self.source, key, name))

    def _words(self, said: Words, language: str) -> str:
        return said if isinstance(said, str) else said.get(language) or said[self.default_language]

    def _places(self, name: str, language: str) -> Iterator[tuple[str, Path]]:
        if is_page_name(name):
            for each in dict.fromkeys((language, *self.languages)):
                if each in self.languages:
                    yield each, self.folder / each / f"{name}.md"

    def _find(self, name: str, language: str) -> tuple[str, Path] | None:
        for each, file in self._places(name, language):
            try:
                if file.exists():
                    return each, file
            except OSError:
                continue
        return None

    def _located(self, name: str, language: str) -> tuple[str, Path]:
        found = self._find(name, language)
        if not found:
            remedy = f"Add the file {language}/{name}.md or correct the link"
            raise ContentError(self.folder, 0, f"there is no page called '{name}'", remedy)
        return found

    def _read(self, file: Path) -> bytes:
        try:
            inside = file.resolve().is_relative_to(self.folder.resolve())
        except (OSError, RuntimeError):
            inside = False
        if not inside:
            raise ContentError(file, 0, "the file lies outside the pack", "Copy it into the pack")
        return read_bytes(file)

    def _compile(self, name: str, language: str, file: Path, content: bytes) -> Page:
        # Imported here: a start that finds its pages compiled loads no Markdown or YAML.
        from kiosk.markdown.parse import parse_page  # noqa: PLC0415
        from kiosk.markdown.tree import Converter  # noqa: PLC0415

        self._converter = self._converter or Converter()
        terms = {} if name == GLOSSARY else self._glossary(language)
        return parse_page(
            decode(content, file),
            name=name,
            language=language,
            file=file,
            terms=terms,
            facts=self.facts(language),
            converter=self._converter,
        )

    def _glossary_bytes(self, language: str) -> bytes:
        try:
            return self._read(self.folder / language / f"{GLOSSARY}.md")
        except ContentError:
            return b""

    def _glossary(self, language: str) -> dict[str, Term]:
        content = self._glossary_bytes(language)
        kept = self._terms.get(language)
        if kept and kept[0] == content:
            return kept[1]
        terms: dict[str, Term] = {}
        if content:
            # A glossary that can't be used takes no other page down; asking for it tells why.
            try:
                terms = glossary(self.page(GLOSSARY, language))
            except ContentError:
                _log.debug("no words are explained in %s", language)
        self._terms[language] = (content, terms)
        return terms
