"""Reading a pack.toml: its fields, or each fault of it in words for people.

Owns where reading stops and what is said of it. What the fields may hold: `kiosk.pack.packfile`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kiosk.pack import packfile
from kiosk.pack.file_names import file_names
from kiosk.pack.packfile import (
    NAME,
    Check,
    PackFile,
    RestCard,
    Tab,
    Words,
    line_of_card,
    line_of_detail,
    line_of_key,
)
from kiosk.pack.page_cache import PageCache
from kiosk.page.error import ContentError
from kiosk.page.schema import complaint
from kiosk.page.source import SourceText, decode, read_bytes
from kiosk.slips.slip import Refusal, Stage

MOST_LINES = 2_000
"""Lines of a pack.toml; some tens are usual."""

_OWN_NAMES: Mapping[tuple[str, ...], Any] = {
    ("details",): Words,
    ("check", "off"): str,
    ("check", "avoid"): tuple[str, ...],
    ("check", "instead"): dict[str, str],
    ("search",): dict[str, str],
    ("said",): dict[str, str],
}
"""The tables whose names are an author's own, and what each name holds."""

_log = logging.getLogger("kiosk.library")

MOST_DOTS = 100
"""Dots in one of its lines: TOML takes each for a level, and the square of them as time."""


def load(
    folder: Path, cache: PageCache | None = None, *, known: bool = False
) -> tuple[PackFile | None, bytes, list[ContentError]]:
    """Read `folder`/pack.toml; give its fields, its bytes and every fault of it.

    With faults, the fields are as they will be when those are mended, None where nobody can tell.
    `known`: names that nothing here has are logged and left out, if all else is without fault.
    Raises ContentError where there is no text.
    """
    file = folder / NAME
    try:
        there = file.exists()
    except OSError:
        there = True
    if not there:
        raise _missing(folder)
    content = read_bytes(file)
    if cache and (kept := cache.fields(content)):
        return kept, content, []
    source = SourceText.of(decode(content, file), file)
    _check_size(source)
    pack = _read(source)
    if isinstance(pack, PackFile):
        if cache:
            cache.keep_fields(content, pack)
        return pack, content, []
    if known and isinstance(rest := _read(source, known=True), PackFile):
        _log.warning("without what is not known here: %s", pack.error)
        return rest, content, []
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
    return found if isinstance(found, PackFile) else None, content, faults


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


def _read(source: SourceText, *, known: bool = False) -> PackFile | Refusal:
    """Read the text of a pack.toml, or tell why it is refused; of it only names that are known."""
    # Imported here: a pack.toml that is known by its bytes is not read again.
    import tomllib  # noqa: PLC0415

    try:
        data = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        return _unread(source, str(error))
    try:
        pack = msgspec.convert(_known(data) if known else data, PackFile)
    except msgspec.ValidationError as error:
        complained = complaint(error)
        if misfit := _misfit(complained.keys, data):
            complained = complaint(error, misfit)
        line = _line_of(complained.keys, data, source)
        problem = complained.problem
        remedy = packfile.WEBSITE if complained.keys == ("take_home",) else complained.remedy
        if complained.keys[:1] in (("search",), ("said",)) and len(complained.keys) < 3:
            table, *_, name = *complained.keys, complained.keys[-1]
            if not isinstance(data[table], dict) or not isinstance(data[table][name], dict):
                problem = f"'{name}' stands for words, but below no language"
                remedy = f"Write a line [{table}.en] above it, with the code of the language"
        if complained.unknown:
            from kiosk.slips import pack_slips  # noqa: PLC0415

            names = pack_slips.names(complained.keys[:-1])
            remedy = "Take it out" + (
                "" if complained.keys[:-1] else ", or write it below [details]"
            )
            remedy += f"; the names here are {', '.join(names[:-1])} and {names[-1]}"
        told = source.error(problem, remedy, line=line)
        return Refusal(Stage.TYPED, told, complained.missing)
    faults = list(packfile.faults(pack, source))
    return Refusal(Stage.CHECKED, ContentError.together(faults)) if faults else pack


def _known(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out the names that no field has; what has another shape stays as it is."""
    found = {name: data[name] for name in PackFile.__struct_fields__ if name in data}
    for table, kind in (("tabs", Tab), ("rest", RestCard)):
        if isinstance(each := found.get(table), list):
            found[table] = [_only(kind, item) for item in each]
    if "check" in found:
        found["check"] = _only(Check, found["check"])
    return found


def _only(kind: type[Tab | RestCard | Check], item: Any) -> Any:
    fields = kind.__struct_fields__
    return {name: item[name] for name in fields if name in item} if isinstance(item, dict) else item


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


def _misfit(keys: tuple[str, ...], data: dict[str, Any]) -> tuple[str, ...]:
    """Give the author's own names that lead to what msgspec refuses, which it does not say."""
    for table, kind in _OWN_NAMES.items():
        if keys[: len(table)] == table:
            values: Any = data
            for key in table:
                values = values[key]
            for name, value in values.items() if isinstance(values, dict) else ():
                try:
                    msgspec.convert(value, kind)
                except msgspec.ValidationError:
                    pairs = value if kind == dict[str, str] and isinstance(value, dict) else {}
                    wrong = [word for word, better in pairs.items() if not isinstance(better, str)]
                    return (name, *wrong[:1])
    return ()


def _line_of(keys: tuple[str, ...], data: dict[str, Any], source: SourceText) -> int:
    """Find the line of what msgspec refuses; it does not say which of several cards it is in."""
    table = keys[0] if keys else ""
    if table == "details":
        return line_of_detail(source, keys[-1])
    kind: type[RestCard | Tab] = RestCard if table == "rest" else Tab
    if table in ("rest", "tabs") and isinstance(data[table], list):
        for index, card in enumerate(data[table]):
            try:
                msgspec.convert(card, kind)
            except msgspec.ValidationError:
                return line_of_card(source, index, keys[-1], table)
    names = (".".join(keys), *keys[::-1])
    return next(filter(None, (line_of_key(source, name) for name in names)), 1)
