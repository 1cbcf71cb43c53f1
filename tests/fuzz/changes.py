"""Small harm to a file: bytes that flip, lines that are torn, doubled or swapped, marks put in.

Owns how the content of one file is changed by dice. Knows no format but that lines end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[Random, bytes, Sequence[str]], bytes]

MOST_AGAIN = 60_000
"""Bytes of a piece that comes again and again; a page has ten thousand."""


def changed(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    """Give the content after one change or a few; `marks` are what may be put in."""
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        [change] = dice.choices(_CHANGES, _WEIGHTS)
        content = change(dice, content, marks)
    return content


def _place(dice: Random, content: bytes) -> int:
    return dice.randint(0, len(content))


def _bit(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    at = _place(dice, content)
    return content[:at] + bytes(b ^ 1 << dice.randrange(8) for b in content[at : at + 1]) + content[
        at + 1 :
    ]  # fmt: skip


def _byte(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    at = _place(dice, content)
    return content[:at] + bytes([dice.choice((0, 9, 10, 0x22, 0x7F, 0xFF))]) + content[at + 1 :]


def _out(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    at = _place(dice, content)
    return content[:at] + content[at + dice.choice((1, 1, 2, 5, 20, 300)) :]


def _short(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    return content[: _place(dice, content)]


def _twice(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    at, length = _place(dice, content), dice.choice((1, 5, 30, 300))
    to = _place(dice, content)
    return content[:to] + content[at : at + length] + content[to:]


def _again(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    at, length = _place(dice, content), dice.choice((1, 3, 8, 40))
    piece = content[at : at + length]
    times = min(dice.choice((10, 100, 3_000)), MOST_AGAIN // max(1, len(piece)))
    return content[:at] + piece * times + content[at:]


def _lines(change: Callable[[Random, list[bytes], int], None]) -> Change:
    def changed_lines(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
        lines = content.split(b"\n")
        change(dice, lines, dice.randrange(len(lines)))
        return b"\n".join(lines)

    return changed_lines


def _doubled(dice: Random, lines: list[bytes], at: int) -> None:
    lines.insert(dice.randint(0, len(lines)), lines[at])


def _swapped(dice: Random, lines: list[bytes], at: int) -> None:
    other = dice.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _torn(dice: Random, lines: list[bytes], at: int) -> None:
    place = _place(dice, lines[at])
    lines[at : at + 1] = [lines[at][:place], lines[at][place:]]


def _joined(dice: Random, lines: list[bytes], at: int) -> None:
    lines[at : at + 2] = [b"".join(lines[at : at + 2])]


def _lost(dice: Random, lines: list[bytes], at: int) -> None:
    del lines[at]


def _indented(dice: Random, lines: list[bytes], at: int) -> None:
    to = at + dice.choice((1, 1, 3, 12))
    by = dice.choice((b" ", b"  ", b"    ", b"\t", b"> ", b"- ", b"1. "))
    lines[at:to] = [by + line for line in lines[at:to]]


def _mark(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    at = _place(dice, content)
    over = dice.choice((0, 0, 0, 1, 6))
    mark = dice.choice(marks).encode()
    return content[:at] + mark + content[at + over :]


def _number(dice: Random, content: bytes, marks: Sequence[str]) -> bytes:
    """Put another number where one stands."""
    places = [at for at, byte in enumerate(content) if 0x30 <= byte <= 0x39]
    if not places:
        return content
    at = dice.choice(places)
    other = dice.choice((b"0", b"-1", b"1e9", b"99999999999", b"0.0000001", b"nan", b""))
    return content[:at] + other + content[at + 1 :]


_CHANGES: tuple[Change, ...] = (
    _mark, _bit, _byte, _out, _short, _twice, _again, _number, _lines(_doubled), _lines(_swapped),
    _lines(_torn), _lines(_joined), _lines(_lost), _lines(_indented),
)  # fmt: skip
_WEIGHTS = (12, 3, 2, 4, 1, 3, 1, 3, 3, 3, 3, 3, 2, 4)
