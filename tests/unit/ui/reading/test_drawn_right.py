"""Each feature of SVG is drawn as plain shapes draw the same, or the author is told of it.

The lists are what was seen with Qt 6.11. Where Qt learns to draw what is told of today, a test here
fails, and the finding can go.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from kiosk.svg.drawing import read_drawing
from kiosk.ui.reading.grounds import on_white
from kiosk.ui.reading.pictures import Pictures

WIDTH = 200

BLUE = '<rect width="40" height="40" fill="#00f"/>'
AT_20 = '<rect x="20" y="20" width="40" height="40" fill="#00f"/>'
LEFT = '<rect width="30" height="60" fill="#00f"/>'
DASHED = '<path d="M0 50H100" stroke="#00f" stroke-width="9" stroke-dasharray="10 5"/>'
STRIPES = '<path d="M0 0h10v40h-10zM20 0h10v40h-10z" fill="#00f"/>'
HALF = '<rect width="40" height="40" fill="#00f" fill-opacity=".5"/>'
STOPS = '<stop stop-color="#00f"/><stop offset="1" stop-color="#00f"/>'
TILE = '<rect width="10" height="20" fill="#00f"/>'
ON = '<path d="M10 50H50" stroke="#f00" stroke-width="4" {}/>'
DOT = ON.format("") + '<path d="M30 30h40v40h-40z" fill="#00f"/>'
TIP = '<rect width="10" height="10" fill="#00f"/>'
H = '<text x="10" y="60" font-size="40">HI</text>'
RED_H = '<text x="10" y="60" font-size="40" fill="#f00">HI</text>'


def svg(inside: str, view: str = "0 0 100 100", more: str = "") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{view}" {more}>{inside}</svg>'
    )


def filtered(inside: str) -> str:
    region = 'filterUnits="userSpaceOnUse" x="0" y="0" width="100" height="100"'
    return f'<filter id="f" {region}>{inside}</filter>' + BLUE.replace("/>", ' filter="url(#f)"/>')


def masked(tag: str, units: str, inside: str, use: str) -> str:
    return f'<{tag} id="m" {units}>{inside}</{tag}>' + (
        f'<rect width="60" height="60" fill="#00f" {use}/>'
    )


WHITE = '<rect width="30" height="100" fill="#fff"/>'
PATTERN = '<pattern id="p" {}>{}</pattern><rect width="40" height="40" fill="url(#p)"/>'
MARKER = '<marker id="m" markerWidth="10" markerHeight="10" refX="5" refY="5">' + TIP + "</marker>"
USER = 'patternUnits="userSpaceOnUse" width="20" height="20"'

RIGHT: dict[str, tuple[str, str]] = {
    "a copy by href": (f'<defs><g id="a">{BLUE}</g></defs><use href="#a" x="20" y="20"/>', AT_20),
    "a copy by xlink": (f'<defs><g id="b">{BLUE}</g></defs><use xlink:href="#b"/>', BLUE),
    "a copy before its part": (f'<use href="#b"/><defs><g id="b">{BLUE}</g></defs>', BLUE),
    "a symbol without a view": (f'<symbol id="s">{BLUE}</symbol><use href="#s"/>', BLUE),
    "a symbol in the size of its view": (
        '<symbol id="s" viewBox="0,0 40 40"><rect width="90" height="90" fill="#00f"/></symbol>'
        '<use href="#s" width="40px" height="40"/>', BLUE,
    ),
    "a symbol with its own size": (
        f'<symbol id="s" viewBox="0 0 50 50" width="50" height="50">{BLUE}</symbol>'
        '<use href="#s"/>', BLUE,
    ),
    "a symbol with a view that nobody uses": (
        f'<symbol id="s" viewBox="0 0 9 9">{AT_20}</symbol>{BLUE}', BLUE,
    ),
    "a symbol that nobody uses": (f'<symbol id="s">{AT_20}</symbol>{BLUE}', BLUE),
    "clip-path": (masked("clipPath", "", WHITE, 'clip-path="url(#m)"'), LEFT),
    "clip-path in a style": (masked("clipPath", "", WHITE, 'style="clip-path:url(#m)"'), LEFT),
    "clip-path in a sheet": (
        "<style>.c{clip-path:url(#m)}</style>" + masked("clipPath", "", WHITE, 'class="c"'), LEFT,
    ),
    "clip-path in parts of the shape": (
        masked(
            "clipPath", 'clipPathUnits="objectBoundingBox"', '<rect width=".5" height="1"/>',
            'clip-path="url(#m)"',
        ),
        LEFT,
    ),
    "clip-path on a group": (
        f'<clipPath id="m">{WHITE}</clipPath><g clip-path="url(#m)">'
        '<rect width="60" height="60" fill="#00f"/></g>',
        LEFT,
    ),
    "clip-path that is turned": (
        f'<clipPath id="m">{WHITE}</clipPath><g transform="rotate(90 30 30)">'
        '<rect width="60" height="60" fill="#00f" clip-path="url(#m)"/></g>',
        '<rect width="60" height="30" fill="#00f"/>',
    ),
    "clip-path of a coloured shape": (
        masked("clipPath", "", WHITE.replace("#fff", "#300"), 'clip-path="url(#m)"'), LEFT,
    ),
    "a clip-path that nobody uses": (f'<clipPath id="c">{AT_20}</clipPath>{BLUE}', BLUE),
    "a mask": (masked("mask", "", WHITE, 'mask="url(#m)"'), LEFT),
    "a marker": (MARKER + ON.format('marker-end="url(#m)"'), DOT),
    "a marker in a style": (MARKER + ON.format('style="marker-end:url(#m)"'), DOT),
    "a marker without a size": (
        f'<marker id="m" refX="1" refY="1">{TIP}</marker>' + ON.format('marker-end="url(#m)"'),
        ON.format("") + '<path d="M46 46h12v12h-12z" fill="#00f"/>',
    ),
    "a marker that runs over": (
        f'<marker id="m" style="overflow:visible" refX="5" refY="5">{TIP}</marker>'
        + ON.format('marker-end="url(#m)"'),
        DOT,
    ),
    "a pattern": (PATTERN.format(USER, TILE), STRIPES),
    "a pattern made larger": (
        PATTERN.format(
            'patternUnits="userSpaceOnUse" width="10" height="10" patternTransform="scale(2)"',
            '<rect width="5" height="10" fill="#00f"/>',
        ),
        STRIPES,
    ),
    "a filter that shifts": (
        filtered('<feOffset dx="20" dy="20"/>'), AT_20,
    ),
    "a class": ('<style>.a{fill:#00f}</style><rect class="a" width="40" height="40"/>', BLUE),
    "a class whose sheet stands behind it": (
        '<rect class="a" width="40" height="40"/><style>.a{fill:#00f}</style>', BLUE,
    ),
    "a sheet's group and descendant": (
        '<style>.x,g .a{fill:#00f}</style><g><rect class="a" width="40" height="40"/></g>', BLUE,
    ),
    "a sheet for something else": (f'<style type="text/less">rect{{fill:red}}</style>{BLUE}', BLUE),
    "a sheet for paper": (f'<style media="print">rect{{fill:red}}</style>{BLUE}', BLUE),
    "a gradient by href": (
        f'<linearGradient id="q">{STOPS}</linearGradient><linearGradient id="g" href="#q" '
        'gradientUnits="userSpaceOnUse" x2="100"/>' + BLUE.replace("#00f", "url(#g)"), BLUE,
    ),
    "a reference in quotation marks": (
        f'<linearGradient id="g">{STOPS}</linearGradient>' + BLUE.replace("#00f", "url('#g')"),
        BLUE,
    ),
    "rgb": (BLUE.replace("#00f", "rgb(0, 0, 100%)").replace("0, 0,", "0%, 0%,"), BLUE),
    "currentColor": (f'<g color="#00f">{BLUE.replace("#00f", "currentColor")}</g>', BLUE),
    "an ellipse with one radius": (
        '<ellipse cx="50" cy="50" rx="30" fill="#00f"/>',
        '<circle cx="50" cy="50" r="30" fill="#00f"/>',
    ),
    "metadata": (f'<metadata>{AT_20}</metadata>{BLUE}', BLUE),
    "another program's notes": (f'<n:g xmlns:n="urn:x">{AT_20}</n:g>{BLUE}', BLUE),
    "dashes": (DASHED.replace("10 5", "10,5"), DASHED),
    "what Inkscape writes": (
        '<rect width="40" height="40" style="fill:#00f;letter-spacing:0px;writing-mode:lr-tb;'
        'paint-order:markers fill stroke;mix-blend-mode:normal;-inkscape-stroke:none;'
        'font-size:medium;text-decoration:none;opacity:1"/>',
        BLUE,
    ),
    "words in two colours": (
        '<text x="10" y="60" font-size="40"><tspan fill="#f00">HI</tspan></text>', RED_H,
    ),
    "a marker on a rectangle": (MARKER + BLUE.replace("/>", ' marker-end="url(#m)"/>'), BLUE),
    "a copy of nothing": (f'<use href="#nowhere"/>{BLUE}', BLUE),
}  # fmt: skip
"""Name: a feature, and the same in plain shapes."""

TOLD: dict[str, tuple[str, str, str]] = {
    "symbol": (
        '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10" fill="#00f"/></symbol>'
        '<use href="#s" width="40" height="40"/>',
        BLUE, "a <symbol> whose viewBox is scaled in line 1",
    ),
    "a symbol of no size": (
        '<symbol id="s" viewBox="0 0 50 50"><rect width="20" height="20" fill="#00f"/></symbol>'
        '<use href="#s"/>',
        BLUE, "a <symbol> whose viewBox is scaled",
    ),
    "a symbol that begins elsewhere": (
        f'<symbol id="s" viewBox="20 20 40 40">{AT_20}</symbol>'
        '<use href="#s" width="40" height="40"/>',
        BLUE, "a <symbol> whose viewBox is scaled",
    ),
    "inner svg": (f'<svg x="20" y="20">{BLUE}</svg>', AT_20, "<svg>"),
    "words along a path": (
        '<path id="w" d="M10 60H90" fill="none"/><text font-size="40"><textPath href="#w">HI'
        "</textPath></text>", H, "<textPath>",
    ),
    "a line of words": (
        '<text font-size="40"><tspan x="10" y="60">HI</tspan></text>', H, "<tspan> with a place",
    ),
    "dy of words": ('<text x="10" y="20" dy="40" font-size="40">HI</text>', H, "dx or dy"),
    "letters apart": (
        '<text x="10" y="60" font-size="40" letter-spacing="20">HI</text>',
        '<text font-size="40"><tspan x="10" y="60">H</tspan></text>'
        '<text x="60" y="60" font-size="40">I</text>', "letter-spacing",
    ),
    "the base line of words": (
        '<text x="10" y="60" dominant-baseline="hanging" font-size="40">HI</text>',
        '<text x="10" y="87" font-size="40">HI</text>', "dominant-baseline",
    ),
    "a font in short": (
        '<text x="10" y="60" style="font:40px sans-serif">HI</text>', H, "font (“40px",
    ),
    "a size of words in em": (
        '<g font-size="20"><text x="10" y="60" font-size="2em">HI</text></g>', H, "font-size=“2em”",
    ),
    "a condition": (f'<g systemLanguage="xx">{BLUE}</g>', "", "systemLanguage"),
    "a pattern measured by its shape": (
        f'<pattern id="p" width=".5" height=".5">{TILE}</pattern>'
        '<rect x="30" width="40" height="40" fill="url(#p)"/>',
        '<path d="M30 0h10v40h-10zM50 0h10v40h-10z" fill="#00f"/>', "measured by its shape",
    ),
    "a pattern that is turned": (
        PATTERN.format(f'{USER} patternTransform="rotate(90)"', TILE),
        '<path d="M0 0h40v10h-40zM0 20h40v10h-40z" fill="#00f"/>', "a pattern that is turned",
    ),
    "a pattern from another": (
        f'<pattern id="q" {USER}>{TILE}</pattern>' + PATTERN.format(f'{USER} href="#q"', ""),
        STRIPES, "takes over from another",
    ),
    "a mask by its alpha": (
        masked("mask", 'style="mask-type:alpha"', WHITE.replace("#fff", "#000"), 'mask="url(#m)"'),
        LEFT, "mask-type",
    ),
    "a mask on a mask": (
        f'<mask id="n">{WHITE}</mask>' + masked(
            "mask", 'mask="url(#n)"', '<rect width="60" height="60" fill="#fff"/>', 'mask="url(#m)"'
        ),
        LEFT, "on a <mask>",
    ),
    "a marker on a group": (
        MARKER + f'<g marker-end="url(#m)">{ON.format("")}</g>', DOT, "a marker on a <g>",
    ),
    "a marker in the line's colour": (
        MARKER.replace("#00f", "context-stroke") + ON.format('marker-end="url(#m)"'),
        DOT.replace("#00f", "#f00"), "“context-stroke”",
    ),
    "a filter that shades": (
        filtered('<feDropShadow dx="20" dy="20" stdDeviation="0" flood-color="#00f"/>'),
        BLUE + AT_20, "<feDropShadow>",
    ),
    "!important": (
        '<style>.a{fill:#00f !important}</style><rect class="a" style="fill:#f00" width="40" '
        'height="40"/>', BLUE, "!important",
    ),
    "a selector by place": (
        '<style>rect:first-child{fill:#00f}</style><g><rect width="40" height="40"/></g>', BLUE,
        "'rect:first-child'",
    ),
    "a selector by attribute": (
        '<style>[width]{fill:#00f}</style><rect width="40" height="40"/>', BLUE, "'[width]'",
    ),
    "a rule for screens": (
        '<style>@media screen{rect{fill:#00f}}</style><rect width="40" height="40"/>', BLUE,
        "the rule @media",
    ),
    "a style for all of it": (
        '<style>svg{fill:#00f}</style><rect width="40" height="40"/>', BLUE, "a style for <svg>",
    ),
    "a size in a style": (
        '<circle cx="50" cy="50" style="r:30px" fill="#00f"/>',
        '<circle cx="50" cy="50" r="30" fill="#00f"/>', "r in a style",
    ),
    "a move in a style": (BLUE.replace("/>", ' style="transform:translate(20px,20px)"/>'), AT_20,
                          "transform in a style"),
    "a move with units": (
        BLUE.replace("/>", ' transform="translate(20px 20px)"/>'), AT_20, "the transform",
    ),
    "commas in a sheet's dashes": (
        "<style>.a{stroke:#00f;stroke-width:9;stroke-dasharray:10,5}</style>"
        '<path class="a" d="M0 50H100"/>', DASHED, "commas",
    ),
    "px in dashes": (
        '<path style="stroke:#00f;stroke-width:9;stroke-dasharray:10px 5px" d="M0 50H100"/>',
        DASHED, "with a unit",
    ),
    "dashes by a path's length": (
        DASHED.replace("10 5", "1 .5").replace("/>", ' pathLength="10"/>'), DASHED, "pathLength",
    ),
    "rgba": (BLUE.replace("#00f", "rgba(0,0,255,.5)"), HALF, "the colour “rgba"),
    "hsl": (BLUE.replace("#00f", "hsl(240,100%,50%)"), BLUE, "the colour “hsl"),
    "#rrggbbaa": (BLUE.replace("#00f", "#0000ff80"), HALF, "the colour “#0000ff80”"),
    "a colour of no name": (BLUE.replace("#00f", "rebeccapurple"), BLUE.replace("#00f", "#639"),
                            "“rebeccapurple”"),
    "a colour that isn't there": (BLUE.replace("#00f", "url(#no) #00f"), BLUE, "#no, which isn't"),
    "opacity in percent": (BLUE.replace("/>", ' opacity="50%"/>'), HALF, "opacity (“50%”)"),
    "mm": ('<rect width="10mm" height="10mm" fill="#00f"/>',
           '<rect width="37.795" height="37.795" fill="#00f"/>', "width=“10mm”"),
    "a line below its fill": (
        '<path paint-order="stroke" d="M20 20h40v40h-40z" fill="#00f" stroke="#f00" '
        'stroke-width="20"/>', '<path d="M10 10h60v60h-60z" fill="#f00"/>' + AT_20, "paint-order",
    ),
    "colours that mix": (
        '<rect width="40" height="40" fill="#0ff"/><rect width="40" height="40" fill="#f0f" '
        'style="mix-blend-mode:multiply"/>', BLUE, "mix-blend-mode",
    ),
    "the middle of a turn": (
        '<rect width="20" height="20" transform-origin="20 20" transform="scale(2)" fill="#00f"/>',
        '<rect x="-20" y="-20" width="40" height="40" fill="#00f"/>', "transform-origin",
    ),
    "a shape cut by a function": (
        '<rect width="80" height="80" fill="#00f" style="clip-path:inset(0 40px 40px 0)"/>', BLUE,
        "clip-path (“inset",
    ),
    "a gradient in percent": (
        '<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="50%"><stop stop-color="#00f"/>'
        '<stop offset="1" stop-color="#f00"/></linearGradient>'
        '<rect width="100" height="40" fill="url(#g)"/>',
        '<linearGradient id="g" gradientUnits="userSpaceOnUse" x2="50"><stop stop-color="#00f"/>'
        '<stop offset="1" stop-color="#f00"/></linearGradient>'
        '<rect width="100" height="40" fill="url(#g)"/>',
        "a gradient in percent",
    ),
    "an unknown element": (f"<flow>{AT_20}</flow>{BLUE}", BLUE, "<flow>"),
    "a path without a beginning": ('<path d="h40v40h-40z" fill="#00f"/>', "", "breaks off"),
}  # fmt: skip
"""Name: a feature, the same in plain shapes, and words of what is said of it."""


@pytest.fixture(autouse=True)
def _running(qapp: QGuiApplication) -> None:
    """Images need an application."""


def drawn(folder: Path, text: str) -> QImage:
    """Draw a file as the kiosk does."""
    file = folder / "drawing.svg"
    file.write_text(text, "utf-8")
    name = quote(str(file), safe="")
    return on_white(Pictures((folder,)).requestImage(name, QSize(), QSize(WIDTH, 0)))


def untouched(text: str) -> QImage:
    """Draw a file as Qt does it when nobody has read it before."""
    buffer = QBuffer()
    buffer.setData(QByteArray(text.encode()))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(WIDTH, WIDTH))
    return on_white(reader.read())


def differing(one: QImage, other: QImage) -> int:
    """Count the pixels that look otherwise; an edge may be a little softer."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(abs(a - b) > 40 for a, b in pairs) // 3


