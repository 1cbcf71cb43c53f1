"""Rules on what every language of a pack must say: the same pages, sections, sources and numbers.

Each page is held against the same page in the default language. What no rule can judge is whether
the words mean the same; somebody who reads both does.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.finding import NOWHERE, Mark, Severity, Spot
from kiosk.check.material.passages import Passage
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey, against_original
from kiosk.check.material.shortened import as_name, shortened
from kiosk.check.rules import same_content
from kiosk.check.rules.same_content import headings
from kiosk.check.wording.identifiers import identified, notes
from kiosk.keyboard.layout_file import unused
from kiosk.pack.file_names import misnamed_folders
from kiosk.pack.packfile import NAME, line_of_key
from kiosk.page.translation import text_hash

COPIED = 0.9
"""From this share of words on that stand in the original as well, a page was not translated."""

_FEWEST = 4
"""Words that a page must have before anything is said of it: a name is the same everywhere."""


def _empty(survey: Survey) -> Iterator[Mark]:
    pack = survey.pack
    # A folder that has only a wrong name is told by that.
    misnamed = misnamed_folders(pack.folder, pack.languages).values()
    for language in pack.languages:
        if not pack.names(language) and language not in misnamed:
            instead = next((each for each in pack.languages if pack.names(each)), "")
            yield Mark(
                Spot(line_of_key(pack.source, "languages"), 1),
                f"the language '{language}' has no page of its own: who chooses it reads "
                f"everything in '{instead}'",
                f"Write the first page into the folder {language}, such as "
                f"{language}/{pack.tabs[0].page}.md, or take '{language}' out of languages",
                file=NAME,
            )


def _keyboards(survey: Survey) -> Iterator[Mark]:
    for path, problem, remedy in unused(survey.pack.folder, survey.pack.languages):
        yield Mark(NOWHERE, problem, remedy, file=path)


def _pages(survey: Survey) -> Iterator[Mark]:
    pack = survey.pack
    default = pack.default_language
    originals = set(pack.names(default))
    for language in pack.languages[1:]:
        names = set(pack.names(language))
        if not names or not originals:
            continue  # said once, of the language as a whole
        for name in sorted(originals - names):
            yield Mark(
                _title(survey.checked_pages.get((name, default))),
                f"the page '{name}' is missing in '{language}': there the kiosk shows this one",
                f"Translate it as {language}/{name}.md",
                file=f"{default}/{name}.md",
            )
        for name in sorted(names - originals):
            yield Mark(
                _title(survey.checked_pages.get((name, language))),
                f"the page '{name}' is missing in the default language '{default}'",
                f"Write it as {default}/{name}.md, or take this one out",
                file=f"{language}/{name}.md",
            )


def _title(checked: CheckedPage | None) -> Spot:
    return checked.front("title") if checked else Spot()


@against_original
def _copied(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    if _base(checked.language) == _base(original.language):
        return  # English for two countries may well be the same
    ours, theirs = _said(checked), set(_said(original))
    words = sum(map(_words, ours))
    same = sum(_words(text) for text in ours if text in theirs)
    if words >= _FEWEST and same >= COPIED * words:
        how_much = "word for word" if same == words else "almost word for word"
        yield Mark(
            checked.front("title"),
            f"the page is {how_much} its original, {original.file}",
            f"Translate its words, or take {checked.file} out: the kiosk then shows the original "
            "and says that it is not translated yet",
        )


def _said(checked: CheckedPage) -> list[str]:
    """Give what a page says, a run of words each; sources keep their own words everywhere."""
    texts = [passage.text for passage in checked.passages if passage.kind != "source"]
    return [" ".join(text.split()).casefold() for text in (checked.page.title, *texts)]


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _words(text: str) -> int:
    return sum(any(map(str.isalpha, word)) for word in text.split())


@against_original
def _sections(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    here, there = headings(checked), headings(original)
    more = here.keys() - there.keys()
    # Without {#anchor} a name is made of the heading's words, which differ by language.
    hint = "; if the section is there, only that mark is missing" if more else ""
    above, lacks = checked.front("title"), False
    for anchor, passage in there.items():
        if anchor in here:
            above = checked.spot(here[anchor])
            continue
        lacks = True
        yield Mark(
            above,
            f"the section {_section(passage)} of {original.file} is missing",
            f"Translate it, and write {{#{as_name(anchor)}}} behind its heading{hint}",
        )
    # Where both lack some, most are the same ones under two names.
    for anchor in () if lacks else sorted(more):
        yield Mark(
            checked.spot(here[anchor]),
            f"the section {_section(here[anchor])} is not in {original.file}",
            f"Write it there too, with {{#{as_name(anchor)}}} behind its heading, "
            "or take it out here",
        )


def _section(heading: Passage) -> str:
    return f"'{shortened(heading.text)}' (#{shortened(heading.section)})"


@against_original
def _sources(checked: CheckedPage, original: CheckedPage) -> Iterator[Mark]:
    here, there = _used(checked), _used(original)
    for name, (words, _) in _lacking(there, here):
        yield Mark(
            checked.front("title"),
            f"the source '{shortened(name)}' of {original.file} is missing ({shortened(words)})",
            f"Write [^{as_name(name)}] behind the same statement as there, and copy its line",
        )
    for name, (_, offset) in _lacking(here, there):
        yield Mark(
            checked.at(offset),
            f"the source '{shortened(name)}' is not in {original.file}",
            "Name it there too, or take it out here",
        )


def _used(checked: CheckedPage) -> dict[str, tuple[str, int]]:
    """Give the sources that a page leads to: words and offset by name."""
    return {
        note.name: (note.words, note.offset) for note in notes(checked.source.text) if note.used
    }


def _lacking(
    one: dict[str, tuple[str, int]], other: dict[str, tuple[str, int]]
) -> Iterator[tuple[str, tuple[str, int]]]:
    """Give the sources of one page that the other hasn't, by name or by any number of theirs."""
    names = one.keys() - other.keys()
    if not names:
        return
    known = {number for words, _ in other.values() for number in identified(words).right}
    for name, found in one.items():
        if name in names and known.isdisjoint(identified(found[0]).right):
            yield name, found


