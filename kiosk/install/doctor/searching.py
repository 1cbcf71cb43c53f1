"""Checks of what a visitor searches with: the index of each language, and the keys to type on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kiosk.install.doctor.diagnosis import Diagnosis, Subject
from kiosk.install.doctor.machine import Machine
from kiosk.install.doctor.setup import Setup
from kiosk.keyboard.layout_file import layout_file, read_layout
from kiosk.pack.pack import Pack, load_pack
from kiosk.page.error import ContentError
from kiosk.search.index import build_index

_SEARCH = Subject("search")
NO_INDEX = _SEARCH.warn(
    "the pages can't be searched: {reason}",
    "Make the kiosk's environment anew with a Python whose SQLite has FTS5, as Debian's has.",
)
NO_WORDS = _SEARCH.warn(
    "nothing can be found in the language {language}",
    "Mend what stands under pack, or add its pages.",
)


def check_search(machine: Machine, setup: Setup) -> Iterator[Diagnosis]:
    """Check that the pages of each language can be indexed, and count the words in them."""
    pack = _pack(setup)
    if pack is None:
        return
    told, faults = [], []
    for language in pack.languages:
        try:
            words = build_index(pack, language, machine.now.date()).count()
        except sqlite3.Error as error:
            yield NO_INDEX.found(reason=error)
            return
        told.append(f"{language}: {words} words")
        if not words:
            faults.append(NO_WORDS.found(language=language))
    yield from faults or [_SEARCH.fine("; ".join(told))]


_KEYBOARD = Subject("keyboard")
BAD_KEYS = _KEYBOARD.warn("{problem}", "{remedy}; until then new text is not shown.")


def check_keyboard(setup: Setup) -> Iterator[Diagnosis]:
    """Check that each language has keys, and tell where they come from."""
    pack = _pack(setup)
    if pack is None:
        return
    told, faults = [], []
    for language in pack.languages:
        file = layout_file(language, pack.folder, pack.assets)
        try:
            if file:
                read_layout(file, language)
        except ContentError as error:
            problem = f"{error.file}:{error.line}: {error.problem.rstrip('.')}"
            faults.append(BAD_KEYS.found(problem=problem, remedy=error.remedy.rstrip(".")))
        whose = "made of the letters of its pages"
        if file:
            whose = "the pack's" if file.is_relative_to(pack.folder) else "the kiosk's"
        told.append(f"{language}: {whose}")
    yield from faults or [_KEYBOARD.fine("; ".join(told))]


def _pack(setup: Setup) -> Pack | None:
    try:
        return load_pack(setup.content, assets=setup.assets)
    except ContentError:
        return None  # check_pack says so
