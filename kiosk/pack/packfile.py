"""pack.toml: what the pack is called, whose it is, its languages, tabs and details.

Owns the fields, what they may hold, and the line of each; knows nothing of pages beyond their
names. How the file is read: `kiosk.pack.packfile_loader`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from kiosk.page.error import ContentError
from kiosk.page.source import SourceText

NAME = "pack.toml"

Words: TypeAlias = str | dict[str, str]
"""Words for every language, or a table with the words of each."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PAGE = re.compile(r"\w[\w-]{0,99}")

BUILT_IN = ("clinic", "emergency_number", "front_desk", "phone")
"""The fields that a page shows by `{{ name }}`, beside the details."""

LONGEST_DETAIL = 200
"""Characters of a detail: a sentence or two, which stand within a line of a page."""

_DETAIL = re.compile(r"[a-z0-9_]{1,60}")
_IN_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_NO_WORDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000\ue001]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARKDOWN = re.compile(
    r"\*\*|~~|`|\{\{|\}\}|<[a-zA-Z/!][^>]*>|&#?\w+;|\\[^\w\s]|(?<!\w)__\S|\S__(?!\w)"
    r"|(?<!\w)([*_])[^\s*_](?:.*?[^\s*_])?\1(?!\w)|^(?:#{1,6}|[-*+>]|!!!)\s"
)


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

    `off` maps a rule's name to the reason; `avoid` a language to words beyond the kiosk's own;
    `instead` a language to words of which each has better ones.
    """

    off: dict[str, str] = {}
    avoid: dict[str, tuple[str, ...]] = {}
    instead: dict[str, dict[str, str]] = {}


class PackFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of pack.toml. The first language is the default one.

    `extras` are pages that are no tabs but offered at the foot of every page and at rest.
    `hide_overdue`: a page whose next review is overdue is taken off the screen. `take_home`: the
    folder on the clinic's website that holds what `kiosk export` writes. `details` are what
    each clinic fills in, by names of its own; pages show them by `{{ name }}`. `search` maps a
    language to words that patients may type, each with words of the pages, parted by commas.
    `said` maps a language to words that its voice says wrong, each spelt as it sounds.
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
    take_home: str = ""
    check: Check = Check()
    details: dict[str, Words] = {}
    rest: tuple[RestCard, ...] = ()
    search: dict[str, dict[str, str]] = {}
    said: dict[str, dict[str, str]] = {}


def is_page_name(name: str) -> bool:
    """Tell whether `name` can be a page's: no dots, no slashes, nothing that leaves a folder."""
    return _PAGE.fullmatch(name) is not None


def filled_in(detail: str) -> bool:
    """Tell whether a clinic has filled in a detail: square brackets stand around one that waits."""
    return not _IN_BRACKETS.fullmatch(detail.strip())


def as_shown(detail: str) -> str:
    """Give what a patient reads of a detail: its words, without brackets around all of them."""
    waits = _IN_BRACKETS.fullmatch(detail.strip())
    return waits[1].strip() if waits else detail.strip()


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


def line_of_detail(source: SourceText, name: str) -> int:
    """Find the line where a detail is given, or where the details begin."""
    begins = line_of_key(source, "details")
    pattern = rf"[ \t]*(?:\[?[ \t]*\"?details\"?[ \t]*\.[ \t]*)?\"?{re.escape(name)}\"?[ \t]*[\]=.]"
    for number, line in enumerate(source.text.split("\n")[begins - 1 :], begins):
        if re.match(pattern, line):
            return number
        if number > begins and re.match(r"[ \t]*\[(?![ \t]*\"?details)", line):
            break
    return begins


def faults(pack: PackFile, source: SourceText) -> Iterator[ContentError]:
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
    if pack.take_home:
        yield from _website(pack, source)
    # Whose words are missing is known once the languages are.
    languages = () if wrong else pack.languages
    for name in ("title", "clinic", "emergency_number", "front_desk", "phone"):
        line = line_of_key(source, name)
        words = getattr(pack, name)
        yield from _words(source, name, words, languages, line, optional=name == "phone")
    yield from _cards(pack, source, languages)
    yield from _details(pack, source, languages)
    yield from _pairs(pack, source)


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
            words = getattr(card, name)
            yield from _words(source, name, words, languages, line, optional=name == "text")