def _current(checked: CheckedPage, survey: Survey) -> Iterator[Mark]:
    given = checked.page.translates
    spot = checked.front("translates")
    if checked.language == survey.pack.default_language:
        if given:
            yield Mark(
                spot,
                "this page is the original, so it translates nothing",
                "Take the line 'translates' out",
            )
        return
    original = survey.original(checked)
    if original is None:
        return
    wanted = text_hash(original.source)
    line = f'translates: "{wanted}"'
    severity = Severity.ERROR if survey.release else None
    if not given:
        yield Mark(
            spot,
            f"nothing says that this page is up to date with {original.file}",
            f"Compare the two, then write {line} into the front matter",
            severity,
        )
    elif given.strip().lower() != wanted:
        yield Mark(
            spot,
            f"the original, {original.file}, has changed since this page was translated",
            f"Compare the two, mend this page where it differs, then write {line}",
            severity,
        )


RULES: tuple[AnyRule, ...] = (
    PackRule("empty-language", Severity.ERROR, "every language has a page of its own", _empty),
    PageRule("copied-page", Severity.ERROR, "a translation says it in its own language", _copied),
    PackRule("same-pages", Severity.WARNING, "every language has every page", _pages),
    PageRule("same-sections", Severity.ERROR, "every language has every section", _sections),
    PageRule("same-sources", Severity.WARNING, "every language names every source", _sources),
    *same_content.RULES,
    PackRule("keyboard-file", Severity.WARNING, "each keyboard is a language's own", _keyboards),
    PageRule(
        "current-translation",
        Severity.WARNING,
        "a translation is not older than its original",
        _current,
    ),
)
"""What languages are asked for."""
