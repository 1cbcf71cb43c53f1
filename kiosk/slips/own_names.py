"""What authors write wrong in the tables of pack.toml whose names are their own.

Owns a line of such a table that has no name as pack.toml's other lines have one. It guesses, as
`kiosk.slips.pack_slips` does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence

from kiosk.slips import quotation, toml_values
from kiosk.slips.slip import Slip, replaced

PAIRS = ("check.instead.", "search.", "said.")
"""What the names of tables begin with that hold words in one language, each with others."""

_SIGN = r"\s*(?:=>|->|→|:=|==|=|:|–|—)\s*"
_PAIR = re.compile(
    r"\s*(?:[-•*]\s+)?(?P<left>[\"'“”][^\"“”\n]*[\"'“”]|[^\"“”=:>→\n]+?)"
    rf"(?:(?P<sign>{_SIGN})|\s+(?=[\"“]))(?P<right>\S.*?)\s*(?P<comma>,?)\s*"
)


_OPENS = re.compile(r"\s*[\"“”]?(?P<language>[A-Za-z][\w-]*)[\"“”]?\s*[=:]\s*\{\s*(?:#.*)?")


def pairs(at: int, lines: Sequence[str], table: str) -> list[Slip]:
    """Look at the pairs of words that begin in a line; `at` counts from 0."""
    if table.startswith(PAIRS):
        return list(_pair(at, lines[at]))
    opens = _OPENS.fullmatch(lines[at])
    closes = (each for each in range(at, len(lines)) if lines[each].strip() == "}")
    last = next(closes, None) if opens and f"{table}." in PAIRS else None
    if not opens or last is None:
        return []
    within = [line for line in lines[at + 1 : last] if line.strip()]
    found = [_PAIR.fullmatch(toml_values.remark(line)[0]) for line in within]
    head = f"[{table}.{opens['language']}]"
    made = [_line(each) for each in found if each]
    problem = f"pairs of words in lines of their own stand below {head}, without braces"
    whole = len(made) == len(found)
    slip = Slip(first=at + 1, last=last + 1, lines=(head, *made), problem=problem)
    return [slip] if whole else []


def _line(pair: re.Match[str]) -> str:
    word, better = (quotation.quoted(quotation.meant(pair[side])) for side in ("left", "right"))
    return f"{word} = {better}"


def _pair(at: int, line: str) -> Iterator[Slip]:
    try:
        tomllib.loads(line)
    except ValueError:
        found = _PAIR.fullmatch(toml_values.remark(line)[0])
    else:
        return
    if not found:
        return
    if any(mark in found["left"] + found["right"] for mark in "“”"):
        problem = "the quotation marks are not the straight ones"
    elif (found["sign"] or "").strip() != "=":
        problem = "an equals sign stands between words and those to take for them"
    elif found["comma"]:
        problem = "a comma stands behind the words"
    else:
        problem = "the words stand between straight quotation marks on each side"
    yield replaced(at, _line(found), problem)


def unnamed_detail(at: int, line: str) -> Iterator[Slip]:
    """Look at a detail whose name has letters that no name has here; `at` counts from 0."""
    said, sign, value = (part.strip() for part in line.partition("="))
    if said and sign and value:
        problem = f"'{said[:40]}' can't be a detail's name: small letters from a to z make one"
        new = f"detail = {toml_values.written('details', 'detail', value)}"
        yield replaced(at, new, problem, "then put a name of your own in")
