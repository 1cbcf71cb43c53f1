"""The staff's PIN: what is a good one, how it is kept, how it is compared.

Owns the form of the stored hash. Knows neither the settings file nor how often somebody may try.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from itertools import pairwise

SHORTEST, LONGEST = 4, 12
"""Fewest and most digits that can be typed: a PIN that was set with an older kiosk has four."""

FEWEST = 6
"""Digits of a new PIN."""

COST = (2**14, 8, 5)
"""scrypt's n, r and p: 16 MiB, 0.2 s on a small PC. Stored with each hash, so that it can grow.

A row of OWASP's Password Storage Cheat Sheet; the one that takes the least memory but one.
"""

WORST = (2**17, 8, 8)
"""The dearest hash that is still checked: a settings file can't ask for a gigabyte."""

FORM = re.compile(r"scrypt\$(\d{1,6})\$(\d{1,2})\$(\d{1,2})\$([0-9a-f]{32})\$([0-9a-f]{64})", re.A)
"""n, r, p, salt and hash, the last two in hexadecimal."""


class PinError(Exception):
    """A PIN that is not good enough, or a stored one that is none: one sentence."""


def check_new(pin: str) -> None:
    """Refuse a PIN that somebody would try first.

    Raises:
        PinError: it isn't 6 to 12 digits, or it is an obvious one.
    """
    if not re.fullmatch(rf"[0-9]{{{FEWEST},{LONGEST}}}", pin):
        raise PinError(f"A PIN is {FEWEST} to {LONGEST} digits, 0 to 9.")
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    half, odd = divmod(len(pin), 2)
    if steps in ({0}, {1}, {9}):
        raise PinError("That PIN is the first that anybody tries. Choose digits without an order.")
    if len(set(pin)) < 3 or (not odd and pin[:half] == pin[half:]):
        raise PinError("That PIN repeats itself. Choose one with at least three different digits.")


def hashed(pin: str, cost: tuple[int, int, int] = COST) -> str:
    """Return what is stored of a PIN; the PIN can't be read from it."""
    salt = os.urandom(16)
    n, r, p = cost
    return f"scrypt${n}${r}${p}${salt.hex()}${_scrypt(pin, salt, cost).hex()}"


def parse(stored: str) -> tuple[tuple[int, int, int], bytes, bytes]:
    """Return cost, salt and hash of a stored PIN.

    Raises:
        PinError: it was not made by `hashed`.
    """
    found = FORM.fullmatch(stored)
    cost = (int(found[1]), int(found[2]), int(found[3])) if found else (0, 0, 0)
    n = cost[0]
    power = n > 1 and n & (n - 1) == 0
    if not found or not power or 0 in cost or any(a > b for a, b in zip(cost, WORST, strict=True)):
        raise PinError("pin must be empty or made by `kiosk set-pin`")
    return cost, bytes.fromhex(found[4]), bytes.fromhex(found[5])


def matches(pin: str, stored: str) -> bool:
    """Tell whether this is the PIN, in a time that says nothing about how near it came.

    Raises:
        PinError: what is stored is no hash.
    """
    cost, salt, wanted = parse(stored)
    return hmac.compare_digest(_scrypt(pin, salt, cost), wanted)


def _scrypt(pin: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    room = 128 * r * (n + p + 2) + 2**20  # bytes; OpenSSL's own limit is 32 MiB
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=room, dklen=32)
