"""The examination of a pack: every page read, every rule asked, what is switched off left out.

Owns the order of findings and what happens where a page can't be read: the others are examined.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from kiosk.check.material.checked_page import CheckedPage
from kiosk.check.material.clinic_details import waiting
from kiosk.check.material.finding import NOWHERE, Finding, Mark, Severity, Spot
from kiosk.check.material.rule import AnyRule, PackRule, PageRule, Survey
from kiosk.check.material.shortened import middle_out
from kiosk.check.rules import RULES
from kiosk.check.rules.letters import NO_FONT, signs_to_draw
from kiosk.check.rules.provenance import CLINIC_DETAILS
from kiosk.pack import file_names
from kiosk.pack.copying import check_extent
from kiosk.pack.pack import Pack, read_pack
from kiosk.pack.packfile import NAME, is_page_name, line_of_key
from kiosk.pack.page_cache import PageCache
from kiosk.pack.validate import Proof, picture_faults, verdict
from kiosk.page.blocks import Term
from kiosk.page.error import ContentError
from kiosk.page.source import SourceText, decode, read_bytes
from kiosk.page.terms import GLOSSARY, glossary
from kiosk.slips import misnamed_files

UNREADABLE = "unreadable"
"""The name of what can't be switched off: a file that can't be used at all."""

SWITCHED_OFF = "switched-off"
"""The name of what is wrong with the list of rules that are off."""

LONGEST = 300
"""Characters of a finding, both its sentences; of them `LONGEST_REMEDY` say what to do."""

LONGEST_REMEDY = 200

Progress = Callable[[int, int], None]
"""Told how many steps are done, and how many there are: two a page."""


Lacking = Callable[[str], str | None]
"""From signs to those that no font of the kiosk has; None where nobody can tell."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What an examination has found; `off` are the rules that were not asked, with the reason.

    `pages` counts those that can't be read as well. `waiting` are the names in pack.toml of what is
    to be filled in before a release, with their lines; one that is asked for has findings instead.
    """

    findings: tuple[Finding, ...]
    pages: int
    off: dict[str, str]
    waiting: dict[str, int] = {}

    @property
    def errors(self) -> int:
        """How many findings keep the pack from being released."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def examine(
    folder: Path,
    *,
    assets: Path,
    today: date,
    release: bool = False,
    progress: Progress = lambda done, count: None,
    lacking: Lacking = lambda signs: "",
    rules: Sequence[AnyRule] = RULES,
    proof: Proof = lambda folder: (),
    cache: PageCache | None = None,
) -> Report:
    """Examine a pack. Never raises for what a pack may hold: what can't be read is a finding.

    `proof` is the kiosk's own: whatever it says of a copy of the pack is an error here too. `cache`
    keeps pages compiled, for the proof as well.
    `lacking` is asked once, for all signs of the pack.
    """
    try:
        check_extent(folder)
    except ContentError as error:  # told at once: to read all of it would take long
        return Report(findings=(_unreadable(error, folder),), pages=0, off={})
    pack, faults = read_pack(folder, assets=assets, cache=cache)
    found = [_unreadable(fault, folder) for fault in faults]
    if not pack:
        return Report(findings=tuple(_sorted(found)), pages=0, off={})
    checked_pages = dict(_read(pack, found, progress))
    unread = {(finding.page, finding.language) for finding in found if finding.page}
    count = len({*checked_pages, *unread})
    found += _misnamed(pack)
    terms = {language: _terms(checked_pages, language) for language in pack.languages}
    lacks = lacking(signs_to_draw(pack, checked_pages.values()))
    survey = Survey(
        pack=pack,
        checked_pages=checked_pages,
        terms=terms,
        today=today,
        release=release,
        lacking=frozenset(lacks or ""),
    )
    names = {rule.name for rule in rules}
    found += _wrongly_off(pack, names)
    off = {name: why for name, why in pack.wishes.off.items() if name in names and why.strip()}
    if lacks is None and NO_FONT in names:
        off.setdefault(NO_FONT, "Qt or the kiosk's fonts (fonts-noto-core) are missing here")
    asked = [rule for rule in rules if rule.name not in off]
    if faults:
        # What a rule says of the pack as a whole is true once pack.toml is.
        asked = [rule for rule in asked if isinstance(rule, PageRule)]
    for done, checked in enumerate(checked_pages.values(), 1):
        found += _about_page(asked, checked, survey)
        progress(len(checked_pages) + done, 2 * len(checked_pages))
    found += _about_pack(asked, survey)
    found += _untold(verdict(folder, proof), folder, found)
    still = () if release or CLINIC_DETAILS not in {rule.name for rule in asked} else waiting(pack)
    return Report(
        findings=tuple(_sorted(found)),
        pages=count,
        off=off,
        waiting={each.name: each.line for each in sorted(still, key=lambda each: each.line)},
    )


