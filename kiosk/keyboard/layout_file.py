"""A keyboard's file: `keyboard/xx.toml`, of a pack or of those that come with the kiosk.

Owns its form and what is said of a wrong one.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from kiosk.keyboard.layout import LATIN_DIGITS, Layout, Rows
from kiosk.page.error import ContentError
from kiosk.page.schema import complaint
from kiosk.page.source import SourceText

FOLDER = "keyboard"

MOST_KEYS, MOST_ROWS, MOST_SIGNS = 14, 6, 8
"""Keys in a row, rows, and characters that one key types: what a finger can find on a screen."""

LONGEST_NAME = 60
"""Characters of what is read out for a key: one waits for it at each touch."""

MOST_BYTES = 20_000
"""The largest file; those that come with the kiosk have some 2,000."""


class LayoutFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of a keyboard's file: each row is a line of keys with spaces between them."""

    letters: tuple[str, ...]
    more: tuple[str, ...] = ()
    digits: tuple[str, ...] = LATIN_DIGITS
    signs: dict[str, str] = {}
    names: dict[str, str] = {}


def layout_file(language: str, *folders: Path) -> Path | None:
    """Return the file of a language in the first of these folders that has one.

    `pt-BR` takes that of `pt` where it has none of its own.
    """
    names = dict.fromkeys((language, language.partition("-")[0]))
    files = (folder / FOLDER / f"{name}.toml" for folder in folders for name in names)
    return next((file for file in files if file.is_file()), None)