SOFTER = 60
"""Pixels along an edge."""


@pytest.mark.parametrize(("feature", "plain"), RIGHT.values(), ids=RIGHT.keys())
def test_it_is_drawn_as_plain_shapes_are(tmp_path: Path, feature: str, plain: str) -> None:
    assert read_drawing(svg(feature).encode()).fault is None
    assert differing(drawn(tmp_path, svg(feature)), drawn(tmp_path, svg(plain))) <= SOFTER


@pytest.mark.parametrize(("feature", "plain", "said"), TOLD.values(), ids=TOLD.keys())
@pytest.mark.usefixtures("logged")  # Qt says of some that it skips them
def test_what_is_drawn_wrong_is_told(tmp_path: Path, feature: str, plain: str, said: str) -> None:
    fault = read_drawing(svg(feature).encode()).fault
    assert fault
    assert said in fault[0]
    assert "in line 1, which is not drawn as it is meant" in fault[0]
    assert fault[1]
    assert drawn(tmp_path, svg(feature)).isNull()
    assert differing(untouched(svg(feature)), untouched(svg(plain))) > 2 * SOFTER


@pytest.mark.parametrize(
    ("feature", "plain"),
    [
        ('<rect x="10%" y="10%" width="50%" height="50%"/>', '<path d="M20 10h100v50h-100z"/>'),
        ('<circle cx="50%" cy="50%" r="20%"/>', '<circle cx="100" cy="50" r="31.62"/>'),
        ('<path d="M0 50H90" stroke="red" stroke-width="10%"/>',
         '<path d="M0 50H90" stroke="red" stroke-width="15.81"/>'),
    ],
)  # fmt: skip
def test_percentages_are_of_the_view(tmp_path: Path, feature: str, plain: str) -> None:
    view = "0 0 200 100"
    one, other = (drawn(tmp_path, svg(inside, view)) for inside in (feature, plain))
    assert differing(one, other) <= SOFTER


@pytest.mark.parametrize("view", ["0 0 .9 .3", "0 0 10.5 3.5", "-.5 -.5 1 .3333", "0,0,3,1"])
@pytest.mark.parametrize("more", ["", 'width="30mm" height="90mm"', 'width="100%" height="50%"'])
def test_a_drawing_has_the_shape_of_its_view(tmp_path: Path, view: str, more: str) -> None:
    image = drawn(tmp_path, svg('<rect x="-9" y="-9" width="99" height="99"/>', view, more))
    assert abs(image.height() - WIDTH / 3) <= 1