def _untold(
    faults: Iterable[ContentError], folder: Path, found: Iterable[Finding]
) -> list[Finding]:
    """Give what the kiosk would refuse and no error says yet.

    The same is meant where it stands in the same line, or is told in the same words.
    """
    errors = [each for each in found if each.severity is Severity.ERROR]
    places = {(each.file, each.spot.line) for each in errors if each.spot.line}
    told = tuple(each.problem for each in errors)
    return [
        each
        for each in (_unreadable(fault, folder) for fault in faults)
        if (each.file, each.spot.line) not in places
        and not any(words.startswith(each.problem) for words in told)
    ]


def _sorted(found: Iterable[Finding]) -> list[Finding]:
    found = dict.fromkeys(found)  # a folder is told by each page that is looked for in it
    return sorted(found, key=lambda finding: (finding.file, finding.spot, finding.rule))


def _read(
    pack: Pack, found: list[Finding], progress: Progress
) -> Iterator[tuple[tuple[str, str], CheckedPage]]:
    wanted = [(name, language) for language in pack.languages for name in pack.names(language)]
    facts = {language: pack.facts(language) for language in pack.languages}
    for done, (name, language) in enumerate(wanted, 1):
        try:
            page, file = pack.page(name, language), pack.file(name, language)
            saved = decode(read_bytes(file), file)
        except ContentError as error:
            for each in error.each():
                found.append(_unreadable(each, pack.folder, page=name, language=language))
        else:
            for each in picture_faults(pack, page):
                found.append(_unreadable(each, pack.folder, page=name, language=language))
            path = file.relative_to(pack.folder).as_posix()
            source = SourceText.of(saved, file)
            yield (name, language), CheckedPage(page, source, path, facts[language], saved)
        progress(done, 2 * len(wanted))


def _terms(checked_pages: dict[tuple[str, str], CheckedPage], language: str) -> dict[str, Term]:
    checked = checked_pages.get((GLOSSARY, language))
    return glossary(checked.page) if checked else {}


def _about_page(
    rules: Iterable[AnyRule], checked: CheckedPage, survey: Survey
) -> Iterator[Finding]:
    for rule in rules:
        if isinstance(rule, PageRule):
            try:
                for mark in rule.look(checked, survey):
                    yield _finding(rule, mark, checked)
            except Exception as error:
                yield _finding(rule, _broken(error), checked)


def _about_pack(rules: Iterable[AnyRule], survey: Survey) -> Iterator[Finding]:
    by_file = {checked.file: checked for checked in survey.checked_pages.values()}
    for rule in rules:
        if isinstance(rule, PackRule):
            try:
                for mark in rule.look(survey):
                    yield _finding(rule, mark, by_file.get(mark.file))
            except Exception as error:
                yield _finding(rule, _broken(error), None)


def _broken(error: Exception) -> Mark:
    """Say that a rule has failed, so that one bad rule doesn't take all the findings away."""
    return Mark(
        NOWHERE,
        f"this rule has broken down here ({type(error).__name__}: {error}), so nobody knows",
        "Tell those who make the kiosk; until it is mended, switch the rule off in pack.toml",
        severity=Severity.ERROR,
    )


def _finding(rule: AnyRule, mark: Mark, checked: CheckedPage | None) -> Finding:
    return Finding(
        file=mark.file or (checked.file if checked else NAME),
        spot=checked.in_editor(mark.spot) if checked else mark.spot,
        rule=rule.name,
        severity=mark.severity or rule.severity,
        problem=_fitting(mark.problem, beside=mark.remedy),
        remedy=middle_out(mark.remedy, LONGEST_REMEDY),
        page=checked.name if checked else "",
        language=checked.language if checked else "",
        section=checked.section(mark.spot) if checked and mark.spot.line else "",
    )


