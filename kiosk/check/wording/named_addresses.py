"""Addresses and phone numbers that words name, held against the one that they lead to.

Owns when two ways to write an address mean the same. Knows no page and asks no network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote, urlsplit

_MAIL = re.compile(r"[^\s@<>()\"'“”,;:]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?i:https?://|\bwww\.)[^\s<>\"“”]+"
    r"| (?<![\w@./-])(?:[\w-]*[^\W\d_][\w-]*\.)+(?P<end>[a-z]{2,}|[A-Z]{2,})"
    r"(?![\w@-])(?:/[^\s<>\"“”]*)?",
    re.VERBOSE,
)
_TAIL = ".,;:!?…)]/।"
_ENDINGS = frozenset(
    ("com", "org", "net", "edu", "gov", "int", "info", "health", "clinic", "care", "example",
     "hospital", "online", "site", "app", "dev", "eu", "page")
)  # fmt: skip
"""Ends of addresses, beside those of two letters, which are countries."""

_FILES = frozenset(("md", "py", "sh", "js", "ps"))
_WORDS = frozenset(
    ("am", "an", "as", "at", "be", "by", "do", "if", "in", "is", "it", "me", "mg", "ml", "my",
     "no", "of", "on", "or", "so", "to", "us", "we")
)  # fmt: skip
"""Countries that are words or units too: behind a stop without a space they are no address."""

_NUMBER = re.compile(r"\+?\d(?:[ \u00a0\u2009\u202f().\-\u2010-\u2013/]*\d)*")
_TIME = re.compile(r"(?<![\d+])\d{1,2}(?:[.:]\d\d)?(?:\s*[-\u2013/]\s*\d{1,2}(?:[.:]\d\d)?)?(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARED = 6
"""Digits at its end by which a number is known with and without its country's code."""


def contradicting(words: str, address: str) -> str:
    """Give what words name although it is not the address they lead to; nothing if all is well.

    `address` begins with http, https, mailto or tel; empty for a page of the pack, of which only
    words that are nothing but an address say something else.
    """
    kind, _, rest = address.partition(":")
    kind = kind.lower()
    mails = [found[0].rstrip(_TAIL) for found in _MAIL.finditer(words)]
    webs = list(_webs(_MAIL.sub(" ", words)))
    if not address:
        alone = words.strip().strip(_TAIL)
        return next((each for each in (*mails, *webs) if each == alone), "")
    for mail in mails:
        if kind != "mailto" or mail.casefold() not in _mailboxes(rest):
            return mail
    for web in webs:
        if kind not in ("http", "https") or not _is_within(web, address):
            return web
    return _other_number(words, rest) if kind == "tel" else ""


def _webs(words: str) -> Iterator[str]:
    for found in _WEB.finditer(words):
        ending = (found["end"] or "").lower()
        if ending:
            if ending in _FILES or (len(ending) > 2 and ending not in _ENDINGS):
                continue
            name = found[0].partition("/")[0].split(".")[-2]
            if len(name) < 2 or (ending in _WORDS and " " in words.strip()):
                continue
        yield found[0].rstrip(_TAIL)


def _mailboxes(rest: str) -> set[str]:
    return {each.strip().casefold() for each in unquote(rest.partition("?")[0]).split(",")}


def _is_within(named: str, address: str) -> bool:
    """Tell whether an address is the one that is named, or a part of that place."""
    there, here = _host_and_path(address), _host_and_path(named)
    if here is None or there is None:
        return False
    same_host = there[0] == here[0] or there[0].endswith("." + here[0])
    return same_host and there[1].startswith(here[1])


def _host_and_path(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        host = parts.hostname or ""
    except ValueError:
        return None
    if not host.isascii():
        with suppress(UnicodeError):
            host = host.encode("idna").decode()
    path = unquote(parts.path + (f"?{parts.query}" if parts.query else ""))
    return host.removeprefix("www."), path.rstrip(_TAIL).casefold()


def _other_number(words: str, rest: str) -> str:
    """Give the first phone number of words of which none is the one that is called."""
    called = _digits(unquote(rest).partition(";")[0])
    if not called:
        return ""
    least = min(3, len(called))
    found = [each.strip() for each in _NUMBER.findall(words)]
    numbers = [
        each
        for each in found
        if len(_digits(each)) >= least
        and not (_TIME.fullmatch(each) and len(called) > 2)
        and not _YEAR.fullmatch(_digits(each))
    ]
    if any(_same_number(_digits(each), called) for each in (*found, *numbers)):
        return ""
    return numbers[0] if numbers else ""


def _digits(words: str) -> str:
    words = words.replace("(0)", "")
    return "".join(str(unicodedata.digit(c)) for c in words if c.isdecimal())


def _same_number(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one.lstrip("0"), other.lstrip("0")), key=len)
    return short == long or (len(short) >= _SHARED and long.endswith(short))
