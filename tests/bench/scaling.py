"""How the time of each step with a pack grows with what it is given: about 1 is linear, 2 a square.

Each input is one that made a parser slow somewhere, of twice the size from turn to turn, until it
takes long or is larger than any file may be; also where it is refused, which must take no longer.
`python -m tests.bench.scaling` prints the table alone.
"""

from __future__ import annotations

import math
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import linear_regression

import msgspec

from kiosk.markdown.parse import parse_page
from kiosk.pack.copying import copy, fingerprint
from kiosk.pack.packfile_loader import load
from kiosk.page.blocks import Term
from kiosk.page.error import ContentError
from kiosk.rows.build import page_rows
from kiosk.shipped import shipped
from kiosk.svg.drawing import read_drawing
from kiosk.svg.dressing import dressed
from kiosk.svg.element import SvgError

FIRST = 300
"""Repetitions in the first turn."""

LONG = 2.0
"""Seconds after which no larger input is tried."""

SHORT = 0.01
"""Seconds below which a turn says more of the machine than of the input."""

LARGEST = 2_000_000
"""Characters of the last turn: twice the largest page."""

PARAGRAPH = 250
"""Repetitions between two empty lines."""

FRONT = "---\ntitle: A page\nreview: {status: draft, author: A nurse}\n---\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'
TERMS = 5_000

Make = Callable[[int], str]
Step = Callable[[str], object]


class Scaling(msgspec.Struct, frozen=True):
    """One step with one kind of input: bytes and seconds of each turn.

    `refused` is what was said of the largest, empty where it was shown.
    """

    step: str
    given: str
    turns: tuple[tuple[int, float], ...]
    refused: str

    @property
    def exponent(self) -> float | None:
        """The power of the size with which the time grows; None if it is too short to tell."""
        # What is larger than the one that took longest was refused at a glance.
        longest = max(range(len(self.turns)), key=lambda turn: self.turns[turn][1])
        turns = self.turns[: longest + 1]
        told = [(math.log(size), math.log(spent)) for size, spent in turns if spent > SHORT]
        if len(told) < 3:
            return None
        return linear_regression(*zip(*told[-4:], strict=True)).slope

    def row(self) -> list[str]:
        """Return the table's cells."""
        size, spent = max(self.turns, key=lambda turn: turn[1])
        power = "–" if self.exponent is None else f"{self.exponent:.2f}"
        ended = self.refused or "shown"
        return [self.step, self.given, power, f"{spent:.2f} s at {size / 1000:,.0f} kB", ended]


