"""Which keys there are in a language, and where each of them lies on a keyboard of any width.

Owns the layers and how they are laid in rows. Knows neither files nor what a key looks like.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from itertools import chain

import msgspec

LETTERS, MORE, DIGITS = "letters", "more", "digits"
"""The layers of a keyboard; few languages need the second."""

LATIN_DIGITS = ("1 2 3 4 5 6 7 8 9 0", "- ' . , ? % / + ( )")

MOST_KEPT = 60
"""Keys of a keyboard that is made of a text's own letters: of a script with thousands of them the
most frequent ones are there."""

_NUKTA = 7
"""Unicode's combining class of the dot below a letter of India."""

_CIRCLE = "\N{DOTTED CIRCLE}"
"""Stands on a key for the letter that a sign will stand on."""

Rows = tuple[tuple[str, ...], ...]


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of a language: rows of what each types.

    `signs` gives for a vowel the sign that it is written as behind a consonant; `names` what a key
    is called where what it types says nothing to who hears it.
    """

    language: str
    letters: Rows
    more: Rows = ()
    digits: Rows
    signs: dict[str, str] = {}
    names: dict[str, str] = {}

    def layer(self, name: str) -> Rows:
        """Give the rows of a layer; the letters for one that there isn't."""
        found = {MORE: self.more, DIGITS: self.digits}.get(name, ())
        return found or self.letters


class KeyCap(msgspec.Struct, frozen=True, kw_only=True):
    """A key in its place: `column` and `span` are in widths of a key, `row` counts from the top.

    `kind` is "type" for one that types `types`, else what it does: "more", "digits", "language",
    "space", "delete" or "done". `face` stands on it, `name` is what it is called.
    """

    kind: str = "type"
    types: str = ""
    face: str = ""
    name: str = ""
    row: int = 0
    column: float = 0
    span: float = 1


class KeyBoard(msgspec.Struct, frozen=True):
    """All keys of a layer in their places, and how many rows and columns they take."""

    keys: tuple[KeyCap, ...]
    controls: tuple[KeyCap, ...]
    rows: int
    columns: int


def key_board(layout: Layout, layer: str, typed: str, columns: int, *, languages: int) -> KeyBoard:
    """Lay a layer out for what is typed so far, at most so many keys beside each other.

    `languages`: how many there are to switch between.
    """
    rows = _fitted(layout.layer(layer), columns)
    joins = _ends_with_consonant(typed, layout) and layer == LETTERS
    controls = [KeyCap(kind="digits")]
    if layout.more:
        controls.insert(0, KeyCap(kind="more"))
    if languages > 1:
        controls.append(KeyCap(kind="language"))
    controls += [KeyCap(kind="space", types=" ", span=2)]
    controls += [KeyCap(kind="delete"), KeyCap(kind="done")]
    wide = max(map(len, rows))
    needed = round(sum(each.span for each in controls))
    within = len(rows[-1]) + needed <= wide
    wide = max(wide, min(needed, columns))
    placed = []
    for number, row in enumerate(rows):
        # A row with fewer keys stands in the middle, as it does on every keyboard.
        first = 0 if within and number == len(rows) - 1 else (wide - len(row)) / 2
        placed += [
            _capped(layout, key, joins=joins, row=number, column=first + at)
            for at, key in enumerate(row)
        ]
    at = len(rows[-1]) if within else 0
    lines = [controls] if needed <= wide - at else [controls[:-3], controls[-3:]]
    first_row = len(rows) - within
    done: list[KeyCap] = []
    for number, line in enumerate(lines):
        done += _spread(line, first_row + number, at, wide)
    return KeyBoard(tuple(placed), tuple(done), first_row + len(lines), wide)


def layout_of(letters: Mapping[str, int], language: str) -> Layout:
    """Make a keyboard of the letters that a text is written in, the most frequent ones, sorted.

    `letters` counts every sign of the text, marks of Markdown and names in Latin letters too.
    """
    counted: Counter[str] = Counter()
    for each, count in letters.items():
        if len(small := each.lower()) == 1:
            counted[small] += count
    # A mark is a key too: the vowel signs of India are.
    kept = [each for each, _ in counted.most_common() if unicodedata.category(each)[0] in "LM"]
    script = _script(kept, counted)
    known = sorted([each for each in kept if _script_of(each) == script][:MOST_KEPT])
    native = next((each for each in counted if each.isdecimal() and not each.isascii()), "")
    digits: Rows = tuple(tuple(row.split()) for row in LATIN_DIGITS)
    if native:
        zero = ord(native) - unicodedata.decimal(native)
        digits = (tuple(chr(zero + each % 10) for each in range(1, 11)), *digits[1:])
    rows = max(1, -(-len(known) // 10))
    return Layout(language=language, letters=_even(known, rows) or digits, digits=digits)


def _script(letters: list[str], counted: Mapping[str, int]) -> str:
    """Return what most words are written in: Latin only where there is little else."""
    shares: Counter[str] = Counter()
    for each in letters:
        shares[_script_of(each)] += counted[each]
    latin, others = shares.pop("LATIN", 0), shares.most_common(1)
    return others[0][0] if others and others[0][1] * 4 > latin else "LATIN"


def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _even(keys: list[str], rows: int) -> Rows:
    """Deal keys out over so many rows, in order, the first rows the longer ones."""
    each, longer = divmod(len(keys), rows)
    sizes = [each + (number < longer) for number in range(rows)]
    starts = [sum(sizes[:number]) for number in range(rows)]
    made = (tuple(keys[start : start + size]) for start, size in zip(starts, sizes, strict=True))
    return tuple(row for row in made if row)


def _fitted(rows: Rows, columns: int) -> Rows:
    if max(map(len, rows)) <= columns:
        return rows
    keys = list(chain(*rows))
    return _even(keys, -(-len(keys) // columns))


def _spread(line: list[KeyCap], row: int, at: float, wide: int) -> list[KeyCap]:
    """Put controls into a row from a column on; the space takes what is left of it."""
    left = wide - at - sum(each.span for each in line)
    placed = []
    for each in line:
        span = each.span + (left if each.kind == "space" else 0)
        placed.append(msgspec.structs.replace(each, row=row, column=at, span=span))
        at += span
    return placed


def _capped(layout: Layout, key: str, *, joins: bool, row: int, column: float) -> KeyCap:
    types = layout.signs.get(key, key) if joins else key
    # Who hears a sign hears the letter that it stands for.
    name = layout.names.get(types, key)
    mark = unicodedata.category(types[0]).startswith("M")
    face = _CIRCLE + types if mark else types
    return KeyCap(types=types, face=face, name=name, row=row, column=column)


def _ends_with_consonant(text: str, layout: Layout) -> bool:
    rest = text.rstrip("".join(c for c in set(text[-2:]) if unicodedata.combining(c) == _NUKTA))
    last = rest[-1:]
    return bool(last) and unicodedata.category(last) == "Lo" and last not in layout.signs
