"""The course of a path: whether all of it can be followed (SVG 1.1, 8.3).

Owns telling where a course breaks off. Draws nothing.
"""

from __future__ import annotations

import re

MOST_STEPS = 30_000
"""The most lines and curves of one path; Qt cuts it off at 32,767."""

_PIECE = re.compile(
    r"[\s,]*(?:([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?))"
)
_NUMBERS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "z": 0}


def course_fault(course: str) -> tuple[str, str] | None:
    """Give what is wrong with the `d` of a path, and what to do; None if nothing is."""
    letter, count, steps, at = "", 0, 0, 0
    while found := _PIECE.match(course, at):
        at = found.end()
        if found[1]:
            if not _full(letter, count) or (not letter and found[1] not in "Mm"):
                break
            letter, count = found[1].lower(), 0
            steps += 1
        else:
            count += 1
            if not letter or letter == "z":
                break
            needed = _NUMBERS.get(letter, 7)
            steps += count > needed and (count - 1) % needed == 0
    else:
        if course[at:].strip(" \t\r\n,") or not _full(letter, count):
            return _broken(course, at)
        if steps > MOST_STEPS:
            return (
                f"a path of more than {MOST_STEPS:,} lines and curves",
                "Simplify it (in Inkscape: Path, Simplify), or cut it into several",
            )
        return None
    return _broken(course, at)


def _full(letter: str, count: int) -> bool:
    """Tell whether a letter has all its numbers; those of an arc may be written together."""
    if letter in ("", "a"):
        return True
    needed = _NUMBERS[letter]
    return count == 0 if needed == 0 else count > 0 and count % needed == 0


def _broken(course: str, at: int) -> tuple[str, str]:
    before = course[max(0, at - 20) : at].strip()
    return f"a path whose course breaks off after “{before}”", "Draw it anew, or save it anew"