def _details(
    pack: PackFile, source: SourceText, languages: tuple[str, ...]
) -> Iterator[ContentError]:
    for name, words in pack.details.items():
        line = line_of_detail(source, name)
        if name in PackFile.__struct_fields__:
            problem = f"'{name}' is no detail but has a line of its own"
            yield source.error(problem, "Write it above all lines in brackets", line=line)
        elif not _DETAIL.fullmatch(name):
            problem = f"'{name}' can't be the name of a detail"
            remedy = "Use small letters from a to z, digits and _ alone, as in price_session"
            yield source.error(problem, remedy, line=line)
        yield from _words(source, name, words, languages, line, optional=True)
        for said in words.values() if isinstance(words, dict) else (words,):
            if flaw := _flaw(said):
                problem, remedy = flaw
                yield source.error(f"the detail '{name}' {problem}", remedy, line=line)


def _pairs(pack: PackFile, source: SourceText) -> Iterator[ContentError]:
    """Words that stand for others are typed and said: each is one line of letters."""
    for table, languages in (("search", pack.search), ("said", pack.said)):
        for language, pairs in languages.items():
            for word, better in pairs.items():
                if _NO_WORDS.search(word + better):
                    problem = f"words of [{table}.{language}] have a line break or a hidden sign"
                    line = line_of_key(source, word) or line_of_key(source, f"{table}.{language}")
                    yield source.error(problem, "Write them anew, in one line", line=line)


def _flaw(detail: str) -> tuple[str, str] | None:
    """Say why words can't stand within a line of a page, and what to do."""
    words = as_shown(detail)
    if not words:
        return "is empty", "Fill it in, or write between square brackets what to ask for"
    if len(words) > LONGEST_DETAIL:
        problem = f"has {len(words)} characters; {LONGEST_DETAIL} are the most"
        return problem, "Say it shorter, or write it into the page"
    if _NO_WORDS.search(words):
        return "has a line break or a tab", "Write it in one line, with spaces between the words"
    if "[" in words or "]" in words:
        problem = "has square brackets, but not one pair around all of it"
        return problem, "Put them around all the words if it is still to be filled in, else out"
    if found := _MARKDOWN.search(words):
        problem = f"has the mark '{found[0].strip()[:40]}', which patients would see as it stands"
        return problem, "Take the mark out: a detail is plain text"
    return None


def _extras(pack: PackFile, source: SourceText) -> Iterator[ContentError]:
    """A page is offered once: as a tab, as the page about the kiosk, or beside them."""
    elsewhere = {tab.page for tab in pack.tabs} | {pack.about}
    for page in dict.fromkeys(pack.extras):
        if page in elsewhere or pack.extras.count(page) > 1:
            problem = f"'extras' names the page '{page}', which is named already"
            yield _wrong(source, "extras", problem, "Name each page in one place, once")


def _website(pack: PackFile, source: SourceText) -> Iterator[ContentError]:
    # Imported here: most packs name none, and a start is measured.
    from kiosk.take_home.web_address import flaw  # noqa: PLC0415

    if wrong := flaw(pack.take_home):
        yield _wrong(source, "take_home", f"the address '{pack.take_home}' {wrong}", WEBSITE)


WEBSITE = 'Write where the folder of the pages is: take_home = "https://www.example.org/pages"'
"""How a website is named."""


def _named(pack: PackFile) -> Iterator[tuple[str, str]]:
    """Give the pages that are named outside the cards, each with its key."""
    for tab in pack.tabs:
        yield "page", tab.page
    if pack.about:
        yield "about", pack.about
    for page in pack.extras:
        yield "extras", page


_PAGE_NAME = "Write the file's name alone, without its folder and ending"


def _words(
    source: SourceText,
    name: str,
    words: Words,
    languages: tuple[str, ...],
    line: int,
    *,
    optional: bool,
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
    if not optional and not all(value.strip() for value in by_language.values()):
        yield source.error(f"'{name}' is empty", "Fill it in", line=line)
    if any(_CONTROL.search(value) for value in by_language.values()):
        problem = f"'{name}' has a control character, which an escape with \\ has made"
        yield source.error(problem, "Take out the \\ and the number behind it", line=line)


def _wrong(
    source: SourceText, key: str, problem: str, remedy: str, value: str = ""
) -> ContentError:
    return source.error(problem, remedy, line=line_of_key(source, key, value))


def unbroken(number: str) -> str:
    """Give a phone number whose groups stay on one line; other words stay as they are."""
    is_number = all(c.isdecimal() or c in " +()/.-" for c in number)
    return number.replace(" ", "\N{NO-BREAK SPACE}") if is_number else number
