"""Where a page stands on the clinic's own website: the files that `kiosk export` writes.

Owns the form of these addresses, and what an address they begin with must look like. An address
says what is read there, and nothing of who reads it, when, or on which kiosk.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

LONGEST = 100
"""Characters of the address that all others begin with: a code of few modules is easy to read."""

_SCHEME = "https://"
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
"""A part of a host's name (RFC 1123, 2.1)."""

_IN_LETTERS = "has another name for machines, which begins with xn-- and which its provider knows"

_PAGE = re.compile(r"\.(html?|php|aspx?|pdf)", re.I)


class WrongAddress(ValueError):
    """No website's folder has this address; it says why, as the rest of a sentence."""


def web_address(base: str, language: str, page: str, anchor: str = "") -> str:
    """Return the address of a page, or of the part of it that begins at `anchor`.

    `base` is a `website`, or a way to the folder that holds them all.
    """
    address = f"{base}/{quote(language, safe='')}/{quote(page, safe='')}.html"
    return f"{address}#{quote(anchor, safe='')}" if anchor else address


def in_letters(address: str) -> str:
    """Return an address as people read and type it."""
    return unquote(address.removeprefix(_SCHEME))


def website(base: str) -> str:
    """Return the `take_home` of a pack as all addresses begin: nothing stands behind its folder.

    Raises WrongAddress.
    """
    base = base.strip()
    if not base.lower().startswith(_SCHEME):
        raise WrongAddress("does not begin with https://")
    for sign in "#?@\\":
        if sign in base:
            raise WrongAddress(f"has a {sign} in it")
    if " " in base or not base.isprintable():
        raise WrongAddress("has a space or a sign in it that nobody can see")
    try:
        parts = urlsplit(base)
        host = _host(parts.hostname or "")
    except ValueError as error:
        told = isinstance(error, WrongAddress)
        raise error if told else WrongAddress("names no website") from None
    made = f"{_SCHEME}{host}{_port(parts.netloc)}{_folder(parts.path)}"
    if len(made) > LONGEST:
        raise WrongAddress(f"has more than {LONGEST} characters")
    return made


def flaw(base: str) -> str:
    """Tell why no page can stand below this address; empty if one can."""
    try:
        website(base)
    except WrongAddress as error:
        return str(error)
    return ""


def _host(name: str) -> str:
    name = name.removesuffix(".")
    labels = name.split(".")
    if ":" in name or labels[-1].isdecimal():
        # Imported here: few websites have a number for a name.
        from ipaddress import IPv6Address, ip_address  # noqa: PLC0415

        number = ip_address(name)
        if number.is_loopback or number.is_unspecified:
            raise WrongAddress("names the computer itself, which no phone reaches")
        return f"[{number}]" if isinstance(number, IPv6Address) else str(number)
    if not name.isascii():
        raise WrongAddress(_IN_LETTERS)
    if len(labels) < 2 or not all(map(_LABEL.fullmatch, labels)):
        raise WrongAddress("names no website")
    return name


def _port(place: str) -> str:
    found = re.search(r":([^:\]]*)$", place)
    given = found[1] if found else ""
    if given and not (re.fullmatch("[0-9]{1,5}", given) and 0 < int(given) <= 65535):
        raise WrongAddress("has something else than a port, 1 to 65535, behind its :")
    return f":{int(given)}" if given else ""


def _folder(path: str) -> str:
    names = path.split("/")[1:]
    # Who copies the address of the first page means the folder that it lies in.
    if names and names[-1].lower() in ("", "index.html"):
        names.pop()
    if names and _PAGE.search(names[-1]):
        raise WrongAddress("leads to a page and not to the folder of all pages")
    for name in names:
        if unquote(name) in ("", ".", ".."):
            raise WrongAddress(f"has '{name}' for the name of a folder in it")
        if re.search("%(?![0-9A-Fa-f]{2})", name):
            raise WrongAddress("has a % without two figures behind it")
    return "".join(f"/{quote(unquote(name), safe='~!$&()*+,;=:')}" for name in names)
