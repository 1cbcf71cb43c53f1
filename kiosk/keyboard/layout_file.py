"""A keyboard's file: `keyboard/xx.toml`, of a pack or of those that come with the kiosk.

Owns its form and what is said of a wrong one.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from kiosk.keyboard.layout import LATIN_DIGITS, Layout, Rows
from kiosk.page.error import ContentError
from kiosk.page.schema import complaint
from kiosk.page.source import SourceText

FOLDER = "keyboard"

MOST_KEYS, MOST_ROWS, MOST_SIGNS = 14, 6, 8
"""Keys in a row, rows, and characters that one key types: what a finger can find on a screen."""


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


def read_layout(file: Path, language: str) -> Layout:
    """Read a keyboard's file. Raises ContentError with line and remedy."""
    source = SourceText.read(file)
    try:
        fields = msgspec.convert(tomllib.loads(source.text), LayoutFile)
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
            elif len(key) > MOST_SIGNS or not _printed(key):
                yield source.error(
                    f"'{key}' in '{name}' is no letter or sign that a key can type",
                    f"Put spaces between the keys; one types at most {MOST_SIGNS} characters",
                    line=line,
                )
    letters = {key for row in _keys(fields.letters) for key in row}
    for vowel, sign in fields.signs.items():
        if vowel not in letters or not sign or len(sign) > MOST_SIGNS or not _printed(sign):
            problem = f"'signs' has '{vowel}', which is no key of 'letters', or gives it no sign"
            remedy = "Write a key of 'letters', =, and the sign that it is behind a consonant"
            yield source.error(problem, remedy, line=_line_of(source, vowel))


def _printed(key: str) -> bool:
    return all(unicodedata.category(sign)[0] in "LMNPS" or sign in _JOINERS for sign in key)


_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


def _line_of(source: SourceText, name: str) -> int:
    pattern = re.compile(rf"[ \t]*\[?\"?{re.escape(name)}\"?[ \t]*[\]=]")
    lines = source.text.split("\n")
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)
