"""Where a page stands on the clinic's own website: the files that `kiosk export` writes.

Owns the form of these addresses, and what an address they begin with must look like. An address
says what is read there, and nothing of who reads it, when, or on which kiosk.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

_BASE = re.compile(r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[\w.~%-]+)*/?", re.A | re.I)


LONGEST = 100
"""Characters of the address that all others begin with: a code of few modules is easy to read."""


def web_address(base: str, language: str, page: str, anchor: str = "") -> str:
    """Return the address of a page, or of the part of it that begins at `anchor`.

    `base` is the `take_home` of a pack, or a way to the folder that holds them all; a slash at its
    end doesn't count.
    """
    address = f"{base.rstrip('/')}/{quote(language, safe='')}/{quote(page, safe='')}.html"
    return f"{address}#{quote(anchor, safe='')}" if anchor else address


def in_letters(address: str) -> str:
    """Return an address as people read and type it."""
    return unquote(address.removeprefix("https://"))


def flaw(base: str) -> str:
    """Tell why no page can stand below this address; empty if one can."""
    if not base.startswith("https://"):
        return "does not begin with https://"
    for sign in "#?@":
        if sign in base:
            return f"has a {sign} in it"
    if len(base) > LONGEST:
        return f"has more than {LONGEST} characters"
    return "" if _BASE.fullmatch(base) else "is not the address of a folder on a website"
