"""Checks of what is shown: Qt that draws it, the pack, and fonts for each of its languages.

Qt is asked in a child process: it ends the process where it can't start.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from importlib import metadata

import msgspec

from kiosk.check.material.clinic_details import waiting
from kiosk.check.material.shortened import listed
from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.pack.pack import Pack, load_pack
from kiosk.pack.packfile import NAME
from kiosk.pack.validate import picture_faults
from kiosk.page.blocks import Page
from kiosk.page.error import ContentError
from kiosk.page.review import Status, overdue
from kiosk.take_home.web_address import in_letters, website

_QT = Subject("qt")
NO_QT = _QT.fail(
    "Qt does not start: {reason}",
    "Mend what stands under libraries; else make the kiosk's environment anew.",
)
BAD_QT = _QT.fail(
    "PySide6 {version} ends the kiosk after some thousand calls",
    'Take another one: pip install "PySide6-Essentials>=6.11,<6.12"',
)
OTHER_QT = _QT.warn(
    "the kiosk was not tried with PySide6 {version}",
    'Take another one: pip install "PySide6-Essentials>=6.11,<6.12"',
)
NO_PLUGIN = _QT.warn(
    "its part for {system} does not load: {reason}",
    "Mend what stands under libraries; else make the kiosk's environment anew.",
)


class _Answer(msgspec.Struct, frozen=True):
    """What kiosk.ui.qt.probe says."""

    version: str = ""
    plugins: dict[str, str] = {}
    missing: dict[str, str] = {}
    reason: str = ""


def _ask(machine: Machine, texts: dict[str, str]) -> _Answer:
    command = [sys.executable, "-m", "kiosk.ui.qt.probe"]
    ran = machine.run(command, given=msgspec.json.encode(texts).decode())
    if ran.code:
        last = ran.err.strip().splitlines()[-1:] or [f"it ended with {ran.code}"]
        return _Answer(reason=last[0])
    return msgspec.json.decode(ran.out, type=_Answer)


def check_qt(machine: Machine, *, version: str | None = None) -> Iterator[Diagnosis]:
    """Check that Qt starts, is not the release that loses references, and finds its plugins.

    See docs/decisions/0001 for the releases.
    """
    try:
        version = version or metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        version = ""
    if version == "6.12.0":
        yield BAD_QT.found(version=version)
        return
    answer = _ask(machine, {})
    if answer.reason:
        yield NO_QT.found(reason=answer.reason)
        return
    version = version or answer.version
    faults = [
        NO_PLUGIN.found(system=system, reason=reason)
        for system, reason in answer.plugins.items()
        if reason
    ]
    if not version.startswith("6.11."):
        faults.append(OTHER_QT.found(version=version))
    yield from faults or [_QT.fine(f"PySide6 {version} starts")]


_PACK = Subject("pack")
NO_PACK = _PACK.fail("{problem}", "{remedy}")
NO_PAGE = _PACK.fail("no page can be used", "Mend the pages named here.")
BAD_PAGE = _PACK.warn("{problem}", "{remedy}; until then patients don't see it.")
DRAFTS = _PACK.warn(
    "{drafts} of {pages} pages are drafts",
    "Have a clinician review them; docs/markdown.md tells how a page says so.",
)
PLACEHOLDERS = _PACK.warn(
    "the clinic has still to fill in {names}, of which patients see what only holds their place",
    "Write them into {file}; docs/authors.md tells how.",
)
OTHERS_PLACEHOLDERS = _PACK.warn(
    "the text is the one that comes with the kiosk, which names no clinic: {names}",
    "Copy {folder} to /srv/kiosk, fill them in in its pack.toml, and name that folder in the "
    "settings: content",
)


def read_pages(pack: Pack) -> tuple[dict[str, list[Page]], list[ContentError]]:
    """Read every page in every language; give those shown in each, and what is wrong."""
    shown: dict[str, list[Page]] = {language: [] for language in pack.languages}
    errors: dict[str, ContentError] = {}
    for language, pages in shown.items():
        for name in pack.names():
            try:
                pages.append(pack.page(name, language))
                errors |= {str(error): error for error in picture_faults(pack, pages[-1])}
            except ContentError as error:
                errors[str(error)] = error
    return shown, list(errors.values())


def check_pack(setup: Setup) -> Iterator[Diagnosis]:
    """Check that the pack loads and each page can be read; tell what is still to be done."""
    try:
        pack = load_pack(setup.content, assets=setup.assets)
    except ContentError as error:
        yield NO_PACK.found(**_told(error))
        return
    shown, errors = read_pages(pack)
    pages = {(page.name, page.language): page for each in shown.values() for page in each}
    drafts = [page for page in pages.values() if page.review.status is Status.DRAFT]
    for bad in errors:
        yield BAD_PAGE.found(**_told(bad))
    waits = list(dict.fromkeys(each.name for each in waiting(pack)))
    if waits:
        # Nobody changes what the next version brings anew.
        theirs = setup.content.parent == setup.assets.parent
        fault = OTHERS_PLACEHOLDERS if theirs else PLACEHOLDERS
        file, folder = setup.content / NAME, setup.content
        yield fault.found(names=listed(waits), file=file, folder=folder)
    if not {tab.page for tab in pack.tabs} & {name for name, _ in pages}:
        yield NO_PAGE.found()
    elif drafts:
        yield DRAFTS.found(drafts=len(drafts), pages=len(pages)).measured(len(drafts))
    elif not errors and not waits:
        all_well = f"{setup.content}: {len(pages)} pages, all of them reviewed"
        yield _PACK.fine(all_well).measured(0)


_REVIEWS = Subject("reviews")
OVERDUE = _REVIEWS.warn(
    "{count} of {pages} pages should have been reviewed again; {page} was due on {day}",
    "Have a clinician review them; docs/authors.md tells how.",
)


def check_reviews(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that no page should have been reviewed again by now."""
    try:
        pack = load_pack(setup.content, assets=setup.assets)
    except ContentError:
        return  # check_pack says so
    pages = [page for each in read_pages(pack)[0].values() for page in each]
    late = [page for page in pages if overdue(page.review, machine.now.date())]
    if late:
        first = min(late, key=lambda page: page.review.next_review or date.max)
        yield OVERDUE.found(
            count=len(late),
            pages=len(pages),
            page=f"{first.language}/{first.name}.md",
            day=first.review.next_review,
        ).measured(len(late))
    else:
        yield _REVIEWS.fine("none is overdue").measured(0)


