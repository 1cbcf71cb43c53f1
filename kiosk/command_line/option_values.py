"""What may stand for an option on the command line; anything else is told in one line.

Each takes the words and gives their value. Raises argparse.ArgumentTypeError.
"""

from __future__ import annotations

import argparse
import pwd
import re
from datetime import date

TEXT_SIZES = (100, 200)
"""Smallest and largest text size in percent."""


def size(words: str) -> tuple[int, int]:
    """Give width and height in pixels, each 320 to 16,384, of words like 1920x1080."""
    width, _, height = words.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{words!r} is not a size like 1920x1080")
    size = int(width), int(height)
    if not all(320 <= side <= 16384 for side in size):
        raise argparse.ArgumentTypeError(f"{words}: each side must be 320 to 16384 pixels")
    return size


def diagonal(words: str) -> float:
    """Give 5 to 200 inches."""
    try:
        inches = float(words)
    except ValueError:
        inches = 0
    if not 5 <= inches <= 200:
        raise argparse.ArgumentTypeError(f"{words!r} is not a diagonal of 5 to 200 inches")
    return inches


def text_size(words: str) -> int:
    """Give percent, within `TEXT_SIZES`."""
    smallest, largest = TEXT_SIZES
    if not (words.isdecimal() and smallest <= int(words) <= largest):
        raise argparse.ArgumentTypeError(
            f"{words!r} is not a size of {smallest} to {largest} percent"
        )
    return int(words)


def page(words: str) -> str:
    """Give a page's name."""
    if not words.strip():
        raise argparse.ArgumentTypeError("it is empty; name a page's file without .md")
    return words


def user(words: str) -> str:
    """Give the name of a user of this machine, or none."""
    try:
        if words:
            pwd.getpwnam(words)
    except (KeyError, ValueError):
        raise argparse.ArgumentTypeError(f"there is no user {words!r}") from None
    return words


def day(words: str) -> date:
    """Give the day of words like 2027-01-15."""
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{words!r} is not a day; write year, month and day, such as 2027-01-15"
        ) from None


def month(words: str) -> str:
    """Give a month as it is written, like 2026-11."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", words):
        raise argparse.ArgumentTypeError(f"{words!r} is not a month; write one such as 2026-11")
    return words


def share(words: str) -> tuple[int, int]:
    """Give how many keys must sign, of how many, at most 16, of words like 2/3."""
    needed, _, count = words.partition("/")
    if needed.isdecimal() and count.isdecimal() and 1 <= int(needed) <= int(count) <= 16:
        return int(needed), int(count)
    raise argparse.ArgumentTypeError(f"{words!r} is not a share like 2/3, of at most 16 keys")


def months(words: str) -> int:
    """Give 1 to 120 months."""
    if words.isdecimal() and 1 <= int(words) <= 120:
        return int(words)
    raise argparse.ArgumentTypeError(f"{words!r} is not 1 to 120 months")