def _fitting(problem: str, *, beside: str) -> str:
    """Cut what is said of a long name or number, so that both sentences are read at one look."""
    return middle_out(problem, LONGEST - min(len(beside), LONGEST_REMEDY))


def _unreadable(error: ContentError, folder: Path, page: str = "", language: str = "") -> Finding:
    file = Path(error.file)
    try:
        # As it is written, where it can be: a link in the pack may lead anywhere.
        inside = file.is_relative_to(folder)
        path = file if inside else file.resolve().relative_to(folder.resolve())
        path = path.relative_to(folder) if inside else path
    except (OSError, ValueError):
        path = file
    return Finding(
        file=NAME if path == Path() else path.as_posix(),
        spot=Spot(error.line, 1) if error.line else Spot(),
        rule=UNREADABLE,
        severity=Severity.ERROR,
        problem=_fitting(error.problem, beside=error.remedy),
        remedy=middle_out(error.remedy, LONGEST_REMEDY),
        page=page,
        language=language,
    )


def _misnamed(pack: Pack) -> Iterator[Finding]:
    """Find what was meant to be a page but has a name or a place where none is looked for."""
    folders = file_names.misnamed_folders(pack.folder, pack.languages)
    for name, language in folders.items():
        problem, remedy = misnamed_files.rename_folder(name, language)
        severity = Severity.WARNING
        if language and (pack.folder / language).is_dir():
            remedy = f"Move what is to be seen into the folder {language}, and take this one out"
        elif language:
            severity = Severity.ERROR
        yield _misplaced(name, problem, remedy, severity)
    default = pack.default_language
    for pattern, language in (
        ("*.md", default),
        *((f"{each}/*/*.md", each) for each in pack.languages),
    ):
        for file in sorted(pack.folder.glob(pattern)):
            if is_page_name(file.stem) and _begins_as_a_page(file):
                yield _misplaced(
                    file.relative_to(pack.folder).as_posix(),
                    "no page is looked for here, so nobody will see it",
                    f"Move it to {language}/{file.name}",
                )
    known = {name.casefold(): name for name in pack.names() if name == name.casefold()}
    for language in pack.languages:
        there = pack.names(language)
        for file in sorted((pack.folder / language).glob("[!.]*")):
            page = misnamed_files.meant(file.name)
            page = known.get(page.casefold(), page)
            right = file.suffix == ".md" and is_page_name(file.stem) and file.stem == page
            # A letter beside the pages is nobody's page, unless one of that name is known.
            meant = misnamed_files.is_markdown(file.name) or (page in known and page not in there)
            if not page or right or not meant or file.name.endswith((".bak", "~")):
                continue
            remedy = misnamed_files.rename(file.name, f"{language}/{page}.md")
            if page in there:
                remedy = f"Take it out, because {language}/{page}.md is there, or name it otherwise"
            problem = f"no page can be called '{file.name}', so nobody will see it"
            path = file.relative_to(pack.folder).as_posix()
            yield _misplaced(path, problem, remedy, language=language)


def _misplaced(
    path: str, problem: str, remedy: str, severity: Severity = Severity.WARNING, language: str = ""
) -> Finding:
    return Finding(
        file=path,
        spot=NOWHERE,
        rule=UNREADABLE,
        severity=severity,
        problem=problem,
        remedy=remedy,
        language=language,
    )


def _begins_as_a_page(file: Path) -> bool:
    try:
        return read_bytes(file).removeprefix(codecs.BOM_UTF8).startswith(b"---")
    except ContentError:
        return False


def _wrongly_off(pack: Pack, names: set[str]) -> Iterator[Finding]:
    for name, reason in pack.wishes.off.items():
        problem = remedy = ""
        if name not in names:
            problem = f"there is no rule called '{name}' to switch off"
            remedy = "Take it out, or write the name as a finding gives it"
        elif not reason.strip():
            problem = f"the rule '{name}' is switched off without a reason"
            remedy = "Say why between the quotation marks: the next person must know"
        if problem:
            yield Finding(
                file=NAME,
                spot=Spot(line_of_key(pack.source, name), 1),
                rule=SWITCHED_OFF,
                severity=Severity.ERROR,
                problem=problem,
                remedy=remedy,
            )
