"""What msgspec finds wrong with front matter or pack.toml, in an author's words.

Owns the translation only; knows neither YAML nor TOML nor where the data came from.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

_PATH = re.compile(r" - at `\$?([^`]*)`")
_FIELD = re.compile(r"(missing required|unknown) field `([^`]*)`")
_KINDS = {
    "str": "words",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "object": "a table of names and values",
    "array": "a list",
    "null": "nothing",
    "date": "a date such as 2026-11-22",
    "datetime": "a date with a time",
    "bytes": "a file",
    "set": "a list",
}


class Complaint(NamedTuple):
    """What is wrong, what to do, and the names of the keys that lead there.

    `unknown`: the last key is one that nothing has; `missing`: one is not there.
    """

    problem: str
    remedy: str
    keys: tuple[str, ...]
    unknown: bool = False
    missing: bool = False


def complaint(error: msgspec.ValidationError, named: tuple[str, ...] = ()) -> Complaint:
    """Put `error` into words. `named`: an author's own names that lead on to the value."""
    message = str(error)
    path = _PATH.search(message)
    keys = tuple(re.findall(r"[\w-]+", path[1])) if path else ()
    keys = (*keys, *named)
    field = _FIELD.search(message)
    if field and field[1] == "unknown":
        return Complaint(
            f"nothing here is called '{field[2]}'",
            "Correct its spelling or take it out",
            (*keys, field[2]),
            unknown=True,
        )
    if field:
        problem, remedy = f"'{field[2]}' is missing", f"Add a line for '{field[2]}'"
        return Complaint(problem, remedy, keys, missing=True)
    name = keys[-1] if keys else "this"
    invalid = re.search(r"Invalid enum value (.+?)(?: - at|$)", message)
    if invalid:
        return Complaint(
            f"'{name}' can't be {invalid[1]}", "Use one of the words in the manual", keys
        )
    types = re.search(r"Expected `([^`]*)`, got `([^`]*)`", message)
    if types:
        wanted = " or ".join(_KINDS.get(k, k) for k in types[1].split(" | "))
        got = _KINDS.get(types[2], types[2])
        remedy = f"Write {wanted}"
        if "str" in types[1]:
            remedy = "Put the value between quotation marks"
            if types[2] == "array":
                remedy = 'Write all of it in one pair of quotation marks: "one, another"'
            if types[2] == "object":
                remedy = "Write words between quotation marks, and no table of their own"
        return Complaint(f"'{name}' should be {wanted} and is {got}", remedy, keys)
    if "RFC3339" in message:
        problem = f"'{name}' is not a date that can be read"
        return Complaint(problem, "Write it as year, month and day: 2026-11-22", keys)
    return Complaint(f"'{name}' can't be used as it is written", "Correct the value", keys)
