"""Attributes and properties of a drawing whose values are drawn otherwise than they are meant.

Owns which values are drawn right. An answer is what is drawn wrong, and what to write instead;
None where nothing is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection

from kiosk.svg.colour_names import fixed
from kiosk.svg.course import course_fault
from kiosk.svg.element import Element
from kiosk.svg.stylesheet import addresses

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
TEXTS = ("text", "tspan")

Answer = tuple[str, str] | None

_PLACED = {*SHAPES, *TEXTS, "use", "pattern"}
_GROUPS = {*TEXTS, "g", "a", "svg", "use"}
_LENGTHS = {"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "x2", "y1", "y2"}
_ACROSS = {"x", "width", "cx", "rx", "x1", "x2"}
_DOWN = {"y", "height", "cy", "ry", "y1", "y2"}
_EVERYWHERE = {"stroke-width", "stroke-dashoffset"}
_PAINTS = {"fill", "stroke", "color", "stop-color", "flood-color"}
_SHARES = {"opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "flood-opacity"}
_REFERRING = {"clip-path", "mask", "filter", "marker-start", "marker-mid", "marker-end"}
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_TRANSFORMS = re.compile(r"(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([-+\d.eE,\s]*\)")

_OFF: dict[str, frozenset[str]] = {
    name: frozenset(harmless)
    for name, harmless in {
        "clip": ("auto",),
        "mix-blend-mode": ("normal",),
        "transform-origin": ("0", "0 0", "0px 0px"),
        "transform-box": ("view-box",),
        "dominant-baseline": ("auto", "alphabetic"),
        "alignment-baseline": ("auto", "alphabetic", "baseline"),
        "baseline-shift": ("baseline", "0", "0%"),
        "letter-spacing": ("normal", "0", "0px", "0em"),
        "word-spacing": ("normal", "0", "0px", "0em"),
        "text-transform": ("none",),
        "text-decoration": ("none", "none solid"),
        "text-decoration-line": ("none",),
        "writing-mode": ("lr", "lr-tb", "horizontal-tb"),
        "direction": ("ltr",),
        "font": (),
        "font-variant": ("normal",),
        "font-stretch": ("normal", "100%"),
        "mask-type": ("luminance",),
        "textlength": (),
        "rotate": ("0", "none", "auto", "auto-reverse"),
        "marker": ("none",),
    }.items()
}
"""What Qt passes over, with the values by which nothing changes."""

_INSTEAD = {
    "mix-blend-mode": "Give the shapes the colours that are to be seen",
    "transform-origin": "Move the shape: write translate(…) around the turn",
    "font": "Write font-size, font-family and font-weight each by itself",
    "marker": "Write marker-start, marker-mid and marker-end each by itself",
    "direction": "Turn the words into shapes (in Inkscape: Path, Object to Path)",
    "writing-mode": "Turn the words with transform, or make them shapes",
}
_OUT = "Take it out; words that need it are better made shapes (in Inkscape: Path, Object to Path)"
_GEOMETRY = {*_LENGTHS, "d", "transform", "rotate", "scale", "translate", "points"}


def wrong(
    element: Element | None,
    name: str,
    value: str,
    names: Collection[str],
    *,
    measurable: bool = False,
) -> Answer:
    """Look at an attribute, or at a property of a style; `element` is None in a style sheet.

    `names` are the parts that can be referred to; `measurable` tells whether percentages can be
    reckoned out.
    """
    value = value.strip()
    lower = name.lower()
    if lower in _OFF:
        if value.lower() in _OFF[lower] or value == "inherit":
            return None
        return f"{name} (“{value[:30]}”)", _INSTEAD.get(lower, _OUT)
    if name in _PAINTS:
        return _paint(name, value, names)
    if name in _SHARES and not _NUMBER.fullmatch(value) and value != "inherit":
        return f"{name} (“{value[:30]}”)", f"Write {name} as a number from 0 to 1, such as 0.5"
    if name in _REFERRING:
        return _reference(name, value)
    if name == "font-size" and (element is None or element.name in _GROUPS):
        return _length(name, value)
    if name == "paint-order":
        return _paint_order(value)
    if name in _EVERYWHERE or (element and element.name in _PLACED and name in _LENGTHS):
        return _length(name, value, viewed=measurable and name != "stroke-dashoffset")
    found = _ATTRIBUTES.get(name)
    return found(element, value) if found and element else None


def wrong_in_css(name: str, value: str) -> Answer:
    """Look at a property that has an effect only where it is an attribute."""
    if "\\" in value:
        return "a backslash in a style", "Write the style without backslashes"
    if "!" in value:
        return "!important in a style", "Take !important out and the other style that it beats"
    if name in _GEOMETRY and value not in ("auto", "none"):
        return f"{name} in a style", f'Write it as an attribute of the shape: {name}="…"'
    if name == "stroke-dasharray" and re.search("[a-z%]", value) and value != "none":
        return "stroke-dasharray with a unit", 'Write plain numbers, such as "10 5"'
    return None


def wrong_in_sheet(name: str, value: str) -> Answer:
    """Look at what is drawn right in a style attribute, but not from a style sheet."""
    if name == "stroke-dasharray" and "," in value:
        return "commas in stroke-dasharray", 'Write spaces between the numbers: "10 5"'
    return None


def _paint(name: str, value: str, names: Collection[str]) -> Answer:
    if found := addresses(value):
        if found[0].removeprefix("#") not in names:
            return f"a reference to {found[0]}, which isn't in it", "Give the colour itself"
        return None
    if value in ("none", "inherit", "currentColor", "transparent") or value.startswith("var(--"):
        return None
    if not fixed(value):
        return f"the colour “{value[:30]}”", f'Write {name}="#RRGGBB" and {name}-opacity beside it'
    return None


def _reference(name: str, value: str) -> Answer:
    if value in ("none", "inherit", ""):
        return None
    found = addresses(value)
    if not found or not value.lower().startswith("url(") or not value.endswith(")"):
        return f"{name} (“{value[:30]}”)", "Take it out, or draw the same with plain shapes"
    return None


def _paint_order(value: str) -> Answer:
    order = [word for word in value.lower().split() if word in ("fill", "stroke")]
    if order[:1] == ["stroke"]:
        return "paint-order", "Draw the shape twice: its line first, then its fill without a line"
    return None


def _length(name: str, value: str, *, viewed: bool = False) -> Answer:
    number = value.removesuffix("px")
    if _NUMBER.fullmatch(number.strip()) or value in ("inherit", "auto", ""):
        return None
    if viewed and value.endswith("%") and _NUMBER.fullmatch(value[:-1]):
        return None  # it is reckoned out before it is drawn
    return f"the length {name}=“{value[:30]}”", "Write it as one plain number, without % or mm"


def measured(name: str, value: str, view: tuple[float, float, float, float]) -> str:
    """Give a length in percent of the drawing's view as a number (SVG 1.1, 7.10)."""
    if not value.endswith("%") or name not in (*_LENGTHS, "stroke-width"):
        return value
    _, _, width, height = view
    whole = math.hypot(width, height) / math.sqrt(2)
    if name in _ACROSS:
        whole = width
    elif name in _DOWN:
        whole = height
    try:
        return f"{float(value[:-1]) / 100 * whole:.10g}"
    except ValueError:
        return value


def _transform(element: Element, value: str) -> Answer:
    if _TRANSFORMS.sub("", value).strip(" ,\t\r\n") not in ("", "none"):
        return f"the transform “{value[:30]}”", "Write plain numbers in it, such as rotate(90 5 5)"
    return None


def _shift(element: Element, value: str) -> Answer:
    if element.name in TEXTS and value not in ("0", "0px"):
        return "dx or dy of words", "Add it to x or y"
    return None


def _course(element: Element, value: str) -> Answer:
    return course_fault(value) if element.name == "path" else None


def _path_length(element: Element, value: str) -> Answer:
    if "stroke-dasharray" in f"{element.attributes}":
        return "dashes with pathLength", "Take pathLength out and write the dashes in real lengths"
    return None


_ATTRIBUTES: dict[str, Callable[[Element, str], Answer]] = {
    "transform": _transform,
    "gradientTransform": _transform,
    "patternTransform": _transform,
    "dx": _shift,
    "dy": _shift,
    "d": _course,
    "pathLength": _path_length,
}
