"""What a figure shows is seen in every theme: its strokes, its markers, the words on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor

from kiosk.shipped import shipped
from tests.combinations import dealt
from tests.flows.drawings import Drawing, Part
from tests.flows.screen import Screen
from tests.flows.views import SCHEMES

TEXT = 7.0
"""WCAG 2.2, 1.4.6."""

SIGN = 3.0
"""WCAG 2.2, 1.4.11: "parts of graphics required to understand the content"."""

SEEN = 1 / 3
"""The share of a part's outline that must stand out: where it runs along another part, two outlines
lie on each other, and one of them is enough."""

FIGURES = sorted((shipped("assets") / "figures").glob("*.svg"))

AT_REST = [file for file in FIGURES if file.name in (shipped("content") / "pack.toml").read_text()]
"""Those that the resting screen shows: it has colours of its own."""

UNNEEDED = {
    "path M-76-8C-94-22-": "the ears: the head between them is measured",
    "path M-20 22C-16 8-": "strands on full hair: the places without hair are what is shown",
    "path M0-106C54-106 ": "full hair: what is gone of it is measured",
    "path M-22-64C-44-46": "the same, beside the parting",
    "path M-11 -79c0 9-1": "the same, as curls",
    "path M-44-18V26a10 ": "the legs' colour, within an outline that is measured",
    "path M-33 14V-34M-1": "the hand's colour, within an outline that is measured",
    "path M-43 10H43V30C": "the same",
}
"""Parts that nobody needs to understand the figure, by the beginning of their course."""


def faint(drawing: Drawing) -> list[Part]:
    """Give the parts that are needed and not seen well enough."""
    return [
        part
        for part in drawing.parts(SIGN)
        if (part.best < TEXT if part.what.startswith("text") else part.seen < SEEN)
        and part.what not in UNNEEDED
    ]


def listed(parts: list[Part]) -> str:
    return "\n" + "\n".join(str(part) for part in parts)


def measured(scheme: str) -> list[Path]:
    """Give the figures that are measured in a theme: all in the first one, half in each other."""
    first, *others = SCHEMES
    mine = [file for file, theme in dealt(FIGURES, others) if theme == scheme]
    return FIGURES if scheme == first else mine


@pytest.mark.parametrize("scheme", [*SCHEMES, "resting"])
def test_every_part_of_a_figure_stands_out(kiosk: Callable[..., Screen], scheme: str) -> None:
    screen = kiosk()
    resting = scheme == "resting"
    if not resting:
        screen.shell.navigator.change(msgspec.structs.replace(screen.visit, scheme=scheme))
    theme = screen.theme
    colours = str(theme.property("restDrawingColours" if resting else "drawingColours"))
    ground = QColor(theme.property("restTop" if resting else "card"))
    for file in AT_REST if resting else measured(scheme):
        parts = faint(Drawing(file, colours, ground))
        assert not parts, f"{file.stem}, {scheme}:{listed(parts)}"


SHAPES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
  <rect x="10" y="10" width="180" height="180" fill="var(--red-tint)"/>
  <path d="M20 20H180" fill="none" stroke="{stroke}" stroke-width="6"/>
  <circle cx="300" cy="100" r="60" fill="var(--teal)"/>
  <text x="300" y="120" fill="{words}" font-family="Atkinson Hyperlegible" font-weight="700"
    text-anchor="middle" font-size="60">1</text>
</svg>"""


@pytest.mark.parametrize(
    ("stroke", "words", "found"),
    [
        ("var(--ink)", "var(--on-teal)", {"rect"}),
        ("#c9b9b5", "var(--on-teal)", {"rect", "path"}),
        ("var(--ink)", "#8fb9b7", {"rect", "text"}),
    ],
)
def test_a_faint_stroke_and_faint_words_are_found(
    kiosk: Callable[..., Screen], tmp_path: Path, stroke: str, words: str, found: set[str]
) -> None:
    theme = kiosk().theme
    file = tmp_path / "made.svg"
    file.write_text(SHAPES.format(stroke=stroke, words=words), "utf-8")
    drawing = Drawing(file, str(theme.property("drawingColours")), QColor(theme.property("card")))
    assert {part.what.split()[0] for part in faint(drawing)} == found


@pytest.mark.parametrize("size", [(1280, 800, 10.1), (1920, 1080, 21.5), (1080, 1920, 21.5)])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_figure_is_seen_whole_above_the_way_back(
    kiosk: Callable[..., Screen], size: tuple[int, int, float], scale: int
) -> None:
    screen = kiosk(size=size[:2], diagonal=size[2])
    navigator = screen.shell.navigator
    navigator.change(msgspec.structs.replace(screen.visit, text_size=scale))
    for page, anchor in (("types", "pattern"), ("procedure", "day")):
        navigator.enter(page, anchor)
        screen.settle()
        block = screen.of_type("FigureBlock")[0]
        (picture,) = [item for item in screen.items(block) if item.inherits("QQuickImage")][:1]
        assert 0 < picture.height() <= screen.column.height() + 1