def _told(error: ContentError) -> dict[str, str]:
    place = f"{error.file}:{error.line}" if error.line else str(error.file)
    return {"problem": f"{place}: {error.problem.rstrip('.')}", "remedy": error.remedy.rstrip(".")}


UNREADABLE = 10
"""So many letters that no font has, and more than half of a language's own: nobody can read it."""

_FONTS = Subject("fonts")
NO_LETTERS = _FONTS.fail(
    "no font for the language {language}: {count} of its {all} characters are empty boxes",
    "sudo apt-get install {package}",
)
FEW_LETTERS = _FONTS.warn(
    "characters of {language} are empty boxes: {characters}",
    "sudo apt-get install {package}; or write other characters.",
)
NOBODY_TO_ASK = _FONTS.warn("Qt, which knows, does not start", "Mend what stands under qt first.")


def check_fonts(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that each character of each language has a glyph, as Qt finds fonts.

    That is what the pack says, its resting screen too, and what the kiosk itself says.
    """
    try:
        pack = load_pack(setup.content, assets=setup.assets)
    except ContentError:
        return  # check_pack says so
    texts = {}
    for language, pages in read_pages(pack)[0].items():
        told = " ".join([pack.title(language), *pack.facts(language).values()])
        told += msgspec.json.encode((pages, pack.rest(language))).decode()
        texts[language] = "".join(sorted({*told, *_own_words(setup, language)}))
    answer = _ask(machine, texts)
    if answer.reason:
        yield NOBODY_TO_ASK.found()
        return
    for language, missing in answer.missing.items():
        words = {"language": language, "package": " ".join(packages(missing))}
        # Latin letters stand in every text: what counts is the language's own ones.
        own, lacking = _letters(texts[language]), _letters(missing)
        if len(lacking) >= UNREADABLE and len(lacking) * 2 > len(own):
            yield NO_LETTERS.found(count=len(missing), all=len(texts[language]), **words)
        elif missing:
            yield FEW_LETTERS.found(characters=" ".join(missing[:20]), **words)
    if not any(answer.missing.values()):
        yield _FONTS.fine(f"every character of {', '.join(texts)} has a picture")


def _own_words(setup: Setup, language: str) -> str:
    """Give the kiosk's own words in a language, as its translators wrote them."""
    for name in (language.replace("-", "_"), language.partition("-")[0]):
        file = setup.assets / "translations" / f"kiosk_{name}.ts"
        if file.is_file():
            return file.read_text("utf-8", "replace")
    return ""


def _letters(text: str) -> list[str]:
    return [each for each in text if not each.isascii() and unicodedata.category(each)[0] in "LM"]


_PACKAGES = {
    "CJK": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "IDEOGRAPHIC": "fonts-noto-cjk",
}


def packages(characters: str) -> list[str]:
    """Name the Debian packages whose fonts hold these characters."""
    found = set()
    for each in characters:
        if each >= "\U0001f000" and unicodedata.category(each) in ("So", "Sk"):
            found.add("fonts-noto-color-emoji")
        else:
            word = unicodedata.name(each, "?").replace("-", " ").split()[0]
            found.add(_PACKAGES.get(word, "fonts-noto-core"))
    return sorted(found)


_TAKE_HOME = Subject("take_home")


def check_take_home(setup: Setup) -> Iterator[Diagnosis]:
    """Tell where the codes for phones lead. A wrong address is told under pack."""
    try:
        address = load_pack(setup.content, assets=setup.assets).take_home
    except ContentError:
        return
    if address:
        yield _TAKE_HOME.fine(f"codes lead to {in_letters(website(address))}")
    else:
        yield _TAKE_HOME.fine("none is set: no page offers a code for phones")
