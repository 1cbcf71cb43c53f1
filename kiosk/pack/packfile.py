"""pack.toml: what the pack is called, whose it is, its languages and its tabs.

Owns the fields and their rules; knows nothing of pages beyond their names.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from kiosk.pack.file_names import file_names
from kiosk.page.error import ContentError
from kiosk.page.schema import complaint
from kiosk.page.source import SourceText
from kiosk.slips.slip import Refusal, Stage

NAME = "pack.toml"

Words: TypeAlias = str | dict[str, str]
"""Words for every language, or a table with the words of each."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PAGE = re.compile(r"\w[\w-]{0,99}")


MOST_LINES = 2_000
"""Lines of a pack.toml; some tens are usual."""

MOST_DOTS = 100
"""Dots in one of its lines: TOML takes each for a level, and the square of them as time."""


class Tab(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tab: the name of its page without `.md`, and of its icon without `.svg`."""

    page: str
    icon: str


class RestCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One card of the resting screen: a large line, a quiet text and a picture below it.

    `page` is the page that says all of it, with the section that a touch opens behind a #, as in
    "risks#help"; `figure` is a picture's path.
    """

    line: Words
    page: str
    text: Words = ""
    figure: str = ""


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What `kiosk check` is told: rules that are off, each with its reason, and words to avoid.

    `off` maps a rule's name to the reason; `avoid` a language to words beyond the kiosk's own.
    """

    off: dict[str, str] = {}
    avoid: dict[str, tuple[str, ...]] = {}


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of pack.toml. The first language is the default one.

    `extras` are pages that are no tabs but offered at the foot of every page and at rest.
    `hide_overdue`: a page whose next review is overdue is taken off the screen.
    """

    title: Words
    clinic: Words
    emergency_number: Words
    front_desk: Words
    languages: tuple[str, ...]
    tabs: tuple[Tab, ...]
    phone: Words = ""
    about: str = ""
    extras: tuple[str, ...] = ()
    hide_overdue: bool = False
    check: Check = Check()
    rest: tuple[RestCard, ...] = ()


def is_page_name(name: str) -> bool:
    """Tell whether `name` can be a page's: no dots, no slashes, nothing that leaves a folder."""
    return _PAGE.fullmatch(name) is not None


def load(folder: Path) -> tuple[PackFile | None, SourceText, list[ContentError]]:
    """Read `folder`/pack.toml; give its fields, its text and every fault of it.

    With faults, the fields are as they will be when those are mended, None where nobody can tell.
    Raises ContentError where there is no text.
    """
    file = folder / NAME
    try:
        there = file.exists()
    except OSError:
        there = True
    if not there:
        raise _missing(folder)
    source = SourceText.read(file)
    _check_size(source)
    pack = _read(source)
    if isinstance(pack, PackFile):
        return pack, source, []
    # Imported here: a pack that can be read needs none of it.
    from kiosk.slips import pack_slips  # noqa: PLC0415
    from kiosk.slips.slip import read_on  # noqa: PLC0415

    def fields(lines: list[str]) -> PackFile | Refusal:
        return _read(SourceText(source.file, "\n".join(lines)))

    def refused(lines: list[str]) -> Refusal | None:
        found = fields(lines)
        return None if isinstance(found, PackFile) else found

    faults, lines, _ = read_on(source, refused, pack_slips.slips, len(source.text))
    found = fields(lines)
    return found if isinstance(found, PackFile) else None, source, faults


def _missing(folder: Path) -> ContentError:
    from kiosk.slips import misnamed_files  # noqa: PLC0415

    problem, remedy = "the file is missing", f"Name a folder that holds a {NAME}"
    lying = [name for name in file_names(folder) if (folder / name).is_file()]
    if lies := misnamed_files.pack_file(lying, NAME):
        problem += f", but the file '{lies}' lies there"
        remedy = misnamed_files.rename(lies, NAME)
    elif (folder.absolute().parent / NAME).is_file():
        remedy = f"Name the folder above, {folder.absolute().parent.name}: it holds a {NAME}"
    elif inside := [name for name in file_names(folder) if (folder / name / NAME).is_file()]:
        remedy = f"Name the folder in it that holds one: {folder / inside[0]}"
    return ContentError(folder / NAME, 0, problem, remedy)


def _check_size(source: SourceText) -> None:
    """Raise ContentError where reading or naming a fault would take longer than a look."""
    for number, line in enumerate(source.text.split("\n"), 1):
        if number > MOST_LINES:
            remedy = "Take out what doesn't belong here; long text stands in pages"
            raise source.error(f"the file has more than {MOST_LINES:,} lines", remedy, line=number)
        if line.count(".") > MOST_DOTS:
            raise source.error(
                f"this line has more than {MOST_DOTS} dots", "Take them out", line=number
            )


def _read(source: SourceText) -> PackFile | Refusal:
    """Read the text of a pack.toml, or tell why it is refused."""
    try:
        data = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        return _unread(source, str(error))
    try:
        pack = msgspec.convert(data, PackFile)
    except msgspec.ValidationError as error:
        complained = complaint(error)
        line = _line_of(complained.keys, data, source)
        remedy = complained.remedy
        if complained.unknown:
            from kiosk.slips import pack_slips  # noqa: PLC0415

            names = pack_slips.names(complained.keys[:-1])
            remedy = f"Take it out; the names here are {', '.join(names[:-1])} and {names[-1]}"
        told = source.error(complained.problem, remedy, line=line)
        return Refusal(Stage.TYPED, told, complained.missing)
    faults = list(_faults(pack, source))
    return Refusal(Stage.CHECKED, ContentError.together(faults)) if faults else pack


def _unread(source: SourceText, said: str) -> Refusal:
    """Tell where reading stopped; `said` are the library's words, which name a line in the end."""
    from kiosk.slips import pack_slips  # noqa: PLC0415

    found = re.search(r"line (\d+)", said)
    lines = source.text.split("\n")
    # At the end of the text no line is given: it is the last one.
    line = int(found[1]) if found else source.text.rstrip().count("\n") + 1
    line = min(line, len(lines))
    if re.search("overwrite|twice|[Dd]uplicate|mutate|already", said):
        for at in (line, line - 1):
            if at and (problem := pack_slips.given_twice(lines, at)):
                told = source.error(problem, "Take one of the two lines out", line=at)
                return Refusal(Stage.WRITTEN, told)
        problem = "a name is given twice in this line"
        told = source.error(problem, "Take one of the two out, with its words", line=line)
        return Refusal(Stage.WRITTEN, told)
    told = source.error(
        "pack.toml can't be read from here on",
        'Write each line as name = "words", with straight quotation marks',
        line=line,
    )
    return Refusal(Stage.WRITTEN, told)


def line_of_key(source: SourceText, key: str, value: str = "", *, after: int = 0) -> int:
    """Find the line where `key` is given, with `value` if there is one; 0 if nowhere.

    Lines up to `after` don't count.
    """
    pattern = rf"^[ \t]*(?:\[+[ \t]*)?\"?{re.escape(key)}\"?[ \t]*[\]=.]"
    for number, line in enumerate(source.text.split("\n"), 1):
        if number <= after or not re.match(pattern, line):
            continue
        if not value or f'"{value}"' in line or f"'{value}'" in line:
            return number
    return line_of_key(source, key, after=after) if value else 0


def line_of_card(source: SourceText, index: int, key: str, table: str = "rest") -> int:
    """Find the line where a card of the resting screen gives `key`, or where the card begins.

    With another `table`, it is one of those, such as a tab.
    """
    begins = 0
    for _ in range(index + 1):
        begins = line_of_key(source, table, after=begins)
    ends = line_of_key(source, table, after=begins) or source.text.count("\n") + 2
    found = line_of_key(source, key, after=begins)
    return found if begins < found < ends else begins


def _line_of(keys: tuple[str, ...], data: dict[str, Any], source: SourceText) -> int:
    """Find the line of what msgspec refuses; it does not say which of several cards it is in."""
    table = keys[0] if keys else ""
    kind: type[RestCard | Tab] = RestCard if table == "rest" else Tab
    if table in ("rest", "tabs") and isinstance(data[table], list):
        for index, card in enumerate(data[table]):
            try:
                msgspec.convert(card, kind)
            except msgspec.ValidationError:
                return line_of_card(source, index, keys[-1], table)
    return next(filter(None, (line_of_key(source, key) for key in keys[::-1])), 1)


def _faults(pack: PackFile, source: SourceText) -> Iterator[ContentError]:
    """Give what is wrong with values that can be read."""
    for name in ("languages", "tabs"):
        if not getattr(pack, name):
            yield _wrong(source, name, f"'{name}' is empty", "Name at least one")
    wrong = [
        language
        for language, count in Counter(pack.languages).items()
        if not _LANGUAGE.fullmatch(language) or count > 1
    ]
    for language in wrong:
        yield _wrong(
            source,
            "languages",
            f"'{language}' can't be used as a language",
            "Use a code such as en or bn once; it is the name of a folder",
        )
    for tab in pack.tabs:
        if not is_page_name(tab.icon):
            yield _wrong(
                source, "icon", f"'{tab.icon}' is not an icon's name", _PAGE_NAME, tab.icon
            )
    pages = [tab.page for tab in pack.tabs]
    for index, page in enumerate(pages):
        if page in pages[:index]:
            line = line_of_card(source, index, "page", "tabs")
            problem = f"the page '{page}' has a tab already"
            yield source.error(problem, "Name another page here, or take this tab out", line=line)
    for key, page in _named(pack):
        if not is_page_name(page):
            yield _wrong(source, key, f"'{page}' is not a page's name", _PAGE_NAME, page)
    yield from _extras(pack, source)
    # Whose words are missing is known once the languages are.
    languages = () if wrong else pack.languages
    for name in ("title", "clinic", "emergency_number", "front_desk", "phone"):
        line = line_of_key(source, name)
        yield from _words(source, name, getattr(pack, name), languages, line)
    yield from _cards(pack, source, languages)


def _cards(
    pack: PackFile, source: SourceText, languages: tuple[str, ...]
) -> Iterator[ContentError]:
    for index, card in enumerate(pack.rest):
        if not card.figure.isprintable():
            # "figures\new.svg" is read without an error, as two lines.
            problem = f"'{card.figure}' is not the path of a picture"
            line = line_of_card(source, index, "figure")
            yield source.error(problem, "Write / between folder and file", line=line)
        if not is_page_name(page := card.page.partition("#")[0]):
            line = line_of_card(source, index, "page")
            said = page or card.page
            yield source.error(f"'{said}' is not a page's name", _PAGE_NAME, line=line)
        for name in ("line", "text"):
            line = line_of_card(source, index, name)
            yield from _words(source, name, getattr(card, name), languages, line)


def _extras(pack: PackFile, source: SourceText) -> Iterator[ContentError]:
    """A page is offered once: as a tab, as the page about the kiosk, or beside them."""
    elsewhere = {tab.page for tab in pack.tabs} | {pack.about}
    for page in dict.fromkeys(pack.extras):
        if page in elsewhere or pack.extras.count(page) > 1:
            problem = f"'extras' names the page '{page}', which is named already"
            yield _wrong(source, "extras", problem, "Name each page in one place, once")


def _named(pack: PackFile) -> Iterator[tuple[str, str]]:
    """Give the pages that are named outside the cards, each with its key."""
    for tab in pack.tabs:
        yield "page", tab.page
    if pack.about:
        yield "about", pack.about
    for page in pack.extras:
        yield "extras", page


_PAGE_NAME = "Write the file's name alone, without its folder and ending"


_OPTIONAL = ("phone", "text")
"""Words that may be empty."""


def _words(
    source: SourceText, name: str, words: Words, languages: tuple[str, ...], line: int
) -> Iterator[ContentError]:
    by_language = words if isinstance(words, dict) else {"": words}
    for language in by_language if languages and "" not in by_language else ():
        if language not in languages:
            yield source.error(
                f"'{name}' has words for '{language}', which is not a language here",
                "Add it to languages or take it out",
                line=line,
            )
    if languages and not by_language.keys() & {"", languages[0]}:
        problem = f"'{name}' has no words for the default language '{languages[0]}'"
        yield source.error(problem, "Add them", line=line)
    if name not in _OPTIONAL and not all(value.strip() for value in by_language.values()):
        yield source.error(f"'{name}' is empty", "Fill it in", line=line)


def _wrong(
    source: SourceText, key: str, problem: str, remedy: str, value: str = ""
) -> ContentError:
    return source.error(problem, remedy, line=line_of_key(source, key, value))