def _paragraphs(unit: str) -> Make:
    whole = unit * PARAGRAPH
    return lambda n: "\n\n".join([whole] * (n // PARAGRAPH) + [unit * (n % PARAGRAPH)])


PAGES: dict[str, Make] = {
    "brackets of pictures": _paragraphs("!["),
    "brackets of links": _paragraphs("[a]("),
    "emphasis within emphasis": _paragraphs("*a _b "),
    "backticks": _paragraphs("`a"),
    "raised words": _paragraphs("^a^ "),
    "raised words of one paragraph": lambda n: "the word 10^9^ " * n,
    "braces": _paragraphs("{{"),
    "attributes": _paragraphs("{#a .b} "),
    "addresses": _paragraphs("http://a.b "),
    "accents on one letter": lambda n: "a" + "\u0323\u0301" * n,
    "accents within bounds": _paragraphs("a" + "\u0323\u0301" * 15 + " "),
    "cells in a row": lambda n: f"{'|a' * n}|\n{'|-' * n}|\n{'|b' * n}|",
    "rows of a table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "items": lambda n: "- a\n" * n,
    "headings of one name": lambda n: "## Same\n\n" * n,
    "underlined headings": lambda n: "a\n: b\n\n" + "a\n--\n" * n,
    "footnotes": lambda n: "".join(f"a[^{each}]\n\n[^{each}]: b\n\n" for each in range(n)),
    "abbreviations": lambda n: "".join(f"*[A{k}]: b\n" for k in range(n)) + "\nA1 " * n,
}
FRONTS: dict[str, Make] = {
    "open brackets": lambda n: f"---\ntitle: {'[' * n}\n---\na",
    "dashes": lambda n: f"---\ntitle:\n  {'- ' * n}\n---\na",
    "questions": lambda n: f"---\ntitle:\n  {'? ' * n}\n---\na",
    "anchors": lambda n: f"---\ntitle: {'&a ' * n}\n---\na",
    "quotation marks": lambda n: f"---\ntitle: {chr(34) * n}\n---\na",
    "keys": lambda n: "---\n" + "tab: a\n" * n + "---\na",
}
PACKS: dict[str, Make] = {
    "tabs": lambda n: "".join(f'[[tabs]]\npage = "p{k}"\nicon = "i"\n' for k in range(n)),
    "dots in a name": lambda n: f"{'a.' * n}b = 1\n",
    "open brackets": lambda n: f"a = {'[' * n}",
    "quotation marks": lambda n: f"a = {chr(34) * n}",
    "words over lines": lambda n: f"title = {chr(39) * 3}{'a' + chr(10)}" * n,
    "languages": lambda n: f"languages = {[f'aa-{k:05}' for k in range(n)]}",
    "names of its own": lambda n: "".join(f"a{k} = 1\n" for k in range(n)),
}
DRAWINGS: dict[str, Make] = {
    "groups left open": lambda n: SVG % ("<g>" * n),
    "markers within markers": lambda n: SVG % ('<g id="marker-1">' * n + "</g>" * n),
    "words": lambda n: SVG % ("<text>1</text>" * n),
    "shapes and rules": lambda n: (
        SVG % ("<style>.a{fill:red}</style>" + '<rect class="a" width="1" height="1"/>' * n)
    ),
    "copies": lambda n: SVG % ('<g id="a"><rect/></g>' + '<use href="#a"/>' * n),
    "copies of copies": lambda n: (
        SVG % ('<g id="a0"/>' + "".join(f'<use id="a{k + 1}" href="#a{k}"/>' for k in range(n)))
    ),
    "points": lambda n: SVG % ('<path d="M0 0' + " L1 2" * n + '"/>'),
    "nested functions": lambda n: SVG % ('<rect fill="' + "var(--a," * n + '"/>'),
    "attributes": lambda n: SVG % ("<rect " + " ".join(f"a{k}='1'" for k in range(n)) + "/>"),
}


def _read_page(text: str) -> None:
    page = parse_page(
        text, name="page", language="en", file="page.md", terms={}, facts={"phone": "1"}
    )
    page_rows(page, lambda source: ("", 0.0))


def _explain(text: str) -> None:
    terms = {name: Term(name, name, "m") for name in (f"the word {n}" for n in range(TERMS))}
    parse_page(text, name="page", language="en", file="page.md", terms=terms, facts={})


def _draw(text: str) -> None:
    drawing = read_drawing(text.encode())
    if drawing.fault:
        raise SvgError(*drawing.fault)
    dressed(drawing, {"ink": "#000000"})


def measure(folder: Path) -> Iterator[Scaling]:
    """Give how every step scales; `folder` is empty and is written to."""
    (folder / "pack").mkdir()
    starter = (shipped("assets") / "starter" / "pack.toml").read_text("utf-8")

    def load_text(text: str) -> None:
        (folder / "pack" / "pack.toml").write_text(f"{text}\n{starter}", "utf-8")
        load(folder / "pack")

    for given, make in PAGES.items():
        yield _scaled("page", given, lambda n, make=make: FRONT + make(n), _read_page)  # type: ignore[misc]
    words, raised = _paragraphs("the cat "), PAGES["raised words of one paragraph"]
    yield _scaled("page", f"{TERMS:,} terms alike", lambda n: FRONT + words(n), _explain)
    yield _scaled("page", "terms and raised words", lambda n: FRONT + raised(n), _explain)
    for given, make in FRONTS.items():
        yield _scaled("front matter", given, make, _read_page)
    for given, make in PACKS.items():
        yield _scaled("pack.toml", given, make, load_text)
    for given, make in DRAWINGS.items():
        yield _scaled("drawing", given, make, _draw)
    yield _of_files(folder)


def _scaled(step: str, given: str, make: Make, run: Step) -> Scaling:
    turns, refused, n = [], "", FIRST
    while len(text := make(n)) < LARGEST:
        before, refused = time.process_time(), ""
        try:
            run(text)
        except (ContentError, SvgError) as error:
            refused = error.problem
        turns.append((len(text.encode()), time.process_time() - before))
        if turns[-1][1] > LONG:
            break
        n *= 2
    return Scaling(step, given, tuple(turns), refused[:60])


def _of_files(folder: Path) -> Scaling:
    """Copy a folder of more and more files: what publishing does before a page is read."""
    turns, refused = [], ""
    for count in (600, 1_200, 2_400, 4_800, 9_600):
        source = folder / f"files-{count}"
        source.mkdir()
        for number in range(count):
            (source / f"{number}.md").write_text("a")
        before = time.process_time()
        try:
            fingerprint(source)
            copy(source, folder / f"copy-{count}")
        except ContentError as error:
            refused = error.problem
        turns.append((count * 1000, time.process_time() - before))
    return Scaling("copying", "files, a thousand as kB", tuple(turns), refused[:60])


def table(found: list[Scaling]) -> str:
    """Return the table of all steps, those that grow most first."""
    head = ["Step", "Given", "Exponent", "Longest", "Ended"]
    rows = sorted(found, key=lambda each: -(each.exponent or 0))
    lines = [head, ["---"] * len(head), *(each.row() for each in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="kiosk-scaling-") as place:
        print(table(list(measure(Path(place)))))