def unused(folder: Path, languages: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Give what of a pack's keyboards is never read: its path in the pack, why, and the remedy."""
    place = folder / FOLDER
    if place.exists() and not place.is_dir():
        remedy = f"Make a folder of it, and put each keyboard into it, such as {FOLDER}/xx.toml"
        yield FOLDER, f"'{FOLDER}' is a file and no folder of keyboards", remedy
        return
    known = {*languages, *(each.partition("-")[0] for each in languages)}
    named = " or ".join(f"{each}.toml" for each in languages)
    for file in sorted(place.iterdir()) if place.is_dir() else ():
        path = f"{FOLDER}/{file.name}"
        if file.name.startswith("."):
            continue  # an editor's, or a file manager's
        if file.suffix != ".toml" or file.stem not in known:
            problem = "it is named after no language of the pack, so nobody types on it"
            yield path, problem, f"Name it {named}, or take it out"
        elif not file.is_file():
            yield path, "it is no file, so nobody types on it", "Put a text file in its place"


def read_layout(file: Path, language: str) -> Layout:
    """Read a keyboard's file. Raises ContentError with line and remedy."""
    with suppress(OSError):  # told where it is read
        if file.stat().st_size > MOST_BYTES:
            problem = f"the file is larger than {MOST_BYTES:,} bytes"
            raise ContentError(file, 0, problem, "Leave nothing in it but the keys")
    source = SourceText.read(file)
    try:
        data = tomllib.loads(source.text)
        wrong = list(_misfits(data, source))
        if wrong:
            raise ContentError.together(wrong)
        fields = msgspec.convert(data, LayoutFile)
    except msgspec.ValidationError as error:
        told = complaint(error)
        line = _line_of(source, told.keys[0]) if told.keys else 1
        raise source.error(told.problem, _REMEDY, line=line) from None
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else source.text.rstrip().count("\n") + 1
        raise source.error("the file can't be read from here on", _REMEDY, line=line) from None
    faults = list(_faults(fields, source))
    if faults:
        raise ContentError.together(faults)
    return Layout(
        language=language,
        letters=_keys(fields.letters),
        more=_keys(fields.more),
        digits=_keys(fields.digits),
        signs=fields.signs,
        names=fields.names,
    )


_REMEDY = 'Write each row of keys as in letters = ["q w e", "a s d"]; names are letters, more, '
_REMEDY += "digits, signs and names"


def _keys(rows: tuple[str, ...]) -> Rows:
    return tuple(tuple(row.split()) for row in rows)


def _misfits(data: dict[str, Any], source: SourceText) -> Iterator[ContentError]:
    """Give the values within lists and tables that are no words, each in its line."""
    for name in ("letters", "more", "digits"):
        rows = data.get(name)
        for row in rows if isinstance(rows, list) else ():
            if not isinstance(row, str):
                line = source.line_of(f"{row}", after=_line_of(source, name)) or 1
                problem = f"'{name}' has a row that is no keys between quotation marks"
                yield source.error(problem, _REMEDY, line=line)
    for name, value in (("signs", "the sign"), ("names", "the words")):
        table = data.get(name)
        for key, given in table.items() if isinstance(table, dict) else ():
            if not isinstance(given, str):
                yield source.error(
                    f"'{name}' gives '{key}' something else than words",
                    f'Put {value} between quotation marks, as in "{key}" = "…"',
                    line=_line_of(source, key, name),
                )


def _faults(fields: LayoutFile, source: SourceText) -> Iterator[ContentError]:
    for name in ("letters", "more", "digits"):
        rows = _keys(getattr(fields, name))
        line = _line_of(source, name)
        if not rows and name != "more":
            yield source.error(f"'{name}' has no row of keys", "Write at least one", line=line)
        elif len(rows) > MOST_ROWS or any(not 0 < len(row) <= MOST_KEYS for row in rows):
            problem = f"'{name}' has more than {MOST_ROWS} rows, or a row without keys or with more"
            remedy = f"Write 1 to {MOST_KEYS} keys a row, and put rare ones into 'more'"
            yield source.error(f"{problem} than {MOST_KEYS}", remedy, line=line)
        counted = Counter(key for row in rows for key in row)
        for key, count in counted.items():
            if count > 1:
                yield source.error(
                    f"'{name}' has the key '{key}' twice", "Take one of them out", line=line
                )
            elif flaw := _flaw(key):
                yield source.error(f"'{key}' in '{name}' {flaw[0]}", flaw[1], line=line)
    yield from _sign_faults(fields, source)
    yield from _name_faults(fields, source)


def _flaw(key: str) -> tuple[str, str] | None:
    """Tell why no key can type this, and what to do."""
    if len(key) > MOST_SIGNS or not _printed(key):
        remedy = f"Put spaces between the keys; one types at most {MOST_SIGNS} characters"
        return "is no letter or sign that a key can type", remedy
    if key != key.lower():
        return "is a capital letter", f"Write it small, '{key.lower()}': a search takes both"
    if unicodedata.name(key[0], "").startswith("COMBINING "):
        return "has no letter below its accent", "Write the letter with it, such as é"
    return None


def _sign_faults(fields: LayoutFile, source: SourceText) -> Iterator[ContentError]:
    letters = {key for row in _keys(fields.letters) for key in row}
    for vowel, sign in fields.signs.items():
        line = _line_of(source, vowel, "signs")
        if vowel not in letters:
            problem = f"'signs' has '{vowel}', which is no key of 'letters'"
            remedy = "Put it among the letters too, or take the line out"
            yield source.error(problem, remedy, line=line)
        elif not sign or _flaw(sign):
            problem = f"'signs' gives '{vowel}' no sign that a key can type"
            remedy = "Write the sign behind the =, as it is behind a consonant"
            yield source.error(problem, remedy, line=line)


def _name_faults(fields: LayoutFile, source: SourceText) -> Iterator[ContentError]:
    rows = (*_keys(fields.letters), *_keys(fields.more), *_keys(fields.digits))
    typed = {*(key for row in rows for key in row), *fields.signs.values()}
    for key, words in fields.names.items():
        line = _line_of(source, key, "names")
        if key not in typed:
            problem = f"'names' has '{key}', which no key types"
            yield source.error(problem, "Put it among the keys, or take the line out", line=line)
        elif not words.strip() or len(words) > LONGEST_NAME or not words.isprintable():
            problem = f"'names' gives '{key}' no words that can be read out"
            remedy = f"Write 1 to {LONGEST_NAME} characters that say what the key is"
            yield source.error(problem, remedy, line=line)


def _printed(key: str) -> bool:
    return all(sign in _JOINERS or _is_sign(sign) for sign in key)


def _is_sign(sign: str) -> bool:
    kind, name = unicodedata.category(sign), unicodedata.name(sign, "")
    picture = kind in _PICTURES or name.startswith(("VARIATION SELECTOR", "EMOJI"))
    return kind[0] in "LMNPS" and not picture


_PICTURES = ("So", "Me")
"""Unicode's categories of emoji and of what is put around a letter: no search knows them."""

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


def _line_of(source: SourceText, name: str, table: str = "") -> int:
    """Give the line (from 1) in which a name stands, in its table if one is given."""
    pattern = re.compile(rf"[ \t]*\[?[\"']?{re.escape(name)}[\"']?[ \t]*[\]=]")
    lines = source.text.split("\n")
    first = _line_of(source, table) if table else 1
    found = (number for number, line in enumerate(lines, 1) if pattern.match(line))
    return next((number for number in found if number >= first), first)
