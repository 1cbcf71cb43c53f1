"""The name that was meant by one that is written a little wrong: `Titel`, `next review`, `Tabs`.

Owns only the comparison; knows no names.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from kiosk.slips.quotation import tidy

_CUT = 0.65
"""How alike two names must be, from 0 to 1: a letter of three may be wrong, "remember" is no
"reviewer"."""


def plain(name: str) -> str:
    """Write a name as the kiosk does: small letters, and `_` where a space or hyphen stands."""
    return re.sub(r"[\s_-]+", "_", tidy(name).casefold()).strip("_")


def misnamed(said: str, name: str) -> str:
    """Say that a name is not written as it must be; nothing where it is."""
    if said == name:
        return ""
    if said.strip("\"'“”‘’`*").casefold() == name:
        return f"the name '{name}' is written here as '{said}'"
    return f"nothing here is called '{said}', but '{name}' is"


def nearest(name: str, names: Iterable[str], others: Mapping[str, str] | None = None) -> str:
    """Give the one of `names` that was meant, empty if none is near.

    `others` maps words for the same things to names.
    """
    known, written = list(names), plain(name)
    by_plain = {plain(each): each for each in known}
    if written in by_plain:
        return by_plain[written]
    if others and others.get(written) in known:
        return others[written]
    near = difflib.get_close_matches(written, by_plain, 1, _CUT)
    return by_plain[near[0]] if near else ""
