"""What Qt leaves out of a PDF file: its language, and the words behind the letters.

Qt draws a script such as Bengali letter by letter in the order of the shapes, so that copying,
searching and reading aloud give other words. Each line gets its own words here (ActualText, ISO
32000-1, 14.9.4). Owns the few parts of the format that this takes. Knows nothing of the leaflet.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

_OBJECT = re.compile(rb"(\d+) 0 obj\b")
_STREAM = re.compile(rb"\A(.*?>>\s*)stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_LENGTH = re.compile(rb"/Length (\d+ 0 R|\d+)")
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
_TEXT = re.compile(rb"\bBT\s.*?\bET\b", re.DOTALL)
_PLACE = re.compile(rb"BT\s[^\n]*?" + rb"(-?[\d.]+) " * 6 + rb"Tm\s+(-?[\d.]+) (-?[\d.]+) Td")
"""The matrix of some letters, which may lean, and where the first of them stands in it."""


class Said(msgspec.Struct, frozen=True):
    """A line of words as it was drawn: its baseline, and between which x, in units of `paper`."""

    words: str
    baseline: float
    start: float
    end: float


def finished(made: bytes, said: Sequence[Sequence[Said]], language: str, day: date) -> bytes:
    """Return Qt's file with its language, its day, and the words of the lines of each page."""
    start = made.rindex(b"\nxref") + 1
    head, objects = _read(made[:start])
    trailer = made[made.index(b"trailer", start) : made.rindex(b"startxref")]
    for number, text in objects.items():
        if b"/Type /Catalog" in text:
            more = b"/Type /Catalog\n/Lang (%s)\n/ViewerPreferences << /DisplayDocTitle true >>"
            objects[number] = text.replace(b"/Type /Catalog", more % language.encode(), 1)
        elif b"/CreationDate" in text:
            stamp = b"D:%s000000Z" % day.strftime("%Y%m%d").encode()
            objects[number] = _DATE.sub(rb"/\1 (%s)" % stamp, text)
    for number, lines in zip(_pages(objects), said, strict=True):
        objects[number] = _worded(objects[number], lines)
    return _written(head, objects, trailer)


def _read(body: bytes) -> tuple[bytes, dict[int, bytes]]:
    """Return what stands before the objects, and the objects by their numbers."""
    found: dict[int, bytes] = {}
    at = 0
    first = 0
    while begun := _OBJECT.search(body, at):
        first = first or begun.start()
        after = begun.end()
        stream = body.find(b"stream", after)
        closed = body.index(b"endobj", after)
        if 0 <= stream < closed:
            closed = body.index(b"endobj", body.index(b"endstream", stream))
        found[int(begun[1])] = body[after:closed].strip()
        at = closed
    return body[:first], found


def _pages(objects: dict[int, bytes]) -> Iterator[int]:
    """Give the numbers of what the pages draw, in their order."""
    [tree] = [text for text in objects.values() if b"/Type /Pages" in text]
    kids = _KIDS.search(tree)
    for page in _REFERENCE.findall(kids[1] if kids else b""):
        contents = _CONTENTS.search(objects[int(page)])
        if contents:
            yield int(contents[1])


def _worded(text: bytes, lines: Sequence[Said]) -> bytes:
    stream = _STREAM.match(text)
    if not stream:
        return text
    drawn = zlib.compress(_marked(zlib.decompress(stream[2]), lines), 9)
    head = _LENGTH.sub(b"/Length %d" % len(drawn), stream[1])
    return head + b"stream\n" + drawn + b"\nendstream"


def _marked(content: bytes, lines: Sequence[Said]) -> bytes:
    """Put each line's words around its letters; letters that are in no line stay as they are."""
    parts: list[bytes] = []
    at, current, ended = 0, -1, 0
    for text in _TEXT.finditer(content):
        place = _PLACE.search(text[0])
        line = _line_at(place, lines, max(current, 0)) if place else None
        if line is not None and line == current:
            ended = text.end()
            continue
        if ended:
            parts += [content[at:ended], b"\nEMC"]
            at, ended = ended, 0
        if line is not None:
            words = ("\ufeff" + lines[line].words).encode("utf-16-be").hex().upper().encode()
            parts += [content[at : text.start()], b"/Span <</ActualText <%s>>> BDC\n" % words]
            at, ended, current = text.start(), text.end(), line
    if ended:
        parts += [content[at:ended], b"\nEMC"]
        at = ended
    return b"".join([*parts, content[at:]])


def _line_at(place: re.Match[bytes], lines: Sequence[Said], first: int) -> int | None:
    """Return which line, from `first` on, letters at this place belong to; they come in order."""
    a, b, c, d, left, top, x, y = (float(each) for each in place.groups())
    x, y = a * x + c * y + left, b * x + d * y + top
    for number in range(first, len(lines)):
        line = lines[number]
        if abs(line.baseline - y) < 1 and line.start - 2 <= x <= line.end + 2:
            return number
    return None


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    """Return the whole file with a table of where its objects are."""
    made = bytearray(head)
    places: dict[int, int] = {}
    for number, text in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (max(places) + 1)
    for number in range(1, max(places) + 1):
        if number in places:
            made += b"%010d 00000 n \n" % places[number]
        else:
            made += b"0000000000 65535 f \n"
    return bytes(made) + trailer + b"startxref\n%d\n%%%%EOF\n" % start
